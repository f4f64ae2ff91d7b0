//! The escort of one session: what is needed, the next steps, where officers stood, and for those who plan who is restrained
//! and why.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;

use super::super::api::{self, Sheet, Taken};
use super::super::model::{Gender, Presence, Restrained, Restraint, RestraintReason, Step, StepReason};
use super::super::rules;
use super::{need_words, step_tag};
use crate::access::Permission;
use crate::custody::day;
use crate::custody::people::list_name;
use crate::custody::slots::words;
use crate::error::{AppError, Result};
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::ids::{PersonId, SlotId};
use crate::kit::ui::{
    Button, Field, Header, Tone, button, card, error_summary, facts, hidden, options_of, post_form, print_head,
    section, table_under_heading, tag,
};
use crate::routes;
use crate::web::Ctx;

/// The longest account of why somebody is restrained.
const WORDS: usize = 500;

pub async fn page(ctx: Ctx, Path(id): Path<SlotId>) -> Result<Response> {
    show(&ctx, id, &Fields::new()).await
}

pub async fn step(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let step: Step = fields.get("step").parse().map_err(|_| AppError::BadRequest)?;
    let seen = fields.version();
    let reason = if step == Step::Declined { fields.choice::<StepReason>("reason") } else { None };
    let presence = if step == Step::Returned { fields.choice::<Presence>("presence") } else { None };
    if fields.is_refused() {
        return show(&ctx, id, &fields).await;
    }
    let message = match api::step(&ctx, id, seen, (step, reason), presence).await? {
        Taken::Done => return Ok(ctx.redirect_with(&routes::slot_escort(id), "flash-escort-step")),
        Taken::Changed(now) => Msg::with("escorts-step-changed", [("state", now.label(ctx.lang).into())]),
        Taken::NotPossible => Msg::new("escorts-step-not-possible"),
        Taken::NotOpen => Msg::new("escorts-step-not-open"),
    };
    fields.error("", message);
    show(&ctx, id, &fields).await
}

pub async fn report(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let Some(presence) = fields.choice::<Presence>("presence") else { return show(&ctx, id, &fields).await };
    api::report(&ctx, id, presence).await?;
    Ok(ctx.redirect_with(&routes::slot_escort(id), "flash-escort-presence"))
}

pub async fn gender(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let Some(gender) = fields.choice::<Gender>("gender") else { return show(&ctx, id, &fields).await };
    if api::set_gender(&ctx, id, fields.version(), gender).await? {
        return Ok(ctx.redirect_with(&routes::slot_escort(id), "flash-slot-escort"));
    }
    fields.error("", Msg::new("escorts-session-changed"));
    show(&ctx, id, &fields).await
}

pub async fn restrain(ctx: Ctx, Path(id): Path<SlotId>, mut fields: Fields) -> Result<Response> {
    let person: PersonId = fields.get("person").parse().map_err(|_| AppError::BadRequest)?;
    let decision = fields.choice::<Restraint>("decision");
    let needed = decision.is_some_and(|decision| decision != Restraint::None);
    let reason = if needed { fields.choice::<RestraintReason>("why") } else { None };
    let words = fields.text("words", WORDS);
    if let (false, Some(decision)) = (fields.is_refused(), decision) {
        api::restrain(&ctx, id, person, (decision, reason, words)).await?;
        return Ok(ctx.redirect_with(&routes::slot_escort(id), "flash-escort-restraint"));
    }
    show(&ctx, id, &fields).await
}

async fn show(ctx: &Ctx, id: SlotId, fields: &Fields) -> Result<Response> {
    let sheet = api::sheet(ctx, id).await?;
    let title = ctx.lang.t("escorts-one-title");
    let body = || view(ctx, &sheet, fields);
    Ok(if fields.is_refused() { ctx.refused(title, body) } else { ctx.page(title, body) })
}

