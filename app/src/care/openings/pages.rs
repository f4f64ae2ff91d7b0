//! `/patients/{id}/opening`, where a record is opened, and `/openings`, where the head reviews what was.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;

use super::model::{Category, NewOpening, Opened, Outcome};
use super::{rules, store, view};
use crate::access::policy::{Opening, may_open};
use crate::access::sign_in::is_local;
use crate::access::{Denied, Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{OpeningId, PersonId};
use crate::kit::page::ListQuery;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "opening";
const LONGEST: usize = 1000;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    kind: String,
    back: String,
}

/// The form by itself, for what is closed only in part of a page.
pub async fn form(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    let kind = Opening::from_code(&asked.kind).ok_or(AppError::NotFound)?;
    drop(ctx.care(Permission::RecordOpen, Subject::Person(id), OBJECT).await?);
    let fields = view::fresh(&ctx, kind, &asked.back);
    Ok(view::form_page(&ctx, StatusCode::OK, id, kind, &fields))
}

/// Opens the record and leads back to what was asked for.
pub async fn open(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let kind = fields.choice::<Opening>("kind").ok_or(AppError::BadRequest)?;
    if !may_open(&ctx.actor, kind) {
        return Err(AppError::Denied(Denied::RoleNotEnough));
    }
    let category = fields.choice::<Category>("category");
    let words = fields.required("words", LONGEST);
    if !words.is_empty() && !rules::says_why(&words) {
        fields.error("words", Msg::with("openings-too-short", [("n", rules::SHORTEST_REASON.into())]));
    }
    let mut tx = ctx.care_write(Permission::RecordOpen, Subject::Person(id), OBJECT).await?;
    let Some(category) = category.filter(|_| !fields.is_refused()) else {
        drop(tx);
        return Ok(view::form_page(&ctx, StatusCode::UNPROCESSABLE_ENTITY, id, kind, &fields));
    };
    let new = NewOpening {
        id: ctx.id_of_form(&fields, "opening"),
        patient: id,
        user: ctx.actor.id,
        kind,
        category,
        words,
        at: ctx.now(),
        until: rules::until(ctx.now()),
    };
    store::open(&mut tx, &new).await?;
    tx.commit().await?;
    let back = fields.get("back");
    let back = if is_local(back) { back.to_owned() } else { routes::patient(id) };
    Ok(ctx.redirect_with(&back, "flash-opened"))
}

/// Closes whatever the user has opened.
pub async fn end(ctx: Ctx) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::RecordOpen, Subject::Facility(place), OBJECT).await?;
    store::end(&mut tx, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::HOME, "flash-opening-ended"))
}

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Shown {
    show: String,
    page: Option<i64>,
}

pub async fn list(ctx: Ctx, Query(shown): Query<Shown>) -> Result<Response> {
    let place = ctx.place()?.clone();
    let all = shown.show == "all";
    let list = ListQuery { page: shown.page, ..ListQuery::default() };
    let mut tx = ctx.care(Permission::OpeningReview, Subject::Facility(place.id), OBJECT).await?;
    let total = store::count(&mut tx, place.id, all).await?;
    let opened = store::of_facility(&mut tx, place.id, all, list.offset()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("openings-title"), || view::list(&ctx, &place, &opened, all, (&list, total))))
}

pub async fn one(ctx: Ctx, Path(id): Path<OpeningId>) -> Result<Response> {
    let opened = load(&ctx, id).await?;
    let fields = Fields::new();
    Ok(ctx.page(ctx.lang.t("openings-title"), || view::one(&ctx, &opened, &fields)))
}

async fn load(ctx: &Ctx, id: OpeningId) -> Result<Opened> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::OpeningReview, Subject::Facility(place), OBJECT).await?;
    store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)
}

/// Says that the message has been read.
pub async fn seen(ctx: Ctx, Path(id): Path<OpeningId>) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::OpeningReview, Subject::Facility(place), OBJECT).await?;
    store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    store::mark_seen(&mut tx, id, ctx.actor.id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::OPENINGS, "flash-opening-seen"))
}

/// Writes what the head found.
pub async fn review(ctx: Ctx, Path(id): Path<OpeningId>, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let outcome = fields.choice::<Outcome>("outcome");
    let finding = fields.text("finding", LONGEST);
    let mut tx = ctx.care_write(Permission::OpeningReview, Subject::Facility(place), OBJECT).await?;
    let opened = store::one(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    if let Some(outcome) = outcome.filter(|_| !fields.is_refused()) {
        let people = (opened.user_id, ctx.actor.id);
        match rules::review(people, opened.outcome, outcome, &finding) {
            // Pressed twice.
            Ok(()) if opened.outcome.is_some() => {
                return Ok(ctx.redirect_with(routes::OPENINGS, "flash-opening-reviewed"));
            }
            Ok(()) => {
                let seen = (id, fields.version());
                if store::review(&mut tx, seen, (ctx.actor.id, ctx.now()), outcome, &finding).await? {
                    tx.commit().await?;
                    return Ok(ctx.redirect_with(routes::OPENINGS, "flash-opening-reviewed"));
                }
                fields.error("", Msg::new(rules::Refused::Already.key()));
            }
            Err(refused) => {
                let field = if refused == rules::Refused::NoWords { "finding" } else { "" };
                fields.error(field, Msg::new(refused.key()));
            }
        }
    }
    drop(tx);
    Ok(ctx.refused(ctx.lang.t("openings-title"), || view::one(&ctx, &opened, &fields)))
}
