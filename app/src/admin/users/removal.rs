//! `/users/{id}/second-factor`: takes the second factor from somebody who has lost the phone. An administrator can do no more: nobody
//! reads or sets another's, and nobody takes his own away here.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::pages::not_oneself;
use super::store;
use crate::access::factor::rules::{SHORTEST_REASON, says_why};
use crate::access::factor::store as factors;
use crate::access::{Permission, Subject, step_up, store as accounts};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::UserId;
use crate::kit::ui::{Field, Tone, button_danger, error_summary, link_button_quiet, notice, post_form};
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "second_factor";
const LONGEST: usize = 500;

pub async fn form(ctx: Ctx, Path(id): Path<UserId>) -> Result<Response> {
    not_oneself(&ctx, id)?;
    let mut tx = ctx.system(Permission::UserManage, Subject::User(id), OBJECT).await?;
    let (name, username) = store::name(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    Ok(show(&ctx, id, (&name, &username), &Fields::new()))
}

/// Takes it away with the recovery codes, ends every session of the user, and leaves the reason for him to read.
pub async fn remove(ctx: Ctx, Path(id): Path<UserId>, mut fields: Fields) -> Result<Response> {
    not_oneself(&ctx, id)?;
    let reason = fields.required("reason", LONGEST);
    if !reason.is_empty() && !says_why(&reason) {
        fields.error("reason", Msg::with("openings-too-short", [("n", SHORTEST_REASON.into())]));
    }
    let mut tx = ctx.system_write(Permission::UserManage, Subject::User(id), OBJECT).await?;
    let (name, username) = store::name(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    if fields.is_refused() {
        drop(tx);
        return Ok(show(&ctx, id, (&name, &username), &fields));
    }
    // Sent twice, or by two: it is gone, and one reason stands.
    if !factors::remove(&mut tx, id).await? {
        drop(tx);
        return Ok(ctx.redirect_with(routes::USERS, "flash-factor-none"));
    }
    factors::record_removal(&mut tx, ctx.new_id(), (id, Some(ctx.actor.id)), &reason, ctx.now()).await?;
    accounts::end_other_sessions(&mut tx, id, &[], ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::USERS, "flash-factor-removed"))
}

fn show(ctx: &Ctx, id: UserId, (name, username): (&str, &str), fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = lang.t("admin-factor-remove");
    let body = || {
        let form = post_form(
            routes::user_factor(id),
            view! {
                {Field::new(fields, lang, "reason", lang.t("admin-factor-reason"))
                    .hint(lang.t("admin-factor-reason-hint"))
                    .required()
                    .note_box(3)}
                {step_up::field(ctx, fields)}
                <div class="actions">
                    {button_danger(title.clone())}
                    {link_button_quiet(routes::USERS, lang.t("admin-users-back"))}
                </div>
            }
            .into_any(),
        );
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{format!("{name} · {username}")}</p>
            {notice(Tone::Warn, lang.t("admin-factor-what"))}
            {error_summary(fields, lang)}
            {form}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}
