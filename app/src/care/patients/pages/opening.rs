//! Taking a person into the caseload: finding them among the facility's people, and opening their record.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::finder::{Finder, found};
use super::super::model::Candidate;
use super::super::{TakenIn, rules, store, take_in};
use crate::access::{Permission, Subject};
use crate::custody::people::list_name;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Button, error_summary, hidden, post_form_inline};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show(&ctx, &query, Fields::new()).await
}

async fn show(ctx: &Ctx, query: &ListQuery, fields: Fields) -> Result<Response> {
    let facility = ctx.place()?.id;
    let words = rules::search_patterns(&query.search());
    let mut tx = ctx.care(Permission::PatientOpen, Subject::Facility(facility), "people").await?;
    let total = store::candidates_size(&mut tx, facility, &words).await?;
    let people = store::candidates(&mut tx, facility, &words, query.offset()).await?;
    drop(tx);
    let title = ctx.lang.t("patients-take");
    let body = || view(ctx, query, &fields, total, &people);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// Opens the record with the user as lead and first of the team. Sent twice, it leads to the same record.
pub async fn open(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let person: PersonId = fields.get("person").parse().map_err(|_| AppError::BadRequest)?;
    let mut tx = ctx.care_write(Permission::PatientOpen, Subject::Person(person), "patient").await?;
    match take_in(&ctx, &mut tx, person).await? {
        TakenIn::Now => tx.commit().await?,
        TakenIn::Already => drop(tx),
        TakenIn::HasLeft => {
            drop(tx);
            fields.error("", Msg::new("patients-has-left"));
            return show(&ctx, &ListQuery::default(), fields).await;
        }
    }
    Ok(ctx.redirect_with(&routes::patient(person), "flash-patient-opened"))
}

fn view(ctx: &Ctx, query: &ListQuery, fields: &Fields, total: i64, people: &[Candidate]) -> AnyView {
    let lang = ctx.lang;
    let finder = Finder {
        query,
        total,
        path: routes::PATIENT_NEW,
        caption: lang.t("patients-people"),
        action: lang.t("patients-take-action"),
        nobody: lang.t("patients-nobody-to-take"),
    };
    let rows = people.iter().map(|person| found(ctx, person, None, take(ctx, person))).collect();
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("patients-take")}</h1>
        <p class="lead">{lang.t("patients-take-lead")}</p>
        {finder.view(ctx, rows)}
    }
    .into_any()
}

fn take(ctx: &Ctx, person: &Candidate) -> AnyView {
    let name = list_name(&person.family_name, &person.given_name);
    let body = view! {
        {hidden("person", person.id.to_string())}
        {Button::new(ctx.lang.t("patients-take-action")).about(name).quiet().submit()}
    };
    post_form_inline(routes::PATIENT_NEW, body.into_any()).into_any()
}
