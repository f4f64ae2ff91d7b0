//! One-time passwords.

use crate::kit::clock::random_bytes;

/// Letters and digits that nobody mistakes for each other when they are read out.
const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// A password that is shown once and must be changed at the first sign-in: 12 random signs, some 59 bits.
#[must_use]
pub fn one_time_password() -> String {
    let mut password = String::new();
    for (at, byte) in random_bytes::<12>().into_iter().enumerate() {
        if at > 0 && at % 4 == 0 {
            password.push('-');
        }
        password.push(SIGNS.get(usize::from(byte) % SIGNS.len()).map_or('x', |sign| char::from(*sign)));
    }
    password
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_time_passwords_are_long_enough_and_differ() {
        let (one, other) = (one_time_password(), one_time_password());
        assert!(one.len() >= crate::access::password::SHORTEST && one != other, "{one}");
    }
}
