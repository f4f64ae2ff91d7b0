//! The form of an evaluation: one long calm page with a list of its sections. With scripting each is saved as it is written. A button
//! saves all that was typed, whichever section it stands at: without scripting, words in another section would be lost otherwise.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::super::api::{self, Saved};
use super::super::model::{Part, Section, Seen, Stored, Typed};
use super::super::rules::{LONGEST, REQUIRED};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{EvaluationId, PersonId};
use crate::kit::ui::{
    Button, Field, button_danger, button_named, draft_guard, error_summary, hidden, link_button, post_form,
    post_form_inline,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

pub async fn begin(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    if !api::begin(&ctx, id, fields.get("from") == "last").await? {
        return Err(AppError::NotFound);
    }
    Ok(ctx.redirect_with(&routes::patient_evaluation(id), "flash-evaluation-begun"))
}

pub async fn discard(ctx: Ctx, Path(id): Path<PersonId>, fields: Fields) -> Result<Response> {
    let evaluation = fields.get("evaluation").parse().map_err(|_| AppError::BadRequest)?;
    api::discard(&ctx, id, (evaluation, fields.version())).await?;
    Ok(ctx.redirect_with(&routes::patient_evaluation(id), "flash-evaluation-discarded"))
}

/// What the button of a section says; the value is the section, to come back to.
const AT: &str = "at";
/// The value of the button that goes on to the signature.
const SIGN: &str = "sign";

/// What a section stood on when it was shown. The draft guard knows it by how the name begins.
fn seen_field(section: Section) -> String {
    format!("version_{}", section.as_str())
}

/// The sections of a form that were written in.
fn typed(sent: &mut Fields) -> Vec<Typed> {
    let mut typed = Vec::new();
    for &section in Section::ALL {
        if sent.has(section.as_str()) {
            let text = sent.text(section.as_str(), LONGEST);
            let seen = Seen::read(sent.get(&seen_field(section)));
            if !seen.is_of(&text) {
                typed.push(Typed { section, over: seen.version, text });
            }
        }
    }
    typed
}

/// Saves what was typed, and leaves alone what was only shown.
pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, headers: HeaderMap, mut sent: Fields) -> Result<Response> {
    let quiet = headers.contains_key("x-autosave");
    let evaluation: EvaluationId = sent.get("evaluation").parse().map_err(|_| AppError::BadRequest)?;
    let typed = typed(&mut sent);
    if sent.is_refused() {
        return if quiet {
            Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response())
        } else {
            refuse(&ctx, id, &typed, sent).await
        };
    }
    match api::save(&ctx, id, evaluation, &typed).await? {
        Saved::Done(version) if quiet => {
            let seen = typed.last().zip(version).map(|(typed, version)| Seen::new(version, &typed.text).to_string());
            let kept = StatusCode::NO_CONTENT;
            Ok(seen.map_or_else(|| kept.into_response(), |seen| (kept, [("x-version", seen)]).into_response()))
        }
        Saved::Conflict(..) | Saved::Gone if quiet => Ok(StatusCode::CONFLICT.into_response()),
        Saved::Done(_) if sent.holds(AT, SIGN) => Ok(redirect(&routes::patient_evaluation_sign(id))),
        Saved::Done(_) => {
            let anchor = sent.get(AT).parse::<Section>().map(|section| format!("#{}", section.anchor()));
            let back = format!("{}{}", routes::patient_evaluation(id), anchor.unwrap_or_default());
            Ok(ctx.redirect_with(&back, "flash-evaluation-section-saved"))
        }
        Saved::Conflict(now, sections) => {
            for section in sections {
                let theirs = now.written(section).map_or_else(Default::default, |written| {
                    [("name", written.updated_by.as_str().into()), ("theirs", written.content.as_str().into())].to_vec()
                });
                sent.error(section.as_str(), Msg::with("evaluations-conflict", theirs));
            }
            refuse(&ctx, id, &typed, sent).await
        }
        Saved::Gone if typed.is_empty() => Ok(redirect(&routes::patient_evaluation(id))),
        Saved::Gone => {
            for Typed { section, .. } in &typed {
                sent.error(section.as_str(), Msg::new("evaluations-gone"));
            }
            refuse(&ctx, id, &typed, sent).await
        }
    }
}

/// The whole page again: what was typed, standing now on the versions that are kept, and the others as they are.
async fn refuse(ctx: &Ctx, id: PersonId, typed: &[Typed], sent: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::EvaluationWrite, Subject::Person(id), "evaluation").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let draft = api::draft(&mut tx, id).await?;
    drop(tx);
    let title = title(ctx, &head);
    let Some(draft) = draft else {
        return Ok(ctx.refused(title, || rescued(ctx, &head, typed, &sent)));
    };
    let mut fields = fill(&draft);
    for Typed { section, text, .. } in typed {
        fields.set(section.as_str(), text.as_str());
    }
    for (name, message) in sent.errors() {
        fields.error(name.clone(), message.clone());
    }
    Ok(ctx.refused(title, || view(ctx, &head, &draft, &fields)))
}

pub(super) fn title(ctx: &Ctx, head: &PatientHead) -> String {
    format!("{} · {}", ctx.lang.t("evaluations-title"), head.name(ctx))
}

