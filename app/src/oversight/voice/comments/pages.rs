//! The comments on a version of a plan or on a note by themselves, to be read, printed and written. Whoever may not read the thing
//! itself is not shown what is said about it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Kind, New, On, Thread};
use super::{Voices, load, part_of, rules, store, view};
use crate::access::{Denied, Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::db::CareTx;
use crate::kit::form::Fields;
use crate::kit::ids::{CommentId, NoteId, PersonId};
use crate::kit::ui::{error_summary, link_button_quiet};
use crate::oversight::voice::reading;
use crate::routes;
use crate::web::Ctx;

const OBJECT: &str = "comment";
const LONGEST: usize = 4000;

pub async fn of_plan(ctx: Ctx, Path((patient, number)): Path<(PersonId, i32)>) -> Result<Response> {
    let on = plan(&ctx, patient, number).await?;
    show(&ctx, patient, on, Fields::new()).await
}

pub async fn of_note(ctx: Ctx, Path((patient, note)): Path<(PersonId, NoteId)>) -> Result<Response> {
    show(&ctx, patient, On::Note(note), Fields::new()).await
}

pub async fn on_plan(ctx: Ctx, Path((patient, number)): Path<(PersonId, i32)>, fields: Fields) -> Result<Response> {
    let on = plan(&ctx, patient, number).await?;
    write(&ctx, patient, (on, None), Kind::Comment, fields).await
}

pub async fn on_note(ctx: Ctx, Path((patient, note)): Path<(PersonId, NoteId)>, fields: Fields) -> Result<Response> {
    write(&ctx, patient, (On::Note(note), None), Kind::Comment, fields).await
}

/// An answer, the closing, the opening again, or that something was an error.
pub async fn act(ctx: Ctx, Path((patient, id)): Path<(PersonId, CommentId)>, fields: Fields) -> Result<Response> {
    let kind = Kind::from_code(fields.get("act")).filter(|kind| *kind != Kind::Comment).ok_or(AppError::BadRequest)?;
    let mut tx = ctx.care(Permission::CommentRead, Subject::Person(patient), OBJECT).await?;
    let (on, root) = store::find(&mut tx, patient, id).await?.ok_or(AppError::NotFound)?;
    drop(tx);
    // An error is about the row itself; everything else about the comment that the story begins with.
    let about = if kind == Kind::Error { id } else { root };
    write(&ctx, patient, (on, Some((root, about))), kind, fields).await
}

async fn plan(ctx: &Ctx, patient: PersonId, number: i32) -> Result<On> {
    let mut tx = ctx.care(Permission::PlanRead, Subject::Person(patient), OBJECT).await?;
    store::plan(&mut tx, patient, number).await?.ok_or(AppError::NotFound)
}

const fn reading(on: On) -> Permission {
    match on {
        On::Plan(..) => Permission::PlanRead,
        On::Note(_) => Permission::NoteRead,
    }
}

const fn needs(kind: Kind) -> Permission {
    match kind {
        Kind::Comment | Kind::Closed | Kind::Reopened => Permission::CommentWrite,
        Kind::Answer | Kind::Error => Permission::CommentAnswer,
    }
}

/// Refuses whoever may not see what is commented on.
async fn open(ctx: &Ctx, tx: &mut CareTx, head: &PatientHead, on: On) -> Result<()> {
    match on {
        On::Plan(..) => Ok(()),
        On::Note(note) => reading::open_note(ctx, tx, head, note).await,
    }
}

async fn show(ctx: &Ctx, patient: PersonId, on: On, fields: Fields) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(reading(on), Subject::Person(patient), OBJECT).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    open(ctx, &mut tx, &head, on).await?;
    let voices = load(ctx, &mut tx, &head, on).await?.ok_or(AppError::Denied(Denied::NotYourOwn))?;
    drop(tx);
    let (what, tab, back) = match on {
        On::Plan(_, number) => {
            let what = lang.t_with("comments-on-plan", &[("n", number.into())]);
            (what, Tab::Plan, routes::patient_plan_version(patient, number))
        }
        On::Note(note) => (lang.t("comments-on-note").into_owned(), Tab::Notes, routes::note(patient, note)),
    };
    let title = format!("{what} · {}", head.name(ctx));
    let body = || {
        view! {
            {patients::top(ctx, &head, tab)}
            {error_summary(&fields, lang)}
            <h2>{what}</h2>
            <p class="sub">{lang.t("comments-not-signed")}</p>
            {view::threads(ctx, patient, &voices, &fields)}
            <p class="actions no-print">{link_button_quiet(back, lang.t("comments-back"))}</p>
        }
        .into_any()
    };
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// Adds a row where the rules allow it; `about` is the comment and the row of its story that the act is about.
async fn write(
    ctx: &Ctx,
    patient: PersonId,
    (on, about): (On, Option<(CommentId, CommentId)>),
    kind: Kind,
    mut fields: Fields,
) -> Result<Response> {
    let words =
        if rules::needs_words(kind) { fields.required("words", LONGEST) } else { fields.text("words", LONGEST) };
    // Whoever may not read the thing itself has nothing to say about it.
    drop(ctx.care(reading(on), Subject::Person(patient), OBJECT).await?);
    let mut tx = ctx.care_write(needs(kind), Subject::Person(patient), OBJECT).await?;
    let head = patients::head(&mut tx, ctx.actor.id, patient).await?;
    open(ctx, &mut tx, &head, on).await?;
    if part_of(ctx, &head, store::author_of(&mut tx, on).await?) == rules::Part::None {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    let new = New {
        id: ctx.id_of_form(&fields, "comment"),
        patient,
        on,
        kind,
        about: about.map(|(_, row)| row),
        author: ctx.actor.id,
        words,
        at: ctx.now(),
    };
    let again = store::is_there(&mut tx, new.id).await?;
    let voices = load(ctx, &mut tx, &head, on).await?.ok_or(AppError::Denied(Denied::NotYourOwn))?;
    if !again && !allowed(ctx, &voices, about, kind) {
        fields.error("", Msg::new("comments-not-now"));
    }
    if fields.is_refused() {
        drop(tx);
        return show(ctx, patient, on, fields).await;
    }
    store::add(&mut tx, &new).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(&place(patient, on), flash(kind)))
}

fn allowed(ctx: &Ctx, voices: &Voices, about: Option<(CommentId, CommentId)>, kind: Kind) -> bool {
    let Some((root, row)) = about else { return voices.part == rules::Part::Reviewer };
    let thread: Option<&Thread> = voices.threads.iter().find(|thread| thread.comment.row.id == root);
    thread
        .and_then(|thread| Some((thread, thread.said(row)?)))
        .is_some_and(|(thread, said)| rules::may(kind, voices.part, ctx.actor.id, thread, said))
}

/// Beside what was commented on.
fn place(patient: PersonId, on: On) -> String {
    let page = match on {
        On::Plan(_, number) => routes::patient_plan_version(patient, number),
        On::Note(note) => routes::note(patient, note),
    };
    format!("{page}#comments")
}

const fn flash(kind: Kind) -> &'static str {
    match kind {
        Kind::Comment => "flash-comment-made",
        Kind::Answer => "flash-comment-answered",
        Kind::Closed => "flash-comment-closed",
        Kind::Reopened => "flash-comment-reopened",
        Kind::Error => "flash-comment-error",
    }
}
