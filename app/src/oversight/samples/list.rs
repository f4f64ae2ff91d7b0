//! `/samples`: what was drawn in the facility, and for the review the form to draw.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Sample, Status};
use super::{draw, store};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, Tone, error_summary, export_links, pager, print_head, table_under_heading, tag};
use crate::oversight::hours::period::name;
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(list): Query<ListQuery>) -> Result<Response> {
    show(&ctx, &list, Fields::new()).await
}

pub(super) async fn show(ctx: &Ctx, list: &ListQuery, fields: Fields) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let mut tx = ctx.care(Permission::SampleRead, Subject::Facility(place.id), "sample").await?;
    let total = store::count(&mut tx, place.id).await?;
    let samples = store::list(&mut tx, place.id, list.offset()).await?;
    drop(tx);
    let title = lang.t("samples-title");
    let body = || {
        let form = ctx.may(Permission::SampleWork).then(|| draw::form(ctx, &fields));
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("samples-lead")}</p>
            {error_summary(&fields, lang)}
            {table_of(ctx, &samples)}
            {pager(lang, list, total, routes::SAMPLES)}
            {export_links(lang, routes::SAMPLES)}
            {form}
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

#[must_use]
pub fn status_tag(lang: Lang, status: Status) -> AnyView {
    let tone = match status {
        Status::Open => Tone::Calm,
        Status::Closed => Tone::Ok,
        Status::GivenUp => Tone::Plain,
    };
    tag(tone, status.label(lang))
}

fn table_of(ctx: &Ctx, samples: &[Sample]) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("samples-period")),
        Header::new(lang.t("samples-seed")),
        Header::new(lang.t("samples-drawn")).numeric(),
        Header::new(lang.t("samples-of")).numeric(),
        Header::new(lang.t("samples-done")).numeric(),
        Header::new(lang.t("samples-by")),
        Header::new(lang.t("voice-state")),
    ];
    let rows = samples
        .iter()
        .map(|sample| {
            view! {
                <tr>
                    <th scope="row"><a href=routes::sample(sample.id)>{name(lang, &sample.period)}</a></th>
                    <td>{sample.seed.clone()}</td>
                    <td class="n">{sample.drawn}</td>
                    <td class="n">{sample.charts}</td>
                    <td class="n">{sample.done}</td>
                    <td>{sample.drawn_by.clone()}<div class="sub">{lang.date_time(sample.drawn_at, ctx.zone())}</div></td>
                    <td>{status_tag(lang, sample.status)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let none = if ctx.may(Permission::SampleWork) { "samples-none-draw" } else { "samples-none" };
    table_under_heading(lang.t("samples-title"), headers, rows, lang.t(none))
}
