//! Notes that are written beside sessions, in every caseload: contacts and telephone calls. In the first facility a trainee whom
//! its practitioner supervises, with notes in every state that a note can be in; templates and phrases of that practitioner.

use std::collections::HashMap;

use app::access::Role;
use app::access::keys::InstallationKey;
use app::care::notes::model::SCHEMA;
use app::care::notes::{
    Author, NoteKind, NotePart, NotePatient, NotePlace, SealedNote, Sensitivity, SignedNote, chain,
};
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{GrantId, NoteId, PersonId};
use app::{cells, sql_all, sql_exec};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::calendar::Calendar;
use super::caseload::{Patient, Unit};
use super::chance::Chance;
use super::names;
use super::note_words::{PHRASES, Wording, wording};
use super::places::Facility;
use super::users::{User, Users};

/// Rows in one insert, about.
const FULL: usize = 5_000;

/// Everybody and everything that notes are made from.
struct Desk<'a> {
    chance: Chance,
    key: &'a InstallationKey,
    facility: &'a Facility,
    /// When each patient's last note was signed: the next one follows it.
    last: &'a mut HashMap<PersonId, DateTime<Utc>>,
    now: DateTime<Utc>,
    rows: Rows,
}

/// What one note says, and about which other.
struct Words {
    kind: NoteKind,
    parts: Vec<NotePart>,
    about: Option<NoteId>,
    replaces: Option<NoteId>,
    sensitivity: Sensitivity,
    needs_cosign: bool,
}

impl Words {
    fn of((kind, parts): Wording) -> Self {
        Self {
            kind,
            parts: parts
                .iter()
                .map(|(key, text)| NotePart { key: (*key).to_owned(), text: (*text).to_owned() })
                .collect(),
            about: None,
            replaces: None,
            sensitivity: Sensitivity::Normal,
            needs_cosign: false,
        }
    }

    fn act(kind: NoteKind, about: NoteId, parts: &'static [(&'static str, &'static str)]) -> Self {
        Self { about: Some(about), ..Self::of((kind, parts)) }
    }
}

/// Writes all of it.
pub async fn build(
    tx: &mut Conn,
    (seed, calendar): (u64, Calendar),
    facilities: &[Facility],
    units: &mut [Vec<Unit>],
    users: &Users,
    key: &InstallationKey,
) -> Result<(), DbError> {
    let signed = sql_all!(
        tx,
        (PersonId, DateTime<Utc>),
        "select patient_id, max(signed_at) from care_note group by patient_id"
    )?;
    let mut last: HashMap<PersonId, DateTime<Utc>> = signed.into_iter().collect();
    let trainee = trainee(tx, seed, calendar, facilities, users).await?;
    for (index, (facility, units)) in facilities.iter().zip(units.iter_mut()).enumerate() {
        let chance = Chance::new(seed.wrapping_mul(31).wrapping_add(u64::try_from(index).unwrap_or(0)));
        let mut desk = Desk { chance, key, facility, last: &mut last, now: calendar.now(), rows: note_rows() };
        for (number, unit) in units.iter_mut().enumerate() {
            desk.beside_sessions(unit);
            if let (0, 0, Some(trainee)) = (index, number, &trainee) {
                desk.every_state(unit, trainee);
                templates(tx, &mut desk.chance, calendar, &unit.practitioner).await?;
            }
            if desk.rows.len() > FULL {
                desk.rows.insert(tx).await?;
            }
        }
        desk.rows.insert(tx).await?;
        if let (0, Some(trainee), Some(unit)) = (index, &trainee, units.first()) {
            drafts(tx, &mut desk, unit, trainee).await?;
        }
    }
    Ok(())
}

