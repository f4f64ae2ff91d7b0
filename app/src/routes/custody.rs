//! The board, slots and the unlock list.

use chrono::NaiveDate;

use crate::access::policy::Permission as P;
use crate::custody::slots::Part;
use crate::custody::slots::filter::BoardFilter;
use crate::custody::slots::pages::{board as board_page, decide as decide_page, slot as slot_page};
use crate::custody::unlock::pages::list as unlock_page;
use crate::kit::ids::{SlotId, WingId};
use crate::web::Routes;

pub const BOARD: &str = "/board";
pub const BOARD_WEEK: &str = "/board/week";
pub const UNLOCK: &str = "/unlock";

/// The board of a day, with all rooms or only those that hold a session.
#[must_use]
pub fn board(date: NaiveDate, only_with_sessions: bool) -> String {
    board_of(&BoardFilter { used: only_with_sessions, ..BoardFilter::day(date) })
}

/// The board of a day or a week, with what is asked of it.
#[must_use]
pub fn board_of(filter: &BoardFilter) -> String {
    let path = if filter.week { BOARD_WEEK } else { BOARD };
    let held = [
        filter.used.then(|| "&rooms=used".to_owned()),
        filter.room.map(|room| format!("&room={room}")),
        filter.practitioner.map(|user| format!("&practitioner={user}")),
        filter.status.map(|status| format!("&status={status}")),
        filter.waits.then(|| "&waits=yes".to_owned()),
    ];
    format!("{path}?date={}{}", filter.date, held.into_iter().flatten().collect::<String>())
}

/// One slot; a decision about it is sent to the same address.
#[must_use]
pub fn slot(id: SlotId) -> String {
    format!("/slots/{id}")
}

/// The place of a slot on the board.
#[must_use]
pub fn slot_anchor(id: SlotId) -> String {
    format!("s{}", id.0.simple())
}

/// The list of a wing for a part of a day; a mark on it is sent to the same address.
#[must_use]
pub fn unlock(wing: WingId, date: NaiveDate, part: Part) -> String {
    format!("{UNLOCK}?wing={wing}&date={date}&part={part}")
}

/// The same list with one row's reasons open.
#[must_use]
pub fn unlock_asking(wing: WingId, date: NaiveDate, part: Part, row: &str) -> String {
    format!("{}&ask={row}#{row}", unlock(wing, date, part))
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(BOARD, P::BoardRead, board_page::page)
        .get(BOARD_WEEK, P::BoardRead, board_page::week_page)
        .get("/slots/{id}", P::BoardRead, slot_page::page)
        .post("/slots/{id}", P::SlotDecide, decide_page::submit)
        .get(UNLOCK, P::UnlockListRead, unlock_page::page)
        .post(UNLOCK, P::MovementMark, unlock_page::mark)
}
