//! The movement list: who goes where, by destination, with what has to come back. It is printed like an unlock list.

use axum::extract::RawQuery;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Registered};
use super::super::model::{ListKey, ListKind, PrintedRow};
use super::changes::{more_paper, paper};
use super::print::key_of;
use crate::custody::day;
use crate::custody::slots::Part;
use crate::custody::slots::words::neutral_label;
use crate::error::Result;
use crate::kit::form::Fields;
use crate::kit::ids::{RoomId, SlotId};
use crate::kit::ui::{
    Button, Field, Header, Tone, button_quiet, empty, export_links, get_form, hidden, link_button_quiet, section,
    table_under_heading, tabs, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let key = key_of(&ctx, &mut fields, ListKind::Movement)?;
    let key = ListKey { person: None, ..key };
    let lang = ctx.lang;
    let title = lang.t("list-kind-movement");
    let allowed = crate::custody::unlock::api::may_open(&ctx, key.date);
    if !allowed {
        return Ok(ctx.refused(title, || {
            view! { <h1>{lang.t("list-kind-movement")}</h1>{empty(lang.t("unlock-other-day"), Some((routes::MOVEMENTS.to_owned(), lang.t("unlock-to-today").into_owned())))} }.into_any()
        }));
    }
    fields.set("date", key.date.to_string());
    let (rows, rooms) = api::movements(&ctx, &key).await?;
    let printed = api::newest(&ctx, &key).await?;
    Ok(ctx.page(title, || view(&ctx, &key, &fields, &rows, rooms, printed.as_ref())))
}

fn view(
    ctx: &Ctx,
    key: &ListKey,
    fields: &Fields,
    rows: &[PrintedRow],
    rooms: Vec<(RoomId, String)>,
    printed: Option<&Registered>,
) -> AnyView {
    let lang = ctx.lang;
    let to = |part: Part| routes::movements(key.wing, key.date, part);
    let parts = Part::ALL.iter().map(|part| (to(*part), part.label(lang).into_owned())).collect();
    let body = if rows.is_empty() { empty(lang.t("lists-nobody"), None) } else { destinations(ctx, key, rows) };
    view! {
        <h1>{format!("{}, {}", lang.t("list-kind-movement"), key.part.label(lang))}</h1>
        <p class="lead">{lang.long_date(key.date)}" · "{super::super::words::counts(lang, key.kind, rows)}</p>
        {paper(ctx, key, printed)}
        {filter(ctx, key, fields, rooms)}
        {tabs(lang.t("unlock-parts"), parts, &to(key.part))}
        {body}
        {more_paper(ctx, key, printed)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn filter(ctx: &Ctx, key: &ListKey, fields: &Fields, rooms: Vec<(RoomId, String)>) -> AnyView {
    let lang = ctx.lang;
    let rooms = rooms.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let date = if crate::custody::unlock::api::plans_the_day(ctx) {
        Field::new(fields, lang, "date", lang.t("kit-date")).date()
    } else {
        hidden("date", key.date.to_string())
    };
    let body = view! {
        {Field::new(fields, lang, "room", lang.t("slot-room")).select(rooms, Some(lang.t("lists-all-rooms").into_owned()))}
        {date}
        {key.wing.map(|wing| hidden("wing", wing.to_string()))}
        {hidden("part", key.part.as_str())}
        {button_quiet(lang.t("custody-show"))}
    };
    let tomorrow = ListKey { date: day::after(ctx.today()), ..*key };
    view! {
        <div class="day-bar no-print">
            <nav class="days" aria-label=lang.t("unlock-days")>
                {link_button_quiet(routes::movements(key.wing, ctx.today(), key.part), lang.t("custody-today"))}
                {link_button_quiet(routes::movements(key.wing, tomorrow.date, key.part), lang.t("custody-tomorrow"))}
            </nav>
            {get_form(routes::MOVEMENTS, body.into_any())}
        </div>
    }
    .into_any()
}

/// One table for each session, under the room that people are brought to.
fn destinations(ctx: &Ctx, key: &ListKey, rows: &[PrintedRow]) -> AnyView {
    let mut groups: Vec<(SlotId, Vec<&PrintedRow>)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((slot, held)) if *slot == row.slot => held.push(row),
            _ => groups.push((row.slot, vec![row])),
        }
    }
    groups.iter().map(|(_, rows)| destination(ctx, key, rows)).collect_view().into_any()
}

fn destination(ctx: &Ctx, key: &ListKey, rows: &[&PrintedRow]) -> AnyView {
    let lang = ctx.lang;
    let Some(first) = rows.first() else { return ().into_any() };
    let title = format!(
        "{} · {} · {}",
        first.room,
        lang.times(first.from, first.to, ctx.zone()),
        neutral_label(lang, &first.letter)
    );
    let bring = (!first.bring.is_empty())
        .then(|| view! { <p>{lang.t_with("lists-bring-back", &[("tools", first.bring.join(", ").into())])}</p> });
    let stopped = (!first.live).then(|| tag(Tone::Bad, first.state.clone()));
    let headers = ["custody-name", "custody-cell", "lists-clashes", "custody-cautions"]
        .map(|key| Header::new(lang.t(key)))
        .into_iter()
        .chain([Header::new(lang.t("kit-actions")).away()])
        .collect();
    let lines = rows
        .iter()
        .map(|row| {
            let slip = (row.live && !row.is_elsewhere).then(|| {
                Button::new(lang.t("lists-slip")).about(row.name.clone()).quiet().link(routes::slip(key, row.person))
            });
            let name = if row.is_elsewhere {
                row.name.clone().into_any()
            } else {
                view! { <a href=routes::movement(row.slot, row.person)>{row.name.clone()}</a> }.into_any()
            };
            let clashes: Vec<AnyView> = row.clashes.iter().map(|clash| tag(Tone::Warn, clash.clone())).collect();
            view! {
                <tr>
                    <td>{name}<div class="sub">{row.number.clone()}</div></td>
                    <td class="nowrap">{row.housing()}</td>
                    <td>{clashes}</td>
                    <td>{row.warnings(lang)}</td>
                    <td class="no-print">{slip}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let body = view! {
        {stopped}
        {bring}
        {table_under_heading(title.clone(), headers, lines, lang.t("lists-nobody"))}
    };
    section(title, body.into_any())
}
