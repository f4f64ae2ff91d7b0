//! Whether a day of a series can be held, and when. Pure: everything that is true of the days ahead comes in.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use chrono_tz::Tz;

use crate::care::sessions::store::request::Taken;
use crate::custody::series::model::DayPart;
use crate::custody::series::{DayReason, Series};
use crate::custody::slots::Part;
use crate::custody::slots::hindrances::{Against, Closed, Near, Pair};
use crate::kit::ids::PersonId;
use crate::kit::recurrence::{Hours, times};

/// Everything that can stand in the way of a series within some span of days.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub people: Vec<PersonId>,
    pub regime: Vec<DayPart>,
    pub closed: Vec<Closed>,
    pub taken: Vec<Taken>,
    pub pairs: Vec<Pair>,
    pub near: Vec<Near>,
    pub against: Vec<Against>,
}

/// When a day's session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
}

/// When the session of a day is, by that day's regime.
pub fn when(series: &Series, date: NaiveDate, zone: Tz, regime: &[DayPart]) -> Result<Placed, DayReason> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
    let hours: Vec<Hours<Part>> = regime.iter().filter(|row| row.weekday == weekday).map(DayPart::hours).collect();
    let (starts_at, ends_at, part) = times(date, series.timing(), series.minutes, &hours, zone)?;
    Ok(Placed { starts_at, ends_at, part })
}

/// When a part of a day begins, in minutes after midnight.
#[must_use]
pub fn hours_of(date: NaiveDate, part: Part, regime: &[DayPart]) -> Option<i32> {
    let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap_or(1);
    regime.iter().find(|row| row.weekday == weekday && row.hours.part == part).map(|row| row.hours.start_minute)
}

