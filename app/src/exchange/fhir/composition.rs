//! Composition: every final note and addendum. What waits for a co-signature, was returned, or is an error, is not passed on.

use std::collections::HashSet;

use super::types::{Coding, Concept, Identifier, Meta, Narrative, Reference, fhir, instant};
use super::{About, BASE};
use crate::care::notes::model::{NoteKind, Sensitivity, SessionAccount, SignedNote};
use crate::care::notes::rules::NoteState;
use crate::care::notes::{Filed, participation_words};
use crate::i18n::Lang;
use crate::kit::ids::NoteId;

fhir! {
    RelatesTo { code: &'static str, target_identifier: Option<Identifier>, target_reference: Option<Reference> }
    Attester { mode: &'static str, time: String, party: Option<Reference> }
    Section { title: String, text: Option<Narrative> }
    Composition {
        id: String, meta: Meta, identifier: Option<Identifier>, status: &'static str, r#type: Concept, subject: Reference,
        encounter: Option<Reference>, date: String, author: Vec<Reference>, title: String, confidentiality: &'static str,
        attester: Vec<Attester>, relates_to: Vec<RelatesTo>, section: Vec<Section>,
    }
}

/// The notes that are passed on, each with its acts: those that are final, and addenda to them.
#[must_use]
pub fn finals(chain: &[SignedNote]) -> Vec<Filed> {
    let notes: Vec<SignedNote> = chain.iter().filter(|link| link.about.is_none()).cloned().collect();
    let filed = Filed::all(notes, chain);
    let held: Vec<Filed> = filed.into_iter().filter(|filed| filed.state() == NoteState::Final).collect();
    let ids: HashSet<NoteId> = held.iter().map(|filed| filed.note.id).collect();
    let addenda = chain
        .iter()
        .filter(|link| link.kind == NoteKind::Addendum && link.about.is_some_and(|about| ids.contains(&about)))
        .map(|link| Filed { note: link.clone(), later: Vec::new() })
        .collect::<Vec<_>>();
    held.into_iter().chain(addenda).collect()
}

/// The code of an occupational therapy progress note in LOINC is certain, and that of a discharge summary; the others are
/// Ergon's own.
fn type_of(lang: Lang, kind: NoteKind) -> Concept {
    const LOINC: &str = "http://loinc.org";
    let words = kind.label(lang).into_owned();
    let coding = match kind {
        NoteKind::Session | NoteKind::Contact | NoteKind::ProgressReport | NoteKind::Addendum => {
            Coding::new(LOINC, "11507-6").named("Occupational therapy Progress note")
        }
        NoteKind::Discharge => Coding::new(LOINC, "18842-5").named("Discharge summary"),
        kind => Coding::local("note", super::types::hyphened(kind.as_str()), words.clone()),
    };
    Concept { coding: vec![coding], text: words }
}

/// The name of a note among systems.
fn identifier(id: NoteId) -> Identifier {
    Identifier { system: format!("{BASE}/sid/note"), value: id.to_string(), ..Identifier::default() }
}

#[must_use]
pub fn is_restricted(note: &SignedNote) -> bool {
    note.sensitivity == Sensitivity::Restricted
}

/// `encounter` is that of the session which the note is about; `known` are the notes of the same export.
#[must_use]
pub fn composition(about: About, filed: &Filed, encounter: Option<String>, known: &HashSet<NoteId>) -> Composition {
    let (note, lang) = (&filed.note, about.lang);
    let relation = |code, id: NoteId| {
        let inside = known.contains(&id);
        RelatesTo {
            code,
            target_reference: inside.then(|| Reference::to("Composition", id)),
            target_identifier: (!inside).then(|| identifier(id)),
        }
    };
    let appends = note.about.filter(|_| note.kind == NoteKind::Addendum).map(|id| relation("appends", id));
    let replaces = note.replaces.map(|id| relation("replaces", id));
    let restricted = is_restricted(note);
    let title =
        note.session.as_ref().map_or_else(|| note.kind.label(lang).into_owned(), |session| session.activity.clone());
    Composition {
        id: note.id.to_string(),
        meta: if restricted { Meta::very_restricted() } else { Meta::restricted() },
        identifier: Some(identifier(note.id)),
        status: "final",
        r#type: type_of(lang, note.kind),
        subject: Reference::patient(about),
        encounter: encounter.map(|id| Reference::to("Encounter", id)),
        date: instant(note.signed_at),
        author: vec![Reference::staff(note.author.id, &note.author.name)],
        title,
        confidentiality: if restricted { "V" } else { "R" },
        attester: attesters(filed),
        relates_to: appends.into_iter().chain(replaces).collect(),
        section: sections(lang, note),
    }
}

/// Who signed and who co-signed.
fn attesters(filed: &Filed) -> Vec<Attester> {
    let attester = |mode, note: &SignedNote| Attester {
        mode,
        time: instant(note.signed_at),
        party: Some(Reference::staff(note.author.id, &note.author.name)),
    };
    let cosigned = filed.acts(NoteKind::Cosign).map(|act| attester("professional", act));
    std::iter::once(attester("legal", &filed.note)).chain(cosigned).collect()
}

fn sections(lang: Lang, note: &SignedNote) -> Vec<Section> {
    let section = |title: String, text: &str| {
        (!text.trim().is_empty()).then(|| Section { title, text: Some(Narrative::of(text)) })
    };
    let late = section(lang.t("sessions-late-entry").into_owned(), &note.late_reason);
    let session = note.session.iter().flat_map(|session| {
        [
            section(lang.t("sessions-attendance").into_owned(), &account(lang, session)),
            section(lang.t("sessions-shared").into_owned(), &session.shared_text),
            section(lang.t("sessions-individual").into_owned(), &session.individual_text),
            section(lang.t("sessions-goals").into_owned(), &goals(lang, session)),
            section(lang.t("sessions-next-step").into_owned(), &session.next_step),
        ]
    });
    let parts = note.parts.iter().map(|part| section(lang.t(&part.key).into_owned(), &part.text));
    let all: Vec<Section> = std::iter::once(late).chain(session).chain(parts).flatten().collect();
    if all.is_empty() { section(note.kind.label(lang).into_owned(), "–").into_iter().collect() } else { all }
}

fn account(lang: Lang, session: &SessionAccount) -> String {
    let mut lines = vec![session.attendance.label(lang).into_owned()];
    lines.extend(session.health_reason.map(|reason| reason.label(lang).into_owned()));
    if session.minutes > 0 {
        lines.push(lang.t_with("sessions-n-minutes", &[("n", session.minutes.into())]));
    }
    lines.extend(session.participation.map(|level| participation_words(lang, level)));
    lines.extend(session.assistance.map(|code| code.label(lang).into_owned()));
    lines.join("\n")
}

fn goals(lang: Lang, session: &SessionAccount) -> String {
    let line = |goal: &crate::care::notes::model::NoteGoal| {
        let level = goal.level.map(|level| format!(" ({level:+}: {})", goal.step)).unwrap_or_default();
        format!("{}: {}{level}", goal.description, goal.progress.label(lang))
    };
    session.goals.iter().map(line).collect::<Vec<_>>().join("\n")
}
