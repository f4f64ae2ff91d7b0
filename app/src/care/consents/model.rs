//! A recorded decision of a patient.

use chrono::{DateTime, NaiveDate, Utc};

use crate::i18n::Lang;
use crate::kit::ids::{ConsentId, PersonId, UserId};
use crate::kit::spoken::SpokenLanguage;
use crate::text_enum;

text_enum! {
    /// What is agreed to.
    pub enum Scope label "consent-scope" {
        Treatment = "treatment",
        GroupWork = "group_work",
        NoticesToCustody = "notices_to_custody",
        SharingTreatmentSector = "sharing_treatment_sector",
        SharingProbation = "sharing_probation",
        SharingFamily = "sharing_family",
        SharingInstitution = "sharing_institution",
        PhotosOfWork = "photos_of_work",
    }
}

impl Scope {
    /// Whether a disclosure can rest on it.
    #[must_use]
    pub const fn is_sharing(self) -> bool {
        matches!(
            self,
            Self::SharingTreatmentSector | Self::SharingProbation | Self::SharingFamily | Self::SharingInstitution
        )
    }
}

text_enum! {
    pub enum Decision label "consent-decision" { Permit = "permit", Deny = "deny" }
}

text_enum! {
    /// How the patient said it.
    pub enum Method label "consent-method" {
        Written = "written",
        SpokenWithWitness = "spoken_with_witness",
        SignOrGesture = "sign_or_gesture",
    }
}

/// The part of a decision that rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Record {
    pub id: ConsentId,
    pub scope: Scope,
    pub decision: Decision,
    pub given_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub withdrawn_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Consent {
    #[sqlx(flatten)]
    pub record: Record,
    /// The code of the language that it was explained in.
    pub language: String,
    pub interpreter: String,
    pub method: Method,
    pub comment: String,
    pub recorded_by: String,
    pub withdrawal_words: String,
    pub version: i32,
}

impl Consent {
    #[must_use]
    pub fn language_word(&self, lang: Lang) -> String {
        SpokenLanguage::from_code(&self.language)
            .map_or_else(|| self.language.clone(), |spoken| spoken.label(lang).into_owned())
    }
}

/// A decision about to be recorded.
#[derive(Debug, Clone)]
pub struct NewConsent {
    pub id: ConsentId,
    pub patient: PersonId,
    pub scope: Scope,
    pub decision: Decision,
    pub given_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub language: SpokenLanguage,
    pub interpreter: String,
    pub method: Method,
    pub comment: String,
    pub by: UserId,
    pub at: DateTime<Utc>,
}
