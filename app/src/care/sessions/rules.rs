//! The rules of asking for, recording and signing a session. Pure: what is true of the session comes in, a decision comes out.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::model::{Attendance, Mode};
use crate::custody::people::Presence;
use crate::custody::slots::{Part, SlotStatus};
use crate::kit::local_time::{NoSuchTime, instant, local_date, minute_of_day};

/// The most people that one session is asked for: beyond this it is an event and not therapy.
pub const LARGEST_GROUP: usize = 24;
/// Shortest and longest session, in minutes.
pub const MINUTES: (i32, i32) = (5, 480);
/// A note that is signed later than this after its session is a late entry, and says why.
pub const LATE_AFTER: TimeDelta = TimeDelta::hours(24);
/// Sessions are not asked for further ahead than this.
pub const FURTHEST_DAYS: i64 = 366;
/// The scale of participation, from none to excellent (Pittsburgh Rehabilitation Participation Scale, Lenze et al. 2004).
pub const PARTICIPATION: std::ops::RangeInclusive<i32> = 1..=6;

/// Mood as the patient says it.
pub const MOOD: std::ops::RangeInclusive<i32> = 0..=10;
/// How a group was as a whole, from low to high.
pub const RATING: std::ops::RangeInclusive<i32> = 1..=5;

/// When a part of the day begins and ends, in minutes after local midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct PartHours {
    pub part: Part,
    pub start_minute: i32,
    pub end_minute: i32,
}

