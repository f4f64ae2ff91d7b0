//! How regime, rooms and closures look, for either side.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::model::{Claim, Closure, Hours, Room, TouchedSlot, Week};
use crate::custody::day::clock;
use crate::custody::slots::{Part, words};
use crate::i18n::Lang;
use crate::kit::local_time::{day_bounds, local_date};
use crate::kit::ui::{Header, Tone, table_under_heading, tag};

#[must_use]
pub fn weekday(lang: Lang, weekday: i32) -> String {
    lang.t(&format!("kit-weekday-{weekday}")).into_owned()
}

/// From and to as a clock shows them.
#[must_use]
pub fn hours(held: Option<Hours>) -> String {
    held.map_or_else(|| "–".to_owned(), |(start, end)| format!("{}–{}", clock(start), clock(end)))
}

/// From when to when, on one day or over several; of whole days the days alone.
#[must_use]
pub fn span(lang: Lang, zone: Tz, from: DateTime<Utc>, to: DateTime<Utc>) -> String {
    let day = local_date(from, zone);
    let before = local_date(to - TimeDelta::seconds(1), zone);
    if from < to && from == day_bounds(day, zone).0 && to == day_bounds(before, zone).1 {
        return if before == day { lang.date(day) } else { format!("{} – {}", lang.date(day), lang.date(before)) };
    }
    if local_date(to, zone) == day {
        return format!("{} {}", lang.date(day), lang.times(from, to, zone));
    }
    format!("{} – {}", lang.date_time(from, zone), lang.date_time(to, zone))
}

/// What is closed: a room's name or the whole facility.
#[must_use]
pub fn closed_what(lang: Lang, closure: &Closure) -> String {
    closure.room.clone().unwrap_or_else(|| lang.t("places-whole-facility").into_owned())
}

/// The week as a table to read.
#[must_use]
pub fn week_table(lang: Lang, week: &Week) -> AnyView {
    let mut headers = vec![Header::new(lang.t("places-weekday"))];
    headers.extend(Part::ALL.iter().map(|part| Header::new(part.label(lang))));
    let rows = (1..=7)
        .map(|day| {
            let cells = Part::ALL.iter().map(|part| view! { <td>{hours(week.hours(day, *part))}</td> }).collect_view();
            view! { <tr><th scope="row">{weekday(lang, day)}</th>{cells}</tr> }.into_any()
        })
        .collect();
    table_under_heading(lang.t("places-regime"), headers, rows, "")
}

/// When a room is health's, in words; nothing when it never is.
#[must_use]
pub fn claims_in_words(lang: Lang, room: &Room, claims: &[Claim]) -> String {
    let days = (1..=7).filter_map(|day| {
        let parts: Vec<_> = claims
            .iter()
            .filter(|claim| claim.room_id == room.id && claim.weekday == day)
            .map(|claim| claim.part.label(lang))
            .collect();
        (!parts.is_empty()).then(|| format!("{} {}", weekday(lang, day), parts.join(", ")))
    });
    days.collect::<Vec<_>>().join(" · ")
}

/// Sessions that lie where something is closed or no longer open. `link` leads to one of them, where there is a page of it.
#[must_use]
pub fn touched_table(
    lang: Lang,
    zone: Tz,
    title: String,
    slots: &[TouchedSlot],
    link: impl Fn(&TouchedSlot) -> String,
    nothing: String,
) -> AnyView {
    let headers = ["slot-time", "places-session", "slot-room", "places-people", "places-state"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let rows = slots
        .iter()
        .map(|slot| {
            view! {
                <tr>
                    <td>{span(lang, zone, slot.starts_at, slot.ends_at)}</td>
                    <td><a href=link(slot)>{words::neutral_label(lang, &slot.label_letter)}</a></td>
                    <td>{slot.room.clone()}</td>
                    <td>{lang.t_with("kit-people", &[("n", slot.people.into())])}</td>
                    <td>{tag(words::tone(slot.status), slot.status.label(lang))}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(title, headers, rows, nothing)
}

/// Whether a closure holds, will hold, or is over.
#[must_use]
pub fn closure_state(lang: Lang, closure: &Closure, now: DateTime<Utc>) -> AnyView {
    let (tone, words) = closure_words(lang, closure, now);
    tag(tone, words)
}

#[must_use]
pub fn closure_words(lang: Lang, closure: &Closure, now: DateTime<Utc>) -> (Tone, String) {
    let (tone, key) = if closure.ended_at.is_some() {
        (Tone::Plain, "places-taken-back")
    } else if closure.ends_at <= now {
        (Tone::Plain, "places-over")
    } else if closure.starts_at <= now {
        (Tone::Bad, "places-closed-now")
    } else {
        (Tone::Calm, "places-coming")
    };
    (tone, lang.t(key).into_owned())
}
