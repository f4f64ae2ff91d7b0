//! The form of an evaluation: one long calm page with a list of its sections, each of which is a form of its own. Without
//! scripting each is saved by its button; with it, as it is written.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::prelude::*;

use super::super::api::{self, Saved};
use super::super::model::{Part, Section, Stored};
use super::super::rules::{LONGEST, REQUIRED};
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{EvaluationId, PersonId};
use crate::kit::ui::{
    Button, Field, button_danger, draft_guard, error_summary, hidden, link_button, post_form, post_form_inline,
};
use crate::routes;
use crate::web::Ctx;

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

/// Saves one section and leaves the others alone.
pub async fn save(
    ctx: Ctx,
    Path((id, section)): Path<(PersonId, Section)>,
    headers: HeaderMap,
    mut sent: Fields,
) -> Result<Response> {
    let quiet = headers.contains_key("x-autosave");
    let evaluation: EvaluationId = sent.get("evaluation").parse().map_err(|_| AppError::BadRequest)?;
    let text = sent.text(section.as_str(), LONGEST);
    if sent.is_refused() {
        return if quiet {
            Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response())
        } else {
            refuse(&ctx, id, section, sent).await
        };
    }
    match api::save(&ctx, id, (evaluation, section, sent.version()), &text).await? {
        Saved::Done(version) if quiet => {
            Ok((StatusCode::NO_CONTENT, [("x-version", version.to_string())]).into_response())
        }
        Saved::Conflict(_) | Saved::Gone if quiet => Ok(StatusCode::CONFLICT.into_response()),
        Saved::Done(_) => {
            let back = format!("{}#{}", routes::patient_evaluation(id), section.anchor());
            Ok(ctx.redirect_with(&back, "flash-evaluation-section-saved"))
        }
        Saved::Conflict(now) => {
            let theirs = now.written(section).map_or_else(Default::default, |written| {
                [("name", written.updated_by.as_str().into()), ("theirs", written.content.as_str().into())].to_vec()
            });
            sent.error(section.as_str(), Msg::with("evaluations-conflict", theirs));
            refuse(&ctx, id, section, sent).await
        }
        Saved::Gone => {
            sent.error(section.as_str(), Msg::new("evaluations-gone"));
            refuse(&ctx, id, section, sent).await
        }
    }
}

/// The whole page again: this section as it was typed, standing now on the version that is kept, and the others as they are.
async fn refuse(ctx: &Ctx, id: PersonId, section: Section, sent: Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::EvaluationWrite, Subject::Person(id), "evaluation").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let draft = api::draft(&mut tx, id).await?;
    drop(tx);
    let title = title(ctx, &head);
    let Some(draft) = draft else {
        return Ok(ctx.refused(title, || rescued(ctx, &head, section, &sent)));
    };
    let mut fields = fill(&draft);
    let typed = sent.all(section.as_str()).next().unwrap_or_default().to_owned();
    fields.set(section.as_str(), typed);
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
fn rescued(ctx: &Ctx, head: &PatientHead, section: Section, sent: &Fields) -> AnyView {
    let lang = ctx.lang;
    view! {
        {patients::top(ctx, head, Tab::Evaluation)}
        {error_summary(sent, lang)}
        <div class="form">{Field::new(sent, lang, section.as_str(), section.label(lang)).note_box(12)}</div>
        <div class="actions">{link_button(routes::patient_evaluation(head.id), lang.t("evaluations-to-evaluation"))}</div>
    }
    .into_any()
}

/// The editor; `fields` holds the text of each section under its code.
pub(super) fn view(ctx: &Ctx, head: &PatientHead, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let parts = Part::ALL.into_iter().map(|part| part_view(ctx, head.id, part, draft, fields)).collect_view();
    view! {
        {patients::top(ctx, head, Tab::Evaluation)}
        {error_summary(fields, lang)}
        <h2>{lang.t("evaluations-draft")}</h2>
        <p class="lead">{lang.t("evaluations-draft-lead")}</p>
        <div class="evaluation">
            {contents(lang, draft)}
            <div>
                {parts}
                <div class="actions">{link_button(routes::patient_evaluation_sign(head.id), lang.t("evaluations-read-and-sign"))}</div>
                <p class="hint">{lang.t("evaluations-sign-hint")}</p>
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

fn part_view(ctx: &Ctx, id: PersonId, part: Part, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let sections = part.sections().map(|section| section_form(ctx, id, section, draft, fields)).collect_view();
    view! {
        <section class="part">
            <h2>{lang.t(part.key())}</h2>
            <p class="hint">{lang.t(part.hint_key())}</p>
            {sections}
        </section>
    }
    .into_any()
}

fn section_form(ctx: &Ctx, id: PersonId, section: Section, draft: &Stored, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let action = routes::patient_evaluation_section(id, section);
    let written = draft.written(section);
    let version = written.map_or(0, |written| written.version);
    let saved = written.map(|written| {
        let at = lang.date_time(written.updated_at, ctx.zone());
        let args = [("name", written.updated_by.as_str().into()), ("at", at.into())];
        view! { <span class="sub">{lang.t_with("evaluations-saved-by", &args)}</span> }
    });
    let hint = lang.t(&format!("evaluation-hint-{}", section.as_str().replace('_', "-")));
    let field = Field::new(fields, lang, section.as_str(), section.label(lang)).hint(hint);
    let field = if REQUIRED.contains(&section) { field.required() } else { field };
    // Not over what somebody else has saved before both texts have been seen.
    let guard = fields.error_at(section.as_str()).is_none().then(|| draft_guard(lang, action.clone()));
    let save = Button::new(lang.t("evaluations-save")).about(section.label(lang)).quiet().submit();
    let body = view! {
        {hidden("evaluation", draft.evaluation.id.to_string())}
        {hidden("version", version.to_string())}
        {field.note_box(5)}
        {guard}
        <div class="actions no-print">{save}{saved}</div>
    };
    view! { <div id=section.anchor()>{post_form(action, body.into_any())}</div> }.into_any()
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
