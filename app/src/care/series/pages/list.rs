//! `/series`: the series of the facility that go on.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Listed};
use crate::error::Result;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, export_links, link_button, pager, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(list): Query<ListQuery>) -> Result<Response> {
    let (total, listed) = api::list(&ctx, list.offset()).await?;
    let lang = ctx.lang;
    let title = lang.t("series-title");
    let place_name = ctx.place()?.name.clone();
    Ok(ctx.page(title.clone(), || {
        let headers = ["sessions-session", "series-when", "slot-room", "series-span", "sessions-lead"]
            .map(|key| Header::new(lang.t(key)))
            .to_vec();
        let rows = listed.iter().map(|line| row(&ctx, line)).collect();
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <p class="no-print"><a href=routes::SCHEDULE>{lang.t("series-to-schedule")}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("series-lead")}</p>
            <p class="actions no-print">{link_button(routes::SESSION_NEW, lang.t("sessions-request"))}</p>
            {table_under_heading(title.clone(), headers, rows, lang.t("series-none"))}
            {pager(lang, &list, total, routes::SERIES)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn row(ctx: &Ctx, line: &Listed) -> AnyView {
    let (lang, series) = (ctx.lang, &line.series);
    let title = line.title.as_ref().map(|title| title.say(lang).to_owned()).unwrap_or_default();
    view! {
        <tr>
            <td><a href=routes::series(series.id)>{title}</a></td>
            <td>{series.words(lang)}</td>
            <td>{series.room.clone()}</td>
            <td>{series.span(lang)}</td>
            <td>{series.practitioner.clone()}</td>
        </tr>
    }
    .into_any()
}
