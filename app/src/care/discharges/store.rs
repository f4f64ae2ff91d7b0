//! Discharges as questions to the database, and what closing a record ends.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Discharge, DischargeText};
use super::plain::{Given, Held};
use crate::care::activities::ActivityTitle;
use crate::care::goals::{Goal, goals_of_plan};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, Conn, DbError, HasConn};
use crate::kit::ids::{CopyWordsId, DischargeId, FacilityId, NoteId, PersonId, PlanId, SlotId, UserId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! discharge_where {
    ($condition:literal) => {
        concat!(
            "select id, discharged_on, reason, course, recommendations, patient_view, plain_summary, plain_next, plain_language,
               note_id, signed_at, version
             from care_discharge where ",
            $condition
        )
    };
}

/// The summary that is being written.
pub async fn draft(tx: &mut CareTx, patient: PersonId) -> Result<Option<Discharge>, DbError> {
    sql_optional!(tx, Discharge, discharge_where!("patient_id = $1 and signed_at is null"), patient)
}

/// The last summary that was signed.
pub async fn last_signed(tx: &mut CareTx, patient: PersonId) -> Result<Option<Discharge>, DbError> {
    sql_optional!(
        tx,
        Discharge,
        discharge_where!(
            "patient_id = $1 and signed_at is not null order by discharged_on desc, signed_at desc limit 1"
        ),
        patient
    )
}

/// A summary to be written down.
#[derive(Debug, Clone, Copy)]
pub struct NewDischarge<'a> {
    pub id: DischargeId,
    pub patient: PersonId,
    pub text: &'a DischargeText,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

/// `false` when the patient has no open record.
pub async fn insert(tx: &mut CareTx, new: &NewDischarge<'_>) -> Result<bool, DbError> {
    let text = new.text;
    let made = sql_exec!(
        tx,
        "insert into care_discharge
           (id, patient_id, facility_id, discharged_on, reason, course, recommendations, patient_view, plain_summary, plain_next,
            plain_language, created_by, created_at, version)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1
         from care_patient c where c.person_id = $2 and c.status = 'open'",
        new.id,
        new.patient,
        text.discharged_on,
        text.reason,
        text.course.as_str(),
        text.recommendations.as_str(),
        text.patient_view.as_str(),
        text.plain_summary.as_str(),
        text.plain_next.as_str(),
        text.plain_language.as_str(),
        new.by,
        new.at
    )?;
    Ok(made == 1)
}

/// `false` when the row is no longer the one that was read, or was signed.
pub async fn update(tx: &mut CareTx, id: DischargeId, version: i32, text: &DischargeText) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_discharge set discharged_on = $3, reason = $4, course = $5, recommendations = $6, patient_view = $7,
           plain_summary = $8, plain_next = $9, plain_language = $10, version = version + 1
         where id = $1 and version = $2 and signed_at is null",
        id,
        version,
        text.discharged_on,
        text.reason,
        text.course.as_str(),
        text.recommendations.as_str(),
        text.patient_view.as_str(),
        text.plain_summary.as_str(),
        text.plain_next.as_str(),
        text.plain_language.as_str()
    )?;
    Ok(changed == 1)
}

/// `false` when the draft is no longer the one that was read, or was signed.
pub async fn discard(tx: &mut CareTx, patient: PersonId, id: DischargeId, version: i32) -> Result<bool, DbError> {
    let gone = sql_exec!(
        tx,
        "delete from care_discharge where id = $1 and patient_id = $2 and version = $3 and signed_at is null",
        id,
        patient,
        version
    )?;
    Ok(gone == 1)
}

pub async fn set_signed(tx: &mut CareTx, id: DischargeId, note: NoteId, at: DateTime<Utc>) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update care_discharge set note_id = $2, signed_at = $3, version = version + 1 where id = $1 and signed_at is null",
        id,
        note,
        at
    )?;
    Ok(changed == 1)
}

/// A session that has begun and carries no signature yet.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct UnsignedSession {
    pub id: SlotId,
    pub starts_at: DateTime<Utc>,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub lead_name: String,
}

/// The sessions of a patient that wait to be signed, the earliest first.
pub async fn unsigned_sessions(
    tx: &mut CareTx,
    patient: PersonId,
    now: DateTime<Utc>,
) -> Result<Vec<UnsignedSession>, DbError> {
    sql_all!(
        tx,
        UnsignedSession,
        "select s.id, s.starts_at, a.title_en, a.title_sq, a.title_sr, u.display_name as lead_name
         from custody_slot_person sp join custody_slot s on s.id = sp.slot_id join care_session c on c.id = s.id
         join care_activity a on a.code = c.activity_code join access_user u on u.id = c.lead_id
         where sp.person_id = $1 and sp.starts_at <= $2 and c.signed_at is null
           and s.status in ('requested', 'confirmed', 'in_progress', 'completed')
         order by s.starts_at, s.id limit 50",
        patient,
        now
    )
}

