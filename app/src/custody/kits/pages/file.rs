//! The kits as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::KitLine;
use super::super::store;
use super::super::words::{clearance_words, kit_title};
use super::list::StatusQuery;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format, Query(asked): Query<StatusQuery>) -> Result<Response> {
    let (facility, lang) = (ctx.place()?.id, ctx.lang);
    let tx = ctx.custody(Permission::KitRead, Subject::Facility(facility), "export").await?;
    let headers = ["kits-kit", "kits-room", "kits-tools", "kits-most", "kits-staff", "kits-officers", "kits-state"];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    Ok(export::stream(format, "kits", headers, tx, move |tx, offset| {
        let status = asked.code().to_owned();
        Box::pin(async move {
            let kits = store::list(tx, facility, &status, offset).await?;
            Ok(export::Page::of(&kits, |kit| line(lang, kit)))
        })
    }))
}

fn line(lang: Lang, kit: &KitLine) -> Vec<Value> {
    vec![
        Value::from(kit_title(lang, kit.neutral, kit.number)),
        Value::from(kit.room_kind.label(lang)),
        Value::number(kit.tools),
        Value::number(kit.max_participants),
        Value::number(kit.min_staff),
        Value::from(kit.officer_presence.label(lang)),
        Value::from(clearance_words(lang, kit.clearance).1),
    ]
}
