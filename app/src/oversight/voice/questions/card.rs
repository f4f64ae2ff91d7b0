//! How many questions and comments wait: a line of a practitioner's first page and worklist, and a card of the unit's page.

use leptos::prelude::*;

use super::model::{Show, Whose};
use super::store::Counts;
use crate::i18n::Lang;
use crate::kit::ui::{Button, Tone, card, facts, link_button_quiet, tag};
use crate::oversight::voice::comments::model::State;
use crate::routes;

/// What the review has asked of a practitioner and said to him; nothing when nothing waits.
#[must_use]
pub fn mine_item(lang: Lang, counts: Counts, comments: i64) -> Vec<AnyView> {
    let item = |words: String, late: Option<AnyView>, label: String, href: String| {
        view! {
            <li>
                <span>{words.clone()}<span class="sub">{late}</span></span>
                {Button::new(label).quiet().about(words).link(href)}
            </li>
        }
        .into_any()
    };
    let late = (counts.late > 0).then(|| tag(Tone::Bad, lang.t_with("questions-late-n", &[("n", counts.late.into())])));
    let questions = (counts.open > 0).then(|| {
        let words = lang.t_with("questions-wait", &[("n", counts.open.into())]);
        item(
            words,
            late,
            lang.t("questions-answer-open").into_owned(),
            routes::questions(Whose::Mine.as_str(), Show::Open.as_str()),
        )
    });
    let comments = (comments > 0).then(|| {
        let words = lang.t_with("comments-wait", &[("n", comments.into())]);
        item(words, None, lang.t("comments-read").into_owned(), routes::comments_shown(State::Open.as_str()))
    });
    questions.into_iter().chain(comments).collect()
}

/// What the review has asked and said in a unit, with the way to each list.
#[must_use]
pub fn unit_card(lang: Lang, counts: Counts, (unanswered, answered): (i64, i64)) -> AnyView {
    let link = |n: i64, href: String| view! { <a href=href>{n}</a> }.into_any();
    let of = |show: Show| routes::questions(Whose::Unit.as_str(), show.as_str());
    let late = if counts.late > 0 {
        view! { {link(counts.late, of(Show::Late))} " " {tag(Tone::Bad, lang.t("question-standing-late"))} }.into_any()
    } else {
        link(0, of(Show::Late))
    };
    let body = view! {
        {facts(vec![
            (lang.t("questions-open").into_owned(), link(counts.open, of(Show::Open))),
            (lang.t("questions-late").into_owned(), late),
            (lang.t("questions-to-accept").into_owned(), link(counts.answered, of(Show::Answered))),
            (lang.t("comments-open").into_owned(), link(unanswered, routes::comments_shown(State::Open.as_str()))),
            (lang.t("comments-answered").into_owned(), link(answered, routes::comments_shown(State::Answered.as_str()))),
        ])}
        <div class="actions no-print">
            {link_button_quiet(routes::QUESTION_NEW, lang.t("questions-ask-unit"))}
            {link_button_quiet(routes::SAMPLES, lang.t("samples-title"))}
        </div>
    };
    card(lang.t("voice-title"), body.into_any())
}
