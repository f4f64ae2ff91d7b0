//! How a signed note looks: a block with what was signed, and the line that says by whom and when.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::model::{NoteGoal, SessionAccount, SignedNote};
use crate::access::Role;
use crate::care::patients::person_name;
use crate::i18n::Lang;
use crate::kit::ui::{Tone, facts, tag};

/// The note with its signature line.
#[must_use]
pub fn note_view(lang: Lang, zone: Tz, note: &SignedNote) -> AnyView {
    let heading = heading(lang, zone, note);
    frame(lang, zone, note, heading, Some(signature_line(lang, zone, note)))
}

/// What would be signed, headed by the patient it is about: a session has one note for each.
#[must_use]
pub fn note_preview(lang: Lang, zone: Tz, note: &SignedNote) -> AnyView {
    let heading =
        format!("{} · {}", person_name(&note.patient.family_name, &note.patient.given_name), note.patient.number);
    frame(lang, zone, note, heading, None)
}

/// The day and what it is: of a session, what was done; of another note, its kind and the time.
pub(super) fn heading(lang: Lang, zone: Tz, note: &SignedNote) -> String {
    let when = match &note.session {
        Some(_) => lang.date(note.occurred_at.with_timezone(&zone).date_naive()),
        None => lang.date_time(note.occurred_at, zone),
    };
    format!("{when} · {}", title(lang, note))
}

fn title(lang: Lang, note: &SignedNote) -> String {
    match &note.session {
        Some(session) => session.activity.clone(),
        None => note.kind.label(lang).into_owned(),
    }
}

fn frame(lang: Lang, zone: Tz, note: &SignedNote, heading: String, signature: Option<AnyView>) -> AnyView {
    let class = if signature.is_some() { "signed" } else { "signed draft" };
    view! {
        <article class=class>
            <h2>{heading}</h2>
            {words(lang, zone, note)}
            {signature}
        </article>
    }
    .into_any()
}

/// What the note says, without heading and signature.
pub(super) fn words(lang: Lang, zone: Tz, note: &SignedNote) -> AnyView {
    let late = (!note.late_reason.is_empty()).then(|| {
        view! { <p>{tag(Tone::Warn, lang.t("sessions-late-entry"))}" "{note.late_reason.clone()}</p> }
    });
    let when = lang.times(note.occurred_at, note.ended_at, zone);
    let session = note.session.as_ref().map(|session| account(lang, session, Some(when)));
    view! {
        {late}
        {session}
        {note.parts.iter().map(|held| part(lang.t(&held.key).into_owned(), &held.text)).collect_view()}
    }
    .into_any()
}

fn account(lang: Lang, session: &SessionAccount, when: Option<String>) -> AnyView {
    let mut lines: Vec<(String, AnyView)> =
        when.into_iter().map(|when| (lang.t("sessions-time").into_owned(), when.into_any())).collect();
    lines.extend(session_lines(lang, session));
    let goals = (!session.goals.is_empty()).then(|| {
        let with_patient =
            session.rated_with_patient.then(|| view! { <p class="sub">{lang.t("sessions-rated-with-patient")}</p> });
        view! {
            <h3>{lang.t("sessions-goals")}</h3>
            <ul>{session.goals.iter().map(|goal| goal_line(lang, goal)).collect_view()}</ul>
            {with_patient}
        }
    });
    view! {
        {facts(lines)}
        {part(lang.t("sessions-shared").into_owned(), &session.shared_text)}
        {part(lang.t("sessions-individual").into_owned(), &session.individual_text)}
        {goals}
        {part(lang.t("sessions-next-step").into_owned(), &session.next_step)}
    }
    .into_any()
}

/// What was recorded of a session, without its words: how the next version of its note shows it before it is signed.
pub(super) fn session_facts(lang: Lang, session: &SessionAccount) -> AnyView {
    account(lang, &session.without_words(), None)
}

fn session_lines(lang: Lang, session: &SessionAccount) -> Vec<(String, AnyView)> {
    let mut lines: Vec<(String, AnyView)> = vec![
        (lang.t("sessions-mode").into_owned(), session.mode.label(lang).into_any()),
        (lang.t("sessions-attendance").into_owned(), attendance(lang, session).into_any()),
    ];
    if let Some(level) = session.participation {
        lines.push((lang.t("sessions-participation").into_owned(), participation_words(lang, level).into_any()));
    }
    if let Some(code) = session.assistance {
        lines.push((lang.t("sessions-assistance").into_owned(), code.label(lang).into_any()));
    }
    if session.mood_before.is_some() || session.mood_after.is_some() {
        let said = |mood: Option<i32>| mood.map_or_else(|| "–".to_owned(), |mood| mood.to_string());
        let words = format!("{} → {}", said(session.mood_before), said(session.mood_after));
        lines.push((lang.t("group-mood").into_owned(), words.into_any()));
    }
    for (key, rating) in session.group.named() {
        if let Some(rating) = rating {
            lines.push((lang.t(key).into_owned(), format!("{rating} / 5").into_any()));
        }
    }
    lines
}

fn attendance(lang: Lang, session: &SessionAccount) -> String {
    let mut words = session.attendance.label(lang).into_owned();
    if let Some(reason) = session.health_reason {
        words = format!("{words}: {}", reason.label(lang));
    }
    if session.minutes > 0 {
        words = format!("{words}, {}", lang.t_with("sessions-n-minutes", &[("n", session.minutes.into())]));
    }
    words
}

/// A level of participation with its number: '5 Very good: …'.
#[must_use]
pub fn participation_words(lang: Lang, level: i32) -> String {
    format!("{level} {}", lang.t(&format!("participation-{level}")))
}

fn goal_line(lang: Lang, goal: &NoteGoal) -> AnyView {
    let level = goal.level.map(|level| {
        let sign = if level > 0 { format!("+{level}") } else { level.to_string().replace('-', "−") };
        view! { <br/><span class="sub">{format!("{} {sign}: {}", lang.t("sessions-level"), goal.step)}</span> }
    });
    view! { <li>{goal.description.clone()}" – "{goal.progress.label(lang)}{level}</li> }.into_any()
}

/// A text under its heading, one paragraph for each line that was written.
pub(super) fn part(heading: String, text: &str) -> Option<AnyView> {
    if text.trim().is_empty() {
        return None;
    }
    let paragraphs: Vec<_> =
        text.lines().filter(|line| !line.trim().is_empty()).map(|line| view! { <p>{line.to_owned()}</p> }).collect();
    Some(view! { <h3>{heading}</h3>{paragraphs} }.into_any())
}

pub(super) fn signature_line(lang: Lang, zone: Tz, note: &SignedNote) -> AnyView {
    view! { <footer>{signature(lang, zone, note)}</footer> }.into_any()
}

/// Who signed, when, and with which key.
pub(super) fn signature(lang: Lang, zone: Tz, note: &SignedNote) -> String {
    let role = Role::from_code(&note.author.role)
        .map_or_else(|| note.author.role.clone(), |role| role.label(lang).into_owned());
    let who = if note.author.profession.is_empty() { role } else { note.author.profession.clone() };
    lang.t_with(
        "sessions-signed-by",
        &[
            ("name", note.author.name.as_str().into()),
            ("who", who.into()),
            ("at", lang.date_time(note.signed_at, zone).into()),
            ("key", note.key_id.as_str().into()),
            ("n", note.chain_no.to_string().into()),
        ],
    )
}
