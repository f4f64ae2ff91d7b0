//! Days as a prison counts them: from local midnight to local midnight, in parts of the regime, and closed for corrections
//! at noon of the next day.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Timelike as _, Utc};
use chrono_tz::Tz;

use crate::error::{AppError, Result};
use crate::kit::ids::FacilityId;
use crate::web::Ctx;

/// Until this hour of the next day a day's slots and movements may still be put right: lists come back from the wings on
/// paper and late.
const OPEN_UNTIL_HOUR: u32 = 12;

/// The date at a place.
#[must_use]
pub fn date_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// Minutes after local midnight.
#[must_use]
pub fn minute_of(at: DateTime<Utc>, zone: Tz) -> i32 {
    let local = at.with_timezone(&zone);
    i32::try_from(local.hour() * 60 + local.minute()).unwrap_or(0)
}

/// The instants between which a local day lies: 23 or 25 hours apart when the clocks change.
#[must_use]
pub fn span(date: NaiveDate, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
    (first_instant(date, zone), first_instant(after(date), zone))
}

/// Where the clocks change at midnight there may be no midnight: the day then begins at the first time that there is.
fn first_instant(date: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let midnight = date.and_time(NaiveTime::MIN);
    (0..=3)
        .find_map(|hours| zone.from_local_datetime(&(midnight + TimeDelta::hours(hours))).earliest())
        .map_or_else(|| midnight.and_utc(), |at| at.with_timezone(&Utc))
}

/// The day after.
#[must_use]
pub fn after(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(date)
}

/// The day before.
#[must_use]
pub fn before(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(1)).unwrap_or(date)
}

/// Whether what happened on a day may still be written down: on the day itself and until noon of the next.
#[must_use]
pub fn is_open(date: NaiveDate, now: DateTime<Utc>, zone: Tz) -> bool {
    let today = date_of(now, zone);
    date == today || (date == before(today) && now.with_timezone(&zone).hour() < OPEN_UNTIL_HOUR)
}

/// Minutes after midnight as a clock time.
#[must_use]
pub fn clock(minute: i32) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The zone of a facility that the user works for.
pub fn zone_of(ctx: &Ctx, facility: FacilityId) -> Result<Tz> {
    ctx.actor.places.iter().find(|place| place.id == facility).map(|place| place.zone).ok_or(AppError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_has_the_hours_that_the_clocks_give_it() {
        use chrono_tz::America::Sao_Paulo;
        use chrono_tz::Europe::Belgrade;
        for (day, zone, from, hours) in [
            ("2026-01-15", Belgrade, "2026-01-14T23:00:00Z", 24),
            ("2026-03-29", Belgrade, "2026-03-28T23:00:00Z", 23),
            ("2026-07-01", Belgrade, "2026-06-30T22:00:00Z", 24),
            ("2026-10-25", Belgrade, "2026-10-24T22:00:00Z", 25),
            // There was no midnight on this day in São Paulo.
            ("2018-11-04", Sao_Paulo, "2018-11-04T03:00:00Z", 23),
        ] {
            let (start, end) = span(date(day), zone);
            assert_eq!((start, (end - start).num_hours()), (at(from), hours), "{day}");
            assert_eq!(date_of(start, zone), date(day));
            assert_eq!(date_of(end, zone), after(date(day)));
        }
    }

    #[test]
    fn a_day_is_open_until_noon_of_the_next() {
        let zone = chrono_tz::Europe::Belgrade;
        for (day, now, open) in [
            ("2026-07-01", "2026-06-30T21:59:00Z", false),
            ("2026-07-01", "2026-06-30T22:00:00Z", true),
            ("2026-07-01", "2026-07-01T21:59:00Z", true),
            ("2026-07-01", "2026-07-02T09:59:00Z", true),
            ("2026-07-01", "2026-07-02T10:00:00Z", false),
            ("2026-07-01", "2026-07-03T06:00:00Z", false),
            // In winter noon is an hour later in UTC.
            ("2026-12-01", "2026-12-02T10:59:00Z", true),
            ("2026-12-01", "2026-12-02T11:00:00Z", false),
        ] {
            assert_eq!(is_open(date(day), at(now), zone), open, "{day} at {now}");
        }
    }

    #[test]
    fn minutes_read_as_clock_times() {
        assert_eq!([clock(0), clock(485), clock(1440)], ["00:00", "08:05", "24:00"]);
        assert_eq!(minute_of(at("2026-07-01T06:05:30Z"), chrono_tz::Europe::Belgrade), 485);
    }
}
