//! The board, slots and the unlock list.

use chrono::NaiveDate;

use crate::access::policy::Permission as P;
use crate::custody::slots::Part;
use crate::custody::slots::pages::{board as board_page, decide as decide_page, slot as slot_page};
use crate::custody::unlock::pages::list as unlock_page;
use crate::kit::ids::{SlotId, WingId};
use crate::web::Routes;

pub const BOARD: &str = "/board";
pub const UNLOCK: &str = "/unlock";

/// The board of a day, with all rooms or only those that hold a session.
#[must_use]
pub fn board(date: NaiveDate, only_with_sessions: bool) -> String {
    let rooms = if only_with_sessions { "&rooms=used" } else { "" };
    format!("{BOARD}?date={date}{rooms}")
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
        .get("/slots/{id}", P::BoardRead, slot_page::page)
        .post("/slots/{id}", P::SlotDecide, decide_page::submit)
        .get(UNLOCK, P::UnlockListRead, unlock_page::page)
        .post(UNLOCK, P::MovementMark, unlock_page::mark)
}
