//! `/regime`: when each part of each day begins and ends. Saving says how many coming sessions no longer fit, and the page
//! names them until they do.

use axum::response::Response;
use leptos::prelude::*;

use super::super::model::{TouchedSlot, Week};
use super::super::rules::{self, BadHours};
use super::super::{store, view};
use super::ways;
use crate::access::{Permission, Subject};
use crate::custody::changes::house;
use crate::custody::day::clock;
use crate::custody::slots::Part;
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::db::Refusal;
use crate::kit::form::Fields;
use crate::kit::ui::{
    Field, Header, Tone, button, error_summary, export_links, hidden, notice, post_form, print_head, section,
    table_under_heading,
};
use crate::routes;
use crate::web::Ctx;

/// Sessions named on the page; the rest are counted.
const NAMED: usize = 50;

pub async fn page(ctx: Ctx) -> Result<Response> {
    show(&ctx, None).await
}

pub async fn save(ctx: Ctx, mut fields: Fields) -> Result<Response> {
    let wanted = parse(&mut fields);
    if fields.is_refused() {
        return show(&ctx, Some(fields)).await;
    }
    let place = ctx.place()?;
    let mut tx = ctx.custody_write(Permission::PlaceManage, Subject::Facility(place.id), "regime").await?;
    let before = store::hold_week(&mut tx, place.id).await?;
    if before == wanted {
        return Ok(ctx.redirect_with(routes::REGIME, "flash-regime-saved"));
    }
    if fields.get("seen") != before.code() {
        drop(tx);
        return stale(&ctx, fields, &before).await;
    }
    match store::save_week(&mut tx, place.id, &before, &wanted).await {
        Ok(()) => {}
        // Somebody has added the same part at the same moment.
        Err(error) if error.refusal() == Some(Refusal::Duplicate("custody_regime_pk")) => {
            drop(tx);
            return stale(&ctx, fields, &before).await;
        }
        Err(error) => return Err(error.into()),
    }
    house::regime(&mut tx, (place.id, place.zone), &before, &ctx.app.gate.clock).await?;
    tx.commit().await?;
    Ok(ctx.redirect_with(routes::REGIME, "flash-regime-saved"))
}

/// What was typed stays; sent once more, after being told, it is meant.
async fn stale(ctx: &Ctx, mut fields: Fields, now: &Week) -> Result<Response> {
    fields.set("seen", now.code());
    fields.error("", Msg::new("places-regime-stale"));
    show(ctx, Some(fields)).await
}

fn name(weekday: i32, part: Part, edge: &str) -> String {
    format!("{weekday}-{part}-{edge}")
}

/// The week of the form; an error stands at the time that is missing, wrong or too early.
fn parse(fields: &mut Fields) -> Week {
    let mut week = Week::default();
    for weekday in 1..=7 {
        for part in Part::ALL.iter().copied() {
            let (start, end) = (name(weekday, part, "start"), name(weekday, part, "end"));
            let times = [&start, &end].map(|field| match fields.get(field) {
                "" => Ok(None),
                text => rules::minute(text).map(Some).ok_or(field.clone()),
            });
            match times {
                [Ok(from), Ok(to)] => match rules::hours(from, to) {
                    Ok(hours) => week.0.extend(hours.map(|hours| ((weekday, part), hours))),
                    Err(BadHours::Order) => fields.error(end, Msg::new("admin-fault-order")),
                    Err(BadHours::Half) => {
                        let missing = if from.is_none() { start } else { end };
                        fields.error(missing, Msg::new("places-both-times"));
                    }
                },
                times => {
                    for field in times.into_iter().filter_map(std::result::Result::err) {
                        fields.error(field, Msg::new("admin-fault-time"));
                    }
                }
            }
        }
    }
    for (weekday, part) in rules::overlapping(&week) {
        fields.error(name(weekday, part, "start"), Msg::new("places-overlap"));
    }
    week
}