/// Whether a package with this patient's record is on its way to another unit.
pub async fn package_is_sent(tx: &mut CareTx, patient: PersonId) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from care_transfer where patient_id = $1 and status = 'sent')",
        patient
    )?
    .0)
}

/// The goals of the plan that is followed, or that was followed last, each as it was stated.
pub async fn goals_at_the_end(tx: &mut CareTx, patient: PersonId) -> Result<Vec<Goal>, DbError> {
    let plan = sql_optional!(
        tx,
        (PlanId,),
        "select id from care_plan where patient_id = $1 and status in ('active', 'on_hold', 'completed') and activated_at is not null
         order by case status when 'active' then 0 else 1 end, version_no desc limit 1",
        patient
    )?;
    match plan {
        Some((plan,)) => goals_of_plan(tx, plan).await,
        None => Ok(Vec::new()),
    }
}

/// Ends what a patient is still expected at, everywhere or at one facility, in health's name: a session of this patient alone
/// is cancelled, from a group the patient is taken off the list.
pub async fn end_bookings(
    tx: &mut impl HasConn,
    patient: PersonId,
    at: Option<FacilityId>,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update custody_slot set status = 'cancelled', cancel_side = 'health', cancel_reason = 'health', version = version + 1
         where starts_at > $2 and status in ('requested', 'confirmed', 'in_progress') and ($3 is null or facility_id = $3)
           and id in (select sp.slot_id from custody_slot_person sp where sp.person_id = $1 and sp.starts_at > $2)
           and not exists (select 1 from custody_slot_person o where o.slot_id = custody_slot.id and o.person_id <> $1)",
        patient,
        now,
        at
    )?;
    // Whom an officer has marked already stays on the list of that day: a mark is never undone.
    sql_exec!(
        tx,
        "delete from custody_slot_person where person_id = $1 and starts_at > $2 and ($3 is null or facility_id = $3)
           and slot_id in (select s.id from custody_slot s where s.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress'))
           and not exists (select 1 from custody_movement m
                           where m.slot_id = custody_slot_person.slot_id and m.person_id = custody_slot_person.person_id)",
        patient,
        now,
        at
    )?;
    Ok(())
}

pub async fn end_memberships(
    tx: &mut CareTx,
    patient: PersonId,
    status: &str,
    today: NaiveDate,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_programme_member set status = $2, since = $3, version = version + 1
         where patient_id = $1 and status in ('waiting', 'active', 'paused')",
        patient,
        status,
        today
    )?;
    Ok(())
}

/// A draft that nobody will activate any more.
pub async fn revoke_draft_plan(tx: &mut CareTx, patient: PersonId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update care_plan set status = 'revoked', version = version + 1 where patient_id = $1 and status = 'draft'",
        patient
    )?;
    Ok(())
}

/// `false` when the record was closed meanwhile.
pub async fn close(tx: &mut CareTx, patient: PersonId, on: NaiveDate) -> Result<bool, DbError> {
    let closed = sql_exec!(
        tx,
        "update care_patient set status = 'closed', closed_on = $2, version = version + 1
         where person_id = $1 and status = 'open'",
        patient,
        on
    )?;
    Ok(closed == 1)
}

/// The plain words given for a patient's copy in one language, the last ones last.
pub async fn copy_words(tx: &mut CareTx, patient: PersonId, lang: Lang) -> Result<Vec<Held>, DbError> {
    sql_all!(
        tx,
        Held,
        "select c.said, c.words, u.display_name as by, c.created_at as at
         from care_copy_words c join access_user u on u.id = c.written_by
         where c.patient_id = $1 and c.language = $2 order by c.created_at, c.id",
        patient,
        lang.code()
    )
}

/// Whoever gives words for a patient waits for whoever is just doing so, and then sees them. `SQLite` has one writer.
pub async fn lock_copy_words(tx: &mut CareTx, patient: PersonId) -> Result<(), DbError> {
    if matches!(tx.conn(), Conn::Postgres(_)) {
        sql_exec!(tx, "select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 34))", patient)?;
    }
    Ok(())
}

/// Plain words to be kept.
#[derive(Debug, Clone, Copy)]
pub struct NewCopyWords<'a> {
    pub id: CopyWordsId,
    pub patient: PersonId,
    pub lang: Lang,
    pub given: &'a Given,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn give_copy_words(tx: &mut CareTx, new: &NewCopyWords<'_>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_copy_words (id, patient_id, language, said, words, written_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        new.id,
        new.patient,
        new.lang.code(),
        new.given.said.as_str(),
        new.given.words.as_str(),
        new.by,
        new.at
    )?;
    Ok(())
}
