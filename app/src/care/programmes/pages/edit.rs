//! Beginning a programme, changing what is said of it, and ending it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Draft, Intake, Programme, ProgrammeStatus};
use super::super::rules::CAPACITY;
use super::super::store;
use crate::access::{Permission, Subject};
use crate::care::activities::{self, Offered};
use crate::care::patients::{self, Colleague};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::ProgrammeId;
use crate::kit::ui::{Field, button, error_summary, hidden, link_button_quiet, options_of, post_form};
use crate::routes;
use crate::web::Ctx;

const LONGEST_TITLE: usize = 120;
const LONGEST_PURPOSE: usize = 2000;

pub async fn new(ctx: Ctx) -> Result<Response> {
    // The programme's own id is in the form from the beginning: however often it is sent, it is one programme.
    let id: ProgrammeId = ctx.new_id();
    let fields = Fields::new().with("id", id.to_string()).with("capacity", "8").with("intake", Intake::Open.as_str());
    let fields = fields.with("lead", ctx.actor.id.to_string());
    show(&ctx, None, &fields).await
}

pub async fn create(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let draft = parse(&ctx, &mut fields).await?;
    let Some(draft) = draft else { return show(&ctx, None, &fields).await };
    let id: ProgrammeId = fields.get("id").parse().map_err(|_| AppError::BadRequest)?;
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    store::add(&mut tx, (id, facility), &draft, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::programme(id), "flash-programme-saved"))
}

pub async fn edit(ctx: Ctx, Path(id): Path<ProgrammeId>) -> Result<Response> {
    let programme = load(&ctx, id).await?;
    let fields = Fields::new()
        .with("version", programme.version.to_string())
        .with("title", programme.title)
        .with("purpose", programme.purpose)
        .with("activity", programme.activity_code)
        .with("intake", programme.intake.as_str())
        .with("capacity", programme.capacity.to_string())
        .with("lead", programme.lead_id.to_string());
    show(&ctx, Some(id), &fields).await
}

pub async fn save(ctx: Ctx, Path(id): Path<ProgrammeId>, mut fields: Fields) -> Result<Response> {
    let programme = load(&ctx, id).await?;
    if programme.status == ProgrammeStatus::Ended {
        return Err(AppError::Stale);
    }
    let Some(draft) = parse(&ctx, &mut fields).await? else { return show(&ctx, Some(id), &fields).await };
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    if store::save(&mut tx, id, &draft, fields.version()).await? {
        tx.commit().await?;
        return Ok(ctx.redirect_with(&routes::programme(id), "flash-programme-saved"));
    }
    drop(tx);
    // What was typed stays; saved once more, after being told, it is meant.
    let now = load(&ctx, id).await?;
    fields.set("version", now.version.to_string());
    fields.error("", Msg::new("programmes-stale"));
    show(&ctx, Some(id), &fields).await
}

pub async fn end(ctx: Ctx, Path(id): Path<ProgrammeId>, fields: Fields) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    if !store::end(&mut tx, id, fields.version()).await? {
        return Err(AppError::Stale);
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::programme(id), "flash-programme-ended"))
}

async fn load(ctx: &Ctx, id: ProgrammeId) -> Result<Programme> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)
}

/// What a programme may do, and who may lead it.
async fn offered(ctx: &Ctx) -> Result<(Vec<Offered>, Vec<Colleague>)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::ProgrammeWrite, Subject::Facility(facility), "programme").await?;
    Ok((activities::store::offered(&mut tx, facility).await?, patients::leads(&mut tx, facility).await?))
}

/// Errors stand at the fields.
async fn parse(ctx: &Ctx, fields: &mut Fields) -> Result<Option<Draft>> {
    let (offered, leads) = offered(ctx).await?;
    let title = fields.required("title", LONGEST_TITLE);
    let purpose = fields.text("purpose", LONGEST_PURPOSE);
    let activity_code = fields.get("activity").to_owned();
    if offered.iter().all(|activity| activity.code != activity_code) {
        fields.error("activity", Msg::new("form-choose"));
    }
    let intake = fields.choice::<Intake>("intake");
    let capacity = fields.number("capacity", *CAPACITY.start(), *CAPACITY.end());
    let lead = leads.iter().map(|colleague| colleague.id).find(|id| id.to_string() == fields.get("lead"));
    if lead.is_none() {
        fields.error("lead", Msg::new("form-choose"));
    }
    if fields.is_refused() {
        return Ok(None);
    }
    let draft = |((intake, capacity), lead)| Draft { title, purpose, activity_code, intake, capacity, lead };
    Ok(intake.zip(capacity).zip(lead).map(draft))
}

async fn show(ctx: &Ctx, id: Option<ProgrammeId>, fields: &Fields) -> Result<Response> {
    let lang = ctx.lang;
    let (activities, leads) = offered(ctx).await?;
    let activities: Vec<_> =
        activities.into_iter().map(|held| (held.code.clone(), held.title.say(lang).to_owned())).collect();
    let leads: Vec<_> = leads.into_iter().map(|colleague| (colleague.id.to_string(), colleague.name)).collect();
    let title = lang.t(if id.is_some() { "programmes-edit" } else { "programmes-new" });
    let (action, back) = match id {
        Some(id) => (routes::programme_edit(id), routes::programme(id)),
        None => (routes::PROGRAMME_NEW.to_owned(), routes::PROGRAMMES.to_owned()),
    };
    let body = || {
        let form = view! {
            {hidden("id", fields.get("id").to_owned())}
            {hidden("version", fields.get("version").to_owned())}
            {Field::new(fields, lang, "title", lang.t("library-title")).hint(lang.t("programmes-title-hint")).required().text()}
            {Field::new(fields, lang, "purpose", lang.t("sessions-purpose")).note_box(3)}
            {Field::new(fields, lang, "activity", lang.t("sessions-activity")).required().select(activities.clone(), Some(lang.t("sessions-choose").into_owned()))}
            {Field::new(fields, lang, "intake", lang.t("programmes-intake")).hint(lang.t("programmes-intake-hint")).required().radios(options_of!(Intake, lang))}
            {Field::new(fields, lang, "capacity", lang.t("programmes-capacity")).required().number(*CAPACITY.start(), *CAPACITY.end())}
            {Field::new(fields, lang, "lead", lang.t("sessions-lead")).required().select(leads.clone(), Some(lang.t("sessions-choose").into_owned()))}
            <div class="actions">{button(lang.t("programmes-save"))}{link_button_quiet(back, lang.t("sessions-leave"))}</div>
        };
        view! { <h1>{title.clone()}</h1>{error_summary(fields, lang)}{post_form(action, form.into_any())} }.into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}
