//! The signed notes of one patient, to be read and printed, each with what has become of it; above them what the reader is
//! writing about the patient.

use super::start;
use axum::extract::{Path, Query};
use axum::response::Response;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use crate::access::policy::Opening;
use crate::access::{Permission, Subject};
use crate::care::notes::acts::reader;
use crate::care::notes::block::block;
use crate::care::notes::draft::{Draft, store as drafts};
use crate::care::notes::rules::{self, Reader};
use crate::care::notes::store::{self, NOTES_ON_A_PAGE, NoteFilter, NotesPage};
use crate::care::notes::{Filed, NoteKind, Sensitivity};
use crate::care::openings;
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, UserId};
use crate::kit::local_time::{day_bounds, local_date};
use crate::kit::page::ListQuery;
use crate::kit::ui::{Field, button_quiet, card, empty, get_form, link_button_quiet, pager_of};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct NotesQuery {
    year: String,
    kind: String,
    page: String,
}

impl NotesQuery {
    fn year(&self) -> Option<i32> {
        self.year.parse().ok().filter(|year| (1900..9000).contains(year))
    }

    fn kind(&self) -> Option<NoteKind> {
        NoteKind::from_code(&self.kind)
    }

    fn list(&self) -> ListQuery {
        ListQuery { page: self.page.parse().ok(), ..ListQuery::default() }
    }

    fn filter(&self, ctx: &Ctx) -> NoteFilter {
        let zone = ctx.zone();
        let begins = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| day_bounds(day, zone).0);
        NoteFilter {
            from: self.year().and_then(begins),
            to: self.year().and_then(|year| begins(year + 1)),
            kind: self.kind(),
        }
    }

    /// The list's address with its filters, for the pager.
    fn base(&self, patient: PersonId) -> String {
        let pairs: Vec<(&str, String)> =
            [("year", self.year().map(|year| year.to_string())), ("kind", self.kind().map(|kind| kind.to_string()))]
                .into_iter()
                .filter_map(|(name, value)| Some((name, value?)))
                .collect();
        let path = routes::patient_notes(patient);
        if pairs.is_empty() {
            path
        } else {
            format!("{path}?{}", serde_html_form::to_string(pairs).unwrap_or_default())
        }
    }
}

pub async fn of_patient(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<NotesQuery>) -> Result<Response> {
    let lang = ctx.lang;
    let mut tx = ctx.care(Permission::NoteRead, Subject::Person(id), "notes").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let filter = query.filter(&ctx);
    let list = query.list();
    let NotesPage { notes, total, first } =
        store::page(&mut tx, id, filter, (list.page() - 1) * NOTES_ON_A_PAGE).await?;
    // Whose supervisor the reader is opens restricted notes, and nothing else.
    let restricted = notes.iter().any(|filed| filed.note.sensitivity != Sensitivity::Normal);
    let supervised = if restricted { store::supervised_by(&mut tx, ctx.actor.id).await? } else { Vec::new() };
    let opened = if restricted { openings::held(&mut tx, &ctx, id).await? } else { None };
    let writing =
        if ctx.may(Permission::NoteSign) { drafts::of_patient(&mut tx, id, ctx.actor.id).await? } else { Vec::new() };
    drop(tx);
    let notes: Vec<Filed> = notes.into_iter().map(|filed| filed.shown_to(&ctx)).collect();
    let first_year = first.map_or_else(|| ctx.today().year(), |at| local_date(at, ctx.zone()).year());
    Ok(ctx.page(format!("{} · {}", lang.t("sessions-notes"), head.name(&ctx)), || {
        view! {
            {patients::top(&ctx, &head, Tab::Notes)}
            {new_notes(&ctx, &head)}
            {drafts_card(&ctx, id, &writing)}
            {filters(lang, &query, id, first_year, ctx.today().year())}
            {(restricted && opened.is_none()).then(|| openings::offer(&ctx, id))}
            {blocks(&ctx, &head, &notes, (&supervised, opened), &query)}
            {pager_of(lang, &list, total, NOTES_ON_A_PAGE, &query.base(id))}
        }
        .into_any()
    }))
}

