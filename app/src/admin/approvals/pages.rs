//! `/approvals`.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::store::{self, Waiting};
use crate::access::{Denied, Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::kit::ids::GrantId;
use crate::kit::ui::{Button, Header, export_links, post_form_inline, table_under_heading};
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "grant";

pub async fn list(ctx: Ctx) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::GrantApprove, Subject::System, OBJECT).await?;
    let waiting = store::waiting(&mut tx).await?;
    drop(tx);
    let title = lang.t("admin-approvals");
    Ok(ctx.page(title.clone(), || {
        let rows = waiting.iter().map(|grant| row(&ctx, grant)).collect();
        let headers = vec![
            Header::new(lang.t("admin-users-name")),
            Header::new(lang.t("admin-users-role")),
            Header::new(lang.t("kit-facility")),
            Header::new(lang.t("admin-approvals-asked")),
            Header::new(lang.t("kit-actions")).away(),
        ];
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("admin-approvals-lead")}</p>
            {table_under_heading(title.clone(), headers, rows, lang.t("admin-approvals-none"))}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn row(ctx: &Ctx, grant: &Waiting) -> AnyView {
    let lang = ctx.lang;
    let button = |key: &str, decision: &str| {
        let button = Button::new(lang.t(key)).about(grant.display_name.clone()).named("decision", decision);
        if decision == "approve" { button.submit() } else { button.quiet().submit() }
    };
    let actions = if grant.user_id == ctx.actor.id {
        view! { <span class="sub">{lang.t("admin-users-you")}</span> }.into_any()
    } else {
        let buttons =
            view! { {button("admin-approvals-approve", "approve")}{button("admin-approvals-refuse", "refuse")} }
                .into_any();
        post_form_inline(routes::approval(grant.id), buttons)
    };
    let asked = match &grant.asked_by {
        Some(by) => format!("{} · {by}", lang.date_time(grant.created_at, ctx.zone())),
        None => lang.date_time(grant.created_at, ctx.zone()),
    };
    view! {
        <tr>
            <td>{grant.display_name.clone()}<span class="sub">{format!(" {} · {}", grant.username, grant.profession)}</span></td>
            <td>{grant.role.label(lang)}</td>
            <td>{grant.facility.clone().unwrap_or_else(|| lang.t("admin-users-everywhere").into_owned())}</td>
            <td>{asked}</td>
            <td>{actions}</td>
        </tr>
    }
    .into_any()
}

/// Approves or refuses. The roles stand on the system side, where care has this one thing to write.
pub async fn decide(ctx: Ctx, Path(id): Path<GrantId>, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::GrantApprove, Subject::System, OBJECT).await?;
    let user = store::user(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    if user == ctx.actor.id {
        return Err(AppError::Denied(Denied::NotYourself));
    }
    let mut tx = ctx.app.gate.own_write(&ctx.actor, Permission::GrantApprove, Subject::User(user), OBJECT).await?;
    let (done, flash) = match fields.get("decision") {
        "approve" => (store::approve(&mut tx, id, ctx.now()).await?, "flash-role-approved"),
        "refuse" => (store::refuse(&mut tx, id, ctx.now()).await?, "flash-role-refused"),
        _ => return Err(AppError::BadRequest),
    };
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::APPROVALS, if done { flash } else { "flash-role-decided" }))
}
