//! Notes: drafts, signing, what becomes of a signed note, the worklist, phrases and supervision.

use uuid::Uuid;

use super::care::patient_notes;
use crate::access::policy::Permission as P;
use crate::care::notes::NoteKind;
use crate::care::notes::pages::{draft, list, note, phrases, sign, start, supervision, worklist};
use crate::kit::ids::{NoteId, PersonId};
use crate::web::Routes;

pub const NOTES_WORKLIST: &str = "/notes/worklist";
pub const PHRASES: &str = "/notes/phrases";
pub const SUPERVISION: &str = "/supervision";
pub const EXEMPT: &str = "/supervision/exempt";

#[must_use]
pub fn note_new(patient: PersonId) -> String {
    format!("/patients/{patient}/notes/new")
}

#[must_use]
pub fn note_new_of(patient: PersonId, kind: NoteKind) -> String {
    format!("{}?kind={kind}", note_new(patient))
}

#[must_use]
pub fn note_draft(patient: PersonId, draft: NoteId) -> String {
    format!("/patients/{patient}/notes/drafts/{draft}")
}

#[must_use]
pub fn note_draft_sign(patient: PersonId, draft: NoteId) -> String {
    format!("/patients/{patient}/notes/drafts/{draft}/sign")
}

#[must_use]
pub fn note_draft_discard(patient: PersonId, draft: NoteId) -> String {
    format!("/patients/{patient}/notes/drafts/{draft}/discard")
}

#[must_use]
pub fn note(patient: PersonId, note: NoteId) -> String {
    format!("{}/{note}", patient_notes(patient))
}

#[must_use]
pub fn note_cosign(patient: PersonId, id: NoteId) -> String {
    format!("{}/cosign", note(patient, id))
}

#[must_use]
pub fn note_error(patient: PersonId, id: NoteId) -> String {
    format!("{}/error", note(patient, id))
}

#[must_use]
pub fn note_error_withdraw(patient: PersonId, id: NoteId) -> String {
    format!("{}/error/withdraw", note(patient, id))
}

#[must_use]
pub fn note_error_confirm(patient: PersonId, id: NoteId) -> String {
    format!("{}/error/confirm", note(patient, id))
}

#[must_use]
pub fn note_addendum(patient: PersonId, id: NoteId) -> String {
    format!("{}/addendum", note(patient, id))
}

#[must_use]
pub fn note_next(patient: PersonId, id: NoteId) -> String {
    format!("{}/next", note(patient, id))
}

#[must_use]
pub fn phrase(id: Uuid) -> String {
    format!("{PHRASES}/{id}")
}

#[must_use]
pub fn phrase_delete(id: Uuid) -> String {
    format!("{PHRASES}/{id}/delete")
}

#[must_use]
pub fn supervision_end(id: Uuid) -> String {
    format!("{SUPERVISION}/{id}/end")
}

#[must_use]
pub fn exemption_end(id: Uuid) -> String {
    format!("{EXEMPT}/{id}/end")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/patients/{id}/notes", P::NoteRead, list::of_patient)
        .get("/patients/{id}/notes/new", P::NoteSign, start::page)
        .post("/patients/{id}/notes/new", P::NoteSign, start::begin)
        .get("/patients/{id}/notes/drafts/{draft}", P::NoteSign, draft::page)
        .post("/patients/{id}/notes/drafts/{draft}", P::NoteSign, draft::save)
        .post("/patients/{id}/notes/drafts/{draft}/discard", P::NoteSign, draft::discard)
        .get("/patients/{id}/notes/drafts/{draft}/sign", P::NoteSign, sign::page)
        .post("/patients/{id}/notes/drafts/{draft}/sign", P::NoteSign, sign::submit)
        .get("/patients/{id}/notes/{note}", P::NoteRead, note::page)
        .post("/patients/{id}/notes/{note}/cosign", P::NoteCosign, note::cosign)
        .post("/patients/{id}/notes/{note}/error", P::NoteSign, note::ask_error)
        .post("/patients/{id}/notes/{note}/error/withdraw", P::NoteSign, note::withdraw_error)
        .post("/patients/{id}/notes/{note}/error/confirm", P::NoteCosign, note::confirm_error)
        .post("/patients/{id}/notes/{note}/addendum", P::NoteSign, note::addendum)
        .post("/patients/{id}/notes/{note}/next", P::NoteSign, note::next_version)
        .get(NOTES_WORKLIST, P::NoteCosign, worklist::page)
        .get(PHRASES, P::NoteSign, phrases::page)
        .post(PHRASES, P::NoteSign, phrases::add)
        .get("/notes/phrases/{id}", P::NoteSign, phrases::edit)
        .post("/notes/phrases/{id}", P::NoteSign, phrases::save)
        .post("/notes/phrases/{id}/delete", P::NoteSign, phrases::delete)
        .get(SUPERVISION, P::SupervisionManage, supervision::page)
        .post(SUPERVISION, P::SupervisionManage, supervision::start)
        .post(EXEMPT, P::SupervisionManage, supervision::exempt)
        .post("/supervision/exempt/{id}/end", P::SupervisionManage, supervision::end_exemption)
        .post("/supervision/{id}/end", P::SupervisionManage, supervision::end)
}
