//! Starts the real server for one test and speaks to it as a browser without scripting would.
//!
//! PostgreSQL comes from `ERGON_TEST_POSTGRES`, which `cargo xtask test` sets to a throw-away cluster.

mod database;
mod statements;

use app::kit::clock::Clock;
use app::kit::db::Engine;
use reqwest::header::{HeaderMap, LOCATION};
use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};
use server::boot::{Running, boot};

pub use database::{TestDatabase, run_as_owner};
pub use statements::{statements, statements_of_page};

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

/// Its hash, of the least work that Argon2id knows. How much work a hash takes stands in it, so that it is checked as any other, and
/// hundreds of tests do not wait for what only an attacker should wait for. What a changed password becomes (`signing_in`) is the
/// product's own.
pub const PASSWORD_HASH: &str =
    "$argon2id$v=19$m=8,t=1,p=1$YSBzYWx0IGZvciB0ZXN0cw$/Tk1S847YU7Cya4Xq/9UzkBmTHukF6rEHfI0kWCuwBA";

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

/// An identifier, as a page or a table shows it, for a statement of an engine.
pub fn sql_id(engine: Engine, id: &str) -> String {
    match engine {
        Engine::Sqlite => format!("x'{}'", id.replace('-', "")),
        Engine::Postgres => format!("'{id}'::uuid"),
    }
}

/// A column of identifiers as the same text on both engines: 32 digits, without dashes.
pub fn id_as_text(engine: Engine, column: &str) -> String {
    match engine {
        Engine::Sqlite => format!("lower(hex({column}))"),
        Engine::Postgres => format!("replace(cast({column} as text), '-', '')"),
    }
}

impl TestApp {
    /// An identifier as this engine writes it.
    pub fn id(&self, n: u128) -> String {
        sql_id(self.engine, &uuid(n).to_string())
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