/// When it is, or the first thing that stands in its way.
pub fn place(series: &Series, date: NaiveDate, zone: Tz, facts: &Facts) -> Result<Placed, DayReason> {
    if facts.people.is_empty() {
        return Err(DayReason::Nobody);
    }
    let placed = when(series, date, zone, &facts.regime)?;
    let (from, to) = (placed.starts_at, placed.ends_at);
    if facts.closed.iter().any(|closed| closed.covers(series.room_id, from, to)) {
        return Err(DayReason::Closed);
    }
    if usize::try_from(series.capacity).unwrap_or(0) < facts.people.len() {
        return Err(DayReason::Capacity);
    }
    if let Some(taken) = facts.taken.iter().find(|taken| taken.starts_at < to && taken.ends_at > from) {
        return Err(match taken.resource_id {
            id if id == series.room_id.0 => DayReason::RoomTaken,
            id if id == series.practitioner_id.0 => DayReason::PractitionerTaken,
            _ => DayReason::PersonTaken,
        });
    }
    if facts.pairs.iter().any(|pair| pair.is_among(&facts.people, date)) {
        return Err(DayReason::KeepApart);
    }
    if facts.near.iter().any(|near| near.is_met(series.room_id, from, to)) {
        return Err(DayReason::KeepApartPlace);
    }
    match facts.against.iter().find(|notice| notice.stands(facts.people.len(), date)) {
        Some(notice) if notice.is_of_tools() => Err(DayReason::Tools),
        Some(_) => Err(DayReason::GroupSize),
        None => Ok(placed),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::custody::series::Follows;
    use crate::custody::slots::RegimePart;
    use crate::custody::slots::hindrances::ClosedFor;
    use crate::kit::ids::{FacilityId, RoomId, SeriesId, UserId};
    use crate::kit::local_time::{local_date, minute_of_day};

    const ZONE: Tz = chrono_tz::Europe::Belgrade;

    fn series() -> Series {
        Series {
            id: SeriesId(Uuid::nil()),
            facility_id: FacilityId(Uuid::nil()),
            room_id: RoomId(Uuid::from_u128(1)),
            room: String::new(),
            capacity: 2,
            practitioner_id: UserId(Uuid::from_u128(2)),
            practitioner: String::new(),
            weekdays: 127,
            every_weeks: 1,
            follows: Follows::Part,
            part: Part::Am,
            start_minute: 30,
            minutes: 60,
            starts_on: day("2026-01-01"),
            ends_on: None,
            most: None,
            kit_id: None,
            people_expected: 1,
            ended_at: None,
            continues: None,
            version: 1,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn weekly(start_minute: i32, end_minute: i32) -> Vec<DayPart> {
        (1..=7)
            .map(|weekday| DayPart { weekday, hours: RegimePart { part: Part::Am, start_minute, end_minute } })
            .collect()
    }

    fn facts() -> Facts {
        Facts { people: vec![PersonId(Uuid::from_u128(3))], regime: weekly(480, 700), ..Facts::default() }
    }

    #[test]
    fn the_first_thing_in_the_way_is_told() {
        let date = day("2026-11-24");
        let at = |text: &str| format!("2026-11-24T{text}:00Z").parse::<DateTime<Utc>>().unwrap();
        let taken = |id| Facts {
            taken: vec![Taken { resource_id: Uuid::from_u128(id), starts_at: at("08:00"), ends_at: at("09:00") }],
            ..facts()
        };
        let closed = Closed { room_id: None, kind: ClosedFor::Holiday, starts_at: at("00:00"), ends_at: at("23:00") };
        // 08:30 at the place is 07:30 UTC.
        for (facts, expected) in [
            (facts(), Ok(at("07:30"))),
            (Facts { people: Vec::new(), ..facts() }, Err(DayReason::Nobody)),
            (Facts { regime: Vec::new(), ..facts() }, Err(DayReason::NoPart)),
            (Facts { regime: weekly(480, 560), ..facts() }, Err(DayReason::OutsideRegime)),
            (Facts { closed: vec![closed], ..facts() }, Err(DayReason::Closed)),
            (
                Facts { people: (3..6).map(|n| PersonId(Uuid::from_u128(n))).collect(), ..facts() },
                Err(DayReason::Capacity),
            ),
            (taken(1), Err(DayReason::RoomTaken)),
            (taken(2), Err(DayReason::PractitionerTaken)),
            (taken(3), Err(DayReason::PersonTaken)),
        ] {
            assert_eq!(place(&series(), date, ZONE, &facts).map(|placed| placed.starts_at), expected);
        }
    }

    proptest! {
        /// Over any calendar of closures and any week's regime: each day either lies within its part and outside every closure,
        /// or says why it does not.
        #[test]
        fn a_placed_day_is_open_and_a_day_left_out_is_reported(
            start in 0_u64..3000, open in proptest::collection::vec(proptest::option::of((300..700_i32, 60..300_i32)), 7),
            holidays in proptest::collection::vec((0_u64..120, 1_i64..72), 0..8), clock in any::<bool>(),
        ) {
            let first = day("2022-01-03") + chrono::Days::new(start);
            let regime: Vec<DayPart> = (1..).zip(&open).filter_map(|(weekday, open)| open.map(|(from, length)| DayPart {
                weekday, hours: RegimePart { part: Part::Am, start_minute: from, end_minute: from + length }
            })).collect();
            let closed: Vec<Closed> = holidays.iter().map(|(after, hours)| {
                let starts_at = (first + chrono::Days::new(*after)).and_hms_opt(0, 0, 0).unwrap().and_utc();
                Closed { room_id: None, kind: ClosedFor::Holiday, starts_at, ends_at: starts_at + TimeDelta::hours(*hours) }
            }).collect();
            let series = Series {
                follows: if clock { Follows::Clock } else { Follows::Part }, start_minute: if clock { 540 } else { 15 }, minutes: 45, ..series()
            };
            let facts = Facts { regime: regime.clone(), closed: closed.clone(), ..facts() };
            for date in first.iter_days().take(120) {
                let weekday = i32::try_from(date.weekday().number_from_monday()).unwrap();
                let hours = regime.iter().find(|row| row.weekday == weekday).map(|row| row.hours);
                match place(&series, date, ZONE, &facts) {
                    Ok(placed) => {
                        let hours = hours.unwrap();
                        let minute = minute_of_day(placed.starts_at, ZONE);
                        prop_assert_eq!(local_date(placed.starts_at, ZONE), date);
                        prop_assert_eq!(minute, if clock { 540 } else { hours.start_minute + 15 });
                        prop_assert!(minute >= hours.start_minute && minute + 45 <= hours.end_minute);
                        prop_assert!(closed.iter().all(|c| c.ends_at <= placed.starts_at || c.starts_at >= placed.ends_at));
                    }
                    Err(DayReason::NoPart) => prop_assert!(!clock && hours.is_none()),
                    Err(DayReason::OutsideRegime) => {
                        prop_assert!(clock && hours.is_none_or(|hours| hours.start_minute > 540 || hours.end_minute < 585));
                    }
                    Err(DayReason::Closed) => prop_assert!(!closed.is_empty()),
                    Err(why) => prop_assert!(false, "{:?}", why),
                }
            }
        }
    }
}
