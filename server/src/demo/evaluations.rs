//! What was found out before a plan was made: one signed evaluation for each patient who has a plan, dated before the first
//! session, and one half written for whoever has just come. Told before the weeks, since it begins the patient's chain of notes.

use app::care::evaluations::Section;
use app::care::notes::{Author, NoteKind, NotePart, NotePatient, NotePlace, Sensitivity, SignedNote, seal};
use app::cells;
use app::kit::db::{Conn, DbError, OwnerPool, Rows};
use app::kit::ids::{EvaluationId, NoteId};
use app::kit::local_time::local_date;
use chrono::{DateTime, TimeDelta, Utc};

use super::batch::{self, FULL};
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit, shifted};
use super::chance::{Chance, nth};
use super::commit;
use super::evaluation_words::{AGAIN, TEXTS};
use super::notes::Scribe;
use super::places::{Facility, ZONE};
use super::users::User;
use super::words;

/// Of so many patients one has been evaluated again lately.
const ONE_AGAIN: usize = 3;
/// Nobody is evaluated again in the first weeks of a plan.
const SETTLED: i64 = 21;

#[derive(Debug)]
pub struct Tables {
    notes: Rows,
    evaluations: Rows,
    sections: Rows,
    /// Sections go in while an evaluation is a draft: those to be signed afterwards, with their note and its moment.
    signed: Vec<(EvaluationId, NoteId, DateTime<Utc>)>,
}

impl Tables {
    pub fn new() -> Self {
        Self {
            notes: batch::notes(),
            evaluations: Rows::new(
                "care_evaluation",
                &["id", "patient_id", "facility_id", "occurred_on", "author_id", "created_by", "created_at", "version"],
            ),
            sections: Rows::new(
                "care_evaluation_section",
                &["evaluation_id", "section", "content", "updated_by", "updated_at", "version"],
            ),
            signed: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.sections.len()
    }

    pub async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.notes.insert(tx).await?;
        self.evaluations.insert(tx).await?;
        self.sections.insert(tx).await?;
        for (evaluation, note, at) in self.signed.drain(..) {
            app::sql_exec!(
                tx,
                "update care_evaluation set note_id = $2, signed_at = $3 where id = $1",
                evaluation,
                note,
                at
            )?;
        }
        Ok(())
    }

    /// The evaluation of one patient, the `n`-th of a caseload: signed where a plan came of it.
    pub fn add(
        &mut self,
        chance: &mut Chance,
        scribe: &Scribe<'_>,
        (facility, author): (&Facility, &User),
        (n, patient): (usize, &mut Patient),
    ) {
        let done = patient.evaluated();
        let on = done.unwrap_or(patient.opened);
        let at = instant(on, 14 * 60 + 10);
        let id: EvaluationId = chance.id(at);
        let texts = texts(n, patient, done.is_some());
        self.evaluations.push(cells![id, patient.person.id, facility.id, on, author.id, author.id, at, 1]);
        for (section, text) in &texts {
            self.sections.push(cells![id, section.as_str(), text.clone(), author.id, at, 1]);
        }
        if let Some(on) = done {
            let moments = (instant(on, 12 * 60), instant(on, 16 * 60));
            self.sign(chance, scribe, (facility, author), patient, (id, moments, texts));
        }
    }

    /// A second evaluation, signed at a moment after everything else that has been signed about the patient.
    fn add_again(
        &mut self,
        chance: &mut Chance,
        scribe: &Scribe<'_>,
        (facility, author): (&Facility, &User),
        (n, patient, signed_at): (usize, &mut Patient, DateTime<Utc>),
    ) {
        let occurred_at = signed_at - TimeDelta::hours(2);
        let on = local_date(occurred_at, ZONE);
        let id: EvaluationId = chance.id(occurred_at);
        let mut texts = texts(n, patient, true);
        for (section, text) in &mut texts {
            if let Some((_, said)) = AGAIN.iter().find(|(again, _)| again == section) {
                *text = words::of_person(nth(said, n), patient.person.woman);
            }
        }
        self.evaluations.push(cells![id, patient.person.id, facility.id, on, author.id, author.id, occurred_at, 1]);
        for (section, text) in &texts {
            self.sections.push(cells![id, section.as_str(), text.clone(), author.id, occurred_at, 1]);
        }
        self.sign(chance, scribe, (facility, author), patient, (id, (occurred_at, signed_at), texts));
    }

    fn sign(
        &mut self,
        chance: &mut Chance,
        scribe: &Scribe<'_>,
        by: (&Facility, &User),
        patient: &mut Patient,
        (id, moments, texts): Told,
    ) {
        let note = sign(chance, scribe, by, patient, moments, texts);
        let (note_id, signed_at) = (note.note.id, note.note.signed_at);
        self.notes.push(super::notes::row(note));
        self.signed.push((id, note_id, signed_at));
    }
}

/// When it was held and when it was signed.
type Moments = (DateTime<Utc>, DateTime<Utc>);
/// One evaluation with its moments and texts.
type Told = (EvaluationId, Moments, Vec<(Section, String)>);

/// Evaluates one patient of each caseload in three again, after everything that the weeks tell.
pub async fn again(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, scribe): (&[Facility], &Scribe<'_>),
    units: &mut [Vec<Unit>],
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for (facility, units) in facilities.iter().zip(units) {
        for unit in units {
            let earliest = calendar.now() - TimeDelta::hours(10);
            let mut signed_at = unit.signed.unwrap_or(earliest).max(earliest);
            let settled = shifted(calendar.today, -SETTLED);
            for (n, patient) in unit.patients.iter_mut().enumerate().filter(|(n, _)| n % ONE_AGAIN == 0) {
                if patient.closed.is_some() || patient.plans.first().is_none_or(|plan| plan.active_from > settled) {
                    continue;
                }
                signed_at += TimeDelta::minutes(chance.between(4, 9));
                tables.add_again(chance, scribe, (facility, &unit.practitioner), (n, patient, signed_at));
            }
            unit.signed = Some(signed_at);
            if tables.len() > FULL {
                commit(pool, async |tx| tables.insert(tx).await).await?;
            }
        }
    }
    commit(pool, async |tx| tables.insert(tx).await).await
}

/// Half written, only the profile is there.
fn texts(n: usize, patient: &Patient, whole: bool) -> Vec<(Section, String)> {
    TEXTS
        .iter()
        .filter(|(section, _)| whole || *section < Section::Roles)
        .map(|(section, texts)| (*section, words::of_person(nth(texts, n), patient.person.woman)))
        .collect()
}

fn sign(
    chance: &mut Chance,
    scribe: &Scribe<'_>,
    (facility, author): (&Facility, &User),
    patient: &mut Patient,
    (occurred_at, signed_at): Moments,
    texts: Vec<(Section, String)>,
) -> app::care::notes::SealedNote {
    patient.notes += 1;
    let note = SignedNote {
        schema: app::care::notes::model::SCHEMA,
        id: chance.id(signed_at),
        chain_no: patient.notes,
        kind: NoteKind::Evaluation,
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
        key_id: scribe.key_id.clone(),
        occurred_at,
        ended_at: occurred_at,
        signed_at,
        late_reason: String::new(),
        session: None,
        parts: texts.into_iter().map(|(section, text)| NotePart { key: section.label_key(), text }).collect(),
        about: None,
        replaces: None,
        needs_cosign: false,
    };
    let sealed = seal(note, &patient.last_hash, scribe.key);
    patient.last_hash.clone_from(&sealed.hash);
    sealed
}
