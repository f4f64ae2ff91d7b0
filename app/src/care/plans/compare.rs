//! Two versions of a plan beside each other: what changed, answer by answer, goals followed by their thread.

use super::api::Stored;
use super::wording;
use crate::care::goals::{Goal, Level};
use crate::i18n::Lang;

/// One answer that is not what it was. Empty on one side when something was added or taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub what: String,
    pub before: String,
    pub after: String,
}

/// What changed from one version to the next, in the order of the plan.
#[must_use]
pub fn changes(lang: Lang, before: &Stored, after: &Stored) -> Vec<Change> {
    let mut found = Vec::new();
    keep_changes(&mut found, words(lang, before), words(lang, after));
    for goal in &after.goals {
        let was = before.goals.iter().find(|was| was.thread_id == goal.thread_id);
        match was {
            Some(was) => {
                keep_changes(
                    &mut found,
                    goal_words(lang, before, was, goal.position),
                    goal_words(lang, after, goal, goal.position),
                );
            }
            None => found.push(Change {
                what: lang.t_with("plans-goal-n", &[("n", goal.position.into())]),
                before: String::new(),
                after: whole(goal),
            }),
        }
    }
    let kept = |goal: &&Goal| after.goals.iter().any(|now| now.thread_id == goal.thread_id);
    for goal in before.goals.iter().filter(|goal| !kept(goal)) {
        found.push(Change {
            what: lang.t_with("plans-goal-n", &[("n", goal.position.into())]),
            before: whole(goal),
            after: String::new(),
        });
    }
    found
}

/// A goal that only one of the versions has, with its ladder: there is nothing to lay it beside.
fn whole(goal: &Goal) -> String {
    let steps = Level::ALL.map(|level| format!("{}: {}", level.signed(), goal.ladder.step(level)));
    std::iter::once(goal.description.clone()).chain(steps).collect::<Vec<_>>().join("\n")
}

fn keep_changes(found: &mut Vec<Change>, before: Vec<(String, String)>, after: Vec<(String, String)>) {
    for ((_, before), (what, after)) in before.into_iter().zip(after) {
        if before != after {
            found.push(Change { what, before, after });
        }
    }
}

fn words(lang: Lang, stored: &Stored) -> Vec<(String, String)> {
    let terms = &stored.plan.terms;
    let mut said = vec![
        (lang.t("plans-title").into_owned(), terms.title.clone()),
        (lang.t("plans-summary").into_owned(), terms.summary.clone()),
    ];
    said.extend(wording::terms(lang, terms));
    said.push((lang.t("plans-precautions").into_owned(), terms.precautions.clone()));
    said
}

fn goal_words(lang: Lang, stored: &Stored, goal: &Goal, position: i32) -> Vec<(String, String)> {
    let named = |what: String, value: String| {
        (lang.t_with("plans-changes-goal", &[("n", position.into()), ("what", what.into())]), value)
    };
    let long = |thread| stored.goals.iter().find(|long| long.thread_id == thread);
    let parent = goal.parent_thread_id.and_then(long).map(|long| long.description.clone());
    let keyed = |key: &str, value: String| named(lang.t(key).into_owned(), value);
    let mut said = vec![
        keyed("plans-goal-description", goal.description.clone()),
        keyed("plans-goal-words", goal.patient_words.clone()),
        keyed("plans-goal-area", goal.area.label(lang).into_owned()),
        keyed("plans-goal-target", goal.target_date.map(|day| lang.date(day)).unwrap_or_default()),
    ];
    said.extend(Level::ALL.map(|level| named(level.signed().to_owned(), goal.ladder.step(level).to_owned())));
    said.push(keyed("plans-goal-baseline", goal.baseline.signed().to_owned()));
    said.push(keyed("plans-goal-term", goal.term.label(lang).into_owned()));
    said.push(keyed("plans-goal-parent", parent.unwrap_or_default()));
    said.push(keyed("plans-goal-expressed", goal.expressed_by.label(lang).into_owned()));
    said.push(keyed("plans-goal-importance", goal.importance.to_string()));
    said.push(keyed("plans-goal-difficulty", goal.difficulty.to_string()));
    said
}
