//! What the user's own pages about the second factor look like.

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use super::Demand;
use super::rules::{CODES, grouped};
use super::store::{Held, Removal};
use super::totp::Secret;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, Tone, button, button_danger, button_quiet, card, error_summary, facts, link_button, notice, notice_with,
    post_form, post_form_inline, print_head,
};
use crate::routes;
use crate::web::Ctx;

/// Fewer recovery codes than this are a reason to make new ones.
const FEW: i64 = 3;
/// White around the square, which a camera needs.
const QUIET: usize = 4;

/// Where a code is typed. A phone shows its keypad, and a password manager knows what is meant. The cursor stands in it where nothing
/// else is asked.
#[must_use]
pub(crate) fn code_field(fields: &Fields, lang: Lang, name: &str, focus: bool) -> AnyView {
    Field::new(fields, lang, name, lang.t("factor-code"))
        .hint(lang.t("factor-code-hint"))
        .required()
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .focus(focus)
        .text()
}

/// Stands on every page until the user has read that a factor was taken away.
#[must_use]
pub(crate) fn told_banner(ctx: &Ctx) -> AnyView {
    if !ctx.actor.standing.untold {
        return ().into_any();
    }
    let lang = ctx.lang;
    let body = view! { <p role="status">{lang.t("factor-removed")}" "<a href=routes::SECOND_FACTOR>{lang.t("factor-removed-why")}</a></p> };
    view! { <div class="no-print">{notice_with(Tone::Warn, body.into_any())}</div> }.into_any()
}

/// The square that an app reads, drawn as one path: dark on white in either colour scheme.
fn square(lang: Lang, address: &str) -> AnyView {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else { return ().into_any() };
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let dark = row.iter().skip(x).take_while(|colour| **colour == Color::Dark).count();
            if dark > 0 {
                path.push_str(&format!("M{} {}h{dark}v1h-{dark}z", x + QUIET, y + QUIET));
            }
            x += dark.max(1);
        }
    }
    let side = width + 2 * QUIET;
    view! {
        <svg class="square" role="img" aria-label=lang.t("factor-square") viewBox=format!("0 0 {side} {side}") width="232" height="232"
            shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff"/>
            <path d=path fill="#000"/>
        </svg>
    }
    .into_any()
}

pub(super) struct Shown<'a> {
    pub held: Option<&'a Held>,
    pub offered: Option<&'a Secret>,
    pub removals: &'a [Removal],
    pub fields: &'a Fields,
}

pub(super) fn page(ctx: &Ctx, shown: &Shown<'_>) -> AnyView {
    let lang = ctx.lang;
    let standing = ctx.actor.standing;
    let must = standing.must_enrol().then(|| notice(Tone::Warn, lang.t("factor-must")));
    let body = match (standing.has_factor, standing.demand) {
        (true, _) => in_force(ctx, shown.held),
        (false, Demand::Off) => notice(Tone::Calm, lang.t("factor-off")),
        (false, _) if shown.offered.is_none() => {
            let form = post_form(
                routes::FACTOR_START,
                view! { <div class="actions">{button(lang.t("factor-start"))}</div> }.into_any(),
            );
            view! { <p>{lang.t("factor-what")}</p>{form} }.into_any()
        }
        (false, _) => ().into_any(),
    };
    view! {
        <h1>{lang.t("factor-title")}</h1>
        <p class="lead">{lang.t("factor-lead")}</p>
        {removals(ctx, shown.removals)}
        {must}
        {error_summary(shown.fields, lang)}
        {body}
        {shown.offered.map(|secret| offered(ctx, secret, shown.fields))}
    }
    .into_any()
}

fn removals(ctx: &Ctx, removals: &[Removal]) -> AnyView {
    if removals.is_empty() {
        return ().into_any();
    }
    let lang = ctx.lang;
    let items: Vec<_> = removals
        .iter()
        .map(|held| {
            let by = held.by.clone().unwrap_or_else(|| lang.t("factor-terminal").into_owned());
            let at = lang.date_time(held.removed_at, ctx.zone());
            view! { <p>{lang.t_with("factor-removed-by", &[("by", by.into()), ("at", at.into())])}</p><p>{held.reason.clone()}</p> }
        })
        .collect();
    let read = post_form_inline(routes::FACTOR_TOLD, button_quiet(lang.t("factor-read")));
    notice_with(Tone::Warn, view! { {items}<p>{lang.t("factor-removed-not-you")}</p>{read} }.into_any())
}

/// Scan or type, then confirm by a first code.
fn offered(ctx: &Ctx, secret: &Secret, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let code = |text: String| view! { <code>{text}</code> }.into_any();
    let known = facts(vec![
        (lang.t("factor-account").into_owned(), code(format!("Ergon: {}", ctx.actor.username))),
        (lang.t("factor-secret").into_owned(), code(grouped(&secret.base32()))),
    ]);
    // No recovery code counts here.
    let first_code = Field::new(fields, lang, "code", lang.t("factor-code"))
        .required()
        .short()
        .autocomplete("one-time-code")
        .inputmode("numeric")
        .text();
    let form = post_form(
        routes::FACTOR_CONFIRM,
        view! { {first_code}<div class="actions">{button(lang.t("factor-confirm"))}</div> }.into_any(),
    );
    let again = post_form_inline(routes::FACTOR_START, button_quiet(lang.t("factor-again")));
    let body = view! {
        <ol class="steps">
            <li>{lang.t("factor-scan")}</li>
            <li>{lang.t("factor-type")}</li>
        </ol>
        {square(lang, &secret.address(&ctx.actor.username))}
        <p>{lang.t("factor-by-hand")}</p>
        {known}
        {form}
        {again}
    };
    card(lang.t("factor-set-up"), body.into_any())
}

fn in_force(ctx: &Ctx, held: Option<&Held>) -> AnyView {
    let lang = ctx.lang;
    let since = held.and_then(|held| held.confirmed_at).map(|at| lang.date_time(at, ctx.zone()));
    let left = held.map_or(0, |held| held.codes);
    let few = (left < FEW).then(|| notice(Tone::Warn, lang.t("factor-few")));
    let off = (ctx.actor.standing.demand != Demand::Obligatory)
        .then(|| post_form_inline(routes::FACTOR_END, button_danger(lang.t("factor-end"))));
    let codes = lang.t_with("factor-codes-left", &[("n", left.into()), ("of", CODES.into())]);
    view! {
        {facts(vec![
            (lang.t("factor-since").into_owned(), since.into_any()),
            (lang.t("factor-codes").into_owned(), codes.into_any()),
        ])}
        {few}
        <div class="row-actions">
            {post_form_inline(routes::FACTOR_CODES, button_quiet(lang.t("factor-new-codes")))}
            {post_form_inline(routes::FACTOR_START, button_quiet(lang.t("factor-new-phone")))}
            {off}
        </div>
    }
    .into_any()
}

/// The recovery codes, this once.
pub(super) fn codes(ctx: &Ctx, codes: &[String]) -> AnyView {
    let lang = ctx.lang;
    let title = lang.t("factor-codes");
    let place = format!("Ergon · {}", ctx.actor.username);
    let items: Vec<_> = codes.iter().map(|code| view! { <li><code>{grouped(code)}</code></li> }).collect();
    view! {
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        {notice(Tone::Warn, lang.t("factor-codes-once"))}
        <ol class="codes">{items}</ol>
        <p>{lang.t("factor-codes-how")}</p>
        <div class="actions no-print">{link_button(routes::HOME, lang.t("factor-codes-kept"))}</div>
    }
    .into_any()
}
