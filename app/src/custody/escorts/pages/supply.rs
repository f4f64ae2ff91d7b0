//! How many officers there are to escort: every week, and on days that differ.

use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Entry};
use super::super::model::Supply;
use super::super::rules::MOST_OFFICERS;
use crate::custody::slots::Part;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ui::{
    Button, Field, Header, button, error_summary, export_links, hidden, link_button_quiet, options_of, post_form,
    post_form_inline, section, table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, Fields::new()).await
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let mut entries = Vec::new();
    for weekday in 1..=7 {
        for part in Part::ALL {
            let (officers, women) = names(weekday, *part);
            if let Some((officers, women)) = numbers(&mut fields, &officers, &women) {
                entries.push(Entry { weekday: Some(weekday), on_date: None, part: *part, officers, women });
            }
        }
    }
    if fields.is_refused() {
        return show(&ctx, fields).await;
    }
    if api::set_supply(&ctx, Some(fields.version()), &entries).await? {
        return Ok(ctx.redirect_with(routes::ESCORT_SUPPLY, "flash-escort-supply-saved"));
    }
    fields.error("", Msg::new("escorts-supply-changed"));
    show(&ctx, fields).await
}

pub async fn add_exception(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let date = fields.date("on");
    if date.is_none() && fields.error_at("on").is_none() {
        fields.error("on", Msg::new("form-required"));
    }
    if date.is_some_and(|date| date < ctx.today()) {
        fields.error("on", Msg::new("escorts-past-day"));
    }
    let part = fields.choice::<Part>("part");
    let found = numbers(&mut fields, "officers", "women");
    if !fields.is_refused()
        && let (Some(on), Some(part), Some((officers, women))) = (date, part, found)
    {
        let entry = Entry { weekday: None, on_date: Some(on), part, officers, women };
        if api::set_supply(&ctx, None, &[entry]).await? {
            return Ok(ctx.redirect_with(routes::ESCORT_SUPPLY, "flash-escort-supply-saved"));
        }
        fields.error("", Msg::new("escorts-supply-changed"));
    }
    show(&ctx, fields).await
}

pub async fn drop_exception(ctx: Ctx, fields: Fields) -> Result<Response> {
    let id = fields.get("id").parse().map_err(|_| AppError::BadRequest)?;
    api::drop_exception(&ctx, id).await?;
    Ok(ctx.redirect_with(routes::ESCORT_SUPPLY, "flash-escort-supply-saved"))
}

fn names(weekday: i32, part: Part) -> (String, String) {
    (format!("officers-{weekday}-{part}"), format!("women-{weekday}-{part}"))
}

/// Officers and how many of them are women, who cannot be more.
fn numbers(fields: &mut Fields, officers: &str, women: &str) -> Option<(i32, i32)> {
    let all = fields.number(officers, 0, MOST_OFFICERS);
    let of_them = fields.number(women, 0, MOST_OFFICERS);
    let (all, of_them) = (all?, of_them?);
    if of_them > all {
        fields.error(women, Msg::new("escorts-women-more"));
        return None;
    }
    Some((all, of_them))
}

async fn show(ctx: &Ctx, mut fields: Fields) -> Result<Response> {
    let supply = api::supply(ctx).await?;
    if !fields.has("officers-1-am") {
        for weekday in 1..=7 {
            for part in Part::ALL {
                let held = supply.iter().find(|row| row.weekday == Some(weekday) && row.part == *part);
                let (officers, women) = names(weekday, *part);
                fields.set(officers, held.map_or(0, |row| row.officers).to_string());
                fields.set(women, held.map_or(0, |row| row.women).to_string());
            }
        }
        fields.set("version", api::stamp(&supply).to_string());
    }
    let title = ctx.lang.t("escorts-supply-title");
    let body = || view(ctx.lang, &supply, &fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(lang: Lang, supply: &[Supply], fields: &Fields) -> AnyView {
    let headers = std::iter::once(Header::new(lang.t("escorts-day")))
        .chain(Part::ALL.iter().map(|part| Header::new(part.label(lang))))
        .collect();
    let rows = (1..=7).map(|weekday| week_row(lang, fields, weekday)).collect();
    let week = view! {
        {hidden("version", fields.get("version").to_owned())}
        {table_under_heading(lang.t("escorts-week"), headers, rows, "")}
        <div class="actions">{button(lang.t("escorts-supply-save"))}</div>
    };
    let held: Vec<AnyView> =
        supply.iter().filter(|row| row.on_date.is_some()).map(|row| exception(lang, row)).collect();
    let headers = ["escorts-day", "escorts-part", "escorts-officers", "escorts-of-them-women", "escorts-drop"]
        .map(|key| Header::new(lang.t(key)))
        .to_vec();
    let add = view! {
        <div class="pair">
            {Field::new(fields, lang, "on", lang.t("escorts-day")).date()}
            {Field::new(fields, lang, "part", lang.t("escorts-part")).select(options_of!(Part, lang), None)}
        </div>
        <div class="pair">
            {Field::new(fields, lang, "officers", lang.t("escorts-officers")).number(0, MOST_OFFICERS)}
            {Field::new(fields, lang, "women", lang.t("escorts-of-them-women")).number(0, MOST_OFFICERS)}
        </div>
        <div class="actions">{button(lang.t("escorts-exception-add"))}</div>
    };
    view! {
        {error_summary(fields, lang)}
        <p class="no-print">{link_button_quiet(routes::ESCORTS, lang.t("escorts-title"))}</p>
        <h1>{lang.t("escorts-supply-title")}</h1>
        <p class="lead">{lang.t("escorts-supply-lead")}</p>
        {section(lang.t("escorts-week"), post_form(routes::ESCORT_SUPPLY, week.into_any()))}
        {section(lang.t("escorts-exceptions"), view! {
            {table_under_heading(lang.t("escorts-exceptions"), headers, held, lang.t("escorts-exceptions-none"))}
            {post_form(routes::ESCORT_EXCEPTIONS, add.into_any())}
        }.into_any())}
        {export_links(lang, routes::ESCORT_SUPPLY)}
    }
    .into_any()
}

fn week_row(lang: Lang, fields: &Fields, weekday: i32) -> AnyView {
    let day = lang.t(&format!("escorts-weekday-{weekday}"));
    let cells = Part::ALL
        .iter()
        .map(|part| {
            let (officers, women) = names(weekday, *part);
            let about = format!("{day}, {}", part.label(lang));
            let field = |name: String, key: &str| {
                Field::new(fields, lang, name, lang.t(key)).about(about.clone()).compact().number(0, MOST_OFFICERS)
            };
            view! {
                <td>
                    <div role="group" aria-label=about.clone()>
                        {field(officers, "escorts-officers")}
                        {field(women, "escorts-of-them-women")}
                    </div>
                </td>
            }
        })
        .collect_view();
    view! { <tr><th scope="row">{day}</th>{cells}</tr> }.into_any()
}

fn exception(lang: Lang, row: &Supply) -> AnyView {
    let date = row.on_date.map(|date| lang.date(date)).unwrap_or_default();
    let drop = view! {
        {hidden("id", row.id.to_string())}
        {Button::new(lang.t("escorts-drop")).about(date.clone()).quiet().submit()}
    };
    view! {
        <tr>
            <th scope="row">{date}</th>
            <td>{row.part.label(lang)}</td>
            <td>{row.officers}</td>
            <td>{row.women}</td>
            <td class="no-print">{post_form_inline(routes::ESCORT_EXCEPTION_DROP, drop.into_any())}</td>
        </tr>
    }
    .into_any()
}
