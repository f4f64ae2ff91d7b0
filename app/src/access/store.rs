//! Users, their grants and their sessions, as questions to the database.

use chrono::{DateTime, Utc};

use super::roles::{Actor, Grant, Place, Role, Side};
use crate::i18n::Lang;
use crate::kit::db::{DbError, HasConn, SystemTx};
use crate::kit::ids::{FacilityId, SessionPublicId, UserId, WingId};
use crate::{sql_all, sql_exec, sql_optional};

/// What signing in must know of a user.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SignInRow {
    pub id: UserId,
    pub password_hash: Option<String>,
    pub active: bool,
    pub failed_sign_ins: i32,
    pub locked_until: Option<DateTime<Utc>>,
}

pub async fn for_sign_in(tx: &mut SystemTx, username: &str) -> Result<Option<SignInRow>, DbError> {
    sql_optional!(
        tx,
        SignInRow,
        "select id, password_hash, active, failed_sign_ins, locked_until from access_user where username = $1",
        username
    )
}

pub async fn note_failure(
    tx: &mut SystemTx,
    user: UserId,
    failures: i32,
    locked_until: Option<DateTime<Utc>>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_user set failed_sign_ins = $2, locked_until = $3 where id = $1",
        user,
        failures,
        locked_until
    )?;
    Ok(())
}

pub async fn note_success(tx: &mut SystemTx, user: UserId) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_user set failed_sign_ins = 0, locked_until = null where id = $1 and failed_sign_ins > 0",
        user
    )?;
    Ok(())
}

pub async fn set_password(tx: &mut impl HasConn, user: UserId, hash: &str, must_change: bool) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_user set password_hash = $2, must_change_password = $3, failed_sign_ins = 0, locked_until = null, version = version + 1
         where id = $1",
        user,
        hash,
        must_change
    )?;
    Ok(())
}

pub async fn set_language(tx: &mut SystemTx, user: UserId, lang: Lang) -> Result<(), DbError> {
    sql_exec!(tx, "update access_user set language = $2 where id = $1", user, lang.code())?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct ActorRow {
    username: String,
    display_name: String,
    profession: String,
    side: String,
    language: String,
    must_change_password: bool,
    role: Option<Role>,
    facility_id: Option<FacilityId>,
    wing_id: Option<WingId>,
}

#[derive(sqlx::FromRow)]
struct PlaceRow {
    id: FacilityId,
    code: String,
    name: String,
    time_zone: String,
}

/// The user with the grants that hold now and the facilities in reach; `None` when inactive or unknown.
pub async fn actor(tx: &mut SystemTx, user: UserId) -> Result<Option<Actor>, DbError> {
    let rows = sql_all!(
        tx,
        ActorRow,
        "select u.username, u.display_name, u.profession, u.side, u.language, u.must_change_password, g.role, g.facility_id, g.wing_id
         from access_user u left join access_grant g on g.user_id = u.id and g.ended_at is null and g.approved_at is not null
         where u.id = $1 and u.active = $2 order by g.created_at, g.id",
        user,
        true
    )?;
    let Some(first) = rows.first() else { return Ok(None) };
    let Some(side) = Side::from_code(&first.side) else { return Ok(None) };
    let grants: Vec<Grant> = rows
        .iter()
        .filter_map(|row| Some(Grant { role: row.role?, facility: row.facility_id, wing: row.wing_id }))
        .collect();
    let everywhere = grants.iter().any(|grant| grant.facility.is_none());
    let places = sql_all!(tx, PlaceRow, "select id, code, name, time_zone from custody_facility order by name, id")?
        .into_iter()
        .filter(|place| everywhere || grants.iter().any(|grant| grant.facility == Some(place.id)))
        .map(|row| Place {
            id: row.id,
            code: row.code,
            name: row.name,
            zone: row.time_zone.parse().unwrap_or(chrono_tz::UTC),
        })
        .collect();
    Ok(Some(Actor {
        id: user,
        username: first.username.clone(),
        name: first.display_name.clone(),
        profession: first.profession.clone(),
        side,
        lang: Lang::from_code(&first.language).unwrap_or_default(),
        must_change_password: first.must_change_password,
        grants,
        places,
        here: None,
    }))
}

/// One sign-in of a user, as its own page lists it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SessionRow {
    pub public_id: SessionPublicId,
    pub agent: String,
    pub created_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    pub id_hash: Vec<u8>,
}

pub async fn live_sessions(tx: &mut SystemTx, user: UserId, since: DateTime<Utc>) -> Result<Vec<SessionRow>, DbError> {
    sql_all!(
        tx,
        SessionRow,
        "select public_id, agent, created_at, seen_at, id_hash from access_session
         where user_id = $1 and ended_at is null and seen_at > $2 order by seen_at desc, public_id",
        user,
        since
    )
}

pub async fn describe_session(tx: &mut SystemTx, id_hash: &[u8], agent: &str) -> Result<(), DbError> {
    sql_exec!(tx, "update access_session set agent = $2 where id_hash = $1", id_hash, agent)?;
    Ok(())
}

/// Ends one of a user's own sessions; another's is not found.
pub async fn end_session(
    tx: &mut SystemTx,
    user: UserId,
    session: SessionPublicId,
    now: DateTime<Utc>,
) -> Result<bool, DbError> {
    let ended = sql_exec!(
        tx,
        "update access_session set ended_at = $3 where public_id = $2 and user_id = $1 and ended_at is null",
        user,
        session,
        now
    )?;
    Ok(ended > 0)
}

/// Ends every session of a user but the one kept: after a password change nobody else stays in.
pub async fn end_other_sessions(
    tx: &mut impl HasConn,
    user: UserId,
    kept: &[u8],
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_session set ended_at = $3 where user_id = $1 and id_hash <> $2 and ended_at is null",
        user,
        kept,
        now
    )?;
    Ok(())
}
