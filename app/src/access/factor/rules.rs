//! What is asked of whom, and what somebody has typed where a code is asked for.

use crate::kit::clock::random_bytes;
use crate::text_enum;

use super::totp::DIGITS;

text_enum! {
    /// What a role is asked for beside the password. The order is that of strictness.
    pub enum Demand label "demand" {
        /// Nobody can set one up.
        Off = "off",
        Offered = "offered",
        /// Nothing else can be done before there is one.
        Obligatory = "obligatory",
    }
}

/// What holds for somebody with these roles: the strictest of them; it is offered where no setting says anything.
#[must_use]
pub fn strictest(demands: impl IntoIterator<Item = Option<Demand>>) -> Demand {
    demands.into_iter().map(|demand| demand.unwrap_or(Demand::Offered)).max().unwrap_or(Demand::Offered)
}

/// So many recovery codes are made at a time.
pub const CODES: usize = 10;
/// Digits of a recovery code: a keypad is enough to type one.
const LONG: usize = 16;
/// A secret that nobody has confirmed for this long is not shown again.
pub const OFFER_HOLDS: chrono::TimeDelta = chrono::TimeDelta::minutes(30);
/// Between the password and the code.
pub const WAITS: chrono::TimeDelta = chrono::TimeDelta::minutes(5);
/// Shorter reasons tell the user nothing.
pub const SHORTEST_REASON: usize = 10;

/// What somebody typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    Code(String),
    Recovery(String),
}

impl Typed {
    /// Reads it; spaces and hyphens are as people group digits.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        match digits.len() {
            DIGITS => Some(Self::Code(digits)),
            LONG => Some(Self::Recovery(digits)),
            _ => None,
        }
    }
}

/// New recovery codes, digits only.
#[must_use]
pub fn new_codes() -> Vec<String> {
    (0..CODES).map(|_| format!("{:016}", u64::from_be_bytes(random_bytes()) % 10_u64.pow(16))).collect()
}

/// A recovery code as it stands on paper: four groups of four.
#[must_use]
pub fn grouped(text: &str) -> String {
    let mut grouped = String::new();
    for (at, sign) in text.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(sign);
    }
    grouped
}

/// Whether the words can be a reason.
#[must_use]
pub fn says_why(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphanumeric()).count() >= SHORTEST_REASON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strictest_role_counts() {
        use Demand::{Obligatory, Off, Offered};
        for (roles, expected) in [
            (vec![], Offered),
            (vec![None], Offered),
            (vec![Some(Off)], Off),
            (vec![Some(Off), None], Offered),
            (vec![Some(Off), Some(Obligatory)], Obligatory),
            (vec![Some(Obligatory), Some(Offered)], Obligatory),
        ] {
            assert_eq!(strictest(roles.clone()), expected, "{roles:?}");
        }
    }

    #[test]
    fn what_is_typed_is_a_code_or_a_recovery_code() {
        let code = |digits: &str| Some(Typed::Code(digits.to_owned()));
        let recovery = Some(Typed::Recovery("1234567890123456".to_owned()));
        for (typed, expected) in [
            ("123456", code("123456")),
            (" 123 456 ", code("123456")),
            ("1234 5678 9012 3456", recovery.clone()),
            ("1234-5678-9012-3456", recovery),
            ("12345", None),
            ("12345a", None),
            ("", None),
            ("123456789012345", None),
        ] {
            assert_eq!(Typed::read(typed), expected, "{typed}");
        }
    }

    #[test]
    fn recovery_codes_differ_and_are_read_as_they_stand_on_paper() {
        let codes = new_codes();
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), CODES);
        for code in &codes {
            assert_eq!(Typed::read(&grouped(code)), Some(Typed::Recovery(code.clone())));
        }
        assert_eq!(grouped("1234567890123456"), "1234 5678 9012 3456");
    }
}
