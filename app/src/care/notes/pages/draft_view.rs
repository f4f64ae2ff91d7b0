//! What the editor looks like: the note on the left, what has been since last time beside it.

use chrono_tz::Tz;
use leptos::prelude::*;

use crate::care::notes::acts::reader;
use crate::care::notes::block::block;
use crate::care::notes::draft::since::Since;
use crate::care::notes::draft::{Draft, Section};
use crate::care::notes::phrases::Phrase;
use crate::care::notes::rules::{self, Part, is_late};
use crate::care::notes::view::{heading, part, words};
use crate::care::notes::{Filed, NoteKind, Sensitivity};
use crate::care::patients::{self, PatientHead, Tab, review_view};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::local_time::local_date;
use crate::kit::ui::{
    Field, Tone, button_danger, button_named, button_named_quiet, card, draft_guard, empty, error_summary, hidden,
    link_button, link_button_quiet, notice, options_of, post_form, post_form_inline, tag,
};
use crate::routes;
use crate::web::Ctx;

/// Everything that lies around a draft.
pub struct Desk {
    pub head: PatientHead,
    /// As it is kept.
    pub draft: Draft,
    pub since: Since,
    /// The note that this is an addendum to, or the next version of.
    pub followed: Option<Filed>,
    pub phrases: Vec<Phrase>,
    pub zone: Tz,
}

#[must_use]
pub fn editor(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let draft = &desk.draft;
    let (patient, id) = (draft.patient_id, draft.id);
    let to = routes::note_draft(patient, id);
    // A browser's Enter key presses the first button of a form: it is the one that loses nothing.
    let form = view! {
        {hidden("version", fields.get("version"))}
        <div class="actions">
            {button_named_quiet(lang.t("notes-save"), "do", "save")}
            {link_button_quiet(routes::patient_notes(patient), lang.t("notes-leave"))}
        </div>
        {(!fields.is_refused()).then(|| draft_guard(lang, to.clone()))}
        {when_and_who(ctx, desk, fields)}
        {texts(lang, draft, fields)}
        {quick_phrases(lang, desk, fields)}
        <div class="actions">
            {button_named_quiet(lang.t("notes-save"), "do", "save")}
            {button_named(lang.t("notes-go-to-sign"), "do", "sign")}
        </div>
    };
    view! {
        {patients::top(ctx, &desk.head, Tab::Notes)}
        {error_summary(fields, lang)}
        <h2>{title(lang, draft)}" "{tag(Tone::Calm, lang.t("notes-draft"))}</h2>
        {fields.errors().iter().any(|(name, _)| name.is_empty()).then(|| kept(lang, desk))}
        <div class="cols">
            <div>{post_form(to, form.into_any())}{discard(lang, draft)}</div>
            <div class="no-print">{returned(ctx, desk)}{since(ctx, desk)}</div>
        </div>
    }
    .into_any()
}

fn title(lang: Lang, draft: &Draft) -> String {
    match draft.replaces_id {
        Some(_) => lang.t_with("notes-next-version-of", &[("kind", draft.kind.label(lang).into_owned().into())]),
        None => draft.kind.label(lang).into_owned(),
    }
}

/// When it was and who may read it. An addendum is of the moment it is signed, and as restricted as its note.
fn when_and_who(ctx: &Ctx, desk: &Desk, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    if desk.draft.about_id.is_some() {
        return ().into_any();
    }
    let late = is_late(desk.draft.occurred_at, ctx.now()) || fields.error_at("late-reason").is_some();
    let late = late.then(|| {
        let reason = Field::new(fields, lang, "late-reason", lang.t("sessions-late-reason"));
        reason.hint(lang.t("notes-late-hint")).required().text()
    });
    view! {
        <div class="pair">
            {Field::new(fields, lang, "date", lang.t("notes-date")).required().date()}
            {Field::new(fields, lang, "time", lang.t("notes-time")).required().time()}
        </div>
        {late}
        {Field::new(fields, lang, "sensitivity", lang.t("notes-sensitivity"))
            .hint(lang.t("notes-sensitivity-hint"))
            .compact()
            .radios(options_of!(Sensitivity, lang))}
    }
    .into_any()
}

