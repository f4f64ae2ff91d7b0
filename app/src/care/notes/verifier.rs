//! The proof that no signed note was altered: every note's hash is made again from the one before and its text, every number
//! of every chain must be there, every signature must be by a key of the installation that signed at that time, and every
//! column and every signed row beside the text must say what the text says. What is wrong is named by the row's id; no word of
//! any note is shown.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::chain::{GENESIS, is_signed, link};
use super::model::{NoteKind, Sensitivity, SignedNote};
use super::signed_rows::SignedRows;
use crate::access::Trust;
use crate::care::sessions::{Assistance, Attendance, HealthReason};
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, NoteId, PersonId, SlotId, UserId};
use crate::sql_all;

/// Notes held in memory at once.
const PAGE: i64 = 500;

/// A row that does not agree with what was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteFault {
    /// The text was changed after it was signed, or its hash was.
    Changed(NoteId),
    /// The note does not follow from the one that stands before it.
    Unchained(NoteId),
    /// A number of a patient's chain is missing before this note.
    Gap(NoteId),
    /// The signature is not this installation's.
    Signature(NoteId),
    /// The text cannot be read as a note.
    Unreadable(NoteId),
    /// A column beside the text says something else than the text.
    Column(NoteId, &'static str),
    /// The participation that was signed with the note says something else than the note.
    Participation(NoteId),
    /// The goals recorded in the session say something else than the note.
    Goals(NoteId),
    /// The ratings of goals made in the session say something else than the note.
    Ratings(NoteId),
    /// The note is about, or replaces, one that does not stand before it in the patient's chain.
    Reference(NoteId),
    /// A signed participation whose note is gone: session and patient.
    Missing(SlotId, PersonId),
}

impl std::fmt::Display for NoteFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Changed(id) => write!(f, "care_note {id}: changed after it was signed"),
            Self::Unchained(id) => write!(f, "care_note {id}: does not follow from the note before it"),
            Self::Gap(id) => write!(f, "care_note {id}: a note before it is missing"),
            Self::Signature(id) => write!(f, "care_note {id}: the signature does not verify"),
            Self::Unreadable(id) => write!(f, "care_note {id}: cannot be read as a note"),
            Self::Column(id, column) => write!(f, "care_note {id}: the column {column} is not what was signed"),
            Self::Participation(id) => write!(f, "care_note {id}: the participation signed with it was changed"),
            Self::Goals(id) => write!(f, "care_note {id}: the goals recorded with it were changed"),
            Self::Ratings(id) => write!(f, "care_note {id}: the ratings signed with it were changed"),
            Self::Reference(id) => write!(f, "care_note {id}: names a note that does not stand before it"),
            Self::Missing(session, patient) => {
                write!(f, "care_participation {session} {patient}: signed, and its note is missing")
            }
        }
    }
}

/// What a verification found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VerifiedNotes {
    pub notes: u64,
    pub faults: Vec<NoteFault>,
}

#[derive(Debug, sqlx::FromRow)]
struct NoteRow {
    id: NoteId,
    patient_id: PersonId,
    facility_id: FacilityId,
    session_id: Option<SlotId>,
    kind: NoteKind,
    sensitivity: Sensitivity,
    occurred_at: DateTime<Utc>,
    signed_at: DateTime<Utc>,
    author_id: UserId,
    chain_no: i32,
    payload: String,
    prev_hash: Vec<u8>,
    hash: Vec<u8>,
    signature: Vec<u8>,
    key_id: String,
    about_id: Option<NoteId>,
    replaces_id: Option<NoteId>,
    needs_cosign: bool,
    attendance: Option<Attendance>,
    health_reason: Option<HealthReason>,
    minutes: Option<i32>,
    participation: Option<i32>,
    assistance: Option<Assistance>,
    mood_before: Option<i32>,
    mood_after: Option<i32>,
    individual_note: Option<String>,
    next_step: Option<String>,
    participation_signed_at: Option<DateTime<Utc>>,
}

/// Walks all notes in pages, chain by chain.
pub async fn verify(tx: &mut impl HasConn, trusted: &impl Trust) -> Result<VerifiedNotes, DbError> {
    let mut found = VerifiedNotes::default();
    let mut walk = Walk::of(PersonId(Uuid::nil()));
    loop {
        let rows = sql_all!(
            tx,
            NoteRow,
            "select n.id, n.patient_id, n.facility_id, n.session_id, n.kind, n.sensitivity, n.occurred_at, n.signed_at, n.author_id, n.chain_no,
                    n.payload, n.prev_hash, n.hash, n.signature, n.key_id, n.about_id, n.replaces_id, n.needs_cosign, p.attendance, p.health_reason, p.minutes, p.participation,
                    p.assistance, p.mood_before, p.mood_after, p.individual_note, p.next_step, p.signed_at as participation_signed_at
             from care_note n
             left join care_participation p on p.session_id = n.session_id and p.patient_id = n.patient_id
             where (n.patient_id, n.chain_no) > ($1, $2) order by n.patient_id, n.chain_no limit $3",
            walk.patient,
            walk.chain_no,
            PAGE
        )?;
        let Some(last) = rows.last() else { break };
        let beside = SignedRows::between(tx, (walk.patient, walk.chain_no), (last.patient_id, last.chain_no)).await?;
        for row in rows {
            found.notes += 1;
            walk.check(&row, trusted, &beside, &mut found.faults);
        }
    }
    let missing = sql_all!(
        tx,
        (SlotId, PersonId),
        "select p.session_id, p.patient_id from care_participation p where p.signed_at is not null
           and not exists (select 1 from care_note n where n.session_id = p.session_id and n.patient_id = p.patient_id)
         order by p.session_id, p.patient_id limit 1000"
    )?;
    found.faults.extend(missing.into_iter().map(|(session, patient)| NoteFault::Missing(session, patient)));
    Ok(found)
}

