//! What second factors are sealed with. The keys are made from the installation's key file, so that a copy of the database gives
//! nobody a code; and each sealed secret names its user, so that it opens for nobody else.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use sha2::Sha256;

use super::totp::Secret;
use crate::kit::clock::random_bytes;
use crate::kit::ids::UserId;

/// What the keys are made from.
pub type Root = [u8; 32];

/// So many bytes of chance stand before each sealed secret.
const NONCE: usize = 24;

/// Seals secrets and makes the digests of recovery codes. Its debug form tells nothing.
pub struct Vault {
    seal: [u8; 32],
    digest: [u8; 32],
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

impl Vault {
    #[must_use]
    pub fn new(root: &Root) -> Self {
        Self { seal: expand(root, &[b"seal"]), digest: expand(root, &[b"recovery code"]) }
    }

    /// The root of an installation that has had one signing key only.
    #[must_use]
    pub fn root_of(secret: &[u8; 32]) -> Root {
        expand(secret, &[b"ergon second factor"])
    }

    /// The secret as the database keeps it; `None` only if the cipher itself fails.
    #[must_use]
    pub fn seal(&self, user: UserId, secret: &Secret) -> Option<Vec<u8>> {
        let nonce = random_bytes::<NONCE>();
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.seal));
        let payload = Payload { msg: secret.bytes(), aad: user.0.as_bytes() };
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), payload).ok()?;
        Some([nonce.as_slice(), &sealed].concat())
    }

    /// The secret of this user, when it was sealed here and for nobody else.
    #[must_use]
    pub fn open(&self, user: UserId, sealed: &[u8]) -> Option<Secret> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let cipher = XChaCha20Poly1305::new(Key::from_slice(&self.seal));
        let opened = cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: user.0.as_bytes() }).ok()?;
        Some(Secret::new(opened.try_into().ok()?))
    }

    /// What is kept of a recovery code. The codes hold 53 random bits, and the digest cannot be made without the key: nothing slower
    /// would keep them better.
    #[must_use]
    pub fn digest(&self, user: UserId, code: &str) -> Vec<u8> {
        expand(&self.digest, &[user.0.as_bytes(), code.as_bytes()]).to_vec()
    }
}

/// HKDF with SHA-256, which is HMAC twice.
fn expand(key: &[u8; 32], info: &[&[u8]]) -> [u8; 32] {
    let mut out = [0; 32];
    // It refuses only lengths beyond 8160 bytes; zeroes would open nothing that is there.
    if Hkdf::<Sha256>::new(None, key).expand_multi_info(info, &mut out).is_err() {
        return random_bytes();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_sealed_secret_opens_here_and_for_its_user_alone() {
        let (user, other) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        let (vault, elsewhere) = (Vault::new(&[1; 32]), Vault::new(&[2; 32]));
        let secret = Secret::random();
        let sealed = vault.seal(user, &secret).unwrap();
        assert_ne!(sealed, vault.seal(user, &secret).unwrap(), "each time with another nonce");
        assert!(!sealed.windows(20).any(|part| part == secret.bytes()));
        assert_eq!(vault.open(user, &sealed).unwrap().bytes(), secret.bytes());
        assert!(vault.open(other, &sealed).is_none());
        assert!(elsewhere.open(user, &sealed).is_none());
        assert!(vault.open(user, &sealed[..10]).is_none());
    }

    #[test]
    fn a_digest_is_of_one_user_one_code_and_one_installation() {
        let (user, other) = (UserId(Uuid::from_u128(1)), UserId(Uuid::from_u128(2)));
        let vault = Vault::new(&[1; 32]);
        let digest = vault.digest(user, "1234");
        assert_eq!(digest, vault.digest(user, "1234"));
        for different in
            [vault.digest(other, "1234"), vault.digest(user, "1235"), Vault::new(&[2; 32]).digest(user, "1234")]
        {
            assert_ne!(digest, different);
        }
    }

    #[test]
    fn the_root_stays_when_the_signing_key_is_replaced() {
        use crate::access::keys::InstallationKey;
        let dir = tempfile::TempDir::new().unwrap();
        let path = dir.path().join("ergon.key");
        let user = UserId(Uuid::from_u128(1));
        let first = InstallationKey::load_or_create(&path).unwrap();
        let sealed = first.vault().seal(user, &Secret::random()).unwrap();
        for month in ["2026-03-01T10:00:00Z", "2026-06-01T10:00:00Z"] {
            InstallationKey::load(&path).unwrap().rotate(&path, month.parse().unwrap()).unwrap();
            let next = InstallationKey::load(&path).unwrap();
            assert!(next.vault().open(user, &sealed).is_some(), "{month}");
            assert_ne!(next.public(), first.public());
        }
    }
}
