//! What a week's regime must hold, which sessions lie outside it, and from when to when something is closed. Pure.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::model::{Hours, TouchedSlot, Week, entry_code};
use crate::custody::day;
use crate::custody::slots::Part;
use crate::kit::local_time::{day_bounds, instant};

/// A closure longer than this is a room that is no longer used.
pub const LONGEST: TimeDelta = TimeDelta::days(366);

/// The first part of a weekday that begins before an earlier one has ended.
#[must_use]
pub fn overlapping(week: &Week) -> Vec<(i32, Part)> {
    let mut found = Vec::new();
    for weekday in 1..=7 {
        let mut last_end = None;
        for part in Part::ALL {
            let Some((start, end)) = week.hours(weekday, *part) else { continue };
            if last_end.is_some_and(|last| start < last) {
                found.push((weekday, *part));
            }
            last_end = Some(end);
        }
    }
    found
}

/// Whether a session lies within the hours of its part on its day.
#[must_use]
pub fn fits(slot: &TouchedSlot, week: &Week, zone: Tz) -> bool {
    fits_at((slot.starts_at, slot.ends_at), slot.part, week, zone)
}

/// As [`fits`], of the times alone.
#[must_use]
pub fn fits_at((starts, ends): (DateTime<Utc>, DateTime<Utc>), part: Part, week: &Week, zone: Tz) -> bool {
    let weekday = i32::try_from(day::date_of(starts, zone).weekday().number_from_monday()).unwrap_or(1);
    let minutes = i32::try_from((ends - starts).num_minutes()).unwrap_or(i32::MAX);
    let start = day::minute_of(starts, zone);
    week.hours(weekday, part).is_some_and(|(from, to)| from <= start && start.saturating_add(minutes) <= to)
}

/// What a new regime changes: the parts that differ, as they were and as they are. `None` when nothing does.
#[must_use]
pub fn difference(before: &Week, after: &Week) -> Option<(String, String)> {
    let codes = |week: &Week, other: &Week| {
        let differ = week.0.iter().filter(|(at, hours)| other.0.get(at) != Some(hours));
        differ.map(|(at, hours)| entry_code(*at, *hours)).collect::<Vec<_>>().join(" ")
    };
    (before != after).then(|| (codes(before, after), codes(after, before)))
}

/// A clock time in a form of the regime; a day ends at 24:00, which clocks do not show.
#[must_use]
pub fn minute(text: &str) -> Option<i32> {
    if text == "24:00" { Some(1440) } else { crate::kit::local_time::parse_clock(text) }
}

