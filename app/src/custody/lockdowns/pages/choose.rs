//! Where, when and why; then what that would touch, with the button that does it. Both are reads of the same address, so that
//! the way back keeps what was chosen.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::super::api::{self, Preview};
use super::super::model::{Area, Ask, Session, Wing};
use super::super::rules::{self, Effect, TimeRefused};
use super::building_words;
use crate::custody::slots::{CancelReason, Part, words};
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::LockdownId;
use crate::kit::local_time::{clock_text, instant, minute_of_day, parse_clock};
use crate::kit::ui::{
    Button, Field, Header, Tone, ask_form, button, card, error_summary, hidden, link_button_quiet, notice, post_form,
    print_head, section, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The fields of the question, as they travel from the form to the button.
const NAMES: [&str; 6] = ["area", "from_date", "from_time", "to_date", "to_time", "reason"];
/// The last minute of a day that a clock shows.
const LAST_MINUTE: i32 = 24 * 60 - 1;

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    if !fields.has("area") {
        suggest(&ctx, &mut fields);
        return form_page(&ctx, &fields).await;
    }
    match parse(&ctx, &mut fields) {
        Some(ask) => preview_page(&ctx, &fields, &ask).await,
        None => form_page(&ctx, &fields).await,
    }
}

pub async fn submit(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let id: LockdownId = fields.get("id").parse().map_err(|_| AppError::BadRequest)?;
    let Some(ask) = parse(&ctx, &mut fields) else { return form_page(&ctx, &fields).await };
    match api::declare(&ctx, id, &ask).await {
        Ok(()) => Ok(ctx.redirect_with(&routes::lockdown(id), "flash-lockdown-made")),
        Err(AppError::Stale) => {
            // Somebody confirmed or marked while it was written: nothing was done, and the preview is fresh.
            fields.error("", Msg::new("lockdown-changed-since"));
            preview_page(&ctx, &fields, &ask).await
        }
        Err(error) => Err(error),
    }
}

/// The whole house from now until the day ends: what is wanted when there is no time to think.
fn suggest(ctx: &Ctx, fields: &mut Fields) {
    let today = ctx.today().to_string();
    fields.set("area", "facility");
    fields.set("from_date", today.clone());
    fields.set("from_time", clock_text(minute_of_day(ctx.now(), ctx.zone())));
    fields.set("to_date", today);
    fields.set("to_time", clock_text(LAST_MINUTE));
    fields.set("reason", CancelReason::Lockdown.as_str());
}

fn parse(ctx: &Ctx, fields: &mut Fields) -> Option<Ask> {
    let area = fields.choice::<Area>("area");
    let from = moment(ctx, fields, "from_date", "from_time");
    let to = moment(ctx, fields, "to_date", "to_time");
    let reason = fields.choice::<CancelReason>("reason").filter(|reason| rules::REASONS.contains(reason));
    if reason.is_none() && fields.error_at("reason").is_none() {
        fields.error("reason", Msg::new("form-choose"));
    }
    let (area, from, to, reason) = (area?, from?, to?, reason?);
    if let Err(refused) = rules::check_times(from, to, ctx.now(), ctx.zone()) {
        let (field, message) = match refused {
            TimeRefused::Backwards => ("to_time", Msg::new("lockdown-backwards")),
            TimeRefused::TooLong => ("to_date", Msg::with("lockdown-too-long", [("n", rules::LONGEST_DAYS.into())])),
            TimeRefused::TooFar => ("from_date", Msg::with("lockdown-too-far", [("n", rules::FURTHEST_DAYS.into())])),
            TimeRefused::Closed => ("from_date", Msg::new("slot-day-closed")),
        };
        fields.error(field, message);
        return None;
    }
    Some(Ask { area, from, to, reason })
}

fn moment(ctx: &Ctx, fields: &mut Fields, day: &'static str, clock: &'static str) -> Option<DateTime<Utc>> {
    let date = fields.date(day);
    if date.is_none() && fields.error_at(day).is_none() {
        fields.error(day, Msg::new("form-required"));
    }
    let minute = parse_clock(fields.get(clock));
    if minute.is_none() {
        fields.error(clock, Msg::new("sessions-time-form"));
    }
    let at = instant(date?, minute?, ctx.zone()).ok();
    if at.is_none() {
        fields.error(clock, Msg::new("sessions-time-none"));
    }
    at
}

async fn form_page(ctx: &Ctx, fields: &Fields) -> Result<Response> {
    let wings = api::wings(ctx).await?;
    let title = ctx.lang.t("lockdown-new");
    let body = || form_view(ctx.lang, fields, &wings);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn form_view(lang: Lang, fields: &Fields, wings: &[Wing]) -> AnyView {
    let reasons =
        rules::REASONS.iter().map(|reason| (reason.as_str().to_owned(), reason.label(lang).into_owned())).collect();
    let form = view! {
        {Field::new(fields, lang, "area", lang.t("lockdown-area")).select(areas(lang, wings), None)}
        <div class="pair">
            {Field::new(fields, lang, "from_date", lang.t("lockdown-from")).date()}
            {Field::new(fields, lang, "from_time", lang.t("lockdown-from-time")).short().time()}
        </div>
        <div class="pair">
            {Field::new(fields, lang, "to_date", lang.t("lockdown-to")).date()}
            {Field::new(fields, lang, "to_time", lang.t("lockdown-to-time")).short().time()}
        </div>
        {Field::new(fields, lang, "reason", lang.t("lockdown-reason")).compact().radios(reasons)}
        <div class="actions">{button(lang.t("lockdown-look"))}{link_button_quiet(routes::LOCKDOWNS, lang.t("lockdown-to-list"))}</div>
    };
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("lockdown-new")}</h1>
        <p class="lead">{lang.t("lockdown-new-lead")}</p>
        {card(lang.t("lockdown-where-when-why"), ask_form(routes::LOCKDOWN_NEW, form.into_any()))}
    }
    .into_any()
}

