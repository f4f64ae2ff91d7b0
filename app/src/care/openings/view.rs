//! How openings look: the form that asks why, the banner while glass is broken, and the head's review.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Category, Opened, Outcome};
use super::rules::HOLDS;
use crate::access::policy::{Opening, may_open};
use crate::access::{Place, step_up};
use crate::care::identity::ShownName;
use crate::kit::form::Fields;
use crate::kit::ids::{OpeningId, PersonId};
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, button_quiet, card, error_summary, facts, hidden, link_button_quiet, notice,
    notice_with, options_of, pager, post_form, post_form_inline, print_head, table_under_heading, tabs, tag,
};
use crate::routes;
use crate::web::Ctx;

/// An empty form that leads back to `back`.
pub(super) fn fresh(ctx: &Ctx, kind: Opening, back: &str) -> Fields {
    Fields::new().with("kind", kind.as_str()).with("back", back).with("opening", ctx.new_id::<OpeningId>().to_string())
}

/// The page that stands in the place of one that is closed: why it is, and the form that opens it.
#[must_use]
pub fn ask(ctx: &Ctx, status: StatusCode, person: PersonId, kind: Opening) -> Response {
    form_page(ctx, status, person, kind, &fresh(ctx, kind, &ctx.uri))
}

pub(super) fn form_page(ctx: &Ctx, status: StatusCode, person: PersonId, kind: Opening, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let (title, text, label) = match kind {
        Opening::Reason if !ctx.sees_names() => ("names-title", "names-text", "names-open"),
        Opening::Reason => ("openings-reason-title", "openings-reason-text", "openings-open"),
        Opening::BreakGlass => ("openings-glass-title", "openings-glass-text", "openings-break"),
    };
    ctx.page_with(status, lang.t(title), || {
        let form = may_open(&ctx.actor, kind).then(|| {
            let body = view! {
                {["kind", "back", "opening"].into_iter().map(|name| hidden(name, fields.get(name).to_owned())).collect_view()}
                {Field::new(fields, lang, "category", lang.t("openings-category"))
                    .required()
                    .select(options_of!(Category, lang), Some(lang.t("openings-choose").into_owned()))}
                {Field::new(fields, lang, "words", lang.t("openings-words")).hint(lang.t("openings-words-hint")).required().note_box(4)}
                {step_up::field(ctx, fields)}
                <div class="actions">{button(lang.t(label))}{link_button_quiet(routes::patient(person), lang.t("openings-back"))}</div>
            };
            post_form(routes::patient_opening(person), body.into_any())
        });
        view! {
            <h1>{lang.t(title)}</h1>
            <p class="lead">{lang.t_with(text, &[("n", HOLDS.num_hours().into())])}</p>
            {error_summary(fields, lang)}
            {form}
        }
        .into_any()
    })
}

/// The way to what stays closed on a page that is open otherwise.
#[must_use]
pub fn offer(ctx: &Ctx, patient: PersonId) -> AnyView {
    if !may_open(&ctx.actor, Opening::BreakGlass) {
        return ().into_any();
    }
    let href = routes::patient_opening_for(patient, Opening::BreakGlass, &ctx.uri);
    let link = link_button_quiet(href, ctx.lang.t("openings-glass-title"));
    let body = view! { <p>{ctx.lang.t("openings-restricted")}</p><p>{link}</p> };
    view! { <div class="no-print">{notice_with(Tone::Calm, body.into_any())}</div> }.into_any()
}

/// The way from a pseudonym to the name, for those who may state a reason.
#[must_use]
pub fn name_offer(ctx: &Ctx, shown: &ShownName, patient: PersonId) -> Option<AnyView> {
    (shown.is_pseudonym() && may_open(&ctx.actor, Opening::Reason)).then(|| {
        let href = routes::patient_opening_for(patient, Opening::Reason, &ctx.uri);
        view! { <p class="no-print">{link_button_quiet(href, ctx.lang.t("names-offer"))}</p> }.into_any()
    })
}

/// Stands on every page while the user has broken the glass somewhere, or sees names in place of pseudonyms.
#[must_use]
pub fn banner(ctx: &Ctx) -> AnyView {
    let (key, until) = match (ctx.actor.glass_until, ctx.actor.reason_until) {
        (Some(until), _) => ("openings-banner", until),
        (None, Some(until)) if !ctx.sees_names() => ("names-banner", until),
        _ => return ().into_any(),
    };
    let lang = ctx.lang;
    let said = lang.t_with(key, &[("time", lang.time(until, ctx.zone()).into())]);
    let form = post_form_inline(routes::OPENINGS_END, button_quiet(lang.t("openings-end")));
    let body = view! { <p role="status">{said}</p>{form} };
    view! { <div class="no-print">{notice_with(Tone::Warn, body.into_any())}</div> }.into_any()
}

