//! How the unit's goals stand, and which way they went.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::rules::LevelCount;
use crate::i18n::Lang;
use crate::kit::ui::{Header, card, table_under_heading};

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
pub fn card_of(lang: Lang, levels: &BTreeMap<Option<i32>, LevelCount>) -> AnyView {
    let total: i64 = levels.values().map(|count| count.goals).sum();
    let rows = [Some(2), Some(1), Some(0), Some(-1), Some(-2), None]
        .into_iter()
        .filter(|_| total > 0)
        .map(|level| {
            let words =
                level.map_or_else(|| lang.t("oversight-never-rated").into_owned(), |level| level_words(lang, level));
            let LevelCount { goals, rising, level: stays, falling } = levels.get(&level).copied().unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{words}</th>
                    <td class="n">{goals}</td>
                    <td class="n nowrap">{trend(lang, rising, stays, falling)}</td>
                    <td>{share_bar(goals, total)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = vec![
        Header::new(lang.t("kit-chart-level")),
        Header::new(lang.t("oversight-goals")).numeric(),
        Header::new(lang.t("unit-trend")).numeric(),
        Header::new(lang.t("oversight-share")).away(),
    ];
    let title = lang.t("oversight-attainment");
    card(title.clone(), table_under_heading(title, headers, rows, lang.t("oversight-no-goals")))
}

/// How many rose, stayed and fell at their last rating.
fn trend(lang: Lang, rising: i64, stays: i64, falling: i64) -> AnyView {
    [("▲", "unit-rising", rising), ("▬", "unit-staying", stays), ("▼", "unit-falling", falling)]
        .into_iter()
        .filter(|(_, _, goals)| *goals > 0)
        .map(|(shape, key, goals)| {
            let words = lang.t(key);
            let title = words.clone();
            view! { <span class="trend" title=title><span aria-hidden="true">{shape}</span><span class="away">{words}</span>{format!(" {goals} ")}</span> }
        })
        .collect_view()
        .into_any()
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
