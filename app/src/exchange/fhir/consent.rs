//! Consent: each decision that the patient made.

use chrono::{DateTime, NaiveDate, Utc};

use super::About;
use super::types::{Coding, Concept, Meta, Period, Reference, day, fhir, hyphened};
use crate::care::consents::Scope;
use crate::care::consents::model::Decision;
use crate::kit::ids::ConsentId;

fhir! {
    Provision { r#type: &'static str, period: Option<Period>, purpose: Vec<Coding> }
    Consent {
        id: String, meta: Meta, status: &'static str, scope: Concept, category: Vec<Concept>, patient: Reference,
        date_time: String, performer: Vec<Reference>, policy_rule: Concept, provision: Option<Provision>,
    }
}

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ConsentRow {
    pub id: ConsentId,
    pub scope: Scope,
    pub decision: Decision,
    pub given_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
}

/// A decision that was withdrawn or has run out is inactive; a no that holds is as active as a yes.
#[must_use]
pub fn status(row: &ConsentRow, today: NaiveDate) -> &'static str {
    let over = row.withdrawn_on.is_some_and(|day| day <= today) || row.ends_on.is_some_and(|day| day < today);
    if over { "inactive" } else { "active" }
}

#[must_use]
pub fn consent(about: About, row: &ConsentRow, today: NaiveDate) -> Consent {
    let scope = match row.scope {
        Scope::Treatment | Scope::GroupWork => ("treatment", "Treatment"),
        _ => ("patient-privacy", "Privacy Consent"),
    };
    let end = [row.withdrawn_on, row.ends_on].into_iter().flatten().min();
    Consent {
        id: row.id.to_string(),
        meta: Meta::restricted(),
        status: status(row, today),
        scope: Concept::of(Coding::new("http://terminology.hl7.org/CodeSystem/consentscope", scope.0).named(scope.1)),
        category: vec![Concept::of(Coding::new("http://loinc.org", "59284-0").named("Consent Document"))],
        patient: Reference::patient(about),
        date_time: day(Some(row.given_on)),
        performer: vec![Reference::patient(about)],
        policy_rule: Concept::local("consent-scope", hyphened(row.scope.as_str()), row.scope.label(about.lang)),
        provision: Some(Provision {
            r#type: if row.decision == Decision::Deny { "deny" } else { "permit" },
            period: Some(Period { start: day(Some(row.given_on)), end: day(end) }),
            purpose: vec![Coding::local("consent-scope", hyphened(row.scope.as_str()), row.scope.label(about.lang))],
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_holds_until_it_is_withdrawn_or_over() {
        let on = |day: u32| NaiveDate::from_ymd_opt(2026, 11, day);
        for (ends, withdrawn, expected) in [
            (None, None, "active"),
            (on(23), None, "active"),
            (on(22), None, "inactive"),
            (None, on(23), "inactive"),
            (None, on(24), "active"),
        ] {
            let row = ConsentRow {
                id: uuid::Uuid::nil().into(),
                scope: Scope::Treatment,
                decision: Decision::Permit,
                given_on: on(1).unwrap(),
                ends_on: ends,
                withdrawn_on: withdrawn,
                created_at: DateTime::UNIX_EPOCH,
            };
            assert_eq!(status(&row, on(23).unwrap()), expected, "{ends:?} {withdrawn:?}");
        }
    }
}
