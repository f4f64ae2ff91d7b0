//! What custody has been told about one patient, as a file.

use axum::extract::Path;
use axum::response::Response;

use super::model::CareNotice;
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::ConsentRead, Subject::Person(id), "export").await?;
    let notices = store::of_patient(&mut tx, id).await?;
    drop(tx);
    let headers = export::headers(
        ctx.lang,
        [
            "notices-notice",
            "export-from",
            "notices-until",
            "export-ended",
            "notices-read-at",
            "notices-basis",
            "notices-reason",
            "export-by",
        ],
    );
    let rows: Vec<Vec<Value>> = notices.iter().map(|held| line(&ctx, held)).collect();
    Ok(export::whole(format, "notices", &headers, &rows))
}

fn line(ctx: &Ctx, held: &CareNotice) -> Vec<Value> {
    vec![
        Value::from(held.terms.words(ctx.lang)),
        Value::day(Some(held.starts_on)),
        Value::day(Some(held.expires_on)),
        Value::day(held.ended_on),
        held.acknowledged_at.map_or_else(|| Value::from(""), |at| Value::at(at, ctx.zone())),
        Value::from(held.basis.label(ctx.lang)),
        Value::from(&held.reason),
        Value::from(&held.given_by),
    ]
}
