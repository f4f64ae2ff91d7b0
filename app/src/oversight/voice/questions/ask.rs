//! `/questions/new`: the form of a question. About a patient it goes to whoever leads the patient; about the unit, to a practitioner
//! who is chosen.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{About, New};
use super::rules::{self, LONGEST, NotThen, USUAL};
use super::store;
use crate::access::{Permission, Subject};
use crate::care::patients::{self, Colleague, PatientHead};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, NoteId, PersonId, QuestionId, UserId};
use crate::kit::ui::{Field, button, error_summary, facts, hidden, link_button_quiet, post_form};
use crate::oversight::voice::reading;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "question";
pub(super) const LONGEST_WORDS: usize = 2000;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    patient: Option<PersonId>,
    plan: Option<i32>,
    note: Option<NoteId>,
}

/// What a question would be about, and who may be asked.
struct Found {
    about: About,
    facility: FacilityId,
    head: Option<PatientHead>,
    colleagues: Vec<Colleague>,
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let said = |name: &str, value: Option<String>, fields: Fields| match value {
        Some(value) => fields.with(name, value),
        None => fields,
    };
    let fields = said("patient", asked.patient.map(|id| id.to_string()), Fields::new());
    let fields = said("plan", asked.plan.map(|number| number.to_string()), fields);
    let fields = said("note", asked.note.map(|id| id.to_string()), fields);
    show(&ctx, fields).await
}

fn asked_for(fields: &Fields) -> Asked {
    Asked {
        patient: fields.get("patient").parse().ok(),
        plan: fields.get("plan").parse().ok(),
        note: fields.get("note").parse().ok(),
    }
}

/// Whoever may not read a thing cannot ask about it.
async fn check(ctx: &Ctx, asked: &Asked) -> Result<Subject> {
    let Some(patient) = asked.patient else { return Ok(Subject::Facility(ctx.place()?.id)) };
    let subject = Subject::Person(patient);
    if asked.note.is_some() {
        drop(ctx.care(Permission::NoteRead, subject, OBJECT).await?);
    } else if asked.plan.is_some() {
        drop(ctx.care(Permission::PlanRead, subject, OBJECT).await?);
    }
    Ok(subject)
}

async fn find(ctx: &Ctx, tx: &mut CareTx, asked: &Asked) -> Result<Found> {
    let Some(patient) = asked.patient else {
        let facility = ctx.place()?.id;
        return Ok(Found {
            about: About::Unit,
            facility,
            head: None,
            colleagues: patients::leads(tx, facility).await?,
        });
    };
    let head = patients::head(tx, ctx.actor.id, patient).await?;
    let about = if let Some(note) = asked.note {
        reading::open_note(ctx, tx, &head, note).await?;
        About::Note(patient, note)
    } else if let Some(number) = asked.plan {
        About::Plan(patient, store::plan(tx, patient, number).await?.ok_or(AppError::NotFound)?, number)
    } else {
        About::Patient(patient)
    };
    Ok(Found { about, facility: head.facility_id, head: Some(head), colleagues: Vec::new() })
}

