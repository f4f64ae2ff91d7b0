//! Samples, as questions to the database. What was drawn stays; the findings of a sample that goes on are saved part by part.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Chart, Finding, New, Sample, Status};
use super::rules::{Found, Led};
use crate::kit::db::{CareTx, Conn, DbError, HasConn as _};
use crate::kit::ids::{FacilityId, PersonId, SampleId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// Charts that were open in a facility at any time between two days.
pub async fn charts_of(
    tx: &mut CareTx,
    facility: FacilityId,
    (from, to): (NaiveDate, NaiveDate),
) -> Result<Vec<PersonId>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId,),
        "select person_id from care_patient where facility_id = $1 and opened_on <= $3 and (closed_on is null or closed_on >= $2)
         order by person_id",
        facility,
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Keeps a draw; `false` when this very form has been taken before.
pub async fn keep(tx: &mut CareTx, new: &New, drawn: &[PersonId]) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into care_sample (id, facility_id, period, starts_on, ends_on, seed, wanted, charts, drawn_by, drawn_at, status, reason, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', 1) on conflict (id) do nothing",
        new.id,
        new.facility,
        new.period.as_str(),
        new.starts_on,
        new.ends_on,
        new.seed.as_str(),
        new.wanted,
        new.charts,
        new.by,
        new.at,
        Status::Open
    )?;
    if added == 0 {
        return Ok(false);
    }
    for (position, patient) in (1_i32..).zip(drawn) {
        sql_exec!(
            tx,
            "insert into care_sample_chart (sample_id, position, patient_id, lead_id, remark, version)
             select $1, $2, c.person_id, c.lead_id, '', 1 from care_patient c where c.person_id = $3",
            new.id,
            position,
            *patient
        )?;
    }
    Ok(true)
}

macro_rules! sample_sql {
    ($tail:literal) => {
        concat!(
            "select s.id, s.facility_id, s.period, s.starts_on, s.ends_on, s.seed, s.wanted, s.charts, d.display_name as drawn_by,
               s.drawn_at, s.status, e.display_name as ended_by, s.ended_at, s.reason, s.version,
               (select count(*) from care_sample_chart c where c.sample_id = s.id) as drawn,
               (select count(*) from care_sample_chart c where c.sample_id = s.id and (select count(*) from care_sample_finding f
                  where f.sample_id = c.sample_id and f.position = c.position) >= $2) as done
             from care_sample s join access_user d on d.id = s.drawn_by left join access_user e on e.id = s.ended_by where ",
            $tail
        )
    };
}

/// How many standards a chart is held against.
fn all() -> i64 {
    i64::try_from(super::standards::STANDARDS.len()).unwrap_or(i64::MAX)
}

/// The samples of a facility, the latest first.
pub async fn list(tx: &mut CareTx, facility: FacilityId, offset: i64) -> Result<Vec<Sample>, DbError> {
    sql_all!(
        tx,
        Sample,
        sample_sql!("s.facility_id = $1 order by s.drawn_at desc, s.id desc limit $3 offset $4"),
        facility,
        all(),
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from care_sample where facility_id = $1", facility)?.0)
}

pub async fn one(tx: &mut CareTx, facility: FacilityId, id: SampleId) -> Result<Option<Sample>, DbError> {
    sql_optional!(tx, Sample, sample_sql!("s.id = $1 and s.facility_id = $3"), id, all(), facility)
}

/// Whoever saves a chart and whoever ends the sample wait for one another, and then see what the other did. `SQLite` has one writer.
pub async fn lock(tx: &mut CareTx, id: SampleId) -> Result<(), DbError> {
    if matches!(tx.conn(), Conn::Postgres(_)) {
        sql_exec!(tx, "select 1 from care_sample where id = $1 for update", id)?;
    }
    Ok(())
}

/// The charts of a sample by their numbers, each with whether its record is still where the sample was drawn, as the gate finds it.
pub async fn charts(tx: &mut CareTx, id: SampleId) -> Result<Vec<Chart>, DbError> {
    sql_all!(
        tx,
        Chart,
        "select c.position, c.patient_id, p.family_name, p.given_name, p.prison_number, c.remark, u.display_name as saved_by, c.saved_at,
           c.version, (select count(*) from care_sample_finding f where f.sample_id = c.sample_id and f.position = c.position) as answered,
           case when r.status = 'open' then r.facility_id else p.facility_id end = s.facility_id as is_here
         from care_sample_chart c join care_sample s on s.id = c.sample_id join custody_person p on p.id = c.patient_id
           join care_patient r on r.person_id = c.patient_id left join access_user u on u.id = c.saved_by
         where c.sample_id = $1 order by c.position",
        id
    )
}

/// Everything that was found in a sample.
pub async fn found(tx: &mut CareTx, id: SampleId) -> Result<Vec<Found>, DbError> {
    sql_all!(tx, Found, "select position, standard, verdict from care_sample_finding where sample_id = $1", id)
}

/// What was found of one chart.
pub async fn findings(tx: &mut CareTx, id: SampleId, position: i32) -> Result<Vec<Finding>, DbError> {
    sql_all!(
        tx,
        Finding,
        "select standard, verdict, remark from care_sample_finding where sample_id = $1 and position = $2",
        id,
        position
    )
}

/// Who led the patient of each chart when it was drawn: for the head's page and nothing else.
pub async fn led(tx: &mut CareTx, id: SampleId) -> Result<Vec<Led>, DbError> {
    sql_all!(
        tx,
        Led,
        "select c.position, c.lead_id, u.display_name as lead from care_sample_chart c join access_user u on u.id = c.lead_id
         where c.sample_id = $1 order by c.position",
        id
    )
}

/// Marks a chart as saved; `false` when it is no longer of the version that was seen, or the sample has ended.
pub async fn save(
    tx: &mut CareTx,
    (id, position, version): (SampleId, i32, i32),
    remark: &str,
    (by, at): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_sample_chart set remark = $4, saved_by = $5, saved_at = $6, version = version + 1
         where sample_id = $1 and position = $2 and version = $3
           and exists (select 1 from care_sample s where s.id = $1 and s.status = 'open')",
        id,
        position,
        version,
        remark,
        by,
        at
    )?;
    Ok(touched > 0)
}

/// Writes the findings of a chart anew.
pub async fn replace(tx: &mut CareTx, (id, position): (SampleId, i32), findings: &[Finding]) -> Result<(), DbError> {
    sql_exec!(tx, "delete from care_sample_finding where sample_id = $1 and position = $2", id, position)?;
    for finding in findings {
        sql_exec!(
            tx,
            "insert into care_sample_finding (sample_id, position, standard, verdict, remark) values ($1, $2, $3, $4, $5)",
            id,
            position,
            finding.standard,
            finding.verdict,
            finding.remark.as_str()
        )?;
    }
    Ok(())
}

/// Ends a sample; `false` when it is no longer of the version that was seen.
pub async fn end(
    tx: &mut CareTx,
    (id, version): (SampleId, i32),
    (status, reason): (Status, &str),
    (by, at): (UserId, DateTime<Utc>),
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_sample set status = $3, reason = $4, ended_by = $5, ended_at = $6, version = version + 1
         where id = $1 and version = $2 and status = 'open'",
        id,
        version,
        status,
        reason,
        by,
        at
    )?;
    Ok(touched > 0)
}
