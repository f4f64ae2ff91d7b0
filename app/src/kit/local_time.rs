//! Clock times of a place as instants. A day has hours that do not exist when clocks go forward, and hours that come twice
//! when they go back; whoever plans by the clock must say what happens then.

use chrono::offset::LocalResult;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;

/// The clock never shows this time on that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoSuchTime;

/// The instant at which the clock shows `minute` minutes after midnight. Of an hour that comes twice it is the first: people
/// come at the first.
pub fn instant(date: NaiveDate, minute: i32, zone: Tz) -> Result<DateTime<Utc>, NoSuchTime> {
    let naive = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
    match zone.from_local_datetime(&naive) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Ok(at.with_timezone(&Utc)),
        LocalResult::None => Err(NoSuchTime),
    }
}

/// Where the day begins and where the next one does. A midnight that does not exist gives way to the first time that does.
#[must_use]
pub fn day_bounds(date: NaiveDate, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    (beginning(date, zone), beginning(date.checked_add_days(Days::new(1)).unwrap_or(date), zone))
}

fn beginning(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    (0..=12)
        .find_map(|quarter| instant(date, quarter * 15, zone).ok())
        .unwrap_or_else(|| date.and_time(NaiveTime::MIN).and_utc())
}

/// The day that the clock of the place shows.
#[must_use]
pub fn local_date(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// Minutes since midnight by the clock of the place.
#[must_use]
pub fn minute_of_day(at: DateTime<Utc>, zone: Tz) -> i32 {
    let local = at.with_timezone(&zone);
    i32::try_from(local.hour() * 60 + local.minute()).unwrap_or(0)
}

/// Minutes after midnight as `08:30`.
#[must_use]
pub fn clock_text(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// Reads `8:30` or `08:30`.
#[must_use]
pub fn parse_clock(text: &str) -> Option<i32> {
    let (hour, minute) = text.trim().split_once([':', '.'])?;
    let (hour, minute): (i32, i32) = (hour.parse().ok()?, minute.parse().ok()?);
    ((0..24).contains(&hour) && (0..60).contains(&minute)).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn clock_times_become_instants() {
        let zone = chrono_tz::Europe::Belgrade;
        let text = |date, minute| instant(date, minute, zone).map(|at| at.format("%d %H:%M").to_string());
        assert_eq!(text(day(11, 24), 8 * 60 + 30), Ok("24 07:30".to_owned()));
        assert_eq!(text(day(7, 1), 24 * 60), Ok("01 22:00".to_owned()));
        // 29 March: 02:00 becomes 03:00. 25 October: 03:00 becomes 02:00.
        assert_eq!(text(day(3, 29), 2 * 60 + 30), Err(NoSuchTime));
        assert_eq!(text(day(10, 25), 2 * 60 + 30), Ok("25 00:30".to_owned()));
    }

    #[test]
    fn a_day_has_its_own_length() {
        let hours = |date, zone| {
            let (from, to) = day_bounds(date, zone);
            (to - from).num_hours()
        };
        let zone = chrono_tz::Europe::Belgrade;
        assert_eq!([hours(day(3, 28), zone), hours(day(3, 29), zone), hours(day(10, 25), zone)], [24, 23, 25]);
        // Where clocks go forward at midnight, the day begins at one.
        assert_eq!(hours(NaiveDate::from_ymd_opt(2024, 9, 8).unwrap(), chrono_tz::America::Santiago), 23);
    }

    #[test]
    fn clocks_are_read_and_written() {
        for (text, minute) in [("8:30", Some(510)), ("08.05", Some(485)), ("24:00", None), ("8", None), ("8:61", None)]
        {
            assert_eq!(parse_clock(text), minute, "{text}");
        }
        assert_eq!(clock_text(485), "08:05");
        assert_eq!(
            minute_of_day(instant(day(7, 1), 75, chrono_tz::Europe::Belgrade).unwrap(), chrono_tz::Europe::Belgrade),
            75
        );
    }
}
