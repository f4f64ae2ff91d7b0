//! From a recorded session to what is signed: one note for each patient, made from what is kept and from nothing typed since,
//! so that what the practitioner was shown is what carries the signature.

use chrono::{DateTime, Utc};

use super::store::sheet::{RosterRow, Sheet};
use crate::care::notes::model::SCHEMA;
use crate::care::notes::{Author, NoteGoal, NoteKind, NotePlace, Sensitivity, SessionAccount, SignedNote};
use crate::care::sessions::GroupRatings;
use crate::i18n::Lang;
use crate::kit::ids::NoteId;

/// What a signature adds to the record of a session.
#[derive(Debug, Clone)]
pub struct Signing {
    pub author: Author,
    pub place: NotePlace,
    pub key_id: String,
    pub signed_at: DateTime<Utc>,
    /// Empty unless the entry is late.
    pub late_reason: String,
    pub rated_with_patient: bool,
    pub needs_cosign: bool,
    /// The language that the author works in: the title of the activity is frozen in it.
    pub lang: Lang,
}

/// The notes of a session in the order of its roster; their place in each patient's chain is given when they are sealed.
#[must_use]
pub fn notes(sheet: &Sheet, signing: &Signing, mut new_id: impl FnMut() -> NoteId) -> Vec<SignedNote> {
    sheet
        .roster
        .iter()
        .filter_map(|row| Some(note(sheet, row, account(sheet, row, signing)?, signing, new_id())))
        .collect()
}

fn note(sheet: &Sheet, row: &RosterRow, account: SessionAccount, signing: &Signing, id: NoteId) -> SignedNote {
    SignedNote {
        schema: SCHEMA,
        id,
        chain_no: 0,
        kind: NoteKind::Session,
        sensitivity: Sensitivity::Normal,
        patient: row.who.to_sign(row.patient_id),
        place: signing.place.clone(),
        author: signing.author.clone(),
        key_id: signing.key_id.clone(),
        occurred_at: sheet.head.starts_at,
        ended_at: sheet.head.ends_at,
        signed_at: signing.signed_at,
        late_reason: signing.late_reason.clone(),
        session: Some(account),
        parts: Vec::new(),
        about: None,
        replaces: None,
        needs_cosign: signing.needs_cosign,
    }
}

/// `None` for somebody of whom nothing was recorded.
fn account(sheet: &Sheet, row: &RosterRow, signing: &Signing) -> Option<SessionAccount> {
    let attendance = row.attendance?;
    let goals: Vec<NoteGoal> = sheet
        .goals_of(row.patient_id)
        .filter_map(|goal| {
            Some(NoteGoal {
                id: goal.goal_id,
                description: goal.description.clone(),
                progress: goal.progress?,
                level: goal.level,
                step: goal.level.map(|level| goal.step(level).to_owned()).unwrap_or_default(),
            })
        })
        .collect();
    Some(SessionAccount {
        id: sheet.head.id,
        activity_code: sheet.head.activity_code.clone(),
        activity: sheet.head.title.say(signing.lang).to_owned(),
        mode: sheet.head.mode,
        attendance,
        health_reason: row.health_reason,
        minutes: row.minutes.unwrap_or(0),
        participation: row.participation,
        assistance: row.assistance,
        rated_with_patient: signing.rated_with_patient && goals.iter().any(|goal| goal.level.is_some()),
        goals,
        // Of somebody who was not there, what the others did tells nothing.
        shared_text: if attendance.took_part() { sheet.head.shared_narrative.clone() } else { String::new() },
        individual_text: row.individual_note.clone().unwrap_or_default(),
        next_step: row.next_step.clone().unwrap_or_default(),
        mood_before: row.mood_before,
        mood_after: row.mood_after,
        group: if attendance.took_part() { sheet.head.ratings } else { GroupRatings::default() },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::sessions::model::{Attendance, Progress};
    use crate::care::sessions::record_form::tests::sheet;
    use crate::kit::ids::{FacilityId, UserId};
    use uuid::Uuid;

    fn signing() -> Signing {
        Signing {
            author: Author {
                id: UserId(Uuid::nil()),
                name: "Mira".to_owned(),
                profession: "OT".to_owned(),
                role: "practitioner".to_owned(),
            },
            place: NotePlace { id: FacilityId(Uuid::from_u128(91)), name: "Dubrava".to_owned() },
            key_id: "k".to_owned(),
            signed_at: "2026-11-24T11:00:00Z".parse().unwrap(),
            late_reason: String::new(),
            rated_with_patient: true,
            needs_cosign: false,
            lang: Lang::Sq,
        }
    }

    #[test]
    fn one_note_for_each_and_nobody_elses_words() {
        let mut sheet = sheet();
        sheet.head.shared_narrative = "Soup.".to_owned();
        for (row, attendance) in
            sheet.roster.iter_mut().zip([Attendance::Full, Attendance::Declined, Attendance::NotBrought])
        {
            row.attendance = Some(attendance);
            row.minutes = Some(if attendance.took_part() { 90 } else { 0 });
            row.individual_note = Some(format!("Own of {}", row.who.to_sign(row.patient_id).given_name));
        }
        let goal = sheet.goals.first_mut().unwrap();
        (goal.progress, goal.level) = (Some(Progress::Achieved), Some(-1));

        let mut next = 0;
        let notes = notes(&sheet, &signing(), || {
            next += 1;
            NoteId(Uuid::from_u128(next))
        });
        let accounts: Vec<&SessionAccount> = notes.iter().filter_map(|note| note.session.as_ref()).collect();
        assert_eq!(accounts.iter().map(|account| account.shared_text.as_str()).collect::<Vec<_>>(), ["Soup.", "", ""]);
        assert_eq!(accounts.iter().map(|account| account.goals.len()).collect::<Vec<_>>(), [1, 0, 0]);
        assert_eq!(accounts.iter().map(|account| account.rated_with_patient).collect::<Vec<_>>(), [true, false, false]);
        assert_eq!(accounts[0].goals[0].step, "b");
        assert_eq!(accounts[0].activity, "Kuzhina");
        for (note, other) in [(0, "Besart"), (1, "Agron"), (2, "Agron")] {
            assert!(!notes[note].canonical().contains(other), "a note names another patient");
        }
    }
}
