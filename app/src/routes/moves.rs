//! Moving sessions, and the questions about it.

use crate::access::policy::Permission as P;
use crate::care::moves::pages as care_moves;
use crate::custody::moves::pages::shift as shift_page;
use crate::kit::ids::SlotId;
use crate::web::Routes;

/// What custody asks of health.
pub const MOVE_REQUESTS: &str = "/move-requests";

/// Custody's form in which a session is moved; the move is sent to the same address.
#[must_use]
pub fn slot_move(id: SlotId) -> String {
    format!("/slots/{id}/move")
}

/// Health's form.
#[must_use]
pub fn session_move(id: SlotId) -> String {
    format!("/sessions/{id}/move")
}

/// Where the answer to the question about a session is sent.
#[must_use]
pub fn move_request(id: SlotId) -> String {
    format!("/sessions/{id}/move-request")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/slots/{id}/move", P::SlotDecide, shift_page::page)
        .post("/slots/{id}/move", P::SlotDecide, shift_page::submit)
        .get("/sessions/{id}/move", P::SessionRequest, care_moves::form)
        .post("/sessions/{id}/move", P::SessionRequest, care_moves::submit)
        .get(MOVE_REQUESTS, P::SessionRequest, care_moves::list)
        .post("/sessions/{id}/move-request", P::SessionRequest, care_moves::answer)
}
