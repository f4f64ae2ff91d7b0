//! Asking for a session: what the two steps look like.

use leptos::prelude::*;
use uuid::Uuid;

use crate::care::activities::Offered;
use crate::care::activities::rules::{NotCleared, requestable};
use crate::care::changes::booking::{self, DayNotes};
use crate::care::programmes::Programme;
use crate::care::series;
use crate::care::sessions::free::Free;
use crate::care::sessions::model::Mode;
use crate::care::sessions::request_form::{FirstStep, Offer, SECOND};
use crate::care::sessions::rules::MINUTES;
use crate::care::sessions::store::request::{Candidate, OFFERED};
use crate::custody::slots::{OverrideReason, Part};
use crate::i18n::Lang;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::local_time::clock_text;
use crate::kit::ui::{
    Field, Tone, button, button_named, button_named_quiet, error_summary, facts, hidden, link_button_quiet, notice,
    notice_with, options_of, post_form, section,
};
use crate::routes;
use crate::web::Ctx;

/// What the first step offers.
#[derive(Debug)]
pub struct FirstOffer {
    pub chosen: Vec<Candidate>,
    pub offered: Vec<Candidate>,
    pub activities: Vec<Offered>,
    pub searched: bool,
    /// Free places, once somebody has asked for them.
    pub free: Option<Vec<Free>>,
}

/// Fields that travel with the form unseen.
fn carried(fields: &Fields, names: &[&str]) -> Vec<AnyView> {
    fields
        .pairs()
        .iter()
        .filter(|(name, _)| names.contains(&name.as_str()))
        .map(|(name, value)| hidden(name.clone(), value.clone()))
        .collect()
}

#[must_use]
pub fn first(ctx: &Ctx, fields: &Fields, offer: &FirstOffer) -> AnyView {
    let lang = ctx.lang;
    let activities =
        offer.activities.iter().map(|activity| (activity.code.clone(), activity_label(lang, activity))).collect();
    let what = view! {
        {Field::new(fields, lang, "activity", lang.t("sessions-activity")).required().select(activities, Some(lang.t("sessions-choose").into_owned()))}
        {Field::new(fields, lang, "mode", lang.t("sessions-mode")).required().compact().radios(options_of!(Mode, lang))}
    };
    let when = view! {
        {Field::new(fields, lang, "date", lang.t("kit-date")).required().date()}
        {Field::new(fields, lang, "part", lang.t("sessions-part")).required().compact().radios(options_of!(Part, lang))}
    };
    let when = view! { {when}{free(lang, offer.free.as_deref())} };
    let form = view! {
        {hidden("slot", fields.get("slot").to_owned())}
        {carried(fields, &["programme"])}
        {carried(fields, &SECOND)}
        {section(lang.t("sessions-section-what"), what.into_any())}
        {section(lang.t("sessions-section-who"), people(ctx, fields, offer))}
        {section(lang.t("sessions-section-when"), when.into_any())}
        <div class="actions">{button_named(lang.t("sessions-next"), "step", "next")}{link_button_quiet(routes::TODAY, lang.t("sessions-leave"))}</div>
    };
    view! {
        <h1>{lang.t("sessions-request-title")}</h1>
        <p class="lead">{lang.t("sessions-step-one")}</p>
        {error_summary(fields, lang)}
        {post_form(routes::SESSION_NEW, form.into_any())}
    }
    .into_any()
}

/// Places from the date on that are free for everybody ticked; one button each, which leads on to the second step.
fn free(lang: Lang, found: Option<&[Free]>) -> AnyView {
    let ask = button_named_quiet(lang.t("sessions-free-find"), "step", "free");
    let Some(found) = found else { return view! { <div class="actions">{ask}</div> }.into_any() };
    let list = if found.is_empty() {
        view! { <p class="empty">{lang.t("sessions-free-none")}</p> }.into_any()
    } else {
        let items = found
            .iter()
            .map(|place| view! { <li>{button_named_quiet(place.label.clone(), "pick", place.value.clone())}</li> })
            .collect_view();
        view! { <p class="sub">{lang.t("sessions-free-hint")}</p><ul class="slots">{items}</ul> }.into_any()
    };
    view! { <div id="free" class="actions">{ask}</div>{list} }.into_any()
}

