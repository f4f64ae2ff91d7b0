//! Everybody of the register with what they hold; for coordinators, the corrections' staff of the facility. Both lists leave as
//! files, a line for each certificate.

use std::collections::HashMap;

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::door::{RegisterTx, open};
use super::super::model::{Held, Trainee};
use super::super::rules::standing;
use super::super::store::{self, Staff};
use super::enrol;
use super::register_tabs;
use super::tables::standing_tag;
use crate::access::{Permission, Subject as About};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::DbError;
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::kit::ids::TraineeId;
use crate::kit::page::{ListQuery, PAGE_SIZE, search_patterns};
use crate::kit::ui::{
    Field, Header, button_quiet, error_summary, export_links, get_form, pager, print_head, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

/// Some people with their certificates.
type Found = (Vec<Trainee>, HashMap<TraineeId, Vec<Held>>);

async fn read(tx: &mut RegisterTx, staff: Staff, search: &str, offset: i64) -> Result<Found, DbError> {
    let people = store::people(tx, staff, &search_patterns(search), offset).await?;
    let ids: Vec<TraineeId> = people.iter().map(|one| one.id).collect();
    let mut held: HashMap<TraineeId, Vec<Held>> = HashMap::new();
    for one in store::held_by(tx, &ids).await? {
        held.entry(one.person_id).or_default().push(one);
    }
    Ok((people, held))
}

/// The door of the whole register, or of the staff of one facility.
async fn door(ctx: &Ctx, whole: bool, object: &'static str) -> Result<(RegisterTx, Staff)> {
    if whole {
        return Ok((open(ctx, Permission::TrainingRead, About::System, object).await?, None));
    }
    let place = ctx.place()?.id;
    Ok((open(ctx, Permission::TrainingStaff, About::Facility(place), object).await?, Some(place)))
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show(&ctx, true, query, Fields::new()).await
}

pub async fn staff(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show(&ctx, false, query, Fields::new()).await
}

/// The page again, with the form as it was typed.
pub(super) async fn refused(ctx: &Ctx, fields: Fields) -> Result<Response> {
    show(ctx, true, ListQuery::default(), fields).await
}

async fn show(ctx: &Ctx, whole: bool, query: ListQuery, fields: Fields) -> Result<Response> {
    let (mut tx, staff) = door(ctx, whole, "training").await?;
    let total = store::count_people(&mut tx, staff, &search_patterns(&query.search())).await?;
    let found = read(&mut tx, staff, &query.search(), query.offset()).await?;
    drop(tx);
    let choices = if whole && ctx.may(Permission::TrainingManage) { Some(enrol::choices(ctx).await?) } else { None };
    let title = ctx.lang.t(if whole { "training-people" } else { "training-staff" });
    let body = || view(ctx, whole, (&query, total), &found, choices.as_ref(), &fields);
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

fn view(
    ctx: &Ctx,
    whole: bool,
    (query, total): (&ListQuery, i64),
    (people, held): &Found,
    choices: Option<&enrol::Choices>,
    fields: &Fields,
) -> AnyView {
    let lang = ctx.lang;
    let (title, base) = if whole {
        (lang.t("training-people"), routes::TRAINING_PEOPLE)
    } else {
        (lang.t("training-staff"), routes::TRAINING_STAFF)
    };
    let headers = ["training-name", "training-institution", "training-unit", "training-certificates"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = people.iter().map(|one| row(ctx, whole, one, held.get(&one.id))).collect();
    let asked = Fields::new().with("q", query.search());
    let search = view! { {Field::new(&asked, lang, "q", lang.t("training-search")).search()}{button_quiet(lang.t("custody-show"))} };
    let place = ctx.actor.place().filter(|_| !whole).map_or_else(|| "Ergon".to_owned(), |place| place.name.clone());
    view! {
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        {whole.then(|| register_tabs(ctx, routes::TRAINING_PEOPLE))}
        {(!whole).then(|| view! { <p class="lead">{lang.t("training-staff-lead")}</p> })}
        {error_summary(fields, lang)}
        {get_form(base, search.into_any())}
        {table_under_heading(title.clone(), headers, rows, lang.t("training-people-empty"))}
        {pager(lang, query, total, base)}
        {export_links(lang, &ctx.uri)}
        {choices.map(|choices| enrol::add_form(lang, choices, fields))}
    }
    .into_any()
}

fn row(ctx: &Ctx, whole: bool, one: &Trainee, held: Option<&Vec<Held>>) -> AnyView {
    let lang = ctx.lang;
    let certificates = held
        .into_iter()
        .flatten()
        .map(|held| {
            let name = format!("{} – {}", held.subject.label(lang), held.level.label(lang));
            let name = if whole {
                view! { <a href=routes::training_certificate(held.id)>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            view! { <li>{name}" "{standing_tag(lang, held.valid_until, held.revoked_on, ctx.today())}</li> }
        })
        .collect_view();
    view! {
        <tr>
            <th scope="row">{one.name.clone()}</th>
            <td>{one.institution.clone()}</td>
            <td>{one.facility.clone().unwrap_or_else(|| "–".to_owned())}</td>
            <td><ul class="plain held">{certificates}</ul></td>
        </tr>
    }
    .into_any()
}

pub async fn file(ctx: Ctx, format: Format, Query(query): Query<ListQuery>) -> Result<Response> {
    as_file(&ctx, true, format, query.search()).await
}

pub async fn staff_file(ctx: Ctx, format: Format, Query(query): Query<ListQuery>) -> Result<Response> {
    as_file(&ctx, false, format, query.search()).await
}

async fn as_file(ctx: &Ctx, whole: bool, format: Format, search: String) -> Result<Response> {
    let (tx, staff) = door(ctx, whole, "export").await?;
    let (lang, today) = (ctx.lang, ctx.today());
    let headers = [
        "training-name",
        "training-institution",
        "training-unit",
        "training-subject",
        "training-level",
        "training-issued-on",
        "training-until",
        "training-state",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "training", headers, tx, move |tx, offset| {
        let search = search.clone();
        Box::pin(async move {
            let (people, held) = read(tx, staff, &search, offset).await?;
            let full = i64::try_from(people.len()).unwrap_or(0) == PAGE_SIZE;
            let rows = people.iter().flat_map(|one| lines(lang, today, one, held.get(&one.id))).collect();
            Ok(export::Page { full, rows })
        })
    }))
}

/// A line for each certificate; one without any for whoever holds none.
fn lines(lang: Lang, today: chrono::NaiveDate, one: &Trainee, held: Option<&Vec<Held>>) -> Vec<Vec<Value>> {
    let person = || {
        vec![
            Value::from(&one.name),
            Value::from(&one.institution),
            Value::from(one.facility.as_deref().unwrap_or_default()),
        ]
    };
    let Some(held) = held else {
        let nothing = std::iter::repeat_with(|| Value::from("")).take(5);
        return vec![person().into_iter().chain(nothing).collect()];
    };
    let line = |held: &Held| {
        let counts = standing(held.valid_until, held.revoked_on, today).counts();
        let mut line = person();
        line.extend([
            Value::from(held.subject.label(lang)),
            Value::from(held.level.label(lang)),
            Value::day(Some(held.issued_on)),
            Value::day(Some(held.valid_until)),
            Value::from(lang.t(if counts { "training-valid" } else { "training-not-valid" })),
        ]);
        line
    };
    held.iter().map(line).collect()
}
