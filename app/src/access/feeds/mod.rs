//! Calendars to subscribe to: one's own sessions, a room, a facility. Each has a secret address that needs no sign-in, since a
//! calendar program cannot sign in; it opens what its owner may see at that moment, through the same gate, and nothing once
//! the owner may not. No name and no word of what a session is for leaves by it.

mod fetch;
mod pages;
mod store;

pub use fetch::fetch;
pub use pages::{make, page, revoke};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use crate::kit::clock::random_bytes;
use crate::text_enum;

text_enum! {
    /// What a calendar shows.
    pub enum FeedKind label "feed-kind" { Own = "own", Room = "room", Facility = "facility" }
}

/// The secret part of a new address: 256 random bits.
fn new_token() -> String {
    URL_SAFE_NO_PAD.encode(random_bytes::<32>())
}

/// What the database keeps in place of it.
#[must_use]
pub fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}
