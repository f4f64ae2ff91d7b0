//! Comments, as questions to the database. Rows are only added.

use super::model::{Line, New, On, Row, State};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{CommentId, FacilityId, NoteId, PersonId, PlanId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! rows_sql {
    ($condition:literal) => {
        concat!(
            "select c.id, c.kind, c.about_id, c.author_id, u.display_name as author, u.profession, c.words, c.created_at
             from care_comment c join access_user u on u.id = c.author_id where ",
            $condition,
            " order by c.created_at, c.id"
        )
    };
}

/// Everything said about one thing, in the order of time.
pub async fn of(tx: &mut CareTx, on: On) -> Result<Vec<Row>, DbError> {
    match on {
        On::Plan(plan, _) => sql_all!(tx, Row, rows_sql!("c.plan_id = $1"), plan),
        On::Note(note) => sql_all!(tx, Row, rows_sql!("c.note_id = $1"), note),
    }
}

/// Who wrote what is commented on: the author of the note, or whoever activated the plan.
pub async fn author_of(tx: &mut CareTx, on: On) -> Result<Option<UserId>, DbError> {
    let found = match on {
        On::Plan(plan, _) => sql_optional!(
            tx,
            (UserId,),
            "select coalesce(activated_by, created_by) from care_plan where id = $1",
            plan
        )?,
        On::Note(note) => sql_optional!(tx, (UserId,), "select author_id from care_note where id = $1", note)?,
    };
    Ok(found.map(|(author,)| author))
}

/// A version of a plan that has left the draft.
pub async fn plan(tx: &mut CareTx, patient: PersonId, version_no: i32) -> Result<Option<On>, DbError> {
    let found = sql_optional!(
        tx,
        (PlanId, i32),
        "select id, version_no from care_plan where patient_id = $1 and version_no = $2 and status <> 'draft'",
        patient,
        version_no
    )?;
    Ok(found.map(|(id, number)| On::Plan(id, number)))
}

/// What a comment of a patient is about, and the comment that its story begins with.
pub async fn find(tx: &mut CareTx, patient: PersonId, id: CommentId) -> Result<Option<(On, CommentId)>, DbError> {
    let found = sql_optional!(
        tx,
        (Option<PlanId>, Option<i32>, Option<NoteId>, Option<CommentId>),
        "select c.plan_id, p.version_no, c.note_id, c.about_id from care_comment c left join care_plan p on p.id = c.plan_id
         where c.id = $1 and c.patient_id = $2 and c.kind in ('comment', 'answer')",
        id,
        patient
    )?;
    Ok(found.and_then(|(plan, number, note, about)| {
        let on = match (plan.zip(number), note) {
            (Some((plan, number)), _) => On::Plan(plan, number),
            (None, note) => On::Note(note?),
        };
        Some((on, about.unwrap_or(id)))
    }))
}

/// Adds a row; a form that was sent twice adds it once.
pub async fn add(tx: &mut CareTx, new: &New) -> Result<(), DbError> {
    let (plan, note) = match new.on {
        On::Plan(plan, _) => (Some(plan), None),
        On::Note(note) => (None, Some(note)),
    };
    sql_exec!(
        tx,
        "insert into care_comment (id, patient_id, facility_id, plan_id, note_id, kind, about_id, author_id, words, created_at)
         select $1, c.person_id, c.facility_id, $3, $4, $5, $6, $7, $8, $9 from care_patient c where c.person_id = $2
         on conflict do nothing",
        new.id,
        new.patient,
        plan,
        note,
        new.kind,
        new.about,
        new.author,
        new.words.as_str(),
        new.at
    )?;
    Ok(())
}

/// Whether this very form has been taken before.
pub async fn is_there(tx: &mut CareTx, id: CommentId) -> Result<bool, DbError> {
    Ok(sql_one!(tx, (bool,), "select exists (select 1 from care_comment where id = $1)", id)?.0)
}

/// Comments of a facility with where each stands; `$2` is the practitioner whom they are meant for, nothing for all.
macro_rules! listed_sql {
    ($columns:literal, $tail:literal) => {
        concat!(
            "select ",
            $columns,
            " from (
               select r.id, r.patient_id, p.family_name, p.given_name, p.prison_number, pl.version_no, r.note_id, n.kind as note_kind,
                 n.occurred_at, u.display_name as author, r.created_at,
                 (select count(*) from care_comment a where a.about_id = r.id and a.kind = 'answer') as answers,
                 case
                   when exists (select 1 from care_comment e where e.about_id = r.id and e.kind = 'error') then 'error'
                   when (select t.kind from care_comment t where t.about_id = r.id and t.kind in ('closed', 'reopened')
                         order by t.created_at desc, t.id desc limit 1) = 'closed' then 'closed'
                   when exists (select 1 from care_comment a where a.about_id = r.id and a.kind = 'answer' and a.author_id <> r.author_id
                         and not exists (select 1 from care_comment e where e.about_id = a.id and e.kind = 'error')) then 'answered'
                   else 'open'
                 end as state
               from care_comment r join custody_person p on p.id = r.patient_id join care_patient c on c.person_id = r.patient_id
                 join access_user u on u.id = r.author_id left join care_plan pl on pl.id = r.plan_id
                 left join care_note n on n.id = r.note_id
               where c.facility_id = $1 and (c.status = 'open' or p.facility_id = $1) and r.kind = 'comment'
                 and ($2 is null or c.lead_id = $2 or n.author_id = $2 or coalesce(pl.activated_by, pl.created_by) = $2)
             ) held where ($3 = '' or held.state = $3)",
            $tail
        )
    };
}

/// Which comments are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    pub facility: FacilityId,
    /// Only those that are meant for this practitioner.
    pub addressee: Option<UserId>,
    pub state: Option<State>,
}

impl Filter {
    fn state(self) -> &'static str {
        self.state.map_or("", State::as_str)
    }
}

/// A page of the list, the latest first.
pub async fn list(tx: &mut CareTx, filter: Filter, offset: i64) -> Result<Vec<Line>, DbError> {
    sql_all!(
        tx,
        Line,
        listed_sql!(
            "held.id, held.patient_id, held.family_name, held.given_name, held.prison_number, held.version_no, held.note_id,
               held.note_kind, held.occurred_at, held.author, held.created_at, held.answers, held.state",
            " order by held.created_at desc, held.id desc limit $4 offset $5"
        ),
        filter.facility,
        filter.addressee,
        filter.state(),
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CareTx, filter: Filter) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), listed_sql!("count(*)", ""), filter.facility, filter.addressee, filter.state())?.0)
}

/// Comments that are meant for a practitioner and have no answer yet.
pub async fn unanswered(tx: &mut CareTx, facility: FacilityId, me: UserId) -> Result<i64, DbError> {
    count(tx, Filter { facility, addressee: Some(me), state: Some(State::Open) }).await
}

/// Comments of a facility that go on: unanswered, and answered but not closed; of one practitioner's alone where one is named.
pub async fn going_on(tx: &mut CareTx, facility: FacilityId, addressee: Option<UserId>) -> Result<(i64, i64), DbError> {
    sql_one!(
        tx,
        (i64, i64),
        listed_sql!(
            "coalesce(cast(sum(case when held.state = 'open' then 1 else 0 end) as bigint), 0),
             coalesce(cast(sum(case when held.state = 'answered' then 1 else 0 end) as bigint), 0)",
            ""
        ),
        facility,
        addressee,
        ""
    )
}
