//! What a summary must say before it is signed, what keeps a record from being closed, and how memberships end.

use chrono::NaiveDate;

use super::model::{DischargeReason, DischargeText};

/// Something without which a summary is not signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Reason,
    Course,
    PlainSummary,
}

/// The patient's own words may be missing, since not everybody can be asked; the plain words for the patient may not, unless
/// there is nobody left to read them.
#[must_use]
pub fn gaps(text: &DischargeText) -> Vec<Gap> {
    let nobody_reads = text.reason == Some(DischargeReason::Deceased);
    [
        (text.reason.is_none(), Gap::Reason),
        (text.course.trim().is_empty(), Gap::Course),
        (text.plain_summary.trim().is_empty() && !nobody_reads, Gap::PlainSummary),
    ]
    .into_iter()
    .filter_map(|(missing, gap)| missing.then_some(gap))
    .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayRefused {
    BeforeOpening,
    Ahead,
}

/// A treatment ends on a day between its beginning and today.
pub fn day(discharged_on: NaiveDate, opened_on: NaiveDate, today: NaiveDate) -> Result<(), DayRefused> {
    if discharged_on < opened_on {
        Err(DayRefused::BeforeOpening)
    } else if discharged_on > today {
        Err(DayRefused::Ahead)
    } else {
        Ok(())
    }
}

/// What keeps a record open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// Sessions that have begun and are not signed: what happened in them would be lost.
    Unsigned(usize),
    /// The record is on its way to another unit.
    PackageSent,
}

#[must_use]
pub fn hindrances(unsigned: usize, package_sent: bool) -> Vec<Hindrance> {
    let unsigned = (unsigned > 0).then_some(Hindrance::Unsigned(unsigned));
    unsigned.into_iter().chain(package_sent.then_some(Hindrance::PackageSent)).collect()
}

/// How the membership of a programme ends with the treatment.
#[must_use]
pub const fn membership_after(reason: DischargeReason) -> &'static str {
    match reason {
        DischargeReason::GoalsReached => "completed",
        DischargeReason::Released => "released",
        DischargeReason::TransferredOut => "transferred",
        DischargeReason::PatientStopped => "withdrawn_by_patient",
        DischargeReason::NoLongerSuitable | DischargeReason::Deceased | DischargeReason::Other => "withdrawn_by_staff",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(reason: impl Into<Option<DischargeReason>>, course: &str, plain: &str) -> DischargeText {
        DischargeText {
            discharged_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            reason: reason.into(),
            course: course.to_owned(),
            recommendations: String::new(),
            patient_view: String::new(),
            plain_summary: plain.to_owned(),
            plain_next: String::new(),
            plain_language: "sq".to_owned(),
        }
    }

    #[test]
    fn a_summary_says_how_it_went_and_tells_the_patient() {
        use DischargeReason::{Deceased, Released};
        for (text, expected) in [
            (text(Released, "Cooked.", "You cook."), vec![]),
            (text(Released, " ", "You cook."), vec![Gap::Course]),
            (text(Released, "Cooked.", ""), vec![Gap::PlainSummary]),
            (text(Deceased, "Cooked.", ""), vec![]),
            (text(Released, "", ""), vec![Gap::Course, Gap::PlainSummary]),
            (text(None, "Cooked.", "You cook."), vec![Gap::Reason]),
        ] {
            assert_eq!(gaps(&text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_treatment_ends_after_it_began_and_not_tomorrow() {
        let on = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        for (ends, expected) in
            [(10, Ok(())), (22, Ok(())), (9, Err(DayRefused::BeforeOpening)), (23, Err(DayRefused::Ahead))]
        {
            assert_eq!(day(on(ends), on(10), on(22)), expected, "{ends}");
        }
    }

    #[test]
    fn what_waits_to_be_signed_keeps_a_record_open() {
        assert_eq!(hindrances(0, false), []);
        assert_eq!(hindrances(2, false), [Hindrance::Unsigned(2)]);
        assert_eq!(hindrances(1, true), [Hindrance::Unsigned(1), Hindrance::PackageSent]);
    }

    #[test]
    fn a_membership_ends_as_the_treatment_does() {
        let ends: Vec<&str> = DischargeReason::ALL.iter().map(|reason| membership_after(*reason)).collect();
        assert_eq!(
            ends,
            [
                "completed",
                "released",
                "transferred",
                "withdrawn_by_patient",
                "withdrawn_by_staff",
                "withdrawn_by_staff",
                "withdrawn_by_staff"
            ]
        );
    }
}
