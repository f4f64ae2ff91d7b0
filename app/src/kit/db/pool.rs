//! Pools: for each side one that reads and one that writes, on SQLite with that side's authorizer, on PostgreSQL as that
//! side's role.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;
use std::time::Duration;

use sqlx::Connection as _;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous};

use super::privileges::Side;
use super::{CareTx, Conn, DbError, Handle, sqlite};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Where the record is kept.
#[derive(Debug, Clone)]
pub enum Database {
    Sqlite {
        path: PathBuf,
    },
    /// `owner` migrates; the sides take on their own roles with `set role`, or have addresses of their own.
    Postgres {
        owner: Box<PgConnectOptions>,
        sides: [Option<Box<PgConnectOptions>>; 4],
    },
}

/// A database address that cannot be used, in words for the person who wrote it.
#[derive(Debug, thiserror::Error)]
pub enum BadAddress {
    #[error("the database address must begin with sqlite:// or postgres://")]
    Scheme,
    #[error("the PostgreSQL address cannot be read: {0}")]
    Postgres(String),
    #[error("sqlite:// must be followed by the path of a file")]
    NoPath,
}

impl Database {
    /// Reads `sqlite://path` or `postgres://…`.
    pub fn parse(address: &str) -> Result<Self, BadAddress> {
        if let Some(path) = address.strip_prefix("sqlite://").or_else(|| address.strip_prefix("sqlite:")) {
            let path = path.split('?').next().unwrap_or_default();
            return if path.is_empty() {
                Err(BadAddress::NoPath)
            } else {
                Ok(Self::Sqlite { path: PathBuf::from(path) })
            };
        }
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return Ok(Self::Postgres { owner: Box::new(pg(address)?), sides: [None, None, None, None] });
        }
        Err(BadAddress::Scheme)
    }

    /// Gives one side a PostgreSQL address of its own, so that its process never holds the owner's password.
    pub fn with_side(mut self, side: Side, address: &str) -> Result<Self, BadAddress> {
        if let Self::Postgres { sides, .. } = &mut self {
            let [care, custody, system, proof] = sides;
            let place = match side {
                Side::Care => care,
                Side::Custody => custody,
                Side::System => system,
                Side::Proof => proof,
            };
            *place = Some(Box::new(pg(address)?));
        }
        Ok(self)
    }

    #[must_use]
    pub fn engine(&self) -> Engine {
        match self {
            Self::Sqlite { .. } => Engine::Sqlite,
            Self::Postgres { .. } => Engine::Postgres,
        }
    }
}

/// A connection that nobody used for this long is asked whether the server is still there. Asking each time would cost every
/// transaction a way to the server and back.
const RESTED: Duration = Duration::from_secs(1);

fn pg(address: &str) -> Result<PgConnectOptions, BadAddress> {
    PgConnectOptions::from_str(address).map_err(|error| BadAddress::Postgres(error.to_string()))
}

pub(super) fn sqlite_options(path: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(20))
        // No `mmap_size`: a write anywhere makes every reader drop its map and make it anew, which costs more than reading the pages.
        .statement_cache_capacity(256)
}

/// Readers run beside the writers, and the database itself refuses to let them write. On SQLite the writer's connection queues
/// for the single write lock.
#[derive(Debug, Clone)]
enum SidePool {
    Sqlite { readers: SqlitePool, writer: SqlitePool },
    Postgres { readers: PgPool, writers: PgPool },
}

/// The pools of all sides.
#[derive(Debug, Clone)]
pub struct Pools {
    care: SidePool,
    custody: SidePool,
    system: SidePool,
    proof: SidePool,
    engine: Engine,
}

impl Pools {
    /// Opens the pools; at least one connection is made, so that an unreachable server is told at once.
    pub async fn open(database: &Database) -> Result<Self, DbError> {
        Ok(Self {
            care: side_pool(database, Side::Care).await?,
            custody: side_pool(database, Side::Custody).await?,
            system: side_pool(database, Side::System).await?,
            proof: side_pool(database, Side::Proof).await?,
            engine: database.engine(),
        })
    }

    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    fn side(&self, side: Side) -> &SidePool {
        match side {
            Side::Care => &self.care,
            Side::Custody => &self.custody,
            Side::System => &self.system,
            Side::Proof => &self.proof,
        }
    }

    /// A connection that only reads, without a transaction: each statement sees what is committed when it begins, as within one
    /// at PostgreSQL's usual isolation, and every page is spared two ways to the database and back. The gate is the only caller
    /// in the product.
    pub(crate) async fn read(&self, side: Side) -> Result<Conn, DbError> {
        Ok(match self.side(side) {
            SidePool::Sqlite { readers, .. } => Conn::Sqlite(Handle::Reader(readers.acquire().await?)),
            SidePool::Postgres { readers, .. } => Conn::Postgres(Handle::Reader(readers.acquire().await?)),
        })
    }

    /// A transaction that writes. On SQLite it takes the write lock at once: a deferred one that upgrades would fail with
    /// BUSY_SNAPSHOT whatever the timeout.
    pub(crate) async fn write(&self, side: Side) -> Result<Conn, DbError> {
        Ok(match self.side(side) {
            SidePool::Sqlite { writer, .. } => {
                Conn::Sqlite(Handle::Transaction(writer.begin_with("begin immediate").await?))
            }
            SidePool::Postgres { writers, .. } => Conn::Postgres(Handle::Transaction(writers.begin().await?)),
        })
    }

    /// Runs one statement with the privileges of a side and undoes it: how the tests of the walls knock on them.
    pub async fn try_and_undo(&self, side: Side, sql: String) -> Result<u64, DbError> {
        let mut conn = self.write(side).await?;
        crate::sql_exec!(&mut conn, sqlx::AssertSqlSafe(sql.clone()))
    }

