//! One person's way to one session as it was marked, step by step: what was said, by whom, when, and what was put right later. Beside
//! it stands the one word that health gives: came, or did not come.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Corrected, History};
use super::super::model::{Correction, KeptMark, RowKey};
use crate::access::Permission;
use crate::custody::people::{housing, list_name};
use crate::custody::slots::{CustodyReason, Movement, words};
use crate::error::Result;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, SlotId};
use crate::kit::local_time::{clock_text, instant, minute_of_day, parse_clock};
use crate::kit::ui::{
    Field, Header, Tone, button, card, error_summary, facts, hidden, options_of, post_form, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

pub async fn page(ctx: Ctx, Path((slot, person)): Path<(SlotId, PersonId)>) -> Result<Response> {
    let held = api::history(&ctx, slot, person).await?;
    let time = held.person.moved_at.unwrap_or(held.person.starts_at);
    let fields = Fields::new()
        .with("movement", held.person.movement.as_str())
        .with("reason", held.person.custody_reason.map_or("", CustodyReason::as_str))
        .with("time", clock_text(minute_of_day(time, ctx.zone())))
        .with("version", held.person.version.to_string());
    Ok(ctx.page(ctx.lang.t("movements-title"), || view(&ctx, (slot, person), &held, &fields)))
}

/// A correction is the coordinator's, and says why.
pub async fn correct(ctx: Ctx, Path((slot, person)): Path<(SlotId, PersonId)>, mut fields: Fields) -> Result<Response> {
    let mut held = api::history(&ctx, slot, person).await?;
    if let Some(to) = parse(&ctx, &mut fields, &held) {
        let key = RowKey { slot, person, version: fields.version() };
        if api::correct(&ctx, key, to).await? {
            return Ok(ctx.redirect_with(&routes::movement(slot, person), "flash-movement-corrected"));
        }
        held = api::history(&ctx, slot, person).await?;
        fields.set("version", held.person.version.to_string());
        fields.error("", Msg::with("movements-stale", [("state", state(&ctx, &held).into())]));
    }
    Ok(ctx.refused(ctx.lang.t("movements-title"), || view(&ctx, (slot, person), &held, &fields)))
}

fn parse(ctx: &Ctx, fields: &mut Fields, held: &History) -> Option<Corrected> {
    let movement = fields.choice::<Movement>("movement");
    let why = fields.choice::<Correction>("why");
    let reason = if movement == Some(Movement::NotBrought) { fields.choice::<CustodyReason>("reason") } else { None };
    let at = parse_clock(fields.get("time")).and_then(|minute| instant(held.date, minute, ctx.zone()).ok());
    match at {
        None => fields.error("time", Msg::new("lists-time-wrong")),
        Some(at) if at > ctx.now() => fields.error("time", Msg::new("lists-time-ahead")),
        Some(_) => {}
    }
    if fields.is_refused() {
        return None;
    }
    Some(Corrected { movement: movement?, reason, at: at?, why: why? })
}

fn state(ctx: &Ctx, held: &History) -> String {
    let person = &held.person;
    let at = person.moved_at.map(|at| ctx.lang.time(at, ctx.zone()));
    words::movement(ctx.lang, person.movement, person.custody_reason, at)
}

fn view(ctx: &Ctx, (slot, person): (SlotId, PersonId), held: &History, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let at = &held.person;
    let name = list_name(&at.family_name, &at.given_name);
    let when =
        format!("{}, {} {}", lang.long_date(held.date), lang.times(at.starts_at, at.ends_at, ctx.zone()), at.room);
    let lines = vec![
        (
            lang.t("slot-time").into_owned(),
            view! { {when}" · "{words::neutral_label(lang, &at.label_letter)} }.into_any(),
        ),
        (lang.t("slot-movement").into_owned(), tag(words::movement_tone(at.movement), state(ctx, held))),
        (lang.t("movements-health").into_owned(), came(lang, at.came)),
    ];
    let form = ctx.may(Permission::MovementCorrect).then(|| correction(ctx, slot, person, held, fields));
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("movements-title")}</h1>
        <p class="lead"><b>{name}</b>{format!(" · {} · {}", at.prison_number, housing(at.wing.as_deref(), &at.cell))}</p>
        {facts(lines)}
        {marks(ctx, &held.marks)}
        {form}
    }
    .into_any()
}

/// Nothing said is not the same as did not come.
fn came(lang: Lang, came: Option<bool>) -> AnyView {
    match came {
        Some(true) => tag(Tone::Ok, lang.t("movements-came")),
        Some(false) => tag(Tone::Plain, lang.t("movements-did-not-come")),
        None => lang.t("movements-nothing-said").into_any(),
    }
}

fn marks(ctx: &Ctx, marks: &[KeptMark]) -> AnyView {
    let lang = ctx.lang;
    let headers = ["movements-said", "movements-happened", "movements-written", "movements-by", "movements-how"];
    let rows = marks
        .iter()
        .map(|mark| {
            view! {
                <tr>
                    <td>{words::movement(lang, mark.movement, mark.custody_reason, None)}</td>
                    <td>{lang.time(mark.at, ctx.zone())}</td>
                    <td>{lang.date_time(mark.recorded_at, ctx.zone())}</td>
                    <td>{mark.recorded_by.clone()}</td>
                    <td>{how(lang, mark)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let headers = headers.map(|key| Header::new(lang.t(key))).to_vec();
    card(
        lang.t("movements-history"),
        table_under_heading(lang.t("movements-history"), headers, rows, lang.t("movements-none")),
    )
}

fn how(lang: Lang, mark: &KeptMark) -> String {
    if let Some(why) = mark.correction {
        return lang.t_with("movements-corrected", &[("why", why.label(lang).into())]);
    }
    if let Some(number) = mark.list_number {
        return lang.t_with("movements-from-paper", &[("number", number.to_string().into())]);
    }
    if mark.by_phone { lang.t("movements-by-phone").into_owned() } else { String::new() }
}

fn correction(ctx: &Ctx, slot: SlotId, person: PersonId, held: &History, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    if held.date > ctx.today() {
        return ().into_any();
    }
    let body = view! {
        {hidden("version", fields.get("version").to_owned())}
        <p class="hint">{lang.t("movements-correct-hint")}</p>
        {Field::new(fields, lang, "movement", lang.t("slot-movement")).required().select(options_of!(Movement, lang), None)}
        {Field::new(fields, lang, "reason", lang.t("movements-reason")).hint(lang.t("movements-reason-hint")).select(options_of!(CustodyReason, lang), Some(String::new()))}
        {Field::new(fields, lang, "time", lang.t("lists-time")).required().time()}
        {Field::new(fields, lang, "why", lang.t("movements-why")).required().select(options_of!(Correction, lang), Some(String::new()))}
        <div class="actions">{button(lang.t("movements-correct"))}</div>
    };
    card(lang.t("movements-correct-title"), post_form(routes::movement(slot, person), body.into_any()))
}
