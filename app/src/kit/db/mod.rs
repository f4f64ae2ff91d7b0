//! The database: one SQL text for SQLite and PostgreSQL, and one pool for each side with only that side's privileges.
//!
//! A transaction is typed by its side. Care store functions take [`CareTx`], custody ones [`CustodyTx`], those of the
//! system side [`SystemTx`], what proves somebody's identity [`ProofTx`]; only the gate makes them. The macros [`sql_all!`], [`sql_one!`], [`sql_optional!`] and
//! [`sql_exec!`] run one text on whichever engine the transaction is of.

mod bulk;
mod carry;
mod catalogue;
mod census;
mod migrate;
mod pool;
mod privileges;
mod refusal;
mod sqlite;

use std::sync::atomic::{AtomicU64, Ordering};

pub use bulk::{Cell, Changes, Rows};
pub use carry::{CarryError, carry};
pub use catalogue::{Kind, Table, catalogue, catalogue_at, newest};
pub use census::{Counted, Step, census};
pub use migrate::{migrate, migrations, schema_of};
pub use pool::{BadAddress, Database, Engine, OwnerPool, Pools, open_owner};
pub use privileges::{COLUMNS_HELD_BACK, Privilege, Select, Side, Update, privileges};
pub use refusal::{DbError, Refusal};

/// One open transaction on either engine.
#[derive(Debug)]
pub enum Conn {
    Sqlite(Handle<sqlx::Sqlite>),
    Postgres(Handle<sqlx::Postgres>),
}

impl Conn {
    pub async fn commit(self) -> Result<(), DbError> {
        match self {
            Self::Sqlite(handle) => handle.commit().await,
            Self::Postgres(handle) => handle.commit().await,
        }
    }
}

/// A transaction, or a connection on which the database refuses to write.
#[derive(Debug)]
pub enum Handle<DB: sqlx::Database> {
    Transaction(sqlx::Transaction<'static, DB>),
    Reader(sqlx::pool::PoolConnection<DB>),
}

impl<DB: sqlx::Database> Handle<DB> {
    async fn commit(self) -> Result<(), DbError> {
        match self {
            Self::Transaction(transaction) => Ok(transaction.commit().await?),
            Self::Reader(_) => Ok(()),
        }
    }
}

impl<DB: sqlx::Database> std::ops::Deref for Handle<DB> {
    type Target = DB::Connection;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Transaction(transaction) => transaction,
            Self::Reader(connection) => connection,
        }
    }
}

impl<DB: sqlx::Database> std::ops::DerefMut for Handle<DB> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        match self {
            Self::Transaction(transaction) => transaction,
            Self::Reader(connection) => connection,
        }
    }
}

/// What the query macros need: a transaction that can be borrowed.
pub trait HasConn {
    fn conn(&mut self) -> &mut Conn;
}

impl HasConn for Conn {
    fn conn(&mut self) -> &mut Conn {
        self
    }
}

