//! Who taught whom, as a picture and as a table.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::door::open;
use super::super::lineage::{Spot, Taught, What, layout};
use super::super::model::{Course, Subject};
use super::super::store;
use super::register_tabs;
use super::tables::{course_name, span};
use crate::access::{Permission, Subject as About};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, Header, button_quiet, empty, get_form, options_of, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

/// Width of a column, its words, and the height of half a row, in the picture's units.
const COLUMN: usize = 250;
const BOX: usize = 226;
const HALF: usize = 11;
/// Letters that fit into a box.
const LETTERS: usize = 34;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    subject: String,
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let subject = Subject::from_code(&asked.subject).unwrap_or(Subject::OtGuidelines);
    let mut tx = open(&ctx, Permission::TrainingRead, About::System, "training").await?;
    let courses = store::courses_of(&mut tx, subject).await?;
    let taught = store::taught(&mut tx, subject).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("training-lineage"), || view(&ctx, subject, &courses, &taught)))
}

fn view(ctx: &Ctx, subject: Subject, courses: &[Course], taught: &[Taught]) -> AnyView {
    let lang = ctx.lang;
    let title = lang.t("training-lineage");
    let fields = Fields::new().with("subject", subject.as_str());
    let choose = view! {
        {Field::new(&fields, lang, "subject", lang.t("training-subject")).select(options_of!(Subject, lang), None)}
        {button_quiet(lang.t("custody-show"))}
    };
    let body = if courses.is_empty() {
        empty(lang.t("training-lineage-empty"), None)
    } else {
        view! { {picture(lang, subject, courses, taught)}{as_table(lang, courses, taught)} }.into_any()
    };
    view! {
        {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title.clone()}</h1>
        <p class="lead">{lang.t("training-lineage-lead")}</p>
        {register_tabs(ctx, routes::TRAINING_LINEAGE)}
        {get_form(routes::TRAINING_LINEAGE, choose.into_any())}
        {body}
    }
    .into_any()
}

fn picture(lang: Lang, subject: Subject, courses: &[Course], taught: &[Taught]) -> AnyView {
    let laid = layout(courses, taught);
    let (width, height) = (laid.columns * COLUMN, (laid.rows + 2) * HALF);
    let described =
        lang.t_with("training-lineage-told", &[("courses", courses.len().into()), ("people", taught.len().into())]);
    let lines = laid.spots.iter().filter_map(line).collect_view();
    let spots = laid.spots.iter().map(|spot| drawn(lang, courses, spot)).collect_view();
    view! {
        <div class="chart lineage" role="region" tabindex="0" aria-label=lang.t("training-lineage")>
            <svg viewBox=format!("0 0 {width} {height}") role="img" aria-labelledby="lineage-title lineage-text">
                <title id="lineage-title">{format!("{}: {}", lang.t("training-lineage"), subject.label(lang))}</title>
                <desc id="lineage-text">{described}</desc>
                {lines}
                {spots}
            </svg>
        </div>
    }
    .into_any()
}

/// The middle of a row.
const fn y(row: usize) -> usize {
    (row + 1) * HALF
}

/// From what somebody was taught in to what came of it.
fn line(spot: &Spot) -> Option<AnyView> {
    let (column, row) = spot.parent?;
    let (from, to) = (column * COLUMN + BOX, spot.column * COLUMN);
    let middle = usize::midpoint(from, to);
    let path = format!("M{from} {} H{middle} V{} H{to}", y(row), y(spot.row));
    Some(view! { <path class="branch" d=path/> }.into_any())
}

fn drawn(lang: Lang, courses: &[Course], spot: &Spot) -> AnyView {
    let (x, middle) = (spot.column * COLUMN, y(spot.row));
    match &spot.what {
        What::Person(_, name) => {
            view! { <text class="leaf" x=(x + 4).to_string() y=(middle + 4).to_string()>{short(name)}</text> }
                .into_any()
        }
        What::Course(id) => {
            let Some(course) = courses.iter().find(|held| held.id == *id) else { return ().into_any() };
            let pair = format!("{} + {}", course.trainer_a_name, course.trainer_b_name);
            let when = format!("{} ({})", span(lang, course.starts_on, course.ends_on), course.certified);
            let top = middle.saturating_sub(26);
            view! {
                <rect class="node" x=x.to_string() y=top.to_string() width=BOX.to_string() height="52" rx="4"/>
                <text class="strong" x=(x + 8).to_string() y=(middle.saturating_sub(10)).to_string()>{short(&course.level.label(lang))}</text>
                <text x=(x + 8).to_string() y=(middle + 5).to_string()>{short(&pair)}</text>
                <text x=(x + 8).to_string() y=(middle + 20).to_string()>{short(&when)}</text>
            }
            .into_any()
        }
    }
}

/// As much of a text as fits; the whole of it stands in the table.
fn short(text: &str) -> String {
    if text.chars().count() <= LETTERS {
        return text.to_owned();
    }
    text.chars().take(LETTERS - 1).chain(['…']).collect()
}

fn as_table(lang: Lang, courses: &[Course], taught: &[Taught]) -> AnyView {
    let headers = ["training-course", "training-when", "training-trainers", "training-mentor", "training-trained"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = courses
        .iter()
        .map(|course| {
            let names: Vec<&str> =
                taught.iter().filter(|(from, _, _)| *from == course.id).map(|(_, _, name)| name.as_str()).collect();
            view! {
                <tr>
                    <th scope="row"><a href=routes::training_course(course.id)>{course_name(lang, course)}</a></th>
                    <td>{span(lang, course.starts_on, course.ends_on)}</td>
                    <td>{format!("{}, {}", course.trainer_a_name, course.trainer_b_name)}</td>
                    <td>{course.mentor.clone().unwrap_or_else(|| "–".to_owned())}</td>
                    <td>{names.join(", ")}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let caption = lang.t("kit-chart-as-table");
    view! { <details><summary>{caption.clone()}</summary>{table_under_heading(caption, headers, rows, String::new())}</details> }.into_any()
}
