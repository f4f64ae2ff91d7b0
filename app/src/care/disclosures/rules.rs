//! Who may say yes to a disclosure, and on what it may rest.

use chrono::NaiveDate;

use super::model::{Basis, Status};
use crate::care::consents::{Record, Scope, live};
use crate::kit::ids::{ConsentId, UserId};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The consent that it rests on is not there, or no longer.
    NoConsent,
    /// Nobody approves what they have proposed themselves.
    OwnProposal,
    /// It has been decided, or sent, since.
    NotNow,
}

impl Refused {
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoConsent => "disclosures-no-consent",
            Self::OwnProposal => "disclosures-own-proposal",
            Self::NotNow => "disclosures-decided-since",
        }
    }
}

/// The scopes that a patient permits sharing under, with the consent of each.
#[must_use]
pub fn permitted(records: &[Record], today: NaiveDate) -> Vec<(Scope, ConsentId)> {
    Scope::ALL
        .iter()
        .filter(|scope| scope.is_sharing())
        .filter_map(|scope| Some((*scope, live(records, *scope, today)?.id)))
        .collect()
}

/// Whether what a disclosure rests on still holds.
#[must_use]
pub fn holds(basis: Basis, consent: Option<ConsentId>, records: &[Record], today: NaiveDate) -> bool {
    basis != Basis::Consent
        || consent.is_some_and(|consent| permitted(records, today).iter().any(|(_, held)| *held == consent))
}

/// Whether somebody may decide; a refusal needs no consent.
pub fn decide(
    status: Status,
    (proposed_by, decides): (UserId, UserId),
    approve: bool,
    basis_holds: bool,
) -> Result<(), Refused> {
    if status != Status::Proposed {
        Err(Refused::NotNow)
    } else if proposed_by == decides {
        Err(Refused::OwnProposal)
    } else if approve && !basis_holds {
        Err(Refused::NoConsent)
    } else {
        Ok(())
    }
}

/// Whether it may be marked as sent.
pub fn send(status: Status, basis_holds: bool) -> Result<(), Refused> {
    match status {
        Status::Approved if basis_holds => Ok(()),
        Status::Approved => Err(Refused::NoConsent),
        _ => Err(Refused::NotNow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_second_person_decides_once_and_only_on_what_holds() {
        let user = |n| UserId(Uuid::from_u128(n));
        let (author, head) = (user(1), user(2));
        for (status, by, approve, holds, expected) in [
            (Status::Proposed, head, true, true, Ok(())),
            (Status::Proposed, head, false, false, Ok(())),
            (Status::Proposed, head, true, false, Err(Refused::NoConsent)),
            (Status::Proposed, author, true, true, Err(Refused::OwnProposal)),
            (Status::Proposed, author, false, true, Err(Refused::OwnProposal)),
            (Status::Approved, head, true, true, Err(Refused::NotNow)),
            (Status::Refused, head, true, true, Err(Refused::NotNow)),
            (Status::Sent, head, false, true, Err(Refused::NotNow)),
        ] {
            assert_eq!(decide(status, (author, by), approve, holds), expected, "{status} {approve} {holds}");
        }
        for (status, holds, expected) in [
            (Status::Approved, true, Ok(())),
            (Status::Approved, false, Err(Refused::NoConsent)),
            (Status::Proposed, true, Err(Refused::NotNow)),
            (Status::Sent, true, Err(Refused::NotNow)),
        ] {
            assert_eq!(send(status, holds), expected, "{status}");
        }
    }

    #[test]
    fn only_a_live_consent_to_sharing_carries_a_disclosure() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let record = |n: u128, scope| Record {
            id: ConsentId(Uuid::from_u128(n)),
            scope,
            decision: crate::care::consents::Decision::Permit,
            given_on: today,
            ends_on: None,
            withdrawn_on: None,
            created_at: chrono::DateTime::UNIX_EPOCH,
        };
        let family = record(1, Scope::SharingFamily);
        let withdrawn = Record { withdrawn_on: Some(today), ..record(2, Scope::SharingProbation) };
        let records = [family, withdrawn, record(3, Scope::Treatment)];
        assert_eq!(permitted(&records, today), [(Scope::SharingFamily, family.id)]);
        assert!(holds(Basis::Consent, Some(family.id), &records, today));
        for consent in [Some(withdrawn.id), Some(ConsentId(Uuid::from_u128(3))), None] {
            assert!(!holds(Basis::Consent, consent, &records, today));
        }
        assert!(holds(Basis::LegalDuty, None, &[], today));
    }
}
