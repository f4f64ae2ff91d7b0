//! The day board: rooms down, parts of the regime across, every slot of the day in its place, and a request confirmed with one
//! button.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{self, Board};
use super::super::model::{BoardRoom, BoardSlot, Part, RegimePart, SlotStatus};
use super::super::{rules, words};
use crate::custody::{day, tools};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Button, Field, button_quiet, empty, error_summary, export_links, get_form, hidden, link_button_quiet, print_head,
    tag,
};
use crate::routes;
use crate::web::Ctx;

/// What the address asks for.
#[derive(Debug)]
struct Asked {
    date: NaiveDate,
    only_with_sessions: bool,
}

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    let asked = Asked { date, only_with_sessions: fields.get("rooms") == "used" };
    let board = api::board(&ctx, date, asked.only_with_sessions).await?;
    if fields.get("date").is_empty() {
        fields.set("date", date.to_string());
    }
    let title = ctx.lang.t("slot-board-title");
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(&ctx, &asked, &board, &fields)));
    }
    Ok(ctx.page(title, || view(&ctx, &asked, &board, &fields)))
}

fn view(ctx: &Ctx, asked: &Asked, board: &Board, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    view! {
        {error_summary(fields, lang)}
        <div class="landscape">
            {printed(ctx, asked)}
            <h1>{lang.long_date(asked.date)}</h1>
            {head(lang, board)}
            {tools::words::alert(lang, &board.missing, |tool| Some(routes::slot_tools(tool.slot_id)))}
            {ways(ctx, asked, fields)}
            {table(ctx, asked, board)}
            {key(lang)}
            {export_links(lang, &ctx.uri)}
        </div>
    }
    .into_any()
}

fn printed(ctx: &Ctx, asked: &Asked) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let what = format!("{} · {}", lang.t("slot-board-title"), lang.date(asked.date));
    print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))
}

/// What there is to do, in one line.
fn head(lang: Lang, board: &Board) -> AnyView {
    let head = rules::board_head(&board.slots);
    let officers: Vec<String> = head
        .officers
        .iter()
        .map(|(part, n)| lang.t_with("slot-part-officers", &[("part", part.label(lang).into()), ("n", (*n).into())]))
        .collect();
    let requests = lang.t_with("slot-requests", &[("n", head.requests.into())]);
    let escorts = lang.t_with("slot-escorts", &[("parts", officers.join(" · ").into())]);
    view! { <p class="lead">{format!("{requests} {escorts}")}</p> }.into_any()
}

/// To other days and to fewer rooms.
fn ways(ctx: &Ctx, asked: &Asked, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let to = |date: NaiveDate| routes::board(date, asked.only_with_sessions);
    let rooms = vec![
        (String::new(), lang.t("slot-rooms-all").into_owned()),
        ("used".to_owned(), lang.t("slot-rooms-used").into_owned()),
    ];
    let form = view! {
        {Field::new(fields, lang, "date", lang.t("kit-date")).date()}
        {Field::new(fields, lang, "rooms", lang.t("slot-rooms")).select(rooms, None)}
        {button_quiet(lang.t("custody-show"))}
    };
    view! {
        <div class="day-bar no-print">
            <nav class="days" aria-label=lang.t("slot-days")>
                {link_button_quiet(to(day::before(asked.date)), lang.t("slot-day-before"))}
                {link_button_quiet(to(ctx.today()), lang.t("custody-today"))}
                {link_button_quiet(to(day::after(asked.date)), lang.t("slot-day-after"))}
            </nav>
            {get_form(routes::BOARD, form.into_any())}
            <nav class="days" aria-label=lang.t("escorts-nav-more")>{link_button_quiet(routes::LOCKDOWN_NEW, lang.t("lockdown-new"))}</nav>
        </div>
    }
    .into_any()
}

