//! The second factor: a code of an app on the user's phone, asked for at sign-in after the password and once more before what weighs
//! most. [`totp`] makes and compares codes, [`vault`] seals the secrets, [`rules`] says who is asked, [`pages`] is where a user sets one
//! up. Nobody but the user ever sees a secret; an administrator can take a factor away and nothing else.

pub mod pages;
pub mod rules;
pub mod store;
pub mod totp;
pub mod vault;
mod views;

pub use rules::Demand;
pub(crate) use views::{code_field, told_banner};

use chrono::{DateTime, Utc};

use super::rules::rest_after;
use crate::error::Result;
use crate::kit::db::DbError;
use crate::kit::ids::UserId;
use crate::web::AppState;
use rules::Typed;

/// How it stands with the proof of a signed-in user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub has_factor: bool,
    pub demand: Demand,
    /// When this session has last given proof.
    pub proved_at: Option<DateTime<Utc>>,
    /// A factor was taken away, and the user has not read why.
    pub untold: bool,
}

impl Default for Standing {
    fn default() -> Self {
        Self { has_factor: false, demand: Demand::Offered, proved_at: None, untold: false }
    }
}

impl Standing {
    /// Nothing else can be done before a factor is set up.
    #[must_use]
    pub fn must_enrol(&self) -> bool {
        self.demand == Demand::Obligatory && !self.has_factor
    }
}

/// Whether this is the user's code of now, or a recovery code that has not been used. Either counts once; wrong ones are counted,
/// and while the factor rests the right one is refused as well.
pub async fn is_right(app: &AppState, user: UserId, typed: &str) -> Result<bool> {
    let (now, vault) = (app.gate.clock.now(), app.key.vault());
    let mut tx = app.gate.proof_write().await?;
    let Some((failures, sealed)) = store::attempt(&mut tx, user, now).await? else { return Ok(false) };
    let right = match Typed::read(typed) {
        Some(Typed::Code(code)) => match vault.open(user, &sealed) {
            Some(secret) => match secret.step_of(&code, now) {
                Some(step) => store::take_step(&mut tx, user, step).await?,
                None => false,
            },
            None => {
                tracing::error!("a second factor was sealed with the key of another installation");
                false
            }
        },
        Some(Typed::Recovery(code)) => store::take_code(&mut tx, user, &vault.digest(user, &code), now).await?,
        None => false,
    };
    if right {
        store::succeeded(&mut tx, user).await?;
    } else {
        store::rest(&mut tx, user, rest_after(failures).map(|rest| now + rest)).await?;
    }
    tx.commit().await?;
    Ok(right)
}

/// Whether a user must be asked for a code after the password.
pub async fn asks(app: &AppState, user: UserId) -> Result<bool, DbError> {
    let mut tx = app.gate.unattended_read().await?;
    store::has_factor(&mut tx, user).await
}
