//! A small HTTP/1.1 client that keeps its connections open. Our own, as a load must come from something that
//! is known to the last line, and as half a dozen requests need no library.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::stats::Round;
use crate::failure::{Failure, Outcome, While};
use crate::shell;

#[derive(Clone, Copy, Debug)]
pub struct Load {
    pub connections: usize,
    /// In all, over every connection.
    pub requests: usize,
    pub at_most: Duration,
}

#[derive(Debug)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

#[derive(Debug)]
pub struct Connection(BufReader<TcpStream>);

impl Connection {
    pub fn open(address: &str) -> Outcome<Self> {
        let socket: SocketAddr = address.parse().during(format_args!("reading the address {address}"))?;
        let stream = TcpStream::connect_timeout(&socket, Duration::from_secs(2)).during("connecting")?;
        stream.set_nodelay(true).during("connecting")?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).during("connecting")?;
        Ok(Self(BufReader::with_capacity(64 * 1024, stream)))
    }

    pub fn ask(&mut self, request: &[u8]) -> Outcome<Response> {
        self.0.get_mut().write_all(request).during("sending a request")?;
        let status_line = self.line()?;
        let status = status_line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(|| Failure::from(format!("no HTTP status in `{status_line}`")))?;
        let mut headers = Vec::new();
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else {
                break;
            };
            headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
        let mut response = Response { status, headers, body: Vec::new() };
        self.read_body(&mut response)?;
        Ok(response)
    }

    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        let read = self.0.read_line(&mut line).during("reading an answer")?;
        if read == 0 {
            return Err("the server closed the connection".into());
        }
        Ok(line.trim_end().to_owned())
    }

    fn read_body(&mut self, response: &mut Response) -> Outcome {
        if response.header("transfer-encoding").is_some_and(|coding| coding.eq_ignore_ascii_case("chunked")) {
            loop {
                let size = self.line()?;
                let digits = size.split(';').next().unwrap_or_default();
                let size = usize::from_str_radix(digits, 16).during("reading the size of a chunk")?;
                self.read_exactly(size, &mut response.body)?;
                self.line()?;
                if size == 0 {
                    return Ok(());
                }
            }
        }
        let length = response.header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        self.read_exactly(length, &mut response.body)
    }

    fn read_exactly(&mut self, length: usize, body: &mut Vec<u8>) -> Outcome {
        let wanted = u64::try_from(length).during("reading an answer")?;
        let read = self.0.by_ref().take(wanted).read_to_end(body).during("reading an answer")?;
        if read == length { Ok(()) } else { Err("the server closed the connection".into()) }
    }
}

impl Response {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A GET request as bytes.
pub fn get(address: &str, path: &str, headers: &[(&str, &str)]) -> Vec<u8> {
    let mut text = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n");
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str("\r\n");
    text.into_bytes()
}

/// Whether a path answers with 200 just now.
pub fn answers(address: &str, path: &str) -> bool {
    Connection::open(address)
        .and_then(|mut connection| connection.ask(&get(address, path, &[])))
        .is_ok_and(|response| response.status == 200)
}

/// Sends the same request again and again, and returns how long each answer took.
pub fn load(address: &str, request: &[u8], load: Load) -> Outcome<Round> {
    let taken = AtomicUsize::new(0);
    let mut connections = Vec::new();
    for _ in 0..load.connections {
        connections.push(Connection::open(address)?);
    }
    let begun = Instant::now();
    let results: Vec<Outcome<Vec<Duration>>> = thread::scope(|scope| {
        let taken = &taken;
        let workers: Vec<_> = connections
            .into_iter()
            .map(|connection| scope.spawn(move || ask_repeatedly(connection, request, load, taken, begun)))
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(|_| Err("a client failed".into()))).collect()
    });
    let elapsed = begun.elapsed();
    shell::stop_if_interrupted()?;
    let mut latencies = Vec::with_capacity(load.requests);
    for result in results {
        latencies.extend(result?);
    }
    Ok(Round { latencies, elapsed })
}

fn ask_repeatedly(
    mut connection: Connection,
    request: &[u8],
    load: Load,
    taken: &AtomicUsize,
    begun: Instant,
) -> Outcome<Vec<Duration>> {
    let mut latencies = Vec::new();
    while taken.fetch_add(1, Ordering::Relaxed) < load.requests && begun.elapsed() < load.at_most {
        let asked = Instant::now();
        let response = connection.ask(request)?;
        latencies.push(asked.elapsed());
        if response.status != 200 {
            return Err(format!("a request under load was answered with status {}", response.status).into());
        }
    }
    Ok(latencies)
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::thread;
    use std::time::Duration;

    use super::{Connection, Load, get, load};
    use crate::failure::{Outcome, While};

    /// Answers every request on every connection with the same bytes.
    fn serve(answer: &'static str) -> Outcome<String> {
        let listener = TcpListener::bind("127.0.0.1:0").during("binding")?;
        let address = listener.local_addr().during("binding")?.to_string();
        thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                thread::spawn(move || {
                    let mut buffer = [0; 1024];
                    while stream.read(&mut buffer).is_ok_and(|read| read > 0) {
                        if stream.write_all(answer.as_bytes()).is_err() {
                            return;
                        }
                    }
                });
            }
        });
        Ok(address)
    }

    #[test]
    fn both_ways_to_tell_a_bodys_length_are_read_on_one_connection() -> Outcome {
        for answer in [
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n",
        ] {
            let address = serve(answer)?;
            let mut connection = Connection::open(&address)?;
            for _ in 0..3 {
                let response = connection.ask(&get(&address, "/", &[]))?;
                assert_eq!((response.status, response.body.as_slice()), (200, b"hello".as_slice()));
            }
        }
        Ok(())
    }

    #[test]
    fn a_load_sends_exactly_what_was_asked_for() -> Outcome {
        let address = serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")?;
        let wanted = Load { connections: 4, requests: 50, at_most: Duration::from_secs(10) };
        assert_eq!(load(&address, &get(&address, "/", &[]), wanted)?.latencies.len(), 50);
        Ok(())
    }

    #[test]
    fn an_error_under_load_is_no_measurement() -> Outcome {
        let address = serve("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n")?;
        let wanted = Load { connections: 1, requests: 5, at_most: Duration::from_secs(10) };
        assert!(load(&address, &get(&address, "/", &[]), wanted).is_err());
        Ok(())
    }
}
