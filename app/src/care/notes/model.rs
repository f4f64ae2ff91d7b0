//! What a signed note says. The structs here are the canonical text: their fields in this order, as JSON without spaces, are
//! what is hashed and signed. A field that is added later must leave the text of earlier notes alone: give it
//! `skip_serializing_if` and `default`, and raise [`SCHEMA`] where the meaning changes.

use chrono::{DateTime, Utc};

use crate::care::sessions::{Assistance, Attendance, GroupRatings, HealthReason, Mode, Progress};
use crate::kit::ids::{FacilityId, GoalId, NoteId, PersonId, SlotId, UserId};
use crate::text_enum;

/// The version of the canonical text.
pub const SCHEMA: u16 = 1;

text_enum! {
    pub enum NoteKind label "note-kind" {
        Contact = "contact",
        Session = "session",
        ProgressReport = "progress_report",
        Evaluation = "evaluation",
        Review = "review",
        Discharge = "discharge",
        Telephone = "telephone",
        CaseDiscussion = "case_discussion",
        Measure = "measure",
        Transfer = "transfer",
        /// Acts about an earlier note: links of the same chain, and never a note of their own.
        Addendum = "addendum",
        Cosign = "cosign",
        Return = "return",
        Error = "error",
        /// Who asked for the error has taken that back.
        ErrorWithdrawn = "error_withdrawn",
        ErrorConfirmed = "error_confirmed",
    }
}

impl NoteKind {
    /// What stands in the list of notes, and can be asked for there.
    pub const NOTES: [Self; 10] = [
        Self::Contact,
        Self::Session,
        Self::ProgressReport,
        Self::Evaluation,
        Self::Review,
        Self::Discharge,
        Self::Telephone,
        Self::CaseDiscussion,
        Self::Measure,
        Self::Transfer,
    ];

    /// Whether this is an act about another note.
    #[must_use]
    pub fn is_act(self) -> bool {
        !Self::NOTES.contains(&self)
    }
}

text_enum! {
    pub enum Sensitivity label "sensitivity" { Normal = "normal", Restricted = "restricted" }
}

/// A note as its author signed it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SignedNote {
    pub schema: u16,
    pub id: NoteId,
    /// The number of the note in the patient's chain, from 1.
    pub chain_no: i32,
    pub kind: NoteKind,
    pub sensitivity: Sensitivity,
    pub patient: NotePatient,
    pub place: NotePlace,
    pub author: Author,
    /// The key of the installation that signed, so that a later key does not speak for it.
    pub key_id: String,
    /// When what is told happened.
    pub occurred_at: DateTime<Utc>,
    pub ended_at: DateTime<Utc>,
    pub signed_at: DateTime<Utc>,
    /// Why it was signed more than a day later; empty for a note that was not late.
    pub late_reason: String,
    pub session: Option<SessionAccount>,
    /// What the note says, under its headings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<NotePart>,
    /// The note that this act is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<NoteId>,
    /// The returned note that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<NoteId>,
    /// The author's notes are co-signed by a supervisor.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needs_cosign: bool,
}

/// One heading and what stands under it. The heading is the key of a message, so that each reader sees it in the own language.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NotePart {
    pub key: String,
    pub text: String,
}

/// The patient as named on the day: a later change of name or number changes nothing here.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NotePatient {
    pub id: PersonId,
    pub number: String,
    pub family_name: String,
    pub given_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NotePlace {
    pub id: FacilityId,
    pub name: String,
}

/// The author with the profession and role of the day, as text.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Author {
    pub id: UserId,
    pub name: String,
    pub profession: String,
    pub role: String,
}

/// What one patient did in one session.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct SessionAccount {
    pub id: SlotId,
    pub activity_code: String,
    /// The title in the language that the author worked in.
    pub activity: String,
    pub mode: Mode,
    pub attendance: Attendance,
    pub health_reason: Option<HealthReason>,
    pub minutes: i32,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
    pub goals: Vec<NoteGoal>,
    /// Whether the levels below were agreed with the patient.
    pub rated_with_patient: bool,
    /// The account of the session that everybody who took part shares; empty in the note of somebody who was not there.
    pub shared_text: String,
    pub individual_text: String,
    pub next_step: String,
    /// Mood before and after, as the patient said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood_before: Option<i32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood_after: Option<i32>,
    /// How the group was; none in the note of somebody who was not there.
    #[serde(default, skip_serializing_if = "GroupRatings::is_empty")]
    pub group: GroupRatings,
}

impl SessionAccount {
    /// What was recorded, without the words: a next version has words of its own.
    #[must_use]
    pub fn without_words(&self) -> Self {
        Self { shared_text: String::new(), individual_text: String::new(), next_step: String::new(), ..self.clone() }
    }
}

