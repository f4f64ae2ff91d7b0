//! What stands at the fields of a plan's form: what is missing, and what somebody else has saved in the meantime.

use super::super::api::Stored;
use super::super::model::DraftGoal;
use super::super::rules::{self, Gap, GoalGap, MOST_GOALS};
use super::super::{model::Draft, wording};
use super::fill::{fill_goal, fill_terms, set_known};
use super::{goal_count, goal_field, step_part};
use crate::care::goals::Level;
use crate::care::goals::ladder::LadderFault;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;

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
            Gap::Goal(at, GoalGap::Description) => {
                (goal_field(at, "description"), numbered("plans-gap-description", at))
            }
            Gap::Goal(at, GoalGap::Parent) => (goal_field(at, "parent"), numbered("plans-gap-parent", at)),
            Gap::Goal(at, GoalGap::Ladder(fault)) => (goal_field(at, step_part(fault.at())), ladder_fault(fault, at)),
        };
        if fields.error_at(&name).is_none() {
            fields.error(name, message);
        }
    }
}

/// What is wrong with the ladder of the goal at a place, in words.
#[must_use]
pub fn ladder_fault(fault: LadderFault, at: usize) -> Msg {
    let two = |key, one: Level, other: Level| {
        Msg::with(key, [("goal", (at + 1).into()), ("one", one.signed().into()), ("other", other.signed().into())])
    };
    match fault {
        LadderFault::Empty(_) => numbered("plans-gap-step", at),
        LadderFault::Same(one, other) => two("plans-ladder-same", one, other),
        LadderFault::Gap(one, other) => two("plans-ladder-gap", one, other),
        LadderFault::Overlap(one, other) => two("plans-ladder-overlap", one, other),
        LadderFault::TurnsBack(_) => numbered("plans-ladder-turns-back", at),
        LadderFault::MovesTwoThings => numbered("plans-ladder-two-things", at),
    }
}

fn numbered(key: &'static str, at: usize) -> Msg {
    Msg::with(key, [("goal", (at + 1).into())])
}

/// What somebody else has saved, at each field where it is not what was typed; and the form now stands on their version, so
/// that sending it again is a decision made in sight of both. `None` when the draft is no more.
pub fn show_conflict(fields: &mut Fields, lang: Lang, held: Option<&Stored>) {
    set_known(fields, held.map(Stored::known));
    let Some(held) = held else {
        fields.error("", Msg::new("plans-conflict-gone"));
        return;
    };
    fields.error("", Msg::new("plans-conflict"));
    let theirs = held.draft();
    let mut answers = Fields::new();
    fill_terms(&mut answers, &theirs.terms);
    compare(fields, &answers, lang);
    compare_goals(fields, theirs.goals, lang);
}

/// Goals are compared by their thread, and a new one of ours by its place; what only they have comes below ours.
fn compare_goals(fields: &mut Fields, theirs: Vec<DraftGoal>, lang: Lang) {
    let mut theirs: Vec<Option<DraftGoal>> = theirs.into_iter().map(Some).collect();
    let count = goal_count(fields);
    for at in 0..count {
        let thread = fields.get(&goal_field(at, "thread")).parse().ok();
        let place = match thread {
            Some(thread) => {
                theirs.iter().position(|goal| goal.as_ref().is_some_and(|goal| goal.thread == Some(thread)))
            }
            None => Some(at),
        };
        match place.and_then(|place| theirs.get_mut(place)).and_then(Option::take) {
            Some(goal) => {
                let mut answers = Fields::new();
                fill_goal(&mut answers, at, &goal);
                compare(fields, &answers, lang);
                fields.set(goal_field(at, "thread"), answers.get(&goal_field(at, "thread")).to_owned());
            }
            None if thread.is_some() => {
                fields.error(goal_field(at, "description"), Msg::new("plans-conflict-goal-removed"));
            }
            None => {}
        }
    }
    let added = theirs.into_iter().flatten().filter(|goal| !goal.is_blank());
    for (at, goal) in (count..MOST_GOALS).zip(added) {
        fill_goal(fields, at, &goal);
        fields.error(goal_field(at, "description"), Msg::new("plans-conflict-goal-added"));
    }
}

/// The questions to which any of several boxes may be ticked.
const TICKED: [&str; 2] = ["areas", "intervention_types"];

/// Leaves their answer at each field in which ours differs.
fn compare(fields: &mut Fields, theirs: &Fields, lang: Lang) {
    let said = |fields: &Fields, name: &str| {
        fields.all(name).map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(",")
    };
    let mut names: Vec<&str> = theirs.pairs().iter().map(|(name, _)| name.as_str()).collect();
    // What is ticked nowhere has no pair to be found by.
    names.extend(TICKED);
    names.sort_unstable();
    names.dedup();
    for name in names.into_iter().filter(|name| !name.ends_with("-thread")) {
        // Only a form with the plan's own part asks about them; a goal's answers do not.
        let asked = !TICKED.contains(&name) || theirs.has("title");
        let answer = said(theirs, name);
        if asked && answer != said(fields, name) {
            let words = wording::spoken(lang, name, &answer);
            fields.error(name, Msg::with("plans-conflict-field", [("theirs", words.into())]));
        }
    }
}
