//! Where a phone sends the marks that it has kept while there was no network: one at a time, in order, each with a name of its own and
//! the time at which it was made. The answer is for the script of the page: no page, and no name of anybody.

use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::api::{self, Outcome};
use super::super::model::{Made, Mark, RowKey};
use super::person::movement;
use crate::custody::slots::CustodyReason;
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::web::Ctx;

/// 204 with the row's version, or 409 with what the row says now.
pub async fn mark(ctx: Ctx, fields: Fields) -> Result<Response> {
    let key: RowKey = fields.get("row").parse().map_err(|_| AppError::BadRequest)?;
    let mark_id: Uuid = fields.get("id").parse().map_err(|_| AppError::BadRequest)?;
    let at: DateTime<Utc> = fields.get("made_at").parse().map_err(|_| AppError::BadRequest)?;
    let reason = fields.get("reason").parse::<CustodyReason>().ok();
    let mark = Mark::from_code(fields.get("mark"), reason).ok_or(AppError::BadRequest)?;
    let made = Made { mark_id: Some(mark_id), at: Some(at), list: None };
    Ok(match api::mark(&ctx, key, mark, made).await? {
        Outcome::Said(version) => {
            let version = HeaderValue::from_str(&version.to_string()).unwrap_or(HeaderValue::from_static("0"));
            (StatusCode::NO_CONTENT, [("x-version", version)]).into_response()
        }
        Outcome::Changed(now) | Outcome::NotPossible(now) => {
            (StatusCode::CONFLICT, movement(&ctx, &now)).into_response()
        }
        Outcome::NotOpen => (StatusCode::CONFLICT, ctx.lang.t("unlock-phone-closed").into_owned()).into_response(),
    })
}
