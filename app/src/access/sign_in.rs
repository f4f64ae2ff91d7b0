//! Signing in and out. A wrong name and a wrong password get the same answer after the same work. A form that was sent after
//! its session had lapsed is not lost: the sign-in page carries it along, and after signing in one button sends it. Whoever has a
//! second factor is asked for it in a second step ([`super::second_step`]).

use axum::body::Body;
use axum::extract::{Query, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Response};
use leptos::prelude::*;
use tower_sessions::Session;

use super::password;
use super::rules::{DORMANT_DAYS, is_dormant, rest_after};
use super::session_store::id_hash;
use super::{factor, second_step, step_up, store};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{Field, Tone, button, error_summary, hidden, notice, post_form};
use crate::routes;
use crate::web::answers::{redirect, render};
use crate::web::context::SESSION_USER;
use crate::web::{AppState, Visitor, shell};

/// Fields that a lapsed session's form is carried in.
const KEPT: &str = "kept.";
const KEPT_PATH: &str = "kept_path";
/// Never carried: passwords are typed again.
const SECRETS: [&str; 4] = ["password", "current", "new", step_up::FIELD];
/// A form larger than this is not carried along.
const KEPT_BYTES: usize = 1024 * 1024;

#[derive(Debug, serde::Deserialize)]
pub struct Next {
    next: Option<String>,
}

pub async fn page(visitor: Visitor, Query(query): Query<Next>) -> Response {
    let next = query.next.filter(|path| is_local(path)).unwrap_or_default();
    if visitor.ctx.is_some() {
        return redirect(if next.is_empty() { routes::HOME } else { &next });
    }
    show(&visitor, StatusCode::OK, &Fields::new().with("next", next))
}

/// Asks somebody to sign in who wanted something else: a page is come back to, a form is carried along.
pub async fn ask(visitor: Visitor, request: Request<Body>) -> Response {
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    if request.method() == Method::GET {
        let query = serde_html_form::to_string([("next", path)]).unwrap_or_default();
        return redirect(&format!("{}?{query}", routes::SIGN_IN));
    }
    let kind = request.headers().get(header::CONTENT_TYPE).cloned();
    let is = |begin: &[u8]| kind.as_ref().is_some_and(|kind| kind.as_bytes().starts_with(begin));
    let urlencoded = is(b"application/x-www-form-urlencoded");
    let body = if urlencoded { axum::body::to_bytes(request.into_body(), KEPT_BYTES).await.ok() } else { None };
    let mut fields = Fields::new();
    // No page can put a file back into a form: it is said, and the page with the form comes next.
    if is(b"multipart/form-data") {
        fields.set("next", path.clone());
        fields.error("", Msg::new("access-file-again"));
    }
    if let Some(sent) = body.and_then(|body| Fields::parse(&body)) {
        fields.set(KEPT_PATH, path);
        for (name, value) in sent.pairs().iter().filter(|(name, _)| !SECRETS.contains(&name.as_str())) {
            fields.add(format!("{KEPT}{name}"), value.clone());
        }
    }
    show(&visitor, StatusCode::UNAUTHORIZED, &fields)
}

/// What goes along through the steps of signing in: where to go afterwards, and the form that was kept.
pub(super) fn carried(fields: &Fields) -> AnyView {
    let kept = fields.pairs().iter().filter(|(name, _)| name.starts_with(KEPT) || name == KEPT_PATH);
    let kept: Vec<_> = kept.map(|(name, value)| hidden(name.clone(), value.clone())).collect();
    view! { {kept}{hidden("next", fields.get("next").to_owned())} }.into_any()
}

pub(super) fn show(visitor: &Visitor, status: StatusCode, fields: &Fields) -> Response {
    let lang = visitor.lang;
    let kept = fields.has(KEPT_PATH);
    let carried = carried(fields);
    let html = render(
        || {
            let form = post_form(
                routes::SIGN_IN.to_owned(),
                view! {
                    {carried}
                    {Field::new(fields, lang, "username", lang.t("access-username")).required().autocomplete("username").text()}
                    {Field::new(fields, lang, "password", lang.t("access-password")).required().password("current-password")}
                    <div class="actions">{button(lang.t("access-sign-in"))}</div>
                }
                .into_any(),
            );
            let body = view! {
                <div class="sign-in">
                    <h1>{lang.t("access-sign-in")}</h1>
                    <p class="lead">{lang.t("access-sign-in-lead")}</p>
                    {kept.then(|| notice(Tone::Warn, lang.t("access-kept")))}
                    {error_summary(fields, lang)}
                    {form}
                </div>
            };
            shell::visitor(visitor, &lang.t("access-sign-in"), body.into_any())
        },
        &visitor.app.site,
    );
    (status, Html(html)).into_response()
}

