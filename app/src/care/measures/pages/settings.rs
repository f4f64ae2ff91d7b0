//! `/measures/settings`: the head says which proprietary instruments a facility may record, and under which licence.

use axum::response::Response;
use leptos::prelude::*;

use super::super::definition::Definition;
use super::super::model::{Licence, NewLicence};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Tone, button, card, error_summary, hidden, post_form, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new()).await
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?;
    let code = fields.get("code").to_owned();
    let licence = fields.required("licence", 300);
    let valid_until = fields.date("valid_until");
    let mut tx = ctx.care_write(Permission::MeasureManage, Subject::Facility(place.id), "measures").await?;
    let catalogue = store::catalogue(&mut tx).await?;
    if !catalogue.find(&code).is_some_and(|definition| definition.needs_licence) {
        return Err(AppError::BadRequest);
    }
    if !fields.is_refused() {
        let new = NewLicence {
            facility: place.id,
            measure_code: code,
            licence,
            valid_until,
            switched_on: fields.get("on") == "yes",
            version: fields.version(),
            by: ctx.actor.id,
            at: ctx.now(),
        };
        if store::set_licence(&mut tx, &new).await? {
            tx.commit().await?;
            return Ok(ctx.redirect_with(routes::MEASURE_SETTINGS, "flash-measure-licence"));
        }
        fields.error("", Msg::new("measures-licence-changed"));
    }
    drop(tx);
    show(&ctx, fields).await
}

async fn show(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let mut tx = ctx.care(Permission::MeasureManage, Subject::Facility(place.id), "measures").await?;
    let catalogue = store::catalogue(&mut tx).await?;
    let licences = store::licences(&mut tx, place.id).await?;
    drop(tx);
    let title = lang.t("measures-settings");
    let body = || {
        let slots: Vec<&Definition> =
            catalogue.newest().into_iter().filter(|definition| definition.needs_licence).collect();
        let cards = slots.iter().map(|definition| slot(ctx, definition, &licences, &fields)).collect_view();
        view! {
            <h1>{title.clone()}</h1>
            <p class="lead">{place.name.clone()}</p>
            {error_summary(&fields, lang)}
            <p>{lang.t("measures-settings-explained")}</p>
            {cards}
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

fn slot(ctx: &Ctx, definition: &Definition, licences: &[Licence], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let held = licences.iter().find(|licence| licence.measure_code == definition.code);
    let mut stored = Fields::new();
    if let Some(held) = held {
        stored.set("licence", held.licence.clone());
        stored.set("valid_until", held.valid_until.map(|day| day.to_string()).unwrap_or_default());
        stored.set("on", if held.switched_on { "yes" } else { "" });
    }
    // Only the form that was refused shows what was typed.
    let typed = if fields.get("code") == definition.code { fields } else { &stored };
    let state = match held {
        Some(held) if held.is_open(ctx.today()) => tag(Tone::Ok, lang.t("measures-open")),
        Some(held) if held.switched_on => tag(Tone::Warn, lang.t("measures-licence-over")),
        _ => tag(Tone::Plain, lang.t("measures-closed")),
    };
    let within = &definition.code;
    let body = view! {
        {hidden("code", definition.code.clone())}
        {hidden("version", held.map_or(0, |held| held.version).to_string())}
        {Field::new(typed, lang, "licence", lang.t("measures-licence")).within(within).hint(lang.t("measures-licence-hint")).required().text()}
        {Field::new(typed, lang, "valid_until", lang.t("measures-valid-until")).within(within).date()}
        {Field::new(typed, lang, "on", lang.t("measures-switched-on")).within(within).tick("yes")}
        {button(lang.t("measures-save"))}
    };
    let inner = view! {
        <p>{state}</p>
        <p class="sub">{definition.owner.clone()}". "{definition.licence.clone()}</p>
        {post_form(routes::MEASURE_SETTINGS, body.into_any())}
    };
    card(definition.title(lang).to_owned(), inner.into_any())
}
