//! Forms and what is wrong with them. A form is an ordinary one: it works without scripting, and the server alone decides.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use super::field::field_id;
use crate::i18n::Lang;
use crate::kit::form::Fields;

/// The label and id of each field that shows an error on this page, for the summary to name and lead to.
#[derive(Debug, Clone, Default)]
struct Labels(Arc<Mutex<Vec<Label>>>);

#[derive(Debug, Clone)]
struct Label {
    name: String,
    id: String,
    label: String,
}

impl Labels {
    /// Those of the page being drawn; `None` when no page is, as in a test of one field.
    fn of_page() -> Option<Self> {
        let _owner = Owner::current()?;
        Some(use_context::<Self>().unwrap_or_else(|| {
            let labels = Self::default();
            provide_context(labels.clone());
            labels
        }))
    }

    fn find(&self, name: &str) -> Option<Label> {
        self.0.lock().ok()?.iter().find(|held| held.name == name).cloned()
    }

    /// Where on the page a field stands among those with an error: what is wrong with the whole form stands before all of them.
    fn position(&self, name: &str) -> Option<usize> {
        if name.is_empty() {
            return Some(0);
        }
        self.0.lock().ok()?.iter().position(|held| held.name == name).map(|at| at + 1)
    }
}

/// A field tells that it shows an error.
pub(super) fn remember_label(name: &str, id: &str, label: &str) {
    let Some(labels) = Labels::of_page() else { return };
    if let Ok(mut held) = labels.0.lock() {
        held.push(Label { name: name.to_owned(), id: id.to_owned(), label: label.to_owned() });
    }
}

/// What is wrong, at the head of the page, each with a link to its field. Nothing when nothing is wrong.
#[must_use]
pub fn error_summary(fields: &Fields, lang: Lang) -> AnyView {
    if !fields.is_refused() {
        return ().into_any();
    }
    let mut errors: Vec<(String, String)> =
        fields.errors().iter().map(|(name, message)| (name.clone(), message.say(lang))).collect();
    let labels = Labels::of_page();
    // Drawn last: the fields below, which know their labels, have been built by then. In the order of the page, which is not that
    // of the rules.
    let items = move || {
        let at = |name: &str| labels.as_ref().and_then(|labels| labels.position(name)).unwrap_or(usize::MAX);
        errors.sort_by_key(|(name, _)| at(name));
        let item = |(name, message): &(String, String)| summary_item(labels.as_ref(), name, message.clone());
        errors.iter().map(item).collect_view()
    };
    view! {
        <div class="error-summary" role="alert" tabindex="-1">
            <h2>{lang.t("kit-error-summary")}</h2>
            <ul>{items}</ul>
        </div>
    }
    .into_any()
}

/// An error without a name is the whole form's, and there is nowhere to lead to.
fn summary_item(labels: Option<&Labels>, name: &str, message: String) -> AnyView {
    if name.is_empty() {
        return view! { <li>{message}</li> }.into_any();
    }
    let (id, text) = match labels.and_then(|labels| labels.find(name)) {
        Some(held) => (held.id, format!("{}: {message}", held.label)),
        None => (field_id(name), message),
    };
    view! { <li><a href=format!("#{id}")>{text}</a></li> }.into_any()
}

/// A form that changes something. The browser's own checks are off: its messages would be in the browser's language.
#[must_use]
pub fn post_form(action: impl Into<String>, body: AnyView) -> AnyView {
    view! { <form class="form" method="post" action=action.into() novalidate>{body}</form> }.into_any()
}

/// A form that is only a button or a short row: confirm, decline, mark.
#[must_use]
pub fn post_form_inline(action: impl Into<String>, body: AnyView) -> AnyView {
    view! { <form class="inline" method="post" action=action.into() novalidate>{body}</form> }.into_any()
}

/// A form with a file in it.
#[must_use]
pub fn post_form_multipart(action: impl Into<String>, body: AnyView) -> AnyView {
    view! { <form class="form" method="post" action=action.into() enctype="multipart/form-data" novalidate>{body}</form> }.into_any()
}

/// A form that only asks: the filter bar above a list, whose answers stand in the address.
#[must_use]
pub fn get_form(action: impl Into<String>, body: AnyView) -> AnyView {
    view! { <form class="filters no-print" method="get" action=action.into() novalidate>{body}</form> }.into_any()
}

/// A form that only asks and fills a page of its own: what it answers stands in the address too.
#[must_use]
pub fn ask_form(action: impl Into<String>, body: AnyView) -> AnyView {
    view! { <form class="form" method="get" action=action.into() novalidate>{body}</form> }.into_any()
}

#[must_use]
pub fn hidden(name: impl Into<String>, value: impl Into<String>) -> AnyView {
    view! { <input type="hidden" name=name.into() value=value.into()/> }.into_any()
}
