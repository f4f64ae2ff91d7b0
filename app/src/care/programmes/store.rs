//! Programmes and their members, as questions to the database.

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{Draft, Member, MemberStatus, Programme, ProgrammeLine, ProgrammeStatus};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, ProgrammeId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

pub async fn count(tx: &mut CareTx, facility: FacilityId, status: ProgrammeStatus) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from care_programme where facility_id = $1 and status = $2",
        facility,
        status
    )?
    .0)
}

pub async fn list(
    tx: &mut CareTx,
    facility: FacilityId,
    status: ProgrammeStatus,
    offset: i64,
) -> Result<Vec<ProgrammeLine>, DbError> {
    sql_all!(
        tx,
        ProgrammeLine,
        "select p.id, p.title, a.title_en, a.title_sq, a.title_sr, p.intake, p.capacity, u.display_name as lead_name,
                (select count(*) from care_programme_member m where m.programme_id = p.id and m.status = 'active') as active,
                (select count(*) from care_programme_member m where m.programme_id = p.id and m.status = 'waiting') as waiting
         from care_programme p join care_activity a on a.code = p.activity_code join access_user u on u.id = p.lead_id
         where p.facility_id = $1 and p.status = $2 order by p.title, p.id limit $3 offset $4",
        facility,
        status,
        PAGE_SIZE,
        offset
    )
}

/// The programme when it belongs to this facility.
pub async fn programme(tx: &mut CareTx, facility: FacilityId, id: ProgrammeId) -> Result<Option<Programme>, DbError> {
    sql_optional!(
        tx,
        Programme,
        "select p.id, p.title, p.purpose, p.activity_code, a.title_en, a.title_sq, a.title_sr, p.intake, p.capacity, p.lead_id,
                u.display_name as lead_name, p.status, p.version
         from care_programme p join care_activity a on a.code = p.activity_code join access_user u on u.id = p.lead_id
         where p.facility_id = $1 and p.id = $2",
        facility,
        id
    )
}

/// How many there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    pub everybody: i64,
    pub active: i64,
    pub paused: i64,
    pub waiting: i64,
}

pub async fn counts(tx: &mut CareTx, id: ProgrammeId) -> Result<Counts, DbError> {
    sql_one!(
        tx,
        Counts,
        "select count(*) as everybody, count(case when status = 'active' then 1 end) as active,
                count(case when status = 'paused' then 1 end) as paused, count(case when status = 'waiting' then 1 end) as waiting
         from care_programme_member where programme_id = $1",
        id
    )
}

macro_rules! member_where {
    ($rest:literal) => {
        concat!(
            "select m.patient_id, p.family_name, p.given_name, p.prison_number, m.status, m.since, m.position, m.version
             from care_programme_member m join custody_person p on p.id = m.patient_id where m.programme_id = $1 ",
            $rest
        )
    };
}

/// A page of those who have ever belonged to it: members, those who pause, those who wait in their order, then those who left.
pub async fn members(tx: &mut CareTx, id: ProgrammeId, offset: i64) -> Result<Vec<Member>, DbError> {
    sql_all!(
        tx,
        Member,
        member_where!(
            "order by case m.status when 'active' then 0 when 'paused' then 1 when 'waiting' then 2 else 3 end, m.position, p.sort_name, p.id
             limit $2 offset $3"
        ),
        id,
        PAGE_SIZE,
        offset
    )
}

pub async fn member(tx: &mut CareTx, id: ProgrammeId, patient: PersonId) -> Result<Option<Member>, DbError> {
    sql_optional!(tx, Member, member_where!("and m.patient_id = $2"), id, patient)
}

/// Those who take part now; never more than the places that there are.
pub async fn active(tx: &mut CareTx, id: ProgrammeId) -> Result<Vec<Member>, DbError> {
    sql_all!(tx, Member, member_where!("and m.status = 'active' order by m.position, p.sort_name, p.id"), id)
}

/// Who has waited longest.
pub async fn first_waiting(tx: &mut CareTx, id: ProgrammeId) -> Result<Option<Member>, DbError> {
    sql_optional!(
        tx,
        Member,
        member_where!("and m.status = 'waiting' order by m.position, p.sort_name, p.id limit 1"),
        id
    )
}