impl Desk<'_> {
    /// For every third patient in care, something that happened between sessions.
    fn beside_sessions(&mut self, unit: &mut Unit) {
        let author = unit.practitioner.clone();
        for (number, patient) in unit.patients.iter_mut().enumerate().filter(|(number, _)| number % 3 == 1) {
            if patient.closed.is_none() {
                self.sign(&author, patient, 9, Words::of(wording(number)));
            }
        }
    }

    /// One note in each state, of the trainee and of the practitioner who supervises.
    fn every_state(&mut self, unit: &mut Unit, trainee: &User) {
        let supervisor = unit.practitioner.clone();
        let mut patients = unit.patients.iter_mut().filter(|patient| patient.closed.is_none());
        let supervised = |number| Words { needs_cosign: true, ..Words::of(wording(number)) };
        for number in 0..2 {
            if let Some(patient) = patients.next() {
                self.sign(trainee, patient, 2, supervised(number));
            }
        }
        if let Some(patient) = patients.next() {
            let id = self.sign(trainee, patient, 4, supervised(2));
            let comment = &[("note-part-comment", "What did you see, and what did he say? Please keep the two apart.")];
            self.sign(&supervisor, patient, 3, Words::act(NoteKind::Return, id, comment));
        }
        if let Some(patient) = patients.next() {
            let first = self.sign(trainee, patient, 6, supervised(1));
            let comment = &[("note-part-comment", "Who rang, and what was agreed?")];
            self.sign(&supervisor, patient, 5, Words::act(NoteKind::Return, first, comment));
            let next = self.sign(trainee, patient, 4, Words { replaces: Some(first), ..supervised(1) });
            self.sign(&supervisor, patient, 3, Words::act(NoteKind::Cosign, next, &[]));
        }
        if let Some(patient) = patients.next() {
            let id = self.sign(&supervisor, patient, 5, Words::of(wording(3)));
            let text = &[("note-part-narrative", "The papers arrived today; the interview is on Thursday.")];
            self.sign(&supervisor, patient, 2, Words::act(NoteKind::Addendum, id, text));
        }
        if let Some(patient) = patients.next() {
            let id = self.sign(&supervisor, patient, 5, Words::of(wording(0)));
            let reason = &[("note-part-reason", "This contact was with the neighbour, not with this patient.")];
            self.sign(&supervisor, patient, 4, Words::act(NoteKind::Error, id, reason));
            self.sign(trainee, patient, 3, Words::act(NoteKind::ErrorConfirmed, id, &[]));
        }
        if let Some(patient) = patients.next() {
            let parts = &[(
                "note-part-narrative",
                "Spoke of his brother for the first time. Asked that this stay with those who treat him.",
            )];
            let restricted = Words { sensitivity: Sensitivity::Restricted, ..Words::of((NoteKind::Contact, parts)) };
            self.sign(&supervisor, patient, 3, restricted);
        }
        if let Some(patient) = patients.next() {
            let id = self.sign(trainee, patient, 5, supervised(0));
            let reason = &[("note-part-reason", "I took this for another man's call.")];
            self.sign(trainee, patient, 4, Words::act(NoteKind::Error, id, reason));
            let back = &[("note-part-reason", "It was his call after all; the workshop has the list.")];
            self.sign(trainee, patient, 2, Words::act(NoteKind::ErrorWithdrawn, id, back));
        }
    }

    /// Signs at working hours so many days ago, or after the patient's last note when that is later.
    fn sign(&mut self, author: &User, patient: &mut Patient, days_ago: i64, words: Words) -> NoteId {
        let wanted = self.now - TimeDelta::days(days_ago) + TimeDelta::minutes(self.chance.between(8 * 60, 14 * 60));
        let after = self.last.get(&patient.person.id).copied().unwrap_or(wanted) + TimeDelta::minutes(20);
        let occurred_at = wanted.max(after);
        let signed_at = occurred_at + TimeDelta::minutes(self.chance.between(4, 19));
        self.last.insert(patient.person.id, signed_at);
        patient.notes += 1;
        let note = SignedNote {
            schema: SCHEMA,
            id: self.chance.id(signed_at),
            chain_no: patient.notes,
            kind: words.kind,
            sensitivity: words.sensitivity,
            patient: NotePatient {
                id: patient.person.id,
                number: patient.person.number.clone(),
                family_name: patient.person.name.family.to_owned(),
                given_name: patient.person.name.given.to_owned(),
            },
            place: NotePlace { id: self.facility.id, name: self.facility.sketch.name.to_owned() },
            author: Author {
                id: author.id,
                name: author.name.clone(),
                profession: author.profession.to_owned(),
                role: author.role.as_str().to_owned(),
            },
            key_id: self.key.public().id(),
            occurred_at,
            ended_at: occurred_at,
            signed_at,
            late_reason: String::new(),
            session: None,
            parts: words.parts,
            about: words.about,
            replaces: words.replaces,
            needs_cosign: words.needs_cosign,
        };
        let id = note.id;
        let sealed = chain::seal(note, &patient.last_hash, self.key);
        patient.last_hash.clone_from(&sealed.hash);
        self.push(sealed);
        id
    }

    fn push(&mut self, sealed: SealedNote) {
        let SealedNote { note, payload, prev_hash, hash, signature } = sealed;
        self.rows.push(cells![
            note.id,
            note.patient.id,
            note.place.id,
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
            note.key_id,
            note.about,
            note.replaces,
            note.needs_cosign
        ]);
    }
}