fn texts(lang: Lang, draft: &Draft, fields: &Fields) -> AnyView {
    let sections = draft.format.sections();
    let rows = if sections.len() == 1 { 14 } else { 5 };
    let box_of =
        |(section, heading): &(Section, &str)| Field::new(fields, lang, section.name(), lang.t(heading)).note_box(rows);
    sections.iter().map(box_of).collect_view().into_any()
}

/// One of the author's phrases, put into a section with a button of the form: it works without scripting.
fn quick_phrases(lang: Lang, desk: &Desk, fields: &Fields) -> AnyView {
    if desk.phrases.is_empty() {
        return view! { <p class="hint no-print" id="phrases"><a href=routes::PHRASES>{lang.t("notes-phrases-link")}</a></p> }
            .into_any();
    }
    let phrases = desk.phrases.iter().map(|phrase| (phrase.id.to_string(), phrase.title.clone())).collect();
    let sections = desk.draft.format.sections();
    let into = (sections.len() > 1).then(|| {
        let options = sections
            .iter()
            .map(|(section, heading)| (section.name().to_owned(), lang.t(heading).into_owned()))
            .collect();
        Field::new(fields, lang, "into", lang.t("notes-phrase-into")).short().select(options, None)
    });
    view! {
        <fieldset class="field no-print" id="phrases">
            <legend>{lang.t("notes-phrases")}</legend>
            <div class="pair">
                {Field::new(fields, lang, "phrase", lang.t("phrase-kind-phrase")).select(phrases, None)}
                {into}
            </div>
            <div class="actions">{button_named_quiet(lang.t("notes-phrase-insert"), "do", "insert")}</div>
        </fieldset>
    }
    .into_any()
}

/// The other text, when a save was refused because the draft was changed elsewhere.
fn kept(lang: Lang, desk: &Desk) -> AnyView {
    card(lang.t("notes-as-kept"), draft_words(lang, desk))
}

fn draft_words(lang: Lang, desk: &Desk) -> AnyView {
    let sections = desk.draft.format.sections();
    if desk.draft.texts.are_empty() {
        return empty(lang.t("notes-nothing-written"), None);
    }
    let words = sections
        .iter()
        .map(|(section, heading)| part(lang.t(heading).into_owned(), desk.draft.texts.get(*section)))
        .collect_view();
    view! { <div class="signed draft">{words}</div> }.into_any()
}

/// Only after a look at what it means.
fn discard(lang: Lang, draft: &Draft) -> AnyView {
    let form = post_form_inline(
        routes::note_draft_discard(draft.patient_id, draft.id),
        view! { {hidden("version", draft.version.to_string())}{button_danger(lang.t("notes-discard"))} }.into_any(),
    );
    view! {
        <details class="no-print">
            <summary>{lang.t("notes-discard-open")}</summary>
            <p>{lang.t("notes-discard-hint")}</p>
            {form}
        </details>
    }
    .into_any()
}

/// The note that this one follows, with the supervisor's comment when it was returned.
fn returned(ctx: &Ctx, desk: &Desk) -> AnyView {
    let Some(filed) = &desk.followed else { return ().into_any() };
    let lang = ctx.lang;
    let comment = filed.acts(NoteKind::Return).map(|link| {
        let said = words(lang, desk.zone, link);
        view! { <p><b>{lang.t_with("notes-returned-by", &[("name", link.author.name.as_str().into())])}</b></p>{said} }
    });
    let comment = comment.collect_view();
    card(
        lang.t("notes-followed"),
        view! { {comment}<details><summary>{heading(lang, desk.zone, &filed.note)}</summary>{words(lang, desk.zone, &filed.note)}</details> }
            .into_any(),
    )
}

