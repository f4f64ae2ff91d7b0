//! What a plan must hold before it may be activated, when it is reviewed, and what becomes of goals that the next version
//! no longer states.

use chrono::{Days, NaiveDate};

use super::model::{Agreement, Draft, DraftGoal, Lifecycle, Terms};
use crate::care::goals::ladder::{LadderFault, faults};
use crate::care::goals::{Level, Term};

/// 25 hours of structured activity in a week: the benchmark of forensic services.
pub const BENCHMARK_MINUTES: i32 = 25 * 60;
/// A plan is reviewed every four weeks unless it says otherwise.
pub const REVIEW_INTERVAL_DAYS: i32 = 28;
/// More goals than this nobody can work on at once, and the ladder of none of them is then rated with care.
pub const MOST_GOALS: usize = 8;

/// Something that a plan lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Title,
    Summary,
    Areas,
    /// The weekly target is under the benchmark without a reason.
    TargetReason,
    /// The patient has not been asked.
    Agreement,
    AgreedOn,
    NoGoal,
    /// The goal at this place, from 0, lacks something.
    Goal(usize, GoalGap),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoalGap {
    Description,
    /// A short goal names no long goal that it leads to.
    Parent,
    Ladder(LadderFault),
}

/// A weekly target under the benchmark is a decision about a person and needs its reason. The benchmark itself does not.
#[must_use]
pub fn lacks_target_reason(terms: &Terms) -> bool {
    terms.weekly_target_minutes < BENCHMARK_MINUTES && terms.target_reason.trim().is_empty()
}

/// Everything that keeps a draft from being activated, in the order of the form. A goal in which nothing was written is no
/// goal, and is dropped when the plan is activated.
#[must_use]
pub fn gaps(draft: &Draft) -> Vec<Gap> {
    let terms = &draft.terms;
    let asked = terms.agreement != Agreement::NotAsked;
    let mut gaps: Vec<Gap> = [
        (terms.title.trim().is_empty(), Gap::Title),
        (terms.summary.trim().is_empty(), Gap::Summary),
        (terms.areas.0.is_empty(), Gap::Areas),
        (lacks_target_reason(terms), Gap::TargetReason),
        (!asked, Gap::Agreement),
        (asked && terms.agreed_on.is_none(), Gap::AgreedOn),
        (draft.goals.iter().all(super::DraftGoal::is_blank), Gap::NoGoal),
    ]
    .into_iter()
    .filter_map(|(missing, gap)| missing.then_some(gap))
    .collect();
    for (at, goal) in draft.goals.iter().enumerate().filter(|(_, goal)| !goal.is_blank()) {
        if goal.description.trim().is_empty() {
            gaps.push(Gap::Goal(at, GoalGap::Description));
        }
        if goal.term == Term::Short && !leads_to_a_long_goal(draft, at, goal) {
            gaps.push(Gap::Goal(at, GoalGap::Parent));
        }
        gaps.extend(faults(&goal.ladder).into_iter().map(|fault| Gap::Goal(at, GoalGap::Ladder(fault))));
    }
    gaps
}

fn leads_to_a_long_goal(draft: &Draft, at: usize, goal: &DraftGoal) -> bool {
    let parent = goal.parent.filter(|parent| *parent != at).and_then(|parent| draft.goals.get(parent));
    parent.is_some_and(|parent| parent.term == Term::Long && !parent.is_blank())
}

/// The first review of a plan: one interval after it begins, or after today when it has begun already, since a plan that is
/// activated late is not late for review on its first day.
#[must_use]
pub fn first_review(starts_on: NaiveDate, today: NaiveDate, interval_days: i32) -> NaiveDate {
    let days = u64::try_from(interval_days).unwrap_or(0);
    let from = starts_on.max(today);
    from.checked_add_days(Days::new(days)).unwrap_or(from)
}