pub(super) fn list(
    ctx: &Ctx,
    place: &Place,
    opened: &[Opened],
    all: bool,
    (query, total): (&ListQuery, i64),
) -> AnyView {
    let lang = ctx.lang;
    let title = lang.t("openings-title");
    let base = if all { routes::openings_all() } else { routes::OPENINGS.to_owned() };
    let links = vec![
        (routes::OPENINGS.to_owned(), lang.t("openings-waiting").into_owned()),
        (routes::openings_all(), lang.t("openings-all").into_owned()),
    ];
    let headers = [
        "openings-when",
        "openings-who",
        "openings-whose",
        "openings-category",
        "openings-looks",
        "openings-state",
        "kit-actions",
    ];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let rows = opened.iter().map(|held| row(ctx, held)).collect();
    let none = lang.t(if all { "openings-none" } else { "openings-none-waiting" });
    view! {
        {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("openings-lead")}</p>
        {tabs(title.clone(), links, &base)}
        {table_under_heading(title.clone(), headers, rows, none)}
        {pager(lang, query, total, &base)}
    }
    .into_any()
}

fn whose(ctx: &Ctx, held: &Opened) -> String {
    held.who.shown(ctx, held.person_id).identity()
}

fn row(ctx: &Ctx, held: &Opened) -> AnyView {
    let lang = ctx.lang;
    let read = held.seen_at.is_none().then(|| {
        let button = Button::new(lang.t("openings-mark-seen")).quiet().about(held.user_name.clone()).submit();
        post_form_inline(routes::opening_seen(held.id), button)
    });
    let label = lang.t(if held.outcome.is_some() { "openings-look" } else { "openings-review" });
    let link = Button::new(label).quiet().about(held.user_name.clone()).link(routes::opening(held.id));
    view! {
        <tr>
            <td>{lang.date_time(held.opened_at, ctx.zone())}</td>
            <td>{held.user_name.clone()}<span class="sub">{held.profession.clone()}</span></td>
            <td>{whose(ctx, held)}</td>
            <td>{held.category.label(lang)}</td>
            <td class="n">{held.looks}</td>
            <td>{state(ctx, held)}</td>
            <td>{link}{read}</td>
        </tr>
    }
    .into_any()
}

fn state(ctx: &Ctx, held: &Opened) -> AnyView {
    let lang = ctx.lang;
    match (held.outcome, held.seen_at) {
        (Some(outcome), _) => {
            let tone = match outcome {
                Outcome::Justified => Tone::Ok,
                Outcome::Unclear => Tone::Warn,
                Outcome::NotJustified => Tone::Bad,
            };
            tag(tone, outcome.label(lang))
        }
        (None, Some(_)) => tag(Tone::Calm, lang.t("openings-seen")),
        (None, None) => tag(Tone::Warn, lang.t("openings-new")),
    }
}

pub(super) fn one(ctx: &Ctx, held: &Opened, fields: &Fields) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let closes = if held.closes_at > ctx.now() { "openings-closes" } else { "openings-closed" };
    let mut known = vec![
        (lang.t("openings-who").into_owned(), format!("{}, {}", held.user_name, held.profession).into_any()),
        (lang.t("openings-whose").into_owned(), whose(ctx, held).into_any()),
        (lang.t("openings-category").into_owned(), held.category.label(lang).into_any()),
        (lang.t("openings-words").into_owned(), held.words.clone().into_any()),
        (lang.t("openings-when").into_owned(), lang.date_time(held.opened_at, zone).into_any()),
        (lang.t(closes).into_owned(), lang.date_time(held.closes_at, zone).into_any()),
        (lang.t("openings-looks").into_owned(), held.looks.into_any()),
    ];
    if let (Some(name), Some(at)) = (&held.reviewed_name, held.reviewed_at) {
        known.push((
            lang.t("openings-reviewed").into_owned(),
            format!("{name}, {}", lang.date_time(at, zone)).into_any(),
        ));
        known.push((lang.t("openings-finding").into_owned(), held.finding.clone().into_any()));
    }
    view! {
        <h1>{lang.t("openings-title")}" "{state(ctx, held)}</h1>
        {error_summary(fields, lang)}
        {facts(known)}
        {review_form(ctx, held, fields)}
        <p class="actions no-print">
            {link_button_quiet(routes::patient_looked(held.person_id), lang.t("looked-title"))}
            {link_button_quiet(routes::OPENINGS, lang.t("openings-waiting"))}
        </p>
    }
    .into_any()
}

/// What the head finds; whoever opened it himself is told that another must.
fn review_form(ctx: &Ctx, held: &Opened, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    if held.outcome.is_some() {
        return ().into_any();
    }
    if held.user_id == ctx.actor.id {
        return notice(Tone::Calm, lang.t("openings-own"));
    }
    let body = view! {
        {hidden("version", held.version.to_string())}
        {Field::new(fields, lang, "outcome", lang.t("openings-outcome")).required().radios(options_of!(Outcome, lang))}
        {Field::new(fields, lang, "finding", lang.t("openings-finding")).hint(lang.t("openings-finding-hint")).note_box(3)}
        <div class="actions">{button(lang.t("openings-save"))}</div>
    };
    card(lang.t("openings-review"), post_form(routes::opening(held.id), body.into_any()))
}
