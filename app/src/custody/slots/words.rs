//! A slot in words, the same on the board, on its page and on every list.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::model::{BoardSlot, CancelReason, CustodyReason, EscortMode, Movement, SlotStatus};
use super::overrides::Overridden;
use crate::custody::people::list_name;
use crate::i18n::Lang;
use crate::kit::ui::Tone;

/// All that custody is told of a session's content: that it is the health unit's, and which of the day's.
#[must_use]
pub fn neutral_label(lang: Lang, letter: &str) -> String {
    lang.t_with("slot-label", &[("letter", letter.into())])
}

/// How many officers and where they stand.
#[must_use]
pub fn escort(lang: Lang, officers: i32, mode: EscortMode) -> String {
    if officers == 0 {
        return lang.t("slot-no-escort").into_owned();
    }
    lang.t_with("slot-escort", &[("n", officers.into()), ("mode", mode.label(lang).into())])
}

/// The state, with the reason where there is one.
#[must_use]
pub fn state(lang: Lang, status: SlotStatus, reason: Option<CancelReason>) -> String {
    match reason {
        Some(reason) => format!("{}: {}", status.label(lang), reason.label(lang)),
        None => status.label(lang).into_owned(),
    }
}

#[must_use]
pub const fn tone(status: SlotStatus) -> Tone {
    match status {
        SlotStatus::Requested => Tone::Warn,
        SlotStatus::Confirmed | SlotStatus::InProgress => Tone::Calm,
        SlotStatus::Completed => Tone::Ok,
        SlotStatus::Declined | SlotStatus::Cancelled | SlotStatus::NotHeld => Tone::Bad,
    }
}

/// What became of a person, why, and when that was said.
#[must_use]
pub fn movement(lang: Lang, movement: Movement, reason: Option<CustodyReason>, at: Option<String>) -> String {
    let reason = reason.map(|reason| format!(": {}", reason.label(lang))).unwrap_or_default();
    let at = at.map(|at| format!(" {at}")).unwrap_or_default();
    format!("{}{reason}{at}", movement.label(lang))
}

#[must_use]
pub const fn movement_tone(movement: Movement) -> Tone {
    match movement {
        Movement::Expected => Tone::Plain,
        Movement::Unlocked => Tone::Calm,
        Movement::Arrived | Movement::Returned => Tone::Ok,
        Movement::ArrivedLate => Tone::Warn,
        Movement::NotBrought => Tone::Bad,
    }
}

/// What a button says it is about, for those who hear it out of its place on the board.
#[must_use]
pub fn about(lang: Lang, slot: &BoardSlot, times: &str) -> String {
    format!("{} {times}", neutral_label(lang, &slot.label_letter))
}

/// What was set aside for a session, for whom, why, by whom and when.
#[must_use]
pub fn overrides(lang: Lang, zone: Tz, overrides: &[Overridden]) -> AnyView {
    let line = |set_aside: &Overridden| {
        let person = set_aside.family_name.as_deref().zip(set_aside.given_name.as_deref());
        let of = person.map(|(family, given)| format!(" ({})", list_name(family, given))).unwrap_or_default();
        let by = format!("{}, {}", set_aside.by_name, lang.date_time(set_aside.created_at, zone));
        let (kind, reason) = (set_aside.kind.label(lang), set_aside.reason.label(lang));
        view! { <li>{format!("{kind}{of}: {reason} – {by}")}</li> }
    };
    view! { <ul>{overrides.iter().map(line).collect_view()}</ul> }.into_any()
}