macro_rules! side_transactions {
    ($($(#[$doc:meta])* $name:ident),*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name(pub(crate) Conn);

        impl HasConn for $name {
            fn conn(&mut self) -> &mut Conn {
                &mut self.0
            }
        }

        impl $name {
            /// Makes what was written durable. Dropping the transaction instead undoes it.
            pub async fn commit(self) -> Result<(), DbError> {
                self.0.commit().await
            }
        }
    )*};
}

side_transactions! {
    /// Reads and writes the clinical record; reads custody's, but never the reasons of security.
    CareTx,
    /// Reads and writes the operational record; nothing clinical is within its reach.
    CustodyTx,
    /// Users, roles, sessions, access rows and reference data.
    SystemTx,
    /// Second factors, and that a session has given proof. Neither the record nor what administrators see is within its reach.
    ProofTx
}

/// Statements run by this process since it started. Tests compare it before and after a page.
static STATEMENTS: AtomicU64 = AtomicU64::new(0);

#[must_use]
pub fn statements_run() -> u64 {
    STATEMENTS.load(Ordering::Relaxed)
}

#[doc(hidden)]
pub fn count_statement() {
    STATEMENTS.fetch_add(1, Ordering::Relaxed);
}

/// Runs one query text on the transaction's engine; not used directly.
#[doc(hidden)]
#[macro_export]
macro_rules! sql_run {
    ($tx:expr, $query:expr, $fetch:ident $(, $bind:expr)*) => {{
        $crate::kit::db::count_statement();
        match $crate::kit::db::HasConn::conn($tx) {
            $crate::kit::db::Conn::Sqlite(c) => $query$(.bind($bind))*.$fetch(&mut **c).await.map_err($crate::kit::db::DbError::from),
            $crate::kit::db::Conn::Postgres(c) => $query$(.bind($bind))*.$fetch(&mut **c).await.map_err($crate::kit::db::DbError::from),
        }
    }};
}

/// `sql_all!(tx, RowType, "select … where id = $1", id)?` gives a `Vec<RowType>`.
#[macro_export]
macro_rules! sql_all {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::sql_run!($tx, sqlx::query_as::<_, $row>($sql), fetch_all $(, $bind)*)
    };
}

/// As [`sql_all!`], for exactly one row.
#[macro_export]
macro_rules! sql_one {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::sql_run!($tx, sqlx::query_as::<_, $row>($sql), fetch_one $(, $bind)*)
    };
}

/// As [`sql_all!`], for one row or none.
#[macro_export]
macro_rules! sql_optional {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        $crate::sql_run!($tx, sqlx::query_as::<_, $row>($sql), fetch_optional $(, $bind)*)
    };
}

/// `$3, $4, $5`: the places of `count` binds that begin with number `first`, to stand in `in (…)`. An empty list is in nothing.
#[must_use]
pub fn places(first: usize, count: usize) -> String {
    if count == 0 {
        return "null".to_owned();
    }
    (first..first + count).map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}

/// As [`sql_all!`], with the items of a list bound after the other binds: `sql_all_in!(tx, Row, text, &ids, facility)`, where
/// the text was made with [`places`].
#[macro_export]
macro_rules! sql_all_in {
    ($tx:expr, $row:ty, $sql:expr, $list:expr $(, $bind:expr)* $(,)?) => {{
        $crate::kit::db::count_statement();
        match $crate::kit::db::HasConn::conn($tx) {
            $crate::kit::db::Conn::Sqlite(c) => {
                let mut query = sqlx::query_as::<_, $row>(sqlx::AssertSqlSafe($sql))$(.bind($bind))*;
                for item in $list {
                    query = query.bind(*item);
                }
                query.fetch_all(&mut **c).await.map_err($crate::kit::db::DbError::from)
            }
            $crate::kit::db::Conn::Postgres(c) => {
                let mut query = sqlx::query_as::<_, $row>(sqlx::AssertSqlSafe($sql))$(.bind($bind))*;
                for item in $list {
                    query = query.bind(*item);
                }
                query.fetch_all(&mut **c).await.map_err($crate::kit::db::DbError::from)
            }
        }
    }};
}

/// Runs a statement and gives the number of rows it touched (`u64`).
#[macro_export]
macro_rules! sql_exec {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {{
        $crate::kit::db::count_statement();
        match $crate::kit::db::HasConn::conn($tx) {
            $crate::kit::db::Conn::Sqlite(c) => sqlx::query($sql)$(.bind($bind))*.execute(&mut **c).await
                .map(|done| done.rows_affected()).map_err($crate::kit::db::DbError::from),
            $crate::kit::db::Conn::Postgres(c) => sqlx::query($sql)$(.bind($bind))*.execute(&mut **c).await
                .map(|done| done.rows_affected()).map_err($crate::kit::db::DbError::from),
        }
    }};
}
