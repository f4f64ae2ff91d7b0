//! The plan's form: its fields' names, reading it into a draft, filling it from one, and putting what is missing at the
//! field where it is missing. Goals are numbered from 1 in the names: `goal-2-description`, `goal-2-m1`.

mod errors;
mod fill;

use chrono::NaiveDate;

pub use errors::{ladder_fault, show_conflict, show_gaps};
pub use fill::{fill, fill_goal, fill_new, fill_stored};

use super::api::Known;
use super::model::{Areas, Draft, DraftGoal, Interventions, Terms};
use super::rules::{self, MOST_GOALS};
use crate::care::goals::{Ladder, Level, Term};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::spoken::SpokenLanguage;

const LONG: usize = 4000;
const LINE: usize = 400;

/// What the button that sent the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Save,
    AddGoal,
    /// The goal at this place, from 0.
    RemoveGoal(usize),
    /// Fill the empty goal at this place with a text of the bank.
    TakeFromBank(usize),
}

#[must_use]
pub fn step(fields: &Fields) -> Step {
    let said = fields.get("do");
    let place = |prefix| said.strip_prefix(prefix)?.parse::<usize>().ok()?.checked_sub(1);
    match (place("remove-goal-"), place("take-")) {
        (Some(at), _) => Step::RemoveGoal(at),
        (_, Some(at)) => Step::TakeFromBank(at),
        _ if said == "add-goal" => Step::AddGoal,
        _ => Step::Save,
    }
}

/// The name of a field of the goal at a place from 0.
#[must_use]
pub fn goal_field(at: usize, part: &str) -> String {
    format!("goal-{}-{part}", at + 1)
}

#[must_use]
pub const fn step_part(level: Level) -> &'static str {
    match level.get() {
        ..=-2 => "m2",
        -1 => "m1",
        0 => "0",
        1 => "p1",
        2.. => "p2",
    }
}

/// How many goals the form holds.
#[must_use]
pub fn goal_count(fields: &Fields) -> usize {
    (0..MOST_GOALS).take_while(|at| fields.has(&goal_field(*at, "description"))).count()
}

/// The draft that the form was made from; `None` for the first one.
#[must_use]
pub fn known(fields: &Fields) -> Option<Known> {
    Some(Known { plan: fields.get("plan").parse().ok()?, version: fields.version() })
}

/// Reads the form. Gaps are allowed in a draft; what cannot be what it should be leaves an error at its field.
pub fn parse(fields: &mut Fields, today: NaiveDate) -> Draft {
    let terms = parse_terms(fields);
    if let (Some(starts), Some(ends)) = (terms.starts_on, terms.expected_end)
        && ends < starts
    {
        fields.error("expected_end", Msg::new("plans-ends-before-start"));
    }
    if terms.agreed_on.is_some_and(|day| day > today) {
        fields.error("agreed_on", Msg::new("plans-agreed-ahead"));
    }
    if rules::lacks_target_reason(&terms) && fields.error_at("target_hours").is_none() {
        fields.error("target_reason", Msg::new("plans-gap-target-reason"));
    }
    let goals = (0..goal_count(fields)).map(|at| parse_goal(fields, at)).collect();
    let mut draft = Draft { terms, goals };
    // Nobody has chosen the area of a goal that is still empty: it goes along with the plan's.
    let area = draft.first_area();
    draft.goals.iter_mut().filter(|goal| goal.is_blank()).for_each(|goal| goal.area = area);
    draft
}

