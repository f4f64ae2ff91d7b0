//! The review's form: its fields' names, reading it, filling it, and what is missing at the field where it is missing. Rows of
//! people and agreements are numbered from 1; those that nothing was written in are left out. Goals are named by their thread, so
//! that what was decided follows a goal into another version of the plan.

use chrono::{Days, NaiveDate};

use super::model::{Agreed, Attendee, AttendeeRole, Decision, Draft, GoalDecision, Held, Known, PlanFate, Terms};
use super::rules::{self, Gap, MOST_ACTIONS, MOST_ATTENDEES};
use crate::care::goals::Goal;
use crate::care::plans::api::Stored;
use crate::custody::regime_actions::RegimeAction;
use crate::i18n::{Lang, Msg};
use crate::kit::form::{Fields, parse_date};
use crate::kit::ids::GoalThreadId;

const LONG: usize = 4000;
const LINE: usize = 400;

#[must_use]
pub fn attendee_field(at: usize, part: &str) -> String {
    format!("attendee-{}-{part}", at + 1)
}

#[must_use]
pub fn goal_field(thread: GoalThreadId, part: &str) -> String {
    format!("goal-{thread}-{part}")
}

#[must_use]
pub fn action_field(at: usize, part: &str) -> String {
    format!("action-{}-{part}", at + 1)
}

/// The review that the form was made from.
#[must_use]
pub fn known(fields: &Fields) -> Option<Known> {
    Some(Known {
        review: fields.get("review").parse().ok()?,
        version: fields.version(),
        plan: fields.get("plan").parse().ok()?,
    })
}

/// Reads the form. Gaps are allowed in a draft; what cannot be what it should be leaves an error at its field.
pub fn parse(fields: &mut Fields, goals: &[Goal], today: NaiveDate) -> Draft {
    let terms = Terms {
        held_on: fields.date("held_on").unwrap_or(today),
        plan_fate: fields.optional("fate").unwrap_or(PlanFate::Continue),
        summary: fields.text("summary", LONG),
        patient_view: fields.text("patient_view", LONG),
        next_review_on: fields.date("next_review_on"),
        custody_attended: fields.get("custody") == "yes",
    };
    let attendees = (0..MOST_ATTENDEES).filter_map(|at| attendee(fields, at)).collect();
    let goals = goals.iter().map(|goal| decision(fields, goal.thread_id)).collect();
    let actions = (0..MOST_ACTIONS).filter_map(|at| action(fields, at)).collect();
    Draft { terms, attendees, goals, actions }
}

fn attendee(fields: &mut Fields, at: usize) -> Option<Attendee> {
    let name = fields.text(&attendee_field(at, "name"), LINE);
    let contribution = fields.text(&attendee_field(at, "contribution"), LINE);
    if name.is_empty() {
        if !contribution.is_empty() {
            fields.error(attendee_field(at, "name"), Msg::new("form-required"));
        }
        return None;
    }
    let role = fields.optional(&attendee_field(at, "role")).unwrap_or(AttendeeRole::Other);
    Some(Attendee { name, role, contribution })
}

fn decision(fields: &mut Fields, thread_id: GoalThreadId) -> GoalDecision {
    GoalDecision {
        thread_id,
        decision: fields.optional(&goal_field(thread_id, "decision")).unwrap_or(Decision::Continue),
        comment: fields.text(&goal_field(thread_id, "comment"), LINE),
    }
}

fn action(fields: &mut Fields, at: usize) -> Option<Agreed> {
    let due_on = fields.date(&action_field(at, "due"));
    let action = fields.optional::<RegimeAction>(&action_field(at, "what"))?;
    Some(Agreed { action, due_on })
}

/// The form of a review that is begun now: the patient and oneself are there, every goal goes on, and the next review is one
/// interval ahead.
#[must_use]
pub fn begin(active: &Stored, known: Known, (patient, practitioner): (String, String), today: NaiveDate) -> Fields {
    let interval = u64::try_from(active.plan.terms.review_interval_days).unwrap_or(0);
    let terms = Terms {
        held_on: today,
        plan_fate: PlanFate::Continue,
        summary: String::new(),
        patient_view: String::new(),
        next_review_on: today.checked_add_days(Days::new(interval)),
        custody_attended: false,
    };
    let attendee = |name, role| Attendee { name, role, contribution: String::new() };
    let draft = Draft {
        terms,
        attendees: vec![attendee(patient, AttendeeRole::Patient), attendee(practitioner, AttendeeRole::Practitioner)],
        goals: Vec::new(),
        actions: Vec::new(),
    };
    fill(&Held { known, draft }, &active.goals)
}

