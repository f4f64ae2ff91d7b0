//! How comments look beside a plan or a note. They are not printed with it: their own page is.

use leptos::prelude::*;

use super::Voices;
use super::model::{Kind, On, Said, State, Thread};
use super::rules::{self, Part};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{CommentId, PersonId};
use crate::kit::ui::{Button, Field, Tone, button, empty, hidden, link_button_quiet, post_form, post_form_inline, tag};
use crate::routes;
use crate::web::Ctx;

/// Where the comments on something stand by themselves, and where a new one is sent.
#[must_use]
pub fn address(patient: PersonId, on: On) -> String {
    match on {
        On::Plan(_, number) => routes::plan_comments(patient, number),
        On::Note(note) => routes::note_comments(patient, note),
    }
}

/// The part of a page that holds the comments, with the way to their own page and to a question. Without comments there is
/// nothing for those who cannot make one.
#[must_use]
pub fn card_of(ctx: &Ctx, patient: PersonId, voices: &Voices) -> AnyView {
    if voices.threads.is_empty() && voices.part != Part::Reviewer {
        return ().into_any();
    }
    let lang = ctx.lang;
    let title = lang.t_with("comments-beside", &[("n", voices.threads.len().into())]);
    let alone =
        (!voices.threads.is_empty()).then(|| link_button_quiet(address(patient, voices.on), lang.t("comments-alone")));
    view! {
        <section class="part no-print" id="comments">
            <h2>{title}</h2>
            <p class="sub">{lang.t("comments-not-signed")}</p>
            {threads(ctx, patient, voices, &Fields::new())}
            <div class="actions">{alone}{ask(ctx, patient, voices)}</div>
        </section>
    }
    .into_any()
}

/// Whoever comments may also ask, with an answer due by a day.
fn ask(ctx: &Ctx, patient: PersonId, voices: &Voices) -> Option<AnyView> {
    (voices.part == Part::Reviewer).then(|| {
        let (plan, note) = match voices.on {
            On::Plan(_, number) => (Some(number), None),
            On::Note(note) => (None, Some(note)),
        };
        link_button_quiet(routes::question_new_about(patient, plan, note), ctx.lang.t("questions-ask"))
    })
}

/// Every comment with its answers and the forms that its state allows, and the form for a new one.
#[must_use]
pub fn threads(ctx: &Ctx, patient: PersonId, voices: &Voices, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let none = voices.threads.is_empty().then(|| empty(lang.t("comments-none-yet"), None));
    let list =
        voices.threads.iter().map(|thread| thread_view(ctx, patient, voices.part, thread, fields)).collect_view();
    let new = (voices.part == Part::Reviewer).then(|| {
        let fields = sent(fields, "");
        let body = view! {
            {hidden("comment", typed_id(ctx, &fields))}
            {Field::new(&fields, lang, "words", lang.t("comments-new")).within("new").required().note_box(3)}
            <div class="actions">{button(lang.t("comments-save"))}</div>
        };
        view! { <div class="no-print">{post_form(address(patient, voices.on), body.into_any())}</div> }
    });
    view! { {none}{list}{new} }.into_any()
}

/// What was typed, for the form that it was typed into.
fn sent(fields: &Fields, to: &str) -> Fields {
    if fields.get("to") == to { fields.clone() } else { Fields::new() }
}

/// The row's id is in the form from the beginning: however often it is sent, it is added once.
fn typed_id(ctx: &Ctx, fields: &Fields) -> String {
    if fields.has("comment") { fields.get("comment").to_owned() } else { ctx.new_id::<CommentId>().to_string() }
}

