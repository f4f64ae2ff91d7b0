//! Questions, as questions to the database.

use chrono::{Days, NaiveDate};

use super::model::{About, New, NewTurn, Question, Show, Status, Turn, Whose};
use super::rules::LONGEST;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, NoteId, PersonId, PlanId, QuestionId, TurnId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

macro_rules! question_sql {
    ($tail:expr) => {
        concat!(
            "select q.id, q.facility_id, q.patient_id, coalesce(p.family_name, '') as family_name,
               coalesce(p.given_name, '') as given_name, coalesce(p.prison_number, '') as prison_number, c.lead_id, pl.version_no, q.note_id,
               n.kind as note_kind, n.sensitivity, q.asked_by, b.display_name as asker, q.asked_of, o.display_name as asked, q.words,
               q.asked_at, q.status, q.due_on, q.version
             from care_question q join access_user b on b.id = q.asked_by join access_user o on o.id = q.asked_of
               left join care_patient c on c.person_id = q.patient_id left join custody_person p on p.id = q.patient_id
               left join care_plan pl on pl.id = q.plan_id left join care_note n on n.id = q.note_id
             where ",
            $tail
        )
    };
}

/// Where a question belongs: a unit's to the unit, a patient's to where the record is now, as the gate finds it.
macro_rules! here {
    ($place:literal) => {
        concat!(
            "case when q.patient_id is null then q.facility_id when c.status = 'open' then c.facility_id else p.facility_id end = ",
            $place
        )
    };
}

/// The questions of somebody or of a place, `$1`, that stand where the list is about: see [`Span`].
macro_rules! listed {
    ($whose:expr) => {
        concat!($whose, " and ", here!("$2"), " and q.status between $3 and $4 and q.due_on < $5")
    };
}

macro_rules! page_of {
    ($whose:expr) => {
        question_sql!(concat!(
            listed!($whose),
            " order by case q.status when 'open' then 0 when 'answered' then 1 else 2 end, q.due_on, q.id limit $6 offset $7"
        ))
    };
}

macro_rules! count_of {
    ($whose:expr) => {
        concat!(
            "select count(*) from care_question q left join care_patient c on c.person_id = q.patient_id
               left join custody_person p on p.id = q.patient_id where ",
            listed!($whose)
        )
    };
}

/// Asked of somebody, or about a patient whom he leads now.
macro_rules! mine {
    () => {
        "q.id in (select o.id from care_question o where o.asked_of = $1 union
                  select l.id from care_patient m join care_question l on l.patient_id = m.person_id where m.lead_id = $1)"
    };
}

macro_rules! asked {
    () => {
        "q.asked_by = $1"
    };
}

/// Everything in the place, whoever looks.
macro_rules! unit {
    () => {
        "$1 = $1"
    };
}

/// Which questions are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    pub whose: Whose,
    pub me: UserId,
    pub facility: FacilityId,
    pub show: Show,
    pub today: NaiveDate,
}

/// A choice as bounds that an index can serve: the statuses from one to another, and the day before which an answer is due.
struct Span(&'static str, &'static str, NaiveDate);

impl Filter {
    fn span(self) -> Span {
        // Nothing is due later than this.
        let last = self.today + Days::new(LONGEST + 1);
        let only = |status: Status| Span(status.as_str(), status.as_str(), last);
        match self.show {
            Show::Open => only(Status::Open),
            Show::Late => Span(Status::Open.as_str(), Status::Open.as_str(), self.today),
            Show::Answered => only(Status::Answered),
            Show::Accepted => only(Status::Accepted),
            Show::All => Span("", "zzz", last),
        }
    }
}

/// A page of a list: what is open first, the first due first.
pub async fn list(tx: &mut CareTx, filter: Filter, offset: i64) -> Result<Vec<Question>, DbError> {
    let Filter { whose, me, facility, .. } = filter;
    let Span(from, to, before) = filter.span();
    match whose {
        Whose::Mine => {
            sql_all!(tx, Question, page_of!(mine!()), me, facility, from, to, before, PAGE_SIZE, offset)
        }
        Whose::Asked => {
            sql_all!(tx, Question, page_of!(asked!()), me, facility, from, to, before, PAGE_SIZE, offset)
        }
        Whose::Unit => {
            sql_all!(tx, Question, page_of!(unit!()), me, facility, from, to, before, PAGE_SIZE, offset)
        }
    }
}

pub async fn count(tx: &mut CareTx, filter: Filter) -> Result<i64, DbError> {
    let Filter { whose, me, facility, .. } = filter;
    let Span(from, to, before) = filter.span();
    let counted = match whose {
        Whose::Mine => sql_one!(tx, (i64,), count_of!(mine!()), me, facility, from, to, before)?,
        Whose::Asked => sql_one!(tx, (i64,), count_of!(asked!()), me, facility, from, to, before)?,
        Whose::Unit => sql_one!(tx, (i64,), count_of!(unit!()), me, facility, from, to, before)?,
    };
    Ok(counted.0)
}

/// How many questions wait: for an answer, of these after their day, and for what the review says to an answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Counts {
    pub open: i64,
    pub late: i64,
    pub answered: i64,
}

