//! A patient's chart: the whole chain with its texts, hashes and signatures in one file, so that somebody who has only the
//! installation's public keys can prove that it is whole and unaltered. It names nobody but the patient and the authors.

use std::collections::HashSet;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};

use super::chain::{GENESIS, is_signed, link};
use super::model::SignedNote;
use crate::access::Trust;
use crate::access::keys::InstallationKey;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{NoteId, PersonId};
use crate::sql_all;

const FORMAT: &str = "ergon chart 1";

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Chart {
    pub format: String,
    pub patient: PersonId,
    pub exported_at: DateTime<Utc>,
    /// In the order of the chain.
    pub notes: Vec<ChartNote>,
    /// The key that signed the end of the chain at the time of the export, and its signature: without them, notes could be
    /// left out at the end.
    pub key_id: String,
    pub signature: String,
}

/// A link of the chain as it is kept. `payload` is the canonical text; hashes are in hexadecimal, signatures in base64.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ChartNote {
    pub payload: String,
    pub prev_hash: String,
    pub hash: String,
    pub signature: String,
}

/// What does not agree in a chart. No word of any note is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartFault {
    /// The file is of another form.
    Format,
    /// The n-th note cannot be read as one.
    Unreadable(usize),
    Changed(NoteId),
    Unchained(NoteId),
    Gap(NoteId),
    Signature(NoteId),
    /// The note belongs to somebody else.
    Patient(NoteId),
    /// The note is about one that does not stand before it.
    Reference(NoteId),
    /// The end of the chain is not what was exported.
    End,
}

impl fmt::Display for ChartFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => write!(f, "this is no chart that this version reads"),
            Self::Unreadable(number) => write!(f, "note number {number}: cannot be read as a note"),
            Self::Changed(id) => write!(f, "note {id}: changed after it was signed"),
            Self::Unchained(id) => write!(f, "note {id}: does not follow from the note before it"),
            Self::Gap(id) => write!(f, "note {id}: a note before it is missing"),
            Self::Signature(id) => write!(f, "note {id}: the signature does not verify"),
            Self::Patient(id) => write!(f, "note {id}: belongs to another patient"),
            Self::Reference(id) => write!(f, "note {id}: names a note that does not stand before it"),
            Self::End => write!(f, "the end of the chart is not what was exported"),
        }
    }
}

/// What the signature over a chart covers.
fn message(patient: PersonId, notes: usize, last: &str, exported_at: DateTime<Utc>) -> Vec<u8> {
    format!("ergon chart {patient} {notes} {last} {}", exported_at.timestamp_micros()).into_bytes()
}

/// The chart of a patient as it is now.
pub async fn export(
    tx: &mut impl HasConn,
    patient: PersonId,
    key: &InstallationKey,
    now: DateTime<Utc>,
) -> Result<Chart, DbError> {
    let rows = sql_all!(
        tx,
        (String, Vec<u8>, Vec<u8>, Vec<u8>),
        "select payload, prev_hash, hash, signature from care_note where patient_id = $1 order by chain_no",
        patient
    )?;
    let notes = rows
        .into_iter()
        .map(|(payload, prev_hash, hash, signature)| ChartNote {
            payload,
            prev_hash: hex::encode(prev_hash),
            hash: hex::encode(hash),
            signature: STANDARD.encode(signature),
        })
        .collect();
    Ok(close(patient, notes, key, now))
}

/// Signs the end.
fn close(patient: PersonId, notes: Vec<ChartNote>, key: &InstallationKey, exported_at: DateTime<Utc>) -> Chart {
    let last = notes.last().map(|note| note.hash.as_str()).unwrap_or_default();
    let signature = STANDARD.encode(key.sign(&message(patient, notes.len(), last, exported_at)));
    Chart { format: FORMAT.to_owned(), patient, exported_at, notes, key_id: key.public().id(), signature }
}

/// Proves a chart with nothing but the keys.
#[must_use]
pub fn verify(chart: &Chart, trusted: &impl Trust) -> Vec<ChartFault> {
    if chart.format != FORMAT {
        return vec![ChartFault::Format];
    }
    let mut faults = Vec::new();
    let mut walk = Walk { chain_no: 0, hash: GENESIS.to_vec(), before: HashSet::new(), key: 0 };
    for (number, note) in (1..).zip(&chart.notes) {
        match SignedNote::parse(&note.payload) {
            None => faults.push(ChartFault::Unreadable(number)),
            Some(said) => walk.check(note, &said, chart.patient, trusted, &mut faults),
        }
    }
    let last = chart.notes.last().map(|note| note.hash.as_str()).unwrap_or_default();
    let message = message(chart.patient, chart.notes.len(), last, chart.exported_at);
    let closed = STANDARD.decode(&chart.signature).is_ok_and(|signature| {
        trusted.key(&chart.key_id, chart.exported_at).is_some_and(|(key, _)| key.verifies(&message, &signature))
    });
    if !closed {
        faults.push(ChartFault::End);
    }
    faults
}

