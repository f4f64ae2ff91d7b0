//! The installation's Ed25519 key, kept in a file beside the configuration and never in the database: whoever can change
//! rows cannot sign them. Its public half is also in the database, so that a page can verify. The file begins with the secret
//! in base64; below it stand the public halves of the keys that signed before ([`super::trust`]), and the root of the keys that seal second
//! factors. That root outlives a rotation, since nobody could read what is sealed with another.

use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use sha2::{Digest as _, Sha256};

use super::factor::vault::{Root, Vault};
use super::trust::{FormerKey, TrustedKeys};
use crate::kit::clock::random_bytes;

/// The line of the key file that holds the root begins so.
const ROOT: &str = "second-factor ";

/// Signs for this installation. Its debug form shows the identifier alone.
#[derive(Clone)]
pub struct InstallationKey {
    secret: SigningKey,
    /// The keys before this one, the oldest first.
    former: Vec<FormerKey>,
    /// Of the first key, so that pseudonyms outlive a rotation.
    pseudonyms: [u8; 32],
    /// What second factors are sealed with; made from the secret until that is replaced for the first time.
    root: Option<Root>,
}

/// The line of the key file that holds it, after a rotation.
const PSEUDONYMS: &str = "pseudonyms ";

impl std::fmt::Debug for InstallationKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("InstallationKey").field(&self.public().id()).finish()
    }
}

/// The public half: enough to verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("the key file {0} cannot be read or written: {1}")]
    File(String, std::io::Error),
    #[error("the key file {0} does not hold a key")]
    Form(String),
}

impl InstallationKey {
    /// A key made from 32 secret bytes; for tests and demonstration data.
    #[must_use]
    pub fn from_secret(secret: [u8; 32]) -> Self {
        let secret = SigningKey::from_bytes(&secret);
        // Ed25519 signs the same text always in the same way, and the signature of this one is never shown.
        let pseudonyms = Sha256::digest(secret.sign(b"ergon pseudonyms of the access log").to_bytes()).into();
        Self { secret, former: Vec::new(), pseudonyms, root: None }
    }

    /// Reads the key file.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let text = std::fs::read_to_string(path).map_err(|error| KeyError::File(path.display().to_string(), error))?;
        Self::from_text(&text).ok_or_else(|| KeyError::Form(path.display().to_string()))
    }

    /// Reads the key file, or makes it, readable by its owner alone.
    pub fn load_or_create(path: &Path) -> Result<Self, KeyError> {
        match Self::load(path) {
            Err(KeyError::File(_, error)) if error.kind() == std::io::ErrorKind::NotFound => {
                let key = Self::from_secret(random_bytes());
                key.write(path).map_err(|error| KeyError::File(path.display().to_string(), error))?;
                Ok(key)
            }
            loaded => loaded,
        }
    }

    /// Reads the text of a key file.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let secret: [u8; 32] = STANDARD.decode(lines.next()?).ok()?.try_into().ok()?;
        let mut key = Self::from_secret(secret);
        for line in lines {
            if let Some(seed) = line.strip_prefix(PSEUDONYMS) {
                key.pseudonyms = STANDARD.decode(seed).ok()?.try_into().ok()?;
            } else if let Some(root) = line.strip_prefix(ROOT) {
                if key.root.is_some() {
                    return None;
                }
                key.root = Some(STANDARD.decode(root.trim()).ok()?.try_into().ok()?);
            } else {
                key.former.push(FormerKey::parse(line)?);
            }
        }
        Some(key)
    }

    fn text(&self) -> String {
        let mut text = format!("{}\n", STANDARD.encode(self.secret.to_bytes()));
        if !self.former.is_empty() {
            text.push_str(&format!("{PSEUDONYMS}{}\n", STANDARD.encode(self.pseudonyms)));
        }
        for former in &self.former {
            text.push_str(&format!("{former}\n"));
        }
        if let Some(root) = &self.root {
            text.push_str(&format!("{ROOT}{}\n", STANDARD.encode(root)));
        }
        text
    }

    fn write(&self, path: &Path) -> std::io::Result<()> {
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        file.write_all(self.text().as_bytes())?;
        file.sync_all()
    }

    /// Puts a new key in the place of this one and keeps the public half of this one beside it. The file is replaced in one
    /// step: a power cut leaves the one or the other.
    pub fn rotate(&self, path: &Path, now: DateTime<Utc>) -> Result<Self, KeyError> {
        let mut former = self.former.clone();
        former.push(FormerKey { key: self.public(), until: now });
        let root = Some(self.root());
        let next = Self { former, pseudonyms: self.pseudonyms, root, ..Self::from_secret(random_bytes()) };
        let mut beside = path.as_os_str().to_owned();
        beside.push(".new");
        let beside = Path::new(&beside);
        let replace = || -> std::io::Result<()> {
            next.write(beside)?;
            std::fs::rename(beside, path)
        };
        replace().map_err(|error| KeyError::File(path.display().to_string(), error))?;
        Ok(next)
    }

    fn root(&self) -> Root {
        self.root.unwrap_or_else(|| Vault::root_of(&self.secret.to_bytes()))
    }

    /// Seals and opens second factors.
    #[must_use]
    pub fn vault(&self) -> Vault {
        Vault::new(&self.root())
    }

    /// What this installation has signed with, now and before.
    #[must_use]
    pub fn trusted(&self) -> TrustedKeys {
        TrustedKeys { former: self.former.clone(), current: self.public() }
    }

    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.secret.verifying_key())
    }

    /// What pseudonyms are made from: secret as the key is, and the same after a rotation.
    #[must_use]
    pub(super) const fn pseudonym_seed(&self) -> &[u8; 32] {
        &self.pseudonyms
    }

    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.secret.sign(message).to_bytes().to_vec()
    }
}

impl PublicKey {
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        VerifyingKey::from_bytes(bytes.try_into().ok()?).ok().map(Self)
    }

    #[must_use]
    pub(super) fn from_base64(text: &str) -> Option<Self> {
        Self::from_bytes(&STANDARD.decode(text).ok()?)
    }

    #[must_use]
    pub(super) fn base64(&self) -> String {
        STANDARD.encode(self.0.to_bytes())
    }

    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }

    /// The first eight bytes of the key's SHA-256, in hexadecimal.
    #[must_use]
    pub fn id(&self) -> String {
        hex::encode(Sha256::digest(self.0.to_bytes()).iter().take(8).copied().collect::<Vec<u8>>())
    }

    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.0.verify(message, &signature).is_ok())
    }
}
