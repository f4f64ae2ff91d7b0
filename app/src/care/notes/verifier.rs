//! The proof that no signed note was altered: every note's hash is made again from the one before and its text, every number
//! of every chain must be there, every signature must be the installation's, and every column beside the text must say what
//! the text says. What is wrong is named by the row's id; no word of any note is shown.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::chain::{GENESIS, is_signed, link};
use super::model::{NoteKind, Sensitivity, SignedNote};
use crate::access::keys::PublicKey;
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
    individual_note: Option<String>,
    next_step: Option<String>,
    participation_signed_at: Option<DateTime<Utc>>,
}

/// Walks all notes in pages, chain by chain.
pub async fn verify(tx: &mut impl HasConn, trusted: &PublicKey) -> Result<VerifiedNotes, DbError> {
    let mut found = VerifiedNotes::default();
    let mut walk = Walk { patient: PersonId(Uuid::nil()), chain_no: 0, hash: GENESIS.to_vec() };
    let key_id = trusted.id();
    loop {
        let rows = sql_all!(
            tx,
            NoteRow,
            "select n.id, n.patient_id, n.facility_id, n.session_id, n.kind, n.sensitivity, n.occurred_at, n.signed_at, n.author_id, n.chain_no,
                    n.payload, n.prev_hash, n.hash, n.signature, n.key_id, n.about_id, n.replaces_id, n.needs_cosign, p.attendance, p.health_reason, p.minutes, p.participation,
                    p.assistance, p.individual_note, p.next_step, p.signed_at as participation_signed_at
             from care_note n
             left join care_participation p on p.session_id = n.session_id and p.patient_id = n.patient_id
             where (n.patient_id, n.chain_no) > ($1, $2) order by n.patient_id, n.chain_no limit $3",
            walk.patient,
            walk.chain_no,
            PAGE
        )?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            found.notes += 1;
            walk.check(&row, trusted, &key_id, &mut found.faults);
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
}

impl Walk {
    fn check(&mut self, row: &NoteRow, trusted: &PublicKey, key_id: &str, faults: &mut Vec<NoteFault>) {
        if row.patient_id != self.patient {
            *self = Self { patient: row.patient_id, chain_no: 0, hash: GENESIS.to_vec() };
        }
        if row.chain_no != self.chain_no + 1 {
            faults.push(NoteFault::Gap(row.id));
        } else if row.prev_hash != self.hash {
            faults.push(NoteFault::Unchained(row.id));
        }
        if link(&row.prev_hash, row.payload.as_bytes()) != row.hash {
            faults.push(NoteFault::Changed(row.id));
        }
        if row.key_id != key_id || !is_signed(&row.hash, &row.signature, trusted) {
            faults.push(NoteFault::Signature(row.id));
        }
        match SignedNote::parse(&row.payload) {
            None => faults.push(NoteFault::Unreadable(row.id)),
            Some(note) => {
                faults.extend(differing_columns(row, &note).map(|column| NoteFault::Column(row.id, column)));
                if !participation_agrees(row, &note) {
                    faults.push(NoteFault::Participation(row.id));
                }
            }
        }
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

/// The participation is a signed row too: hours and reports are counted from it.
fn participation_agrees(row: &NoteRow, note: &SignedNote) -> bool {
    let Some(session) = &note.session else { return true };
    row.participation_signed_at == Some(note.signed_at)
        && row.attendance == Some(session.attendance)
        && row.health_reason == session.health_reason
        && row.minutes == Some(session.minutes)
        && row.participation == session.participation
        && row.assistance == session.assistance
        && row.individual_note.as_deref() == Some(session.individual_text.as_str())
        && row.next_step.as_deref() == Some(session.next_step.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::chain::{SealedNote, seal};
    use super::super::model::tests::example;
    use super::*;
    use crate::access::keys::InstallationKey;

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
        let mut walk = Walk { patient: PersonId(Uuid::nil()), chain_no: 0, hash: GENESIS.to_vec() };
        let mut faults = Vec::new();
        walk.check(&row, &key.public(), &key.public().id(), &mut faults);
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
        assert_eq!(faults(|row| row.prev_hash = vec![1; 32]), [NoteFault::Unchained(id), NoteFault::Changed(id)]);
    }
}
