//! The built site: style, islands and icon, embedded in the binary under names that carry a hash of their content, so that a
//! browser may keep them for ever.

use app::web::Site;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../target/site/"]
struct Files;

#[derive(serde::Deserialize)]
struct Manifest {
    css: String,
    name: Option<String>,
}

/// The names that pages refer to, from the site's manifest.
#[must_use]
pub fn names() -> Site {
    let manifest = Files::get("manifest.json").and_then(|file| serde_json::from_slice::<Manifest>(&file.data).ok());
    manifest.map_or_else(Site::default, |manifest| Site { css: manifest.css, islands: manifest.name })
}

pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route("/{*path}", get(file))
}

async fn file(Path(path): Path<String>, headers: HeaderMap) -> Response {
    let accepts = |encoding: &str| {
        headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|list| list.split(',').any(|one| one.trim().starts_with(encoding)))
    };
    let packed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(encoding, _)| accepts(encoding))
        .find_map(|(encoding, ending)| Some((Some(encoding), Files::get(&format!("{path}.{ending}"))?)));
    let Some((encoding, file)) = packed.or_else(|| Some((None, Files::get(&path)?))) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    // Only a name with a hash may be kept for ever.
    let kept = if path.starts_with("ergon-") { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let mut response = file.data.into_owned().into_response();
    let out = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(kind.as_ref()) {
        out.insert(header::CONTENT_TYPE, kind);
    }
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
