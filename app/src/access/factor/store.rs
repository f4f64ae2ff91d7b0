//! Second factors, as questions to the database. What holds a secret is asked through [`ProofTx`], which no page of an administrator
//! has; the system side knows whether there is one, takes it away, and tells the user.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::kit::db::{DbError, HasConn, ProofTx, SystemTx};
use crate::kit::ids::UserId;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// A second factor as its own user's page needs it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Held {
    pub confirmed_at: Option<DateTime<Utc>>,
    pub offered: Option<Vec<u8>>,
    pub offered_at: Option<DateTime<Utc>>,
    /// Recovery codes that have not been used.
    pub codes: i64,
}

pub async fn held(tx: &mut ProofTx, user: UserId) -> Result<Option<Held>, DbError> {
    sql_optional!(
        tx,
        Held,
        "select f.confirmed_at, f.offered, f.offered_at,
           (select count(*) from access_recovery_code c where c.user_id = f.user_id and c.used_at is null) as codes
         from access_factor f where f.user_id = $1",
        user
    )
}

/// Counts an attempt before it is looked at, which makes attempts at one factor wait for each other; the failures with this one, and
/// the sealed secret. `None` when there is no factor, or it rests.
pub async fn attempt(tx: &mut ProofTx, user: UserId, now: DateTime<Utc>) -> Result<Option<(i32, Vec<u8>)>, DbError> {
    let counted = sql_exec!(
        tx,
        "update access_factor set failures = failures + 1
         where user_id = $1 and confirmed_at is not null and (rests_until is null or rests_until <= $2)",
        user,
        now
    )?;
    if counted == 0 {
        return Ok(None);
    }
    sql_optional!(tx, (i32, Vec<u8>), "select failures, secret from access_factor where user_id = $1", user)
}

pub async fn rest(tx: &mut ProofTx, user: UserId, until: Option<DateTime<Utc>>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_factor set rests_until = $2 where user_id = $1", user, until)?;
    Ok(())
}

pub async fn succeeded(tx: &mut ProofTx, user: UserId) -> Result<(), DbError> {
    sql_exec!(tx, "update access_factor set failures = 0, rests_until = null where user_id = $1", user)?;
    Ok(())
}

/// Takes the code of a step: once, and none of an earlier step after it, whichever server is asked.
pub async fn take_step(tx: &mut ProofTx, user: UserId, step: i32) -> Result<bool, DbError> {
    let taken = sql_exec!(
        tx,
        "update access_factor set last_step = $2 where user_id = $1 and last_step < $2 and confirmed_at is not null",
        user,
        step
    )?;
    Ok(taken > 0)
}

/// Takes a recovery code, once.
pub async fn take_code(tx: &mut ProofTx, user: UserId, digest: &[u8], now: DateTime<Utc>) -> Result<bool, DbError> {
    let taken = sql_exec!(
        tx,
        "update access_recovery_code set used_at = $3 where user_id = $1 and digest = $2 and used_at is null",
        user,
        digest,
        now
    )?;
    Ok(taken > 0)
}

/// Keeps a new secret until its first code; what was confirmed before holds on.
pub async fn offer(tx: &mut ProofTx, user: UserId, sealed: &[u8], now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into access_factor (user_id, last_step, offered, offered_at, failures) values ($1, 0, $2, $3, 0)
         on conflict (user_id) do update set offered = excluded.offered, offered_at = excluded.offered_at",
        user,
        sealed,
        now
    )?;
    Ok(())
}

/// Puts the offered secret in force; false when it is no longer the one that was shown.
pub async fn confirm(
    tx: &mut ProofTx,
    user: UserId,
    offered: &[u8],
    step: i32,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let confirmed = sql_exec!(
        tx,
        "update access_factor set secret = offered, confirmed_at = $4, last_step = $3, offered = null, offered_at = null,
           failures = 0, rests_until = null
         where user_id = $1 and offered = $2",
        user,
        offered,
        step,
        now
    )?;
    Ok(confirmed > 0)
}

/// New recovery codes in the place of the old.
pub async fn replace_codes(
    tx: &mut ProofTx,
    user: UserId,
    digests: &[Vec<u8>],
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(tx, "delete from access_recovery_code where user_id = $1", user)?;
    for digest in digests {
        sql_exec!(
            tx,
            "insert into access_recovery_code (user_id, digest, made_at) values ($1, $2, $3)",
            user,
            digest.as_slice(),
            now
        )?;
    }
    Ok(())
}

/// Takes a second factor away with its codes; false when there was none.
pub async fn remove(tx: &mut impl HasConn, user: UserId) -> Result<bool, DbError> {
    sql_exec!(tx, "delete from access_recovery_code where user_id = $1", user)?;
    Ok(sql_exec!(tx, "delete from access_factor where user_id = $1", user)? > 0)
}

/// Writes that a session has given proof just now, and from where it was opened where that is new.
pub async fn mark_proved(
    tx: &mut ProofTx,
    session: &[u8],
    agent: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    match agent {
        Some(agent) => sql_exec!(
            tx,
            "update access_session set proved_at = $2, agent = $3 where id_hash = $1",
            session,
            now,
            agent
        )?,
        None => sql_exec!(tx, "update access_session set proved_at = $2 where id_hash = $1", session, now)?,
    };
    Ok(())
}

/// Whether somebody must be asked for a code.
pub async fn has_factor(tx: &mut SystemTx, user: UserId) -> Result<bool, DbError> {
    Ok(sql_one!(
        tx,
        (bool,),
        "select exists (select 1 from access_factor where user_id = $1 and confirmed_at is not null)",
        user
    )?
    .0)
}

/// Records that somebody's factor was taken away, for him to be told. `by` is nobody at the server's terminal.
pub async fn record_removal(
    tx: &mut impl HasConn,
    id: Uuid,
    (user, by): (UserId, Option<UserId>),
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into access_factor_removal (id, user_id, removed_by, reason, removed_at) values ($1, $2, $3, $4, $5)",
        id,
        user,
        by,
        reason,
        now
    )?;
    Ok(())
}

/// What a user has not been told yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Removal {
    pub by: Option<String>,
    pub reason: String,
    pub removed_at: DateTime<Utc>,
}

pub async fn untold(tx: &mut SystemTx, user: UserId) -> Result<Vec<Removal>, DbError> {
    sql_all!(
        tx,
        Removal,
        "select u.display_name as by, r.reason, r.removed_at
         from access_factor_removal r left join access_user u on u.id = r.removed_by
         where r.user_id = $1 and r.told_at is null order by r.removed_at, r.id",
        user
    )
}

pub async fn told(tx: &mut SystemTx, user: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_factor_removal set told_at = $2 where user_id = $1 and told_at is null", user, now)?;
    Ok(())
}