/// The sections as they are kept, each under its code.
pub(super) fn fill(draft: &Stored) -> Fields {
    Section::ALL.iter().fold(Fields::new(), |fields, section| fields.with(section.as_str(), draft.text(*section)))
}

/// There is no draft to save into any more. What was typed is shown to be copied, since nothing typed is ever lost.
fn rescued(ctx: &Ctx, head: &PatientHead, typed: &[Typed], sent: &Fields) -> AnyView {
    let lang = ctx.lang;
    let texts = typed
        .iter()
        .map(|Typed { section, .. }| Field::new(sent, lang, section.as_str(), section.label(lang)).note_box(12))
        .collect_view();
    view! {
        {patients::top(ctx, head, Tab::Evaluation)}
        {error_summary(sent, lang)}
        <div class="form">{texts}</div>
        <div class="actions">{link_button(routes::patient_evaluation(head.id), lang.t("evaluations-to-evaluation"))}</div>
    }
    .into_any()
}

/// The editor; `fields` holds the text of each section under its code.
pub(super) fn view(ctx: &Ctx, head: &PatientHead, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let save_to = routes::patient_evaluation_sections(head.id);
    let parts = Part::ALL.into_iter().map(|part| part_view(ctx, &save_to, part, draft, fields)).collect_view();
    let sections = view! {
        {hidden("evaluation", draft.evaluation.id.to_string())}
        {parts}
        <div class="actions no-print">{button_named(lang.t("evaluations-read-and-sign"), AT, SIGN)}</div>
        <p class="hint no-print">{lang.t("evaluations-sign-hint")}</p>
    };
    view! {
        {patients::top(ctx, head, Tab::Evaluation)}
        {error_summary(fields, lang)}
        <h2>{lang.t("evaluations-draft")}</h2>
        <p class="lead">{lang.t("evaluations-draft-lead")}</p>
        <div class="evaluation">
            {contents(lang, draft)}
            <div>
                {post_form(save_to, sections.into_any())}
                {discard_form(lang, head.id, draft)}
            </div>
        </div>
    }
    .into_any()
}

/// The list of sections, with a mark at those that say something.
fn contents(lang: Lang, draft: &Stored) -> AnyView {
    let part = |part: Part| {
        let items = part
            .sections()
            .map(|section| {
                let filled = !draft.text(section).is_empty();
                let mark = if filled { "✓" } else { "○" };
                let word = lang.t(if filled { "evaluations-filled" } else { "evaluations-empty" });
                view! {
                    <li>
                        <a href=format!("#{}", section.anchor())>
                            <span aria-hidden="true">{mark}</span>
                            <span>{section.label(lang)}<span class="away">{format!(" ({word})")}</span></span>
                        </a>
                    </li>
                }
            })
            .collect_view();
        view! { <h3>{lang.t(part.key())}</h3><ol>{items}</ol> }
    };
    view! {
        <nav class="contents no-print" aria-label=lang.t("evaluations-sections")>{Part::ALL.map(part).into_iter().collect_view()}</nav>
    }
    .into_any()
}

fn part_view(ctx: &Ctx, save_to: &str, part: Part, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let sections = part.sections().map(|section| section_view(ctx, save_to, section, draft, fields)).collect_view();
    view! {
        <section class="part">
            <h2>{lang.t(part.key())}</h2>
            <p class="hint">{lang.t(part.hint_key())}</p>
            {sections}
        </section>
    }
    .into_any()
}

fn section_view(ctx: &Ctx, save_to: &str, section: Section, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let saved = draft.written(section).map(|written| {
        let at = lang.date_time(written.updated_at, ctx.zone());
        let args = [("name", written.updated_by.as_str().into()), ("at", at.into())];
        view! { <span class="sub">{lang.t_with("evaluations-saved-by", &args)}</span> }
    });
    let hint = lang.t(&format!("evaluation-hint-{}", section.as_str().replace('_', "-")));
    let field = Field::new(fields, lang, section.as_str(), section.label(lang)).hint(hint);
    let field = if REQUIRED.contains(&section) { field.required() } else { field };
    // Not over what somebody else has saved before both texts have been seen.
    let guard = fields.error_at(section.as_str()).is_none().then(|| draft_guard(lang, save_to.to_owned()));
    let save = Button::new(lang.t("evaluations-save")).about(section.label(lang)).named(AT, section.as_str()).quiet();
    view! {
        <div id=section.anchor() data-draft>
            {hidden(seen_field(section), draft.seen(section).to_string())}
            {field.note_box(5)}
            {guard}
            <div class="actions no-print">{save.submit()}{saved}</div>
        </div>
    }
    .into_any()
}

/// Only after a look at what it means.
fn discard_form(lang: Lang, id: PersonId, draft: &Stored) -> AnyView {
    let form = post_form_inline(
        routes::patient_evaluation_discard(id),
        view! {
            {hidden("evaluation", draft.evaluation.id.to_string())}
            {hidden("version", draft.evaluation.version.to_string())}
            {button_danger(lang.t("evaluations-discard"))}
        }
        .into_any(),
    );
    view! {
        <details class="no-print">
            <summary>{lang.t("evaluations-discard-open")}</summary>
            <p>{lang.t("evaluations-discard-hint")}</p>
            {form}
        </details>
    }
    .into_any()
}
