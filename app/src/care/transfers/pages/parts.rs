//! What both units see of a package: what was written, what goes with it, and what is open.

use leptos::prelude::*;

use super::super::model::{Contents, LastReview, OpenMatters, Package, PackageStatus};
use super::super::rules::NOTES_OF_DAYS;
use crate::care::goals::rules::level_now;
use crate::care::notes::{SignedNote, note_view};
use crate::i18n::Lang;
use crate::kit::ui::{Tone, card, empty, section, tag};
use crate::web::Ctx;

pub fn state(lang: Lang, status: PackageStatus) -> AnyView {
    let tone = match status {
        PackageStatus::Prepared => Tone::Plain,
        PackageStatus::Sent => Tone::Calm,
        PackageStatus::Received => Tone::Ok,
        PackageStatus::Withdrawn => Tone::Bad,
    };
    tag(tone, status.label(lang))
}

/// The words of the package itself.
pub fn words(lang: Lang, package: &Package) -> AnyView {
    let informed = if package.patient_informed { "packages-informed-yes" } else { "packages-informed-no" };
    view! {
        {text_under(lang.t("packages-summary").into_owned(), &package.summary)}
        {text_under(lang.t("packages-open-matters").into_owned(), &package.open_matters)}
        <h3>{lang.t("packages-informed")}</h3>
        <p>{lang.t(informed)}</p>
        {text_under(lang.t("packages-objection").into_owned(), &package.objection)}
    }
    .into_any()
}

/// A text under its heading; nothing where nothing was written.
pub fn text_under(heading: String, text: &str) -> Option<AnyView> {
    (!text.trim().is_empty()).then(|| view! { <h3>{heading}</h3><p class="note-text">{text.to_owned()}</p> }.into_any())
}

/// Everything that goes, as it reads.
pub fn contents(ctx: &Ctx, contents: &Contents) -> AnyView {
    let lang = ctx.lang;
    view! {
        {card(lang.t("packages-plan"), plan(lang, contents))}
        {contents.review.as_ref().map(|held| card(lang.t("packages-review"), review(lang, held)))}
        {card(lang.t("packages-notices"), notices(lang, contents))}
        {contents.notes.as_ref().map(|held| {
            let said = [("n", held.len().into()), ("days", NOTES_OF_DAYS.into())];
            section(lang.t_with("packages-notes", &said), notes(ctx, held))
        })}
    }
    .into_any()
}

fn plan(lang: Lang, contents: &Contents) -> AnyView {
    let Some(plan) = &contents.plan else { return empty(lang.t("packages-no-plan"), None) };
    let goals = contents
        .goals
        .iter()
        .map(|goal| {
            let level = level_now(goal, &contents.levels);
            view! {
                <li>
                    <div>{goal.description.clone()}<span class="sub">{goal.ladder.step(level).to_owned()}</span></div>
                    {tag(Tone::Calm, format!("{} {}", level.signed(), level.label(lang)))}
                </li>
            }
        })
        .collect_view();
    view! {
        <p><b>{plan.terms.title.clone()}</b></p>
        <p class="note-text">{plan.terms.summary.clone()}</p>
        {text_under(lang.t("plans-precautions").into_owned(), &plan.terms.precautions)}
        <h3>{lang.t("packages-goals")}</h3>
        <ul class="todo">{goals}</ul>
    }
    .into_any()
}

fn review(lang: Lang, held: &LastReview) -> AnyView {
    let next = held.next_review_on.map(|day| lang.t_with("packages-next-review", &[("date", lang.date(day).into())]));
    view! {
        <p><b>{lang.date(held.held_on)}</b></p>
        <p class="note-text">{held.summary.clone()}</p>
        {text_under(lang.t("packages-patient-view").into_owned(), &held.patient_view)}
        {next.map(|said| view! { <p>{said}</p> })}
    }
    .into_any()
}

fn notices(lang: Lang, contents: &Contents) -> AnyView {
    if contents.notices.is_empty() {
        return empty(lang.t("packages-no-notices"), None);
    }
    let lines = contents
        .notices
        .iter()
        .map(|notice| {
            let until = lang.t_with("packages-until", &[("date", lang.date(notice.expires_on).into())]);
            view! { <li>{lang.code_label("notice-kind", &notice.kind)}", "{until}</li> }
        })
        .collect_view();
    view! { <ul>{lines}</ul> }.into_any()
}

fn notes(ctx: &Ctx, held: &[SignedNote]) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    if held.is_empty() {
        return empty(lang.t("packages-no-notes"), None);
    }
    let notes = held.iter().map(|note| note_view(lang, zone, &note.clone().shown_to(ctx))).collect_view();
    view! { <div class="notes dense">{notes}</div> }.into_any()
}

/// What is unfinished, in numbers; a line for each that is not nothing.
pub fn matters(lang: Lang, matters: &OpenMatters) -> AnyView {
    let counted = [
        ("packages-open-goals", matters.goals),
        ("packages-open-notes", matters.notes),
        ("packages-open-draft-plans", matters.draft_plans),
        ("packages-open-draft-evaluations", matters.draft_evaluations),
        ("packages-open-draft-reviews", matters.draft_reviews),
        ("packages-open-draft-notes", matters.draft_notes),
        ("packages-open-unsigned", matters.unsigned_sessions),
        ("packages-open-notices", matters.notices),
        ("packages-open-programmes", matters.programmes),
        ("packages-open-bookings", matters.bookings),
        ("packages-open-disclosures", matters.disclosures),
    ];
    let mut lines: Vec<String> =
        counted.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| lang.t_with(key, &[("n", n.into())])).collect();
    if let Some(day) = matters.next_review_on {
        lines.insert(0, lang.t_with("packages-next-review", &[("date", lang.date(day).into())]));
    }
    if lines.is_empty() {
        return empty(lang.t("packages-nothing-open"), None);
    }
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
}
