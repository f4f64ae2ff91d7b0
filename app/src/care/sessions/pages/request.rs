//! Asking for a session: the handlers. The first step offers people and activities, the second goals, times and rooms; the last
//! button books. Whatever is refused comes back with everything that was typed.

use std::iter::once;

use axum::extract::Query;
use axum::response::Response;
use uuid::Uuid;

use super::request_view::{self as view, FirstOffer, Shown};
use crate::access::{Permission, Subject};
use crate::care::activities;
use crate::care::changes::booking;
use crate::care::consents::{self, Scope};
use crate::care::programmes;
use crate::care::programmes::model::ProgrammeStatus;
use crate::care::series::api::Made;
use crate::care::series::form::Repeat;
use crate::care::series::{self, NewSeries};
use crate::care::sessions::api::{self, Booked, InTheWay};
use crate::care::sessions::free;
use crate::care::sessions::model::Mode;
use crate::care::sessions::request_form::{self, Asking, Offer, ticked};
use crate::care::sessions::store::request::{self, Candidate, NewSession, Taken};
use crate::error::{AppError, Result};
use crate::i18n::Msg;
use crate::kit::form::{Fields, parse_date};
use crate::kit::ids::{ProgrammeId, SlotId};
use crate::kit::local_time::{day_bounds, local_date, minute_of_day};
use crate::routes;
use crate::web::Ctx;
use crate::web::answers::redirect;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct NewQuery {
    patient: String,
    date: String,
    part: String,
    programme: String,
}

pub async fn page(ctx: Ctx, Query(query): Query<NewQuery>) -> Result<Response> {
    // The session's own id is in the form from the beginning: however often it is sent, it is one session.
    let mut fields = Fields::new().with("slot", ctx.new_id::<SlotId>().to_string()).with("mode", "individual");
    fields.set("date", if query.date.is_empty() { ctx.today().to_string() } else { query.date });
    fields.set("part", if query.part.is_empty() { "am".to_owned() } else { query.part });
    if !query.patient.is_empty() {
        fields.set("people", query.patient);
    }
    if let Ok(id) = query.programme.parse() {
        fill_from_programme(&ctx, &mut fields, id).await?;
    }
    show_first(&ctx, fields).await
}

/// A programme asks for its own activity and for those who are members now.
async fn fill_from_programme(ctx: &Ctx, fields: &mut Fields, id: ProgrammeId) -> Result<()> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(facility), "programme").await?;
    let programme = programmes::store::programme(&mut tx, facility, id).await?.ok_or(AppError::NotFound)?;
    let members = programmes::store::active(&mut tx, id).await?;
    fields.set("programme", id.to_string());
    fields.set("activity", programme.activity_code);
    fields.set("mode", "group");
    for member in members {
        fields.add("people", member.patient_id.to_string());
    }
    Ok(())
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    if slot_of(&fields).is_none() {
        fields.set("slot", ctx.new_id::<SlotId>().to_string());
    }
    let pick = fields.get("pick").to_owned();
    if let Some(place) = free::picked(&pick) {
        for (name, value) in place {
            fields.set(name, value);
        }
        return second(&ctx, fields, false).await;
    }
    match fields.get("step") {
        "search" | "back" | "free" => show_first(&ctx, fields).await,
        "next" => second(&ctx, fields, false).await,
        _ => second(&ctx, fields, true).await,
    }
}

/// The id that the form was made with; one that a form could not have been made with is no id.
fn slot_of(fields: &Fields) -> Option<SlotId> {
    fields.get("slot").parse().ok().filter(|id: &SlotId| id.0.get_version_num() == 7)
}

async fn show_first(ctx: &Ctx, fields: Fields) -> Result<Response> {
    let place = ctx.place()?;
    let search: String = fields.get("q").chars().take(80).collect();
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(place.id), "session").await?;
    let chosen = request::chosen(&mut tx, place.id, &ticked(&fields)).await?;
    let offered = request::candidates(&mut tx, place.id, ctx.actor.id, &search).await?;
    let activities = activities::store::offered(&mut tx, place.id).await?;
    let free = if fields.get("step") == "free" {
        let people: Vec<_> = chosen.iter().map(|person| person.id).collect();
        let date = parse_date(fields.get("date")).unwrap_or_else(|| ctx.today());
        Some(free::places(ctx, &mut tx, &people, date).await?)
    } else {
        None
    };
    drop(tx);
    let offer = FirstOffer { chosen, offered, activities, searched: !search.is_empty(), free };
    let title = ctx.lang.t("sessions-request-title");
    let body = || view::first(ctx, &fields, &offer);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

