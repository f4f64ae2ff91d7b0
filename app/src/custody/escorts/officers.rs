//! Officers for escort as the board and the moves count them: those there are and those that confirmed sessions need.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::model::Supply;
use super::{rules, store};
use crate::custody::day;
use crate::custody::slots::Part;
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, SlotId};
use crate::sql_all;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Officers {
    pub supply: Vec<Supply>,
    pub needed: Vec<(NaiveDate, Part, i32)>,
}

impl Officers {
    /// How many there are; nothing where nobody has said so.
    #[must_use]
    pub fn there(&self, date: NaiveDate, part: Part) -> Option<i32> {
        rules::supply_on(&self.supply, date, part).map(|row| row.officers)
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

/// The officers of some days; what one session needs is left out, so that it can be counted where it may go.
pub async fn but_for(
    tx: &mut CustodyTx,
    (facility, zone): (FacilityId, Tz),
    (first, last): (NaiveDate, NaiveDate),
    but: SlotId,
) -> Result<Officers, DbError> {
    let span = (day::span(first, zone).0, day::span(last, zone).1);
    let rows = sql_all!(
        tx,
        (DateTime<Utc>, Part, i32),
        "select starts_at, part, escort_officers from custody_slot
         where facility_id = $1 and starts_at >= $2 and starts_at < $3 and status in ('confirmed', 'in_progress')
           and escort_officers > 0 and id <> $4",
        facility,
        span.0,
        span.1,
        but
    )?;
    let needed = rows.into_iter().map(|(at, part, officers)| (day::date_of(at, zone), part, officers)).collect();
    Ok(Officers { supply: store::supply(tx, facility, first).await?, needed })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_is_left_is_what_is_there_but_for_what_is_needed() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let row = |weekday, on_date, officers| Supply {
            id: Uuid::nil(),
            weekday,
            on_date,
            part: Part::Am,
            officers,
            women: 0,
            version: 1,
        };
        let officers = Officers {
            supply: vec![row(Some(1), None, 6), row(None, Some(day(30)), 2)],
            needed: vec![(day(30), Part::Am, 2), (day(30), Part::Am, 1), (day(23), Part::Am, 1)],
        };
        for (date, part, there, left) in [
            (23, Part::Am, Some(6), Some(5)),
            (30, Part::Am, Some(2), Some(-1)),
            (23, Part::Pm, None, None),
            (24, Part::Am, None, None),
        ] {
            let found = (officers.there(day(date), part), officers.left(day(date), part));
            assert_eq!(found, (there, left), "{date} {part}");
        }
    }
}
