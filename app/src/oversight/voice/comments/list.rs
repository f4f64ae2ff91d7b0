//! `/comments`: what is commented on in the facility. Whoever treats sees the comments that are meant for him.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Line, State};
use super::store::{self, Filter};
use super::view::state_tag;
use crate::access::{Permission, Subject};
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, export_links, pager, print_head, table_under_heading, tabs};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    show: String,
    page: Option<i64>,
}

impl Asked {
    /// Unanswered ones first; `all` for whatever there ever was.
    fn state(&self) -> Option<State> {
        if self.show == "all" { None } else { Some(State::from_code(&self.show).unwrap_or(State::Open)) }
    }

    fn address(state: Option<State>) -> String {
        routes::comments_shown(state.map_or("all", State::as_str))
    }
}

/// Those who review see what is said in the facility; whoever treats, what is said to him.
pub(super) fn filter(ctx: &Ctx, asked: &Asked) -> Result<Filter> {
    let addressee = (!ctx.may(Permission::UnitRead)).then_some(ctx.actor.id);
    Ok(Filter { facility: ctx.place()?.id, addressee, state: asked.state() })
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let filter = filter(&ctx, &asked)?;
    let list = ListQuery { page: asked.page, ..ListQuery::default() };
    let mut tx = ctx.care(Permission::CommentRead, Subject::Facility(place.id), "comment").await?;
    let total = store::count(&mut tx, filter).await?;
    let lines = store::list(&mut tx, filter, list.offset()).await?;
    drop(tx);
    let title = lang.t("comments-title");
    let base = Asked::address(asked.state());
    Ok(ctx.page(title.clone(), || {
        let of = |state: Option<State>| {
            let label = state.map_or_else(|| lang.t("voice-all"), |state| state.label(lang));
            (Asked::address(state), label.into_owned())
        };
        let ways = State::ALL.iter().copied().map(Some).chain([None]).map(of).collect();
        let lead = if filter.addressee.is_some() { "comments-lead-mine" } else { "comments-lead" };
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{lang.t(lead)}</p>
            {tabs(title.clone(), ways, &base)}
            {table_of(&ctx, &lines, asked.state())}
            {pager(lang, &list, total, &base)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// What a comment is about, in words.
pub(super) fn what(lang: Lang, line: &Line) -> String {
    match (line.version_no, line.note_kind) {
        (Some(number), _) => lang.t_with("comments-on-plan", &[("n", number.into())]),
        (None, Some(kind)) => kind.label(lang).into_owned(),
        (None, None) => String::new(),
    }
}

fn table_of(ctx: &Ctx, lines: &[Line], state: Option<State>) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let headers = vec![
        Header::new(lang.t("voice-patient")),
        Header::new(lang.t("comments-what")),
        Header::new(lang.t("comments-by")),
        Header::new(lang.t("voice-answers")).numeric(),
        Header::new(lang.t("voice-state")),
    ];
    let rows = lines
        .iter()
        .map(|line| {
            let href = match (line.version_no, line.note_id) {
                (Some(number), _) => routes::plan_comments(line.patient_id, number),
                (None, Some(note)) => routes::note_comments(line.patient_id, note),
                (None, None) => routes::patient(line.patient_id),
            };
            let who = line.who.shown(ctx, line.patient_id);
            let about = who.name();
            let when = line.occurred_at.map(|at| view! { <div class="sub">{lang.date_time(at, zone)}</div> });
            view! {
                <tr>
                    <td>{about.clone()}<div class="sub">{who.number()}</div></td>
                    <td><a href=href>{what(lang, line)}<span class="away">{format!(": {about}")}</span></a>{when}</td>
                    <td>{line.author.clone()}<div class="sub">{lang.date_time(line.created_at, zone)}</div></td>
                    <td class="n">{line.answers}</td>
                    <td>{state_tag(lang, line.state)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let none = if state.is_none() { "comments-none" } else { "comments-none-here" };
    table_under_heading(lang.t("comments-title"), headers, rows, lang.t(none))
}
