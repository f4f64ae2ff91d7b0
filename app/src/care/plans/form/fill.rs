//! Filling the plan's form from a draft.

use chrono::NaiveDate;

use super::super::api::{Known, Stored};
use super::super::model::{Draft, DraftGoal, Terms};
use super::{goal_field, step_part};
use crate::care::goals::Level;
use crate::kit::form::Fields;
use crate::kit::ids::PlanId;

/// The form as a stored draft has it, and which draft that is.
#[must_use]
pub fn fill_stored(stored: &Stored) -> Fields {
    let mut fields = fill(&stored.draft());
    set_known(&mut fields, Some(stored.known()));
    fields
}

/// A form that nothing was written in. The draft that it may become has its identifier.
#[must_use]
pub fn fill_new(plan: PlanId) -> Fields {
    let mut fields = fill(&Draft::default());
    set_known(&mut fields, Some(Known { plan, version: 0 }));
    fields
}

pub(super) fn set_known(fields: &mut Fields, known: Option<Known>) {
    fields.set("plan", known.map(|known| known.plan.to_string()).unwrap_or_default());
    fields.set("version", known.map(|known| known.version.to_string()).unwrap_or_default());
}

/// The form as a draft has it. There is always a goal to begin with.
#[must_use]
pub fn fill(draft: &Draft) -> Fields {
    let mut fields = Fields::new();
    fill_terms(&mut fields, &draft.terms);
    let first = [DraftGoal::blank(draft.first_area())];
    let goals = if draft.goals.is_empty() { &first[..] } else { &draft.goals };
    for (at, goal) in goals.iter().enumerate() {
        fill_goal(&mut fields, at, goal);
    }
    fields
}

pub(super) fn fill_terms(fields: &mut Fields, terms: &Terms) {
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    fields.set("title", &terms.title);
    fields.set("summary", &terms.summary);
    fields.set("starts_on", date(terms.starts_on));
    fields.set("expected_end", date(terms.expected_end));
    for area in &terms.areas.0 {
        fields.add("areas", area.as_str());
    }
    fields.set("approach", terms.approach.as_str());
    for kind in &terms.intervention_types.0 {
        fields.add("intervention_types", kind.as_str());
    }
    fields.set("creative_level", terms.creative_level.map(|level| level.to_string()).unwrap_or_default());
    fields.set("sessions_per_week", terms.sessions_per_week.to_string());
    fields.set("minutes_per_session", terms.minutes_per_session.to_string());
    fields.set("session_mix", terms.session_mix.as_str());
    fields.set("target_hours", hours(terms.weekly_target_minutes));
    fields.set("target_reason", &terms.target_reason);
    fields.set("precautions", &terms.precautions);
    fields.set("agreement", terms.agreement.as_str());
    fields.set("agreed_on", date(terms.agreed_on));
    fields.set("agreement_language", &terms.agreement_language);
    fields.set("review_interval_days", terms.review_interval_days.to_string());
}

pub fn fill_goal(fields: &mut Fields, at: usize, goal: &DraftGoal) {
    let mut set = |part: &str, value: String| fields.set(goal_field(at, part), value);
    set("thread", goal.thread.map(|thread| thread.to_string()).unwrap_or_default());
    set("description", goal.description.clone());
    set("words", goal.patient_words.clone());
    set("area", goal.area.as_str().to_owned());
    set("target", goal.target_date.map(|day| day.to_string()).unwrap_or_default());
    for level in Level::ALL {
        set(step_part(level), goal.ladder.step(level).to_owned());
    }
    set("baseline", goal.baseline.get().to_string());
    set("importance", goal.importance.to_string());
    set("difficulty", goal.difficulty.to_string());
    set("term", goal.term.as_str().to_owned());
    set("parent", goal.parent.map(|parent| (parent + 1).to_string()).unwrap_or_default());
    set("expressed", goal.expressed_by.as_str().to_owned());
}

/// Minutes as hours, with as many digits as they need.
pub(super) fn hours(minutes: i32) -> String {
    let hundredths = (minutes % 60 * 100 + 30) / 60;
    match (minutes / 60, hundredths) {
        (whole, 0) => whole.to_string(),
        (whole, part) if part % 10 == 0 => format!("{whole}.{}", part / 10),
        (whole, part) => format!("{whole}.{part:02}"),
    }
}
