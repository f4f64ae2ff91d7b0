//! One's own account: language, facility shown, password, and the sign-ins that are open, each of which can be ended.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use tower_sessions::Session;

use super::gate::Subject;
use super::password;
use super::policy::Permission;
use super::rules::IDLE;
use super::session_store::id_hash;
use super::sign_in;
use super::store;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::SessionPublicId;
use crate::kit::ui::{
    Field, Header, Tone, button, button_quiet, card, error_summary, notice, post_form, table_under_heading,
};
use crate::routes;
use crate::web::answers::{append_cookie, redirect};
use crate::web::{Ctx, Visitor};

/// The first page of each role.
pub async fn home(ctx: Ctx) -> Response {
    redirect(routes::navigation(&ctx).next().map_or(routes::ACCOUNT, |item| item.path))
}

/// Remembers the language: for a user in the record, for a visitor in a cookie.
pub async fn language(visitor: Visitor, fields: Fields) -> Result<Response> {
    let lang = Lang::from_code(fields.get("lang")).unwrap_or(visitor.lang);
    if let Some(ctx) = &visitor.ctx {
        let mut tx = ctx.system_write_own("language").await?;
        store::set_language(&mut tx, ctx.actor.id, lang).await?;
        tx.commit().await?;
    }
    let back = fields.get("back");
    let mut response = redirect(if sign_in::is_local(back) { back } else { routes::HOME });
    append_cookie(&mut response, &format!("lang={}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict", lang.code()));
    Ok(response)
}

/// Chooses which of the facilities in reach the pages are about.
pub async fn place(ctx: Ctx, fields: Fields) -> Response {
    let mut response = redirect(routes::HOME);
    if let Some(place) = ctx.actor.places.iter().find(|place| place.code == fields.get("place")) {
        append_cookie(&mut response, &format!("place={}; Path=/; HttpOnly; SameSite=Strict", place.code));
    }
    response
}

pub async fn page(ctx: Ctx, session: Session) -> Result<Response> {
    show(&ctx, &session, Fields::new()).await
}

async fn show(ctx: &Ctx, session: &Session, fields: Fields) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.app.gate.unattended_read().await?;
    let sessions = store::live_sessions(&mut tx, ctx.actor.id, ctx.now() - IDLE).await?;
    drop(tx);
    let mine = session.id().map(id_hash).unwrap_or_default();
    let zone = ctx.zone();
    let body = || {
        let rows = sessions
            .iter()
            .map(|row| {
                let action = if row.id_hash == mine {
                    view! { <span class="sub">{lang.t("access-this-session")}</span> }.into_any()
                } else {
                    post_form(routes::end_session(row.public_id), button_quiet(lang.t("access-end-session")))
                };
                view! {
                    <tr>
                        <td>{row.agent.clone()}</td>
                        <td>{lang.date_time(row.created_at, zone)}</td>
                        <td>{lang.date_time(row.seen_at, zone)}</td>
                        <td>{action}</td>
                    </tr>
                }
                .into_any()
            })
            .collect();
        let headers = vec![
            Header::new(lang.t("access-device")),
            Header::new(lang.t("access-signed-in")),
            Header::new(lang.t("access-last-used")),
            Header::new(lang.t("kit-actions")),
        ];
        let form = post_form(
            routes::PASSWORD.to_owned(),
            view! {
                {Field::new(&fields, lang, "current", lang.t("access-current-password")).required().password("current-password")}
                {Field::new(&fields, lang, "new", lang.t("access-new-password"))
                    .hint(lang.t_with("access-password-hint", &[("n", password::SHORTEST.into())]))
                    .required()
                    .password("new-password")}
                <div class="actions">{button(lang.t("access-change-password"))}</div>
            }
            .into_any(),
        );
        view! {
            <h1>{ctx.actor.name.clone()}</h1>
            <p class="lead">{ctx.actor.profession.clone()}</p>
            <p><a href=routes::FEEDS>{lang.t("feeds-link")}</a></p>
            {ctx.may(Permission::TrainingOwn).then(|| view! { <p><a href=routes::TRAINING_OWN>{lang.t("training-own")}</a></p> })}
            <p><a href=routes::SECOND_FACTOR>{lang.t("factor-title")}</a></p>
            {ctx.actor.must_change_password.then(|| notice(Tone::Warn, lang.t("access-must-change")))}
            {ctx.actor.grants.is_empty().then(|| notice(Tone::Calm, lang.t("access-no-role-yet")))}
            {error_summary(&fields, lang)}
            {card(lang.t("access-sessions"), table_under_heading(lang.t("access-sessions"), headers, rows, lang.t("access-no-sessions")))}
            {card(lang.t("access-change-password"), form)}
        }
        .into_any()
    };
    let title = lang.t("access-account");
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn change_password(ctx: Ctx, session: Session, mut fields: Fields) -> Result<Response> {
    let sent = |name: &str| {
        fields.pairs().iter().find(|(held, _)| held == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let (current, new) = (sent("current"), sent("new"));
    if !ctx.password_is_right(current).await? {
        fields.error("current", Msg::new("access-wrong-password"));
    }
    if new.chars().count() < password::SHORTEST {
        fields.error("new", Msg::with("access-password-hint", [("n", password::SHORTEST.into())]));
    }
    fields.set("current", "");
    fields.set("new", "");
    if fields.is_refused() {
        return show(&ctx, &session, fields).await;
    }
    let hash = password::hash(new).await.ok_or(AppError::Internal)?;
    let mut tx = ctx.system_write_own("password").await?;
    store::set_password(&mut tx, ctx.actor.id, &hash, false).await?;
    store::end_other_sessions(&mut tx, ctx.actor.id, &session.id().map(id_hash).unwrap_or_default(), ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::ACCOUNT, "flash-password-changed"))
}

pub async fn end_session(ctx: Ctx, Path(id): Path<SessionPublicId>) -> Result<Response> {
    let mut tx = ctx.system_write_own("session").await?;
    if !store::end_session(&mut tx, ctx.actor.id, id, ctx.now()).await? {
        return Err(AppError::NotFound);
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::ACCOUNT, "flash-session-ended"))
}

impl Ctx {
    /// The system side's door for what is one's own, whichever side the user is of.
    pub async fn system_write_own(&self, object: &'static str) -> Result<crate::kit::db::SystemTx> {
        self.app.gate.own_write(&self.actor, Permission::OwnAccount, Subject::Own, object).await
    }

    /// Asks for the password again, as before every signature: an error stands at the field, and the password is forgotten.
    pub async fn reauthenticate(&self, fields: &mut Fields) -> Result<()> {
        let sent = fields.pairs().iter().find(|(name, _)| name == "password").map(|(_, value)| value.clone());
        let password = sent.unwrap_or_default();
        fields.set("password", "");
        if password.is_empty() {
            fields.error("password", Msg::new("form-required"));
        } else if !self.password_is_right(password).await? {
            fields.error("password", Msg::new("access-wrong-password"));
        }
        Ok(())
    }

    /// Whether this is the signed-in user's password: asked again before signing. Wrong ones count as they do at sign-in, so that
    /// an open session is no place to guess at.
    pub async fn password_is_right(&self, password: String) -> Result<bool> {
        let found = sign_in::check(&self.app, &self.actor.username, password).await?;
        Ok(found == Some(self.actor.id))
    }
}
