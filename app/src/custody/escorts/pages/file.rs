//! Escorts as files: the coming fortnight, today, and how many officers there are.

use axum::response::Response;

use super::super::api;
use super::super::model::{Event, Need, Supply};
use super::super::rules;
use super::plan::{Line, lines};
use super::{need_words, step_words};
use crate::custody::slots::words;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn plan(ctx: Ctx, format: Format) -> Result<Response> {
    let plan = api::plan(&ctx).await?;
    let headers = export::headers(
        ctx.lang,
        [
            "escorts-day",
            "escorts-part",
            "escorts-needed",
            "escorts-asked",
            "escorts-there",
            "escorts-left",
            "escorts-sessions",
        ],
    );
    let rows: Vec<Vec<Value>> = lines(&ctx, &plan).iter().map(|line| part(&ctx, line)).collect();
    Ok(export::whole(format, &format!("escorts-{}", ctx.today()), &headers, &rows))
}

fn part(ctx: &Ctx, line: &Line<'_>) -> Vec<Value> {
    let balance = line.balance;
    let known = |number: Option<i32>| number.map_or_else(|| Value::from(""), Value::number);
    let session = |need: &&Need| {
        let label = words::neutral_label(ctx.lang, &need.label_letter);
        format!("{} {label} ({})", ctx.lang.time(need.starts_at, ctx.zone()), need.escort_officers)
    };
    vec![
        Value::day(Some(line.date)),
        Value::from(line.part.label(ctx.lang)),
        Value::number(balance.needed),
        Value::number(balance.asked),
        known(balance.supply),
        known(balance.left),
        Value::from(line.needs.iter().map(session).collect::<Vec<_>>().join("; ")),
    ]
}

pub async fn today(ctx: Ctx, format: Format) -> Result<Response> {
    let day = api::today(&ctx).await?;
    let headers = export::headers(
        ctx.lang,
        [
            "export-from",
            "export-to",
            "export-session",
            "slot-room",
            "export-people",
            "slot-escort-need",
            "export-state",
        ],
    );
    let rows: Vec<Vec<Value>> = day.needs.iter().map(|need| escort(&ctx, need, &day.events)).collect();
    Ok(export::whole(format, &format!("escorts-of-{}", ctx.today()), &headers, &rows))
}

fn escort(ctx: &Ctx, need: &Need, events: &[Event]) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let own: Vec<Event> = events.iter().filter(|event| event.slot_id == need.id).cloned().collect();
    let state = rules::standing(&own)
        .last()
        .map_or_else(|| lang.t("escorts-waiting").into_owned(), |event| step_words(ctx, event));
    vec![
        Value::at(need.starts_at, zone),
        Value::at(need.ends_at, zone),
        Value::from(words::neutral_label(lang, &need.label_letter)),
        Value::from(&need.room),
        Value::number(need.people),
        Value::from(need_words(lang, need)),
        Value::from(state),
    ]
}

pub async fn supply(ctx: Ctx, format: Format) -> Result<Response> {
    let supply = api::supply(&ctx).await?;
    let headers =
        export::headers(ctx.lang, ["escorts-day", "escorts-part", "escorts-officers", "escorts-of-them-women"]);
    let rows: Vec<Vec<Value>> = supply.iter().map(|row| officers(ctx.lang, row)).collect();
    Ok(export::whole(format, "officers", &headers, &rows))
}

/// A weekday of every week by its name, a day that differs by its date.
fn officers(lang: Lang, row: &Supply) -> Vec<Value> {
    let weekday = row.weekday.map(|day| lang.t(&format!("escorts-weekday-{day}")).into_owned());
    vec![
        row.on_date.map_or_else(|| Value::from(weekday), |date| Value::day(Some(date))),
        Value::from(row.part.label(lang)),
        Value::number(row.officers),
        Value::number(row.women),
    ]
}