/// The title, and what stands in the way of asking for it here.
fn activity_label(lang: Lang, activity: &Offered) -> String {
    let title = activity.title.say(lang);
    match requestable(activity.clearance) {
        Ok(()) => title.to_owned(),
        Err(NotCleared::Waiting) => format!("{title} – {}", lang.t("library-waits")),
        Err(NotCleared::Refused) => format!("{title} – {}", lang.t("library-refused")),
    }
}

/// Those who are ticked come first and stay, whatever is searched for.
fn people(ctx: &Ctx, fields: &Fields, offer: &FirstOffer) -> AnyView {
    let lang = ctx.lang;
    let others = offer.offered.iter().filter(|person| offer.chosen.iter().all(|chosen| chosen.id != person.id));
    let options: Vec<(String, String)> =
        offer.chosen.iter().chain(others).map(|person| (person.id.to_string(), person.label())).collect();
    let cut = (i64::try_from(offer.offered.len()).unwrap_or(0) >= OFFERED)
        .then(|| notice(Tone::Calm, lang.t("sessions-people-cut")));
    let none = offer.offered.is_empty().then(|| {
        let key = if offer.searched { "sessions-people-no-match" } else { "sessions-people-none" };
        view! { <p class="empty">{lang.t(key)}</p> }
    });
    let list = (!options.is_empty()).then(|| {
        Field::new(fields, lang, "people", lang.t("sessions-people"))
            .hint(lang.t("sessions-people-hint"))
            .required()
            .checkboxes(options)
    });
    view! {
        <div class="filters">
            {Field::new(fields, lang, "q", lang.t("sessions-people-search")).hint(lang.t("sessions-people-search-hint")).search()}
            {button_named_quiet(lang.t("sessions-search"), "step", "search")}
        </div>
        {none}
        {list}
        {cut}
    }
    .into_any()
}

/// What the second step was made from.
#[derive(Debug)]
pub struct Shown<'a> {
    /// The title of the activity.
    pub activity: &'a str,
    pub programme: Option<&'a Programme>,
    pub first: &'a FirstStep,
    pub offer: &'a Offer,
    /// Who has not agreed to work in a group; empty for a session that is none.
    pub without_consent: Vec<PersonId>,
    /// What is closed that day, and which rooms are health's.
    pub notes: DayNotes,
}

#[must_use]
pub fn second(ctx: &Ctx, fields: &Fields, shown: &Shown<'_>) -> AnyView {
    let lang = ctx.lang;
    let Shown { first, offer, programme, .. } = *shown;
    let part = format!(
        "{} {}–{}",
        first.part.label(lang),
        clock_text(offer.hours.start_minute),
        clock_text(offer.hours.end_minute)
    );
    let mut told = vec![
        (lang.t("sessions-activity").into_owned(), shown.activity.to_owned().into_any()),
        (lang.t("sessions-mode").into_owned(), first.mode.label(lang).into_any()),
        (lang.t("kit-date").into_owned(), lang.long_date(first.date).into_any()),
        (lang.t("sessions-part").into_owned(), part.into_any()),
    ];
    if let Some(programme) = programme {
        told.push((lang.t("programmes-programme").into_owned(), programme.title.clone().into_any()));
    }
    let people: Vec<(String, String)> =
        offer.people.iter().map(|person| (person.id.to_string(), person.label())).collect();
    // Offered once a notice has spoken against it.
    let although = fields.has("override") || fields.error_at("override").is_some();
    let although = although.then(|| {
        Field::new(fields, lang, "override", lang.t("sessions-although"))
            .hint(lang.t("sessions-although-hint"))
            .select(OverrideReason::options(lang, false), Some(lang.t("sessions-although-not").into_owned()))
    });
    let form = view! {
        {hidden("slot", fields.get("slot").to_owned())}
        {carried(fields, &["programme"])}
        {hidden("activity", first.activity.clone())}
        {hidden("mode", first.mode.as_str())}
        {hidden("date", first.date.to_string())}
        {hidden("part", first.part.as_str())}
        {section(
            lang.t("sessions-section-who"),
            Field::new(fields, lang, "people", lang.t("sessions-people")).hint(lang.t("sessions-people-untick")).required().checkboxes(people),
        )}
        {without_consent(ctx, shown)}
        {section(lang.t("sessions-goals"), goals(ctx, fields, offer))}
        {section(
            lang.t("sessions-section-where"),
            view! { {booking::shown(ctx, &shown.notes)}{place_and_time(ctx, fields, offer)} }.into_any(),
        )}
        {although}
        {series::form::repeat_view(lang, fields)}
        {Field::new(fields, lang, "purpose", lang.t("sessions-purpose")).hint(lang.t("sessions-purpose-hint")).note_box(3)}
        <div class="actions">{button(lang.t("sessions-send-request"))}{button_named_quiet(lang.t("sessions-back"), "step", "back")}</div>
    };
    view! {
        <h1>{lang.t("sessions-request-title")}</h1>
        <p class="lead">{lang.t("sessions-step-two")}</p>
        {error_summary(fields, lang)}
        {facts(told)}
        {post_form(routes::SESSION_NEW, form.into_any())}
    }
    .into_any()
}