async fn show(ctx: &Ctx, mut fields: Fields) -> Result<Response> {
    let asked = asked_for(&fields);
    let subject = check(ctx, &asked).await?;
    let mut tx = ctx.care(Permission::QuestionAsk, subject, OBJECT).await?;
    let found = find(ctx, &mut tx, &asked).await?;
    drop(tx);
    if !fields.has("question") {
        fields.set("question", ctx.new_id::<QuestionId>().to_string());
    }
    if !fields.has("due_on") {
        fields.set("due_on", (ctx.today() + USUAL).to_string());
    }
    let title = ctx.lang.t("questions-ask");
    let body = || view(ctx, &found, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, found: &Found, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let what = match found.about {
        About::Unit => ctx.place().map(|place| place.name.clone()).unwrap_or_default(),
        About::Patient(_) => lang.t("questions-about-patient").into_owned(),
        About::Plan(_, _, number) => lang.t_with("comments-on-plan", &[("n", number.into())]),
        About::Note(..) => lang.t("questions-about-note").into_owned(),
    };
    let mut known = vec![(lang.t("questions-about").into_owned(), what.into_any())];
    if let Some(head) = &found.head {
        let who = head.shown(ctx).identity();
        known.insert(0, (lang.t("voice-patient").into_owned(), who.into_any()));
        known.push((lang.t("questions-of").into_owned(), head.lead_name.clone().into_any()));
    }
    let whom = found.head.is_none().then(|| {
        let options = found.colleagues.iter().map(|held| (held.id.to_string(), held.name.clone())).collect();
        Field::new(fields, lang, "of", lang.t("questions-of"))
            .required()
            .select(options, Some(lang.t("questions-choose").into_owned()))
    });
    let kept = ["question", "patient", "plan", "note"].map(|name| hidden(name, fields.get(name).to_owned()));
    let back = match found.about {
        About::Unit => routes::QUESTIONS.to_owned(),
        About::Patient(patient) => routes::patient(patient),
        About::Plan(patient, _, number) => routes::patient_plan_version(patient, number),
        About::Note(patient, note) => routes::note(patient, note),
    };
    let body = view! {
        {kept.into_iter().collect_view()}
        {whom}
        {Field::new(fields, lang, "words", lang.t("questions-question")).hint(lang.t("questions-hint")).required().note_box(4)}
        {Field::new(fields, lang, "due_on", lang.t("questions-due")).required().short().date()}
        <div class="actions">{button(lang.t("questions-send"))}{link_button_quiet(back, lang.t("voice-back"))}</div>
    };
    view! {
        <h1>{lang.t("questions-ask")}</h1>
        {error_summary(fields, lang)}
        {facts(known)}
        {post_form(routes::QUESTIONS, body.into_any())}
    }
    .into_any()
}

/// The day by which an answer is due; an error is left where there is none that may be.
pub(super) fn due(ctx: &Ctx, fields: &mut Fields) -> Option<chrono::NaiveDate> {
    if fields.get("due_on").is_empty() {
        fields.error("due_on", Msg::new("form-required"));
        return None;
    }
    let on = fields.date("due_on")?;
    match rules::due(on, ctx.today()) {
        Ok(()) => return Some(on),
        Err(NotThen::Past) => fields.error("due_on", Msg::new("questions-due-past")),
        Err(NotThen::TooLate) => {
            fields
                .error("due_on", Msg::with("questions-due-late", [("n", i64::try_from(LONGEST).unwrap_or(0).into())]));
        }
    }
    None
}

pub async fn send(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let words = fields.required("words", LONGEST_WORDS);
    let due_on = due(&ctx, &mut fields);
    let asked = asked_for(&fields);
    let subject = check(&ctx, &asked).await?;
    let mut tx = ctx.care_write(Permission::QuestionAsk, subject, OBJECT).await?;
    let found = find(&ctx, &mut tx, &asked).await?;
    let of = match &found.head {
        Some(head) => Some(head.lead_id),
        None => chosen(&mut fields, &found.colleagues),
    };
    if of == Some(ctx.actor.id) {
        fields.error("of", Msg::new("questions-yourself"));
    }
    let (Some(of), Some(due_on), false) = (of, due_on, fields.is_refused()) else {
        drop(tx);
        return show(&ctx, fields).await;
    };
    let new = New {
        id: ctx.id_of_form(&fields, "question"),
        facility: found.facility,
        about: found.about,
        by: ctx.actor.id,
        of,
        words,
        due_on,
        at: ctx.now(),
    };
    store::ask(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::question(new.id), "flash-question-asked"))
}

fn chosen(fields: &mut Fields, colleagues: &[Colleague]) -> Option<UserId> {
    let chosen = fields.choice::<UserId>("of")?;
    if colleagues.iter().any(|held| held.id == chosen) {
        return Some(chosen);
    }
    fields.error("of", Msg::new("form-choose"));
    None
}
