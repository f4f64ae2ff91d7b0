//! The editor: one long calm form. Every button of it sends the whole form, so that nothing typed is lost, and it works
//! without scripting.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::super::api::{self, Outcome, Then};
use super::super::form::{self, Step};
use super::super::model::{Agreement, Approach, Area, Draft, DraftGoal, Intervention, SessionMix};
use super::super::rules::MOST_GOALS;
use super::super::wording;
use super::goals::goal_editor;
use crate::access::{Permission, Subject};
use crate::care::goals::bank::{self, BankTitle};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::{CareTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::spoken::SpokenLanguage;
use crate::kit::ui::{
    Field, button_danger, button_named, button_named_quiet, draft_guard, error_summary, hidden, link_button_quiet,
    options_of, post_form, post_form_inline, section,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub async fn edit(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::PlanWrite, Subject::Person(id), "plan").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let draft = api::load_draft(&mut tx, id).await?;
    let followed = draft.is_none() && super::super::active(&mut tx, id).await?.is_some();
    let bank = offered(&ctx, &mut tx, &head).await?;
    drop(tx);
    if followed {
        // An active plan is not edited; its page has the button that makes the next version.
        return Ok(redirect(&routes::patient_plan(id)));
    }
    let fields = draft.as_ref().map_or_else(|| form::fill_new(ctx.new_id()), form::fill_stored);
    Ok(ctx.page(ctx.lang.t("plans-edit"), || editor(&ctx, &head, &fields, &bank)))
}

/// The texts of the bank in the language of the page.
async fn offered(ctx: &Ctx, tx: &mut CareTx, head: &PatientHead) -> Result<Vec<BankTitle>, DbError> {
    bank::store::titles(tx, head.facility_id, ctx.lang.code()).await
}

pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, headers: HeaderMap, mut fields: Fields) -> Result<Response> {
    if headers.contains_key("x-autosave") {
        return autosave(&ctx, id, fields).await;
    }
    let mut draft = form::parse(&mut fields, ctx.today());
    if fields.is_refused() {
        return refuse(&ctx, id, fields).await;
    }
    let (to, flash) = match form::step(&fields) {
        Step::Save => (routes::patient_plan_edit(id), "flash-plan-saved"),
        Step::AddGoal if draft.goals.len() >= MOST_GOALS => {
            fields.error("", Msg::with("plans-most-goals", [("n", MOST_GOALS.into())]));
            return refuse(&ctx, id, fields).await;
        }
        Step::AddGoal => {
            draft.goals.push(DraftGoal::blank(draft.first_area()));
            (format!("{}#goal-{}", routes::patient_plan_edit(id), draft.goals.len()), "flash-plan-goal-added")
        }
        Step::TakeFromBank(at) => {
            if !take(&ctx, id, &mut fields, &mut draft, at).await? {
                return refuse(&ctx, id, fields).await;
            }
            (format!("{}#goal-{}", routes::patient_plan_edit(id), at + 1), "flash-plan-goal-taken")
        }
        Step::RemoveGoal(at) => {
            draft.remove_goal(at);
            (format!("{}#goals", routes::patient_plan_edit(id)), "flash-plan-goal-removed")
        }
    };
    match api::save(&ctx, id, &draft, form::known(&fields), Then::Keep).await? {
        Outcome::Done(_) => Ok(ctx.redirect_with(&to, flash)),
        Outcome::Conflict(held) => {
            form::show_conflict(&mut fields, ctx.lang, held.as_deref());
            refuse(&ctx, id, fields).await
        }
        Outcome::LadderIncomplete => Err(AppError::Internal),
    }
}

/// Fills a goal in which nothing was written with the text that was chosen from the bank. `false` when an error was left.
async fn take(ctx: &Ctx, id: PersonId, fields: &mut Fields, draft: &mut Draft, at: usize) -> Result<bool> {
    let name = form::goal_field(at, "bank");
    let Some(chosen) = fields.choice(&name) else { return Ok(false) };
    let mut tx = ctx.care(Permission::PlanWrite, Subject::Person(id), "goal_bank").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let text = bank::store::goal(&mut tx, head.facility_id, chosen).await?;
    drop(tx);
    match (text, draft.goals.get_mut(at)) {
        (Some(text), Some(goal)) if goal.is_blank() => {
            (goal.description, goal.area, goal.ladder) = (text.description, text.area, text.ladder);
            Ok(true)
        }
        _ => {
            fields.error(name, Msg::new("plans-bank-not-empty"));
            Ok(false)
        }
    }
}

