//! The patient's evaluation: the form of the one that is being written, for those who write it, or the last signed one to be read
//! and printed, with what it says differently from the one before, and the list of all.

use axum::extract::{Path, Query};
use axum::response::Response;
use leptos::prelude::*;

use super::super::compare::changes;
use super::super::model::{Evaluation, Part, Stored};
use super::super::{api, store};
use super::editor;
use crate::access::{Permission, Subject};
use crate::care::patients::{self, PatientHead, Tab};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::db::CareTx;
use crate::kit::ids::{EvaluationId, PersonId};
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::kit::ui::{
    Header, button_named, button_named_quiet, empty, pager, post_form_inline, section, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

/// What the page of a signed evaluation shows.
struct Page {
    head: PatientHead,
    shown: Option<Stored>,
    before: Option<Stored>,
    signed: Signed,
    /// Whether one is being written.
    has_draft: bool,
}

/// One page of the list of all, and how many there are.
struct Signed {
    query: ListQuery,
    total: i64,
    rows: Vec<Evaluation>,
}

impl Signed {
    async fn read(tx: &mut CareTx, patient: PersonId, query: ListQuery) -> Result<Self> {
        let total = store::signed_count(tx, patient).await?;
        let rows = store::signed(tx, patient, query.offset()).await?;
        Ok(Self { query, total, rows })
    }
}

pub async fn page(ctx: Ctx, Path(id): Path<PersonId>, Query(query): Query<ListQuery>) -> Result<Response> {
    let mut tx = ctx.care(Permission::EvaluationRead, Subject::Person(id), "evaluation").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    // A draft is for those who write it; everybody else reads what has been signed.
    let draft = if ctx.may(Permission::EvaluationWrite) { api::draft(&mut tx, id).await? } else { None };
    let signed = Signed::read(&mut tx, id, query).await?;
    let title = editor::title(&ctx, &head);
    if let Some(draft) = draft {
        drop(tx);
        let fields = editor::fill(&draft);
        return Ok(ctx.page(title, || {
            view! { {editor::view(&ctx, &head, &draft, &fields)}{list(&ctx, &head, &signed)} }.into_any()
        }));
    }
    let last = store::last_signed(&mut tx, id).await?;
    let page = read(&mut tx, head, last, (signed, false)).await?;
    drop(tx);
    Ok(ctx.page(title, || view(&ctx, &page)))
}

/// One signed evaluation. Of a draft there is nothing to see under this address.
pub async fn one(
    ctx: Ctx,
    Path((id, evaluation)): Path<(PersonId, EvaluationId)>,
    Query(query): Query<ListQuery>,
) -> Result<Response> {
    let mut tx = ctx.care(Permission::EvaluationRead, Subject::Person(id), "evaluation").await?;
    let head = patients::head(&mut tx, ctx.actor.id, id).await?;
    let has_draft = store::draft(&mut tx, id).await?.is_some();
    let signed = Signed::read(&mut tx, id, query).await?;
    let shown = store::by_id(&mut tx, id, evaluation).await?.filter(|shown| shown.signed_at.is_some());
    let page = read(&mut tx, head, Some(shown.ok_or(AppError::NotFound)?), (signed, has_draft)).await?;
    drop(tx);
    Ok(ctx.page(editor::title(&ctx, &page.head), || view(&ctx, &page)))
}

/// A signed evaluation with what it says, and the one before it.
async fn read(
    tx: &mut CareTx,
    head: PatientHead,
    shown: Option<Evaluation>,
    (signed, has_draft): (Signed, bool),
) -> Result<Page> {
    let place = shown.as_ref().and_then(|shown| Some((shown.occurred_on, shown.signed_at?)));
    let before = match place {
        Some(place) => store::signed_before(tx, head.id, place).await?,
        None => None,
    };
    let [shown, before] = api::both_with_sections(tx, [shown, before]).await?;
    Ok(Page { head, shown, before, signed, has_draft })
}

fn view(ctx: &Ctx, page: &Page) -> AnyView {
    let lang = ctx.lang;
    let body = match &page.shown {
        Some(shown) => view! {
            <article class="signed">
                <h2>{heading(lang, shown)}</h2>
                {texts(lang, shown)}
                <footer>{signature(ctx, &shown.evaluation)}</footer>
            </article>
            {page.before.as_ref().map(|before| changes_part(lang, before, shown))}
        }
        .into_any(),
        None => empty(lang.t("evaluations-none"), None),
    };
    view! {
        {patients::top(ctx, &page.head, Tab::Evaluation)}
        {begin_forms(ctx, page)}
        {body}
        {list(ctx, &page.head, &page.signed)}
    }
    .into_any()
}

fn heading(lang: Lang, shown: &Stored) -> String {
    lang.t_with("evaluations-of", &[("date", lang.date(shown.evaluation.occurred_on).into())])
}

/// Every section that says something, under its part.
pub(super) fn texts(lang: Lang, stored: &Stored) -> AnyView {
    Part::ALL
        .into_iter()
        .map(|part| {
            let sections: Vec<AnyView> = part
                .sections()
                .filter(|section| !stored.text(*section).is_empty())
                .map(|section| {
                    let text = stored.text(section).to_owned();
                    view! { <h4>{section.label(lang)}</h4><p class="note-text">{text}</p> }.into_any()
                })
                .collect();
            (!sections.is_empty()).then(|| view! { <h3>{lang.t(part.key())}</h3>{sections} })
        })
        .collect_view()
        .into_any()
}

fn signature(ctx: &Ctx, evaluation: &Evaluation) -> String {
    let at = evaluation.signed_at.map(|at| ctx.lang.date_time(at, ctx.zone())).unwrap_or_default();
    let args = [("name", evaluation.author_name.as_str().into()), ("at", at.into())];
    ctx.lang.t_with("evaluations-signed-by", &args)
}

fn begin_forms(ctx: &Ctx, page: &Page) -> AnyView {
    if page.has_draft || !ctx.may(Permission::EvaluationWrite) || !page.head.is_open() {
        return ().into_any();
    }
    let lang = ctx.lang;
    let buttons = if page.signed.total == 0 {
        button_named(lang.t("evaluations-begin"), "from", "nothing")
    } else {
        view! {
            {button_named(lang.t("evaluations-again-from-last"), "from", "last")}
            {button_named_quiet(lang.t("evaluations-again-empty"), "from", "nothing")}
        }
        .into_any()
    };
    let form = post_form_inline(routes::patient_evaluation_begin(page.head.id), buttons);
    view! { <div class="actions no-print">{form}</div> }.into_any()
}

fn changes_part(lang: Lang, before: &Stored, after: &Stored) -> AnyView {
    let title = lang.t_with("evaluations-changes", &[("date", lang.date(before.evaluation.occurred_on).into())]);
    let rows = changes(before, after)
        .into_iter()
        .map(|change| {
            view! {
                <tr>
                    <th scope="row">{change.section.label(lang)}</th>
                    <td class="note-text">{change.before.to_owned()}</td>
                    <td class="note-text">{change.after.to_owned()}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let dated = |stored: &Stored| Header::new(lang.date(stored.evaluation.occurred_on));
    let headers = vec![Header::new(lang.t("evaluations-section")), dated(before), dated(after)];
    let table = table_under_heading(title.clone(), headers, rows, lang.t("evaluations-changes-none"));
    view! { <details><summary>{title}</summary>{table}</details> }.into_any()
}

fn list(ctx: &Ctx, head: &PatientHead, signed: &Signed) -> AnyView {
    if signed.total == 0 {
        return ().into_any();
    }
    let lang = ctx.lang;
    let rows = signed
        .rows
        .iter()
        .map(|evaluation| {
            let at = evaluation.signed_at.map(|at| lang.date_time(at, ctx.zone()));
            view! {
                <tr>
                    <th scope="row"><a href=routes::patient_evaluation_one(head.id, evaluation.id)>{lang.date(evaluation.occurred_on)}</a></th>
                    <td>{evaluation.author_name.clone()}</td>
                    <td>{at}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = ["evaluations-day", "evaluations-author", "evaluations-signed-at"];
    let headers = headers.into_iter().map(|key| Header::new(lang.t(key))).collect();
    let table = table_under_heading(lang.t("evaluations-all"), headers, rows, "");
    let pages = (signed.total > PAGE_SIZE)
        .then(|| pager(lang, &signed.query, signed.total, &routes::patient_evaluation(head.id)));
    let body = view! { {table}{pages} };
    view! { <div class="no-print">{section(lang.t("evaluations-all"), body.into_any())}</div> }.into_any()
}
