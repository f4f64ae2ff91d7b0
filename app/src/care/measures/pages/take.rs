//! Taking a measure: its form, made from the definition, and the signature that makes a result and a note of it at once.

use axum::extract::{Path, Query};
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use super::super::account::account;
use super::super::definition::{Definition, Kind, Texts, say};
use super::super::model::NewResult;
use super::super::rules::{Answers, Score, parse_milli, score};
use super::super::store;
use super::list::is_open;
use crate::access::{Permission, Subject};
use crate::care::consents::pages::list::day_up_to;
use crate::care::notes::{Document, NoteKind, Signer};
use crate::care::patients::{self, PatientHead, Tab};
use crate::care::sessions::rules::is_late;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, ResultId};
use crate::kit::local_time::instant;
use crate::kit::ui::{Field, Tone, button, error_summary, hidden, link_button_quiet, notice, post_form, section, tabs};
use crate::routes;
use crate::training::requirements;
use crate::web::Ctx;

const LONGEST: usize = 2000;
const NOON: i32 = 12 * 60;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    language: String,
}

pub async fn page(
    ctx: Ctx,
    Path((id, code)): Path<(PersonId, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response> {
    let wanted = if asked.language.is_empty() { ctx.lang.code().to_owned() } else { asked.language };
    // The result's own id is in the form from the beginning: however often it is signed, it is one result.
    let fields = Fields::new()
        .with("result", ctx.new_id::<ResultId>().to_string())
        .with("taken_on", ctx.today().to_string())
        .with("language", wanted);
    show(&ctx, id, &code, fields).await
}

/// The measure when it may be taken here today.
async fn find(ctx: &Ctx, tx: &mut CareTx, id: PersonId, code: &str) -> Result<(PatientHead, Definition)> {
    let head = patients::head(tx, ctx.actor.id, id).await?;
    let licences = store::licences(tx, head.facility_id).await?;
    let catalogue = store::catalogue(tx).await?;
    let found = catalogue.find(code).filter(|definition| is_open(ctx, definition, &licences)).cloned();
    if !head.is_open() {
        return Err(AppError::Stale);
    }
    Ok((head, found.ok_or(AppError::NotFound)?))
}

/// Why the user may not record this measure: it asks for a certificate that the register does not hold.
async fn certificate_missing(ctx: &Ctx, tx: &mut CareTx, definition: &Definition) -> Result<Option<Msg>> {
    let Some(subject) = definition.certificate else { return Ok(None) };
    let held = requirements::holds(tx, ctx.actor.id, subject, ctx.today()).await?;
    let what = subject.label(ctx.lang).into_owned();
    Ok((!held).then(|| Msg::with("training-measure-refused", [("what", what.into())])))
}

async fn show(ctx: &Ctx, id: PersonId, code: &str, fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::MeasureWrite, Subject::Person(id), "measure").await?;
    let (head, definition) = find(ctx, &mut tx, id, code).await?;
    let refused = certificate_missing(ctx, &mut tx, &definition).await?;
    drop(tx);
    let title = definition.title(ctx.lang).to_owned();
    let body = || view(ctx, &head, (&definition, refused.as_ref()), &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

pub async fn submit(ctx: Ctx, Path((id, code)): Path<(PersonId, String)>, mut fields: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::MeasureWrite, Subject::Person(id), "measure").await?;
    let (_, definition) = find(&ctx, &mut tx, id, &code).await?;
    let refused = certificate_missing(&ctx, &mut tx, &definition).await?;
    drop(tx);
    if let Some(message) = refused {
        fields.error("", message);
        return show(&ctx, id, &code, fields).await;
    }
    let parsed = parse(&ctx, &definition, &mut fields);
    ctx.reauthenticate(&mut fields).await?;
    let Some(form) = parsed.filter(|_| !fields.is_refused()) else { return show(&ctx, id, &code, fields).await };
    let result = ctx.id_of_form(&fields, "result");
    sign(&ctx, id, &definition, result, form).await?;
    Ok(ctx.redirect_with(&routes::patient_measures(id), "flash-measure-signed"))
}

struct Form {
    taken_on: NaiveDate,
    occurred_at: DateTime<Utc>,
    late_reason: String,
    language: String,
    answers: Answers,
    score: Score,
    comment: String,
}

fn parse(ctx: &Ctx, definition: &Definition, fields: &mut Fields) -> Option<Form> {
    let taken_on = day_up_to(fields, "taken_on", ctx.today());
    let answers = match definition.kind {
        Kind::Slot => numbers(definition, fields),
        Kind::Items | Kind::Computed => choices(definition, fields),
    };
    let scored = score(definition, &answers);
    if let Err(missing) = &scored {
        for item in missing.iter().map(|code| field_of(code)).collect::<Vec<_>>() {
            if fields.error_at(&item).is_none() {
                fields.error(item, Msg::new("measures-answer-missing"));
            }
        }
    }
    let comment = fields.text("comment", LONGEST);
    let occurred_at = if taken_on == Some(ctx.today()) {
        ctx.now()
    } else {
        instant(taken_on?, NOON, ctx.zone()).unwrap_or_else(|_| ctx.now())
    };
    let late_reason = if is_late(occurred_at, ctx.now()) { fields.required("late-reason", 500) } else { String::new() };
    let language = definition.language_for(fields.get("language")).to_owned();
    Some(Form { taken_on: taken_on?, occurred_at, late_reason, language, answers, score: scored.ok()?, comment })
}

fn field_of(code: &str) -> String {
    format!("item-{code}")
}

/// What was ticked, as far as the measure knows such an answer.
fn choices(definition: &Definition, fields: &Fields) -> Answers {
    let known = |value: &i32| definition.answers.iter().any(|answer| answer.value == *value);
    definition
        .items
        .iter()
        .filter_map(|item| Some((item.code.clone(), fields.get(&field_of(&item.code)).parse().ok().filter(known)?)))
        .collect()
}

/// The numbers of a slot, in thousandths; what is none, or out of range, has its error.
fn numbers(definition: &Definition, fields: &mut Fields) -> Answers {
    let mut found = Answers::new();
    for item in &definition.slots {
        let name = field_of(&item.code);
        let typed = fields.get(&name).to_owned();
        let within = definition.least * 1000..=definition.most * 1000;
        let fits = |milli: &i32| within.contains(milli) && (definition.places > 0 || milli % 1000 == 0);
        match parse_milli(&typed).filter(fits) {
            Some(milli) => {
                found.insert(item.code.clone(), milli);
            }
            None if typed.is_empty() => {}
            None => fields.error(
                name,
                Msg::with("measures-number", [("least", definition.least.into()), ("most", definition.most.into())]),
            ),
        }
    }
    found
}

/// The note and the result, together or not at all.
async fn sign(ctx: &Ctx, patient: PersonId, definition: &Definition, id: ResultId, form: Form) -> Result<()> {
    let mut document = Document::new(NoteKind::Measure, form.occurred_at);
    document.late_reason = form.late_reason;
    document.parts = account(ctx.lang, definition, &form.answers, (form.score, &form.language, &form.comment));
    let signer = Signer::new(ctx).await?;
    let mut tx = ctx.care_write(Permission::MeasureWrite, Subject::Person(patient), "measure").await?;
    let note = signer.sign(&mut tx, patient, document).await?;
    let new = NewResult {
        id,
        patient,
        measure_code: definition.code.clone(),
        definition_no: definition.version,
        taken_on: form.taken_on,
        language: form.language,
        answers: serde_json::to_string(&form.answers).unwrap_or_default(),
        score_milli: form.score.first,
        second_score_milli: form.score.second,
        comment: form.comment,
        note,
        by: ctx.actor.id,
        at: ctx.now(),
    };
    // Signed once already: what this transaction has written goes with it.
    if store::insert(&mut tx, &new).await? {
        tx.commit().await?;
    }
    Ok(())
}

fn view(ctx: &Ctx, head: &PatientHead, (definition, refused): (&Definition, Option<&Msg>), fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let language = definition.language_for(fields.get("language")).to_owned();
    let text = |texts: &Texts| texts.get(&language).cloned().unwrap_or_else(|| say(texts, lang).to_owned());
    let path = routes::measure_take(head.id, &definition.code);
    let untranslated = (!definition.languages.iter().any(|held| held == lang.code())).then(|| {
        let held = definition.languages.iter().map(|code| language_name(code)).collect::<Vec<_>>().join(", ");
        notice(Tone::Calm, lang.t_with("measures-no-translation", &[("languages", held.into())]))
    });
    let questions = match definition.kind {
        Kind::Slot => slots(lang, definition, fields, &text),
        Kind::Items | Kind::Computed => items(lang, definition, fields, &text),
    };
    let form = view! {
        {hidden("result", fields.get("result").to_owned())}
        {hidden("language", language.clone())}
        {Field::new(fields, lang, "taken_on", lang.t("measures-taken-on")).required().date()}
        {questions}
        {Field::new(fields, lang, "comment", lang.t("measures-comment")).note_box(3)}
        {Field::new(fields, lang, "late-reason", lang.t("measures-late-reason")).hint(lang.t("measures-late-hint")).text()}
        {Field::new(fields, lang, "password", lang.t("access-password")).hint(lang.t("measures-sign-hint")).required().short().password("current-password")}
        <div class="actions">
            {button(lang.t("measures-sign"))}
            {link_button_quiet(routes::patient_measures(head.id), lang.t("measures-leave"))}
        </div>
    };
    view! {
        {patients::top(ctx, head, Tab::Measures)}
        {error_summary(fields, lang)}
        <h2>{definition.title(lang).to_owned()}</h2>
        {untranslated}
        {refused.filter(|_| !fields.is_refused()).map(|message| notice(Tone::Bad, message.say(lang)))}
        {ways(lang, definition, &path, &language)}
        {post_form(path.clone(), form.into_any())}
        <p class="sub">{definition.owner.clone()}". "{definition.licence.clone()}" "{definition.citation.clone()}</p>
    }
    .into_any()
}

fn language_name(code: &str) -> String {
    Lang::from_code(code).map_or_else(|| code.to_owned(), |held| held.own_name().to_owned())
}

/// The languages that the items are in, where there is a choice.
fn ways(lang: Lang, definition: &Definition, path: &str, language: &str) -> Option<AnyView> {
    let address = |code: &str| format!("{path}?language={code}");
    let links = definition.languages.iter().map(|code| (address(code), language_name(code))).collect();
    (definition.languages.len() > 1 && definition.kind == Kind::Items)
        .then(|| tabs(lang.t("measures-languages"), links, &address(language)))
}

fn items(lang: Lang, definition: &Definition, fields: &Fields, text: &impl Fn(&Texts) -> String) -> AnyView {
    let options: Vec<(String, String)> =
        definition.answers.iter().map(|answer| (answer.value.to_string(), text(&answer.text))).collect();
    let needs_all = definition.scoring.and_then(|scoring| scoring.answered).is_none();
    let questions = definition
        .items
        .iter()
        .map(|item| {
            let field = Field::new(fields, lang, field_of(&item.code), text(&item.text));
            let field = if needs_all { field.required() } else { field };
            field.radios(options.clone())
        })
        .collect_view();
    let intro = (!definition.intro.is_empty()).then(|| view! { <p>{text(&definition.intro)}</p> });
    section(lang.t("measures-questions"), view! { {intro}{questions} }.into_any())
}

fn slots(lang: Lang, definition: &Definition, fields: &Fields, text: &impl Fn(&Texts) -> String) -> AnyView {
    let hint =
        lang.t_with("measures-slot-hint", &[("least", definition.least.into()), ("most", definition.most.into())]);
    let levels: Vec<(String, String)> = definition
        .answers
        .iter()
        .map(|answer| (answer.value.to_string(), format!("{} {}", answer.value, text(&answer.text))))
        .collect();
    let boxes = definition
        .slots
        .iter()
        .map(|item| {
            let field = Field::new(fields, lang, field_of(&item.code), text(&item.text)).required();
            if levels.is_empty() {
                field.hint(hint.clone()).short().inputmode("decimal").text()
            } else {
                field.select(levels.clone(), Some(lang.t("measures-choose").into_owned()))
            }
        })
        .collect_view();
    section(lang.t("measures-numbers"), boxes.into_any())
}
