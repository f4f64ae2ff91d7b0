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
    let printed = lang.t_with("kit-printed", &[("at", printed_at.into().into()), ("by", printed_by.into().into())]);
    view! {
        <div class="print-head print-only">
            <p><b>{place_name.into()}</b>" · "{what.into()}</p>
            <p>{printed}</p>
        </div>
    }
    .into_any()
}
