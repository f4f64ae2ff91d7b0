//! What a patient's decisions come to. The last one about a scope holds; without one the answer is no.

use chrono::NaiveDate;

use super::model::{Decision, Record, Scope};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked: as good as no.
    NotRecorded,
    Permitted,
    Denied,
    Withdrawn,
    /// Permitted once, until a day that has passed.
    Ended,
}

impl Standing {
    #[must_use]
    pub const fn permits(self) -> bool {
        matches!(self, Self::Permitted)
    }

    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotRecorded => "consents-not-recorded",
            Self::Permitted => "consents-permitted",
            Self::Denied => "consents-denied",
            Self::Withdrawn => "consents-withdrawn",
            Self::Ended => "consents-ended",
        }
    }
}

/// The decision about a scope that counts on a day: the last one given, of two on one day the one recorded later.
#[must_use]
pub fn deciding(records: &[Record], scope: Scope, today: NaiveDate) -> Option<&Record> {
    records
        .iter()
        .filter(|record| record.scope == scope && record.given_on <= today)
        .max_by_key(|record| (record.given_on, record.created_at, record.id))
}

#[must_use]
pub fn standing(records: &[Record], scope: Scope, today: NaiveDate) -> Standing {
    let Some(record) = deciding(records, scope, today) else { return Standing::NotRecorded };
    if record.withdrawn_on.is_some_and(|day| day <= today) {
        Standing::Withdrawn
    } else if record.decision == Decision::Deny {
        Standing::Denied
    } else if record.ends_on.is_some_and(|day| day < today) {
        Standing::Ended
    } else {
        Standing::Permitted
    }
}

/// The consent that something about this scope may rest on today.
#[must_use]
pub fn live(records: &[Record], scope: Scope, today: NaiveDate) -> Option<&Record> {
    deciding(records, scope, today).filter(|_| standing(records, scope, today).permits())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::ids::ConsentId;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn record(n: u8, decision: Decision, given: u32) -> Record {
        Record {
            id: ConsentId(Uuid::from_u128(n.into())),
            scope: Scope::GroupWork,
            decision,
            given_on: day(given),
            ends_on: None,
            withdrawn_on: None,
            created_at: chrono::DateTime::from_timestamp(i64::from(n), 0).unwrap(),
        }
    }

    #[test]
    fn the_last_decision_counts_and_none_is_a_no() {
        use Decision::{Deny, Permit};
        let permit = record(1, Permit, 3);
        let cases: &[(&[Record], Standing)] = &[
            (&[], Standing::NotRecorded),
            (&[permit], Standing::Permitted),
            (&[permit, record(2, Deny, 5)], Standing::Denied),
            (&[record(2, Deny, 5), permit], Standing::Denied),
            (&[record(1, Deny, 3), record(2, Permit, 3)], Standing::Permitted),
            (&[Record { withdrawn_on: Some(day(9)), ..permit }], Standing::Withdrawn),
            (&[Record { withdrawn_on: Some(day(9)), ..permit }, record(2, Permit, 10)], Standing::Permitted),
            (&[permit, Record { withdrawn_on: Some(day(9)), ..record(2, Permit, 8) }], Standing::Withdrawn),
            (&[Record { ends_on: Some(day(20)), ..permit }], Standing::Permitted),
            (&[Record { ends_on: Some(day(19)), ..permit }], Standing::Ended),
            (&[permit, record(2, Deny, 21)], Standing::Permitted),
            (&[Record { scope: Scope::Treatment, ..permit }], Standing::NotRecorded),
        ];
        for (records, expected) in cases {
            assert_eq!(standing(records, Scope::GroupWork, day(20)), *expected, "{records:?}");
            assert_eq!(live(records, Scope::GroupWork, day(20)).is_some(), expected.permits());
        }
    }
}
