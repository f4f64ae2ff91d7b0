//! Buttons, and links that look like them. A button sends a form; a link goes somewhere and changes nothing.

use leptos::prelude::*;

/// A button or link being put together, for more than the short functions below say.
#[derive(Debug, Clone)]
pub struct Button {
    label: String,
    about: Option<String>,
    look: &'static str,
    named: Option<(String, String)>,
}

impl Button {
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), about: None, look: "btn", named: None }
    }

    /// What it is about, for those who hear it out of its row: 'Open' becomes 'Open: kitchen group, 20 Nov'.
    #[must_use]
    pub fn about(mut self, what: impl Into<String>) -> Self {
        self.about = Some(what.into());
        self
    }

    #[must_use]
    pub const fn quiet(mut self) -> Self {
        self.look = "btn quiet";
        self
    }

    /// For what cannot be taken back.
    #[must_use]
    pub const fn danger(mut self) -> Self {
        self.look = "btn danger";
        self
    }

    /// What the form says when this button sent it.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.named = Some((name.into(), value.into()));
        self
    }

    /// As a button that sends the form around it.
    #[must_use]
    pub fn submit(self) -> AnyView {
        let (name, value) = self.named.clone().unzip();
        let look = self.look;
        view! { <button type="submit" class=look name=name value=value>{self.words()}</button> }.into_any()
    }

    /// As a link.
    #[must_use]
    pub fn link(self, href: impl Into<String>) -> AnyView {
        let look = self.look;
        view! { <a class=look href=href.into()>{self.words()}</a> }.into_any()
    }

    fn words(self) -> AnyView {
        let about = self.about.map(|what| view! { <span class="away">{format!(": {what}")}</span> });
        view! { {self.label} {about} }.into_any()
    }
}

#[must_use]
pub fn button(label: impl Into<String>) -> AnyView {
    Button::new(label).submit()
}

#[must_use]
pub fn button_quiet(label: impl Into<String>) -> AnyView {
    Button::new(label).quiet().submit()
}

#[must_use]
pub fn button_danger(label: impl Into<String>) -> AnyView {
    Button::new(label).danger().submit()
}

#[must_use]
pub fn button_named(label: impl Into<String>, name: impl Into<String>, value: impl Into<String>) -> AnyView {
    Button::new(label).named(name, value).submit()
}

#[must_use]
pub fn button_named_quiet(label: impl Into<String>, name: impl Into<String>, value: impl Into<String>) -> AnyView {
    Button::new(label).quiet().named(name, value).submit()
}

#[must_use]
pub fn link_button(href: impl Into<String>, label: impl Into<String>) -> AnyView {
    Button::new(label).link(href)
}

#[must_use]
pub fn link_button_quiet(href: impl Into<String>, label: impl Into<String>) -> AnyView {
    Button::new(label).quiet().link(href)
}
