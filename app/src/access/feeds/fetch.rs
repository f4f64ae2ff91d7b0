//! A calendar program fetches what somebody has subscribed to.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use sha2::{Digest as _, Sha256};

use super::store::{self, FeedSlot, Opened};
use super::{FeedKind, token_hash};
use crate::access::gate::{Receipts, Subject};
use crate::access::policy::Permission;
use crate::access::roles::Actor;
use crate::custody::slots::{SlotStatus, neutral_label};
use crate::error::{AppError, Result};
use crate::i18n::Lang;
use crate::kit::ical::{Event, Standing, calendar};
use crate::web::AppState;

/// From a week ago, so that a calendar sees what became of its sessions, to as far ahead as series are made.
const BACK: TimeDelta = TimeDelta::days(7);
const AHEAD: TimeDelta = TimeDelta::days(62);

pub async fn fetch(State(app): State<AppState>, Path(file): Path<String>, headers: HeaderMap) -> Result<Response> {
    let token = file.strip_suffix(".ics").ok_or(AppError::NotFound)?;
    let mut tx = app.gate.unattended_read().await?;
    let feed = store::by_token(&mut tx, &token_hash(token)).await?.ok_or(AppError::NotFound)?;
    let actor = crate::access::store::actor_of_user(&mut tx, feed.user_id).await?;
    drop(tx);
    let Some(actor) = actor.filter(|_| feed.revoked_at.is_none()).and_then(|actor| at_place(actor, &feed)) else {
        return Ok(gone());
    };
    let receipts = Receipts::default();
    let read = sessions(&app, &actor, &receipts, &feed).await;
    receipts.settle().await?;
    let slots = match read {
        Err(AppError::Denied(_)) => return Ok(gone()),
        read => read?,
    };
    let mut tx = app.gate.unattended_write().await?;
    store::mark_fetched(&mut tx, feed.id, app.gate.clock.now()).await?;
    tx.commit().await?;
    let text = written(&actor, &feed, &slots);
    let mark = format!("\"{}\"", hex::encode(Sha256::digest(text.as_bytes())));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let mut response = if known.is_some_and(|known| known.contains(&mark)) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response()
    };
    if let Ok(value) = HeaderValue::from_str(&mark) {
        response.headers_mut().insert(header::ETAG, value);
    }
    Ok(response)
}

/// The calendar was there and will not be again: a program that hears this stops asking.
fn gone() -> Response {
    StatusCode::GONE.into_response()
}

/// The owner as at the place of the calendar; nothing when it is no longer in reach.
fn at_place(mut actor: Actor, feed: &Opened) -> Option<Actor> {
    actor.here = Some(actor.places.iter().position(|place| place.id == feed.facility_id)?);
    Some(actor)
}

async fn sessions(app: &AppState, actor: &Actor, receipts: &Receipts, feed: &Opened) -> Result<Vec<FeedSlot>> {
    let now = app.gate.clock.now();
    let span = (now - BACK, now + AHEAD);
    let subject = Subject::Facility(feed.facility_id);
    Ok(if feed.kind == FeedKind::Own {
        let mut tx = app.gate.care(actor, receipts, Permission::SessionRecord, subject, "feed").await?;
        store::slots(&mut tx, feed.facility_id, (None, Some(actor.id)), span).await?
    } else {
        let mut tx = app.gate.custody(actor, receipts, Permission::BoardRead, subject, "feed").await?;
        store::slots(&mut tx, feed.facility_id, (feed.room_id, None), span).await?
    })
}

fn written(actor: &Actor, feed: &Opened, slots: &[FeedSlot]) -> String {
    let place = actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let name = match &feed.room {
        Some(room) => format!("Ergon – {place}, {room}"),
        None => format!("Ergon – {place}"),
    };
    let events: Vec<Event> = slots.iter().map(|slot| event(actor.lang, slot)).collect();
    calendar(&name, &events)
}

fn event(lang: Lang, slot: &FeedSlot) -> Event {
    Event {
        uid: format!("{}@ergon", slot.id),
        stamp: slot.created_at,
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        sequence: slot.version - 1,
        standing: match slot.status {
            SlotStatus::Requested => Standing::Tentative,
            SlotStatus::Confirmed | SlotStatus::InProgress | SlotStatus::Completed => Standing::Confirmed,
            SlotStatus::Declined | SlotStatus::Cancelled | SlotStatus::NotHeld => Standing::Cancelled,
        },
        summary: neutral_label(lang, &slot.label_letter),
        place: slot.room.clone(),
    }
}
