//! Goals on the page of a plan and in its editor, and the score of how far they have been attained.

use std::collections::HashMap;

use leptos::prelude::*;

use super::super::form::{goal_field, step_part};
use super::super::model::Area;
use crate::care::goals::rules::{Attainment, level_now};
use crate::care::goals::{Goal, Level};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::GoalThreadId;
use crate::kit::ui::{Button, Field, Tone, facts, hidden, notice, options_of, tag};

/// One goal of the editor, at its place from 0.
pub(super) fn goal_editor(lang: Lang, fields: &Fields, at: usize) -> AnyView {
    let number = at + 1;
    let name = |part| goal_field(at, part);
    let field = |part, key| Field::new(fields, lang, name(part), lang.t(key));
    let heading = lang.t_with("plans-goal-n", &[("n", number.into())]);
    let none_to_three =
        || (0..=3).map(|n: i32| (n.to_string(), lang.t(&format!("plans-scale-{n}")).into_owned())).collect::<Vec<_>>();
    let baselines = Level::BASELINES.iter().map(|level| (level.get().to_string(), step_label(lang, *level))).collect();
    view! {
        <section class="card goal" id=format!("goal-{number}")>
            <h3>{heading}</h3>
            {hidden(name("thread"), fields.get(&name("thread")))}
            {field("description", "plans-goal-description").hint(lang.t("plans-goal-description-hint")).note_box(2)}
            {field("words", "plans-goal-words").hint(lang.t("plans-goal-words-hint")).note_box(2)}
            {field("area", "plans-goal-area").select(options_of!(Area, lang), None)}
            {field("target", "plans-goal-target").date()}
            {ladder_editor(lang, fields, at)}
            {field("baseline", "plans-goal-baseline").compact().radios(baselines)}
            {field("importance", "plans-goal-importance").compact().radios(none_to_three())}
            {field("difficulty", "plans-goal-difficulty").compact().radios(none_to_three())}
            {removal(lang, number)}
        </section>
    }
    .into_any()
}

fn ladder_editor(lang: Lang, fields: &Fields, at: usize) -> AnyView {
    let steps = Level::ALL
        .into_iter()
        .map(|level| Field::new(fields, lang, goal_field(at, step_part(level)), step_label(lang, level)).note_box(2))
        .collect_view();
    view! {
        <p class="hint"><b>{lang.t("plans-ladder")}</b>" "{lang.t("plans-ladder-hint")}</p>
        <div class="ladder-editor">{steps}</div>
    }
    .into_any()
}

/// What would be lost is said before the button that loses it.
fn removal(lang: Lang, number: usize) -> AnyView {
    let button = Button::new(lang.t("plans-remove-goal"))
        .about(number.to_string())
        .danger()
        .named("do", format!("remove-goal-{number}"));
    view! {
        <details>
            <summary>{lang.t("plans-remove-open")}</summary>
            <p>{lang.t("plans-remove-hint")}</p>
            {button.submit()}
        </details>
    }
    .into_any()
}

fn step_label(lang: Lang, level: Level) -> String {
    format!("{} {}", level.signed(), level.label(lang))
}

/// Where the goals of the version shown stand. An earlier version is shown as it began.
pub(super) enum Standing<'a> {
    Now(&'a HashMap<GoalThreadId, Level>),
    AsItBegan,
}

/// One goal as a plan states it, with its ladder from the highest step down.
pub(super) fn goal_card(lang: Lang, goal: &Goal, standing: &Standing<'_>) -> AnyView {
    let here = match standing {
        Standing::Now(levels) => Some(level_now(goal, levels)),
        Standing::AsItBegan => None,
    };
    let weight = lang.t_with(
        "plans-weight-said",
        &[
            ("importance", goal.importance.into()),
            ("difficulty", goal.difficulty.into()),
            ("weight", goal.weight().into()),
        ],
    );
    let mut known = vec![(lang.t("plans-goal-area").into_owned(), goal.area.label(lang).into_any())];
    if let Some(day) = goal.target_date {
        known.push((lang.t("plans-goal-target").into_owned(), lang.date(day).into_any()));
    }
    known.push((lang.t("plans-weight").into_owned(), weight.into_any()));
    let words = (!goal.patient_words.is_empty())
        .then(|| view! { <blockquote class="words"><p>{goal.patient_words.clone()}</p></blockquote> });
    let steps = Level::ALL.into_iter().rev().map(|level| step(lang, goal, level, here)).collect_view();
    view! {
        <section class="card goal">
            <h3>{format!("{}. {}", goal.position, goal.description)}</h3>
            {words}
            {facts(known)}
            <ol class="ladder">{steps}</ol>
        </section>
    }
    .into_any()
}

fn step(lang: Lang, goal: &Goal, level: Level, here: Option<Level>) -> AnyView {
    let now = (here == Some(level)).then(|| view! { " " {tag(Tone::Calm, lang.t("plans-now"))} });
    let start = (goal.baseline == level).then(|| view! { " " {tag(Tone::Plain, lang.t("plans-at-start"))} });
    let class = if here == Some(level) { "here" } else { "" };
    view! {
        <li class=class>
            <b>{level.signed()}</b>" "<span class="away">{level.label(lang)}": "</span>{goal.ladder.step(level).to_owned()}{now}{start}
        </li>
    }
    .into_any()
}

/// The score at the start and now, in one line.
#[must_use]
pub fn attainment_line(lang: Lang, attainment: &Attainment) -> String {
    let change = attainment.change();
    let sign = if change > 0.0 { "+" } else { "" };
    lang.t_with(
        "plans-attainment-said",
        &[
            ("baseline", lang.decimal(attainment.baseline.value, 1).into()),
            ("now", lang.decimal(attainment.now.value, 1).into()),
            ("change", format!("{sign}{}", lang.decimal(change, 1)).into()),
        ],
    )
}

/// The score with what it means and where it comes from.
pub(super) fn attainment_card(lang: Lang, attainment: &Attainment) -> AnyView {
    let set_aside = attainment.now.weights_set_aside.then(|| notice(Tone::Plain, lang.t("plans-weights-set-aside")));
    view! {
        <section class="card">
            <h2>{lang.t("plans-attainment")}</h2>
            <p><b>{attainment_line(lang, attainment)}</b></p>
            {set_aside}
            <p class="sub">{lang.t("plans-attainment-meaning")}</p>
            <p class="sub">"T = 50 + 10 Σ(w·x) / √(0.7 Σw² + 0.3 (Σw)²). "{lang.t("plans-attainment-source")}</p>
        </section>
    }
    .into_any()
}