async fn show(ctx: &Ctx, sent: Option<Fields>) -> Result<Response> {
    let place = ctx.place()?;
    let mut tx = ctx.custody(Permission::PlaceManage, Subject::Facility(place.id), "regime").await?;
    let week = store::week(&mut tx, place.id).await?;
    let mut outside = store::coming(&mut tx, place.id, ctx.now()).await?;
    drop(tx);
    outside.retain(|slot| !rules::fits(slot, &week, place.zone));
    let fields = sent.unwrap_or_else(|| filled(&week));
    let title = ctx.lang.t("places-regime");
    let body = || page_view(ctx, &fields, &outside);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn filled(week: &Week) -> Fields {
    let mut fields = Fields::new().with("seen", week.code());
    for ((weekday, part), (start, end)) in &week.0 {
        fields.set(name(*weekday, *part, "start"), clock(*start));
        fields.set(name(*weekday, *part, "end"), clock(*end));
    }
    fields
}

fn page_view(ctx: &Ctx, fields: &Fields, outside: &[TouchedSlot]) -> AnyView {
    let lang = ctx.lang;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let title = lang.t("places-regime");
    let form = view! {
        {hidden("seen", fields.get("seen").to_owned())}
        {week_form(lang, fields)}
        <div class="actions">{button(lang.t("places-save"))}</div>
    };
    view! {
        {print_head(lang, place, title.clone(), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        <h1>{title}</h1>
        <p class="lead">{lang.t("places-regime-lead")}</p>
        {ways(lang, routes::REGIME)}
        {error_summary(fields, lang)}
        {post_form(routes::REGIME, form.into_any())}
        {export_links(lang, routes::REGIME)}
        {outside_view(ctx, outside)}
    }
    .into_any()
}

fn week_form(lang: Lang, fields: &Fields) -> AnyView {
    let mut headers = vec![Header::new(lang.t("places-weekday"))];
    headers.extend(Part::ALL.iter().map(|part| Header::new(part.label(lang))));
    let rows = (1..=7).map(|weekday| week_row(lang, fields, weekday)).collect();
    table_under_heading(lang.t("places-regime"), headers, rows, "")
}

fn week_row(lang: Lang, fields: &Fields, weekday: i32) -> AnyView {
    let day = view::weekday(lang, weekday);
    let cells = Part::ALL
        .iter()
        .map(|part| {
            let time = |edge: &str, key: &str| {
                let label = format!("{day} {}, {}", part.label(lang), lang.t(key));
                Field::new(fields, lang, name(weekday, *part, edge), label).label_hidden().time()
            };
            view! { <td><div class="pair">{time("start", "places-start")}{time("end", "places-end")}</div></td> }
        })
        .collect_view();
    view! { <tr><th scope="row">{day.clone()}</th>{cells}</tr> }.into_any()
}

fn outside_view(ctx: &Ctx, outside: &[TouchedSlot]) -> AnyView {
    let lang = ctx.lang;
    if outside.is_empty() {
        return notice(Tone::Ok, lang.t("places-all-inside"));
    }
    let title = lang.t_with("places-outside", &[("n", outside.len().into())]);
    let named = outside.get(..NAMED).unwrap_or(outside);
    let list = view::touched_table(lang, ctx.zone(), title.clone(), named, |slot| routes::slot(slot.id), String::new());
    let more = outside.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p>{lang.t_with("places-more", &[("n", more.into())])}</p> });
    section(title, view! { <p>{lang.t("places-outside-what")}</p>{list}{more} }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_read_with_errors_at_its_times() {
        for (sent, parts, errors) in [
            ("1-am-start=08:00&1-am-end=11:45&7-eve-start=17:30&7-eve-end=24:00", 2, vec![]),
            ("1-am-start=08:00", 0, vec!["1-am-end"]),
            ("1-am-end=08:00", 0, vec!["1-am-start"]),
            ("1-am-start=x&1-am-end=25:00", 0, vec!["1-am-start", "1-am-end"]),
            ("2-pm-start=14:00&2-pm-end=13:00", 0, vec!["2-pm-end"]),
            ("2-am-start=08:00&2-am-end=12:00&2-pm-start=11:00&2-pm-end=13:00", 2, vec!["2-pm-start"]),
        ] {
            let mut fields = Fields::parse(sent.as_bytes()).unwrap();
            let week = parse(&mut fields);
            let at: Vec<&str> = fields.errors().iter().map(|(name, _)| name.as_str()).collect();
            assert_eq!((week.0.len(), at), (parts, errors), "{sent}");
        }
    }
}
