//! A server under measurement: started, waited for, looked at and stopped.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::client;
use crate::failure::{Failure, Outcome, While};
use crate::{paths, postgres, shell};

/// One start tells little: the first finds a cold file cache.
const STARTS: usize = 5;

/// The installation's key, made with the database and needed to serve it.
pub fn key_file(folder: &Path) -> PathBuf {
    folder.join("ergon.key")
}

#[derive(Debug)]
pub struct Server {
    child: Child,
    pub address: String,
    /// What the program says.
    pub log: PathBuf,
    /// From starting the program to its first good answer; the median of several starts.
    pub cold_start: Duration,
}

impl Server {
    pub fn product(program: &Path, url: &str, folder: &Path, log: &str) -> Outcome<Self> {
        Self::start("ergon", "/readyz", folder, &|address| {
            let mut command = shell::program(program);
            command.arg("serve").env("NO_COLOR", "1").env("ERGON_DATABASE_URL", url).env("ERGON_LISTEN", address);
            command.env("ERGON_KEY_FILE", key_file(folder)).env("ERGON_LOG", log);
            command
        })
    }

    pub fn baseline(program: &Path, url: &str, folder: &Path) -> Outcome<Self> {
        Self::start("baseline", "/caseload", folder, &|address| {
            let mut command = shell::program(program);
            command.args(["--listen", address]).env("ERGON_DATABASE_URL", url);
            command
        })
    }

    fn start(name: &str, ready: &str, folder: &Path, command: &dyn Fn(&str) -> Command) -> Outcome<Self> {
        let mut times = Vec::new();
        loop {
            let address = format!("127.0.0.1:{}", postgres::free_port()?);
            let log = folder.join(format!("{name}.log"));
            let mut server = Self::launch(command(&address), address, &log)?;
            times.push(server.wait_until(ready, &log)?);
            if times.len() == STARTS {
                times.sort_unstable();
                server.cold_start = times.get(STARTS / 2).copied().unwrap_or_default();
                return Ok(server);
            }
        }
    }

    fn launch(mut command: Command, address: String, log: &PathBuf) -> Outcome<Self> {
        let out = File::create(log).during("making a log")?;
        let errors = out.try_clone().during("making a log")?;
        let child = shell::start(command.stdin(Stdio::null()).stdout(out).stderr(errors))?;
        Ok(Self { child, address, log: log.clone(), cold_start: Duration::ZERO })
    }

    fn wait_until(&mut self, ready: &str, log: &Path) -> Outcome<Duration> {
        let begun = Instant::now();
        loop {
            if client::answers(&self.address, ready) {
                return Ok(begun.elapsed());
            }
            shell::stop_if_interrupted()?;
            let said = || fs::read_to_string(log).unwrap_or_default();
            if let Some(status) = self.child.try_wait().during("waiting for a server")? {
                return Err(format!("a server ended with {status}:\n{}", said()).into());
            }
            if begun.elapsed() > Duration::from_secs(30) {
                return Err(format!("a server did not answer {ready} with 200 within 30 seconds:\n{}", said()).into());
            }
            thread::sleep(Duration::from_millis(2));
        }
    }

    pub fn resident_kilobytes(&self) -> Outcome<u64> {
        let status = paths::read(Path::new(&format!("/proc/{}/status", self.child.id())))?;
        resident(&status).ok_or_else(|| Failure::from("the system does not tell the server's memory"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        shell::signal(self.child.id(), "TERM");
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(5) && matches!(self.child.try_wait(), Ok(None)) {
            thread::sleep(Duration::from_millis(10));
        }
        let _killed = self.child.kill();
        let _reaped = self.child.wait();
        shell::forget(self.child.id());
    }
}

fn resident(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::resident;

    #[test]
    fn resident_memory_is_read_from_the_systems_own_table() {
        assert_eq!(resident("Name:\tergon\nVmPeak:\t 9 kB\nVmRSS:\t   41234 kB\n"), Some(41234));
        assert_eq!(resident("Name:\tergon\n"), None);
    }
}
