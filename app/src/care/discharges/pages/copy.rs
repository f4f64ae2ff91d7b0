//! The patient's own copy: one page in large type and plain words, in the patient's language, to be kept and shown around. It
//! names nobody but the patient and the one to ask.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::copy::{self, Copy, CopyGoal};
use super::super::{account, picture, store};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead};
use crate::care::plans;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Tone, link_button_quiet, notice, tabs};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "in")]
    language: Option<String>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    let mut tx = ctx.care(Permission::RecordCopy, Subject::Person(id), "copy").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let draft = store::draft(&mut tx, id).await?;
    let signed = store::last_signed(&mut tx, id).await?;
    // While the record is open, what was signed at the end of an earlier treatment is not this one's.
    let summary = if head.is_open() { draft } else { signed };
    let plan = plans::active(&mut tx, id).await?;
    let plan_in = plans::written_in(&mut tx, id).await?;
    let until = summary.as_ref().map_or_else(|| ctx.today(), |held| held.text.discharged_on);
    let with_hours = head.may(&ctx.actor, Permission::SessionRead);
    let account = account::load(&mut tx, id, (head.opened_on, until), ctx.zone(), with_hours).await?;
    drop(tx);
    let lang = copy::language(asked.language.as_deref(), summary.as_ref(), &head.language, ctx.lang);
    let copy = copy::copy(&account, summary.as_ref(), plan.as_ref(), plan_in);
    Ok(ctx.page(ctx.lang.t("copy-open"), || view(&ctx, lang, &head, &copy)))
}

fn view(ctx: &Ctx, lang: Lang, head: &PatientHead, copy: &Copy) -> AnyView {
    let choices =
        Lang::ALL.map(|offered| (routes::patient_copy_in(head.id, offered), offered.own_name().to_owned())).to_vec();
    // What somebody wrote in one language cannot be said in another by a machine of ours.
    let foreign = copy.foreign(lang);
    let foreign = (!foreign.is_empty()).then(|| {
        let names = foreign.iter().map(|written| written.own_name()).collect::<Vec<_>>().join(", ");
        let said = ctx.lang.t_with("copy-written-in", &[("language", names.into())]);
        view! { <div class="no-print">{notice(Tone::Warn, said)}</div> }
    });
    view! {
        <div class="actions no-print">{link_button_quiet(routes::patient(head.id), ctx.lang.t("packages-back"))}</div>
        {tabs(ctx.lang.t("copy-language"), choices, &routes::patient_copy_in(head.id, lang))}
        <p class="hint no-print">{ctx.lang.t("copy-print-hint")}</p>
        {foreign}
        {sheet(ctx, lang, head, copy)}
    }
    .into_any()
}

/// The page itself, which is all that is printed.
fn sheet(ctx: &Ctx, lang: Lang, head: &PatientHead, copy: &Copy) -> AnyView {
    let place = ctx
        .actor
        .places
        .iter()
        .find(|place| place.id == head.facility_id)
        .map(|place| place.name.clone())
        .unwrap_or_default();
    let written = copy.words_in.unwrap_or(lang).tag();
    let words = |key: &str, text: &str| {
        (!text.is_empty()).then(|| {
            view! { <section><h2>{lang.t(key)}</h2><p class="note-text" lang=written>{text.to_owned()}</p></section> }
        })
    };
    let goals = if copy.goals.is_empty() {
        view! { <p>{lang.t("copy-no-goals")}</p> }.into_any()
    } else {
        view! { <ul class="climbs">{copy.goals.iter().map(|held| goal(lang, copy.plan_in.unwrap_or(lang), held)).collect_view()}</ul> }.into_any()
    };
    let hours = (copy.attended > 0).then(|| {
        view! {
            <section>
                <h2>{lang.t("copy-hours")}</h2>
                {picture::hours(lang, copy.attended, copy.offered)}
                <p>{lang.t_with("copy-hours-text", &[("hours", lang.hours(copy.attended).into())])}</p>
            </section>
        }
    });
    let ask = lang.t_with("copy-ask-text", &[("name", head.lead_name.as_str().into()), ("place", place.into())]);
    view! {
        <article class=if copy.is_full() { "copy full" } else { "copy" } lang=lang.tag()>
            <h1>{lang.t_with("copy-title", &[("name", head.shown(ctx).given().into())])}</h1>
            <p class="copy-date">{lang.date(ctx.today())}</p>
            <section><h2>{lang.t("copy-can-do")}</h2>{goals}</section>
            {hours}
            {words("copy-take", &copy.take_with_me)}
            {words("copy-next", &copy.next)}
            <section><h2>{lang.t("copy-ask")}</h2><p>{ask}</p></section>
        </article>
    }
    .into_any()
}

/// The stair in plain words of the patient's language; then the step as it was written, in the language of who wrote it.
fn goal(lang: Lang, written: Lang, held: &CopyGoal) -> AnyView {
    let stair = held.now.get() + 3;
    let place =
        lang.t_with("copy-stair", &[("n", stair.into()), ("name", lang.t(&format!("copy-stair-{stair}")).into())]);
    view! {
        <li>
            {picture::stairs(lang, held.began, held.now)}
            <div>
                <p><b>{held.words.clone()}</b></p>
                <p>{lang.t("copy-now")}": "{place}" "<span lang=written.tag()>{held.step.clone()}</span></p>
            </div>
        </li>
    }
    .into_any()
}
