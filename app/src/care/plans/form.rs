//! The plan's form: its fields' names, reading it into a draft, filling it from one, and putting what is missing at the
//! field where it is missing. Goals are numbered from 1 in the names: `goal-2-description`, `goal-2-m1`.

use chrono::NaiveDate;

use super::api::{Known, Stored};
use super::model::{Areas, Draft, DraftGoal, Terms};
use super::rules::{self, Gap, GoalGap, MOST_GOALS};
use super::wording;
use crate::care::goals::{Ladder, Level};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;

const LONG: usize = 4000;
const LINE: usize = 400;

/// What the button that sent the form asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Save,
    AddGoal,
    /// The goal at this place, from 0.
    RemoveGoal(usize),
}

#[must_use]
pub fn step(fields: &Fields) -> Step {
    let said = fields.get("do");
    match said
        .strip_prefix("remove-goal-")
        .and_then(|number| number.parse::<usize>().ok()?.checked_sub(1))
    {
        Some(at) => Step::RemoveGoal(at),
        None if said == "add-goal" => Step::AddGoal,
        None => Step::Save,
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
    (0..MOST_GOALS)
        .take_while(|at| fields.has(&goal_field(*at, "description")))
        .count()
}

/// The draft that the form was made from; `None` for the first one.
#[must_use]
pub fn known(fields: &Fields) -> Option<Known> {
    Some(Known {
        plan: fields.get("plan").parse().ok()?,
        version: fields.version(),
    })
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
    Draft { terms, goals }
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
        sessions_per_week: number_or(fields, "sessions_per_week", 0, 28, usual.sessions_per_week),
        minutes_per_session: number_or(fields, "minutes_per_session", 0, 480, usual.minutes_per_session),
        session_mix: fields.optional("session_mix").unwrap_or(usual.session_mix),
        weekly_target_minutes: target(fields).unwrap_or(usual.weekly_target_minutes),
        target_reason: fields.text("target_reason", LINE),
        precautions: fields.text("precautions", LONG),
        agreement: fields.optional("agreement").unwrap_or(usual.agreement),
        agreed_on: fields.date("agreed_on"),
        review_interval_days: number_or(fields, "review_interval_days", 1, 366, usual.review_interval_days),
    }
}

fn number_or(fields: &mut Fields, name: &str, least: i32, most: i32, usual: i32) -> i32 {
    if fields.get(name).is_empty() {
        usual
    } else {
        fields.number(name, least, most).unwrap_or(usual)
    }
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
    DraftGoal {
        thread: fields.get(&name("thread")).parse().ok(),
        description: fields.text(&name("description"), LINE),
        patient_words: fields.text(&name("words"), LINE),
        area: fields.optional(&name("area")).unwrap_or(blank.area),
        target_date: fields.date(&name("target")),
        ladder: Ladder {
            step_m2,
            step_m1,
            step_0,
            step_p1,
            step_p2,
        },
        baseline,
        importance: number_or(fields, &name("importance"), 0, 3, blank.importance),
        difficulty: number_or(fields, &name("difficulty"), 0, 3, blank.difficulty),
    }
}

/// The form as a stored draft has it, and which draft that is.
#[must_use]
pub fn fill_stored(stored: &Stored) -> Fields {
    let mut fields = fill(&stored.draft());
    set_known(&mut fields, Some(stored.known()));
    fields
}

pub fn set_known(fields: &mut Fields, known: Option<Known>) {
    fields.set("plan", known.map(|known| known.plan.to_string()).unwrap_or_default());
    fields.set(
        "version",
        known.map(|known| known.version.to_string()).unwrap_or_default(),
    );
}

/// The form as a draft has it. There is always a goal to begin with.
#[must_use]
pub fn fill(draft: &Draft) -> Fields {
    let terms = &draft.terms;
    let mut fields = Fields::new();
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    fields.set("title", &terms.title);
    fields.set("summary", &terms.summary);
    fields.set("starts_on", date(terms.starts_on));
    fields.set("expected_end", date(terms.expected_end));
    for area in &terms.areas.0 {
        fields.add("areas", area.as_str());
    }
    fields.set("approach", terms.approach.as_str());
    fields.set("sessions_per_week", terms.sessions_per_week.to_string());
    fields.set("minutes_per_session", terms.minutes_per_session.to_string());
    fields.set("session_mix", terms.session_mix.as_str());
    fields.set("target_hours", hours(terms.weekly_target_minutes));
    fields.set("target_reason", &terms.target_reason);
    fields.set("precautions", &terms.precautions);
    fields.set("agreement", terms.agreement.as_str());
    fields.set("agreed_on", date(terms.agreed_on));
    fields.set("review_interval_days", terms.review_interval_days.to_string());
    let first = [DraftGoal::blank(draft.first_area())];
    let goals = if draft.goals.is_empty() {
        &first[..]
    } else {
        &draft.goals
    };
    for (at, goal) in goals.iter().enumerate() {
        fill_goal(&mut fields, at, goal);
    }
    fields
}

