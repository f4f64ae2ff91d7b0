//! The signed note that each patient has of each signed session: the product's own note, chained and signed by its own hand,
//! so that verification finds nothing to say about it.

use app::access::keys::InstallationKey;
use app::care::notes::model::SCHEMA;
use app::care::notes::{
    Author, NoteGoal, NoteKind, NotePatient, NotePlace, SealedNote, Sensitivity, SessionAccount, SignedNote, seal,
};
use app::care::sessions::rules::is_late;
use app::care::sessions::{Assistance, Attendance, GroupRatings, HealthReason, Mode};
use app::cells;
use app::kit::db::{Cell, Rows};
use app::kit::ids::NoteId;
use chrono::{DateTime, Utc};

use super::batch::Batch;
use super::caseload::Patient;
use super::chance::Chance;
use super::history::Session;
use super::outcome::Came;
use super::places::Facility;
use super::users::User;

/// Signs for the installation.
#[derive(Debug)]
pub struct Scribe<'a> {
    pub key: &'a InstallationKey,
    pub key_id: String,
}

/// What the practitioner wrote of one patient.
#[derive(Debug)]
pub struct Written {
    pub line: String,
    pub next_step: &'static str,
    pub goals: Vec<NoteGoal>,
    pub with_patient: bool,
}

impl<'a> Scribe<'a> {
    pub fn new(key: &'a InstallationKey) -> Self {
        Self { key, key_id: key.public().id() }
    }

    /// Adds a patient's note of a session.
    pub fn sign(
        &self,
        chance: &mut Chance,
        (facility, author): (&Facility, &User),
        (session, signed): (&Session<'_>, DateTime<Utc>),
        patient: &mut Patient,
        (came, written): (&Came, Written),
        batch: &mut Batch,
    ) {
        let Some(account) = account(session, author.language, came, written) else { return };
        patient.notes += 1;
        let note = SignedNote {
            schema: SCHEMA,
            id: chance.id(signed),
            chain_no: patient.notes,
            kind: NoteKind::Session,
            sensitivity: Sensitivity::Normal,
            patient: NotePatient {
                id: patient.person.id,
                number: patient.person.number.clone(),
                family_name: patient.person.name.family.to_owned(),
                given_name: patient.person.name.given.to_owned(),
            },
            place: NotePlace { id: facility.id, name: facility.sketch.name.to_owned() },
            author: Author {
                id: author.id,
                name: author.name.clone(),
                profession: author.profession.to_owned(),
                role: author.role.as_str().to_owned(),
            },
            key_id: self.key_id.clone(),
            occurred_at: session.starts,
            ended_at: session.ends,
            signed_at: signed,
            late_reason: late_reason(chance, session.ends, signed).to_owned(),
            session: Some(account),
            parts: Vec::new(),
            about: None,
            replaces: None,
            needs_cosign: false,
        };
        let sealed = seal(note, &patient.last_hash, self.key);
        patient.last_hash.clone_from(&sealed.hash);
        push(sealed, &mut batch.notes);
    }
}

fn account(session: &Session<'_>, language: &str, came: &Came, written: Written) -> Option<SessionAccount> {
    let attendance = Attendance::from_code(came.attendance)?;
    Some(SessionAccount {
        id: session.id,
        activity_code: session.activity.code.clone(),
        activity: session.activity.title(language).to_owned(),
        mode: Mode::from_code(session.mode)?,
        attendance,
        health_reason: came.health_reason.and_then(HealthReason::from_code),
        minutes: came.minutes,
        participation: came.participation,
        assistance: came.assistance.and_then(Assistance::from_code),
        rated_with_patient: written.with_patient && written.goals.iter().any(|goal| goal.level.is_some()),
        goals: written.goals,
        shared_text: if attendance.took_part() { session.narrative.to_owned() } else { String::new() },
        individual_text: written.line,
        next_step: written.next_step.to_owned(),
        mood_before: None,
        mood_after: None,
        group: if attendance.took_part() { session.ratings } else { GroupRatings::default() },
    })
}

fn late_reason(chance: &mut Chance, ended: DateTime<Utc>, signed: DateTime<Utc>) -> &'static str {
    if is_late(ended, signed) {
        chance.pick(&[
            "Two groups in a row and no free PC that day.",
            "Lockdown: the unit was left at once.",
            "Absent the day after.",
        ])
    } else {
        ""
    }
}

pub fn push(sealed: SealedNote, rows: &mut Rows) {
    rows.push(row(sealed));
}

/// A signed note as a row of [`super::batch::notes`].
pub fn row(sealed: SealedNote) -> [Cell; 15] {
    let SealedNote { note, payload, prev_hash, hash, signature } = sealed;
    let id: NoteId = note.id;
    cells![
        id,
        note.patient.id,
        note.place.id,
        note.session.map(|session| session.id),
        note.kind.as_str(),
        note.sensitivity.as_str(),
        note.occurred_at,
        note.signed_at,
        note.author.id,
        note.chain_no,
        payload,
        prev_hash,
        hash,
        signature,
        note.key_id
    ]
}
