//! `/metrics` for the operator's own monitoring, on an address of its own at loopback: counts and times, no person.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::Router;
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use axum::routing::get;

static REQUESTS: [AtomicU64; 6] = [const { AtomicU64::new(0) }; 6];
static MICROSECONDS: AtomicU64 = AtomicU64::new(0);

/// Counts every answer by its hundred.
pub async fn count(request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let response = next.run(request).await;
    if let Some(counter) = REQUESTS.get(usize::from(response.status().as_u16() / 100)) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
    MICROSECONDS.fetch_add(u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    response
}

/// Serves them until the process ends.
pub async fn serve(address: SocketAddr) -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind(address).await?;
    let router = Router::new().route("/metrics", get(|| async { text() }));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

fn text() -> String {
    let mut out = String::from("# TYPE ergon_responses_total counter\n");
    for (hundred, counter) in REQUESTS.iter().enumerate().skip(1) {
        out.push_str(&format!("ergon_responses_total{{class=\"{hundred}xx\"}} {}\n", counter.load(Ordering::Relaxed)));
    }
    out.push_str("# TYPE ergon_response_microseconds_total counter\n");
    out.push_str(&format!("ergon_response_microseconds_total {}\n", MICROSECONDS.load(Ordering::Relaxed)));
    out.push_str("# TYPE ergon_statements_total counter\n");
    out.push_str(&format!("ergon_statements_total {}\n", app::kit::db::statements_run()));
    out
}
