//! `/access-log/unusual`: one day at a time.

use axum::extract::Query;
use axum::response::Response;
use chrono::Days;
use leptos::prelude::*;

use super::rules::{self, FIRST_HOUR, Finding, LAST_HOUR, MANY, WITHIN};
use super::store;
use crate::access::{Permission, Pseudonyms, Readers, Subject};
use crate::error::Result;
use crate::kit::form::{Fields, parse_date};
use crate::kit::ui::{Field, Header, button, get_form, link_button_quiet, print_head, table_under_heading};
use crate::oversight::hours::weeks::midnight;
use crate::routes;
use crate::web::Ctx;

/// So many pseudonyms are named; the log shows the rest.
const NAMED: usize = 6;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    day: String,
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let day = parse_date(&asked.day).unwrap_or_else(|| ctx.today());
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let names = Pseudonyms::new(&ctx.app.key, Readers::Auditors);
    let mut tx = ctx.system(Permission::AccessLogRead, Subject::System, "unusual").await?;
    let looks = store::looks(&mut tx, midnight(day, zone), midnight(next, zone)).await?;
    drop(tx);
    let found = rules::findings(&looks, zone);
    let title = lang.t("unusual-title");
    Ok(ctx.page(title.clone(), || {
        let fields = Fields::new().with("day", day.to_string());
        let choose = view! {
            {Field::new(&fields, lang, "day", lang.t("unusual-day")).date()}
            <div class="actions">{button(lang.t("oversight-show"))}{link_button_quiet(routes::ACCESS_LOG, lang.t("oversight-access-log"))}</div>
        };
        let headers = ["unusual-rule", "oversight-user", "unusual-when", "unusual-looks", "oversight-person"];
        let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
        let rows = found.iter().map(|finding| row(&ctx, &names, finding, &day.to_string())).collect();
        let limits = lang.t_with(
            "unusual-limits",
            &[
                ("many", MANY.into()),
                ("minutes", WITHIN.num_minutes().into()),
                ("first", FIRST_HOUR.into()),
                ("last", LAST_HOUR.into()),
            ],
        );
        view! {
            {print_head(lang, "Ergon", title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("unusual-lead")}</p>
            <p class="sub">{limits}</p>
            {get_form(routes::UNUSUAL, choose.into_any())}
            {table_under_heading(title.clone(), headers, rows, lang.t("unusual-none"))}
        }
        .into_any()
    }))
}

fn row(ctx: &Ctx, names: &Pseudonyms, finding: &Finding, day: &str) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let href = routes::access_log_of(&finding.user_name, day);
    let when = if finding.first == finding.last {
        lang.time(finding.first, zone)
    } else {
        format!("{} – {}", lang.time(finding.first, zone), lang.time(finding.last, zone))
    };
    let mut people: Vec<String> = finding.people.iter().take(NAMED).map(|person| names.of(*person)).collect();
    if let Some(more) = finding.people.len().checked_sub(NAMED).filter(|more| *more > 0) {
        people.push(lang.t_with("unusual-more", &[("n", more.into())]));
    }
    view! {
        <tr>
            <td>{finding.rule.label(lang)}</td>
            <td><a href=href>{finding.user_name.clone()}</a></td>
            <td>{when}</td>
            <td class="n">{finding.looks}</td>
            <td>{people.join(", ")}</td>
        </tr>
    }
    .into_any()
}
