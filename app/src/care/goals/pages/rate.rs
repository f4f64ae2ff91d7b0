//! `/patients/{id}/goals/{thread}`: rating a goal outside a session, and the ratings that it has had. Ratings are added and
//! never changed; each says what it rests on.

use axum::extract::Path;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use crate::access::{Permission, Subject};
use crate::care::goals::rules::asks_to_be_raised;
use crate::care::goals::store::{self, RatedLine};
use crate::care::goals::{Goal, Level, NewRating};
use crate::care::notes::NoteKind;
use crate::care::patients::{self, PatientHead, Tab};
use crate::care::plans;
use crate::care::plans::Lifecycle;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{GoalThreadId, NoteId, PersonId};
use crate::kit::ui::{
    Button, Field, Header, LadderPoint, Tone, button, card, error_summary, hidden, ladder_chart, notice_with,
    post_form, post_form_inline, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The longest text of what a rating rests on.
const LONGEST: usize = 400;

/// What the page of a goal shows.
struct Page {
    head: PatientHead,
    goal: Goal,
    /// Oldest first.
    ratings: Vec<RatedLine>,
    notes: Vec<(NoteId, NoteKind, DateTime<Utc>)>,
}

impl Page {
    async fn load(ctx: &Ctx, patient: PersonId, thread: GoalThreadId) -> Result<Self> {
        let mut tx = ctx.care(Permission::PlanRead, Subject::Person(patient), "goal").await?;
        let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
        let goal = store::goal_of_thread(&mut tx, patient, thread).await?.ok_or(AppError::NotFound)?;
        let ratings = store::rated_lines(&mut tx, patient, thread).await?;
        let rates = ctx.may(Permission::PlanWrite) && ctx.may(Permission::NoteRead);
        let notes = if rates { store::notes_to_name(&mut tx, patient).await? } else { Vec::new() };
        Ok(Self { head, goal, ratings, notes })
    }

    fn level(&self) -> Level {
        self.ratings.last().map_or(self.goal.baseline, |rating| rating.level)
    }

    /// Only what is worked on is rated.
    fn may_rate(&self, ctx: &Ctx) -> bool {
        ctx.may(Permission::PlanWrite) && self.head.is_open() && self.goal.lifecycle == Lifecycle::Active
    }
}

pub async fn page(ctx: Ctx, Path((id, thread)): Path<(PersonId, GoalThreadId)>) -> Result<Response> {
    let page = Page::load(&ctx, id, thread).await?;
    let fields =
        Fields::new().with("rating", ctx.new_id::<uuid::Uuid>().to_string()).with("rated_on", ctx.today().to_string());
    Ok(show(&ctx, &page, &fields))
}

pub async fn submit(
    ctx: Ctx,
    Path((id, thread)): Path<(PersonId, GoalThreadId)>,
    mut fields: Fields,
) -> Result<Response> {
    let page = Page::load(&ctx, id, thread).await?;
    if !page.may_rate(&ctx) {
        fields.error("", Msg::new("goals-not-rated-now"));
    }
    let Some(rating) = parse(&ctx, &page, &mut fields) else { return Ok(show(&ctx, &page, &fields)) };
    let mut tx = ctx.care_write(Permission::PlanWrite, Subject::Person(id), "goal").await?;
    // The same form sent twice carries the same identifier, and rates once.
    if !store::is_rated(&mut tx, rating.id).await? {
        if !store::add_rating(&mut tx, rating).await? {
            return Err(AppError::NotFound);
        }
        tx.commit().await?;
    }
    Ok(ctx.redirect_with(&routes::patient_goal(id, thread), "flash-goal-rated"))
}

fn parse(ctx: &Ctx, page: &Page, fields: &mut Fields) -> Option<NewRating> {
    let rated_on = fields.date("rated_on");
    match rated_on {
        Some(day) if day > ctx.today() => fields.error("rated_on", Msg::new("goals-rated-ahead")),
        None if fields.error_at("rated_on").is_none() => fields.error("rated_on", Msg::new("form-required")),
        _ => {}
    }
    let level = fields.choice::<Level>("level");
    let evidence = fields.text("evidence", LONGEST);
    let note = fields.optional::<NoteId>("note").filter(|note| page.notes.iter().any(|(held, ..)| held == note));
    if evidence.is_empty() && note.is_none() {
        fields.error("evidence", Msg::new("goals-evidence-missing"));
    }
    if fields.is_refused() {
        return None;
    }
    Some(NewRating {
        id: ctx.id_of_form(fields, "rating"),
        patient: page.head.id,
        goal: page.goal.id,
        rated_on: rated_on?,
        level: level?,
        with_patient: fields.get("with_patient") == "yes",
        session: None,
        note,
        evidence,
        by: ctx.actor.id,
        at: ctx.now(),
    })
}

/// Opens the next version of the plan with this goal's ladder moved up, to be written on.
pub async fn raise(ctx: Ctx, Path((id, thread)): Path<(PersonId, GoalThreadId)>) -> Result<Response> {
    let to = routes::patient_plan_edit(id);
    match plans::api::raise_goal(&ctx, id, thread).await? {
        Some(place) => Ok(ctx.redirect_with(&format!("{to}#goal-{}", place + 1), "flash-goal-raised")),
        None => Ok(ctx.redirect_with(&to, "flash-goal-not-in-draft")),
    }
}

fn show(ctx: &Ctx, page: &Page, fields: &Fields) -> Response {
    let lang = ctx.lang;
    let id = page.head.id;
    let title = format!("{} · {}", lang.t("goals-rate-title"), page.head.name(ctx));
    let body = || {
        let rate = page.may_rate(ctx).then(|| card(lang.t("goals-rate"), form(lang, page, fields)));
        view! {
            {patients::top(ctx, &page.head, Tab::Plan)}
            {error_summary(fields, lang)}
            <p class="no-print"><a href=routes::patient_plan(id)>{lang.t("goals-back-to-plan")}</a></p>
            <h2>{page.goal.description.clone()}</h2>
            {raise_notice(ctx, page)}
            <div class="cols">
                <div>{rate}{ladder_card(lang, page)}</div>
                <div>{course(lang, page)}</div>
            </div>
            {history(ctx, page)}
        }
        .into_any()
    };
    if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) }
}

