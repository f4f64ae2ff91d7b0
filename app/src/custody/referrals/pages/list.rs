//! The referrals that custody has made, and how far each has come.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Listed, Scope};
use super::super::model::{ReferralLine, ReferralState, WingName};
use crate::custody::people::{housing, list_name};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::WingId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button_quiet, empty, export_links, get_form, link_button, pager, print_head, table, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The wing that is asked for.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct WingQuery {
    wing: Option<String>,
}

impl WingQuery {
    pub(super) fn id(&self) -> Option<WingId> {
        self.wing.as_deref()?.parse().ok()
    }
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(wing): Query<WingQuery>) -> Result<Response> {
    let title = ctx.lang.t("refer-title");
    let scope = Scope::of(&ctx, wing.id())?;
    if scope == Scope::Nowhere {
        return Ok(ctx.page(title, || no_wing(ctx.lang)));
    }
    let listed = api::referrals(&ctx, scope, query.offset()).await?;
    Ok(ctx.page(title, || view(&ctx, &query, &wing, &listed)))
}

pub(super) fn no_wing(lang: Lang) -> AnyView {
    view! { <h1>{lang.t("refer-title")}</h1>{empty(lang.t("refer-no-wing"), None)} }.into_any()
}

fn view(ctx: &Ctx, query: &ListQuery, wing: &WingQuery, listed: &Listed<ReferralLine>) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let base = with_wing(routes::REFER, wing);
    let headers =
        ["custody-name", "custody-number", "custody-cell", "refer-reason", "refer-received", "refer-by", "refer-state"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let rows = listed.lines.iter().map(|line| row(lang, line)).collect();
    let choose = wing_choice(lang, &listed.wings, wing)
        .map(|choice| get_form(routes::REFER, view! { {choice}{button_quiet(lang.t("custody-show"))} }.into_any()));
    view! {
        {print_head(lang, place, lang.t("refer-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("refer-title")}</h1>
        <p class="lead">{lang.t("refer-lead")}</p>
        <div class="actions no-print">{link_button(with_wing(routes::REFER_NEW, wing), lang.t("refer-new"))}</div>
        {choose}
        {table(lang.t("refer-list"), headers, rows, lang.t("refer-none"))}
        {pager(lang, query, listed.total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

/// An address with the wing that is chosen.
pub(super) fn with_wing(path: &str, wing: &WingQuery) -> String {
    wing.id().map_or_else(|| path.to_owned(), |wing| format!("{path}?wing={wing}"))
}

/// Only those with a choice are asked: an officer of one wing has none.
pub(super) fn wing_choice(lang: Lang, wings: &[WingName], chosen: &WingQuery) -> Option<AnyView> {
    if wings.len() < 2 {
        return None;
    }
    let fields = Fields::new().with("wing", chosen.id().map(|wing| wing.to_string()).unwrap_or_default());
    let options = wings.iter().map(|wing| (wing.id.to_string(), wing.name.clone())).collect();
    let every = lang.t("refer-every-wing").into_owned();
    Some(Field::new(&fields, lang, "wing", lang.t("unlock-wing")).short().select(options, Some(every)))
}

fn row(lang: Lang, line: &ReferralLine) -> AnyView {
    let tone = match line.status {
        ReferralState::Received => Tone::Calm,
        ReferralState::Accepted => Tone::Ok,
        ReferralState::Closed => Tone::Plain,
    };
    view! {
        <tr>
            <th scope="row">{list_name(&line.family_name, &line.given_name)}</th>
            <td class="nowrap">{line.prison_number.clone()}</td>
            <td>{housing(line.wing.as_deref(), &line.cell)}</td>
            <td>{line.reason.label(lang)}</td>
            <td>{lang.date(line.received_on)}</td>
            <td>{line.referred_by.clone()}</td>
            <td>{tag(tone, line.status.label(lang))}</td>
        </tr>
    }
    .into_any()
}
