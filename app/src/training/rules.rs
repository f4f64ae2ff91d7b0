//! What the register decides, without a database.

use chrono::{Days, Months, NaiveDate};

use super::model::{Assessment, Level, Strictness};
use crate::kit::ids::TraineeId;

/// How long before its end a certificate is spoken of.
pub const REMIND: Days = Days::new(90);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairFault {
    /// A pair is two people.
    OnePerson,
    /// These hold no certificate as a trainer on the first day.
    NotTrainers { first: bool, second: bool },
}

/// Whether two people may teach a course. `trainers` says of each whether a certificate as a trainer of the subject is held on
/// the first day; only a cascade course asks for it, since somebody has to train the first trainers.
pub fn pair(level: Level, a: TraineeId, b: TraineeId, trainers: (bool, bool)) -> Result<(), PairFault> {
    if a == b {
        return Err(PairFault::OnePerson);
    }
    if level == Level::Cascade && trainers != (true, true) {
        return Err(PairFault::NotTrainers { first: !trainers.0, second: !trainers.1 });
    }
    Ok(())
}

/// How a certificate stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Valid,
    /// Valid, and over within ninety days.
    Lapsing,
    Lapsed,
    Revoked,
}

#[must_use]
pub fn standing(valid_until: NaiveDate, revoked_on: Option<NaiveDate>, on: NaiveDate) -> Standing {
    if revoked_on.is_some_and(|day| day <= on) {
        Standing::Revoked
    } else if valid_until < on {
        Standing::Lapsed
    } else if valid_until <= on + REMIND {
        Standing::Lapsing
    } else {
        Standing::Valid
    }
}

impl Standing {
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Valid | Self::Lapsing)
    }
}

/// Whether a participant has earned the certificate: there on every day, and passed.
#[must_use]
pub fn earned(days: usize, present: usize, assessment: Option<Assessment>) -> bool {
    days > 0 && present >= days && assessment == Some(Assessment::Passed)
}

#[must_use]
pub fn valid_until(issued_on: NaiveDate, months: i32) -> NaiveDate {
    issued_on.checked_add_months(Months::new(months.unsigned_abs())).unwrap_or(NaiveDate::MAX)
}

/// How many people with a valid certificate are missing.
#[must_use]
pub fn gap(needed: i32, valid: usize) -> usize {
    usize::try_from(needed).unwrap_or(0).saturating_sub(valid)
}

/// What giving a role comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giving {
    Fine,
    Warned,
    Refused,
}

/// A role with what it asks for, each with whether it is held.
#[must_use]
pub fn giving(asked: &[(Strictness, bool)]) -> Giving {
    let missing = |strictness| asked.contains(&(strictness, false));
    if missing(Strictness::Refuse) {
        Giving::Refused
    } else if missing(Strictness::Warn) {
        Giving::Warned
    } else {
        Giving::Fine
    }
}

/// What is known of somebody who is about to sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signer {
    /// The head has named a supervisor.
    pub supervised: bool,
    /// The head lets the person sign alone until then.
    pub exempt_until: Option<NaiveDate>,
    /// A certificate is asked of whoever signs alone.
    pub certificate_asked: bool,
    /// Until when the latest certificate that counts is or was valid.
    pub certified_until: Option<NaiveDate>,
    pub sessions_asked: i32,
    pub sessions_met: i32,
}

/// Why somebody signs alone, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The head has named a supervisor, whatever the register says.
    HeadNamedSupervisor,
    HeadExempted(NaiveDate),
    NeverCertified,
    CertificateLapsed(NaiveDate),
    SessionsMissing {
        met: i32,
        asked: i32,
    },
    /// The register asks for nothing.
    NothingAsked,
    Competent,
}

impl Why {
    /// Whether a co-signature is needed.
    #[must_use]
    pub const fn needs_cosign(self) -> bool {
        matches!(
            self,
            Self::HeadNamedSupervisor
                | Self::NeverCertified
                | Self::CertificateLapsed(_)
                | Self::SessionsMissing { .. }
        )
    }
}

