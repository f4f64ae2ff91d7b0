//! `/patients/{id}/measures`: each measure that was taken, over time and against the change that matters; what the record
//! computes by itself; and what can be taken.

use std::collections::HashMap;

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::account::score_words;
use super::super::computed::{Period, beginning, periods};
use super::super::definition::{Definition, Source};
use super::super::library::Catalogue;
use super::super::model::{Licence, Taken, number};
use super::super::rules::{Change, band, change};
use super::super::store;
use super::tone;
use crate::access::{Permission, Subject};
use crate::care::goals::{self, Goal, Level, rules::attainment};
use crate::care::patients::{self, PatientHead, Tab};
use crate::care::plans::pages::attainment_line;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::{GoalThreadId, PersonId};
use crate::kit::local_time::local_date;
use crate::kit::ui::{
    Button, Header, MeasurePoint, MeasureScale, Tone, card, empty, export_links, measure_chart, section,
    table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

struct Shown {
    head: PatientHead,
    catalogue: Catalogue,
    licences: Vec<Licence>,
    taken: Vec<Taken>,
    periods: Vec<Period>,
    goals: Vec<Goal>,
    levels: HashMap<GoalThreadId, Level>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::MeasureRead, Subject::Person(id), "measures").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let shown = Shown {
        catalogue: store::catalogue(&mut tx).await?,
        licences: store::licences(&mut tx, head.facility_id).await?,
        taken: store::results(&mut tx, id).await?,
        periods: periods(&store::parts(&mut tx, id, beginning(ctx.now())).await?, ctx.now()),
        goals: goals::active_goals(&mut tx, id).await?,
        levels: goals::latest_levels(&mut tx, id).await?,
        head,
    };
    drop(tx);
    let title = format!("{} · {}", ctx.lang.t("measures-title"), shown.head.name(&ctx));
    Ok(ctx.page(title, || view(&ctx, &shown)))
}

fn view(ctx: &Ctx, shown: &Shown) -> AnyView {
    let lang = ctx.lang;
    let taken: Vec<AnyView> = shown
        .taken
        .chunk_by(|a, b| a.measure_code == b.measure_code)
        .filter_map(|results| Some(course(lang, shown.catalogue.find(&results.first()?.measure_code)?, results)))
        .collect();
    let body = if taken.is_empty() { empty(lang.t("measures-none-taken"), None) } else { taken.into_any() };
    let may_write = ctx.may(Permission::MeasureWrite) && shown.head.is_open();
    view! {
        {patients::top(ctx, &shown.head, Tab::Measures)}
        {may_write.then(|| offer(ctx, shown))}
        {body}
        {export_links(lang, &ctx.uri)}
        {computed(ctx, shown)}
    }
    .into_any()
}

/// The measures that can be taken here.
fn offer(ctx: &Ctx, shown: &Shown) -> AnyView {
    let lang = ctx.lang;
    let buttons: Vec<AnyView> = shown
        .catalogue
        .newest()
        .into_iter()
        .filter(|definition| is_open(ctx, definition, &shown.licences))
        .map(|definition| {
            Button::new(definition.title(lang).to_owned())
                .quiet()
                .link(routes::measure_take(shown.head.id, &definition.code))
        })
        .collect();
    view! {
        <section class="part no-print">
            <h2>{lang.t("measures-take")}</h2>
            <div class="actions">{buttons}</div>
        </section>
    }
    .into_any()
}

/// Whether a measure may be taken in a facility today.
pub(super) fn is_open(ctx: &Ctx, definition: &Definition, licences: &[Licence]) -> bool {
    let licensed =
        || licences.iter().any(|licence| licence.measure_code == definition.code && licence.is_open(ctx.today()));
    definition.is_taken() && (!definition.needs_licence || licensed())
}

