//! `/verification`: the state at a glance, and 'verify now'. An auditor verifies the access rows, health staff the signed
//! notes: neither reaches what the other does.

use axum::response::Response;
use leptos::prelude::*;

use super::{parts, store};
use crate::access::{Permission, Side, Subject, seal};
use crate::care::notes;
use crate::error::Result;
use crate::kit::ui::{card, print_head};
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, false).await
}

/// Walks the chains and shows what was found. Nothing is changed, so the answer is the page itself.
pub async fn verify_now(ctx: Ctx) -> Result<Response> {
    show(&ctx, true).await
}

async fn show(ctx: &Ctx, verify: bool) -> Result<Response> {
    match ctx.actor.side {
        Side::Care => signed_notes(ctx, verify).await,
        // The others hold no permission here, and their gate says so.
        Side::System | Side::Custody | Side::Proof => access_rows(ctx, verify).await,
    }
}

async fn access_rows(ctx: &Ctx, verify: bool) -> Result<Response> {
    let mut tx = ctx.system(Permission::SealVerify, Subject::System, "seal").await?;
    let last = store::last_batch(&mut tx).await?;
    let keys = store::keys(&mut tx).await?;
    let found = if verify { Some(seal::verify(&mut tx, &ctx.app.key.trusted(), ctx.now()).await?) } else { None };
    drop(tx);
    let lang = ctx.lang;
    Ok(frame(ctx, || {
        view! {
            {found.as_ref().map(|found| parts::rows_result(lang, found))}
            {card(lang.t("oversight-seal-access"), parts::rows_state(lang, ctx.zone(), last.as_ref()))}
            {card(lang.t("oversight-seal-keys"), parts::keys(lang, ctx.zone(), &keys))}
        }
        .into_any()
    }))
}

async fn signed_notes(ctx: &Ctx, verify: bool) -> Result<Response> {
    let mut tx = ctx.care(Permission::SealVerify, Subject::System, "seal").await?;
    let (signed, last) = store::signed_notes(&mut tx).await?;
    let keys = store::keys(&mut tx).await?;
    let found = if verify { Some(notes::verify(&mut tx, &ctx.app.key.trusted()).await?) } else { None };
    drop(tx);
    let lang = ctx.lang;
    Ok(frame(ctx, || {
        view! {
            {found.as_ref().map(|found| parts::notes_result(lang, found))}
            {card(lang.t("oversight-seal-notes"), parts::notes_state(lang, ctx.zone(), signed, last))}
            {card(lang.t("oversight-seal-keys"), parts::keys(lang, ctx.zone(), &keys))}
        }
        .into_any()
    }))
}

fn frame(ctx: &Ctx, body: impl FnOnce() -> AnyView) -> Response {
    let lang = ctx.lang;
    let title = lang.t("oversight-nav-verification");
    ctx.page(title.clone(), || {
        let at = lang.date_time(ctx.now(), ctx.zone());
        view! {
            {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), at)}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("oversight-verification-lead")}</p>
            {body()}
        }
        .into_any()
    })
}
