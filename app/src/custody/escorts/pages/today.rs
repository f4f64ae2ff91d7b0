//! Today's escorts on an officer's phone: each with its last step, and the way to the next.

use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Day};
use super::super::model::{Event, Need};
use super::super::rules;
use super::{need_words, step_tag};
use crate::custody::slots::words;
use crate::error::Result;
use crate::kit::ui::{Button, Tone, empty, export_links, print_head, tag};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    let day = api::today(&ctx).await?;
    Ok(ctx.page(ctx.lang.t("escorts-today-title"), || view(&ctx, &day)))
}

fn view(ctx: &Ctx, day: &Day) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let list = if day.needs.is_empty() {
        empty(lang.t("escorts-today-none"), None)
    } else {
        let items = day.needs.iter().map(|need| item(ctx, need, &day.events)).collect_view();
        view! { <ol class="people">{items}</ol> }.into_any()
    };
    view! {
        {print_head(lang, place, lang.t("escorts-today-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("escorts-today-title")}</h1>
        <p class="lead">{lang.long_date(ctx.today())}</p>
        {list}
        {export_links(lang, &ctx.uri)}
    }
    .into_any()
}

fn item(ctx: &Ctx, need: &Need, events: &[Event]) -> AnyView {
    let lang = ctx.lang;
    let own: Vec<Event> = events.iter().filter(|event| event.slot_id == need.id).cloned().collect();
    let state = match rules::standing(&own).last() {
        Some(event) => step_tag(ctx, event),
        None => tag(Tone::Warn, lang.t("escorts-waiting")),
    };
    let label = words::neutral_label(lang, &need.label_letter);
    let times = lang.times(need.starts_at, need.ends_at, ctx.zone());
    let people = lang.t_with("kit-people", &[("n", need.people.into())]);
    view! {
        <li class="person">
            <div>
                <p><b>{times}</b>" · "{label.clone()}</p>
                <p class="sub">{format!("{} · {people} · {}", need.room, need_words(lang, need))}</p>
            </div>
            <p class="state">{state}</p>
            <div class="acts no-print">{Button::new(lang.t("escorts-open")).about(label).link(routes::slot_escort(need.id))}</div>
        </li>
    }
    .into_any()
}
