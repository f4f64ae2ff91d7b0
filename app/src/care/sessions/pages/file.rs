//! One's own week as a file.

use axum::extract::Query;
use axum::response::Response;
use chrono::Days;

use super::parts::slot_words;
use super::schedule::WeekQuery;
use crate::access::{Permission, Subject};
use crate::care::sessions::store::lists;
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::local_time::day_bounds;
use crate::web::Ctx;

pub async fn schedule(ctx: Ctx, format: Format, Query(query): Query<WeekQuery>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let place = ctx.place()?.id;
    let first = query.first(ctx.today());
    let span = (day_bounds(first, zone).0, day_bounds(first + Days::new(6), zone).1);
    let mut tx = ctx.care(Permission::SessionRecord, Subject::Facility(place), "export").await?;
    let sessions = lists::of_practitioner(&mut tx, place, ctx.actor.id, span.0, span.1).await?;
    drop(tx);
    let headers = ["export-from", "export-to", "sessions-session", "sessions-room", "sessions-people", "export-state"];
    let rows: Vec<Vec<Value>> = sessions
        .iter()
        .map(|session| {
            vec![
                Value::at(session.starts_at, zone),
                Value::at(session.ends_at, zone),
                Value::from(session.title.say(lang)),
                Value::from(&session.room_name),
                Value::number(session.people),
                Value::from(slot_words(lang, session.status, session.cancel_side, session.cancel_reason)),
            ]
        })
        .collect();
    Ok(export::whole(format, &format!("week-{first}"), &headers.map(|key| lang.t(key).into_owned()), &rows))
}
