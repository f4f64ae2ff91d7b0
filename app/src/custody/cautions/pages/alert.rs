//! An alert: set for somebody by number, changed, ended by its last day.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::Alert;
use super::super::store;
use super::form;
use crate::access::{Permission, Subject};
use crate::custody::people::AlertKind;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::AlertId;
use crate::kit::ui::{Field, button, error_summary, hidden, link_button_quiet, options_of, post_form};
use crate::routes;
use crate::web::Ctx;

pub async fn new(ctx: Ctx) -> Result<Response> {
    let facility = ctx.place()?.id;
    drop(ctx.custody(Permission::CautionManage, Subject::Facility(facility), "alert").await?);
    let fields = form::fresh(&ctx, ctx.new_id::<AlertId>().to_string());
    Ok(show_new(&ctx, &fields))
}

fn show_new(ctx: &Ctx, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = lang.t("cautions-new-alert");
    let body = || {
        let form = view! {
            {hidden("id", fields.get("id").to_owned())}
            {Field::new(fields, lang, "number", lang.t("custody-number")).required().short().text()}
            {Field::new(fields, lang, "kind", lang.t("cautions-alert")).required().select(options_of!(AlertKind, lang), Some(lang.t("places-choose").into_owned()))}
            {form::term_fields(ctx, fields)}
            <div class="actions">{button(lang.t("cautions-save"))}{link_button_quiet(routes::cautions("alerts"), lang.t("cautions-back"))}</div>
        };
        view! {
            {error_summary(fields, lang)}
            <h1>{title.clone()}</h1>
            {post_form(routes::ALERT_NEW, form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let id: AlertId = ctx.id_of_form(&fields, "id");
    let facility = ctx.place()?.id;
    let number = fields.required("number", 40);
    let kind = fields.choice::<AlertKind>("kind");
    let term = form::term(&mut fields, &ctx);
    let mut tx = ctx.custody_write(Permission::CautionManage, Subject::Facility(facility), "alert").await?;
    let person = store::person(&mut tx, facility, &number).await?;
    if person.is_none() && !number.is_empty() {
        fields.error("number", Msg::new("cautions-nobody"));
    }
    let (Some(person), Some(kind), Some(term), false) = (person, kind, term, fields.is_refused()) else {
        drop(tx);
        return Ok(show_new(&ctx, &fields));
    };
    store::add_alert(&mut tx, (id, facility, person), kind, &term, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::cautions("alerts"), "flash-caution-saved"))
}

pub async fn page(ctx: Ctx, Path(id): Path<AlertId>) -> Result<Response> {
    let alert = find(&ctx, id).await?;
    let fields = form::filled(&alert.term, alert.version);
    Ok(show(&ctx, &alert, &fields))
}

async fn find(ctx: &Ctx, id: AlertId) -> Result<Alert> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::CautionManage, Subject::Facility(facility), "alert").await?;
    store::alert(&mut tx, facility, id).await?.ok_or(AppError::NotFound)
}

fn show(ctx: &Ctx, alert: &Alert, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let title = alert.kind.label(lang);
    let body = || {
        let form = view! {
            {hidden("version", fields.get("version").to_owned())}
            {form::term_fields(ctx, fields)}
            <div class="actions">{button(lang.t("cautions-save"))}{link_button_quiet(routes::cautions("alerts"), lang.t("cautions-back"))}</div>
        };
        view! {
            {error_summary(fields, lang)}
            <h1>{title.clone()}</h1>
            <p class="lead">{format!("{} · {}", alert.person.name(), alert.person.place())}</p>
            {post_form(routes::alert(alert.id), form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

pub async fn save(ctx: Ctx, Path(id): Path<AlertId>, mut fields: Fields) -> Result<Response> {
    let Some(term) = form::term(&mut fields, &ctx) else {
        return Ok(show(&ctx, &find(&ctx, id).await?, &fields));
    };
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::CautionManage, Subject::Facility(facility), "alert").await?;
    let held = store::alert(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if held.term != term {
        if !store::change_alert(&mut tx, (facility, id), fields.version(), &term).await? {
            drop(tx);
            fields.set("version", held.version.to_string());
            fields.error("", Msg::new("cautions-stale"));
            return Ok(show(&ctx, &held, &fields));
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::cautions("alerts"), "flash-caution-saved"))
}
