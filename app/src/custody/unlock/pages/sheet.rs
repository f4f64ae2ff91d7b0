//! The list on paper: for a wing door, a clipboard and a pen. It shows in print only, and the screen's list does not.

use leptos::prelude::*;

use super::super::api::UnlockList;
use super::super::model::UnlockRow;
use super::list::head;
use crate::custody::people::{absence_key, list_name};
use crate::custody::slots::words;
use crate::kit::ui::print_head;
use crate::web::Ctx;

pub(super) fn sheet(ctx: &Ctx, list: &UnlockList) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let title = lang.t("unlock-title");
    let what = format!("{title} · {} · {} · {}", list.wing.name, lang.long_date(list.date), list.part.label(lang));
    let columns = ["name-number", "cell", "cautions", "time-place", "refused", "stayed", "unlocked", "notes"];
    let headers = columns
        .iter()
        .map(|column| view! { <th scope="col" class=*column>{lang.t(&format!("unlock-sheet-{column}"))}</th> })
        .collect_view();
    let rows = list.rows.iter().map(|row| line(ctx, list, row)).collect_view();
    // The head stands in the table's own, so that it is on every page of a long list.
    view! {
        <table class="sheet">
            <thead>
                <tr>
                    <td colspan="8">
                        {print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
                        <p>{head(lang, list)}</p>
                    </td>
                </tr>
                <tr>{headers}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn line(ctx: &Ctx, list: &UnlockList, row: &UnlockRow) -> AnyView {
    let lang = ctx.lang;
    let mut cautions = list.cautions.in_words(row.person_id, lang);
    cautions.extend(absence_key(row.presence).map(|key| lang.t(key).into_owned()));
    if row.escort_officers > 0 {
        cautions.push(words::escort(lang, row.escort_officers, row.escort_mode));
    }
    // A box that must not be ticked is not there.
    let ticks = if row.status.is_live() {
        let tick = || view! { <td class="tick"><span class="box" aria-hidden="true"></span></td> };
        view! { {tick()}{tick()}{tick()} }.into_any()
    } else {
        view! { <td colspan="3">{words::state(lang, row.status, row.cancel_reason)}</td> }.into_any()
    };
    let place = format!("{} {}", lang.times(row.starts_at, row.ends_at, ctx.zone()), row.room);
    view! {
        <tr>
            <td><b>{list_name(&row.family_name, &row.given_name)}</b><br/>{row.prison_number.clone()}</td>
            <td class="nowrap">{row.cell.clone()}</td>
            <td>{cautions.join("; ")}</td>
            <td>{place}<br/>{words::neutral_label(lang, &row.label_letter)}</td>
            {ticks}
            <td class="notes"></td>
        </tr>
    }
    .into_any()
}
