//! What a review must hold before it is signed, and which way the plan takes from it.
//!
//! The way of the plan, from the strongest decision down:
//! - *discharge* ends the plan, and with it every goal;
//! - a goal to *modify*, or a plan to *change*, opens the next version as a draft: somebody has to write what is different, so the
//!   version followed until now stays in force until that draft is activated;
//! - so does a draft that was waiting already (there is only ever one), and a plan without any goal left;
//! - goals that only end, by being *achieved* or *discontinued*, make the next version at once, active from the day of signing;
//! - when everything goes on, the version stays, and only the day of the next review is new.
//!
//! Goals that were achieved or discontinued end when the review is signed, whichever way the plan takes.

use chrono::NaiveDate;

use super::model::{Agreed, Decision, Draft, PlanFate};

/// The most people and agreements that one form takes.
pub const MOST_ATTENDEES: usize = 12;
pub const MOST_ACTIONS: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Stays,
    /// The next version is made and active at once.
    NextActive,
    /// The next version is opened for writing.
    NextDraft,
    Ends,
}

/// Which way the plan takes. `draft_waits`: a draft of the next version is being written already.
#[must_use]
pub fn way(fate: PlanFate, decisions: &[Decision], draft_waits: bool) -> Way {
    let any = |wanted: Decision| decisions.contains(&wanted);
    let ends = any(Decision::Achieved) || any(Decision::Discontinue);
    let goes_on = any(Decision::Continue) || any(Decision::Modify);
    match fate {
        PlanFate::Discharge => Way::Ends,
        PlanFate::Change => Way::NextDraft,
        PlanFate::Continue if any(Decision::Modify) => Way::NextDraft,
        PlanFate::Continue if !ends => Way::Stays,
        PlanFate::Continue if draft_waits || !goes_on => Way::NextDraft,
        PlanFate::Continue => Way::NextActive,
    }
}

/// Something that keeps a review from being signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    HeldAhead,
    NoAttendee,
    Summary,
    PatientView,
    NextReview,
    /// The next review is not after this one.
    NextReviewTooSoon,
    /// Custody was not there, so nothing was agreed with it.
    AgreedWithoutCustody,
    /// The agreement at this place lacks its day, or the day is before the review.
    ActionDue(usize),
    /// The agreement at this place is there already.
    ActionTwice(usize),
}

/// Everything that is missing, in the order of the form.
#[must_use]
pub fn gaps(draft: &Draft, today: NaiveDate) -> Vec<Gap> {
    let terms = &draft.terms;
    let goes_on = terms.plan_fate != PlanFate::Discharge;
    let too_soon = terms.next_review_on.is_some_and(|next| next <= terms.held_on);
    let mut found: Vec<Gap> = [
        (terms.held_on > today, Gap::HeldAhead),
        (draft.attendees.iter().all(|attendee| attendee.name.trim().is_empty()), Gap::NoAttendee),
        (terms.summary.trim().is_empty(), Gap::Summary),
        (terms.patient_view.trim().is_empty(), Gap::PatientView),
        (goes_on && terms.next_review_on.is_none(), Gap::NextReview),
        (goes_on && too_soon, Gap::NextReviewTooSoon),
        (!terms.custody_attended && !draft.actions.is_empty(), Gap::AgreedWithoutCustody),
    ]
    .into_iter()
    .filter_map(|(missing, gap)| missing.then_some(gap))
    .collect();
    for (at, Agreed { action, due_on }) in draft.actions.iter().enumerate() {
        if due_on.is_none_or(|due| due < terms.held_on) {
            found.push(Gap::ActionDue(at));
        }
        if draft.actions.iter().take(at).any(|earlier| earlier.action == *action) {
            found.push(Gap::ActionTwice(at));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::reviews::model::{Attendee, AttendeeRole, Terms};
    use crate::custody::regime_actions::RegimeAction;

    #[test]
    fn the_plan_takes_the_way_of_the_strongest_decision() {
        use Decision::{Achieved, Continue, Discontinue, Modify};
        for (fate, decisions, waits, expected) in [
            (PlanFate::Continue, &[Continue, Continue][..], false, Way::Stays),
            (PlanFate::Continue, &[Continue, Continue], true, Way::Stays),
            (PlanFate::Continue, &[Continue, Achieved], false, Way::NextActive),
            (PlanFate::Continue, &[Discontinue, Continue], false, Way::NextActive),
            (PlanFate::Continue, &[Discontinue, Continue], true, Way::NextDraft),
            (PlanFate::Continue, &[Achieved, Discontinue], false, Way::NextDraft),
            (PlanFate::Continue, &[Modify, Achieved], false, Way::NextDraft),
            (PlanFate::Change, &[Continue], false, Way::NextDraft),
            (PlanFate::Discharge, &[Modify, Continue], true, Way::Ends),
        ] {
            assert_eq!(way(fate, decisions, waits), expected, "{fate} {decisions:?} {waits}");
        }
    }

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn whole() -> Draft {
        let attendee = |name: &str, role| Attendee { name: name.into(), role, contribution: String::new() };
        Draft {
            terms: Terms {
                held_on: day(20),
                plan_fate: PlanFate::Continue,
                summary: "Goes well.".into(),
                patient_view: "Wants to go on.".into(),
                next_review_on: Some(day(30)),
                custody_attended: true,
            },
            attendees: vec![attendee("", AttendeeRole::Nurse), attendee("Besart", AttendeeRole::Patient)],
            goals: Vec::new(),
            actions: vec![Agreed { action: RegimeAction::LibraryTime, due_on: Some(day(25)) }],
        }
    }

    #[test]
    fn each_gap_is_named() {
        type Change = fn(&mut Draft);
        let cases: [(Change, &[Gap]); 12] = [
            (|_| {}, &[]),
            (|d| d.terms.held_on = day(23), &[Gap::HeldAhead]),
            (|d| d.attendees.truncate(1), &[Gap::NoAttendee]),
            (|d| d.terms.summary = "  ".into(), &[Gap::Summary]),
            (|d| d.terms.patient_view.clear(), &[Gap::PatientView]),
            (|d| d.terms.next_review_on = None, &[Gap::NextReview]),
            (|d| d.terms.next_review_on = Some(day(20)), &[Gap::NextReviewTooSoon]),
            (|d| (d.terms.plan_fate, d.terms.next_review_on) = (PlanFate::Discharge, None), &[]),
            (|d| d.terms.custody_attended = false, &[Gap::AgreedWithoutCustody]),
            (|d| d.actions[0].due_on = None, &[Gap::ActionDue(0)]),
            (|d| d.actions[0].due_on = Some(day(19)), &[Gap::ActionDue(0)]),
            (|d| d.actions.push(d.actions[0]), &[Gap::ActionTwice(1)]),
        ];
        for (number, (change, expected)) in cases.into_iter().enumerate() {
            let mut draft = whole();
            change(&mut draft);
            assert_eq!(gaps(&draft, day(22)), expected, "case {number}");
        }
    }
}
