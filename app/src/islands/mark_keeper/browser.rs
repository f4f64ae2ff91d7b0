//! The page's side: taps become marks that are kept, and what waits or was not taken is shown.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement, SubmitEvent};

use super::kept::{Kept, clock, identifier, restore, store};
use super::row::{document, item_of, label_of, open_reasons, show};

#[derive(Clone)]
pub struct Words {
    pub waiting: String,
    pub lapsed: String,
    pub refused: String,
    pub refused_text: String,
    pub now: String,
    pub tried: String,
    pub dismiss: String,
    pub returned: String,
}

pub struct Keeper {
    place: HtmlElement,
    pub send_to: String,
    user: String,
    words: Words,
    pub kept: RefCell<Vec<Kept>>,
    pub sending: Cell<bool>,
    pub sent: Cell<bool>,
    pub lapsed: Cell<bool>,
}

pub fn keep(place: &HtmlElement, send_to: String, user: String, words: Words) {
    let keeper = Rc::new(Keeper {
        place: place.clone(),
        send_to,
        user,
        words,
        kept: RefCell::default(),
        sending: Cell::new(false),
        sent: Cell::new(false),
        lapsed: Cell::new(false),
    });
    keeper.kept.replace(restore(&keeper.user));
    let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
    let marking = keeper.clone();
    listen(&document, "submit", move |event| marking.clone().submitted(&event));
    let asking = keeper.clone();
    listen(&document, "click", move |event| asking.asked(&event));
    let back = keeper.clone();
    listen(&window, "online", move |_| back.clone().send());
    for kept in keeper.kept.borrow().iter().filter(|kept| kept.answer.is_none()) {
        show(kept, &keeper.words.returned);
    }
    keeper.draw();
    keeper.send();
}

fn listen(target: &EventTarget, name: &str, act: impl Fn(Event) + 'static) {
    let closure = Closure::<dyn Fn(Event)>::new(act);
    // The listeners live as long as the page.
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    closure.forget();
}

impl Keeper {
    fn submitted(self: Rc<Self>, event: &Event) {
        let Some(form) = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) else { return };
        if form.get_attribute("action").is_some_and(|action| action.ends_with("/sign-out")) {
            self.kept.borrow_mut().clear();
            self.store();
            return;
        }
        if form.closest(".people").ok().flatten().is_none() {
            return;
        }
        let Some(button) = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter) else { return };
        let Ok(data) = FormData::new_with_form(&form) else { return };
        let field = |name: &str| data.get(name).as_string().unwrap_or_default();
        let mark = button.get_attribute("value").unwrap_or_default();
        // What was taken back, and a reason that is missing, are the server's to answer.
        if mark.starts_with("back_to") || (mark == "not_brought" && field("reason").is_empty()) {
            return;
        }
        event.prevent_default();
        let kept = Kept {
            id: identifier(),
            row: field("row"),
            mark,
            reason: field("reason"),
            made_at: js_sys::Date::new_0().to_iso_string().into(),
            answer: None,
        };
        show(&kept, &self.words.returned);
        self.kept.borrow_mut().push(kept);
        self.store();
        self.draw();
        self.send();
    }

    /// On a long list the reasons stand in the page once; they are put where they are asked for.
    fn asked(&self, event: &Event) {
        let Some(link) = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|target| target.closest(".people a[href*='&ask=']").ok().flatten())
        else {
            return;
        };
        if open_reasons(&link).is_some() {
            event.prevent_default();
        }
    }

    pub fn store(&self) {
        store(&self.user, &self.kept.borrow());
    }

    /// How many wait, and what was not taken.
    pub fn draw(self: &Rc<Self>) {
        self.place.set_inner_html("");
        let kept = self.kept.borrow();
        let waiting = kept.iter().filter(|kept| kept.answer.is_none()).count();
        if waiting > 0 {
            let words = if self.lapsed.get() { &self.words.lapsed } else { &self.words.waiting };
            self.line("p", &format!("◷ {waiting} {words}"), &self.place);
        }
        let refused: Vec<&Kept> = kept.iter().filter(|kept| kept.answer.is_some()).collect();
        if refused.is_empty() {
            return;
        }
        self.line("h2", &self.words.refused, &self.place);
        for kept in refused {
            let name = item_of(kept.of())
                .and_then(|item| item.query_selector("b").ok().flatten())
                .and_then(|name| name.text_content())
                .unwrap_or_else(|| "–".to_owned());
            let answer = match kept.answer.as_deref() {
                Some("") | None => self.words.refused_text.clone(),
                Some(answer) => format!("{} {answer}", self.words.now),
            };
            let tried = format!("{} {} {}", self.words.tried, self.said(&kept.mark), clock(&kept.made_at));
            if let Some(line) = self.line("p", &format!("✕ {name}: {answer}. {tried}. "), &self.place) {
                self.dismissal(&line, kept.id.clone());
            }
        }
    }

    /// The label of a mark, as some button of the page has it; else its code.
    fn said(&self, mark: &str) -> String {
        let found = document()
            .and_then(|document| document.query_selector(&format!("button[name=mark][value={mark}]")).ok().flatten());
        match (mark, found) {
            ("returned", _) => self.words.returned.clone(),
            (_, Some(button)) => label_of(&button),
            _ => mark.replace('_', " "),
        }
    }

    fn line(&self, tag: &str, text: &str, into: &Element) -> Option<Element> {
        let line = document()?.create_element(tag).ok()?;
        line.set_text_content(Some(text));
        into.append_child(&line).ok()?;
        Some(line)
    }

    fn dismissal(self: &Rc<Self>, line: &Element, id: String) {
        let Some(button) = self.line("button", &self.words.dismiss, line) else { return };
        button.set_class_name("btn quiet");
        let _ = button.set_attribute("type", "button");
        let keeper = self.clone();
        listen(&button, "click", move |_| {
            keeper.kept.borrow_mut().retain(|kept| kept.id != id);
            keeper.store();
            keeper.draw();
        });
    }
}
