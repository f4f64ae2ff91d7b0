//! Any two versions of a plan beside each other. Which two stands in the address, so that a comparison can be printed, kept and
//! gone back to.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Stored};
use super::super::model::VersionLine;
use super::super::store;
use super::show::{changes_part, status_tag};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, Tab};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Field, Tone, button_quiet, get_form, notice};
use crate::routes;
use crate::web::Ctx;

/// The numbers of the two versions; without them the latest two.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    a: Option<i32>,
    b: Option<i32>,
}

pub async fn compare(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::PlanRead, Subject::Person(id), "plan").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let versions = store::versions(&mut tx, id).await?;
    let (a, b) = chosen(&versions, &asked);
    let before = version(&mut tx, id, a).await?;
    let after = version(&mut tx, id, b).await?;
    drop(tx);
    let fields = Fields::new().with("a", a.to_string()).with("b", b.to_string());
    Ok(ctx.page(format!("{} · {}", lang.t("plans-compare"), head.name(&ctx)), || {
        let compared = match (&before, &after) {
            (Some(before), Some(after)) => {
                view! { {states(lang, before, after)} {changes_part(lang, before, after)} }.into_any()
            }
            _ => notice(Tone::Warn, lang.t("plans-compare-missing")),
        };
        view! {
            {patients::top(&ctx, &head, Tab::Plan)}
            <h2>{lang.t("plans-compare")}</h2>
            {choice(lang, id, &versions, &fields)}
            {compared}
            <p class="no-print"><a href=routes::patient_plan(id)>{lang.t("goals-back-to-plan")}</a></p>
        }
        .into_any()
    }))
}

/// The latest is compared with the one before it, unless the address says otherwise.
fn chosen(versions: &[VersionLine], asked: &Asked) -> (i32, i32) {
    let number = |at: usize| versions.get(at).map(|version| version.version_no);
    let last = number(0).unwrap_or(1);
    (asked.a.or(number(1)).unwrap_or(last), asked.b.unwrap_or(last))
}

async fn version(tx: &mut CareTx, patient: PersonId, number: i32) -> Result<Option<Stored>, DbError> {
    let plan = store::by_number(tx, patient, number).await?;
    api::with_goals(tx, plan).await
}

fn choice(lang: Lang, id: PersonId, versions: &[VersionLine], fields: &Fields) -> AnyView {
    let options = || {
        let said = |version: &VersionLine| {
            format!("{} · {} · {}", version.version_no, version.status.label(lang), version.title)
        };
        versions.iter().map(|version| (version.version_no.to_string(), said(version))).collect::<Vec<_>>()
    };
    let body = view! {
        {Field::new(fields, lang, "a", lang.t("plans-compare-a")).select(options(), None)}
        {Field::new(fields, lang, "b", lang.t("plans-compare-b")).select(options(), None)}
        {button_quiet(lang.t("plans-compare-do"))}
    };
    get_form(routes::patient_plan_compare(id), body.into_any())
}

fn states(lang: Lang, before: &Stored, after: &Stored) -> AnyView {
    let state = |stored: &Stored| {
        let number = lang.t_with("plans-version-n", &[("n", stored.plan.version_no.into())]);
        view! { {number} " " {status_tag(lang, stored.plan.status)} }
    };
    view! { <p>{state(before)}" → "{state(after)}</p> }.into_any()
}
