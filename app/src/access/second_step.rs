//! The second step of signing in: the password was right, and the code of the app is asked for. Until it is given the session is
//! nobody's; what it waits for lies in the session itself and lapses after a few minutes.

use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse as _, Response};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use tower_sessions::Session;

use super::factor::rules::WAITS;
use super::{factor, sign_in};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{button, error_summary, link_button_quiet, post_form};
use crate::routes;
use crate::web::answers::render;
use crate::web::context::SESSION_USER;
use crate::web::{Visitor, shell};

/// The key under which a session holds who has said the password.
const WAITING: &str = "waiting";

#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Waiting {
    user: UserId,
    since: DateTime<Utc>,
}

/// Remembers whose password was right, and asks for the code.
pub(super) async fn begin(visitor: &Visitor, session: &Session, user: UserId, fields: &Fields) -> Result<Response> {
    let waiting = Waiting { user, since: visitor.app.gate.clock.now() };
    // Whoever was signed in here before is not any more.
    session.flush().await.map_err(|_| AppError::Busy)?;
    session.insert(WAITING, waiting).await.map_err(|_| AppError::Busy)?;
    session.save().await.map_err(|_| AppError::Busy)?;
    Ok(show(visitor, StatusCode::OK, fields))
}

pub async fn submit(visitor: Visitor, session: Session, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let now = visitor.app.gate.clock.now();
    let waiting: Option<Waiting> = session.get(WAITING).await.map_err(|_| AppError::Busy)?;
    let Some(waiting) = waiting.filter(|waiting| now - waiting.since < WAITS) else {
        fields.error("", Msg::new("factor-waited"));
        return Ok(sign_in::show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &fields));
    };
    let typed = fields.get("code").to_owned();
    fields.set("code", "");
    // Nothing typed is no attempt.
    if typed.is_empty() {
        fields.error("code", Msg::new("form-required"));
    } else if !factor::is_right(&visitor.app, waiting.user, &typed).await? {
        fields.error("code", Msg::new("factor-wrong"));
    }
    if fields.is_refused() {
        return Ok(show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &fields));
    }
    session.remove_value(WAITING).await.map_err(|_| AppError::Busy)?;
    session.remove_value(SESSION_USER).await.map_err(|_| AppError::Busy)?;
    sign_in::enter(&visitor, &session, &headers, waiting.user, &fields).await
}

fn show(visitor: &Visitor, status: StatusCode, fields: &Fields) -> Response {
    let lang = visitor.lang;
    let html = render(
        || {
            let form = post_form(
                routes::SIGN_IN_CODE.to_owned(),
                view! {
                    {sign_in::carried(fields)}
                    {factor::code_field(fields, lang, "code", true)}
                    <div class="actions">
                        {button(lang.t("access-sign-in"))}
                        {link_button_quiet(routes::SIGN_IN, lang.t("factor-back"))}
                    </div>
                }
                .into_any(),
            );
            let body = view! {
                <div class="sign-in">
                    <h1>{lang.t("factor-step")}</h1>
                    <p class="lead">{lang.t("factor-step-lead")}</p>
                    {error_summary(fields, lang)}
                    {form}
                    <p class="sub">{lang.t("factor-lost")}</p>
                </div>
            };
            shell::visitor(visitor, &lang.t("factor-step"), body.into_any())
        },
        &visitor.app.site,
    );
    (status, Html(html)).into_response()
}
