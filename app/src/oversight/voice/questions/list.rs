//! `/questions`: what was asked of me, what I have asked, and for those who review what was asked in the facility.

use axum::extract::Query;
use axum::response::Response;
use leptos::prelude::*;

use super::model::{Question, Show, Whose};
use super::rules::{self, Reading, Standing};
use super::store::{self, Filter};
use crate::access::{Permission, Subject};
use crate::care::identity::ShownName;
use crate::error::Result;
use crate::i18n::Lang;
use crate::kit::page::ListQuery;
use crate::kit::ui::{Header, Tone, export_links, link_button, pager, print_head, table_under_heading, tabs, tag};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    whose: String,
    show: String,
    page: Option<i64>,
}

/// Those who review see what was asked in the facility; whoever treats, what was asked of him.
pub(super) fn filter(ctx: &Ctx, asked: &Asked) -> Result<Filter> {
    let ways = ways(ctx);
    let whose = Whose::from_code(&asked.whose).filter(|whose| ways.contains(whose));
    Ok(Filter {
        whose: whose.or_else(|| ways.first().copied()).unwrap_or(Whose::Mine),
        me: ctx.actor.id,
        facility: ctx.place()?.id,
        show: Show::from_code(&asked.show).unwrap_or(Show::Open),
        today: ctx.today(),
    })
}

fn ways(ctx: &Ctx) -> Vec<Whose> {
    let asks = ctx.may(Permission::QuestionAsk);
    let answers = ctx.may(Permission::QuestionAnswer);
    Whose::ALL.iter().copied().filter(|whose| if *whose == Whose::Mine { answers } else { asks }).collect()
}

pub async fn page(ctx: Ctx, Query(asked): Query<Asked>) -> Result<Response> {
    let lang = ctx.lang;
    let place = ctx.place()?.clone();
    let filter = filter(&ctx, &asked)?;
    let list = ListQuery { page: asked.page, ..ListQuery::default() };
    let mut tx = ctx.care(Permission::QuestionRead, Subject::Facility(place.id), "question").await?;
    let total = store::count(&mut tx, filter).await?;
    let questions = store::list(&mut tx, filter, list.offset()).await?;
    drop(tx);
    let title = lang.t("questions-title");
    let base = routes::questions(filter.whose.as_str(), filter.show.as_str());
    Ok(ctx.page(title.clone(), || {
        let whose = ways(&ctx);
        let ways_of = |code: Whose| (routes::questions(code.as_str(), filter.show.as_str()), code.label(lang).into_owned());
        let shows = Show::ALL
            .iter()
            .map(|show| (routes::questions(filter.whose.as_str(), show.as_str()), show.label(lang).into_owned()))
            .collect();
        let switch = (whose.len() > 1)
            .then(|| tabs(title.clone(), whose.into_iter().map(ways_of).collect(), &base));
        let ask = ctx
            .may(Permission::QuestionAsk)
            .then(|| view! { <p class="actions no-print">{link_button(routes::QUESTION_NEW, lang.t("questions-ask-unit"))}</p> });
        view! {
            {print_head(lang, place.name.clone(), title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
            <h1>{title.clone()}</h1>
            <p class="lead">{filter.whose.label(lang)}" · "{filter.show.label(lang)}</p>
            {ask}
            {switch}
            {tabs(lang.t("voice-state"), shows, &base)}
            {table_of(&ctx, &questions, filter)}
            {pager(lang, &list, total, &base)}
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// What a question is about, in words: the thing, and the patient.
pub(super) fn about(ctx: &Ctx, question: &Question) -> (String, Option<ShownName>) {
    let lang = ctx.lang;
    let what = match (question.patient_id, question.version_no, question.note_kind) {
        (None, ..) => lang.t("questions-about-unit").into_owned(),
        (_, Some(number), _) => lang.t_with("comments-on-plan", &[("n", number.into())]),
        (_, None, Some(kind)) => kind.label(lang).into_owned(),
        (Some(_), None, None) => lang.t("questions-about-patient").into_owned(),
    };
    (what, question.patient_id.map(|patient| question.who.shown(ctx, patient)))
}

/// What is shown of the words in a list: about a note that is closed to the reader, nothing.
pub(super) fn words(ctx: &Ctx, question: &Question) -> String {
    let reading = Reading { outright: ctx.may(Permission::NoteRead), opened: false };
    if rules::reads(question, ctx.actor.id, reading) {
        question.words.clone()
    } else {
        ctx.lang.t("questions-closed-note").into_owned()
    }
}

fn table_of(ctx: &Ctx, questions: &[Question], filter: Filter) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("questions-question")),
        Header::new(lang.t("questions-about")),
        Header::new(if filter.whose == Whose::Mine { lang.t("questions-by") } else { lang.t("questions-of") }),
        Header::new(lang.t("questions-due")),
        Header::new(lang.t("voice-state")),
    ];
    let rows = questions
        .iter()
        .map(|question| {
            let (what, who) = about(ctx, question);
            let who = who.map(|who| view! { <div>{who.name()}{who.beside()}</div> });
            let person = if filter.whose == Whose::Mine { &question.asker } else { &question.asked };
            view! {
                <tr>
                    <td><a href=routes::question(question.id)>{words(ctx, question)}</a></td>
                    <td>{what}{who}</td>
                    <td>{person.clone()}</td>
                    <td class="nowrap">{lang.date(question.due_on)}</td>
                    <td>{standing_tag(lang, rules::standing(question.status, question.due_on, filter.today))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let none = if filter.show == Show::All { "questions-none" } else { "questions-none-here" };
    table_under_heading(lang.t("questions-title"), headers, rows, lang.t(none))
}

#[must_use]
pub fn standing_tag(lang: Lang, standing: Standing) -> AnyView {
    let tone = match standing {
        Standing::Open => Tone::Warn,
        Standing::Late => Tone::Bad,
        Standing::Answered => Tone::Calm,
        Standing::Accepted => Tone::Ok,
        Standing::Withdrawn => Tone::Plain,
    };
    tag(tone, standing.label(lang))
}
