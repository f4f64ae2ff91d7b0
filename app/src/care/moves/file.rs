//! Custody's questions that wait for an answer, as a file.

use axum::response::Response;

use super::pages::asked_words;
use super::store::{self, OpenQuestion};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let tx = ctx.care(Permission::SessionRequest, Subject::Facility(place), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "move-session",
            "export-from",
            "export-to",
            "slot-room",
            "slot-practitioner",
            "move-asked-what",
            "slot-reason",
            "export-at",
        ],
    );
    Ok(export::stream(format, "move-requests", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let open = store::open(tx, place, ctx.now(), Cut::of_file(offset)).await?;
            Ok(export::Page::of(&open, |held| line(&ctx, held)))
        })
    }))
}

fn line(ctx: &Ctx, held: &OpenQuestion) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    vec![
        Value::from(held.title.say(lang)),
        Value::at(held.now_starts_at, zone),
        Value::at(held.now_ends_at, zone),
        Value::from(&held.now_room),
        Value::from(&held.practitioner),
        Value::from(asked_words(lang, zone, &held.question)),
        Value::from(held.question.reason.label(lang)),
        Value::at(held.question.asked_at, zone),
    ]
}
