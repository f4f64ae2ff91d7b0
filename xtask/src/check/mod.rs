//! `cargo xtask check`: what a reviewer would otherwise have to look for by eye. Every check runs whatever
//! the others say, and each reports all that it found, so that one run is enough to put everything right.

mod dependencies;
mod keys;
mod languages;
mod lints;
mod migrations;
mod rust_text;
mod views;

use crate::failure::{Failure, Outcome};
use crate::{shell, tools};

/// What one check found: faults fail the run, remarks are only said.
#[derive(Debug, Default)]
pub struct Findings {
    faults: Vec<String>,
    remarks: Vec<String>,
}

impl Findings {
    pub fn fault(&mut self, text: impl Into<String>) {
        self.faults.push(text.into());
    }

    pub fn remark(&mut self, text: impl Into<String>) {
        self.remarks.push(text.into());
    }
}

type Check = fn(&mut Findings) -> Outcome;

/// The quick ones.
const CHECKS: [(&str, Check); 8] = [
    ("formatting", lints::formatting),
    ("languages", languages::same_keys_everywhere),
    ("text keys in the source", keys::all_exist),
    ("views", views::no_forbidden_markup),
    ("migrations", migrations::same_names),
    ("one version of wasm-bindgen", dependencies::one_wasm_bindgen),
    ("unused dependencies", dependencies::all_used),
    ("no server crate in the browser", dependencies::browser_tree),
];

/// Those that compile.
const LINTS: [(&str, Check); 2] = [("lints, server side", lints::server), ("lints, browser side", lints::browser)];

/// All checks.
pub fn check(install: bool) -> Outcome {
    run(&LINTS, install)
}

/// All checks but the lints, for a run that lints what it builds (see [`crate::compiler`]).
pub fn all_but_lints() -> Outcome {
    run(&[], false)
}

/// The quick ones first: their answers stand before the compiler has warmed up.
fn run(lints: &[(&str, Check)], install: bool) -> Outcome {
    tools::lint_tools()?;
    let mut failed = Vec::new();
    let deny: &dyn Fn(&mut Findings) -> Outcome = &|findings| lints::deny(install, findings);
    let all = CHECKS.iter().chain(lints).map(|(name, check)| (*name, check as &dyn Fn(&mut Findings) -> Outcome));
    for (name, check) in all.chain([("licences and advisories", deny)]) {
        shell::stop_if_interrupted()?;
        println!("-- {name}");
        let mut findings = Findings::default();
        if let Err(failure) = check(&mut findings) {
            findings.fault(failure.to_string());
        }
        for remark in &findings.remarks {
            println!("   note: {remark}");
        }
        for fault in &findings.faults {
            println!("   FAULT: {fault}");
        }
        if !findings.faults.is_empty() {
            failed.push(format!("{name} ({})", findings.faults.len()));
        }
    }
    if failed.is_empty() {
        println!("All checks passed.");
        return Ok(());
    }
    Err(Failure::from(format!("checks that found faults: {}", failed.join(", "))))
}
