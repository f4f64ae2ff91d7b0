//! Series as questions to the database, the same from either side: nothing clinical stands in these tables.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{DayPart, Series, SeriesDay, SeriesSlot};
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, SeriesId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_one, sql_optional};

macro_rules! series {
    ($where:literal) => {
        concat!(
            "select s.id, s.facility_id, s.room_id, r.name as room, r.capacity, s.practitioner_id, u.display_name as practitioner, s.weekdays,
               s.every_weeks, s.follows, s.part, s.start_minute, s.minutes, s.starts_on, s.ends_on, s.most, s.kit_id, s.people_expected,
               s.ended_at, s.continues, s.version
             from custody_series s join custody_room r on r.id = s.room_id join access_user u on u.id = s.practitioner_id where ",
            $where
        )
    };
}

/// The series of a facility that go on, by their beginning.
pub async fn running(tx: &mut impl HasConn, facility: FacilityId, offset: i64) -> Result<Vec<Series>, DbError> {
    sql_all!(
        tx,
        Series,
        series!("s.facility_id = $1 and s.ended_at is null order by r.name, s.starts_on, s.id limit $2 offset $3"),
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut impl HasConn, facility: FacilityId) -> Result<i64, DbError> {
    let counted = sql_one!(
        tx,
        (i64,),
        "select count(*) from custody_series where facility_id = $1 and ended_at is null",
        facility
    )?;
    Ok(counted.0)
}

/// Every series that goes on, with the zone of its facility.
pub async fn all_running(tx: &mut impl HasConn) -> Result<Vec<(SeriesId, String)>, DbError> {
    sql_all!(
        tx,
        (SeriesId, String),
        "select s.id, f.time_zone from custody_series s join custody_facility f on f.id = s.facility_id where s.ended_at is null order by s.id"
    )
}

pub async fn series(tx: &mut impl HasConn, id: SeriesId) -> Result<Option<Series>, DbError> {
    sql_optional!(tx, Series, series!("s.id = $1"), id)
}

/// The series that goes on where this one ended.
pub async fn continued_by(tx: &mut impl HasConn, id: SeriesId) -> Result<Option<SeriesId>, DbError> {
    let found = sql_optional!(
        tx,
        (SeriesId,),
        "select id from custody_series where continues = $1 order by created_at limit 1",
        id
    )?;
    Ok(found.map(|(id,)| id))
}

/// The days without a session, from one day on.
pub async fn days(tx: &mut impl HasConn, id: SeriesId, from: NaiveDate) -> Result<Vec<SeriesDay>, DbError> {
    sql_all!(
        tx,
        SeriesDay,
        "select series_date, reason from custody_series_day where series_id = $1 and series_date >= $2 order by series_date limit 400",
        id,
        from
    )
}

/// Its sessions that begin after a moment.
pub async fn coming(tx: &mut impl HasConn, id: SeriesId, after: DateTime<Utc>) -> Result<Vec<SeriesSlot>, DbError> {
    sql_all!(
        tx,
        SeriesSlot,
        "select s.id, s.series_date, s.starts_at, s.ends_at, s.room_id, r.name as room, s.status, s.label_letter, s.series_moved, s.version
         from custody_slot s join custody_room r on r.id = s.room_id
         where s.series_id = $1 and s.starts_at > $2 order by s.starts_at limit 400",
        id,
        after
    )
}

/// The regime of the whole week.
pub async fn regime(tx: &mut impl HasConn, facility: FacilityId) -> Result<Vec<DayPart>, DbError> {
    sql_all!(
        tx,
        DayPart,
        "select weekday, part, start_minute, end_minute from custody_regime where facility_id = $1 order by weekday, start_minute",
        facility
    )
}
