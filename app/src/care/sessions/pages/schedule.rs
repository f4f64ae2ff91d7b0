//! A practitioner's week: her sessions by day with where each stands.

use axum::extract::Query;
use axum::response::Response;
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

use super::parts::{next_action, people_words, session_link, state_tag};
use crate::access::{Permission, Subject};
use crate::care::sessions::store::lists::{self, ListedSession};
use crate::error::Result;
use crate::kit::form::{Fields, parse_date};
use crate::kit::local_time::{day_bounds, local_date};
use crate::kit::ui::{
    Field, Header, button_quiet, empty, export_links, get_form, link_button, link_button_quiet, print_head,
    table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct WeekQuery {
    /// Any day of the week that is asked for.
    date: String,
}

impl WeekQuery {
    /// The Monday of the week that is asked for. Dates that no session can have are not asked for.
    pub(super) fn first(&self, today: NaiveDate) -> NaiveDate {
        monday(parse_date(&self.date).filter(|date| (1900..3000).contains(&date.year())).unwrap_or(today))
    }
}

/// The Monday of a day's week.
fn monday(date: NaiveDate) -> NaiveDate {
    date - Days::new(u64::from(date.weekday().num_days_from_monday()))
}

pub async fn page(ctx: Ctx, Query(query): Query<WeekQuery>) -> Result<Response> {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let place = ctx.place()?;
    let first = query.first(ctx.today());
    let last = first + Days::new(6);
    let mut tx = ctx.care(Permission::SessionRecord, Subject::Facility(place.id), "schedule").await?;
    let sessions =
        lists::of_practitioner(&mut tx, place.id, ctx.actor.id, day_bounds(first, zone).0, day_bounds(last, zone).1)
            .await?;
    drop(tx);
    let title = lang.t("sessions-nav-schedule");
    let span = format!("{} – {}", lang.date(first), lang.date(last));
    Ok(ctx.page(format!("{title} · {span}"), || {
        let days: Vec<_> = first.iter_days().take(7).map(|date| day(&ctx, date, &sessions)).collect();
        let what = format!("{title} · {span} · {}", ctx.actor.name);
        view! {
            {print_head(lang, place.name.clone(), what, ctx.actor.name.clone(), lang.date_time(ctx.now(), zone))}
            <h1>{title.clone()}</h1>
            <p class="lead">{span.clone()}</p>
            {way(&ctx, first)}
            {days}
            <p class="no-print"><a href=routes::FEEDS>{lang.t("feeds-link")}</a></p>
            {export_links(lang, &ctx.uri)}
        }
        .into_any()
    }))
}

/// To the weeks before and after, to any day, and to a new request.
fn way(ctx: &Ctx, first: NaiveDate) -> AnyView {
    let lang = ctx.lang;
    let week = |date: NaiveDate| format!("{}?date={date}", routes::SCHEDULE);
    let fields = Fields::new().with("date", first.to_string());
    let jump = get_form(
        routes::SCHEDULE,
        view! {
            {Field::new(&fields, lang, "date", lang.t("sessions-week-of")).date()}
            {button_quiet(lang.t("sessions-show"))}
        }
        .into_any(),
    );
    view! {
        {jump}
        <p class="actions no-print">
            {link_button_quiet(week(first - Days::new(7)), lang.t("sessions-week-before"))}
            {link_button_quiet(routes::SCHEDULE, lang.t("sessions-week-this"))}
            {link_button_quiet(week(first + Days::new(7)), lang.t("sessions-week-after"))}
            {link_button_quiet(routes::SERIES, lang.t("series-title"))}
            {link_button(routes::SESSION_NEW, lang.t("sessions-request"))}
            {link_button_quiet(routes::CARE_CHANGES, lang.t("changes-title"))}
            {link_button_quiet(routes::CARE_PLACES, lang.t("places-title"))}
        </p>
    }
    .into_any()
}

fn day(ctx: &Ctx, date: NaiveDate, sessions: &[ListedSession]) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let of_day: Vec<&ListedSession> =
        sessions.iter().filter(|session| local_date(session.starts_at, zone) == date).collect();
    let heading = lang.long_date(date);
    if of_day.is_empty() {
        return view! { <section class="card"><h2>{heading}</h2>{empty(lang.t("sessions-none-day"), None)}</section> }
            .into_any();
    }
    let headers = vec![
        Header::new(lang.t("sessions-time")),
        Header::new(lang.t("sessions-session")),
        Header::new(lang.t("sessions-room")),
        Header::new(lang.t("sessions-people")),
        Header::new(lang.t("sessions-state")),
    ];
    let rows = of_day.into_iter().map(|session| row(ctx, session)).collect();
    view! { <section class="card"><h2>{heading.clone()}</h2>{table_under_heading(heading, headers, rows, "")}</section> }.into_any()
}

fn row(ctx: &Ctx, session: &ListedSession) -> AnyView {
    let lang = ctx.lang;
    view! {
        <tr>
            <td class="time">{lang.times(session.starts_at, session.ends_at, ctx.zone())}</td>
            <td>{session_link(lang, session)}</td>
            <td>{session.room_name.clone()}</td>
            <td>{people_words(lang, session)}</td>
            <td><div class="acts">{state_tag(lang, session, ctx.now())}" "{next_action(lang, session, ctx.now())}</div></td>
        </tr>
    }
    .into_any()
}