/// Where the walk along the chain stands.
struct Walk {
    chain_no: i32,
    hash: Vec<u8>,
    before: HashSet<NoteId>,
    key: usize,
}

impl Walk {
    fn check(
        &mut self,
        note: &ChartNote,
        said: &SignedNote,
        patient: PersonId,
        trusted: &impl Trust,
        faults: &mut Vec<ChartFault>,
    ) {
        let id = said.id;
        let bytes = |text: &str| hex::decode(text).unwrap_or_default();
        let (previous, hash) = (bytes(&note.prev_hash), bytes(&note.hash));
        if said.patient.id != patient {
            faults.push(ChartFault::Patient(id));
        }
        if said.chain_no != self.chain_no + 1 {
            faults.push(ChartFault::Gap(id));
        } else if previous != self.hash {
            faults.push(ChartFault::Unchained(id));
        }
        if link(&previous, note.payload.as_bytes()) != hash {
            faults.push(ChartFault::Changed(id));
        }
        let signature = STANDARD.decode(&note.signature).unwrap_or_default();
        let signed_by = trusted
            .key(&said.key_id, said.signed_at)
            .filter(|(key, place)| *place >= self.key && is_signed(&hash, &signature, key));
        match signed_by {
            Some((_, place)) => self.key = place,
            None => faults.push(ChartFault::Signature(id)),
        }
        if [said.about, said.replaces].into_iter().flatten().any(|about| !self.before.contains(&about)) {
            faults.push(ChartFault::Reference(id));
        }
        self.before.insert(id);
        self.chain_no = said.chain_no;
        self.hash = hash;
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::chain::seal;
    use super::super::model::tests::example;
    use super::*;

    fn key() -> InstallationKey {
        InstallationKey::from_secret([5; 32])
    }

    /// A chart of three notes.
    fn chart() -> Chart {
        let mut previous = GENESIS.to_vec();
        let notes = (1..=3_i32)
            .map(|chain_no| {
                let id = NoteId(Uuid::from_u128(u128::from(chain_no.unsigned_abs())));
                let sealed =
                    seal(SignedNote { id, chain_no, key_id: key().public().id(), ..example() }, &previous, &key());
                previous.clone_from(&sealed.hash);
                ChartNote {
                    payload: sealed.payload,
                    prev_hash: hex::encode(sealed.prev_hash),
                    hash: hex::encode(sealed.hash),
                    signature: STANDARD.encode(sealed.signature),
                }
            })
            .collect();
        close(example().patient.id, notes, &key(), example().signed_at)
    }

    #[test]
    fn whatever_is_done_to_a_chart_is_named() {
        let id = |n| NoteId(Uuid::from_u128(n));
        let faults = |change: fn(&mut Chart)| {
            let mut chart = chart();
            change(&mut chart);
            verify(&chart, &key().public())
        };
        assert_eq!(faults(|_| {}), []);
        let changed = faults(|chart| chart.notes[1].payload = chart.notes[1].payload.replace("soup", "soap"));
        assert_eq!(changed, [ChartFault::Changed(id(2))]);
        assert_eq!(faults(|chart| drop(chart.notes.remove(1))), [ChartFault::Gap(id(3)), ChartFault::End]);
        assert_eq!(faults(|chart| drop(chart.notes.pop())), [ChartFault::End]);
        assert_eq!(faults(|chart| chart.exported_at += chrono::TimeDelta::days(1)), [ChartFault::End]);
        assert_eq!(faults(|chart| chart.notes[0].payload.clear())[0], ChartFault::Unreadable(1));
        assert_eq!(faults(|chart| chart.notes[2].signature.clear()), [ChartFault::Signature(id(3))]);
        assert_eq!(faults(|chart| chart.format.clear()), [ChartFault::Format]);
        let other = faults(|chart| chart.patient = PersonId(Uuid::nil()));
        assert_eq!(
            other,
            [ChartFault::Patient(id(1)), ChartFault::Patient(id(2)), ChartFault::Patient(id(3)), ChartFault::End]
        );
        let stranger = InstallationKey::from_secret([6; 32]).public();
        assert_eq!(verify(&chart(), &stranger).len(), 4, "another installation's key proves nothing");
    }
}
