//! The board of a day or a week as a file: what the filters of the page show.

use axum::extract::RawQuery;
use axum::response::Response;

use super::super::filter::BoardFilter;
use super::super::{api, words};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::form::Fields;
use crate::web::Ctx;

pub async fn board(ctx: Ctx, format: Format, query: RawQuery) -> Result<Response> {
    file(ctx, format, query, false).await
}

pub async fn week(ctx: Ctx, format: Format, query: RawQuery) -> Result<Response> {
    file(ctx, format, query, true).await
}

async fn file(ctx: Ctx, format: Format, RawQuery(query): RawQuery, week: bool) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let filter = BoardFilter::parse(&mut fields, ctx.today(), week);
    let board = api::board(&ctx, &filter).await?;
    let (lang, zone) = (ctx.lang, ctx.zone());
    let headers = [
        "export-from",
        "export-to",
        "slot-room",
        "export-session",
        "slot-practitioner",
        "export-people",
        "slot-officers",
        "slot-mode",
        "export-state",
    ];
    let rows: Vec<Vec<Value>> = board
        .slots
        .iter()
        .filter(|slot| filter.shows(slot))
        .map(|slot| {
            let room = board.rooms.iter().find(|room| room.id == slot.room_id).map(|room| room.name.as_str());
            vec![
                Value::at(slot.starts_at, zone),
                Value::at(slot.ends_at, zone),
                Value::from(room.unwrap_or_default()),
                Value::from(words::neutral_label(lang, &slot.label_letter)),
                Value::from(&slot.practitioner),
                Value::number(slot.people),
                Value::number(slot.escort_officers),
                Value::from(slot.escort_mode.label(lang)),
                Value::from(words::state(lang, slot.status, slot.cancel_reason)),
            ]
        })
        .collect();
    let headers = headers.map(|key| lang.t(key).into_owned());
    Ok(export::whole(format, &format!("board-{}", filter.date), &headers, &rows))
}
