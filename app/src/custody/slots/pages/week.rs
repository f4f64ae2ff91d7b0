//! The week board: rooms down, days across, every session in its room and day as short as it can be said.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::Board;
use super::super::filter::BoardFilter;
use super::super::model::{BoardRoom, BoardSlot, Part, SlotStatus};
use super::super::words;
use super::board::{officers, trouble};
use crate::custody::day;
use crate::kit::ui::{Tone, tag};
use crate::routes;
use crate::web::Ctx;

pub fn table(ctx: &Ctx, filter: &BoardFilter, board: &Board) -> AnyView {
    let lang = ctx.lang;
    let (first, days) = filter.days();
    let dates: Vec<NaiveDate> = first.iter_days().take(days).collect();
    let heads = dates.iter().map(|date| head(ctx, filter, board, *date)).collect_view();
    let rows = board.shown_rooms(filter).map(|room| row(ctx, filter, board, (room, &dates))).collect_view();
    let caption = lang.t_with("board-week-caption", &[("date", lang.date(first).into())]);
    let name = caption.clone();
    view! {
        <div class="table-wrap" role="region" aria-label=name tabindex="0">
            <table class="board week" data-moves="">
                <caption class="away">{caption}</caption>
                <thead><tr><th scope="col">{lang.t("slot-room")}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The day with its officers, a link to the day's own board.
fn head(ctx: &Ctx, filter: &BoardFilter, board: &Board, date: NaiveDate) -> AnyView {
    let lang = ctx.lang;
    let class = if date == ctx.today() { "now" } else { "" };
    let to = routes::board_of(&BoardFilter { week: false, ..filter.on(date) });
    let parts: Vec<_> = Part::ALL
        .iter()
        .filter(|part| board.officers.needed(date, **part) > 0)
        .map(|part| view! { <span class="sub">{officers(lang, &board.officers, date, *part)}</span> })
        .collect();
    view! { <th scope="col" class=class><a href=to>{lang.long_date(date)}</a>{parts}</th> }.into_any()
}

fn row(ctx: &Ctx, filter: &BoardFilter, board: &Board, (room, dates): (&BoardRoom, &[NaiveDate])) -> AnyView {
    let lang = ctx.lang;
    let cells = dates
        .iter()
        .map(|date| {
            let (from, to) = day::span(*date, ctx.zone());
            let slots: Vec<_> = board
                .slots
                .iter()
                .filter(|slot| {
                    slot.room_id == room.id && from <= slot.starts_at && slot.starts_at < to && filter.shows(slot)
                })
                .map(|slot| item(ctx, board, room, slot))
                .collect();
            let closed = board.is_closed(room.id, from, to).then(|| tag(Tone::Plain, lang.t("board-closed")));
            let slots = (!slots.is_empty()).then(|| view! { <ul class="slots">{slots}</ul> });
            view! { <td data-date=date.to_string()>{closed}{claim(ctx, board, room, *date)}{slots}</td> }
        })
        .collect_view();
    view! { <tr data-room=room.id.to_string()><th scope="row">{room.name.clone()}</th>{cells}</tr> }.into_any()
}

/// The parts of the day in which the room is health's first.
fn claim(ctx: &Ctx, board: &Board, room: &BoardRoom, date: NaiveDate) -> Option<AnyView> {
    let parts: Vec<_> = board.claimed(room.id, date).map(|part| part.label(ctx.lang).into_owned()).collect();
    let said = || ctx.lang.t_with("board-claimed-parts", &[("parts", parts.join(", ").into())]);
    (!parts.is_empty()).then(|| view! { <span class="sub claim">{said()}</span> }.into_any())
}

/// `09:00–10:00 A · 6`: the state is in the shape and in a word for those who do not see it.
fn item(ctx: &Ctx, board: &Board, room: &BoardRoom, slot: &BoardSlot) -> AnyView {
    let lang = ctx.lang;
    let class = match slot.status {
        SlotStatus::Requested => "slot requested",
        status if status.is_live() => "slot",
        _ => "slot stopped",
    };
    let movable = slot.is_movable(ctx.now()).then_some("");
    let times = lang.times(slot.starts_at, slot.ends_at, ctx.zone());
    let text = format!(" {} · {}", slot.label_letter, slot.people);
    let state = words::state(lang, slot.status, slot.cancel_reason);
    view! {
        <li class=class data-move=movable>
            <a href=routes::slot(slot.id)><b class="time">{times}</b>{text}</a>
            <span class="away">{state}</span>
            {trouble(ctx, board, room, slot)}
        </li>
    }
    .into_any()
}
