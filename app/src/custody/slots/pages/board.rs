//! The boards of a day and of a week. The day: rooms down, parts of the regime across, every slot in its place, and a request
//! confirmed with one button.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{self, Board};
use super::super::filter::BoardFilter;
use super::super::model::{BoardRoom, BoardSlot, Part, SlotStatus};
use super::super::{rules, words};
use super::ways::ways;
use super::week;
use crate::custody::escorts::officers::Officers;
use crate::custody::moves::model::WeekPart;
use crate::custody::{day, tools};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{Button, Tone, empty, error_summary, export_links, hidden, print_head, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    show(&ctx, query, false).await
}

pub async fn week_page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    show(&ctx, query, true).await
}

async fn show(ctx: &Ctx, query: Option<String>, week: bool) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let filter = BoardFilter::parse(&mut fields, ctx.today(), week);
    let board = api::board(ctx, &filter).await?;
    if fields.get("date").is_empty() {
        fields.set("date", filter.date.to_string());
    }
    let title = ctx.lang.t(if week { "board-week-title" } else { "slot-board-title" });
    if fields.is_refused() {
        return Ok(ctx.refused(title, || view(ctx, &filter, &board, &fields)));
    }
    Ok(ctx.page(title, || view(ctx, &filter, &board, &fields)))
}

fn view(ctx: &Ctx, filter: &BoardFilter, board: &Board, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let title = if filter.week { span(lang, filter) } else { lang.long_date(filter.date) };
    let table = if board.shown_rooms(filter).next().is_none() {
        let all = filter.is_narrow().then(|| {
            let all = BoardFilter { week: filter.week, ..BoardFilter::day(filter.date) };
            (routes::board_of(&all), lang.t("slot-rooms-all").into_owned())
        });
        empty(lang.t(if filter.is_narrow() { "slot-no-sessions" } else { "slot-no-rooms" }), all)
    } else if filter.week {
        week::table(ctx, filter, board)
    } else {
        table(ctx, filter, board)
    };
    view! {
        {error_summary(fields, lang)}
        <div class="landscape">
            {printed(ctx, filter)}
            <h1>{title}</h1>
            {head(ctx, filter, board)}
            {tools::words::alert(lang, &board.missing, |tool| Some(routes::slot_tools(tool.slot_id)))}
            {ways(ctx, filter, board, fields)}
            {table}
            {key(lang)}
            {export_links(lang, &ctx.uri)}
        </div>
    }
    .into_any()
}

fn span(lang: Lang, filter: &BoardFilter) -> String {
    let (first, days) = filter.days();
    let last = first.iter_days().nth(days.saturating_sub(1)).unwrap_or(first);
    format!("{} – {}", lang.date(first), lang.date(last))
}

fn printed(ctx: &Ctx, filter: &BoardFilter) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let what = if filter.week {
        format!("{} · {}", lang.t("board-week-title"), span(lang, filter))
    } else {
        format!("{} · {}", lang.t("slot-board-title"), lang.date(filter.date))
    };
    print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))
}

/// What there is to do, in one line: requests, and on a day the officers needed of those there are.
fn head(ctx: &Ctx, filter: &BoardFilter, board: &Board) -> AnyView {
    let lang = ctx.lang;
    let waiting = board.slots.iter().filter(|slot| slot.status == SlotStatus::Requested).count();
    let requests = lang.t_with("slot-requests", &[("n", waiting.into())]);
    if filter.week {
        return view! { <p class="lead">{requests}</p> }.into_any();
    }
    let parts: Vec<AnyView> = Part::ALL
        .iter()
        .enumerate()
        .map(|(at, part)| {
            let between = (at > 0).then_some(" · ");
            view! { {between}{officers(lang, &board.officers, filter.date, *part)} }.into_any()
        })
        .collect();
    let escorts = lang.t_with("slot-escorts", &[("parts", "".into())]);
    view! { <p class="lead">{requests}" "{escorts}{parts}</p> }.into_any()
}

/// `PM 7 of 6`, and a word where more officers are needed than there are.
pub(super) fn officers(lang: Lang, officers: &Officers, date: NaiveDate, part: Part) -> AnyView {
    let needed = officers.needed(date, part);
    let name = part.label(lang).into_owned();
    let Some(there) = officers.there(date, part) else {
        let text = lang.t_with("slot-part-officers", &[("part", name.into()), ("n", needed.into())]);
        return view! { {text} }.into_any();
    };
    let words = [("part", name.into()), ("n", needed.into()), ("there", there.into())];
    let short = (needed > there)
        .then(|| view! { " " {tag(Tone::Bad, lang.t_with("board-short", &[("n", (needed - there).into())]))} });
    view! { {lang.t_with("board-part-officers", &words)}{short} }.into_any()
}

