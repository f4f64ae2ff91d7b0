//! Users, their grants and their sessions, as questions to the database.

use chrono::{DateTime, TimeDelta, Utc};

use super::factor::rules::strictest;
use super::factor::{Demand, Standing};
use super::roles::{Actor, Grant, Place, Role, Side};
use crate::i18n::Lang;
use crate::kit::db::{DbError, HasConn, SystemTx};
use crate::kit::ids::{FacilityId, GrantId, SessionPublicId, UserId, WingId};
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// What signing in must know of a user.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct SignInRow {
    pub id: UserId,
    pub password_hash: Option<String>,
    pub active: bool,
    pub locked_until: Option<DateTime<Utc>>,
    pub is_demo: bool,
    pub last_used: DateTime<Utc>,
    /// After so many days without use an account is shut, where the setting says so.
    pub dormant_days: Option<i32>,
}

pub async fn for_sign_in(tx: &mut SystemTx, username: &str) -> Result<Option<SignInRow>, DbError> {
    sql_optional!(
        tx,
        SignInRow,
        "select id, password_hash, active, locked_until, is_demo, coalesce(used_at, created_at) as last_used,
           (select s.dormant_days from access_setting s order by s.version desc limit 1) as dormant_days
         from access_user where username = $1",
        username
    )
}

