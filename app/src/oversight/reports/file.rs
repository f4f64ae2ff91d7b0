//! The reports that were given out, as a file.

use axum::response::Response;

use super::store::{self, ReportLine};
use crate::access::roles::Side;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::kit::export::{self, Format, Value};
use crate::oversight::hours::period::name;
use crate::web::Ctx;

pub async fn list(ctx: Ctx, format: Format) -> Result<Response> {
    let headers = export::headers(
        ctx.lang,
        [
            "reports-number",
            "export-version",
            "reports-kind",
            "reports-place",
            "reports-period",
            "reports-made-by",
            "reports-made-at",
        ],
    );
    let file = "reports";
    Ok(if ctx.actor.side == Side::System {
        let tx = ctx.system(Permission::ReportRead, Subject::System, "export").await?;
        export::stream(format, file, headers, tx, move |tx, offset| {
            let ctx = ctx.clone();
            Box::pin(async move { Ok(page(&ctx, &store::list(tx, offset).await?)) })
        })
    } else {
        let tx = ctx.care(Permission::ReportRead, Subject::System, "export").await?;
        export::stream(format, file, headers, tx, move |tx, offset| {
            let ctx = ctx.clone();
            Box::pin(async move { Ok(page(&ctx, &store::list(tx, offset).await?)) })
        })
    })
}

fn page(ctx: &Ctx, lines: &[ReportLine]) -> export::Page {
    let lang = ctx.lang;
    export::Page::of(lines, |line| {
        let place = line.facility.clone().unwrap_or_else(|| lang.t("hours-whose-department").into_owned());
        vec![
            Value::number(line.number),
            Value::number(line.version_no),
            Value::from(line.kind.label(lang)),
            Value::from(place),
            Value::from(name(lang, &line.period)),
            Value::from(&line.made_by_name),
            Value::at(line.made_at, ctx.zone()),
        ]
    })
}
