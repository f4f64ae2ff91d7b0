//! `/access-log`: the filters and one page of rows.

use axum::extract::Query;
use axum::response::Response;
use chrono::{DateTime, Days, TimeDelta, Utc};
use leptos::prelude::*;
use uuid::Uuid;

use super::parts;
use super::store::{self, EntryRow, Wanted};
use crate::access::pseudonym::tidy;
use crate::access::{Permission, Pseudonyms, Readers, Subject};
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::db::SystemTx;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::page::PAGE_SIZE;
use crate::kit::ui::{error_summary, export_links, link_button_quiet, print_head};
use crate::oversight::hours::weeks::midnight;
use crate::routes;
use crate::web::Ctx;

/// How far back the list goes when no date is given: an auditor's month.
const DAYS: TimeDelta = TimeDelta::days(30);

pub async fn page(ctx: Ctx, Query(pairs): Query<Vec<(String, String)>>) -> Result<Response> {
    let lang = ctx.lang;
    let mut fields = asked(&ctx, pairs);
    let names = Pseudonyms::new(&ctx.app.key, Readers::Auditors);
    let mut tx = ctx.system(Permission::AccessLogRead, Subject::System, "access_log").await?;
    let wanted = wanted(&ctx, &mut tx, &names, &mut fields).await?;
    let mut rows = match wanted {
        Some(wanted) => store::entries(&mut tx, &wanted, PAGE_SIZE + 1).await?,
        None => Vec::new(),
    };
    drop(tx);
    let more = rows.len() > usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(cursor);
    let title = lang.t("oversight-access-log");
    let body = || {
        let (by, at) = (ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()));
        view! {
            {print_head(lang, "Ergon", title.clone(), by, at)}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("oversight-access-log-lead")}</p>
            {error_summary(&fields, lang)}
            {parts::filters(lang, &fields)}
            {parts::table_of(lang, ctx.zone(), &names, &fields, &rows)}
            {parts::pages(lang, &fields, next)}
            <p class="actions no-print">{link_button_quiet(routes::UNUSUAL, lang.t("unusual-title"))}</p>
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

/// What stands in the address, with the dates filled in where they are not given, so that the form shows what is listed.
pub(super) fn asked(ctx: &Ctx, pairs: Vec<(String, String)>) -> Fields {
    let mut fields = Fields::new();
    for (name, value) in pairs {
        fields.set(name, value);
    }
    if fields.get("to").is_empty() {
        fields.set("to", ctx.today().to_string());
    }
    if fields.get("from").is_empty() {
        fields.set("from", (ctx.today() - DAYS).to_string());
    }
    fields
}

/// The question to the database; `None` when something asked for does not exist, with the error at its field.
pub(super) async fn wanted(
    ctx: &Ctx,
    tx: &mut SystemTx,
    names: &Pseudonyms,
    fields: &mut Fields,
) -> Result<Option<Wanted>> {
    let (from, to) = (fields.date("from").unwrap_or_default(), fields.date("to").unwrap_or_default());
    let username = fields.get("user").to_owned();
    let user = if username.is_empty() { None } else { store::user(tx, &username).await? };
    if user.is_none() && !username.is_empty() {
        fields.error("user", Msg::new("oversight-no-such-user"));
    }
    let person = person(tx, names, fields).await?;
    if fields.is_refused() {
        return Ok(None);
    }
    let zone = ctx.zone();
    Ok(Some(Wanted {
        user,
        person,
        role: fields.get("role").to_owned(),
        permission: fields.get("permission").to_owned(),
        outcome: fields.get("outcome").to_owned(),
        from: midnight(from, zone),
        to: midnight(to.checked_add_days(Days::new(1)).unwrap_or(to), zone),
        after: parse_cursor(fields.get("after")),
    }))
}

async fn person(tx: &mut SystemTx, names: &Pseudonyms, fields: &mut Fields) -> Result<Option<PersonId>> {
    let typed = tidy(fields.get("person"));
    if typed.is_empty() {
        return Ok(None);
    }
    let found = store::people(tx).await?.into_iter().find(|person| names.of(person.0) == typed);
    if found.is_none() {
        fields.error("person", Msg::new("oversight-no-such-pseudonym"));
    }
    Ok(found)
}

/// Where a page ends, as the address of the next has it.
fn cursor(row: &EntryRow) -> String {
    format!("{}.{}", row.at.timestamp_micros(), row.id.simple())
}

fn parse_cursor(text: &str) -> Option<(DateTime<Utc>, Uuid)> {
    let (at, id) = text.split_once('.')?;
    Some((DateTime::from_timestamp_micros(at.parse().ok()?)?, id.parse().ok()?))
}
