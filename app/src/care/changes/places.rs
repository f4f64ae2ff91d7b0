//! `/schedule/places`: by what health books. The regime of the week, what is or will be closed, and the rooms.

use axum::response::Response;
use leptos::prelude::*;

use crate::access::{Permission, Subject};
use crate::custody::places::model::Closure;
use crate::custody::places::pages::rooms;
use crate::custody::places::{store, view};
use crate::error::Result;
use crate::kit::page::Cut;
use crate::kit::ui::{Header, export_links, print_head, section, table_under_heading};
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.care(Permission::PlaceRead, Subject::Facility(place.id), "places").await?;
    let week = store::week(&mut tx, place.id).await?;
    let closures = store::closures_from(&mut tx, place.id, ctx.now(), Cut::SHOWN).await?;
    let held = store::rooms(&mut tx, place.id).await?;
    let claims = store::claims(&mut tx, place.id).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("places-title");
    let place_name = place.name.clone();
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place_name, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("places-care-lead")}</p>
            {section(lang.t("places-closures"), closures_table(&ctx, &closures))}
            {section(lang.t("places-regime"), view::week_table(lang, &week))}
            {section(lang.t("places-rooms"), rooms::table(lang, &held, &claims, false))}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

fn closures_table(ctx: &Ctx, closures: &[Closure]) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["places-what", "places-when", "places-why", "places-state"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows = closures
        .iter()
        .map(|closure| {
            view! {
                <tr>
                    <th scope="row">{view::closed_what(lang, closure)}</th>
                    <td>{view::span(lang, ctx.zone(), closure.starts_at, closure.ends_at)}</td>
                    <td>{closure.kind.label(lang)}</td>
                    <td>{view::closure_state(lang, closure, ctx.now())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(lang.t("places-closures"), headers, rows, lang.t("places-nothing-closed"))
}