    pub async fn close(&self) {
        for side in Side::ALL {
            match self.side(side) {
                SidePool::Sqlite { readers, writer } => {
                    readers.close().await;
                    writer.close().await;
                }
                SidePool::Postgres { readers, writers } => {
                    readers.close().await;
                    writers.close().await;
                }
            }
        }
    }
}

/// The database's owner, past all walls: for migrations' neighbours on the command line (verification, demonstration data,
/// the first user), never for a request. One connection.
#[derive(Debug)]
pub enum OwnerPool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl OwnerPool {
    pub async fn open(database: &Database) -> Result<Self, DbError> {
        Self::open_with(database, |options| options).await
    }

    /// For filling a new database: SQLite does not wait for the disk. A file that was cut short by a failure of the machine
    /// must be thrown away.
    pub async fn open_for_loading(database: &Database) -> Result<Self, DbError> {
        Self::open_with(database, |options| options.synchronous(SqliteSynchronous::Off).pragma("cache_size", "-200000"))
            .await
    }

    /// For taking in another database whole: SQLite looks at the keys once, at the end.
    pub(super) async fn open_for_carrying(database: &Database) -> Result<Self, DbError> {
        Self::open_with(database, |options| options.foreign_keys(false)).await
    }

    async fn open_with(
        database: &Database,
        change: impl FnOnce(SqliteConnectOptions) -> SqliteConnectOptions,
    ) -> Result<Self, DbError> {
        Ok(match database {
            Database::Sqlite { path } => Self::Sqlite(
                SqlitePoolOptions::new().max_connections(1).connect_with(change(sqlite_options(path))).await?,
            ),
            Database::Postgres { owner, .. } => {
                Self::Postgres(PgPoolOptions::new().max_connections(1).connect_with(owner.as_ref().clone()).await?)
            }
        })
    }

    /// A transaction that reads and writes.
    pub async fn begin(&self) -> Result<Conn, DbError> {
        Ok(match self {
            Self::Sqlite(pool) => Conn::Sqlite(Handle::Transaction(pool.begin_with("begin immediate").await?)),
            Self::Postgres(pool) => Conn::Postgres(Handle::Transaction(pool.begin().await?)),
        })
    }

    /// The same for functions of care's, with which demonstration data is made.
    pub async fn begin_care(&self) -> Result<CareTx, DbError> {
        Ok(CareTx(self.begin().await?))
    }

    /// A transaction that only reads, and sees one moment however long it lasts. Nobody has to wait for it.
    pub async fn snapshot(&self) -> Result<Conn, DbError> {
        Ok(match self {
            Self::Sqlite(pool) => Conn::Sqlite(Handle::Transaction(pool.begin().await?)),
            Self::Postgres(pool) => Conn::Postgres(Handle::Transaction(
                pool.begin_with("begin isolation level repeatable read, read only").await?,
            )),
        })
    }

    pub async fn close(&self) {
        match self {
            Self::Sqlite(pool) => pool.close().await,
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

/// One transaction of the database's owner.
pub async fn open_owner(database: &Database) -> Result<Conn, DbError> {
    OwnerPool::open(database).await?.begin().await
}

async fn side_pool(database: &Database, side: Side) -> Result<SidePool, DbError> {
    match database {
        Database::Sqlite { path } => {
            let pool = |connections: u32| {
                SqlitePoolOptions::new()
                    .max_connections(connections)
                    .acquire_timeout(Duration::from_secs(30))
                    .test_before_acquire(false)
                    .after_connect(move |connection, _| Box::pin(async move { sqlite::guard(connection, side).await }))
            };
            let options = sqlite_options(path);
            Ok(SidePool::Sqlite {
                readers: pool(4).connect_with(options.clone().pragma("query_only", "1")).await?,
                writer: pool(1).connect_with(options).await?,
            })
        }
        Database::Postgres { owner, sides } => {
            let [care, custody, system, proof] = sides;
            let own = match side {
                Side::Care => care,
                Side::Custody => custody,
                Side::System => system,
                Side::Proof => proof,
            };
            // Sums over months are looked up by index, not by reading all that there ever was: PostgreSQL's own figure of 4 is
            // that of disks that turn. And what answers within milliseconds is never worth compiling first.
            let settings = [("random_page_cost", "1.1"), ("jit", "off")];
            let options = own.as_ref().unwrap_or(owner).as_ref().clone().options(settings);
            let take_role = own.is_none();
            let pool = |connections: u32| {
                PgPoolOptions::new()
                    .max_connections(connections)
                    .acquire_timeout(Duration::from_secs(30))
                    .test_before_acquire(false)
                    .before_acquire(|connection, held| {
                        Box::pin(async move {
                            if held.idle_for >= RESTED {
                                connection.ping().await?;
                            }
                            Ok(true)
                        })
                    })
                    .after_connect(move |connection, _| {
                        Box::pin(async move {
                            if take_role {
                                let sql = match side {
                                    Side::Care => "set role ergon_care",
                                    Side::Custody => "set role ergon_custody",
                                    Side::System => "set role ergon_system",
                                    Side::Proof => "set role ergon_proof",
                                };
                                sqlx::query(sql).execute(connection).await?;
                            }
                            Ok(())
                        })
                    })
            };
            let reading = options.clone().options([("default_transaction_read_only", "on")]);
            Ok(SidePool::Postgres {
                readers: pool(8).connect_with(reading).await?,
                writers: pool(4).connect_with(options).await?,
            })
        }
    }
}
