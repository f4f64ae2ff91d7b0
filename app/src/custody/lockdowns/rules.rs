//! What a lockdown does to each session within its time, and how long it can be taken back. Pure.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::model::{Area, Lockdown, Session};
use crate::custody::day::date_of;
use crate::custody::slots::rules::is_open;
use crate::custody::slots::{CancelReason, CustodyReason, SlotStatus};

/// So long a lockdown can be taken back.
pub const UNDO: TimeDelta = TimeDelta::hours(1);
/// Nothing stands still longer than this by one entry, nor is it announced longer ahead.
pub const LONGEST_DAYS: i64 = 14;
pub const FURTHEST_DAYS: i64 = 60;

/// The reasons that a lockdown may have.
pub const REASONS: [CancelReason; 7] = [
    CancelReason::Lockdown,
    CancelReason::NoEscort,
    CancelReason::NoOfficer,
    CancelReason::Operational,
    CancelReason::Training,
    CancelReason::Security,
    CancelReason::Other,
];

/// The same reason as it stands beside a person who is not brought.
#[must_use]
pub const fn of_person(reason: CancelReason) -> CustodyReason {
    match reason {
        CancelReason::Lockdown => CustodyReason::Lockdown,
        CancelReason::NoEscort => CustodyReason::NoEscort,
        CancelReason::NoOfficer => CustodyReason::NoOfficer,
        CancelReason::Security => CustodyReason::Security,
        CancelReason::Clash => CustodyReason::Clash,
        _ => CustodyReason::Other,
    }
}

/// Why a lockdown cannot be as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeRefused {
    Backwards,
    TooLong,
    TooFar,
    /// Its first day is closed.
    Closed,
}

pub fn check_times(from: DateTime<Utc>, to: DateTime<Utc>, now: DateTime<Utc>, zone: Tz) -> Result<(), TimeRefused> {
    if to <= from {
        Err(TimeRefused::Backwards)
    } else if to - from > TimeDelta::days(LONGEST_DAYS) {
        Err(TimeRefused::TooLong)
    } else if from > now + TimeDelta::days(FURTHEST_DAYS) {
        Err(TimeRefused::TooFar)
    } else if !is_open(date_of(from, zone), now, zone) {
        Err(TimeRefused::Closed)
    } else {
        Ok(())
    }
}

/// What a lockdown does to one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    Cancel,
    /// It goes on, or is already going on; those who wait where nothing moves are not brought.
    Fewer,
    /// Under way with everybody there: it goes on to its end.
    GoesOn,
    Untouched,
}

#[must_use]
pub fn effect(area: &Area, session: &Session, now: DateTime<Utc>) -> Effect {
    let under_way = session.status == SlotStatus::InProgress || session.arrived > 0;
    let all_inside = match area {
        Area::Facility => true,
        _ => session.people > 0 && session.inside == session.people,
    };
    if under_way && session.ends_at <= now {
        // Over, and held: what was not marked about it is not a lockdown's to say.
        Effect::Untouched
    } else if !under_way && all_inside {
        Effect::Cancel
    } else if session.waiting > 0 {
        Effect::Fewer
    } else if under_way && (all_inside || session.inside > 0) {
        Effect::GoesOn
    } else {
        Effect::Untouched
    }
}

/// Whether it can still be taken back.
#[must_use]
pub fn may_undo(lockdown: &Lockdown, now: DateTime<Utc>) -> bool {
    lockdown.undone_at.is_none() && now <= lockdown.created_at + UNDO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custody::slots::Part;
    use crate::kit::ids::{SlotId, WingId};

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-11-24T{text}:00Z").parse().unwrap()
    }

    fn session(status: SlotStatus, (people, inside, waiting, arrived): (i64, i64, i64, i64)) -> Session {
        Session {
            id: SlotId(uuid::Uuid::from_u128(1)),
            starts_at: at("09:00"),
            ends_at: at("10:00"),
            part: Part::Am,
            label_letter: "A".to_owned(),
            status,
            version: 1,
            room: "Kitchen".to_owned(),
            people,
            inside,
            waiting,
            arrived,
        }
    }

    #[test]
    fn what_happens_to_a_session() {
        use SlotStatus::{Confirmed, InProgress, Requested};
        let (all, wing) = (Area::Facility, Area::Wing(WingId(uuid::Uuid::from_u128(2))));
        for (area, status, counts, now, expected) in [
            (&all, Confirmed, (4, 4, 4, 0), "08:00", Effect::Cancel),
            (&all, Requested, (4, 4, 4, 0), "08:00", Effect::Cancel),
            (&all, Confirmed, (0, 0, 0, 0), "08:00", Effect::Cancel),
            // Begun by the clock, but nobody got there.
            (&all, Confirmed, (4, 4, 4, 0), "09:30", Effect::Cancel),
            // Entered afterwards.
            (&all, Confirmed, (4, 4, 4, 0), "11:00", Effect::Cancel),
            (&all, Confirmed, (4, 4, 2, 2), "09:05", Effect::Fewer),
            (&all, InProgress, (4, 4, 0, 4), "09:30", Effect::GoesOn),
            (&all, InProgress, (4, 4, 2, 2), "10:30", Effect::Untouched),
            (&wing, Confirmed, (4, 4, 4, 0), "08:00", Effect::Cancel),
            (&wing, Confirmed, (4, 2, 2, 0), "08:00", Effect::Fewer),
            (&wing, Confirmed, (4, 0, 0, 0), "08:00", Effect::Untouched),
            (&wing, Confirmed, (0, 0, 0, 0), "08:00", Effect::Untouched),
            // Already marked as not brought for another reason.
            (&wing, Confirmed, (4, 2, 0, 0), "08:00", Effect::Untouched),
            (&wing, InProgress, (4, 2, 0, 4), "09:30", Effect::GoesOn),
            (&wing, InProgress, (4, 2, 1, 3), "09:30", Effect::Fewer),
        ] {
            assert_eq!(effect(area, &session(status, counts), at(now)), expected, "{area} {status} {counts:?} {now}");
        }
    }

    #[test]
    fn times_are_checked() {
        let zone = chrono_tz::Europe::Belgrade;
        let now = at("09:00");
        let days = TimeDelta::days;
        for (from, to, expected) in [
            (now, now + days(1), Ok(())),
            (now - TimeDelta::hours(2), now, Ok(())),
            (now, now, Err(TimeRefused::Backwards)),
            (now, now + days(15), Err(TimeRefused::TooLong)),
            (now + days(61), now + days(62), Err(TimeRefused::TooFar)),
            (now - days(2), now, Err(TimeRefused::Closed)),
        ] {
            assert_eq!(check_times(from, to, now, zone), expected, "{from} {to}");
        }
    }
}
