//! What a notice may rest on, and how long it may hold.

use chrono::{Days, NaiveDate};

use super::model::NoticeBasis;
use crate::care::consents::{Record, Scope, live};
use crate::kit::ids::ConsentId;

/// No notice is given for longer than a year: somebody looks again before that.
pub const LONGEST: Days = Days::new(366);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The patient has not agreed that custody is told anything.
    NoConsent,
    /// The end lies before today.
    Past,
    TooLong,
}

/// The consent that a notice rests on, if its basis needs one.
pub fn footing(basis: NoticeBasis, records: &[Record], today: NaiveDate) -> Result<Option<ConsentId>, Refused> {
    if basis != NoticeBasis::Consent {
        return Ok(None);
    }
    live(records, Scope::NoticesToCustody, today).map(|record| Some(record.id)).ok_or(Refused::NoConsent)
}

/// Whether a notice that begins today may hold until a day.
pub fn term(expires_on: NaiveDate, today: NaiveDate) -> Result<(), Refused> {
    if expires_on < today {
        Err(Refused::Past)
    } else if today.checked_add_days(LONGEST).is_some_and(|last| expires_on > last) {
        Err(Refused::TooLong)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::consents::Decision;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn consent_must_be_there_where_it_is_the_basis() {
        let today = day(2026, 11, 22);
        let permit = Record {
            id: ConsentId(uuid::Uuid::from_u128(1)),
            scope: Scope::NoticesToCustody,
            decision: Decision::Permit,
            given_on: day(2026, 3, 1),
            ends_on: None,
            withdrawn_on: None,
            created_at: chrono::DateTime::UNIX_EPOCH,
        };
        let withdrawn = Record { withdrawn_on: Some(day(2026, 11, 1)), ..permit };
        for (basis, records, expected) in [
            (NoticeBasis::Consent, vec![permit], Ok(Some(permit.id))),
            (NoticeBasis::Consent, vec![], Err(Refused::NoConsent)),
            (NoticeBasis::Consent, vec![withdrawn], Err(Refused::NoConsent)),
            (NoticeBasis::Consent, vec![Record { scope: Scope::Treatment, ..permit }], Err(Refused::NoConsent)),
            (NoticeBasis::VitalInterest, vec![], Ok(None)),
            (NoticeBasis::LegalDuty, vec![withdrawn], Ok(None)),
        ] {
            assert_eq!(footing(basis, &records, today), expected, "{basis} {records:?}");
        }
    }

    #[test]
    fn a_notice_ends_within_a_year() {
        let today = day(2026, 11, 22);
        for (expires, expected) in [
            (day(2026, 11, 21), Err(Refused::Past)),
            (today, Ok(())),
            (day(2027, 11, 23), Ok(())),
            (day(2027, 11, 24), Err(Refused::TooLong)),
        ] {
            assert_eq!(term(expires, today), expected, "{expires}");
        }
    }
}
