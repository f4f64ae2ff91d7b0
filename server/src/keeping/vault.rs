//! The file that a backup is: a tar archive of `manifest.json`, `ergon.db` and, when asked for, `ergon.key`; packed by gzip and
//! sealed by age to the public keys of those who may open it. Any age program opens it without Ergon:
//! `age -d -i IDENTITY FILE | tar xz`.

use std::fs::{File, OpenOptions};
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;
use std::str::FromStr as _;

use age::x25519::{Identity, Recipient};
use age::{Decryptor, Encryptor};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use super::manifest::Manifest;
use super::{KeepingError, at};

const MANIFEST: &str = "manifest.json";
const KEY: &str = "ergon.key";
const DATABASE: &str = "ergon.db";

/// Reads public keys as they stand in settings.
pub fn recipients(keys: &[String]) -> Result<Vec<Recipient>, KeepingError> {
    let read = |key: &String| Recipient::from_str(key.trim()).map_err(|_| KeepingError::Recipient(key.clone()));
    keys.iter().map(read).collect()
}

/// Reads a file of identities, one a line, with `#` before a remark.
pub fn identities(path: &Path) -> Result<Vec<Identity>, KeepingError> {
    let text = std::fs::read_to_string(path).map_err(at(path))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let read = |line: &str| Identity::from_str(line).map_err(|_| KeepingError::Identity(path.display().to_string()));
    let found = lines.map(read).collect::<Result<Vec<_>, _>>()?;
    if found.is_empty() { Err(KeepingError::Identity(path.display().to_string())) } else { Ok(found) }
}

/// Makes an identity in a file that only its owner reads; gives the public key that belongs to it.
pub fn new_identity(path: &Path) -> Result<String, KeepingError> {
    use age::secrecy::ExposeSecret as _;
    let identity = Identity::generate();
    let public = identity.to_public().to_string();
    let mut file = private(path)?;
    let text = format!("# public key: {public}\n{}\n", identity.to_string().expose_secret());
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(at(path))?;
    Ok(public)
}

/// A new file that only its owner may read.
pub fn private(path: &Path) -> Result<File, KeepingError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(at(path))
}

/// Writes a backup to `out`, which must not be there yet, and waits for the disk.
pub fn pack(
    out: &Path,
    to: &[Recipient],
    manifest: &Manifest,
    key: Option<&Path>,
    database: &Path,
) -> Result<(), KeepingError> {
    let written = at(out);
    let refused = |error: age::EncryptError| KeepingError::Vault(error.to_string());
    let encryptor = Encryptor::with_recipients(to.iter().map(|one| one as &dyn age::Recipient)).map_err(refused)?;
    let sealed = encryptor.wrap_output(BufWriter::new(private(out)?)).map_err(&written)?;
    let mut archive = tar::Builder::new(GzEncoder::new(sealed, Compression::fast()));
    archive.mode(tar::HeaderMode::Deterministic);
    let text = manifest.text();
    let mut header = tar::Header::new_gnu();
    header.set_size(text.len() as u64);
    header.set_mode(0o600);
    header.set_mtime(u64::try_from(manifest.taken_at.timestamp()).unwrap_or(0));
    archive.append_data(&mut header, MANIFEST, text.as_slice()).map_err(&written)?;
    if let Some(key) = key {
        archive.append_path_with_name(key, KEY).map_err(at(key))?;
    }
    archive.append_path_with_name(database, DATABASE).map_err(&written)?;
    let packed = archive.into_inner().map_err(&written)?.finish().map_err(&written)?;
    let file = packed.finish().map_err(&written)?.into_inner().map_err(|error| written(error.into_error()))?;
    file.sync_all().map_err(&written)
}

/// What came out of a backup, beside the database.
#[derive(Debug)]
pub struct Unpacked {
    pub manifest: Manifest,
    /// The text of the installation's key file, where the backup holds it.
    pub key: Option<String>,
}