fn filters(lang: Lang, query: &NotesQuery, id: PersonId, first: i32, last: i32) -> AnyView {
    let fields = Fields::new().with("year", query.year.clone()).with("kind", query.kind.clone());
    let years: Vec<(String, String)> =
        (first.min(last)..=last).rev().map(|year| (year.to_string(), year.to_string())).collect();
    let kinds = NoteKind::NOTES.map(|kind| (kind.to_string(), kind.label(lang).into_owned())).to_vec();
    let all = || Some(lang.t("sessions-all").into_owned());
    get_form(
        routes::patient_notes(id),
        view! {
            {Field::new(&fields, lang, "year", lang.t("sessions-year")).short().select(years, all())}
            {Field::new(&fields, lang, "kind", lang.t("sessions-note-kind")).short().select(kinds, all())}
            {button_quiet(lang.t("sessions-filter"))}
        }
        .into_any(),
    )
}

/// What can be written, for those who write.
fn new_notes(ctx: &Ctx, head: &PatientHead) -> AnyView {
    if !ctx.may(Permission::NoteSign) || !head.is_open() {
        return ().into_any();
    }
    let links = start::KINDS.map(|kind| link_button_quiet(routes::note_new_of(head.id, kind), kind.label(ctx.lang)));
    view! { <p class="actions no-print"><span>{ctx.lang.t("notes-write")}</span>{links.into_iter().collect_view()}</p> }
        .into_any()
}

/// Drafts of the reader, and of those whom the reader supervises. They are printed nowhere.
fn drafts_card(ctx: &Ctx, patient: PersonId, drafts: &[Draft]) -> AnyView {
    if drafts.is_empty() {
        return ().into_any();
    }
    let lang = ctx.lang;
    let line = |draft: &Draft| {
        let about = lang.date_time(draft.occurred_at, ctx.zone());
        let saved = lang.t_with("notes-saved-at", &[("at", lang.date_time(draft.updated_at, ctx.zone()).into())]);
        let others = (draft.author_id != ctx.actor.id).then(|| lang.t("notes-draft-of-supervised"));
        view! {
            <li><div>
                <a href=routes::note_draft(patient, draft.id)>{format!("{} · {about}", draft.kind.label(lang))}</a>
                <span class="sub">{saved}" "{others}</span>
            </div></li>
        }
    };
    let list = view! { <ul class="todo">{drafts.iter().map(line).collect_view()}</ul> };
    view! { <div class="no-print">{card(lang.t("notes-drafts"), list.into_any())}</div> }.into_any()
}

fn blocks(
    ctx: &Ctx,
    head: &PatientHead,
    notes: &[Filed],
    (supervised, opened): (&[UserId], Option<Opening>),
    query: &NotesQuery,
) -> AnyView {
    let lang = ctx.lang;
    if notes.is_empty() {
        let filtered = query.year().is_some() || query.kind().is_some();
        return empty(lang.t(if filtered { "sessions-notes-none-here" } else { "sessions-notes-none" }), None);
    }
    let zone = ctx.zone();
    let readable = |filed: &Filed| {
        let author = filed.note.author.id;
        let supervisor = supervised.contains(&author).then_some(ctx.actor.id);
        // Whoever leads reads the restricted notes too, whether or not somebody else supervises their author.
        let part = rules::part(ctx.actor.id, author, supervisor, head.lead_id);
        rules::reads(filed.note.sensitivity, Reader { opened, ..reader(ctx, head, part) })
    };
    let blocks = notes.iter().map(|filed| block(lang, zone, filed, readable(filed), true)).collect_view();
    view! { <div class="notes">{blocks}</div> }.into_any()
}
