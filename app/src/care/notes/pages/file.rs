//! The worklist and the supervision of notes as files. No word of a note stands in either.

use axum::response::Response;

use super::worklist::{Lists, load};
use crate::access::{Permission, Subject};
use crate::care::notes::supervision::{self, Supervision};
use crate::care::notes::worklist::Waiting;
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn worklist(ctx: Ctx, format: Format) -> Result<Response> {
    let of = (ctx.place()?.id, ctx.actor.id);
    let tx = ctx.care(Permission::NoteCosign, Subject::Facility(of.0), "export").await?;
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
    Ok(export::stream(format, "worklist", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let lists = load(tx, of, ctx.now(), Cut::of_file(offset)).await?;
            Ok(part(&ctx, &lists))
        })
    }))
}

/// Three questions to the database fill the lists, so there may be more when any of them brought as many as were asked for.
fn part(ctx: &Ctx, lists: &Lists) -> export::Page {
    let asked = [
        [&lists.returned, &lists.to_cosign, &lists.awaiting, &lists.sent_back].map(Vec::len).iter().sum(),
        lists.my_drafts.len() + lists.their_drafts.len(),
        lists.errors.len(),
    ];
    let rows = named(lists)
        .into_iter()
        .flat_map(|(key, waiting)| waiting.iter().map(move |held| (key, held)))
        .map(|(key, held)| line(ctx, key, held))
        .collect();
    export::Page { rows, full: asked.into_iter().any(export::is_full) }
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
    let tx = ctx.care(Permission::SupervisionManage, Subject::System, "export").await?;
    let headers =
        export::headers(ctx.lang, ["notes-supervised", "notes-supervisor", "notes-supervision-from", "export-ended"]);
    Ok(export::stream(format, "supervision", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let held = supervision::list(tx, Cut::of_file(offset)).await?;
            Ok(export::Page::of(&held, supervised))
        })
    }))
}

fn supervised(one: &Supervision) -> Vec<Value> {
    vec![
        Value::from(&one.user_name),
        Value::from(&one.supervisor_name),
        Value::day(Some(one.starts_on)),
        Value::day(one.ended_on),
    ]
}
