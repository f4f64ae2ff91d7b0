//! Who compiles the crates of this workspace. A whole run of the tests lets clippy's driver do it, in the compiler's place: what is
//! looked at is what is tested, and nothing is compiled for the lints alone. `cargo clippy` would compile every dependency once more.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::shell;

/// The compiler, and how often it warned.
#[derive(Debug, Default)]
pub struct Compiler {
    /// Clippy's driver; without it the compiler as cargo finds it, whose warnings are nobody's business here.
    driver: Option<PathBuf>,
    warnings: Cell<usize>,
}

impl Compiler {
    pub fn linting() -> Outcome<Self> {
        let sysroot = shell::output(shell::program("rustc").args(["--print", "sysroot"]))?;
        let driver = Path::new(sysroot.trim()).join("bin/clippy-driver");
        if !driver.is_file() {
            return Err(format!("there is no {}; install clippy for this compiler", driver.display()).into());
        }
        Ok(Self { driver: Some(driver), warnings: Cell::default() })
    }

    /// A call of cargo that uses what this compiler has built.
    pub fn prepare(&self, command: &mut Command) {
        if let Some(driver) = &self.driver {
            command.env("RUSTC_WORKSPACE_WRAPPER", driver);
        }
    }

    /// Builds. Warnings are shown and counted, and do not keep what they speak of from being built and tested.
    pub fn build(&self, command: &mut Command) -> Outcome {
        self.prepare(command);
        if self.driver.is_none() {
            return shell::run(command);
        }
        // A crate that is up to date warns again, from what cargo has kept.
        let status = shell::read(command.args(["--message-format", "json"]), |line| {
            if let Some(rendered) = diagnostic(line) {
                eprint!("{rendered}");
                self.warnings.set(self.warnings.get() + 1);
            }
        })?;
        if status.success() { Ok(()) } else { Err(Failure::from(format!("cargo ended with {status}"))) }
    }

    /// Warnings are faults.
    pub fn verdict(&self) -> Outcome {
        match self.warnings.get() {
            0 => Ok(()),
            count => Err(format!("{count} warnings of the compiler or of clippy, shown above").into()),
        }
    }
}

/// What the compiler says of a crate of this workspace, from a line of `cargo build --message-format json`. Cargo silences
/// the warnings of all others.
fn diagnostic(line: &str) -> Option<String> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message.get("reason")? != "compiler-message" {
        return None;
    }
    message.pointer("/message/rendered")?.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_cargos_messages_only_the_compilers_are_warnings() {
        let said = [
            (
                r#"{"reason":"compiler-message","message":{"level":"warning","rendered":"warning: unused"}}"#,
                Some("warning: unused"),
            ),
            (r#"{"reason":"compiler-artifact","fresh":true}"#, None),
            (r#"{"reason":"build-finished","success":true}"#, None),
            ("what a build script prints", None),
        ];
        for (line, expected) in said {
            assert_eq!(diagnostic(line).as_deref(), expected, "{line}");
        }
    }
}
