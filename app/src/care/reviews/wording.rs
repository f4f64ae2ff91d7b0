//! A review in the words of the note that is signed, in the language that its author works in.

use std::collections::HashMap;

use super::model::{Agreed, Attendee, GoalDecision, Terms};
use crate::care::goals::rules::level_now;
use crate::care::goals::{Goal, Level};
use crate::i18n::Lang;
use crate::kit::ids::GoalThreadId;

/// One line for each person.
#[must_use]
pub fn attendees(lang: Lang, attendees: &[Attendee]) -> String {
    let line = |attendee: &Attendee| {
        let who = format!("{} ({})", attendee.name, attendee.role.label(lang));
        if attendee.contribution.is_empty() { who } else { format!("{who}: {}", attendee.contribution) }
    };
    attendees.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// One line for each goal: what was decided, and where the patient stood on its ladder that day.
#[must_use]
pub fn goals(lang: Lang, decided: &[(&Goal, &GoalDecision)], levels: &HashMap<GoalThreadId, Level>) -> String {
    let line = |(goal, decided): &(&Goal, &GoalDecision)| {
        let level = level_now(goal, levels);
        let said = format!(
            "{}. {} ({} {}): {}",
            goal.position,
            goal.description.trim_end_matches('.'),
            level.signed(),
            goal.ladder.step(level),
            decided.decision.label(lang)
        );
        if decided.comment.is_empty() { said } else { format!("{said}. {}", decided.comment) }
    };
    decided.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[must_use]
pub fn fate(lang: Lang, terms: &Terms) -> String {
    let fate = terms.plan_fate.label(lang);
    match terms.next_review_on.filter(|_| terms.plan_fate != super::PlanFate::Discharge) {
        Some(day) => format!("{fate}. {}: {}", lang.t("reviews-next"), lang.date(day)),
        None => fate.into_owned(),
    }
}

/// One line for each thing agreed for the regime.
#[must_use]
pub fn actions(lang: Lang, actions: &[Agreed]) -> String {
    let line = |agreed: &Agreed| {
        let due = agreed.due_on.map(|day| lang.date(day)).unwrap_or_default();
        lang.t_with("reviews-action-said", &[("what", agreed.action.label(lang).into()), ("due", due.into())])
    };
    actions.iter().map(line).collect::<Vec<_>>().join("\n")
}
