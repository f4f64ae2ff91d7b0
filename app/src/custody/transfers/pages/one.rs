//! One planned move: what carrying it out would end, and the two ways to decide about it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Decided, MoveSheet};
use super::super::model::{Ends, MoveStatus};
use super::list::state;
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::TransferId;
use crate::kit::ui::{
    Field, button, button_danger, card, error_summary, facts, hidden, link_button_quiet, post_form, post_form_inline,
};
use crate::routes;
use crate::web::Ctx;

/// The longest prison number.
const LONGEST_NUMBER: usize = 40;

pub async fn page(ctx: Ctx, Path(id): Path<TransferId>) -> Result<Response> {
    show(&ctx, id, &Fields::new()).await
}

pub async fn cancel(ctx: Ctx, Path(id): Path<TransferId>, mut fields: Fields) -> Result<Response> {
    match api::cancel(&ctx, id, fields.version()).await? {
        Decided::Done => Ok(ctx.redirect_with(routes::MOVES, "flash-move-cancelled")),
        Decided::Already => Ok(ctx.redirect_with(routes::MOVES, "flash-move-was-cancelled")),
        Decided::Changed(status) => changed(&ctx, id, fields, status).await,
        Decided::NumberTaken => {
            fields.error("number", Msg::new("moves-number-taken"));
            show(&ctx, id, &fields).await
        }
    }
}

pub async fn carry_out(ctx: Ctx, Path(id): Path<TransferId>, mut fields: Fields) -> Result<Response> {
    let number = fields.text("number", LONGEST_NUMBER);
    if fields.is_refused() {
        return show(&ctx, id, &fields).await;
    }
    match api::carry_out(&ctx, id, fields.version(), Some(number).filter(|number| !number.is_empty())).await? {
        Decided::Done => Ok(ctx.redirect_with(routes::MOVES, "flash-move-done")),
        Decided::Already => Ok(ctx.redirect_with(routes::MOVES, "flash-move-was-done")),
        Decided::Changed(status) => changed(&ctx, id, fields, status).await,
        Decided::NumberTaken => {
            fields.error("number", Msg::new("moves-number-taken"));
            show(&ctx, id, &fields).await
        }
    }
}

async fn changed(ctx: &Ctx, id: TransferId, mut fields: Fields, status: MoveStatus) -> Result<Response> {
    fields.error("", Msg::with("moves-changed", [("state", status.label(ctx.lang).into())]));
    show(ctx, id, &fields).await
}

async fn show(ctx: &Ctx, id: TransferId, fields: &Fields) -> Result<Response> {
    let sheet = api::sheet(ctx, id).await?;
    let title = sheet.planned.name();
    let body = || view(ctx.lang, &sheet, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(lang: Lang, sheet: &MoveSheet, fields: &Fields) -> AnyView {
    let held = &sheet.planned;
    let lines = [
        ("custody-number", held.prison_number.clone()),
        ("moves-from", held.from_name.clone()),
        ("moves-to", held.to_name.clone()),
        ("moves-on", lang.date(held.planned_on)),
    ];
    let decide = (held.status == MoveStatus::Planned).then(|| {
        view! {
            <div class="decisions no-print">
                {card(lang.t("moves-carry-out"), carry_out_form(lang, sheet, fields))}
                {card(lang.t("moves-cancel-title"), cancel_form(lang, sheet))}
            </div>
        }
    });
    view! {
        {error_summary(fields, lang)}
        <h1>{held.name()}" "{state(lang, held.status)}</h1>
        {facts(lines.into_iter().map(|(key, value)| (lang.t(key).into_owned(), value.into_any())).collect())}
        {decide}
        <p class="no-print">{link_button_quiet(routes::MOVES, lang.t("moves-back"))}</p>
    }
    .into_any()
}

fn carry_out_form(lang: Lang, sheet: &MoveSheet, fields: &Fields) -> AnyView {
    let body = view! {
        <p>{lang.t_with("moves-carry-out-text", &[("place", sheet.planned.to_name.as_str().into())])}</p>
        {what_ends(lang, sheet.ends)}
        {hidden("version", sheet.planned.version.to_string())}
        {Field::new(fields, lang, "number", lang.t("moves-number"))
            .hint(lang.t_with("moves-number-hint", &[("number", sheet.planned.prison_number.as_str().into())])).short().text()}
        {button(lang.t("moves-carry-out"))}
    };
    post_form(routes::move_carry_out(sheet.planned.id), body.into_any())
}

fn what_ends(lang: Lang, ends: Ends) -> AnyView {
    let lines = [
        ("moves-ends-bookings", ends.bookings),
        ("moves-ends-alerts", ends.alerts),
        ("moves-ends-pairs", ends.pairs),
        ("moves-ends-actions", ends.actions),
    ];
    let lines = lines.into_iter().map(|(key, n)| view! { <li>{lang.t_with(key, &[("n", n.into())])}</li> });
    view! { <ul>{lines.collect_view()}</ul> }.into_any()
}

fn cancel_form(lang: Lang, sheet: &MoveSheet) -> AnyView {
    let body = view! {
        <p>{lang.t("moves-cancel-text")}</p>
        {hidden("version", sheet.planned.version.to_string())}
        {button_danger(lang.t("moves-cancel"))}
    };
    post_form_inline(routes::move_cancel(sheet.planned.id), body.into_any())
}