fn fill_goal(fields: &mut Fields, at: usize, goal: &DraftGoal) {
    let mut set = |part: &str, value: String| fields.set(goal_field(at, part), value);
    set(
        "thread",
        goal.thread.map(|thread| thread.to_string()).unwrap_or_default(),
    );
    set("description", goal.description.clone());
    set("words", goal.patient_words.clone());
    set("area", goal.area.as_str().to_owned());
    set(
        "target",
        goal.target_date.map(|day| day.to_string()).unwrap_or_default(),
    );
    for level in Level::ALL {
        set(step_part(level), goal.ladder.step(level).to_owned());
    }
    set("baseline", goal.baseline.get().to_string());
    set("importance", goal.importance.to_string());
    set("difficulty", goal.difficulty.to_string());
}

/// Minutes as hours, with as many digits as they need.
fn hours(minutes: i32) -> String {
    let hundredths = (minutes % 60 * 100 + 30) / 60;
    match (minutes / 60, hundredths) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}

/// Puts each gap at its field.
pub fn show_gaps(fields: &mut Fields, draft: &Draft) {
    for gap in rules::gaps(draft) {
        let (name, message) = match gap {
            Gap::Title => ("title".to_owned(), Msg::new("plans-gap-title")),
            Gap::Summary => ("summary".to_owned(), Msg::new("plans-gap-summary")),
            Gap::Areas => ("areas".to_owned(), Msg::new("plans-gap-areas")),
            Gap::TargetReason => ("target_reason".to_owned(), Msg::new("plans-gap-target-reason")),
            Gap::Agreement => ("agreement".to_owned(), Msg::new("plans-gap-agreement")),
            Gap::AgreedOn => ("agreed_on".to_owned(), Msg::new("plans-gap-agreed-on")),
            Gap::NoGoal => (goal_field(0, "description"), Msg::new("plans-gap-no-goal")),
            Gap::Goal(at, GoalGap::Description) => (goal_field(at, "description"), Msg::new("plans-gap-description")),
            Gap::Goal(at, GoalGap::Step(level)) => (
                goal_field(at, step_part(level)),
                Msg::with(
                    "plans-gap-step",
                    [("goal", (at + 1).into()), ("step", level.signed().into())],
                ),
            ),
        };
        if fields.error_at(&name).is_none() {
            fields.error(name, message);
        }
    }
}

/// What somebody else has saved, at each field where it is not what was typed; and the form now stands on their version, so
/// that sending it again is a decision made in sight of both.
pub fn show_conflict(fields: &mut Fields, lang: Lang, held: Option<&Stored>) {
    set_known(fields, held.map(Stored::known));
    let Some(held) = held else {
        fields.error("", Msg::new("plans-conflict-gone"));
        return;
    };
    fields.error("", Msg::new("plans-conflict"));
    for (name, theirs) in differences(fields, &fill(&held.draft())) {
        let said = wording::spoken(lang, &name, &theirs);
        fields.error(name, Msg::with("plans-conflict-field", [("theirs", said.into())]));
    }
}

/// The fields in which two forms differ, with what the second says.
fn differences(mine: &Fields, theirs: &Fields) -> Vec<(String, String)> {
    let all = |fields: &Fields, name: &str| {
        fields
            .all(name)
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(",")
    };
    let mut names: Vec<&str> = theirs
        .pairs()
        .iter()
        .chain(mine.pairs())
        .map(|(name, _)| name.as_str())
        .collect();
    names.retain(|name| !matches!(*name, "plan" | "version" | "do") && !name.ends_with("-thread"));
    let mut seen = Vec::new();
    names.retain(|name| {
        !seen.contains(name) && {
            seen.push(*name);
            true
        }
    });
    names
        .into_iter()
        .map(|name| (name.to_owned(), all(theirs, name)))
        .filter(|(name, said)| all(mine, name) != *said)
        .collect()
}

#[cfg(test)]
mod tests;
