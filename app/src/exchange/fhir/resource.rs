//! One resource of any kind, and the bundle of one patient.

use chrono::{DateTime, Utc};

use super::appointment::Appointment;
use super::audit::AuditEvent;
use super::composition::Composition;
use super::consent::Consent;
use super::goal::Goal;
use super::impression::ClinicalImpression;
use super::observation::Observation;
use super::patient::Patient;
use super::plan::CarePlan;
use super::provenance::Provenance;
use super::questionnaire::QuestionnaireResponse;
use super::referral::ServiceRequest;
use super::session::{Encounter, Procedure};
use super::types::instant;
use super::{About, BASE};

macro_rules! resources {
    ($($kind:ident),* $(,)?) => {
        /// A resource; which kind it is stands first in its JSON.
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(tag = "resourceType")]
        pub enum Resource { $($kind(Box<$kind>)),* }

        impl Resource {
            /// Every kind that is exported.
            pub const KINDS: &'static [&'static str] = &[$(stringify!($kind)),*];

            #[must_use]
            pub const fn kind(&self) -> &'static str {
                match self { $(Self::$kind(_) => stringify!($kind)),* }
            }

            #[must_use]
            pub fn id(&self) -> &str {
                match self { $(Self::$kind(held) => &held.id),* }
            }
        }

        $(impl From<$kind> for Resource {
            fn from(held: $kind) -> Self {
                Self::$kind(Box::new(held))
            }
        })*
    };
}

resources! {
    Patient, ServiceRequest, CarePlan, Goal, Appointment, Encounter, Procedure, Observation, QuestionnaireResponse,
    ClinicalImpression, Composition, Consent, AuditEvent, Provenance,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase", tag = "resourceType", rename = "Bundle")]
struct Bundle<'a> {
    id: String,
    r#type: &'static str,
    timestamp: String,
    entry: Vec<Entry<'a>>,
}

#[derive(Debug, serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry<'a> {
    full_url: String,
    resource: &'a Resource,
}

/// Everything of one patient as one document. References resolve against the addresses of the entries.
#[must_use]
pub fn bundle(about: About, at: DateTime<Utc>, resources: &[Resource]) -> String {
    let entry = resources
        .iter()
        .map(|held| Entry { full_url: format!("{BASE}/{}/{}", held.kind(), held.id()), resource: held })
        .collect();
    let bundle = Bundle { id: about.patient.to_string(), r#type: "collection", timestamp: instant(at), entry };
    serde_json::to_string(&bundle).unwrap_or_default()
}
