//! `/outings`: who is taken where, for those who plan it, with the sessions that it takes people away from.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Outing, OutingKind};
use super::store::{self, NewOuting};
use crate::access::{Permission, Subject};
use crate::custody::cautions::store::person;
use crate::custody::changes::pages::ways;
use crate::custody::people::{housing, list_name};
use crate::custody::places::pages::closures::{read_span, span_fields};
use crate::custody::places::view::span;
use crate::error::Result;
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::OutingId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Button, Field, Header, Tone, button, card, error_summary, export_links, hidden, options_of, pager, post_form,
    post_form_inline, print_head, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>) -> Result<Response> {
    show(&ctx, &query, None).await
}

pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let place = ctx.place()?;
    let id: OutingId = ctx.id_of_form(&fields, "id");
    let number = fields.required("number", 40);
    let kind = fields.choice::<OutingKind>("kind");
    let when = read_span(&mut fields, ctx.now(), place.zone);
    let mut tx = ctx.custody_write(Permission::OutingManage, Subject::Facility(place.id), "outing").await?;
    let who = person(&mut tx, place.id, &number).await?;
    if who.is_none() && !number.is_empty() {
        fields.error("number", Msg::new("cautions-nobody"));
    }
    let (Some(person), Some(kind), Some((starts_at, ends_at)), false) = (who, kind, when, fields.is_refused()) else {
        drop(tx);
        return show(&ctx, &ListQuery::default(), Some(fields)).await;
    };
    let new = NewOuting { id, facility: place.id, person, kind, starts_at, ends_at, by: ctx.actor.id, at: ctx.now() };
    store::add(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::OUTINGS, "flash-outing-added"))
}

pub async fn end(ctx: Ctx, Path(id): Path<OutingId>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody_write(Permission::OutingManage, Subject::Facility(facility), "outing").await?;
    store::end(&mut tx, facility, id, ctx.now()).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::OUTINGS, "flash-outing-ended"))
}

async fn show(ctx: &Ctx, query: &ListQuery, sent: Option<Fields>) -> Result<Response> {
    let place = ctx.place()?;
    let facility = place.id;
    let mut tx = ctx.custody(Permission::OutingManage, Subject::Facility(facility), "outings").await?;
    let total = store::size(&mut tx, facility, ctx.now()).await?;
    let outings = store::list(&mut tx, facility, ctx.now(), query.offset()).await?;
    drop(tx);
    let fields = sent.unwrap_or_else(|| Fields::new().with("id", ctx.new_id::<OutingId>().to_string()));
    let lang = ctx.lang;
    let title = lang.t("outings-title");
    let body = || {
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("outings-lead")}</p>
            {ways(lang, routes::OUTINGS)}
            {error_summary(&fields, lang)}
            {list(ctx, &outings)}
            {pager(lang, query, total, routes::OUTINGS)}
            {export_links(lang, routes::OUTINGS)}
            <div class="no-print">{card(lang.t("outings-new"), form(ctx, &fields))}</div>
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title.clone(), body) } else { ctx.page(title.clone(), body) })
}

fn list(ctx: &Ctx, outings: &[Outing]) -> AnyView {
    let lang = ctx.lang;
    let mut headers = ["custody-name", "custody-number", "outings-kind", "places-when", "outings-sessions"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    headers.push(Header::new(lang.t("kit-actions")).away());
    let rows = outings.iter().map(|outing| row(ctx, outing)).collect();
    table_under_heading(lang.t("outings-title"), headers, rows, lang.t("outings-none"))
}

fn row(ctx: &Ctx, outing: &Outing) -> AnyView {
    let lang = ctx.lang;
    let name = list_name(&outing.family_name, &outing.given_name);
    let place = [outing.prison_number.clone(), housing(outing.wing.as_deref(), &outing.cell)].join(" · ");
    let sessions =
        (outing.sessions > 0).then(|| tag(Tone::Warn, lang.t_with("places-touched", &[("n", outing.sessions.into())])));
    let about = format!("{name}, {}", outing.kind.label(lang));
    let press = Button::new(lang.t("outings-end")).about(about).quiet().submit();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{place}</td>
            <td>{outing.kind.label(lang)}</td>
            <td>{span(lang, ctx.zone(), outing.starts_at, outing.ends_at)}</td>
            <td>{sessions}</td>
            <td class="no-print">{post_form_inline(routes::outing_end(outing.id), press)}</td>
        </tr>
    }
    .into_any()
}

fn form(ctx: &Ctx, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let body = view! {
        {hidden("id", fields.get("id").to_owned())}
        {Field::new(fields, lang, "number", lang.t("custody-number")).required().short().text()}
        {Field::new(fields, lang, "kind", lang.t("outings-kind")).required().select(options_of!(OutingKind, lang), Some(lang.t("places-choose").into_owned()))}
        {span_fields(lang, fields)}
        <div class="actions">{button(lang.t("outings-add"))}</div>
    };
    post_form(routes::OUTINGS, body.into_any())
}
