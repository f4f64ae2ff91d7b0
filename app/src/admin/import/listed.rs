//! The files that were brought in, as a file.

use axum::response::Response;
use chrono_tz::Tz;

use super::store::{self, Upload};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let tx = ctx.system(Permission::ImportReference, Subject::System, "export").await?;
    Ok(export::stream(format, "imports", headers(lang), tx, move |tx, offset| {
        Box::pin(async move {
            let uploads = store::uploads(tx, offset).await?;
            Ok(export::Page::of(&uploads, |upload| line(lang, zone, upload)))
        })
    }))
}

#[must_use]
pub fn headers(lang: Lang) -> Vec<String> {
    export::headers(lang, ["admin-import-file", "admin-import-by", "admin-import-uploaded", "admin-import-state"])
}

#[must_use]
pub fn line(lang: Lang, zone: Tz, upload: &Upload) -> Vec<Value> {
    let state = match upload.applied_at {
        Some(at) => lang.t_with("admin-import-applied-at", &[("at", lang.date_time(at, zone).into())]),
        None => lang.t("admin-import-waits").into_owned(),
    };
    vec![
        Value::from(&upload.file_name),
        Value::from(&upload.by),
        Value::at(upload.uploaded_at, zone),
        Value::from(state),
    ]
}
