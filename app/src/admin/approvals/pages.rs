//! `/approvals`.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::store::{self, Waiting};
use crate::access::{Denied, Permission, Subject};
use crate::error::{AppError, Result};
use crate::kit::form::Fields;
use crate::kit::ids::GrantId;
use crate::kit::page::Cut;
use crate::kit::ui::{Button, Header, Tone, export_links, post_form_inline, table_under_heading, tag};
use crate::routes;
use crate::training::requirements::{self, Given};
use crate::training::rules::Giving;
use crate::web::Ctx;

const OBJECT: &str = "grant";

pub async fn list(ctx: Ctx) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::GrantApprove, Subject::System, OBJECT).await?;
    let waiting = store::waiting(&mut tx, Cut::SHOWN).await?;
    let asked = requirements::waiting(&mut tx, ctx.today()).await?;
    drop(tx);
    let title = lang.t("admin-approvals");
    Ok(ctx.page(title.clone(), || {
        let rows = waiting.iter().map(|grant| row(&ctx, grant, &asked)).collect();
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

fn row(ctx: &Ctx, grant: &Waiting, asked: &[Given]) -> AnyView {
    let lang = ctx.lang;
    let button = |key: &str, decision: &str| {
        let button = Button::new(lang.t(key)).about(grant.display_name.clone()).named("decision", decision);
        if decision == "approve" { button.submit() } else { button.quiet().submit() }
    };
    let given = asked.iter().find(|given| given.user == grant.user_id && given.role == grant.role);
    let giving = given.map_or(Giving::Fine, |given| given.giving);
    let missing = given.filter(|given| given.giving != Giving::Fine).map(|given| {
        let what = given.missing.iter().map(|subject| subject.label(lang).into_owned()).collect::<Vec<_>>().join(", ");
        let tone = if given.giving == Giving::Refused { Tone::Bad } else { Tone::Warn };
        let why =
            (given.giving == Giving::Refused).then(|| view! { <p class="sub">{lang.t("training-role-refused")}</p> });
        view! { <div>{tag(tone, lang.t_with("training-role-missing", &[("what", what.into())]))}{why}</div> }
    });
    let actions = if grant.user_id == ctx.actor.id {
        view! { <span class="sub">{lang.t("admin-users-you")}</span> }.into_any()
    } else {
        let approve = match giving {
            Giving::Fine => Some(button("admin-approvals-approve", "approve")),
            Giving::Warned => Some(button("training-role-warned", "approve-warned")),
            Giving::Refused => None,
        };
        let buttons = view! { {approve}{button("admin-approvals-refuse", "refuse")} }.into_any();
        post_form_inline(routes::approval(grant.id), buttons)
    };
    let asked = match &grant.asked_by {
        Some(by) => format!("{} · {by}", lang.date_time(grant.created_at, ctx.zone())),
        None => lang.date_time(grant.created_at, ctx.zone()),
    };
    view! {
        <tr>
            <td>{grant.display_name.clone()}<span class="sub">{format!(" {} · {}", grant.username, grant.profession)}</span></td>
            <td>{grant.role.label(lang)}{missing}</td>
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
    let (user, role) = store::user(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let asked = requirements::waiting(&mut tx, ctx.today()).await?;
    drop(tx);
    if user == ctx.actor.id {
        return Err(AppError::Denied(Denied::NotYourself));
    }
    let giving =
        asked.iter().find(|given| given.user == user && given.role == role).map_or(Giving::Fine, |held| held.giving);
    // What the page did not offer is refused here as well: a warning must have been read, and a refusal stands.
    let decision = fields.get("decision");
    if decision.starts_with("approve")
        && (giving == Giving::Refused || giving == Giving::Warned && decision != "approve-warned")
    {
        return Ok(ctx.redirect_with(routes::APPROVALS, "flash-role-certificate-missing"));
    }
    let mut tx = ctx.app.gate.own_write(&ctx.actor, Permission::GrantApprove, Subject::User(user), OBJECT).await?;
    let (done, flash) = match decision {
        "approve" | "approve-warned" => (store::approve(&mut tx, id, ctx.now()).await?, "flash-role-approved"),
        "refuse" => (store::refuse(&mut tx, id, ctx.now()).await?, "flash-role-refused"),
        _ => return Err(AppError::BadRequest),
    };
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::APPROVALS, if done { flash } else { "flash-role-decided" }))
}
