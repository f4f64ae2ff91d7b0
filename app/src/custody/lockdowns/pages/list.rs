//! Every lockdown of the facility, the latest first.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::Lockdown;
use super::super::store;
use super::area_words;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, Tone, export_links, link_button, pager, print_head, table, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::Lockdown, Subject::Facility(facility), "lockdowns").await?;
    let held = store::list(&mut tx, facility, query.offset()).await?;
    let total = store::count(&mut tx, facility).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("lockdown-title"), || view(&ctx, &query, total, &held)))
}

fn view(ctx: &Ctx, query: &ListQuery, total: i64, held: &[Lockdown]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let headers = ["lockdown-time", "lockdown-area", "lockdown-reason", "lockdown-touched", "lockdown-state"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = held.iter().map(|lockdown| row(ctx, lockdown)).collect();
    view! {
        {print_head(lang, place, lang.t("lockdown-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("lockdown-title")}</h1>
        <p class="lead">{lang.t("lockdown-lead")}</p>
        <div class="actions no-print">{link_button(routes::LOCKDOWN_NEW, lang.t("lockdown-new"))}</div>
        {table(lang.t("lockdown-title"), headers, rows, lang.t("lockdown-none"))}
        {pager(lang, query, total, routes::LOCKDOWNS)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn row(ctx: &Ctx, lockdown: &Lockdown) -> AnyView {
    let lang = ctx.lang;
    let time = lang.date_time(lockdown.starts_at, ctx.zone());
    let counts = lang.t_with("lockdown-counts", &[("n", lockdown.sessions.into()), ("people", lockdown.people.into())]);
    let (tone, state) = state_words(ctx, lockdown);
    view! {
        <tr>
            <th scope="row" class="nowrap"><a href=routes::lockdown(lockdown.id)>{time}</a></th>
            <td>{area_words(lang, lockdown)}</td>
            <td>{lockdown.reason.label(lang)}</td>
            <td>{counts}</td>
            <td>{tag(tone, state)}</td>
        </tr>
    }
    .into_any()
}

pub(super) fn state_words(ctx: &Ctx, lockdown: &Lockdown) -> (Tone, String) {
    let lang = ctx.lang;
    match lockdown.undone_at {
        Some(at) => (Tone::Plain, lang.t_with("lockdown-undone-at", &[("at", lang.date_time(at, ctx.zone()).into())])),
        None if lockdown.ends_at <= ctx.now() => (Tone::Plain, lang.t("lockdown-over").into_owned()),
        None => (Tone::Bad, lang.t("lockdown-holds").into_owned()),
    }
}
