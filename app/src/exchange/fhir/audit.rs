//! AuditEvent: one for each read of the patient's clinical record. What custody read of its own is not part of it.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::types::{Coding, Concept, Meta, Reference, fhir, hyphened, instant};
use super::{About, BASE};
use crate::kit::ids::UserId;

fhir! {
    AuditAgent { role: Vec<Concept>, who: Reference, requestor: Option<bool> }
    Source { observer: Reference, r#type: Vec<Coding> }
    Entity { what: Option<Reference>, r#type: Option<Coding>, description: String }
    AuditEvent {
        id: String, meta: Meta, r#type: Coding, subtype: Vec<Coding>, action: &'static str, recorded: String,
        outcome: &'static str, outcome_desc: String, agent: Vec<AuditAgent>, source: Source, entity: Vec<Entity>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct EntryRow {
    pub id: Uuid,
    pub at: DateTime<Utc>,
    pub user_id: UserId,
    pub user_name: String,
    pub role: String,
    pub permission: String,
    pub outcome: String,
    pub reason: String,
    pub object: String,
}

#[must_use]
pub fn event(about: About, row: &EntryRow) -> AuditEvent {
    let allowed = row.outcome == "allowed";
    let role = Concept::of(Coding {
        system: format!("{BASE}/CodeSystem/role"),
        code: hyphened(&row.role),
        display: String::new(),
    });
    AuditEvent {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        r#type: Coding::new("http://dicom.nema.org/resources/ontology/DCM", "110110").named("Patient Record"),
        subtype: vec![Coding {
            system: format!("{BASE}/CodeSystem/permission"),
            code: hyphened(&row.permission),
            display: String::new(),
        }],
        action: "R",
        recorded: instant(row.at),
        outcome: if allowed { "0" } else { "4" },
        outcome_desc: row.reason.clone(),
        agent: vec![AuditAgent {
            role: if row.role.is_empty() { Vec::new() } else { vec![role] },
            who: Reference::staff(row.user_id, &row.user_name),
            requestor: Some(true),
        }],
        source: Source {
            observer: Reference::installation(),
            r#type: vec![
                Coding::new("http://terminology.hl7.org/CodeSystem/security-source-type", "4")
                    .named("Application Server"),
            ],
        },
        entity: vec![Entity {
            what: Some(Reference::patient(about)),
            r#type: Some(Coding::new("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1").named("Person")),
            description: row.object.clone(),
        }],
    }
}
