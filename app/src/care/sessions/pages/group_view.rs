//! Recording a group in one pass: what holds for all, what the group did, how it was, and one line of codes for each person. In
//! this order the keyboard goes through it; goals and notes of single people are folded away below.

use leptos::prelude::*;

use super::record_view::{full_levels, goal_fields, is_filled, own_words, send};
use crate::care::sessions::model::Assistance;
use crate::care::sessions::quick::{LETTERS, REASONS};
use crate::care::sessions::record_form::own;
use crate::care::sessions::rules::RATING;
use crate::care::sessions::store::sheet::{RosterRow, Sheet, SheetGoal};
use crate::custody::slots::Movement;
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ui::{Field, button_named_quiet, hidden, options_of, section};

#[must_use]
pub fn form(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lines = sheet.roster.iter().map(|row| line(lang, row, fields)).collect_view();
    view! {
        {for_all(lang, sheet, fields)}
        {Field::new(fields, lang, "shared", lang.t("sessions-shared")).hint(lang.t("sessions-shared-hint")).note_box(5)}
        {ratings(lang, sheet, fields)}
        <section class="part">
            <h2>{lang.t("group-lines")}</h2>
            <p class="hint">{lang.t("group-lines-hint")}</p>
            {codes(lang)}
            <div class="lines">{lines}</div>
        </section>
        {send(lang)}
        {single(lang, sheet, fields)}
    }
    .into_any()
}

/// What holds for everybody who took part. The length is known; the cursor stands behind it.
fn for_all(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let body = view! {
        <p class="hint">{lang.t("sessions-for-all-hint")}</p>
        <div class="fields">
            {Field::new(fields, lang, "all-minutes", lang.t("sessions-minutes")).number(1, sheet.head.minutes())}
            {Field::new(fields, lang, "all-participation", lang.t("sessions-participation")).focus(!fields.is_refused()).select(full_levels(lang), Some(String::new()))}
            {Field::new(fields, lang, "all-assistance", lang.t("sessions-assistance")).select(options_of!(Assistance, lang), Some(String::new()))}
        </div>
        <p class="hint">{lang.t("sessions-prps")}</p>
    };
    section(lang.t("sessions-for-all"), body.into_any())
}

fn ratings(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let one = |(key, _): (&'static str, Option<i32>)| {
        Field::new(fields, lang, key, lang.t(key)).number(*RATING.start(), *RATING.end())
    };
    let all = sheet.head.ratings.named().map(one).into_iter().collect_view();
    section(lang.t("group-ratings"), view! { <div class="fields">{all}</div> }.into_any())
}

/// The codes with their words, folded away for those who know them.
fn codes(lang: Lang) -> AnyView {
    let letters: Vec<String> = LETTERS.iter().map(|(letter, held)| format!("{letter} {}", held.label(lang))).collect();
    let reasons: Vec<String> = REASONS.iter().map(|(digit, held)| format!("{digit} {}", held.label(lang))).collect();
    view! {
        <details>
            <summary>{lang.t("group-codes")}</summary>
            <dl class="facts">
                <div><dt>{lang.t("group-code-attendance")}</dt><dd>{letters.join(", ")}</dd></div>
                <div><dt>{lang.t("group-code-reason")}</dt><dd>{reasons.join(", ")}</dd></div>
                <div><dt>{lang.t("group-code-rest")}</dt><dd>{lang.t("group-code-rest-text")}</dd></div>
            </dl>
        </details>
    }
    .into_any()
}

/// Name, number and housing, and custody's own word where it says more than that somebody was expected.
fn line(lang: Lang, row: &RosterRow, fields: &Fields) -> AnyView {
    let custody = match (row.movement, row.custody_reason) {
        (Movement::Expected, _) => String::new(),
        (movement, Some(reason)) => format!(" · {}: {}", movement.label(lang), reason.label(lang)),
        (movement, None) => format!(" · {}", movement.label(lang)),
    };
    let below = format!("{}{custody}", row.below());
    Field::new(fields, lang, own("code", row.patient_id), row.name()).hint(below).text()
}

/// Goals and words of single people: open where something stands in them already.
fn single(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let all = fields.get("goals") == "all";
    let written = |row: &RosterRow| {
        let names = [own("note", row.patient_id), own("next", row.patient_id)];
        names.iter().any(|name| !fields.get(name).is_empty() || fields.error_at(name).is_some())
            || sheet.goals_of(row.patient_id).any(|goal| is_filled(fields, goal))
    };
    let open = all || sheet.roster.iter().any(written);
    let more = sheet.goals.iter().any(|goal| !is_shown(fields, goal));
    let people = sheet
        .roster
        .iter()
        .map(|row| {
            let goals = sheet.goals_of(row.patient_id).filter(|goal| is_shown(fields, goal));
            let goals = goals.map(|goal| goal_fields(lang, goal, fields)).collect_view();
            view! { <div role="group" aria-label=row.name()><h3>{row.name()}</h3>{goals}{own_words(lang, row, fields)}</div> }
        })
        .collect_view();
    view! {
        <details class="wide" open=open>
            <summary>{lang.t("group-single")}</summary>
            {all.then(|| hidden("goals", "all"))}
            <div class="singles">{people}</div>
            {more.then(|| button_named_quiet(lang.t("group-all-goals"), "then", "goals"))}
        </details>
    }
    .into_any()
}

/// What was meant to be worked on, what has been recorded, and the rest when it is asked for.
fn is_shown(fields: &Fields, goal: &SheetGoal) -> bool {
    goal.planned || is_filled(fields, goal) || fields.get("goals") == "all"
}
