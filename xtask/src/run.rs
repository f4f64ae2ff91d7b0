//! `cargo xtask run`: from a fresh clone to a served demonstration in one command. The demonstration database
//! is kept between runs, so that what one tried yesterday is still there; `--fresh` begins anew.

use std::fs;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use crate::bench::client;
use crate::failure::{Outcome, While};
use crate::{paths, shell, site, tools, wasm_target};

const DATABASE: &str = "data/demo.db";
const DATABASE_URL: &str = "sqlite://data/demo.db";
/// The demonstration signs with a key of its own, kept and discarded with its database.
const KEY: &str = "data/demo.key";
const SIGN_INS: &str = "practitioner trainee clinician reviewer head coordinator officer administrator auditor";
const PASSWORD: &str = "ergon-demo";

pub fn run(port: u16, fresh: bool) -> Outcome {
    let address = format!("127.0.0.1:{port}");
    TcpListener::bind(&address).during(format_args!("port {port} is not free; choose another with --port"))?;
    tools::need_c_compiler()?;
    wasm_target::ensure()?;
    site::build(site::Mode::Development)?;
    shell::run(&mut shell::cargo(&["build", "-p", "server"]))?;
    if fresh {
        discard_database()?;
    }
    prepare_database()?;

    let mut server = shell::start(ergon().arg("serve").env("ERGON_LISTEN", &address))?;
    let served = serve(&mut server, &address);
    shell::forget(server.id());
    served
}

fn ergon() -> Command {
    let mut command = shell::program(paths::server("debug"));
    command.env("ERGON_DATABASE_URL", DATABASE_URL).env("ERGON_KEY_FILE", KEY);
    command
}

fn discard_database() -> Outcome {
    let database = ["", "-wal", "-shm", "-journal"].map(|ending| format!("{DATABASE}{ending}"));
    for name in database.into_iter().chain([KEY.to_owned()]) {
        let path = paths::root().join(name);
        match fs::remove_file(&path) {
            Err(cause) if cause.kind() != ErrorKind::NotFound => {
                return Err(format!("removing {}: {cause}", paths::shown(&path)).into());
            }
            _ => {}
        }
    }
    Ok(())
}

fn prepare_database() -> Outcome {
    let path = paths::root().join(DATABASE);
    if path.exists() {
        return shell::run(ergon().arg("migrate"));
    }
    fs::create_dir_all(paths::root().join("data")).during("making data/")?;
    let filled = shell::run(ergon().args(["demo", "--seed", "1", "--patients", "120", "--weeks", "26"]));
    if filled.is_err() {
        // Half a demonstration would be taken for a whole one next time.
        discard_database()?;
    }
    filled
}

fn serve(server: &mut Child, address: &str) -> Outcome {
    let begun = Instant::now();
    while !client::answers(address, "/readyz") {
        if let Some(status) = server.try_wait().during("waiting for the server")? {
            return Err(format!("the server ended with {status}").into());
        }
        if begun.elapsed() > Duration::from_secs(60) {
            shell::signal(server.id(), "TERM");
            return Err("the server was not ready within 60 seconds".into());
        }
        thread::sleep(Duration::from_millis(50));
    }
    println!("\nErgon is served at http://{address}");
    println!("Sign in as one of: {SIGN_INS}");
    println!("Password: {PASSWORD}");
    println!("End with Ctrl-C.\n");
    let status = server.wait().during("waiting for the server")?;
    if status.success() || shell::interrupted() {
        Ok(())
    } else {
        Err(format!("the server ended with {status}").into())
    }
}
