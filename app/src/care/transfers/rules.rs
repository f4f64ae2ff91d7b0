//! What a package must say before it goes, and when it may be received.

use chrono::{DateTime, TimeDelta, Utc};

use super::model::{PackageStatus, PackageText};

/// Signed notes of this many days go along; earlier ones stay in the record, which is the same one.
pub const NOTES_OF_DAYS: i64 = 90;

/// Something without which a package is not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Summary,
    /// The patient was not told, and it is not said why.
    WhyNotInformed,
}

#[must_use]
pub fn gaps(text: &PackageText) -> Vec<Gap> {
    [
        (text.summary.trim().is_empty(), Gap::Summary),
        (!text.patient_informed && text.objection.trim().is_empty(), Gap::WhyNotInformed),
    ]
    .into_iter()
    .filter_map(|(missing, gap)| missing.then_some(gap))
    .collect()
}

/// From when notes go along with a package that is sent at a moment.
#[must_use]
pub fn notes_from(sent_at: DateTime<Utc>) -> DateTime<Utc> {
    sent_at - TimeDelta::days(NOTES_OF_DAYS)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReceiveRefused {
    /// Nobody can be treated where they are not: the record comes after the person.
    NotArrived,
    Already,
    /// Withdrawn by the unit that sent it.
    NotThere,
}

/// Whether a package may be received now.
pub const fn may_be_received(status: PackageStatus, arrived: bool) -> Result<(), ReceiveRefused> {
    match (status, arrived) {
        (PackageStatus::Sent, true) => Ok(()),
        (PackageStatus::Sent, false) => Err(ReceiveRefused::NotArrived),
        (PackageStatus::Received, _) => Err(ReceiveRefused::Already),
        (PackageStatus::Prepared | PackageStatus::Withdrawn, _) => Err(ReceiveRefused::NotThere),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::ids::FacilityId;
    use uuid::Uuid;

    #[test]
    fn a_package_says_how_it_stands_and_what_the_patient_knows() {
        let text = |summary: &str, patient_informed, objection: &str| PackageText {
            to: FacilityId(Uuid::nil()),
            summary: summary.to_owned(),
            open_matters: String::new(),
            patient_informed,
            objection: objection.to_owned(),
        };
        for (text, expected) in [
            (text("Cooks alone.", true, ""), vec![]),
            (text("Cooks alone.", true, "Does not want to go."), vec![]),
            (text("Cooks alone.", false, "Moved at night."), vec![]),
            (text("Cooks alone.", false, " "), vec![Gap::WhyNotInformed]),
            (text(" ", false, ""), vec![Gap::Summary, Gap::WhyNotInformed]),
        ] {
            assert_eq!(gaps(&text), expected, "{text:?}");
        }
    }

    #[test]
    fn the_record_comes_after_the_person() {
        use PackageStatus::{Prepared, Received, Sent, Withdrawn};
        for (status, arrived, expected) in [
            (Sent, true, Ok(())),
            (Sent, false, Err(ReceiveRefused::NotArrived)),
            (Received, true, Err(ReceiveRefused::Already)),
            (Prepared, true, Err(ReceiveRefused::NotThere)),
            (Withdrawn, true, Err(ReceiveRefused::NotThere)),
        ] {
            assert_eq!(may_be_received(status, arrived), expected, "{status} {arrived}");
        }
    }
}
