//! What stands on the patient's own copy: few goals, short words, nothing that only a professional understands. It is made
//! from the record, in the language that it is asked for in.

use super::account::Account;
use super::model::Discharge;
use crate::care::goals::Level;
use crate::care::plans::Plan;
use crate::i18n::Lang;

/// More goals than this do not fit on one page in large type.
pub const MOST_GOALS: usize = 4;
/// A goal and a step are one or two lines.
const GOAL: usize = 90;
const STEP: usize = 90;
/// A plan's summary may be as long as a form takes; here it has the space of the plain words.
const WORDS: usize = super::form::PLAIN;
/// Characters that one page holds in the largest type.
const ROOM: usize = 900;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyGoal {
    pub words: String,
    pub began: Level,
    pub now: Level,
    pub step: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub goals: Vec<CopyGoal>,
    pub attended: i64,
    pub offered: i64,
    pub take_with_me: String,
    pub next: String,
    /// The language of those two texts, where it is known.
    pub words_in: Option<Lang>,
    /// The language that the plan's author writes in: steps, and goals that have no words of the patient's own.
    pub plan_in: Option<Lang>,
}

/// The summary speaks where there is one, else the plan's own words for the patient.
#[must_use]
pub fn copy(account: &Account, summary: Option<&Discharge>, plan: Option<&Plan>, plan_in: Option<Lang>) -> Copy {
    let goals = account
        .goals
        .iter()
        .take(MOST_GOALS)
        .map(|course| {
            let goal = &course.goal;
            let own = if goal.patient_words.trim().is_empty() { &goal.description } else { &goal.patient_words };
            CopyGoal {
                words: shortened(own, GOAL),
                began: goal.baseline,
                now: course.now,
                step: shortened(goal.ladder.step(course.now), STEP),
            }
        })
        .collect();
    let hours = account.hours();
    let said = summary.map(|held| &held.text).filter(|text| !text.plain_summary.trim().is_empty());
    let (take_with_me, next) = match (said, plan) {
        (Some(text), _) => (text.plain_summary.as_str(), text.plain_next.as_str()),
        (None, Some(plan)) => (plan.terms.summary.as_str(), ""),
        (None, None) => ("", ""),
    };
    Copy {
        goals,
        attended: hours.attended,
        offered: hours.offered,
        take_with_me: shortened(take_with_me, WORDS),
        next: shortened(next, WORDS),
        words_in: said.map_or(plan_in.filter(|_| plan.is_some()), |text| Lang::from_code(&text.plain_language)),
        plan_in,
    }
}

impl Copy {
    /// The languages of what the copy holds that are not its own.
    #[must_use]
    pub fn foreign(&self, lang: Lang) -> Vec<Lang> {
        let words = self.words_in.filter(|_| !self.take_with_me.is_empty() || !self.next.is_empty());
        let steps = self.plan_in.filter(|_| !self.goals.is_empty());
        let mut others: Vec<Lang> = words.into_iter().chain(steps).filter(|written| *written != lang).collect();
        others.dedup();
        others
    }

    /// Whether so much was written that the page needs smaller type to stay one page.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let goals = self.goals.iter().map(|goal| goal.words.chars().count() + goal.step.chars().count());
        let words = self.take_with_me.chars().count() + self.next.chars().count();
        goals.sum::<usize>() + words > ROOM
    }
}

/// The language of the copy: the one asked for, else that of its words, else the person's own.
#[must_use]
pub fn language(asked: Option<&str>, summary: Option<&Discharge>, spoken: &str, reader: Lang) -> Lang {
    let written = summary.and_then(|held| Lang::from_code(&held.text.plain_language));
    asked.and_then(Lang::from_code).or(written).or_else(|| Lang::from_code(spoken)).unwrap_or(reader)
}

/// At most so many characters, cut between words; lines flow together, since empty ones would take the page.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most).collect();
    let whole = kept.rsplit_once(char::is_whitespace).map_or(kept.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::discharges::model::{DischargeReason, DischargeText};
    use crate::kit::ids::DischargeId;
    use chrono::NaiveDate;

    #[test]
    fn long_texts_end_between_words() {
        assert_eq!(shortened("Cooks soup, bread and tea", 13), "Cooks soup …");
        assert_eq!(shortened(" Cooks\n\nsoup ", 13), "Cooks soup");
        assert_eq!(shortened("Čokolada-i-žito-bez-razmaka", 5), "Čokol …");
    }

    #[test]
    fn a_full_page_is_noticed() {
        let goal =
            || CopyGoal { words: "x".repeat(GOAL), began: Level::START, now: Level::EXPECTED, step: "x".repeat(STEP) };
        let copy = |goals: usize, words: usize| Copy {
            goals: (0..goals).map(|_| goal()).collect(),
            attended: 0,
            offered: 0,
            take_with_me: "x".repeat(words),
            next: String::new(),
            words_in: None,
            plan_in: None,
        };
        let found = [(0, 0), (2, 400), (4, 180), (4, 181)].map(|(goals, words)| copy(goals, words).is_full());
        assert_eq!(found, [false, false, false, true]);
    }

    #[test]
    fn what_is_in_another_language_is_named_once() {
        let goal =
            || CopyGoal { words: String::new(), began: Level::START, now: Level::EXPECTED, step: "x".to_owned() };
        for (goals, take, words_in, plan_in, expected) in [
            (1, "x", Some(Lang::En), Some(Lang::En), vec![Lang::En]),
            (1, "x", Some(Lang::Sq), Some(Lang::En), vec![Lang::En]),
            (1, "", Some(Lang::En), Some(Lang::Sq), vec![]),
            (0, "x", Some(Lang::En), Some(Lang::Sr), vec![Lang::En]),
            (1, "x", None, None, vec![]),
        ] {
            let copy = Copy {
                goals: (0..goals).map(|_| goal()).collect(),
                attended: 0,
                offered: 0,
                take_with_me: take.to_owned(),
                next: String::new(),
                words_in,
                plan_in,
            };
            assert_eq!(copy.foreign(Lang::Sq), expected);
        }
    }

    #[test]
    fn the_copy_is_in_the_patients_language() {
        let held = Discharge {
            id: DischargeId(uuid::Uuid::nil()),
            text: DischargeText {
                discharged_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
                reason: Some(DischargeReason::Released),
                course: String::new(),
                recommendations: String::new(),
                patient_view: String::new(),
                plain_summary: "Kuvaš sam.".to_owned(),
                plain_next: String::new(),
                plain_language: "sr".to_owned(),
            },
            note_id: None,
            signed_at: None,
            version: 1,
        };
        for (asked, summary, spoken, expected) in [
            (Some("en"), Some(&held), "sq", Lang::En),
            (None, Some(&held), "sq", Lang::Sr),
            (None, None, "sq", Lang::Sq),
            (Some("xx"), None, "tr", Lang::En),
        ] {
            assert_eq!(language(asked, summary, spoken, Lang::En), expected);
        }
    }
}
