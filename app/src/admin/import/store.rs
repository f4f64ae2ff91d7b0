//! Uploaded files that wait to be applied, and those that were.

use chrono::{DateTime, Utc};

use crate::kit::db::{DbError, HasConn, SystemTx};
use crate::kit::ids::{ImportId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

/// An upload as the list shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Upload {
    pub id: ImportId,
    pub file_name: String,
    pub by: String,
    pub uploaded_at: DateTime<Utc>,
    pub applied_at: Option<DateTime<Utc>>,
}

pub async fn uploads(tx: &mut SystemTx, offset: i64) -> Result<Vec<Upload>, DbError> {
    sql_all!(
        tx,
        Upload,
        "select i.id, i.file_name, u.display_name as by, i.uploaded_at, i.applied_at
         from access_import i join access_user u on u.id = i.user_id order by i.uploaded_at desc, i.id limit $1 offset $2",
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut SystemTx) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from access_import")?.0)
}

pub async fn upload(tx: &mut SystemTx, id: ImportId) -> Result<Option<Upload>, DbError> {
    sql_optional!(
        tx,
        Upload,
        "select i.id, i.file_name, u.display_name as by, i.uploaded_at, i.applied_at
         from access_import i join access_user u on u.id = i.user_id where i.id = $1",
        id
    )
}

pub async fn content(tx: &mut impl HasConn, id: ImportId) -> Result<Option<String>, DbError> {
    Ok(sql_optional!(tx, (String,), "select content from access_import where id = $1", id)?.map(|row| row.0))
}

pub async fn keep(
    tx: &mut SystemTx,
    id: ImportId,
    user: UserId,
    file_name: &str,
    content: &str,
    now: DateTime<Utc>,
) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into access_import (id, user_id, file_name, content, uploaded_at) values ($1, $2, $3, $4, $5)",
        id,
        user,
        file_name,
        content,
        now
    )?;
    Ok(())
}

/// Marks a file as applied; false when it already was. Of two clicks at once, the second waits here and finds it done.
pub async fn claim(tx: &mut SystemTx, id: ImportId, now: DateTime<Utc>) -> Result<bool, DbError> {
    Ok(sql_exec!(tx, "update access_import set applied_at = $2 where id = $1 and applied_at is null", id, now)? > 0)
}

/// Throws away a file that was not applied.
pub async fn discard(tx: &mut SystemTx, id: ImportId) -> Result<bool, DbError> {
    Ok(sql_exec!(tx, "delete from access_import where id = $1 and applied_at is null", id)? > 0)
}
