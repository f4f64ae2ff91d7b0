//! A plan to be read and printed: the version that is followed, or an earlier one beside what changed since the one before.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Stored};
use super::super::model::{Lifecycle, PlanStatus, VersionLine};
use super::super::{compare, store, wording};
use super::attainment::attainment_card;
use super::goals::{Standing, goal_cards};
use crate::access::{Permission, Subject};
use crate::care::goals::pages::raise_question;
use crate::care::goals::{Level, Rating, ratings, rules};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::db::CareTx;
use crate::kit::ids::{GoalThreadId, PersonId};
use crate::kit::ui::{
    Header, Tone, button, empty, facts, link_button, link_button_quiet, notice_with, post_form_inline, section,
    table_under_heading, tag,
};
use crate::oversight::voice::comments::model::On;
use crate::oversight::voice::comments::{self, Voices};
use crate::routes;
use crate::web::Ctx;

/// What the plan page shows.
struct Page {
    head: PatientHead,
    shown: Option<Stored>,
    versions: Vec<VersionLine>,
    levels: HashMap<GoalThreadId, Level>,
    ratings: Vec<Rating>,
    /// What the review says of the version that is shown, for those whom it is meant for.
    voices: Option<Voices>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::PlanRead, Subject::Person(id), "plan").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let shown = api::load_active(&mut tx, id).await?;
    let versions = store::versions(&mut tx, id).await?;
    let ratings = ratings(&mut tx, id).await?;
    let voices = voices_on(&ctx, &mut tx, &head, shown.as_ref()).await?;
    drop(tx);
    let page = Page { head, shown, versions, levels: rules::last_levels(&ratings), ratings, voices };
    Ok(ctx.page(title(&ctx, &page.head), || {
        let lang = ctx.lang;
        let plan = match &page.shown {
            Some(stored) => plan_view(&ctx, stored, &Standing::Now(&page.levels)),
            None => empty(lang.t("plans-none"), None),
        };
        view! {
            {patients::top(&ctx, &page.head, Tab::Plan)}
            {draft_notice(&ctx, &page)}
            {actions(&ctx, &page)}
            {to_raise(&ctx, &page)}
            {plan}
            {voices_part(&ctx, &page)}
            {versions_part(&ctx, &page)}
        }
        .into_any()
    }))
}

/// What the review says of a version that is no longer a draft.
async fn voices_on(ctx: &Ctx, tx: &mut CareTx, head: &PatientHead, shown: Option<&Stored>) -> Result<Option<Voices>> {
    match shown.map(|stored| &stored.plan).filter(|plan| plan.status != PlanStatus::Draft) {
        Some(plan) => comments::load(ctx, tx, head, On::Plan(plan.id, plan.version_no)).await,
        None => Ok(None),
    }
}

fn voices_part(ctx: &Ctx, page: &Page) -> Option<AnyView> {
    page.voices.as_ref().map(|voices| comments::card_of(ctx, page.head.id, voices))
}

/// One version by its number, with what it changed.
pub async fn version(ctx: Ctx, Path((id, number)): Path<(PersonId, i32)>) -> Result<Response> {
    let mut tx = ctx.care(Permission::PlanRead, Subject::Person(id), "plan").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let plan = store::by_number(&mut tx, id, number).await?;
    let shown = api::with_goals(&mut tx, plan).await?.ok_or(AppError::NotFound)?;
    let versions = store::versions(&mut tx, id).await?;
    // A draft that was discarded leaves no gap in the numbers, but a version before the first there is not.
    let before = store::by_number(&mut tx, id, number - 1).await?;
    let before = api::with_goals(&mut tx, before).await?;
    let voices = voices_on(&ctx, &mut tx, &head, Some(&shown)).await?;
    drop(tx);
    let page = Page { head, shown: Some(shown), versions, levels: HashMap::new(), ratings: Vec::new(), voices };
    Ok(ctx.page(title(&ctx, &page.head), || {
        let plan = page.shown.as_ref().map(|stored| plan_view(&ctx, stored, &Standing::AsItBegan));
        let changes =
            page.shown.as_ref().zip(before.as_ref()).map(|(stored, before)| changes_part(ctx.lang, before, stored));
        view! {
            {patients::top(&ctx, &page.head, Tab::Plan)}
            {plan}
            {changes}
            {voices_part(&ctx, &page)}
            {versions_part(&ctx, &page)}
        }
        .into_any()
    }))
}

