//! When a person who was referred is to be seen, which decisions can follow each other, and what custody is told of them.

use chrono::{Days, NaiveDate};

use super::model::{ReferralStatus, Urgency};
use crate::custody::referrals::ReferralState;
use crate::custody::referrals::rules::FIRST_CONTACT_DAYS;

/// Days to the first contact. A routine referral waits as long as one of custody's, which has no other urgency.
pub const ROUTINE_DAYS: u64 = FIRST_CONTACT_DAYS;
pub const URGENT_DAYS: u64 = 3;
/// The next day, since a practitioner is not there at night.
pub const ASAP_DAYS: u64 = 1;

/// The last day on which the first contact is in time.
#[must_use]
pub fn first_contact_due(urgency: Urgency, received_on: NaiveDate) -> NaiveDate {
    let days = match urgency {
        Urgency::Routine => ROUTINE_DAYS,
        Urgency::Urgent => URGENT_DAYS,
        Urgency::Asap => ASAP_DAYS,
    };
    received_on.checked_add_days(Days::new(days)).unwrap_or(received_on)
}

/// Days since it was received.
#[must_use]
pub fn age_in_days(received_on: NaiveDate, today: NaiveDate) -> i64 {
    (today - received_on).num_days().max(0)
}

/// Whether the person should have been seen by now. Who was declined or sent elsewhere is not waited for.
#[must_use]
pub fn is_late(due: NaiveDate, first_contact_on: Option<NaiveDate>, status: ReferralStatus, today: NaiveDate) -> bool {
    first_contact_on.is_none() && due < today && !is_ended(status)
}

const fn is_ended(status: ReferralStatus) -> bool {
    matches!(status, ReferralStatus::Declined | ReferralStatus::Redirected)
}

/// The decisions that can follow. Somebody on the waiting list is accepted or let go later; anything else is the end of this
/// referral, and a new one can always be made.
#[must_use]
pub const fn may_follow(status: ReferralStatus) -> &'static [ReferralStatus] {
    use ReferralStatus::{Accepted, Declined, Received, Redirected, WaitingList};
    match status {
        Received => &[Accepted, WaitingList, Declined, Redirected],
        WaitingList => &[Accepted, Declined, Redirected],
        Accepted | Declined | Redirected => &[],
    }
}

/// Whoever is turned away, or sent elsewhere, is owed a reason.
#[must_use]
pub const fn needs_reason(decision: ReferralStatus) -> bool {
    is_ended(decision)
}

/// Whether the first contact can be written down: not of somebody who was turned away.
#[must_use]
pub const fn may_be_contacted(status: ReferralStatus) -> bool {
    !is_ended(status)
}

/// What custody is told. From outside, waiting looks like having been received, and declined like redirected.
#[must_use]
pub const fn as_custody_sees(status: ReferralStatus) -> ReferralState {
    match status {
        ReferralStatus::Received | ReferralStatus::WaitingList => ReferralState::Received,
        ReferralStatus::Accepted => ReferralState::Accepted,
        ReferralStatus::Declined | ReferralStatus::Redirected => ReferralState::Closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReferralStatus::{Accepted, Declined, Received, Redirected, WaitingList};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn the_first_contact_is_due_by_urgency() {
        for (urgency, received, due) in [
            (Urgency::Routine, day(11, 22), day(12, 6)),
            (Urgency::Urgent, day(11, 22), day(11, 25)),
            (Urgency::Asap, day(11, 22), day(11, 23)),
            (Urgency::Urgent, day(2, 27), day(3, 2)),
            (Urgency::Asap, day(12, 31), NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()),
        ] {
            assert_eq!(first_contact_due(urgency, received), due, "{urgency} {received}");
        }
    }

    #[test]
    fn late_is_from_the_day_after() {
        for (due, contact, status, today, late) in [
            (day(11, 22), None, Received, day(11, 22), false),
            (day(11, 22), None, Received, day(11, 23), true),
            (day(11, 22), None, WaitingList, day(11, 23), true),
            (day(11, 22), None, Accepted, day(11, 23), true),
            (day(11, 22), Some(day(11, 30)), Accepted, day(12, 1), false),
            (day(11, 22), None, Declined, day(11, 23), false),
            (day(11, 22), None, Redirected, day(11, 23), false),
        ] {
            assert_eq!(is_late(due, contact, status, today), late, "{status} {due} {today}");
        }
        assert_eq!([age_in_days(day(11, 1), day(11, 22)), age_in_days(day(11, 22), day(11, 22))], [21, 0]);
    }

    #[test]
    fn what_was_decided_stays_decided() {
        for (status, next) in [
            (Received, &[Accepted, WaitingList, Declined, Redirected][..]),
            (WaitingList, &[Accepted, Declined, Redirected]),
            (Accepted, &[]),
            (Declined, &[]),
            (Redirected, &[]),
        ] {
            assert_eq!(may_follow(status), next, "{status}");
        }
    }

    #[test]
    fn custody_cannot_tell_two_refusals_or_two_waits_apart() {
        for (status, told, reason) in [
            (Received, ReferralState::Received, false),
            (WaitingList, ReferralState::Received, false),
            (Accepted, ReferralState::Accepted, false),
            (Declined, ReferralState::Closed, true),
            (Redirected, ReferralState::Closed, true),
        ] {
            assert_eq!((as_custody_sees(status), needs_reason(status)), (told, reason), "{status}");
        }
    }
}
