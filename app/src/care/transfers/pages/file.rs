//! Packages that wait, people without one and patients on their way out, as one file.

use axum::response::Response;

use super::super::model::{OnTheWay, Package};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::Cut;
use crate::web::Ctx;

pub async fn inbox(ctx: Ctx, format: Format) -> Result<Response> {
    let (facility, lang, zone) = (ctx.place()?.id, ctx.lang, ctx.zone());
    let tx = ctx.care(Permission::TransferRead, Subject::Facility(facility), "export").await?;
    let headers = export::headers(
        lang,
        ["export-list", "patients-name", "patients-number", "export-other-place", "export-at", "packages-state"],
    );
    Ok(export::stream(format, "transfers", headers, tx, move |tx, offset| {
        Box::pin(async move {
            let packages = store::sent_to(tx, facility, offset).await?;
            let without = store::without_package(tx, facility, Cut::of_file(offset)).await?;
            let leaving = store::leaving(tx, facility, Cut::of_file(offset)).await?;
            Ok(export::Page::of(&packages, |held| package(lang, zone, held))
                .and(export::Page::of(&without, |person| on_the_way(lang, "packages-without", person)))
                .and(export::Page::of(&leaving, |person| on_the_way(lang, "packages-leaving", person))))
        })
    }))
}

fn package(lang: Lang, zone: chrono_tz::Tz, held: &Package) -> Vec<Value> {
    vec![
        Value::from(lang.t("packages-waiting")),
        Value::from(held.name()),
        Value::from(&held.prison_number),
        Value::from(&held.from_name),
        held.sent_at.map_or_else(|| Value::from(""), |at| Value::at(at, zone)),
        Value::from(held.status.label(lang)),
    ]
}

fn on_the_way(lang: Lang, list: &str, person: &OnTheWay) -> Vec<Value> {
    let package = match person.package {
        Some(status) => status.label(lang),
        None => lang.t("packages-not-prepared"),
    };
    vec![
        Value::from(lang.t(list)),
        Value::from(person.name()),
        Value::from(&person.prison_number),
        Value::from(person.place.clone()),
        Value::day(person.planned_on),
        Value::from(package),
    ]
}
