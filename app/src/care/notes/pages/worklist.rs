//! The worklist: what came back, what is half written, what waits for a co-signature, and errors that wait for a second person.

use axum::response::Response;
use chrono::{DateTime, TimeDelta, Utc};
use leptos::prelude::*;

use crate::access::{Permission, Subject};
use crate::care::notes::rules::is_late;
use crate::care::notes::worklist::{self, Waiting};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, UserId};
use crate::kit::page::Cut;
use crate::kit::ui::{Header, Tone, card, export_links, print_head, table_under_heading, tag};
use crate::oversight::voice::{comments, questions};
use crate::routes;
use crate::web::Ctx;

/// How long a request that was taken back still stands in the list, so that it does not vanish unexplained.
const WITHDRAWN_SHOWN: TimeDelta = TimeDelta::days(7);

/// What waits, by what is to be done about it.
#[derive(Debug)]
pub(super) struct Lists {
    pub returned: Vec<Waiting>,
    pub to_cosign: Vec<Waiting>,
    pub errors: Vec<Waiting>,
    pub my_drafts: Vec<Waiting>,
    pub awaiting: Vec<Waiting>,
    pub sent_back: Vec<Waiting>,
    pub their_drafts: Vec<Waiting>,
}

pub(super) async fn load(
    tx: &mut CareTx,
    (place, me): (FacilityId, UserId),
    now: DateTime<Utc>,
    cut: Cut,
) -> Result<Lists, DbError> {
    let unfinished = worklist::unfinished(tx, place, me, cut).await?;
    let drafts = worklist::drafts(tx, place, me, cut).await?;
    let errors = worklist::errors(tx, place, me, now - WITHDRAWN_SHOWN, cut).await?;
    let (mine, others): (Vec<_>, Vec<_>) = unfinished.into_iter().partition(|note| note.author_id == me);
    let (returned, awaiting): (Vec<_>, Vec<_>) = mine.into_iter().partition(|note| note.returned);
    let (sent_back, to_cosign): (Vec<_>, Vec<_>) = others.into_iter().partition(|note| note.returned);
    let (my_drafts, their_drafts): (Vec<_>, Vec<_>) = drafts.into_iter().partition(|draft| draft.author_id == me);
    Ok(Lists { returned, to_cosign, errors, my_drafts, awaiting, sent_back, their_drafts })
}

pub async fn page(ctx: Ctx) -> crate::error::Result<Response> {
    let place = ctx.place()?.clone();
    let me = ctx.actor.id;
    let mut tx = ctx.care(Permission::NoteCosign, Subject::Facility(place.id), "worklist").await?;
    let lists = load(&mut tx, (place.id, me), ctx.now(), Cut::SHOWN).await?;
    let asked = questions::store::counts_of(&mut tx, place.id, me, ctx.today()).await?;
    let said = comments::waiting(&mut tx, place.id, me).await?;
    drop(tx);
    let lang = ctx.lang;
    let title = lang.t("notes-nav");
    // The lists of a supervisor are there for supervisors alone; an author's own, only while there is something in them.
    let part = |key: &str, lines: &[Waiting], list: List, always: bool| {
        (always || !lines.is_empty()).then(|| table_of(&ctx, key, lines, list))
    };
    Ok(ctx.page(title.clone(), || {
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t("notes-worklist-lead")}</p>
            {of_review(lang, questions::mine_item(lang, asked, said))}
            {part("notes-list-returned", &lists.returned, List::Note, false)}
            {part("notes-list-to-cosign", &lists.to_cosign, List::ToCosign, true)}
            {part("notes-list-errors", &lists.errors, List::Error, false)}
            {part("notes-list-drafts", &lists.my_drafts, List::Draft, true)}
            {part("notes-list-awaiting", &lists.awaiting, List::Note, false)}
            {part("notes-list-sent-back", &lists.sent_back, List::Note, false)}
            {part("notes-list-their-drafts", &lists.their_drafts, List::Draft, false)}
            {export_links(lang, &ctx.uri)}
            <p class="actions no-print"><a href=routes::PHRASES>{lang.t("notes-phrases-link")}</a></p>
        }
        .into_any()
    }))
}

/// What the review asks and says, while anything of it waits.
fn of_review(lang: Lang, items: Vec<AnyView>) -> Option<AnyView> {
    (!items.is_empty()).then(|| card(lang.t("voice-title"), view! { <ul class="todo">{items}</ul> }.into_any()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Note,
    /// Notes whose co-signature can be late.
    ToCosign,
    Draft,
    /// Errors that somebody has asked for.
    Error,
}

fn table_of(ctx: &Ctx, key: &str, lines: &[Waiting], list: List) -> AnyView {
    let lang = ctx.lang;
    let since = if list == List::Draft { "notes-column-saved" } else { "notes-column-since" };
    let headers = vec![
        Header::new(lang.t("notes-column-patient")),
        Header::new(lang.t("notes-column-note")),
        Header::new(lang.t("notes-column-who")),
        Header::new(lang.t(since)),
    ];
    let rows = lines.iter().map(|line| row(ctx, line, list)).collect();
    card(lang.t(key), table_under_heading(lang.t(key), headers, rows, lang.t("notes-list-empty")))
}

fn row(ctx: &Ctx, line: &Waiting, list: List) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let to = match list {
        List::Draft => routes::note_draft(line.patient_id, line.id),
        List::Note | List::ToCosign | List::Error => routes::note(line.patient_id, line.id),
    };
    let late = (list == List::ToCosign && is_late(line.since, ctx.now()))
        .then(|| view! { " " {tag(Tone::Warn, lang.t("sessions-late"))} });
    let next =
        (list == List::Draft && line.returned).then(|| view! { " " {tag(Tone::Warn, lang.t("notes-next-version"))} });
    let withdrawn = (list == List::Error && line.returned)
        .then(|| view! { " " {tag(Tone::Plain, lang.t("notes-error-withdrawn"))} });
    let who = line.who.shown(ctx, line.patient_id);
    let about = who.name();
    view! {
        <tr>
            <td>{about.clone()}<div class="sub">{who.number()}</div></td>
            <td>
                <a href=to>{line.kind.label(lang)}<span class="away">{format!(": {about}")}</span></a>{next}{withdrawn}
                <div class="sub">{lang.date_time(line.occurred_at, zone)}</div>
            </td>
            <td>{line.author_name.clone()}</td>
            <td>{lang.date_time(line.since, zone)}{late}</td>
        </tr>
    }
    .into_any()
}
