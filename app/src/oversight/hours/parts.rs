//! The pieces of the page of hours and loss, and the same as lines of a file.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::groups::{By, Cell, Group};
use super::pages::{Shown, View};
use super::period::{Part, Period, name};
use super::targets;
use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelReason, CustodyReason};
use crate::i18n::Lang;
use crate::kit::export::Value;
use crate::kit::form::Fields;
use crate::kit::ids::PersonId;
use crate::kit::ui::{
    Field, Header, HoursWeek, button_quiet, get_form, hours_bar, hours_chart, link_button_quiet, table,
};
use crate::routes;
use crate::web::Ctx;

/// Stands where a figure is hidden.
pub const HIDDEN: &str = "∗";

pub fn lead(lang: Lang, shown: &Shown, place: &str) -> String {
    let whose = match (shown.view, shown.by) {
        (_, By::Facility) => lang.t("hours-whose-department").into_owned(),
        (View::Caseload, _) => lang.t_with("hours-whose-caseload", &[("place", place.into())]),
        _ => place.to_owned(),
    };
    format!("{whose}. {}", shown.period.label(lang))
}

pub fn choose(lang: Lang, shown: &Shown) -> AnyView {
    let fields = Fields::new().with("period", shown.period.code.clone()).with("by", shown.by.as_str());
    let periods = shown.choices.iter().map(|period| (period.code.clone(), period.choice(lang))).collect();
    let groupings = shown
        .view
        .groupings(shown.department)
        .map(|by| (by.as_str().to_owned(), by.label(lang).into_owned()))
        .collect();
    let body = view! {
        {Field::new(&fields, lang, "period", lang.t("hours-period-choose")).select(periods, None)}
        {Field::new(&fields, lang, "by", lang.t("hours-by-choose")).select(groupings, None)}
        {button_quiet(lang.t("oversight-show"))}
    };
    view! { <div class="no-print">{get_form(routes::HOURS, body.into_any())}</div> }.into_any()
}

/// The period before and the one after, with the same grouping.
pub fn step(lang: Lang, shown: &Shown, zone: Tz) -> AnyView {
    let link = |period: &Period| {
        let words = name(lang, &period.code);
        link_button_quiet(routes::hours(&[("period", &period.code), ("by", shown.by.as_str())]), words)
    };
    let latest = shown.choices.iter().any(|period| period.code == shown.period.after(zone).code);
    view! {
        <p class="actions no-print">
            {link(&shown.period.before(zone))}
            {latest.then(|| link(&shown.period.after(zone)))}
        </p>
    }
    .into_any()
}

/// The parts of a side's reason, as words.
pub fn reason(lang: Lang, label: &str) -> String {
    let (side, why) = label.split_once('/').unwrap_or((label, ""));
    let whose = match side {
        "custody" => lang.t("oversight-lost-custody"),
        "health" => lang.t("oversight-lost-health"),
        _ => lang.t("oversight-lost-patient"),
    };
    let words = match (CancelReason::from_code(why), CustodyReason::from_code(why), Attendance::from_code(why)) {
        (Some(reason), ..) => reason.label(lang),
        (_, Some(reason), _) => reason.label(lang),
        (.., Some(attendance)) => attendance.label(lang),
        _ => lang.code_label("hours-why", why),
    };
    format!("{whose}: {words}")
}

/// What a row is called.
fn called(lang: Lang, shown: &Shown, group: &Group) -> String {
    match (shown.by, group.key) {
        (By::Week, _) => lang.t("hours-all").into_owned(),
        (By::Reason, _) => reason(lang, &group.label),
        (_, None) => lang.code_label("hours-none", shown.by.as_str()).into_owned(),
        _ => group.label.clone(),
    }
}

/// What stands for a group in an address: under pseudonyms, the pseudonym.
fn code(shown: &Shown, group: &Group) -> String {
    if shown.view == View::Pseudonyms && shown.by == By::Patient { group.label.clone() } else { group.code() }
}

fn address(shown: &Shown, more: &[(&str, &str)]) -> String {
    let mut pairs = vec![("period", shown.period.code.as_str()), ("by", shown.by.as_str())];
    pairs.extend_from_slice(more);
    routes::hours(&pairs)
}

/// What the parts set as targets, for everybody or one patient.
fn target(shown: &Shown, part: &Part, patient: Option<PersonId>) -> i64 {
    part.weeks
        .iter()
        .map(|week| match patient {
            Some(patient) => targets::of_each(week, &shown.versions).get(&patient).copied().unwrap_or(0),
            None => targets::of_week(week, &shown.versions),
        })
        .sum()
}

