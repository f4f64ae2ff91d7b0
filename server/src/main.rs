//! `ergon`: see `ergon --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    server::cli::main()
}
