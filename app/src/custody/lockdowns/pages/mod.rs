//! The pages of lockdowns: what there were, choosing and looking at what it would touch, and one with the way back.

pub mod choose;
pub mod file;
pub mod list;
pub mod one;

use super::model::{Lockdown, Scope};
use crate::i18n::Lang;

/// What stands still, in words.
fn area_words(lang: Lang, lockdown: &Lockdown) -> String {
    match lockdown.scope {
        Scope::Facility => lang.t("lockdown-whole").into_owned(),
        Scope::Building => building_words(lang, &lockdown.building),
        Scope::Wing => lockdown.wing.clone().unwrap_or_default(),
    }
}

fn building_words(lang: Lang, name: &str) -> String {
    lang.t_with("lockdown-building", &[("name", name.to_owned().into())])
}
