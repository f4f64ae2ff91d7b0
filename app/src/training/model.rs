//! What the register holds.

use chrono::NaiveDate;

use crate::kit::ids::{CertificateId, CourseId, FacilityId, ParticipantId, TraineeId, UserId};
use crate::text_enum;

text_enum! {
    /// What a course teaches.
    pub enum Subject label "training-subject" {
        OtGuidelines = "ot_guidelines",
        VepInstruments = "vep_instruments",
        VepProgramme = "vep_programme",
    }
}

text_enum! {
    pub enum Level label "training-level" {
        TrainingOfTrainers = "training_of_trainers",
        Cascade = "cascade",
        OnSitePractice = "on_site_practice",
        Refresher = "refresher",
    }
}

text_enum! {
    pub enum Assessment label "training-assessment" { Passed = "passed", NotPassed = "not_passed" }
}

text_enum! {
    /// How a supervised session went.
    pub enum Outcome label "training-outcome" { Met = "met", NotYet = "not_yet" }
}

text_enum! {
    /// What the absence of a certificate does when a role is given.
    pub enum Strictness label "training-strictness" { Warn = "warn", Refuse = "refuse" }
}

text_enum! {
    /// Why the head lets somebody sign alone although the register says otherwise.
    pub enum Exemption label "training-exemption" {
        LicensedElsewhere = "licensed_elsewhere",
        LongPractice = "long_practice",
        CertificateOnItsWay = "certificate_on_its_way",
        Other = "other",
    }
}

/// Somebody of the register.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Trainee {
    pub id: TraineeId,
    pub user_id: Option<UserId>,
    pub name: String,
    pub institution: String,
    pub facility_id: Option<FacilityId>,
    pub facility: Option<String>,
    pub version: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Course {
    pub id: CourseId,
    pub subject: Subject,
    pub level: Level,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub site: String,
    pub trainer_a: TraineeId,
    pub trainer_b: TraineeId,
    pub mentor_id: Option<TraineeId>,
    pub trainer_a_name: String,
    pub trainer_b_name: String,
    pub mentor: Option<String>,
    pub valid_months: i32,
    pub enrolled: i64,
    pub certified: i64,
    pub version: i32,
}

impl Course {
    /// The days on which it is held.
    #[must_use]
    pub fn days(&self) -> Vec<NaiveDate> {
        self.starts_on.iter_days().take_while(|day| *day <= self.ends_on).collect()
    }
}

/// Somebody's place in a course, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Participant {
    pub id: ParticipantId,
    pub person_id: TraineeId,
    pub name: String,
    pub institution: String,
    pub assessment: Option<Assessment>,
    pub certificate_id: Option<CertificateId>,
    pub revoked_on: Option<NaiveDate>,
}

/// A certificate in a list.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    pub id: CertificateId,
    pub person_id: TraineeId,
    pub name: String,
    pub institution: String,
    pub subject: Subject,
    pub level: Level,
    pub issued_on: NaiveDate,
    pub valid_until: NaiveDate,
    pub revoked_on: Option<NaiveDate>,
}