fn note_rows() -> Rows {
    Rows::new(
        "care_note",
        &[
            "id",
            "patient_id",
            "facility_id",
            "kind",
            "sensitivity",
            "occurred_at",
            "signed_at",
            "author_id",
            "chain_no",
            "payload",
            "prev_hash",
            "hash",
            "signature",
            "key_id",
            "about_id",
            "replaces_id",
            "needs_cosign",
        ],
    )
}

/// A practitioner in her first months, whose notes are co-signed by the first facility's practitioner.
async fn trainee(
    tx: &mut Conn,
    seed: u64,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<Option<User>, DbError> {
    let (Some(facility), Some(supervisor)) =
        (facilities.first(), users.staff.first().and_then(|staff| staff.practitioners.first()))
    else {
        return Ok(None);
    };
    let mut chance = Chance::new(seed ^ 0x7261_696e);
    let at = calendar.beginning();
    let person = names::name(&mut chance, true);
    let user = User {
        id: chance.id(at),
        username: "trainee".to_owned(),
        name: format!("{} {}", person.given, person.family),
        profession: "Occupational therapist in training",
        language: "en",
        role: Role::Practitioner,
        facility: Some(facility.id),
    };
    // The same password as everybody's, and let in with them.
    sql_exec!(
        tx,
        "insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo, active,
           failed_sign_ins, locked_until, created_at, version)
         select $1, $2, $3, $4, side, language, password_hash, must_change_password, is_demo, active, 0, null, created_at, 1
         from access_user where id = $5",
        user.id,
        &user.username,
        &user.name,
        user.profession,
        supervisor.id
    )?;
    sql_exec!(
        tx,
        "insert into access_grant (id, user_id, side, role, facility_id, wing_id, granted_by, approved_at, created_at, ended_at)
         values ($1, $2, 'care', 'practitioner', $3, null, $4, $5, $5, null)",
        chance.id::<GrantId>(at),
        user.id,
        facility.id,
        users.head.id,
        at
    )?;
    sql_exec!(
        tx,
        "insert into care_supervision (id, user_id, supervisor_id, starts_on, ended_on, created_by, created_at) values ($1, $2, $3, $4, null, $5, $6)",
        chance.id::<Uuid>(at),
        user.id,
        supervisor.id,
        at.date_naive(),
        users.head.id,
        at
    )?;
    Ok(Some(user))
}

/// What the trainee and her supervisor are in the middle of writing.
async fn drafts(tx: &mut Conn, desk: &mut Desk<'_>, unit: &Unit, trainee: &User) -> Result<(), DbError> {
    let open: Vec<&Patient> = unit.patients.iter().filter(|patient| patient.closed.is_none()).collect();
    let texts = [
        (trainee, "progress_report", "Comes to every session since the second week and begins without waiting. Still"),
        (
            &unit.practitioner,
            "contact",
            "Met on the way back from the yard; asked whether the kitchen group goes on in",
        ),
    ];
    for ((author, kind, text), patient) in texts.into_iter().zip(open) {
        let at = desk.now - TimeDelta::hours(14);
        sql_exec!(
            tx,
            "insert into care_note_draft (id, patient_id, facility_id, author_id, kind, format, sensitivity, occurred_at, subjective, objective,
               assessment, plan, narrative, late_reason, about_id, replaces_id, created_at, updated_at, version)
             values ($1, $2, $3, $4, $5, 'narrative', 'normal', $6, '', '', '', '', $7, '', null, null, $6, $6, 2)",
            desk.chance.id::<NoteId>(at),
            patient.person.id,
            desk.facility.id,
            author.id,
            kind,
            at,
            text
        )?;
    }
    Ok(())
}

async fn templates(tx: &mut Conn, chance: &mut Chance, calendar: Calendar, owner: &User) -> Result<(), DbError> {
    for (position, [kind, title, format, subjective, objective, assessment, plan, narrative]) in (0_i32..).zip(PHRASES)
    {
        sql_exec!(
            tx,
            "insert into care_phrase (id, user_id, kind, title, format, subjective, objective, assessment, plan, narrative, position, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)",
            chance.id::<Uuid>(calendar.beginning()),
            owner.id,
            kind,
            title,
            format,
            subjective,
            objective,
            assessment,
            plan,
            narrative,
            position
        )?;
    }
    Ok(())
}
