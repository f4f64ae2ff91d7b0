//! What the record says of a treatment, and what keeps it open.

use leptos::prelude::*;

use super::super::account::{Account, measures_text, score_line};
use super::super::store::UnsignedSession;
use crate::access::Permission;
use crate::i18n::Lang;
use crate::kit::local_time::local_date;
use crate::kit::ui::{Header, Tone, card, empty, hours_bar, hours_key, notice_with, table_under_heading};
use crate::routes;
use crate::web::Ctx;

/// The sessions that wait to be signed, each with the way to it; nothing when none does.
pub fn unsigned_list(ctx: &Ctx, unsigned: &[UnsignedSession]) -> AnyView {
    let lang = ctx.lang;
    if unsigned.is_empty() {
        return ().into_any();
    }
    let lines = unsigned
        .iter()
        .map(|session| {
            let when = lang.date(local_date(session.starts_at, ctx.zone()));
            let said = format!("{when} · {} · {}", session.title.say(lang), session.lead_name);
            let said = if ctx.may(Permission::SessionRead) {
                view! { <a href=routes::session(session.id)>{said}</a> }.into_any()
            } else {
                said.into_any()
            };
            view! { <li>{said}</li> }
        })
        .collect_view();
    let said = lang.t_with("discharge-unsigned", &[("n", unsigned.len().into())]);
    notice_with(Tone::Warn, view! { <p>{said}</p><ul class="todo">{lines}</ul> }.into_any())
}

/// Goals with their scores, and hours by week.
pub fn record_says(lang: Lang, account: &Account) -> AnyView {
    view! {
        {card(lang.t("discharge-goals"), goals(lang, account))}
        {(!account.measures.is_empty()).then(|| card(lang.t("discharge-measures"), measures(lang, account)))}
        {(!account.weeks.is_empty()).then(|| card(lang.t("discharge-hours"), hours(lang, account)))}
    }
    .into_any()
}

fn goals(lang: Lang, account: &Account) -> AnyView {
    if account.goals.is_empty() {
        return empty(lang.t("discharge-no-goals"), None);
    }
    let headers = ["discharge-goal", "discharge-began", "discharge-now"].map(|key| Header::new(lang.t(key))).to_vec();
    let rows = account
        .goals
        .iter()
        .map(|course| {
            let step = |level: crate::care::goals::Level| {
                view! { <b>{level.signed()}</b>" "<span class="sub">{course.goal.ladder.step(level).to_owned()}</span> }
            };
            view! {
                <tr>
                    <th scope="row">{course.goal.description.clone()}</th>
                    <td class="rung">{step(course.goal.baseline)}</td>
                    <td class="rung">{step(course.now)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        {table_under_heading(lang.t("discharge-goals"), headers, rows, "")}
        {score_line(lang, account).map(|line| view! { <p>{line}</p> })}
        <p class="hint">{lang.t("discharge-scores-source")}</p>
    }
    .into_any()
}

fn measures(lang: Lang, account: &Account) -> AnyView {
    let text = measures_text(lang, account);
    let lines = text.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect_view();
    view! { <ul>{lines}</ul> }.into_any()
}

fn hours(lang: Lang, account: &Account) -> AnyView {
    let headers = vec![
        Header::new(lang.t("discharge-week")),
        Header::new(lang.t("oversight-hours")),
        Header::new(lang.t("oversight-planned")).numeric(),
        Header::new(lang.t("oversight-offered")).numeric(),
        Header::new(lang.t("discharge-lost")).numeric(),
    ];
    let rows = account
        .last_weeks()
        .iter()
        .map(|week| {
            let hours = week.hours;
            let lost = hours.lost_custody + hours.lost_health + hours.lost_patient;
            view! {
                <tr>
                    <th scope="row">{week.week.short(lang)}</th>
                    <td>{hours_bar(lang, &hours.parts(week.target))}</td>
                    <td class="n">{lang.hours(hours.planned)}</td>
                    <td class="n">{lang.hours(hours.offered)}</td>
                    <td class="n">{lang.hours(lost)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <p>{super::super::account::hours_text(lang, account)}</p>
        {table_under_heading(lang.t("discharge-hours"), headers, rows, "")}
        {hours_key(lang)}
    }
    .into_any()
}
