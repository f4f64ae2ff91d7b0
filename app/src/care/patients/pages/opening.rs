//! Taking a person into the caseload: finding them among the facility's people, and opening their record.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::head::housing;
use super::super::model::Candidate;
use super::super::{TakenIn, rules, store, take_in};
use crate::access::{Permission, Subject};
use crate::custody::people::{Presence, list_name};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, error_summary, get_form, hidden, pager, post_form_inline, table, tag,
};
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
    let typed = Fields::new().with("q", query.search());
    let headers = vec![
        Header::new(lang.t("patients-name")),
        Header::new(lang.t("patients-number")),
        Header::new(lang.t("patients-birth-date")),
        Header::new(lang.t("patients-housing")),
        Header::new(lang.t("patients-take-action")).away(),
    ];
    let rows = people.iter().map(|person| row(ctx, person)).collect();
    let search = view! {
        {Field::new(&typed, lang, "q", lang.t("patients-search")).search()}
        {button(lang.t("patients-show"))}
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("patients-take")}</h1>
        <p class="lead">{lang.t("patients-take-lead")}</p>
        {get_form(routes::PATIENT_NEW, search.into_any())}
        {table(lang.t("patients-people"), headers, rows, lang.t("patients-nobody-to-take"))}
        {pager(lang, query, total, routes::PATIENT_NEW)}
    }
    .into_any()
}

fn row(ctx: &Ctx, person: &Candidate) -> AnyView {
    let lang = ctx.lang;
    let name = list_name(&person.family_name, &person.given_name);
    let away =
        (person.presence != Presence::Present).then(|| view! { " " {tag(Tone::Calm, person.presence.label(lang))} });
    let take = post_form_inline(
        routes::PATIENT_NEW,
        view! {
            {hidden("person", person.id.to_string())}
            {Button::new(lang.t("patients-take-action")).about(name.clone()).quiet().submit()}
        }
        .into_any(),
    );
    view! {
        <tr>
            <th scope="row">{name}{away}</th>
            <td>{person.prison_number.clone()}</td>
            <td>{lang.date(person.birth_date)}</td>
            <td>{housing(lang, person.wing.as_deref(), &person.cell)}</td>
            <td>{take}</td>
        </tr>
    }
    .into_any()
}
