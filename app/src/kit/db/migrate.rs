//! Migrations: the same numbers and names for both engines, compiled in; and on PostgreSQL the roles and grants of the sides.

use std::fmt::Write as _;

use sqlx::migrate::{Migration, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, Connection, SqlSafeStr};

use super::pool::{Database, Engine, sqlite_options};
use super::privileges::{Select, Side, Update, privileges};
use super::{Conn, DbError};
use crate::sql_one;

macro_rules! migration_files {
    ($($version:literal $name:literal),* $(,)?) => {
        /// Number, name and text of every migration for an engine, in order.
        #[must_use]
        pub fn migrations(engine: Engine) -> Vec<(i64, &'static str, &'static str)> {
            match engine {
                Engine::Sqlite => vec![$(($version, $name, include_str!(concat!("../../../../migrations/sqlite/", $name, ".sql")))),*],
                Engine::Postgres => vec![$(($version, $name, include_str!(concat!("../../../../migrations/postgres/", $name, ".sql")))),*],
            }
        }
    };
}

migration_files! {
    1 "0001_access",
    2 "0002_custody",
    3 "0003_care",
    4 "0004_guards",
    5 "0005_activities",
    6 "0006_planned_minutes",
    7 "0007_referrals",
    8 "0008_evaluations",
    9 "0009_plans_and_reviews",
    10 "0010_activity_library",
    11 "0011_programmes",
    12 "0012_notes",
    13 "0013_measures",
    14 "0014_consents",
    15 "0015_transfer_discharge",
    16 "0016_schedule",
    17 "0017_places",
    18 "0018_series",
    19 "0019_board",
    20 "0020_escorts",
    21 "0021_lists",
    22 "0022_tools_and_feeds",
    23 "0023_lists_by_index",
    24 "0024_care_gaps",
    25 "0025_custody_gaps",
    26 "0026_guarding",
    27 "0027_unit",
    28 "0028_training",
    29 "0029_operations",
    30 "0030_reports",
    31 "0031_voice",
    32 "0032_factor",
    34 "0034_care_rest",
    36 "0036_discharge_draft",
    37 "0037_voice_index",
}

fn migrator(engine: Engine) -> Migrator {
    Migrator::with_migrations(
        migrations(engine)
            .into_iter()
            .map(|(version, name, sql)| {
                Migration::new(version, name.into(), MigrationType::Simple, sql.into_sql_str(), false)
            })
            .collect(),
    )
}

/// Brings the database up to this program's schema and, on PostgreSQL, its roles and grants up to [`privileges`].
pub async fn migrate(database: &Database) -> Result<(), sqlx::Error> {
    match database {
        Database::Sqlite { path } => {
            let mut connection =
                sqlx::SqliteConnection::connect_with(&sqlite_options(path).create_if_missing(true)).await?;
            migrator(Engine::Sqlite).run(&mut connection).await?;
            connection.close().await
        }
        Database::Postgres { owner, .. } => {
            let mut connection = sqlx::PgConnection::connect_with(owner).await?;
            migrator(Engine::Postgres).run(&mut connection).await?;
            sqlx::raw_sql(AssertSqlSafe(grants())).execute(&mut connection).await?;
            connection.close().await
        }
    }
}

/// The number of the last migration that a database has seen.
pub async fn schema_of(conn: &mut Conn) -> Result<i64, DbError> {
    Ok(sql_one!(conn, (i64,), "select coalesce(max(version), 0) from _sqlx_migrations where success")?.0)
}

/// The advisory lock under which privileges are given on PostgreSQL: "ergongra".
const GRANTS_LOCK: i64 = 0x6572_676f_6e67_7261;

/// The PostgreSQL statements that give each side its role and exactly its privileges, as one transaction. Safe to run again, and
/// by several servers that start at once: PostgreSQL refuses two that change the privileges of one table together.
fn grants() -> String {
    let mut sql = format!("select pg_advisory_xact_lock({GRANTS_LOCK});\n");
    for side in Side::ALL {
        let role = side.role();
        // Several databases of one cluster may be migrated at once; whoever comes second finds the role there.
        let _ = writeln!(
            sql,
            "do $$ begin create role {role} nologin; exception when duplicate_object or unique_violation then null; end $$;\n\
             do $$ begin execute format('grant {role} to %I', current_user); exception when others then null; end $$;\n\
             revoke all on all tables in schema public from {role};\ngrant usage on schema public to {role};"
        );
    }
    for held in privileges() {
        let (role, table) = (held.side.role(), held.table);
        let mut grant = |what: &str| {
            let _ = writeln!(sql, "grant {what} on {table} to {role};");
        };
        match held.select {
            Select::None => {}
            Select::All => grant("select"),
            Select::Only(columns) => grant(&format!("select ({})", columns.join(", "))),
        }
        match held.update {
            Update::None => {}
            Update::All => grant("update"),
            Update::Only(columns) => grant(&format!("update ({})", columns.join(", "))),
        }
        if held.insert {
            grant("insert");
        }
        if held.delete {
            grant("delete");
        }
    }
    sql
}