fn title(ctx: &Ctx, head: &PatientHead) -> String {
    format!("{} · {}", ctx.lang.t("plans-plan"), head.name(ctx))
}

fn plan_view(ctx: &Ctx, stored: &Stored, standing: &Standing<'_>) -> AnyView {
    let lang = ctx.lang;
    let plan = &stored.plan;
    let goals = goal_cards(ctx, &stored.goals, standing);
    let score = match standing {
        Standing::Now(levels) => {
            rules::attainment(&stored.goals, levels).map(|attainment| attainment_card(lang, &attainment))
        }
        Standing::AsItBegan => None,
    };
    view! {
        <div class="cols">
            <div>
                <section class="card">
                    <h2>{plan.terms.title.clone()}" "{status_tag(lang, plan.status)}</h2>
                    <p class="sub">{version_line(ctx, stored)}</p>
                    <p class="note-text">{plan.terms.summary.clone()}</p>
                </section>
                <h2>{lang.t("plans-goals")}</h2>
                {goals}
            </div>
            <div>
                {score}
                <section class="card">
                    <h2>{lang.t("plans-terms")}</h2>
                    {terms(ctx, stored)}
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn version_line(ctx: &Ctx, stored: &Stored) -> String {
    let lang = ctx.lang;
    let plan = &stored.plan;
    match (plan.activated_at, &plan.activated_by_name) {
        (Some(at), Some(by)) => lang.t_with(
            "plans-version-said",
            &[("n", plan.version_no.into()), ("at", lang.date_time(at, ctx.zone()).into()), ("by", by.as_str().into())],
        ),
        _ => lang.t_with("plans-version-n", &[("n", plan.version_no.into())]),
    }
}

fn terms(ctx: &Ctx, stored: &Stored) -> AnyView {
    let lang = ctx.lang;
    let plan = &stored.plan;
    let mut said: Vec<(String, AnyView)> = wording::terms(lang, &plan.terms)
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| (name, value.into_any()))
        .collect();
    if let Some(day) = plan.next_review_on.filter(|_| plan.status == PlanStatus::Active) {
        said.push((lang.t("patients-next-review").into_owned(), patients::review_view(ctx, Some(day))));
    }
    if !plan.terms.precautions.is_empty() {
        said.push((
            lang.t("plans-precautions").into_owned(),
            view! { <p class="note-text">{plan.terms.precautions.clone()}</p> }.into_any(),
        ));
    }
    said.push((lang.t("plans-lead").into_owned(), plan.lead_name.clone().into_any()));
    facts(said)
}

pub(super) fn status_tag(lang: Lang, status: PlanStatus) -> AnyView {
    let tone = match status {
        PlanStatus::Active => Tone::Ok,
        PlanStatus::Draft => Tone::Calm,
        PlanStatus::OnHold => Tone::Warn,
        PlanStatus::Revoked | PlanStatus::EnteredInError => Tone::Bad,
        PlanStatus::Completed => Tone::Plain,
    };
    tag(tone, status.label(lang))
}

fn draft_of(page: &Page) -> Option<&VersionLine> {
    page.versions.iter().find(|version| version.status == PlanStatus::Draft)
}

fn draft_notice(ctx: &Ctx, page: &Page) -> AnyView {
    let lang = ctx.lang;
    let Some(draft) = draft_of(page) else {
        return ().into_any();
    };
    let said = lang.t_with("plans-draft-waiting", &[("n", draft.version_no.into())]);
    let body = view! { <p>{said}" "<a href=routes::patient_plan_version(page.head.id, draft.version_no)>{lang.t("plans-draft-read")}</a></p> };
    view! { <div class="no-print">{notice_with(Tone::Calm, body.into_any())}</div> }.into_any()
}

fn actions(ctx: &Ctx, page: &Page) -> AnyView {
    if !ctx.may(Permission::PlanWrite) || !page.head.is_open() {
        return ().into_any();
    }
    let lang = ctx.lang;
    let id = page.head.id;
    let action = match (draft_of(page), &page.shown) {
        (Some(_), _) => link_button(routes::patient_plan_edit(id), lang.t("plans-draft-continue")),
        (None, Some(_)) => post_form_inline(routes::patient_plan_next(id), button(lang.t("plans-next-version"))),
        (None, None) => link_button(routes::patient_plan_edit(id), lang.t("plans-write")),
    };
    let review = (page.shown.is_some() && ctx.may(Permission::ReviewWrite))
        .then(|| link_button_quiet(routes::patient_review(id), lang.t("reviews-title")));
    view! { <div class="actions no-print">{action}{review}</div> }.into_any()
}

/// Goals that were reached twice in a row, each with the question whether to raise it.
fn to_raise(ctx: &Ctx, page: &Page) -> AnyView {
    let Some(stored) = page.shown.as_ref().filter(|_| ctx.may(Permission::PlanWrite) && page.head.is_open()) else {
        return ().into_any();
    };
    let levels_of = |thread| -> Vec<Level> {
        page.ratings.iter().filter(|rating| rating.thread_id == thread).map(|rating| rating.level).collect()
    };
    stored
        .goals
        .iter()
        .filter(|goal| goal.lifecycle == Lifecycle::Active && rules::asks_to_be_raised(&levels_of(goal.thread_id)))
        .map(|goal| raise_question(ctx.lang, page.head.id, goal.thread_id, &goal.description))
        .collect_view()
        .into_any()
}

pub(super) fn changes_part(lang: Lang, before: &Stored, after: &Stored) -> AnyView {
    let title = lang.t_with("plans-changes", &[("n", before.plan.version_no.into())]);
    let rows = compare::changes(lang, before, after)
        .into_iter()
        .map(|change| {
            view! {
                <tr>
                    <th scope="row">{change.what}</th>
                    <td class="note-text">{said_or_nothing(lang, change.before)}</td>
                    <td class="note-text">{said_or_nothing(lang, change.after)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let numbered =
        |stored: &Stored| Header::new(lang.t_with("plans-version-n", &[("n", stored.plan.version_no.into())]));
    let headers = vec![Header::new(lang.t("plans-changes-what")), numbered(before), numbered(after)];
    section(title.clone(), table_under_heading(title, headers, rows, lang.t("plans-changes-none")))
}

fn said_or_nothing(lang: Lang, value: String) -> AnyView {
    if value.is_empty() {
        view! { <span class="sub">{lang.t("plans-nothing")}</span> }.into_any()
    } else {
        value.into_any()
    }
}

fn versions_part(ctx: &Ctx, page: &Page) -> AnyView {
    let lang = ctx.lang;
    if page.versions.is_empty() {
        return ().into_any();
    }
    let rows = page
        .versions
        .iter()
        .map(|version| {
            let activated = version.activated_at.map(|at| lang.date_time(at, ctx.zone()));
            let number = lang.t_with("plans-version-n", &[("n", version.version_no.into())]);
            view! {
                <tr>
                    <th scope="row"><a href=routes::patient_plan_version(page.head.id, version.version_no)>{number}</a></th>
                    <td>{version.title.clone()}</td>
                    <td>{status_tag(lang, version.status)}</td>
                    <td>{activated}</td>
                    <td>{version.activated_by_name.clone()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = ["plans-version", "plans-title", "plans-status", "plans-activated", "plans-activated-by"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let list = table_under_heading(lang.t("plans-versions"), headers, rows, "");
    let compare = (page.versions.len() > 1).then(|| {
        let link = link_button_quiet(routes::patient_plan_compare(page.head.id), lang.t("plans-compare"));
        view! { <p class="actions">{link}</p> }
    });
    let body = view! { {list} {compare} }.into_any();
    view! { <div class="no-print">{section(lang.t("plans-versions"), body)}</div> }.into_any()
}