/// Where the walk stands.
struct Walk {
    patient: PersonId,
    chain_no: i32,
    hash: Vec<u8>,
    /// The notes of the chain so far.
    before: HashSet<NoteId>,
    /// The place of the latest key that has signed in it.
    key: usize,
}

impl Walk {
    fn of(patient: PersonId) -> Self {
        Self { patient, chain_no: 0, hash: GENESIS.to_vec(), before: HashSet::new(), key: 0 }
    }

    fn check(&mut self, row: &NoteRow, trusted: &impl Trust, beside: &SignedRows, faults: &mut Vec<NoteFault>) {
        if row.patient_id != self.patient {
            *self = Self::of(row.patient_id);
        }
        if row.chain_no != self.chain_no + 1 {
            faults.push(NoteFault::Gap(row.id));
        } else if row.prev_hash != self.hash {
            faults.push(NoteFault::Unchained(row.id));
        }
        if link(&row.prev_hash, row.payload.as_bytes()) != row.hash {
            faults.push(NoteFault::Changed(row.id));
        }
        let signed_by = trusted
            .key(&row.key_id, row.signed_at)
            .filter(|(key, place)| *place >= self.key && is_signed(&row.hash, &row.signature, key));
        match signed_by {
            Some((_, place)) => self.key = place,
            None => faults.push(NoteFault::Signature(row.id)),
        }
        match SignedNote::parse(&row.payload) {
            None => faults.push(NoteFault::Unreadable(row.id)),
            Some(note) => {
                faults.extend(differing_columns(row, &note).map(|column| NoteFault::Column(row.id, column)));
                if !participation_agrees(row, &note) {
                    faults.push(NoteFault::Participation(row.id));
                }
                if !beside.goals_agree(&note) {
                    faults.push(NoteFault::Goals(row.id));
                }
                if !beside.ratings_agree(&note) {
                    faults.push(NoteFault::Ratings(row.id));
                }
            }
        }
        if [row.about_id, row.replaces_id].into_iter().flatten().any(|id| !self.before.contains(&id)) {
            faults.push(NoteFault::Reference(row.id));
        }
        self.before.insert(row.id);
        // The walk goes on from what was kept, so that one changed note is named alone and not all after it.
        self.chain_no = row.chain_no;
        self.hash.clone_from(&row.hash);
    }
}

fn differing_columns(row: &NoteRow, note: &SignedNote) -> impl Iterator<Item = &'static str> {
    [
        ("id", row.id == note.id),
        ("patient_id", row.patient_id == note.patient.id),
        ("facility_id", row.facility_id == note.place.id),
        ("session_id", row.session_id == note.session.as_ref().map(|session| session.id)),
        ("kind", row.kind == note.kind),
        ("sensitivity", row.sensitivity == note.sensitivity),
        ("occurred_at", row.occurred_at == note.occurred_at),
        ("signed_at", row.signed_at == note.signed_at),
        ("author_id", row.author_id == note.author.id),
        ("chain_no", row.chain_no == note.chain_no),
        ("key_id", row.key_id == note.key_id),
        ("about_id", row.about_id == note.about),
        ("replaces_id", row.replaces_id == note.replaces),
        ("needs_cosign", row.needs_cosign == note.needs_cosign),
    ]
    .into_iter()
    .filter(|(_, same)| !same)
    .map(|(column, _)| column)
}

/// The participation is a signed row too: hours and reports are counted from it. A next version says the same of it in words
/// of its own; the row keeps those that it was signed with.
fn participation_agrees(row: &NoteRow, note: &SignedNote) -> bool {
    let Some(session) = &note.session else { return true };
    let words = note.replaces.is_some()
        || (row.participation_signed_at == Some(note.signed_at)
            && row.individual_note.as_deref() == Some(session.individual_text.as_str())
            && row.next_step.as_deref() == Some(session.next_step.as_str()));
    words
        && row.participation_signed_at.is_some()
        && row.attendance == Some(session.attendance)
        && row.health_reason == session.health_reason
        && row.minutes == Some(session.minutes)
        && row.participation == session.participation
        && row.assistance == session.assistance
        && row.mood_before == session.mood_before
        && row.mood_after == session.mood_after
}

