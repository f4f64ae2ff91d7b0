//! Small pieces: states, cards, notices, lists of facts, tabs.

use leptos::prelude::*;

use crate::i18n::Lang;

/// How a state is meant. Colour never says it alone: each has its own shape, and stands beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done and well.
    Ok,
    /// Needs somebody's eye.
    Warn,
    /// Wrong, stopped or refused.
    Bad,
    /// Under way or planned.
    Calm,
    Plain,
}

impl Tone {
    const fn shape(self) -> &'static str {
        match self {
            Self::Ok => "✓",
            Self::Warn => "▲",
            Self::Bad => "✕",
            Self::Calm => "◷",
            Self::Plain => "•",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Calm => "calm",
            Self::Plain => "plain",
        }
    }
}

/// A state in a row or beside a heading.
#[must_use]
pub fn tag(tone: Tone, text: impl Into<String>) -> AnyView {
    let text = text.into();
    view! { <span class=format!("tag {}", tone.class())><span aria-hidden="true">{tone.shape()}</span>{format!(" {text}")}</span> }.into_any()
}

/// A boxed part of a page under its own heading.
#[must_use]
pub fn card(title: impl Into<String>, body: AnyView) -> AnyView {
    view! { <section class="card"><h2>{title.into()}</h2>{body}</section> }.into_any()
}

/// A part of a page under its own heading, without a box.
#[must_use]
pub fn section(title: impl Into<String>, body: AnyView) -> AnyView {
    view! { <section class="part"><h2>{title.into()}</h2>{body}</section> }.into_any()
}

/// A message that stands in the page.
#[must_use]
pub fn notice(tone: Tone, text: impl Into<String>) -> AnyView {
    notice_with(tone, view! { <p>{text.into()}</p> }.into_any())
}

/// As [`notice`], with more in it than a sentence.
#[must_use]
pub fn notice_with(tone: Tone, body: AnyView) -> AnyView {
    view! {
        <div class=format!("notice {}", tone.class())>
            <span class="shape" aria-hidden="true">{tone.shape()}</span>
            <div>{body}</div>
        </div>
    }
    .into_any()
}

/// What stands where a list has nothing: why, and what to do next as (address, words).
#[must_use]
pub fn empty(text: impl Into<String>, next: Option<(String, String)>) -> AnyView {
    let link = next.map(|(href, label)| view! { " " <a href=href>{label}</a> });
    view! { <p class="empty">{text.into()}{link}</p> }.into_any()
}

/// Names and values, such as the head of a record.
#[must_use]
pub fn facts(facts: Vec<(String, AnyView)>) -> AnyView {
    let rows =
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }).collect_view();
    view! { <dl class="facts">{rows}</dl> }.into_any()
}

/// The list of this page as files. `uri` is the page's own address: its filters go along.
#[must_use]
pub fn export_links(lang: Lang, uri: &str) -> AnyView {
    let (path, query) = uri.split_once('?').map_or((uri, String::new()), |(path, query)| (path, format!("?{query}")));
    let links = [("csv", "CSV"), ("xlsx", "XLSX")].into_iter().map(|(ending, name)| {
        let href = format!("{path}.{ending}{query}");
        view! { " " <a href=href>{name}</a> }
    });
    view! { <p class="sub no-print">{lang.t("export-as")}{links.collect_view()}</p> }.into_any()
}

/// Pages of one thing as (address, words), of which the one at `current` is open.
#[must_use]
pub fn tabs(label: impl Into<String>, links: Vec<(String, String)>, current: &str) -> AnyView {
    let links = links
        .into_iter()
        .map(|(href, text)| {
            let here = (href == current).then_some("page");
            view! { <a href=href aria-current=here>{text}</a> }
        })
        .collect_view();
    view! { <nav class="tabs no-print" aria-label=label.into()>{links}</nav> }.into_any()
}

/// A row of days as (day, how it is meant, what happened): attendance at a glance. Each square says itself to a screen reader,
/// and to the pointer that rests on it.
#[must_use]
pub fn strip(label: impl Into<String>, days: Vec<(String, Tone, String)>) -> AnyView {
    let days = days
        .into_iter()
        .map(|(day, tone, word)| {
            let told = format!("{day}: {word}");
            let title = told.clone();
            view! {
                <li class=tone.class() title=title>
                    <span aria-hidden="true">{tone.shape()}</span>
                    <span class="away">{told}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="strip" aria-label=label.into()>{days}</ol> }.into_any()
}
