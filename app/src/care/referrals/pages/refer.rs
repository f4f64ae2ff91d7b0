//! Writing down a referral from any source: find the person, in the caseload or not, and say who refers and why.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Referable, ReferralSource, Urgency};
use super::super::{api, form};
use crate::care::patients::{self, Finder, housing};
use crate::care::plans::Area;
use crate::custody::people::list_name;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::page::{ListQuery, search_patterns};
use crate::kit::ui::{
    Button, Field, Tone, button, error_summary, hidden, link_button_quiet, options_of, post_form, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The person who has been chosen.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct PersonQuery {
    person: Option<String>,
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(chosen): Query<PersonQuery>) -> Result<Response> {
    if let Some(person) = chosen.person {
        let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
        let fields = Fields::new()
            .with("urgency", Urgency::Routine.as_str())
            .with("received_on", ctx.today().to_string())
            .with("referral", ctx.new_id::<uuid::Uuid>().to_string());
        return show(&ctx, person, &fields).await;
    }
    let (total, people) = api::people(&ctx, &search_patterns(&query.search()), query.offset()).await?;
    Ok(ctx.page(ctx.lang.t("referrals-new"), || search_view(&ctx, &query, total, &people)))
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let person: PersonId = fields.get("person").parse().map_err(|_| AppError::BadRequest)?;
    let Some(new) = form::referral(&mut fields, person, ctx.today()) else {
        return show(&ctx, person, &fields).await;
    };
    let id = ctx.id_of_form(&fields, "referral");
    if api::refer(&ctx, id, &new).await? {
        return Ok(ctx.redirect_with(&routes::referral(id), "flash-referral-saved"));
    }
    fields.error("", Msg::new("referrals-has-left"));
    show(&ctx, person, &fields).await
}

async fn show(ctx: &Ctx, person: PersonId, fields: &Fields) -> Result<Response> {
    let person = api::person(ctx, person).await?;
    let title = ctx.lang.t("referrals-new");
    let body = || form_view(ctx, &person, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn form_view(ctx: &Ctx, found: &Referable, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let person = &found.person;
    let identity = format!(" · {} · {}", person.prison_number, housing(lang, person.wing.as_deref(), &person.cell));
    let body = view! {
        {hidden("person", person.id.to_string())}
        {hidden("referral", fields.get("referral"))}
        {Field::new(fields, lang, "source", lang.t("referrals-source-asked")).required().select(options_of!(ReferralSource, lang), Some(lang.t("referrals-choose-source").into_owned()))}
        {Field::new(fields, lang, "reason", lang.t("referrals-reason")).hint(lang.t("referrals-reason-hint")).required().note_box(5)}
        {Field::new(fields, lang, "areas", lang.t("referrals-areas")).checkboxes(options_of!(Area, lang))}
        {Field::new(fields, lang, "urgency", lang.t("referrals-urgency")).hint(lang.t("referrals-urgency-hint")).required().compact().radios(options_of!(Urgency, lang))}
        {Field::new(fields, lang, "received_on", lang.t("referrals-received")).required().date()}
        <div class="actions">{button(lang.t("referrals-save"))}{link_button_quiet(routes::REFERRAL_NEW, lang.t("referrals-somebody-else"))}</div>
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("referrals-new")}</h1>
        <p class="lead"><b>{list_name(&person.family_name, &person.given_name)}</b>{identity}{known(ctx, found)}</p>
        {post_form(routes::REFERRAL_NEW, body.into_any())}
    }
    .into_any()
}

fn search_view(ctx: &Ctx, query: &ListQuery, total: i64, people: &[Referable]) -> AnyView {
    let lang = ctx.lang;
    let finder = Finder {
        query,
        total,
        path: routes::REFERRAL_NEW,
        caption: lang.t("referrals-people"),
        action: lang.t("referrals-action"),
        nobody: lang.t("referrals-nobody"),
    };
    let row = |found: &Referable| {
        let person = &found.person;
        let refer = Button::new(lang.t("referrals-action"))
            .about(list_name(&person.family_name, &person.given_name))
            .quiet()
            .link(routes::referral_of_person(person.id));
        patients::found(ctx, person, known(ctx, found), refer.into_any())
    };
    view! {
        <h1>{lang.t("referrals-new")}</h1>
        <p class="lead">{lang.t("referrals-choose")}</p>
        {finder.view(ctx, people.iter().map(row).collect())}
    }
    .into_any()
}

/// The word for somebody who is in the caseload already.
fn known(ctx: &Ctx, found: &Referable) -> Option<AnyView> {
    let word = || tag(Tone::Ok, ctx.lang.t("referrals-is-patient"));
    found.is_patient.then(|| view! { " " {word()} }.into_any())
}
