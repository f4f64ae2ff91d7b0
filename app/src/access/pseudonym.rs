//! Pseudonyms: the same person has the same short name in every row and every month, and nobody finds the person from it
//! without the installation's key. An auditor follows a trail without learning whose it is, and a reviewer reads a record so.

use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::keys::InstallationKey;

/// Crockford's digits and letters: none can be taken for another.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Eight letters of five bits: two of 20,000 people share one about once in 5,000 installations.
const LENGTH: usize = 8;

/// Who reads under pseudonyms. Each has its own: what a reviewer learns of a person for a stated reason says nothing about whose the
/// rows of the access log are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    Auditors,
    Reviewers,
}

/// Makes pseudonyms with a key that is derived from the installation's.
pub struct Pseudonyms([u8; 32]);

impl std::fmt::Debug for Pseudonyms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Pseudonyms")
    }
}

impl Pseudonyms {
    #[must_use]
    pub fn new(key: &InstallationKey, readers: Readers) -> Self {
        let seed = key.pseudonym_seed();
        match readers {
            Readers::Auditors => Self(*seed),
            Readers::Reviewers => Self(Sha256::new().chain_update(seed).chain_update(b"reviewers").finalize().into()),
        }
    }

    /// The pseudonym of a person, or of another thing that a row names, such as `7K3M-9QXA`.
    #[must_use]
    pub fn of(&self, id: Uuid) -> String {
        let hash = Sha256::new().chain_update(self.0).chain_update(id.as_bytes()).finalize();
        let bits = hash.iter().take(5).fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let mut text = String::with_capacity(LENGTH + 1);
        for place in (0..LENGTH).rev() {
            let five = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
            text.push(LETTERS.get(five).map_or('0', |letter| char::from(*letter)));
            if place == LENGTH / 2 {
                text.push('-');
            }
        }
        text
    }
}

/// A pseudonym as somebody may type it: small letters, no hyphen, the letters that look like digits.
#[must_use]
pub fn tidy(typed: &str) -> String {
    let letters: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect();
    match letters.split_at_checked(LENGTH / 2) {
        Some((head, tail)) if !tail.is_empty() => format!("{head}-{tail}"),
        _ => letters,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_has_one_pseudonym_and_another_installation_another() {
        let person = Uuid::from_u128(0x0193_5f1e_7d2a_7bbb_8000_0000_0000_0001);
        let key = InstallationKey::from_secret([1; 32]);
        let here = Pseudonyms::new(&key, Readers::Auditors);
        let elsewhere = Pseudonyms::new(&InstallationKey::from_secret([2; 32]), Readers::Auditors);
        assert_eq!(here.of(person), here.of(person));
        assert_ne!(here.of(person), elsewhere.of(person));
        assert_ne!(here.of(person), here.of(Uuid::nil()));
        assert_ne!(here.of(person), Pseudonyms::new(&key, Readers::Reviewers).of(person));
        assert_eq!(here.of(person).len(), LENGTH + 1);
    }

    #[test]
    fn a_pseudonym_is_found_however_it_is_typed() {
        for typed in ["7K3M-9QX1", " 7k3m9qx1", "7k3m 9qxl", "7K3M-9QXI"] {
            assert_eq!(tidy(typed), "7K3M-9QX1", "{typed}");
        }
        assert_eq!(tidy("7k"), "7K");
    }
}
