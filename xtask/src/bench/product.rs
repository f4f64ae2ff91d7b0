//! The product as a signed-in practitioner asks for it: with a session, the policy and an access row each time.

use super::client::{self, Connection};
use crate::failure::{Failure, Outcome};

/// The first page of the caseload.
pub const CASELOAD: &str = "/patients?sort=name&page=1";

#[derive(Debug)]
pub struct Visit {
    cookie: String,
}

impl Visit {
    pub fn request(&self, address: &str, path: &str) -> Vec<u8> {
        client::get(address, path, &[("Cookie", &self.cookie), ("Accept-Language", "en")])
    }
}

/// Whoever has the demonstration password.
pub fn sign_in_as(address: &str, user: &str) -> Outcome<Visit> {
    let form = format!("username={user}&password=ergon-demo");
    let request = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    let mut connection = Connection::open(address)?;
    let response = connection.ask(request.as_bytes())?;
    let cookie = cookies(response.all("set-cookie"));
    if response.status != 303 || cookie.is_empty() {
        return Err(format!("signing in was answered with status {}", response.status).into());
    }
    Ok(Visit { cookie })
}

/// The page of the caseload's first patient.
pub fn first_patient_of(address: &str, visit: &Visit) -> Outcome<String> {
    let caseload = Connection::open(address)?.ask(&visit.request(address, CASELOAD))?;
    if caseload.status != 200 {
        return Err(format!("the caseload was answered with status {}", caseload.status).into());
    }
    let html = String::from_utf8_lossy(&caseload.body);
    first_patient(&html).ok_or_else(|| Failure::from("the caseload links to no patient"))
}

/// The page of a patient's signed notes.
pub fn notes_of(patient: &str) -> String {
    format!("{patient}/notes")
}

/// What a browser would send back.
fn cookies<'a>(set: impl Iterator<Item = &'a str>) -> String {
    let pairs: Vec<&str> = set.filter_map(|cookie| cookie.split(';').next()).collect();
    pairs.join("; ")
}

/// The first link to a patient, and not to a page such as `/patients/new`.
fn first_patient(html: &str) -> Option<String> {
    html.split("href=\"/patients/").skip(1).find_map(|after| {
        let id = after.split(['"', '/', '?', '#']).next()?;
        let like_an_id = id.len() >= 8 && id.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        like_an_id.then(|| format!("/patients/{id}"))
    })
}

#[cfg(test)]
mod tests {
    use super::{cookies, first_patient};

    #[test]
    fn the_first_patient_is_found_behind_other_links() {
        let html =
            "<a href=\"/patients/new\">+</a><a href=\"/patients/019a0c1e-aa00-7000-8000-0123456789ab/plan\">A</a>";
        assert_eq!(first_patient(html).as_deref(), Some("/patients/019a0c1e-aa00-7000-8000-0123456789ab"));
        assert_eq!(first_patient("<a href=\"/today\">"), None);
    }

    #[test]
    fn cookies_lose_their_attributes() {
        assert_eq!(cookies(["a=1; HttpOnly; Path=/", "b=2"].into_iter()), "a=1; b=2");
    }
}
