//! One patient at a glance: who, where, who treats, what the plan aims at and how far it has come.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::head::{Tab, away_words, review_view, top};
use super::super::model::{Colleague, PatientHead};
use super::super::{rules, store};
use super::team::team_card;
use crate::access::{Permission, Subject};
use crate::care::goals::{self, Goal, Level};
use crate::care::plans::pages::attainment_line;
use crate::care::plans::{self, Plan};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{GoalThreadId, PersonId};
use crate::kit::ui::{Tone, card, empty, error_summary, facts, link_button, link_button_quiet, tag};
use crate::routes;
use crate::web::Ctx;

struct Overview {
    head: PatientHead,
    team: Vec<Colleague>,
    colleagues: Vec<Colleague>,
    plan: Option<Plan>,
    goals: Vec<Goal>,
    levels: HashMap<GoalThreadId, Level>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

/// The page, or the same with a refused form for the team in it.
pub(super) async fn show(ctx: &Ctx, id: PersonId, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::PatientRead, Subject::Person(id), "patient").await?;
    let head = super::super::head(&mut tx, ctx.actor.id, id).await?;
    let team = store::team(&mut tx, id).await?;
    let colleagues =
        if ctx.may(Permission::PatientOpen) { store::colleagues(&mut tx, head.facility_id).await? } else { Vec::new() };
    let plan = plans::active(&mut tx, id).await?;
    let goals = goals::active_goals(&mut tx, id).await?;
    let levels = goals::latest_levels(&mut tx, id).await?;
    drop(tx);
    let overview = Overview { head, team, colleagues, plan, goals, levels };
    let title = overview.head.name(ctx);
    let body = || view(ctx, &overview, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, overview: &Overview, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let head = &overview.head;
    view! {
        {error_summary(fields, lang)}
        {top(ctx, head, Tab::Overview)}
        {actions(ctx, overview)}
        <div class="cols">
            <div>{plan_card(ctx, overview)}</div>
            <div>
                {card(lang.t("patients-identity"), identity(ctx, head))}
                {team_card(ctx, head, &overview.team, &overview.colleagues, fields)}
                {leaving_card(ctx, head)}
            </div>
        </div>
    }
    .into_any()
}

fn actions(ctx: &Ctx, overview: &Overview) -> AnyView {
    let lang = ctx.lang;
    let id = overview.head.id;
    if !overview.head.is_open() {
        return ().into_any();
    }
    let session = (ctx.may(Permission::SessionRequest) && overview.plan.is_some())
        .then(|| link_button(routes::session_new(id), lang.t("patients-request-session")));
    let write = (ctx.may(Permission::PlanWrite) && overview.plan.is_none())
        .then(|| link_button(routes::patient_plan_edit(id), lang.t("plans-write")));
    let evaluate = (ctx.may(Permission::EvaluationWrite) && overview.plan.is_none())
        .then(|| link_button_quiet(routes::patient_evaluation(id), lang.t("evaluations-title")));
    let due = overview.plan.as_ref().and_then(|plan| plan.next_review_on);
    let due = due.is_some_and(|day| rules::review_due(day, ctx.today()) != rules::ReviewDue::Ahead);
    let review = (due && ctx.may(Permission::ReviewWrite))
        .then(|| link_button_quiet(routes::patient_review(id), lang.t("reviews-title")));
    if session.is_none() && write.is_none() && evaluate.is_none() && review.is_none() {
        return ().into_any();
    }
    view! { <div class="actions no-print">{session}{review}{write}{evaluate}</div> }.into_any()
}

fn identity(ctx: &Ctx, head: &PatientHead) -> AnyView {
    let lang = ctx.lang;
    // Custody writes the language as it likes; the three of the interface are said by their own names.
    let language =
        Lang::from_code(&head.language).map_or_else(|| head.language.clone(), |spoken| spoken.own_name().to_owned());
    let presence = away_words(lang, head.presence).unwrap_or_else(|| head.presence.label(lang));
    let said = [
        ("patients-number", head.shown(ctx).number()),
        ("patients-birth-date", head.born.shown(ctx, head.id)),
        ("patients-sex", head.sex.label(lang).into_owned()),
        ("patients-legal-status", head.legal_status.label(lang).into_owned()),
        ("patients-presence", presence.into_owned()),
        ("patients-language", language),
        ("patients-opened", lang.date(head.opened_on)),
    ];
    facts(said.into_iter().map(|(key, value)| (lang.t(key).into_owned(), value.into_any())).collect())
}

/// Ways out of the unit, and what the patient may take along.
fn leaving_card(ctx: &Ctx, head: &PatientHead) -> AnyView {
    let lang = ctx.lang;
    let transfer = (ctx.may(Permission::TransferRead) && head.is_open())
        .then(|| link_button_quiet(routes::patient_transfer(head.id), lang.t("packages-title")));
    let discharge = ctx.may(Permission::DischargeRead).then(|| {
        view! {
            {link_button_quiet(routes::patient_discharge(head.id), lang.t("discharge-title"))}
            {head.offers(&ctx.actor, Permission::RecordCopy).then(|| link_button_quiet(routes::patient_copy(head.id), lang.t("copy-open")))}
            {head.offers(&ctx.actor, Permission::RecordExport).then(|| link_button_quiet(routes::patient_fhir(head.id), lang.t("export-fhir")))}
        }
    });
    let looked = ctx
        .may(Permission::WhoLooked)
        .then(|| link_button_quiet(routes::patient_looked(head.id), lang.t("looked-title")));
    let ask = head
        .may(&ctx.actor, Permission::QuestionAsk)
        .then(|| link_button_quiet(routes::question_new_about(head.id, None, None), lang.t("questions-ask")));
    let body = view! { <div class="actions no-print">{transfer}{discharge}{looked}{ask}</div> };
    card(lang.t("leaving-title"), body.into_any())
}

fn plan_card(ctx: &Ctx, overview: &Overview) -> AnyView {
    let lang = ctx.lang;
    let id = overview.head.id;
    let Some(plan) = &overview.plan else {
        let write =
            ctx.may(Permission::PlanWrite).then(|| (routes::patient_plan_edit(id), lang.t("plans-write").into_owned()));
        return card(lang.t("patients-plan"), empty(lang.t("plans-none"), write));
    };
    let score = goals::rules::attainment(&overview.goals, &overview.levels)
        .map(|attainment| view! { <p>{lang.t("plans-attainment")}": "<b>{attainment_line(lang, &attainment)}</b></p> });
    let goals = overview.goals.iter().map(|goal| goal_line(lang, goal, &overview.levels)).collect_view();
    let body = view! {
        <p><b>{plan.terms.title.clone()}</b></p>
        <p class="note-text">{plan.terms.summary.clone()}</p>
        <p>{lang.t("patients-next-review")}": "{review_view(ctx, plan.next_review_on)}</p>
        {score}
        <h3>{lang.t("plans-goals")}</h3>
        <ul class="todo">{goals}</ul>
        <div class="actions no-print">
            {link_button_quiet(routes::patient_plan(id), lang.t("patients-open-plan"))}
            {ctx.may(Permission::ProgressRead).then(|| link_button_quiet(routes::patient_progress(id), lang.t("patients-open-progress")))}
        </div>
    };
    card(lang.t("patients-plan"), body.into_any())
}

fn goal_line(lang: Lang, goal: &Goal, levels: &HashMap<GoalThreadId, Level>) -> AnyView {
    let level = goals::rules::level_now(goal, levels);
    // Below what was expected is where goals begin, and nothing to be alarmed at.
    let tone = if level >= Level::EXPECTED { Tone::Ok } else { Tone::Calm };
    view! {
        <li>
            <div>{goal.description.clone()}<span class="sub">{goal.ladder.step(level).to_owned()}</span></div>
            {tag(tone, format!("{} {}", level.signed(), level.label(lang)))}
        </li>
    }
    .into_any()
}
