//! Other programs: how they are started, shown and stopped. Ctrl-C must end the children and then unwind this
//! program as usual, so that a database server that it started is always stopped by its guard.

use std::env;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::failure::{Failure, Outcome, While};
use crate::paths;

static INTERRUPTED: AtomicBool = AtomicBool::new(false);
static CHILDREN: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// The first signal ends the children, the second this program at once.
pub fn listen_for_interrupts() -> Outcome {
    ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
        let children = CHILDREN.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for pid in children {
            signal(pid, "TERM");
        }
    })
    .during("listening for Ctrl-C")
}

pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

pub fn stop_if_interrupted() -> Outcome {
    if interrupted() { Err("interrupted".into()) } else { Ok(()) }
}

/// Sends a signal through the shell's own `kill`, which is there where the program of that name is not.
pub fn signal(pid: u32, name: &str) {
    let _sent = Command::new("sh")
        .args(["-c", &format!("kill -{name} {pid}")])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

/// A program started in the workspace's root.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::root());
    command
}

/// Cargo, without what the outer cargo told this program about itself: some build scripts watch those
/// variables, and would be built anew each time one changes between `cargo xtask` and plain cargo.
pub fn cargo(arguments: &[&str]) -> Command {
    let mut command = program("cargo");
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "LD_LIBRARY_PATH" {
            command.env_remove(&name);
        }
    }
    command.args(arguments);
    command
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

/// Runs to the end with this program's own output; anything but success is a failure.
pub fn run(command: &mut Command) -> Outcome {
    println!("  $ {}", shown(command));
    let status = wait(command)?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", shown(command)).into()) }
}

/// As `run`, for those whose exit status means more than success.
pub fn wait(command: &mut Command) -> Outcome<ExitStatus> {
    let child = start(command)?;
    ended(child, command)
}

/// Starts a child that Ctrl-C will end.
pub fn start(command: &mut Command) -> Outcome<Child> {
    stop_if_interrupted()?;
    let child = command.spawn().during(format_args!("starting `{}`", shown(command)))?;
    CHILDREN.lock().unwrap_or_else(PoisonError::into_inner).push(child.id());
    Ok(child)
}

pub fn forget(pid: u32) {
    CHILDREN.lock().unwrap_or_else(PoisonError::into_inner).retain(|known| *known != pid);
}

/// Runs quietly and returns what it printed; a failure carries what it said on standard error.
pub fn output(command: &mut Command) -> Outcome<String> {
    stop_if_interrupted()?;
    let result = command.stdin(Stdio::null()).output().during(format_args!("starting `{}`", shown(command)))?;
    if result.status.success() {
        return Ok(String::from_utf8_lossy(&result.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&result.stderr);
    Err(format!("`{}` ended with {}: {}", shown(command), result.status, said.trim()).into())
}

/// Runs to the end, passing each line of its output to `heed` alone; what it says on standard error is shown.
pub fn read(command: &mut Command, heed: impl Fn(&str)) -> Outcome<ExitStatus> {
    println!("  $ {}", shown(command));
    let mut child = start(command.stdin(Stdio::null()).stdout(Stdio::piped()))?;
    pass_on(child.stdout.take(), &heed);
    ended(child, command)
}

/// Runs to the end, passing each line on to the terminal and to `heed`.
pub fn watch(command: &mut Command, heed: impl Fn(&str) + Send + Sync) -> Outcome<ExitStatus> {
    println!("  $ {}", shown(command));
    let mut child = start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()))?;
    let (out, err) = (child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| {
            pass_on(err, &|line| {
                eprintln!("{line}");
                heed(line);
            });
        });
        pass_on(out, &|line| {
            println!("{line}");
            heed(line);
        });
    });
    ended(child, command)
}

fn ended(mut child: Child, command: &Command) -> Outcome<ExitStatus> {
    let status = child.wait().during(format_args!("waiting for `{}`", shown(command)))?;
    forget(child.id());
    stop_if_interrupted()?;
    Ok(status)
}

fn pass_on(stream: Option<impl Read>, say: &dyn Fn(&str)) {
    let Some(stream) = stream else { return };
    let mut reader = BufReader::new(stream);
    let mut line = Vec::new();
    // By bytes and not `lines()`: one stray byte that is no UTF-8 must not silence the rest.
    while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        say(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
}

/// The program's path, when it is installed.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|candidate| candidate.is_file())
}

pub fn need(name: &str, hint: &str) -> Outcome<PathBuf> {
    find(name).ok_or_else(|| Failure::from(format!("`{name}` is not installed; {hint}")))
}
