//! The worklist and the supervision of notes as files. No word of a note stands in either.

use axum::response::Response;

use super::worklist::{Lists, load};
use crate::access::{Permission, Subject};
use crate::care::notes::supervision::{self, Supervision};
use crate::care::notes::worklist::Waiting;
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn worklist(ctx: Ctx, format: Format) -> Result<Response> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::NoteCosign, Subject::Facility(place), "export").await?;
    let lists = load(&mut tx, place, ctx.actor.id, ctx.now()).await?;
    drop(tx);
    let headers = export::headers(
        ctx.lang,
        [
            "export-list",
            "notes-column-patient",
            "patients-number",
            "notes-column-note",
            "export-at",
            "notes-column-who",
            "notes-column-since",
        ],
    );
    let rows: Vec<Vec<Value>> = named(&lists)
        .into_iter()
        .flat_map(|(key, waiting)| waiting.iter().map(move |held| (key, held)))
        .map(|(key, held)| line(&ctx, key, held))
        .collect();
    Ok(export::whole(format, "worklist", &headers, &rows))
}

/// In the order of the page.
fn named(lists: &Lists) -> [(&'static str, &[Waiting]); 7] {
    [
        ("notes-list-returned", &lists.returned),
        ("notes-list-to-cosign", &lists.to_cosign),
        ("notes-list-errors", &lists.errors),
        ("notes-list-drafts", &lists.my_drafts),
        ("notes-list-awaiting", &lists.awaiting),
        ("notes-list-sent-back", &lists.sent_back),
        ("notes-list-their-drafts", &lists.their_drafts),
    ]
}

fn line(ctx: &Ctx, key: &str, held: &Waiting) -> Vec<Value> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let who = held.who.shown(ctx, held.patient_id);
    vec![
        Value::from(lang.t(key)),
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(held.kind.label(lang)),
        Value::at(held.occurred_at, zone),
        Value::from(&held.author_name),
        Value::at(held.since, zone),
    ]
}

pub async fn supervision(ctx: Ctx, format: Format) -> Result<Response> {
    let mut tx = ctx.care(Permission::SupervisionManage, Subject::System, "export").await?;
    let held = supervision::list(&mut tx).await?;
    drop(tx);
    let headers =
        export::headers(ctx.lang, ["notes-supervised", "notes-supervisor", "notes-supervision-from", "export-ended"]);
    let rows: Vec<Vec<Value>> = held.iter().map(supervised).collect();
    Ok(export::whole(format, "supervision", &headers, &rows))
}

fn supervised(one: &Supervision) -> Vec<Value> {
    vec![
        Value::from(&one.user_name),
        Value::from(&one.supervisor_name),
        Value::day(Some(one.starts_on)),
        Value::day(one.ended_on),
    ]
}
