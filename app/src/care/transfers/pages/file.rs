//! Packages that wait, people without one and patients on their way out, as one file.

use axum::response::Response;

use super::super::model::{OnTheWay, Package};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn inbox(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let tx = ctx.care(Permission::TransferRead, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        ["export-list", "patients-name", "patients-number", "export-other-place", "export-at", "packages-state"],
    );
    Ok(export::stream(format, "transfers", headers, tx, move |tx, offset| {
        let ctx = ctx.clone();
        Box::pin(async move {
            let packages = store::sent_to(tx, facility, offset).await?;
            let without = store::without_package(tx, facility, Cut::of_file(offset)).await?;
            let leaving = store::leaving(tx, facility, Cut::of_file(offset)).await?;
            Ok(export::Page::of(&packages, |held| package(&ctx, held))
                .and(export::Page::of(&without, |person| on_the_way(&ctx, "packages-without", person)))
                .and(export::Page::of(&leaving, |person| on_the_way(&ctx, "packages-leaving", person))))
        })
    }))
}

fn package(ctx: &Ctx, held: &Package) -> Vec<Value> {
    let (lang, zone, who) = (ctx.lang, ctx.zone(), held.shown(ctx));
    vec![
        Value::from(lang.t("packages-waiting")),
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(&held.from_name),
        held.sent_at.map_or_else(|| Value::from(""), |at| Value::at(at, zone)),
        Value::from(held.status.label(lang)),
    ]
}

fn on_the_way(ctx: &Ctx, list: &str, person: &OnTheWay) -> Vec<Value> {
    let (lang, who) = (ctx.lang, person.shown(ctx));
    let package = match person.package {
        Some(status) => status.label(lang),
        None => lang.t("packages-not-prepared"),
    };
    vec![
        Value::from(lang.t(list)),
        Value::from(who.name()),
        Value::from(who.number()),
        Value::from(person.place.clone()),
        Value::day(person.planned_on),
        Value::from(package),
    ]
}
