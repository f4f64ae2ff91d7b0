//! Group programmes.

use crate::access::policy::Permission as P;
use crate::care::programmes::pages::{edit, list, members, show};
use crate::kit::ids::{PersonId, ProgrammeId};
use crate::web::Routes;

pub const PROGRAMMES: &str = "/programmes";
pub const PROGRAMME_NEW: &str = "/programmes/new";

#[must_use]
pub fn programme(id: ProgrammeId) -> String {
    format!("{PROGRAMMES}/{id}")
}

#[must_use]
pub fn programme_edit(id: ProgrammeId) -> String {
    format!("{PROGRAMMES}/{id}/edit")
}

#[must_use]
pub fn programme_end(id: ProgrammeId) -> String {
    format!("{PROGRAMMES}/{id}/end")
}

#[must_use]
pub fn programme_members(id: ProgrammeId) -> String {
    format!("{PROGRAMMES}/{id}/members")
}

#[must_use]
pub fn programme_member(id: ProgrammeId, patient: PersonId) -> String {
    format!("{PROGRAMMES}/{id}/members/{patient}")
}

#[must_use]
pub fn programme_member_forward(id: ProgrammeId, patient: PersonId) -> String {
    format!("{PROGRAMMES}/{id}/members/{patient}/forward")
}

/// Asking for a session with the members filled in.
#[must_use]
pub fn session_new_of(id: ProgrammeId) -> String {
    format!("{}?programme={id}", super::SESSION_NEW)
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(PROGRAMMES, P::ProgrammeRead, list::page)
        .get(PROGRAMME_NEW, P::ProgrammeWrite, edit::new)
        .post(PROGRAMME_NEW, P::ProgrammeWrite, edit::create)
        .get("/programmes/{id}", P::ProgrammeRead, show::page)
        .get("/programmes/{id}/edit", P::ProgrammeWrite, edit::edit)
        .post("/programmes/{id}/edit", P::ProgrammeWrite, edit::save)
        .post("/programmes/{id}/end", P::ProgrammeWrite, edit::end)
        .post("/programmes/{id}/members", P::ProgrammeWrite, members::join)
        .post("/programmes/{id}/members/{patient}", P::ProgrammeWrite, members::change)
        .post("/programmes/{id}/members/{patient}/forward", P::ProgrammeWrite, members::forward)
}
