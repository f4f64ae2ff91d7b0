//! Users and their roles, as questions to the database.

use chrono::{DateTime, Utc};

use crate::access::Role;
use crate::kit::db::{DbError, SystemTx};
use crate::kit::ids::UserId;
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct User {
    pub id: UserId,
    pub username: String,
    pub display_name: String,
    pub profession: String,
    pub active: bool,
    pub has_password: bool,
    pub must_change_password: bool,
    pub has_factor: bool,
    pub version: i32,
}

/// A role of a user on the page.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Held {
    pub user_id: UserId,
    pub role: Role,
    pub facility: Option<String>,
    pub wing: Option<String>,
    pub approved_at: Option<DateTime<Utc>>,
}

/// What `like` looks for; its own signs are taken as they are.
fn pattern(query: &ListQuery) -> String {
    let mut pattern = String::from("%");
    for c in query.search().to_lowercase().chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

pub async fn count(tx: &mut SystemTx, query: &ListQuery) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from access_user where username like $1 escape '!' or lower(display_name) like $1 escape '!'",
        pattern(query)
    )?
    .0)
}

pub async fn users(tx: &mut SystemTx, query: &ListQuery) -> Result<Vec<User>, DbError> {
    sql_all!(
        tx,
        User,
        "select id, username, display_name, profession, active, (password_hash is not null) as has_password, must_change_password,
           exists (select 1 from access_factor f where f.user_id = access_user.id and f.confirmed_at is not null) as has_factor, version
         from access_user where username like $1 escape '!' or lower(display_name) like $1 escape '!'
         order by username limit $2 offset $3",
        pattern(query),
        PAGE_SIZE,
        query.offset()
    )
}

/// The roles of the same users.
pub async fn roles(tx: &mut SystemTx, query: &ListQuery) -> Result<Vec<Held>, DbError> {
    sql_all!(
        tx,
        Held,
        "select g.user_id, g.role, f.name as facility, w.name as wing, g.approved_at
         from access_grant g left join custody_facility f on f.id = g.facility_id left join custody_wing w on w.id = g.wing_id
         where g.ended_at is null and g.user_id in (
           select id from access_user where username like $1 escape '!' or lower(display_name) like $1 escape '!'
           order by username limit $2 offset $3)
         order by g.created_at, g.id",
        pattern(query),
        PAGE_SIZE,
        query.offset()
    )
}

/// Name and user name.
pub async fn name(tx: &mut SystemTx, id: UserId) -> Result<Option<(String, String)>, DbError> {
    sql_optional!(tx, (String, String), "select display_name, username from access_user where id = $1", id)
}

/// False when somebody else has changed the user since.
pub async fn set_active(tx: &mut SystemTx, id: UserId, active: bool, version: i32) -> Result<bool, DbError> {
    let changed = sql_exec!(
        tx,
        "update access_user set active = $2, version = version + 1 where id = $1 and version = $3",
        id,
        active,
        version
    )?;
    Ok(changed > 0)
}

/// Ends every role of a user, approved or not.
pub async fn end_grants(tx: &mut SystemTx, id: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_grant set ended_at = $2 where user_id = $1 and ended_at is null", id, now)?;
    Ok(())
}
