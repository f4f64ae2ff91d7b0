//! What came back on paper: every row of a print, what became of the person and when. Everything is written together, and what cannot
//! be written is said at its row with all that was typed still there.

use std::collections::HashMap;

use axum::extract::{Path, RawQuery};
use axum::response::Response;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::super::api::{self, Paper};
use super::super::model::{CurrentRow, PrintedRow};
use super::super::words;
use crate::custody::slots::{CustodyReason, Movement, words as slot_words};
use crate::custody::unlock::api::{Outcome, mark_from_paper};
use crate::custody::unlock::model::{Mark, RowKey};
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::ListId;
use crate::kit::local_time::{instant, parse_clock};
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, empty, error_summary, hidden, notice, pager_of, post_form, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// So many rows stand in one form: what one sees on a screen and enters without losing the line. Saving leads on to the next.
const ROWS: i64 = 20;

pub async fn page(ctx: Ctx, Path(id): Path<ListId>, RawQuery(query): RawQuery) -> Result<Response> {
    let paper = api::paper(&ctx, id).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let fields = Fields::new().with("page", asked.get("page").to_owned());
    Ok(ctx.page(ctx.lang.t("lists-catch-up-title"), || view(&ctx, &paper, &fields)))
}

pub async fn save(ctx: Ctx, Path(id): Path<ListId>, mut fields: Fields) -> Result<Response> {
    let paper = api::paper(&ctx, id).await?;
    let marks = parse(&ctx, &paper, &mut fields);
    if !fields.is_refused() {
        let written: Vec<(RowKey, Mark, DateTime<Utc>)> = marks.iter().map(|(_, mark)| *mark).collect();
        let refused = mark_from_paper(&ctx, id, &written).await?;
        if refused.is_empty() {
            return Ok(ctx.redirect_with(&next_page(&paper, &fields), "flash-list-caught-up"));
        }
        let places: HashMap<String, usize> = marks.iter().map(|(at, (key, ..))| (key.to_string(), *at)).collect();
        for (key, outcome) in refused {
            let Some(at) = places.get(&key.to_string()) else { continue };
            fields.error(name("mark", *at), said(&ctx, outcome));
        }
    }
    Ok(ctx.refused(ctx.lang.t("lists-catch-up-title"), || view(&ctx, &paper, &fields)))
}

/// The rows after those that were saved; the first page again after the last.
fn next_page(paper: &Paper, fields: &Fields) -> String {
    let page = fields.get("page").parse::<i64>().unwrap_or(1).max(1);
    let here = routes::list_catch_up(paper.print.head.id);
    let more = i64::try_from(paper.print.rows.len()).unwrap_or(0) > page.saturating_mul(ROWS);
    if more { format!("{here}?page={}", page + 1) } else { here }
}

fn said(ctx: &Ctx, outcome: Outcome) -> Msg {
    match outcome {
        Outcome::Changed(now) | Outcome::NotPossible(now) => {
            let at = now.moved_at.map(|at| ctx.lang.time(at, ctx.zone()));
            let state = slot_words::movement(ctx.lang, now.movement, now.custody_reason, at);
            Msg::with("lists-says-now", [("state", state.into())])
        }
        Outcome::Said(_) | Outcome::NotOpen => Msg::new("lists-row-closed"),
    }
}

fn name(what: &str, at: usize) -> String {
    format!("{what}-{at}")
}

/// What was entered for a row, and when it was made.
type Entered = (RowKey, Mark, DateTime<Utc>);

/// The marks that were chosen, each with its row's place in the print. The row's version is that of the page, so that whoever has
/// marked meanwhile is not written over.
fn parse(ctx: &Ctx, paper: &Paper, fields: &mut Fields) -> Vec<(usize, Entered)> {
    let for_all = fields.get("time").to_owned();
    let mut marks = Vec::new();
    for (at, row) in paper.print.rows.iter().enumerate() {
        let chosen = fields.get(&name("mark", at)).to_owned();
        if chosen.is_empty() {
            continue;
        }
        let Some(mark) = mark_of(&chosen) else {
            fields.error(name("mark", at), Msg::new("form-choose"));
            continue;
        };
        let own = fields.get(&name("time", at)).to_owned();
        let time = if own.is_empty() { &for_all } else { &own };
        let made = parse_clock(time).and_then(|minute| instant(paper.print.head.held_on, minute, ctx.zone()).ok());
        let version = fields.get(&name("version", at)).parse().unwrap_or(0);
        match made {
            None => fields.error(name("time", at), Msg::new("lists-time-wrong")),
            Some(made) if made > ctx.now() => fields.error(name("time", at), Msg::new("lists-time-ahead")),
            Some(made) => marks.push((at, (RowKey { slot: row.slot, person: row.person, version }, mark, made))),
        }
    }
    if marks.is_empty() && !fields.is_refused() {
        fields.error("", Msg::new("lists-nothing-entered"));
    }
    marks
}

