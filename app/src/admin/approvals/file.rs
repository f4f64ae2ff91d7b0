//! Roles that wait for approval, as a file.

use axum::response::Response;

use super::store::{self, Waiting};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let tx = ctx.care(Permission::GrantApprove, Subject::System, "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "access-username",
            "admin-users-name",
            "export-profession",
            "admin-users-role",
            "kit-facility",
            "admin-approvals-asked",
            "export-by",
        ],
    );
    Ok(export::stream(format, "approvals", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let waiting = store::waiting(tx, Cut::of_file(offset)).await?;
            Ok(export::Page::of(&waiting, |grant| line(&ctx, grant)))
        })
    }))
}

fn line(ctx: &Ctx, grant: &Waiting) -> Vec<Value> {
    vec![
        Value::from(&grant.username),
        Value::from(&grant.display_name),
        Value::from(&grant.profession),
        Value::from(grant.role.label(ctx.lang)),
        Value::from(grant.facility.clone().unwrap_or_else(|| ctx.lang.t("admin-users-everywhere").into_owned())),
        Value::at(grant.created_at, ctx.zone()),
        Value::from(grant.asked_by.clone()),
    ]
}
