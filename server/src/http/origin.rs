//! Against forged requests: a method that may change something must come from a page of this server. Browsers say so in
//! `Sec-Fetch-Site`; older ones in `Origin`, which must then name this host. Who says neither is no browser of ours.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

pub async fn check(request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let host = request.uri().authority().map(|authority| authority.as_str().to_owned());
    if safe || is_same_origin(request.headers(), host.as_deref()) {
        return next.run(request).await;
    }
    tracing::warn!(path = request.uri().path(), "a write from another origin was refused");
    (axum::http::StatusCode::FORBIDDEN, "This request did not come from a page of this server.\n").into_response()
}

fn is_same_origin(headers: &HeaderMap, authority: Option<&str>) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return site == "same-origin";
    }
    let host = text(header::HOST).or(authority);
    match (text(header::ORIGIN).and_then(|origin| origin.split_once("://")), host) {
        (Some((_, origin)), Some(host)) => origin == host,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_may_write() {
        let cases: [(&[(&str, &str)], bool); 6] = [
            (&[("host", "ergon"), ("sec-fetch-site", "same-origin")], true),
            (&[("host", "ergon"), ("sec-fetch-site", "same-site"), ("origin", "https://ergon")], false),
            (&[("host", "ergon"), ("sec-fetch-site", "cross-site")], false),
            (&[("host", "ergon:3000"), ("origin", "http://ergon:3000")], true),
            (&[("host", "ergon"), ("origin", "https://evil.example")], false),
            (&[("host", "ergon")], false),
        ];
        for (pairs, allowed) in cases {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| (name.parse::<header::HeaderName>().unwrap(), value.parse().unwrap()))
                .collect();
            assert_eq!(is_same_origin(&headers, None), allowed, "{pairs:?}");
        }
    }
}
