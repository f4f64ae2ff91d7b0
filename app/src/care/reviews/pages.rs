//! `/patients/{id}/review`: one form for the whole sitting. Every button of it sends all of it; the draft guard saves it while it
//! is written, and the password signs it.

mod view;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::api::{self, Outcome, Then};
use super::model::{Draft, Held, Known};
use super::rules::Way;
use super::{form, store};
use crate::access::{Permission, Subject};
use crate::care::goals::{self, Rating};
use crate::care::patients::{self, PatientHead};
use crate::care::plans::api::{self as plans, Stored};
use crate::care::sessions::rules::is_late;
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::routes;
use crate::web::Ctx;

const LONGEST_REASON: usize = 500;

/// What the form stands on.
pub(super) struct Page {
    pub head: PatientHead,
    /// The plan that is reviewed; without one there is nothing to review.
    pub active: Option<Stored>,
    pub held: Option<Held>,
    pub ratings: Vec<Rating>,
    pub draft_waits: bool,
}

impl Page {
    async fn load(ctx: &Ctx, id: PersonId) -> Result<Self> {
        let mut tx = ctx.care(Permission::ReviewWrite, Subject::Person(id), "review").await?;
        Ok(Self {
            head: patients::head(&mut tx, ctx.actor.id, id).await?,
            active: plans::load_active(&mut tx, id).await?,
            held: store::draft(&mut tx, id).await?,
            ratings: goals::ratings(&mut tx, id).await?,
            draft_waits: plans::load_draft(&mut tx, id).await?.is_some(),
        })
    }
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let page = Page::load(&ctx, id).await?;
    let Some(active) = &page.active else { return Ok(view::nothing_to_review(&ctx, &page)) };
    let mut moved = false;
    let fields = match &page.held {
        Some(held) => {
            // What was decided stays with each goal, also when another version is followed since.
            moved = held.known.plan != active.plan.id;
            form::fill(held, &active.goals).with("plan", active.plan.id.to_string())
        }
        None => {
            let known = Known { review: ctx.new_id(), version: 0, plan: active.plan.id };
            form::begin(active, known, (page.head.name(&ctx), ctx.actor.name.clone()), ctx.today())
        }
    };
    Ok(view::show(&ctx, &page, active, &fields, moved))
}

pub async fn submit(ctx: Ctx, Path(id): Path<PersonId>, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    let page = Page::load(&ctx, id).await?;
    let Some(active) = &page.active else { return Ok(view::nothing_to_review(&ctx, &page)) };
    let known = form::known(&fields).ok_or(AppError::BadRequest)?;
    let draft = form::parse(&mut fields, &active.goals, ctx.today());
    if headers.contains_key("x-autosave") {
        return autosave(&ctx, id, &fields, &draft, known).await;
    }
    let then = match fields.get("do") {
        "sign" => sign(&ctx, &mut fields, &draft).await?,
        _ => Then::Keep,
    };
    if known.plan != active.plan.id {
        return Ok(plan_changed(&ctx, &page, active, fields));
    }
    if fields.is_refused() {
        return Ok(view::show(&ctx, &page, active, &fields, false));
    }
    let flash = match api::save(&ctx, id, &draft, known, &then).await? {
        Outcome::Saved(_) => return Ok(ctx.redirect_with(&saved_at(id, fields.get("do")), "flash-review-saved")),
        Outcome::Conflict(held) => {
            form::show_conflict(&mut fields, ctx.lang, &held, &active.goals);
            return Ok(view::show(&ctx, &page, active, &fields, false));
        }
        Outcome::PlanChanged => {
            let page = Page::load(&ctx, id).await?;
            let Some(active) = &page.active else { return Ok(view::nothing_to_review(&ctx, &page)) };
            return Ok(plan_changed(&ctx, &page, active, fields));
        }
        Outcome::Signed(Way::NextDraft) => {
            return Ok(ctx.redirect_with(&routes::patient_plan_edit(id), "flash-review-next-draft"));
        }
        Outcome::Signed(Way::Stays) => "flash-review-signed",
        Outcome::Signed(Way::NextActive) => "flash-review-next-active",
        Outcome::Signed(Way::Ends) => "flash-review-ended",
        Outcome::SignedAlready => "flash-review-already",
    };
    Ok(ctx.redirect_with(&routes::patient_plan(id), flash))
}

/// Where a saved form goes on: at the row that its button asked for.
fn saved_at(id: PersonId, pressed: &str) -> String {
    let place = match pressed {
        "add-attendee" => "#attendees",
        "add-action" => "#actions",
        _ => "",
    };
    format!("{}{place}", routes::patient_review(id))
}

/// Looks for what is missing and asks for the password.
async fn sign(ctx: &Ctx, fields: &mut Fields, draft: &Draft) -> Result<Then> {
    form::show_gaps(fields, draft, ctx.today());
    let late = is_late(api::held_at(ctx, draft), ctx.now());
    let reason = if late { fields.required("late_reason", LONGEST_REASON) } else { String::new() };
    ctx.reauthenticate(fields).await?;
    Ok(Then::Sign(reason))
}

/// Another version is followed since the form was opened: nothing was saved, what was typed stands, and the decisions are now
/// about the goals of that version.
fn plan_changed(ctx: &Ctx, page: &Page, active: &Stored, mut fields: Fields) -> Response {
    fields.error("", Msg::with("reviews-plan-changed", [("n", active.plan.version_no.into())]));
    fields.set("plan", active.plan.id.to_string());
    fields.set("password", "");
    view::show(ctx, page, active, &fields, false)
}

/// What the draft guard sends while somebody writes. Its answers are for the guard and have no page.
async fn autosave(ctx: &Ctx, id: PersonId, fields: &Fields, draft: &Draft, known: Known) -> Result<Response> {
    if fields.is_refused() {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    Ok(match api::save(ctx, id, draft, known, &Then::Keep).await? {
        Outcome::Saved(version) => (StatusCode::NO_CONTENT, [("x-version", version.to_string())]).into_response(),
        _ => StatusCode::CONFLICT.into_response(),
    })
}
