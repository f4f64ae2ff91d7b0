//! The sessions of a day whose tools are counted: what an officer opens on the phone at the tool cupboard.

use axum::extract::RawQuery;
use axum::response::Response;
use chrono::NaiveDate;
use leptos::prelude::*;

use super::super::model::{DaySlot, Missing};
use super::super::rules::Stage;
use super::super::{store, words};
use crate::access::{Permission, Subject};
use crate::custody::day;
use crate::custody::slots::neutral_label;
use crate::error::Result;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Button, Field, Header, button_quiet, error_summary, export_links, get_form, link_button_quiet, print_head, table,
    tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, RawQuery(query): RawQuery) -> Result<Response> {
    let mut fields = Fields::parse(query.unwrap_or_default().as_bytes()).unwrap_or_default();
    let date = fields.date("date").unwrap_or_else(|| ctx.today());
    let place = ctx.place()?;
    let (from, to) = day::span(date, place.zone);
    let mut tx = ctx.custody(Permission::ToolCount, Subject::Facility(place.id), "tools").await?;
    let slots = store::of_day(&mut tx, place.id, from, to).await?;
    let missing = store::missing(&mut tx, place.id).await?;
    drop(tx);
    if fields.get("date").is_empty() {
        fields.set("date", date.to_string());
    }
    let title = ctx.lang.t("tools-title");
    let body = || view(&ctx, date, &slots, &missing, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, date: NaiveDate, slots: &[DaySlot], missing: &[Missing], fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let headers = ["tools-time", "tools-session", "tools-room", "tools-state"].map(|key| Header::new(lang.t(key)));
    let headers = headers.into_iter().chain([Header::new(lang.t("kit-actions")).away()]).collect();
    let rows = slots.iter().map(|slot| row(ctx, slot)).collect();
    let what = format!("{} · {}", lang.t("tools-title"), lang.date(date));
    let register = ctx
        .may(Permission::ToolRegister)
        .then(|| view! { <p class="no-print"><a href=routes::TOOL_REGISTER>{lang.t("tools-register")}</a></p> });
    let form = view! {
        {Field::new(fields, lang, "date", lang.t("kit-date")).date()}
        {button_quiet(lang.t("custody-show"))}
    };
    view! {
        {error_summary(fields, lang)}
        {print_head(lang, place, what, ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{lang.t("tools-title")}</h1>
        <p class="lead">{lang.t("tools-lead")}</p>
        {words::alert(lang, missing, |tool| Some(routes::slot_tools(tool.slot_id)))}
        <div class="day-bar no-print">
            <nav class="days" aria-label=lang.t("slot-days")>
                {link_button_quiet(routes::tools_of_day(day::before(date)), lang.t("slot-day-before"))}
                {link_button_quiet(routes::tools_of_day(ctx.today()), lang.t("custody-today"))}
                {link_button_quiet(routes::tools_of_day(day::after(date)), lang.t("slot-day-after"))}
            </nav>
            {get_form(routes::TOOLS, form.into_any())}
        </div>
        {table(lang.long_date(date), headers, rows, lang.t("tools-day-empty"))}
        {export_links(lang, &ctx.uri)}
        {register}
    }
    .into_any()
}

fn row(ctx: &Ctx, slot: &DaySlot) -> AnyView {
    let lang = ctx.lang;
    let stage = Stage::of(slot.kind.map(|kind| (kind, slot.differs.unwrap_or(false), slot.answer)));
    let (tone, said) = words::stage(lang, stage, slot.answer);
    let label = neutral_label(lang, &slot.label_letter);
    let times = lang.times(slot.starts_at, slot.ends_at, ctx.zone());
    let key = match stage {
        Stage::In => "tools-count-out",
        Stage::Out => "tools-count-in",
        Stage::Differs => "tools-recount",
        Stage::Back | Stage::Answered => "tools-look",
    };
    let open = Button::new(lang.t(key)).about(format!("{label} {times}"));
    let open = if stage == Stage::Back { open.quiet() } else { open };
    view! {
        <tr>
            <td class="time">{times}</td>
            <th scope="row">{label}</th>
            <td>{slot.room.clone()}</td>
            <td>{tag(tone, said)}</td>
            <td>{open.link(routes::slot_tools(slot.id))}</td>
        </tr>
    }
    .into_any()
}
