//! The review's form as a page.

use axum::response::Response;
use leptos::prelude::*;

use super::super::form::{action_field, attendee_field, goal_field, rows};
use super::super::model::{AttendeeRole, Decision, PlanFate};
use super::super::rules::{MOST_ACTIONS, MOST_ATTENDEES};
use super::Page;
use crate::care::goals::rules::{attainment, last_levels};
use crate::care::goals::{Goal, Rating};
use crate::care::patients::{self, Tab};
use crate::care::plans::api::Stored;
use crate::care::plans::pages::attainment_line;
use crate::care::sessions::rules::is_late;
use crate::custody::regime_actions::RegimeAction;
use crate::i18n::Lang;
use crate::kit::form::{Fields, parse_date};
use crate::kit::ui::{
    Field, Tone, button_named, button_named_quiet, card, draft_guard, empty, error_summary, hidden, link_button_quiet,
    notice, options_of, post_form, section,
};
use crate::routes;
use crate::web::Ctx;

/// Ratings shown beside a goal.
const LAST_RATINGS: usize = 3;

pub fn nothing_to_review(ctx: &Ctx, page: &Page) -> Response {
    let lang = ctx.lang;
    ctx.page(lang.t("reviews-title"), || {
        let next = (routes::patient_plan(page.head.id), lang.t("goals-back-to-plan").into_owned());
        view! {
            {patients::top(ctx, &page.head, Tab::Plan)}
            <h2>{lang.t("reviews-title")}</h2>
            {empty(lang.t("reviews-no-plan"), Some(next))}
        }
        .into_any()
    })
}

