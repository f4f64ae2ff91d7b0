//! Backups, as an administrator sees them: when the last good one was made, and a warning when that is too long ago. Making them
//! is the server's and the operator's work; this is what they leave behind in the record.

mod pages;
mod rules;
mod store;
mod views;

pub use pages::page;
pub use rules::State;
pub use store::{last_scheduled, remember};
pub(in crate::admin) use views::summary;

use crate::error::Result;
use crate::kit::db::SystemTx;
use crate::text_enum;
use crate::web::Ctx;

text_enum! {
    /// Who made a backup.
    pub enum How label "backup-how" {
        /// The server, at its hour.
        Schedule = "schedule",
        /// Somebody at the terminal.
        Command = "command",
        /// The operator's own means, reported as good.
        Reported = "reported",
    }
}

/// How it stands with the last good backup.
pub(in crate::admin) async fn state(ctx: &Ctx, tx: &mut SystemTx) -> Result<State> {
    let last = store::last(tx).await?;
    Ok(rules::state(last, ctx.now(), ctx.app.backup_warning))
}
