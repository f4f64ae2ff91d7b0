//! Openings, as questions to the database.

use chrono::{DateTime, Utc};

use super::model::{NewOpening, Opened, Outcome};
use crate::access::policy::Opening;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, OpeningId, PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// The widest of what a user has opened of a patient now; broken glass comes before a reason by its name.
pub async fn held(
    tx: &mut CareTx,
    user: UserId,
    patient: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<Opening>, DbError> {
    Ok(sql_optional!(
        tx,
        (Opening,),
        "select kind from access_opening where user_id = $1 and person_id = $2 and until_at > $3 and ended_at is null
         order by kind limit 1",
        user,
        patient,
        now
    )?
    .map(|row| row.0))
}

/// Opens; a form that was sent twice opens once.
pub async fn open(tx: &mut CareTx, new: &NewOpening) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into access_opening (id, user_id, person_id, facility_id, kind, category, opened_at, until_at)
         select $1, $2, c.person_id, c.facility_id, $4, $5, $6, $7 from care_patient c where c.person_id = $3
         on conflict (id) do nothing",
        new.id,
        new.user,
        new.patient,
        new.kind,
        new.category,
        new.at,
        new.until
    )?;
    sql_exec!(
        tx,
        "insert into care_opening (opening_id, opened_by, words, finding, version)
         select o.id, o.user_id, $3, '', 1 from access_opening o where o.id = $1 and o.user_id = $2
         on conflict (opening_id) do nothing",
        new.id,
        new.user,
        new.words.as_str()
    )?;
    Ok(())
}

/// Closes whatever the user has open.
pub async fn end(tx: &mut CareTx, user: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_opening set ended_at = $2 where user_id = $1 and until_at > $2 and ended_at is null",
        user,
        now
    )?;
    Ok(())
}

macro_rules! opened_sql {
    ($tail:literal) => {
        concat!(
            "select o.id, o.person_id, p.family_name, p.given_name, p.prison_number, o.user_id,
               u.display_name as user_name, u.profession, o.category, c.words, o.opened_at,
               coalesce(o.ended_at, o.until_at) as closes_at,
               (select count(*) from access_entry e where e.person_id = o.person_id and e.user_id = o.user_id
                  and e.at >= o.opened_at and e.at <= coalesce(o.ended_at, o.until_at)) as looks,
               c.seen_at, r.display_name as reviewed_name, c.reviewed_at, c.outcome, c.finding, c.version
             from access_opening o join care_opening c on c.opening_id = o.id
             join custody_person p on p.id = o.person_id join access_user u on u.id = o.user_id
             left join access_user r on r.id = c.reviewed_by
             where o.kind = 'break_glass' and ",
            $tail
        )
    };
}

/// Broken glass of a facility, the latest first: what waits for its review, or all of it.
pub async fn of_facility(
    tx: &mut CareTx,
    facility: FacilityId,
    all: bool,
    offset: i64,
) -> Result<Vec<Opened>, DbError> {
    sql_all!(
        tx,
        Opened,
        opened_sql!(
            "o.facility_id = $1 and ($2 or c.reviewed_at is null) order by o.opened_at desc, o.id desc limit $3 offset $4"
        ),
        facility,
        all,
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CareTx, facility: FacilityId, all: bool) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from access_opening o join care_opening c on c.opening_id = o.id
         where o.kind = 'break_glass' and o.facility_id = $1 and ($2 or c.reviewed_at is null)",
        facility,
        all
    )?
    .0)
}

pub async fn one(tx: &mut CareTx, facility: FacilityId, id: OpeningId) -> Result<Option<Opened>, DbError> {
    sql_optional!(tx, Opened, opened_sql!("o.facility_id = $1 and o.id = $2"), facility, id)
}

/// Marks as read; whoever was first stays.
pub async fn mark_seen(tx: &mut CareTx, id: OpeningId, by: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_opening set seen_by = $2, seen_at = $3 where opening_id = $1 and seen_at is null",
        id,
        by,
        now
    )?;
    Ok(())
}

/// Writes the review; `false` when the row is no longer of the version that was seen.
pub async fn review(
    tx: &mut CareTx,
    (id, version): (OpeningId, i32),
    (by, now): (UserId, DateTime<Utc>),
    outcome: Outcome,
    finding: &str,
) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_opening set reviewed_by = $3, reviewed_at = $4, outcome = $5, finding = $6, version = version + 1,
           seen_by = coalesce(seen_by, $3), seen_at = coalesce(seen_at, $4)
         where opening_id = $1 and version = $2 and reviewed_at is null",
        id,
        version,
        by,
        now,
        outcome,
        finding
    )?;
    Ok(changed > 0)
}