fn headers(lang: Lang, first: String, shown: &Shown) -> Vec<Header> {
    let mut headers = vec![Header::new(first), Header::new(lang.t("hours-persons")).numeric()];
    if shown.by == By::Reason {
        headers.push(Header::new(lang.t("hours-lost")).numeric());
        return headers;
    }
    headers.push(Header::new(lang.t("oversight-hours")));
    for key in [
        "oversight-planned",
        "oversight-offered",
        "oversight-attended",
        "oversight-lost-custody",
        "oversight-lost-health",
        "oversight-lost-patient",
        "oversight-open",
    ] {
        headers.push(Header::new(lang.t(key)).numeric());
    }
    headers
}

/// The figures of a cell in the order of the columns.
fn figures(cell: &Cell) -> [i64; 7] {
    let hours = cell.hours;
    [
        hours.planned,
        hours.offered,
        hours.attended,
        hours.lost_custody,
        hours.lost_health,
        hours.lost_patient,
        hours.open(),
    ]
}

fn lost(cell: &Cell) -> i64 {
    cell.hours.lost_custody + cell.hours.lost_health + cell.hours.lost_patient
}

fn row(lang: Lang, shown: &Shown, title: AnyView, cell: &Cell, target: i64) -> AnyView {
    let number = |minutes: i64| if cell.hidden { HIDDEN.to_owned() } else { lang.hours(minutes) };
    let numbers = if shown.by == By::Reason {
        view! { <td class="n">{number(lost(cell))}</td> }.into_any()
    } else {
        let bar = if cell.hidden { HIDDEN.into_any() } else { hours_bar(lang, &cell.hours.parts(target)) };
        let cells =
            figures(cell).into_iter().map(|minutes| view! { <td class="n">{number(minutes)}</td> }).collect_view();
        view! { <td>{bar}</td> {cells} }.into_any()
    };
    let persons = if cell.hidden { HIDDEN.to_owned() } else { cell.persons.to_string() };
    view! { <tr><th scope="row">{title}</th><td class="n">{persons}</td>{numbers}</tr> }.into_any()
}

pub fn body(ctx: &Ctx, shown: &Shown) -> AnyView {
    if shown.by == By::Week {
        return weeks_of(ctx, shown, &shown.grid.total);
    }
    match shown.grid.groups.iter().find(|group| code(shown, group) == shown.group) {
        Some(group) => weeks_of(ctx, shown, group),
        None => groups_of(ctx, shown),
    }
}

/// One group, part by part.
fn weeks_of(ctx: &Ctx, shown: &Shown, group: &Group) -> AnyView {
    let lang = ctx.lang;
    let patient = (shown.by == By::Patient).then_some(group.key).flatten().map(PersonId);
    let held: Vec<(&Part, &Cell)> = shown.parts.iter().zip(&group.cells).collect();
    let columns: Vec<HoursWeek> = held
        .iter()
        .filter(|(_, cell)| !cell.hidden)
        .map(|(part, cell)| HoursWeek {
            label: name(lang, &part.code),
            parts: cell.hours.parts(target(shown, part, patient)),
        })
        .collect();
    let title = if shown.by == By::Week { lang.t("hours-by-week").into_owned() } else { called(lang, shown, group) };
    let mut rows: Vec<AnyView> = held
        .iter()
        .map(|(part, cell)| {
            let words = name(lang, &part.code);
            let words = view! { <span class="nowrap">{words}</span> }.into_any();
            row(lang, shown, words, cell, target(shown, part, patient))
        })
        .collect();
    let sum = shown.parts.iter().map(|part| target(shown, part, patient)).sum();
    rows.push(row(lang, shown, lang.t("hours-total").into_any(), &group.total(), sum));
    let back = (shown.by != By::Week).then(|| {
        let words = lang.t_with("hours-back", &[("by", shown.by.label(lang).into_owned().into())]);
        view! { <p class="no-print"><a href=address(shown, &[])>{words}</a></p> }
    });
    let chart = (shown.by != By::Reason).then(|| hours_chart(lang, title.clone(), &columns));
    view! {
        {back}
        {chart}
        {table(title.clone(), headers(lang, lang.t("hours-by-week").into_owned(), shown), rows, lang.t("hours-empty"))}
    }
    .into_any()
}

