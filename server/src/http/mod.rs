//! The HTTP side of the server: the product's router within sessions, origin check, headers, limits and compression.

pub mod headers;
pub mod health;
pub mod metrics;
pub mod origin;
pub mod site;

use std::time::Duration;

use app::access::session_store::DbSessions;
use app::routes::routes;
use app::web::AppState;
use app::web::answers::{error_pages, settle};
use app::web::context::identify;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::timeout::TimeoutLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};

/// The largest request: an import file of 50,000 people is about 6 MiB.
const LARGEST: usize = 16 * 1024 * 1024;
/// Longer than any page takes; a request that hangs does not hang for ever.
const LONGEST: Duration = Duration::from_secs(60);

/// Everything that the server answers.
pub fn router(state: &AppState) -> Router {
    let sessions = SessionManagerLayer::new(DbSessions::new(state.gate.clone()))
        .with_name(if state.secure { "__Host-ergon" } else { "ergon" })
        .with_secure(state.secure)
        .with_http_only(true)
        .with_same_site(SameSite::Strict)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(time::Duration::hours(12)));
    let (product, _) = routes();
    // From the inside outwards: the last layer sees the request first.
    let product = product
        .layer(from_fn(settle))
        .layer(from_fn(error_pages))
        .layer(CatchPanicLayer::custom(|_| {
            tracing::error!("a handler panicked");
            axum::response::IntoResponse::into_response(app::error::AppError::Internal)
        }))
        .fallback(|| async { app::error::AppError::NotFound })
        .layer(from_fn(error_pages))
        .layer(from_fn_with_state(state.clone(), identify))
        .layer(sessions)
        .layer(from_fn(origin::check))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .with_state(state.clone());
    Router::new()
        .route("/healthz", axum::routing::get(health::healthz))
        .route("/readyz", axum::routing::get(health::readyz).with_state(state.clone()))
        .nest("/site", site::router())
        .merge(product)
        .layer(from_fn(metrics::count))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest))
        .layer(from_fn_with_state(state.secure, headers::secure))
}