/// The form, fresh or refused. `moved`: the draft was begun on a version that is no longer followed.
pub fn show(ctx: &Ctx, page: &Page, active: &Stored, fields: &Fields, moved: bool) -> Response {
    let lang = ctx.lang;
    let title = format!("{} · {}", lang.t("reviews-title"), page.head.name(ctx));
    let body = || {
        let number = active.plan.version_no;
        let moved = moved.then(|| notice(Tone::Warn, lang.t_with("reviews-moved", &[("n", number.into())])));
        let waits = page.draft_waits.then(|| notice(Tone::Calm, lang.t("reviews-draft-waits")));
        let score = attainment(&active.goals, &last_levels(&page.ratings)).map(
            |attainment| view! { <p>{lang.t("plans-attainment")}": "<b>{attainment_line(lang, &attainment)}</b></p> },
        );
        view! {
            {patients::top(ctx, &page.head, Tab::Plan)}
            {error_summary(fields, lang)}
            <h2>{lang.t("reviews-title")}</h2>
            <p class="lead">{lang.t_with("reviews-lead", &[("n", number.into()), ("plan", active.plan.terms.title.as_str().into())])}</p>
            {moved}{waits}{score}
            {post_form(routes::patient_review(page.head.id), form(ctx, page, active, fields))}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

fn form(ctx: &Ctx, page: &Page, active: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let id = page.head.id;
    // Not one that somebody else has changed, before both texts have been seen.
    let guard = (!fields.is_refused()).then(|| draft_guard(lang, routes::patient_review(id)));
    let goals = active.goals.iter().map(|goal| goal_part(lang, fields, goal, &page.ratings)).collect_view();
    // A browser's Enter key presses the first button of a form: it is the one that loses nothing.
    view! {
        {hidden("review", fields.get("review"))}
        {hidden("version", fields.get("version"))}
        {hidden("plan", fields.get("plan"))}
        <div class="actions">
            {button_named_quiet(lang.t("reviews-save"), "do", "save")}
            {link_button_quiet(routes::patient_plan(id), lang.t("plans-leave"))}
        </div>
        {guard}
        {Field::new(fields, lang, "held_on", lang.t("reviews-held")).required().date()}
        {attendees(lang, fields)}
        {section(lang.t("plans-goals"), goals.into_any())}
        {plan_part(lang, fields)}
        {custody_part(lang, fields)}
        {card(lang.t("sessions-signature"), signature(ctx, fields))}
    }
    .into_any()
}

fn attendees(lang: Lang, fields: &Fields) -> AnyView {
    let count = rows(fields, MOST_ATTENDEES, |at| [attendee_field(at, "name"), attendee_field(at, "contribution")]);
    let lines = (0..count)
        .map(|at| {
            let field = |part, key| Field::new(fields, lang, attendee_field(at, part), lang.t(key));
            view! {
                <div class="pair">
                    {field("name", "reviews-attendee-name").text()}
                    {field("role", "reviews-attendee-role").select(options_of!(AttendeeRole, lang), None)}
                </div>
                {field("contribution", "reviews-attendee-said").text()}
            }
        })
        .collect_view();
    view! {
        <section class="part" id="attendees">
            <h2>{lang.t("reviews-attendees")}</h2>
            <p class="hint">{lang.t("reviews-attendees-hint")}</p>
            {lines}
            <div class="actions">{button_named_quiet(lang.t("reviews-add-row"), "do", "add-attendee")}</div>
        </section>
    }
    .into_any()
}

/// One goal with its last ratings and the question what becomes of it.
fn goal_part(lang: Lang, fields: &Fields, goal: &Goal, ratings: &[Rating]) -> AnyView {
    let own: Vec<&Rating> = ratings.iter().filter(|rating| rating.thread_id == goal.thread_id).collect();
    let last = own
        .iter()
        .rev()
        .take(LAST_RATINGS)
        .map(|rating| {
            let step = goal.ladder.step(rating.level).to_owned();
            view! { <li>{lang.date(rating.rated_on)}": "<b>{rating.level.signed()}</b>" "{step}</li> }
        })
        .collect_view();
    let rated = if own.is_empty() {
        view! { <p class="sub">{lang.t("goals-history-none")}</p> }.into_any()
    } else {
        view! { <p class="caption">{lang.t("reviews-last-ratings")}</p><ul>{last}</ul> }.into_any()
    };
    let field = |part, key| Field::new(fields, lang, goal_field(goal.thread_id, part), lang.t(key));
    view! {
        <section class="card goal">
            <h3>{format!("{}. {}", goal.position, goal.description)}</h3>
            <div class="cols even">
                <div>
                    {field("decision", "reviews-decision").radios(options_of!(Decision, lang))}
                    {field("comment", "reviews-comment").note_box(2)}
                </div>
                <div>{rated}</div>
            </div>
        </section>
    }
    .into_any()
}

fn plan_part(lang: Lang, fields: &Fields) -> AnyView {
    let body = view! {
        {Field::new(fields, lang, "summary", lang.t("reviews-summary")).required().note_box(4)}
        {Field::new(fields, lang, "patient_view", lang.t("reviews-view")).hint(lang.t("reviews-view-hint")).required().note_box(3)}
        {Field::new(fields, lang, "fate", lang.t("reviews-fate")).hint(lang.t("reviews-fate-hint")).radios(options_of!(PlanFate, lang))}
        {Field::new(fields, lang, "next_review_on", lang.t("reviews-next")).date()}
    };
    section(lang.t("reviews-plan"), body.into_any())
}

fn custody_part(lang: Lang, fields: &Fields) -> AnyView {
    let answers = [("no", "reviews-no"), ("yes", "reviews-yes")];
    let answers = answers.map(|(value, key)| (value.to_owned(), lang.t(key).into_owned())).to_vec();
    let count = rows(fields, MOST_ACTIONS, |at| [action_field(at, "what"), action_field(at, "due")]);
    let lines = (0..count)
        .map(|at| {
            let field = |part, key| Field::new(fields, lang, action_field(at, part), lang.t(key));
            view! {
                <div class="pair">
                    {field("what", "reviews-action").select(options_of!(RegimeAction, lang), Some(lang.t("reviews-action-none").into_owned()))}
                    {field("due", "reviews-action-due").date()}
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="part" id="actions">
            <h2>{lang.t("reviews-custody")}</h2>
            {Field::new(fields, lang, "custody", lang.t("reviews-custody-there")).compact().radios(answers)}
            <h3>{lang.t("reviews-actions")}</h3>
            <p class="hint">{lang.t("reviews-actions-hint")}</p>
            {lines}
            <div class="actions">{button_named_quiet(lang.t("reviews-add-row"), "do", "add-action")}</div>
        </section>
    }
    .into_any()
}

fn signature(ctx: &Ctx, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let held = parse_date(fields.get("held_on")).and_then(|day| day.and_hms_opt(12, 0, 0));
    let late = fields.error_at("late_reason").is_some() || held.is_some_and(|held| is_late(held.and_utc(), ctx.now()));
    let late = late.then(|| {
        view! {
            {notice(Tone::Warn, lang.t("sessions-late-text"))}
            {Field::new(fields, lang, "late_reason", lang.t("sessions-late-reason")).required().text()}
        }
    });
    view! {
        <p>{lang.t("reviews-sign-lead")}</p>
        {late}
        {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("sessions-sign-hint")).short().password("current-password")}
        <div class="actions">
            {button_named(lang.t("reviews-sign"), "do", "sign")}
            {button_named_quiet(lang.t("reviews-save"), "do", "save")}
        </div>
    }
    .into_any()
}
