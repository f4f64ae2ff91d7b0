//! `/patients/{id}/fhir.json`: the record of one patient as a bundle, for those who may pass it on. A restricted note stands in it
//! only where the reader could read it on the page as well.

use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};

use super::resource::bundle;
use super::{About, load, resources};
use crate::access::{Permission, Subject};
use crate::care::measures;
use crate::care::notes::model::SignedNote;
use crate::care::notes::{acts, rules, store as notes};
use crate::care::patients;
use crate::error::{AppError, Result};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn download(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::RecordExport, Subject::Person(id), "fhir").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let record = load(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let catalogue = measures::store::catalogue(&mut tx).await?;
    let supervised = notes::supervised_by(&mut tx, ctx.actor.id).await?;
    drop(tx);
    let reads = |note: &SignedNote| {
        let supervisor = supervised.contains(&note.author.id).then_some(ctx.actor.id);
        let part = rules::part(ctx.actor.id, note.author.id, supervisor, head.lead_id);
        rules::reads(note.sensitivity, acts::reader(&ctx, &head, part))
    };
    let about = About { patient: id, lang: ctx.lang };
    let text = bundle(about, ctx.now(), &resources(about, &record, &catalogue, ctx.today(), &reads));
    // The name says what it is and nothing of whom it is about.
    let disposition = "attachment; filename=\"record.fhir.json\"";
    Ok(([(header::CONTENT_TYPE, "application/fhir+json"), (header::CONTENT_DISPOSITION, disposition)], text)
        .into_response())
}
