//! What changed since a print: told where the list stands, and as one sheet that can be printed and taken to the wing, which then
//! says with one press that it has seen it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Compared, Registered};
use super::super::model::{ListHead, ListKey, Seen};
use super::super::rules::{Change, What};
use super::super::words;
use super::print::print_button;
use crate::access::Permission;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::ListId;
use crate::kit::ui::{
    Button, Header, Tone, button, empty, error_summary, hidden, link_button_quiet, notice, post_form_inline,
    print_head, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// Above a list: what there is of it on paper, and the button that prints it. The rest stands below the list ([`more_paper`]), or it
/// would fill a phone before the first name.
pub(crate) fn paper(ctx: &Ctx, key: &ListKey, printed: Option<&Registered>) -> AnyView {
    let lang = ctx.lang;
    let may_print = ctx.may(Permission::ListPrint);
    let (state, label) = match printed {
        None => (view! { <p class="sub">{lang.t("lists-not-printed")}</p> }.into_any(), "lists-print"),
        Some(held) => (newest(ctx, held), "lists-print-again"),
    };
    view! {
        <section class="paper-bar no-print" aria-label=lang.t("lists-paper")>
            <div class="state">{state}</div>
            {may_print.then(|| print_button(ctx, key, label))}
        </section>
    }
    .into_any()
}

/// Below a list: slips, what was written on paper, and every list that was printed for the day.
pub(crate) fn more_paper(ctx: &Ctx, key: &ListKey, printed: Option<&Registered>) -> AnyView {
    let lang = ctx.lang;
    let slips = ctx.may(Permission::ListPrint).then(|| link_button_quiet(routes::slips(key), lang.t("lists-slips")));
    let late = printed.map(|held| link_button_quiet(routes::list_catch_up(held.head.id), lang.t("lists-catch-up")));
    let register = link_button_quiet(routes::lists_of(key.date), lang.t("lists-register"));
    view! { <div class="actions no-print">{slips}{late}{register}</div> }.into_any()
}

fn newest(ctx: &Ctx, held: &Registered) -> AnyView {
    let lang = ctx.lang;
    let head = &held.head;
    let state = (held.changes > 0).then(|| {
        view! {
            " "{tag(Tone::Warn, lang.t_with("lists-changed", &[("n", held.changes.into())]))}
            " "{Button::new(lang.t("lists-to-changes")).quiet().link(routes::list_changes(head.id))}
            " "<span class="sub">{seen_words(ctx, &held.seen.iter().collect::<Vec<_>>())}</span>
        }
    });
    view! { <p><a href=routes::list(head.id)>{words::numbered(lang, head)}</a>", "{printed(ctx, head)}{state}</p> }
        .into_any()
}

/// `printed 07:40 by duty office`.
pub(super) fn printed(ctx: &Ctx, head: &ListHead) -> String {
    let at = ctx.lang.date_time(head.printed_at, ctx.zone());
    ctx.lang.t_with("lists-printed-at", &[("at", at.into()), ("by", head.printed_by.clone().into())])
}

/// Who has said so for the wing.
pub(super) fn seen_words(ctx: &Ctx, seen: &[&Seen]) -> String {
    let lang = ctx.lang;
    if seen.is_empty() {
        return lang.t("lists-seen-nobody").into_owned();
    }
    let all: Vec<String> =
        seen.iter().map(|seen| format!("{} {}", seen.name, lang.date_time(seen.seen_at, ctx.zone()))).collect();
    lang.t_with("lists-seen-by", &[("who", all.join(", ").into())])
}

pub async fn page(ctx: Ctx, Path(id): Path<ListId>) -> Result<Response> {
    let held = api::compared(&ctx, id).await?;
    Ok(ctx.page(ctx.lang.t("lists-changes-title"), || view(&ctx, &held, &Fields::new())))
}

/// The wing has seen it. Whoever pressed on an older sheet is shown what has changed since.
pub async fn see(ctx: Ctx, Path(id): Path<ListId>, mut fields: Fields) -> Result<Response> {
    if api::see(&ctx, id, fields.get("digest")).await? {
        return Ok(ctx.redirect_with(&routes::list_changes(id), "flash-list-seen"));
    }
    let held = api::compared(&ctx, id).await?;
    fields.error("", Msg::new("lists-changed-again"));
    Ok(ctx.refused(ctx.lang.t("lists-changes-title"), || view(&ctx, &held, &fields)))
}

fn view(ctx: &Ctx, held: &Compared, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let head = &held.print.head;
    let place = ctx.actor.places.iter().find(|place| place.id == head.facility_id).map(|place| place.name.clone());
    let what =
        format!("{} · {} · {}", lang.t("lists-changes-title"), words::title(lang, head), words::numbered(lang, head));
    let body = if held.changes.is_empty() {
        empty(lang.t("lists-unchanged"), Some((routes::list(head.id), lang.t("lists-to-list").into_owned())))
    } else {
        view! { {table_of(ctx, &held.changes)}{acknowledge(ctx, held)} }.into_any()
    };
    view! {
        {print_head(lang, place.unwrap_or_default(), what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <h1>{lang.t("lists-changes-title")}</h1>
        <p class="lead">
            <a href=routes::list(head.id)>{words::numbered(lang, head)}</a>
            {format!(" · {} · {} · {}", words::title(lang, head), lang.long_date(head.held_on), printed(ctx, head))}
        </p>
        {(!head.is_newest()).then(|| notice(Tone::Warn, lang.t("lists-not-newest")))}
        {body}
    }
    .into_any()
}

fn table_of(ctx: &Ctx, changes: &[Change]) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["lists-what", "unlock-sheet-name-number", "unlock-sheet-cell", "unlock-sheet-time-place", "lists-how"];
    let rows = changes
        .iter()
        .filter_map(|change| {
            let row = change.row()?;
            let (tone, key) = match change.what {
                What::Added => (Tone::Ok, "lists-what-added"),
                What::Gone(_) => (Tone::Bad, "lists-what-gone"),
                What::Changed(_) => (Tone::Warn, "lists-what-changed"),
            };
            Some(
                view! {
                    <tr>
                        <td>{tag(tone, lang.t(key))}</td>
                        <td><b>{row.name.clone()}</b><div class="sub">{row.number.clone()}</div></td>
                        <td>{row.housing()}</td>
                        <td>{row.way(lang, ctx.zone())}</td>
                        <td>{words::change(lang, ctx.zone(), change)}</td>
                    </tr>
                }
                .into_any(),
            )
        })
        .collect();
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    table_under_heading(lang.t("lists-changes-title"), headers, rows, lang.t("lists-unchanged"))
}

fn acknowledge(ctx: &Ctx, held: &Compared) -> AnyView {
    let lang = ctx.lang;
    let seen: Vec<&Seen> = held.seen_by().collect();
    let done = seen.iter().any(|seen| seen.name == ctx.actor.name);
    let form = (ctx.may(Permission::ListAcknowledge) && !done).then(|| {
        let body = view! { {hidden("digest", held.digest.clone())}{button(lang.t("lists-see"))} };
        post_form_inline(routes::list_seen(held.print.head.id), body.into_any())
    });
    let reprint =
        ctx.may(Permission::ListPrint).then(|| print_button(ctx, &held.print.head.key(), "lists-print-again"));
    view! { <p>{seen_words(ctx, &seen)}</p><div class="actions no-print">{form}{reprint}</div> }.into_any()
}
