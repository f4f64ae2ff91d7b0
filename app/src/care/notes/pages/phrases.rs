//! A practitioner's own templates and quick phrases.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use uuid::Uuid;

use crate::access::{Permission, Subject};
use crate::care::notes::draft::{Format, Section, Texts};
use crate::care::notes::phrases::{self, MOST, Phrase, PhraseKind};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::form::{Fields, LONGEST};
use crate::kit::ui::{
    Field, Header, button, button_danger, card, error_summary, hidden, link_button_quiet, options_of, post_form,
    post_form_inline, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

const LONGEST_TITLE: usize = 120;
const LONGEST_PHRASE: usize = 2000;

async fn read(ctx: &Ctx) -> Result<CareTx> {
    ctx.care(Permission::NoteSign, Subject::Facility(ctx.place()?.id), "phrases").await
}

async fn write(ctx: &Ctx) -> Result<CareTx> {
    ctx.care_write(Permission::NoteSign, Subject::Facility(ctx.place()?.id), "phrases").await
}

pub async fn page(ctx: Ctx) -> Result<Response> {
    let fields = Fields::new()
        .with("id", ctx.new_id::<Uuid>().to_string())
        .with("kind", PhraseKind::Phrase.as_str())
        .with("format", Format::Soap.as_str());
    list(&ctx, &fields).await
}

async fn list(ctx: &Ctx, fields: &Fields) -> Result<Response> {
    let mut tx = read(ctx).await?;
    let held = phrases::of_user(&mut tx, ctx.actor.id).await?;
    drop(tx);
    let title = ctx.lang.t("notes-phrases-title");
    let body = || list_view(ctx, &held, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn list_view(ctx: &Ctx, held: &[Phrase], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![Header::new(lang.t("notes-phrase-title")), Header::new(lang.t("notes-phrase-kind"))];
    let rows = held
        .iter()
        .map(|phrase| {
            let format = (phrase.kind == PhraseKind::Template).then(|| phrase.format.label(lang));
            view! {
                <tr>
                    <td><a href=routes::phrase(phrase.id)>{phrase.title.clone()}</a></td>
                    <td>{phrase.kind.label(lang)}<div class="sub">{format}</div></td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let form = view! {
        {hidden("id", fields.get("id"))}
        {Field::new(fields, lang, "title", lang.t("notes-phrase-title")).hint(lang.t("notes-phrase-title-hint")).required().text()}
        {Field::new(fields, lang, "kind", lang.t("notes-phrase-kind")).compact().radios(options_of!(PhraseKind, lang))}
        {Field::new(fields, lang, "format", lang.t("notes-phrase-format")).compact().radios(options_of!(Format, lang))}
        <div class="actions">{button(lang.t("notes-phrase-add"))}</div>
    };
    view! {
        <h1>{lang.t("notes-phrases-title")}</h1>
        <p class="lead">{lang.t("notes-phrases-lead")}</p>
        {error_summary(fields, lang)}
        <div class="card">{table_under_heading(lang.t("notes-phrases-mine"), headers, rows, lang.t("notes-phrases-none"))}</div>
        {card(lang.t("notes-phrase-new"), post_form(routes::PHRASES, form.into_any()))}
    }
    .into_any()
}

/// Adds an empty one and goes to where it is written.
pub async fn add(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let title = fields.required("title", LONGEST_TITLE);
    let kind = fields.choice::<PhraseKind>("kind");
    let format = fields.choice::<Format>("format");
    let id: Uuid = ctx.id_of_form(&fields, "id");
    let (Some(kind), Some(format), false) = (kind, format, fields.is_refused()) else {
        return list(&ctx, &fields).await;
    };
    let mut tx = write(&ctx).await?;
    let held = phrases::of_user(&mut tx, ctx.actor.id).await?.len();
    if held >= MOST {
        drop(tx);
        fields.error("", Msg::with("notes-phrases-most", [("n", MOST.into())]));
        return list(&ctx, &fields).await;
    }
    let format = if kind == PhraseKind::Phrase { Format::Narrative } else { format };
    let phrase = Phrase { id, kind, title, format, texts: Texts::default(), version: 1 };
    phrases::insert(&mut tx, ctx.actor.id, &phrase, held).await?;
    tx.commit().await?;
    Ok(redirect(&routes::phrase(id)))
}

pub async fn edit(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = read(&ctx).await?;
    let phrase = phrases::find(&mut tx, ctx.actor.id, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    let mut fields = Fields::new().with("title", phrase.title.clone()).with("version", phrase.version.to_string());
    for section in Section::ALL {
        fields.set(section.name(), phrase.texts.get(section));
    }
    Ok(ctx.page(phrase.title.clone(), || edit_view(&ctx, &phrase, &fields)))
}

fn edit_view(ctx: &Ctx, phrase: &Phrase, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let is_phrase = phrase.kind == PhraseKind::Phrase;
    let texts = phrase.format.sections().iter().map(|(section, heading)| {
        let label = lang.t(if is_phrase { "notes-phrase-text" } else { heading });
        Field::new(fields, lang, section.name(), label).note_box(if is_phrase { 4 } else { 5 })
    });
    let form = view! {
        {hidden("version", fields.get("version"))}
        {Field::new(fields, lang, "title", lang.t("notes-phrase-title")).required().text()}
        {texts.collect_view()}
        <div class="actions">
            {button(lang.t("notes-phrase-save"))}
            {link_button_quiet(routes::PHRASES, lang.t("notes-leave"))}
        </div>
    };
    let delete = view! {
        <details>
            <summary>{lang.t("notes-phrase-delete-open")}</summary>
            {post_form_inline(routes::phrase_delete(phrase.id), button_danger(lang.t("notes-phrase-delete")))}
        </details>
    };
    view! {
        <h1>{phrase.kind.label(lang)}</h1>
        <p class="lead">{lang.t(if is_phrase { "notes-phrase-lead" } else { "notes-template-lead" })}</p>
        {error_summary(fields, lang)}
        {post_form(routes::phrase(phrase.id), form.into_any())}
        {delete}
    }
    .into_any()
}

pub async fn save(ctx: Ctx, Path(id): Path<Uuid>, mut fields: Fields) -> Result<Response> {
    let mut tx = write(&ctx).await?;
    let mut phrase = phrases::find(&mut tx, ctx.actor.id, id).await?.ok_or(AppError::NotFound)?;
    let longest = if phrase.kind == PhraseKind::Phrase { LONGEST_PHRASE } else { LONGEST };
    phrase.title = fields.required("title", LONGEST_TITLE);
    for (section, _) in phrase.format.sections() {
        *phrase.texts.get_mut(*section) = fields.text(section.name(), longest);
    }
    if fields.is_refused() {
        drop(tx);
        return Ok(ctx.refused(phrase.title.clone(), || edit_view(&ctx, &phrase, &fields)));
    }
    if !phrases::update(&mut tx, ctx.actor.id, &phrase, fields.version()).await? {
        drop(tx);
        fields.set("version", phrase.version.to_string());
        fields.error("", Msg::new("notes-phrase-stale"));
        return Ok(ctx.refused(phrase.title.clone(), || edit_view(&ctx, &phrase, &fields)));
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::PHRASES, "flash-phrase-saved"))
}

pub async fn delete(ctx: Ctx, Path(id): Path<Uuid>) -> Result<Response> {
    let mut tx = write(&ctx).await?;
    phrases::delete(&mut tx, ctx.actor.id, id).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::PHRASES, "flash-phrase-deleted"))
}
