//! How kits are called.

use super::model::{Clearance, Neutral};
use crate::i18n::Lang;
use crate::kit::ui::Tone;

/// 'Kitchen work 3': all that anybody outside health calls it.
#[must_use]
pub fn kit_title(lang: Lang, neutral: Neutral, number: i32) -> String {
    format!("{} {number}", neutral.label(lang))
}

/// What has been decided, or that nothing has been.
#[must_use]
pub fn clearance_words(lang: Lang, clearance: Option<Clearance>) -> (Tone, String) {
    match clearance {
        Some(held @ Clearance::Cleared) => (Tone::Ok, held.label(lang).into_owned()),
        Some(held @ Clearance::Refused) => (Tone::Bad, held.label(lang).into_owned()),
        None => (Tone::Calm, lang.t("kit-clearance-waiting").into_owned()),
    }
}
