//! The standards of documentation that a chart is held against, each with what it comes from. Their words are in the language files;
//! a standard more is a line here, its words, and its code in the database's list.

use crate::text_enum;

text_enum! {
    /// What is asked of a chart.
    pub enum Standard label "standard" {
        Profile = "profile",
        Goals = "goals",
        Agreement = "agreement",
        Consent = "consent",
        Risks = "risks",
        Reviews = "reviews",
        Measures = "measures",
        NotesToGoals = "notes_to_goals",
        SignedInTime = "signed_in_time",
        LateEntries = "late_entries",
        PlainWords = "plain_words",
        Discharge = "discharge",
    }
}

text_enum! {
    /// What the review finds of one.
    pub enum Verdict label "verdict" {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        NotApplicable = "not_applicable",
    }
}

/// Where a standard comes from. Titles of publications are not translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    AotaDocumentation,
    AotaPractice,
    RcotStandards,
    HcpcRecords,
    CouncilOfEurope,
}

impl Source {
    pub const ALL: [Self; 5] =
        [Self::AotaDocumentation, Self::AotaPractice, Self::RcotStandards, Self::HcpcRecords, Self::CouncilOfEurope];

    /// As it is cited.
    #[must_use]
    pub const fn citation(self) -> &'static str {
        match self {
            Self::AotaDocumentation => {
                "American Occupational Therapy Association: Guidelines for documentation of occupational therapy. Am J Occup Ther 2018; 72 (Suppl. 2): 7212410010"
            }
            Self::AotaPractice => {
                "American Occupational Therapy Association: Standards of practice for occupational therapy. Am J Occup Ther 2021; 75 (Suppl. 3): 7513410030"
            }
            Self::RcotStandards => {
                "Royal College of Occupational Therapists: Professional standards for occupational therapy practice, conduct and ethics. London, 2021"
            }
            Self::HcpcRecords => {
                "Health and Care Professions Council: Standards of conduct, performance and ethics, standard 10: Keep records of your work. London"
            }
            Self::CouncilOfEurope => {
                "Council of Europe: Recommendation No. R (98) 7 concerning the ethical and organisational aspects of health care in prison"
            }
        }
    }

    /// As a line refers to it.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::AotaDocumentation => "AOTA 2018",
            Self::AotaPractice => "AOTA 2021",
            Self::RcotStandards => "RCOT 2021",
            Self::HcpcRecords => "HCPC 10",
            Self::CouncilOfEurope => "R (98) 7",
        }
    }
}

/// Each standard with what it comes from, in the order of a chart.
pub const STANDARDS: &[(Standard, &[Source])] = &[
    (Standard::Profile, &[Source::AotaDocumentation, Source::AotaPractice]),
    (Standard::Goals, &[Source::AotaDocumentation]),
    (Standard::Agreement, &[Source::AotaPractice, Source::RcotStandards]),
    (Standard::Consent, &[Source::RcotStandards, Source::CouncilOfEurope]),
    (Standard::Risks, &[Source::RcotStandards]),
    (Standard::Reviews, &[Source::AotaDocumentation, Source::AotaPractice]),
    (Standard::Measures, &[Source::AotaPractice, Source::RcotStandards]),
    (Standard::NotesToGoals, &[Source::AotaDocumentation]),
    (Standard::SignedInTime, &[Source::HcpcRecords, Source::RcotStandards]),
    (Standard::LateEntries, &[Source::RcotStandards, Source::HcpcRecords]),
    (Standard::PlainWords, &[Source::HcpcRecords]),
    (Standard::Discharge, &[Source::AotaDocumentation, Source::AotaPractice]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::kit::db::{Engine, migrations};

    #[test]
    fn every_standard_stands_in_the_table_once_with_its_source_and_words() {
        let listed: Vec<Standard> = STANDARDS.iter().map(|(standard, _)| *standard).collect();
        assert_eq!(listed, Standard::ALL);
        for (standard, sources) in STANDARDS {
            assert!(!sources.is_empty(), "{standard}");
            for lang in [Lang::En, Lang::Sq, Lang::Sr] {
                let hint = lang.code_label("standard-hint", standard.as_str());
                assert!(!hint.is_empty() && !hint.contains("standard-hint"), "{standard} in {lang:?}: {hint}");
            }
        }
        let cited: Vec<Source> = STANDARDS.iter().flat_map(|(_, sources)| sources.iter().copied()).collect();
        assert!(Source::ALL.iter().all(|source| cited.contains(source)), "what is cited is used");
    }

    #[test]
    fn the_database_knows_every_standard() {
        let sql: String = migrations(Engine::Postgres).into_iter().map(|(_, _, sql)| sql).collect();
        for standard in Standard::ALL {
            assert!(sql.contains(&format!("'{standard}'")), "{standard}");
        }
    }
}
