//! Starts the real server for one test and speaks to it as a browser without scripting would.
//!
//! PostgreSQL comes from `ERGON_TEST_POSTGRES`, which `cargo xtask test` sets to a throw-away cluster.

use std::path::PathBuf;

use app::access::keys::InstallationKey;
use app::kit::clock::Clock;
use app::kit::db::{Database, Engine, Pools};
use reqwest::header::{HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use server::boot::{Running, boot};
use server::demo::Scale;
use server::settings::Settings;
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;

/// Writes one test for each engine.
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($engine:ident) $body:block)*) => {$(
        mod $name {
            use super::*;
            async fn story($engine: Engine) $body

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story(Engine::Sqlite).await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                story(Engine::Postgres).await;
            }
        }
    )*};
}
pub(crate) use on_both_engines;

/// The password of every demonstration user.
pub const PASSWORD: &str = "ergon-demo";

/// One database of its own, empty or filled.
pub struct TestDatabase {
    pub url: String,
    pub dir: TempDir,
}

impl TestDatabase {
    pub async fn empty(engine: Engine) -> Self {
        let dir = TempDir::new().unwrap();
        let url = match engine {
            Engine::Sqlite => format!("sqlite://{}", dir.path().join("ergon.db").display()),
            Engine::Postgres => create_postgres(None).await,
        };
        let made = Self { url, dir };
        app::setup::bring_up_to_date(&made.database(), &Clock::System).await.unwrap();
        made
    }

    /// A database of PostgreSQL in which there is nothing at all.
    pub async fn bare_postgres() -> Self {
        Self { url: create_postgres(None).await, dir: TempDir::new().unwrap() }
    }

    /// A copy of the demonstration data, made once for each engine and run of the tests.
    pub async fn demo(engine: Engine) -> Self {
        let dir = TempDir::new().unwrap();
        let url = match engine {
            Engine::Sqlite => {
                let copy = dir.path().join("ergon.db");
                std::fs::copy(sqlite_template().await, &copy).unwrap();
                format!("sqlite://{}", copy.display())
            }
            Engine::Postgres => create_postgres(Some(&postgres_template().await)).await,
        };
        std::fs::copy(template_key(), dir.path().join("ergon.key")).unwrap();
        Self { url, dir }
    }

    /// Demonstration data of another size, on SQLite, made for this test alone.
    pub async fn demo_of(engine: Engine, patients: usize) -> Self {
        let made = Self::empty(engine).await;
        fill(&made.url, made.dir.path().join("ergon.key"), patients).await;
        made
    }

    pub fn database(&self) -> Database {
        Database::parse(&self.url).unwrap()
    }

    pub fn settings(&self) -> Settings {
        Settings {
            database_url: self.url.as_str().into(),
            listen: "127.0.0.1:0".parse().unwrap(),
            key_file: self.dir.path().join("ergon.key"),
            ..Settings::default()
        }
    }

    pub async fn pools(&self) -> Pools {
        Pools::open(&self.database()).await.unwrap()
    }

    /// Runs SQL as the database's owner, past every privilege (but not past triggers).
    pub async fn as_owner(&self, sql: &str) -> Result<u64, sqlx::Error> {
        run_as_owner(&self.url, sql).await
    }

    /// One text from the database, as its owner.
    pub async fn text(&self, sql: &str) -> Option<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.url.starts_with("sqlite") {
            let mut connection = sqlx::SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(sql).fetch_optional(&mut connection).await.unwrap()
        } else {
            let mut connection = sqlx::PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(sql).fetch_optional(&mut connection).await.unwrap()
        }
    }
}

/// As [`TestDatabase::as_owner`], for tasks that run beside one another.
pub async fn run_as_owner(url: &str, sql: &str) -> Result<u64, sqlx::Error> {
    if url.starts_with("sqlite") {
        let mut connection = sqlx::SqliteConnection::connect(url).await?;
        Ok(sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?.rows_affected())
    } else {
        let mut connection = sqlx::PgConnection::connect(url).await?;
        Ok(sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut connection).await?.rows_affected())
    }
}

fn postgres_url() -> String {
    std::env::var("ERGON_TEST_POSTGRES")
        .expect("ERGON_TEST_POSTGRES is not set: run the tests through `cargo xtask test`, which starts a PostgreSQL")
}

async fn create_postgres(template: Option<&str>) -> String {
    let url = postgres_url();
    let name = format!("test_{}", Clock::System.new_id::<uuid::Uuid>().simple());
    let template = template.map(|name| format!(" template {name}")).unwrap_or_default();
    let mut connection = sqlx::PgConnection::connect(&url).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(format!("create database {name}{template}"))).execute(&mut connection).await.unwrap();
    replace_name(&url, &name)
}