#[cfg(test)]
mod tests {
    use super::super::chain::{SealedNote, seal};
    use super::super::model::tests::example;
    use super::*;
    use crate::access::TrustedKeys;
    use crate::access::keys::InstallationKey;
    use crate::access::trust::FormerKey;

    fn row(sealed: &SealedNote) -> NoteRow {
        let note = sealed.note.clone();
        let session = note.session.clone().unwrap();
        NoteRow {
            id: note.id,
            patient_id: note.patient.id,
            facility_id: note.place.id,
            session_id: Some(session.id),
            kind: note.kind,
            sensitivity: note.sensitivity,
            occurred_at: note.occurred_at,
            signed_at: note.signed_at,
            author_id: note.author.id,
            chain_no: note.chain_no,
            payload: sealed.payload.clone(),
            prev_hash: sealed.prev_hash.clone(),
            hash: sealed.hash.clone(),
            signature: sealed.signature.clone(),
            key_id: note.key_id,
            about_id: note.about,
            replaces_id: note.replaces,
            needs_cosign: note.needs_cosign,
            attendance: Some(session.attendance),
            health_reason: session.health_reason,
            minutes: Some(session.minutes),
            participation: session.participation,
            assistance: session.assistance,
            mood_before: session.mood_before,
            mood_after: session.mood_after,
            individual_note: Some(session.individual_text),
            next_step: Some(session.next_step),
            participation_signed_at: Some(note.signed_at),
        }
    }

    /// The faults of one note after a change to its row.
    fn faults(change: impl FnOnce(&mut NoteRow)) -> Vec<NoteFault> {
        let key = InstallationKey::from_secret([3; 32]);
        let note = SignedNote { key_id: key.public().id(), ..example() };
        let mut row = row(&seal(note, &GENESIS, &key));
        change(&mut row);
        let mut walk = Walk::of(PersonId(Uuid::nil()));
        let mut faults = Vec::new();
        walk.check(&row, &key.public(), &SignedRows::of(&[example()]), &mut faults);
        faults
    }

    #[test]
    fn every_change_is_named() {
        let id = example().id;
        assert_eq!(faults(|_| {}), []);
        assert_eq!(faults(|row| row.payload = row.payload.replace("soup", "soap")), [NoteFault::Changed(id)]);
        assert_eq!(faults(|row| row.facility_id = FacilityId(Uuid::nil())), [NoteFault::Column(id, "facility_id")]);
        assert_eq!(faults(|row| row.kind = NoteKind::Review), [NoteFault::Column(id, "kind")]);
        assert_eq!(faults(|row| row.minutes = Some(10)), [NoteFault::Participation(id)]);
        assert_eq!(faults(|row| row.participation_signed_at = None), [NoteFault::Participation(id)]);
        assert_eq!(faults(|row| row.signature.reverse()), [NoteFault::Signature(id)]);
        assert_eq!(faults(|row| row.chain_no = 2), [NoteFault::Gap(id), NoteFault::Column(id, "chain_no")]);
        assert_eq!(faults(|row| row.payload.clear()), [NoteFault::Changed(id), NoteFault::Unreadable(id)]);
        assert_eq!(
            faults(|row| row.replaces_id = Some(id)),
            [NoteFault::Column(id, "replaces_id"), NoteFault::Reference(id)]
        );
        assert_eq!(faults(|row| row.prev_hash = vec![1; 32]), [NoteFault::Unchained(id), NoteFault::Changed(id)]);
    }

    #[test]
    fn a_former_key_signs_nothing_after_its_day() {
        let (old, new) = (InstallationKey::from_secret([3; 32]), InstallationKey::from_secret([4; 32]));
        let signed_at = example().signed_at;
        let trusted =
            |until| TrustedKeys { former: vec![FormerKey { key: old.public(), until }], current: new.public() };
        let sealed = |chain_no, previous: &[u8], key: &InstallationKey| {
            seal(SignedNote { chain_no, key_id: key.public().id(), ..example() }, previous, key)
        };
        let first = sealed(1, &GENESIS, &old);
        let chain = |keys: [&InstallationKey; 2]| {
            let first = sealed(1, &GENESIS, keys[0]);
            [row(&first), row(&sealed(2, &first.hash, keys[1]))]
        };
        let faults = |rows: &[NoteRow], trusted: &TrustedKeys| {
            let mut walk = Walk::of(PersonId(Uuid::nil()));
            let mut faults = Vec::new();
            rows.iter().for_each(|row| walk.check(row, trusted, &SignedRows::of(&[example()]), &mut faults));
            faults
        };
        let wrong = [NoteFault::Signature(example().id)];
        assert_eq!(faults(&[row(&first)], &trusted(signed_at)), []);
        assert_eq!(faults(&[row(&first)], &trusted(signed_at - chrono::TimeDelta::seconds(1))), wrong);
        assert_eq!(faults(&chain([&old, &new]), &trusted(signed_at)), []);
        assert_eq!(faults(&chain([&new, &old]), &trusted(signed_at)), wrong, "nothing goes back to a former key");
    }
}
