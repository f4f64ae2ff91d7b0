//! The register of a day's prints: which lists are out, which no longer hold, and which wings know it.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{self, Registered};
use super::super::words;
use super::changes::{printed, seen_words};
use crate::custody::day;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Button, Field, Header, Tone, button_quiet, error_summary, export_links, get_form, link_button_quiet,
    table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    if !fields.get("number").is_empty() {
        let found = match fields.number("number", 1, i32::MAX) {
            Some(number) => api::by_number(&ctx, number).await?,
            None => None,
        };
        match found {
            Some(id) => return Ok(redirect(&routes::list(id))),
            None if fields.is_refused() => {}
            None => fields.error("number", Msg::new("lists-no-such-number")),
        }
    }
    let lists = api::register(&ctx, date).await?;
    fields.set("date", date.to_string());
    let title = ctx.lang.t("lists-register");
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(&ctx, date, &fields, &lists)));
    }
    Ok(ctx.page(title, || view(&ctx, date, &fields, &lists)))
}

fn view(ctx: &Ctx, date: NaiveDate, fields: &Fields, lists: &[Registered]) -> AnyView {
    let lang = ctx.lang;
    let headers = ["lists-list", "lists-number", "lists-print-column", "lists-state", "lists-wing-knows"];
    let rows = lists.iter().map(|held| line(ctx, held)).collect();
    let search = view! {
        {Field::new(fields, lang, "number", lang.t("lists-number")).short().text()}
        {Field::new(fields, lang, "date", lang.t("kit-date")).date()}
        {button_quiet(lang.t("custody-show"))}
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("lists-register")}</h1>
        <p class="lead">{lang.long_date(date)}</p>
        <div class="actions no-print">
            {link_button_quiet(routes::lists_of(day::before(date)), lang.t("slot-day-before"))}
            {link_button_quiet(routes::lists_of(day::after(date)), lang.t("slot-day-after"))}
            {link_button_quiet(routes::UNLOCK, lang.t("unlock-title"))}
            {link_button_quiet(routes::MOVEMENTS, lang.t("list-kind-movement"))}
        </div>
        {get_form(routes::LISTS, search.into_any())}
        {table_under_heading(lang.t("lists-register"), headers.map(|key| Header::new(lang.t(key))).to_vec(), rows, lang.t("lists-none"))}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn line(ctx: &Ctx, held: &Registered) -> AnyView {
    let lang = ctx.lang;
    let head = &held.head;
    let changed = held.changes > 0;
    let state = if changed {
        tag(Tone::Warn, lang.t_with("lists-changed", &[("n", held.changes.into())]))
    } else {
        tag(Tone::Ok, lang.t("lists-holds"))
    };
    let link = changed.then(|| {
        Button::new(lang.t("lists-to-changes"))
            .about(words::title(lang, head))
            .quiet()
            .link(routes::list_changes(head.id))
    });
    let knows = changed.then(|| seen_words(ctx, &held.seen.iter().collect::<Vec<_>>()));
    view! {
        <tr>
            <td><a href=routes::list(head.id)>{words::title(lang, head)}</a><div class="sub">{lang.t_with("lists-people", &[("n", held.people.into())])}</div></td>
            <td>{words::numbered(lang, head)}</td>
            <td>{printed(ctx, head)}</td>
            <td>{state}" "{link}</td>
            <td>{knows}</td>
        </tr>
    }
    .into_any()
}
