//! The form of a goal of the bank. Unlike a plan's draft it is kept only when it is whole.

use super::model::{BankGoal, BankText};
use crate::care::goals::ladder::faults;
use crate::care::goals::{Ladder, Level};
use crate::care::plans::Area;
use crate::care::plans::form::{ladder_fault, step_part};
use crate::i18n::Lang;
use crate::kit::form::Fields;

const LINE: usize = 400;

/// The name of a step's field.
pub fn step_field(level: Level) -> String {
    format!("step-{}", step_part(level))
}

/// Reads the form; `None` when something was left at a field.
pub fn parse(fields: &mut Fields) -> Option<BankText> {
    let area = fields.choice::<Area>("area");
    let language = Lang::from_code(fields.get("language"));
    if language.is_none() {
        fields.error("language", crate::i18n::Msg::new("form-choose"));
    }
    let description = fields.required("description", LINE);
    let [step_m2, step_m1, step_0, step_p1, step_p2] = Level::ALL.map(|level| fields.text(&step_field(level), LINE));
    let ladder = Ladder { step_m2, step_m1, step_0, step_p1, step_p2 };
    for fault in faults(&ladder) {
        let name = step_field(fault.at());
        if fields.error_at(&name).is_none() {
            fields.error(name, ladder_fault(fault, 0));
        }
    }
    if fields.is_refused() {
        return None;
    }
    Some(BankText { area: area?, language: language?.code().to_owned(), description, ladder })
}

/// The form as a goal of the bank has it.
pub fn fill(goal: &BankGoal) -> Fields {
    let mut fields = Fields::new()
        .with("version", goal.version.to_string())
        .with("area", goal.area.as_str())
        .with("language", &goal.language)
        .with("description", &goal.description);
    for level in Level::ALL {
        fields.set(step_field(level), goal.ladder.step(level));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::ids::BankGoalId;

    fn sent(step_p1: &str) -> Fields {
        let mut fields = Fields::new()
            .with("area", "work")
            .with("language", "sq")
            .with("description", "Punon një orë pa ndërprerje");
        for (level, text) in
            Level::ALL.into_iter().zip(["0 minuta", "1-15 minuta", "16-30 minuta", step_p1, "61+ minuta"])
        {
            fields.set(step_field(level), text);
        }
        fields
    }

    #[test]
    fn a_whole_text_is_read_and_filled_in_alike() {
        let mut fields = sent("31-60 minuta");
        let text = parse(&mut fields).unwrap();
        let goal = BankGoal {
            id: BankGoalId(uuid::Uuid::nil()),
            facility_id: None,
            area: text.area,
            language: text.language.clone(),
            description: text.description.clone(),
            ladder: text.ladder.clone(),
            retired: false,
            version: 1,
        };
        assert_eq!(parse(&mut fill(&goal)), Some(text));
    }

    #[test]
    fn what_is_wrong_stands_at_its_field() {
        for (step, wrong) in [("", "step-p1"), ("30-60 minuta", "step-p1"), ("31-50 minuta", "step-p2")] {
            let mut fields = sent(step);
            assert_eq!(parse(&mut fields), None, "{step}");
            assert!(fields.error_at(wrong).is_some(), "{step} {:?}", fields.errors());
        }
        let mut fields = sent("31-60 minuta").with("language", "de").with("area", "sport").with("description", "");
        assert_eq!(parse(&mut fields), None);
        for name in ["language", "area", "description"] {
            assert!(fields.error_at(name).is_some(), "{name}");
        }
    }
}
