//! `/hours`: hours and loss by week, patient, programme, wing, facility and reason. A practitioner sees the own caseload, a
//! reviewer every patient under a pseudonym, everybody else sums in which nobody can be found.

use axum::extract::Query;
use axum::response::Response;
use chrono_tz::Tz;
use leptos::prelude::*;

use super::groups::{self, By, Grid, Whose};
use super::parts;
use super::period::{Length, Part, Period};
use super::store::versions_of_facility;
use super::targets::Version;
use super::weeks::Week;
use crate::access::{Permission, Pseudonyms, Readers, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format};
use crate::kit::ui::{export_links, hours_key, print_head};
use crate::web::Ctx;

/// How much somebody may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The patients whom one leads, by number.
    Caseload,
    /// Everybody, under pseudonyms.
    Pseudonyms,
    /// Sums of five persons or more.
    Aggregates,
}

impl View {
    fn of(ctx: &Ctx) -> Self {
        if ctx.may(Permission::HoursPseudonyms) {
            Self::Pseudonyms
        } else if ctx.may(Permission::HoursCaseload) {
            Self::Caseload
        } else {
            Self::Aggregates
        }
    }

    const fn needs(self) -> Permission {
        match self {
            Self::Caseload => Permission::HoursCaseload,
            Self::Pseudonyms => Permission::HoursPseudonyms,
            Self::Aggregates => Permission::HoursRead,
        }
    }

    /// The lengths of time to choose from. Sums are for one month: two that differ by a week would give away the week.
    const fn lengths(self) -> &'static [Length] {
        match self {
            Self::Aggregates => &[Length::Month],
            Self::Caseload | Self::Pseudonyms => &[Length::Month, Length::Quarter, Length::Week],
        }
    }

    pub(super) fn groupings(self, department: bool) -> impl Iterator<Item = By> {
        By::ALL.iter().copied().filter(move |by| match by {
            By::Patient => self != Self::Aggregates,
            By::Facility => department && self != Self::Caseload,
            _ => true,
        })
    }
}

/// What the address chooses.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    by: String,
    period: String,
    group: String,
    part: String,
}

/// What is shown.
#[derive(Debug)]
pub struct Shown {
    pub view: View,
    pub by: By,
    pub period: Period,
    pub parts: Vec<Part>,
    pub grid: Grid,
    /// The plans of those shown, where hours are held against a target.
    pub versions: Vec<Version>,
    /// One group, or one part, of the table alone.
    pub group: String,
    pub part: String,
    pub choices: Vec<Period>,
    pub department: bool,
}

/// Periods to choose from, the latest first.
fn choices(view: View, ctx: &Ctx, chosen: &Period, zone: Tz) -> Vec<Period> {
    let count = |length| match length {
        Length::Week => 8,
        Length::Month => 14,
        Length::Quarter | Length::Year => 5,
    };
    let mut choices = Vec::new();
    for length in view.lengths() {
        let first = Period::holding(*length, ctx.today(), zone);
        choices.extend(std::iter::successors(Some(first), |period| Some(period.before(zone))).take(count(*length)));
    }
    if !choices.iter().any(|period| period.code == chosen.code) {
        choices.insert(0, chosen.clone());
    }
    choices
}

async fn load(ctx: &Ctx, asked: Asked, object: &'static str) -> Result<Shown> {
    let zone = ctx.zone();
    let view = View::of(ctx);
    let place = ctx.place()?.clone();
    let department = ctx.may(Permission::HoursDepartment);
    let by = view.groupings(department).find(|by| by.as_str() == asked.by).unwrap_or(By::Week);
    let period = Period::parse(&asked.period, zone)
        .filter(|period| view.lengths().contains(&period.length))
        .unwrap_or_else(|| Period::holding(Length::Month, ctx.today(), zone));
    // Reasons are told of the whole time only, where they could be few in a week.
    let whole = view == View::Aggregates && by == By::Reason;
    let parts = if whole { vec![period.whole()] } else { period.parts(zone) };
    let mut tx = if by == By::Facility {
        ctx.care(Permission::HoursDepartment, Subject::System, object).await?
    } else {
        ctx.care(view.needs(), Subject::Facility(place.id), object).await?
    };
    let lead = (view == View::Caseload).then_some(ctx.actor.id);
    let whose = if by == By::Facility { Whose::Department } else { Whose::Facility(place.id, lead) };
    let grid = match view {
        View::Aggregates => groups::aggregates(&mut tx, whose, by, &parts).await?,
        View::Caseload | View::Pseudonyms => groups::grid(&mut tx, whose, by, &parts).await?,
    };
    let grid = if view == View::Pseudonyms && by == By::Patient {
        let names = Pseudonyms::new(&ctx.app.key, Readers::Reviewers);
        grid.renamed(|key| names.of(key))
    } else {
        grid
    };
    let weeks: Vec<Week> = period.weeks.clone();
    let mut versions = if matches!(by, By::Week | By::Patient) {
        versions_of_facility(&mut tx, place.id, &weeks).await?
    } else {
        Vec::new()
    };
    versions.retain(|version| lead.is_none_or(|lead| version.lead_id == lead));
    drop(tx);
    let choices = choices(view, ctx, &period, zone);
    Ok(Shown { view, by, period, parts, grid, versions, group: asked.group, part: asked.part, choices, department })
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let shown = load(&ctx, asked, "hours").await?;
    let title = lang.t("hours-title");
    let place = ctx.place()?.name.clone();
    Ok(ctx.page(title.clone(), || {
        let printed = lang.date_time(ctx.now(), ctx.zone());
        view! {
            <div class="landscape">
                {print_head(lang, place.clone(), title.clone(), ctx.actor.name.clone(), printed)}
                <h1>{title.clone()}</h1>
                <p class="lead">{parts::lead(lang, &shown, &place)}</p>
                {parts::choose(lang, &shown)}
                {parts::step(lang, &shown, ctx.zone())}
                {parts::body(&ctx, &shown)}
                {hours_key(lang)}
                {parts::notes(lang, &shown)}
                {export_links(lang, &ctx.uri)}
            </div>
        }
        .into_any()
    }))
}

/// The whole table: a line for each group and part. Where the page shows a mark, so does the file.
pub async fn file(ctx: Ctx, format: Format, Query(asked): Query<Asked>) -> Result<Response> {
    let shown = load(&ctx, asked, "export").await?;
    let (headers, rows) = parts::lines(&ctx, &shown);
    Ok(export::whole(format, "hours", &headers, &rows))
}
