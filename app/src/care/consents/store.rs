//! Decisions of patients, as questions to the database; and the end of what rests on one.

use chrono::NaiveDate;

use super::model::{Consent, NewConsent, Record, Scope};
use super::rules;
use crate::kit::db::{CareTx, DbError, places};
use crate::kit::ids::{ConsentId, PersonId, UserId};
use crate::{sql_all, sql_all_in, sql_exec, sql_one};

/// Everything that a patient has ever decided, the latest first.
pub async fn of_patient(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Consent>, DbError> {
    sql_all!(
        tx,
        Consent,
        "select c.id, c.scope, c.decision, c.given_on, c.ends_on, c.withdrawn_on, c.created_at, c.language, c.interpreter, c.method,
           c.comment, u.display_name as recorded_by, c.withdrawal_words, c.version
         from care_consent c join access_user u on u.id = c.recorded_by
         where c.patient_id = $1 order by c.given_on desc, c.created_at desc, c.id desc",
        patient
    )
}

/// Only what rules look at.
pub async fn records(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Record>, DbError> {
    sql_all!(
        tx,
        Record,
        "select id, scope, decision, given_on, ends_on, withdrawn_on, created_at from care_consent where patient_id = $1",
        patient
    )
}

#[derive(sqlx::FromRow)]
struct RecordOf {
    patient_id: PersonId,
    #[sqlx(flatten)]
    record: Record,
}

/// Those of `people` who do not permit a scope today, recorded or not.
pub async fn not_permitting(
    tx: &mut CareTx,
    people: &[PersonId],
    scope: Scope,
    today: NaiveDate,
) -> Result<Vec<PersonId>, DbError> {
    let sql = format!(
        "select patient_id, id, scope, decision, given_on, ends_on, withdrawn_on, created_at from care_consent
         where scope = $1 and patient_id in ({})",
        places(2, people.len())
    );
    let held = sql_all_in!(tx, RecordOf, sql, people, scope)?;
    let permits = |person: &PersonId| {
        let own: Vec<Record> = held.iter().filter(|row| row.patient_id == *person).map(|row| row.record).collect();
        rules::standing(&own, scope, today).permits()
    };
    Ok(people.iter().copied().filter(|person| !permits(person)).collect())
}

/// Records a decision; `false` when this very form has been recorded before.
pub async fn record(tx: &mut CareTx, new: &NewConsent) -> Result<bool, DbError> {
    let added = sql_exec!(
        tx,
        "insert into care_consent (id, patient_id, facility_id, scope, decision, given_on, ends_on, language, interpreter, method,
           comment, recorded_by, withdrawal_words, created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, 1
         from care_patient c where c.person_id = $2
         on conflict (id) do nothing",
        new.id,
        new.patient,
        new.scope,
        new.decision,
        new.given_on,
        new.ends_on,
        new.language,
        new.interpreter.as_str(),
        new.method,
        new.comment.as_str(),
        new.by,
        new.at
    )?;
    Ok(added > 0)
}

/// What a patient takes back, and how he said it.
#[derive(Debug)]
pub struct Withdrawal {
    pub id: ConsentId,
    pub patient: PersonId,
    pub version: i32,
    pub on: NaiveDate,
    pub words: String,
    pub by: UserId,
}

/// `false` when the consent is no longer of the version that was seen.
pub async fn withdraw(tx: &mut CareTx, withdrawal: &Withdrawal) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_consent set withdrawn_on = $4, withdrawn_by = $5, withdrawal_words = $6, version = version + 1
         where id = $1 and patient_id = $2 and version = $3 and withdrawn_on is null",
        withdrawal.id,
        withdrawal.patient,
        withdrawal.version,
        withdrawal.on,
        withdrawal.by,
        withdrawal.words.as_str()
    )?;
    Ok(touched > 0)
}

/// How much rests on a consent now: notices with custody, and disclosures that have been approved and not sent.
pub async fn resting_on(tx: &mut CareTx, consent: ConsentId, today: NaiveDate) -> Result<(i64, i64), DbError> {
    sql_one!(
        tx,
        (i64, i64),
        "select (select count(*) from care_notice c join custody_notice n on n.id = c.notice_id
                 where c.consent_id = $1 and n.ended_on is null and n.expires_on >= $2),
                (select count(*) from care_disclosure where consent_id = $1 and status = 'approved')",
        consent,
        today
    )
}

/// Ends what rests on the patient's consents to a scope, in the transaction of the no: notices leave custody's lists, and
/// what was approved and not yet sent is refused for `reason`. With `only`, what rests on that one consent.
pub async fn end_what_rests_on(
    tx: &mut CareTx,
    (patient, scope): (PersonId, Scope),
    only: Option<ConsentId>,
    today: NaiveDate,
    reason: &str,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_notice set ended_on = $4, version = version + 1
         where ended_on is null and id in (
           select h.notice_id from care_notice h join care_consent c on c.id = h.consent_id
           where c.patient_id = $1 and c.scope = $2 and (c.id = $3 or $3 is null))",
        patient,
        scope,
        only,
        today
    )?;
    sql_exec!(
        tx,
        "update care_disclosure set status = 'refused', decision_reason = $4, version = version + 1
         where status = 'approved' and consent_id in (
           select c.id from care_consent c where c.patient_id = $1 and c.scope = $2 and (c.id = $3 or $3 is null))",
        patient,
        scope,
        only,
        reason
    )?;
    Ok(())
}
