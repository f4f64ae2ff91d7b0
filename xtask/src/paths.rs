//! Where things lie. `CARGO_TARGET_DIR` is honoured for what cargo builds, but the site always goes to
//! `target/site` of this workspace, since the server embeds it from there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Outcome, While};

/// The workspace. Cargo says at run time where the package lies, which stays right when two clones share a
/// target directory; the compiled-in place serves when the program is started by hand.
pub fn root() -> PathBuf {
    let package = env::var("CARGO_MANIFEST_DIR").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let package = PathBuf::from(package);
    package.parent().map_or_else(|| package.clone(), Path::to_path_buf)
}

pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// WebAssembly has its own target directory: no shared features, no waiting for the server's build.
pub fn wasm_target() -> PathBuf {
    target().join("wasm")
}

pub fn site() -> PathBuf {
    root().join("target").join("site")
}

/// `target/debug/ergon` or `target/release/ergon`.
pub fn server(profile: &str) -> PathBuf {
    target().join(profile).join("ergon")
}

pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).during(format_args!("reading {}", shown(path)))
}

/// A path as a person in the workspace would write it.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// Every file below a folder with this ending, sorted; none when there is no such folder.
pub fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(next) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Writes only what changed: the server embeds these files, and a new time stamp alone would rebuild it.
pub fn write_if_changed(path: &Path, bytes: &[u8]) -> Outcome {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).during(format_args!("making {}", shown(folder)))?;
    }
    fs::write(path, bytes).during(format_args!("writing {}", shown(path)))
}
