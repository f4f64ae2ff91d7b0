//! Every decision that one patient made, as a file.

use axum::extract::Path;
use axum::response::Response;

use super::super::model::Consent;
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::ids::PersonId;
use crate::web::Ctx;

pub async fn history(ctx: Ctx, format: Format, Path(id): Path<PersonId>) -> Result<Response> {
    let mut tx = ctx.care(Permission::ConsentRead, Subject::Person(id), "export").await?;
    let consents = store::of_patient(&mut tx, id).await?;
    drop(tx);
    let headers = export::headers(
        ctx.lang,
        [
            "consents-given-on",
            "consents-scope",
            "consents-decision",
            "consents-until",
            "consents-withdrawn-day",
            "consents-how",
            "consents-language",
            "consents-interpreter",
            "consents-comment",
            "consents-recorded-by",
        ],
    );
    let rows: Vec<Vec<Value>> = consents.iter().map(|consent| line(ctx.lang, consent)).collect();
    Ok(export::whole(format, "consents", &headers, &rows))
}

fn line(lang: Lang, consent: &Consent) -> Vec<Value> {
    let record = consent.record;
    vec![
        Value::day(Some(record.given_on)),
        Value::from(record.scope.label(lang)),
        Value::from(record.decision.label(lang)),
        Value::day(record.ends_on),
        Value::day(record.withdrawn_on),
        Value::from(consent.method.label(lang)),
        Value::from(consent.language_word(lang)),
        Value::from(&consent.interpreter),
        Value::from(&consent.comment),
        Value::from(&consent.recorded_by),
    ]
}
