//! The words of a session as care tells it: how it was held, who took part and how.

use crate::text_enum;

text_enum! {
    pub enum Mode label "mode" { Individual = "individual", Group = "group", InCell = "in_cell", Ward = "ward", Outdoor = "outdoor" }
}

text_enum! {
    /// Attendance as care tells it; custody's movement stands beside it and neither overwrites the other.
    pub enum Attendance label "attendance" {
        Full = "full",
        Part = "part",
        Late = "late",
        Declined = "declined",
        Unwell = "unwell",
        Excused = "excused",
        NotSuitableToday = "not_suitable_today",
        LeftEarly = "left_early",
        NotBrought = "not_brought",
        Cancelled = "cancelled",
    }
}

impl Attendance {
    /// Whether the patient took part at all, so that minutes, participation and assistance are asked for.
    #[must_use]
    pub const fn took_part(self) -> bool {
        matches!(self, Self::Full | Self::Part | Self::Late | Self::LeftEarly)
    }
}

text_enum! {
    /// Why a patient declined. It never leaves the clinical record: a decline is not a refusal.
    pub enum HealthReason label "health-reason" {
        NotInterested = "not_interested",
        Tired = "tired",
        LowMood = "low_mood",
        Pain = "pain",
        AnxietyInGroup = "anxiety_in_group",
        SideEffects = "side_effects",
        Conflict = "conflict",
        Religious = "religious",
        PrefersOther = "prefers_other",
        NoneGiven = "none_given",
    }
}

text_enum! {
    /// Assistance codes of CMS Section GG (US government work).
    pub enum Assistance label "assistance" {
        Independent = "06",
        SetUp = "05",
        Supervision = "04",
        Partial = "03",
        Substantial = "02",
        Dependent = "01",
        Refused = "07",
        NotApplicable = "09",
        Environment = "10",
        MedicalOrSafety = "88",
    }
}

/// How the group was as a whole, from 1 to 5; what was not rated is left open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow, serde::Serialize, serde::Deserialize)]
pub struct GroupRatings {
    pub cohesion: Option<i32>,
    pub group_participation: Option<i32>,
    pub rule_keeping: Option<i32>,
    pub mutual_help: Option<i32>,
}

impl GroupRatings {
    /// Each with the key of its name, in the order of the form.
    #[must_use]
    pub const fn named(&self) -> [(&'static str, Option<i32>); 4] {
        [
            ("group-cohesion", self.cohesion),
            ("group-participation", self.group_participation),
            ("group-rule-keeping", self.rule_keeping),
            ("group-mutual-help", self.mutual_help),
        ]
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

text_enum! {
    /// Progress on a goal within one session.
    pub enum Progress label "progress" {
        Regressing = "regressing",
        Inconsistent = "inconsistent",
        Maintaining = "maintaining",
        Progressing = "progressing",
        Achieved = "achieved",
    }
}
