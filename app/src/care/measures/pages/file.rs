//! The measures that one patient took, as a file.

use axum::extract::Path;
use axum::response::Response;

use super::super::account::score_words;
use super::super::library::Catalogue;
use super::super::model::{Taken, number};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn results(ctx: Ctx, format: Format, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::MeasureRead, Subject::Person(id), "export").await?;
    let catalogue = store::catalogue(&mut tx).await?;
    let taken = store::results(&mut tx, id).await?;
    drop(tx);
    let headers = export::headers(
        ctx.lang,
        [
            "measures-taken-on",
            "measures-part-measure",
            "measures-part-score",
            "export-second-score",
            "export-meaning",
            "export-by",
            "measures-part-comment",
        ],
    );
    let rows: Vec<Vec<Value>> = taken.iter().map(|held| line(ctx.lang, &catalogue, held)).collect();
    Ok(export::whole(format, "measures", &headers, &rows))
}

fn line(lang: Lang, catalogue: &Catalogue, held: &Taken) -> Vec<Value> {
    let definition = catalogue.find(&held.measure_code);
    let places = definition.map_or(0, |definition| definition.places);
    vec![
        Value::day(Some(held.taken_on)),
        Value::from(
            definition.map_or_else(|| held.measure_code.clone(), |definition| definition.title(lang).to_owned()),
        ),
        Value::from(lang.decimal(number(held.score_milli), places)),
        Value::from(held.second_score_milli.map(|milli| lang.decimal(number(milli), places))),
        Value::from(definition.map(|definition| score_words(lang, definition, held.score_milli))),
        Value::from(&held.taken_by),
        Value::from(&held.comment),
    ]
}