/// What the draft guard sends while somebody writes. Its answers are for the guard and have no page.
async fn autosave(ctx: &Ctx, id: PersonId, mut fields: Fields) -> Result<Response> {
    let draft = form::parse(&mut fields, ctx.today());
    let (Some(known), false) = (form::known(&fields), fields.is_refused()) else {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    };
    Ok(match api::save(ctx, id, &draft, Some(known), Then::Keep).await? {
        Outcome::Done(now) => (StatusCode::NO_CONTENT, [("x-version", now.version.to_string())]).into_response(),
        Outcome::Conflict(_) | Outcome::LadderIncomplete => StatusCode::CONFLICT.into_response(),
    })
}

/// Activates what the form says, or the stored draft when the button stood elsewhere.
pub async fn activate(ctx: Ctx, Path(id): Path<PersonId>, sent: Fields) -> Result<Response> {
    let mut fields = if sent.has("title") {
        sent
    } else {
        let mut tx = ctx.care(Permission::PlanWrite, Subject::Person(id), "plan").await?;
        let Some(held) = api::load_draft(&mut tx, id).await? else {
            return Ok(redirect(&routes::patient_plan(id)));
        };
        form::fill_stored(&held)
    };
    let mut draft = form::parse(&mut fields, ctx.today());
    form::show_gaps(&mut fields, &draft);
    if fields.is_refused() {
        return refuse(&ctx, id, fields).await;
    }
    draft.drop_blank_goals();
    match api::save(&ctx, id, &draft, form::known(&fields), Then::Activate).await? {
        Outcome::Done(_) => Ok(ctx.redirect_with(&routes::patient_plan(id), "flash-plan-activated")),
        Outcome::Conflict(held) => {
            form::show_conflict(&mut fields, ctx.lang, held.as_deref());
            refuse(&ctx, id, fields).await
        }
        Outcome::LadderIncomplete => {
            fields.error("", Msg::new("plans-ladder-incomplete"));
            refuse(&ctx, id, fields).await
        }
    }
}

/// Begins the next version of an active plan; pressed twice, it leads to the same draft.
pub async fn next(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    api::next_version(&ctx, id).await?;
    Ok(ctx.redirect_with(&routes::patient_plan_edit(id), "flash-plan-next"))
}

pub async fn discard(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    let known = form::known(&fields).ok_or(AppError::BadRequest)?;
    if !api::discard(&ctx, id, known).await? {
        return Err(AppError::Stale);
    }
    Ok(ctx.redirect_with(&routes::patient_plan(id), "flash-plan-discarded"))
}

/// The form as it was sent, with what is wrong.
async fn refuse(ctx: &Ctx, id: PersonId, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::PlanWrite, Subject::Person(id), "plan").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let bank = offered(ctx, &mut tx, &head).await?;
    drop(tx);
    Ok(ctx.refused(ctx.lang.t("plans-edit"), || editor(ctx, &head, &fields, &bank)))
}

fn editor(ctx: &Ctx, head: &PatientHead, fields: &Fields, bank: &[BankTitle]) -> AnyView {
    let lang = ctx.lang;
    let id = head.id;
    // A browser's Enter key presses the first button of a form: it is the one that loses nothing.
    let form = view! {
        {hidden("plan", fields.get("plan"))}
        {hidden("version", fields.get("version"))}
        <div class="actions">
            {button_named_quiet(lang.t("plans-save"), "do", "save")}
            {link_button_quiet(routes::patient_plan(id), lang.t("plans-leave"))}
        </div>
        {guard(lang, id, fields)}
        {what_it_is(lang, fields)}
        {how_it_is_done(lang, fields)}
        {what_the_patient_says(lang, fields)}
        {goals(lang, fields, bank)}
        <div class="actions">
            {button_named(lang.t("plans-save"), "do", "save")}
            <button type="submit" class="btn" formaction=routes::patient_plan_activate(id)>{lang.t("plans-activate")}</button>
        </div>
        <p class="hint">{lang.t("plans-activate-hint")}</p>
    };
    view! {
        {patients::top(ctx, head, Tab::Plan)}
        {error_summary(fields, lang)}
        <h2>{lang.t("plans-edit")}</h2>
        <p class="lead">{lang.t("plans-edit-lead")}</p>
        {post_form(routes::patient_plan_edit(id), form.into_any())}
        {discard_form(lang, id, fields)}
    }
    .into_any()
}

/// Not over what somebody else has saved before both texts have been seen.
fn guard(lang: Lang, id: PersonId, fields: &Fields) -> AnyView {
    if fields.is_refused() {
        return ().into_any();
    }
    draft_guard(lang, routes::patient_plan_edit(id))
}