impl PartHours {
    #[must_use]
    pub const fn minutes(&self) -> i32 {
        self.end_minute - self.start_minute
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeRefused {
    /// The clock skips this time on that day.
    NoSuchTime,
    /// The regime's part does not hold the whole session.
    OutsidePart,
    Past,
}

/// From a clock time and a length to instants, inside one part of the regime: people are moved only within it.
pub fn slot_times(
    date: NaiveDate,
    start_minute: i32,
    minutes: i32,
    hours: PartHours,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), TimeRefused> {
    let starts_at = instant(date, start_minute, zone).map_err(|NoSuchTime| TimeRefused::NoSuchTime)?;
    let ends_at = starts_at + TimeDelta::minutes(i64::from(minutes));
    // The end is read off the clock again: a day on which clocks change has sessions that end an hour off.
    let past_midnight = if local_date(ends_at, zone) > date { 1440 } else { 0 };
    let end_minute = minute_of_day(ends_at, zone) + past_midnight;
    if start_minute < hours.start_minute || end_minute > hours.end_minute {
        return Err(TimeRefused::OutsidePart);
    }
    if starts_at < now {
        return Err(TimeRefused::Past);
    }
    Ok((starts_at, ends_at))
}

/// The first quarter of an hour of a part at which this many minutes are free; the part's own beginning when none is.
#[must_use]
pub fn first_free(hours: PartHours, busy: &[(i32, i32)], minutes: i32) -> i32 {
    let quarters =
        (0..).map(|quarter| hours.start_minute + quarter * 15).take_while(|start| start + minutes <= hours.end_minute);
    let mut free = quarters.filter(|start| busy.iter().all(|(from, to)| *to <= *start || *from >= start + minutes));
    free.next().unwrap_or(hours.start_minute)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeopleRefused {
    ExactlyOne,
    AtLeastTwo,
    AtLeastOne,
    AtMost(usize),
    /// The kit that custody cleared is for fewer.
    TooManyForActivity(usize),
}

/// How many people a session of this mode is for, when its activity is for `most` at once.
pub fn people_fit(mode: Mode, people: usize, most: usize) -> Result<(), PeopleRefused> {
    match (mode, people) {
        (Mode::Individual, 1) => Ok(()),
        (Mode::Individual, _) => Err(PeopleRefused::ExactlyOne),
        (Mode::Group, 0 | 1) => Err(PeopleRefused::AtLeastTwo),
        (_, 0) => Err(PeopleRefused::AtLeastOne),
        (_, n) if n > LARGEST_GROUP => Err(PeopleRefused::AtMost(LARGEST_GROUP)),
        (_, n) if n > most => Err(PeopleRefused::TooManyForActivity(most)),
        _ => Ok(()),
    }
}

/// Where a session is on its way, for the one who leads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Still ahead: it can be cancelled, but neither recorded nor signed.
    Ahead,
    /// It has begun: it can be recorded and signed.
    Open,
    Signed,
    /// Declined, cancelled or not held.
    Stopped,
}

#[must_use]
pub fn stage(status: SlotStatus, starts_at: DateTime<Utc>, signed: bool, now: DateTime<Utc>) -> Stage {
    if signed {
        Stage::Signed
    } else if !status.is_live() {
        Stage::Stopped
    } else if starts_at > now {
        Stage::Ahead
    } else {
        Stage::Open
    }
}

/// How somebody who was in a session has left since: released, or housed in another facility. What happened in the session
/// happened all the same, and is recorded and signed as of everybody else.
#[must_use]
pub const fn gone(presence: Presence, moved: bool) -> Option<Presence> {
    match presence {
        Presence::Released | Presence::Transferred => Some(presence),
        Presence::Present | Presence::Court | Presence::Hospital if moved => Some(Presence::Transferred),
        Presence::Present | Presence::Court | Presence::Hospital => None,
    }
}

/// Whether a note signed at this time is a late entry.
#[must_use]
pub fn is_late(ends_at: DateTime<Utc>, signed_at: DateTime<Utc>) -> bool {
    signed_at - ends_at > LATE_AFTER
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MinutesRefused {
    /// Who took no part has no minutes.
    AbsentHasNone,
    /// Who came late, left early or took part in a part of it was there for less than all of it.
    LessThan(i32),
    /// More than the session was long.
    AtMost(i32),
}

/// The minutes that count for a person. `typed` is what the form says, `length` the session's own; the form offers the full
/// length to everybody, so for somebody who did not take part that is no contradiction but nothing typed.
pub fn minutes(attendance: Attendance, typed: Option<i32>, length: i32) -> Result<i32, MinutesRefused> {
    match (attendance, typed) {
        (Attendance::Full, None) => Ok(length),
        (Attendance::Full, Some(minutes)) if (1..=length).contains(&minutes) => Ok(minutes),
        (Attendance::Full, Some(_)) => Err(MinutesRefused::AtMost(length)),
        (Attendance::Part | Attendance::Late | Attendance::LeftEarly, Some(minutes))
            if (1..length).contains(&minutes) =>
        {
            Ok(minutes)
        }
        (Attendance::Part | Attendance::Late | Attendance::LeftEarly, _) => Err(MinutesRefused::LessThan(length)),
        (_, None | Some(0)) => Ok(0),
        (_, Some(minutes)) if minutes == length => Ok(0),
        _ => Err(MinutesRefused::AbsentHasNone),
    }
}

/// What is still missing for one person before the session can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Participation,
    /// Why the person declined; 'none given' is an answer.
    HealthReason,
    /// Neither the shared text nor the person's own says what happened.
    Words,
}

/// What a signed note must hold of a person who was expected.
#[must_use]
pub fn missing(
    attendance: Attendance,
    participation: bool,
    health_reason: bool,
    shared: bool,
    individual: bool,
) -> Vec<Missing> {
    let mut found = Vec::new();
    if attendance.took_part() && !participation {
        found.push(Missing::Participation);
    }
    if attendance == Attendance::Declined && !health_reason {
        found.push(Missing::HealthReason);
    }
    // Of somebody who was not there, the attendance says it all.
    if attendance.took_part() && !shared && !individual {
        found.push(Missing::Words);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_session_lies_inside_its_part_of_the_regime() {
        let zone = chrono_tz::Europe::Belgrade;
        let am = PartHours { part: Part::Am, start_minute: 480, end_minute: 690 };
        let night = PartHours { part: Part::Eve, start_minute: 0, end_minute: 1440 };
        let day = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let spring = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap();
        let now = at("2026-01-01T00:00:00Z");
        let cases = [
            (day, 510, 60, am, Ok("07:30-08:30")),
            (day, 480, 210, am, Ok("07:00-10:30")),
            (day, 470, 60, am, Err(TimeRefused::OutsidePart)),
            (day, 660, 45, am, Err(TimeRefused::OutsidePart)),
            (day, 1380, 60, night, Ok("22:00-23:00")),
            (day, 1410, 60, night, Err(TimeRefused::OutsidePart)),
            (spring, 150, 30, night, Err(TimeRefused::NoSuchTime)),
        ];
        for (date, start, minutes, hours, expected) in cases {
            let found = slot_times(date, start, minutes, hours, zone, now)
                .map(|(from, to)| format!("{}-{}", from.format("%H:%M"), to.format("%H:%M")));
            assert_eq!(found, expected.map(str::to_owned), "{date} {start} {minutes}");
        }
        assert_eq!(slot_times(day, 510, 60, am, zone, at("2026-11-24T07:31:00Z")), Err(TimeRefused::Past));
    }

    #[test]
    fn the_first_free_time_is_suggested() {
        let am = PartHours { part: Part::Am, start_minute: 480, end_minute: 690 };
        type Taken<'a> = &'a [(i32, i32)];
        let cases: [(Taken<'_>, i32, i32); 5] = [
            (&[], 60, 480),
            (&[(495, 555)], 60, 555),
            (&[(495, 555), (560, 600)], 60, 600),
            (&[(540, 690)], 60, 480),
            (&[(480, 690)], 60, 480),
        ];
        for (busy, minutes, start) in cases {
            assert_eq!(first_free(am, busy, minutes), start, "{busy:?}");
        }
    }

    #[test]
    fn as_many_people_as_the_mode_is_for() {
        let cases = [
            (Mode::Individual, 1, Ok(())),
            (Mode::Individual, 2, Err(PeopleRefused::ExactlyOne)),
            (Mode::Individual, 0, Err(PeopleRefused::ExactlyOne)),
            (Mode::Group, 1, Err(PeopleRefused::AtLeastTwo)),
            (Mode::Group, 8, Ok(())),
            (Mode::Group, 25, Err(PeopleRefused::AtMost(24))),
            (Mode::InCell, 1, Ok(())),
            (Mode::Ward, 0, Err(PeopleRefused::AtLeastOne)),
        ];
        for (mode, people, expected) in cases {
            assert_eq!(people_fit(mode, people, LARGEST_GROUP), expected, "{mode} {people}");
        }
        assert_eq!(people_fit(Mode::Group, 8, 8), Ok(()));
        assert_eq!(people_fit(Mode::InCell, 9, 8), Err(PeopleRefused::TooManyForActivity(8)));
    }

    #[test]
    fn what_lies_ahead_is_neither_recorded_nor_signed() {
        let now = at("2026-11-24T10:00:00Z");
        let (before, after) = (now - TimeDelta::minutes(1), now + TimeDelta::minutes(1));
        let cases = [
            (SlotStatus::Requested, after, false, Stage::Ahead),
            (SlotStatus::Confirmed, before, false, Stage::Open),
            (SlotStatus::Requested, now, false, Stage::Open),
            (SlotStatus::Cancelled, before, false, Stage::Stopped),
            (SlotStatus::NotHeld, before, false, Stage::Stopped),
            (SlotStatus::Completed, before, true, Stage::Signed),
        ];
        for (status, starts, signed, expected) in cases {
            assert_eq!(stage(status, starts, signed, now), expected, "{status}");
        }
    }

    #[test]
    fn who_has_left_since_is_said() {
        use Presence::{Court, Hospital, Present, Released, Transferred};
        for (presence, moved, expected) in [
            (Present, false, None),
            (Court, false, None),
            (Hospital, false, None),
            (Released, false, Some(Released)),
            (Transferred, false, Some(Transferred)),
            (Present, true, Some(Transferred)),
            (Released, true, Some(Released)),
        ] {
            assert_eq!(gone(presence, moved), expected, "{presence} {moved}");
        }
    }

    #[test]
    fn a_day_later_is_late() {
        let end = at("2026-11-24T10:00:00Z");
        assert!(!is_late(end, end + TimeDelta::hours(24)));
        assert!(is_late(end, end + TimeDelta::hours(24) + TimeDelta::seconds(1)));
    }

    #[test]
    fn minutes_agree_with_attendance() {
        use Attendance::{Declined, Full, Late, LeftEarly, NotBrought, Part};
        let cases = [
            (Full, None, Ok(60)),
            (Full, Some(60), Ok(60)),
            (Full, Some(45), Ok(45)),
            (Full, Some(61), Err(MinutesRefused::AtMost(60))),
            (Full, Some(0), Err(MinutesRefused::AtMost(60))),
            (Late, Some(40), Ok(40)),
            (Late, Some(60), Err(MinutesRefused::LessThan(60))),
            (LeftEarly, None, Err(MinutesRefused::LessThan(60))),
            (Part, Some(0), Err(MinutesRefused::LessThan(60))),
            (Declined, None, Ok(0)),
            (NotBrought, Some(60), Ok(0)),
            (NotBrought, Some(0), Ok(0)),
            (NotBrought, Some(20), Err(MinutesRefused::AbsentHasNone)),
        ];
        for (attendance, typed, expected) in cases {
            assert_eq!(minutes(attendance, typed, 60), expected, "{attendance} {typed:?}");
        }
    }

    #[test]
    fn what_a_signature_waits_for() {
        use Missing::{HealthReason, Participation, Words};
        let cases = [
            (Attendance::Full, true, false, true, false, vec![]),
            (Attendance::Full, false, false, true, false, vec![Participation]),
            (Attendance::Full, true, false, false, true, vec![]),
            (Attendance::Late, false, false, false, false, vec![Participation, Words]),
            (Attendance::Declined, false, false, false, false, vec![HealthReason]),
            (Attendance::Declined, false, true, false, false, vec![]),
            (Attendance::NotBrought, false, false, false, false, vec![]),
        ];
        for (attendance, participation, reason, shared, individual, expected) in cases {
            assert_eq!(missing(attendance, participation, reason, shared, individual), expected, "{attendance}");
        }
    }
}
