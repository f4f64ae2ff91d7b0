//! A change in words, the same for both sides.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::model::{ChangeKind, ChangeLine};
use crate::custody::places::model::read_entry;
use crate::custody::places::view::{hours, span, weekday};
use crate::custody::slots::neutral_label;
use crate::i18n::Lang;
use crate::kit::ui::{Tone, tag};

/// What happened, as a tag.
#[must_use]
pub fn kind(lang: Lang, line: &ChangeLine) -> AnyView {
    let tone = match line.kind {
        ChangeKind::Released | ChangeKind::Transferred | ChangeKind::SlotCancelled | ChangeKind::ToolMissing => {
            Tone::Bad
        }
        ChangeKind::PresentAgain | ChangeKind::SlotRestored | ChangeKind::ComesAgain => Tone::Ok,
        _ => Tone::Warn,
    };
    tag(tone, kind_words(lang, line))
}

#[must_use]
pub fn kind_words(lang: Lang, line: &ChangeLine) -> String {
    match line.reason {
        Some(reason) => format!("{}: {}", line.kind.label(lang), reason.label(lang)),
        None => line.kind.label(lang).into_owned(),
    }
}

/// As it was and as it is. What is kept are codes and times, which every reader gets in the own language.
#[must_use]
pub fn detail(lang: Lang, zone: Tz, line: &ChangeLine) -> String {
    if line.kind == ChangeKind::ToolMissing {
        return line.tool(lang).unwrap_or(&line.earlier).to_owned();
    }
    let (earlier, later) = (say(lang, zone, line.kind, &line.earlier), say(lang, zone, line.kind, &line.later));
    match (earlier.is_empty(), later.is_empty()) {
        (true, true) => String::new(),
        (false, false) if line.kind == ChangeKind::RoomClosed => closed(lang, zone, line).unwrap_or_default(),
        (false, false) => format!("{earlier} → {later}"),
        (true, false) => format!("→ {later}"),
        (false, true) if is_of_its_session(line.kind) => earlier,
        (false, true) => format!("{earlier} → –"),
    }
}

/// What is said of a session as it stands, and not of what it was and is.
const fn is_of_its_session(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::KeptBack | ChangeKind::ComesAgain)
}

fn closed(lang: Lang, zone: Tz, line: &ChangeLine) -> Option<String> {
    Some(span(lang, zone, instant(&line.earlier)?, instant(&line.later)?))
}

fn say(lang: Lang, zone: Tz, kind: ChangeKind, text: &str) -> String {
    if kind == ChangeKind::RegimeChanged {
        let parts = text.split(' ').filter_map(read_entry);
        return parts
            .map(|((day, part), held)| format!("{} {} {}", weekday(lang, day), part.label(lang), hours(Some(held))))
            .collect::<Vec<_>>()
            .join(", ");
    }
    match instant(text) {
        Some(at) => lang.date_time(at, zone),
        None => text.to_owned(),
    }
}

fn instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.with_timezone(&Utc))
}

/// How many sessions ahead it touches; and which one, where it is about one.
#[must_use]
pub fn about(lang: Lang, zone: Tz, line: &ChangeLine) -> String {
    if let (Some(at), Some(letter)) = (line.slot_starts_at, &line.label_letter) {
        return format!("{} {}", neutral_label(lang, letter), lang.date_time(at, zone));
    }
    lang.t_with("changes-touched", &[("n", line.touched.into())])
}

/// Who has seen it, when; or that nobody has.
#[must_use]
pub fn seen(lang: Lang, zone: Tz, by: Option<&str>, at: Option<DateTime<Utc>>) -> AnyView {
    match at {
        Some(at) => {
            let who = format!("{} {}", by.unwrap_or_default(), lang.date_time(at, zone));
            view! { {tag(Tone::Ok, lang.t("changes-seen"))}<span class="sub">{who}</span> }.into_any()
        }
        None => tag(Tone::Warn, lang.t("changes-not-seen")),
    }
}

/// The same in one line of text.
#[must_use]
pub fn seen_words(lang: Lang, zone: Tz, by: Option<&str>, at: Option<DateTime<Utc>>) -> String {
    at.map_or_else(
        || lang.t("changes-not-seen").into_owned(),
        |at| format!("{} {}", by.unwrap_or_default(), lang.date_time(at, zone)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_words() {
        let line = |kind, earlier: &str, later: &str| ChangeLine {
            id: uuid::Uuid::nil().into(),
            kind,
            reason: None,
            earlier: earlier.to_owned(),
            later: later.to_owned(),
            touched: 0,
            happened_at: DateTime::UNIX_EPOCH,
            person_id: None,
            family_name: None,
            given_name: None,
            prison_number: None,
            slot_id: None,
            slot_starts_at: None,
            label_letter: None,
            custody_seen_by: None,
            custody_seen_at: None,
            care_seen_by: None,
            care_seen_at: None,
            tool_en: Some("Scissors".to_owned()),
            tool_sq: None,
            tool_sr: None,
        };
        for (kind, earlier, later, expected) in [
            (ChangeKind::WingChanged, "A-1", "B-2", "A-1 → B-2"),
            (ChangeKind::Released, "A-1", "", "A-1 → –"),
            (ChangeKind::ToolMissing, "scissors_safe", "", "Scissors"),
            (ChangeKind::KeptBack, "2026-12-24T08:00:00Z", "", "24 Dec 2026 08:00"),
            (
                ChangeKind::RegimeChanged,
                "1.am.480.705",
                "1.am.500.705",
                "Monday AM 08:00–11:45 → Monday AM 08:20–11:45",
            ),
            (
                ChangeKind::RoomClosed,
                "2026-12-24T08:00:00+00:00",
                "2026-12-24T10:00:00+00:00",
                "24 Dec 2026 08:00–10:00",
            ),
            (ChangeKind::RoomClosed, "2026-12-24T00:00:00+00:00", "2026-12-25T00:00:00+00:00", "24 Dec 2026"),
            (
                ChangeKind::RoomClosed,
                "2026-12-24T00:00:00+00:00",
                "2026-12-26T00:00:00+00:00",
                "24 Dec 2026 – 25 Dec 2026",
            ),
            (
                ChangeKind::SlotMoved,
                "2026-12-24T08:00:00Z",
                "2026-12-25T08:00:00Z",
                "24 Dec 2026 08:00 → 25 Dec 2026 08:00",
            ),
        ] {
            assert_eq!(detail(Lang::En, chrono_tz::UTC, &line(kind, earlier, later)), expected);
        }
    }
}
