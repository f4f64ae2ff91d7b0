//! `cargo xtask test`: the checks, the Rust tests on both engines and the browser tests, in this order, with
//! one summary. A part that fails does not hide what the later parts have to say, and a part that ran
//! nothing has not passed.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::compiler::Compiler;
use crate::failure::{Failure, Outcome, While as _};
use crate::postgres::{Cluster, Durability};
use crate::tally::{self, Tally};
use crate::{check, paths, release, shell, site, tools, wasm_target};

/// Where tests find the throw-away server; each makes its own databases there.
const POSTGRES_VARIABLE: &str = "ERGON_TEST_POSTGRES";

/// Never wasm and server in one call: cargo would give both the union of their features.
const PACKAGES: [&str; 8] = ["-p", "app", "-p", "server", "-p", "xtask", "--features", "app/ssr"];

/// What each part of the run came to.
#[derive(Debug, Default)]
struct Report {
    parts: Vec<(&'static str, Result<String, String>, u64)>,
    tally: Tally,
}

impl Report {
    fn part(&mut self, name: &'static str, work: impl FnOnce(&mut Tally) -> Outcome<String>) -> Outcome {
        shell::stop_if_interrupted()?;
        println!("\n== {name}");
        let begun = Instant::now();
        let mut tally = Tally::default();
        let result = work(&mut tally).map_err(|failure| failure.to_string());
        if let Err(failure) = &result {
            eprintln!("{name}: {failure}");
        }
        self.tally.add(tally);
        self.parts.push((name, result, begun.elapsed().as_secs()));
        Ok(())
    }

    fn close(self) -> Outcome {
        println!("\n== Summary");
        let mut failed = false;
        for (name, result, seconds) in &self.parts {
            failed |= result.is_err();
            match result {
                Ok(said) => println!("ok      {name} ({seconds} s) {said}"),
                Err(said) => println!("FAILED  {name} ({seconds} s) {said}"),
            }
        }
        let Tally { passed, failed: tests_failed, skipped } = self.tally;
        if failed {
            println!("tests: {passed} passed, {tests_failed} failed, {skipped} skipped");
            return Err("not everything passed".into());
        }
        println!("Everything passed.");
        println!("tests: {passed} passed, {tests_failed} failed, {skipped} skipped");
        Ok(())
    }
}

pub fn test(long: bool, filter: Option<&str>) -> Outcome {
    println!("== Tools");
    tools::need_c_compiler()?;
    wasm_target::ensure()?;
    tools::node()?;
    tools::end2end_packages()?;
    let chromium = tools::chromium()?;
    tools::postgres()?;

    let mut report = Report::default();
    let mut compiler = Compiler::default();
    if filter.is_none() {
        tools::lint_tools()?;
        compiler = Compiler::linting()?;
        report.part("checks", |_| check::all_but_lints().map(|()| String::new()))?;
    }
    report.part("site", |_| site::build_by(&compiler, site::Mode::Development).map(|_| String::new()))?;
    rust_and_browser(&mut report, &compiler, long, filter, &chromium)?;
    if filter.is_none() {
        report.part("lints of both sides", |_| compiler.verdict().map(|()| String::new()))?;
    }
    if long {
        report.part("documentation tests", |tally| {
            let mut command = shell::cargo(&["test", "--doc", "-p", "app", "-p", "server", "--features", "app/ssr"]);
            counted(&mut command, tally).and_then(|status| verdict(status, *tally))
        })?;
        report.part("release build", |_| release::build().map(|()| String::new()))?;
    }
    if filter.is_some() && report.tally.ran() == 0 {
        report.part("selection", |_| Err("no test has this in its name".into()))?;
    }
    report.close()
}

fn rust_and_browser(
    report: &mut Report,
    compiler: &Compiler,
    long: bool,
    filter: Option<&str>,
    chromium: &PathBuf,
) -> Outcome {
    let mut cluster = None;
    report.part("PostgreSQL", |_| {
        cluster = Some(Cluster::start(Durability::ForTests)?);
        Ok(String::new())
    })?;
    let postgres = cluster.as_ref().map(|cluster| cluster.url("postgres"));
    let prepared = |mut command: Command| {
        if let Some(url) = &postgres {
            command.env(POSTGRES_VARIABLE, url);
        }
        if long {
            command.env("ERGON_TEST_LONG", "1").env("PROPTEST_CASES", "4096");
        }
        command
    };
    // Tests and the server that the browser talks to, in one call: with other targets cargo would choose other
    // features for what they share, and build much of it twice.
    let plain = Compiler::default();
    let mut compiler = compiler;
    report.part("build", |_| {
        let built = compiler.build(shell::cargo(&["build", "--all-targets"]).args(PACKAGES));
        if built.is_err() {
            // What a lint forbids may still be compiled, and the tests have something to say of it.
            compiler = &plain;
        }
        built.map(|()| String::new())
    })?;
    report.part("Rust tests", |tally| {
        let mut tests = rust_tests(filter);
        compiler.prepare(&mut tests);
        let status = counted(&mut prepared(tests), tally)?;
        if filter.is_none() && tally.ran() == 0 {
            return Err("no Rust test ran".into());
        }
        verdict(status, *tally)
    })?;
    let mut validators = None;
    report.part("validators", |_| {
        validators = Some(tools::validators()?);
        Ok(String::new())
    })?;
    report.part("browser tests", |tally| {
        let mut node = prepared(shell::program("node"));
        node.env("ERGON_BINARY", paths::server("debug")).env("CHROMIUM", chromium);
        if let Some(python) = &validators {
            node.env("ERGON_PYTHON", python);
        }
        node.env("ERGON_TEST_DEMO", demonstration(cluster.as_ref())?);
        browser_tests(node, filter, tally)
    })
}

/// Demonstration data that the stories copy, since filling takes longer than many of them: a folder with the key and the database
/// of SQLite, and a database of this name in the cluster.
fn demonstration(cluster: Option<&Cluster>) -> Outcome<PathBuf> {
    const NAME: &str = "demo";
    let folder = paths::target().join("tmp/demonstration");
    let _of_an_earlier_run = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).during("making a folder for the demonstration")?;
    let mut urls = vec![format!("sqlite://{}", folder.join("ergon.db").display())];
    if let Some(cluster) = cluster {
        cluster.create_database(NAME)?;
        urls.push(cluster.url(NAME));
    }
    for url in urls {
        let mut fill = shell::program(paths::server("debug"));
        fill.args(["demo", "--seed", "1", "--patients", "24", "--weeks", "6"]);
        fill.env("ERGON_DATABASE_URL", url).env("ERGON_KEY_FILE", folder.join("ergon.key"));
        shell::output(&mut fill)?;
    }
    Ok(folder)
}

