//! The tools that others wrote: rustfmt, clippy for each of the two targets, and cargo-deny.

use super::Findings;
use crate::failure::Outcome;
use crate::{paths, shell, wasm_target};

pub fn formatting(findings: &mut Findings) -> Outcome {
    let mut names = shell::cargo(&["fmt", "--all", "--", "--check", "--files-with-diff"]);
    if let Err(failure) = shell::run(&mut names) {
        findings.fault(format!("the files above are not formatted; run `cargo fmt --all` ({failure})"));
    }
    Ok(())
}

/// Everything that runs on a server or a developer's machine, its tests included.
pub fn server(_: &mut Findings) -> Outcome {
    let mut clippy = shell::cargo(&["clippy", "--quiet", "-p", "app", "-p", "server", "-p", "xtask"]);
    shell::run(clippy.args(["--features", "app/ssr", "--all-targets", "--", "-D", "warnings"]))
}

/// The islands, as the browser's compiler sees them.
pub fn browser(_: &mut Findings) -> Outcome {
    wasm_target::ensure()?;
    let mut clippy = shell::cargo(&["clippy", "--quiet", "-p", "app", "--lib", "--features", "hydrate"]);
    clippy.args(["--target", wasm_target::TRIPLE, "--target-dir"]).arg(paths::wasm_target());
    shell::run(clippy.args(["--", "-D", "warnings"]))
}

/// Licences, known faults and forbidden crates. Not every machine has the tool, and it takes minutes to
/// build, so its absence is said and not held against anyone.
pub fn deny(install: bool, findings: &mut Findings) -> Outcome {
    let installed = || shell::find("cargo-deny").is_some();
    if !installed() && install {
        shell::run(&mut shell::cargo(&["install", "--locked", "cargo-deny"]))?;
    }
    if !installed() {
        findings.remark("NOT RUN, as cargo-deny is not installed; install it with `cargo xtask check --install`");
        return Ok(());
    }
    // Advisories come over the network, which a machine may not have; the rest needs only the lock file.
    let mut offline = shell::cargo(&["deny", "--all-features", "check", "bans", "licenses", "sources"]);
    shell::run(&mut offline)?;
    if shell::run(&mut shell::cargo(&["deny", "--all-features", "check", "advisories"])).is_err() {
        shell::stop_if_interrupted()?;
        if advisories_known() {
            findings.fault("cargo deny: the advisories above");
        } else {
            findings.remark("advisories NOT CHECKED, as their list could not be fetched");
        }
    }
    Ok(())
}

/// Whether the list of advisories was ever fetched to this machine.
fn advisories_known() -> bool {
    let home = std::env::var_os("CARGO_HOME").map(std::path::PathBuf::from);
    let home = home.or_else(|| std::env::var_os("HOME").map(|home| std::path::Path::new(&home).join(".cargo")));
    let lists = home.and_then(|home| std::fs::read_dir(home.join("advisory-dbs")).ok());
    lists.is_some_and(|entries| entries.flatten().any(|entry| entry.path().join("crates").is_dir()))
}
