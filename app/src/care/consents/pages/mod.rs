//! The pages about consent, and the way between the three things that hang together: consents, notices, disclosures.

pub mod file;
pub mod list;
pub mod withdraw;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::tabs;
use crate::routes;

/// The way between consents, notices and disclosures of one patient.
#[must_use]
pub fn ways(lang: Lang, patient: PersonId, current: &str) -> AnyView {
    let links = vec![
        (routes::patient_consents(patient), lang.t("consents-title").into_owned()),
        (routes::patient_notices(patient), lang.t("notices-title").into_owned()),
        (routes::patient_disclosures(patient), lang.t("disclosures-title").into_owned()),
    ];
    tabs(lang.t("consents-ways"), links, current)
}