/// The one rule of who must be co-signed. What the head has said goes before what the register knows, and the stricter of the
/// head's words before the other.
#[must_use]
pub fn cosign(signer: &Signer, today: NaiveDate) -> Why {
    if signer.supervised {
        return Why::HeadNamedSupervisor;
    }
    if let Some(until) = signer.exempt_until.filter(|until| *until >= today) {
        return Why::HeadExempted(until);
    }
    if signer.certificate_asked {
        match signer.certified_until {
            None => return Why::NeverCertified,
            Some(until) if until < today => return Why::CertificateLapsed(until),
            Some(_) => {}
        }
    }
    if signer.sessions_met < signer.sessions_asked {
        return Why::SessionsMissing { met: signer.sessions_met, asked: signer.sessions_asked };
    }
    if signer.certificate_asked || signer.sessions_asked > 0 { Why::Competent } else { Why::NothingAsked }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_pair_is_two_people_and_a_cascade_asks_for_trainers() {
        let [a, b] = [1, 2].map(|n| TraineeId(Uuid::from_u128(n)));
        let missing = |first, second| Err(PairFault::NotTrainers { first, second });
        for (level, one, other, held, expected) in [
            (Level::Cascade, a, b, (true, true), Ok(())),
            (Level::Cascade, a, b, (false, true), missing(true, false)),
            (Level::Cascade, a, b, (false, false), missing(true, true)),
            (Level::Cascade, a, a, (true, true), Err(PairFault::OnePerson)),
            (Level::TrainingOfTrainers, a, b, (false, false), Ok(())),
            (Level::TrainingOfTrainers, b, b, (false, false), Err(PairFault::OnePerson)),
            (Level::OnSitePractice, a, b, (false, true), Ok(())),
            (Level::Refresher, a, b, (false, false), Ok(())),
        ] {
            assert_eq!(pair(level, one, other, held), expected, "{level} {held:?}");
        }
    }

    #[test]
    fn a_certificate_stands_or_not() {
        use Standing::{Lapsed, Lapsing, Revoked, Valid};
        let today = day("2026-11-23");
        for (until, revoked, expected) in [
            ("2027-11-23", None, Valid),
            ("2027-02-22", None, Valid),
            ("2027-02-21", None, Lapsing),
            ("2026-11-23", None, Lapsing),
            ("2026-11-22", None, Lapsed),
            ("2027-11-23", Some("2026-11-23"), Revoked),
            ("2027-11-23", Some("2026-11-24"), Valid),
            ("2026-01-01", Some("2025-12-01"), Revoked),
        ] {
            assert_eq!(standing(day(until), revoked.map(day), today), expected, "{until} {revoked:?}");
            assert_eq!(expected.counts(), matches!(expected, Valid | Lapsing));
        }
    }

    #[test]
    fn a_certificate_is_earned_by_every_day_and_a_pass() {
        use Assessment::{NotPassed, Passed};
        for (days, present, assessment, expected) in [
            (2, 2, Some(Passed), true),
            (2, 1, Some(Passed), false),
            (2, 2, Some(NotPassed), false),
            (2, 2, None, false),
            (0, 0, Some(Passed), false),
        ] {
            assert_eq!(earned(days, present, assessment), expected, "{days} {present} {assessment:?}");
        }
        assert_eq!(valid_until(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!([gap(4, 3), gap(3, 3), gap(0, 5), gap(-1, 0)], [1, 0, 0, 0]);
    }

    #[test]
    fn giving_a_role_warns_or_refuses() {
        use Strictness::{Refuse, Warn};
        for (asked, expected) in [
            (vec![], Giving::Fine),
            (vec![(Warn, true), (Refuse, true)], Giving::Fine),
            (vec![(Warn, false)], Giving::Warned),
            (vec![(Warn, false), (Refuse, true)], Giving::Warned),
            (vec![(Warn, false), (Refuse, false)], Giving::Refused),
        ] {
            assert_eq!(giving(&asked), expected, "{asked:?}");
        }
    }

    #[test]
    fn who_must_be_cosigned() {
        let today = day("2026-11-23");
        let asked = Signer { certificate_asked: true, sessions_asked: 3, ..Signer::default() };
        let held = Signer { certified_until: Some(day("2027-06-01")), sessions_met: 3, ..asked };
        for (signer, why) in [
            (Signer::default(), Why::NothingAsked),
            (Signer { supervised: true, ..Signer::default() }, Why::HeadNamedSupervisor),
            (held, Why::Competent),
            (Signer { supervised: true, ..held }, Why::HeadNamedSupervisor),
            (Signer { supervised: true, exempt_until: Some(today), ..held }, Why::HeadNamedSupervisor),
            (asked, Why::NeverCertified),
            (Signer { certified_until: Some(today), ..held }, Why::Competent),
            (Signer { certified_until: Some(day("2026-11-22")), ..held }, Why::CertificateLapsed(day("2026-11-22"))),
            (Signer { sessions_met: 2, ..held }, Why::SessionsMissing { met: 2, asked: 3 }),
            (Signer { exempt_until: Some(today), ..asked }, Why::HeadExempted(today)),
            (Signer { exempt_until: Some(day("2026-11-22")), ..asked }, Why::NeverCertified),
            (Signer { certificate_asked: false, ..asked }, Why::SessionsMissing { met: 0, asked: 3 }),
            (Signer { sessions_asked: 0, sessions_met: 0, ..held }, Why::Competent),
        ] {
            assert_eq!(cosign(&signer, today), why, "{signer:?}");
        }
        assert!(Why::HeadNamedSupervisor.needs_cosign() && Why::NeverCertified.needs_cosign());
        assert!(Why::CertificateLapsed(today).needs_cosign());
        assert!(Why::SessionsMissing { met: 0, asked: 1 }.needs_cosign());
        assert!(!Why::HeadExempted(today).needs_cosign() && !Why::Competent.needs_cosign());
        assert!(!Why::NothingAsked.needs_cosign());
    }
}
