//! `/board/series`: what recurs in which room and when. A room that is planned for other things is planned around these.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::Series;
use super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, export_links, pager, print_head, table_under_heading};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(list): Query<ListQuery>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::BoardRead, Subject::Facility(place.id), "series").await?;
    let total = store::count(&mut tx, place.id).await?;
    let series = store::running(&mut tx, place.id, list.offset()).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("series-title");
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        let headers = ["slot-room", "series-when", "series-span", "slot-practitioner", "series-people"]
            .map(|key| Header::new(lang.t(key)))
            .to_vec();
        let rows = series.iter().map(|series| row(lang, series)).collect();
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <p class="no-print"><a href=routes::BOARD>{lang.t("slot-to-board")}</a></p>
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("series-custody-lead")}</p>
            {table_under_heading(title.clone(), headers, rows, lang.t("series-none"))}
            {pager(lang, &list, total, routes::SERIES_BOARD)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn row(lang: Lang, series: &Series) -> AnyView {
    view! {
        <tr>
            <td>{series.room.clone()}</td>
            <td>{series.words(lang)}</td>
            <td>{series.span(lang)}</td>
            <td>{series.practitioner.clone()}</td>
            <td class="num">{series.people_expected}</td>
        </tr>
    }
    .into_any()
}
