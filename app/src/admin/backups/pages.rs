//! `/backups`.

use axum::response::Response;

use super::{state, store, views};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    let mut tx = ctx.system(Permission::BackupRead, Subject::System, "backup").await?;
    let state = state(&ctx, &mut tx).await?;
    let backups = store::latest(&mut tx).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("backup-title"), || views::page(&ctx, state, &backups)))
}
