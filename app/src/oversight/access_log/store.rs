//! The access rows, latest first, a page at a time. The next page begins after the last row of this one, so that the thousandth
//! costs no more than the first.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::kit::db::{DbError, SystemTx};
use crate::kit::ids::{PersonId, UserId};
use crate::{sql_all, sql_optional, text_enum};

text_enum! {
    /// Whether the policy let somebody in.
    pub enum Outcome label "outcome" { Allowed = "allowed", Denied = "denied" }
}

/// One row, without anything that names a person in custody.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EntryRow {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub user_name: String,
    pub role: String,
    pub facility: Option<String>,
    pub permission: String,
    pub outcome: Outcome,
    pub reason: String,
    pub person_id: Option<Uuid>,
    pub object_id: Option<Uuid>,
    /// The row's number in the sealed chain; `None` for the few seconds before it is sealed.
    pub seal: Option<i64>,
}

/// What the auditor asked for. Times are `from..to`; an empty role, permission or outcome means any.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub user: Option<UserId>,
    pub person: Option<PersonId>,
    pub role: String,
    pub permission: String,
    pub outcome: String,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    /// Where the page before ended: its last row's moment and id.
    pub after: Option<(DateTime<Utc>, Uuid)>,
}

macro_rules! entries {
    ($which:literal) => {
        concat!(
            "select e.id, e.at, e.user_name, e.role, f.name as facility, e.permission, e.outcome, e.reason, e.person_id, e.object_id, s.seq as seal
             from access_entry e
             left join custody_facility f on f.id = e.facility_id
             left join access_seal s on s.entry_id = e.id
             where ",
            $which,
            " and e.at >= $2 and e.at <= $3 and (e.at < $3 or e.id < $4)
               and ($5 = '' or e.permission = $5) and ($6 = '' or e.outcome = $6) and ($7 = '' or e.role = $7) order by e.at desc, e.id desc limit $8"
        )
    };
}

/// At most `limit` rows. Each way to ask has a text of its own, so that each can walk the index made for it.
pub async fn entries(tx: &mut SystemTx, wanted: &Wanted, limit: i64) -> Result<Vec<EntryRow>, DbError> {
    // Rows of exactly the last moment are told apart by their ids; before the first page there is no such row.
    let (until, below) = wanted.after.unwrap_or((wanted.to, Uuid::nil()));
    let (sql, subject) = match (wanted.person, wanted.user) {
        (Some(person), Some(user)) => {
            return sql_all!(
                tx,
                EntryRow,
                entries!("e.person_id = $1 and e.user_id = $9"),
                person.0,
                wanted.from,
                until,
                below,
                &wanted.permission,
                &wanted.outcome,
                &wanted.role,
                limit,
                user
            );
        }
        (Some(person), None) => (entries!("e.person_id = $1"), person.0),
        (None, Some(user)) => (entries!("e.user_id = $1"), user.0),
        // Few rows are refusals: they have an index of their own.
        (None, None) if wanted.outcome == Outcome::Denied.as_str() => {
            (entries!("e.id <> $1 and e.outcome = 'denied'"), Uuid::nil())
        }
        (None, None) => (entries!("e.id <> $1"), Uuid::nil()),
    };
    sql_all!(
        tx,
        EntryRow,
        sql,
        subject,
        wanted.from,
        until,
        below,
        &wanted.permission,
        &wanted.outcome,
        &wanted.role,
        limit
    )
}

/// The user of that name, whether still active or not.
pub async fn user(tx: &mut SystemTx, username: &str) -> Result<Option<UserId>, DbError> {
    Ok(sql_optional!(tx, (UserId,), "select id from access_user where username = $1", username)?.map(|row| row.0))
}

/// Every person of the record by id alone, to find the one behind a pseudonym.
pub async fn people(tx: &mut SystemTx) -> Result<Vec<PersonId>, DbError> {
    Ok(sql_all!(tx, (PersonId,), "select id from custody_person")?.into_iter().map(|row| row.0).collect())
}
