//! Names with a hash, compressed copies, the manifest, and the stamp that tells whether anything changed.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use brotli::CompressorReader;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use super::{Mode, Sizes};
use crate::failure::{Outcome, While};
use crate::paths;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// All files of the site before compression.
#[derive(Debug)]
pub struct Site {
    /// The common beginning of the script's and the WebAssembly's names.
    name: String,
    js: File,
    wasm: File,
    css: File,
    others: Vec<File>,
}

impl Site {
    /// Gives script and WebAssembly one hash over both, so that a browser never pairs the script of one
    /// build with the WebAssembly of another, and makes the script ask for the WebAssembly's new name.
    pub fn assemble(base: &str, js: &str, wasm: Vec<u8>, css: String, snippets: Vec<File>, statics: Vec<File>) -> Self {
        let mut hashed: Vec<&[u8]> = vec![js.as_bytes(), &wasm];
        hashed.extend(snippets.iter().map(|file| file.bytes.as_slice()));
        let name = format!("{base}-{}", short_hash(&hashed));
        let js = js.replace(&format!("{base}_bg.wasm"), &format!("{name}_bg.wasm"));
        let css_name = format!("{base}-{}.css", short_hash(&[css.as_bytes()]));
        Self {
            js: File { name: format!("{name}.js"), bytes: js.into_bytes() },
            wasm: File { name: format!("{name}_bg.wasm"), bytes: wasm },
            css: File { name: css_name, bytes: css.into_bytes() },
            others: snippets.into_iter().chain(statics).collect(),
            name,
        }
    }

    fn manifest(&self) -> String {
        let named = serde_json::json!({
            "js": self.js.name, "wasm": self.wasm.name, "css": self.css.name, "name": self.name,
        });
        format!("{named:#}\n")
    }

    /// Writes every file with its compressed copies, and removes what an earlier build left.
    pub fn write(&self, mode: Mode) -> Outcome<Sizes> {
        let mut kept = Vec::new();
        let js_brotli = write_all(&self.js, mode, &mut kept)?;
        let wasm_brotli = write_all(&self.wasm, mode, &mut kept)?;
        let css_brotli = write_all(&self.css, mode, &mut kept)?;
        for file in &self.others {
            write_all(file, mode, &mut kept)?;
        }
        let manifest = paths::site().join("manifest.json");
        paths::write_if_changed(&manifest, self.manifest().as_bytes())?;
        kept.push(manifest);
        remove_stale(&paths::site(), &kept)?;
        println!("The site is in {}: {} of WebAssembly.", paths::shown(&paths::site()), kilobytes(wasm_brotli));
        Ok(Sizes { wasm_brotli, js_brotli, css_brotli })
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{:.1} kB compressed", bytes as f64 / 1000.0)
}

/// Twelve hexadecimal digits over all parts; each part's length goes in, so that moving a byte from one
/// part to the next is another hash.
fn short_hash(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
    let mut digits = hex::encode(hash.finalize());
    digits.truncate(12);
    digits
}

/// Returns the size that a browser will see: after brotli, or as it is where that is not smaller.
fn write_all(file: &File, mode: Mode, kept: &mut Vec<PathBuf>) -> Outcome<usize> {
    let path = paths::site().join(&file.name);
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", path.display()));
    let mut smallest = file.bytes.len();
    for (ending, compressed) in [("br", brotli(&file.bytes, mode)?), ("gz", gzip(&file.bytes, mode)?)] {
        if compressed.len() < file.bytes.len() {
            paths::write_if_changed(&beside(ending), &compressed)?;
            kept.push(beside(ending));
            smallest = if ending == "br" { compressed.len() } else { smallest };
        }
    }
    paths::write_if_changed(&path, &file.bytes)?;
    kept.push(path);
    Ok(smallest)
}

fn brotli(bytes: &[u8], mode: Mode) -> Outcome<Vec<u8>> {
    let quality = if mode == Mode::Release { 11 } else { 4 };
    let mut compressed = Vec::new();
    CompressorReader::new(bytes, 64 * 1024, quality, 22).read_to_end(&mut compressed).during("brotli")?;
    Ok(compressed)
}

fn gzip(bytes: &[u8], mode: Mode) -> Outcome<Vec<u8>> {
    let level = if mode == Mode::Release { Compression::best() } else { Compression::fast() };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    encoder.write_all(bytes).during("gzip")?;
    encoder.finish().during("gzip")
}

fn remove_stale(folder: &Path, kept: &[PathBuf]) -> Outcome {
    for entry in fs::read_dir(folder).during(format_args!("reading {}", paths::shown(folder)))?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            remove_stale(&path, kept)?;
            // Only an empty folder goes; one that is still needed refuses.
            let _removed = fs::remove_dir(&path);
        } else if !kept.contains(&path) {
            fs::remove_file(&path).during(format_args!("removing {}", paths::shown(&path)))?;
        }
    }
    Ok(())
}

