//! Databases of their own for tests: with nothing but the schema, or with the demonstration. Each is a copy of one that is made once
//! for each engine and run.

use std::path::PathBuf;

use app::access::keys::InstallationKey;
use app::kit::clock::Clock;
use app::kit::db::{Database, Engine, Pools};
use server::demo::Scale;
use server::settings::Settings;
use sqlx::{AssertSqlSafe, Connection as _};
use tempfile::TempDir;

use super::PASSWORD_HASH;

/// One database of its own, empty or filled.
pub struct TestDatabase {
    pub url: String,
    pub dir: TempDir,
}

impl TestDatabase {
    /// The schema, and what belongs to the program.
    pub async fn empty(engine: Engine) -> Self {
        Self::copy_of(Template::Empty, engine).await
    }

    /// A database of PostgreSQL in which there is nothing at all.
    pub async fn bare_postgres() -> Self {
        Self { url: create_postgres(None).await, dir: TempDir::new().unwrap() }
    }

    /// The demonstration data, and the key that signed it.
    pub async fn demo(engine: Engine) -> Self {
        let made = Self::copy_of(Template::Demo, engine).await;
        std::fs::copy(template_key(), made.dir.path().join("ergon.key")).unwrap();
        made
    }

    async fn copy_of(template: Template, engine: Engine) -> Self {
        let dir = TempDir::new().unwrap();
        let url = match engine {
            Engine::Sqlite => {
                let copy = dir.path().join("ergon.db");
                std::fs::copy(template.on_sqlite().await, &copy).unwrap();
                format!("sqlite://{}", copy.display())
            }
            Engine::Postgres => create_postgres(Some(&template.on_postgres().await)).await,
        };
        Self { url, dir }
    }

    /// Demonstration data of another size, made for this test alone.
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

/// What most tests begin with.
#[derive(Debug, Clone, Copy)]
enum Template {
    Empty,
    Demo,
}

impl Template {
    const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Demo => "demo",
        }
    }

    async fn fill(self, url: &str) {
        match self {
            Self::Empty => {
                app::setup::bring_up_to_date(&Database::parse(url).unwrap(), &Clock::System).await.unwrap();
            }
            Self::Demo => {
                fill(url, template_key(), 24).await;
                let quick =
                    format!("update access_user set password_hash = '{PASSWORD_HASH}' where password_hash is not null");
                run_as_owner(url, &quick).await.unwrap();
            }
        }
    }

    async fn on_sqlite(self) -> PathBuf {
        let file = templates().join(format!("{}.db", self.name()));
        let url = format!("sqlite://{}", file.display());
        once(&format!("{}-sqlite", self.name()), || async {
            self.fill(&url).await;
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

    async fn on_postgres(self) -> String {
        // The key is made with the first demonstration; both engines sign with the same one.
        self.on_sqlite().await;
        let name = format!("{}_template_{}", self.name(), built());
        once(&format!("{}-postgres", self.name()), || async {
            let mut connection = sqlx::PgConnection::connect(&postgres_url()).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(format!("drop database if exists {name}")))
                .execute(&mut connection)
                .await
                .unwrap();
            sqlx::raw_sql(AssertSqlSafe(format!("create database {name}"))).execute(&mut connection).await.unwrap();
            self.fill(&replace_name(&postgres_url(), &name)).await;
        })
        .await;
        name
    }
}
