//! Settings: defaults, then a file, then the environment (`ERGON_DATABASE_URL`, `ERGON_LISTEN`, …), then the command line.
//! Whatever is secret is a [`Secret`], which no log can print.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use app::kit::db::{Database, Engine, Side};
use chrono::TimeDelta;
use serde::Deserialize;

use crate::keeping::backup::Order;
use crate::keeping::keep::Plan;
use crate::keeping::vault::recipients;

/// A text that shows as `[redacted]` wherever it is printed.
#[derive(Clone, Deserialize, PartialEq, Eq)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[derive(Debug, Clone, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `sqlite://path` or `postgres://…`.
    pub database_url: Secret,
    /// PostgreSQL only: addresses of the sides' own sign-ins. Without them the pools take on the roles with `set role`.
    pub care_database_url: Option<Secret>,
    pub custody_database_url: Option<Secret>,
    pub system_database_url: Option<Secret>,
    pub proof_database_url: Option<Secret>,
    pub listen: SocketAddr,
    /// The installation's signing key; made when it is not there.
    pub key_file: PathBuf,
    pub tls_certificate: Option<PathBuf>,
    pub tls_key: Option<PathBuf>,
    /// A proxy in front of this server does TLS: plain HTTP beyond loopback is then allowed.
    pub behind_tls_proxy: bool,
    /// Let a database with demonstration users be served beyond loopback.
    pub allow_demo_beyond_loopback: bool,
    /// Where `/metrics` is served; loopback only.
    pub metrics_listen: Option<SocketAddr>,
    /// Files of the prison's own system are taken up from here; not at all when there is none.
    pub import_folder: Option<PathBuf>,
    /// SQLite only: the server puts a backup here once a day; not at all when there is none.
    pub backup_folder: Option<PathBuf>,
    /// Public keys that may open the backups, age1….
    pub backup_recipients: Vec<String>,
    /// The hour of the day, in UTC, after which the backup is made.
    pub backup_hour: u32,
    /// So many backups stay in the folder.
    pub backup_keep: usize,
    /// After so many hours without a good backup the administrators are warned, whoever makes the backups.
    pub backup_warn_hours: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            database_url: Secret("sqlite://ergon.db".to_owned()),
            care_database_url: None,
            custody_database_url: None,
            system_database_url: None,
            proof_database_url: None,
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            key_file: PathBuf::from("ergon.key"),
            tls_certificate: None,
            tls_key: None,
            behind_tls_proxy: false,
            allow_demo_beyond_loopback: false,
            metrics_listen: None,
            import_folder: None,
            backup_folder: None,
            backup_recipients: Vec::new(),
            backup_hour: 1,
            backup_keep: 14,
            backup_warn_hours: 48,
        }
    }
}

/// Settings that cannot be used, in words for the person who runs the server.
#[derive(Debug, thiserror::Error)]
pub enum BadSettings {
    #[error("the settings file {0} cannot be read: {1}")]
    File(String, String),
    #[error("{0}: {1}")]
    Variable(&'static str, String),
    #[error("{0}")]
    Database(String),
    #[error("there is no database at {0}: ERGON_DATABASE_URL, or database_url in the settings file, says where it is")]
    NoDatabase(String),
    #[error("plain HTTP is served on loopback only: give tls_certificate and tls_key, or say behind_tls_proxy = true")]
    PlainHttp,
    #[error("tls_certificate and tls_key must be given together")]
    HalfTls,
    #[error("import_folder: {0} is not a folder")]
    ImportFolder(String),
    #[error("backup_folder: {0}")]
    Backup(String),
    #[error("metrics_listen must be a loopback address")]
    Metrics,
}

impl Settings {
    /// Defaults, then `file` when one is named (or `ergon.toml` when it is there), then the environment.
    pub fn load(file: Option<&Path>) -> Result<Self, BadSettings> {
        let mut settings = match file {
            Some(path) => Self::from_file(path)?,
            None if Path::new("ergon.toml").exists() => Self::from_file(Path::new("ergon.toml"))?,
            None => Self::default(),
        };
        settings.read_environment(|name| std::env::var(name).ok())?;
        Ok(settings)
    }

    fn from_file(path: &Path) -> Result<Self, BadSettings> {
        let bad = |error: String| BadSettings::File(path.display().to_string(), error);
        let text = std::fs::read_to_string(path).map_err(|error| bad(error.to_string()))?;
        toml::from_str(&text).map_err(|error| bad(error.message().to_owned()))
    }

