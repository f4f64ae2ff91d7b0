//! Step-up: before a patient's data leaves as a file, before the glass is broken and before users are changed, whoever sits there says
//! once more who he is: with a code of the second factor, or with the password where there is none. The route table says where
//! ([`crate::web::Proof`]), and the route's guard asks here, so that no handler can forget it. A form that was sent meanwhile is
//! carried along, and goes on with the answer in the same step.

use axum::body::Body;
use axum::extract::{Query, Request};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;
use tower_sessions::Session;

use super::factor;
use super::rules::is_fresh;
use super::session_store::id_hash;
use super::sign_in::is_local;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Tone, button, error_summary, hidden, link_button, link_button_quiet, notice, post_form};
use crate::routes;
use crate::web::answers::redirect;
use crate::web::routing::is_file;
use crate::web::{Ctx, Visitor};

/// The field in which the proof is typed, on the page of its own and in forms that ask for it themselves.
pub(super) const FIELD: &str = "proof";
/// A form larger than this is not carried along.
const CARRIED_BYTES: usize = 1024 * 1024;

impl Ctx {
    /// Whether this session has lately given proof.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        is_fresh(self.actor.standing.proved_at, self.now())
    }
}

/// The question itself, for a form whose route asks; nothing where it would not be asked now.
#[must_use]
pub fn field(ctx: &Ctx, fields: &Fields) -> AnyView {
    if ctx.is_fresh() { ().into_any() } else { question(ctx, fields, false) }
}

fn question(ctx: &Ctx, fields: &Fields, focus: bool) -> AnyView {
    let lang = ctx.lang;
    if ctx.actor.standing.has_factor {
        return factor::code_field(fields, lang, FIELD, focus);
    }
    Field::new(fields, lang, FIELD, lang.t("access-password"))
        .hint(lang.t("factor-password-hint"))
        .required()
        .focus(focus)
        .password("current-password")
}

/// Compares what was typed, and notes the proof on the session. `fields` gets the error.
async fn prove(ctx: &Ctx, session: Option<&Session>, fields: &mut Fields) -> Result<bool> {
    let typed = fields.pairs().iter().find(|(name, _)| name == FIELD).map(|(_, value)| value.clone());
    let typed = typed.unwrap_or_default();
    fields.set(FIELD, "");
    if typed.is_empty() {
        fields.error(FIELD, Msg::new("form-required"));
        return Ok(false);
    }
    let has_factor = ctx.actor.standing.has_factor;
    let right = if has_factor {
        factor::is_right(&ctx.app, ctx.actor.id, &typed).await?
    } else {
        ctx.password_is_right(typed).await?
    };
    if !right {
        fields.error(FIELD, Msg::new(if has_factor { "factor-wrong" } else { "access-wrong-password" }));
        return Ok(false);
    }
    if let Some(id) = session.and_then(Session::id) {
        let mut tx = ctx.app.gate.proof_write().await?;
        factor::store::mark_proved(&mut tx, &id_hash(id), None, ctx.now()).await?;
        tx.commit().await?;
    }
    Ok(true)
}

/// In the place of a route that needs proof from a session whose own is too old: a page is led to the question and comes back, a
/// form brings its answer or is asked for it.
pub async fn ask(visitor: Visitor, ctx: Ctx, request: Request, next: Next) -> Response {
    let urlencoded = request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if request.method() != Method::POST || !urlencoded {
        return redirect(&routes::proof_for(&ctx.uri));
    }
    match form(visitor, ctx, request, next).await {
        Ok(response) => response,
        Err(error) => error.into_response(),
    }
}

async fn form(visitor: Visitor, ctx: Ctx, request: Request, next: Next) -> Result<Response> {
    let (mut parts, body) = request.into_parts();
    let sent = axum::body::to_bytes(body, CARRIED_BYTES).await.map_err(|_| AppError::BadRequest)?;
    let mut fields = Fields::parse(&sent).ok_or(AppError::BadRequest)?;
    let session = parts.extensions.get::<Session>().cloned();
    let answered = fields.has(FIELD);
    if !answered || !prove(&ctx, session.as_ref(), &mut fields).await? {
        return Ok(show_form(&ctx, &fields));
    }
    let rest: Vec<_> = fields.pairs().iter().filter(|(name, _)| name != FIELD).collect();
    let body = serde_html_form::to_string(&rest).map_err(|_| AppError::Internal)?;
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    // The handler draws its page for somebody who has just given proof.
    let mut actor = (*ctx.actor).clone();
    actor.standing.proved_at = Some(ctx.now());
    let ctx = Ctx { actor: actor.into(), ..ctx };
    parts.extensions.insert(Visitor { ctx: Some(ctx), ..visitor });
    Ok(next.run(Request::from_parts(parts, Body::from(body))).await)
}

/// The question, with all of the form behind it.
fn show_form(ctx: &Ctx, fields: &Fields) -> Response {
    let carried: Vec<_> = fields
        .pairs()
        .iter()
        .filter(|(name, _)| name != FIELD)
        .map(|(name, value)| hidden(name.clone(), value.clone()))
        .collect();
    show(ctx, StatusCode::UNAUTHORIZED, fields, &ctx.uri, carried.into_any())
}

fn show(ctx: &Ctx, status: StatusCode, fields: &Fields, action: &str, carried: AnyView) -> Response {
    let lang = ctx.lang;
    ctx.page_with(status, lang.t("factor-proof"), || {
        let form = post_form(
            action.to_owned(),
            view! { {carried}{question(ctx, fields, true)}<div class="actions">{button(lang.t("factor-go-on"))}</div> }
                .into_any(),
        );
        view! {
            <h1>{lang.t("factor-proof")}</h1>
            <p class="lead">{lang.t("factor-proof-lead")}</p>
            {error_summary(fields, lang)}
            {form}
        }
        .into_any()
    })
}

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Back {
    next: String,
}

fn local(next: &str) -> &str {
    if is_local(next) { next } else { routes::HOME }
}

pub async fn page(ctx: Ctx, Query(back): Query<Back>) -> Response {
    let next = local(&back.next);
    if ctx.is_fresh() {
        return redirect(next);
    }
    show(&ctx, StatusCode::OK, &Fields::new(), routes::PROOF, hidden("next", next.to_owned()))
}

pub async fn submit(ctx: Ctx, session: Session, mut fields: Fields) -> Result<Response> {
    let next = local(fields.get("next")).to_owned();
    if !prove(&ctx, Some(&session), &mut fields).await? {
        let carried = hidden("next", next);
        return Ok(show(&ctx, StatusCode::UNPROCESSABLE_ENTITY, &fields, routes::PROOF, carried));
    }
    let path = next.split('?').next().unwrap_or_default();
    if !is_file(path) {
        return Ok(redirect(&next));
    }
    // A file leaves the browser where it is: it needs a page from which to fetch it and to go back.
    let lang = ctx.lang;
    let list = path.rsplit_once('.').map_or(routes::HOME, |(list, _)| list.trim_end_matches("/fhir")).to_owned();
    Ok(ctx.page(lang.t("factor-proof"), || {
        view! {
            <h1>{lang.t("factor-proof")}</h1>
            {notice(Tone::Ok, lang.t("factor-proved"))}
            <div class="actions">
                {link_button(next, lang.t("factor-fetch"))}
                {link_button_quiet(list, lang.t("factor-back-to-page"))}
            </div>
        }
        .into_any()
    }))
}
