//! What a referral by custody must hold, and by when health means to have seen the person.

use chrono::{Days, NaiveDate};

use super::model::ReferralReason;
use crate::custody::people::Presence;

/// The most that is said beside the code: enough to say what was seen, too little for a report about a person.
pub const LONGEST_WORDS: usize = 140;

/// Days until the first contact. Custody sets no urgency; whoever triages may set one.
pub const FIRST_CONTACT_DAYS: u64 = 14;

#[must_use]
pub fn first_contact_due(received_on: NaiveDate) -> NaiveDate {
    received_on.checked_add_days(Days::new(FIRST_CONTACT_DAYS)).unwrap_or(received_on)
}

/// 'Other' alone tells nobody anything.
#[must_use]
pub fn needs_words(reason: ReferralReason) -> bool {
    reason == ReferralReason::Other
}

/// Whoever has left the facility is no longer its to refer.
#[must_use]
pub const fn may_be_referred(presence: Presence) -> bool {
    !matches!(presence, Presence::Transferred | Presence::Released)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fourteen_days_from_the_day_it_was_received() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        for (received, due) in [(day(11, 1), day(11, 15)), (day(11, 22), day(12, 6)), (day(2, 20), day(3, 6))] {
            assert_eq!(first_contact_due(received), due, "{received}");
        }
    }

    #[test]
    fn only_other_must_be_explained() {
        for reason in ReferralReason::ALL {
            assert_eq!(needs_words(*reason), *reason == ReferralReason::Other, "{reason}");
        }
    }

    #[test]
    fn who_has_left_is_not_referred() {
        for (presence, may) in [
            (Presence::Present, true),
            (Presence::Court, true),
            (Presence::Hospital, true),
            (Presence::Transferred, false),
            (Presence::Released, false),
        ] {
            assert_eq!(may_be_referred(presence), may, "{presence}");
        }
    }
}
