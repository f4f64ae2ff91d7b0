//! `/users`.

use axum::extract::{Path, Query};
use axum::response::Response;

use super::{rules, store, views};
use crate::access::{Permission, Subject, password, store as accounts};
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::page::ListQuery;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "user";

pub async fn list(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    let mut tx = ctx.system(Permission::UserManage, Subject::System, OBJECT).await?;
    let total = store::count(&mut tx, &query).await?;
    let users = store::users(&mut tx, &query).await?;
    let roles = store::roles(&mut tx, &query).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("admin-users"), || views::list(&ctx, &query, total, &users, &roles)))
}

/// Lets a user in or shuts him out; his open sessions end with it.
pub async fn set_active(ctx: Ctx, Path(id): Path<UserId>, fields: Fields) -> Result<Response> {
    not_oneself(&ctx, id)?;
    let active = fields.get("active") == "yes";
    let mut tx = ctx.system_write(Permission::UserManage, Subject::User(id), OBJECT).await?;
    if !store::set_active(&mut tx, id, active, fields.version()).await? {
        return Err(AppError::Stale);
    }
    if active {
        accounts::wake(&mut tx, id, ctx.now()).await?;
    } else {
        accounts::end_other_sessions(&mut tx, id, &[], ctx.now()).await?;
    }
    tx.commit().await?;
    let back = if fields.get("back").starts_with(routes::USERS) { fields.get("back") } else { routes::USERS };
    Ok(ctx.redirect_with(back, if active { "flash-user-activated" } else { "flash-user-deactivated" }))
}

/// Somebody leaves or goes over to the other service: roles, sessions and the account end together. One account belongs to one
/// side for ever, so that its trail tells of one; in the new service the person gets another.
pub async fn leave(ctx: Ctx, Path(id): Path<UserId>, fields: Fields) -> Result<Response> {
    not_oneself(&ctx, id)?;
    let mut tx = ctx.system_write(Permission::UserManage, Subject::User(id), OBJECT).await?;
    if !store::set_active(&mut tx, id, false, fields.version()).await? {
        return Err(AppError::Stale);
    }
    store::end_grants(&mut tx, id, ctx.now()).await?;
    accounts::end_other_sessions(&mut tx, id, &[], ctx.now()).await?;
    tx.commit().await?;
    let back = if fields.get("back").starts_with(routes::USERS) { fields.get("back") } else { routes::USERS };
    Ok(ctx.redirect_with(back, "flash-user-left"))
}

/// Gives a user a one-time password, shown on this page and nowhere else.
pub async fn issue_password(ctx: Ctx, Path(id): Path<UserId>) -> Result<Response> {
    not_oneself(&ctx, id)?;
    let issued = rules::one_time_password();
    let hash = password::hash(issued.clone()).await.ok_or(AppError::Internal)?;
    let mut tx = ctx.system_write(Permission::UserManage, Subject::User(id), OBJECT).await?;
    let (name, username) = store::name(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    accounts::set_password(&mut tx, id, &hash, true).await?;
    accounts::end_other_sessions(&mut tx, id, &[], ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.page(name.clone(), || views::issued(ctx.lang, &name, &username, &issued)))
}

/// An administrator's own account is another administrator's business.
pub(super) fn not_oneself(ctx: &Ctx, id: UserId) -> Result<()> {
    if ctx.actor.id == id { Err(AppError::Denied(crate::access::Denied::NotYourself)) } else { Ok(()) }
}