fn view(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    let need = &sheet.need;
    let place = ctx.actor.place().map(|place| place.name.clone()).unwrap_or_default();
    let label = words::neutral_label(lang, &need.label_letter);
    let zone = day::zone_of(ctx, need.facility_id).unwrap_or_else(|_| ctx.zone());
    let when = format!(
        "{}, {} · {}",
        lang.long_date(day::date_of(need.starts_at, zone)),
        lang.times(need.starts_at, need.ends_at, zone),
        need.room
    );
    let plans = ctx.may(Permission::EscortPlan);
    let back = if plans {
        (routes::slot(need.id), label.clone())
    } else {
        (routes::ESCORTS_TODAY.to_owned(), lang.t("escorts-today-title").into_owned())
    };
    let restraints = plans.then(|| restraint_forms(ctx, sheet, fields));
    view! {
        {print_head(lang, place, lang.t("escorts-one-title"), ctx.actor.name.clone(), lang.date_time(ctx.now(), ctx.zone()))}
        {error_summary(fields, lang)}
        <p class="no-print"><a href=back.0>{back.1}</a></p>
        <h1>{format!("{} · {label}", lang.t("escorts-one-title"))}</h1>
        <p class="lead">{when}</p>
        {what(ctx, sheet)}
        <div class="decisions no-print">{steps(lang, sheet, fields)}{presence_form(lang, sheet, fields)}{plans.then(|| gender_form(lang, sheet, fields))}</div>
        {people(ctx, sheet, plans)}
        {restraints}
    }
    .into_any()
}

fn what(ctx: &Ctx, sheet: &Sheet) -> AnyView {
    let lang = ctx.lang;
    let state = words::state(lang, sheet.need.status, None);
    let mut lines = vec![
        (lang.t("slot-escort-need").into_owned(), need_words(lang, &sheet.need).into_any()),
        (lang.t("lockdown-state").into_owned(), tag(words::tone(sheet.need.status), state)),
    ];
    if !sheet.events.is_empty() {
        let steps = sheet
            .events
            .iter()
            .map(|event| view! { <p>{step_tag(ctx, event)}" "{event.by.clone()}</p> })
            .collect_view();
        lines.push((lang.t("escorts-steps").into_owned(), steps.into_any()));
    }
    if let Some(reported) = &sheet.reported {
        let by = [("name", reported.by.as_str().into()), ("at", lang.date_time(reported.at, ctx.zone()).into())];
        let text = format!("{} ({})", reported.presence.label(lang), lang.t_with("lockdown-by", &by));
        lines.push((lang.t("escorts-presence").into_owned(), text.into_any()));
    }
    facts(lines)
}

/// One form for each step that may follow: a step that asks for nothing is one tap.
fn steps(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let last = rules::standing(&sheet.events).last().map(|event| event.step);
    let seen = sheet.events.last().map_or(0, |event| event.step_no);
    // The one that asks for a reason stands below those that are one tap.
    let mut next = rules::next(last).to_vec();
    next.sort_by_key(|step| *step == Step::Declined);
    let forms = next
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let label = lang.t(&format!("escorts-do-{}", step.as_str().replace('_', "-")));
            let asks = match step {
                Step::Declined => Field::new(fields, lang, "reason", lang.t("slot-reason"))
                    .select(options_of!(StepReason, lang), Some(String::new())),
                Step::Returned => Field::new(fields, lang, "presence", lang.t("escorts-presence-ask"))
                    .radios(options_of!(Presence, lang)),
                _ => ().into_any(),
            };
            let press = if at == 0 { Button::new(label) } else { Button::new(label).quiet() };
            let body = view! {
                {asks}
                {hidden("version", seen.to_string())}
                {press.named("step", step.as_str()).submit()}
            };
            post_form(routes::slot_escort(sheet.need.id), body.into_any())
        })
        .collect_view();
    card(lang.t("escorts-next"), forms.into_any())
}

