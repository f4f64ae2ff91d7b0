//! Pairs and alerts as a file. An officer's holds what stands on his page: the own wings, today, and no reason.

use axum::extract::Query;
use axum::response::Response;

use super::super::model::{Alert, Named, Pair, Term};
use super::super::store;
use super::list::{Filter, own};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::web::Ctx;

const NAME: &str = "cautions";

pub async fn list(ctx: Ctx, format: Format, Query(filter): Query<Filter>) -> Result<Response> {
    let lang = ctx.lang;
    if !ctx.may(Permission::CautionManage) {
        let (pairs, alerts) = own(&ctx).await?;
        let rows = lines(lang, &pairs, &alerts, false);
        return Ok(export::whole(format, NAME, &headers(lang, false), &rows));
    }
    let facility = ctx.place()?.id;
    let (which, show) = filter.which();
    let asked = (which, ctx.today());
    let tx = ctx.custody(Permission::CautionManage, Subject::Facility(facility), "export").await?;
    Ok(export::stream(format, NAME, headers(lang, true), tx, move |tx, offset| {
        Box::pin(async move {
            let pairs = if show == "alerts" { Vec::new() } else { store::pairs(tx, facility, asked, offset).await? };
            let alerts = if show.is_empty() { Vec::new() } else { store::alerts(tx, facility, asked, offset).await? };
            let full = super::list::is_full(&pairs, &alerts);
            Ok(export::Page { rows: lines(lang, &pairs, &alerts, true), full })
        })
    }))
}

fn headers(lang: Lang, managed: bool) -> Vec<String> {
    let mut headers = export::headers(
        lang,
        ["custody-name", "custody-number", "custody-cell", "cautions-alert", "cautions-starts", "cautions-ends"],
    );
    if managed {
        headers.extend(export::headers(lang, ["cautions-review", "cautions-reason"]));
    }
    headers
}

fn lines(lang: Lang, pairs: &[Pair], alerts: &[Alert], managed: bool) -> Vec<Vec<Value>> {
    let pairs = pairs.iter().map(|pair| {
        let other = pair.other();
        let what = format!("{}: {} · {}", lang.t("cautions-pair"), other.name(), other.place());
        line(&pair.person, what, &pair.term, managed)
    });
    let alerts =
        alerts.iter().map(|alert| line(&alert.person, alert.kind.label(lang).into_owned(), &alert.term, managed));
    pairs.chain(alerts).collect()
}

fn line(person: &Named, what: String, term: &Term, managed: bool) -> Vec<Value> {
    let mut cells = vec![
        Value::from(person.name()),
        Value::from(&person.prison_number),
        Value::from(crate::custody::people::housing(person.wing.as_deref(), &person.cell)),
        Value::from(what),
        Value::day(Some(term.starts_on)),
        Value::day(term.ends_on),
    ];
    if managed {
        cells.extend([Value::day(term.review_on), Value::from(&term.reason)]);
    }
    cells
}
