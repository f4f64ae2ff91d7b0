//! `cargo xtask`: everything one does to Ergon from a terminal, in Rust, so that it works alike on every
//! machine and needs neither a shell nor a build tool that has to be compiled first.

#![expect(clippy::print_stdout, reason = "a command line tool speaks through its standard output")]

mod bench;
mod check;
mod compiler;
mod failure;
mod paths;
mod postgres;
mod release;
mod run;
mod shell;
mod site;
mod suite;
mod tally;
mod tools;
mod wasm_target;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Outcome;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", about = "Build, run, test and measure Ergon.", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Build what is missing, fill a demonstration database and serve it on this machine.
    Run {
        /// The loopback port to serve on.
        #[arg(long, default_value_t = 3000)]
        port: u16,
        /// Throw the demonstration database away and fill a new one.
        #[arg(long)]
        fresh: bool,
    },
    /// Run all checks and tests, on SQLite and PostgreSQL and in a browser.
    Test {
        /// Also the documentation tests, the release build with its size limits, and long property tests.
        #[arg(long)]
        long: bool,
        /// Only tests with this in their name, and browser tests with it in their file name; no checks.
        filter: Option<String>,
    },
    /// Build the release binary `target/release/ergon` with the site inside, and judge its size.
    Build,
    /// Formatting, lints for both targets, dependencies, languages, and the rules of the house.
    Check {
        /// Install `cargo deny` when it is missing.
        #[arg(long)]
        install: bool,
    },
    /// Measure the release server beside a bare baseline, on SQLite and PostgreSQL.
    Bench {
        /// Measure the product instead on 10,000, 100,000 and 1,000,000 participations, and name the statements that grow.
        #[arg(long, conflicts_with = "soak")]
        growth: bool,
        /// With --growth: the smallest record, each further one ten times as long.
        #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(100..))]
        least: u64,
        /// With --growth: stop here; the whole takes half an hour and 15 GB of /var/tmp, 100000 a few minutes.
        #[arg(long, default_value_t = 1_000_000)]
        at_most: u64,
        /// Let thirty users work for so many minutes instead, and look at memory and errors.
        #[arg(long, value_name = "MINUTES")]
        soak: Option<u32>,
        /// Measure this program, and not the release build; not for the comparison with the baseline.
        #[arg(long, value_name = "FILE")]
        program: Option<std::path::PathBuf>,
        #[arg(long, default_value_t = 2000)]
        patients: u32,
        #[arg(long, default_value_t = 104)]
        weeks: u32,
    },
}

fn main() -> ExitCode {
    match shell::listen_for_interrupts().and_then(|()| perform(Arguments::parse().task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Outcome {
    match task {
        Task::Run { port, fresh } => run::run(port, fresh),
        Task::Test { long, filter } => suite::test(long, filter.as_deref()),
        Task::Build => release::build(),
        Task::Check { install } => check::check(install),
        Task::Bench { growth, least, at_most, soak, program, patients, weeks } => {
            let size = bench::Size { patients, weeks };
            let what = match soak {
                Some(minutes) => bench::What::Soak { minutes, size },
                None if growth => bench::What::Growth { least, at_most },
                None => bench::What::Comparison(size),
            };
            bench::bench(what, program)
        }
    }
}
