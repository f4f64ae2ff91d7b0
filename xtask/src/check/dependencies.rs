//! Dependencies: each one that a manifest names is used, none that belongs on the server reaches the browser,
//! and the two halves of wasm-bindgen are of one version, as its glue is written for exactly one.

use serde_json::Value;

use super::{Findings, rust_text};
use crate::failure::{Outcome, While};
use crate::{paths, shell, wasm_target};

/// Dependencies that no source names, and why they are there all the same: (package, dependency, reason).
const NAMED_NOWHERE: [(&str, &str, &str); 0] = [];

/// Crates that would mean that the server's side leaked into the browser's.
const SERVER_CRATES: [&str; 12] = [
    "argon2",
    "axum",
    "ed25519-dalek",
    "fluent-bundle",
    "hyper",
    "libsqlite3-sys",
    "mio",
    "rustls",
    "sqlx",
    "sqlx-core",
    "tokio",
    "tower-sessions",
];

pub fn one_wasm_bindgen(findings: &mut Findings) -> Outcome {
    let lock = paths::read(&paths::root().join("Cargo.lock"))?;
    let versions = |name: &str| locked_versions(&lock, name);
    let (library, tool) = (versions("wasm-bindgen"), versions("wasm-bindgen-cli-support"));
    if library.len() != 1 || library != tool {
        findings.fault(format!(
            "Cargo.lock has wasm-bindgen {library:?} and wasm-bindgen-cli-support {tool:?}: both must be one and the \
             same; change xtask/Cargo.toml, or run `cargo update -p wasm-bindgen --precise VERSION`"
        ));
    }
    Ok(())
}

fn locked_versions(lock: &str, name: &str) -> Vec<String> {
    let wanted = format!("name = \"{name}\"");
    let mut lines = lock.lines();
    let mut versions = Vec::new();
    while lines.any(|line| line == wanted) {
        let version = lines.next().and_then(|line| line.strip_prefix("version = "));
        versions.extend(version.map(|quoted| quoted.trim_matches('"').to_owned()));
    }
    versions
}

pub fn browser_tree(findings: &mut Findings) -> Outcome {
    let mut tree = shell::cargo(&["tree", "-p", "app", "--features", "hydrate", "--target", wasm_target::TRIPLE]);
    let printed = shell::output(tree.args(["-e", "normal", "--prefix", "none", "--no-dedupe"]))?;
    let mut present: Vec<&str> = printed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    present.sort_unstable();
    present.dedup();
    for name in present.into_iter().filter(|name| SERVER_CRATES.contains(name)) {
        findings.fault(format!("{name} is among the browser's dependencies (cargo tree -i {name} tells why)"));
    }
    Ok(())
}

pub fn all_used(findings: &mut Findings) -> Outcome {
    let printed = shell::output(&mut shell::cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&printed).during("reading what cargo metadata printed")?;
    for package in metadata.get("packages").and_then(Value::as_array).into_iter().flatten() {
        let name = text(package, "name");
        let identifiers = Identifiers::of(name)?;
        for dependency in package.get("dependencies").and_then(Value::as_array).into_iter().flatten() {
            let called = dependency.get("rename").and_then(Value::as_str).unwrap_or(text(dependency, "name"));
            let for_tests = text(dependency, "kind") == "dev";
            let excepted = NAMED_NOWHERE.iter().any(|(owner, other, _)| *owner == name && *other == called);
            let identifier = called.replace('-', "_");
            if excepted || identifiers.contain(&identifier, for_tests) {
                continue;
            }
            if identifiers.contain(&identifier, true) {
                findings.fault(format!("{name}/Cargo.toml: only tests use {called}: it belongs in [dev-dependencies]"));
            } else {
                let section = if for_tests { "dev-dependencies" } else { "dependencies" };
                findings.fault(format!("{name}/Cargo.toml: nothing uses {called} of [{section}]"));
            }
        }
    }
    Ok(())
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value.get(field).and_then(Value::as_str).unwrap_or_default()
}

/// All identifiers of a package: those of the product, and those that only its tests and benches name.
#[derive(Debug)]
struct Identifiers {
    product: Vec<String>,
    tests: Vec<String>,
}

impl Identifiers {
    fn of(package: &str) -> Outcome<Self> {
        let folder = paths::root().join(package);
        let mut product = identifiers_below(&folder.join("src"))?;
        let build_script = folder.join("build.rs");
        if build_script.is_file() {
            product.extend(rust_text::identifiers(&paths::read(&build_script)?));
        }
        let mut tests = Vec::new();
        for part in ["tests", "benches", "examples"] {
            tests.extend(identifiers_below(&folder.join(part))?);
        }
        Ok(Self { product, tests })
    }

    fn contain(&self, identifier: &str, for_tests: bool) -> bool {
        let among = |names: &[String]| names.iter().any(|name| name == identifier);
        among(&self.product) || (for_tests && among(&self.tests))
    }
}

fn identifiers_below(folder: &std::path::Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for path in paths::files_below(folder, "rs") {
        found.extend(rust_text::identifiers(&paths::read(&path)?));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::locked_versions;

    #[test]
    fn versions_are_read_from_the_lock_file_by_exact_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n\n[[package]]\n\
                    name = \"wasm-bindgen-macro\"\nversion = \"0.2.129\"\n\n[[package]]\nname = \"wasm-bindgen\"\n\
                    version = \"0.2.1\"\n";
        assert_eq!(locked_versions(lock, "wasm-bindgen"), ["0.2.130", "0.2.1"]);
        assert!(locked_versions(lock, "wasm").is_empty());
    }
}