/// All groups, over the whole time or in one part of it.
fn groups_of(ctx: &Ctx, shown: &Shown) -> AnyView {
    let lang = ctx.lang;
    let part = shown.parts.iter().position(|part| part.code == shown.part);
    let chosen: Vec<&Part> = match part.and_then(|at| shown.parts.get(at)) {
        Some(part) => vec![part],
        None => shown.parts.iter().collect(),
    };
    let cell = |group: &Group| part.and_then(|at| group.cells.get(at).cloned()).unwrap_or_else(|| group.total());
    let held = |group: &&Group| cell(group).persons > 0;
    let mut rows: Vec<AnyView> = shown
        .grid
        .groups
        .iter()
        .filter(held)
        .map(|group| {
            let words = called(lang, shown, group);
            let several = shown.parts.len() > 1;
            let title = match (shown.by, group.key) {
                (By::Patient, Some(key)) if shown.view == View::Caseload => {
                    let progress = routes::patient_progress(PersonId(key));
                    let weeks = address(shown, &[("group", &code(shown, group))]);
                    view! { <a class="nowrap" href=progress>{words}</a> " · " <a href=weeks>{lang.t("hours-weeks")}</a> }.into_any()
                }
                _ if several => view! { <a href=address(shown, &[("group", &code(shown, group))])>{words}</a> }.into_any(),
                _ => words.into_any(),
            };
            let patient = (shown.by == By::Patient).then_some(group.key).flatten().map(PersonId);
            let against = chosen.iter().map(|part| patient.map_or(0, |patient| target(shown, part, Some(patient)))).sum();
            row(lang, shown, title, &cell(group), against)
        })
        .collect();
    if !rows.is_empty() {
        rows.push(row(lang, shown, lang.t("hours-total").into_any(), &cell(&shown.grid.total), 0));
    }
    let caption = match part.and_then(|at| shown.parts.get(at)) {
        Some(part) => format!("{}, {}", shown.by.label(lang), name(lang, &part.code)),
        None => shown.by.label(lang).into_owned(),
    };
    view! {
        {part_links(lang, shown)}
        {table(caption, headers(lang, shown.by.label(lang).into_owned(), shown), rows, lang.t("hours-empty"))}
    }
    .into_any()
}

/// From the whole time to one week of it.
fn part_links(lang: Lang, shown: &Shown) -> AnyView {
    if shown.parts.len() < 2 {
        return ().into_any();
    }
    let link = |code: &str, words: String| {
        let current = (shown.part == code).then_some("page");
        let href = if code.is_empty() { address(shown, &[]) } else { address(shown, &[("part", code)]) };
        view! { <a href=href aria-current=current>{words}</a> " " }
    };
    let weeks = shown.parts.iter().map(|part| link(&part.code, name(lang, &part.code))).collect_view();
    view! { <p class="no-print">{link("", lang.t("hours-total").into_owned())} {weeks}</p> }.into_any()
}

/// What the figures mean, below them.
pub fn notes(lang: Lang, shown: &Shown) -> AnyView {
    let hidden = (shown.view == View::Aggregates).then(|| view! { <p class="sub">{lang.t("hours-hidden")}</p> });
    let rare = (shown.view == View::Aggregates && shown.by == By::Reason)
        .then(|| view! { <p class="sub">{lang.t("hours-rare")}</p> });
    let wing = (shown.by == By::Wing).then(|| view! { <p class="sub">{lang.t("hours-wing-now")}</p> });
    view! { <p class="sub">{lang.t("hours-definition")}</p> {hidden} {rare} {wing} }.into_any()
}

/// Headers and lines of the file.
pub fn lines(ctx: &Ctx, shown: &Shown) -> (Vec<String>, Vec<Vec<Value>>) {
    let lang = ctx.lang;
    let headers = [
        "hours-file-group",
        "hours-file-part",
        "hours-persons",
        "hours-file-planned",
        "hours-file-offered",
        "hours-file-attended",
        "hours-file-lost-custody",
        "hours-file-lost-health",
        "hours-file-lost-patient",
        "hours-file-open",
    ];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let total = lang.t("hours-total").into_owned();
    let line = |group: String, part: String, cell: &Cell| {
        let number = |minutes: i64| if cell.hidden { Value::from(HIDDEN) } else { Value::number(minutes) };
        let mut line = vec![Value::from(group), Value::from(part), number(cell.persons)];
        if shown.by == By::Reason {
            // What was booked and what was attended belongs to no reason.
            line.extend((0..3).map(|_| Value::from("")));
            line.extend([cell.hours.lost_custody, cell.hours.lost_health, cell.hours.lost_patient].map(number));
            line.push(Value::from(""));
        } else {
            line.extend(figures(cell).map(number));
        }
        line
    };
    let parts: Vec<String> =
        shown.parts.iter().map(|part| part.code.clone()).chain([shown.period.code.clone()]).collect();
    let mut rows = Vec::new();
    let groups = shown.grid.groups.iter().filter(|_| shown.by != By::Week);
    for group in groups {
        let words = called(lang, shown, group);
        rows.extend(parts.iter().zip(&group.cells).map(|(part, cell)| line(words.clone(), part.clone(), cell)));
    }
    rows.extend(parts.iter().zip(&shown.grid.total.cells).map(|(part, cell)| line(total.clone(), part.clone(), cell)));
    (headers, rows)
}
