//! `/account/second-factor`: where a user sets up a second factor, gets recovery codes, and reads that one was taken away.

use axum::response::Response;
use tower_sessions::Session;

use super::rules::{Demand, OFFER_HOLDS, new_codes};
use super::store;
use super::store::Held;
use super::totp::Secret;
use super::vault::Vault;
use super::views::{self, Shown};
use crate::access::session_store::id_hash;
use crate::access::{Denied, store as accounts};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::{DbError, ProofTx};
use crate::kit::form::Fields;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "second_factor";

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new()).await
}

async fn show(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let mut tx = ctx.app.gate.proof_read().await?;
    let held = store::held(&mut tx, ctx.actor.id).await?;
    drop(tx);
    // Whoever finds the page open later must not read a secret that is still to be put in force.
    let offered = held.as_ref().filter(|_| ctx.is_fresh()).and_then(|held| offer(ctx, held)).map(|(secret, _)| secret);
    let mut tx = ctx.app.gate.unattended_read().await?;
    let removals = store::untold(&mut tx, ctx.actor.id).await?;
    drop(tx);
    let shown = Shown { held: held.as_ref(), offered: offered.as_ref(), removals: &removals, fields: &fields };
    let title = ctx.lang.t("factor-title");
    let body = || views::page(ctx, &shown);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// The secret that was shown lately and waits for its first code, with how it is kept.
fn offer(ctx: &Ctx, held: &Held) -> Option<(Secret, Vec<u8>)> {
    let sealed = held.offered.clone()?;
    held.offered_at.filter(|at| ctx.now() - *at < OFFER_HOLDS)?;
    Some((ctx.app.key.vault().open(ctx.actor.id, &sealed)?, sealed))
}

/// Makes a new secret. The one in force holds until the new one has given its first code.
pub async fn start(ctx: Ctx) -> Result<Response> {
    if ctx.actor.standing.demand == Demand::Off && !ctx.actor.standing.has_factor {
        return Err(AppError::Denied(Denied::RoleNotEnough));
    }
    let sealed = ctx.app.key.vault().seal(ctx.actor.id, &Secret::random()).ok_or(AppError::Internal)?;
    let mut tx = ctx.app.gate.own_proof(&ctx.actor, OBJECT).await?;
    store::offer(&mut tx, ctx.actor.id, &sealed, ctx.now()).await?;
    tx.commit().await?;
    Ok(crate::web::answers::redirect(routes::SECOND_FACTOR))
}

/// Puts the new secret in force by its first code, ends what was opened without it, and shows the recovery codes.
pub async fn confirm(ctx: Ctx, session: Session, mut fields: Fields) -> Result<Response> {
    let typed: String = fields.get("code").chars().filter(char::is_ascii_digit).collect();
    fields.set("code", "");
    let mut tx = ctx.app.gate.own_proof(&ctx.actor, OBJECT).await?;
    let offered = store::held(&mut tx, ctx.actor.id).await?.as_ref().and_then(|held| offer(&ctx, held));
    let Some((secret, sealed)) = offered else {
        drop(tx);
        // Pressed twice, or too late: the page says how it stands.
        return Ok(ctx.redirect_with(routes::SECOND_FACTOR, "flash-factor-not-waiting"));
    };
    let Some(step) = secret.step_of(&typed, ctx.now()) else {
        drop(tx);
        if !ctx.is_fresh() {
            // The secret is no longer shown, so there is nothing to try again with.
            return Ok(ctx.redirect_with(routes::SECOND_FACTOR, "flash-factor-not-waiting"));
        }
        fields.error("code", Msg::new("factor-first-wrong"));
        return show(&ctx, fields).await;
    };
    if !store::confirm(&mut tx, ctx.actor.id, &sealed, step, ctx.now()).await? {
        return Err(AppError::Stale);
    }
    let codes = replace_codes(&mut tx, &ctx, &ctx.app.key.vault()).await?;
    let here = session.id().map(id_hash).unwrap_or_default();
    accounts::end_other_sessions(&mut tx, ctx.actor.id, &here, ctx.now()).await?;
    store::mark_proved(&mut tx, &here, None, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.page(ctx.lang.t("factor-codes"), || views::codes(&ctx, &codes)))
}

async fn replace_codes(tx: &mut ProofTx, ctx: &Ctx, vault: &Vault) -> Result<Vec<String>, DbError> {
    let codes = new_codes();
    let digests: Vec<_> = codes.iter().map(|code| vault.digest(ctx.actor.id, code)).collect();
    store::replace_codes(tx, ctx.actor.id, &digests, ctx.now()).await?;
    Ok(codes)
}

/// New recovery codes; the old ones open nothing any more.
pub async fn codes(ctx: Ctx) -> Result<Response> {
    if !ctx.actor.standing.has_factor {
        return Err(AppError::NotFound);
    }
    let mut tx = ctx.app.gate.own_proof(&ctx.actor, OBJECT).await?;
    let codes = replace_codes(&mut tx, &ctx, &ctx.app.key.vault()).await?;
    tx.commit().await?;
    Ok(ctx.page(ctx.lang.t("factor-codes"), || views::codes(&ctx, &codes)))
}

/// The user's own wish to go without, where the role does not ask for one.
pub async fn end(ctx: Ctx) -> Result<Response> {
    if ctx.actor.standing.demand == Demand::Obligatory {
        return Err(AppError::Denied(Denied::RoleNotEnough));
    }
    let mut tx = ctx.app.gate.own_proof(&ctx.actor, OBJECT).await?;
    store::remove(&mut tx, ctx.actor.id).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SECOND_FACTOR, "flash-factor-ended"))
}

/// The user has read that a factor was taken away.
pub async fn told(ctx: Ctx) -> Result<Response> {
    let mut tx = ctx.system_write_own(OBJECT).await?;
    store::told(&mut tx, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(crate::web::answers::redirect(routes::SECOND_FACTOR))
}
