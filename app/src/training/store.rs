//! The register as questions to the database. Those that every side may ask take any transaction; what each side may see of the
//! answer is the database's to say.

use chrono::NaiveDate;

use super::certificate::Certificate;
use super::model::{Course, Held, Level, Participant, Subject, Trainee};
use crate::kit::db::{CareTx, DbError, HasConn, places};
use crate::kit::ids::{CertificateId, CourseId, FacilityId, ParticipantId, TraineeId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_all_in, sql_one, sql_optional};

/// Whom a list is about: everybody, or corrections' staff of one facility.
pub type Staff = Option<FacilityId>;

/// Somebody who works for corrections in the facility `$1`; everybody when there is none.
macro_rules! people {
    ($what:literal, $rest:literal) => {
        concat!(
            "select ",
            $what,
            " from training_person p left join custody_facility f on f.id = p.facility_id
             where ($1 is null or exists (select 1 from access_grant g where g.user_id = p.user_id and g.side = 'custody'
                 and g.facility_id = $1 and g.ended_at is null and g.approved_at is not null))
               and p.sort_name like $2 escape '\\' and p.sort_name like $3 escape '\\' and p.sort_name like $4 escape '\\'",
            $rest
        )
    };
}

pub async fn count_people(
    tx: &mut impl HasConn,
    staff: Staff,
    [first, second, third]: &[String; 3],
) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), people!("count(*)", ""), staff, first, second, third)?.0)
}

pub async fn people(
    tx: &mut impl HasConn,
    staff: Staff,
    [first, second, third]: &[String; 3],
    offset: i64,
) -> Result<Vec<Trainee>, DbError> {
    sql_all!(
        tx,
        Trainee,
        people!(
            "p.id, p.user_id, p.name, p.institution, p.facility_id, f.name as facility, p.version",
            " order by p.sort_name, p.id limit $5 offset $6"
        ),
        staff,
        first,
        second,
        third,
        PAGE_SIZE,
        offset
    )
}

/// Everybody, to choose from.
pub async fn everybody(tx: &mut CareTx) -> Result<Vec<(TraineeId, String, String)>, DbError> {
    sql_all!(
        tx,
        (TraineeId, String, String),
        "select id, name, institution from training_person order by sort_name, id limit 2000"
    )
}

/// Users of both sides whom the register does not know yet.
pub async fn users_outside(tx: &mut CareTx) -> Result<Vec<(UserId, String, String)>, DbError> {
    sql_all!(
        tx,
        (UserId, String, String),
        "select u.id, u.display_name, u.profession from access_user u
         where u.active = $1 and u.side in ('care', 'custody') and not exists (select 1 from training_person p where p.user_id = u.id)
         order by u.display_name, u.id limit 2000",
        true
    )
}

pub async fn institutions(tx: &mut CareTx) -> Result<Vec<String>, DbError> {
    let rows =
        sql_all!(tx, (String,), "select distinct institution from training_person order by institution limit 200")?;
    Ok(rows.into_iter().map(|row| row.0).collect())
}

pub async fn facilities(tx: &mut impl HasConn) -> Result<Vec<(FacilityId, String)>, DbError> {
    sql_all!(tx, (FacilityId, String), "select id, name from custody_facility order by name, id")
}

macro_rules! courses {
    ($rest:literal) => {
        concat!(
            "select c.id, c.subject, c.level, c.starts_on, c.ends_on, c.site, c.trainer_a, c.trainer_b, c.mentor_id, a.name as trainer_a_name,
               b.name as trainer_b_name, m.name as mentor, c.valid_months,
               (select count(*) from training_participant e where e.course_id = c.id) as enrolled,
               (select count(*) from training_certificate t where t.course_id = c.id) as certified, c.version
             from training_course c join training_person a on a.id = c.trainer_a join training_person b on b.id = c.trainer_b
               left join training_person m on m.id = c.mentor_id ",
            $rest
        )
    };
}

pub async fn count_courses(tx: &mut impl HasConn) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from training_course")?.0)
}

pub async fn courses(tx: &mut impl HasConn, offset: i64) -> Result<Vec<Course>, DbError> {
    sql_all!(tx, Course, courses!("order by c.starts_on desc, c.id limit $1 offset $2"), PAGE_SIZE, offset)
}

/// Every course of a subject in the order of time, for the picture of who taught whom. A country holds some dozens.
pub async fn courses_of(tx: &mut impl HasConn, subject: Subject) -> Result<Vec<Course>, DbError> {
    sql_all!(tx, Course, courses!("where c.subject = $1 order by c.starts_on, c.id limit 200"), subject)
}

pub async fn course(tx: &mut impl HasConn, id: CourseId) -> Result<Option<Course>, DbError> {
    sql_optional!(tx, Course, courses!("where c.id = $1"), id)
}

pub async fn participants(tx: &mut impl HasConn, course: CourseId) -> Result<Vec<Participant>, DbError> {
    sql_all!(
        tx,
        Participant,
        "select e.id, e.person_id, p.name, p.institution, e.assessment, t.id as certificate_id, t.revoked_on
         from training_participant e join training_person p on p.id = e.person_id
           left join training_certificate t on t.participant_id = e.id
         where e.course_id = $1 order by p.institution, p.sort_name, e.id",
        course
    )
}

