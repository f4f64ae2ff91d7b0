//! The access log as a file, people in custody under the same pseudonyms as on the page.

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::Query;
use axum::response::Response;

use super::pages::{asked, wanted};
use super::store::{self, EntryRow, Wanted};
use crate::access::{Denied, Permission, Pseudonyms, Readers, Role, Subject};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::export::{self, Format, Value};
use crate::kit::page::PAGE_SIZE;
use crate::web::Ctx;

pub async fn file(ctx: Ctx, format: Format, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let mut fields = asked(&ctx, pairs);
    let names = Arc::new(Pseudonyms::new(&ctx.app.key, Readers::Auditors));
    let mut tx = ctx.system(Permission::AccessLogRead, Subject::System, "export").await?;
    let wanted = wanted(&ctx, &mut tx, &names, &mut fields).await?.ok_or(AppError::BadRequest)?;
    let headers = [
        "export-at",
        "export-user",
        "export-role",
        "export-facility",
        "export-permission",
        "export-outcome",
        "export-person",
        "export-seal",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    // Each page begins after the last row of the one before.
    let after = Arc::new(Mutex::new(wanted.after));
    Ok(export::stream(format, "access-log", headers, tx, move |tx, _| {
        let (after, names, wanted) = (Arc::clone(&after), Arc::clone(&names), wanted.clone());
        Box::pin(async move {
            let from = *after.lock().unwrap_or_else(PoisonError::into_inner);
            let rows = store::entries(tx, &Wanted { after: from, ..wanted }, PAGE_SIZE).await?;
            if let Some(last) = rows.last() {
                *after.lock().unwrap_or_else(PoisonError::into_inner) = Some((last.at, last.id));
            }
            Ok(export::Page::of(&rows, |row| line(lang, zone, &names, row)))
        })
    }))
}

fn line(lang: Lang, zone: chrono_tz::Tz, names: &Pseudonyms, row: &EntryRow) -> Vec<Value> {
    let role = Role::from_code(&row.role).map(|role| role.label(lang).into_owned()).unwrap_or_default();
    let permission = Permission::from_code(&row.permission).map(|held| held.label(lang).into_owned());
    let outcome = match Denied::from_code(&row.reason) {
        Some(denied) => format!("{}: {}", row.outcome.label(lang), denied.label(lang)),
        None => row.outcome.label(lang).into_owned(),
    };
    vec![
        Value::at(row.at, zone),
        Value::from(&row.user_name),
        Value::from(role),
        Value::from(row.facility.as_deref().unwrap_or_default()),
        Value::from(permission.unwrap_or_else(|| row.permission.clone())),
        Value::from(outcome),
        Value::from(row.person_id.map(|person| names.of(person)).unwrap_or_default()),
        row.seal.map_or_else(|| Value::from(""), Value::number),
    ]
}
