//! `/reports`: what was given out, and asking for more.
//!
//! A report of a month that is over is kept when it is first asked for. Others read it, compare it and act on it; a figure that
//! changed in silence because somebody recorded a session late would make each of their papers wrong. So a correction makes
//! the next version, which shows what it changed, and both stay.

use std::borrow::Cow;

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Body, Kind, Report, changes};
use super::store::{self, New};
use super::{build, parts};
use crate::access::roles::Side;
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::{CareTx, DbError, HasConn};
use crate::kit::export::{self, Format};
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, ReportId};
use crate::kit::page::ListQuery;
use crate::kit::ui::{Tone, export_links, notice, print_head};
use crate::oversight::hours::groups::Whose;
use crate::oversight::hours::period::{Length, Period};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

/// Months and years to choose from.
const MONTHS: usize = 14;
const YEARS: usize = 3;
/// The place that is all facilities.
pub(super) const DEPARTMENT: &str = "department";

/// What somebody asks for.
pub(super) struct Wanted {
    pub kind: Kind,
    pub period: Period,
    pub facility: Option<FacilityId>,
}

impl Wanted {
    /// A report by the year is the department's.
    fn parse(ctx: &Ctx, period: &str, place: &str) -> Option<Self> {
        let period = Period::parse(period, ctx.zone())?;
        let kind = match period.length {
            Length::Month => Kind::Month,
            Length::Year => Kind::Year,
            Length::Week | Length::Quarter => return None,
        };
        if period.from() > ctx.now() {
            return None;
        }
        if kind == Kind::Year || place == DEPARTMENT {
            return Some(Self { kind, period, facility: None });
        }
        let facility = ctx.actor.places.iter().map(|held| held.id).find(|id| id.to_string() == place)?;
        Some(Self { kind, period, facility: Some(facility) })
    }

    fn of(ctx: &Ctx, report: &Report) -> Option<Self> {
        let period = Period::parse(&report.period, ctx.zone())?;
        Some(Self { kind: report.kind, period, facility: report.facility_id })
    }

    fn whose(&self) -> Whose {
        self.facility.map_or(Whose::Department, |facility| Whose::Facility(facility, None))
    }

    fn subject(&self) -> Subject {
        self.facility.map_or(Subject::System, Subject::Facility)
    }

    fn place(&self) -> String {
        self.facility.map_or_else(|| DEPARTMENT.to_owned(), |facility| facility.to_string())
    }

    async fn body(&self, ctx: &Ctx, tx: &mut CareTx) -> Result<Body, DbError> {
        build::body(tx, self.kind, self.whose(), &self.period, ctx.zone()).await
    }

    /// What it is called.
    fn title(&self, lang: Lang, place: &str) -> String {
        let key = if self.kind == Kind::Year { "reports-title-year" } else { "reports-title-month" };
        lang.t_with(key, &[("place", place.into()), ("period", self.period.label(lang).into())])
    }
}

async fn place_name(lang: Lang, tx: &mut impl HasConn, facility: Option<FacilityId>) -> Result<String, DbError> {
    Ok(match facility {
        Some(facility) => store::place_name(tx, facility).await?.unwrap_or_default(),
        None => lang.t("hours-whose-department").into_owned(),
    })
}

pub async fn list(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    listed(&ctx, &query, Fields::new()).await
}

async fn listed(ctx: &Ctx, query: &ListQuery, fields: Fields) -> Result<Response> {
    let (total, lines) = if ctx.actor.side == Side::System {
        let mut tx = ctx.system(Permission::ReportRead, Subject::System, "report").await?;
        (store::count(&mut tx).await?, store::list(&mut tx, query.offset()).await?)
    } else {
        let mut tx = ctx.care(Permission::ReportRead, Subject::System, "report").await?;
        (store::count(&mut tx).await?, store::list(&mut tx, query.offset()).await?)
    };
    let title = ctx.lang.t("reports-title");
    let body = || parts::list(ctx, query, total, &lines, &fields, &choices(ctx));
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn choices(ctx: &Ctx) -> Vec<Period> {
    let zone = ctx.zone();
    let first = |length| Period::holding(length, ctx.today(), zone);
    let back =
        |length, count| std::iter::successors(Some(first(length)), |period| Some(period.before(zone))).take(count);
    back(Length::Month, MONTHS).chain(back(Length::Year, YEARS)).collect()
}

/// Asking for a report: one that was given out is shown as it was, one of a time that is over is kept from now on.
pub async fn ask(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let Some(wanted) = Wanted::parse(&ctx, fields.get("period"), fields.get("place")) else {
        fields.error("period", Msg::new("reports-choose"));
        return listed(&ctx, &ListQuery::default(), fields).await;
    };
    if wanted.period.to() > ctx.now() {
        return Ok(redirect(&routes::report_so_far(&wanted.period.code, &wanted.place())));
    }
    let mut tx = ctx.care_write(Permission::ReportMake, wanted.subject(), "report").await?;
    if let Some(report) = store::latest(&mut tx, wanted.facility, &wanted.period.code).await? {
        tx.commit().await?;
        return Ok(redirect(&routes::report(report.id)));
    }
    let text = wanted.body(&ctx, &mut tx).await?.text();
    let id = keep(&ctx, tx, &wanted, &text, None).await?;
    Ok(ctx.redirect_with(&routes::report(id), "flash-report-kept"))
}

async fn keep(ctx: &Ctx, mut tx: CareTx, wanted: &Wanted, body: &str, earlier: Option<&Report>) -> Result<ReportId> {
    let new = New {
        id: ctx.new_id(),
        kind: wanted.kind,
        facility: wanted.facility,
        period: &wanted.period.code,
        body,
        by: (ctx.actor.id, &ctx.actor.name),
        at: ctx.now(),
    };
    store::keep(&mut tx, &new, earlier).await?;
    // Whoever asked for the same at the same moment may have been first; then that one is shown.
    let kept = store::latest(&mut tx, wanted.facility, &wanted.period.code).await?.ok_or(AppError::Busy)?;
    tx.commit().await?;
    Ok(kept.id)
}

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    period: String,
    place: String,
}

