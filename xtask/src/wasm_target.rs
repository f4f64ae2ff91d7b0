//! Rust's WebAssembly target: from rustup where there is one, else, with Debian's own compiler, its standard
//! library built from the compiler's source of exactly the same version. Either way it is proved by linking
//! an empty library, since a target without a linker is found out only at the end of a long build otherwise.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome, While};
use crate::{paths, shell, tools};

pub const TRIPLE: &str = "wasm32-unknown-unknown";

pub fn ensure() -> Outcome {
    if !installed()? {
        println!("Installing Rust's target {TRIPLE} …");
        install()?;
    }
    linker().map(drop)
}

/// Where this compiler looks for the target's libraries.
fn libraries() -> Outcome<PathBuf> {
    let sysroot = shell::output(shell::program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).join("lib/rustlib").join(TRIPLE).join("lib"))
}

fn installed() -> Outcome<bool> {
    let folder = libraries()?;
    let present = fs::read_dir(folder).into_iter().flatten().flatten();
    Ok(present.map(|entry| entry.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-")))
}

fn install() -> Outcome {
    if shell::find("rustup").is_some() {
        let added = shell::run(shell::program("rustup").args(["target", "add", TRIPLE]));
        // A rustup may be there and yet not be where this compiler came from.
        if added.is_ok() && installed()? {
            return Ok(());
        }
    }
    shell::stop_if_interrupted()?;
    let version = compiler_version()?;
    from_source(&version).map_err(|failure| {
        Failure::from(format!(
            "the WebAssembly target for Rust {version} could not be installed ({failure}).\n  \
             With rustup: rustup target add {TRIPLE}\n  \
             With Debian's compiler: the packages rust-src={version} (from the same pool as rustc) and lld"
        ))
    })
}

pub fn compiler_version() -> Outcome<String> {
    let said = shell::output(shell::program("rustc").arg("-vV"))?;
    release_of(&said).ok_or_else(|| "`rustc -vV` names no release".into())
}

fn release_of(said: &str) -> Option<String> {
    said.lines().find_map(|line| line.strip_prefix("release: ")).map(|version| version.trim().to_owned())
}

/// Debian ships no ready library for the browser with its newer compilers, but it ships their source.
fn from_source(version: &str) -> Outcome {
    let folder = paths::target().join("rust-src");
    fs::create_dir_all(&folder).during("making target/rust-src")?;
    let package = source_package(&folder, version)?;
    shell::run(shell::program("dpkg-deb").arg("-x").arg(&package).arg(&folder))?;
    let library = source_library(&folder)?;
    let built = folder.join("built");
    let mut cargo = shell::cargo(&["build", "--release", "--target", TRIPLE, "-p", "sysroot", "--no-default-features"]);
    cargo.args(["--features", "panic-unwind,compiler-builtins-mem"]).current_dir(&library);
    // The same three switches with which the compiler's own build makes its standard library.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("RUSTFLAGS", "-Cembed-bitcode=yes -Zforce-unstable-if-unmarked");
    cargo.env("__CARGO_DEFAULT_LIB_METADATA", "stablestd");
    shell::run(cargo.env("CARGO_TARGET_DIR", &built))?;
    let made = paths::files_below(&built.join(TRIPLE).join("release/deps"), "rlib");
    if made.is_empty() {
        return Err("the standard library's build left no libraries".into());
    }
    copy_into_sysroot(&made)
}

/// The `rust-src` package of exactly this version, from whatever pools apt knows.
fn source_package(folder: &Path, version: &str) -> Outcome<PathBuf> {
    let present = || {
        let packages = paths::files_below(folder, "deb").into_iter();
        packages.filter(|path| path.to_string_lossy().contains(&format!("rust-src_{version}"))).max()
    };
    if let Some(package) = present() {
        return Ok(package);
    }
    shell::need("apt-get", "this way needs Debian")?;
    let wanted = format!("rust-src={version}*");
    let download = || shell::run(shell::program("apt-get").args(["download", &wanted]).current_dir(folder));
    if download().is_err() {
        shell::stop_if_interrupted()?;
        tools::privileged("apt-get").and_then(|mut apt| shell::run(apt.arg("update")))?;
        download()?;
    }
    present().ok_or_else(|| format!("apt-get brought no package {wanted}").into())
}

/// Debian unpacks it below `usr/src/rustc-<version>/library`.
fn source_library(folder: &Path) -> Outcome<PathBuf> {
    let sources = fs::read_dir(folder.join("usr/src")).during("looking for the compiler's source")?;
    let mut found = sources.flatten().map(|entry| entry.path().join("library"));
    found
        .find(|library| library.join("sysroot/Cargo.toml").is_file())
        .ok_or_else(|| "the package rust-src holds no library/sysroot".into())
}

fn copy_into_sysroot(made: &[PathBuf]) -> Outcome {
    let folder = libraries()?;
    if fs::create_dir_all(&folder).is_ok() {
        let copied: Result<Vec<u64>, _> =
            made.iter().map(|path| fs::copy(path, folder.join(path.file_name().unwrap_or_default()))).collect();
        if copied.is_ok() {
            return Ok(());
        }
    }
    // Debian's compiler lies in /usr, where only root may write.
    shell::run(tools::privileged("mkdir")?.arg("-p").arg(&folder))?;
    shell::run(tools::privileged("cp")?.args(made).arg(&folder))
}

/// The linker to name, when the compiler does not find its own. Tried, not guessed.
fn linker() -> Outcome<Option<String>> {
    let refusal = match links_with(None) {
        Ok(()) => return Ok(None),
        Err(refusal) => refusal,
    };
    if shell::find("wasm-ld").is_none() {
        tools::apt_install(&["lld"])?;
    }
    match links_with(Some("wasm-ld")) {
        Ok(()) => Ok(Some("wasm-ld".to_owned())),
        Err(_) => Err(format!("no WebAssembly can be linked here; on Debian install lld. {refusal}").into()),
    }
}

/// Tells cargo of the linker, where it must be told.
pub fn name_linker(command: &mut Command) -> Outcome {
    if let Some(linker) = linker()? {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    }
    Ok(())
}

fn links_with(linker: Option<&str>) -> Outcome {
    let folder = paths::wasm_target();
    fs::create_dir_all(&folder).during("making the target directory")?;
    let source = folder.join("proof.rs");
    paths::write_if_changed(&source, b"")?;
    let mut rustc = shell::program("rustc");
    rustc.args(["--target", TRIPLE, "--crate-type", "cdylib", "-o"]).arg(folder.join("proof.wasm")).arg(&source);
    if let Some(linker) = linker {
        rustc.arg(format!("-Clinker={linker}"));
    }
    shell::output(&mut rustc).map(drop)
}

#[cfg(test)]
mod tests {
    use super::release_of;

    #[test]
    fn the_release_is_read_from_the_compilers_own_words() {
        let said = "rustc 1.95.0 (59807616e 2026-04-14) (Debian)\nbinary: rustc\nrelease: 1.95.0\n";
        assert_eq!(release_of(said).as_deref(), Some("1.95.0"));
        assert_eq!(release_of("rustc"), None);
    }
}
