//! Reports that were given out. They are only added: the database refuses every other change.

use chrono::{DateTime, Utc};

use super::model::{Kind, Report, hash};
use crate::kit::db::{CareTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, ReportId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// A line of the list.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ReportLine {
    pub id: ReportId,
    pub number: i32,
    pub version_no: i32,
    pub kind: Kind,
    pub facility: Option<String>,
    pub period: String,
    pub made_by_name: String,
    pub made_at: DateTime<Utc>,
}

pub async fn count(tx: &mut impl HasConn) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from oversight_report")?.0)
}

/// The latest first.
pub async fn list(tx: &mut impl HasConn, offset: i64) -> Result<Vec<ReportLine>, DbError> {
    sql_all!(
        tx,
        ReportLine,
        "select r.id, r.number, r.version_no, r.kind, f.name as facility, r.period, r.made_by_name, r.made_at
         from oversight_report r left join custody_facility f on f.id = r.facility_id
         order by r.made_at desc, r.id desc limit $1 offset $2",
        PAGE_SIZE,
        offset
    )
}

pub async fn report(tx: &mut impl HasConn, id: ReportId) -> Result<Option<Report>, DbError> {
    sql_optional!(
        tx,
        Report,
        "select id, number, version_no, kind, facility_id, period, body, hash, made_by_name, made_at from oversight_report where id = $1",
        id
    )
}

/// One version of a number.
pub async fn version(tx: &mut impl HasConn, number: i32, version_no: i32) -> Result<Option<Report>, DbError> {
    sql_optional!(
        tx,
        Report,
        "select id, number, version_no, kind, facility_id, period, body, hash, made_by_name, made_at from oversight_report
         where number = $1 and version_no = $2",
        number,
        version_no
    )
}

pub async fn place_name(tx: &mut impl HasConn, facility: FacilityId) -> Result<Option<String>, DbError> {
    Ok(sql_optional!(tx, (String,), "select name from custody_facility where id = $1", facility)?.map(|(name,)| name))
}

/// The last version of what was given out for a place and a period.
pub async fn latest(
    tx: &mut impl HasConn,
    facility: Option<FacilityId>,
    period: &str,
) -> Result<Option<Report>, DbError> {
    match facility {
        Some(facility) => sql_optional!(
            tx,
            Report,
            "select id, number, version_no, kind, facility_id, period, body, hash, made_by_name, made_at from oversight_report
             where facility_id = $1 and period = $2 order by version_no desc limit 1",
            facility,
            period
        ),
        None => sql_optional!(
            tx,
            Report,
            "select id, number, version_no, kind, facility_id, period, body, hash, made_by_name, made_at from oversight_report
             where facility_id is null and period = $1 order by version_no desc limit 1",
            period
        ),
    }
}

/// What is given out now.
#[derive(Debug)]
pub struct New<'a> {
    pub id: ReportId,
    pub kind: Kind,
    pub facility: Option<FacilityId>,
    pub period: &'a str,
    pub body: &'a str,
    pub by: (UserId, &'a str),
    pub at: DateTime<Utc>,
}

/// Keeps the first version, or the one after `earlier`. Of two who do so at once, one comes second and finds what the other has made.
pub async fn keep(tx: &mut CareTx, new: &New<'_>, earlier: Option<&Report>) -> Result<u64, DbError> {
    let number = match earlier {
        Some(earlier) => earlier.number,
        None => sql_one!(tx, (i32,), "select coalesce(max(number), 0) + 1 from oversight_report")?.0,
    };
    sql_exec!(
        tx,
        "insert into oversight_report (id, number, version_no, kind, facility_id, period, body, hash, made_by, made_by_name, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing",
        new.id,
        number,
        earlier.map_or(1, |earlier| earlier.version_no + 1),
        new.kind,
        new.facility,
        new.period,
        new.body,
        hash(new.body).to_vec(),
        new.by.0,
        new.by.1,
        new.at
    )
}
