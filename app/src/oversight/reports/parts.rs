//! The pieces of the pages of reports, and a report as lines of a file.

use leptos::prelude::*;

use super::model::{Body, Change, Report, Section, Unit};
use super::pages::DEPARTMENT;
use super::store::ReportLine;
use crate::access::Permission;
use crate::care::sessions::HealthReason;
use crate::custody::escorts::model::Presence;
use crate::i18n::Lang;
use crate::kit::export::Value;
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Field, Header, Tone, button, error_summary, export_links, facts, link_button_quiet, notice, pager, post_form,
    section, table, table_under_heading, tag,
};
use crate::oversight::hours::parts::{HIDDEN, reason};
use crate::oversight::hours::period::{Period, name};
use crate::routes;
use crate::web::Ctx;

pub fn list(
    ctx: &Ctx,
    query: &ListQuery,
    total: i64,
    lines: &[ReportLine],
    fields: &Fields,
    choices: &[Period],
) -> AnyView {
    let lang = ctx.lang;
    let headers =
        ["reports-number", "reports-kind", "reports-place", "reports-period", "reports-made-by", "reports-made-at"]
            .map(|key| Header::new(lang.t(key)))
            .to_vec();
    let rows = lines
        .iter()
        .map(|line| {
            let sign = format!("{}/{}", line.number, line.version_no);
            let place = line.facility.clone().unwrap_or_else(|| lang.t("hours-whose-department").into_owned());
            view! {
                <tr>
                    <th scope="row"><a href=routes::report(line.id)>{sign}</a></th>
                    <td>{line.kind.label(lang)}</td>
                    <td>{place}</td>
                    <td>{name(lang, &line.period)}</td>
                    <td>{line.made_by_name.clone()}</td>
                    <td>{lang.date_time(line.made_at, ctx.zone())}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        {error_summary(fields, lang)}
        <h1>{lang.t("reports-title")}</h1>
        <p class="lead">{lang.t("reports-lead")}</p>
        {ctx.may(Permission::ReportMake).then(|| ask(ctx, fields, choices))}
        {table(lang.t_with("reports-count", &[("n", total.into())]), headers, rows, lang.t("reports-empty"))}
        {pager(lang, query, total, routes::REPORTS)}
        {export_links(lang, routes::REPORTS)}
    }
    .into_any()
}

fn ask(ctx: &Ctx, fields: &Fields, choices: &[Period]) -> AnyView {
    let lang = ctx.lang;
    let periods = choices.iter().map(|period| (period.code.clone(), period.choice(lang))).collect();
    let places = ctx
        .actor
        .places
        .iter()
        .map(|place| (place.id.to_string(), place.name.clone()))
        .chain([(DEPARTMENT.to_owned(), lang.t("hours-whose-department").into_owned())])
        .collect();
    let body = view! {
        {Field::new(fields, lang, "period", lang.t("reports-period")).hint(lang.t("reports-period-hint")).select(periods, None)}
        {Field::new(fields, lang, "place", lang.t("reports-place")).select(places, None)}
        {button(lang.t("reports-ask"))}
    };
    section(lang.t("reports-ask-title"), post_form(routes::REPORTS.to_owned(), body.into_any()))
}

/// Number, version, who made it and when, and whether it is still what was given out.
pub fn seal(ctx: &Ctx, report: &Report) -> AnyView {
    let lang = ctx.lang;
    let named = |key: &str, value: AnyView| (lang.t(key).into_owned(), value);
    let genuine = if report.is_genuine() {
        tag(Tone::Ok, lang.t("reports-genuine"))
    } else {
        tag(Tone::Bad, lang.t("reports-altered"))
    };
    let compare = ctx.may(Permission::ReportMake).then(|| {
        let link = link_button_quiet(routes::report_compare(report.id), lang.t("reports-compare"));
        view! { <p class="actions no-print">{link}</p> }
    });
    view! {
        {facts(vec![
            named("reports-number", report.sign().into_any()),
            named("reports-made-by", report.made_by_name.clone().into_any()),
            named("reports-made-at", lang.date_time(report.made_at, ctx.zone()).into_any()),
            named("reports-seal", view! { <code>{report.seal()}</code> " " {genuine} }.into_any()),
        ])}
        {compare}
    }
    .into_any()
}

fn figure(lang: Lang, unit: Unit, figure: Option<i64>) -> String {
    match (figure, unit) {
        (None, _) => HIDDEN.to_owned(),
        (Some(minutes), Unit::Minutes) => lang.hours(minutes),
        (Some(number), Unit::Count) => number.to_string(),
    }
}

/// What a line of a section is called.
fn called(lang: Lang, section: &str, label: &str) -> String {
    match (section, label) {
        (_, "total") => lang.t("hours-total").into_owned(),
        ("provision", "target") => lang.t("reports-target").into_owned(),
        ("provision", code) => lang.code_label("oversight", code).into_owned(),
        ("reasons", code) => reason(lang, code),
        ("goals", level) => lang.code_label("reports-level", &level.replace('-', "m")).into_owned(),
        ("reviews", code) => lang.code_label("reports-review", code).into_owned(),
        ("presence", code) => match Presence::from_code(code) {
            Some(presence) => presence.label(lang).into_owned(),
            None => lang.t("reports-presence-not-said").into_owned(),
        },
        ("declines", code) => {
            HealthReason::from_code(code).map_or_else(|| code.to_owned(), |reason| reason.label(lang).into_owned())
        }
        ("programmes", "none") => lang.code_label("hours-none", "programme").into_owned(),
        _ => label.to_owned(),
    }
}

fn column(lang: Lang, code: &str) -> String {
    if code == "total" { lang.t("hours-total").into_owned() } else { name(lang, code) }
}

fn heading(lang: Lang, section: &Section) -> String {
    let words = lang.code_label("reports-section", &section.code);
    match section.unit {
        Unit::Minutes => format!("{words} ({})", lang.t("reports-unit-hours")),
        Unit::Count => words.into_owned(),
    }
}

pub fn sections(lang: Lang, body: &Body) -> AnyView {
    body.sections.iter().map(|held| one(lang, held)).collect_view().into_any()
}

fn one(lang: Lang, held: &Section) -> AnyView {
    let title = heading(lang, held);
    let mut headers = vec![Header::new(lang.t("reports-what"))];
    headers.extend(held.columns.iter().map(|code| Header::new(column(lang, code)).numeric()));
    let rows = held
        .lines
        .iter()
        .map(|line| {
            let cells: Vec<_> = line
                .figures
                .iter()
                .map(|held_figure| view! { <td class="n">{figure(lang, held.unit, *held_figure)}</td> })
                .collect();
            view! { <tr><th scope="row">{called(lang, &held.code, &line.label)}</th>{cells}</tr> }.into_any()
        })
        .collect();
    section(title.clone(), table_under_heading(title, headers, rows, ""))
}

/// What the words mean, for a reader who has never seen the program.
pub fn method(lang: Lang) -> AnyView {
    let items = [
        "reports-method-months",
        "reports-method-hours",
        "reports-method-loss",
        "reports-method-target",
        "reports-method-goals",
        "reports-method-reviews",
        "reports-method-hidden",
        "reports-method-versions",
    ]
    .into_iter()
    .map(|key| view! { <li>{lang.t(key)}</li> })
    .collect_view();
    section(lang.t("reports-method"), view! { <ul>{items}</ul> }.into_any())
}

fn changes_table(lang: Lang, changed: &[Change]) -> AnyView {
    let headers = vec![
        Header::new(lang.t("reports-what")),
        Header::new(lang.t("reports-period")),
        Header::new(lang.t("reports-before")).numeric(),
        Header::new(lang.t("reports-after")).numeric(),
    ];
    let rows = changed
        .iter()
        .map(|change| {
            let what = format!(
                "{}: {}",
                lang.code_label("reports-section", &change.section),
                called(lang, &change.section, &change.label)
            );
            view! {
                <tr>
                    <th scope="row">{what}</th>
                    <td>{column(lang, &change.column)}</td>
                    <td class="n">{figure(lang, change.unit, change.before)}</td>
                    <td class="n">{figure(lang, change.unit, change.after)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table(lang.t_with("reports-changes", &[("n", changed.len().into())]), headers, rows, lang.t("reports-changes-none"))
}

/// What this version says otherwise than the one before.
pub fn changed(lang: Lang, report: &Report, changed: &[Change]) -> AnyView {
    let words = lang.t_with("reports-changed", &[("n", (report.version_no - 1).into())]);
    section(words, changes_table(lang, changed))
}

pub fn compare(ctx: &Ctx, title: &str, latest: &Report, changed: &[Change]) -> AnyView {
    let lang = ctx.lang;
    let again = if changed.is_empty() {
        notice(Tone::Ok, lang.t("reports-changes-none"))
    } else {
        let form = post_form(routes::report_compare(latest.id), button(lang.t("reports-again")));
        view! { {changes_table(lang, changed)} <p>{lang.t("reports-again-hint")}</p> {form} }.into_any()
    };
    view! {
        <h1>{title.to_owned()}</h1>
        <p class="lead"><a href=routes::report(latest.id)>{format!("{} {}", lang.t("reports-number"), latest.sign())}</a></p>
        {again}
    }
    .into_any()
}

/// Headers and lines of the file: one figure a line.
pub fn lines(lang: Lang, report: &Report, place: &str, body: &Body) -> (Vec<String>, Vec<Vec<Value>>) {
    let headers =
        ["reports-number", "reports-place", "reports-section", "reports-what", "reports-period", "reports-file-figure"];
    let headers = headers.map(|key| lang.t(key).into_owned()).to_vec();
    let mut rows = Vec::new();
    for held in &body.sections {
        let words = match held.unit {
            Unit::Minutes => {
                format!("{} ({})", lang.code_label("reports-section", &held.code), lang.t("custody-hours-file-minutes"))
            }
            Unit::Count => lang.code_label("reports-section", &held.code).into_owned(),
        };
        for line in &held.lines {
            for (code, figure) in held.columns.iter().zip(&line.figures) {
                let period = match code.as_str() {
                    "total" => report.period.as_str(),
                    code => code,
                };
                rows.push(vec![
                    Value::from(report.sign()),
                    Value::from(place),
                    Value::from(&words),
                    Value::from(called(lang, &held.code, &line.label)),
                    Value::from(period),
                    figure.map_or_else(|| Value::from(HIDDEN), Value::number),
                ]);
            }
        }
    }
    (headers, rows)
}