    fn read_environment(&mut self, read: impl Fn(&str) -> Option<String>) -> Result<(), BadSettings> {
        fn set<T: std::str::FromStr>(
            place: &mut T,
            name: &'static str,
            value: Option<String>,
        ) -> Result<(), BadSettings> {
            if let Some(value) = value {
                *place =
                    value.parse().map_err(|_| BadSettings::Variable(name, "this value cannot be read".to_owned()))?;
            }
            Ok(())
        }
        if let Some(url) = read("ERGON_DATABASE_URL") {
            self.database_url = Secret(url);
        }
        for (name, place) in [
            ("ERGON_CARE_DATABASE_URL", &mut self.care_database_url),
            ("ERGON_CUSTODY_DATABASE_URL", &mut self.custody_database_url),
            ("ERGON_SYSTEM_DATABASE_URL", &mut self.system_database_url),
            ("ERGON_PROOF_DATABASE_URL", &mut self.proof_database_url),
        ] {
            if let Some(url) = read(name) {
                *place = Some(Secret(url));
            }
        }
        set(&mut self.listen, "ERGON_LISTEN", read("ERGON_LISTEN"))?;
        set(&mut self.key_file, "ERGON_KEY_FILE", read("ERGON_KEY_FILE"))?;
        set(&mut self.behind_tls_proxy, "ERGON_BEHIND_TLS_PROXY", read("ERGON_BEHIND_TLS_PROXY"))?;
        set(
            &mut self.allow_demo_beyond_loopback,
            "ERGON_ALLOW_DEMO_BEYOND_LOOPBACK",
            read("ERGON_ALLOW_DEMO_BEYOND_LOOPBACK"),
        )?;
        for (name, place) in [
            ("ERGON_TLS_CERTIFICATE", &mut self.tls_certificate),
            ("ERGON_TLS_KEY", &mut self.tls_key),
            ("ERGON_IMPORT_FOLDER", &mut self.import_folder),
            ("ERGON_BACKUP_FOLDER", &mut self.backup_folder),
        ] {
            if let Some(path) = read(name) {
                *place = Some(PathBuf::from(path));
            }
        }
        if let Some(keys) = read("ERGON_BACKUP_RECIPIENTS") {
            self.backup_recipients = keys.split([',', ' ']).filter(|key| !key.is_empty()).map(str::to_owned).collect();
        }
        set(&mut self.backup_hour, "ERGON_BACKUP_HOUR", read("ERGON_BACKUP_HOUR"))?;
        set(&mut self.backup_keep, "ERGON_BACKUP_KEEP", read("ERGON_BACKUP_KEEP"))?;
        set(&mut self.backup_warn_hours, "ERGON_BACKUP_WARN_HOURS", read("ERGON_BACKUP_WARN_HOURS"))?;
        if let Some(address) = read("ERGON_METRICS_LISTEN") {
            self.metrics_listen = Some(
                address
                    .parse()
                    .map_err(|_| BadSettings::Variable("ERGON_METRICS_LISTEN", "not an address".to_owned()))?,
            );
        }
        Ok(())
    }

    /// The database these settings name, with the sides' own addresses.
    pub fn database(&self) -> Result<Database, BadSettings> {
        let bad = |error: &dyn std::fmt::Display| BadSettings::Database(error.to_string());
        let mut database = Database::parse(self.database_url.reveal()).map_err(|error| bad(&error))?;
        for (side, url) in [
            (Side::Care, &self.care_database_url),
            (Side::Custody, &self.custody_database_url),
            (Side::System, &self.system_database_url),
            (Side::Proof, &self.proof_database_url),
        ] {
            if let Some(url) = url {
                database = database.with_side(side, url.reveal()).map_err(|error| bad(&error))?;
            }
        }
        Ok(database)
    }

    /// As [`Self::database`], for what reads a record that is there already: SQLite does not say which file it misses.
    pub fn existing_database(&self) -> Result<Database, BadSettings> {
        let database = self.database()?;
        match &database {
            Database::Sqlite { path } if !path.exists() => Err(BadSettings::NoDatabase(path.display().to_string())),
            _ => Ok(database),
        }
    }

    #[must_use]
    pub fn has_tls(&self) -> bool {
        self.tls_certificate.is_some()
    }

    /// Whether browsers reach this server over TLS, so that cookies may say `Secure`.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.has_tls() || self.behind_tls_proxy
    }

    #[must_use]
    pub fn backup_warning(&self) -> TimeDelta {
        TimeDelta::hours(i64::from(self.backup_warn_hours))
    }

