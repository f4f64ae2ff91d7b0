//! The moves as a file: those planned out of the facility and into it, then those that are over.

use axum::response::Response;

use super::super::model::Move;
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let tx = ctx.custody(Permission::MovePerson, Subject::Facility(facility), "export").await?;
    let headers = ["custody-name", "custody-number", "moves-from", "moves-to", "moves-on", "moves-state"];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "moves", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let cut = Cut::of_file(offset);
            let out = store::planned_from(tx, facility, cut).await?;
            let into = store::planned_to(tx, facility, cut).await?;
            let past = store::past_from(tx, facility, offset).await?;
            let page = |moves: &[Move]| export::Page::of(moves, |held| line(lang, held));
            Ok(page(&out).and(page(&into)).and(page(&past)))
        })
    }))
}

fn line(lang: Lang, held: &Move) -> Vec<Value> {
    vec![
        Value::from(held.name()),
        Value::from(&held.prison_number),
        Value::from(&held.from_name),
        Value::from(&held.to_name),
        Value::day(Some(held.planned_on)),
        Value::from(held.status.label(lang)),
    ]
}
