//! The second factor as its users, an administrator and somebody at the server meet it; and step-up, wherever the table asks for it.

mod settings;
mod signing_in;
mod step_up;

use app::access::factor::totp::Secret;
use app::kit::clock::Clock;
use app::kit::db::Engine;
use app::web::RouteInfo;
use chrono::TimeDelta;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, PASSWORD, TestApp, TestDatabase};

pub const PAGE: &str = "/account/second-factor";

/// The demonstration with a clock that stands still.
pub async fn standing(engine: Engine) -> TestApp {
    TestApp::start(TestDatabase::demo(engine).await, Clock::fixed(Clock::System.now())).await
}

pub fn later(app: &TestApp, by: TimeDelta) {
    app.clock.set(app.clock.now() + by);
}

/// The path with something in the place of its parts.
pub fn concrete(route: &RouteInfo) -> String {
    let part = |part: &str| {
        if part.starts_with('{') { "018f0000-0000-7000-8000-000000000000".to_owned() } else { part.to_owned() }
    };
    route.path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// What the page shows to be typed by hand, as the app understands it.
pub fn secret_on(page: &Answer) -> Secret {
    let shown = page.body.split("Secret</dt><dd><code>").nth(1).unwrap_or_else(|| panic!("no secret: {}", page.body));
    let mut bytes = Vec::new();
    let (mut held, mut bits) = (0_u32, 0);
    for sign in shown.split('<').next().unwrap().bytes().filter(|sign| *sign != b' ') {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == sign).unwrap();
        (held, bits) = (held << 5 | u32::try_from(value).unwrap(), bits + 5);
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 255).unwrap());
        }
    }
    Secret::new(bytes.try_into().unwrap())
}

/// The recovery codes of a page that shows them.
pub fn codes_on(page: &Answer) -> Vec<String> {
    let list = page.body.split("class=\"codes\"").nth(1).unwrap_or_else(|| panic!("no codes: {}", page.body));
    let list = list.split("</ol>").next().unwrap();
    list.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// Sets a second factor up, as a user does; the clock then goes on, so that the next code is another.
pub async fn enrol(app: &TestApp, user: &Browser) -> (Secret, Vec<String>) {
    let started = user.post(&format!("{PAGE}/start"), &[]).await;
    assert_eq!((started.status, started.location()), (StatusCode::SEE_OTHER, PAGE), "{}", started.body);
    let secret = secret_on(&user.get(PAGE).await);
    let code = secret.code_at(app.clock.now());
    let confirmed = user.post(&format!("{PAGE}/confirm"), &[("code", &code)]).await;
    assert_eq!(confirmed.status, StatusCode::OK, "{}", confirmed.body);
    later(app, TimeDelta::seconds(30));
    (secret, codes_on(&confirmed))
}

/// Says the password; whoever has a second factor is now asked for the code.
pub async fn says_password(app: &TestApp, name: &str) -> Browser {
    let browser = app.visitor();
    let answer = browser.post("/sign-in", &[("username", name), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    assert!(answer.body.contains("autocomplete=\"one-time-code\"") && answer.body.contains("inputmode=\"numeric\""));
    browser
}

/// Signs in with both.
pub async fn signed_in(app: &TestApp, name: &str, secret: &Secret) -> Browser {
    let browser = says_password(app, name).await;
    let answer = browser.post("/sign-in/code", &[("code", &secret.code_at(app.clock.now()))]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    later(app, TimeDelta::seconds(30));
    browser
}