/// What is wrong with a session where it stands, at a glance.
pub(super) fn trouble(ctx: &Ctx, board: &Board, room: &BoardRoom, slot: &BoardSlot) -> AnyView {
    let lang = ctx.lang;
    let key = board.trouble(room, slot, ctx.zone());
    key.map(|key| view! { " " {tag(Tone::Bad, lang.t(key))} }).into_any()
}

fn table(ctx: &Ctx, asked: &BoardFilter, board: &Board) -> AnyView {
    let lang = ctx.lang;
    let parts = Part::ALL.iter().map(|part| part_header(ctx, asked, board, *part)).collect_view();
    let rows = board.shown_rooms(asked).map(|room| row(ctx, asked, board, room)).collect_view();
    let caption = lang.t_with("slot-board-caption", &[("date", lang.date(asked.date).into())]);
    let name = caption.clone();
    view! {
        <div class="table-wrap" role="region" aria-label=name tabindex="0">
            <table class="board" data-moves="">
                <caption class="away">{caption}</caption>
                <thead><tr><th scope="col">{lang.t("slot-room")}</th>{parts}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn part_header(ctx: &Ctx, asked: &BoardFilter, board: &Board, part: Part) -> AnyView {
    let lang = ctx.lang;
    let now = (asked.date == ctx.today()).then(|| day::minute_of(ctx.now(), ctx.zone()));
    let under_way =
        |row: &&WeekPart| row.part == part && now.is_some_and(|now| row.start_minute <= now && now < row.end_minute);
    let class = if board.regime_of(asked.date).any(|row| under_way(&row)) { "now" } else { "" };
    let times = board.regime_of(asked.date).find(|row| row.part == part).map_or_else(
        || lang.t("slot-no-regime").into_owned(),
        |row| format!("{}–{}", day::clock(row.start_minute), day::clock(row.end_minute)),
    );
    view! { <th scope="col" class=class>{part.label(lang)}" "<span class="time">{times}</span></th> }.into_any()
}

fn row(ctx: &Ctx, asked: &BoardFilter, board: &Board, room: &BoardRoom) -> AnyView {
    let lang = ctx.lang;
    let cells = Part::ALL.iter().map(|part| cell(ctx, asked, board, (room, *part))).collect_view();
    let places = lang.t_with("slot-places", &[("n", room.capacity.into())]);
    view! { <tr data-room=room.id.to_string()><th scope="row">{room.name.clone()}<span class="sub">{places}</span></th>{cells}</tr> }.into_any()
}

/// A room in one part of the day: what is in it, that it is closed, or that it is free.
fn cell(ctx: &Ctx, asked: &BoardFilter, board: &Board, (room, part): (&BoardRoom, Part)) -> AnyView {
    let lang = ctx.lang;
    let here = |slot: &&BoardSlot| slot.room_id == room.id && slot.part == part && asked.shows(slot);
    let slots: Vec<_> = board.slots.iter().filter(here).map(|slot| item(ctx, asked, board, (room, slot))).collect();
    let span = board.part_span(asked.date, part, ctx.zone());
    let closed = span.is_some_and(|(from, to)| board.is_closed(room.id, from, to));
    let (date, part_code) = (asked.date.to_string(), part.as_str());
    let inside = if closed {
        tag(Tone::Plain, lang.t("board-closed"))
    } else if slots.is_empty() && span.is_some() && !asked.is_narrow() {
        view! { <span class="sub">{lang.t("board-free")}</span> }.into_any()
    } else {
        ().into_any()
    };
    let slots = (!slots.is_empty()).then(|| view! { <ul class="slots">{slots}</ul> });
    let ours = board.claimed(room.id, asked.date).any(|held| held == part);
    let ours = ours.then(|| view! { <span class="sub claim">{lang.t("board-claimed")}</span> });
    view! { <td data-date=date data-part=part_code>{inside}{ours}{slots}</td> }.into_any()
}

fn item(ctx: &Ctx, asked: &BoardFilter, board: &Board, (room, slot): (&BoardRoom, &BoardSlot)) -> AnyView {
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
        <li class=class id=routes::slot_anchor(slot.id) data-move=slot.is_movable(ctx.now()).then_some("")>
            <p>{line}" · "{people}</p>
            <p class="sub">
                {tag(words::tone(slot.status), words::state(lang, slot.status, slot.cancel_reason))}" "
                {slot.practitioner.clone()}" · "{escort}
                {trouble(ctx, board, room, slot)}
            </p>
            {(slot.status == SlotStatus::Requested).then(|| answer(ctx, asked, slot, &about))}
        </li>
    }
    .into_any()
}

/// Confirm is one button; declining asks for a reason first.
fn answer(ctx: &Ctx, asked: &BoardFilter, slot: &BoardSlot, about: &str) -> AnyView {
    let lang = ctx.lang;
    if !rules::is_open(asked.date, ctx.now(), ctx.zone()) {
        return ().into_any();
    }
    let back = format!("{}#{}", routes::board_of(asked), routes::slot_anchor(slot.id));
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
