//! `/patients/{id}/progress`, and the same as a report at `/patients/{id}/progress/report`, in the language that its reader needs.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::period::{Asked, Period};
use super::rules::Ladder;
use super::store::{EvidenceRow, PlanRow};
use super::{figures, parts, rules, store};
use crate::access::{Permission, Subject};
use crate::care::goals as care_goals;
use crate::care::measures::library::Catalogue;
use crate::care::measures::model::Taken;
use crate::care::measures::store as measures;
use crate::care::patients::{self, PatientHead};
use crate::care::plans::pages as plan_pages;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::{DayHours, Mark, Timeline, error_summary, timeline_patterns};
use crate::oversight::hours::{WeekHours, weeks_of_patient};
use crate::web::Ctx;

/// What the page tells.
pub(super) struct Story {
    pub head: PatientHead,
    pub plans: Vec<PlanRow>,
    pub ladders: Vec<Ladder>,
    pub marks: Vec<Mark>,
    /// Whoever may not read sessions sees neither evidence nor hours.
    pub taking_part: Option<TakingPart>,
    pub measures: Option<(Catalogue, Vec<Taken>)>,
}

pub(super) struct TakingPart {
    pub evidence: Vec<EvidenceRow>,
    pub weeks: Vec<WeekHours>,
    pub days: Vec<DayHours>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    show(&ctx, id, &asked, false).await
}

pub async fn report(mut ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    ctx.lang = Lang::from_code(&asked.lang).unwrap_or(ctx.lang);
    show(&ctx, id, &asked, true).await
}

async fn show(ctx: &Ctx, id: PersonId, asked: &Asked, is_report: bool) -> Result<Response> {
    let lang = ctx.lang;
    let (story, period) = read(ctx, id, asked).await?;
    let body = || view(ctx, &story, &period, is_report);
    let title = lang.t_with("oversight-progress-of", &[("patient", story.head.shown(ctx).short().into())]);
    Ok(if period.fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

async fn read(ctx: &Ctx, id: PersonId, asked: &Asked) -> Result<(Story, Period)> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let mut tx = ctx.care(Permission::ProgressRead, Subject::Person(id), "progress").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let period = Period::of(asked, head.opened_on, ctx.today(), zone);
    let plans = store::plans(&mut tx, id).await?;
    let goals = store::goals(&mut tx, id).await?;
    let ratings = care_goals::ratings(&mut tx, id).await?;
    let reviews = store::reviews(&mut tx, id).await?;
    let bounds = period.weeks.first().zip(period.weeks.last()).map(|(first, last)| (first.from, last.to));
    let taking_part = match bounds.filter(|_| ctx.may(Permission::SessionRead)) {
        Some((from, to)) => Some(TakingPart {
            evidence: store::evidence(&mut tx, id, from, to).await?,
            weeks: weeks_of_patient(&mut tx, id, &period.weeks).await?,
            days: rules::days(&store::bookings(&mut tx, id, from, to).await?, zone),
        }),
        None => None,
    };
    let measures = if ctx.may(Permission::MeasureRead) {
        Some((measures::catalogue(&mut tx).await?, measures::results(&mut tx, id).await?))
    } else {
        None
    };
    let ladders = rules::ladders(&plans, &goals, &ratings, zone);
    let marks = parts::marks(lang, &plans, &reviews, zone);
    Ok((Story { head, plans, ladders, marks, taking_part, measures }, period))
}

fn view(ctx: &Ctx, story: &Story, period: &Period, is_report: bool) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let timeline = Timeline { lang, axis: period.axis, marks: &story.marks };
    let evidence = story.taking_part.as_ref().map_or(&[][..], |part| &part.evidence);
    view! {
        {patients::top(ctx, &story.head, patients::Tab::Progress)}
        {is_report.then(|| parts::report_head(lang, story.head.id, period))}
        {parts::lead(lang, story.head.id, &story.plans, zone)}
        {error_summary(&period.fields, lang)}
        {(!is_report).then(|| parts::chooser(lang, story.head.id, period))}
        {figures::strip(lang, story, ctx.today())}
        {timeline_patterns()}
        {parts::key(lang, story)}
        {parts::goals(&timeline, &story.ladders, evidence, zone)}
        {story.measures.as_ref().map(|(catalogue, taken)| parts::measures(&timeline, catalogue, taken))}
        {story.taking_part.as_ref().map(|part| parts::taking_part(&timeline, part))}
        {rules::attainment(&story.ladders).map(|attainment| plan_pages::attainment_card(lang, &attainment))}
    }
    .into_any()
}
