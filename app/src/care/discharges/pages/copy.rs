//! The patient's own copy: one page in large type and plain words, in the patient's language, to be kept and shown around. It
//! names nobody but the patient and the one to ask.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::copy::{self, Copy, CopyGoal, Given, Told};
use super::super::store::NewCopyWords;
use super::super::{account, picture, store};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead};
use crate::care::plans;
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Field, Tone, button, error_summary, hidden, link_button_quiet, notice, post_form, section, tabs};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    #[serde(rename = "in")]
    language: Option<String>,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(asked): Query<Asked>) -> Result<Response> {
    show(&ctx, id, asked.language.as_deref(), None).await
}

/// Keeps the plain words that changed; those that are kept already are not kept twice.
pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let lang = Lang::from_code(fields.get("language")).ok_or(AppError::BadRequest)?;
    let mut given = Vec::new();
    for n in 0..copy::MOST_GOALS * 2 {
        if fields.has(&said(n)) {
            given
                .push(Given { said: copy::known_by(fields.get(&said(n))), words: fields.text(&words(n), copy::LINES) });
        }
    }
    if fields.is_refused() {
        return show(&ctx, id, Some(lang.code()), Some(fields)).await;
    }
    let mut tx = ctx.care_write(Permission::DischargeWrite, Subject::Person(id), "copy").await?;
    let held = store::copy_words(&mut tx, id, lang).await?;
    for given in &given {
        let before = held.iter().rfind(|held| held.said == given.said).map_or("", |held| held.words.as_str());
        if before != given.words {
            let new = NewCopyWords { id: ctx.new_id(), patient: id, lang, given, by: ctx.actor.id, at: ctx.now() };
            store::give_copy_words(&mut tx, &new).await?;
        }
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient_copy_in(id, lang), "flash-copy-words-saved"))
}

fn said(n: usize) -> String {
    format!("said-{n}")
}

fn words(n: usize) -> String {
    format!("words-{n}")
}

async fn show(ctx: &Ctx, id: PersonId, asked: Option<&str>, typed: Option<Fields>) -> Result<Response> {
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
    let lang = copy::language(asked, summary.as_ref(), &head.language, ctx.lang);
    let given = store::copy_words(&mut tx, id, lang).await?;
    drop(tx);
    let copy = copy::copy(&account, summary.as_ref(), (plan.as_ref(), plan_in), (lang, &given));
    let title = ctx.lang.t("copy-open");
    let body = || view(ctx, lang, &head, (&copy, typed.as_ref()));
    Ok(if typed.is_some() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, lang: Lang, head: &PatientHead, (copy, typed): (&Copy, Option<&Fields>)) -> AnyView {
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
        {sheet(ctx, lang, head, copy)}
        {may_give.then(|| plain_words(ctx, lang, head, (copy, typed)))}
    }
    .into_any()
}

/// Where each goal and its step can be said in plain words of the copy's language, for the copy alone.
fn plain_words(ctx: &Ctx, lang: Lang, head: &PatientHead, (copy, typed): (&Copy, Option<&Fields>)) -> AnyView {
    let texts: Vec<&Told> = copy.goals.iter().flat_map(|goal| [&goal.words, &goal.step]).collect();
    let mut fields = Fields::new();
    for (n, told) in texts.iter().enumerate() {
        fields.set(words(n), told.given.as_str());
    }
    let fields = typed.unwrap_or(&fields);
    let rows = texts.iter().enumerate().map(|(n, told)| {
        let key = if n % 2 == 0 { "copy-words-goal" } else { "copy-words-step" };
        let label = ctx.lang.t_with(key, &[("n", (n / 2 + 1).into())]);
        view! {
            {hidden(said(n), told.said.clone())}
            {Field::new(fields, ctx.lang, words(n), label).hint(told.said.clone()).text()}
        }
    });
    let form = view! {
        {error_summary(fields, ctx.lang)}
        <p class="hint">{ctx.lang.t("copy-words-hint")}</p>
        {hidden("language", lang.code())}
        {rows.collect_view()}
        <div class="actions">{button(ctx.lang.t("copy-words-save"))}</div>
    };
    let title = ctx.lang.t_with("copy-words", &[("language", lang.own_name().into())]);
    view! { <div class="no-print">{section(title, post_form(routes::patient_copy(head.id), form.into_any()))}</div> }
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