fn replace_name(url: &str, name: &str) -> String {
    format!("{}/{name}", url.rsplit_once('/').unwrap().0)
}

/// When these tests were built, in milliseconds: templates of one schema never serve another.
fn built() -> u128 {
    let exe = std::env::current_exe().unwrap();
    exe.metadata().unwrap().modified().unwrap().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis()
}

/// Where templates lie: one folder for each build of the tests, so that a changed schema makes new ones.
fn templates() -> PathBuf {
    let built = built();
    let run = std::env::var("ERGON_TEST_POSTGRES")
        .map(|url| url.chars().filter(char::is_ascii_digit).collect::<String>())
        .unwrap_or_default();
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("templates-{built}-{run}-{}", Clock::System.now().date_naive()));
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

fn template_key() -> PathBuf {
    templates().join("ergon.key")
}

/// One test makes the template, the others wait for it.
async fn once<F: Future<Output = ()>>(name: &str, make: impl FnOnce() -> F) {
    let lock = std::fs::File::create(templates().join(format!("{name}.lock"))).unwrap();
    tokio::task::block_in_place(|| lock.lock()).unwrap();
    let done = templates().join(format!("{name}.done"));
    if !done.exists() {
        make().await;
        std::fs::write(done, "").unwrap();
    }
}

async fn fill(url: &str, key_file: PathBuf, patients: usize) {
    let database = Database::parse(url).unwrap();
    app::setup::bring_up_to_date(&database, &Clock::System).await.unwrap();
    let key = InstallationKey::load_or_create(&key_file).unwrap();
    let scale = Scale { seed: 1, patients, weeks: 6, today: Clock::System.now().date_naive() };
    server::demo::fill(&database, &key, scale, &mut |_, _| {}).await.unwrap();
}

async fn sqlite_template() -> PathBuf {
    let file = templates().join("demo.db");
    let url = format!("sqlite://{}", file.display());
    once("key-and-sqlite", || async {
        fill(&url, template_key(), 24).await;
        // One file to copy, without its write-ahead log.
        let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
        sqlx::raw_sql("pragma wal_checkpoint(truncate); pragma journal_mode = delete;")
            .execute(&mut connection)
            .await
            .unwrap();
    })
    .await;
    file
}

async fn postgres_template() -> String {
    // The key is made with the first template; both engines sign with the same one.
    sqlite_template().await;
    let name = format!("demo_template_{}", built());
    once("postgres", || async {
        let mut connection = sqlx::PgConnection::connect(&postgres_url()).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("drop database if exists {name}"))).execute(&mut connection).await.unwrap();
        sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.unwrap();
        fill(&replace_name(&postgres_url(), &name), template_key(), 24).await;
    })
    .await;
    name
}

/// A running server with its database.
pub struct TestApp {
    pub engine: Engine,
    pub db: TestDatabase,
    pub clock: Clock,
    running: Running,
}

/// The n-th identifier of a small world that a story makes for itself.
pub fn uuid(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(0x018f_0000_0000_7000_8000_0000_0000_0000 + n)
}

impl TestApp {
    /// An identifier as this engine writes it.
    pub fn id(&self, n: u128) -> String {
        match self.engine {
            Engine::Sqlite => format!("x'{}'", uuid(n).simple()),
            Engine::Postgres => format!("'{}'::uuid", uuid(n)),
        }
    }

    /// A truth value as this engine writes it.
    pub fn yes(&self, yes: bool) -> &'static str {
        match (self.engine, yes) {
            (Engine::Sqlite, true) => "1",
            (Engine::Sqlite, false) => "0",
            (Engine::Postgres, true) => "true",
            (Engine::Postgres, false) => "false",
        }
    }

    /// Runs SQL that must succeed, as the database's owner.
    pub async fn run(&self, sql: &str) {
        self.db.as_owner(sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
    }

    pub async fn demo(engine: Engine) -> Self {
        Self::start(TestDatabase::demo(engine).await, Clock::System).await
    }

    pub async fn start(db: TestDatabase, clock: Clock) -> Self {
        // What the server logs stands in the output of the test that fails.
        let _set_by_another_test =
            tracing_subscriber::fmt().with_max_level(tracing::Level::WARN).with_test_writer().try_init();
        let running = boot(db.settings(), clock.clone()).await.unwrap().listen().await.unwrap();
        let engine = if db.url.starts_with("sqlite") { Engine::Sqlite } else { Engine::Postgres };
        Self { engine, db, clock, running }
    }

    pub fn address(&self) -> String {
        format!("http://{}", self.running.address)
    }

    /// Somebody with an empty cookie jar.
    pub fn visitor(&self) -> Browser {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).build().unwrap();
        Browser { client, address: self.address() }
    }

    /// Somebody who has signed in with the demonstration password.
    pub async fn user(&self, name: &str) -> Browser {
        let browser = self.visitor();
        let answer = browser.post("/sign-in", &[("username", name), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name} cannot sign in: {}", answer.body);
        browser
    }

    pub async fn stop(self) -> TestDatabase {
        self.running.stop().await;
        self.db
    }
}

