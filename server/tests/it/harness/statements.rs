//! How many statements a visit runs. The counter is the whole process's, and the server's jobs run beside.

use std::time::Duration;

use app::kit::db::statements_run;
use reqwest::StatusCode;

use super::Browser;

/// A job that runs no statement for this long is between two turns.
const QUIET: Duration = Duration::from_millis(60);

/// The statements of one visit: the least of four, begun while no job was at work. What a server has to do when it starts, as
/// placing every series, may take longer than all four together.
pub async fn statements(mut visit: impl AsyncFnMut()) -> u64 {
    let mut least = u64::MAX;
    quiet().await;
    for _ in 0..4 {
        let before = statements_run();
        visit().await;
        least = least.min(statements_run() - before);
    }
    least
}

/// The statements of a page that opens.
pub async fn statements_of_page(browser: &Browser, path: &str) -> u64 {
    statements(async || assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}")).await
}

async fn quiet() {
    loop {
        let before = statements_run();
        tokio::time::sleep(QUIET).await;
        if statements_run() == before {
            return;
        }
    }
}
