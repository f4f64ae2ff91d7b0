//! Saves a form's draft while it is being written, and warns before unsaved words are left. The draft lives on the server as
//! the author types; on a lost connection the words stay in the page and the guard says so until it has saved them.

use leptos::prelude::*;

/// Sits inside a form. `save_to` takes the form as it is and answers 204 with the new row version in `x-version`. Where a part of the
/// form is marked with `data-draft`, the guard within it watches and sends that part, and what belongs to no part.
#[island]
pub fn DraftGuard(
    /// Where the draft is sent.
    save_to: String,
    /// Said after saving; the clock time follows.
    saved: String,
    /// Said while there are words not saved yet.
    unsaved: String,
    /// Said when the server cannot be reached.
    offline: String,
    /// Said when the sign-in has lapsed.
    lapsed: String,
    /// Said when somebody else has saved in the meantime.
    stale: String,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    {
        let words = browser::Words { saved, unsaved, offline, lapsed, stale };
        Effect::new(move |_| {
            if let Some(place) = place.get() {
                browser::watch(&place, save_to.clone(), words.clone(), said);
            }
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (save_to, saved, unsaved, offline, lapsed, stale);
    // As a property and not as a child: a child would bring a hydration mark, which is not valid HTML.
    view! { <p class="draft-state" role="status" node_ref=place prop:textContent=move || said.get()></p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::cell::Cell;
    use std::rc::Rc;
    use std::time::Duration;

    use leptos::prelude::*;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{
        BeforeUnloadEvent, Element, Event, FormData, Headers, HtmlElement, HtmlFormElement, HtmlInputElement,
        RequestInit, Response, UrlSearchParams,
    };

    /// Words are saved this long after the last key.
    const PAUSE: Duration = Duration::from_millis(1500);
    /// A failed save is tried again after this long.
    const AGAIN: Duration = Duration::from_secs(8);

    #[derive(Clone)]
    pub struct Words {
        pub saved: String,
        pub unsaved: String,
        pub offline: String,
        pub lapsed: String,
        pub stale: String,
    }

    struct Guard {
        form: HtmlFormElement,
        /// What it watches: the form, or the part of it in which it stands.
        part: Element,
        save_to: String,
        words: Words,
        said: RwSignal<String>,
        /// Counts what was typed; what has been saved is the count at that moment.
        typed: Cell<u32>,
        saved: Cell<u32>,
        sending: Cell<bool>,
        leaving: Cell<bool>,
    }

    pub fn watch(place: &HtmlElement, save_to: String, words: Words, said: RwSignal<String>) {
        let Some(form) = place.closest("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
        else {
            return;
        };
        let part = place.closest("[data-draft]").ok().flatten().unwrap_or_else(|| form.clone().into());
        let guard = Rc::new(Guard {
            form: form.clone(),
            part: part.clone(),
            save_to,
            words,
            said,
            typed: Cell::new(0),
            saved: Cell::new(0),
            sending: Cell::new(false),
            leaving: Cell::new(false),
        });
        let on = |target: &web_sys::EventTarget, name: &str, act: Box<dyn Fn(Event)>| {
            let closure = Closure::<dyn Fn(Event)>::new(act);
            // The listeners live as long as the page.
            let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
            closure.forget();
        };
        let typing = guard.clone();
        on(&part, "input", Box::new(move |_| typing.clone().changed()));
        let sending = guard.clone();
        on(&form, "submit", Box::new(move |_| sending.leaving.set(true)));
        if let Some(window) = web_sys::window() {
            on(
                &window,
                "beforeunload",
                Box::new(move |event| {
                    if guard.is_unsaved() && !guard.leaving.get() {
                        event.prevent_default();
                        if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                            event.set_return_value("unsaved");
                        }
                    }
                }),
            );
        }
    }

    impl Guard {
        fn is_unsaved(&self) -> bool {
            self.typed.get() != self.saved.get()
        }

        fn changed(self: Rc<Self>) {
            let count = self.typed.get() + 1;
            self.typed.set(count);
            self.said.set(self.words.unsaved.clone());
            set_timeout(
                move || {
                    if self.typed.get() == count {
                        self.save();
                    }
                },
                PAUSE,
            );
        }

        fn save(self: Rc<Self>) {
            if self.leaving.get() || self.sending.replace(true) {
                return;
            }
            wasm_bindgen_futures::spawn_local(async move {
                let count = self.typed.get();
                let answer = self.send().await;
                self.sending.set(false);
                match answer.as_ref().map(Response::status) {
                    Ok(204) => {
                        if let Some(version) =
                            answer.ok().and_then(|answer| answer.headers().get("x-version").ok().flatten())
                        {
                            self.set_version(&version);
                        }
                        self.saved.set(count);
                        if self.is_unsaved() {
                            self.again();
                        } else {
                            self.said.set(format!("{} {}", self.words.saved, clock()));
                        }
                    }
                    Ok(401) => self.said.set(self.words.lapsed.clone()),
                    Ok(409) => self.said.set(self.words.stale.clone()),
                    // What the form holds is not yet a draft that can be kept, such as a number half typed.
                    Ok(422) => self.said.set(self.words.unsaved.clone()),
                    _ => {
                        self.said.set(self.words.offline.clone());
                        self.again();
                    }
                }
            });
        }

        fn again(self: Rc<Self>) {
            set_timeout(move || self.save(), AGAIN);
        }

        async fn send(&self) -> Result<Response, JsValue> {
            let data = FormData::new_with_form(&self.form)?;
            let of_parts = self.form.query_selector_all("[data-draft] [name]")?;
            for field in (0..of_parts.length()).filter_map(|at| of_parts.get(at)) {
                if let Some(field) = field.dyn_ref::<Element>().filter(|field| !self.part.contains(Some(field))) {
                    data.delete(&field.get_attribute("name").unwrap_or_default());
                }
            }
            let body: UrlSearchParams = js_sys::Reflect::get(&js_sys::global(), &"URLSearchParams".into())?
                .dyn_into::<js_sys::Function>()
                .and_then(|constructor| js_sys::Reflect::construct(&constructor, &js_sys::Array::of1(&data)))?
                .unchecked_into();
            let headers = Headers::new()?;
            headers.set("x-autosave", "1")?;
            let init = RequestInit::new();
            init.set_method("POST");
            init.set_headers(&headers);
            init.set_body(&body);
            let window = web_sys::window().ok_or(JsValue::NULL)?;
            JsFuture::from(window.fetch_with_str_and_init(&self.save_to, &init)).await.map(JsCast::unchecked_into)
        }

        fn set_version(&self, version: &str) {
            if let Some(input) = self
                .part
                .query_selector("input[name=version], input[name^=version_]")
                .ok()
                .flatten()
                .and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
            {
                input.set_value(version);
            }
        }
    }

    fn clock() -> String {
        let now = js_sys::Date::new_0();
        format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
    }
}
