//! `/import`: upload a file, look at what it would do, apply it.

use axum::extract::{Multipart, Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::fault::Fault;
use super::plan::{Prepared, Stamp, prepare};
use super::store::{self, Upload};
use super::{decode, views};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::ImportId;
use crate::kit::page::ListQuery;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "import";
/// The longest file name that is kept.
const LONGEST_NAME: usize = 120;

/// The list of uploads, and the form for another.
pub async fn list(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show_list(&ctx, &query, &Fields::new(), None).await
}

async fn show_list(ctx: &Ctx, query: &ListQuery, fields: &Fields, fault: Option<&Fault>) -> Result<Response> {
    let mut tx = ctx.system(Permission::ImportReference, Subject::System, OBJECT).await?;
    let uploads = store::uploads(&mut tx, query.offset()).await?;
    let total = store::count(&mut tx).await?;
    drop(tx);
    let body = || views::list(ctx.lang, ctx.zone(), query, &uploads, total, fields, fault);
    let title = ctx.lang.t("admin-import");
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// Takes a file and goes on to its preview. A file that cannot be read as text is refused here.
pub async fn upload(ctx: Ctx, mut form: Multipart) -> Result<Response> {
    let mut file = None;
    while let Some(part) = form.next_field().await.map_err(|_| AppError::BadRequest)? {
        if part.name() == Some("file") {
            let name: String =
                part.file_name().unwrap_or_default().chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
            file = Some((name, part.bytes().await.map_err(|_| AppError::BadRequest)?));
        }
    }
    let mut fields = Fields::new();
    let Some((name, bytes)) = file.filter(|(_, bytes)| !bytes.is_empty()) else {
        fields.error("file", Msg::new("admin-import-choose"));
        return show_list(&ctx, &ListQuery::default(), &fields, None).await;
    };
    let text = match decode(&bytes) {
        Ok(text) => text,
        Err(fault) => {
            fields.error("file", fault.reason.clone());
            return show_list(&ctx, &ListQuery::default(), &fields, Some(&fault)).await;
        }
    };
    let id: ImportId = ctx.new_id();
    let mut tx = ctx.system_write(Permission::ImportReference, Subject::System, OBJECT).await?;
    store::keep(&mut tx, id, ctx.actor.id, &name, &text, ctx.now()).await?;
    tx.commit().await?;
    Ok(crate::web::answers::redirect(&routes::import(id)))
}

fn stamp(ctx: &Ctx) -> Stamp {
    Stamp { by: Some(ctx.actor.id), clock: ctx.app.gate.clock.clone() }
}

/// What a file would do.
pub async fn preview(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let mut tx = ctx.system(Permission::ImportReference, Subject::System, OBJECT).await?;
    let upload = store::upload(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let text = store::content(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let prepared = prepare(&mut tx, &text, &stamp(&ctx)).await?;
    drop(tx);
    Ok(show(&ctx, &upload, &prepared, false))
}

fn show(ctx: &Ctx, upload: &Upload, prepared: &Prepared, refused: bool) -> Response {
    let title = upload.file_name.clone();
    let body = || views::preview(ctx.lang, ctx.zone(), upload, prepared, refused).into_any();
    if refused { ctx.refused(title, body) } else { ctx.page(title, body) }
}

/// Applies a file: all of it or nothing. It is compared again, since the record may have changed since it was looked at.
pub async fn apply(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let mut tx = ctx.system_write(Permission::ImportReference, Subject::System, OBJECT).await?;
    let upload = store::upload(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if !store::claim(&mut tx, id, ctx.now()).await? {
        return Ok(ctx.redirect_with(&routes::import(id), "flash-import-already"));
    }
    let text = store::content(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let mut prepared = prepare(&mut tx, &text, &stamp(&ctx)).await?;
    if !prepared.is_good() {
        drop(tx);
        return Ok(show(&ctx, &upload, &prepared, true));
    }
    prepared.write(&mut tx).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::import(id), "flash-import-applied"))
}

/// Throws away a file that was not applied.
pub async fn discard(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let mut tx = ctx.system_write(Permission::ImportReference, Subject::System, OBJECT).await?;
    if !store::discard(&mut tx, id).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::IMPORT, "flash-import-discarded"))
}
