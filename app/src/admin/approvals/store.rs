//! Grants that wait.

use chrono::{DateTime, Utc};

use crate::access::Role;
use crate::kit::db::{CareTx, DbError, SystemTx};
use crate::kit::ids::{GrantId, UserId};
use crate::kit::page::Cut;
use crate::{sql_all, sql_exec, sql_optional};

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    pub id: GrantId,
    pub user_id: UserId,
    pub username: String,
    pub display_name: String,
    pub profession: String,
    pub role: Role,
    pub facility: Option<String>,
    pub asked_by: Option<String>,
    pub created_at: DateTime<Utc>,
}

pub async fn waiting(tx: &mut CareTx, cut: Cut) -> Result<Vec<Waiting>, DbError> {
    sql_all!(
        tx,
        Waiting,
        "select g.id, g.user_id, u.username, u.display_name, u.profession, g.role, f.name as facility, a.display_name as asked_by, g.created_at
         from access_grant g join access_user u on u.id = g.user_id left join custody_facility f on f.id = g.facility_id
           left join access_user a on a.id = g.granted_by
         where g.side = 'care' and g.approved_at is null and g.ended_at is null order by g.created_at, g.id limit $1 offset $2",
        cut.limit,
        cut.offset
    )
}

/// Whose the grant is, and of which role.
pub async fn user(tx: &mut CareTx, grant: GrantId) -> Result<Option<(UserId, Role)>, DbError> {
    sql_optional!(tx, (UserId, Role), "select user_id, role from access_grant where id = $1 and side = 'care'", grant)
}

/// False when it was decided already.
pub async fn approve(tx: &mut SystemTx, grant: GrantId, now: DateTime<Utc>) -> Result<bool, DbError> {
    let done = sql_exec!(
        tx,
        "update access_grant set approved_at = $2 where id = $1 and side = 'care' and approved_at is null and ended_at is null",
        grant,
        now
    )?;
    Ok(done > 0)
}

pub async fn refuse(tx: &mut SystemTx, grant: GrantId, now: DateTime<Utc>) -> Result<bool, DbError> {
    let done = sql_exec!(
        tx,
        "update access_grant set ended_at = $2 where id = $1 and side = 'care' and approved_at is null and ended_at is null",
        grant,
        now
    )?;
    Ok(done > 0)
}
