//! Planning a move: somebody of the facility is found by name or number, then it is said where to and when.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Candidate, Planned};
use super::super::model::MovePerson;
use super::super::rules::{FURTHEST_DAYS, PlanRefused};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::custody::people::{Presence, housing};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, PersonId};
use crate::kit::page::{ListQuery, search_patterns};
use crate::kit::ui::{
    Button, Field, Header, Tone, button, error_summary, get_form, hidden, link_button_quiet, pager, post_form, table,
    tag,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    person: Option<PersonId>,
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(asked): Query<Asked>) -> Result<Response> {
    match asked.person {
        Some(person) => {
            let candidate = api::candidate(&ctx, person).await?;
            if let Some(planned) = candidate.person.planned {
                return Ok(redirect(&routes::moving(planned)));
            }
            Ok(form_page(&ctx, &candidate, &Fields::new()))
        }
        None => search(&ctx, &query).await,
    }
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let person: PersonId = fields.get("person").parse().map_err(|_| AppError::BadRequest)?;
    let to = fields.choice::<FacilityId>("to");
    let on = fields.date("on");
    if on.is_none() && fields.error_at("on").is_none() {
        fields.error("on", Msg::new("form-required"));
    }
    if let (Some(to), Some(on)) = (to, on) {
        match api::plan(&ctx, person, to, on).await? {
            Planned::Done(id) => return Ok(ctx.redirect_with(&routes::moving(id), "flash-move-planned")),
            Planned::Already(id) => return Ok(ctx.redirect_with(&routes::moving(id), "flash-move-is-planned")),
            Planned::Refused(refused) => refuse(&mut fields, refused),
        }
    }
    Ok(form_page(&ctx, &api::candidate(&ctx, person).await?, &fields))
}

fn refuse(fields: &mut Fields, refused: PlanRefused) {
    let (field, message) = match refused {
        PlanRefused::HasLeft => ("", Msg::new("moves-has-left")),
        PlanRefused::SameFacility => ("to", Msg::new("form-choose")),
        PlanRefused::Past => ("on", Msg::new("moves-past-day")),
        PlanRefused::TooFar => ("on", Msg::with("moves-too-far", [("n", FURTHEST_DAYS.into())])),
    };
    fields.error(field, message);
}

fn form_page(ctx: &Ctx, candidate: &Candidate, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let person = &candidate.person;
    let places = candidate.destinations.iter().map(|place| (place.id.to_string(), place.name.clone())).collect();
    let title = lang.t("moves-plan");
    let body = || {
        let form = view! {
            {hidden("person", person.id.to_string())}
            {Field::new(fields, lang, "to", lang.t("moves-to")).required().select(places, Some(lang.t("moves-choose").into_owned()))}
            {Field::new(fields, lang, "on", lang.t("moves-on")).hint(lang.t("moves-on-hint")).required().date()}
            <div class="actions">{button(lang.t("moves-plan-button"))}{link_button_quiet(routes::MOVES, lang.t("moves-back"))}</div>
        };
        view! {
            {error_summary(fields, lang)}
            <h1>{title.clone()}</h1>
            <p class="lead">{format!("{} · {} · {}", person.name(), person.prison_number, housing(person.wing.as_deref(), &person.cell))}</p>
            {post_form(routes::MOVE_NEW, form.into_any())}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

async fn search(ctx: &Ctx, query: &ListQuery) -> Result<Response> {
    let facility = ctx.place()?.id;
    let words = search_patterns(&query.search());
    let mut tx = ctx.custody(Permission::MovePerson, Subject::Facility(facility), "people").await?;
    let total = store::people_size(&mut tx, facility, &words).await?;
    let people = store::people(&mut tx, facility, &words, query.offset()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("moves-plan"), || people_view(ctx, query, total, &people)))
}

fn people_view(ctx: &Ctx, query: &ListQuery, total: i64, people: &[MovePerson]) -> AnyView {
    let lang = ctx.lang;
    let typed = Fields::new().with("q", query.search());
    let headers = ["custody-name", "custody-number", "custody-cell"]
        .map(|key| Header::new(lang.t(key)))
        .into_iter()
        .chain([Header::new(lang.t("moves-plan")).away()])
        .collect();
    let rows = people.iter().map(|person| person_row(ctx, person)).collect();
    let filters = view! {
        {Field::new(&typed, lang, "q", lang.t("moves-search")).search()}
        {button(lang.t("custody-show"))}
    };
    view! {
        <h1>{lang.t("moves-plan")}</h1>
        <p class="lead">{lang.t("moves-plan-lead")}</p>
        {get_form(routes::MOVE_NEW, filters.into_any())}
        {table(lang.t("moves-people"), headers, rows, lang.t("moves-nobody"))}
        {pager(lang, query, total, routes::MOVE_NEW)}
    }
    .into_any()
}

fn person_row(ctx: &Ctx, person: &MovePerson) -> AnyView {
    let lang = ctx.lang;
    let away =
        (person.presence != Presence::Present).then(|| view! { " " {tag(Tone::Calm, person.presence.label(lang))} });
    let choose = match person.planned {
        Some(planned) => {
            Button::new(lang.t("moves-is-planned")).about(person.name()).quiet().link(routes::moving(planned))
        }
        None => Button::new(lang.t("moves-plan")).about(person.name()).quiet().link(routes::move_new(person.id)),
    };
    view! {
        <tr>
            <th scope="row">{person.name()}{away}</th>
            <td class="nowrap">{person.prison_number.clone()}</td>
            <td>{housing(person.wing.as_deref(), &person.cell)}</td>
            <td>{choose}</td>
        </tr>
    }
    .into_any()
}
