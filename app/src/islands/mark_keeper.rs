//! Keeps an officer's marks until the server has them. A tap on a wing without network is not lost: it stays in the browser with the
//! time at which it was made and a name of its own, and is sent when there is network again, once and in order. What the server does
//! not take is shown until somebody has read it. Names of people are never kept, only the codes of the page's own forms.

use leptos::prelude::*;

/// Sits in the page of an unlock list. `send_to` takes one mark and answers 204 with the row's new version in `x-version`, or 409
/// with what the row says now.
#[island]
pub fn MarkKeeper(
    /// Where marks are sent.
    send_to: String,
    /// Whose marks these are: those of somebody else are thrown away unread.
    user: String,
    /// Said while marks wait; their number stands in front.
    waiting: String,
    /// Said when the sign-in has lapsed.
    lapsed: String,
    /// The heading of what was not taken.
    refused: String,
    /// Said of a mark that was not taken and of which nothing more is known.
    refused_text: String,
    /// Before what the row says now.
    now: String,
    /// Before what was tried.
    tried: String,
    /// The button that takes such a line away.
    dismiss: String,
    /// The label of the way back, which the page does not offer before somebody has arrived.
    returned: String,
) -> impl IntoView {
    let place = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    {
        let words = browser::Words { waiting, lapsed, refused, refused_text, now, tried, dismiss, returned };
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                browser::keep(&place, send_to.clone(), user.clone(), words.clone());
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (send_to, user, waiting, lapsed, refused, refused_text, now, tried, dismiss, returned);
    view! { <div class="mark-keeper" role="status" node_ref=place></div> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    use leptos::prelude::set_timeout;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        Document, Element, Event, EventTarget, FormData, HtmlElement, HtmlFormElement, RequestInit, Response, Storage,
        SubmitEvent, UrlSearchParams,
    };

    /// What could not be sent is tried again after this long, also when the browser never says that it is online.
    const AGAIN: Duration = Duration::from_secs(5);
    const KEY: &str = "ergon-marks";
    /// The marks of the way, in its order: what lies behind a mark is no longer offered.
    const WAY: [&str; 4] = ["unlocked", "arrived", "arrived_late", "returned"];

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

    /// One mark. `answer` is what the server said of it, when it did not take it.
    #[derive(Clone)]
    struct Kept {
        id: String,
        row: String,
        mark: String,
        reason: String,
        made_at: String,
        answer: Option<String>,
    }

    impl Kept {
        /// Slot and person, without the version.
        fn of(&self) -> &str {
            self.row.rsplit_once('.').map_or(self.row.as_str(), |(row, _)| row)
        }

        fn line(&self) -> String {
            let answer = self.answer.as_deref().unwrap_or("-").replace(['\t', '\n'], " ");
            [&self.id, &self.row, &self.mark, &self.reason, &self.made_at, &answer].map(String::as_str).join("\t")
        }

        fn read(line: &str) -> Option<Self> {
            let mut parts = line.split('\t').map(str::to_owned);
            let mut next = || parts.next();
            let (id, row, mark, reason, made_at) = (next()?, next()?, next()?, next()?, next()?);
            let answer = next().filter(|answer| answer != "-");
            Some(Self { id, row, mark, reason, made_at, answer })
        }
    }

    struct Keeper {
        place: HtmlElement,
        send_to: String,
        user: String,
        words: Words,
        kept: RefCell<Vec<Kept>>,
        sending: Cell<bool>,
        sent: Cell<bool>,
        lapsed: Cell<bool>,
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
        keeper.restore();
        let (Some(window), Some(document)) = (web_sys::window(), document()) else { return };
        let marking = keeper.clone();
        listen(&document, "submit", move |event| marking.clone().submitted(&event));
        let asking = keeper.clone();
        listen(&document, "click", move |event| asking.asked(&event));
        let back = keeper.clone();
        listen(&window, "online", move |_| back.clone().send());
        for kept in keeper.kept.borrow().iter().filter(|kept| kept.answer.is_none()) {
            keeper.show(kept);
        }
        keeper.draw();
        keeper.send();
    }

    fn document() -> Option<Document> {
        web_sys::window()?.document()
    }

    fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok().flatten()
    }

    fn listen(target: &EventTarget, name: &str, act: impl Fn(Event) + 'static) {
        let closure = Closure::<dyn Fn(Event)>::new(act);
        // The listeners live as long as the page.
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        closure.forget();
    }

    /// The item of the list that a mark is about, found by the row key in its forms.
    fn item_of(row: &str) -> Option<Element> {
        let inputs = document()?.query_selector_all(".people input[name=row]").ok()?;
        (0..inputs.length())
            .filter_map(|at| inputs.item(at)?.dyn_into::<Element>().ok())
            .find(|input| input.get_attribute("value").is_some_and(|value| value.starts_with(row)))
            .and_then(|input| input.closest("li").ok().flatten())
    }

    /// What a button says, without what is for screen readers.
    fn label_of(button: &Element) -> String {
        button.first_child().and_then(|node| node.text_content()).unwrap_or_default().trim().to_owned()
    }

    impl Keeper {
        /// Marks of another user are nobody's: the phone has changed hands.
        fn restore(&self) {
            let Some(storage) = storage() else { return };
            let text = storage.get_item(KEY).ok().flatten().unwrap_or_default();
            let mut lines = text.lines();
            if lines.next() == Some(self.user.as_str()) {
                self.kept.replace(lines.filter_map(Kept::read).collect());
            } else {
                let _ = storage.remove_item(KEY);
            }
        }

        fn store(&self) {
            let Some(storage) = storage() else { return };
            let kept = self.kept.borrow();
            if kept.is_empty() {
                let _ = storage.remove_item(KEY);
                return;
            }
            let mut text = self.user.clone();
            for mark in kept.iter() {
                text.push('\n');
                text.push_str(&mark.line());
            }
            let _ = storage.set_item(KEY, &text);
        }

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
            self.show(&kept);
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
            if self.open_reasons(&link).is_some() {
                event.prevent_default();
            }
        }

        fn open_reasons(&self, link: &Element) -> Option<()> {
            let document = document()?;
            let template = document.query_selector("template.reasons-of-any").ok().flatten()?;
            let item = link.closest("li").ok().flatten()?;
            let row = item.query_selector("input[name=row]").ok().flatten()?;
            let details = document.create_element("details").ok()?;
            details.set_class_name("not-brought");
            details.set_attribute("open", "").ok()?;
            let form = document.create_element("form").ok()?;
            form.set_attribute("method", "post").ok()?;
            form.set_inner_html(&template.inner_html());
            form.append_child(&row.clone_node_with_deep(true).ok()?).ok()?;
            details.append_child(&form).ok()?;
            link.replace_with_with_node_1(&details).ok()
        }

        /// The row as it will be once the server has the mark: what was said, and what may be said next.
        fn show(&self, kept: &Kept) {
            let Some(item) = item_of(kept.of()) else { return };
            let Ok(buttons) = item.query_selector_all("button[name=mark]") else { return };
            let done = WAY.iter().position(|mark| *mark == kept.mark);
            let mut said = String::new();
            for at in 0..buttons.length() {
                let Some(button) = buttons.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
                    continue;
                };
                let value = button.get_attribute("value").unwrap_or_default();
                if value == kept.mark {
                    said = label_of(&button);
                    if kept.mark.starts_with("arrived") {
                        self.offer_return(&button);
                    }
                }
                let place = WAY.iter().position(|mark| *mark == value);
                let behind = done.is_none_or(|done| place.is_none_or(|place| place <= done));
                let late = kept.mark == "arrived" && value == "arrived_late";
                if behind || late {
                    button.set_hidden(true);
                }
            }
            if kept.mark != "unlocked"
                && let Ok(Some(asking)) = item.query_selector(".not-brought, a[href*='&ask=']")
                && let Ok(asking) = asking.dyn_into::<HtmlElement>()
            {
                asking.set_hidden(true);
            }
            if let Ok(Some(state)) = item.query_selector(".state") {
                state.set_text_content(Some(&format!("◷ {said} {}", clock(&kept.made_at))));
            }
        }

        fn offer_return(&self, button: &HtmlElement) {
            let Ok(copy) = button.clone_node_with_deep(true) else { return };
            let Ok(copy) = copy.dyn_into::<Element>() else { return };
            let _ = copy.set_attribute("value", "returned");
            if let Some(label) = copy.first_child() {
                label.set_text_content(Some(&self.words.returned));
            }
            let _ = button.after_with_node_1(&copy);
        }

        /// How many wait, and what was not taken.
        fn draw(self: &Rc<Self>) {
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
            let found = document().and_then(|document| {
                document.query_selector(&format!("button[name=mark][value={mark}]")).ok().flatten()
            });
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

        /// Sends what waits, one after the other: the answer to one says the version that the next of the same row is about.
        fn send(self: Rc<Self>) {
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

    /// A name for a mark that no other phone gives: 128 random bits.
    fn identifier() -> String {
        let part = || format!("{:08x}", (js_sys::Math::random() * 4_294_967_296.0) as u32);
        (0..4).map(|_| part()).collect()
    }

    /// The clock time of an instant, where the phone is.
    fn clock(iso: &str) -> String {
        let at = js_sys::Date::new(&JsValue::from_str(iso));
        format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
    }
}
