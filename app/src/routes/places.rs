//! What bookings stand on: the regime, rooms, closures; whom to keep apart; what has changed, who will be away, and the prison's
//! own files.

use crate::access::policy::Permission as P;
use crate::care::changes as care;
use crate::custody::cautions::pages as cautions_pages;
use crate::custody::changes::pages as changes_pages;
use crate::custody::imports::pages as import_pages;
use crate::custody::outings::pages as outings_pages;
use crate::custody::places::pages as places_pages;
use crate::kit::ids::{AlertId, ClosureId, ImportId, KeepApartId, OutingId, RoomId};
use crate::web::Routes;

pub const REGIME: &str = "/regime";
pub const CLOSURES: &str = "/closures";
pub const ROOMS: &str = "/rooms";
pub const CAUTIONS: &str = "/cautions";
pub const PAIR_NEW: &str = "/cautions/pairs/new";
pub const ALERT_NEW: &str = "/cautions/alerts/new";
pub const CHANGES: &str = "/changes";
pub const CHANGES_ALL: &str = "/changes?show=all";
pub const OUTINGS: &str = "/outings";
pub const PRISON_IMPORT: &str = "/changes/import";
/// The same changes, for the health unit.
pub const CARE_CHANGES: &str = "/schedule/changes";
pub const CARE_CHANGES_SEEN: &str = "/schedule/changes?show=seen";
/// The regime, rooms and closures, for the health unit.
pub const CARE_PLACES: &str = "/schedule/places";

#[must_use]
pub fn closure(id: ClosureId) -> String {
    format!("{CLOSURES}/{id}")
}

#[must_use]
pub fn closure_end(id: ClosureId) -> String {
    format!("{CLOSURES}/{id}/end")
}

#[must_use]
pub fn room(id: RoomId) -> String {
    format!("{ROOMS}/{id}")
}

/// Pairs that hold when nothing is named; `alerts`, `due` or `past`.
#[must_use]
pub fn cautions(show: &str) -> String {
    if show.is_empty() { CAUTIONS.to_owned() } else { format!("{CAUTIONS}?show={show}") }
}

#[must_use]
pub fn pair(id: KeepApartId) -> String {
    format!("{CAUTIONS}/pairs/{id}")
}

#[must_use]
pub fn alert(id: AlertId) -> String {
    format!("{CAUTIONS}/alerts/{id}")
}

#[must_use]
pub fn outing_end(id: OutingId) -> String {
    format!("{OUTINGS}/{id}/end")
}

/// What an uploaded file would do.
#[must_use]
pub fn prison_import(id: ImportId) -> String {
    format!("{PRISON_IMPORT}/{id}")
}

#[must_use]
pub fn prison_import_apply(id: ImportId) -> String {
    format!("{PRISON_IMPORT}/{id}/apply")
}

#[must_use]
pub fn prison_import_discard(id: ImportId) -> String {
    format!("{PRISON_IMPORT}/{id}/discard")
}

pub(super) fn add(routes: Routes) -> Routes {
    let routes = routes
        .get(REGIME, P::PlaceManage, places_pages::regime::page)
        .post(REGIME, P::PlaceManage, places_pages::regime::save)
        .get(CLOSURES, P::PlaceManage, places_pages::closures::page)
        .post(CLOSURES, P::PlaceManage, places_pages::closures::add)
        .get("/closures/{id}", P::PlaceManage, places_pages::closure::page)
        .post("/closures/{id}/end", P::PlaceManage, places_pages::closure::end)
        .get(ROOMS, P::PlaceManage, places_pages::rooms::page)
        .get("/rooms/{id}", P::PlaceManage, places_pages::room::page)
        .post("/rooms/{id}", P::PlaceManage, places_pages::room::save)
        .get(CAUTIONS, P::CautionRead, cautions_pages::list::page)
        .get(PAIR_NEW, P::CautionManage, cautions_pages::pair::new)
        .post(PAIR_NEW, P::CautionManage, cautions_pages::pair::add)
        .get("/cautions/pairs/{id}", P::CautionManage, cautions_pages::pair::page)
        .post("/cautions/pairs/{id}", P::CautionManage, cautions_pages::pair::save)
        .get(ALERT_NEW, P::CautionManage, cautions_pages::alert::new)
        .post(ALERT_NEW, P::CautionManage, cautions_pages::alert::add)
        .get("/cautions/alerts/{id}", P::CautionManage, cautions_pages::alert::page)
        .post("/cautions/alerts/{id}", P::CautionManage, cautions_pages::alert::save);
    routes
        .get(CHANGES, P::PrisonChange, changes_pages::page)
        .post(CHANGES, P::PrisonChange, changes_pages::acknowledge)
        .get(OUTINGS, P::OutingManage, outings_pages::page)
        .post(OUTINGS, P::OutingManage, outings_pages::add)
        .post("/outings/{id}/end", P::OutingManage, outings_pages::end)
        .get(PRISON_IMPORT, P::ImportPrison, import_pages::list)
        .post(PRISON_IMPORT, P::ImportPrison, import_pages::upload)
        .get("/changes/import/{id}", P::ImportPrison, import_pages::preview)
        .post("/changes/import/{id}/apply", P::ImportPrison, import_pages::apply)
        .post("/changes/import/{id}/discard", P::ImportPrison, import_pages::discard)
        .get(CARE_CHANGES, P::HealthChange, care::pages::page)
        .post(CARE_CHANGES, P::HealthChange, care::pages::acknowledge)
        .get(CARE_PLACES, P::PlaceRead, care::places::page)
}
