//! Backups of a database in use, opening them in a new place, and moving from one engine to the other and back, with the whole of
//! the demonstration data: nothing may be lost on the way, and one byte that is changed must be found.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use app::kit::clock::Clock;
use app::kit::db::{Engine, catalogue};
use chrono::TimeDelta;
use server::keeping::vault;
use sqlx::Connection as _;

use crate::harness::{TestApp, TestDatabase, on_both_engines};

/// The program itself, on this database.
fn ergon(db: &TestDatabase, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ergon"));
    command.args(arguments).current_dir(db.dir.path()).env("ERGON_DATABASE_URL", &db.url);
    command.env("ERGON_KEY_FILE", db.dir.path().join("ergon.key")).env("TMPDIR", db.dir.path());
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Runs the program, which must end with this status; gives what it said.
fn ends(db: &TestDatabase, arguments: &[&str], status: i32) -> String {
    let output = ergon(db, arguments);
    assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// The one backup in a folder.
fn backup_in(folder: &Path) -> PathBuf {
    let found: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// A folder for backups, an identity and its public key.
fn vault_of(db: &TestDatabase) -> (PathBuf, PathBuf, String) {
    let (folder, identity) = (db.dir.path().join("backups"), db.dir.path().join("identity"));
    std::fs::create_dir(&folder).unwrap();
    let public = vault::new_identity(&identity).unwrap();
    (folder, identity, public)
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Whatever was opened lies nowhere afterwards.
fn nothing_is_left_open(db: &TestDatabase) {
    let names =
        std::fs::read_dir(db.dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<_> = names.filter(|name| name.contains("opened") || name.contains("backing-up")).collect();
    assert!(left.is_empty(), "{left:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_a_server_at_work_opens_again_elsewhere() {
    let app = TestApp::demo(Engine::Sqlite).await;
    let db = &app.db;
    let (folder, identity, public) = vault_of(db);
    let (url, name) = (app.address(), "practitioner");
    let asking = tokio::spawn({
        let browser = app.user(name).await;
        async move {
            for _ in 0..20 {
                assert_eq!(browser.get("/patients").await.status, 200, "{url}");
            }
        }
    });
    ends(db, &["backup", "--out", text(&folder), "--recipient", &public], 0);
    asking.await.unwrap();
    let backup = backup_in(&folder);
    let bytes = std::fs::read(&backup).unwrap();
    assert!(!bytes.windows(8).any(|bytes| bytes == b"practiti"), "a backup can be read without its identity");

    let (identity, backup) = (text(&identity).to_owned(), text(&backup).to_owned());
    let well = ends(db, &["backup", "--verify", &backup, "--identity", &identity], 0);
    assert!(
        well.contains("as the manifest says") && well.contains("signed notes:") && well.contains(" 0 faults"),
        "{well}"
    );
    let stranger = db.dir.path().join("stranger");
    vault::new_identity(&stranger).unwrap();
    ends(db, &["backup", "--verify", &backup, "--identity", text(&stranger)], 2);

    let new = db.dir.path().join("new.db");
    let to = format!("sqlite://{}", new.display());
    ends(db, &["restore", &backup, "--identity", &identity, "--to", &to], 0);
    let again = ends(db, &["restore", &backup, "--identity", &identity, "--to", &to], 2);
    assert!(again.contains("to a new place only"), "{again}");
    let no_key =
        ends(db, &["restore", &backup, "--identity", &identity, "--to", &format!("{to}2"), "--key-out", "key"], 2);
    assert!(no_key.contains("holds no signing key"), "{no_key}");
    nothing_is_left_open(db);

    // The record knows of it, and the restored one is served with everybody in it.
    let known = db.text("select how || ' ' || name from access_backup order by made_at desc limit 1").await.unwrap();
    assert!(known.starts_with("command ergon-"), "{known}");
    let restored = TestDatabase { url: to, dir: tempfile::TempDir::new().unwrap() };
    std::fs::copy(db.dir.path().join("ergon.key"), restored.dir.path().join("ergon.key")).unwrap();
    let second = TestApp::start(restored, Clock::System).await;
    assert_eq!(second.user(name).await.get("/patients").await.status, 200);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_goes_on_in_postgresql_and_brings_the_key_when_asked() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    let (folder, identity, public) = vault_of(&db);
    ends(&db, &["backup", "--out", text(&folder), "--recipient", &public, "--with-key"], 0);
    let backup = backup_in(&folder);
    let key = std::fs::read(db.dir.path().join("ergon.key")).unwrap();
    std::fs::remove_file(db.dir.path().join("ergon.key")).unwrap();
    let target = TestDatabase::empty(Engine::Postgres).await;
    let to = ["restore", text(&backup), "--identity", text(&identity), "--to", &target.url, "--key-out", "came.key"];
    ends(&db, &to, 0);
    assert_eq!(std::fs::read(db.dir.path().join("came.key")).unwrap(), key);
    let full = ends(&db, &to, 2);
    assert!(full.contains("only an empty database is filled"), "{full}");
}

/// Moves the whole demonstration data, and compares by the manifest, which is the same for both engines.
async fn moves(from: Engine, to: Engine) {
    let source = TestDatabase::demo(from).await;
    let target = TestDatabase::empty(to).await;
    let manifest = source.dir.path().join("manifest.json");
    ends(&source, &["backup", "--manifest", text(&manifest)], 0);
    let moved = ends(&source, &["move", "--from", &source.url, "--to", &target.url], 0);
    assert!(moved.contains("the same counts and hashes on both sides"), "{moved}");
    let nowhere = ends(&source, &["move", "--from", "sqlite:///no/such/ergon.db", "--to", &target.url], 2);
    assert!(nowhere.contains("no database at /no/such/ergon.db"), "{nowhere}");
    let over = ends(&source, &["move", "--from", &source.url, "--to", &target.url], 2);
    assert!(over.contains("only an empty database is filled"), "{over}");
    let same = ends(&target, &["backup", "--check", text(&manifest)], 0);
    assert!(same.contains(" 0 differences"), "{same}");

    // The guards are back.
    let refused = target.as_owner("update care_note set payload = 'x'").await.unwrap_err().to_string();
    assert!(refused.contains("care_note_immutable"), "{refused}");
    let stray =
        "insert into care_team (patient_id, user_id, since) select user_id, user_id, '2026-01-01' from access_grant";
    assert!(target.as_owner(stray).await.is_err(), "a key that refers to nothing is taken");

    // The moved record is served.
    std::fs::copy(source.dir.path().join("ergon.key"), target.dir.path().join("ergon.key")).unwrap();
    let app = TestApp::start(target, Clock::System).await;
    assert_eq!(app.user("practitioner").await.get("/patients").await.status, 200);
    assert_eq!(app.user("coordinator").await.open("/").await.status, 200);
    let target = app.stop().await;

    // One byte of one row of a table that nothing seals.
    let one = "update custody_room set name = '~' || substr(name, 2) where id = (select id from custody_room order by id limit 1)";
    assert_eq!(target.as_owner(one).await.unwrap(), 1);
    let found = ends(&target, &["backup", "--check", text(&manifest)], 1);
    assert!(found.contains("custody_room: as many rows, but not the same"), "{found}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_moves_from_sqlite_to_postgresql() {
    moves(Engine::Sqlite, Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_moves_from_postgresql_to_sqlite() {
    moves(Engine::Postgres, Engine::Sqlite).await;
}

/// Where Debian and others put the programs of PostgreSQL.
fn postgres_program(name: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        versions.map(|folder| folder.path().join("bin").join(name)).filter(|path| path.exists()).collect();
    found.sort();
    found.pop().unwrap_or_else(|| PathBuf::from(name))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_dump_of_postgresql_is_judged_by_the_same_figures() {
    let app = TestApp::demo(Engine::Postgres).await;
    let db = &app.db;
    let dump = format!(
        "{} -Fc --snapshot=\"$ERGON_SNAPSHOT\" -f ergon.dump {}",
        postgres_program("pg_dump").display(),
        db.url
    );
    let without = ends(db, &["backup", "--out", ".", "--recipient", "age1x"], 2);
    assert!(without.contains("pg_dump"), "{without}");
    ends(db, &["backup", "--manifest", "m.json", "--run", &dump], 0);
    // What is written after the moment of the dump is in neither.
    app.user("practitioner").await.get("/patients").await;

    let restored = TestDatabase::bare_postgres().await;
    let output = Command::new(postgres_program("pg_restore"))
        .args(["--no-owner", "-d", &restored.url])
        .arg(db.dir.path().join("ergon.dump"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    std::fs::copy(db.dir.path().join("m.json"), restored.dir.path().join("m.json")).unwrap();
    std::fs::copy(db.dir.path().join("ergon.key"), restored.dir.path().join("ergon.key")).unwrap();
    ends(&restored, &["backup", "--check", "m.json"], 0);
    ends(&restored, &["verify"], 0);
    ends(db, &["backup", "--check", "m.json"], 1);
    ends(db, &["backup", "--report-good", "ergon.dump"], 0);
    let page = app.user("administrator").await.get("/backups").await;
    assert!(page.body.contains("ergon.dump") && page.body.contains("reported by the operator"), "{}", page.body);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_catalogue_is_what_the_database_has() {
    let db = TestDatabase::empty(Engine::Postgres).await;
    let mut connection = sqlx::PgConnection::connect(&db.url).await.unwrap();
    let mut rows: Vec<(String, String, String)> = sqlx::query_as(
        "select table_name::text, column_name::text, data_type::text from information_schema.columns
         where table_schema = 'public' and table_name not like '\\_sqlx%' and is_generated = 'NEVER'",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let word = |declared: &str| match declared {
        "uuid" => "Id",
        "text" => "Text",
        "integer" => "Int",
        "bigint" => "Long",
        "boolean" => "Bool",
        "timestamp with time zone" => "At",
        "date" => "Day",
        "bytea" => "Bytes",
        other => panic!("no kind for {other}"),
    };
    for row in &mut rows {
        row.2 = word(&row.2).to_owned();
    }
    rows.sort();
    let mut known: Vec<(String, String, String)> = catalogue()
        .iter()
        .flat_map(|table| {
            let kinds = table.columns.iter().zip(&table.kinds);
            kinds
                .map(|(column, kind)| (table.name.to_owned(), (*column).to_owned(), format!("{kind:?}")))
                .collect::<Vec<_>>()
        })
        .collect();
    known.sort();
    assert_eq!(known, rows);
    let without: Vec<_> = catalogue().iter().filter(|table| table.key.is_empty()).map(|table| table.name).collect();
    let keyless: Vec<(String,)> = sqlx::query_as(
        "select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'public' and c.relkind = 'r' and c.relname not like '\\_sqlx%'
           and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary) order by 1",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    let mut without: Vec<_> = without.into_iter().map(|name| (name.to_owned(),)).collect();
    without.sort();
    assert_eq!(without, keyless);
}

on_both_engines! {
    async fn an_old_backup_is_told_to_the_administrator(engine) {
        let app = TestApp::start(TestDatabase::demo(engine).await, Clock::fixed(Clock::System.now())).await;
        let administrator = app.user("administrator").await;
        assert_eq!(app.user("practitioner").await.get("/backups").await.status, 403);
        ends(&app.db, &["backup", "--report-good", "nightly.dump"], 0);
        for page in ["/import", "/backups"] {
            let good = administrator.get(page).await;
            assert!(good.body.contains("The last good backup was made on"), "{page}: {}", good.body);
        }
        app.clock.set(Clock::System.now() + TimeDelta::hours(49));
        let administrator = app.user("administrator").await;
        for page in ["/import", "/backups"] {
            let old = administrator.get(page).await;
            assert!(old.body.contains("longer ago than the operator allows"), "{page}: {}", old.body);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_server_makes_one_a_day_and_keeps_the_newest() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    let (folder, _, public) = vault_of(&db);
    db.as_owner("drop trigger access_backup_no_delete; delete from access_backup").await.unwrap();
    for day in 1..=3 {
        std::fs::write(folder.join(format!("ergon-2020010{day}T010000Z.age")), "old").unwrap();
    }
    let (backup_folder, backup_recipients) = (Some(folder.clone()), vec![public]);
    let settings = server::settings::Settings { backup_folder, backup_recipients, backup_keep: 2, ..db.settings() };
    let running = server::boot::boot(settings, Clock::System).await.unwrap().listen().await.unwrap();
    let scheduled = "select cast(count(*) as text) from access_backup where how = 'schedule'";
    for _ in 0..600 {
        if db.text(scheduled).await.as_deref() == Some("1") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let mut names: Vec<String> =
        std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    running.stop().await;
    names.sort();
    assert_eq!(db.text(scheduled).await.as_deref(), Some("1"));
    assert_eq!(names.len(), 2, "{names:?}");
    assert_eq!(names[0], "ergon-20200103T010000Z.age");
    nothing_is_left_open(&db);
}
