//! What runs in the browser: islands in pages that are complete without them. They get finished words as properties and know
//! nothing of the record; whatever they send goes through the same forms as without scripting.

pub mod draft_guard;
pub mod mark_keeper;

pub use draft_guard::DraftGuard;
pub use mark_keeper::MarkKeeper;

/// Called by the site's script before the islands of a page are brought to life.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
