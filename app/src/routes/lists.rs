//! Printed lists, the movement list, slips, and one person's movements.

use chrono::NaiveDate;

use crate::access::policy::Permission as P;
use crate::custody::lists::model::ListKey;
use crate::custody::lists::pages::{catch_up, changes, movements as movements_page, print, register, show};
use crate::custody::slots::Part;
use crate::custody::unlock::pages::{history, phone};
use crate::kit::ids::{ListId, PersonId, SlotId, WingId};
use crate::web::Routes;

/// The register of prints; a list is printed by a form that goes to the same address.
pub const LISTS: &str = "/lists";
pub const MOVEMENTS: &str = "/movements";
/// Where a phone sends the marks that it has kept.
pub const PHONE_MARKS: &str = "/unlock/marks";

#[must_use]
pub fn lists_of(date: NaiveDate) -> String {
    format!("{LISTS}?date={date}")
}

#[must_use]
pub fn list(id: ListId) -> String {
    format!("{LISTS}/{id}")
}

#[must_use]
pub fn list_changes(id: ListId) -> String {
    format!("{LISTS}/{id}/changes")
}

#[must_use]
pub fn list_seen(id: ListId) -> String {
    format!("{LISTS}/{id}/seen")
}

#[must_use]
pub fn list_catch_up(id: ListId) -> String {
    format!("{LISTS}/{id}/catch-up")
}

/// Who goes where in one part of a day: of one wing or of all.
#[must_use]
pub fn movements(wing: Option<WingId>, date: NaiveDate, part: Part) -> String {
    format!("{MOVEMENTS}?date={date}&part={part}{}", of_wing(wing))
}

fn of_wing(wing: Option<WingId>) -> String {
    wing.map(|wing| format!("&wing={wing}")).unwrap_or_default()
}

/// One person's movements at one session; they are put right at the same address.
#[must_use]
pub fn movement(slot: SlotId, person: PersonId) -> String {
    format!("{MOVEMENTS}/{slot}/{person}")
}

/// What slips are to say, for everybody on a list.
#[must_use]
pub fn slips(key: &ListKey) -> String {
    let room = key.room.map(|room| format!("&room={room}")).unwrap_or_default();
    format!("/slips?date={}&part={}{}{room}", key.date, key.part, of_wing(key.wing))
}

/// A slip for one of them.
#[must_use]
pub fn slip(key: &ListKey, person: PersonId) -> String {
    format!("{}&person={person}", slips(key))
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(LISTS, P::UnlockListRead, register::page)
        .post(LISTS, P::ListPrint, print::submit)
        .get("/lists/{id}", P::UnlockListRead, show::page)
        .get("/lists/{id}/changes", P::UnlockListRead, changes::page)
        .post("/lists/{id}/seen", P::ListAcknowledge, changes::see)
        .get("/lists/{id}/catch-up", P::MovementMark, catch_up::page)
        .post("/lists/{id}/catch-up", P::MovementMark, catch_up::save)
        .get("/slips", P::ListPrint, print::slips)
        .get(MOVEMENTS, P::UnlockListRead, movements_page::page)
        .get("/movements/{slot}/{person}", P::UnlockListRead, history::page)
        .post("/movements/{slot}/{person}", P::MovementCorrect, history::correct)
        .post(PHONE_MARKS, P::MovementMark, phone::mark)
}
