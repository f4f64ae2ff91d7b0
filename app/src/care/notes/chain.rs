//! The chain of a patient's notes and the signature over each link. The signature covers the hash, and the hash the note before
//! and every byte of this one, so that no note can be changed, left out or slipped in without the installation's key.

use sha2::{Digest as _, Sha256};

use super::model::SignedNote;
use crate::access::keys::{InstallationKey, PublicKey};

/// Each patient's chain begins from nothing.
pub const GENESIS: [u8; 32] = [0; 32];

/// A note with its place in the chain and its signature: a row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedNote {
    pub note: SignedNote,
    pub payload: String,
    pub prev_hash: Vec<u8>,
    pub hash: Vec<u8>,
    pub signature: Vec<u8>,
}

#[must_use]
pub fn link(previous: &[u8], payload: &[u8]) -> Vec<u8> {
    Sha256::new().chain_update(previous).chain_update(payload).finalize().to_vec()
}

/// What the signature covers. The words before keep it from ever being taken for a signature over something else.
#[must_use]
pub fn message(hash: &[u8]) -> Vec<u8> {
    [b"ergon signed note ".as_slice(), hash].concat()
}

/// Chains the note to the one before and signs it.
#[must_use]
pub fn seal(note: SignedNote, previous: &[u8], key: &InstallationKey) -> SealedNote {
    let payload = note.canonical();
    let hash = link(previous, payload.as_bytes());
    let signature = key.sign(&message(&hash));
    SealedNote { note, payload, prev_hash: previous.to_vec(), hash, signature }
}

#[must_use]
pub fn is_signed(hash: &[u8], signature: &[u8], key: &PublicKey) -> bool {
    key.verifies(&message(hash), signature)
}

#[cfg(test)]
mod tests {
    use super::super::model::tests::example;
    use super::*;

    #[test]
    fn one_byte_breaks_the_seal() {
        let key = InstallationKey::from_secret([7; 32]);
        let sealed = seal(example(), &GENESIS, &key);
        assert!(is_signed(&sealed.hash, &sealed.signature, &key.public()));
        let changed = sealed.payload.replace("soup", "soap");
        assert_ne!(link(&GENESIS, changed.as_bytes()), sealed.hash);
        assert!(!is_signed(&link(&GENESIS, changed.as_bytes()), &sealed.signature, &key.public()));
        assert!(!is_signed(&sealed.hash, &sealed.signature, &InstallationKey::from_secret([8; 32]).public()));
    }

    #[test]
    fn the_note_before_is_part_of_it() {
        let key = InstallationKey::from_secret([7; 32]);
        assert_ne!(seal(example(), &GENESIS, &key).hash, seal(example(), &[1; 32], &key).hash);
    }
}