pub async fn submit(visitor: Visitor, session: Session, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let username = fields.required("username", 100).to_lowercase();
    let password =
        fields.pairs().iter().find(|(name, _)| name == "password").map(|(_, value)| value.clone()).unwrap_or_default();
    if password.is_empty() {
        fields.error("password", Msg::new("form-required"));
    }
    if fields.is_refused() {
        return Ok(show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &fields));
    }
    fields.set("password", "");
    let Some(user) = check(&visitor.app, &username, password).await? else {
        fields.error("username", Msg::new("access-wrong"));
        return Ok(show(&visitor, StatusCode::UNPROCESSABLE_ENTITY, &fields));
    };
    if factor::asks(&visitor.app, user).await? {
        return second_step::begin(&visitor, &session, user, &fields).await;
    }
    enter(&visitor, &session, &headers, user, &fields).await
}

/// Signs in, and goes on to what was asked for.
pub(super) async fn enter(
    visitor: &Visitor,
    session: &Session,
    headers: &HeaderMap,
    user: UserId,
    fields: &Fields,
) -> Result<Response> {
    // A new identifier at every sign-in: one that was planted before is worth nothing.
    session.cycle_id().await.map_err(|_| AppError::Busy)?;
    session.insert(SESSION_USER, user).await.map_err(|_| AppError::Busy)?;
    session.save().await.map_err(|_| AppError::Busy)?;
    if let Some(id) = session.id() {
        let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let agent: String = agent.chars().take(200).collect();
        let mut tx = visitor.app.gate.proof_write().await?;
        factor::store::mark_proved(&mut tx, &id_hash(id), Some(&agent), visitor.app.gate.clock.now()).await?;
        tx.commit().await?;
    }
    if fields.has(KEPT_PATH) && is_local(fields.get(KEPT_PATH)) {
        return Ok(resume(visitor, fields));
    }
    let next = fields.get("next");
    Ok(redirect(if is_local(next) { next } else { routes::HOME }))
}

/// The user whose password this is. Wrong ones are counted on the account, and an account that rests refuses the right one too,
/// with the same words.
pub(super) async fn check(app: &AppState, username: &str, password: String) -> Result<Option<UserId>> {
    let gate = &app.gate;
    let now = gate.clock.now();
    let mut tx = gate.unattended_read().await?;
    let row = store::for_sign_in(&mut tx, username).await?;
    drop(tx);
    let hash = row.as_ref().and_then(|row| row.password_hash.clone());
    let matches = password::verify(password, hash).await;
    let Some(row) = row else { return Ok(None) };
    let days = row.dormant_days.unwrap_or(DORMANT_DAYS);
    let dormant = !row.is_demo && is_dormant(row.last_used, now, days);
    if !row.active || dormant || row.locked_until.is_some_and(|until| until > now) {
        return Ok(None);
    }
    let mut tx = gate.unattended_write().await?;
    // Of many tries at once each waits here for the others, or they would count as one.
    let (failed, locked_until) = store::hold_for_sign_in(&mut tx, row.id).await?;
    if locked_until.is_some_and(|until| until > now) {
        return Ok(None);
    }
    if matches {
        store::note_success(&mut tx, row.id, now).await?;
    } else {
        let failures = failed.saturating_add(1);
        store::note_failure(&mut tx, row.id, failures, rest_after(failures).map(|rest| now + rest)).await?;
    }
    tx.commit().await?;
    Ok(matches.then_some(row.id))
}

/// The form of before, ready to be sent with one button.
fn resume(visitor: &Visitor, fields: &Fields) -> Response {
    let lang = visitor.lang;
    let carried: Vec<_> = fields
        .pairs()
        .iter()
        .filter_map(|(name, value)| Some(hidden(name.strip_prefix(KEPT)?.to_owned(), value.clone())))
        .collect();
    let html = render(
        || {
            let form = post_form(
                fields.get(KEPT_PATH).to_owned(),
                view! { {carried}<div class="actions">{button(lang.t("access-resume-send"))}</div> }.into_any(),
            );
            let body = view! {
                <div class="sign-in"><h1>{lang.t("access-resume")}</h1><p class="lead">{lang.t("access-resume-text")}</p>{form}</div>
            };
            shell::visitor(visitor, &lang.t("access-resume"), body.into_any())
        },
        &visitor.app.site,
    );
    Html(html).into_response()
}

pub async fn sign_out(session: Session) -> Result<Response> {
    session.flush().await.map_err(|_| AppError::Busy)?;
    let mut response = redirect(routes::SIGN_IN);
    // What a page has kept in the browser, such as marks that wait, is nobody else's.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"storage\""));
    Ok(response)
}

/// A path on this server and nowhere else.
pub(crate) fn is_local(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_local_paths_are_come_back_to() {
        for (path, local) in [
            ("/patients?q=a", true),
            ("//evil.example", false),
            ("/\\evil.example", false),
            ("https://evil.example", false),
            ("", false),
        ] {
            assert_eq!(is_local(path), local, "{path}");
        }
    }
}
