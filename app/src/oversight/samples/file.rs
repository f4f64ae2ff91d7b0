//! Samples and their results as files, with what their pages show and nothing more.

use axum::extract::Path;
use axum::response::Response;

use super::model::Sample;
use super::results::{figure, of_practitioners, of_unit};
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::SampleId;
use crate::oversight::hours::period::name;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let tx = ctx.care(Permission::SampleRead, Subject::Facility(place), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "samples-period",
            "samples-seed",
            "samples-wanted",
            "samples-of",
            "samples-drawn",
            "samples-done",
            "samples-by",
            "samples-drawn-at",
            "voice-state",
        ],
    );
    Ok(export::stream(format, "samples", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let samples = store::list(tx, place, offset).await?;
            Ok(export::Page::of(&samples, |sample| cells(&ctx, sample)))
        })
    }))
}

fn cells(ctx: &Ctx, sample: &Sample) -> Vec<Value> {
    vec![
        Value::from(name(ctx.lang, &sample.period)),
        Value::from(&sample.seed),
        Value::number(sample.wanted),
        Value::number(sample.charts),
        Value::number(sample.drawn),
        Value::number(sample.done),
        Value::from(&sample.drawn_by),
        Value::at(sample.drawn_at, ctx.zone()),
        Value::from(sample.status.label(ctx.lang)),
    ]
}

/// A figure as a number, or the word for what is hidden.
fn cell(lang: Lang, value: Option<i64>) -> Value {
    value.map_or_else(|| Value::from(figure(lang, None)), Value::number)
}

pub async fn unit(ctx: Ctx, format: Format, Path(id): Path<SampleId>) -> Result<Response> {
    let lang = ctx.lang;
    let (_, rows) = of_unit(&ctx, id, "export").await?;
    let headers = export::headers(
        lang,
        [
            "samples-standard",
            "verdict-yes",
            "verdict-partly",
            "verdict-no",
            "verdict-not-applicable",
            "samples-charts",
            "samples-met",
        ],
    );
    let rows: Vec<Vec<Value>> = rows
        .into_iter()
        .map(|(standard, shown)| {
            let met = shown.met.map_or_else(|| Value::from(""), Value::number);
            std::iter::once(Value::from(standard.label(lang)))
                .chain(shown.cells.map(|value| cell(lang, value)))
                .chain([cell(lang, shown.all), met])
                .collect()
        })
        .collect();
    Ok(export::whole(format, "sample", &headers, &rows))
}

pub async fn practitioners(ctx: Ctx, format: Format, Path(id): Path<SampleId>) -> Result<Response> {
    let lang = ctx.lang;
    let (_, people) = of_practitioners(&ctx, id, "export").await?;
    let headers = export::headers(
        lang,
        [
            "samples-practitioner",
            "samples-charts",
            "verdict-yes",
            "verdict-partly",
            "verdict-no",
            "verdict-not-applicable",
            "samples-met",
        ],
    );
    let rows: Vec<Vec<Value>> = people
        .into_iter()
        .map(|one| {
            let cells = match one.result {
                Some((_, tally)) => tally.cells().map(Some),
                None => [None; 4],
            };
            let met = one.result.and_then(|(_, tally)| tally.met()).map_or_else(|| Value::from(""), Value::number);
            [Value::from(one.name), cell(lang, one.result.map(|(charts, _)| charts))]
                .into_iter()
                .chain(cells.map(|value| cell(lang, value)))
                .chain([met])
                .collect()
        })
        .collect();
    Ok(export::whole(format, "sample-practitioners", &headers, &rows))
}