/// The second step: shown when the first one was sent, booked from when it was sent itself.
async fn second(ctx: &Ctx, mut fields: Fields, book: bool) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(place.id), "session").await?;
    let library = activities::store::offered(&mut tx, place.id).await?;
    let Some(first) = request_form::first_step(&mut fields, &library, ctx.today()) else {
        drop(tx);
        return show_first(ctx, fields).await;
    };
    let regime = request::regime(&mut tx, place.id, request_form::weekday(first.date)).await?;
    let Some(hours) = regime.into_iter().find(|hours| hours.part == first.part) else {
        drop(tx);
        let day = ctx.lang.long_date(first.date);
        fields.error(
            "part",
            Msg::with("sessions-part-closed", [("part", first.part.label(ctx.lang).into()), ("day", day.into())]),
        );
        return show_first(ctx, fields).await;
    };
    let programme = match fields.get("programme").parse() {
        Ok(id) => programmes::store::programme(&mut tx, place.id, id).await?,
        Err(_) => None,
    }
    .filter(|programme| programme.status == ProgrammeStatus::Active);
    let people = request::chosen(&mut tx, place.id, &first.people).await?;
    let goals = request::goals(&mut tx, &first.people).await?;
    let rooms = request::rooms(&mut tx, place.id).await?;
    let (from, to) = day_bounds(first.date, place.zone);
    let wanted: Vec<Uuid> = once(ctx.actor.id.0)
        .chain(people.iter().map(|person| person.id.0))
        .chain(rooms.iter().map(|room| room.id.0))
        .collect();
    let taken = request::taken(&mut tx, &wanted, from, to).await?;
    let named: Vec<_> = rooms.iter().map(|room| (room.id, room.name.clone())).collect();
    let notes = booking::notes(&mut tx, place.id, (first.date, first.part, place.zone), &named).await?;
    let without_consent = if first.mode == Mode::Group {
        consents::not_permitting(&mut tx, &first.people, Scope::GroupWork, ctx.today()).await?
    } else {
        Vec::new()
    };
    drop(tx);
    let offer = Offer { people, goals, rooms, hours, taken };
    let activity = library
        .iter()
        .find(|activity| activity.code == first.activity)
        .map(|activity| activity.title.say(ctx.lang))
        .unwrap_or_default();
    let shown = Shown { activity, programme: programme.as_ref(), first: &first, offer: &offer, without_consent, notes };
    if !book {
        request_form::suggest(&mut fields, &offer.hours, &offer.busy(ctx.actor.id, place.zone));
        return Ok(show_second(ctx, &fields, &shown));
    }
    let id = slot_of(&fields).ok_or(AppError::BadRequest)?;
    let asking = Asking {
        id,
        facility: place.id,
        practitioner: ctx.actor.id,
        zone: place.zone,
        now: ctx.now(),
        programme: programme.as_ref().map(|programme| programme.id),
    };
    let Some(new) = request_form::second_step(&mut fields, first.clone(), &offer, &asking) else {
        return Ok(show_second(ctx, &fields, &shown));
    };
    let start = minute_of_day(new.starts_at, place.zone);
    match series::form::repeat(&mut fields, &new, shown.first.date, start, offer.hours.start_minute) {
        Repeat::Once => {}
        Repeat::Wrong => return Ok(show_second(ctx, &fields, &shown)),
        Repeat::Series(asked) => return make_series(ctx, fields, &asked, &shown).await,
    }
    match api::book(ctx, &new).await? {
        Booked::Done => Ok(ctx.redirect_with(&routes::session(id), "flash-session-requested")),
        Booked::Already => Ok(redirect(&routes::session(id))),
        Booked::Refused(way) => {
            say_in_the_way(ctx, &mut fields, &new, &offer, &way);
            Ok(show_second(ctx, &fields, &shown))
        }
    }
}

