//! The patient's own copy: one page in large type and plain words, in the patient's language, to be kept and shown around. It
//! names nobody but the patient and the one to ask.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::copy::{self, Copy, CopyGoal, Told};
use super::super::plain::Held;
use super::super::{account, picture, store};
use super::plain_words;
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead};
use crate::care::plans;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
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
    let sheet = sheet_of(&ctx, &mut tx, id, asked.language.as_deref()).await?;
    drop(tx);
    Ok(ctx.page(ctx.lang.t("copy-open"), || view(&ctx, &sheet, &plain_words::fields(&sheet))))
}

/// The copy with what is needed to draw and to judge it.
pub(super) struct Sheet {
    pub head: PatientHead,
    pub lang: Lang,
    pub copy: Copy,
    /// The plain words in that language, the last ones last.
    pub held: Vec<Held>,
}

pub(super) async fn sheet_of(ctx: &Ctx, tx: &mut CareTx, id: PersonId, asked: Option<&str>) -> Result<Sheet> {
    let head = patients::head(tx, ctx.actor.id, id).await?;
    let draft = store::draft(tx, id).await?;
    let signed = store::last_signed(tx, id).await?;
    // While the record is open, what was signed at the end of an earlier treatment is not this one's.
    let summary = if head.is_open() { draft } else { signed };
    let plan = plans::active(tx, id).await?;
    let plan_in = plans::written_in(tx, id).await?;
    let until = summary.as_ref().map_or_else(|| ctx.today(), |held| held.text.discharged_on);
    let with_hours = head.may(&ctx.actor, Permission::SessionRead);
    let account = account::load(tx, id, (head.opened_on, until), ctx.zone(), with_hours).await?;
    let lang = copy::language(asked, summary.as_ref(), &head.language, ctx.lang);
    let held = store::copy_words(tx, id, lang).await?;
    let copy = copy::copy(&account, summary.as_ref(), (plan.as_ref(), plan_in), (lang, &held));
    Ok(Sheet { head, lang, copy, held })
}

pub(super) fn view(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let Sheet { head, lang, copy, .. } = sheet;
    let lang = *lang;
    let choices =
        Lang::ALL.map(|offered| (routes::patient_copy_in(head.id, offered), offered.own_name().to_owned())).to_vec();
    // What somebody wrote in one language cannot be said in another by a machine of ours.
    let foreign = copy.foreign(lang);
    let foreign = (!foreign.is_empty()).then(|| {
        let names = foreign.iter().map(|written| written.own_name()).collect::<Vec<_>>().join(", ");
        let said = ctx.lang.t_with("copy-written-in", &[("language", names.into())]);
        view! { <div class="no-print">{notice(Tone::Warn, said)}</div> }
    });
    let may_give = head.may(&ctx.actor, Permission::DischargeWrite) && !copy.goals.is_empty();
    view! {
        <div class="actions no-print">{link_button_quiet(routes::patient(head.id), ctx.lang.t("packages-back"))}</div>
        {tabs(ctx.lang.t("copy-language"), choices, &routes::patient_copy_in(head.id, lang))}
        <p class="hint no-print">{ctx.lang.t("copy-print-hint")}</p>
        {foreign}
        {paper(ctx, lang, head, copy)}
        {may_give.then(|| plain_words::form(ctx, sheet, fields))}
    }
    .into_any()
}

/// The page itself, which is all that is printed.
fn paper(ctx: &Ctx, lang: Lang, head: &PatientHead, copy: &Copy) -> AnyView {
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
        view! { <ul class="climbs">{copy.goals.iter().map(|held| goal(lang, held)).collect_view()}</ul> }.into_any()
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

/// The stair in plain words of the patient's language; then the step, marked with the language that it is in.
fn goal(lang: Lang, held: &CopyGoal) -> AnyView {
    let stair = held.now.get() + 3;
    let place =
        lang.t_with("copy-stair", &[("n", stair.into()), ("name", lang.t(&format!("copy-stair-{stair}")).into())]);
    let text = |told: &Told| {
        let shown = told.shown.clone();
        view! { <span lang=told.written.unwrap_or(lang).tag()>{shown}</span> }
    };
    view! {
        <li>
            {picture::stairs(lang, held.began, held.now)}
            <div>
                <p><b>{text(&held.words)}</b></p>
                <p>{lang.t("copy-now")}": "{place}" "{text(&held.step)}</p>
            </div>
        </li>
    }
    .into_any()
}