/// Names those who have not agreed to group work. It is a warning and no refusal: the practitioner may be about to ask.
fn without_consent(ctx: &Ctx, shown: &Shown<'_>) -> Option<AnyView> {
    let names: Vec<String> = shown
        .offer
        .people
        .iter()
        .filter(|person| shown.without_consent.contains(&person.id))
        .map(Candidate::name)
        .collect();
    let said = [("names", names.join("; ").into())];
    (!names.is_empty()).then(|| notice(Tone::Warn, ctx.lang.t_with("consents-no-group-work", &said)))
}

/// Each person's active goals under the person's name.
fn goals(ctx: &Ctx, fields: &Fields, offer: &Offer) -> AnyView {
    let lang = ctx.lang;
    if offer.goals.is_empty() {
        return view! { <p class="empty">{lang.t("sessions-goals-none")}</p> }.into_any();
    }
    offer
        .people
        .iter()
        .filter_map(|person| {
            let options: Vec<(String, String)> = offer
                .goals
                .iter()
                .filter(|goal| goal.patient_id == person.id)
                .map(|goal| (goal.id.to_string(), goal.description.clone()))
                .collect();
            (!options.is_empty()).then(|| {
                Field::new(fields, lang, "goal", person.name()).within(&person.id.to_string()).checkboxes(options)
            })
        })
        .collect_view()
        .into_any()
}

/// Times that are taken are shown before anybody chooses them; what for is told to nobody here.
fn place_and_time(ctx: &Ctx, fields: &Fields, offer: &Offer) -> AnyView {
    let lang = ctx.lang;
    let times = |id: Uuid| {
        let times: Vec<String> =
            offer.taken_by(id).map(|taken| lang.times(taken.starts_at, taken.ends_at, ctx.zone())).collect();
        (!times.is_empty()).then(|| times.join(", "))
    };
    let room_times = |id: Uuid| times(id).map(|times| lang.t_with("sessions-room-times", &[("times", times.into())]));
    let rooms: Vec<(String, String)> = offer
        .rooms
        .iter()
        .map(|room| {
            let seats = lang.t_with("sessions-room-places", &[("n", room.capacity.into())]);
            let label = [Some(room.name.clone()), Some(seats), room_times(room.id.0)]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · ");
            (room.id.to_string(), label)
        })
        .collect();
    let you = [(ctx.actor.id.0, lang.t("sessions-you").into_owned())];
    let taken: Vec<_> = you
        .into_iter()
        .chain(offer.people.iter().map(|person| (person.id.0, person.name())))
        .filter_map(|(id, name)| times(id).map(|times| view! { <li>{format!("{name}: {times}")}</li> }))
        .collect();
    let taken = (!taken.is_empty()).then(|| {
        notice_with(Tone::Calm, view! { <p>{lang.t("sessions-taken-that-day")}</p><ul>{taken}</ul> }.into_any())
    });
    let within =
        [("from", clock_text(offer.hours.start_minute).into()), ("to", clock_text(offer.hours.end_minute).into())];
    view! {
        {taken}
        <div class="fields">
            {Field::new(fields, lang, "start", lang.t("sessions-start")).hint(lang.t_with("sessions-start-hint", &within)).required().time()}
            {Field::new(fields, lang, "minutes", lang.t("sessions-length")).required().number(MINUTES.0, MINUTES.1)}
        </div>
        {Field::new(fields, lang, "room", lang.t("sessions-room")).required().select(rooms, Some(lang.t("sessions-choose").into_owned()))}
    }
    .into_any()
}
