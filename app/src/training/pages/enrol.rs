//! Enrolment: an institution sends a list of names, or somebody with an account takes part. Adding somebody to the register without
//! a course, as a consultant who comes to teach, is the same form without one.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::store;
use super::super::write::{self, By, NewPerson};
use super::course;
use super::people;
use crate::access::{Permission, Subject as About};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{CourseId, FacilityId, TraineeId, UserId};
use crate::kit::ui::{Field, button, card, post_form};
use crate::routes;
use crate::web::Ctx;

/// Names of one list at most.
const MOST: usize = 100;
const LONGEST: usize = 120;

/// Whom and where one can choose from.
pub(super) struct Choices {
    people: Vec<(String, String)>,
    users: Vec<(String, String)>,
    institutions: Vec<String>,
    facilities: Vec<(String, String)>,
}

pub(super) async fn choices(ctx: &Ctx) -> Result<Choices> {
    let mut tx = ctx.care(Permission::TrainingManage, About::System, "training").await?;
    let people = store::everybody(&mut tx).await?;
    let users = store::users_outside(&mut tx).await?;
    let institutions = store::institutions(&mut tx).await?;
    let facilities = store::facilities(&mut tx).await?;
    drop(tx);
    let known = people.into_iter().map(|(id, name, at)| (id.to_string(), format!("{name} ({at})"))).collect();
    let users = users.into_iter().map(|(id, name, what)| (id.to_string(), format!("{name} ({what})"))).collect();
    let facilities = facilities.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    Ok(Choices { people: known, users, institutions, facilities })
}

pub(super) fn forms(lang: Lang, course: CourseId, choices: &Choices, fields: &Fields) -> AnyView {
    let field = |name: &str, key: &str| Field::new(fields, lang, name, lang.t(key));
    let list = view! {
        {institution(lang, choices, fields)}
        {field("names", "training-names").hint(lang.t("training-names-hint")).required().note_box(6)}
        {field("facility", "training-unit").hint(lang.t("training-unit-hint")).select(choices.facilities.clone(), none(lang))}
        <div class="actions">{button(lang.t("training-enrol"))}</div>
    };
    let one = view! {
        {field("person", "training-person").select(choices.people.clone(), none(lang))}
        {field("user", "training-user").select(choices.users.clone(), none(lang))}
        {field("own-institution", "training-institution").hint(lang.t("training-user-institution-hint")).text()}
        <div class="actions">{button(lang.t("training-enrol"))}</div>
    };
    view! {
        <div class="no-print">
            {card(lang.t("training-enrol-list"), post_form(routes::training_enrol(course), list.into_any()))}
            {card(lang.t("training-enrol-one"), post_form(routes::training_enrol_one(course), one.into_any()))}
        </div>
    }
    .into_any()
}

/// The form that adds people without a course.
pub(super) fn add_form(lang: Lang, choices: &Choices, fields: &Fields) -> AnyView {
    let field = |name: &str, key: &str| Field::new(fields, lang, name, lang.t(key));
    let list = view! {
        {institution(lang, choices, fields)}
        {field("names", "training-names").hint(lang.t("training-names-hint")).required().note_box(4)}
        {field("facility", "training-unit").hint(lang.t("training-unit-hint")).select(choices.facilities.clone(), none(lang))}
        <div class="actions">{button(lang.t("training-add"))}</div>
    };
    view! { <div class="no-print">{card(lang.t("training-people-add"), post_form(routes::TRAINING_PEOPLE, list.into_any()))}</div> }.into_any()
}

fn none(lang: Lang) -> Option<String> {
    Some(lang.t("training-none").into_owned())
}

fn institution(lang: Lang, choices: &Choices, fields: &Fields) -> AnyView {
    let known = choices.institutions.iter().map(|name| (name.clone(), name.clone())).collect();
    let field = |name: &str, key: &str| Field::new(fields, lang, name, lang.t(key));
    view! {
        {field("institution", "training-institution").select(known, Some(lang.t("training-institution-other").into_owned()))}
        {field("other", "training-institution-name").hint(lang.t("training-institution-hint")).text()}
    }
    .into_any()
}

/// A list of names from one institution.
struct Listed {
    institution: String,
    names: Vec<String>,
    facility: Option<FacilityId>,
}

fn parse(fields: &mut Fields) -> Option<Listed> {
    let chosen = fields.text("institution", LONGEST);
    let institution = if chosen.is_empty() { fields.required("other", LONGEST) } else { chosen };
    let typed = fields.required("names", LONGEST * MOST);
    let names: Vec<String> = typed
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|n| !n.is_empty())
        .collect();
    if names.len() > MOST || names.iter().any(|name| name.chars().count() > LONGEST) {
        fields.error("names", Msg::with("training-names-too-many", [("n", MOST.into())]));
    }
    let facility = fields.optional("facility");
    (!fields.is_refused()).then_some(Listed { institution, names, facility })
}

async fn add_all(ctx: &Ctx, tx: &mut CareTx, listed: &Listed) -> Result<Vec<TraineeId>> {
    let mut added = Vec::new();
    for name in &listed.names {
        let new = NewPerson {
            id: ctx.new_id(),
            user: None,
            name: name.clone(),
            institution: listed.institution.clone(),
            facility: listed.facility,
        };
        added.push(write::person(tx, &new, By { user: ctx.actor.id, at: ctx.now() }).await?);
    }
    Ok(added)
}

pub async fn list(ctx: Ctx, Path(id): Path<CourseId>, mut fields: Fields) -> Result<Response> {
    let Some(listed) = parse(&mut fields) else { return course::show(&ctx, id, fields).await };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    store::course(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    for person in add_all(&ctx, &mut tx, &listed).await? {
        write::enrol(&mut tx, ctx.new_id(), id, person, By { user: ctx.actor.id, at: ctx.now() }).await?;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::training_course(id), "flash-training-enrolled"))
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(listed) = parse(&mut fields) else { return people::refused(&ctx, fields).await };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    add_all(&ctx, &mut tx, &listed).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::TRAINING_PEOPLE, "flash-training-saved"))
}

/// Somebody whom the register knows, or somebody with an account whom it does not.
pub async fn one(ctx: Ctx, Path(id): Path<CourseId>, mut fields: Fields) -> Result<Response> {
    let known = fields.optional::<TraineeId>("person");
    let user = fields.optional::<UserId>("user");
    let institution = if user.is_some() { fields.required("own-institution", LONGEST) } else { String::new() };
    if known.is_some() == user.is_some() {
        fields.error("person", Msg::new("training-choose-one"));
    }
    if fields.is_refused() {
        return course::show(&ctx, id, fields).await;
    }
    let by = By { user: ctx.actor.id, at: ctx.now() };
    let mut tx = ctx.care_write(Permission::TrainingManage, About::System, "training").await?;
    store::course(&mut tx, id).await?.ok_or(AppError::NotFound)?;
    let person = match (known, user) {
        (Some(person), _) => person,
        (None, Some(user)) => {
            let (name, facility) = write::of_user(&mut tx, user).await?.ok_or(AppError::NotFound)?;
            let new = NewPerson { id: ctx.new_id(), user: Some(user), name, institution, facility };
            write::person(&mut tx, &new, by).await?
        }
        (None, None) => return Err(AppError::BadRequest),
    };
    write::enrol(&mut tx, ctx.new_id(), id, person, by).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::training_course(id), "flash-training-enrolled"))
}
