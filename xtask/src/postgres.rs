//! A PostgreSQL of our own for one run: an empty cluster in a temporary folder, on a free loopback port, gone
//! afterwards. Nobody's installed database is touched, and a test may create what it likes.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Outcome, While};
use crate::{shell, tools};

/// Whether a commit waits for the disk. Tests need no durability; a measurement without it would flatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    ForTests,
    AsInService,
}

/// PostgreSQL refuses to run as root, so root runs it as the user that Debian's package made.
const SERVICE_USER: &str = "postgres";

#[derive(Debug)]
pub struct Cluster {
    server: Child,
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
}

impl Cluster {
    pub fn start(durability: Durability) -> Outcome<Self> {
        let programs = tools::postgres()?;
        let port = free_port()?;
        let folder = new_folder(port)?;
        match launch(&programs, &folder, port, durability) {
            Ok(server) => {
                // From here on the guard stops the server and removes the folder, whatever happens.
                let mut cluster = Self { server, folder, programs, port };
                cluster.wait_until_ready()?;
                println!("PostgreSQL answers on port {port}.");
                Ok(cluster)
            }
            Err(failure) => {
                let _removed = fs::remove_dir_all(&folder);
                Err(failure)
            }
        }
    }

    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    pub fn create_database(&self, name: &str) -> Outcome {
        let mut command = self.client("createdb");
        shell::output(command.arg(name)).map(drop)
    }

    /// Leaves a database that was filled at once as one that grew over the years: swept, and nothing waiting to be written.
    pub fn settle(&self, database: &str) -> Outcome {
        let mut command = self.client("psql");
        command.args(["-q", "-d", database, "-c", "vacuum (analyze)", "-c", "checkpoint"]);
        shell::output(&mut command).map(drop)
    }

    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.args(["-h", "127.0.0.1", "-U", "postgres", "-p", &self.port.to_string()]);
        command
    }

    fn wait_until_ready(&mut self) -> Outcome {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            shell::stop_if_interrupted()?;
            if shell::output(self.client("pg_isready").arg("-q")).is_ok() {
                return Ok(());
            }
            if let Ok(Some(status)) = self.server.try_wait() {
                return Err(format!("PostgreSQL ended with {status}:\n{}", self.log()).into());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Err(format!("PostgreSQL did not answer within 30 seconds:\n{}", self.log()).into())
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // INT is PostgreSQL's fast shutdown: it ends the sessions, then itself.
        shell::signal(self.server.id(), "INT");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(15) && matches!(self.server.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(50));
        }
        let _killed = self.server.kill();
        let _reaped = self.server.wait();
        if let Err(cause) = fs::remove_dir_all(&self.folder) {
            eprintln!("xtask: could not remove {}: {cause}", self.folder.display());
        }
    }
}

pub fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).during("looking for a free port")?;
    Ok(listener.local_addr().during("looking for a free port")?.port())
}

/// A folder that only its owner may enter, in `/var/tmp`: `/tmp` is often memory, and a measurement on it
/// would be no measurement.
fn new_folder(port: u16) -> Outcome<PathBuf> {
    let folder = PathBuf::from(format!("/var/tmp/ergon-postgres-{}-{port}", std::process::id()));
    fs::DirBuilder::new().mode(0o700).create(&folder).during(format_args!("making {}", folder.display()))?;
    if tools::is_root()? {
        let owner = tools::user_number(&[SERVICE_USER])?;
        chown(&folder, Some(owner), None).during(format_args!("giving {} to {SERVICE_USER}", folder.display()))?;
    }
    Ok(folder)
}

fn launch(programs: &Path, folder: &Path, port: u16, durability: Durability) -> Outcome<Child> {
    let data = folder.join("data");
    let mut initdb = as_service_user(&programs.join("initdb"))?;
    initdb.current_dir(folder).arg("-D").arg(&data);
    initdb.args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
    shell::output(&mut initdb)?;

    let log = File::create(folder.join("log")).during("making PostgreSQL's log")?;
    let errors = log.try_clone().during("making PostgreSQL's log")?;
    let mut server = as_service_user(&programs.join("postgres"))?;
    server.current_dir(folder).arg("-D").arg(&data).arg("-p").arg(port.to_string());
    let durable = if durability == Durability::AsInService { "on" } else { "off" };
    for setting in [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=",
        "max_connections=200",
        &format!("fsync={durable}"),
        &format!("synchronous_commit={durable}"),
        &format!("full_page_writes={durable}"),
    ] {
        server.arg("-c").arg(setting);
    }
    if durability == Durability::ForTests {
        // Hundreds of databases that live for a second: nothing in them is worth sweeping, and sweepers would never rest.
        server.args(["-c", "autovacuum=off", "-c", "max_wal_size=4GB", "-c", "checkpoint_timeout=1h"]);
    }
    server.stdin(Stdio::null()).stdout(log).stderr(errors);
    server.spawn().during("starting PostgreSQL")
}

/// The server also dies with this program, should it be killed before its guard can act.
fn as_service_user(program: &Path) -> Outcome<Command> {
    let setpriv = shell::need("setpriv", "on Debian: sudo apt-get install util-linux")?;
    let mut command = Command::new(setpriv);
    command.args(["--pdeathsig", "INT"]);
    if tools::is_root()? {
        command.args(["--reuid", SERVICE_USER, "--regid", SERVICE_USER, "--clear-groups"]);
    }
    command.arg("--").arg(program);
    Ok(command)
}
