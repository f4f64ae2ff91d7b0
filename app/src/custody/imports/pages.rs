//! `/changes/import`: upload a file, look at what it would do, apply it.

use axum::extract::{Multipart, Path, Query};
use axum::response::Response;

use super::store::{self, NewUpload};
use crate::access::{Permission, Subject};
use crate::admin::import::pages::read_upload;
use crate::admin::import::views::{self, Desk, NotApplied, Uploads};
use crate::admin::import::{Fault, Kind, Prepared, Stamp, Upload, prepare};
use crate::custody::changes::pages::ways;
use crate::error::{AppError, Result};
use crate::kit::db::{CustodyTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, ImportId};
use crate::kit::page::ListQuery;
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

const OBJECT: &str = "prison_import";

const DESK: Desk = Desk {
    list: routes::PRISON_IMPORT,
    one: routes::prison_import,
    apply: routes::prison_import_apply,
    discard: routes::prison_import_discard,
    kinds: Kind::OF_CUSTODY,
    lead: "changes-import-lead",
    none: "changes-import-none",
};

fn stamp(ctx: &Ctx, facility: FacilityId) -> Stamp {
    Stamp { by: Some(ctx.actor.id), clock: ctx.app.gate.clock.clone(), kinds: Kind::OF_CUSTODY, only: Some(facility) }
}

pub async fn list(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show_list(&ctx, &query, &Fields::new(), None).await
}

async fn show_list(ctx: &Ctx, query: &ListQuery, fields: &Fields, fault: Option<&Fault>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::ImportPrison, Subject::Facility(facility), OBJECT).await?;
    let uploads = store::uploads(&mut tx, facility, query.offset()).await?;
    let total = store::count(&mut tx, facility).await?;
    drop(tx);
    let listed = Uploads { query, uploads: &uploads, total };
    let body = || views::list((ctx.lang, ctx.zone()), &DESK, listed, (fields, fault), ways(ctx.lang, DESK.list));
    let title = ctx.lang.t("admin-import");
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn upload(ctx: Ctx, form: Multipart) -> Result<Response> {
    let (name, text) = match read_upload(form).await? {
        Ok(file) => file,
        Err((fields, fault)) => return show_list(&ctx, &ListQuery::default(), &fields, fault.as_ref()).await,
    };
    let facility = ctx.place()?.id;
    let new = NewUpload { id: ctx.new_id(), facility, by: ctx.actor.id, file_name: &name, content: &text };
    let mut tx = ctx.custody_write(Permission::ImportPrison, Subject::Facility(facility), OBJECT).await?;
    store::keep(&mut tx, &new, ctx.now()).await?;
    tx.commit().await?;
    Ok(redirect(&routes::prison_import(new.id)))
}

pub async fn preview(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::ImportPrison, Subject::Facility(facility), OBJECT).await?;
    let (upload, prepared) = compare(&ctx, &mut tx, facility, id).await?;
    drop(tx);
    Ok(show(&ctx, &upload, &prepared, None))
}

async fn compare(ctx: &Ctx, tx: &mut CustodyTx, facility: FacilityId, id: ImportId) -> Result<(Upload, Prepared)> {
    let upload = store::upload(tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let text = store::content(tx, id).await?.ok_or(AppError::NotFound)?;
    let prepared = prepare(tx, &text, &stamp(ctx, facility)).await?;
    Ok((upload, prepared))
}

fn show(ctx: &Ctx, upload: &Upload, prepared: &Prepared, refused: Option<NotApplied>) -> Response {
    let title = upload.file_name.clone();
    let body = || views::preview((ctx.lang, ctx.zone()), &DESK, upload, prepared, refused);
    if refused.is_some() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

/// Applies a file: all of it or nothing. It is compared again, since the record may have changed since it was looked at.
pub async fn apply(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::ImportPrison, Subject::Facility(facility), OBJECT).await?;
    let (upload, mut prepared) = compare(&ctx, &mut tx, facility, id).await?;
    if !store::claim(&mut tx, id, ctx.now()).await? {
        return Ok(ctx.redirect_with(&routes::prison_import(id), "flash-import-already"));
    }
    if !prepared.is_good() {
        drop(tx);
        return Ok(show(&ctx, &upload, &prepared, Some(NotApplied::Changed)));
    }
    match write(&ctx, tx, &mut prepared).await {
        Ok(()) => Ok(ctx.redirect_with(&routes::prison_import(id), "flash-import-applied")),
        Err(error) if error.is_disk_full() => Ok(show(&ctx, &upload, &prepared, Some(NotApplied::DiskFull))),
        Err(error) => Err(error.into()),
    }
}

async fn write(ctx: &Ctx, mut tx: CustodyTx, prepared: &mut Prepared) -> Result<(), DbError> {
    prepared.write(&mut tx, &ctx.app.gate.clock).await?;
    tx.commit().await
}

/// Throws away a file that was not applied.
pub async fn discard(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::ImportPrison, Subject::Facility(facility), OBJECT).await?;
    if !store::discard(&mut tx, facility, id).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::PRISON_IMPORT, "flash-import-discarded"))
}