/// `arrived`, or `not_brought` with its reason behind a point.
fn mark_of(code: &str) -> Option<Mark> {
    match code.split_once('.') {
        Some((code, reason)) => Mark::from_code(code, reason.parse::<CustodyReason>().ok()),
        None => Mark::from_code(code, None).filter(|mark| !mark.is_correction()),
    }
}

fn choices(lang: Lang) -> Vec<(String, String)> {
    let plain = [Movement::Unlocked, Movement::Arrived, Movement::ArrivedLate, Movement::Returned];
    let not_brought = Movement::NotBrought.label(lang);
    plain
        .iter()
        .map(|movement| (movement.as_str().to_owned(), movement.label(lang).into_owned()))
        .chain(
            CustodyReason::ALL
                .iter()
                .map(|reason| (format!("not_brought.{reason}"), format!("{not_brought}: {}", reason.label(lang)))),
        )
        .collect()
}

fn view(ctx: &Ctx, paper: &Paper, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let head = &paper.print.head;
    let body = if paper.print.rows.is_empty() {
        empty(lang.t("lists-nobody"), None)
    } else if head.held_on > ctx.today() {
        notice(Tone::Calm, lang.t("lists-not-yet"))
    } else {
        form(ctx, paper, fields)
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("lists-catch-up-title")}</h1>
        <p class="lead">
            <a href=routes::list(head.id)>{words::numbered(lang, head)}</a>
            {format!(" · {} · {}", words::title(lang, head), lang.long_date(head.held_on))}
        </p>
        <p>{lang.t("lists-catch-up-text")}</p>
        {body}
    }
    .into_any()
}

fn form(ctx: &Ctx, paper: &Paper, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let query = ListQuery { page: fields.get("page").parse().ok(), ..ListQuery::default() };
    let total = i64::try_from(paper.print.rows.len()).unwrap_or(0);
    let from = usize::try_from((query.page() - 1) * ROWS).unwrap_or(0);
    let count = usize::try_from(ROWS).unwrap_or(0);
    let rows = paper
        .print
        .rows
        .iter()
        .enumerate()
        .skip(from)
        .take(count)
        .map(|(at, row)| line(ctx, paper, fields, at, row))
        .collect();
    let headers =
        ["unlock-sheet-name-number", "unlock-sheet-time-place", "lists-says", "lists-what-happened", "lists-time"];
    let address = routes::list_catch_up(paper.print.head.id);
    let body = view! {
        {hidden("page", fields.get("page").to_owned())}
        {Field::new(fields, lang, "time", lang.t("lists-time-for-all")).hint(lang.t("lists-time-for-all-hint")).time()}
        {table_under_heading(lang.t("lists-catch-up-title"), headers.map(|key| Header::new(lang.t(key))).to_vec(), rows, lang.t("lists-nobody"))}
        <div class="actions">{button(lang.t("lists-save-paper"))}</div>
    };
    view! { {post_form(address.clone(), body.into_any())}{pager_of(lang, &query, total, ROWS, &address)} }.into_any()
}

fn line(ctx: &Ctx, paper: &Paper, fields: &Fields, at: usize, row: &PrintedRow) -> AnyView {
    let lang = ctx.lang;
    let now = paper.now.get(&(row.slot, row.person));
    let entry = match now.filter(|now| now.status.is_live()) {
        Some(now) => entry(lang, fields, at, row, now),
        None => view! { <td colspan="2">{lang.t("lists-row-closed")}</td> }.into_any(),
    };
    let says = now.map(|now| {
        let moved = now.moved_at.map(|at| lang.time(at, ctx.zone()));
        tag(
            slot_words::movement_tone(now.movement),
            slot_words::movement(lang, now.movement, now.custody_reason, moved),
        )
    });
    view! {
        <tr>
            <td><b>{row.name.clone()}</b><div class="sub">{format!("{} · {}", row.number, row.housing())}</div></td>
            <td>{row.way(lang, ctx.zone())}</td>
            <td>{says}</td>
            {entry}
        </tr>
    }
    .into_any()
}

fn entry(lang: Lang, fields: &Fields, at: usize, row: &PrintedRow, now: &CurrentRow) -> AnyView {
    let label = |key: &str| format!("{}: {}", row.name, lang.t(key));
    // A page that came back refused keeps the versions that it was made with.
    let version = match fields.get(&name("version", at)) {
        "" => now.version.to_string(),
        kept => kept.to_owned(),
    };
    view! {
        <td>
            {hidden(name("version", at), version)}
            {Field::new(fields, lang, name("mark", at), label("lists-what-happened")).label_hidden().select(choices(lang), Some(String::new()))}
        </td>
        <td>{Field::new(fields, lang, name("time", at), label("lists-time")).label_hidden().short().time()}</td>
    }
    .into_any()
}
