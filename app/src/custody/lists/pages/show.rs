//! One print, as it stood on the paper and in its language. The browser prints this page.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Compared};
use super::super::model::{ListHead, ListKind, PrintedRow, Seen};
use super::super::words;
use super::changes::{printed, seen_words};
use super::print::{origin, print_button};
use super::slips::Slip;
use super::{sheet, slips};
use crate::access::Permission;
use crate::error::Result;
use crate::kit::ids::ListId;
use crate::kit::ui::{Button, Tone, link_button_quiet, notice, notice_with};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path(id): Path<ListId>) -> Result<Response> {
    let held = api::compared(&ctx, id).await?;
    let (paper, zone) = (held.print.body.lang(), ctx.zone());
    let head = held.print.head.clone();
    let title = format!("{}, {}", words::title(ctx.lang, &head), words::numbered(ctx.lang, &head));
    let above = |body: AnyView| view! { {above(&ctx, &held)}{body} }.into_any();
    let rows = held.print.rows.clone();
    Ok(if head.kind == ListKind::Slips {
        let slip = Slip::new(&ctx, paper, &head, &held.print.body.person_text, &held.print.body.staff_text);
        let frame = || above(slips::frame(paper, held.print.body.one_to_a_page));
        ctx.page_of_rows(title, frame, rows, move |rows: &[PrintedRow]| slip.all(rows))
    } else {
        let kind = head.kind;
        let counts = words::counts(paper, kind, &rows);
        let frame = || above(sheet::frame(&ctx, paper, &head, counts));
        ctx.page_of_rows(title, frame, rows, move |rows: &[PrintedRow]| sheet::rows(paper, zone, kind, rows))
    })
}

/// What the screen says above the paper.
fn above(ctx: &Ctx, held: &Compared) -> AnyView {
    let lang = ctx.lang;
    let head = &held.print.head;
    let earlier = held
        .versions
        .iter()
        .filter(|other| other.version != head.version)
        .map(|other| version(ctx, other))
        .collect_view();
    let reprint = ctx.may(Permission::ListPrint).then(|| print_button(ctx, &head.key(), "lists-print-again"));
    view! {
        <div class="no-print">
            <h1>{words::title(lang, head)}</h1>
            <p class="lead">{format!("{} · {} · {}", lang.long_date(head.held_on), words::numbered(lang, head), printed(ctx, head))}</p>
            {state(ctx, held)}
            <p>{lang.t("lists-how-to-print")}</p>
            <div class="actions">
                {reprint}
                {(head.kind != ListKind::Slips).then(|| link_button_quiet(routes::list_catch_up(head.id), lang.t("lists-catch-up")))}
                {link_button_quiet(origin(&head.key()), lang.t("lists-to-origin"))}
                {earlier}
            </div>
        </div>
    }
    .into_any()
}

fn version(ctx: &Ctx, head: &ListHead) -> AnyView {
    let label = ctx.lang.t_with("lists-version", &[("version", head.version.into())]);
    Button::new(label).quiet().link(routes::list(head.id))
}

fn state(ctx: &Ctx, held: &Compared) -> AnyView {
    let lang = ctx.lang;
    let head = &held.print.head;
    if let Some(newest) = held.versions.iter().find(|other| other.is_newest()).filter(|_| !head.is_newest()) {
        let link = view! { <p>{lang.t("lists-not-newest")}" "<a href=routes::list(newest.id)>{words::numbered(lang, newest)}</a></p> };
        return notice_with(Tone::Warn, link.into_any());
    }
    if held.changes.is_empty() {
        return notice(Tone::Ok, lang.t("lists-unchanged"));
    }
    let seen: Vec<&Seen> = held.seen_by().collect();
    let told = view! {
        <p>
            {lang.t_with("lists-changed", &[("n", held.changes.len().into())])}". "
            <a href=routes::list_changes(head.id)>{lang.t("lists-to-changes")}</a>
        </p>
        <p class="sub">{seen_words(ctx, &seen)}</p>
    };
    notice_with(Tone::Warn, told.into_any())
}
