//! `cargo xtask build`: the one file that is copied into a prison's server room. It is also where the promises
//! about size are kept, since only this build has the sizes that a reader's browser will see.

use std::fs;

use crate::failure::{Outcome, While};
use crate::{paths, shell, site, tools, wasm_target};

const WASM_LIMIT: usize = 100_000;
const CSS_LIMIT: usize = 15_000;

pub fn build() -> Outcome {
    let site = assemble(&[])?;
    let binary = paths::server("release");
    let size = fs::metadata(&binary).during(format_args!("looking at {}", paths::shown(&binary)))?.len();
    println!("\n{} ({:.1} MB)", paths::shown(&binary), size as f64 / 1e6);
    println!("WebAssembly, brotli: {:>7} bytes (limit {WASM_LIMIT})", site.wasm_brotli);
    println!("Style sheet, brotli: {:>7} bytes (limit {CSS_LIMIT})", site.css_brotli);
    println!("JavaScript,  brotli: {:>7} bytes", site.js_brotli);
    judge("the WebAssembly", site.wasm_brotli, WASM_LIMIT)?;
    judge("the style sheet", site.css_brotli, CSS_LIMIT)
}

/// Builds site and server without judging them, and with them what else of the server's package is asked for: in one go, since
/// a second build of other targets has other features and begins anew.
pub fn assemble(others: &[&str]) -> Outcome<site::Sizes> {
    tools::need_c_compiler()?;
    wasm_target::ensure()?;
    // wasm-opt is among the end-to-end suite's packages. It only makes things smaller: without Node it is left out.
    if shell::find("npm").is_some() && tools::end2end_packages().is_err() {
        println!("The npm packages of end2end/ could not be installed.");
    }
    let sizes = site::build(site::Mode::Release)?;
    shell::run(&mut server(others))?;
    Ok(sizes)
}

/// The command that builds the server.
pub fn server(others: &[&str]) -> std::process::Command {
    let mut command = cargo(&["build", "--release", "-p", "server", "--bins"]);
    command.args(others);
    command
}

/// Cargo for release builds: an empty RUSTFLAGS outweighs `.cargo/config.toml`, and so leaves type erasure out.
pub fn cargo(arguments: &[&str]) -> std::process::Command {
    let mut command = shell::cargo(arguments);
    command.env("RUSTFLAGS", "");
    command
}

fn judge(what: &str, size: usize, limit: usize) -> Outcome {
    if size < limit {
        return Ok(());
    }
    Err(format!("{what} takes {size} bytes compressed; it must stay under {limit}").into())
}