/// The form as a review has it. A goal that it says nothing about goes on.
#[must_use]
pub fn fill(held: &Held, goals: &[Goal]) -> Fields {
    let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let Terms { held_on, plan_fate, summary, patient_view, next_review_on, custody_attended } = &held.draft.terms;
    let mut fields = Fields::new()
        .with("review", held.known.review.to_string())
        .with("version", held.known.version.to_string())
        .with("plan", held.known.plan.to_string())
        .with("held_on", held_on.to_string())
        .with("fate", plan_fate.as_str())
        .with("summary", summary)
        .with("patient_view", patient_view)
        .with("next_review_on", date(*next_review_on))
        .with("custody", if *custody_attended { "yes" } else { "no" });
    for (at, attendee) in held.draft.attendees.iter().enumerate() {
        fields.set(attendee_field(at, "name"), &attendee.name);
        fields.set(attendee_field(at, "role"), attendee.role.as_str());
        fields.set(attendee_field(at, "contribution"), &attendee.contribution);
    }
    for goal in goals {
        let decided = held.draft.goals.iter().find(|decided| decided.thread_id == goal.thread_id);
        let decision = decided.map_or(Decision::Continue, |decided| decided.decision);
        fields.set(goal_field(goal.thread_id, "decision"), decision.as_str());
        fields.set(
            goal_field(goal.thread_id, "comment"),
            decided.map(|decided| decided.comment.as_str()).unwrap_or_default(),
        );
    }
    for (at, agreed) in held.draft.actions.iter().enumerate() {
        fields.set(action_field(at, "what"), agreed.action.as_str());
        fields.set(action_field(at, "due"), date(agreed.due_on));
    }
    fields
}

/// How many rows a list shows: those that hold something, and one to write in.
#[must_use]
pub fn rows(fields: &Fields, most: usize, names: impl Fn(usize) -> [String; 2]) -> usize {
    let last = (0..most).rfind(|at| names(*at).iter().any(|name| !fields.get(name).is_empty()));
    last.map_or(1, |at| at + 2).min(most)
}

/// Puts each gap at its field.
pub fn show_gaps(fields: &mut Fields, draft: &Draft, today: NaiveDate) {
    for gap in rules::gaps(draft, today) {
        let (name, key) = match gap {
            Gap::HeldAhead => ("held_on".to_owned(), "reviews-gap-held-ahead"),
            Gap::NoAttendee => (attendee_field(0, "name"), "reviews-gap-attendee"),
            Gap::Summary => ("summary".to_owned(), "reviews-gap-summary"),
            Gap::PatientView => ("patient_view".to_owned(), "reviews-gap-view"),
            Gap::NextReview => ("next_review_on".to_owned(), "reviews-gap-next"),
            Gap::NextReviewTooSoon => ("next_review_on".to_owned(), "reviews-gap-next-soon"),
            Gap::AgreedWithoutCustody => ("custody".to_owned(), "reviews-gap-custody"),
            Gap::ActionDue(at) => (action_field(place_of(fields, at), "due"), "reviews-gap-due"),
            Gap::ActionTwice(at) => (action_field(place_of(fields, at), "what"), "reviews-gap-twice"),
        };
        if fields.error_at(&name).is_none() {
            fields.error(name, Msg::new(key));
        }
    }
}

/// The row of the form that the agreement at a place stands in: rows with nothing in them were left out.
fn place_of(fields: &Fields, at: usize) -> usize {
    (0..MOST_ACTIONS).filter(|row| !fields.get(&action_field(*row, "what")).is_empty()).nth(at).unwrap_or(0)
}

/// What somebody else has saved, at each field where it is not what was typed; the form then stands on their version.
pub fn show_conflict(fields: &mut Fields, lang: Lang, held: &Held, goals: &[Goal]) {
    let theirs = fill(held, goals);
    let differs: Vec<(String, String)> = theirs
        .pairs()
        .iter()
        .filter(|(name, value)| {
            !["review", "version", "plan"].contains(&name.as_str()) && fields.get(name) != value.trim()
        })
        .cloned()
        .collect();
    for (name, value) in differs {
        fields.error(name.clone(), Msg::with("plans-conflict-field", [("theirs", spoken(lang, &name, &value).into())]));
    }
    fields.error("", Msg::new("reviews-conflict"));
    fields.set("review", held.known.review.to_string());
    fields.set("version", held.known.version.to_string());
}

/// An answer in words.
fn spoken(lang: Lang, name: &str, value: &str) -> String {
    let part = name.rsplit('-').next().unwrap_or(name);
    let said = match part {
        _ if value.is_empty() => Some(lang.t("plans-nothing").into_owned()),
        "fate" => PlanFate::from_code(value).map(|fate| fate.label(lang).into_owned()),
        "decision" => Decision::from_code(value).map(|decision| decision.label(lang).into_owned()),
        "role" => AttendeeRole::from_code(value).map(|role| role.label(lang).into_owned()),
        "what" => RegimeAction::from_code(value).map(|action| action.label(lang).into_owned()),
        "custody" => Some(lang.t(if value == "yes" { "reviews-yes" } else { "reviews-no" }).into_owned()),
        "held_on" | "next_review_on" | "due" => parse_date(value).map(|day| lang.date(day)),
        _ => None,
    };
    said.unwrap_or_else(|| value.to_owned())
}
