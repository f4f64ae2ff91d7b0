//! Where each goal of a plan and its step can be said in plain words of the copy's language, for the copy alone.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::copy::{self, Told};
use super::super::plain::{Fate, Given, fate};
use super::super::store::{self, NewCopyWords};
use super::copy::{Sheet, sheet_of, view};
use crate::access::{Permission, Subject};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Field, button, error_summary, hidden, post_form, section};
use crate::routes;
use crate::web::Ctx;

/// A text of the plan and a step for each goal.
const MOST: usize = copy::MOST_GOALS * 2;

fn said(n: usize) -> String {
    format!("said-{n}")
}

fn words(n: usize) -> String {
    format!("words-{n}")
}

/// What was typed, by its place in the form. Each is bound to the text that it was typed for, wherever that stands by now.
fn read(fields: &mut Fields) -> Vec<(usize, Given)> {
    let typed = (0..MOST).filter(|n| fields.has(&said(*n))).collect::<Vec<_>>();
    typed
        .into_iter()
        .map(|n| {
            let said = copy::known_by(fields.get(&said(n)));
            (n, Given { said, words: fields.text(&words(n), copy::LINES) })
        })
        .collect()
}

/// Keeps the plain words that changed; those that are kept already are not kept twice. Where somebody else was faster, or the plan
/// has changed, nothing is kept and everything typed comes back.
pub async fn save(ctx: Ctx, Path(id): Path<PersonId>, mut fields: Fields) -> Result<Response> {
    let lang = Lang::from_code(fields.get("language")).ok_or(AppError::BadRequest)?;
    let typed = read(&mut fields);
    let mut tx = ctx.care_write(Permission::DischargeWrite, Subject::Person(id), "copy").await?;
    store::lock_copy_words(&mut tx, id).await?;
    let sheet = sheet_of(&ctx, &mut tx, id, Some(lang.code())).await?;
    let seen = usize::try_from(fields.version()).unwrap_or_default();
    let too_long = fields.is_refused();
    let texts: Vec<&str> = sheet.copy.texts().map(|told| told.said.as_str()).collect();
    let mut new = Vec::new();
    for (n, given) in &typed {
        match fate(given, &texts, (&sheet.held, seen)) {
            Fate::Nothing => {}
            Fate::Kept => new.push(given),
            Fate::Theirs(theirs) => {
                let theirs =
                    if theirs.is_empty() { ctx.lang.t("plans-nothing").into_owned() } else { theirs.to_owned() };
                fields.error(words(*n), Msg::with("plans-conflict-field", [("theirs", theirs.into())]));
            }
            Fate::Gone => {
                let args = [("said", given.said.clone().into()), ("words", given.words.clone().into())];
                fields.error("", Msg::with("copy-words-gone", args));
            }
        }
    }
    if fields.is_refused() {
        drop(tx);
        let mut tx = ctx.care(Permission::RecordCopy, Subject::Person(id), "copy").await?;
        let sheet = sheet_of(&ctx, &mut tx, id, Some(lang.code())).await?;
        drop(tx);
        // With what was too long on the page, nobody need have seen what others have given: that is asked once more.
        let seen = if too_long { seen } else { sheet.held.len() };
        let fields = bound(&fields, &typed, &sheet, seen);
        return Ok(ctx.refused(ctx.lang.t("copy-open"), || view(&ctx, &sheet, &fields)));
    }
    for given in new {
        let new = NewCopyWords { id: ctx.new_id(), patient: id, lang, given, by: ctx.actor.id, at: ctx.now() };
        store::give_copy_words(&mut tx, &new).await?;
    }
    tx.commit().await?;
    Ok(ctx.redirect_with(&routes::patient_copy_in(id, lang), "flash-copy-words-saved"))
}

/// The form as it is drawn first: what is kept.
#[must_use]
pub(super) fn fields(sheet: &Sheet) -> Fields {
    let mut fields = Fields::new().with("version", sheet.held.len().to_string());
    for (n, told) in sheet.copy.texts().enumerate() {
        fields.set(words(n), told.given.as_str());
    }
    fields
}

/// What was typed, with its errors, at the text that it was typed for.
fn bound(sent: &Fields, typed: &[(usize, Given)], sheet: &Sheet, seen: usize) -> Fields {
    let mut bound = fields(sheet).with("version", seen.to_string());
    for (_, message) in sent.errors().iter().filter(|(name, _)| name.is_empty()) {
        bound.error("", message.clone());
    }
    for (n, told) in sheet.copy.texts().enumerate() {
        let Some((at, _)) = typed.iter().find(|(_, given)| given.said == told.said) else { continue };
        bound.set(words(n), sent.get(&words(*at)));
        if let Some(message) = sent.error_at(&words(*at)) {
            bound.error(words(n), message.clone());
        }
    }
    bound
}

pub(super) fn form(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let rows = sheet.copy.texts().enumerate().map(|(n, told)| row(ctx.lang, fields, n, told));
    let last = sheet.held.last().map(|held| {
        let at = ctx.lang.date_time(held.at, ctx.zone());
        let args = [("name", held.by.as_str().into()), ("at", at.into())];
        view! { <p class="sub">{ctx.lang.t_with("samples-saved-by", &args)}</p> }
    });
    let body = view! {
        {error_summary(fields, ctx.lang)}
        <p class="hint">{ctx.lang.t("copy-words-hint")}</p>
        {last}
        {hidden("language", sheet.lang.code())}
        {hidden("version", fields.get("version").to_owned())}
        {rows.collect_view()}
        <div class="actions">{button(ctx.lang.t("copy-words-save"))}</div>
    };
    let title = ctx.lang.t_with("copy-words", &[("language", sheet.lang.own_name().into())]);
    let form = post_form(routes::patient_copy(sheet.head.id), body.into_any());
    view! { <div class="no-print">{section(title, form)}</div> }.into_any()
}

fn row(lang: Lang, fields: &Fields, n: usize, told: &Told) -> AnyView {
    let key = if n.is_multiple_of(2) { "copy-words-goal" } else { "copy-words-step" };
    let label = lang.t_with(key, &[("n", (n / 2 + 1).into())]);
    view! {
        {hidden(said(n), told.said.clone())}
        {Field::new(fields, lang, words(n), label).hint(told.said.clone()).text()}
    }
    .into_any()
}
