//! The guard of a draft, with its words: see [`crate::islands::draft_guard`]. Without scripting there is nothing to see of it.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::islands::DraftGuard;

/// Stands inside the form whose draft `save_to` takes, while it is being written.
#[must_use]
pub fn draft_guard(lang: Lang, save_to: String) -> AnyView {
    let word = |key: &str| lang.t(key).into_owned();
    view! {
        <DraftGuard
            save_to=save_to
            saved=word("kit-guard-saved")
            unsaved=word("kit-guard-unsaved")
            offline=word("kit-guard-offline")
            lapsed=word("kit-guard-lapsed")
            stale=word("kit-guard-stale")
        />
    }
    .into_any()
}