fn rust_tests(filter: Option<&str>) -> Command {
    let nextest = shell::find("cargo-nextest").is_some();
    let mut command = if nextest {
        let mut command = shell::cargo(&["nextest", "run", "--no-fail-fast"]);
        command.args(["--profile", if std::env::var_os("CI").is_some() { "ci" } else { "default" }]);
        // A test waits for its database half of its time.
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        command.args(["--test-threads", &(2 * processors).to_string()]);
        command
    } else {
        shell::cargo(&["test", "--no-fail-fast"])
    };
    command.args(PACKAGES);
    if nextest && filter.is_some() {
        command.arg("--no-tests=pass");
    } else if !nextest {
        // `cargo test` would run documentation tests as well, which nextest does not know.
        command.args(["--lib", "--bins", "--tests"]);
    }
    command.args(filter);
    command
}

fn browser_tests(mut node: Command, filter: Option<&str>, tally: &mut Tally) -> Outcome<String> {
    let folder = paths::root().join("end2end");
    let mut files = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect::<Vec<_>>();
    files.sort_unstable();
    if files.is_empty() {
        return Err("there is no end2end/*.test.mjs, so the product was not tested in a browser".into());
    }
    if let Some(part) = filter {
        files.retain(|name| name.contains(part));
        if files.is_empty() {
            return Ok("none selected".to_owned());
        }
    }
    // In the order of their names, whatever is said here. Three at a time, since stories wait for drafts to be saved and for lines
    // that are cut, and two of them leave a processor idle meanwhile.
    node.current_dir(&folder).args(["--test", "--test-concurrency=3", "--test-reporter=spec"]).args(&files);
    let status = counted(&mut node, tally)?;
    if tally.ran() == 0 {
        return Err("no browser test ran".into());
    }
    verdict(status, *tally)
}

fn counted(command: &mut Command, tally: &mut Tally) -> Outcome<std::process::ExitStatus> {
    let counts = Mutex::new(Tally::default());
    let status = shell::watch(command, |line| {
        if let Some(more) = tally::closing_line(line) {
            counts.lock().unwrap_or_else(PoisonError::into_inner).add(more);
        }
    })?;
    tally.add(counts.into_inner().unwrap_or_else(PoisonError::into_inner));
    Ok(status)
}

fn verdict(status: std::process::ExitStatus, tally: Tally) -> Outcome<String> {
    let Tally { passed, failed, skipped } = tally;
    let said = format!("{passed} passed, {failed} failed, {skipped} skipped");
    if status.success() { Ok(said) } else { Err(Failure::from(format!("{said}; {status}"))) }
}
