//! `/import`: upload a file, look at what it would do, apply it.

use axum::extract::{Multipart, Path, Query};
use axum::response::Response;

use super::fault::Fault;
use super::plan::{Prepared, Stamp, prepare};
use super::store::{self, Upload};
use super::views::{NotApplied, OF_SYSTEM, Uploads};
use super::{Kind, decode, views};
use crate::access::{Permission, Subject};
use crate::admin::backups;
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
    let backup = backups::state(ctx, &mut tx).await?;
    drop(tx);
    let body = || {
        let listed = Uploads { query, uploads: &uploads, total };
        views::list((ctx.lang, ctx.zone()), &OF_SYSTEM, listed, (fields, fault), backups::summary(ctx, backup))
    };
    let title = ctx.lang.t("admin-import");
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// A file's name and text, or what is wrong with it: at the field, and with the line where it is known.
pub type Sent = std::result::Result<(String, String), (Fields, Option<Fault>)>;

/// The file that a form brings.
pub async fn read_upload(mut form: Multipart) -> Result<Sent> {
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
        return Ok(Err((fields, None)));
    };
    Ok(decode(&bytes).map(|text| (name, text)).map_err(|fault| {
        fields.error("file", fault.reason.clone());
        (fields, Some(fault))
    }))
}

/// Takes a file and goes on to its preview. A file that cannot be read as text is refused here.
pub async fn upload(ctx: Ctx, form: Multipart) -> Result<Response> {
    let (name, text) = match read_upload(form).await? {
        Ok(file) => file,
        Err((fields, fault)) => return show_list(&ctx, &ListQuery::default(), &fields, fault.as_ref()).await,
    };
    let id: ImportId = ctx.new_id();
    let mut tx = ctx.system_write(Permission::ImportReference, Subject::System, OBJECT).await?;
    store::keep(&mut tx, id, ctx.actor.id, &name, &text, ctx.now()).await?;
    tx.commit().await?;
    Ok(crate::web::answers::redirect(&routes::import(id)))
}

fn stamp(ctx: &Ctx) -> Stamp {
    Stamp { by: Some(ctx.actor.id), clock: ctx.app.gate.clock.clone(), kinds: Kind::OF_SYSTEM, only: None }
}

/// What a file would do.
pub async fn preview(ctx: Ctx, Path(id): Path<ImportId>) -> Result<Response> {
    let mut tx = ctx.system(Permission::ImportReference, Subject::System, OBJECT).await?;
    let upload = store::upload(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let text = store::content(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let prepared = prepare(&mut tx, &text, &stamp(&ctx)).await?;
    drop(tx);
    Ok(show(&ctx, &upload, &prepared, None))
}

fn show(ctx: &Ctx, upload: &Upload, prepared: &Prepared, refused: Option<NotApplied>) -> Response {
    let title = upload.file_name.clone();
    let body = || views::preview((ctx.lang, ctx.zone()), &OF_SYSTEM, upload, prepared, refused);
    if refused.is_some() { ctx.refused(title, body) } else { ctx.page(title, body) }
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
        return Ok(show(&ctx, &upload, &prepared, Some(NotApplied::Changed)));
    }
    let written = match prepared.write(&mut tx, &ctx.app.gate.clock).await {
        Ok(()) => tx.commit().await,
        Err(error) => {
            drop(tx);
            Err(error)
        }
    };
    match written {
        Ok(()) => {}
        Err(error) if error.is_disk_full() => {
            return Ok(show(&ctx, &upload, &prepared, Some(NotApplied::DiskFull)));
        }
        Err(error) => return Err(error.into()),
    }
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