    /// The server's own backups, when they are set up; a setting that would make none is told at once.
    pub fn backup_plan(&self) -> Result<Option<Plan>, BadSettings> {
        let Some(folder) = &self.backup_folder else { return Ok(None) };
        let bad = |said: &str| Err(BadSettings::Backup(said.to_owned()));
        let database = self.database()?;
        if database.engine() != Engine::Sqlite {
            return bad(
                "PostgreSQL is backed up by its own tools; report what they make by `ergon backup --report-good`",
            );
        }
        if !folder.is_dir() {
            return bad(&format!("{} is not a folder", folder.display()));
        }
        if self.backup_recipients.is_empty() {
            return bad("backup_recipients must name a public key; `ergon key recipient` makes one");
        }
        if let Err(error) = recipients(&self.backup_recipients) {
            return bad(&error.to_string());
        }
        if self.backup_hour > 23 || self.backup_keep == 0 {
            return bad("backup_hour must be 0 to 23, and backup_keep at least 1");
        }
        let order = Order { folder: folder.clone(), recipients: self.backup_recipients.clone(), key: None };
        Ok(Some(Plan { database, order, hour: self.backup_hour, keep: self.backup_keep }))
    }

    /// Refuses what would send passwords in the clear.
    pub fn check_serving(&self) -> Result<(), BadSettings> {
        if self.tls_certificate.is_some() != self.tls_key.is_some() {
            return Err(BadSettings::HalfTls);
        }
        if !self.is_secure() && !self.listen.ip().is_loopback() {
            return Err(BadSettings::PlainHttp);
        }
        if self.metrics_listen.is_some_and(|address| !address.ip().is_loopback()) {
            return Err(BadSettings::Metrics);
        }
        if let Some(folder) = self.import_folder.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(BadSettings::ImportFolder(folder.display().to_string()));
        }
        self.backup_plan()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_overrides_the_file() {
        let mut settings: Settings = toml::from_str("listen = '127.0.0.1:4000'\nbehind_tls_proxy = true").unwrap();
        settings.read_environment(|name| (name == "ERGON_LISTEN").then(|| "127.0.0.1:5000".to_owned())).unwrap();
        assert_eq!((settings.listen.port(), settings.behind_tls_proxy), (5000, true));
    }

    #[test]
    fn secrets_do_not_print() {
        let settings = Settings { database_url: "postgres://ergon:hunter2@db/ergon".into(), ..Settings::default() };
        assert!(!format!("{settings:?}").contains("hunter2"));
    }

    #[test]
    fn plain_http_stays_at_home() {
        let public = Settings { listen: "0.0.0.0:80".parse().unwrap(), ..Settings::default() };
        assert!(matches!(public.check_serving(), Err(BadSettings::PlainHttp)));
        assert!(Settings { behind_tls_proxy: true, ..public }.check_serving().is_ok());
        assert!(Settings::default().check_serving().is_ok());
    }

    #[test]
    fn a_watched_folder_must_be_there() {
        let watching = |folder: &str| Settings { import_folder: Some(folder.into()), ..Settings::default() };
        assert!(matches!(watching("/no/such/folder").check_serving(), Err(BadSettings::ImportFolder(_))));
        assert!(watching("/").check_serving().is_ok());
    }

    #[test]
    fn backups_are_set_up_whole_or_refused() {
        let key = "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq";
        let plan = |folder: &str, recipients: &[&str], url: &str| {
            let recipients = recipients.iter().map(|&key| key.to_owned()).collect();
            let (backup_folder, database_url) = (Some(folder.into()), url.into());
            Settings { backup_folder, backup_recipients: recipients, database_url, ..Settings::default() }.backup_plan()
        };
        let cases = [
            (plan("/", &[], "sqlite://x.db"), "must name a public key"),
            (plan("/", &[key], "sqlite://x.db"), "not a public key"),
            (plan("/no/such/folder", &[], "sqlite://x.db"), "is not a folder"),
            (plan("/", &[], "postgres://u@h/d"), "--report-good"),
        ];
        for (refused, expected) in cases {
            let said = refused.unwrap_err().to_string();
            assert!(said.contains(expected), "{said}");
        }
        assert!(Settings::default().backup_plan().unwrap().is_none());
    }

    #[test]
    fn an_unknown_scheme_is_told() {
        let settings = Settings { database_url: "mysql://x".into(), ..Settings::default() };
        assert!(settings.database().unwrap_err().to_string().contains("sqlite:// or postgres://"));
    }

    #[test]
    fn a_database_that_is_not_there_is_named() {
        let settings = Settings { database_url: "sqlite:///no/such/folder/ergon.db".into(), ..Settings::default() };
        assert!(settings.database().is_ok());
        let said = settings.existing_database().unwrap_err().to_string();
        assert!(said.contains("/no/such/folder/ergon.db") && said.contains("ERGON_DATABASE_URL"), "{said}");
    }
}
