//! The pages of places: the regime, rooms, closures.

pub mod closure;
pub mod closures;
pub mod file;
pub mod regime;
pub mod room;
pub mod rooms;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::kit::ui::tabs;
use crate::routes;

/// The pages that belong together.
pub(super) fn ways(lang: Lang, here: &str) -> AnyView {
    let links =
        [(routes::REGIME, "places-regime"), (routes::CLOSURES, "places-closures"), (routes::ROOMS, "places-rooms")];
    tabs(lang.t("places-title"), links.map(|(to, key)| (to.to_owned(), lang.t(key).into_owned())).to_vec(), here)
}