/// Said on the way back; here for what was forgotten or wrong.
fn presence_form(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let last = rules::standing(&sheet.events).last().map(|event| event.step);
    if last != Some(Step::Returned) {
        return ().into_any();
    }
    let body = view! {
        <p>{lang.t("escorts-presence-why")}</p>
        {Field::new(fields, lang, "presence", lang.t("escorts-presence-ask")).radios(options_of!(Presence, lang))}
        {button(lang.t("escorts-presence-save"))}
    };
    card(lang.t("escorts-presence"), post_form(routes::slot_presence(sheet.need.id), body.into_any()))
}

fn gender_form(lang: Lang, sheet: &Sheet, fields: &Fields) -> AnyView {
    let held = Fields::new().with("gender", sheet.need.escort_gender.as_str());
    let shown = if fields.has("gender") { fields } else { &held };
    let body = view! {
        {hidden("version", sheet.need.version.to_string())}
        {Field::new(shown, lang, "gender", lang.t("escorts-gender")).radios(options_of!(Gender, lang))}
        {button(lang.t("slot-escort-save"))}
    };
    card(lang.t("escorts-gender"), post_form(routes::slot_escort_gender(sheet.need.id), body.into_any()))
}

/// Whom it is about. An officer sees that somebody is restrained, and on his own wings; why is for those who decide.
fn people(ctx: &Ctx, sheet: &Sheet, plans: bool) -> AnyView {
    let lang = ctx.lang;
    let rows = sheet.people.iter().map(|person| person_row(ctx, person, plans)).collect();
    let headers = ["custody-name", "custody-number", "escorts-restraint"].map(|key| Header::new(lang.t(key))).to_vec();
    section(
        lang.t("escorts-people"),
        table_under_heading(lang.t("escorts-people"), headers, rows, lang.t("slot-no-people")),
    )
}

fn person_row(ctx: &Ctx, person: &Restrained, plans: bool) -> AnyView {
    let lang = ctx.lang;
    let decision = person.decision.unwrap_or(Restraint::None);
    let tone = if decision == Restraint::None { Tone::Plain } else { Tone::Warn };
    let why = match (plans, person.reason, &person.decided_by, person.decided_at) {
        (true, reason, Some(by), Some(at)) => {
            let said = [("name", by.as_str().into()), ("at", lang.date_time(at, ctx.zone()).into())];
            let words = person.words.clone().filter(|words| !words.is_empty());
            let why = reason.map(|reason| reason.label(lang).into_owned()).into_iter().chain(words);
            let line = why.chain([lang.t_with("lockdown-by", &said)]).collect::<Vec<_>>().join(" · ");
            Some(view! { <span class="sub">{line}</span> })
        }
        _ => None,
    };
    view! {
        <tr>
            <th scope="row">{list_name(&person.family_name, &person.given_name)}</th>
            <td class="nowrap">{person.prison_number.clone()}</td>
            <td>{tag(tone, decision.label(lang))}{why}</td>
        </tr>
    }
    .into_any()
}

fn restraint_forms(ctx: &Ctx, sheet: &Sheet, fields: &Fields) -> AnyView {
    let lang = ctx.lang;
    if sheet.people.is_empty() || !sheet.need.status.is_live() {
        return ().into_any();
    }
    let people = sheet
        .people
        .iter()
        .map(|person| {
            let name = list_name(&person.family_name, &person.given_name);
            (person.person_id.to_string(), format!("{name} · {}", person.prison_number))
        })
        .collect();
    let body = view! {
        <p>{lang.t("escorts-restraint-text")}</p>
        {Field::new(fields, lang, "person", lang.t("custody-name")).select(people, None)}
        {Field::new(fields, lang, "decision", lang.t("escorts-restraint")).radios(options_of!(Restraint, lang))}
        {Field::new(fields, lang, "why", lang.t("slot-reason")).select(options_of!(RestraintReason, lang), Some(String::new()))}
        {Field::new(fields, lang, "words", lang.t("escorts-restraint-words")).text()}
        {button(lang.t("escorts-restraint-save"))}
    };
    view! {
        <div class="no-print">{card(lang.t("escorts-restraint-title"), post_form(routes::slot_restraints(sheet.need.id), body.into_any()))}</div>
    }
    .into_any()
}
