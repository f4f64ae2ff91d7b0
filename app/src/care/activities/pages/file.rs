//! The library as a file.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::{Listed, Search};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::custody::kits::ToolClass;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::ListQuery;
use crate::web::Ctx;

pub async fn list(
    ctx: Ctx,
    format: Format,
    Query(query): Query<ListQuery>,
    Query(search): Query<Search>,
) -> Result<Response> {
    let lang = ctx.lang;
    let facility = ctx.actor.place().map(|place| place.id);
    let tx = ctx.care(Permission::ActivityRead, Subject::System, "export").await?;
    let headers = [
        "sessions-activity",
        "sessions-activity-kind",
        "sessions-activity-area",
        "library-classes",
        "library-level",
        "kits-in-cell",
        "library-here",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let search = search.known();
    Ok(export::stream(format, "activities", headers, tx, move |tx, offset| {
        let (words, search) = (query.search(), search.clone());
        Box::pin(async move {
            let (_, found) = store::search(tx, facility, &words, &search, offset).await?;
            Ok(export::Page::of(&found, |line| cells(lang, line)))
        })
    }))
}

fn cells(lang: Lang, line: &Listed) -> Vec<Value> {
    let classes = line.tool_classes.split([',', ' ']).filter_map(ToolClass::from_code).map(|class| class.label(lang));
    vec![
        Value::from(line.title.say(lang)),
        Value::from(line.kind.label(lang)),
        Value::from(line.area.label(lang)),
        Value::from(classes.collect::<Vec<_>>().join(", ")),
        Value::from(format!("{}–{}", line.level_from, line.level_to)),
        Value::from(lang.t(if line.in_cell { "kits-yes" } else { "kits-no" })),
        Value::from(line.clearance.map(|clearance| clearance.label(lang)).unwrap_or_default()),
    ]
}