/// Hours of one part, from two times of which either both are given or none.
pub fn hours(start: Option<i32>, end: Option<i32>) -> Result<Option<Hours>, BadHours> {
    match (start, end) {
        (None, None) => Ok(None),
        (Some(start), Some(end)) if start < end => Ok(Some((start, end))),
        (Some(_), Some(_)) => Err(BadHours::Order),
        _ => Err(BadHours::Half),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadHours {
    /// Only one of the two times is there.
    Half,
    Order,
}

/// A moment as a form says it: a day, and a time that may be left out.
pub type Moment = (NaiveDate, Option<i32>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadSpan {
    /// A clock time that is skipped on that day.
    NoSuchTime,
    Order,
    TooLong,
    Past,
}

/// From when to when: without times, from the beginning of the first day to the end of the last.
pub fn span(
    from: Moment,
    until: Moment,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<(DateTime<Utc>, DateTime<Utc>), BadSpan> {
    let at = |(date, minute): Moment, edge: DateTime<Utc>| match minute {
        Some(minute) => instant(date, minute, zone).map_err(|_| BadSpan::NoSuchTime),
        None => Ok(edge),
    };
    let starts = at(from, day_bounds(from.0, zone).0)?;
    let ends = at(until, day_bounds(until.0, zone).1)?;
    if starts >= ends {
        Err(BadSpan::Order)
    } else if ends - starts > LONGEST {
        Err(BadSpan::TooLong)
    } else if ends <= now {
        Err(BadSpan::Past)
    } else {
        Ok((starts, ends))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::custody::slots::SlotStatus;
    use chrono_tz::Europe::Belgrade;

    fn week(parts: &[(i32, Part, i32, i32)]) -> Week {
        Week(parts.iter().map(|(weekday, part, start, end)| ((*weekday, *part), (*start, *end))).collect())
    }

    fn slot(starts: &str, minutes: i64, part: Part) -> TouchedSlot {
        let starts_at: DateTime<Utc> = starts.parse().unwrap();
        TouchedSlot {
            id: uuid::Uuid::nil().into(),
            starts_at,
            ends_at: starts_at + TimeDelta::minutes(minutes),
            part,
            label_letter: "A".to_owned(),
            status: SlotStatus::Confirmed,
            room: String::new(),
            people: 1,
        }
    }

    #[test]
    fn parts_follow_each_other() {
        for (parts, expected) in [
            (vec![(1, Part::Am, 480, 705), (1, Part::Pm, 705, 990)], vec![]),
            (vec![(1, Part::Am, 480, 705), (1, Part::Pm, 700, 990)], vec![(1, Part::Pm)]),
            (vec![(1, Part::Am, 480, 705), (2, Part::Pm, 700, 990)], vec![]),
            (vec![(7, Part::Am, 480, 1000), (7, Part::Eve, 990, 1200)], vec![(7, Part::Eve)]),
        ] {
            assert_eq!(overlapping(&week(&parts)), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_session_lies_within_the_hours_of_its_part() {
        // 24 November 2026 is a Tuesday; in July the clock of the place is two hours ahead, in November one.
        let regime = week(&[(2, Part::Am, 480, 705), (3, Part::Am, 480, 705)]);
        for (starts, minutes, part, expected) in [
            ("2026-11-24T07:00:00Z", 60, Part::Am, true),
            ("2026-11-24T06:59:00Z", 60, Part::Am, false),
            ("2026-11-24T10:00:00Z", 45, Part::Am, true),
            ("2026-11-24T10:00:00Z", 46, Part::Am, false),
            ("2026-11-24T07:00:00Z", 60, Part::Pm, false),
            ("2026-11-26T07:00:00Z", 60, Part::Am, false),
            ("2026-07-01T06:00:00Z", 60, Part::Am, true),
            ("2026-07-01T05:59:00Z", 60, Part::Am, false),
        ] {
            assert_eq!(fits(&slot(starts, minutes, part), &regime, Belgrade), expected, "{starts} {minutes} {part}");
        }
    }

    #[test]
    fn a_change_names_what_differs() {
        let before = week(&[(1, Part::Am, 480, 705), (1, Part::Pm, 780, 990)]);
        let after = week(&[(1, Part::Am, 500, 705), (1, Part::Pm, 780, 990), (6, Part::Am, 480, 660)]);
        assert_eq!(difference(&before, &before), None);
        let (earlier, later) = difference(&before, &after).unwrap();
        assert_eq!((earlier.as_str(), later.as_str()), ("1.am.480.705", "1.am.500.705 6.am.480.660"));
    }

    #[test]
    fn hours_are_both_or_neither() {
        for (start, end, expected) in [
            (None, None, Ok(None)),
            (Some(480), Some(705), Ok(Some((480, 705)))),
            (Some(480), None, Err(BadHours::Half)),
            (None, Some(705), Err(BadHours::Half)),
            (Some(705), Some(705), Err(BadHours::Order)),
        ] {
            assert_eq!(hours(start, end), expected);
        }
        assert_eq!([minute("24:00"), minute("08:05"), minute("25:00")], [Some(1440), Some(485), None]);
    }

    #[test]
    fn a_closure_without_times_is_of_whole_days() {
        let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
        let now: DateTime<Utc> = "2026-11-23T12:00:00Z".parse().unwrap();
        let text = |(from, to): (DateTime<Utc>, DateTime<Utc>)| {
            format!("{} {}", from.format("%d %H:%M"), to.format("%d %H:%M"))
        };
        for (from, until, expected) in [
            (("2026-12-24", None), ("2026-12-24", None), Ok("23 23:00 24 23:00")),
            (("2026-12-24", Some(480)), ("2026-12-24", Some(600)), Ok("24 07:00 24 09:00")),
            (("2026-12-24", Some(480)), ("2026-12-25", None), Ok("24 07:00 25 23:00")),
            (("2026-12-24", Some(480)), ("2026-12-24", Some(480)), Err(BadSpan::Order)),
            (("2026-12-25", None), ("2026-12-24", None), Err(BadSpan::Order)),
            (("2026-11-20", None), ("2026-11-22", None), Err(BadSpan::Past)),
            (("2026-11-20", None), ("2026-11-23", None), Ok("19 23:00 23 23:00")),
            (("2026-12-01", None), ("2027-12-31", None), Err(BadSpan::TooLong)),
            (("2027-03-28", Some(150)), ("2027-03-28", None), Err(BadSpan::NoSuchTime)),
        ] {
            let found = span((day(from.0), from.1), (day(until.0), until.1), Belgrade, now).map(text);
            assert_eq!(found.as_deref(), expected.as_deref(), "{from:?} {until:?}");
        }
    }
}
