//! From settings to a server that is listening: the same path for `ergon serve` and for the tests.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use app::access::Gate;
use app::access::keys::{InstallationKey, KeyError};
use app::access::recorder::Recorder;
use app::kit::clock::Clock;
use app::kit::db::{DbError, Pools};
use app::setup::bring_up_to_date;
use app::web::AppState;
use axum::Router;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;

use crate::http;
use crate::jobs;
use crate::settings::{BadSettings, Settings};

#[derive(Debug, thiserror::Error)]
pub enum BootError {
    #[error(transparent)]
    Settings(#[from] BadSettings),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error("the database cannot be reached or brought up to date: {0}")]
    Database(String),
    #[error(
        "the database holds demonstration users whose password everybody knows: it is served on loopback only (allow_demo_beyond_loopback)"
    )]
    Demo,
    #[error("a measure that belongs to the program cannot be relied on: {0}")]
    Measure(#[from] app::care::measures::definition::Fault),
    #[error("{0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    #[error("TLS certificate or key: {0}")]
    Tls(std::io::Error),
}

impl From<DbError> for BootError {
    fn from(error: DbError) -> Self {
        Self::Database(error.to_string())
    }
}

/// A server that is ready to listen.
#[derive(Debug)]
pub struct Booted {
    pub state: AppState,
    pub router: Router,
    settings: Settings,
    pools: Pools,
}

/// Migrates the database and opens everything that the server needs.
pub async fn boot(settings: Settings, clock: Clock) -> Result<Booted, BootError> {
    settings.check_serving()?;
    app::care::measures::library::check()?;
    let database = settings.database()?;
    bring_up_to_date(&database, &clock).await.map_err(|error| BootError::Database(error.to_string()))?;
    let pools = Pools::open(&database).await?;
    let key = Arc::new(InstallationKey::load_or_create(&settings.key_file)?);
    let gate = Gate::new(pools.clone(), Recorder::start(pools.clone()), clock);
    if !settings.listen.ip().is_loopback()
        && !settings.allow_demo_beyond_loopback
        && jobs::has_demo_users(&gate).await?
    {
        return Err(BootError::Demo);
    }
    let state = AppState {
        gate,
        key,
        site: Arc::new(http::site::names()),
        secure: settings.is_secure(),
        backup_warning: settings.backup_warning(),
    };
    let router = http::router(&state);
    Ok(Booted { state, router, settings, pools })
}

/// A server that is listening; dropping it does not stop it, [`Running::stop`] does.
#[derive(Debug)]
pub struct Running {
    pub address: SocketAddr,
    handle: Handle<SocketAddr>,
    serving: tokio::task::JoinHandle<std::io::Result<()>>,
    jobs: tokio::task::JoinHandle<()>,
    pools: Pools,
}

impl Booted {
    /// Starts listening and the jobs.
    pub async fn listen(self) -> Result<Running, BootError> {
        let refused = |error| BootError::Listen(self.settings.listen, error);
        let listener = std::net::TcpListener::bind(self.settings.listen).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let handle = Handle::new();
        let service = self.router.into_make_service();
        let serving = match (&self.settings.tls_certificate, &self.settings.tls_key) {
            (Some(certificate), Some(key)) => {
                // A second call finds the provider there already, which is just as well.
                let _ = rustls::crypto::ring::default_provider().install_default();
                let config = RustlsConfig::from_pem_file(certificate, key).await.map_err(BootError::Tls)?;
                let server = axum_server::from_tcp_rustls(listener, config).map_err(refused)?;
                tokio::spawn(server.handle(handle.clone()).serve(service))
            }
            _ => {
                let server = axum_server::from_tcp(listener).map_err(refused)?;
                tokio::spawn(server.handle(handle.clone()).serve(service))
            }
        };
        if let Some(metrics) = self.settings.metrics_listen {
            http::metrics::serve(metrics).await.map_err(|error| BootError::Listen(metrics, error))?;
        }
        let jobs = tokio::spawn(jobs::run(
            self.state.gate.clone(),
            self.state.key.clone(),
            self.settings.import_folder.clone(),
            self.settings.backup_plan()?,
        ));
        Ok(Running { address, handle, serving, jobs, pools: self.pools })
    }
}

impl Running {
    /// Lets the requests under way finish, for ten seconds at most, then seals and closes.
    pub async fn stop(self) {
        self.handle.graceful_shutdown(Some(Duration::from_secs(10)));
        let _ = self.serving.await;
        self.jobs.abort();
        self.pools.close().await;
    }

    /// Waits until the server ends by itself.
    pub async fn wait(&mut self) {
        let _ = (&mut self.serving).await;
    }
}
