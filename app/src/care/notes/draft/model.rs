//! A draft and its sections. SOAP, DAP and narrative share their texts: what DAP calls data is kept where SOAP keeps what was
//! observed.

use chrono::{DateTime, Utc};

use super::super::document::Document;
use super::super::model::{NoteKind, Sensitivity, SessionAccount, SignedNote};
use crate::i18n::Lang;
use crate::kit::ids::{NoteId, PersonId, UserId};
use crate::text_enum;

text_enum! {
    pub enum Format label "note-format" { Soap = "soap", Dap = "dap", Narrative = "narrative" }
}

/// One text of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Subjective,
    Objective,
    Assessment,
    Plan,
    Narrative,
}

impl Section {
    pub const ALL: [Self; 5] = [Self::Subjective, Self::Objective, Self::Assessment, Self::Plan, Self::Narrative];

    /// The name of its field.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Subjective => "subjective",
            Self::Objective => "objective",
            Self::Assessment => "assessment",
            Self::Plan => "plan",
            Self::Narrative => "narrative",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }
}

impl Format {
    /// The sections in their order, each with the key of its heading.
    #[must_use]
    pub const fn sections(self) -> &'static [(Section, &'static str)] {
        match self {
            Self::Soap => &[
                (Section::Subjective, "note-part-subjective"),
                (Section::Objective, "note-part-objective"),
                (Section::Assessment, "note-part-assessment"),
                (Section::Plan, "note-part-plan"),
            ],
            Self::Dap => &[
                (Section::Objective, "note-part-data"),
                (Section::Assessment, "note-part-assessment"),
                (Section::Plan, "note-part-plan"),
            ],
            Self::Narrative => &[(Section::Narrative, "note-part-narrative")],
        }
    }
}

/// The texts of all sections; those that the format does not have are empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Texts {
    pub subjective: String,
    pub objective: String,
    pub assessment: String,
    pub plan: String,
    pub narrative: String,
}

impl Texts {
    #[must_use]
    pub fn get(&self, section: Section) -> &str {
        match section {
            Section::Subjective => &self.subjective,
            Section::Objective => &self.objective,
            Section::Assessment => &self.assessment,
            Section::Plan => &self.plan,
            Section::Narrative => &self.narrative,
        }
    }

    pub fn get_mut(&mut self, section: Section) -> &mut String {
        match section {
            Section::Subjective => &mut self.subjective,
            Section::Objective => &mut self.objective,
            Section::Assessment => &mut self.assessment,
            Section::Plan => &mut self.plan,
            Section::Narrative => &mut self.narrative,
        }
    }

    #[must_use]
    pub fn are_empty(&self) -> bool {
        Section::ALL.iter().all(|section| self.get(*section).trim().is_empty())
    }

    /// Puts words at the end of a section, on a line of their own.
    pub fn append(&mut self, section: Section, words: &str) {
        let text = self.get_mut(section);
        if !text.trim().is_empty() {
            text.truncate(text.trim_end().len());
            text.push('\n');
        }
        text.push_str(words);
    }
}

/// What the words under a signed note's headings become when its next version is written.
#[must_use]
pub fn texts_of(note: &SignedNote, lang: Lang) -> (Format, Texts) {
    let mut texts = Texts::default();
    for format in [Format::Soap, Format::Dap, Format::Narrative] {
        let section = |key: &str| format.sections().iter().find(|(_, heading)| *heading == key);
        if !note.parts.is_empty() && note.parts.iter().all(|part| section(&part.key).is_some()) {
            for part in &note.parts {
                if let Some((section, _)) = section(&part.key) {
                    texts.append(*section, &part.text);
                }
            }
            return (format, texts);
        }
    }
    if let Some(session) = &note.session {
        for text in [&session.shared_text, &session.individual_text, &session.next_step] {
            if !text.trim().is_empty() {
                texts.append(Section::Narrative, text);
            }
        }
    }
    for part in &note.parts {
        texts.append(Section::Narrative, &format!("{}\n{}", lang.t(&part.key), part.text));
    }
    (Format::Narrative, texts)
}

/// A note that is being written.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Draft {
    /// The note has it too, once it is signed.
    pub id: NoteId,
    pub patient_id: PersonId,
    pub author_id: UserId,
    pub kind: NoteKind,
    pub format: Format,
    pub sensitivity: Sensitivity,
    pub occurred_at: DateTime<Utc>,
    #[sqlx(flatten)]
    pub texts: Texts,
    pub late_reason: String,
    /// The note that this is an addendum to.
    pub about_id: Option<NoteId>,
    /// The returned note that this is the next version of.
    pub replaces_id: Option<NoteId>,
    pub updated_at: DateTime<Utc>,
    pub version: i32,
}

impl Draft {
    /// Whether another one holds the same words, as it does when a form was sent twice.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.sensitivity, self.occurred_at, &self.texts, &self.late_reason)
            == (other.sensitivity, other.occurred_at, &other.texts, &other.late_reason)
    }

    /// What is signed: nothing else than what is kept.
    #[must_use]
    pub fn document(&self) -> Document {
        let mut document = Document {
            id: Some(self.id),
            sensitivity: self.sensitivity,
            late_reason: self.late_reason.clone(),
            about: self.about_id,
            replaces: self.replaces_id,
            ..Document::new(self.kind, self.occurred_at)
        };
        for (section, heading) in self.format.sections() {
            document = document.part(heading, self.texts.get(*section));
        }
        document
    }

    /// What is signed as the next version of a note: the words of the draft, with what was recorded of the session, which no
    /// rewording changes.
    #[must_use]
    pub fn document_after(&self, replaced: &SignedNote) -> Document {
        let took = replaced.ended_at - replaced.occurred_at;
        Document {
            ended_at: Some(self.occurred_at + took),
            session: replaced.session.as_ref().map(SessionAccount::without_words),
            ..self.document()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::model::tests::example;
    use super::super::super::model::{NotePart, SignedNote};
    use super::*;

    fn part(key: &str, text: &str) -> NotePart {
        NotePart { key: key.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn a_returned_note_comes_back_in_its_own_sections() {
        let soap = vec![part("note-part-subjective", "Slept."), part("note-part-plan", "Weekly.")];
        let dap = vec![part("note-part-data", "Came."), part("note-part-plan", "Weekly.")];
        let other = vec![part("note-part-comment", "Why?")];
        for (parts, format, section, text) in [
            (soap, Format::Soap, Section::Subjective, "Slept."),
            (dap, Format::Dap, Section::Objective, "Came."),
            (other, Format::Narrative, Section::Narrative, "Why?"),
        ] {
            let (found, texts) = texts_of(&SignedNote { session: None, parts, ..example() }, Lang::En);
            assert_eq!(found, format);
            assert!(texts.get(section).contains(text), "{texts:?}");
        }
        let (format, texts) = texts_of(&example(), Lang::En);
        assert_eq!((format, texts.narrative.lines().count()), (Format::Narrative, 4));
    }

    #[test]
    fn a_phrase_gets_its_own_line() {
        let mut texts = Texts::default();
        texts.append(Section::Plan, "Weekly.");
        texts.append(Section::Plan, "With one prompt.");
        assert_eq!(texts.plan, "Weekly.\nWith one prompt.");
    }
}
