//! Above the board: to other days and weeks, to fewer sessions, and back to all of them.

use chrono::Days;
use leptos::prelude::*;

use super::super::api::Board;
use super::super::filter::BoardFilter;
use super::super::model::SlotStatus;
use crate::kit::form::Fields;
use crate::kit::ui::{Button, Field, button_quiet, get_form, link_button_quiet, options_of};
use crate::routes;
use crate::web::Ctx;

pub fn ways(ctx: &Ctx, filter: &BoardFilter, board: &Board, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let step = Days::new(if filter.week { 7 } else { 1 });
    let to = |date| routes::board_of(&filter.on(date));
    let before = to(filter.date.checked_sub_days(step).unwrap_or(filter.date));
    let after = to(filter.date.checked_add_days(step).unwrap_or(filter.date));
    let (back, on) =
        if filter.week { ("board-week-before", "board-week-after") } else { ("slot-day-before", "slot-day-after") };
    let other = routes::board_of(&BoardFilter { week: !filter.week, ..filter.clone() });
    view! {
        <div class="day-bar no-print">
            <nav class="days" aria-label=lang.t("slot-days")>
                {link_button_quiet(before, lang.t(back))}
                {link_button_quiet(to(ctx.today()), lang.t("custody-today"))}
                {link_button_quiet(after, lang.t(on))}
                {link_button_quiet(other, lang.t(if filter.week { "board-to-day" } else { "board-to-week" }))}
            </nav>
            {form(ctx, filter, board, fields)}
            <nav class="days" aria-label=lang.t("escorts-nav-more")>{link_button_quiet(routes::LOCKDOWN_NEW, lang.t("lockdown-new"))} {link_button_quiet(routes::CUSTODY_HOURS, lang.t("custody-hours-title"))}</nav>
        </div>
        {held(ctx, filter, board)}
    }
    .into_any()
}

fn form(ctx: &Ctx, filter: &BoardFilter, board: &Board, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let any = Some(lang.t("board-any").into_owned());
    let yes = |key: &str, value: &str| vec![(value.to_owned(), lang.t(key).into_owned())];
    let here = BoardFilter { room: None, used: false, ..filter.clone() };
    let rooms = board.shown_rooms(&here).map(|room| (room.id.to_string(), room.name.clone())).collect();
    let body = view! {
        {Field::new(fields, lang, "date", lang.t("kit-date")).date()}
        {Field::new(fields, lang, "rooms", lang.t("slot-rooms")).select(yes("slot-rooms-used", "used"), Some(lang.t("slot-rooms-all").into_owned()))}
        {Field::new(fields, lang, "room", lang.t("slot-room")).select(rooms, any.clone())}
        {Field::new(fields, lang, "practitioner", lang.t("slot-practitioner")).select(board.practitioners(), any.clone())}
        {Field::new(fields, lang, "status", lang.t("board-status")).select(options_of!(SlotStatus, lang), any.clone())}
        {Field::new(fields, lang, "waits", lang.t("board-waits")).select(yes("board-waits-yes", "yes"), any)}
        {button_quiet(lang.t("custody-show"))}
    };
    get_form(if filter.week { routes::BOARD_WEEK } else { routes::BOARD }, body.into_any())
}

/// The filters that hold, each with the way to be rid of it.
fn held(ctx: &Ctx, filter: &BoardFilter, board: &Board) -> AnyView {
    let lang = ctx.lang;
    let room = filter.room.and_then(|id| board.rooms.iter().find(|room| room.id == id)).map(|room| room.name.clone());
    let user = filter.practitioner.map(|id| id.to_string());
    let user = user.and_then(|id| board.practitioners().into_iter().find(|(held, _)| *held == id)).map(|held| held.1);
    let all = || filter.clone();
    let held = [
        (filter.room.is_some(), room.unwrap_or_default(), BoardFilter { room: None, ..all() }),
        (filter.practitioner.is_some(), user.unwrap_or_default(), BoardFilter { practitioner: None, ..all() }),
        (
            filter.status.is_some(),
            filter.status.map(|status| status.label(lang).into_owned()).unwrap_or_default(),
            BoardFilter { status: None, ..all() },
        ),
        (filter.waits, lang.t("board-waits-yes").into_owned(), BoardFilter { waits: false, ..all() }),
    ];
    let links: Vec<_> = held
        .into_iter()
        .filter(|(holds, ..)| *holds)
        .map(|(_, what, without)| {
            Button::new(lang.t_with("board-without", &[("what", what.into())])).quiet().link(routes::board_of(&without))
        })
        .collect();
    (!links.is_empty()).then(|| view! { <p class="actions no-print">{links}</p> }).into_any()
}
