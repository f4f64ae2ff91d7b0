//! What the head asks for: before somebody signs alone, and before somebody is given a role.

use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Strictness, Subject};
use super::super::requirements::{self, OfRole, ROLES, Rule};
use super::super::write::By;
use super::register_tabs;
use crate::access::{Permission, Role, Subject as About};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, Header, button, button_quiet, card, error_summary, hidden, options_of, post_form, print_head,
    table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new()).await
}

async fn show(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::TrainingManage, About::System, "training").await?;
    let rule = requirements::rule(&mut tx).await?;
    let roles = requirements::of_roles(&mut tx).await?;
    drop(tx);
    let title = ctx.lang.t("training-settings");
    let body = || view(ctx, rule, &roles, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(sessions) = fields.number("sessions", 0, 99) else { return show(&ctx, fields).await };
    let rule = Rule { certificate: fields.get("certificate") == "yes", sessions, version: fields.version() };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    if !requirements::set_rule(&mut tx, rule, By { user: ctx.actor.id, at: ctx.now() }).await? {
        drop(tx);
        fields.error("", Msg::new("training-rule-changed"));
        return show(&ctx, fields).await;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::TRAINING_SETTINGS, "flash-training-saved"))
}

pub async fn role(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let role = fields.choice::<Role>("role").filter(|role| ROLES.contains(role));
    let subject = fields.choice::<Subject>("subject");
    let strictness = fields.optional::<Strictness>("strictness");
    let (Some(role), Some(subject), false) = (role, subject, fields.is_refused()) else {
        fields.error("role", Msg::new("form-choose"));
        return show(&ctx, fields).await;
    };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    let by = By { user: ctx.actor.id, at: ctx.now() };
    requirements::set_role(&mut tx, (role, subject), strictness, by).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::TRAINING_SETTINGS, "flash-training-saved"))
}

fn view(ctx: &Ctx, rule: Rule, roles: &[OfRole], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let mut stored = Fields::new().with("sessions", rule.sessions.to_string());
    if rule.certificate {
        stored.set("certificate", "yes");
    }
    let typed = if fields.has("sessions") { fields } else { &stored };
    let signing = view! {
        <p>{lang.t("training-rule-text")}</p>
        {hidden("version", rule.version.to_string())}
        {Field::new(typed, lang, "certificate", lang.t("training-rule-certificate")).tick("yes")}
        {Field::new(typed, lang, "sessions", lang.t("training-rule-sessions")).required().number(0, 99)}
        <div class="actions">{button(lang.t("training-save"))}</div>
    };
    let headers =
        ["training-role", "training-subject", "training-strictness"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows = roles
        .iter()
        .map(|held| {
            view! {
                <tr>
                    <th scope="row">{held.role.label(lang)}</th>
                    <td>{held.subject.label(lang)}</td>
                    <td>{held.strictness.label(lang)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let choose = || Some(lang.t("sessions-choose").into_owned());
    let all: Vec<(String, String)> =
        ROLES.iter().map(|role| (role.as_str().to_owned(), role.label(lang).into_owned())).collect();
    let of_role = view! {
        {Field::new(fields, lang, "role", lang.t("training-role")).required().select(all, choose())}
        {Field::new(fields, lang, "subject", lang.t("training-subject")).required().select(options_of!(Subject, lang), choose())}
        {Field::new(fields, lang, "strictness", lang.t("training-strictness"))
            .select(options_of!(Strictness, lang), Some(lang.t("training-strictness-none").into_owned()))}
        <div class="actions">{button_quiet(lang.t("training-save"))}</div>
    };
    let title = lang.t("training-settings");
    let caption = lang.t("training-roles");
    let inner = view! {
        {table_under_heading(caption.clone(), headers, rows, lang.t("training-roles-none"))}
        {post_form(routes::TRAINING_ROLE, of_role.into_any())}
    };
    view! {
        {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        {register_tabs(ctx, routes::TRAINING_SETTINGS)}
        {error_summary(fields, lang)}
        {card(lang.t("training-rule"), post_form(routes::TRAINING_SETTINGS, signing.into_any()))}
        {card(caption, inner.into_any())}
        <p class="sub">{lang.t("training-measures-hint")}</p>
    }
    .into_any()
}