/// Opens a backup, and writes its database to a new file. The archive is read to its end: a file that was cut short is missed.
pub fn unpack(from: &Path, identities: &[Identity], database: &Path) -> Result<Unpacked, KeepingError> {
    let read = at(from);
    let refused = |error: age::DecryptError| KeepingError::Vault(format!("{}: {error}", from.display()));
    let file = File::open(from).map_err(&read)?;
    let sealed = Decryptor::new(BufReader::new(file)).map_err(refused)?;
    let open = sealed.decrypt(identities.iter().map(|one| one as &dyn age::Identity)).map_err(refused)?;
    let mut archive = tar::Archive::new(GzDecoder::new(open));
    let (mut manifest, mut key, mut found) = (None, None, false);
    for entry in archive.entries().map_err(&read)? {
        let mut entry = entry.map_err(&read)?;
        match entry.path().map_err(&read)?.to_string_lossy().as_ref() {
            MANIFEST => {
                let mut bytes = Vec::new();
                entry.read_to_end(&mut bytes).map_err(&read)?;
                manifest = Manifest::parse(&bytes);
            }
            KEY => {
                let mut text = String::new();
                entry.read_to_string(&mut text).map_err(&read)?;
                key = Some(text);
            }
            DATABASE => {
                let mut file = BufWriter::new(private(database)?);
                std::io::copy(&mut entry, &mut file).map_err(&read)?;
                let file = file.into_inner().map_err(|error| at(database)(error.into_error()))?;
                file.sync_all().map_err(at(database))?;
                found = true;
            }
            _ => {}
        }
    }
    std::io::copy(&mut archive.into_inner(), &mut std::io::sink()).map_err(&read)?;
    let manifest = manifest.filter(|_| found);
    let manifest =
        manifest.ok_or_else(|| KeepingError::Vault(format!("{}: this is no backup of Ergon", from.display())))?;
    Ok(Unpacked { manifest, key })
}

#[cfg(test)]
mod tests {
    use app::kit::clock::Clock;

    use super::*;

    fn manifest() -> Manifest {
        let taken_at = Clock::System.now();
        Manifest { engine: "sqlite".to_owned(), schema: 1, taken_at, program: "1".to_owned(), tables: Vec::new() }
    }

    #[test]
    fn what_goes_in_comes_out_and_only_for_the_holder() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        let public = new_identity(&path("mine")).unwrap();
        new_identity(&path("other")).unwrap();
        let rows: Vec<u8> = (0..300_000_u32).flat_map(|n| (n % 251).to_be_bytes()).collect();
        std::fs::write(path("db"), &rows).unwrap();
        std::fs::write(path("key"), "secret\n").unwrap();
        let to = recipients(&[public]).unwrap();
        let manifest = manifest();
        pack(&path("backup"), &to, &manifest, Some(&path("key")), &path("db")).unwrap();
        assert!(matches!(pack(&path("backup"), &to, &manifest, None, &path("db")), Err(KeepingError::File(..))));

        let opened = unpack(&path("backup"), &identities(&path("mine")).unwrap(), &path("out")).unwrap();
        assert_eq!((opened.manifest, opened.key.as_deref()), (manifest, Some("secret\n")));
        assert_eq!(std::fs::read(path("out")).unwrap(), rows);
        let stranger = unpack(&path("backup"), &identities(&path("other")).unwrap(), &path("none"));
        assert!(matches!(stranger, Err(KeepingError::Vault(_))), "{stranger:?}");
    }

    #[test]
    fn a_byte_that_is_missing_or_changed_is_noticed() {
        let dir = tempfile::tempdir().unwrap();
        let path = |name: &str| dir.path().join(name);
        let public = new_identity(&path("mine")).unwrap();
        std::fs::write(path("db"), vec![7; 5000]).unwrap();
        pack(&path("backup"), &recipients(&[public]).unwrap(), &manifest(), None, &path("db")).unwrap();
        let mine = identities(&path("mine")).unwrap();
        let whole = std::fs::read(path("backup")).unwrap();
        std::fs::write(path("short"), &whole[..whole.len() - 1]).unwrap();
        let mut changed = whole.clone();
        let at = whole.len() - 40;
        changed[at] ^= 1;
        std::fs::write(path("changed"), changed).unwrap();
        for (n, name) in ["short", "changed"].into_iter().enumerate() {
            assert!(unpack(&path(name), &mine, &path(&format!("out{n}"))).is_err(), "{name}");
        }
    }

    #[test]
    fn what_is_no_key_is_told() {
        assert!(matches!(recipients(&["age1nonsense".to_owned()]), Err(KeepingError::Recipient(_))));
        let dir = tempfile::tempdir().unwrap();
        let empty = dir.path().join("empty");
        std::fs::write(&empty, "# nothing\n").unwrap();
        assert!(matches!(identities(&empty), Err(KeepingError::Identity(_))));
    }
}
