//! `/patients/{id}/looked`.

use axum::extract::{Path, Query};
use axum::response::Response;
use chrono_tz::Tz;
use leptos::prelude::*;

use super::store::{self, Look};
use crate::access::{Permission, Role, Subject};
use crate::care::patients::{self, PatientHead};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, Tone, link_button_quiet, pager, print_head, table_under_heading, tabs, tag};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    /// The language of the sheet, which is the patient's unless somebody chooses another.
    #[serde(rename = "in")]
    language: Option<String>,
    page: Option<i64>,
}

/// Whether the user is shown what everybody has opened.
fn sees_all(ctx: &Ctx) -> bool {
    ctx.actor.has(Role::Reviewer) || ctx.actor.has(Role::Head)
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut tx = ctx.care(Permission::WhoLooked, Subject::Person(id), "looked").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let by = (!sees_all(&ctx)).then_some(ctx.actor.id);
    let list = ListQuery { page: asked.page, ..ListQuery::default() };
    let total = store::count(&mut tx, id, by).await?;
    let looks = store::of_person(&mut tx, id, by, list.offset()).await?;
    drop(tx);
    let lang = asked.language.as_deref().and_then(Lang::from_code);
    let lang = lang.or_else(|| Lang::from_code(&head.language).filter(|_| by.is_none())).unwrap_or(ctx.lang);
    Ok(ctx.page(ctx.lang.t("looked-title"), || view(&ctx, lang, &head, &looks, (&list, total))))
}

fn view(ctx: &Ctx, lang: Lang, head: &PatientHead, looks: &[Look], (list, total): (&ListQuery, i64)) -> AnyView {
    let zone = ctx.zone();
    let choices =
        Lang::ALL.map(|offered| (routes::patient_looked_in(head.id, offered), offered.own_name().to_owned())).to_vec();
    let base = routes::patient_looked_in(head.id, lang);
    let place = ctx.actor.places.iter().find(|place| place.id == head.facility_id);
    let place = place.map(|place| place.name.clone()).unwrap_or_default();
    let identity = head.shown(ctx).identity();
    let headers = ["looked-when", "looked-who", "looked-what", "looked-outcome"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let rows = looks.iter().map(|look| row(lang, zone, look)).collect();
    let lead = lang.t(if sees_all(ctx) { "looked-lead" } else { "looked-lead-own" });
    view! {
        <div class="actions no-print">{link_button_quiet(routes::patient(head.id), ctx.lang.t("packages-back"))}</div>
        <div class="no-print">{tabs(ctx.lang.t("copy-language"), choices, &base)}</div>
        <div lang=lang.tag()>
            {print_head(lang, place, identity.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
            <h1>{lang.t("looked-title")}</h1>
            <p class="lead">{identity}</p>
            <p>{lead}</p>
            {table_under_heading(lang.t("looked-title"), headers, rows, lang.t("looked-none"))}
            {pager(lang, list, total, &base)}
        </div>
    }
    .into_any()
}

fn row(lang: Lang, zone: Tz, look: &Look) -> AnyView {
    let role = look.role().map(|role| role.label(lang));
    let what = look.permission().map_or_else(|| look.permission.clone().into(), |held| held.label(lang));
    let outcome = if look.refused() {
        tag(Tone::Bad, lang.t("looked-refused"))
    } else {
        view! { <span>{lang.t("looked-allowed")}</span> }.into_any()
    };
    view! {
        <tr>
            <td>{lang.date_time(look.at, zone)}</td>
            <td>{look.name.clone()}<span class="sub">{role}</span></td>
            <td>{what}</td>
            <td>{outcome}</td>
        </tr>
    }
    .into_any()
}
