//! `/schedule/changes`: what is no longer as it was booked, until somebody of the unit says that it was seen.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::store;
use crate::access::{Permission, Subject};
use crate::care::patients::person_name;
use crate::custody::changes::{ChangeLine, words};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::ChangeId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Header, button, export_links, hidden, pager, post_form_inline, table_under_heading, tabs,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    show: String,
}

impl Filter {
    pub(super) fn is_past(&self) -> bool {
        self.show == "seen"
    }
}

pub async fn page(ctx: Ctx, Query(filter): Query<Filter>, Query(query): Query<ListQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let past = filter.is_past();
    let mut tx = ctx.care(Permission::HealthChange, Subject::Facility(facility), "changes").await?;
    let waiting = store::waiting(&mut tx, facility).await?;
    let (lines, total) = if past {
        (store::seen(&mut tx, facility, query.offset()).await?, store::seen_size(&mut tx, facility).await?)
    } else {
        (store::open(&mut tx, facility, query.offset()).await?, waiting)
    };
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("changes-title");
    let here = if past { routes::CARE_CHANGES_SEEN } else { routes::CARE_CHANGES };
    Ok(ctx.page(title.clone(), || {
        let links = [(routes::CARE_CHANGES, "changes-open"), (routes::CARE_CHANGES_SEEN, "changes-were-seen")]
            .map(|(to, key)| (to.to_owned(), lang.t(key).into_owned()))
            .to_vec();
        view! {
            <p class="no-print"><a href=routes::SCHEDULE>{lang.t("sessions-nav-schedule")}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t_with("changes-waiting", &[("n", waiting.into())])}</p>
            {tabs(title.clone(), links, here)}
            {list(&ctx, &lines)}
            {pager(lang, &query, total, here)}
            {export_links(lang, &ctx.uri)}
            {(!past).then(|| acknowledge_all(lang, &lines))}
        }
        .into_any()
    }))
}

fn list(ctx: &Ctx, lines: &[ChangeLine]) -> AnyView {
    let lang = ctx.lang;
    let headers = ["changes-when", "changes-who", "changes-what", "changes-by-health"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = lines.iter().map(|line| row(ctx, line)).collect();
    table_under_heading(lang.t("changes-title"), headers, rows, lang.t("changes-none"))
}

fn row(ctx: &Ctx, line: &ChangeLine) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let name = who(lang, line);
    let who = match line.person_id {
        Some(person) => {
            let number = line.prison_number.clone();
            view! { <a href=routes::patient(person)>{name.clone()}</a><span class="sub">{number}</span> }.into_any()
        }
        None => name.clone().into_any(),
    };
    let about = words::about(lang, zone, line);
    let about = match line.slot_id {
        Some(slot) => view! { <a href=routes::session(slot)>{about}</a> }.into_any(),
        None => about.into_any(),
    };
    let seen = match line.care_seen_at {
        Some(at) => words::seen(lang, zone, line.care_seen_by.as_deref(), Some(at)),
        None => {
            let what = format!("{} {name}", line.kind.label(lang));
            let press = view! { {hidden("change", line.id.to_string())}{Button::new(lang.t("changes-acknowledge")).about(what).quiet().submit()} };
            post_form_inline(routes::CARE_CHANGES, press.into_any())
        }
    };
    view! {
        <tr>
            <td>{lang.date_time(line.happened_at, zone)}</td>
            <td>{who}</td>
            <td>{words::kind(lang, line)}" "{words::detail(lang, zone, line)}<span class="sub">{about}</span></td>
            <td>{seen}</td>
        </tr>
    }
    .into_any()
}

/// The person; of a change that is about nobody, that it is about the house.
pub(super) fn who(lang: Lang, line: &ChangeLine) -> String {
    match (&line.family_name, &line.given_name) {
        (Some(family), Some(given)) => person_name(family, given),
        _ => lang.t("changes-house").into_owned(),
    }
}

fn acknowledge_all(lang: Lang, lines: &[ChangeLine]) -> AnyView {
    if lines.len() < 2 {
        return ().into_any();
    }
    let ids = lines.iter().map(|line| hidden("change", line.id.to_string())).collect_view();
    let body = view! { {ids}<div class="actions">{button(lang.t_with("changes-acknowledge-all", &[("n", lines.len().into())]))}</div> };
    post_form_inline(routes::CARE_CHANGES, body.into_any())
}

pub async fn acknowledge(ctx: Ctx, fields: Fields) -> Result<Response> {
    let facility = ctx.place()?.id;
    let ids: Vec<ChangeId> = fields.all("change").filter_map(|id| id.parse().ok()).collect();
    let mut tx = ctx.care_write(Permission::HealthChange, Subject::Facility(facility), "changes").await?;
    store::acknowledge(&mut tx, facility, &ids, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::CARE_CHANGES, "flash-changes-seen"))
}

/// What waits to be seen, as an item of 'Today'; nothing when nothing does.
#[must_use]
pub fn to_do(lang: Lang, waiting: i64) -> Option<AnyView> {
    (waiting > 0).then(|| {
        let words = lang.t_with("changes-waiting", &[("n", waiting.into())]);
        let open = Button::new(lang.t("changes-look")).quiet().link(routes::CARE_CHANGES);
        view! { <li><span>{words}</span>{open}</li> }.into_any()
    })
}
