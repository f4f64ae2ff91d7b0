//! One session: recorded here by the one who leads it, read here by the others. The handlers; [`super::record_view`] draws.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::record_view as view;
use crate::access::Permission;
use crate::care::sessions::api;
use crate::care::sessions::record_form::{parse, prefill};
use crate::care::sessions::rules::Stage;
use crate::care::sessions::store::sheet::Sheet;
use crate::custody::slots::SlotStatus;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::SlotId;
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>) -> Result<Response> {
    let sheet = api::load(&ctx, Permission::SessionRead, id).await?;
    Ok(show(&ctx, &sheet, &prefill(&sheet)))
}

/// The form for the one who leads it while it can be recorded; otherwise what may be read of it.
fn show(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> Response {
    let title = sheet.head.title.say(ctx.lang).to_owned();
    let stage = api::stage_of(ctx, &sheet.head);
    let recording = stage == Stage::Open && api::is_own(ctx, &sheet.head) && ctx.may(Permission::SessionRecord);
    let body = || {
        let rest = if recording { view::form(ctx, sheet, fields) } else { view::reading(ctx, sheet, stage) };
        let stop = (api::is_own(ctx, &sheet.head) && matches!(stage, Stage::Ahead | Stage::Open))
            .then(|| view::stop(ctx, &sheet.head, stage));
        let shift = (api::is_own(ctx, &sheet.head) && stage == Stage::Ahead).then(|| view::shift(ctx, &sheet.head));
        view! { {view::head(ctx, sheet, stage)} {rest} {shift} {stop} }.into_any()
    };
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

pub async fn save(ctx: Ctx, Path(id): Path<SlotId>, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let sheet = api::load(&ctx, Permission::SessionRecord, id).await?;
    if api::stage_of(&ctx, &sheet.head) == Stage::Signed {
        return Ok(ctx.redirect_with(&routes::session(id), "flash-session-already-signed"));
    }
    let autosave = headers.contains_key("x-autosave");
    if !autosave && fields.get("then") == "goals" {
        // Asked for in the middle of writing: nothing is kept yet, and nothing is lost.
        fields.set("goals", "all");
        return Ok(show(&ctx, &sheet, &fields));
    }
    let to_sign = !autosave && fields.get("then") == "sign";
    let draft = parse(&mut fields, &sheet, to_sign);
    if fields.is_refused() {
        return Ok(if autosave {
            StatusCode::UNPROCESSABLE_ENTITY.into_response()
        } else {
            show(&ctx, &sheet, &fields)
        });
    }
    match api::save(&ctx, &sheet.head, fields.version(), &draft).await? {
        Some(version) if autosave => Ok(saved_quietly(version)),
        Some(_) if to_sign => Ok(redirect(&routes::session_sign(id))),
        Some(_) => Ok(ctx.redirect_with(&routes::session(id), "flash-session-saved")),
        None if autosave => Ok(StatusCode::CONFLICT.into_response()),
        None => {
            // What was typed stays; saving once more, after being told, is then meant.
            let now = api::load(&ctx, Permission::SessionRecord, id).await?;
            fields.set("version", now.head.version.to_string());
            fields.error("", Msg::new("sessions-stale"));
            Ok(show(&ctx, &now, &fields))
        }
    }
}

fn saved_quietly(version: i32) -> Response {
    let version = HeaderValue::from_str(&version.to_string()).unwrap_or(HeaderValue::from_static("0"));
    (StatusCode::NO_CONTENT, [("x-version", version)]).into_response()
}

/// Cancels what lies ahead, or says that it was not held.
pub async fn stop(ctx: Ctx, Path(id): Path<SlotId>, fields: Fields) -> Result<Response> {
    let status = api::stop(&ctx, id, fields.version()).await?;
    let flash = if status == SlotStatus::Cancelled { "flash-session-cancelled" } else { "flash-session-not-held" };
    Ok(ctx.redirect_with(&routes::session(id), flash))
}
