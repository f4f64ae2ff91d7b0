//! How answers leave: whole pages, redirects with a word to say on the next page, errors as pages in the user's language,
//! and nothing before the access rows of the request are durable.

use std::convert::Infallible;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use futures_util::stream;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use super::context::{Ctx, Visitor};
use super::shell;
use crate::care::openings;
use crate::error::AppError;
use crate::kit::ui::link_button;
use crate::routes;

impl Ctx {
    /// A whole page.
    pub fn page(&self, title: impl Into<String>, body: impl FnOnce() -> AnyView) -> Response {
        self.page_with(StatusCode::OK, title, body)
    }

    /// A page that a form came back in, refused: status 422, so that nothing takes it for a success.
    pub fn refused(&self, title: impl Into<String>, body: impl FnOnce() -> AnyView) -> Response {
        self.page_with(StatusCode::UNPROCESSABLE_ENTITY, title, body)
    }

    pub fn page_with(&self, status: StatusCode, title: impl Into<String>, body: impl FnOnce() -> AnyView) -> Response {
        let title: String = title.into();
        let html = render(|| shell::signed_in(self, &title, body()), &self.app.site);
        let mut response = (status, Html(html)).into_response();
        if self.flash.is_some() {
            append_cookie(&mut response, "flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict");
        }
        response
    }

    /// As [`Self::page`], with rows too many to be drawn before the first is sent: `body` holds [`ROWS_HERE`] where they go, and
    /// each piece of them is drawn when the one before has left.
    pub fn page_of_rows<T: Send + Sync + 'static>(
        &self,
        title: impl Into<String>,
        body: impl FnOnce() -> AnyView,
        rows: Vec<T>,
        draw: impl Fn(&[T]) -> AnyView + Send + 'static,
    ) -> Response {
        let title: String = title.into();
        let html = render(|| shell::signed_in(self, &title, body()), &self.app.site);
        let (before, after) = html.split_once(ROWS_HERE).unwrap_or((&html, ""));
        let (first, last) = (before.to_owned(), after.to_owned());
        let pieces = (0..rows.len().div_ceil(ROWS_AT_ONCE)).map(move |piece| {
            let from = piece * ROWS_AT_ONCE;
            let upto = (from + ROWS_AT_ONCE).min(rows.len());
            fragment(|| draw(rows.get(from..upto).unwrap_or_default()))
        });
        let parts = std::iter::once(first).chain(pieces).chain(std::iter::once(last));
        let body = Body::from_stream(stream::iter(parts.map(Ok::<_, Infallible>)));
        ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
    }

    /// Goes to another page and says `flash-…` there.
    #[must_use]
    pub fn redirect_with(&self, to: &str, flash: &'static str) -> Response {
        let mut response = redirect(to);
        let secure = if self.app.secure { "; Secure" } else { "" };
        append_cookie(&mut response, &format!("flash={flash}; Path=/; Max-Age=60; HttpOnly; SameSite=Strict{secure}"));
        response
    }
}

/// Stands in a page where the rows of a long list go. No form lets this character in.
pub const ROWS_HERE: &str = "\u{2}";

/// So many rows of a long list are drawn and sent together.
const ROWS_AT_ONCE: usize = 100;

/// `303 See Other`: the browser gets the next page with GET.
#[must_use]
pub fn redirect(to: &str) -> Response {
    let location = HeaderValue::from_str(to).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}

pub fn append_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = HeaderValue::from_str(cookie) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// Draws a document. Islands leave marks in it only when the shared context says that pages have islands.
pub fn render(document: impl FnOnce() -> AnyView, site: &super::Site) -> String {
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| document().to_html());
    owner.cleanup();
    shell::finish(&html, site)
}

/// A piece of a page, drawn by itself.
fn fragment(piece: impl FnOnce() -> AnyView) -> String {
    let owner = Owner::new_root(Some(std::sync::Arc::new(hydration_context::SsrSharedContext::new_islands())));
    let html = owner.with(|| piece().to_html());
    owner.cleanup();
    shell::without_marks(&html)
}

/// Waits for the request's access rows, then lets the answer go; or says that the service is busy.
pub async fn settle(request: Request, next: Next) -> Response {
    let ctx = request.extensions().get::<Visitor>().and_then(|visitor| visitor.ctx.clone());
    let response = next.run(request).await;
    match ctx {
        Some(ctx) => match ctx.receipts.settle().await {
            Ok(()) => response,
            Err(error) => error.into_response(),
        },
        None => response,
    }
}

/// Makes errors into pages: what happened and what to do, in the user's language, never the cause.
pub async fn error_pages(request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Visitor>().cloned();
    let response = next.run(request).await;
    let error = response.extensions().get::<AppError>().copied().or(match response.status() {
        StatusCode::NOT_FOUND => Some(AppError::NotFound),
        // An address or a form that an extractor could not read; its own words are for programmers.
        StatusCode::BAD_REQUEST | StatusCode::METHOD_NOT_ALLOWED | StatusCode::PAYLOAD_TOO_LARGE => {
            Some(AppError::BadRequest)
        }
        StatusCode::REQUEST_TIMEOUT => Some(AppError::Busy),
        _ => None,
    });
    match (error, visitor) {
        (Some(error), Some(visitor)) => error_page(&visitor, error),
        _ => response,
    }
}

fn error_page(visitor: &Visitor, error: AppError) -> Response {
    let lang = visitor.lang;
    let text = match error {
        AppError::Denied(denied) | AppError::Closed(denied, _) => denied.label(lang),
        _ => lang.t(&format!("error-{}-text", error.key())),
    };
    if let (AppError::Closed(denied, person), Some(ctx)) = (error, &visitor.ctx)
        && let Some(kind) = denied.remedy()
    {
        return openings::ask(ctx, error.status(), person, kind);
    }
    let title = lang.t(&format!("error-{}-title", error.key())).into_owned();
    let body = move || {
        view! {
            <div class="error-page">
                <h1>{lang.t(&format!("error-{}-title", error.key()))}</h1>
                <p>{text}</p>
                <p>{link_button(routes::HOME, lang.t("error-home"))}</p>
            </div>
        }
        .into_any()
    };
    let mut response = match &visitor.ctx {
        Some(ctx) => ctx.page_with(error.status(), title, body),
        None => {
            let html = render(|| shell::visitor(visitor, &title, body()), &visitor.app.site);
            (error.status(), Html(html)).into_response()
        }
    };
    if error == AppError::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("3"));
    }
    response
}
