//! How a request says that it comes again, and how a series is changed.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::model::{NewSeries, Scope, Step};
use crate::care::sessions::rules::MINUTES;
use crate::care::sessions::store::request::{NewSession, OfferedRoom};
use crate::custody::series::model::weekday_key;
use crate::custody::series::{DayReason, Follows};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{SeriesId, SlotId};
use crate::kit::local_time::parse_clock;
use crate::kit::recurrence::{Rule, weekday_bit};
use crate::kit::ui::{Field, Tone, notice, notice_with, section};

/// The fields of a repetition, which the steps of the request carry along.
pub const REPEAT: [&str; 6] = ["repeat", "weekday", "every", "until", "count", "leave_out"];
/// A series has at most so many sessions.
pub const MOST: i32 = 300;
/// Days in the way that are named one by one.
const NAMED: usize = 12;

/// What a request says of coming again.
#[derive(Debug)]
pub enum Repeat {
    Once,
    /// Something is wrong, and said at its field.
    Wrong,
    Series(Box<NewSeries>),
}

/// Reads the repetition of a session; `start` is its clock time and `beginning` that of its part, in minutes after midnight.
pub fn repeat(fields: &mut Fields, session: &NewSession, date: NaiveDate, start: i32, beginning: i32) -> Repeat {
    if matches!(fields.get("repeat"), "" | "no") {
        return Repeat::Once;
    }
    let follows: Option<Follows> = fields.choice("repeat");
    let weekdays = ticked(fields).unwrap_or_else(|| weekday_bit(date));
    let every_weeks = if fields.get("every").is_empty() { Some(1) } else { fields.number("every", 1, 12) };
    let ends_on = fields.date("until");
    let most = if fields.get("count").is_empty() { None } else { fields.number("count", 1, MOST) };
    let rule = Rule { starts_on: date, ends_on, most, weekdays, every_weeks: every_weeks.unwrap_or(1) };
    if ends_on.is_some() && rule.dates().next().is_none() {
        fields.error("until", Msg::new("series-no-day"));
    }
    match (follows, every_weeks) {
        (Some(follows), Some(every_weeks)) if !fields.is_refused() => Repeat::Series(Box::new(NewSeries {
            id: SeriesId(session.id.0),
            session: session.clone(),
            follows,
            start_minute: if follows == Follows::Part { (start - beginning).max(0) } else { start },
            minutes: i32::try_from((session.ends_at - session.starts_at).num_minutes()).unwrap_or(60),
            weekdays,
            every_weeks,
            starts_on: date,
            ends_on,
            most,
        })),
        _ => Repeat::Wrong,
    }
}

/// The weekdays that are ticked, as bits; nothing when none is.
fn ticked(fields: &Fields) -> Option<i32> {
    let days = fields.all("weekday").filter_map(|day| day.parse::<i32>().ok()).filter(|day| (1..=7).contains(day));
    Some(days.fold(0, |bits, day| bits | (1 << (day - 1)))).filter(|bits| *bits != 0)
}

/// The choice of weekdays, Monday first.
#[must_use]
pub fn weekdays_field(lang: Lang, fields: &Fields, hint: &str) -> AnyView {
    let days = (1..=7).map(|day| (day.to_string(), lang.t(weekday_key(day)).into_owned())).collect();
    Field::new(fields, lang, "weekday", lang.t("series-weekdays")).hint(lang.t(hint)).compact().checkboxes(days)
}

/// The part of the request's second step that makes a series of it.
#[must_use]
pub fn repeat_view(lang: Lang, fields: &Fields) -> AnyView {
    let mut kinds = vec![("no".to_owned(), lang.t("series-once").into_owned())];
    kinds.extend(Follows::ALL.iter().map(|kind| (kind.as_str().to_owned(), kind.label(lang).into_owned())));
    let leave_out = (fields.error_at("leave_out").is_some() || fields.has("leave_out")).then(|| {
        Field::new(fields, lang, "leave_out", lang.t("series-leave-out"))
            .checkboxes(vec![("yes".to_owned(), lang.t("series-leave-out-yes").into_owned())])
    });
    let body = view! {
        {Field::new(fields, lang, "repeat", lang.t("series-repeat")).compact().radios(kinds)}
        {weekdays_field(lang, fields, "series-weekdays-hint")}
        <div class="fields">
            {Field::new(fields, lang, "every", lang.t("series-every-weeks")).number(1, 12)}
            {Field::new(fields, lang, "until", lang.t("series-until")).hint(lang.t("series-until-hint")).date()}
            {Field::new(fields, lang, "count", lang.t("series-count")).number(1, MOST)}
        </div>
        {leave_out}
    };
    section(lang.t("series-section"), body.into_any())
}

/// Says which days of a series are in the way, at the field that leaves them out.
pub fn say_in_the_way(lang: Lang, fields: &mut Fields, days: &[(NaiveDate, DayReason)]) {
    let named: Vec<String> =
        days.iter().take(NAMED).map(|(date, reason)| format!("{}: {}", lang.date(*date), reason.label(lang))).collect();
    let said = [("n", days.len().into()), ("days", named.join("; ").into())];
    fields.error("leave_out", Msg::with("series-in-the-way", said));
}

/// What a form about a series asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeForm {
    pub slot: SlotId,
    pub scope: Scope,
    pub step: Step,
}

/// Reads it, or leaves errors; `held` are the weekdays that the series has.
pub fn change(fields: &mut Fields, rooms: &[OfferedRoom], held: i32) -> Option<ChangeForm> {
    let slot: Option<SlotId> = fields.choice("slot");
    let scope: Option<Scope> = fields.choice("scope");
    if fields.get("step") == "cancel" {
        return Some(ChangeForm { slot: slot?, scope: scope?, step: Step::Cancel });
    }
    let start = parse_clock(fields.get("start"));
    if start.is_none() {
        fields.error("start", Msg::new("sessions-time-form"));
    }
    let minutes = fields.number("minutes", MINUTES.0, MINUTES.1);
    let room = rooms.iter().find(|room| room.id.to_string() == fields.get("room"));
    if room.is_none() {
        fields.error("room", Msg::new("form-choose"));
    }
    let weekdays = ticked(fields).filter(|days| *days != held);
    if scope == Some(Scope::This) && weekdays.is_some() {
        fields.error("weekday", Msg::new("series-weekdays-of-one"));
        return None;
    }
    let step = Step::Move { start_minute: start?, minutes: minutes?, room: room?.id, weekdays };
    Some(ChangeForm { slot: slot?, scope: scope?, step })
}

/// What a series of the past cannot do.
#[must_use]
pub fn ended_notice(lang: Lang) -> AnyView {
    notice(Tone::Plain, lang.t("series-ended"))
}

/// A line above the form that says what changing means.
#[must_use]
pub fn change_notice(lang: Lang) -> AnyView {
    notice_with(Tone::Calm, view! { <p>{lang.t("series-change-explained")}</p> }.into_any())
}
