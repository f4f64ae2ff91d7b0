//! Who may be moved, where to and when.

use chrono::{Days, NaiveDate};

use crate::custody::people::Presence;
use crate::kit::ids::FacilityId;

/// Moves are not planned further ahead than this.
pub const FURTHEST_DAYS: u64 = 366;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanRefused {
    /// Released, or moved already: there is nobody to move.
    HasLeft,
    SameFacility,
    Past,
    TooFar,
}

/// Whether a move can be planned. One who is at court or in hospital still belongs to the facility.
pub fn may_be_planned(
    presence: Presence,
    (from, to): (FacilityId, FacilityId),
    on: NaiveDate,
    today: NaiveDate,
) -> Result<(), PlanRefused> {
    if has_left(presence) {
        Err(PlanRefused::HasLeft)
    } else if from == to {
        Err(PlanRefused::SameFacility)
    } else if on < today {
        Err(PlanRefused::Past)
    } else if today.checked_add_days(Days::new(FURTHEST_DAYS)).is_some_and(|furthest| on > furthest) {
        Err(PlanRefused::TooFar)
    } else {
        Ok(())
    }
}

#[must_use]
pub const fn has_left(presence: Presence) -> bool {
    matches!(presence, Presence::Released | Presence::Transferred)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn who_is_here_can_be_moved_elsewhere_from_today_on() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let facility = |n| FacilityId(Uuid::from_u128(n));
        let far = day(22) + Days::new(367);
        for (presence, to, on, expected) in [
            (Presence::Present, 2, day(22), Ok(())),
            (Presence::Hospital, 2, day(30), Ok(())),
            (Presence::Court, 2, far - Days::new(1), Ok(())),
            (Presence::Released, 2, day(30), Err(PlanRefused::HasLeft)),
            (Presence::Transferred, 2, day(30), Err(PlanRefused::HasLeft)),
            (Presence::Present, 1, day(30), Err(PlanRefused::SameFacility)),
            (Presence::Present, 2, day(21), Err(PlanRefused::Past)),
            (Presence::Present, 2, far, Err(PlanRefused::TooFar)),
        ] {
            let found = may_be_planned(presence, (facility(1), facility(to)), on, day(22));
            assert_eq!(found, expected, "{presence} {to} {on}");
        }
    }
}