fn parse_terms(fields: &mut Fields) -> Terms {
    let usual = Terms::default();
    Terms {
        title: fields.text("title", LINE),
        summary: fields.text("summary", LONG),
        starts_on: fields.date("starts_on"),
        expected_end: fields.date("expected_end"),
        areas: Areas(fields.all("areas").filter_map(|code| code.parse().ok()).collect()),
        approach: fields.optional("approach").unwrap_or(usual.approach),
        intervention_types: Interventions(
            fields.all("intervention_types").filter_map(|code| code.parse().ok()).collect(),
        ),
        creative_level: if fields.get("creative_level").is_empty() {
            None
        } else {
            fields.number("creative_level", 1, 9)
        },
        sessions_per_week: number_or(fields, "sessions_per_week", 0, 28, usual.sessions_per_week),
        minutes_per_session: number_or(fields, "minutes_per_session", 0, 480, usual.minutes_per_session),
        session_mix: fields.optional("session_mix").unwrap_or(usual.session_mix),
        weekly_target_minutes: target(fields).unwrap_or(usual.weekly_target_minutes),
        target_reason: fields.text("target_reason", LINE),
        precautions: fields.text("precautions", LONG),
        agreement: fields.optional("agreement").unwrap_or(usual.agreement),
        agreed_on: fields.date("agreed_on"),
        agreement_language: fields
            .optional::<SpokenLanguage>("agreement_language")
            .map(|spoken| spoken.to_string())
            .unwrap_or_default(),
        review_interval_days: number_or(fields, "review_interval_days", 1, 366, usual.review_interval_days),
    }
}

fn number_or(fields: &mut Fields, name: &str, least: i32, most: i32, usual: i32) -> i32 {
    if fields.get(name).is_empty() { usual } else { fields.number(name, least, most).unwrap_or(usual) }
}

/// Hours a week as people write them, in minutes: `25`, `12.5` or `12,5`.
fn target(fields: &mut Fields) -> Option<i32> {
    let typed = fields.get("target_hours").replace(',', ".");
    if typed.is_empty() {
        return None;
    }
    let minutes = minutes_from_hours(&typed);
    if minutes.is_none() {
        fields.error("target_hours", Msg::new("plans-target-wrong"));
    }
    minutes
}

fn minutes_from_hours(typed: &str) -> Option<i32> {
    if !typed.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let (whole, part) = typed.split_once('.').unwrap_or((typed, "0"));
    let whole: i32 = whole.parse().ok().filter(|hours| (0..=100).contains(hours))?;
    // Tenths and hundredths of an hour; finer than that nobody plans.
    let hundredths: i32 = match part.len() {
        1 => part.parse::<u8>().ok().map(|tenths| i32::from(tenths) * 10)?,
        2 => part.parse::<u8>().ok().map(i32::from)?,
        _ => return None,
    };
    Some(whole * 60 + (hundredths * 60 + 50) / 100).filter(|minutes| *minutes <= 6000)
}

fn parse_goal(fields: &mut Fields, at: usize) -> DraftGoal {
    let blank = DraftGoal::blank(super::Area::Adl);
    let name = |part| goal_field(at, part);
    let mut step = |level| fields.text(&name(step_part(level)), LINE);
    let [step_m2, step_m1, step_0, step_p1, step_p2] = Level::ALL.map(&mut step);
    let baseline = match fields.optional::<Level>(&name("baseline")) {
        Some(level) if !Level::BASELINES.contains(&level) => {
            fields.error(name("baseline"), Msg::new("form-choose"));
            blank.baseline
        }
        given => given.unwrap_or(blank.baseline),
    };
    let term = fields.optional(&name("term")).unwrap_or(blank.term);
    let parent = fields.optional::<usize>(&name("parent")).and_then(|number| number.checked_sub(1));
    DraftGoal {
        thread: fields.get(&name("thread")).parse().ok(),
        description: fields.text(&name("description"), LINE),
        patient_words: fields.text(&name("words"), LINE),
        area: fields.optional(&name("area")).unwrap_or(blank.area),
        target_date: fields.date(&name("target")),
        ladder: Ladder { step_m2, step_m1, step_0, step_p1, step_p2 },
        baseline,
        importance: number_or(fields, &name("importance"), 0, 3, blank.importance),
        difficulty: number_or(fields, &name("difficulty"), 0, 3, blank.difficulty),
        term,
        // A long goal leads to no other, whatever the list beside it still says.
        parent: parent.filter(|_| term == Term::Short),
        expressed_by: fields.optional(&name("expressed")).unwrap_or(blank.expressed_by),
    }
}

#[cfg(test)]
mod tests;
