//! Goals on the page of a plan and in its editor.

use std::collections::HashMap;

use leptos::prelude::*;

use super::super::form::{goal_count, goal_field, ladder_fault, step_part};
use super::super::model::Area;
use crate::access::Permission;
use crate::care::goals::bank::BankTitle;
use crate::care::goals::ladder::{LadderFault, faults};
use crate::care::goals::rules::level_now;
use crate::care::goals::{ExpressedBy, Goal, Ladder, Level, Term};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::GoalThreadId;
use crate::kit::ui::{Button, Field, Tone, facts, hidden, link_button_quiet, notice_with, options_of, tag};
use crate::routes;
use crate::web::Ctx;

/// One goal of the editor, at its place from 0.
pub(super) fn goal_editor(lang: Lang, fields: &Fields, at: usize, bank: &[BankTitle]) -> AnyView {
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
            {from_bank(lang, fields, at, bank)}
            {field("description", "plans-goal-description").hint(lang.t("plans-goal-description-hint")).note_box(2)}
            {field("words", "plans-goal-words").hint(lang.t("plans-goal-words-hint")).note_box(2)}
            {field("expressed", "plans-goal-expressed").select(options_of!(ExpressedBy, lang), None)}
            {field("term", "plans-goal-term").hint(lang.t("plans-goal-term-hint")).compact().radios(options_of!(Term, lang))}
            {field("parent", "plans-goal-parent").select(other_goals(lang, fields, at), Some(lang.t("plans-goal-parent-none").into_owned()))}
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

/// The other goals of the form by their numbers, for a short goal to name the one it leads to.
fn other_goals(lang: Lang, fields: &Fields, at: usize) -> Vec<(String, String)> {
    (0..goal_count(fields))
        .filter(|other| *other != at)
        .map(|other| {
            let number = other + 1;
            let heading = lang.t_with("plans-goal-n", &[("n", number.into())]);
            let text: String = fields.get(&goal_field(other, "description")).chars().take(60).collect();
            (number.to_string(), format!("{heading}: {text}"))
        })
        .collect()
}

/// The way from the bank into a goal in which nothing has been written yet.
fn from_bank(lang: Lang, fields: &Fields, at: usize, bank: &[BankTitle]) -> AnyView {
    let empty = |part: &str| fields.get(&goal_field(at, part)).is_empty();
    let blank = empty("description") && Level::ALL.into_iter().all(|level| empty(step_part(level)));
    if bank.is_empty() || !blank {
        return ().into_any();
    }
    let texts = bank
        .iter()
        .map(|text| (text.id.to_string(), format!("{}: {}", text.area.label(lang), text.description)))
        .collect();
    let field = Field::new(fields, lang, goal_field(at, "bank"), lang.t("plans-bank"));
    let button = Button::new(lang.t("plans-bank-take")).quiet().named("do", format!("take-{}", at + 1));
    view! {
        {field.hint(lang.t("plans-bank-hint")).select(texts, Some(lang.t("plans-bank-none").into_owned()))}
        <div class="actions">{button.submit()}</div>
    }
    .into_any()
}

/// What is wrong with the ladder as it stands, while it may still stay so.
fn ladder_notice(lang: Lang, fields: &Fields, at: usize) -> AnyView {
    let step = |level| fields.get(&goal_field(at, step_part(level))).to_owned();
    let [step_m2, step_m1, step_0, step_p1, step_p2] = Level::ALL.map(step);
    let found = faults(&Ladder { step_m2, step_m1, step_0, step_p1, step_p2 });
    let said: Vec<_> = found
        .into_iter()
        .filter(|fault| !matches!(fault, LadderFault::Empty(_)))
        .map(|fault| ladder_fault(fault, at).say(lang))
        .map(|words| view! { <li>{words}</li> })
        .collect();
    if said.is_empty() || fields.is_refused() {
        return ().into_any();
    }
    notice_with(Tone::Warn, view! { <ul>{said}</ul> }.into_any())
}

fn ladder_editor(lang: Lang, fields: &Fields, at: usize) -> AnyView {
    let steps = Level::ALL
        .into_iter()
        .map(|level| Field::new(fields, lang, goal_field(at, step_part(level)), step_label(lang, level)).note_box(2))
        .collect_view();
    view! {
        <p class="hint"><b>{lang.t("plans-ladder")}</b>" "{lang.t("plans-ladder-hint")}</p>
        <div class="ladder-editor">{steps}</div>
        {ladder_notice(lang, fields, at)}
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
pub(super) fn goal_card(ctx: &Ctx, goal: &Goal, standing: &Standing<'_>) -> AnyView {
    let lang = ctx.lang;
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
    known.push((lang.t("plans-goal-expressed").into_owned(), goal.expressed_by.label(lang).into_any()));
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
            {ratings_link(ctx, goal, standing)}
        </section>
    }
    .into_any()
}

/// Goals as a plan nests them: short ones follow the long one that they lead to, inside its part of the page.
pub(super) fn goal_cards(ctx: &Ctx, goals: &[Goal], standing: &Standing<'_>) -> AnyView {
    let leads_to = |goal: &Goal, long: &Goal| {
        goal.term == Term::Short && goal.parent_thread_id == Some(long.thread_id) && goal.id != long.id
    };
    let is_nested = |goal: &&Goal| goals.iter().any(|long| long.term == Term::Long && leads_to(goal, long));
    let (nested, alone): (Vec<&Goal>, Vec<&Goal>) = goals.iter().partition(is_nested);
    alone
        .into_iter()
        .map(|long| {
            let short: Vec<AnyView> =
                nested.iter().filter(|goal| leads_to(goal, long)).map(|goal| goal_card(ctx, goal, standing)).collect();
            let short = (!short.is_empty()).then(|| {
                let heading = ctx.lang.t_with("plans-short-goals", &[("n", long.position.into())]);
                view! { <div class="goals-short"><p class="caption">{heading}</p>{short}</div> }
            });
            view! { {goal_card(ctx, long, standing)} {short} }
        })
        .collect_view()
        .into_any()
}

/// The way to a goal's ratings, and to the next one.
fn ratings_link(ctx: &Ctx, goal: &Goal, standing: &Standing<'_>) -> AnyView {
    let key = match standing {
        Standing::Now(_) if ctx.may(Permission::PlanWrite) => "plans-goal-rate",
        _ => "plans-goal-ratings",
    };
    let href = routes::patient_goal(goal.patient_id, goal.thread_id);
    view! { <p class="no-print">{link_button_quiet(href, ctx.lang.t(key))}</p> }.into_any()
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
