//! Codes of an authenticator app by RFC 6238: six digits, a new one every thirty seconds. A clock may be one step off, and a code
//! counts once.

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Totp};

use crate::kit::clock::random_bytes;

/// Seconds for which a code stands.
pub const STEP: i64 = 30;
/// As many digits as every app shows.
pub const DIGITS: usize = 6;
/// The name under which an app lists the codes.
const ISSUER: &str = "Ergon";
/// RFC 4648.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// What an app and this server share: 160 bits. Its debug form tells nothing.
pub struct Secret([u8; 20]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    #[must_use]
    pub const fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    #[must_use]
    pub fn random() -> Self {
        Self(random_bytes())
    }

    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// As it is typed into an app by hand.
    #[must_use]
    pub fn base32(&self) -> String {
        let sign = |bits: u64, place: u32| {
            let at = usize::try_from(bits >> (35 - 5 * place) & 31).unwrap_or_default();
            BASE32.get(at).map_or('A', |sign| char::from(*sign))
        };
        let (groups, _) = self.0.as_chunks::<5>();
        groups
            .iter()
            .flat_map(|group| {
                let bits = group.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
                (0..8).map(move |place| sign(bits, place))
            })
            .collect()
    }

    /// What the square holds. User names have no sign that an address would have to escape.
    #[must_use]
    pub fn address(&self, username: &str) -> String {
        format!("otpauth://totp/{ISSUER}:{username}?secret={}&issuer={ISSUER}", self.base32())
    }

    fn totp(&self) -> Totp {
        Builder::new().with_secret(self.0).build_noncompliant()
    }

    /// The step whose code this is: the one of now, the one before or the one after. Compared in constant time.
    #[must_use]
    pub fn step_of(&self, code: &str, now: DateTime<Utc>) -> Option<i32> {
        let seconds = u64::try_from(now.timestamp()).ok()?;
        i32::try_from(self.totp().check(code, seconds)?).ok()
    }

    /// The code of a moment, as the user's app shows it.
    #[must_use]
    pub fn code_at(&self, at: DateTime<Utc>) -> String {
        self.totp().generate(u64::try_from(at.timestamp()).unwrap_or(0)).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, for SHA-1: the reference secret, and codes of eight digits of which an app shows the last six.
    const VECTORS: [(i64, &str); 6] = [
        (59, "94287082"),
        (1_111_111_109, "07081804"),
        (1_111_111_111, "14050471"),
        (1_234_567_890, "89005924"),
        (2_000_000_000, "69279037"),
        (20_000_000_000, "65353130"),
    ];

    fn reference() -> Secret {
        Secret::new(*b"12345678901234567890")
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (seconds, whole) in VECTORS {
            let eight = Builder::new().with_secret(*b"12345678901234567890").with_digits(8).build_noncompliant();
            assert_eq!(eight.generate(u64::try_from(seconds).unwrap()).to_string(), whole, "{seconds}");
            let code = &whole[2..];
            assert_eq!(reference().code_at(at(seconds)), code, "{seconds}");
            assert_eq!(reference().step_of(code, at(seconds)), i32::try_from(seconds / STEP).ok(), "{seconds}");
        }
    }

    #[test]
    fn a_clock_may_be_one_step_off_and_no_more() {
        let now = 1_800_000_000;
        for (off, counts) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let code = reference().code_at(at(now + off));
            assert_eq!(reference().step_of(&code, at(now)).is_some(), counts, "{off}");
        }
        for wrong in ["", "12345", "1234567", "abcdef"] {
            assert_eq!(reference().step_of(wrong, at(now)), None, "{wrong}");
        }
    }

    #[test]
    fn the_secret_is_written_as_apps_read_it() {
        assert_eq!(reference().base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let address = reference().address("arta.b");
        assert_eq!(address, "otpauth://totp/Ergon:arta.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Ergon");
    }
}
