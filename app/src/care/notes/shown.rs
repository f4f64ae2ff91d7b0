//! A signed note as somebody reads it who sees no names: it names the patient as on the day, and its words may, too. A review's
//! note lists the patient among those who were there.

use super::filed::Filed;
use super::model::{NotePatient, SignedNote};
use crate::care::identity::pseudonym;
use crate::care::patients::person_name;
use crate::web::Ctx;

/// A number shorter than this stands for other things as well.
const SHORTEST_NUMBER: usize = 4;

impl SignedNote {
    /// As the reader is shown it. What was signed stays as it is; this is for drawing alone.
    #[must_use]
    pub fn shown_to(self, ctx: &Ctx) -> Self {
        if ctx.names(self.patient.id) { self } else { under(&pseudonym(ctx, self.patient.id), self) }
    }
}

impl Filed {
    /// As [`SignedNote::shown_to`], with everything that was signed about it.
    #[must_use]
    pub fn shown_to(self, ctx: &Ctx) -> Self {
        let later = self.later.into_iter().map(|link| link.shown_to(ctx)).collect();
        Self { note: self.note.shown_to(ctx), later }
    }
}

/// The note with the pseudonym wherever the patient's whole name or number stands.
fn under(pseudonym: &str, mut note: SignedNote) -> SignedNote {
    let NotePatient { id, number, family_name, given_name } = note.patient;
    let forms = [
        person_name(&family_name, &given_name),
        format!("{family_name}, {given_name}"),
        format!("{family_name} {given_name}"),
        format!("{given_name} {family_name}"),
    ];
    let mask = |text: &mut String| {
        for form in forms.iter().filter(|form| text.contains(form.as_str())).collect::<Vec<_>>() {
            *text = text.replace(form.as_str(), pseudonym);
        }
        if number.chars().count() >= SHORTEST_NUMBER && text.contains(&number) {
            *text = text.replace(&number, pseudonym);
        }
    };
    mask(&mut note.late_reason);
    note.parts.iter_mut().for_each(|part| mask(&mut part.text));
    if let Some(session) = &mut note.session {
        [&mut session.shared_text, &mut session.individual_text, &mut session.next_step].into_iter().for_each(mask);
        for goal in &mut session.goals {
            mask(&mut goal.description);
            mask(&mut goal.step);
        }
    }
    let (named, nothing) = (pseudonym.to_owned(), String::new());
    note.patient = NotePatient { id, number: named.clone(), family_name: named, given_name: nothing };
    note
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::notes::model::NotePart;
    use crate::care::notes::model::tests::example;

    #[test]
    fn the_whole_name_and_the_number_give_way() {
        for (written, read) in [
            ("KRASNIQI, Besart (patient)\nMira (practitioner)", "7K3M-9QXA (patient)\nMira (practitioner)"),
            ("Spoke with Besart Krasniqi, A-20417.", "Spoke with 7K3M-9QXA, 7K3M-9QXA."),
            // What somebody calls him in passing stays.
            ("Besart cooks.", "Besart cooks."),
        ] {
            let part = NotePart { key: "note-part-account".to_owned(), text: written.to_owned() };
            let shown = under("7K3M-9QXA", SignedNote { parts: vec![part], ..example() });
            assert_eq!(shown.parts[0].text, read);
            let all = shown.canonical();
            assert!(!all.contains("A-20417") && !all.contains("Krasniqi"), "{all}");
        }
    }
}
