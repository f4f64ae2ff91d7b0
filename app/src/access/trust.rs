//! Whose signature counts. After a rotation the installation has several keys: the one that signs now, and former ones, each of
//! which counts for what was signed before it was laid down and for nothing after. Which keys those are is said by the key
//! file, or by the text that `ergon key public` writes from it, and never by the database.

use std::fmt;

use chrono::{DateTime, SecondsFormat, Utc};

use super::keys::PublicKey;

/// The first line of the text that holds public keys.
const HEAD: &str = "ergon public keys";

/// Finds the key that may have signed something.
pub trait Trust {
    /// The key of this identifier when it may have signed at that time, with its place among the keys: later keys have
    /// higher ones, and nothing signed by an earlier key can follow what a later one signed.
    fn key(&self, id: &str, at: DateTime<Utc>) -> Option<(&PublicKey, usize)>;
}

impl Trust for PublicKey {
    fn key(&self, id: &str, _: DateTime<Utc>) -> Option<(&PublicKey, usize)> {
        (self.id() == id).then_some((self, 0))
    }
}

/// A key that signs no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerKey {
    pub key: PublicKey,
    pub until: DateTime<Utc>,
}

impl FormerKey {
    /// Reads `former ID KEY until TIME`; the identifier must be the key's own.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ["former", id, key, "until", until] = words.as_slice() else { return None };
        let key = PublicKey::from_base64(key).filter(|key| key.id() == *id)?;
        Some(Self { key, until: until.parse().ok()? })
    }
}

impl fmt::Display for FormerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let until = self.until.to_rfc3339_opts(SecondsFormat::Micros, true);
        write!(f, "former {} {} until {until}", self.key.id(), self.key.base64())
    }
}

/// All keys of an installation, as somebody who verifies trusts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedKeys {
    /// The oldest first.
    pub former: Vec<FormerKey>,
    pub current: PublicKey,
}

impl TrustedKeys {
    /// Reads what [`Self`] is written as, or the one key alone in base64.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        match lines.as_slice() {
            [key] => Some(Self { former: Vec::new(), current: PublicKey::from_base64(key)? }),
            [HEAD, current, former @ ..] => {
                let words: Vec<&str> = current.split_whitespace().collect();
                let ["current", id, key] = words.as_slice() else { return None };
                let current = PublicKey::from_base64(key).filter(|key| key.id() == *id)?;
                let former = former.iter().map(|line| FormerKey::parse(line)).collect::<Option<Vec<_>>>()?;
                Some(Self { former, current })
            }
            _ => None,
        }
    }
}

impl fmt::Display for TrustedKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        writeln!(f, "current {} {}", self.current.id(), self.current.base64())?;
        self.former.iter().try_for_each(|former| writeln!(f, "{former}"))
    }
}

impl Trust for TrustedKeys {
    fn key(&self, id: &str, at: DateTime<Utc>) -> Option<(&PublicKey, usize)> {
        if self.current.id() == id {
            return Some((&self.current, self.former.len()));
        }
        let (place, former) = self.former.iter().enumerate().find(|(_, former)| former.key.id() == id)?;
        (at <= former.until).then_some((&former.key, place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::keys::InstallationKey;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_former_key_counts_until_its_day_and_no_longer() {
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("ergon.key");
        let first = InstallationKey::load_or_create(&path).unwrap();
        first.rotate(&path, at("2026-03-01T10:00:00Z")).unwrap();
        let second = InstallationKey::load(&path).unwrap();
        second.rotate(&path, at("2026-06-01T10:00:00Z")).unwrap();
        let third = InstallationKey::load(&path).unwrap();
        let trusted = third.trusted();
        assert_eq!(TrustedKeys::parse(&trusted.to_string()), Some(trusted.clone()));
        for (key, when, place) in [
            (&first, "2026-03-01T10:00:00Z", Some(0)),
            (&first, "2026-03-01T10:00:01Z", None),
            (&second, "2026-05-31T00:00:00Z", Some(1)),
            (&second, "2026-06-02T00:00:00Z", None),
            (&third, "2026-06-02T00:00:00Z", Some(2)),
        ] {
            assert_eq!(trusted.key(&key.public().id(), at(when)).map(|found| found.1), place, "{when}");
        }
        assert_eq!(trusted.key("0000", at("2026-01-01T00:00:00Z")), None);
        assert_eq!(TrustedKeys::parse(&first.public().base64()), Some(first.trusted()), "one key alone is enough");
    }

    #[test]
    fn what_is_no_list_of_keys_is_refused() {
        let key = InstallationKey::from_secret([1; 32]).public();
        let (id, text) = (key.id(), key.base64());
        for wrong in [
            String::new(),
            "ergon public keys".to_owned(),
            format!("ergon public keys\ncurrent 0011223344556677 {text}"),
            format!("ergon public keys\ncurrent {id} {text}\nformer {id} {text} until yesterday"),
            format!("current {id} {text}"),
        ] {
            assert_eq!(TrustedKeys::parse(&wrong), None, "{wrong}");
        }
    }
}
