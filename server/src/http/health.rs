//! Whether the process lives, and whether it can work.

use app::sql_one;
use app::web::AppState;
use axum::extract::State;
use axum::http::StatusCode;

pub async fn healthz() -> &'static str {
    "ok\n"
}

/// Ready when the database answers.
pub async fn readyz(State(state): State<AppState>) -> (StatusCode, &'static str) {
    let answer = async {
        let mut tx = state.gate.unattended_read().await?;
        sql_one!(&mut tx, (i64,), "select count(*) from access_key")
    };
    match answer.await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n"),
    }
}