fn table(ctx: &Ctx, asked: &Asked, board: &Board) -> AnyView {
    let lang = ctx.lang;
    if board.rooms.is_empty() {
        let all =
            asked.only_with_sessions.then(|| (routes::board(asked.date, false), lang.t("slot-rooms-all").into_owned()));
        let text = if asked.only_with_sessions { "slot-no-sessions" } else { "slot-no-rooms" };
        return empty(lang.t(text), all);
    }
    let parts = Part::ALL.iter().map(|part| part_header(ctx, asked, board, *part)).collect_view();
    let rows = board.rooms.iter().map(|room| row(ctx, asked, board, room)).collect_view();
    let caption = lang.t_with("slot-board-caption", &[("date", lang.date(asked.date).into())]);
    let name = caption.clone();
    view! {
        <div class="table-wrap" role="region" aria-label=name tabindex="0">
            <table class="board">
                <caption class="away">{caption}</caption>
                <thead><tr><th scope="col">{lang.t("slot-room")}</th>{parts}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn part_header(ctx: &Ctx, asked: &Asked, board: &Board, part: Part) -> AnyView {
    let lang = ctx.lang;
    let now = (asked.date == ctx.today()).then(|| day::minute_of(ctx.now(), ctx.zone()));
    let under_way =
        |row: &&RegimePart| row.part == part && now.is_some_and(|now| row.start_minute <= now && now < row.end_minute);
    let class = if board.regime.iter().any(|row| under_way(&row)) { "now" } else { "" };
    let times = board.regime.iter().find(|row| row.part == part).map_or_else(
        || lang.t("slot-no-regime").into_owned(),
        |row| format!("{}–{}", day::clock(row.start_minute), day::clock(row.end_minute)),
    );
    view! { <th scope="col" class=class>{part.label(lang)}" "<span class="time">{times}</span></th> }.into_any()
}

fn row(ctx: &Ctx, asked: &Asked, board: &Board, room: &BoardRoom) -> AnyView {
    let lang = ctx.lang;
    let cells = Part::ALL
        .iter()
        .map(|part| {
            let here = |slot: &&BoardSlot| slot.room_id == room.id && slot.part == *part;
            let slots: Vec<_> = board.slots.iter().filter(here).map(|slot| item(ctx, asked, slot)).collect();
            if slots.is_empty() {
                return view! { <td></td> }.into_any();
            }
            view! { <td><ul class="slots">{slots}</ul></td> }.into_any()
        })
        .collect_view();
    let places = lang.t_with("slot-places", &[("n", room.capacity.into())]);
    view! { <tr><th scope="row">{room.name.clone()}<span class="sub">{places}</span></th>{cells}</tr> }.into_any()
}

fn item(ctx: &Ctx, asked: &Asked, slot: &BoardSlot) -> AnyView {
    let lang = ctx.lang;
    let times = lang.times(slot.starts_at, slot.ends_at, ctx.zone());
    let class = match slot.status {
        SlotStatus::Requested => "slot requested",
        status if status.is_live() => "slot",
        _ => "slot stopped",
    };
    let people = lang.t_with("kit-people", &[("n", slot.people.into())]);
    let escort = words::escort(lang, slot.escort_officers, slot.escort_mode);
    let about = words::about(lang, slot, &times);
    let name = view! { <a href=routes::slot(slot.id)><b class="time">{times}</b>" "{words::neutral_label(lang, &slot.label_letter)}</a> };
    // Struck through is what the eye sees; the word of the state beside it is what everybody can know it by.
    let line = if slot.status.is_live() { name.into_any() } else { view! { <s>{name}</s> }.into_any() };
    view! {
        <li class=class id=routes::slot_anchor(slot.id)>
            <p>{line}" · "{people}</p>
            <p class="sub">
                {tag(words::tone(slot.status), words::state(lang, slot.status, slot.cancel_reason))}" "
                {slot.practitioner.clone()}" · "{escort}
            </p>
            {(slot.status == SlotStatus::Requested).then(|| answer(ctx, asked, slot, &about))}
        </li>
    }
    .into_any()
}

/// Confirm is one button; declining asks for a reason first.
fn answer(ctx: &Ctx, asked: &Asked, slot: &BoardSlot, about: &str) -> AnyView {
    let lang = ctx.lang;
    if !rules::is_open(asked.date, ctx.now(), ctx.zone()) {
        return ().into_any();
    }
    let back = format!("{}#{}", routes::board(asked.date, asked.only_with_sessions), routes::slot_anchor(slot.id));
    view! {
        <div class="actions">
            <form method="post" action=routes::slot(slot.id)>
                {hidden("step", "confirm")}{hidden("version", slot.version.to_string())}{hidden("back", back)}
                {Button::new(lang.t("slot-confirm")).about(about).submit()}
            </form>
            {Button::new(lang.t("slot-decline")).about(about).quiet().link(format!("{}#reason", routes::slot(slot.id)))}
        </div>
    }
    .into_any()
}

fn key(lang: Lang) -> AnyView {
    let shape = |class: &'static str| view! { <span class=class aria-hidden="true"></span> };
    view! {
        <p class="key no-print">
            <span>{shape("swatch")}{lang.t("slot-key-confirmed")}</span>
            <span>{shape("swatch requested")}{lang.t("slot-key-requested")}</span>
            <span>{lang.t("slot-key-stopped")}</span>
        </p>
    }
    .into_any()
}
