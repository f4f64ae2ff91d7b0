//! Measures that practitioners take at the end of some weeks: WHO-5 of every other patient, house ratings of those in a group,
//! COPM where the licence is held. What the patients say follows their course, and each result has its note in the chain.

use app::care::measures::account::account;
use app::care::measures::definition::{Definition, Kind};
use app::care::measures::library;
use app::care::measures::rules::{Answers, score};
use app::care::notes::model::SCHEMA;
use app::care::notes::{Author, NoteKind, NotePatient, NotePlace, Sensitivity, SignedNote, seal};
use app::cells;
use app::i18n::Lang;
use app::kit::ids::ResultId;
use chrono::{DateTime, TimeDelta, Utc};

use super::batch::Batch;
use super::calendar::instant;
use super::caseload::{Patient, Unit, shifted};
use super::chance::Chance;
use super::history::Week;
use super::notes::{Scribe, push};
use super::places::Facility;
use super::users::User;

const COMMENTS: &[&str] =
    &["", "", "", "Filled in together, read aloud.", "Took time over each answer.", "Tired today."];

/// Takes what is due at the end of a week.
pub fn take(week: &Week<'_>, unit: &mut Unit, batch: &mut Batch) {
    let friday = shifted(week.calendar.monday(week.number), 4);
    let mut at = instant(friday, 15 * 60 + 30);
    // A random source of their own: with them or without them, everything else of the story stays as it is.
    let place = u64::try_from(unit.facility * 1009 + unit.number).unwrap_or(0);
    let seed = u64::from(week.number) * 10_007 + place;
    let chance = &mut Chance::new(seed);
    let latest = week.calendar.now() - TimeDelta::minutes(5);
    if at > latest {
        return;
    }
    for n in 0..unit.patients.len() {
        let Some(patient) = unit.patients.get_mut(n).filter(|patient| patient.is_treated(friday)) else { continue };
        for code in due(week, n, patient) {
            let Some(definition) = library::shipped().iter().find(|held| held.code == code) else { continue };
            let after = unit.signed.map_or(at, |signed| signed + TimeDelta::minutes(3));
            at = at.max(after).min(latest);
            unit.signed = Some(at);
            one(chance, week, (&unit.practitioner, patient), (definition, at), batch);
        }
    }
}

fn due(week: &Week<'_>, n: usize, patient: &Patient) -> Vec<&'static str> {
    let mut due = Vec::new();
    if week.number % 4 == 1 && n.is_multiple_of(2) {
        due.push("who5");
    }
    if week.number % 8 == 3 && patient.group.is_some() && n.is_multiple_of(3) {
        due.push("house_group");
    }
    if week.number % 8 == 5 && week.facility.sketch.code == "DUB" && n.is_multiple_of(4) {
        due.push("copm");
    }
    due
}

fn one(
    chance: &mut Chance,
    week: &Week<'_>,
    (author, patient): (&User, &mut Patient),
    (definition, at): (&Definition, DateTime<Utc>),
    batch: &mut Batch,
) {
    let level = patient.course.level(-2, patient.days(at.date_naive()).max(0));
    let answers = answers(chance, definition, level);
    let Ok(found) = score(definition, &answers) else { return };
    let comment = chance.pick(COMMENTS);
    let lang = Lang::from_code(author.language).unwrap_or_default();
    let language = definition.language_for(author.language);
    let mut note = blank(chance, week.scribe, (week.facility, author), patient, at);
    note.parts = account(lang, definition, &answers, (found, language, comment));
    let note_id = note.id;
    let sealed = seal(note, &patient.last_hash, week.scribe.key);
    patient.last_hash.clone_from(&sealed.hash);
    push(sealed, batch);
    let id: ResultId = chance.id(at);
    batch.results.push(cells![
        id,
        patient.person.id,
        week.facility.id,
        definition.code.clone(),
        definition.version,
        at.date_naive(),
        language.to_owned(),
        serde_json::to_string(&answers).unwrap_or_default(),
        found.first,
        found.second,
        comment,
        note_id,
        author.id,
        at
    ]);
}

/// A note of the kind, with nothing in it yet, at its place in the chain.
fn blank(
    chance: &mut Chance,
    scribe: &Scribe<'_>,
    (facility, author): (&Facility, &User),
    patient: &mut Patient,
    at: DateTime<Utc>,
) -> SignedNote {
    patient.notes += 1;
    let taken = at - TimeDelta::minutes(20);
    SignedNote {
        schema: SCHEMA,
        id: chance.id(at),
        chain_no: patient.notes,
        kind: NoteKind::Measure,
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
        occurred_at: taken,
        ended_at: taken,
        signed_at: at,
        late_reason: String::new(),
        session: None,
        parts: Vec::new(),
        about: None,
        replaces: None,
        needs_cosign: false,
    }
}

/// From where a patient stands, between the lowest and the highest answer, with a little chance in each.
fn answers(chance: &mut Chance, definition: &Definition, level: f64) -> Answers {
    let share = ((level + 2.4) / 3.6).clamp(0.0, 1.0);
    let values: Vec<i32> = definition.answers.iter().map(|answer| answer.value).collect();
    let (least, most) = match definition.kind {
        Kind::Slot => (definition.least * 1000, definition.most * 1000),
        _ => (values.iter().copied().min().unwrap_or(0), values.iter().copied().max().unwrap_or(0)),
    };
    let span = f64::from(most - least);
    let asked = if definition.kind == Kind::Slot { &definition.slots } else { &definition.items };
    asked
        .iter()
        .map(|item| {
            let value = (share * span + chance.wobble() * span / 8.0).clamp(0.0, span).round();
            #[expect(clippy::cast_possible_truncation, reason = "clamped to the measure's own range just above")]
            let value = value as i32 + least;
            // Means over up to five problems have one decimal.
            let value = if definition.kind == Kind::Slot { value / 100 * 100 } else { value };
            (item.code.clone(), value)
        })
        .collect()
}
