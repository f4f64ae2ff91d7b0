//! When a review is late, and who may be taken into the caseload.

use chrono::NaiveDate;

use crate::custody::people::Presence;
pub use crate::kit::page::{EVERYBODY, search_patterns};

/// How near or far the next review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewDue {
    /// Its day has passed.
    Late,
    Today,
    Ahead,
}

/// A review is late from the day after it was due.
#[must_use]
pub fn review_due(next_review_on: NaiveDate, today: NaiveDate) -> ReviewDue {
    match next_review_on.cmp(&today) {
        std::cmp::Ordering::Less => ReviewDue::Late,
        std::cmp::Ordering::Equal => ReviewDue::Today,
        std::cmp::Ordering::Greater => ReviewDue::Ahead,
    }
}

/// Whether a person can be taken into the caseload: not one who has left the facility. One who is at court or in hospital
/// comes back.
#[must_use]
pub const fn may_be_taken(presence: Presence) -> bool {
    !matches!(presence, Presence::Transferred | Presence::Released)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_late_from_the_day_after() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        for (due, today, expected) in [(10, 9, ReviewDue::Ahead), (10, 10, ReviewDue::Today), (10, 11, ReviewDue::Late)]
        {
            assert_eq!(review_due(day(due), day(today)), expected, "{due} {today}");
        }
    }

    #[test]
    fn who_has_left_is_not_taken() {
        for (presence, may) in [
            (Presence::Present, true),
            (Presence::Court, true),
            (Presence::Hospital, true),
            (Presence::Transferred, false),
            (Presence::Released, false),
        ] {
            assert_eq!(may_be_taken(presence), may, "{presence}");
        }
    }
}