fn thread_view(ctx: &Ctx, patient: PersonId, part: Part, thread: &Thread, fields: &Fields) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let state = thread.state();
    let may = |kind| rules::may(kind, part, ctx.actor.id, thread, &thread.comment);
    let turns = thread.turns.iter().map(|turn| {
        let said = lang.t_with(
            if turn.kind == Kind::Closed { "comments-closed-by" } else { "comments-reopened-by" },
            &[("name", turn.author.as_str().into()), ("at", lang.date_time(turn.created_at, zone).into())],
        );
        view! { <p class="sub">{said}</p> }
    });
    let about = lang.t_with(
        "comments-of",
        &[
            ("name", thread.comment.row.author.as_str().into()),
            ("at", lang.date_time(thread.comment.row.created_at, zone).into()),
        ],
    );
    let id = thread.comment.row.id;
    view! {
        <article class="card" id=format!("c-{id}")>
            <h3>{about.clone()}" "{state_tag(lang, state)}</h3>
            {said_view(ctx, patient, part, thread, &thread.comment)}
            {thread.answers.iter().map(|answer| said_view(ctx, patient, part, thread, answer)).collect_view()}
            {turns.collect_view()}
            {may(Kind::Answer).then(|| answer_form(ctx, patient, id, fields))}
            <div class="actions no-print">
                {may(Kind::Closed).then(|| act(ctx, patient, id, Kind::Closed, &about))}
                {may(Kind::Reopened).then(|| act(ctx, patient, id, Kind::Reopened, &about))}
            </div>
        </article>
    }
    .into_any()
}

/// A comment or an answer. What was made in error stays to be read, folded.
fn said_view(ctx: &Ctx, patient: PersonId, part: Part, thread: &Thread, said: &Said) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let row = &said.row;
    let by = format!("{}, {} · {}", row.author, row.profession, lang.date_time(row.created_at, zone));
    // Over the first of all, the heading has said who and when.
    let line = if row.id == thread.comment.row.id { row.profession.clone() } else { by.clone() };
    let words = view! { <p class="note-text">{row.words.clone()}</p> };
    let words = match &said.error {
        Some(error) => {
            let told = lang.t_with(
                "comments-error-by",
                &[("name", error.author.as_str().into()), ("at", lang.date_time(error.created_at, zone).into())],
            );
            view! { <p>{tag(Tone::Bad, lang.t("comment-state-error"))}" "{told}</p><details><summary>{lang.t("comments-error-show")}</summary>{words}</details> }
                .into_any()
        }
        None => words.into_any(),
    };
    let kind = (row.kind == Kind::Answer).then(|| view! { <b>{Kind::Answer.label(lang)}</b> " " });
    let withdraw = rules::may(Kind::Error, part, ctx.actor.id, thread, said).then(|| {
        view! { <div class="no-print">{act(ctx, patient, row.id, Kind::Error, &by)}</div> }
    });
    view! { <div class="said"><p class="sub">{kind}{line}</p>{words}{withdraw}</div> }.into_any()
}

#[must_use]
pub fn state_tag(lang: Lang, state: State) -> AnyView {
    let tone = match state {
        State::Open => Tone::Warn,
        State::Answered => Tone::Calm,
        State::Closed => Tone::Ok,
        State::Error => Tone::Bad,
    };
    tag(tone, state.label(lang))
}

fn act(ctx: &Ctx, patient: PersonId, id: CommentId, kind: Kind, about: &str) -> AnyView {
    let label = match kind {
        Kind::Closed => "comments-close",
        Kind::Reopened => "comments-reopen",
        _ => "comments-error",
    };
    let body = view! {
        {hidden("comment", ctx.new_id::<CommentId>().to_string())}
        {Button::new(ctx.lang.t(label)).quiet().about(about).named("act", kind.as_str()).submit()}
    };
    post_form_inline(routes::comment(patient, id), body.into_any())
}

fn answer_form(ctx: &Ctx, patient: PersonId, id: CommentId, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let to = id.to_string();
    let fields = sent(fields, &to);
    let open = fields.is_refused();
    let body = view! {
        {hidden("to", to.clone())}
        {hidden("comment", typed_id(ctx, &fields))}
        {Field::new(&fields, lang, "words", lang.t("comments-answer")).within(&to).required().note_box(3)}
        <div class="actions">{Button::new(lang.t("comments-answer-send")).named("act", Kind::Answer.as_str()).submit()}</div>
    };
    view! {
        <details class="no-print" open=open>
            <summary>{lang.t("comments-answer-open")}</summary>
            {post_form(routes::comment(patient, id), body.into_any())}
        </details>
    }
    .into_any()
}
