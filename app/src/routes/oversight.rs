//! The unit, progress, the access log, verification.

use crate::access::policy::Permission as P;
use crate::kit::ids::PersonId;
use crate::oversight::{access_log, progress, unit, verification};
use crate::web::Routes;

pub const UNIT: &str = "/unit";
pub const UNIT_REVIEWS: &str = "/unit?show=reviews";
pub const ACCESS_LOG: &str = "/access-log";
pub const VERIFICATION: &str = "/verification";

#[must_use]
pub fn patient_progress(id: PersonId) -> String {
    format!("/patients/{id}/progress")
}

/// The same as a report to print.
#[must_use]
pub fn patient_progress_report(id: PersonId) -> String {
    format!("/patients/{id}/progress/report")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(UNIT, P::UnitRead, unit::page)
        .get("/patients/{id}/progress", P::ProgressRead, progress::page)
        .get("/patients/{id}/progress/report", P::ProgressRead, progress::report)
        .get(ACCESS_LOG, P::AccessLogRead, access_log::page)
        .get(VERIFICATION, P::SealVerify, verification::page)
        .post(VERIFICATION, P::SealVerify, verification::verify_now)
}
