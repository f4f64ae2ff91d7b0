//! Disclosures as files: the log of one patient, and what waits for the head.

use axum::extract::Path;
use axum::response::Response;

use super::model::{Disclosure, Waiting};
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn log(ctx: Ctx, format: Format, Path(id): Path<PersonId>) -> Result<Response> {
    let tx = ctx.care(Permission::DisclosureRead, Subject::Person(id), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "disclosures-recipient",
            "disclosures-content",
            "disclosures-basis",
            "disclosures-reason",
            "disclosures-proposed-by",
            "export-at",
            "export-state",
            "disclosures-decided-by",
            "disclosures-sent-on",
        ],
    );
    Ok(export::stream(format, "disclosures", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let held = store::of_patient(tx, id, offset).await?;
            Ok(export::Page::of(&held, |disclosure| entry(&ctx, disclosure)))
        })
    }))
}

fn entry(ctx: &Ctx, held: &Disclosure) -> Vec<Value> {
    vec![
        Value::from(&held.recipient),
        Value::from(&held.content),
        Value::from(held.basis.label(ctx.lang)),
        Value::from(&held.reason),
        Value::from(&held.proposed_name),
        Value::at(held.created_at, ctx.zone()),
        Value::from(held.status.label(ctx.lang)),
        Value::from(held.decided_name.clone()),
        Value::day(held.sent_on),
    ]
}

pub async fn waiting(ctx: Ctx, format: Format) -> Result<Response> {
    let facility = ctx.place()?.id;
    let tx = ctx.care(Permission::DisclosureApprove, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        ctx.lang,
        [
            "patients-name",
            "patients-number",
            "disclosures-recipient",
            "disclosures-basis",
            "disclosures-proposed-by",
            "export-at",
        ],
    );
    Ok(export::stream(format, "disclosures-waiting", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let held = store::waiting(tx, facility, offset).await?;
            Ok(export::Page::of(&held, |waiting| line(&ctx, waiting)))
        })
    }))
}

fn line(ctx: &Ctx, held: &Waiting) -> Vec<Value> {
    let who = held.who.shown(ctx, held.patient_id);
    vec![
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(&held.recipient),
        Value::from(held.basis.label(ctx.lang)),
        Value::from(&held.proposed_name),
        Value::at(held.created_at, ctx.zone()),
    ]
}
