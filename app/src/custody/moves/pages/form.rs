//! The form of a move, alike on both sides: the places that would fit, and day, time and room to choose.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::api::{Wanted, When};
use super::super::model::{Moving, NewPlace};
use super::super::rules::Ground;
use crate::custody::day;
use crate::custody::slots::{Part, words};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::local_time::{clock_text, minute_of_day, parse_clock};
use crate::kit::ui::{Field, card, empty, options_of};
use crate::web::Ctx;

/// Reads where the session is to go; errors stand at the fields.
pub fn parse(fields: &mut Fields) -> Option<Wanted> {
    let date = fields.date("date");
    if date.is_none() && fields.error_at("date").is_none() {
        fields.error("date", Msg::new("form-required"));
    }
    let room = fields.choice("room");
    let typed = fields.get("start").trim().to_owned();
    let when = if typed.is_empty() {
        fields.choice("part").map(When::Within)
    } else {
        let minute = parse_clock(&typed);
        if minute.is_none() {
            fields.error("start", Msg::new("move-time-format"));
        }
        minute.map(When::At)
    };
    Some(Wanted { date: date?, when: when?, room: room? })
}

/// What the form begins with: where the session is, or what the address proposes.
pub fn prefill(fields: &mut Fields, slot: &Moving, ground: &Ground) {
    let proposed = fields.has("date") || fields.has("room");
    let own = [
        ("date", day::date_of(slot.starts_at, ground.zone).to_string()),
        ("part", slot.part.to_string()),
        ("room", slot.room_id.to_string()),
    ];
    for (name, value) in own {
        if !fields.has(name) {
            fields.set(name, value);
        }
    }
    if !proposed {
        fields.set("start", clock_text(minute_of_day(slot.starts_at, ground.zone)));
    }
}

/// The day that the address or the form asks about.
#[must_use]
pub fn asked_day(fields: &Fields) -> Option<NaiveDate> {
    crate::kit::form::parse_date(fields.get("date"))
}

/// Where and when the session is now.
#[must_use]
pub fn stands(ctx: &Ctx, slot: &Moving, ground: &Ground) -> String {
    let lang = ctx.lang;
    let people = lang.t_with("kit-people", &[("n", slot.people.into())]);
    format!(
        "{} {} · {} · {} · {people}",
        lang.long_date(day::date_of(slot.starts_at, ground.zone)),
        lang.times(slot.starts_at, slot.ends_at, ground.zone),
        slot.room,
        words::neutral_label(lang, &slot.label_letter)
    )
}

pub fn place_fields(lang: Lang, fields: &Fields, ground: &Ground) -> AnyView {
    let rooms = ground
        .rooms
        .iter()
        .map(|room| {
            let places = lang.t_with("slot-places", &[("n", room.capacity.into())]);
            (room.id.to_string(), format!("{} · {places}", room.name))
        })
        .collect();
    view! {
        {Field::new(fields, lang, "date", lang.t("kit-date")).required().date()}
        {Field::new(fields, lang, "part", lang.t("move-part")).select(options_of!(Part, lang), None)}
        {Field::new(fields, lang, "start", lang.t("move-start")).hint(lang.t("move-start-hint")).short().text()}
        {Field::new(fields, lang, "room", lang.t("slot-room")).required().select(rooms, None)}
    }
    .into_any()
}

/// Places that would fit, each a link that fills in the form.
pub fn suggestions(ctx: &Ctx, slot: &Moving, ground: &Ground, first: NaiveDate, form: &str) -> AnyView {
    let lang = ctx.lang;
    let places = ground.suggestions(first, super::super::api::AHEAD, slot.room_id);
    if places.is_empty() {
        return card(lang.t("move-suggestions"), empty(lang.t("move-no-suggestions"), None));
    }
    let items = places.iter().map(|place| suggestion(lang, ground, place, form)).collect_view();
    card(
        lang.t("move-suggestions"),
        view! { <p class="sub">{lang.t("move-suggestions-text")}</p><ul>{items}</ul> }.into_any(),
    )
}

fn suggestion(lang: Lang, ground: &Ground, place: &NewPlace, form: &str) -> AnyView {
    let room = ground.rooms.iter().find(|room| room.id == place.room).map(|room| room.name.clone());
    let times = lang.times(place.starts_at, place.ends_at, ground.zone);
    let clock = clock_text(place.minute);
    let href = format!("{form}?date={}&part={}&start={clock}&room={}", place.date, place.part, place.room);
    view! { <li><a href=href>{lang.long_date(place.date)}" "<b class="time">{times}</b></a>" · "{room}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_says_where_to_or_what_is_wrong() {
        let room = "00000000-0000-0000-0000-000000000001";
        for (sent, expected) in [
            (format!("date=2026-11-24&start=9:30&room={room}"), Ok(When::At(570))),
            (format!("date=2026-11-24&start=&part=pm&room={room}"), Ok(When::Within(Part::Pm))),
            (format!("date=2026-11-24&start=late&part=pm&room={room}"), Err("start")),
            (format!("date=2026-11-24&room={room}"), Err("part")),
            (format!("date=31.2.2026&part=am&room={room}"), Err("date")),
            (format!("part=am&room={room}"), Err("date")),
            ("date=2026-11-24&part=am&room=x".to_owned(), Err("room")),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let found = parse(&mut fields).map(|wanted| wanted.when);
            match expected {
                Ok(when) => assert_eq!((found, fields.is_refused()), (Some(when), false), "{sent}"),
                Err(field) => assert!(found.is_none() && fields.error_at(field).is_some(), "{sent}"),
            }
        }
    }
}
