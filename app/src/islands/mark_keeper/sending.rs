//! Sending what waits, once and in order, and what becomes of the answers.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, RequestInit, Response, UrlSearchParams};

use super::browser::Keeper;
use super::kept::Kept;
use super::row::item_of;

/// What could not be sent is tried again after this long, also when the browser never says that it is online.
const AGAIN: Duration = Duration::from_secs(5);

impl Keeper {
    /// Sends what waits, one after the other: the answer to one says the version that the next of the same row is about.
    pub fn send(self: Rc<Self>) {
        if self.sending.replace(true) {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            while let Some(next) = self.next() {
                let Ok(answer) = self.post(&next).await else {
                    self.again();
                    break;
                };
                if !self.answered(&next, answer).await {
                    break;
                }
            }
            self.sending.set(false);
            self.draw();
            if self.sent.get() && self.next().is_none() {
                self.sent.set(false);
                if let Some(window) = web_sys::window() {
                    let _ = window.location().reload();
                }
            }
        });
    }

    fn next(&self) -> Option<Kept> {
        self.kept.borrow().iter().find(|kept| kept.answer.is_none()).cloned()
    }

    /// `false` when nothing more can be sent now.
    async fn answered(self: &Rc<Self>, mark: &Kept, answer: Response) -> bool {
        match answer.status() {
            204 => {
                let version = answer.headers().get("x-version").ok().flatten().unwrap_or_default();
                self.taken(mark, &version);
                self.sent.set(true);
            }
            // The same mark is sent again once somebody has signed in.
            401 => {
                self.lapsed.set(true);
                return false;
            }
            409 => {
                let text = match answer.text() {
                    Ok(text) => JsFuture::from(text).await.ok().and_then(|text| text.as_string()),
                    Err(_) => None,
                };
                self.refuse(mark, text.unwrap_or_default());
            }
            400..=499 => self.refuse(mark, String::new()),
            _ => {
                self.again();
                return false;
            }
        }
        self.store();
        self.draw();
        true
    }

    fn taken(&self, mark: &Kept, version: &str) {
        if let Some(inputs) = item_of(mark.of()).and_then(|item| item.query_selector_all("input[name=row]").ok()) {
            for input in (0..inputs.length()).filter_map(|at| inputs.item(at)?.dyn_into::<Element>().ok()) {
                let _ = input.set_attribute("value", &format!("{}.{version}", mark.of()));
            }
        }
        let mut kept = self.kept.borrow_mut();
        kept.retain(|held| held.id != mark.id);
        for held in kept.iter_mut().filter(|held| held.of() == mark.of() && held.answer.is_none()) {
            held.row = format!("{}.{version}", mark.of());
        }
    }

    fn refuse(&self, mark: &Kept, answer: String) {
        if let Some(held) = self.kept.borrow_mut().iter_mut().find(|held| held.id == mark.id) {
            held.answer = Some(answer);
        }
    }

    fn again(self: &Rc<Self>) {
        let keeper = self.clone();
        set_timeout(move || keeper.send(), AGAIN);
    }

    async fn post(&self, mark: &Kept) -> Result<Response, JsValue> {
        let body = UrlSearchParams::new()?;
        for (name, value) in [
            ("id", &mark.id),
            ("row", &mark.row),
            ("mark", &mark.mark),
            ("reason", &mark.reason),
            ("made_at", &mark.made_at),
        ] {
            body.append(name, value);
        }
        let init = RequestInit::new();
        init.set_method("POST");
        init.set_body(&body);
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        JsFuture::from(window.fetch_with_str_and_init(&self.send_to, &init)).await.map(JsCast::unchecked_into)
    }
}