/// Who waits just before a place in the order.
pub async fn waiting_before(tx: &mut CareTx, id: ProgrammeId, position: i32) -> Result<Option<Member>, DbError> {
    sql_optional!(
        tx,
        Member,
        member_where!("and m.status = 'waiting' and m.position < $2 order by m.position desc limit 1"),
        id,
        position
    )
}

/// The open patient of the facility with this prison number.
pub async fn patient(tx: &mut CareTx, facility: FacilityId, number: &str) -> Result<Option<PersonId>, DbError> {
    let row = sql_optional!(
        tx,
        (PersonId,),
        "select p.id from custody_person p join care_patient c on c.person_id = p.id
         where c.facility_id = $1 and c.status = 'open' and lower(p.prison_number) = $2",
        facility,
        number.to_lowercase()
    )?;
    Ok(row.map(|(id,)| id))
}

pub async fn add(
    tx: &mut CareTx,
    (id, facility): (ProgrammeId, FacilityId),
    draft: &Draft,
    by: UserId,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_programme (id, facility_id, title, purpose, activity_code, intake, capacity, lead_id, status, created_by, created_at,
            version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'active', $9, $10, 1) on conflict (id) do nothing",
        id,
        facility,
        &draft.title,
        &draft.purpose,
        &draft.activity_code,
        draft.intake,
        draft.capacity,
        draft.lead,
        by,
        now
    )?;
    Ok(())
}

/// `false` when somebody has saved since `seen`.
pub async fn save(tx: &mut CareTx, id: ProgrammeId, draft: &Draft, seen: i32) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_programme set title = $3, purpose = $4, activity_code = $5, intake = $6, capacity = $7, lead_id = $8,
            version = version + 1
         where id = $1 and version = $2 and status = 'active'",
        id,
        seen,
        &draft.title,
        &draft.purpose,
        &draft.activity_code,
        draft.intake,
        draft.capacity,
        draft.lead
    )?;
    Ok(touched > 0)
}

pub async fn end(tx: &mut CareTx, id: ProgrammeId, seen: i32) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_programme set status = 'ended', version = version + 1 where id = $1 and version = $2 and status = 'active'",
        id,
        seen
    )?;
    Ok(touched > 0)
}

/// Puts a patient into the programme, at the end of those who wait; whoever is there already stays as they are.
pub async fn join(
    tx: &mut CareTx,
    id: ProgrammeId,
    patient: PersonId,
    status: MemberStatus,
    since: NaiveDate,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_programme_member (programme_id, patient_id, status, since, position, version)
         values ($1, $2, $3, $4, (select coalesce(max(m.position), 0) + 1 from care_programme_member m where m.programme_id = $1), 1)
         on conflict (programme_id, patient_id) do nothing",
        id,
        patient,
        status,
        since
    )?;
    Ok(())
}

/// `false` when somebody has changed the member since `seen`. Whoever comes to wait again waits last.
pub async fn set_status(
    tx: &mut CareTx,
    (id, patient): (ProgrammeId, PersonId),
    status: MemberStatus,
    since: NaiveDate,
    seen: i32,
) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_programme_member set status = $3, since = $4, version = version + 1,
            position = case when $3 = 'waiting'
              then (select coalesce(max(m.position), 0) + 1 from care_programme_member m where m.programme_id = $1) else position end
         where programme_id = $1 and patient_id = $2 and version = $5",
        id,
        patient,
        status,
        since,
        seen
    )?;
    Ok(touched > 0)
}

/// Exchanges the places of two who wait.
pub async fn swap(tx: &mut CareTx, id: ProgrammeId, first: &Member, second: &Member) -> Result<bool, DbError> {
    let mut touched = 0;
    for (member, position) in [(first, second.position), (second, first.position)] {
        touched += sql_exec!(
            tx,
            "update care_programme_member set position = $3, version = version + 1
             where programme_id = $1 and patient_id = $2 and version = $4 and status = 'waiting'",
            id,
            member.patient_id,
            position,
            member.version
        )?;
    }
    Ok(touched == 2)
}
