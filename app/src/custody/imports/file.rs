//! The files that were brought in, as a file.

use axum::response::Response;

use super::store;
use crate::access::{Permission, Subject};
use crate::admin::import::listed::{headers, line};
use crate::error::Result;
use crate::kit::export::{self, Format};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang, zone) = (ctx.place()?.id, ctx.lang, ctx.zone());
    let tx = ctx.custody(Permission::ImportPrison, Subject::Facility(facility), "export").await?;
    Ok(export::stream(format, "imports", headers(lang), tx, move |tx, offset| {
        Box::pin(async move {
            let uploads = store::uploads(tx, facility, offset).await?;
            Ok(export::Page::of(&uploads, |upload| line(lang, zone, upload)))
        })
    }))
}
