//! What several pages say of a session: its state as a tag, its name, where one may go from it.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::care::sessions::rules::is_late;
use crate::care::sessions::store::lists::ListedSession;
use crate::care::sessions::store::sheet::Sheet;
use crate::custody::outings::rules as outings;
use crate::custody::slots::{CancelReason, CancelSide, CustodyReason, Movement, SlotStatus};
use crate::i18n::Lang;
use crate::kit::local_time::{day_bounds, local_date};
use crate::kit::ui::{Button, Tone, notice, notice_with, tag};
use crate::routes;
use crate::web::Ctx;

/// The state of a slot with its reason, in the words of the side that ended it.
#[must_use]
pub fn slot_words(lang: Lang, status: SlotStatus, side: Option<CancelSide>, reason: Option<CancelReason>) -> String {
    let status = status.label(lang);
    match (side, reason) {
        (Some(CancelSide::Health), _) => format!("{status} ({})", CancelSide::Health.label(lang)),
        (_, Some(reason)) => format!("{status}: {}", reason.label(lang)),
        _ => status.into_owned(),
    }
}

/// Who has left the facility since the session: what was written of them stays, and is signed with the rest.
#[must_use]
pub fn gone_notice(lang: Lang, sheet: &Sheet) -> AnyView {
    let lines: Vec<AnyView> = sheet
        .roster
        .iter()
        .filter_map(|row| {
            let how = row.gone()?.label(lang);
            Some(view! { <li>{format!("{}: {how}", row.shown.identity())}</li> }.into_any())
        })
        .collect();
    if lines.is_empty() {
        return ().into_any();
    }
    notice_with(Tone::Warn, view! { <p>{lang.t("leaving-gone")}</p><ul>{lines}</ul> }.into_any())
}

/// Where a session stands, as a tag.
#[must_use]
pub fn state_tag(lang: Lang, session: &ListedSession, now: DateTime<Utc>) -> AnyView {
    if session.signed_at.is_some() {
        return tag(Tone::Ok, lang.t("sessions-state-signed"));
    }
    if !session.status.is_live() {
        return tag(Tone::Bad, slot_words(lang, session.status, session.cancel_side, session.cancel_reason));
    }
    if session.ends_at <= now {
        let key = match (is_late(session.ends_at, now), session.recorded_at) {
            (true, _) => "sessions-state-late",
            (false, Some(_)) => "sessions-state-unsigned",
            (false, None) => "sessions-state-unrecorded",
        };
        return tag(Tone::Warn, lang.t(key));
    }
    if session.starts_at <= now {
        return tag(Tone::Calm, lang.t("sessions-state-now"));
    }
    match session.status {
        SlotStatus::Requested => tag(Tone::Plain, SlotStatus::Requested.label(lang)),
        status => tag(Tone::Calm, status.label(lang)),
    }
}

/// Record or sign, for what has begun and waits for that.
#[must_use]
pub fn next_action(lang: Lang, session: &ListedSession, now: DateTime<Utc>) -> Option<AnyView> {
    if session.signed_at.is_some() || !session.status.is_live() || session.starts_at > now {
        return None;
    }
    let about = session.title.say(lang).to_owned();
    Some(match session.recorded_at {
        None => Button::new(lang.t("sessions-record")).about(about).link(routes::session(session.id)),
        Some(_) => Button::new(lang.t("sessions-sign")).about(about).link(routes::session_sign(session.id)),
    })
}

/// The activity as a link to its session, with how it is held.
#[must_use]
pub fn session_link(lang: Lang, session: &ListedSession) -> AnyView {
    view! {
        <a href=routes::session(session.id)>{session.title.say(lang).to_owned()}</a>
        <div class="sub">{session.mode.label(lang)}</div>
    }
    .into_any()
}

/// How many are expected, and of those how many custody has marked as arrived.
#[must_use]
pub fn people_words(lang: Lang, session: &ListedSession) -> AnyView {
    if session.arrived == 0 {
        return session.people.to_string().into_any();
    }
    let counts = [("arrived", session.arrived.into()), ("people", session.people.into())];
    view! { {lang.t_with("sessions-arrived-of", &counts)} }.into_any()
}

/// Who is away, on the day of the session: by name, and not where.
#[must_use]
pub fn away_notice(ctx: &Ctx, sheet: &Sheet) -> Option<AnyView> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let (from, to) = day_bounds(ctx.today(), zone);
    if local_date(sheet.head.starts_at, zone) != ctx.today() || sheet.head.signed_at.is_some() {
        return None;
    }
    let names: Vec<String> = sheet
        .roster
        .iter()
        .filter(|row| outings::is_away(&sheet.away, row.patient_id, from, to))
        .map(|row| row.shown.identity())
        .collect();
    let said = || lang.t_with("outings-away-names", &[("names", names.join("; ").into())]);
    (!names.is_empty()).then(|| notice(Tone::Warn, said()))
}

/// What custody says became of a person, when it says more than that he is expected.
#[must_use]
pub fn movement_tag(lang: Lang, movement: Movement, reason: Option<CustodyReason>) -> Option<AnyView> {
    let words = movement_words(lang, movement, reason)?;
    let tone = match movement {
        Movement::Expected => return None,
        Movement::NotBrought => Tone::Bad,
        Movement::ArrivedLate => Tone::Warn,
        Movement::Arrived | Movement::Returned => Tone::Ok,
        Movement::Unlocked => Tone::Calm,
    };
    Some(tag(tone, words))
}

#[must_use]
pub fn movement_words(lang: Lang, movement: Movement, reason: Option<CustodyReason>) -> Option<String> {
    match (movement, reason) {
        (Movement::Expected, _) => None,
        (movement, Some(reason)) => Some(format!("{}: {}", movement.label(lang), reason.label(lang))),
        (movement, None) => Some(movement.label(lang).into_owned()),
    }
}
