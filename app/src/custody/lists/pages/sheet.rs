//! Lists as they stand on paper: A4, the head on every page, boxes for a pen. Drawn piece by piece, since a wing may be long.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::super::model::{ListHead, ListKind, PrintedRow};
use super::super::words;
use crate::custody::slots::words::neutral_label;
use crate::i18n::Lang;
use crate::web::Ctx;
use crate::web::answers::ROWS_HERE;

const UNLOCK: [&str; 8] = [
    "unlock-sheet-name-number",
    "unlock-sheet-cell",
    "unlock-sheet-cautions",
    "unlock-sheet-time-place",
    "unlock-sheet-refused",
    "unlock-sheet-stayed",
    "unlock-sheet-unlocked",
    "unlock-sheet-notes",
];
const MOVEMENT: [&str; 7] = [
    "lists-sheet-there",
    "unlock-sheet-name-number",
    "unlock-sheet-cell",
    "lists-sheet-destination",
    "lists-sheet-clashes",
    "lists-sheet-bring",
    "unlock-sheet-notes",
];

/// The frame of a list; its rows go where [`ROWS_HERE`] stands. Paper says who printed it, and which version it is.
pub(super) fn frame(ctx: &Ctx, lang: Lang, head: &ListHead, counts: String) -> AnyView {
    let columns: &[&str] = if head.kind == ListKind::Movement { &MOVEMENT } else { &UNLOCK };
    let place = ctx.actor.places.iter().find(|place| place.id == head.facility_id).map(|place| place.name.clone());
    let what = format!("{} · {}", words::title(lang, head), lang.long_date(head.held_on));
    let printed = lang.t_with(
        "lists-printed",
        &[
            ("at", lang.date_time(head.printed_at, ctx.zone()).into()),
            ("by", head.printed_by.clone().into()),
            ("list", words::numbered(lang, head).into()),
        ],
    );
    let heads =
        columns.iter().map(|key| view! { <th scope="col" class=class_of(key)>{lang.t(key)}</th> }).collect_view();
    view! {
        <div class="table-wrap paper" lang=lang.tag() role="region" aria-label=what.clone() tabindex="0">
            <table class="sheet shown">
                <caption class="away">{what.clone()}</caption>
                <thead>
                    <tr>
                        <td colspan=columns.len()>
                            <div class="print-head"><p><b>{place}</b>{format!(" · {what}")}</p><p>{printed}</p></div>
                            <p>{counts}</p>
                        </td>
                    </tr>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{ROWS_HERE}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn class_of(key: &str) -> Option<&'static str> {
    match key {
        "unlock-sheet-refused" | "unlock-sheet-stayed" | "unlock-sheet-unlocked" | "lists-sheet-there" => Some("tick"),
        "unlock-sheet-notes" => Some("notes"),
        _ => None,
    }
}

pub(super) fn rows(lang: Lang, zone: Tz, kind: ListKind, rows: &[PrintedRow]) -> AnyView {
    rows.iter()
        .map(|row| if kind == ListKind::Movement { movement(lang, zone, row) } else { unlock(lang, zone, row) })
        .collect_view()
        .into_any()
}

fn tick() -> AnyView {
    view! { <td class="tick"><span class="box" aria-hidden="true"></span></td> }.into_any()
}

fn unlock(lang: Lang, zone: Tz, row: &PrintedRow) -> AnyView {
    // A box that must not be ticked is not there.
    let ticks = if row.live {
        view! { {tick()}{tick()}{tick()} }.into_any()
    } else {
        view! { <td colspan="3">{row.state.clone()}</td> }.into_any()
    };
    view! {
        <tr>
            <td><b>{row.name.clone()}</b><br/>{row.number.clone()}</td>
            <td class="nowrap">{row.cell.clone()}</td>
            <td>{row.warnings(lang)}</td>
            <td>{row.way(lang, zone)}<br/>{neutral_label(lang, &row.letter)}</td>
            {ticks}
            <td class="notes"></td>
        </tr>
    }
    .into_any()
}

fn movement(lang: Lang, zone: Tz, row: &PrintedRow) -> AnyView {
    let first = if row.live { tick() } else { view! { <td>{row.state.clone()}</td> }.into_any() };
    let mut clashes = row.clashes.clone();
    clashes.extend((!row.cautions.is_empty()).then(|| row.cautions.join("; ")));
    view! {
        <tr>
            {first}
            <td><b>{row.name.clone()}</b><br/>{row.number.clone()}</td>
            <td class="nowrap">{row.housing()}</td>
            <td>{row.way(lang, zone)}<br/>{neutral_label(lang, &row.letter)}</td>
            <td>{clashes.join("; ")}</td>
            <td>{row.bring.join(", ")}</td>
            <td class="notes"></td>
        </tr>
    }
    .into_any()
}
