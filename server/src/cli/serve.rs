//! `ergon serve`.

use std::process::ExitCode;

use app::kit::clock::Clock;

use super::Outcome;
use crate::boot::boot;
use crate::settings::Settings;

pub async fn run(settings: Settings) -> Outcome {
    let scheme = if settings.has_tls() { "https" } else { "http" };
    tracing::info!(?settings, "settings");
    let mut running = boot(settings, Clock::System).await?.listen().await?;
    tracing::info!("listening on {scheme}://{}", running.address);
    tokio::select! {
        () = running.wait() => {}
        () = asked_to_stop() => {
            tracing::info!("stopping: requests under way are finished first");
            running.stop().await;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Ctrl-C, or the signal that service managers send.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
