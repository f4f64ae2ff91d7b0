//! The patients who slip, each with the reasons for which they are listed.

use leptos::prelude::*;

use super::rules::{Slip, Slipping};
use crate::care::goals::Level;
use crate::i18n::Lang;
use crate::kit::page::{ListQuery, PAGE_SIZE};
use crate::kit::ui::{Header, Tone, card, pager, table_under_heading, tag};
use crate::routes;
use crate::web::Ctx;

fn words(lang: Lang, slip: &Slip) -> String {
    let sign = |level: i32| Level::new(level).map_or("", Level::signed);
    match slip {
        Slip::Attendance { before, now } => {
            lang.t_with("slipping-attendance-said", &[("before", (*before).into()), ("now", (*now).into())])
        }
        Slip::NoProgress { goal, level } => {
            lang.t_with("slipping-no-progress-said", &[("goal", goal.as_str().into()), ("level", sign(*level).into())])
        }
        Slip::Lower { goal, from, to } => lang.t_with(
            "slipping-lower-said",
            &[("goal", goal.as_str().into()), ("from", sign(*from).into()), ("to", sign(*to).into())],
        ),
        Slip::Hours { attended, target } => lang.t_with(
            "slipping-hours-said",
            &[("attended", lang.hours(*attended).into()), ("target", lang.hours(*target).into())],
        ),
    }
}

fn reasons(lang: Lang, slips: &[Slip]) -> AnyView {
    let reasons = slips
        .iter()
        .map(|slip| view! { <li>{tag(Tone::Warn, slip.reason().label(lang))}" "{words(lang, slip)}</li> })
        .collect_view();
    view! { <ul class="reasons">{reasons}</ul> }.into_any()
}

/// The first of them, and the way to all.
pub fn card_of(ctx: &Ctx, slipping: &[Slipping], most: usize, all: String) -> AnyView {
    let lang = ctx.lang;
    let items: Vec<AnyView> = slipping
        .iter()
        .take(most)
        .map(|one| {
            view! {
                <li>
                    <div>
                        <a class="nowrap" href=routes::patient_progress(one.person_id)>{one.number.shown(ctx, one.person_id)}</a>
                        " "<span class="sub">{one.lead.clone()}</span>
                        {reasons(lang, &one.slips)}
                    </div>
                </li>
            }
            .into_any()
        })
        .collect();
    let body = if items.is_empty() {
        view! { <p class="empty">{lang.t("slipping-none")}</p> }.into_any()
    } else {
        let words = lang.t_with("slipping-all", &[("n", slipping.len().into())]);
        view! { <ul class="todo">{items}</ul><p><a href=all>{words}</a></p> }.into_any()
    };
    card(lang.t("slipping-title"), view! { {body} <p class="sub">{lang.t("slipping-rules")}</p> }.into_any())
}

/// All of them, a page at a time.
pub fn table_of(ctx: &Ctx, slipping: &[Slipping], list: &ListQuery, base: &str) -> AnyView {
    let lang = ctx.lang;
    let headers = vec![
        Header::new(lang.t("oversight-patient")),
        Header::new(lang.t("oversight-practitioner")),
        Header::new(lang.t("unit-reason")),
    ];
    let (skip, take) = (usize::try_from(list.offset()).unwrap_or(0), usize::try_from(PAGE_SIZE).unwrap_or(0));
    let rows = slipping
        .iter()
        .skip(skip)
        .take(take)
        .map(|one| {
            view! {
                <tr>
                    <td class="nowrap"><a href=routes::patient_progress(one.person_id)>{one.number.shown(ctx, one.person_id)}</a></td>
                    <td>{one.lead.clone()}</td>
                    <td>{reasons(lang, &one.slips)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    let total = i64::try_from(slipping.len()).unwrap_or(i64::MAX);
    view! {
        {table_under_heading(lang.t("slipping-title"), headers, rows, lang.t("slipping-none"))}
        {pager(lang, list, total, base)}
        <p class="sub">{lang.t("slipping-rules")}</p>
    }
    .into_any()
}
