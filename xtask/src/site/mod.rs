//! The site: what a browser fetches besides pages. The islands as WebAssembly, the style sheet and a few
//! static files, under names that carry a hash of their content, so that a browser may keep them for ever,
//! and compressed beforehand, so that an old server in a prison need not do it for each request. The server
//! embeds the folder `target/site` and finds the names in its `manifest.json`.

mod files;
mod style;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::compiler::Compiler;
use crate::failure::{Outcome, While};
use crate::{paths, release, shell, wasm_target};
use files::{File, Site};

/// The name before the hash.
const NAME: &str = "ergon";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Built fast; compressed lightly.
    Development,
    /// Built small: the profile `wasm-release`, wasm-opt when it is there, the slowest compression.
    Release,
}

/// What the browser will have to fetch, in bytes after compression.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    pub wasm_brotli: usize,
    pub js_brotli: usize,
    pub css_brotli: usize,
}

pub fn build(mode: Mode) -> Outcome<Sizes> {
    build_by(&Compiler::default(), mode)
}

pub fn build_by(compiler: &Compiler, mode: Mode) -> Outcome<Sizes> {
    let library = compile(compiler, mode)?;
    let css = style::sheet()?;
    let statics = style::statics()?;

    let optimizer = (mode == Mode::Release).then(wasm_opt).flatten();
    let stamp = files::stamp(&library, &css, &statics, &format!("{mode:?} {optimizer:?}"))?;
    if let Some(sizes) = files::unchanged(&stamp) {
        println!("The site is up to date.");
        return Ok(sizes);
    }

    let parts = bind(&library, mode)?;
    if let Some(program) = &optimizer {
        optimize(program, &parts.join(format!("{NAME}_bg.wasm")))?;
    } else if mode == Mode::Release {
        println!("wasm-opt is not there (npm package binaryen in end2end/); the WebAssembly stays larger.");
    }
    let js = paths::read(&parts.join(format!("{NAME}.js")))?;
    let wasm_file = parts.join(format!("{NAME}_bg.wasm"));
    let wasm = fs::read(&wasm_file).during(format_args!("reading {}", paths::shown(&wasm_file)))?;
    let snippets = snippets(&parts)?;
    let site = Site::assemble(NAME, &js, wasm, css, snippets, statics);
    let sizes = site.write(mode)?;
    files::keep_stamp(&stamp)?;
    Ok(sizes)
}

/// The islands alone, as a library for the browser.
///
/// `cdylib` is asked for here and not in the manifest, where it would turn link-time optimisation off.
fn compile(compiler: &Compiler, mode: Mode) -> Outcome<PathBuf> {
    let mut arguments = vec!["rustc", "-p", "app", "--lib", "--crate-type", "cdylib", "--features", "hydrate"];
    arguments.extend(["--target", wasm_target::TRIPLE]);
    let (mut command, folder) = match mode {
        Mode::Development => (shell::cargo(&arguments), "debug"),
        Mode::Release => {
            arguments.extend(["--profile", "wasm-release"]);
            // As the server's release build: both sides must agree on how views are typed.
            (release::cargo(&arguments), "wasm-release")
        }
    };
    command.arg("--target-dir").arg(paths::wasm_target());
    wasm_target::name_linker(&mut command)?;
    compiler.build(&mut command)?;
    Ok(paths::wasm_target().join(wasm_target::TRIPLE).join(folder).join("app.wasm"))
}

/// Writes the JavaScript glue beside the WebAssembly, into a folder that is emptied first.
fn bind(library: &Path, mode: Mode) -> Outcome<PathBuf> {
    let parts = paths::wasm_target().join("bound");
    if parts.exists() {
        fs::remove_dir_all(&parts).during("emptying the folder of wasm-bindgen")?;
    }
    let release = mode == Mode::Release;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(library).out_name(NAME).typescript(false);
    bindgen.remove_name_section(release).remove_producers_section(release);
    // The script finds its WebAssembly by itself, also for a page that names none.
    bindgen.omit_default_module_path(false);
    bindgen
        .web(true)
        .and_then(|web| web.generate(&parts))
        .map_err(|cause| format!("{cause:#}"))
        .during("wasm-bindgen")?;
    Ok(parts)
}

/// wasm-opt from the npm package `binaryen`.
fn wasm_opt() -> Option<PathBuf> {
    let local = paths::root().join("end2end/node_modules/.bin/wasm-opt");
    if local.exists() && shell::find("node").is_some() { Some(local) } else { shell::find("wasm-opt") }
}

fn optimize(program: &Path, wasm: &Path) -> Outcome {
    let smaller = wasm.with_extension("opt");
    let mut command: Command = shell::program(program);
    command.arg("-Oz");
    // What rustc's WebAssembly may use by default; wasm-opt refuses what it was not told of.
    for feature in
        ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"]
    {
        command.arg(format!("--enable-{feature}"));
    }
    command.arg("-o").arg(&smaller).arg(wasm);
    shell::run(&mut command)?;
    fs::rename(&smaller, wasm).during("keeping what wasm-opt made")
}

/// Pieces of JavaScript that a dependency brought along. Their paths carry a hash already.
fn snippets(parts: &Path) -> Outcome<Vec<File>> {
    let mut found = Vec::new();
    for path in paths::files_below(&parts.join("snippets"), "js") {
        let name = path.strip_prefix(parts).unwrap_or(&path).display().to_string();
        found.push(File { name, bytes: fs::read(&path).during(format_args!("reading {}", paths::shown(&path)))? });
    }
    Ok(found)
}