/// A goal that the session addressed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NoteGoal {
    pub id: GoalId,
    pub description: String,
    pub progress: Progress,
    pub level: Option<i32>,
    /// The step of the ladder as it read on the day; empty without a level.
    pub step: String,
}

impl SignedNote {
    /// The text that is hashed and signed.
    #[must_use]
    pub fn canonical(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a kept text; `None` when it is not one.
    #[must_use]
    pub fn parse(payload: &str) -> Option<Self> {
        serde_json::from_str(payload).ok()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use uuid::Uuid;

    /// A note with every field filled in.
    pub(crate) fn example() -> SignedNote {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        SignedNote {
            schema: SCHEMA,
            id: NoteId(Uuid::from_u128(1)),
            chain_no: 1,
            kind: NoteKind::Session,
            sensitivity: Sensitivity::Normal,
            patient: NotePatient {
                id: PersonId(Uuid::from_u128(2)),
                number: "A-20417".to_owned(),
                family_name: "Krasniqi".to_owned(),
                given_name: "Besart".to_owned(),
            },
            place: NotePlace { id: FacilityId(Uuid::from_u128(3)), name: "Dubrava".to_owned() },
            author: Author {
                id: UserId(Uuid::from_u128(4)),
                name: "Mira Đokić".to_owned(),
                profession: "Occupational therapist".to_owned(),
                role: "practitioner".to_owned(),
            },
            key_id: "00112233".to_owned(),
            occurred_at: at("2026-11-24T09:00:00Z"),
            ended_at: at("2026-11-24T10:30:00Z"),
            signed_at: at("2026-11-24T11:02:03.456789Z"),
            late_reason: String::new(),
            session: Some(SessionAccount {
                id: SlotId(Uuid::from_u128(5)),
                activity_code: "cooking".to_owned(),
                activity: "Kitchen group".to_owned(),
                mode: Mode::Group,
                attendance: Attendance::Full,
                health_reason: None,
                minutes: 90,
                participation: Some(5),
                assistance: Some(Assistance::Supervision),
                goals: vec![NoteGoal {
                    id: GoalId(Uuid::from_u128(6)),
                    description: "Cooks \"one\" meal".to_owned(),
                    progress: Progress::Progressing,
                    level: Some(1),
                    step: "Without a prompt".to_owned(),
                }],
                rated_with_patient: true,
                shared_text: "We made soup.\nTwo burners.".to_owned(),
                individual_text: "Asked for the recipe.".to_owned(),
                next_step: "Leads the next meal".to_owned(),
                mood_before: None,
                mood_after: None,
                group: GroupRatings::default(),
            }),
            parts: Vec::new(),
            about: None,
            replaces: None,
            needs_cosign: false,
        }
    }

    #[test]
    fn the_canonical_text_stays_as_it_is() {
        let expected = concat!(
            r#"{"schema":1,"id":"00000000-0000-0000-0000-000000000001","chain_no":1,"kind":"session","sensitivity":"normal","#,
            r#""patient":{"id":"00000000-0000-0000-0000-000000000002","number":"A-20417","family_name":"Krasniqi","given_name":"Besart"},"#,
            r#""place":{"id":"00000000-0000-0000-0000-000000000003","name":"Dubrava"},"#,
            r#""author":{"id":"00000000-0000-0000-0000-000000000004","name":"Mira Đokić","profession":"Occupational therapist","role":"practitioner"},"#,
            r#""key_id":"00112233","occurred_at":"2026-11-24T09:00:00Z","ended_at":"2026-11-24T10:30:00Z","#,
            r#""signed_at":"2026-11-24T11:02:03.456789Z","late_reason":"","session":{"id":"00000000-0000-0000-0000-000000000005","#,
            r#""activity_code":"cooking","activity":"Kitchen group","mode":"group","attendance":"full","health_reason":null,"minutes":90,"#,
            r#""participation":5,"assistance":"04","goals":[{"id":"00000000-0000-0000-0000-000000000006","description":"Cooks \"one\" meal","#,
            r#""progress":"progressing","level":1,"step":"Without a prompt"}],"rated_with_patient":true,"#,
            r#""shared_text":"We made soup.\nTwo burners.","individual_text":"Asked for the recipe.","next_step":"Leads the next meal"}}"#,
        );
        assert_eq!(example().canonical(), expected);
    }

    #[test]
    fn what_is_kept_reads_back_the_same() {
        let written = SignedNote {
            session: None,
            parts: vec![NotePart { key: "note-part-plan".to_owned(), text: "Weekly.".to_owned() }],
            about: Some(NoteId(Uuid::from_u128(7))),
            replaces: Some(NoteId(Uuid::from_u128(8))),
            needs_cosign: true,
            ..example()
        };
        for note in [example(), written] {
            assert_eq!(SignedNote::parse(&note.canonical()), Some(note));
        }
    }
}