/// What becomes of a goal that was active and that the next version no longer states: reached when the patient stands at
/// what was expected or better, otherwise given up.
#[must_use]
pub fn lifecycle_when_dropped(level: Level) -> Lifecycle {
    if level >= Level::EXPECTED { Lifecycle::Completed } else { Lifecycle::Cancelled }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::goals::Ladder;
    use crate::care::plans::{Area, Areas, DraftGoal};

    fn goal() -> DraftGoal {
        let ladder = Ladder {
            step_m2: "Cooks nothing".into(),
            step_m1: "Cooks with somebody beside him".into(),
            step_0: "Cooks one dish alone".into(),
            step_p1: "Cooks three dishes".into(),
            step_p2: "Cooks for others".into(),
        };
        DraftGoal { description: "Cooks a simple meal".into(), ladder, ..DraftGoal::blank(Area::Iadl) }
    }

    fn complete() -> Draft {
        let terms = Terms {
            title: "Back to daily living".into(),
            summary: "We cook together".into(),
            areas: Areas(vec![Area::Iadl]),
            agreement: Agreement::Agreed,
            agreed_on: NaiveDate::from_ymd_opt(2026, 11, 2),
            ..Terms::default()
        };
        Draft { terms, goals: vec![goal()] }
    }

    /// A draft that is complete but for one change.
    fn but(change: impl FnOnce(&mut Draft)) -> Draft {
        let mut draft = complete();
        change(&mut draft);
        draft
    }

    #[test]
    fn each_gap_is_named_where_it_is() {
        let cases = [
            (complete(), vec![]),
            (but(|d| d.terms.title = " ".into()), vec![Gap::Title]),
            (but(|d| d.terms.summary.clear()), vec![Gap::Summary]),
            (but(|d| d.terms.areas.0.clear()), vec![Gap::Areas]),
            (but(|d| d.terms.weekly_target_minutes = 600), vec![Gap::TargetReason]),
            (but(|d| d.terms.agreement = Agreement::NotAsked), vec![Gap::Agreement]),
            (but(|d| d.terms.agreed_on = None), vec![Gap::AgreedOn]),
            (but(|d| d.goals.clear()), vec![Gap::NoGoal]),
            (but(|d| d.goals = vec![DraftGoal::blank(Area::Work)]), vec![Gap::NoGoal]),
            (but(|d| d.goals.push(DraftGoal::blank(Area::Work))), vec![]),
            (but(|d| d.goals.iter_mut().for_each(|g| g.description.clear())), vec![Gap::Goal(0, GoalGap::Description)]),
            (
                but(|d| {
                    d.goals.push(DraftGoal { ladder: Ladder { step_p1: String::new(), ..goal().ladder }, ..goal() });
                }),
                vec![Gap::Goal(1, GoalGap::Ladder(LadderFault::Empty(Level::new(1).unwrap())))],
            ),
            (
                but(|d| d.goals[0].ladder.step_p1 = "cooks one dish alone".into()),
                vec![Gap::Goal(0, GoalGap::Ladder(LadderFault::Same(Level::EXPECTED, Level::new(1).unwrap())))],
            ),
            (but(|d| d.goals.push(DraftGoal { term: Term::Short, parent: Some(0), ..goal() })), vec![]),
            (but(|d| d.goals.push(DraftGoal { term: Term::Short, ..goal() })), vec![Gap::Goal(1, GoalGap::Parent)]),
            (
                but(|d| d.goals[0] = DraftGoal { term: Term::Short, parent: Some(0), ..goal() }),
                vec![Gap::Goal(0, GoalGap::Parent)],
            ),
        ];
        for (draft, expected) in cases {
            assert_eq!(gaps(&draft), expected, "{draft:?}");
        }
    }

    #[test]
    fn a_short_goal_follows_its_long_one_or_stands_alone() {
        let mut draft = complete();
        draft.goals.insert(0, DraftGoal::blank(Area::Work));
        draft.goals.push(DraftGoal { term: Term::Short, parent: Some(1), ..goal() });
        draft.drop_blank_goals();
        assert_eq!((draft.goals.len(), draft.goals[1].parent, draft.goals[1].term), (2, Some(0), Term::Short));
        draft.remove_goal(0);
        assert_eq!((draft.goals.len(), draft.goals[0].parent, draft.goals[0].term), (1, None, Term::Long));
    }

    #[test]
    fn only_a_target_under_the_benchmark_needs_a_reason() {
        for (minutes, reason, lacks) in
            [(1500, "", false), (1800, "", false), (1499, "", true), (1499, "  ", true), (600, "remand", false)]
        {
            let terms = Terms { weekly_target_minutes: minutes, target_reason: reason.into(), ..Terms::default() };
            assert_eq!(lacks_target_reason(&terms), lacks, "{minutes} {reason:?}");
        }
    }

    #[test]
    fn the_first_review_is_an_interval_ahead() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (starts, today, interval, review) in
            [(day(1), day(1), 28, day(29)), (day(10), day(1), 7, day(17)), (day(1), day(10), 7, day(17))]
        {
            assert_eq!(first_review(starts, today, interval), review, "{starts} {today}");
        }
    }

    #[test]
    fn a_dropped_goal_ends_by_where_the_patient_stands() {
        let ends = Level::ALL.map(lifecycle_when_dropped);
        use Lifecycle::{Cancelled, Completed};
        assert_eq!(ends, [Cancelled, Cancelled, Completed, Completed, Completed]);
    }
}
