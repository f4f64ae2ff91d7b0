//! `/questions/{id}`: a question with its turns, and the form for the next.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::ask::{LONGEST_WORDS, due};
use super::list::{about, standing_tag};
use super::model::{Act, NewTurn, Question, Turn};
use super::rules::{self, Part, Reading, USUAL, standing};
use super::store;
use crate::access::{Denied, Permission, Subject};
use crate::care::openings;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{QuestionId, TurnId};
use crate::kit::ui::{
    Button, Field, button, card, error_summary, facts, hidden, link_button_quiet, post_form, post_form_inline,
    print_head,
};
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "question";

/// A question as its reader sees it.
struct Shown {
    question: Question,
    turns: Vec<Turn>,
    part: Part,
}

pub async fn page(ctx: Ctx, Path(id): Path<QuestionId>) -> Result<Response> {
    show(&ctx, id, Fields::new()).await
}

/// Whom the question is about, so that the look at it is recorded with the patient's record. About a note it is refused to whoever may not
/// read notes, as the head without a reason, unless it concerns him.
async fn subject(ctx: &Ctx, id: QuestionId) -> Result<Subject> {
    let place = ctx.place()?.id;
    let mut tx = ctx.care(Permission::QuestionRead, Subject::Facility(place), OBJECT).await?;
    let found = store::place_of(&mut tx, place, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    let subject = found.patient_id.map_or(Subject::Facility(place), Subject::Person);
    if found.is_about_note && !rules::concerns(ctx.actor.id, (found.asked_by, found.asked_of, found.lead_id)) {
        drop(ctx.care(Permission::NoteRead, subject, OBJECT).await?);
    }
    Ok(subject)
}

async fn load(ctx: &Ctx, tx: &mut CareTx, id: QuestionId) -> Result<Shown> {
    let question = store::one(tx, id).await?.ok_or(AppError::NotFound)?;
    let part = rules::part(ctx.actor.id, (question.asked_of, question.lead_id), ctx.may(Permission::QuestionAsk));
    let opened = match question.patient_id {
        Some(patient) => openings::held(tx, ctx, patient).await?.is_some(),
        None => false,
    };
    if part == Part::None {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    if !rules::reads(&question, ctx.actor.id, Reading { outright: ctx.may(Permission::NoteRead), opened }) {
        return Err(AppError::Denied(Denied::NotTreating));
    }
    let turns = store::turns(tx, id).await?;
    Ok(Shown { question, turns, part })
}

async fn show(ctx: &Ctx, id: QuestionId, mut fields: Fields) -> Result<Response> {
    let subject = subject(ctx, id).await?;
    let mut tx = ctx.care(Permission::QuestionRead, subject, OBJECT).await?;
    let shown = load(ctx, &mut tx, id).await?;
    drop(tx);
    if !fields.has("turn") {
        fields.set("turn", ctx.new_id::<TurnId>().to_string());
    }
    fields.set("version", shown.question.version.to_string());
    if !fields.has("due_on") {
        fields.set("due_on", (ctx.today() + USUAL).to_string());
    }
    let title = ctx.lang.t("questions-one");
    let body = || view(ctx, &shown, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let question = &shown.question;
    let (what, who) = about(ctx, question);
    let place = ctx.place().map(|place| place.name.clone()).unwrap_or_default();
    let mut known = vec![
        (lang.t("questions-about").into_owned(), view! { <a href=target(question)>{what}</a> }.into_any()),
        (lang.t("questions-by").into_owned(), question.asker.clone().into_any()),
        (lang.t("questions-asked-at").into_owned(), lang.date_time(question.asked_at, zone).into_any()),
        (lang.t("questions-of").into_owned(), question.asked.clone().into_any()),
        (lang.t("questions-due").into_owned(), lang.date(question.due_on).into_any()),
    ];
    if let Some(who) = who {
        known.insert(0, (lang.t("voice-patient").into_owned(), who.identity().into_any()));
    }
    view! {
        {print_head(lang, place, lang.t("questions-one"), ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
        <h1>{lang.t("questions-one")}" "{standing_tag(lang, standing(question.status, question.due_on, ctx.today()))}</h1>
        {error_summary(fields, lang)}
        {facts(known)}
        {card(lang.t("questions-question"), view! { <p class="note-text">{question.words.clone()}</p> }.into_any())}
        {shown.turns.iter().map(|turn| turn_view(ctx, turn)).collect_view()}
        <div class="no-print">{forms(ctx, shown, fields)}</div>
        <p class="actions no-print">{link_button_quiet(routes::QUESTIONS, lang.t("questions-all"))}</p>
    }
    .into_any()
}

/// Where the thing that is asked about can be read.
fn target(question: &Question) -> String {
    match (question.patient_id, question.version_no, question.note_id) {
        (Some(patient), Some(number), _) => routes::patient_plan_version(patient, number),
        (Some(patient), None, Some(note)) => routes::note(patient, note),
        (Some(patient), None, None) => routes::patient(patient),
        (None, ..) => routes::QUESTIONS.to_owned(),
    }
}

fn turn_view(ctx: &Ctx, turn: &Turn) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let by = format!("{} · {}", turn.author, lang.date_time(turn.created_at, zone));
    let due = turn.due_on.map(|day| {
        let said = lang.t_with("questions-due-said", &[("day", lang.date(day).into())]);
        view! { <p class="sub">{said}</p> }
    });
    let words = (!turn.words.is_empty()).then(|| view! { <p class="note-text">{turn.words.clone()}</p> });
    view! { <section class="card"><h2>{turn.kind.label(lang)}</h2><p class="sub">{by}</p>{words}{due}</section> }
        .into_any()
}

fn forms(ctx: &Ctx, shown: &Shown, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let question = &shown.question;
    let may = |act| rules::after(question.status, act, shown.part).is_some();
    let written = |act: Act, label: &str, more: Option<AnyView>, send: &str| {
        let fields = of_form(fields, act);
        let body = view! {
            {kept(&fields)}
            {Field::new(&fields, lang, "words", lang.t(label)).within(act.as_str()).required().note_box(4)}
            {more}
            <div class="actions">{Button::new(lang.t(send)).named("act", act.as_str()).submit()}</div>
        };
        post_form(routes::question(question.id), body.into_any())
    };
    let again_due = || {
        Field::new(&of_form(fields, Act::Again), lang, "due_on", lang.t("questions-due"))
            .within(Act::Again.as_str())
            .required()
            .short()
            .date()
    };
    let answer = may(Act::Answer).then(|| {
        card(lang.t("questions-answer"), written(Act::Answer, "questions-answer", None, "questions-answer-send"))
    });
    let accept = may(Act::Accepted).then(|| bare(lang, question, fields, Act::Accepted, "questions-accept"));
    let again = may(Act::Again).then(|| {
        let open = fields.is_refused() && fields.get("act") == Act::Again.as_str();
        view! {
            <details open=open>
                <summary>{lang.t("questions-again")}</summary>
                {written(Act::Again, "questions-again-words", Some(again_due()), "questions-again-send")}
            </details>
        }
    });
    let withdraw = may(Act::Withdrawn).then(|| bare(lang, question, fields, Act::Withdrawn, "questions-withdraw"));
    view! { {answer}<div class="actions">{accept}{withdraw}</div>{again} }.into_any()
}

/// What was typed, for the form that it was typed into; the others keep what every form carries.
fn of_form(fields: &Fields, act: Act) -> Fields {
    if fields.get("act") == act.as_str() {
        return fields.clone();
    }
    let kept = ["turn", "version", "due_on"];
    kept.into_iter().fold(Fields::new(), |own, name| own.with(name, fields.get(name)))
}

fn kept(fields: &Fields) -> AnyView {
    view! { {hidden("turn", fields.get("turn").to_owned())} {hidden("version", fields.get("version").to_owned())} }
        .into_any()
}

fn bare(lang: Lang, question: &Question, fields: &Fields, act: Act, label: &str) -> AnyView {
    let send = if act == Act::Accepted { button(lang.t(label)) } else { Button::new(lang.t(label)).quiet().submit() };
    post_form_inline(
        routes::question(question.id),
        view! { {kept(fields)}{hidden("act", act.as_str())}{send} }.into_any(),
    )
}

/// An answer, its acceptance, the question once more, or that it is withdrawn.
pub async fn act(ctx: Ctx, Path(id): Path<QuestionId>, mut fields: Fields) -> Result<Response> {
    let act = Act::from_code(fields.get("act")).ok_or(AppError::BadRequest)?;
    let words = match act {
        Act::Answer | Act::Again => fields.required("words", LONGEST_WORDS),
        Act::Accepted | Act::Withdrawn => fields.text("words", LONGEST_WORDS),
    };
    let due_on = if act == Act::Again { due(&ctx, &mut fields) } else { None };
    let needs = if act == Act::Answer { Permission::QuestionAnswer } else { Permission::QuestionAsk };
    let subject = subject(&ctx, id).await?;
    let mut tx = ctx.care_write(needs, subject, OBJECT).await?;
    let shown = load(&ctx, &mut tx, id).await?;
    let turn = NewTurn {
        id: ctx.id_of_form(&fields, "turn"),
        question: id,
        act,
        words,
        due_on,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    if store::is_taken(&mut tx, turn.id).await? {
        return Ok(ctx.redirect_with(&routes::question(id), flash(act)));
    }
    let next = rules::after(shown.question.status, act, shown.part);
    if next.is_none() {
        fields.error("", Msg::new("questions-changed"));
    }
    let Some(next) = next.filter(|_| !fields.is_refused()) else {
        drop(tx);
        return show(&ctx, id, fields).await;
    };
    if !store::turn(&mut tx, fields.version(), &turn, next).await? {
        drop(tx);
        fields.error("", Msg::new("questions-changed"));
        return show(&ctx, id, fields).await;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::question(id), flash(act)))
}

const fn flash(act: Act) -> &'static str {
    match act {
        Act::Answer => "flash-question-answered",
        Act::Again => "flash-question-again",
        Act::Accepted => "flash-question-accepted",
        Act::Withdrawn => "flash-question-withdrawn",
    }
}
