//! The referrals as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::{Referral, Show};
use super::super::store;
use super::list::{StatusQuery, source_words};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(status): Query<StatusQuery>) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let show: Show = status.show();
    let tx = ctx.care(Permission::ReferralRead, Subject::Facility(facility), "export").await?;
    let headers = [
        "patients-name",
        "patients-number",
        "referrals-source",
        "referrals-urgency",
        "referrals-received",
        "referrals-due",
        "referrals-status",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "referrals", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let referrals = store::list(tx, facility, show, offset).await?;
            Ok(export::Page::of(&referrals, |referral| line(&ctx, referral)))
        })
    }))
}

fn line(ctx: &Ctx, referral: &Referral) -> Vec<Value> {
    let (lang, who) = (ctx.lang, referral.shown(ctx));
    vec![
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(source_words(lang, referral)),
        Value::from(referral.urgency.label(lang)),
        Value::day(Some(referral.received_on)),
        Value::day(Some(referral.first_contact_due)),
        Value::from(referral.status.label(lang)),
    ]
}
