//! The record of a patient for another system.

use crate::access::policy::Permission as P;
use crate::exchange::fhir::pages as fhir;
use crate::kit::ids::PersonId;
use crate::web::Routes;

#[must_use]
pub fn patient_fhir(id: PersonId) -> String {
    format!("/patients/{id}/fhir.json")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes.get("/patients/{id}/fhir.json", P::RecordExport, fhir::download)
}
