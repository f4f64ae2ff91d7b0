//! A signed note as it stands in the record: its words, or that they are restricted or overtaken, and everything that was
//! signed about it since.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::filed::Filed;
use super::model::{NoteKind, SignedNote};
use super::rules::NoteState;
use super::view::{heading, signature, signature_line, words};
use crate::i18n::Lang;
use crate::kit::local_time::local_date;
use crate::kit::ui::{Tone, tag};
use crate::routes;

/// The block; `readable` is whether the reader may see the text. `linked` adds the way to the note's own page.
#[must_use]
pub fn block(lang: Lang, zone: Tz, filed: &Filed, readable: bool, linked: bool) -> AnyView {
    if !readable {
        return restricted(lang, zone, &filed.note);
    }
    let note = &filed.note;
    let state = filed.state();
    let class = if state == NoteState::InError { "signed wrongly" } else { "signed" };
    let title = heading(lang, zone, note);
    let said = words(lang, zone, note);
    let said = if state.is_folded() {
        view! { <details><summary>{lang.t("notes-show-text")}</summary>{said}</details> }.into_any()
    } else {
        said
    };
    let patient = note.patient.id;
    let open = linked.then(|| {
        view! {
            <p class="no-print">
                <a href=routes::note(patient, note.id)>{lang.t("notes-open")}<span class="away">{format!(": {title}")}</span></a>
            </p>
        }
    });
    view! {
        <article class=class>
            <h2>{title.clone()}" "{tags(lang, note, state)}</h2>
            {links(lang, filed)}
            {said}
            {signature_line(lang, zone, note)}
            {filed.later.iter().filter(|link| link.about.is_some()).map(|link| later(lang, zone, link)).collect_view()}
            {open}
        </article>
    }
    .into_any()
}

/// Of a restricted note, others learn that it exists: when, by whom, and whom to ask.
fn restricted(lang: Lang, zone: Tz, note: &SignedNote) -> AnyView {
    let day = lang.date(local_date(note.occurred_at, zone));
    view! {
        <article class="signed draft">
            <h2>{day}" "{tag(Tone::Warn, note.sensitivity.label(lang))}</h2>
            <p>{lang.t_with("notes-restricted-exists", &[("name", note.author.name.as_str().into())])}</p>
        </article>
    }
    .into_any()
}

fn tags(lang: Lang, note: &SignedNote, state: NoteState) -> AnyView {
    let restricted = (note.sensitivity != super::Sensitivity::Normal)
        .then(|| view! { {tag(Tone::Warn, note.sensitivity.label(lang))} " " });
    let state = (state != NoteState::Final).then(|| state_tag(lang, state));
    view! { {restricted}{state} }.into_any()
}

/// The state in a word.
#[must_use]
pub fn state_tag(lang: Lang, state: NoteState) -> AnyView {
    let tone = match state {
        NoteState::Final => Tone::Ok,
        NoteState::AwaitingCosign => Tone::Calm,
        NoteState::Returned | NoteState::ErrorAsked => Tone::Warn,
        NoteState::Replaced => Tone::Plain,
        NoteState::InError => Tone::Bad,
    };
    tag(tone, state.label(lang))
}

/// The ways to the version before and the version after.
fn links(lang: Lang, filed: &Filed) -> AnyView {
    let patient = filed.note.patient.id;
    let link = |id, key: &str| view! { <p><a href=routes::note(patient, id)>{lang.t(key)}</a></p> };
    let before = filed.note.replaces.map(|id| link(id, "notes-replaces"));
    let after = filed.next().map(|id| link(id, "notes-replaced-by"));
    view! { {before}{after} }.into_any()
}

/// One link of the chain about the note: what it is, its words, and who signed it.
fn later(lang: Lang, zone: Tz, link: &SignedNote) -> AnyView {
    let said = words(lang, zone, link);
    let signed = signature(lang, zone, link);
    match link.kind {
        NoteKind::Addendum => view! {
            <section class="signed"><h3>{link.kind.label(lang)}</h3>{said}<p class="signature">{signed}</p></section>
        }
        .into_any(),
        kind => {
            let tone = match kind {
                NoteKind::Cosign => Tone::Ok,
                NoteKind::ErrorConfirmed => Tone::Bad,
                NoteKind::ErrorWithdrawn => Tone::Plain,
                _ => Tone::Warn,
            };
            view! { <div class="signature">{tag(tone, kind.label(lang))}{said}<p>{signed}</p></div> }.into_any()
        }
    }
}
