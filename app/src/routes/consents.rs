//! Consents, functional notices on both sides of the wall, and disclosures.

use crate::access::policy::Permission as P;
use crate::care::consents::pages as consents;
use crate::care::disclosures::pages as disclosures;
use crate::care::notices::pages as care_notices;
use crate::custody::notices::pages as notices;
use crate::kit::ids::{ConsentId, DisclosureId, NoticeId, PersonId};
use crate::web::Routes;

/// Custody's list of notices.
pub const NOTICES: &str = "/notices";
/// Disclosures that wait for the head.
pub const DISCLOSURES: &str = "/disclosures";

#[must_use]
pub fn notice_acknowledge(id: NoticeId) -> String {
    format!("{NOTICES}/{id}")
}

#[must_use]
pub fn patient_consents(id: PersonId) -> String {
    format!("/patients/{id}/consents")
}

#[must_use]
pub fn consent_withdraw(id: PersonId, consent: ConsentId) -> String {
    format!("/patients/{id}/consents/{consent}/withdraw")
}

#[must_use]
pub fn patient_notices(id: PersonId) -> String {
    format!("/patients/{id}/notices")
}

#[must_use]
pub fn notice_renew(id: PersonId, notice: NoticeId) -> String {
    format!("/patients/{id}/notices/{notice}/renew")
}

#[must_use]
pub fn notice_end(id: PersonId, notice: NoticeId) -> String {
    format!("/patients/{id}/notices/{notice}/end")
}

#[must_use]
pub fn patient_disclosures(id: PersonId) -> String {
    format!("/patients/{id}/disclosures")
}

#[must_use]
pub fn disclosure_decide(id: PersonId, disclosure: DisclosureId) -> String {
    format!("/patients/{id}/disclosures/{disclosure}/decide")
}

#[must_use]
pub fn disclosure_sent(id: PersonId, disclosure: DisclosureId) -> String {
    format!("/patients/{id}/disclosures/{disclosure}/sent")
}

pub(super) fn add(routes: Routes) -> Routes {
    routes
        .get("/patients/{id}/consents", P::ConsentRead, consents::list::page)
        .post("/patients/{id}/consents", P::ConsentWrite, consents::list::record)
        .get("/patients/{id}/consents/{consent}/withdraw", P::ConsentWrite, consents::withdraw::page)
        .post("/patients/{id}/consents/{consent}/withdraw", P::ConsentWrite, consents::withdraw::submit)
        .get("/patients/{id}/notices", P::ConsentRead, care_notices::page)
        .post("/patients/{id}/notices", P::NoticeWrite, care_notices::give)
        .post("/patients/{id}/notices/{notice}/renew", P::NoticeWrite, care_notices::renew)
        .post("/patients/{id}/notices/{notice}/end", P::NoticeWrite, care_notices::end)
        .get("/patients/{id}/disclosures", P::DisclosureRead, disclosures::page)
        .post("/patients/{id}/disclosures", P::DisclosureWrite, disclosures::propose)
        .post("/patients/{id}/disclosures/{disclosure}/decide", P::DisclosureApprove, disclosures::decide)
        .post("/patients/{id}/disclosures/{disclosure}/sent", P::DisclosureWrite, disclosures::sent)
        .get(DISCLOSURES, P::DisclosureApprove, disclosures::worklist)
        .get(NOTICES, P::NoticeRead, notices::page)
        .post("/notices/{id}", P::NoticeAcknowledge, notices::acknowledge)
}
