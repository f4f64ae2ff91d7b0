//! Opening a record for a while by saying why, the head's review of it, and who looked at a patient's record.

use crate::access::policy::{Opening, Permission as P};
use crate::care::openings::pages as openings;
use crate::i18n::Lang;
use crate::kit::ids::{OpeningId, PersonId};
use crate::oversight::looked::pages as looked;
use crate::oversight::unusual::pages as unusual;
use crate::web::Routes;

/// What was opened by breaking the glass, for the head to review.
pub const OPENINGS: &str = "/openings";
/// Closes whatever the user has opened.
pub const OPENINGS_END: &str = "/openings/end";

/// The form that opens a record, and where it is sent.
#[must_use]
pub fn patient_opening(id: PersonId) -> String {
    format!("/patients/{id}/opening")
}

/// The form, coming back to a page of the patient.
#[must_use]
pub fn patient_opening_for(id: PersonId, kind: Opening, back: &str) -> String {
    let query = serde_html_form::to_string([("kind", kind.as_str()), ("back", back)]).unwrap_or_default();
    format!("/patients/{id}/opening?{query}")
}

#[must_use]
pub fn openings_all() -> String {
    format!("{OPENINGS}?show=all")
}

#[must_use]
pub fn opening(id: OpeningId) -> String {
    format!("{OPENINGS}/{id}")
}

#[must_use]
pub fn opening_seen(id: OpeningId) -> String {
    format!("{OPENINGS}/{id}/seen")
}

/// Looks that an auditor should ask about.
pub const UNUSUAL: &str = "/access-log/unusual";

/// The access log of one user on one day.
#[must_use]
pub fn access_log_of(user: &str, day: &str) -> String {
    let query = serde_html_form::to_string([("user", user), ("from", day), ("to", day)]).unwrap_or_default();
    format!("{}?{query}", super::ACCESS_LOG)
}

/// Who looked at a patient's record.
#[must_use]
pub fn patient_looked(id: PersonId) -> String {
    format!("/patients/{id}/looked")
}

#[must_use]
pub fn patient_looked_in(id: PersonId, lang: Lang) -> String {
    format!("/patients/{id}/looked?in={}", lang.code())
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/patients/{id}/opening", P::RecordOpen, openings::form)
        .post("/patients/{id}/opening", P::RecordOpen.with_proof(), openings::open)
        .post(OPENINGS_END, P::RecordOpen, openings::end)
        .get(OPENINGS, P::OpeningReview, openings::list)
        .get("/openings/{id}", P::OpeningReview, openings::one)
        .post("/openings/{id}", P::OpeningReview, openings::review)
        .post("/openings/{id}/seen", P::OpeningReview, openings::seen)
        .get(UNUSUAL, P::AccessLogRead, unusual::page)
        .get("/patients/{id}/looked", P::WhoLooked, looked::page)
}