/// The facility, its buildings, its wings.
fn areas(lang: Lang, wings: &[Wing]) -> Vec<(String, String)> {
    let mut buildings: Vec<&str> =
        wings.iter().map(|wing| wing.building.as_str()).filter(|name| !name.is_empty()).collect();
    buildings.dedup();
    let whole = (Area::Facility.to_string(), lang.t("lockdown-whole").into_owned());
    let buildings =
        buildings.into_iter().map(|name| (Area::Building(name.to_owned()).to_string(), building_words(lang, name)));
    let wings = wings.iter().map(|wing| (Area::Wing(wing.id).to_string(), wing.name.clone()));
    std::iter::once(whole).chain(buildings).chain(wings).collect()
}

async fn preview_page(ctx: &Ctx, fields: &Fields, ask: &Ask) -> Result<Response> {
    let preview = api::preview(ctx, ask).await?;
    let id: LockdownId = ctx.new_id();
    let title = ctx.lang.t("lockdown-look-title");
    let body = || preview_view(ctx, fields, ask, &preview, id);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn preview_view(ctx: &Ctx, fields: &Fields, ask: &Ask, preview: &Preview, id: LockdownId) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let area = areas(lang, &preview.wings).into_iter().find(|(value, _)| *value == ask.area.to_string());
    let area = area.map(|(_, label)| label).unwrap_or_default();
    let about = [
        ("area", area.into()),
        ("from", lang.date_time(ask.from, ctx.zone()).into()),
        ("to", lang.date_time(ask.to, ctx.zone()).into()),
        ("reason", ask.reason.label(lang).into()),
    ];
    let going = preview.count(Effect::GoesOn);
    let warn = (going > 0).then(|| notice(Tone::Warn, lang.t_with("lockdown-going-on", &[("n", going.into())])));
    let form = view! {
        {NAMES.map(|name| hidden(name, fields.get(name).to_owned())).into_iter().collect_view()}
        {hidden("id", id.to_string())}
        <div class="actions">
            {Button::new(lang.t("lockdown-do")).danger().submit()}
            {link_button_quiet(routes::LOCKDOWN_NEW, lang.t("lockdown-choose-again"))}
        </div>
    };
    view! {
        {print_head(lang, place, lang.t("lockdown-look-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <h1>{lang.t("lockdown-look-title")}</h1>
        <p class="lead">{lang.t_with("lockdown-about", &about)}</p>
        <p>{sums(lang, preview)}</p>
        {warn}
        <p>{lang.t("lockdown-what-happens")}</p>
        {post_form(routes::LOCKDOWN_NEW, form.into_any())}
        {Part::ALL.iter().map(|part| part_table(ctx, *part, preview)).collect_view()}
    }
    .into_any()
}

fn sums(lang: Lang, preview: &Preview) -> String {
    let ended = preview.count(Effect::Cancel);
    let fewer = preview.count(Effect::Fewer);
    lang.t_with(
        "lockdown-sums",
        &[("ended", ended.into()), ("fewer", fewer.into()), ("people", preview.people().into())],
    )
}

fn part_table(ctx: &Ctx, part: Part, preview: &Preview) -> AnyView {
    let lang = ctx.lang;
    let rows: Vec<AnyView> = preview
        .sessions
        .iter()
        .filter(|(session, _)| session.part == part)
        .map(|(session, effect)| row(ctx, session, *effect))
        .collect();
    if rows.is_empty() {
        return ().into_any();
    }
    let headers = ["lockdown-session", "slot-time", "slot-room", "lockdown-people", "lockdown-effect"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let heading = part.label(lang);
    section(heading.clone(), table_under_heading(heading, headers, rows, ""))
}

fn row(ctx: &Ctx, session: &Session, effect: Effect) -> AnyView {
    let lang = ctx.lang;
    let times = lang.times(session.starts_at, session.ends_at, ctx.zone());
    let day = lang.date(crate::custody::day::date_of(session.starts_at, ctx.zone()));
    let (tone, key, people) = match effect {
        Effect::Cancel => (Tone::Bad, "lockdown-effect-cancel", session.people),
        Effect::Fewer => (Tone::Warn, "lockdown-effect-fewer", session.waiting),
        Effect::GoesOn | Effect::Untouched => (Tone::Calm, "lockdown-effect-goes-on", 0),
    };
    let people = lang.t_with("lockdown-of", &[("n", people.into()), ("all", session.people.into())]);
    view! {
        <tr>
            <th scope="row"><a href=routes::slot(session.id)>{words::neutral_label(lang, &session.label_letter)}</a></th>
            <td>{format!("{day} {times}")}</td>
            <td>{session.room.clone()}</td>
            <td>{people}</td>
            <td>{tag(tone, lang.t(key))}</td>
        </tr>
    }
    .into_any()
}
