//! The kits that health uses, those first that wait for this facility's decision.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{Clearance, KitLine, OfficerPresence};
use super::super::store;
use super::super::words::{clearance_words, kit_title};
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Field, Header, button_quiet, export_links, get_form, pager, print_head, table, tag};
use crate::routes;
use crate::web::Ctx;

/// Which decisions are asked for.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct StatusQuery {
    status: String,
}

impl StatusQuery {
    /// What the list knows; anything else asks for all.
    pub(super) fn code(&self) -> &str {
        let known = self.status == "waiting" || Clearance::from_code(&self.status).is_some();
        if known { &self.status } else { "" }
    }
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(asked): Query<StatusQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.custody(Permission::KitRead, Subject::Facility(facility), "kits").await?;
    let total = store::count(&mut tx, facility, asked.code()).await?;
    let kits = store::list(&mut tx, facility, asked.code(), query.offset()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("kits-title"), || view(&ctx, &query, asked.code(), total, &kits)))
}

fn view(ctx: &Ctx, query: &ListQuery, status: &str, total: i64, kits: &[KitLine]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let base = if status.is_empty() { routes::KITS.to_owned() } else { format!("{}?status={status}", routes::KITS) };
    let headers = vec![
        Header::new(lang.t("kits-kit")),
        Header::new(lang.t("kits-room")),
        Header::new(lang.t("kits-tools")).numeric(),
        Header::new(lang.t("kits-most")).numeric(),
        Header::new(lang.t("kits-staff")).numeric(),
        Header::new(lang.t("kits-officers")),
        Header::new(lang.t("kits-state")),
    ];
    let rows = kits.iter().map(|kit| row(lang, kit)).collect();
    let nothing = lang.t(if status.is_empty() { "kits-empty" } else { "kits-empty-here" });
    view! {
        {print_head(lang, place, lang.t("kits-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("kits-title")}</h1>
        <p class="lead">{lang.t("kits-lead")}</p>
        {filter(lang, status)}
        {table(lang.t_with("kits-count", &[("n", total.into())]), headers, rows, nothing)}
        {pager(lang, query, total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn filter(lang: Lang, status: &str) -> AnyView {
    let fields = Fields::new().with("status", status);
    let mut states = vec![("waiting".to_owned(), lang.t("kit-clearance-waiting").into_owned())];
    states.extend(Clearance::ALL.iter().map(|held| (held.as_str().to_owned(), held.label(lang).into_owned())));
    let body = view! {
        {Field::new(&fields, lang, "status", lang.t("kits-state")).short().select(states, Some(lang.t("kits-all").into_owned()))}
        {button_quiet(lang.t("custody-show"))}
    };
    get_form(routes::KITS, body.into_any())
}

fn row(lang: Lang, kit: &KitLine) -> AnyView {
    let (tone, words) = clearance_words(lang, kit.clearance);
    let officers = (kit.officer_presence != OfficerPresence::None).then(|| kit.officer_presence.label(lang));
    view! {
        <tr>
            <th scope="row"><a href=routes::kit(kit.id)>{kit_title(lang, kit.neutral, kit.number)}</a></th>
            <td>{kit.room_kind.label(lang)}</td>
            <td class="n">{kit.tools}</td>
            <td class="n">{kit.max_participants}</td>
            <td class="n">{kit.min_staff}</td>
            <td>{officers}</td>
            <td>{tag(tone, words)}</td>
        </tr>
    }
    .into_any()
}
