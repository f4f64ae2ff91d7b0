//! The certificate itself: the text that the installation signs, the code on the paper, and whether a paper holds. The code is made
//! from the signature, so that nobody without the key can make one that is known here; and what the database says of a certificate
//! is believed only as far as the signature covers it.

use chrono::{DateTime, NaiveDate, Utc};
use sha2::{Digest as _, Sha256};

use super::model::{Level, Subject};
use super::rules::{Standing, standing};
use crate::access::keys::InstallationKey;
use crate::access::trust::Trust;
use crate::kit::ids::CertificateId;

/// Letters and digits that nobody mistakes for each other on paper: thirty-two, five bits each.
const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ0";
/// Eighty bits of the signature's hash: nobody finds one by guessing.
const LENGTH: usize = 16;

/// What stands on the paper.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Certificate {
    pub id: CertificateId,
    pub subject: Subject,
    pub level: Level,
    pub name: String,
    pub institution: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub issued_on: NaiveDate,
    pub valid_until: NaiveDate,
    pub issued_at: DateTime<Utc>,
    pub code: String,
    pub key_id: String,
    pub signature: Vec<u8>,
    pub revoked_on: Option<NaiveDate>,
}

impl Certificate {
    /// What is signed: everything on the paper, a line each. Line ends cannot stand in a name.
    fn message(&self) -> String {
        format!(
            "ergon training certificate 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n",
            self.id,
            self.subject,
            self.level,
            self.name,
            self.institution,
            self.starts_on,
            self.ends_on,
            self.issued_on,
            self.valid_until
        )
    }

    /// Signs it and gives it its code.
    #[must_use]
    pub fn sealed(mut self, key: &InstallationKey) -> Self {
        self.key_id = key.public().id();
        self.signature = key.sign(self.message().as_bytes());
        self.code = code_of(&self.signature);
        self
    }

    /// How the paper stands on a day; nothing when it is not what was signed.
    #[must_use]
    pub fn standing(&self, keys: &impl Trust, on: NaiveDate) -> Option<Standing> {
        let (key, _) = keys.key(&self.key_id, self.issued_at)?;
        let genuine = key.verifies(self.message().as_bytes(), &self.signature) && code_of(&self.signature) == self.code;
        genuine.then(|| standing(self.valid_until, self.revoked_on, on))
    }
}

fn code_of(signature: &[u8]) -> String {
    let hash = Sha256::digest(signature);
    let mut code = String::with_capacity(LENGTH);
    for (at, byte) in hash.iter().take(LENGTH).enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(SIGNS.get(usize::from(byte & 31)).map_or('X', |sign| char::from(*sign)));
    }
    code
}

/// A code as people type it, in the form in which it is kept.
#[must_use]
pub fn typed_code(typed: &str) -> String {
    let mut code = String::with_capacity(LENGTH + 3);
    for (at, sign) in typed.chars().filter(char::is_ascii_alphanumeric).take(LENGTH).enumerate() {
        if at > 0 && at % 4 == 0 {
            code.push('-');
        }
        code.push(sign.to_ascii_uppercase());
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(key: &InstallationKey) -> Certificate {
        let day = |text: &str| text.parse().unwrap();
        Certificate {
            id: CertificateId(uuid::Uuid::from_u128(7)),
            subject: Subject::OtGuidelines,
            level: Level::Cascade,
            name: "Ana Berisha".to_owned(),
            institution: "Institute".to_owned(),
            starts_on: day("2026-03-02"),
            ends_on: day("2026-03-03"),
            issued_on: day("2026-03-03"),
            valid_until: day("2028-03-03"),
            issued_at: DateTime::from_timestamp(1_772_000_000, 0).unwrap(),
            code: String::new(),
            key_id: String::new(),
            signature: Vec::new(),
            revoked_on: None,
        }
        .sealed(key)
    }

    #[test]
    fn a_paper_holds_as_it_was_signed_and_not_otherwise() {
        let key = InstallationKey::from_secret([3; 32]);
        let today = "2026-11-23".parse().unwrap();
        let good = paper(&key);
        assert_eq!(good.standing(&key.trusted(), today), Some(Standing::Valid));
        let changes: [fn(&mut Certificate); 5] = [
            |paper| paper.name.push('x'),
            |paper| paper.valid_until = "2030-01-01".parse().unwrap(),
            |paper| paper.level = Level::TrainingOfTrainers,
            |paper| paper.code = "2222-2222-2222-2222".to_owned(),
            |paper| paper.key_id = "0000".to_owned(),
        ];
        for change in changes {
            let mut changed = good.clone();
            change(&mut changed);
            assert_eq!(changed.standing(&key.trusted(), today), None, "{changed:?}");
        }
        let other = InstallationKey::from_secret([4; 32]);
        assert_eq!(good.standing(&other.trusted(), today), None);
        let revoked = Certificate { revoked_on: Some(today), ..good };
        assert_eq!(revoked.standing(&key.trusted(), today), Some(Standing::Revoked));
    }

    #[test]
    fn a_code_is_found_however_it_is_typed() {
        let code = paper(&InstallationKey::from_secret([3; 32])).code;
        assert_eq!(code.len(), LENGTH + 3);
        for typed in [code.clone(), code.to_lowercase(), code.replace('-', " "), format!("  {}", code.replace('-', ""))]
        {
            assert_eq!(typed_code(&typed), code, "{typed}");
        }
    }
}