/// A session that comes again is placed by its series, the first one too.
async fn make_series(ctx: &Ctx, mut fields: Fields, asked: &NewSeries, shown: &Shown<'_>) -> Result<Response> {
    match series::api::make(ctx, asked, fields.holds("leave_out", "yes")).await? {
        Made::Done => Ok(ctx.redirect_with(&routes::series(asked.id), "flash-series-made")),
        Made::Already => Ok(redirect(&routes::series(asked.id))),
        Made::InTheWay(days) => {
            series::form::say_in_the_way(ctx.lang, &mut fields, &days);
            Ok(show_second(ctx, &fields, shown))
        }
    }
}

fn show_second(ctx: &Ctx, fields: &Fields, shown: &Shown<'_>) -> Response {
    let title = ctx.lang.t("sessions-request-title");
    let body = || view::second(ctx, fields, shown);
    if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) }
}

/// Says at the fields who or what is in the way. Of another booking only its time is told: what it is for is clinical, and why
/// people are kept apart is custody's.
fn say_in_the_way(ctx: &Ctx, fields: &mut Fields, new: &NewSession, offer: &Offer, way: &InTheWay) {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let name = |id: Uuid| offer.people.iter().find(|person| person.id.0 == id).map(Candidate::name).unwrap_or_default();
    match way {
        InTheWay::Capacity => {
            let room = offer.rooms.iter().find(|room| room.id == new.room);
            let args = room.map(|room| [("room", room.name.as_str().into()), ("n", room.capacity.into())]);
            fields.error(
                "room",
                args.map_or_else(|| Msg::new("form-choose"), |args| Msg::with("sessions-room-small", args)),
            );
        }
        InTheWay::Lockdown => fields.error("start", Msg::new("lockdown-no-booking")),
        InTheWay::KeptApart(pairs) => {
            for pair in pairs {
                let (a, b) = (name(pair.person_a.0), name(pair.person_b.0));
                fields.error("people", Msg::with("sessions-kept-apart", [("a", a.into()), ("b", b.into())]));
            }
        }
        InTheWay::Meeting(near) => {
            for near in near {
                let time = lang.times(near.starts_at, near.ends_at, zone);
                let said = [("name", name(near.person_id.0).into()), ("time", time.into())];
                fields.error("room", Msg::with("sessions-would-meet", said));
            }
        }
        InTheWay::Closed(closed) => {
            for closed in closed {
                let time =
                    format!("{} – {}", lang.date_time(closed.starts_at, zone), lang.date_time(closed.ends_at, zone));
                let said = [("kind", closed.words(lang).into()), ("time", time.into())];
                let (field, key) = match closed.room_id {
                    Some(_) => ("room", "sessions-room-closed"),
                    None => ("start", "sessions-facility-closed"),
                };
                fields.error(field, Msg::with(key, said));
            }
        }
        InTheWay::Notices(notices) => {
            for notice in notices {
                let said = [("name", name(notice.person_id.0).into()), ("notice", notice.terms.words(lang).into())];
                fields.error("people", Msg::with("sessions-notice-against", said));
            }
            if !notices.is_empty() {
                fields.error("override", Msg::new("sessions-although-choose"));
            }
        }
        InTheWay::Taken(taken) => {
            let time = |claim: &Taken| {
                let time = lang.times(claim.starts_at, claim.ends_at, zone);
                let day = local_date(claim.starts_at, zone);
                (
                    "time",
                    if day == local_date(new.starts_at, zone) { time } else { format!("{} {time}", lang.date(day)) }
                        .into(),
                )
            };
            let of = |id: Uuid| taken.iter().filter(move |claim| claim.resource_id == id);
            for (person, claim) in
                offer.people.iter().flat_map(|person| of(person.id.0).map(move |claim| (person, claim)))
            {
                fields
                    .error("people", Msg::with("sessions-person-taken", [("name", person.name().into()), time(claim)]));
            }
            for claim in of(new.practitioner.0) {
                fields.error("start", Msg::with("sessions-you-taken", [time(claim)]));
            }
            for (room, claim) in offer.rooms.iter().flat_map(|room| of(room.id.0).map(move |claim| (room, claim))) {
                fields.error(
                    "room",
                    Msg::with("sessions-room-taken", [("room", room.name.as_str().into()), time(claim)]),
                );
            }
        }
    }
    // What stood in the way has gone since: the same form may succeed now.
    if !fields.is_refused() {
        fields.error("start", Msg::new("sessions-taken-since"));
    }
}