/// What a report would say now, while its time still runs.
pub async fn so_far(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let wanted = Wanted::parse(&ctx, &asked.period, &asked.place).ok_or(AppError::NotFound)?;
    let mut tx = ctx.care(Permission::ReportMake, wanted.subject(), "report").await?;
    let place = place_name(lang, &mut tx, wanted.facility).await?;
    let body = wanted.body(&ctx, &mut tx).await?;
    drop(tx);
    let title = wanted.title(lang, &place);
    Ok(ctx.page(title.clone(), || {
        let printed = lang.date_time(ctx.now(), ctx.zone());
        view! {
            {print_head(lang, place.clone(), lang.t("reports-so-far"), ctx.actor.name.clone(), printed)}
            <h1>{title.clone()}</h1>
            {notice(Tone::Warn, lang.t("reports-so-far-hint"))}
            {parts::sections(lang, &body)}
            {parts::method(lang)}
        }
        .into_any()
    }))
}

/// A report, and the version before it.
async fn read(lang: Lang, tx: &mut impl HasConn, id: ReportId) -> Result<(Report, Option<Report>, String)> {
    let report = store::report(tx, id).await?.ok_or(AppError::NotFound)?;
    let earlier = store::version(tx, report.number, report.version_no - 1).await?;
    let place = place_name(lang, tx, report.facility_id).await?;
    Ok((report, earlier, place))
}

async fn open(ctx: &Ctx, id: ReportId, object: &'static str) -> Result<(Report, Option<Report>, String)> {
    if ctx.actor.side == Side::System {
        let mut tx = ctx.system(Permission::ReportRead, Subject::System, object).await?;
        read(ctx.lang, &mut tx, id).await
    } else {
        let mut tx = ctx.care(Permission::ReportRead, Subject::System, object).await?;
        read(ctx.lang, &mut tx, id).await
    }
}

pub async fn show(ctx: Ctx, Path(id): Path<ReportId>) -> Result<Response> {
    let lang = ctx.lang;
    let (report, earlier, place) = open(&ctx, id, "report").await?;
    let body = Body::read(&report.body).ok_or(AppError::Internal)?;
    let changed = earlier.and_then(|earlier| Body::read(&earlier.body)).map(|before| changes(&before, &body));
    let wanted = Wanted::of(&ctx, &report).ok_or(AppError::Internal)?;
    let title = wanted.title(lang, &place);
    Ok(ctx.page(title.clone(), || {
        let printed = lang.date_time(ctx.now(), ctx.zone());
        let what: Cow<'_, str> = lang.t("reports-number");
        view! {
            {print_head(lang, place.clone(), format!("{what} {}", report.sign()), ctx.actor.name.clone(), printed)}
            <h1>{title.clone()}</h1>
            {parts::seal(&ctx, &report)}
            {changed.map(|changed| parts::changed(lang, &report, &changed))}
            {parts::sections(lang, &body)}
            {parts::method(lang)}
            {export_links(lang, &routes::report_table(report.id))}
        }
        .into_any()
    }))
}

pub async fn file(ctx: Ctx, format: Format, Path(id): Path<ReportId>) -> Result<Response> {
    let (report, _, place) = open(&ctx, id, "export").await?;
    let body = Body::read(&report.body).ok_or(AppError::Internal)?;
    let (headers, rows) = parts::lines(ctx.lang, &report, &place, &body);
    Ok(export::whole(format, "report", &headers, &rows))
}

/// A report beside what the record says now.
pub async fn compare(ctx: Ctx, Path(id): Path<ReportId>) -> Result<Response> {
    let lang = ctx.lang;
    let (report, _, place) = open(&ctx, id, "report").await?;
    let wanted = Wanted::of(&ctx, &report).ok_or(AppError::Internal)?;
    let mut tx = ctx.care(Permission::ReportMake, wanted.subject(), "report").await?;
    let now = wanted.body(&ctx, &mut tx).await?;
    let latest = store::latest(&mut tx, wanted.facility, &report.period).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    let before = Body::read(&latest.body).ok_or(AppError::Internal)?;
    let changed = changes(&before, &now);
    let title = wanted.title(lang, &place);
    Ok(ctx.page(title.clone(), || parts::compare(&ctx, &title, &latest, &changed)))
}

/// Gives out the next version, when there is anything new to say.
pub async fn again(ctx: Ctx, Path(id): Path<ReportId>, _: Fields) -> Result<Response> {
    let (report, _, _) = open(&ctx, id, "report").await?;
    let wanted = Wanted::of(&ctx, &report).ok_or(AppError::Internal)?;
    let mut tx = ctx.care_write(Permission::ReportMake, wanted.subject(), "report").await?;
    let latest = store::latest(&mut tx, wanted.facility, &report.period).await?.ok_or(AppError::NotFound)?;
    let text = wanted.body(&ctx, &mut tx).await?.text();
    if text == latest.body {
        tx.commit().await?;
        return Ok(ctx.redirect_with(&routes::report(latest.id), "flash-report-same"));
    }
    let id = keep(&ctx, tx, &wanted, &text, Some(&latest)).await?;
    Ok(ctx.redirect_with(&routes::report(id), "flash-report-again"))
}
