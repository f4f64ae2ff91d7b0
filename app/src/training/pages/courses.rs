//! The first page of the register: its courses, and which certificates lapse soon. The head adds a course on a page of its own.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::door::open;
use super::super::model::{Course, Held, Level, Subject};
use super::super::rules::{PairFault, REMIND, pair};
use super::super::store;
use super::super::write::{self, By, NewCourse};
use super::register_tabs;
use super::tables::{course_name, held_table, span};
use crate::access::{Permission, Subject as About};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::{CareTx, Refusal};
use crate::kit::form::Fields;
use crate::kit::ids::{CourseId, TraineeId};
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, button, card, error_summary, export_links, hidden, link_button, link_button_quiet, options_of,
    pager, post_form, print_head, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

/// Days of one course at most.
const LONGEST: i64 = 10;
const MONTHS: i32 = 24;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    let today = ctx.today();
    let mut tx = open(&ctx, Permission::TrainingRead, About::System, "training").await?;
    let total = store::count_courses(&mut tx).await?;
    let courses = store::courses(&mut tx, query.offset()).await?;
    let lapsing = store::lapsing(&mut tx, today, today + REMIND).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("training-title"), || list(&ctx, &query, total, &courses, &lapsing)))
}

fn list(ctx: &Ctx, query: &ListQuery, total: i64, courses: &[Course], lapsing: &[Held]) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("training-course")),
        Header::new(lang.t("training-when")),
        Header::new(lang.t("training-site")),
        Header::new(lang.t("training-trainers")),
        Header::new(lang.t("training-enrolled")).numeric(),
        Header::new(lang.t("training-certified")).numeric(),
    ];
    let rows = courses.iter().map(|course| row(lang, course)).collect();
    let new = ctx
        .may(Permission::TrainingManage)
        .then(|| view! { <p class="no-print">{link_button(routes::TRAINING_NEW, lang.t("training-course-new"))}</p> });
    let to_paper = |held: &Held| Some(routes::training_certificate(held.id));
    let soon = lang.t("training-lapsing").into_owned();
    view! {
        {print_head(lang, "Ergon", lang.t("training-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("training-title")}</h1>
        <p class="lead">{lang.t("training-lead")}</p>
        {register_tabs(ctx, routes::TRAINING)}
        {new}
        <div class="card">{table_under_heading(lang.t("training-courses"), headers, rows, lang.t("training-courses-empty"))}</div>
        {pager(lang, query, total, routes::TRAINING)}
        {export_links(lang, routes::TRAINING)}
        {card(soon.clone(), held_table(lang, &soon, lapsing, ctx.today(), (true, &to_paper), &lang.t("training-lapsing-none")))}
    }
    .into_any()
}

fn row(lang: Lang, course: &Course) -> AnyView {
    let mentor = course.mentor.as_ref().map(
        |name| view! { <div class="sub">{lang.t_with("training-mentored-by", &[("name", name.clone().into())])}</div> },
    );
    view! {
        <tr>
            <th scope="row"><a href=routes::training_course(course.id)>{course_name(lang, course)}</a></th>
            <td>{span(lang, course.starts_on, course.ends_on)}</td>
            <td>{course.site.clone()}</td>
            <td>{format!("{}, {}", course.trainer_a_name, course.trainer_b_name)}{mentor}</td>
            <td class="n">{course.enrolled}</td>
            <td class="n">{course.certified}</td>
        </tr>
    }
    .into_any()
}

pub async fn new(ctx: Ctx) -> Result<Response> {
    // The id is in the form from the beginning: however often it is sent, it is one course.
    let fields = Fields::new()
        .with("id", ctx.new_id::<CourseId>().to_string())
        .with("version", "0")
        .with("valid_months", MONTHS.to_string());
    form(&ctx, fields).await
}

pub async fn edit(ctx: Ctx, Path(id): Path<CourseId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::TrainingManage, About::System, "training").await?;
    let course = store::course(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    let fields = Fields::new()
        .with("id", course.id.to_string())
        .with("version", course.version.to_string())
        .with("subject", course.subject.as_str())
        .with("level", course.level.as_str())
        .with("starts_on", course.starts_on.to_string())
        .with("ends_on", course.ends_on.to_string())
        .with("site", course.site)
        .with("trainer_a", course.trainer_a.to_string())
        .with("trainer_b", course.trainer_b.to_string())
        .with("mentor", course.mentor_id.map(|id| id.to_string()).unwrap_or_default())
        .with("valid_months", course.valid_months.to_string());
    form(&ctx, fields).await
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(new) = parse(&mut fields) else { return form(&ctx, fields).await };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    if check(&mut tx, &new, &mut fields).await? {
        match write::course(&mut tx, &new, By { user: ctx.actor.id, at: ctx.now() }).await {
            Ok(true) => {
                tx.commit().await?;
                return Ok(ctx.redirect_with(&routes::training_course(new.id), "flash-training-saved"));
            }
            Ok(false) => fields.error("", Msg::new("training-course-changed")),
            Err(error) if error.refusal() == Some(Refusal::Trainers) => {
                fields.error("trainer_a", Msg::new("training-not-trainer"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    drop(tx);
    form(&ctx, fields).await
}

fn parse(fields: &mut Fields) -> Option<NewCourse> {
    let (subject, level) = (fields.choice::<Subject>("subject"), fields.choice::<Level>("level"));
    let day = |fields: &mut Fields, name: &str| {
        if fields.get(name).is_empty() {
            fields.error(name, Msg::new("form-required"));
        }
        fields.date(name)
    };
    let (starts_on, ends_on) = (day(fields, "starts_on"), day(fields, "ends_on"));
    if let (Some(from), Some(to)) = (starts_on, ends_on)
        && !(0..LONGEST).contains(&(to - from).num_days())
    {
        fields.error("ends_on", Msg::with("training-days-wrong", [("n", LONGEST.into())]));
    }
    let site = fields.required("site", 120);
    let (a, b) = (fields.choice::<TraineeId>("trainer_a"), fields.choice::<TraineeId>("trainer_b"));
    let mentor = fields.optional::<TraineeId>("mentor");
    let valid_months = fields.number("valid_months", 1, 120);
    let id = fields.get("id").parse().ok();
    if fields.is_refused() {
        return None;
    }
    Some(NewCourse {
        id: id?,
        subject: subject?,
        level: level?,
        starts_on: starts_on?,
        ends_on: ends_on?,
        site,
        trainer_a: a?,
        trainer_b: b?,
        mentor,
        valid_months: valid_months?,
        version: fields.version(),
    })
}

/// Whether these two may teach it; what is wrong stands at the field.
async fn check(tx: &mut CareTx, new: &NewCourse, fields: &mut Fields) -> Result<bool> {
    let (a, b) = (new.trainer_a, new.trainer_b);
    let held = store::trainers(tx, new.subject, new.starts_on, (a, b)).await?;
    match pair(new.level, a, b, held) {
        Ok(()) => {}
        Err(PairFault::OnePerson) => fields.error("trainer_b", Msg::new("training-one-person")),
        Err(PairFault::NotTrainers { first, second }) => {
            for name in [first.then_some("trainer_a"), second.then_some("trainer_b")].into_iter().flatten() {
                fields.error(name, Msg::new("training-not-trainer"));
            }
        }
    }
    Ok(!fields.is_refused())
}

async fn form(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::TrainingManage, About::System, "training").await?;
    let people = store::everybody(&mut tx).await?;
    drop(tx);
    let people: Vec<(String, String)> =
        people.into_iter().map(|(id, name, institution)| (id.to_string(), format!("{name} ({institution})"))).collect();
    let title = lang.t(if fields.version() == 0 { "training-course-new" } else { "training-course-edit" });
    let body = || {
        let choose = || Some(lang.t("sessions-choose").into_owned());
        let field = |name: &str, key: &str| Field::new(&fields, lang, name, lang.t(key));
        let inner = view! {
            {hidden("id", fields.get("id").to_owned())}
            {hidden("version", fields.get("version").to_owned())}
            {field("subject", "training-subject").required().select(options_of!(Subject, lang), choose())}
            {field("level", "training-level").required().select(options_of!(Level, lang), choose())}
            {field("starts_on", "training-first-day").required().date()}
            {field("ends_on", "training-last-day").required().date()}
            {field("site", "training-site").required().text()}
            {field("trainer_a", "training-trainer-first").hint(lang.t("training-trainer-hint")).required().select(people.clone(), choose())}
            {field("trainer_b", "training-trainer-second").required().select(people.clone(), choose())}
            {field("mentor", "training-mentor").select(people.clone(), Some(lang.t("training-mentor-none").into_owned()))}
            {field("valid_months", "training-valid-months").required().number(1, 120)}
            <div class="actions">
                {button(lang.t("training-save"))}
                {link_button_quiet(routes::TRAINING, lang.t("training-back"))}
            </div>
        };
        view! {
            <h1>{title.clone()}</h1>
            {register_tabs(ctx, routes::TRAINING)}
            {error_summary(&fields, lang)}
            <div class="card">{post_form(routes::TRAINING_NEW, inner.into_any())}</div>
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}