fn form(lang: Lang, page: &Page, fields: &Fields) -> AnyView {
    let levels = Level::ALL
        .into_iter()
        .rev()
        .map(|level| (level.get().to_string(), format!("{} {}", level.signed(), page.goal.ladder.step(level))))
        .collect();
    let notes = page
        .notes
        .iter()
        .map(|(id, kind, at)| (id.to_string(), format!("{} · {}", lang.date(at.date_naive()), kind.label(lang))))
        .collect();
    let body = view! {
        {hidden("rating", fields.get("rating"))}
        {Field::new(fields, lang, "rated_on", lang.t("goals-rated-on")).required().date()}
        {Field::new(fields, lang, "level", lang.t("goals-level")).required().radios(levels)}
        {Field::new(fields, lang, "with_patient", lang.t("goals-with-patient")).tick("yes")}
        {Field::new(fields, lang, "evidence", lang.t("goals-evidence")).hint(lang.t("goals-evidence-hint")).text()}
        {Field::new(fields, lang, "note", lang.t("goals-note")).select(notes, Some(lang.t("goals-note-none").into_owned()))}
        <div class="actions">{button(lang.t("goals-rate-save"))}</div>
        <p class="hint">{lang.t("goals-rate-hint")}</p>
    };
    post_form(routes::patient_goal(page.head.id, page.goal.thread_id), body.into_any())
}

/// A goal that was reached twice in a row asks whether its ladder is too low.
fn raise_notice(ctx: &Ctx, page: &Page) -> AnyView {
    let levels: Vec<Level> = page.ratings.iter().map(|rating| rating.level).collect();
    if !page.may_rate(ctx) || !asks_to_be_raised(&levels) {
        return ().into_any();
    }
    raise_question(ctx.lang, page.head.id, page.goal.thread_id, &page.goal.description)
}

/// The question with its button.
#[must_use]
pub fn raise_question(lang: Lang, patient: PersonId, thread: GoalThreadId, goal: &str) -> AnyView {
    let body = view! {
        <p>{lang.t_with("goals-raise-question", &[("goal", goal.into())])}</p>
        {post_form_inline(routes::patient_goal_raise(patient, thread), Button::new(lang.t("goals-raise")).about(goal).submit())}
    };
    view! { <div class="no-print">{notice_with(Tone::Ok, body.into_any())}</div> }.into_any()
}

fn ladder_card(lang: Lang, page: &Page) -> AnyView {
    let now = page.level();
    let steps = Level::ALL
        .into_iter()
        .rev()
        .map(|level| {
            let here = (level == now).then(|| view! { " " {tag(Tone::Calm, lang.t("plans-now"))} });
            let start = (level == page.goal.baseline).then(|| view! { " " {tag(Tone::Plain, lang.t("plans-at-start"))} });
            let class = if level == now { "here" } else { "" };
            view! { <li class=class><b>{level.signed()}</b>" "<span class="away">{level.label(lang)}": "</span>{page.goal.ladder.step(level).to_owned()}{here}{start}</li> }
        })
        .collect_view();
    card(lang.t("goals-ladder"), view! { <ol class="ladder">{steps}</ol> }.into_any())
}

fn course(lang: Lang, page: &Page) -> AnyView {
    let points: Vec<LadderPoint> =
        page.ratings.iter().map(|rating| LadderPoint { date: rating.rated_on, level: rating.level.get() }).collect();
    if points.is_empty() {
        return ().into_any();
    }
    let marks: [(NaiveDate, String); 0] = [];
    card(lang.t("goals-course"), ladder_chart(lang, page.goal.description.clone(), &points, &marks))
}

/// Every rating, the newest first.
fn history(ctx: &Ctx, page: &Page) -> AnyView {
    let lang = ctx.lang;
    let rows = page.ratings.iter().rev().map(|rating| history_row(ctx, page.head.id, rating)).collect();
    let headers = ["kit-date", "goals-level", "goals-with-patient-short", "goals-evidence", "goals-rated-by"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    card(
        lang.t("goals-history"),
        table_under_heading(lang.t("goals-history"), headers, rows, lang.t("goals-history-none")),
    )
}

fn history_row(ctx: &Ctx, patient: PersonId, rating: &RatedLine) -> AnyView {
    let lang = ctx.lang;
    let with = if rating.with_patient { "goals-with-yes" } else { "goals-with-no" };
    let session = rating
        .session_id
        .filter(|_| ctx.may(Permission::SessionRead))
        .map(|slot| view! { <a href=routes::session(slot)>{lang.t("goals-of-session")}</a>" " });
    let note = rating
        .note_id
        .filter(|_| ctx.may(Permission::NoteRead))
        .map(|_| view! { <a href=routes::patient_notes(patient)>{lang.t("goals-of-note")}</a> });
    view! {
        <tr>
            <th scope="row">{lang.date(rating.rated_on)}</th>
            <td>{format!("{} {}", rating.level.signed(), rating.level.label(lang))}</td>
            <td>{lang.t(with)}</td>
            <td class="note-text">{rating.evidence.clone()}" "{session}{note}</td>
            <td>{rating.rated_by_name.clone()}</td>
        </tr>
    }
    .into_any()
}
