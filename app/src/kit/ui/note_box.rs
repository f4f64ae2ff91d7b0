//! The one place where a text area is written. Leptos puts the children of a text area into the page unescaped, so that a note
//! holding `</textarea><script>` would run; here the text goes in escaped, as finished markup.

use leptos::prelude::*;

use super::field::Wiring;

pub(super) fn note_box(wiring: Wiring, rows: u16, text: &str) -> AnyView {
    // A browser drops the first line end after the opening tag: without one of ours it would be the note's own.
    let markup = format!("\n{}", html_escape::encode_text(text));
    view! {
        <textarea
            id=wiring.id
            name=wiring.name
            rows=rows
            required=wiring.required
            aria-describedby=wiring.described_by
            aria-invalid=wiring.invalid
            inner_html=markup
        ></textarea>
    }
    .into_any()
}