/// Wrong passwords in a row and until when the account rests, as they stand now; nobody else counts on it until the transaction ends.
pub async fn hold_for_sign_in(tx: &mut SystemTx, user: UserId) -> Result<(i32, Option<DateTime<Utc>>), DbError> {
    sql_one!(
        tx,
        (i32, Option<DateTime<Utc>>),
        "update access_user set failed_sign_ins = failed_sign_ins where id = $1 returning failed_sign_ins, locked_until",
        user
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

/// The count of wrong passwords begins again; that the account is in use is written down once a day.
pub async fn note_success(tx: &mut SystemTx, user: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "update access_user set failed_sign_ins = 0, locked_until = null, used_at = $2
         where id = $1 and (failed_sign_ins > 0 or used_at is null or used_at < $3)",
        user,
        now,
        now - TimeDelta::days(1)
    )?;
    Ok(())
}

/// Lets in somebody whose account has been shut or has lain unused.
pub async fn wake(tx: &mut impl HasConn, user: UserId, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_user set active = $3, used_at = $2 where id = $1", user, now, true)?;
    Ok(())
}

/// Shuts the accounts that nobody has used since; their number. Those of the demonstration stay open.
pub async fn shut_dormant(tx: &mut SystemTx, since: DateTime<Utc>) -> Result<u64, DbError> {
    sql_exec!(
        tx,
        "update access_user set active = $3, version = version + 1
         where active = $2 and is_demo = $3 and coalesce(used_at, created_at) < $1",
        since,
        true,
        false
    )
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

/// When a session began, was last used and ends at the latest.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct SessionTimes {
    pub created_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// One grant that holds now and one facility that it reaches; a user without either has one row with nothing in them.
#[derive(sqlx::FromRow)]
struct ActorRow {
    #[sqlx(flatten)]
    times: SessionTimes,
    id: UserId,
    username: String,
    display_name: String,
    profession: String,
    side: String,
    language: String,
    must_change_password: bool,
    grant_id: Option<GrantId>,
    role: Option<Role>,
    granted_facility: Option<FacilityId>,
    wing_id: Option<WingId>,
    place_id: Option<FacilityId>,
    place_code: Option<String>,
    place_name: Option<String>,
    time_zone: Option<String>,
    glass_until: Option<DateTime<Utc>>,
    reason_until: Option<DateTime<Utc>>,
    has_factor: bool,
    demand: Option<Demand>,
    proved_at: Option<DateTime<Utc>>,
    untold: bool,
}

/// Whose session it is, with the grants that hold now and the facilities in reach: every request asks this, so that it is one
/// statement. `None` when the session has ended, or the user is inactive.
pub async fn actor_of_session(
    tx: &mut SystemTx,
    id_hash: &[u8],
    now: DateTime<Utc>,
) -> Result<Option<(Actor, SessionTimes)>, DbError> {
    let rows = sql_all!(
        tx,
        ActorRow,
        "select s.created_at, s.seen_at, s.expires_at, u.id, u.username, u.display_name, u.profession, u.side, u.language,
           u.must_change_password, g.id as grant_id, g.role, g.facility_id as granted_facility, g.wing_id,
           f.id as place_id, f.code as place_code, f.name as place_name, f.time_zone,
           (select max(o.until_at) from access_opening o
            where o.user_id = u.id and o.kind = 'break_glass' and o.ended_at is null and o.until_at > $3) as glass_until,
           (select max(o.until_at) from access_opening o
            where o.user_id = u.id and o.kind = 'reason' and o.ended_at is null and o.until_at > $3) as reason_until,
           (p.user_id is not null) as has_factor, d.second_factor as demand, s.proved_at,
           exists (select 1 from access_factor_removal r where r.user_id = u.id and r.told_at is null) as untold
         from access_session s join access_user u on u.id = s.user_id
         left join access_grant g on g.user_id = u.id and g.ended_at is null and g.approved_at is not null
         left join custody_facility f on g.id is not null and (g.facility_id is null or f.id = g.facility_id)
         left join access_factor p on p.user_id = u.id and p.confirmed_at is not null
         left join access_role_demand d on d.role = g.role and d.version = (select max(version) from access_setting)
         where s.id_hash = $1 and s.ended_at is null and u.active = $2
         order by g.created_at, g.id, f.name, f.id",
        id_hash,
        true,
        now
    )?;
    Ok(actor_from(rows))
}

/// Somebody who is not signed in and whose rights count all the same: the owner of a calendar. `None` for an inactive user.
pub async fn actor_of_user(tx: &mut SystemTx, user: UserId) -> Result<Option<Actor>, DbError> {
    let rows = sql_all!(
        tx,
        ActorRow,
        "select u.created_at, u.created_at as seen_at, u.created_at as expires_at, u.id, u.username, u.display_name, u.profession, u.side,
           u.language, u.must_change_password, g.id as grant_id, g.role, g.facility_id as granted_facility, g.wing_id,
           f.id as place_id, f.code as place_code, f.name as place_name, f.time_zone, null as glass_until, null as reason_until,
           (1 = 0) as has_factor, null as demand, null as proved_at, (1 = 0) as untold
         from access_user u
         left join access_grant g on g.user_id = u.id and g.ended_at is null and g.approved_at is not null
         left join custody_facility f on g.id is not null and (g.facility_id is null or f.id = g.facility_id)
         where u.id = $1 and u.active = $2
         order by g.created_at, g.id, f.name, f.id",
        user,
        true
    )?;
    Ok(actor_from(rows).map(|(actor, _)| actor))
}

fn actor_from(rows: Vec<ActorRow>) -> Option<(Actor, SessionTimes)> {
    let first = rows.first()?;
    let side = Side::from_code(&first.side)?;
    let mut actor = Actor {
        id: first.id,
        username: first.username.clone(),
        name: first.display_name.clone(),
        profession: first.profession.clone(),
        side,
        lang: Lang::from_code(&first.language).unwrap_or_default(),
        must_change_password: first.must_change_password,
        grants: Vec::new(),
        places: Vec::new(),
        here: None,
        glass_until: first.glass_until,
        reason_until: first.reason_until,
        standing: Standing {
            has_factor: first.has_factor,
            demand: strictest(rows.iter().filter(|row| row.role.is_some()).map(|row| row.demand)),
            proved_at: first.proved_at,
            untold: first.untold,
        },
    };
    let times = first.times;
    let mut last = None;
    for row in rows {
        if let Some(role) = row.role.filter(|_| row.grant_id != last) {
            last = row.grant_id;
            actor.grants.push(Grant { role, facility: row.granted_facility, wing: row.wing_id });
        }
        let known = actor.places.iter().any(|place| Some(place.id) == row.place_id);
        if let (false, Some(id), Some(code), Some(name)) = (known, row.place_id, row.place_code, row.place_name) {
            let zone = row.time_zone.and_then(|zone| zone.parse().ok()).unwrap_or(chrono_tz::UTC);
            actor.places.push(Place { id, code, name, zone });
        }
    }
    actor.places.sort_by(|a, b| (&a.name, a.id.0).cmp(&(&b.name, b.id.0)));
    Some((actor, times))
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

pub async fn mark_seen(tx: &mut SystemTx, id_hash: &[u8], now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(tx, "update access_session set seen_at = $2 where id_hash = $1 and seen_at < $2", id_hash, now)?;
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
