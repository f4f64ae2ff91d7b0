//! The programmes of a facility.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{ProgrammeLine, ProgrammeStatus};
use super::super::store;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, button_quiet, export_links, get_form, link_button, options_of, pager, print_head, table,
};
use crate::routes;
use crate::web::Ctx;

/// Those that go on, or those that have ended.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct StatusQuery {
    status: String,
}

impl StatusQuery {
    pub(super) fn status(&self) -> ProgrammeStatus {
        ProgrammeStatus::from_code(&self.status).unwrap_or(ProgrammeStatus::Active)
    }
}

pub async fn page(ctx: Ctx, Query(query): Query<ListQuery>, Query(asked): Query<StatusQuery>) -> Result<Response> {
    let facility = ctx.place()?.id;
    let status = asked.status();
    let mut tx = ctx.care(Permission::ProgrammeRead, Subject::Facility(facility), "programmes").await?;
    let total = store::count(&mut tx, facility, status).await?;
    let lines = store::list(&mut tx, facility, status, query.offset()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("programmes-title"), || view(&ctx, &query, status, total, &lines)))
}

fn view(ctx: &Ctx, query: &ListQuery, status: ProgrammeStatus, total: i64, lines: &[ProgrammeLine]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let base = format!("{}?status={status}", routes::PROGRAMMES);
    let headers = vec![
        Header::new(lang.t("programmes-programme")),
        Header::new(lang.t("sessions-activity")),
        Header::new(lang.t("programmes-intake")),
        Header::new(lang.t("programmes-members")).numeric(),
        Header::new(lang.t("programmes-waiting")).numeric(),
        Header::new(lang.t("sessions-lead")),
    ];
    let rows = lines.iter().map(|line| row(lang, line)).collect();
    let new = ctx.may(Permission::ProgrammeWrite).then(|| {
        view! { <div class="actions no-print">{link_button(routes::PROGRAMME_NEW, lang.t("programmes-new"))}</div> }
    });
    let fields = Fields::new().with("status", status.as_str());
    let filter = view! {
        {Field::new(&fields, lang, "status", lang.t("sessions-state")).short().select(options_of!(ProgrammeStatus, lang), None)}
        {button_quiet(lang.t("sessions-show"))}
    };
    view! {
        {print_head(lang, place, lang.t("programmes-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("programmes-title")}</h1>
        <p class="lead">{lang.t("programmes-lead")}</p>
        {new}
        {get_form(routes::PROGRAMMES, filter.into_any())}
        {table(lang.t_with("programmes-count", &[("n", total.into())]), headers, rows, lang.t("programmes-empty"))}
        {pager(lang, query, total, &base)}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn row(lang: Lang, line: &ProgrammeLine) -> AnyView {
    view! {
        <tr>
            <th scope="row"><a href=routes::programme(line.id)>{line.title.clone()}</a></th>
            <td>{line.activity.say(lang).to_owned()}</td>
            <td>{line.intake.label(lang)}</td>
            <td class="n">{format!("{} / {}", line.active, line.capacity)}</td>
            <td class="n">{line.waiting}</td>
            <td>{line.lead_name.clone()}</td>
        </tr>
    }
    .into_any()
}
