//! Measures of a patient, and which of them a facility has switched on.

use crate::access::policy::Permission as P;
use crate::care::measures::pages as measures;
use crate::kit::ids::PersonId;
use crate::web::Routes;

pub const MEASURE_SETTINGS: &str = "/measures/settings";

#[must_use]
pub fn patient_measures(id: PersonId) -> String {
    format!("/patients/{id}/measures")
}

/// The form of one measure, and where it is signed.
#[must_use]
pub fn measure_take(id: PersonId, code: &str) -> String {
    format!("/patients/{id}/measures/{code}")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/patients/{id}/measures", P::MeasureRead, measures::list::page)
        .get("/patients/{id}/measures/{code}", P::MeasureWrite, measures::take::page)
        .post("/patients/{id}/measures/{code}", P::MeasureWrite, measures::take::submit)
        .get(MEASURE_SETTINGS, P::MeasureManage, measures::settings::page)
        .post(MEASURE_SETTINGS, P::MeasureManage, measures::settings::save)
}
