//! `/verification`: the state at a glance, and 'verify now'. An auditor verifies the access rows, health staff the signed
//! notes: neither reaches what the other does.

use axum::response::Response;
use leptos::prelude::*;

use super::store::{self, LastBatch};
use crate::access::seal::{self, Fault, Verified};
use crate::access::{Permission, Side, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, button, card, empty, facts, notice, post_form, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

/// Faults listed on the page; beyond these the record needs more help than a page can give.
const MOST: usize = 200;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, false).await
}

/// Walks the chain and shows what was found. Nothing is changed, so the answer is the page itself.
pub async fn verify_now(ctx: Ctx) -> Result<Response> {
    show(&ctx, true).await
}

async fn show(ctx: &Ctx, verify: bool) -> Result<Response> {
    match ctx.actor.side {
        Side::Care => for_care(ctx).await,
        Side::System | Side::Custody => for_auditor(ctx, verify).await,
    }
}

async fn for_auditor(ctx: &Ctx, verify: bool) -> Result<Response> {
    let mut tx = ctx.system(Permission::SealVerify, Subject::System, "seal").await?;
    let last = store::last_batch(&mut tx).await?;
    let keys = store::keys(&mut tx).await?;
    let found = if verify { Some(seal::verify(&mut tx, &ctx.app.key.public(), ctx.now()).await?) } else { None };
    drop(tx);
    let lang = ctx.lang;
    Ok(frame(ctx, || {
        let keys = keys
            .iter()
            .map(|(id, since)| view! { <li><code>{id.clone()}</code>{format!(" · {}", lang.date_time(*since, ctx.zone()))}</li> })
            .collect_view();
        view! {
            {found.as_ref().map(|found| result(lang, found))}
            {card(lang.t("oversight-seal-access"), state(ctx, last.as_ref()))}
            {card(lang.t("oversight-seal-keys"), view! { <ul>{keys}</ul> }.into_any())}
        }
        .into_any()
    }))
}

async fn for_care(ctx: &Ctx) -> Result<Response> {
    let mut tx = ctx.care(Permission::SealVerify, Subject::System, "seal").await?;
    let (notes, last) = store::signed_notes(&mut tx).await?;
    drop(tx);
    let lang = ctx.lang;
    Ok(frame(ctx, || {
        let last = last.map_or_else(|| "–".to_owned(), |at| lang.date_time(at, ctx.zone()));
        let state = facts(vec![
            (lang.t("oversight-notes-signed").into_owned(), notes.to_string().into_any()),
            (lang.t("oversight-notes-last").into_owned(), last.into_any()),
        ]);
        card(lang.t("oversight-seal-notes"), state)
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

/// How far the chain is sealed, and the button that walks it.
fn state(ctx: &Ctx, last: Option<&LastBatch>) -> AnyView {
    let lang = ctx.lang;
    let Some(last) = last else { return empty(lang.t("oversight-seal-none"), None) };
    let state = facts(vec![
        (lang.t("oversight-seal-rows").into_owned(), last.last_seq.to_string().into_any()),
        (lang.t("oversight-seal-last").into_owned(), lang.date_time(last.sealed_at, ctx.zone()).into_any()),
        (lang.t("oversight-seal-batch").into_owned(), format!("{}–{}", last.first_seq, last.last_seq).into_any()),
        (lang.t("oversight-seal-key").into_owned(), view! { <code>{last.key_id.clone()}</code> }.into_any()),
    ]);
    let form = post_form(
        routes::VERIFICATION,
        view! {
            <p class="hint">{lang.t("oversight-verify-hint")}</p>
            <div class="actions">{button(lang.t("oversight-verify-now"))}</div>
        }
        .into_any(),
    );
    view! { {state} {form} }.into_any()
}

fn result(lang: Lang, found: &Verified) -> AnyView {
    let checked = [("n", found.rows.into())];
    if found.faults.is_empty() {
        return notice(Tone::Ok, lang.t_with("oversight-verified", &checked));
    }
    let headers = vec![Header::new(lang.t("oversight-fault-row")), Header::new(lang.t("oversight-fault"))];
    let rows = found.faults.iter().take(MOST).map(|fault| fault_row(lang, fault)).collect();
    let title = lang.t_with("oversight-faults", &[("n", found.faults.len().into()), ("rows", found.rows.into())]);
    view! {
        {notice(Tone::Bad, title)}
        {table_under_heading(lang.t("oversight-fault"), headers, rows, "")}
    }
    .into_any()
}

fn fault_row(lang: Lang, fault: &Fault) -> AnyView {
    let (row, key) = match fault {
        Fault::Changed(id) => (format!("access_entry {id}"), "oversight-fault-changed"),
        Fault::Missing(id) => (format!("access_entry {id}"), "oversight-fault-missing"),
        Fault::NotSealed(id) => (format!("access_entry {id}"), "oversight-fault-not-sealed"),
        Fault::Gap(number) => (format!("access_seal {number}"), "oversight-fault-gap"),
        Fault::Unsigned(number) => (format!("access_seal {number}"), "oversight-fault-unsigned"),
        Fault::Signature(number) => (format!("access_seal_batch {number}"), "oversight-fault-signature"),
    };
    view! { <tr><td><code>{row}</code></td><td>{lang.t(key)}</td></tr> }.into_any()
}
