//! Beginning a note: its kind, its format or a template, and then the editor, in which everything is kept as it is typed.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use crate::access::{Permission, Subject};
use crate::care::notes::NoteKind;
use crate::care::notes::draft::Format;
use crate::care::notes::draft::api::{self, Beginning};
use crate::care::notes::phrases::{self, Phrase, PhraseKind};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Field, button, error_summary, hidden, link_button_quiet, options_of, post_form};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

/// What is written here; the others come from what is done elsewhere.
pub const KINDS: [NoteKind; 4] =
    [NoteKind::Contact, NoteKind::ProgressReport, NoteKind::Telephone, NoteKind::CaseDiscussion];

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct StartQuery {
    kind: String,
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<StartQuery>) -> Result<Response> {
    let kind = NoteKind::from_code(&query.kind).filter(|kind| KINDS.contains(kind)).unwrap_or(NoteKind::Contact);
    let fields = Fields::new()
        .with("draft", ctx.new_id::<uuid::Uuid>().to_string())
        .with("kind", kind.as_str())
        .with("begin-as", Format::Soap.as_str());
    show(&ctx, id, &fields).await
}

pub async fn begin(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let kind = fields.choice::<NoteKind>("kind").filter(|kind| KINDS.contains(kind));
    if kind.is_none() && fields.error_at("kind").is_none() {
        fields.error("kind", Msg::new("form-choose"));
    }
    let format = Format::from_code(fields.get("begin-as"));
    let template = fields.get("begin-as").parse::<uuid::Uuid>().ok();
    if format.is_none() && template.is_none() {
        fields.error("begin-as", Msg::new("form-choose"));
    }
    let Some(kind) = kind.filter(|_| !fields.is_refused()) else { return show(&ctx, id, &fields).await };
    let draft = fields.get("draft").parse().map_err(|_| AppError::BadRequest)?;
    let format = format.unwrap_or(Format::Narrative);
    api::begin(&ctx, id, &Beginning { id: draft, kind, format, template }).await?;
    Ok(redirect(&routes::note_draft(id, draft)))
}

async fn show(ctx: &Ctx, id: PersonId, fields: &Fields) -> Result<Response> {
    let mut tx = ctx.care(Permission::NoteSign, Subject::Person(id), "note").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let phrases = phrases::of_user(&mut tx, ctx.actor.id).await?;
    drop(tx);
    let title = ctx.lang.t("notes-new");
    let body = || view(ctx, &head, &phrases, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, head: &PatientHead, phrases: &[Phrase], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let kinds = KINDS.map(|kind| (kind.to_string(), kind.label(lang).into_owned())).to_vec();
    let templates = phrases.iter().filter(|phrase| phrase.kind == PhraseKind::Template).map(|phrase| {
        (phrase.id.to_string(), lang.t_with("notes-template-named", &[("title", phrase.title.as_str().into())]))
    });
    let formats = options_of!(Format, lang).into_iter().chain(templates).collect();
    let body = view! {
        {hidden("draft", fields.get("draft"))}
        {Field::new(fields, lang, "kind", lang.t("sessions-note-kind")).radios(kinds)}
        {Field::new(fields, lang, "begin-as", lang.t("notes-begin-as")).hint(lang.t("notes-begin-as-hint")).radios(formats)}
        <div class="actions">
            {button(lang.t("notes-begin"))}
            {link_button_quiet(routes::patient_notes(head.id), lang.t("notes-leave"))}
        </div>
    };
    view! {
        {patients::top(ctx, head, Tab::Notes)}
        {error_summary(fields, lang)}
        <h2>{lang.t("notes-new")}</h2>
        {post_form(routes::note_new(head.id), body.into_any())}
        <p><a href=routes::PHRASES>{lang.t("notes-phrases-link")}</a></p>
    }
    .into_any()
}
