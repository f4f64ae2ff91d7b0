//! What the head writes into the register, through care.

use chrono::{DateTime, NaiveDate, Utc};

use super::certificate::Certificate;
use super::model::{Assessment, Level, Subject};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{CertificateId, CourseId, FacilityId, ParticipantId, TraineeId, UserId};
use crate::kit::page::sort_key;
use crate::{sql_exec, sql_one, sql_optional};

/// Who writes, and when.
#[derive(Debug, Clone, Copy)]
pub struct By {
    pub user: UserId,
    pub at: DateTime<Utc>,
}

#[derive(Debug, Clone)]
pub struct NewPerson {
    pub id: TraineeId,
    pub user: Option<UserId>,
    pub name: String,
    pub institution: String,
    pub facility: Option<FacilityId>,
}

/// Adds somebody; who is known already by the account, or by name and institution, is found instead.
pub async fn person(tx: &mut CareTx, new: &NewPerson, by: By) -> Result<TraineeId, DbError> {
    let known = match new.user {
        Some(user) => sql_optional!(tx, (TraineeId,), "select id from training_person where user_id = $1", user)?,
        None => sql_optional!(
            tx,
            (TraineeId,),
            "select id from training_person where sort_name = $1 and institution = $2 and user_id is null order by id limit 1",
            sort_key(&new.name),
            &new.institution
        )?,
    };
    if let Some((id,)) = known {
        return Ok(id);
    }
    sql_exec!(
        tx,
        "insert into training_person (id, user_id, name, sort_name, institution, facility_id, created_by, created_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        new.id,
        new.user,
        &new.name,
        sort_key(&new.name),
        &new.institution,
        new.facility,
        by.user,
        by.at
    )?;
    Ok(new.id)
}

/// The name of an account and, where there is one, the facility of its first role.
pub async fn of_user(tx: &mut CareTx, user: UserId) -> Result<Option<(String, Option<FacilityId>)>, DbError> {
    sql_optional!(
        tx,
        (String, Option<FacilityId>),
        "select u.display_name, (select g.facility_id from access_grant g where g.user_id = u.id and g.ended_at is null
           and g.facility_id is not null order by g.created_at, g.id limit 1)
         from access_user u where u.id = $1",
        user
    )
}

#[derive(Debug, Clone)]
pub struct NewCourse {
    pub id: CourseId,
    pub subject: Subject,
    pub level: Level,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub site: String,
    pub trainer_a: TraineeId,
    pub trainer_b: TraineeId,
    pub mentor: Option<TraineeId>,
    pub valid_months: i32,
    pub version: i32,
}

/// Writes a course; false when somebody else has changed it since. A new one that is there already was sent twice.
pub async fn course(tx: &mut CareTx, new: &NewCourse, by: By) -> Result<bool, DbError> {
    if new.version == 0 {
        sql_exec!(
            tx,
            "insert into training_course (id, subject, level, starts_on, ends_on, site, trainer_a, trainer_b, mentor_id, valid_months,
               created_by, created_at, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1) on conflict (id) do nothing",
            new.id,
            new.subject,
            new.level,
            new.starts_on,
            new.ends_on,
            &new.site,
            new.trainer_a,
            new.trainer_b,
            new.mentor,
            new.valid_months,
            by.user,
            by.at
        )?;
        return Ok(true);
    }
    let touched = sql_exec!(
        tx,
        "update training_course set subject = $2, level = $3, starts_on = $4, ends_on = $5, site = $6, trainer_a = $7, trainer_b = $8,
           mentor_id = $9, valid_months = $10, version = version + 1
         where id = $1 and version = $11
           and not exists (select 1 from training_certificate t where t.course_id = $1)",
        new.id,
        new.subject,
        new.level,
        new.starts_on,
        new.ends_on,
        &new.site,
        new.trainer_a,
        new.trainer_b,
        new.mentor,
        new.valid_months,
        new.version
    )?;
    Ok(touched > 0)
}

/// Enrols somebody; who is enrolled already stays so.
pub async fn enrol(
    tx: &mut CareTx,
    id: ParticipantId,
    course: CourseId,
    person: TraineeId,
    by: By,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into training_participant (id, course_id, person_id, assessment, enrolled_by, enrolled_at)
         values ($1, $2, $3, null, $4, $5) on conflict (course_id, person_id) do nothing",
        id,
        course,
        person,
        by.user,
        by.at
    )?;
    Ok(())
}

/// Whether the course is still as the form showed it; from here on the form of anybody else is stale.
pub async fn touch_course(tx: &mut CareTx, course: CourseId, version: i32) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update training_course set version = version + 1 where id = $1 and version = $2",
        course,
        version
    )?;
    Ok(touched > 0)
}

/// Says of a participant on which days he was there, and how the assessment went.
pub async fn attended(
    tx: &mut CareTx,
    participant: ParticipantId,
    days: &[NaiveDate],
    assessment: Option<Assessment>,
) -> Result<(), DbError> {
    sql_exec!(tx, "delete from training_attendance where participant_id = $1", participant)?;
    for day in days {
        sql_exec!(tx, "insert into training_attendance (participant_id, on_date) values ($1, $2)", participant, *day)?;
    }
    sql_exec!(tx, "update training_participant set assessment = $2 where id = $1", participant, assessment)?;
    Ok(())
}

pub async fn certificate(
    tx: &mut CareTx,
    paper: &Certificate,
    (participant, course, person): (ParticipantId, CourseId, TraineeId),
    by: By,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into training_certificate (id, participant_id, course_id, person_id, subject, level, name, institution, starts_on, ends_on,
           issued_on, valid_until, code, key_id, signature, revoked_on, issued_by, issued_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, null, $16, $17)
         on conflict (participant_id) do nothing",
        paper.id,
        participant,
        course,
        person,
        paper.subject,
        paper.level,
        &paper.name,
        &paper.institution,
        paper.starts_on,
        paper.ends_on,
        paper.issued_on,
        paper.valid_until,
        &paper.code,
        &paper.key_id,
        paper.signature.as_slice(),
        by.user,
        paper.issued_at
    )?;
    Ok(())
}

/// Says that a certificate no longer counts; one that is revoked stays as it is.
pub async fn revoke(tx: &mut CareTx, id: CertificateId, on: NaiveDate) -> Result<(), DbError> {
    sql_exec!(tx, "update training_certificate set revoked_on = $2 where id = $1 and revoked_on is null", id, on)?;
    Ok(())
}

/// Says how many a unit needs; false when somebody else has since.
pub async fn need(
    tx: &mut CareTx,
    (facility, subject): (FacilityId, Subject),
    (needed, version): (i32, i32),
    by: By,
) -> Result<bool, DbError> {
    let touched = if version == 0 {
        sql_exec!(
            tx,
            "insert into training_need (facility_id, subject, needed, set_by, set_at, version) values ($1, $2, $3, $4, $5, 1)
             on conflict (facility_id, subject) do nothing",
            facility,
            subject,
            needed,
            by.user,
            by.at
        )?
    } else {
        sql_exec!(
            tx,
            "update training_need set needed = $3, set_by = $4, set_at = $5, version = version + 1
             where facility_id = $1 and subject = $2 and version = $6",
            facility,
            subject,
            needed,
            by.user,
            by.at,
            version
        )?
    };
    Ok(touched > 0)
}

/// Whether the author of a supervised session is supervised by this user today.
pub async fn supervises(tx: &mut CareTx, supervisor: UserId, user: UserId) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from care_supervision where user_id = $1 and supervisor_id = $2 and ended_on is null)",
        user,
        supervisor
    )?
    .0)
}
