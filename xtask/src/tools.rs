//! What the machine must have besides Rust, git and a C compiler. Debian's packages are installed when that
//! takes no password; otherwise the exact command is named, and nothing is half done.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::{paths, shell};

/// The oldest PostgreSQL that Ergon is tested on.
const POSTGRES_AT_LEAST: u32 = 15;
/// The oldest Node.js whose test runner the end-to-end suite is written for.
const NODE_AT_LEAST: u32 = 18;

/// SQLite and the cryptography are compiled from C.
pub fn need_c_compiler() -> Outcome {
    if shell::find("cc").is_some() {
        return Ok(());
    }
    apt_install(&["gcc", "libc6-dev"])
}

/// The two parts of Rust that `check` runs, where Rust came without them.
pub fn lint_tools() -> Outcome {
    let parts = [("cargo-fmt", "rustfmt", "rustfmt"), ("cargo-clippy", "clippy", "rust-clippy")];
    for (program, component, package) in parts {
        // rustup leaves a stand-in for each in PATH, so only a call tells.
        if shell::output(shell::program(program).arg("--version")).is_ok() {
            continue;
        }
        if shell::find("rustup").is_some() {
            shell::run(shell::program("rustup").args(["component", "add", component]))?;
        } else {
            let version = crate::wasm_target::compiler_version()?;
            apt_install(&[&format!("{package}={version}*")])?;
        }
    }
    Ok(())
}

/// The folder of PostgreSQL's server programs.
pub fn postgres() -> Outcome<PathBuf> {
    if let Some(found) = installed_postgres() {
        return Ok(found);
    }
    apt_install(&["postgresql"])?;
    installed_postgres().ok_or_else(|| {
        Failure::from(format!(
            "no PostgreSQL server of version {POSTGRES_AT_LEAST} or later under /usr/lib/postgresql or in PATH"
        ))
    })
}

fn installed_postgres() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let debian = versions
        .filter_map(|entry| {
            let version: u32 = entry.file_name().to_str()?.parse().ok()?;
            let programs = entry.path().join("bin");
            (version >= POSTGRES_AT_LEAST && programs.join("initdb").is_file()).then_some((version, programs))
        })
        .max()
        .map(|(_, programs)| programs);
    debian.or_else(|| shell::find("initdb").and_then(|program| program.parent().map(PathBuf::from)))
}

/// The browser of the end-to-end suite: Debian's own, never a download.
pub fn chromium() -> Outcome<PathBuf> {
    let installed = || ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| shell::find(name));
    if let Some(found) = installed() {
        return Ok(found);
    }
    apt_install(&["chromium", "fonts-liberation"])?;
    installed().ok_or_else(|| "Chromium was installed, but no `chromium` is in PATH".into())
}

pub fn node() -> Outcome {
    if shell::find("node").is_none() || shell::find("npm").is_none() {
        apt_install(&["nodejs", "npm"])?;
    }
    let said = shell::output(shell::program("node").arg("--version"))?;
    match major(&said) {
        Some(version) if version >= NODE_AT_LEAST => Ok(()),
        _ => Err(format!("Node.js {} is too old; install version {NODE_AT_LEAST} or later", said.trim()).into()),
    }
}

/// The first number of a version such as `v20.1.2`.
fn major(version: &str) -> Option<u32> {
    let digits = version.trim().trim_start_matches('v');
    digits.split('.').next()?.parse().ok()
}

/// The npm packages of the end-to-end suite, exactly as locked when there is a lock file.
pub fn end2end_packages() -> Outcome {
    let folder = paths::root().join("end2end");
    if !folder.join("package.json").is_file() {
        return Err("end2end/package.json is missing, so the end-to-end suite cannot be installed".into());
    }
    let modified = |name: &str| fs::metadata(folder.join(name)).and_then(|file| file.modified()).ok();
    let installed = modified("node_modules/.package-lock.json");
    let wanted = modified("package.json").max(modified("package-lock.json"));
    if installed.is_some() && installed >= wanted {
        return Ok(());
    }
    let verb = if folder.join("package-lock.json").is_file() { "ci" } else { "install" };
    let mut npm = shell::program("npm");
    npm.current_dir(&folder).args([verb, "--no-audit", "--no-fund", "--ignore-scripts"]);
    shell::run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1").env("CI", "true"))
}

/// A Python that has the validators of the formats in which data leaves, as listed in `end2end/requirements.txt`, in an environment of
/// its own under `target`.
pub fn validators() -> Outcome<PathBuf> {
    let list = paths::root().join("end2end/requirements.txt");
    let folder = paths::target().join("python");
    let python = folder.join("bin/python");
    let installed = folder.join("installed.txt");
    let wanted = paths::read(&list)?;
    if python.is_file() && fs::read_to_string(&installed).is_ok_and(|held| held == wanted) {
        return Ok(python);
    }
    if shell::find("python3").is_none() {
        apt_install(&["python3", "python3-venv"])?;
    }
    let environment = || {
        let mut made = shell::program("python3");
        shell::run(made.args(["-m", "venv", "--clear"]).arg(&folder))
    };
    // Debian keeps the module that makes environments in a package of its own.
    if environment().is_err() {
        apt_install(&["python3-venv"])?;
        environment()?;
    }
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]).arg(&list);
    shell::run(&mut pip)?;
    fs::write(&installed, wanted).during(format_args!("writing {}", paths::shown(&installed)))?;
    Ok(python)
}

/// Debian's packages: as root, or by a `sudo` that asks for no password, or by the reader's own hand.
pub fn apt_install(packages: &[&str]) -> Outcome {
    let wanted = packages.join(" ");
    let by_hand = || Failure::from(format!("please install: {wanted}\n  on Debian: sudo apt-get install {wanted}"));
    if shell::find("apt-get").is_none() {
        return Err(by_hand());
    }
    println!("Installing {wanted} …");
    let install = || {
        let mut apt = privileged("apt-get")?;
        apt.args(["install", "-y", "--no-install-recommends"]).args(packages);
        shell::run(&mut apt)
    };
    if install().is_ok() {
        return Ok(());
    }
    shell::stop_if_interrupted()?;
    // A new machine has no package lists yet, and old lists name versions that are gone.
    let updated = privileged("apt-get").and_then(|mut apt| shell::run(apt.arg("update")));
    updated.and_then(|()| install()).map_err(|_| by_hand())
}

/// A command as root, when that is to be had without a question.
pub fn privileged(program: &str) -> Outcome<Command> {
    if is_root()? {
        let mut command = shell::program(program);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        return Ok(command);
    }
    let may = shell::find("sudo").is_some() && shell::output(shell::program("sudo").args(["-n", "true"])).is_ok();
    if !may {
        return Err("this needs root, and `sudo` asks for a password here".into());
    }
    let mut command = shell::program("sudo");
    command.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", program]);
    Ok(command)
}

pub fn is_root() -> Outcome<bool> {
    Ok(user_number(&[])? == 0)
}

/// The number of a user, or of the one who runs this when no name is given.
pub fn user_number(name: &[&str]) -> Outcome<u32> {
    let said = shell::output(shell::program("id").arg("-u").args(name))?;
    said.trim().parse().during("reading the output of `id -u`")
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn version_numbers_are_read_by_their_first_part() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("18.1"), Some(18));
        assert_eq!(major("nightly"), None);
    }
}
