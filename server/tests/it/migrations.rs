//! The two sets of migrations describe one schema: the same tables, columns, nullability and named constraints.

use std::collections::BTreeMap;

use app::kit::clock::Clock;
use app::kit::db::{Engine, migrations};
use app::setup::bring_up_to_date;
use sqlx::Connection as _;

use crate::harness::TestDatabase;

type Schema = BTreeMap<String, BTreeMap<String, (String, bool)>>;

/// The same word for what both engines store.
fn kind(declared: &str) -> &'static str {
    match declared.to_lowercase().as_str() {
        // Instants and dates are kept as text in SQLite.
        "text" | "timestamp with time zone" | "date" => "text",
        "integer" | "bigint" | "boolean" => "integer",
        "blob" | "uuid" | "bytea" => "blob",
        other => panic!("a column type that only one engine knows: {other}"),
    }
}

async fn sqlite_schema() -> Schema {
    let db = TestDatabase::empty(Engine::Sqlite).await;
    let mut connection = sqlx::SqliteConnection::connect(&db.url).await.unwrap();
    let rows: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
        "select m.name, c.name, c.type, c.\"notnull\", c.pk from sqlite_master m, pragma_table_xinfo(m.name) c
         where m.type = 'table' and m.name not like 'sqlite%' and m.name not like '\\_sqlx%' escape '\\'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut schema = Schema::new();
    for (table, column, declared, not_null, key) in rows {
        schema.entry(table).or_default().insert(column, (kind(&declared).to_owned(), not_null == 1 || key > 0));
    }
    schema
}

async fn postgres_schema() -> Schema {
    let db = TestDatabase::empty(Engine::Postgres).await;
    let mut connection = sqlx::PgConnection::connect(&db.url).await.unwrap();
    let rows: Vec<(String, String, String, String)> = sqlx::query_as(
        "select table_name::text, column_name::text, data_type::text, is_nullable::text from information_schema.columns
         where table_schema = 'public' and table_name not like '\\_sqlx%'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut schema = Schema::new();
    for (table, column, declared, nullable) in rows {
        schema.entry(table).or_default().insert(column, (kind(&declared).to_owned(), nullable == "NO"));
    }
    schema
}

/// Several servers begin together after a power cut, the first time on a database in which there is nothing.
#[tokio::test]
async fn servers_that_start_at_once_take_turns() {
    let db = TestDatabase::bare_postgres().await;
    for round in 1..=3 {
        let start = async || bring_up_to_date(&db.database(), &Clock::System).await;
        let all = tokio::join!(start(), start(), start(), start());
        for started in [all.0, all.1, all.2, all.3] {
            started.unwrap_or_else(|error| panic!("round {round}: {error}"));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_the_same_tables_and_columns() {
    let (sqlite, postgres) = (sqlite_schema().await, postgres_schema().await);
    assert_eq!(sqlite.keys().collect::<Vec<_>>(), postgres.keys().collect::<Vec<_>>());
    for (table, columns) in &sqlite {
        assert_eq!(Some(columns), postgres.get(table), "{table}");
    }
}

#[test]
fn both_engines_have_the_same_constraints_and_triggers() {
    let names = |engine, word: &str| {
        let mut found: Vec<String> = migrations(engine)
            .into_iter()
            .flat_map(|(_, _, sql)| sql.lines().filter(|line| !line.trim_start().starts_with("--")).collect::<Vec<_>>())
            .flat_map(|line| {
                line.split_whitespace()
                    .collect::<Vec<_>>()
                    .windows(2)
                    .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
                    .collect::<Vec<_>>()
            })
            .filter(|(before, _)| before == word)
            .map(|(_, name)| name.trim_end_matches(['(', ',', ';']).to_owned())
            .collect();
        found.sort();
        found.dedup();
        found
    };
    // One exclusion constraint on PostgreSQL is two triggers on SQLite, since SQLite has none; truncation is PostgreSQL's alone, and
    // so is a lock that one writer at a time has no need of.
    let only_postgres = |name: &String| {
        name == "custody_claim_once" || name.ends_with("_no_truncate") || name == "custody_lockdown_lock"
    };
    let only_sqlite = |name: &String| name.starts_with("custody_claim_once_") || name == "custody_slot_person_apart";
    // What else follows these words: `exclude using … with =`, `returns trigger language plpgsql`.
    let not_a_name = |name: &String| name == "=" || name == "language";
    for word in ["constraint", "trigger", "index"] {
        let sqlite: Vec<_> = names(Engine::Sqlite, word).into_iter().filter(|name| !only_sqlite(name)).collect();
        let postgres: Vec<_> = names(Engine::Postgres, word)
            .into_iter()
            .filter(|name| !only_postgres(name) && !not_a_name(name))
            .collect();
        assert_eq!(sqlite, postgres, "{word}");
    }
}

#[test]
fn numbers_and_names_are_the_same() {
    let names = |engine| migrations(engine).into_iter().map(|(number, name, _)| (number, name)).collect::<Vec<_>>();
    assert_eq!(names(Engine::Sqlite), names(Engine::Postgres));
}
