//! Patients, plans, sessions, notes.

use crate::access::policy::Permission as P;
use crate::care::patients::pages as patients;
use crate::care::plans::pages as plans;
use crate::care::sessions::pages as sessions;
use crate::kit::ids::{PersonId, SlotId, UserId};
use crate::web::Routes;

pub const PATIENTS: &str = "/patients";
pub const PATIENT_NEW: &str = "/patients/new";

#[must_use]
pub fn patient(id: PersonId) -> String {
    format!("/patients/{id}")
}

#[must_use]
pub fn patient_team(id: PersonId) -> String {
    format!("/patients/{id}/team")
}

#[must_use]
pub fn patient_team_remove(id: PersonId, user: UserId) -> String {
    format!("/patients/{id}/team/{user}/remove")
}

#[must_use]
pub fn patient_team_lead(id: PersonId, user: UserId) -> String {
    format!("/patients/{id}/team/{user}/lead")
}

#[must_use]
pub fn patient_plan(id: PersonId) -> String {
    format!("/patients/{id}/plan")
}

#[must_use]
pub fn patient_plan_version(id: PersonId, version_no: i32) -> String {
    format!("/patients/{id}/plan/versions/{version_no}")
}

#[must_use]
pub fn patient_plan_edit(id: PersonId) -> String {
    format!("/patients/{id}/plan/edit")
}

#[must_use]
pub fn patient_plan_activate(id: PersonId) -> String {
    format!("/patients/{id}/plan/activate")
}

#[must_use]
pub fn patient_plan_next(id: PersonId) -> String {
    format!("/patients/{id}/plan/next")
}

#[must_use]
pub fn patient_plan_discard(id: PersonId) -> String {
    format!("/patients/{id}/plan/discard")
}
pub const TODAY: &str = "/today";
pub const SCHEDULE: &str = "/schedule";
pub const SESSION_NEW: &str = "/sessions/new";

#[must_use]
pub fn session(id: SlotId) -> String {
    format!("/sessions/{id}")
}

#[must_use]
pub fn session_sign(id: SlotId) -> String {
    format!("/sessions/{id}/sign")
}

#[must_use]
pub fn session_stop(id: SlotId) -> String {
    format!("/sessions/{id}/stop")
}

#[must_use]
pub fn patient_sessions(id: PersonId) -> String {
    format!("/patients/{id}/sessions")
}

#[must_use]
pub fn patient_notes(id: PersonId) -> String {
    format!("/patients/{id}/notes")
}

#[must_use]
pub fn session_new(id: PersonId) -> String {
    format!("{SESSION_NEW}?patient={id}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(PATIENTS, P::PatientList, patients::caseload)
        .get(PATIENT_NEW, P::PatientOpen, patients::new)
        .post(PATIENT_NEW, P::PatientOpen, patients::open)
        .get("/patients/{id}", P::PatientRead, patients::overview)
        .post("/patients/{id}/team", P::PatientOpen, patients::add)
        .post("/patients/{id}/team/{user}/remove", P::PatientOpen, patients::remove)
        .post("/patients/{id}/team/{user}/lead", P::PatientOpen, patients::hand_over)
        .get("/patients/{id}/plan", P::PlanRead, plans::page)
        .get("/patients/{id}/plan/versions/{number}", P::PlanRead, plans::version)
        .get("/patients/{id}/plan/edit", P::PlanWrite, plans::edit)
        .post("/patients/{id}/plan/edit", P::PlanWrite, plans::save)
        .post("/patients/{id}/plan/activate", P::PlanWrite, plans::activate)
        .post("/patients/{id}/plan/next", P::PlanWrite, plans::next)
        .post("/patients/{id}/plan/discard", P::PlanWrite, plans::discard)
        .get(TODAY, P::SessionRecord, sessions::today::page)
        .get(SCHEDULE, P::SessionRecord, sessions::schedule::page)
        .get(SESSION_NEW, P::SessionRequest, sessions::request::page)
        .post(SESSION_NEW, P::SessionRequest, sessions::request::submit)
        .get("/sessions/{id}", P::SessionRead, sessions::record::page)
        .post("/sessions/{id}", P::SessionRecord, sessions::record::save)
        .post("/sessions/{id}/stop", P::SessionRequest, sessions::record::stop)
        .get("/sessions/{id}/sign", P::NoteSign, sessions::sign::page)
        .post("/sessions/{id}/sign", P::NoteSign, sessions::sign::submit)
        .get("/patients/{id}/sessions", P::SessionRead, sessions::patient::page)
}