/// A hash over everything that goes into the site, this program included.
pub fn stamp(library: &Path, css: &str, statics: &[File], how: &str) -> Outcome<String> {
    let wasm = fs::read(library).during(format_args!("reading {}", paths::shown(library)))?;
    let maker = std::env::current_exe().and_then(fs::read).unwrap_or_default();
    let mut parts: Vec<&[u8]> = vec![&wasm, css.as_bytes(), how.as_bytes(), &maker];
    for file in statics {
        parts.extend([file.name.as_bytes(), &file.bytes]);
    }
    Ok(short_hash(&parts))
}

fn stamp_file() -> PathBuf {
    paths::root().join("target").join("site.stamp")
}

pub fn keep_stamp(stamp: &str) -> Outcome {
    paths::write_if_changed(&stamp_file(), stamp.as_bytes())
}

/// The sizes of the site as it lies there, when it was made from the same things.
pub fn unchanged(stamp: &str) -> Option<Sizes> {
    if fs::read_to_string(stamp_file()).ok()? != stamp {
        return None;
    }
    let manifest = fs::read(paths::site().join("manifest.json")).ok()?;
    let named: serde_json::Value = serde_json::from_slice(&manifest).ok()?;
    let size = |part: &str| {
        let path = paths::site().join(named.get(part)?.as_str()?);
        let whole = fs::metadata(&path).ok()?.len();
        let brotli = fs::metadata(format!("{}.br", path.display())).map_or(whole, |file| file.len());
        usize::try_from(brotli).ok()
    };
    Some(Sizes { wasm_brotli: size("wasm")?, js_brotli: size("js")?, css_brotli: size("css")? })
}

#[cfg(test)]
mod tests {
    use super::{File, Mode, Site, brotli, gzip, short_hash};

    fn site(js: &str, wasm: &[u8]) -> Site {
        let snippet = File { name: "snippets/a/b.js".to_owned(), bytes: b"1".to_vec() };
        Site::assemble("ergon", js, wasm.to_vec(), "a{}".to_owned(), vec![snippet], Vec::new())
    }

    #[test]
    fn script_and_wasm_share_a_hash_and_the_script_asks_for_that_name() {
        let site = site("new URL('ergon_bg.wasm', import.meta.url)", b"\0asm");
        let expected = format!("new URL('{}_bg.wasm', import.meta.url)", site.name);
        assert_eq!(site.js.bytes, expected.into_bytes());
        assert_eq!(site.js.name, format!("{}.js", site.name));
        assert_eq!(site.wasm.name, format!("{}_bg.wasm", site.name));
        assert!(site.manifest().contains(&site.wasm.name));
    }

    #[test]
    fn any_change_is_another_name() {
        let name = |js, wasm: &[u8]| site(js, wasm).name;
        assert_ne!(name("a", b"b"), name("a", b"c"));
        assert_ne!(name("a", b"b"), name("b", b"b"));
        assert_eq!(name("a", b"b"), name("a", b"b"));
        assert_ne!(short_hash(&[b"ab", b"c"]), short_hash(&[b"a", b"bc"]));
    }

    #[test]
    fn compressed_copies_are_smaller_where_there_is_something_to_save() -> Result<(), crate::failure::Failure> {
        let bytes = b"a calm, dense, printable page ".repeat(40);
        for mode in [Mode::Development, Mode::Release] {
            assert!(brotli(&bytes, mode)?.len() < bytes.len());
            assert!(gzip(&bytes, mode)?.len() < bytes.len());
        }
        Ok(())
    }
}