/// One measure over time.
fn course(lang: Lang, definition: &Definition, results: &[Taken]) -> AnyView {
    let (Some(first), Some(last)) = (results.first(), results.last()) else { return ().into_any() };
    let points: Vec<MeasurePoint> =
        results.iter().map(|taken| MeasurePoint { date: taken.taken_on, score: number(taken.score_milli) }).collect();
    // Within this band nothing has changed that matters.
    let around = number(first.score_milli);
    let still = definition.matters.map(|matters| (around - f64::from(matters), around + f64::from(matters)));
    let scale = MeasureScale {
        least: f64::from(definition.least),
        most: f64::from(definition.most),
        band: still,
        places: definition.places,
    };
    let name = definition.title(lang).to_owned();
    let now = band(definition, last.score_milli).map_or(Tone::Plain, |band| tone(band.tone));
    let since = (results.len() > 1).then(|| changed(lang, definition, first, last));
    let second = definition.slots.get(1).zip(last.second_score_milli).map(|(slot, milli)| {
        let label = super::super::definition::say(&slot.text, lang).to_owned();
        view! { <p>{label}": "{lang.decimal(number(milli), definition.places)}</p> }
    });
    let comment = (!last.comment.is_empty()).then(|| view! { <p class="sub">{last.comment.clone()}</p> });
    let said = [("date", lang.date(last.taken_on).into()), ("name", last.taken_by.as_str().into())];
    let body = view! {
        <p>{tag(now, score_words(lang, definition, last.score_milli))}" "<span class="sub">{lang.t_with("measures-last", &said)}</span></p>
        {second}
        {since}
        {comment}
        {measure_chart(lang, name.clone(), scale, &points, &[])}
        <p class="sub">{definition.licence.clone()}" "{definition.citation.clone()}</p>
    };
    card(name, body.into_any())
}

fn changed(lang: Lang, definition: &Definition, first: &Taken, last: &Taken) -> AnyView {
    let found = change(definition.direction, definition.matters, first.score_milli, last.score_milli);
    let difference = number(last.score_milli - first.score_milli);
    let sign = if difference > 0.0 { "+" } else { "" };
    let words = lang.t_with(
        "measures-change",
        &[
            ("change", format!("{sign}{}", lang.decimal(difference, definition.places)).into()),
            ("date", lang.date(first.taken_on).into()),
        ],
    );
    let tone = match found {
        Change::Better => Tone::Ok,
        Change::Worse => Tone::Bad,
        Change::TooSmall | Change::Unknown => Tone::Plain,
    };
    let matters = definition.matters.map(|matters| lang.t_with("measures-matters", &[("n", matters.into())]));
    view! { <p>{words}" "{tag(tone, lang.t(found.key()))}" "<span class="sub">{matters}</span></p> }.into_any()
}

/// What the record says without anybody taking a measure.
fn computed(ctx: &Ctx, shown: &Shown) -> AnyView {
    let lang = ctx.lang;
    let cited = |source: Source| {
        shown
            .catalogue
            .newest()
            .into_iter()
            .find(|definition| definition.source == Some(source))
            .map(|definition| view! { <p class="sub"><b>{definition.title(lang).to_owned()}</b>": "{definition.citation.clone()}</p> })
    };
    let goals = match attainment(&shown.goals, &shown.levels) {
        Some(found) => view! { <p><b>{attainment_line(lang, &found)}</b></p> }.into_any(),
        None => empty(lang.t("measures-no-goals"), None),
    };
    let sessions = lang.t("measures-from-sessions");
    view! {
        {section(lang.t("measures-goals"), view! { {goals}{cited(Source::Goals)} }.into_any())}
        {section(
            sessions.clone(),
            view! { {period_table(ctx, &sessions, &shown.periods)}{cited(Source::Participation)}{cited(Source::Assistance)} }.into_any(),
        )}
    }
    .into_any()
}

fn period_table(ctx: &Ctx, title: &str, periods: &[Period]) -> AnyView {
    let lang = ctx.lang;
    let day = |at| lang.date(local_date(at, ctx.zone()));
    let rows = periods
        .iter()
        .map(|period| {
            let level = period.participation.map(|milli| lang.decimal(number(milli), 1));
            let help = period.assistance.map(|code| code.label(lang));
            view! {
                <tr>
                    <td>{format!("{} – {}", day(period.from), day(period.to))}</td>
                    <td class="n">{period.sessions}</td>
                    <td class="n">{level}</td>
                    <td>{help}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = vec![
        Header::new(lang.t("measures-period")),
        Header::new(lang.t("measures-sessions")).numeric(),
        Header::new(lang.t("measures-participation")).numeric(),
        Header::new(lang.t("measures-assistance")),
    ];
    table_under_heading(title.to_owned(), headers, rows, lang.t("measures-no-sessions"))
}