fn since(ctx: &Ctx, desk: &Desk) -> AnyView {
    let lang = ctx.lang;
    let since = &desk.since;
    let part = if since.last.as_ref().is_some_and(|note| note.author.id == ctx.actor.id) {
        Part::Author
    } else {
        Part::Colleague
    };
    let reader = reader(ctx, &desk.head, part);
    let last = since.last.clone().map(|note| {
        let readable = rules::reads(note.sensitivity, reader);
        let filed = Filed { note, later: Vec::new() };
        let said = block(lang, desk.zone, &filed, readable, true);
        view! { <details><summary>{lang.t("notes-last-note")}</summary>{said}</details> }
    });
    let none = since.last.is_none().then(|| empty(lang.t("notes-since-none"), None));
    let attended = since.attended.iter().map(|session| {
        let day = lang.date(local_date(session.starts_at, desk.zone));
        let told = format!("{day} · {}", session.attendance.label(lang));
        view! { <li><a href=routes::session(session.id)>{session.title.say(lang).to_owned()}</a><span class="sub">{told}</span></li> }
    });
    let attended = (!since.attended.is_empty()).then(|| {
        view! { <h3>{lang.t("notes-since-sessions")}</h3><ul>{attended.collect_view()}</ul> }
    });
    let goals = since.goals.iter().map(|(goal, level)| {
        let level = level.map_or_else(|| lang.t("sessions-not-rated").into_owned(), |level| signed_number(level.get()));
        view! { <li>{goal.description.clone()}" "<b class="nowrap">{level}</b></li> }
    });
    let goals = (!since.goals.is_empty())
        .then(|| view! { <h3>{lang.t("notes-since-goals")}</h3><ul>{goals.collect_view()}</ul> });
    let review = view! { <p>{lang.t("notes-since-review")}" "{review_view(ctx, since.review_on)}</p> };
    card(lang.t("notes-since"), view! { {last}{none}{attended}{goals}{review} }.into_any())
}

/// A level with its sign, as the ladder has it.
fn signed_number(level: i32) -> String {
    if level > 0 { format!("+{level}") } else { level.to_string().replace('-', "−") }
}

/// For the supervisor: what is being written, and nothing to write with.
#[must_use]
pub fn reading(ctx: &Ctx, desk: &Desk) -> AnyView {
    let lang = ctx.lang;
    let saved = lang.t_with("notes-saved-at", &[("at", lang.date_time(desk.draft.updated_at, desk.zone).into())]);
    view! {
        {patients::top(ctx, &desk.head, Tab::Notes)}
        <h2>{title(lang, &desk.draft)}" "{tag(Tone::Calm, lang.t("notes-draft"))}</h2>
        {notice(Tone::Calm, lang.t("notes-draft-reading"))}
        <p class="sub">{saved}</p>
        {draft_words(lang, desk)}
        <div class="actions no-print">{link_button_quiet(routes::NOTES_WORKLIST, lang.t("notes-nav"))}</div>
    }
    .into_any()
}

/// What was typed into a draft that is no more: shown, so that it can be copied.
#[must_use]
pub fn gone(ctx: &Ctx, head: &PatientHead, fields: &Fields, signed: Option<String>) -> AnyView {
    let lang = ctx.lang;
    let typed = Section::ALL
        .into_iter()
        .filter(|section| !fields.get(section.name()).is_empty())
        .map(|section| {
            let label = lang.t("notes-what-you-typed");
            Field::new(fields, lang, section.name(), label).note_box(8)
        })
        .collect_view();
    let key = if signed.is_some() { "notes-gone-signed" } else { "notes-gone-discarded" };
    let to = signed.unwrap_or_else(|| routes::patient_notes(head.id));
    view! {
        {patients::top(ctx, head, Tab::Notes)}
        {notice(Tone::Warn, lang.t(key))}
        {typed}
        <div class="actions">{link_button(to, lang.t("notes-gone-open"))}</div>
    }
    .into_any()
}
