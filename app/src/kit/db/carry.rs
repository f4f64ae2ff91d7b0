//! A whole database into an empty one of either engine, in one transaction: what fails leaves nothing behind. Triggers and
//! foreign keys are taken off for the time of it, since rows come table by table and are what they are, and are put back
//! within the same transaction. The keys are then checked over every row.

use sqlx::{AssertSqlSafe, SqlSafeStr as _};

use super::catalogue::{catalogue, newest};
use super::census::{Counted, Step, census, copy};
use super::migrate::{migrate, schema_of};
use super::pool::{Database, OwnerPool};
use super::{Conn, DbError, count_statement};
use crate::{sql_all, sql_one};

/// Without a row in any of these nobody has used a database yet: what else is in it is what
/// [`crate::setup::bring_up_to_date`] has put there, and gives way.
const USED: &[&str] =
    &["access_user", "access_entry", "custody_facility", "custody_person", "care_measure_definition", "access_backup"];

#[derive(Debug, thiserror::Error)]
pub enum CarryError {
    #[error("the database to move from is of schema {0}, and this program of {1}: run `ergon migrate` on it first")]
    Schema(i64, i64),
    #[error("there are rows in {0} already: only an empty database is filled")]
    NotEmpty(&'static str),
    #[error("{0} does not hold the same rows afterwards: nothing was kept")]
    Differs(String),
    #[error("{0} rows refer to something that is not there: nothing was kept")]
    Keys(usize),
    #[error("database: {0}")]
    Migration(#[from] sqlx::Error),
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Carries everything, and gives what each table came to on both sides.
pub async fn carry(from: &Database, to: &Database, step: Step<'_>) -> Result<Vec<Counted>, CarryError> {
    let source = OwnerPool::open(from).await?;
    let mut read = source.snapshot().await?;
    let schema = schema_of(&mut read).await?;
    if schema != newest() {
        return Err(CarryError::Schema(schema, newest()));
    }
    migrate(to).await?;
    let target = OwnerPool::open_for_carrying(to).await?;
    let mut write = target.begin().await?;
    refuse_full(&mut write).await?;
    let put_back = take_off(&mut write).await?;
    for table in catalogue().iter().rev() {
        run(&mut write, format!("delete from {}", table.name)).await?;
    }
    let mut carried = Vec::new();
    for table in catalogue() {
        carried.push(copy(&mut read, &mut write, table, step).await?);
    }
    for sql in put_back {
        run(&mut write, sql).await?;
    }
    check_keys(&mut write).await?;
    let arrived = census(&mut write, catalogue(), step).await?;
    if let Some((other, _)) = carried.iter().zip(&arrived).find(|(before, after)| before != after) {
        return Err(CarryError::Differs(other.table.clone()));
    }
    run(&mut write, "analyze".to_owned()).await?;
    write.commit().await?;
    drop(read);
    target.close().await;
    source.close().await;
    Ok(carried)
}

async fn refuse_full(conn: &mut Conn) -> Result<(), CarryError> {
    for table in USED {
        let sql = format!("select exists (select 1 from {table})");
        if sql_one!(conn, (bool,), AssertSqlSafe(sql.clone()))?.0 {
            return Err(CarryError::NotEmpty(table));
        }
    }
    Ok(())
}

/// Takes triggers and foreign keys off, and gives the statements that put them back.
async fn take_off(conn: &mut Conn) -> Result<Vec<String>, DbError> {
    let mut put_back = Vec::new();
    if let Conn::Sqlite(_) = conn {
        // Foreign keys are off on this connection; `foreign_key_check` looks at them in the end.
        let triggers = sql_all!(conn, (String, String), "select name, sql from sqlite_master where type = 'trigger'")?;
        for (name, sql) in triggers {
            run(conn, format!("drop trigger {name}")).await?;
            put_back.push(sql);
        }
        return Ok(put_back);
    }
    let keys = sql_all!(
        conn,
        (String, String, String),
        "select conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) from pg_constraint
         where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0 order by conname"
    )?;
    for (table, name, definition) in keys {
        run(conn, format!("alter table {table} drop constraint \"{name}\"")).await?;
        put_back.push(format!("alter table {table} add constraint \"{name}\" {definition}"));
    }
    for table in catalogue() {
        run(conn, format!("alter table {} disable trigger user", table.name)).await?;
        put_back.push(format!("alter table {} enable trigger user", table.name));
    }
    Ok(put_back)
}

/// PostgreSQL has checked every row when it took the keys back.
async fn check_keys(conn: &mut Conn) -> Result<(), CarryError> {
    if let Conn::Sqlite(_) = conn {
        let broken = sql_all!(conn, (String,), "select \"table\" from pragma_foreign_key_check")?;
        if !broken.is_empty() {
            return Err(CarryError::Keys(broken.len()));
        }
    }
    Ok(())
}

/// Not prepared: SQLite would keep, for each of these statements, what it needs once.
async fn run(conn: &mut Conn, sql: String) -> Result<(), DbError> {
    count_statement();
    let sql = AssertSqlSafe(sql).into_sql_str();
    match conn {
        Conn::Sqlite(c) => sqlx::raw_sql(sql).execute(&mut **c).await.map(drop)?,
        Conn::Postgres(c) => sqlx::raw_sql(sql).execute(&mut **c).await.map(drop)?,
    }
    Ok(())
}
