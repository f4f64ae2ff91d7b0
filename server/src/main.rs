//! `ergon`: see `ergon --help`.

use std::process::ExitCode;

/// Pages are drawn out of thousands of small pieces: measured, the system's allocator took a sixth of a page's time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    server::cli::main()
}
