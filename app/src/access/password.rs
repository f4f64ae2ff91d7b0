//! Passwords: Argon2id on blocking threads behind a small semaphore, so that a burst of sign-ins cannot take all memory, and
//! the same work for a name that does not exist as for one that does.

use std::sync::LazyLock;

use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::kit::clock::random_bytes;

/// Shorter passwords are refused.
pub const SHORTEST: usize = 10;

/// Two at a time: each takes 19 MiB and a core for some tens of milliseconds.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Compared with when there is no such user; its password is nobody's.
static NOBODY: LazyLock<String> = LazyLock::new(|| hash_now(&hex::encode(random_bytes::<16>())).unwrap_or_default());

/// OWASP's parameters for Argon2id: 19 MiB, two passes, one lane.
fn argon() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// The hash to keep. Takes tens of milliseconds: call it from a blocking thread or a command line.
pub fn hash_now(password: &str) -> Option<String> {
    let salt = SaltString::encode_b64(&random_bytes::<16>()).ok()?;
    Some(argon().hash_password(password.as_bytes(), &salt).ok()?.to_string())
}

/// The hash to keep, computed off the async threads.
pub async fn hash(password: String) -> Option<String> {
    let _turn = TURNS.acquire().await.ok()?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await.ok()?
}

/// Whether the password is the one hashed. `None` stands for a user that does not exist, and takes as long.
pub async fn verify(password: String, hash: Option<String>) -> bool {
    let Ok(_turn) = TURNS.acquire().await else { return false };
    tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODY.clone());
        let matches =
            PasswordHash::new(&hash).is_ok_and(|parsed| argon().verify_password(password.as_bytes(), &parsed).is_ok());
        known && matches
    })
    .await
    .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_the_right_password_of_a_known_user_is_right() {
        let kept = hash("correct horse".to_owned()).await;
        assert!(verify("correct horse".to_owned(), kept.clone()).await);
        assert!(!verify("wrong horse".to_owned(), kept).await);
        assert!(!verify("correct horse".to_owned(), None).await);
    }
}
