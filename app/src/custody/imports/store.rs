//! Uploaded files that wait to be applied, and those that were. They may hold reasons of security.

use chrono::{DateTime, Utc};

use crate::admin::import::Upload;
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, ImportId, UserId};
use crate::kit::page::PAGE_SIZE;
use crate::{sql_all, sql_exec, sql_one, sql_optional};

pub async fn uploads(tx: &mut CustodyTx, facility: FacilityId, offset: i64) -> Result<Vec<Upload>, DbError> {
    sql_all!(
        tx,
        Upload,
        "select i.id, i.file_name, u.display_name as by, i.uploaded_at, i.applied_at
         from custody_import i join access_user u on u.id = i.user_id
         where i.facility_id = $1 order by i.uploaded_at desc, i.id limit $2 offset $3",
        facility,
        PAGE_SIZE,
        offset
    )
}

pub async fn count(tx: &mut CustodyTx, facility: FacilityId) -> Result<i64, DbError> {
    Ok(sql_one!(tx, (i64,), "select count(*) from custody_import where facility_id = $1", facility)?.0)
}

pub async fn upload(tx: &mut CustodyTx, facility: FacilityId, id: ImportId) -> Result<Option<Upload>, DbError> {
    sql_optional!(
        tx,
        Upload,
        "select i.id, i.file_name, u.display_name as by, i.uploaded_at, i.applied_at
         from custody_import i join access_user u on u.id = i.user_id where i.id = $1 and i.facility_id = $2",
        id,
        facility
    )
}

pub async fn content(tx: &mut CustodyTx, id: ImportId) -> Result<Option<String>, DbError> {
    Ok(sql_optional!(tx, (String,), "select content from custody_import where id = $1", id)?.map(|row| row.0))
}

/// A file about to be kept.
#[derive(Debug)]
pub struct NewUpload<'a> {
    pub id: ImportId,
    pub facility: FacilityId,
    pub by: UserId,
    pub file_name: &'a str,
    pub content: &'a str,
}

pub async fn keep(tx: &mut CustodyTx, new: &NewUpload<'_>, now: DateTime<Utc>) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into custody_import (id, facility_id, user_id, file_name, content, uploaded_at) values ($1, $2, $3, $4, $5, $6)",
        new.id,
        new.facility,
        new.by,
        new.file_name,
        new.content,
        now
    )?;
    Ok(())
}

/// Marks a file as applied; false when it already was. Of two clicks at once, the second waits here and finds it done.
pub async fn claim(tx: &mut CustodyTx, id: ImportId, now: DateTime<Utc>) -> Result<bool, DbError> {
    Ok(sql_exec!(tx, "update custody_import set applied_at = $2 where id = $1 and applied_at is null", id, now)? > 0)
}

/// Throws away a file that was not applied.
pub async fn discard(tx: &mut CustodyTx, facility: FacilityId, id: ImportId) -> Result<bool, DbError> {
    let gone = sql_exec!(
        tx,
        "delete from custody_import where id = $1 and facility_id = $2 and applied_at is null",
        id,
        facility
    )?;
    Ok(gone > 0)
}
