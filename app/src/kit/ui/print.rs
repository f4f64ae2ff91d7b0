//! What only a printed page shows.

use leptos::prelude::*;

use crate::i18n::Lang;

/// The head of a print: where it is from, what it is, who printed it and when. Page n of m comes from the style sheet.
#[must_use]
pub fn print_head(
    lang: Lang,
    place_name: impl Into<String>,
    what: impl Into<String>,
    printed_by: impl Into<String>,
    printed_at: impl Into<String>,
) -> AnyView {
    let head = head(lang, place_name.into(), &what.into(), printed_by.into(), printed_at.into());
    view! { <div class="print-head print-only">{head}</div> }.into_any()
}

/// A list on paper, with boxes to tick. Sheets come apart and are carried about, so each page repeats where the list is from, what it
/// is and who printed it when, above the heads of its columns. A box is `<span class="box"></span>`.
#[must_use]
pub fn sheet(
    lang: Lang,
    place_name: impl Into<String>,
    what: impl Into<String>,
    printed_by: impl Into<String>,
    printed_at: impl Into<String>,
    headers: Vec<String>,
    rows: Vec<AnyView>,
) -> AnyView {
    let what = what.into();
    let head = head(lang, place_name.into(), &what, printed_by.into(), printed_at.into());
    let columns = headers.len();
    let headers = headers.into_iter().map(|label| view! { <th scope="col">{label}</th> }).collect_view();
    view! {
        <table class="sheet">
            <caption class="away">{what}</caption>
            <thead>
                <tr><td colspan=columns><div class="print-head">{head}</div></td></tr>
                <tr>{headers}</tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn head(lang: Lang, place_name: String, what: &str, by: String, at: String) -> AnyView {
    let printed = lang.t_with("kit-printed", &[("at", at.into()), ("by", by.into())]);
    view! { <p><b>{place_name}</b>{format!(" · {what}")}</p><p>{printed}</p> }.into_any()
}
