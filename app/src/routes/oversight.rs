//! The unit, progress, the access log, verification.

use uuid::Uuid;

use crate::access::policy::Permission as P;
use crate::custody;
use crate::kit::ids::{PersonId, ReportId};
use crate::oversight::{access_log, hours, progress, reports, unit, verification};
use crate::web::Routes;

pub const UNIT: &str = "/unit";
pub const UNIT_FILTERS: &str = "/unit/filters";
pub const UNIT_REVIEWS: &str = "/unit?show=reviews";
pub const HOURS: &str = "/hours";
pub const CUSTODY_HOURS: &str = "/custody-hours";
pub const REPORTS: &str = "/reports";
pub const REPORT_SO_FAR: &str = "/reports/so-far";
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

/// The page of hours with what is chosen on it.
#[must_use]
pub fn hours(chosen: &[(&str, &str)]) -> String {
    format!("{HOURS}?{}", serde_html_form::to_string(chosen).unwrap_or_default())
}

#[must_use]
pub fn custody_hours(period: &str) -> String {
    format!("{CUSTODY_HOURS}?period={period}")
}

/// What a report would say now, before it is given out.
#[must_use]
pub fn report_so_far(period: &str, place: &str) -> String {
    format!("{REPORT_SO_FAR}?period={period}&place={place}")
}

#[must_use]
pub fn report(id: ReportId) -> String {
    format!("{REPORTS}/{id}")
}

/// The report beside what the record says now.
#[must_use]
pub fn report_compare(id: ReportId) -> String {
    format!("{REPORTS}/{id}/compare")
}

/// The report's figures as a file, with the ending behind it.
#[must_use]
pub fn report_table(id: ReportId) -> String {
    format!("{REPORTS}/{id}/table")
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
        .get(HOURS, P::HoursRead, hours::pages::page)
        .get(CUSTODY_HOURS, P::CustodyHours, custody::hours::pages::page)
        .get(REPORTS, P::ReportRead, reports::pages::list)
        .post(REPORTS, P::ReportMake, reports::pages::ask)
        .get(REPORT_SO_FAR, P::ReportMake, reports::pages::so_far)
        .get("/reports/{id}", P::ReportRead, reports::pages::show)
        .get("/reports/{id}/compare", P::ReportMake, reports::pages::compare)
        .post("/reports/{id}/compare", P::ReportMake, reports::pages::again)
        .get("/patients/{id}/progress/report", P::ProgressRead, progress::report)
        .get(ACCESS_LOG, P::AccessLogRead, access_log::page)
        .get(VERIFICATION, P::SealVerify, verification::page)
        .post(VERIFICATION, P::SealVerify, verification::verify_now)
}
