//! Officers for escort: those there are and those that confirmed sessions need, for each part of a day.

use chrono::NaiveDate;
use chrono::{DateTime, Datelike as _, Utc};
use chrono_tz::Tz;

use super::model::Part;
use crate::custody::day;
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, SlotId};
use crate::sql_all;

/// How many officers there are: for a weekday of every week, or for one day in place of that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Supply {
    pub weekday: Option<i32>,
    pub on_date: Option<NaiveDate>,
    pub part: Part,
    pub officers: i32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Officers {
    pub supply: Vec<Supply>,
    pub needed: Vec<(NaiveDate, Part, i32)>,
}

impl Officers {
    /// How many there are; nothing where nobody has said so.
    #[must_use]
    pub fn there(&self, date: NaiveDate, part: Part) -> Option<i32> {
        let weekday = i32::try_from(date.weekday().number_from_monday()).ok();
        let of_part = || self.supply.iter().filter(move |row| row.part == part);
        of_part()
            .find(|row| row.on_date == Some(date))
            .or_else(|| of_part().find(|row| row.on_date.is_none() && row.weekday == weekday))
            .map(|row| row.officers)
    }

    #[must_use]
    pub fn needed(&self, date: NaiveDate, part: Part) -> i32 {
        self.needed.iter().filter(|row| (row.0, row.1) == (date, part)).map(|row| row.2).sum()
    }

    /// How many are left; below nothing where more are needed than there are.
    #[must_use]
    pub fn left(&self, date: NaiveDate, part: Part) -> Option<i32> {
        self.there(date, part).map(|there| there - self.needed(date, part))
    }
}

/// What is said of the officers between two days, the last one not among them.
pub async fn supply(
    tx: &mut CustodyTx,
    facility: FacilityId,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Supply>, DbError> {
    sql_all!(
        tx,
        Supply,
        "select weekday, on_date, part, officers from custody_escort_supply
         where facility_id = $1 and (on_date is null or (on_date >= $2 and on_date < $3)) order by on_date, weekday, part",
        facility,
        from,
        to
    )
}

/// What confirmed sessions need within a span, but for one of them.
pub async fn needed(
    tx: &mut CustodyTx,
    facility: FacilityId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    but: SlotId,
    zone: Tz,
) -> Result<Vec<(NaiveDate, Part, i32)>, DbError> {
    let rows = sql_all!(
        tx,
        (DateTime<Utc>, Part, i32),
        "select starts_at, part, escort_officers from custody_slot
         where facility_id = $1 and starts_at >= $2 and starts_at < $3 and status in ('confirmed', 'in_progress')
           and escort_officers > 0 and id <> $4",
        facility,
        from,
        to,
        but
    )?;
    Ok(rows.into_iter().map(|(at, part, officers)| (day::date_of(at, zone), part, officers)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_its_own_stands_before_the_week() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let row = |weekday, on_date, part, officers| Supply { weekday, on_date, part, officers };
        let officers = Officers {
            supply: vec![row(Some(1), None, Part::Am, 6), row(None, Some(day(30)), Part::Am, 2)],
            needed: vec![(day(30), Part::Am, 2), (day(30), Part::Am, 1), (day(23), Part::Am, 1)],
        };
        for (date, part, there, left) in [
            (23, Part::Am, Some(6), Some(5)),
            (30, Part::Am, Some(2), Some(-1)),
            (23, Part::Pm, None, None),
            (24, Part::Am, None, None),
        ] {
            assert_eq!(
                (officers.there(day(date), part), officers.left(day(date), part)),
                (there, left),
                "{date} {part}"
            );
        }
    }
}