pub async fn attendance(tx: &mut impl HasConn, course: CourseId) -> Result<Vec<(ParticipantId, NaiveDate)>, DbError> {
    sql_all!(
        tx,
        (ParticipantId, NaiveDate),
        "select d.participant_id, d.on_date from training_attendance d join training_participant e on e.id = d.participant_id
         where e.course_id = $1",
        course
    )
}

macro_rules! held {
    ($rest:literal) => {
        concat!(
            "select t.id, t.person_id, t.name, t.institution, t.subject, t.level, t.issued_on, t.valid_until, t.revoked_on
             from training_certificate t join training_person p on p.id = t.person_id ",
            $rest
        )
    };
}

pub async fn held_by(tx: &mut impl HasConn, people: &[TraineeId]) -> Result<Vec<Held>, DbError> {
    let text = format!(
        "select t.id, t.person_id, t.name, t.institution, t.subject, t.level, t.issued_on, t.valid_until, t.revoked_on
         from training_certificate t where t.person_id in ({}) order by t.valid_until desc, t.id",
        places(1, people.len())
    );
    sql_all_in!(tx, Held, text, people)
}

/// One's own certificates.
pub async fn held_by_user(tx: &mut impl HasConn, user: UserId) -> Result<Vec<Held>, DbError> {
    sql_all!(tx, Held, held!("where p.user_id = $1 order by t.valid_until desc, t.id"), user)
}

/// What ends within a span of days, the first first.
pub async fn lapsing(tx: &mut impl HasConn, from: NaiveDate, to: NaiveDate) -> Result<Vec<Held>, DbError> {
    sql_all!(
        tx,
        Held,
        held!(
            "where t.valid_until >= $1 and t.valid_until <= $2 and t.revoked_on is null
             and not exists (select 1 from training_certificate n where n.person_id = t.person_id and n.subject = t.subject
               and n.valid_until > $2 and n.revoked_on is null)
             order by t.valid_until, p.sort_name, t.id limit 200"
        ),
        from,
        to
    )
}

macro_rules! paper {
    ($rest:literal) => {
        concat!(
            "select t.id, t.subject, t.level, t.name, t.institution, t.starts_on, t.ends_on, t.issued_on, t.valid_until, t.issued_at,
               t.code, t.key_id, t.signature, t.revoked_on
             from training_certificate t ",
            $rest
        )
    };
}

pub async fn certificate(tx: &mut impl HasConn, id: CertificateId) -> Result<Option<Certificate>, DbError> {
    sql_optional!(tx, Certificate, paper!("where t.id = $1"), id)
}

pub async fn own_certificate(
    tx: &mut impl HasConn,
    id: CertificateId,
    user: UserId,
) -> Result<Option<Certificate>, DbError> {
    sql_optional!(
        tx,
        Certificate,
        paper!("join training_person p on p.id = t.person_id where t.id = $1 and p.user_id = $2"),
        id,
        user
    )
}

pub async fn certificate_by_code(tx: &mut impl HasConn, code: &str) -> Result<Option<Certificate>, DbError> {
    sql_optional!(tx, Certificate, paper!("where t.code = $1"), code)
}

/// Who holds a certificate as a trainer of a subject on a day, of these two.
pub async fn trainers(
    tx: &mut CareTx,
    subject: Subject,
    on: NaiveDate,
    pair: (TraineeId, TraineeId),
) -> Result<(bool, bool), DbError> {
    let rows = sql_all!(
        tx,
        (TraineeId,),
        "select distinct person_id from training_certificate where person_id in ($1, $2) and subject = $3 and level = $4
           and issued_on <= $5 and valid_until >= $5 and (revoked_on is null or revoked_on > $5)",
        pair.0,
        pair.1,
        subject,
        Level::TrainingOfTrainers,
        on
    )?;
    let holds = |id| rows.iter().any(|row| row.0 == id);
    Ok((holds(pair.0), holds(pair.1)))
}

/// Who has taught whom: each certificate of a subject with the course that it came from.
pub async fn taught(tx: &mut impl HasConn, subject: Subject) -> Result<Vec<(CourseId, TraineeId, String)>, DbError> {
    sql_all!(
        tx,
        (CourseId, TraineeId, String),
        "select t.course_id, t.person_id, t.name from training_certificate t join training_person p on p.id = t.person_id
         where t.subject = $1 and t.revoked_on is null order by p.sort_name, t.id limit 2000",
        subject
    )
}

/// Somebody who counts for a unit: with a certificate of the subject that is valid on the day.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Competent {
    pub facility_id: FacilityId,
    pub subject: Subject,
    pub name: String,
    pub valid_until: NaiveDate,
}

pub async fn competent(tx: &mut impl HasConn, on: NaiveDate) -> Result<Vec<Competent>, DbError> {
    sql_all!(
        tx,
        Competent,
        "select p.facility_id, t.subject, p.name, max(t.valid_until) as valid_until
         from training_certificate t join training_person p on p.id = t.person_id
         where p.facility_id is not null and t.issued_on <= $1 and t.valid_until >= $1 and (t.revoked_on is null or t.revoked_on > $1)
         group by p.facility_id, t.subject, p.id, p.name, p.sort_name order by p.sort_name, p.id",
        on
    )
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Need {
    pub facility_id: FacilityId,
    pub subject: Subject,
    pub needed: i32,
    pub version: i32,
}

pub async fn needs(tx: &mut impl HasConn) -> Result<Vec<Need>, DbError> {
    sql_all!(tx, Need, "select facility_id, subject, needed, version from training_need")
}