macro_rules! counts_sql {
    ($whose:expr) => {
        concat!(
            "select coalesce(cast(sum(case when q.status = 'open' then 1 else 0 end) as bigint), 0) as open,
               coalesce(cast(sum(case when q.status = 'open' and q.due_on < $3 then 1 else 0 end) as bigint), 0) as late,
               coalesce(cast(sum(case when q.status = 'answered' then 1 else 0 end) as bigint), 0) as answered
             from care_question q left join care_patient c on c.person_id = q.patient_id
               left join custody_person p on p.id = q.patient_id where ",
            $whose,
            " and ",
            here!("$2"),
            " and q.status in ('open', 'answered')"
        )
    };
}

/// What waits for a practitioner: asked of him, or about a patient whom he leads now.
pub async fn counts_of(tx: &mut CareTx, facility: FacilityId, me: UserId, today: NaiveDate) -> Result<Counts, DbError> {
    sql_one!(tx, Counts, counts_sql!(mine!()), me, facility, today)
}

/// What was asked in a facility; of one practitioner alone where one is named.
pub async fn counts_in(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    today: NaiveDate,
) -> Result<Counts, DbError> {
    match lead {
        Some(lead) => counts_of(tx, facility, lead, today).await,
        None => sql_one!(tx, Counts, counts_sql!(unit!()), facility, facility, today),
    }
}

pub async fn one(tx: &mut CareTx, id: QuestionId) -> Result<Option<Question>, DbError> {
    sql_optional!(tx, Question, question_sql!("q.id = $1"), id)
}

/// What is known of a question before anything of it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub patient_id: Option<PersonId>,
    pub is_about_note: bool,
    pub asked_by: UserId,
    pub asked_of: UserId,
    pub lead_id: Option<UserId>,
}

/// A question of this facility; nothing when it belongs to another.
pub async fn place_of(tx: &mut CareTx, facility: FacilityId, id: QuestionId) -> Result<Option<Place>, DbError> {
    sql_optional!(
        tx,
        Place,
        concat!(
            "select q.patient_id, q.note_id is not null as is_about_note, q.asked_by, q.asked_of, c.lead_id
             from care_question q left join care_patient c on c.person_id = q.patient_id
               left join custody_person p on p.id = q.patient_id where q.id = $1 and ",
            here!("$2")
        ),
        id,
        facility
    )
}

pub async fn turns(tx: &mut CareTx, id: QuestionId) -> Result<Vec<Turn>, DbError> {
    sql_all!(
        tx,
        Turn,
        "select t.kind, t.words, t.due_on, u.display_name as author, t.created_at
         from care_question_turn t join access_user u on u.id = t.author_id where t.question_id = $1 order by t.created_at, t.id",
        id
    )
}

/// The version of a plan that has left the draft.
pub async fn plan(tx: &mut CareTx, patient: PersonId, number: i32) -> Result<Option<PlanId>, DbError> {
    Ok(sql_optional!(
        tx,
        (PlanId,),
        "select id from care_plan where patient_id = $1 and version_no = $2 and status <> 'draft'",
        patient,
        number
    )?
    .map(|(id,)| id))
}

/// Asks; a form that was sent twice asks once.
pub async fn ask(tx: &mut CareTx, new: &New) -> Result<(), DbError> {
    let (plan, note): (Option<PlanId>, Option<NoteId>) = match new.about {
        About::Plan(_, plan, _) => (Some(plan), None),
        About::Note(_, note) => (None, Some(note)),
        About::Unit | About::Patient(_) => (None, None),
    };
    sql_exec!(
        tx,
        "insert into care_question (id, facility_id, patient_id, plan_id, note_id, asked_by, asked_of, words, asked_at, status, due_on, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) on conflict (id) do nothing",
        new.id,
        new.facility,
        new.about.patient(),
        plan,
        note,
        new.by,
        new.of,
        new.words.as_str(),
        new.at,
        Status::Open,
        new.due_on
    )?;
    Ok(())
}

/// Whether this very form has been taken before.
pub async fn is_taken(tx: &mut CareTx, id: TurnId) -> Result<bool, DbError> {
    Ok(sql_one!(tx, (bool,), "select exists (select 1 from care_question_turn where id = $1)", id)?.0)
}

/// Takes a turn; `false` when the question is no longer of the version that was seen.
pub async fn turn(tx: &mut CareTx, version: i32, new: &NewTurn, status: Status) -> Result<bool, DbError> {
    let touched = sql_exec!(
        tx,
        "update care_question set status = $3, due_on = coalesce($4, due_on), version = version + 1 where id = $1 and version = $2",
        new.question,
        version,
        status,
        new.due_on
    )?;
    if touched == 0 {
        return Ok(false);
    }
    sql_exec!(
        tx,
        "insert into care_question_turn (id, question_id, kind, words, due_on, author_id, created_at) values ($1, $2, $3, $4, $5, $6, $7)",
        new.id,
        new.question,
        new.act,
        new.words.as_str(),
        new.due_on,
        new.by,
        new.at
    )?;
    Ok(true)
}
