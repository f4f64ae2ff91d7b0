//! `/settings`.

use axum::response::Response;
use leptos::prelude::*;

use super::form::{self, DAYS, roles};
use crate::access::factor::Demand;
use crate::access::settings::{self, DORMANT_BOUNDS, Settings};
use crate::access::{Permission, Subject, step_up};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, button, error_summary, hidden, link_button_quiet, options_of, post_form, section};
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "setting";

pub async fn page(ctx: Ctx) -> Result<Response> {
    let held = load(&ctx).await?;
    let fields = form::fields(&held);
    Ok(show(&ctx, &held, &fields))
}

async fn load(ctx: &Ctx) -> Result<Settings> {
    let mut tx = ctx.system(Permission::SettingManage, Subject::System, OBJECT).await?;
    Ok(settings::load(&mut tx).await?)
}

/// Adds a version of the settings. One that was made from an older version comes back, with what was typed.
pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(wanted) = form::parse(&mut fields) else { return Ok(show(&ctx, &load(&ctx).await?, &fields)) };
    let mut tx = ctx.system_write(Permission::SettingManage, Subject::System, OBJECT).await?;
    let held = settings::load(&mut tx).await?;
    // Sent twice.
    if held.dormant_days == wanted.dormant_days && wanted.demands.iter().all(|set| held.demands.contains(set)) {
        return Ok(ctx.redirect_with(routes::SETTINGS, "flash-settings-saved"));
    }
    if held.version != wanted.version || !settings::save(&mut tx, &wanted, ctx.actor.id, ctx.now()).await? {
        drop(tx);
        fields.set("version", held.version.to_string());
        fields.error("", Msg::new("admin-settings-stale"));
        return Ok(show(&ctx, &held, &fields));
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::SETTINGS, "flash-settings-saved"))
}

fn show(ctx: &Ctx, held: &Settings, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = lang.t("admin-settings");
    let body = || {
        let choices: Vec<_> = roles()
            .map(|role| {
                Field::new(fields, lang, role.as_str(), role.label(lang))
                    .compact()
                    .required()
                    .radios(options_of!(Demand, lang))
            })
            .collect();
        let (least, most) = DORMANT_BOUNDS;
        let form = view! {
            {hidden("version", fields.version().to_string())}
            {section(lang.t("admin-settings-factor"), view! { <p>{lang.t("admin-settings-factor-hint")}</p>{choices} }.into_any())}
            {section(lang.t("admin-settings-dormant"), Field::new(fields, lang, DAYS, lang.t("admin-settings-days"))
                .hint(lang.t_with("admin-settings-days-hint", &[("least", least.into()), ("most", most.into())]))
                .required()
                .number(least, most))}
            {step_up::field(ctx, fields)}
            <div class="actions">
                {button(lang.t("admin-settings-save"))}
                {link_button_quiet(routes::USERS, lang.t("admin-users-back"))}
            </div>
        };
        let changed = held.changed.as_ref().map(|(by, at)| {
            let at = lang.date_time(*at, ctx.zone());
            view! { <p class="sub">{lang.t_with("admin-settings-changed", &[("by", by.clone().into()), ("at", at.into())])}</p> }
        });
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("admin-settings-lead")}</p>
            {error_summary(fields, lang)}
            {changed}
            {post_form(routes::SETTINGS, form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}
