//! `/changes`: what custody has to take note of, each line until somebody says so; health's own note stands beside it.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::ChangeLine;
use super::{store, words};
use crate::access::{Permission, Subject};
use crate::custody::people::list_name;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::ChangeId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Header, button, export_links, hidden, pager, post_form_inline, print_head, table_under_heading, tabs,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Filter {
    show: String,
}

impl Filter {
    pub(super) fn is_all(&self) -> bool {
        self.show == "all"
    }
}

/// The pages that belong together: what has changed, who will be away, and the files that say so.
#[must_use]
pub fn ways(lang: Lang, here: &str) -> AnyView {
    let links = [
        (routes::CHANGES, "changes-open"),
        (routes::CHANGES_ALL, "changes-all"),
        (routes::OUTINGS, "outings-title"),
        (routes::PRISON_IMPORT, "changes-import"),
    ];
    let links = links.map(|(to, key)| (to.to_owned(), lang.t(key).into_owned())).to_vec();
    tabs(lang.t("changes-title"), links, here)
}

pub async fn page(ctx: Ctx, Query(filter): Query<Filter>, Query(query): Query<ListQuery>) -> Result<Response> {
    let place = ctx.place()?;
    let all = filter.is_all();
    let mut tx = ctx.custody(Permission::PrisonChange, Subject::Facility(place.id), "changes").await?;
    let (total, waiting) = store::count(&mut tx, place.id).await?;
    let lines = store::list(&mut tx, place.id, all, query.offset()).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("changes-title");
    let here = if all { routes::CHANGES_ALL } else { routes::CHANGES };
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t_with("changes-waiting", &[("n", waiting.into())])}</p>
            {ways(lang, here)}
            {list(&ctx, &lines)}
            {pager(lang, &query, if all { total } else { waiting }, here)}
            {export_links(lang, &ctx.uri)}
            {(!all).then(|| acknowledge_all(lang, &lines))}
        }
        .into_any()
    }))
}

fn list(ctx: &Ctx, lines: &[ChangeLine]) -> AnyView {
    let lang = ctx.lang;
    let headers = ["changes-when", "changes-who", "changes-what", "changes-by-custody", "changes-by-health"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = lines.iter().map(|line| row(ctx, line)).collect();
    table_under_heading(lang.t("changes-title"), headers, rows, lang.t("changes-none"))
}

fn row(ctx: &Ctx, line: &ChangeLine) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let when = lang.date_time(line.happened_at, zone);
    let seen = match line.custody_seen_at {
        Some(at) => words::seen(lang, zone, line.custody_seen_by.as_deref(), Some(at)),
        None => {
            let about = format!("{} {}", line.kind.label(lang), who(lang, line));
            let press = view! { {hidden("change", line.id.to_string())}{Button::new(lang.t("changes-acknowledge")).about(about).quiet().submit()} };
            let open = words::seen(lang, zone, None, None);
            view! { {open}<div class="no-print">{post_form_inline(routes::CHANGES, press.into_any())}</div> }.into_any()
        }
    };
    let about = words::about(lang, zone, line);
    let about = match line.slot_id {
        Some(slot) => view! { <a href=routes::slot(slot)>{about}</a> }.into_any(),
        None => about.into_any(),
    };
    view! {
        <tr>
            <td>{when}</td>
            <td>{who(lang, line)}</td>
            <td>{words::kind(lang, line)}" "{words::detail(lang, zone, line)}<span class="sub">{about}</span></td>
            <td>{seen}</td>
            <td>{words::seen(lang, zone, line.care_seen_by.as_deref(), line.care_seen_at)}</td>
        </tr>
    }
    .into_any()
}

/// Name and number; of a change that is about nobody, that it is about the house.
pub(super) fn who(lang: Lang, line: &ChangeLine) -> String {
    match (&line.family_name, &line.given_name, &line.prison_number) {
        (Some(family), Some(given), Some(number)) => format!("{} · {number}", list_name(family, given)),
        _ => lang.t("changes-house").into_owned(),
    }
}

/// One button for all that stands on this page.
fn acknowledge_all(lang: Lang, lines: &[ChangeLine]) -> AnyView {
    if lines.len() < 2 {
        return ().into_any();
    }
    let ids = lines.iter().map(|line| hidden("change", line.id.to_string())).collect_view();
    let body = view! { {ids}<div class="actions">{button(lang.t_with("changes-acknowledge-all", &[("n", lines.len().into())]))}</div> };
    view! { <div class="no-print">{post_form_inline(routes::CHANGES, body.into_any())}</div> }.into_any()
}

/// Pressed twice, or by two people, it is the first press that counts.
pub async fn acknowledge(ctx: Ctx, fields: Fields) -> Result<Response> {
    let place = ctx.place()?.id;
    let ids: Vec<ChangeId> = fields.all("change").filter_map(|id| id.parse().ok()).collect();
    let mut tx = ctx.custody_write(Permission::PrisonChange, Subject::Facility(place), "changes").await?;
    store::acknowledge(&mut tx, place, &ids, (ctx.actor.id, ctx.now())).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::CHANGES, "flash-changes-seen"))
}