fn what_it_is(lang: Lang, fields: &Fields) -> AnyView {
    let body = view! {
        {Field::new(fields, lang, "title", lang.t("plans-title")).hint(lang.t("plans-title-hint")).required().text()}
        {Field::new(fields, lang, "summary", lang.t("plans-summary")).hint(lang.t("plans-summary-hint")).required().note_box(4)}
        {Field::new(fields, lang, "areas", lang.t("plans-areas")).required().checkboxes(options_of!(Area, lang))}
        {Field::new(fields, lang, "approach", lang.t("plans-approach")).select(options_of!(Approach, lang), None)}
        {Field::new(fields, lang, "intervention_types", lang.t("plans-interventions")).hint(lang.t("plans-interventions-hint")).checkboxes(options_of!(Intervention, lang))}
        {Field::new(fields, lang, "creative_level", lang.t("plans-creative-level")).hint(lang.t("plans-creative-level-hint")).select(creative_levels(lang), Some(lang.t("plans-creative-level-none").into_owned()))}
        {Field::new(fields, lang, "precautions", lang.t("plans-precautions")).hint(lang.t("plans-precautions-hint")).note_box(2)}
    };
    section(lang.t("plans-part-what"), body.into_any())
}

fn creative_levels(lang: Lang) -> Vec<(String, String)> {
    (1..=9).map(|level| (level.to_string(), wording::creative_level(lang, level))).collect()
}

fn how_it_is_done(lang: Lang, fields: &Fields) -> AnyView {
    let body = view! {
        <div class="pair">
            {Field::new(fields, lang, "starts_on", lang.t("plans-starts")).hint(lang.t("plans-starts-hint")).date()}
            {Field::new(fields, lang, "expected_end", lang.t("plans-ends")).date()}
        </div>
        <div class="pair">
            {Field::new(fields, lang, "sessions_per_week", lang.t("plans-per-week")).number(0, 28)}
            {Field::new(fields, lang, "minutes_per_session", lang.t("plans-minutes")).number(0, 480)}
        </div>
        {Field::new(fields, lang, "session_mix", lang.t("plans-mix")).compact().radios(options_of!(SessionMix, lang))}
        {Field::new(fields, lang, "target_hours", lang.t("plans-target")).hint(lang.t("plans-target-hint")).short().inputmode("decimal").text()}
        {Field::new(fields, lang, "target_reason", lang.t("plans-target-reason")).text()}
        {Field::new(fields, lang, "review_interval_days", lang.t("plans-interval")).hint(lang.t("plans-interval-hint")).number(1, 366)}
    };
    section(lang.t("plans-part-how"), body.into_any())
}

fn what_the_patient_says(lang: Lang, fields: &Fields) -> AnyView {
    let body = view! {
        {Field::new(fields, lang, "agreement", lang.t("plans-agreement")).radios(options_of!(Agreement, lang))}
        <div class="pair">
            {Field::new(fields, lang, "agreed_on", lang.t("plans-agreed-on")).date()}
            {Field::new(fields, lang, "agreement_language", lang.t("plans-agreement-language")).select(options_of!(SpokenLanguage, lang), Some(lang.t("plans-agreement-language-none").into_owned()))}
        </div>
    };
    section(lang.t("plans-part-agreement"), body.into_any())
}

fn goals(lang: Lang, fields: &Fields, bank: &[BankTitle]) -> AnyView {
    let count = form::goal_count(fields).max(1);
    let blocks = (0..count).map(|at| goal_editor(lang, fields, at, bank)).collect_view();
    let more = (count < MOST_GOALS).then(|| {
        view! { <div class="actions">{button_named_quiet(lang.t("plans-add-goal"), "do", "add-goal")}</div> }
    });
    view! {
        <section class="part" id="goals">
            <h2>{lang.t("plans-goals")}</h2>
            <p class="hint">{lang.t("plans-goals-hint")}</p>
            {blocks}
            {more}
        </section>
    }
    .into_any()
}

/// Only a stored draft can be discarded, and only after a look at what that means.
fn discard_form(lang: Lang, id: PersonId, fields: &Fields) -> AnyView {
    if form::known(fields).is_none_or(|known| known.version == 0) {
        return ().into_any();
    }
    let form = post_form_inline(
        routes::patient_plan_discard(id),
        view! {
            {hidden("plan", fields.get("plan"))}
            {hidden("version", fields.get("version"))}
            {button_danger(lang.t("plans-discard"))}
        }
        .into_any(),
    );
    view! {
        <details class="no-print">
            <summary>{lang.t("plans-discard-open")}</summary>
            <p>{lang.t("plans-discard-hint")}</p>
            {form}
        </details>
    }
    .into_any()
}
