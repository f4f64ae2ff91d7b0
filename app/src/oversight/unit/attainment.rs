//! How the unit's goals stand, and which of them slipped.

use leptos::prelude::*;

use super::store::{LevelRow, SlippingRow};
use crate::i18n::Lang;
use crate::kit::ui::{Header, Tone, card, table_under_heading, tag};
use crate::routes;

/// A level's sign and the key of its words, as on the ladder.
const fn level_look(level: i32) -> (&'static str, &'static str) {
    match level {
        ..=-2 => ("−2", "kit-level-much-less"),
        -1 => ("−1", "kit-level-less"),
        0 => ("0", "kit-level-expected"),
        1 => ("+1", "kit-level-better"),
        2.. => ("+2", "kit-level-much-better"),
    }
}

fn level_words(lang: Lang, level: i32) -> String {
    let (sign, key) = level_look(level);
    format!("{sign} {}", lang.t(key))
}

/// Counts of goals by the level of their last rating, the best first, those never rated last.
pub fn card_of(lang: Lang, levels: &[LevelRow]) -> AnyView {
    let count = |level: Option<i32>| levels.iter().filter(|row| row.level == level).map(|row| row.goals).sum::<i64>();
    let total: i64 = levels.iter().map(|row| row.goals).sum();
    let rows = [Some(2), Some(1), Some(0), Some(-1), Some(-2), None]
        .into_iter()
        .filter(|_| total > 0)
        .map(|level| {
            let words =
                level.map_or_else(|| lang.t("oversight-never-rated").into_owned(), |level| level_words(lang, level));
            let goals = count(level);
            view! {
                <tr>
                    <th scope="row">{words}</th>
                    <td class="n">{goals}</td>
                    <td>{share_bar(goals, total)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = vec![
        Header::new(lang.t("kit-chart-level")),
        Header::new(lang.t("oversight-goals")).numeric(),
        Header::new(lang.t("oversight-share")).away(),
    ];
    let title = lang.t("oversight-attainment");
    card(title.clone(), table_under_heading(title, headers, rows, lang.t("oversight-no-goals")))
}

/// A bar of the goals at one level among all; the number beside it says the same.
fn share_bar(part: i64, whole: i64) -> AnyView {
    let width = part * 100 / whole.max(1);
    view! {
        <span class="hours-bar">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect class="rest" x="0" y="0" width="100" height="10"></rect>
                <rect class="attended" x="0" y="0" width=width.to_string() height="10"></rect>
            </svg>
        </span>
    }
    .into_any()
}

/// Goals whose last rating is lower than the one before.
pub fn slipping_card(lang: Lang, goals: &[SlippingRow]) -> AnyView {
    let items: Vec<AnyView> = goals
        .iter()
        .map(|goal| {
            let change = format!("{} → {}", level_look(goal.previous).0, level_look(goal.level).0);
            view! {
                <li>
                    <span>
                        <a class="nowrap" href=routes::patient_progress(goal.person_id)>{goal.prison_number.clone()}</a>
                        {format!(": {}", goal.description)}
                        <span class="sub">{lang.date(goal.rated_on)}" "{tag(Tone::Warn, change)}</span>
                    </span>
                </li>
            }
            .into_any()
        })
        .collect();
    let body = if items.is_empty() {
        view! { <p class="empty">{lang.t("oversight-slipping-none")}</p> }.into_any()
    } else {
        view! { <ul class="todo">{items}</ul> }.into_any()
    };
    card(lang.t("oversight-slipping"), body)
}
