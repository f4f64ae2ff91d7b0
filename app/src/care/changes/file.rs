//! The changes, and the places that health books by, as files.

use axum::extract::Query;
use axum::response::Response;

use super::pages::{Filter, who};
use super::store;
use crate::access::{Permission, Subject};
use crate::custody::changes::{ChangeLine, words};
use crate::custody::places;
use crate::custody::places::pages::file::{room, room_headers};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(filter): Query<Filter>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let past = filter.is_past();
    let tx = ctx.care(Permission::HealthChange, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "changes-when",
            "changes-who",
            "custody-number",
            "changes-what",
            "export-detail",
            "export-about",
            "changes-by-health",
        ],
    );
    Ok(export::stream(format, "changes", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let lines =
                if past { store::seen(tx, facility, offset).await? } else { store::open(tx, facility, offset).await? };
            Ok(export::Page::of(&lines, |line| cells(&ctx, line)))
        })
    }))
}

fn cells(ctx: &Ctx, line: &ChangeLine) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    vec![
        Value::at(line.happened_at, zone),
        Value::from(who(lang, line)),
        Value::from(line.prison_number.clone()),
        Value::from(words::kind_words(lang, line)),
        Value::from(words::detail(lang, zone, line)),
        Value::from(words::about(lang, zone, line)),
        Value::from(words::seen_words(lang, zone, line.care_seen_by.as_deref(), line.care_seen_at)),
    ]
}

/// The rooms; the regime and what is closed stand beside them on the page, a few lines each.
pub async fn rooms(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::PlaceRead, Subject::Facility(place), "export").await?;
    let rooms = places::store::rooms(&mut tx, place).await?;
    let claims = places::store::claims(&mut tx, place).await?;
    drop(tx);
    let rows: Vec<Vec<Value>> = rooms.iter().map(|held| room(ctx.lang, held, &claims)).collect();
    Ok(export::whole(format, "rooms", &room_headers(ctx.lang), &rows))
}
