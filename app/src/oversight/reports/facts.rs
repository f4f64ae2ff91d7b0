//! What a report counts besides hours: a row for each thing counted, with whom it is about, so that one can say on how many persons
//! a figure rests. Each question is asked for a facility or for the department.

use std::collections::{BTreeMap, HashSet};

use uuid::Uuid;

use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::PersonId;
use crate::oversight::hours::groups::Whose;
use crate::oversight::hours::period::Period;
use crate::sql_all;

/// One thing that is counted.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Fact {
    pub code: String,
    pub person_id: PersonId,
    pub item_id: Uuid,
}

/// How many things, and on how many persons that rests.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub number: i64,
    pub persons: i64,
}

/// The things and persons of one code.
#[derive(Default)]
struct Found {
    things: HashSet<(Uuid, Option<PersonId>)>,
    persons: HashSet<PersonId>,
}

/// Counts by code. A session of eight is one session; a decline is one person's in one session.
#[must_use]
pub fn count(facts: &[Fact], each_person: bool) -> BTreeMap<String, Count> {
    let mut found: BTreeMap<&str, Found> = BTreeMap::new();
    for fact in facts {
        let held = found.entry(&fact.code).or_default();
        held.things.insert((fact.item_id, each_person.then_some(fact.person_id)));
        held.persons.insert(fact.person_id);
    }
    let number = |length: usize| i64::try_from(length).unwrap_or(i64::MAX);
    found
        .into_iter()
        .map(|(code, held)| {
            let count = Count { number: number(held.things.len()), persons: number(held.persons.len()) };
            (code.to_owned(), count)
        })
        .collect()
}

/// `$1` and `$2` are the bounds; the facility is `$3`.
macro_rules! of_whose {
    ($tx:expr, $whose:expr, $from:expr, $to:expr, $text:ident, $column:literal) => {
        match $whose {
            Whose::Facility(facility, _) => {
                sql_all!($tx, Fact, $text!(concat!($column, ".facility_id = $3")), $from, $to, facility)
            }
            Whose::Department => sql_all!(
                $tx,
                Fact,
                $text!(concat!($column, ".facility_id in (select every.id from custody_facility every)")),
                $from,
                $to
            ),
        }
    };
}

/// Goals by the last level of those that were rated in the time.
macro_rules! goals {
    ($where:expr) => {
        concat!(
            "select cast(r.level as text) as code, r.patient_id as person_id, r.thread_id as item_id from care_goal_rating r
             where r.rated_on >= $1 and r.rated_on <= $2 and ",
            $where,
            " and not exists (select 1 from care_goal_rating l where l.patient_id = r.patient_id and l.thread_id = r.thread_id
                and l.rated_on <= $2 and (l.rated_on > r.rated_on or (l.rated_on = r.rated_on and (l.created_at > r.created_at
                  or (l.created_at = r.created_at and l.id > r.id)))))"
        )
    };
}

pub async fn goals(tx: &mut CareTx, whose: Whose, period: &Period) -> Result<Vec<Fact>, DbError> {
    of_whose!(tx, whose, period.first_day(), period.last_day(), goals, "r")
}

/// Reviews that were signed, by whether they were held by the day that the review before had set.
macro_rules! reviews {
    ($where:expr) => {
        concat!(
            "select case when d.due is null then 'first' when d.held_on <= d.due then 'in_time' else 'late' end as code,
               d.patient_id as person_id, d.id as item_id
             from (select r.id, r.patient_id, r.held_on, (
                     select q.next_review_on from care_review q
                     where q.patient_id = r.patient_id and q.held_on < r.held_on and q.signed_at is not null
                     order by q.held_on desc, q.id desc limit 1) as due
                   from care_review r
                   where r.held_on >= $1 and r.held_on <= $2 and r.signed_at is not null and ",
            $where,
            ") d"
        )
    };
}

pub async fn reviews(tx: &mut CareTx, whose: Whose, period: &Period) -> Result<Vec<Fact>, DbError> {
    of_whose!(tx, whose, period.first_day(), period.last_day(), reviews, "r")
}

/// Sessions that were held, by where officers stood as custody reported it last.
macro_rules! presence {
    ($where:expr) => {
        concat!(
            "select coalesce((select o.presence from custody_officer_presence o where o.slot_id = s.id
                 order by o.reported_at desc, o.id desc limit 1), 'not_said') as code,
               sp.person_id as person_id, s.id as item_id
             from custody_slot_person sp join custody_slot s on s.id = sp.slot_id and s.starts_at >= $1 and s.starts_at < $2
             where sp.starts_at >= $1 and sp.starts_at < $2 and s.status = 'completed' and ",
            $where
        )
    };
}

pub async fn presence(tx: &mut CareTx, whose: Whose, period: &Period) -> Result<Vec<Fact>, DbError> {
    of_whose!(tx, whose, period.from(), period.to(), presence, "sp")
}

/// Declines by the reason that the patient gave: care's own figure, which custody never sees.
macro_rules! declines {
    ($where:expr) => {
        concat!(
            "select coalesce(cp.health_reason, 'none_given') as code, sp.person_id as person_id, sp.slot_id as item_id
             from custody_slot_person sp
             join care_participation cp on cp.session_id = sp.slot_id and cp.patient_id = sp.person_id
             where sp.starts_at >= $1 and sp.starts_at < $2 and cp.attendance = 'declined' and ",
            $where
        )
    };
}

pub async fn declines(tx: &mut CareTx, whose: Whose, period: &Period) -> Result<Vec<Fact>, DbError> {
    of_whose!(tx, whose, period.from(), period.to(), declines, "sp")
}
