//! The unit, progress, the access log, verification.

use uuid::Uuid;

use crate::access::policy::Permission as P;
use crate::kit::ids::PersonId;
use crate::oversight::{access_log, progress, unit, verification};
use crate::web::Routes;

pub const UNIT: &str = "/unit";
pub const UNIT_FILTERS: &str = "/unit/filters";
pub const ACCESS_LOG: &str = "/access-log";
pub const VERIFICATION: &str = "/verification";

#[must_use]
pub fn patient_progress(id: PersonId) -> String {
    format!("/patients/{id}/progress")
}

#[must_use]
pub fn unit_filter_default(id: Uuid) -> String {
    format!("{UNIT_FILTERS}/{id}/default")
}

#[must_use]
pub fn unit_filter_discard(id: Uuid) -> String {
    format!("{UNIT_FILTERS}/{id}/discard")
}

/// The same as a report to print.
#[must_use]
pub fn patient_progress_report(id: PersonId) -> String {
    format!("/patients/{id}/progress/report")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get(UNIT, P::UnitRead, unit::page)
        .post(UNIT_FILTERS, P::UnitRead, unit::filters::save)
        .post("/unit/filters/{id}/default", P::UnitRead, unit::filters::set_default)
        .post("/unit/filters/{id}/discard", P::UnitRead, unit::filters::discard)
        .get("/patients/{id}/progress", P::ProgressRead, progress::page)
        .get("/patients/{id}/progress/report", P::ProgressRead, progress::report)
        .get(ACCESS_LOG, P::AccessLogRead, access_log::page)
        .get(VERIFICATION, P::SealVerify, verification::page)
        .post(VERIFICATION, P::SealVerify, verification::verify_now)
}
