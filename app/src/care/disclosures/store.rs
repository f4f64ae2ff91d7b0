//! The disclosure log, as questions to the database.

use chrono::NaiveDate;

use super::model::{Disclosure, NewDisclosure, Status, Waiting};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{DisclosureId, FacilityId, PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one};

/// A page of what was ever proposed about a patient, the latest first.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId, offset: i64) -> Result<Vec<Disclosure>, DbError> {
    sql_all!(
        tx,
        Disclosure,
        "select d.id, d.patient_id, d.recipient, d.content, d.basis, c.scope, d.consent_id, d.reason, d.status, d.proposed_by,
           p.display_name as proposed_name, u.display_name as decided_name, d.decided_on, d.decision_reason, d.sent_on,
           d.created_at, d.version
         from care_disclosure d join access_user p on p.id = d.proposed_by left join access_user u on u.id = d.decided_by
           left join care_consent c on c.id = d.consent_id
         where d.patient_id = $1 order by d.created_at desc, d.id desc limit $2 offset $3",
        patient,
        PAGE_SIZE,
        offset
    )
}

pub async fn count_of_patient(tx: &mut CareTx, patient: PersonId) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from care_disclosure where patient_id = $1", patient)?.0)
}

/// One disclosure of a patient.
pub async fn one(tx: &mut CareTx, patient: PersonId, id: DisclosureId) -> Result<Option<Disclosure>, DbError> {
    crate::sql_optional!(
        tx,
        Disclosure,
        "select d.id, d.patient_id, d.recipient, d.content, d.basis, c.scope, d.consent_id, d.reason, d.status, d.proposed_by,
           p.display_name as proposed_name, u.display_name as decided_name, d.decided_on, d.decision_reason, d.sent_on,
           d.created_at, d.version
         from care_disclosure d join access_user p on p.id = d.proposed_by left join access_user u on u.id = d.decided_by
           left join care_consent c on c.id = d.consent_id
         where d.id = $1 and d.patient_id = $2",
        id,
        patient
    )
}

/// What waits for a decision in a facility, the oldest first.
pub async fn waiting(tx: &mut CareTx, facility: FacilityId, offset: i64) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select d.patient_id, p.family_name, p.given_name, p.prison_number, d.recipient, d.basis,
           u.display_name as proposed_name, d.created_at
         from care_disclosure d join custody_person p on p.id = d.patient_id join access_user u on u.id = d.proposed_by
         where d.facility_id = $1 and d.status = 'proposed' order by d.created_at, d.id limit $2 offset $3",
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn count_waiting(tx: &mut CareTx, facility: FacilityId) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from care_disclosure where facility_id = $1 and status = 'proposed'",
        facility
    )?
    .0)
}

/// Proposes; a form that was sent twice proposes once.
pub async fn propose(tx: &mut CareTx, new: &NewDisclosure) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_disclosure (id, patient_id, facility_id, recipient, content, basis, consent_id, reason, status,
           proposed_by, decision_reason, created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, 'proposed', $8, '', $9, 1
         from care_patient c where c.person_id = $2
         on conflict (id) do nothing",
        new.id,
        new.patient,
        new.recipient.as_str(),
        new.content.as_str(),
        new.basis,
        new.consent,
        new.reason.as_str(),
        new.by,
        new.at
    )?;
    Ok(())
}

/// Writes the decision; `false` when the row is no longer of the version that was seen.
pub async fn decide(
    tx: &mut CareTx,
    (id, version): (DisclosureId, i32),
    status: Status,
    (by, on): (UserId, NaiveDate),
    reason: &str,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_disclosure set status = $3, decided_by = $4, decided_on = $5, decision_reason = $6, version = version + 1
         where id = $1 and version = $2 and status = 'proposed'",
        id,
        version,
        status,
        by,
        on,
        reason
    )?;
    Ok(touched > 0)
}

pub async fn mark_sent(tx: &mut CareTx, (id, version): (DisclosureId, i32), on: NaiveDate) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_disclosure set status = 'sent', sent_on = $3, version = version + 1
         where id = $1 and version = $2 and status = 'approved'",
        id,
        version,
        on
    )?;
    Ok(touched > 0)
}
