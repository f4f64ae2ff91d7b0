//! The access rows of one person, latest first.

use chrono::{DateTime, Utc};

use crate::access::{Permission, Role};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{PersonId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_one};

/// One look, or one attempt.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Look {
    pub at: DateTime<Utc>,
    pub name: String,
    pub role: String,
    pub permission: String,
    pub outcome: String,
}

impl Look {
    pub fn role(&self) -> Option<Role> {
        Role::from_code(&self.role)
    }

    pub fn permission(&self) -> Option<Permission> {
        Permission::from_code(&self.permission)
    }

    pub fn refused(&self) -> bool {
        self.outcome != "allowed"
    }
}

/// A page of them; of one user alone when one is named.
pub async fn of_person(
    tx: &mut CareTx,
    person: PersonId,
    by: Option<UserId>,
    offset: i64,
) -> Result<Vec<Look>, DbError> {
    sql_all!(
        tx,
        Look,
        "select e.at, coalesce(u.display_name, e.user_name) as name, e.role, e.permission, e.outcome
         from access_entry e left join access_user u on u.id = e.user_id
         where e.person_id = $1 and ($2 or e.user_id = $3) order by e.at desc, e.id desc limit $4 offset $5",
        person,
        by.is_none(),
        by.unwrap_or(UserId(uuid::Uuid::nil())),
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CareTx, person: PersonId, by: Option<UserId>) -> Result<i64, DbError> {
    Ok(sql_one!(
        tx,
        (i64,),
        "select count(*) from access_entry where person_id = $1 and ($2 or user_id = $3)",
        person,
        by.is_none(),
        by.unwrap_or(UserId(uuid::Uuid::nil()))
    )?
    .0)
}