#[derive(Clone)]
pub struct Browser {
    client: Client,
    address: String,
}

#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> &str {
        self.headers.get(LOCATION).map_or("", |value| value.to_str().unwrap())
    }
}

impl Browser {
    /// Somebody who has signed in with the demonstration password at this address. Every request has a connection of its own, as
    /// behind a proxy that does not keep them.
    pub async fn signed_in(address: &str, name: &str) -> Self {
        let client =
            Client::builder().cookie_store(true).redirect(Policy::none()).pool_max_idle_per_host(0).build().unwrap();
        let browser = Self { client, address: address.to_owned() };
        let answer = browser.post("/sign-in", &[("username", name), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name} cannot sign in: {}", answer.body);
        browser
    }

    /// The same cookies at another address.
    pub fn moved_to(&self, address: &str) -> Self {
        Self { client: self.client.clone(), address: address.to_owned() }
    }

    /// As [`Self::get`], from a server that may go away over it.
    pub async fn try_get(&self, path: &str) -> Option<Answer> {
        received(self.client.get(format!("{}{path}", self.address))).await.ok()
    }

    /// As [`Self::post`], to a server that may go away over it.
    pub async fn try_post(&self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let request = self.client.post(format!("{}{path}", self.address)).header("sec-fetch-site", "same-origin");
        received(request.form(fields)).await.ok()
    }

    pub async fn get(&self, path: &str) -> Answer {
        answer(self.client.get(format!("{}{path}", self.address))).await
    }

    /// A form of this server's own page.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        answer(self.client.post(format!("{}{path}", self.address)).header("sec-fetch-site", "same-origin").form(fields))
            .await
    }

    /// A form as the draft guard sends it while somebody writes.
    pub async fn autosave(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = self.client.post(format!("{}{path}", self.address)).header("sec-fetch-site", "same-origin");
        answer(request.header("x-autosave", "1").form(fields)).await
    }

    /// A form of this server's own page with one file in it.
    pub async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let part = reqwest::multipart::Part::bytes(bytes.to_vec()).file_name(name.to_owned());
        let form = reqwest::multipart::Form::new().part("file", part);
        let request = self.client.post(format!("{}{path}", self.address)).header("sec-fetch-site", "same-origin");
        answer(request.multipart(form)).await
    }

    /// A form as some other site would send it.
    pub async fn forge(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        answer(self.client.post(format!("{}{path}", self.address)).header("sec-fetch-site", "cross-site").form(fields))
            .await
    }

    /// Follows redirects of a GET to the page at the end.
    pub async fn open(&self, path: &str) -> Answer {
        let mut answer = self.get(path).await;
        for _ in 0..5 {
            if !answer.status.is_redirection() {
                break;
            }
            answer = self.get(answer.location().to_owned().trim_start_matches(&self.address)).await;
        }
        answer
    }
}

async fn answer(request: reqwest::RequestBuilder) -> Answer {
    received(request).await.unwrap()
}

async fn received(request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
    let response = request.send().await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = response.bytes().await?;
    let packed = headers.get("content-type").is_some_and(|kind| kind.to_str().unwrap().contains("spreadsheetml"));
    let body = if packed { unpacked(&bytes) } else { String::from_utf8_lossy(&bytes).into_owned() };
    Ok(Answer { status, headers, body })
}

/// The text of every file of an archive, found by its directory as any reader finds them.
fn unpacked(bytes: &[u8]) -> String {
    use std::io::Read as _;
    let number = |at: usize, length: usize| {
        bytes[at..at + length].iter().rev().fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
    };
    let end = bytes.len() - 22;
    assert_eq!(number(end, 4), 0x0605_4b50, "no archive");
    let (count, mut entry) = (number(end + 10, 2), number(end + 16, 4));
    let mut text = String::new();
    for _ in 0..count {
        let (packed, name, begins) = (number(entry + 20, 4), number(entry + 28, 2), number(entry + 42, 4));
        let data = begins + 30 + number(begins + 26, 2) + number(begins + 28, 2);
        flate2::read::DeflateDecoder::new(&bytes[data..data + packed]).read_to_string(&mut text).unwrap();
        entry += 46 + name;
    }
    text
}
