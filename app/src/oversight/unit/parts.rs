//! The pieces of the unit's page.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use leptos::prelude::*;

use super::asked::{Asked, List};
use super::pages::LATE;
use super::store::{CaseloadRow, CosignRow, ReviewRow, UnsignedRow, WaitingRow};
use crate::access::Permission;
use crate::i18n::Lang;
use crate::kit::ids::UserId;
use crate::kit::page::ListQuery;
use crate::kit::ui::{
    Header, HoursWeek, Tone, card, facts, hours_bar, link_button_quiet, pager, table, table_under_heading, tag,
};
use crate::oversight::hours::{Hours, PatientWeek, Week, WeekHours};
use crate::routes;
use crate::web::Ctx;

/// The week in one line of figures, and what is late.
pub fn summary(lang: Lang, hours: Hours, caseloads: &[CaseloadRow], unsigned: &[UnsignedRow]) -> AnyView {
    let figure = |minutes: i64| view! { {format!("{} h", lang.hours(minutes))} }.into_any();
    let late_reviews: i64 = caseloads.iter().map(|row| row.reviews_late).sum();
    let late_notes: i64 = unsigned.iter().map(|row| row.late).sum();
    let count = |n: i64| if n == 0 { tag(Tone::Ok, "0") } else { tag(Tone::Bad, n.to_string()) };
    let named = |key: &str, value: AnyView| (lang.t(key).into_owned(), value);
    facts(vec![
        named("oversight-planned", figure(hours.planned)),
        named("oversight-offered", figure(hours.offered)),
        named("oversight-attended", figure(hours.attended)),
        named("oversight-lost-custody", figure(hours.lost_custody)),
        named("oversight-lost-health", figure(hours.lost_health)),
        named("oversight-lost-patient", figure(hours.lost_patient)),
        named("oversight-open", figure(hours.open())),
        named("oversight-reviews-late", count(late_reviews)),
        named("oversight-notes-late", count(late_notes)),
    ])
}

/// The weeks as columns of a picture.
pub fn columns(lang: Lang, weeks: &[WeekHours]) -> Vec<HoursWeek> {
    weeks.iter().map(|held| HoursWeek { label: held.week.short(lang), parts: held.hours.parts(held.target) }).collect()
}

/// The page of another week, under the same filters.
fn of_week(asked: &Asked, week: Week) -> String {
    let filters = asked.filters();
    let rest = if filters.is_empty() { filters } else { format!("&{filters}") };
    format!("{}?week={}{rest}", routes::UNIT, week.code())
}

pub fn week_switch(lang: Lang, week: Week, this_week: Week, zone: Tz, asked: &Asked) -> AnyView {
    let address = |week: Week| of_week(asked, week);
    let forward = (week.monday < this_week.monday).then(|| {
        view! {
            {link_button_quiet(address(week.plus(1, zone)), lang.t("oversight-week-next"))}
            {link_button_quiet(asked.address(None), lang.t("oversight-week-this"))}
        }
    });
    view! {
        <p class="actions no-print">
            {link_button_quiet(address(week.plus(-1, zone)), lang.t("oversight-week-previous"))}
            {forward}
        </p>
    }
    .into_any()
}

/// Each patient's hours of the week: the number leads to the patient's progress.
pub fn week_list(
    ctx: &Ctx,
    week: Week,
    patients: &[PatientWeek],
    query: &ListQuery,
    total: i64,
    asked: &Asked,
) -> AnyView {
    let lang = ctx.lang;
    let base = of_week(asked, week);
    let headers = vec![
        if ctx.sees_names() {
            Header::new(lang.t("oversight-patient")).sortable("number", query, &base)
        } else {
            Header::new(lang.t("oversight-patient"))
        },
        Header::new(lang.t("oversight-practitioner")).sortable("lead", query, &base),
        Header::new(lang.t("oversight-hours")).sortable("share", query, &base),
        Header::new(lang.t("oversight-planned")).numeric(),
        Header::new(lang.t("oversight-lost-custody")).numeric().sortable("custody", query, &base),
    ];
    let rows = patients.iter().map(|patient| week_row(ctx, patient)).collect();
    let title = lang.t_with("oversight-week-list", &[("n", week.number.into())]);
    view! {
        {table(title, headers, rows, lang.t("oversight-no-patients"))}
        {pager(lang, query, total, &base)}
    }
    .into_any()
}

fn week_row(ctx: &Ctx, patient: &PatientWeek) -> AnyView {
    let lang = ctx.lang;
    let hours = patient.hours();
    view! {
        <tr>
            <td class="nowrap"><a href=routes::patient_progress(patient.person_id)>{patient.number.shown(ctx, patient.person_id)}</a></td>
            <td>{patient.lead.clone()}</td>
            <td>{hours_bar(lang, &hours.parts(patient.target))}</td>
            <td class="n">{lang.hours(hours.planned)}</td>
            <td class="n">{lang.hours(hours.lost_custody)}</td>
        </tr>
    }
    .into_any()
}

/// The reviews that cannot wait, and the way to all of them.
pub fn reviews_card(ctx: &Ctx, reviews: &[ReviewRow], caseloads: &[CaseloadRow], all_of_them: String) -> AnyView {
    let (lang, today) = (ctx.lang, ctx.today());
    let items: Vec<AnyView> = reviews
        .iter()
        .map(|review| {
            view! {
                <li>
                    <span>
                        <a href=routes::patient_progress(review.person_id)>{review.number.shown(ctx, review.person_id)}</a>
                        <span class="sub">{review.lead.clone()}</span>
                    </span>
                    {due(lang, today, review.next_review_on)}
                </li>
            }
            .into_any()
        })
        .collect();
    let total: i64 = caseloads.iter().map(|row| row.reviews_due + row.reviews_late).sum();
    let body = if items.is_empty() {
        view! { <p class="empty">{lang.t("oversight-reviews-none")}</p> }.into_any()
    } else {
        let all = lang.t_with("oversight-reviews-all", &[("n", total.into())]);
        view! { <ul class="todo">{items}</ul><p><a href=all_of_them>{all}</a></p> }.into_any()
    };
    card(lang.t("oversight-reviews"), body)
}

pub fn reviews_table(ctx: &Ctx, reviews: &[ReviewRow]) -> AnyView {
    let (lang, today) = (ctx.lang, ctx.today());
    let headers = vec![
        Header::new(lang.t("oversight-patient")),
        Header::new(lang.t("oversight-practitioner")),
        Header::new(lang.t("oversight-review-on")),
        Header::new(lang.t("oversight-state")),
    ];
    let rows = reviews
        .iter()
        .map(|review| {
            view! {
                <tr>
                    <td class="nowrap"><a href=routes::patient_progress(review.person_id)>{review.number.shown(ctx, review.person_id)}</a></td>
                    <td>{review.lead.clone()}</td>
                    <td>{lang.date(review.next_review_on)}</td>
                    <td>{due(lang, today, review.next_review_on)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(lang.t("oversight-reviews"), headers, rows, lang.t("oversight-reviews-none"))
}

/// How late a review is, or how soon it is due.
pub fn due(lang: Lang, today: NaiveDate, on: NaiveDate) -> AnyView {
    let days = (on - today).num_days();
    match days {
        ..0 => tag(Tone::Bad, lang.t_with("oversight-late-days", &[("n", (-days).into())])),
        0 => tag(Tone::Warn, lang.t("oversight-due-today")),
        _ => tag(Tone::Calm, lang.t_with("oversight-due-days", &[("n", days.into())])),
    }
}

/// One practitioner's patients and what waits for a signature; either may be missing.
type Duties<'a> = (Option<&'a CaseloadRow>, Option<&'a UnsignedRow>, i64);

/// Each practitioner's caseload, with the notes that wait for a signature.
pub fn caseload_table(
    lang: Lang,
    now: DateTime<Utc>,
    caseloads: &[CaseloadRow],
    unsigned: &[UnsignedRow],
    to_cosign: &[CosignRow],
    asked: &Asked,
) -> AnyView {
    let mut people: BTreeMap<(&str, UserId), Duties<'_>> = BTreeMap::new();
    for row in caseloads {
        people.entry((&row.lead, row.lead_id)).or_default().0 = Some(row);
    }
    for row in unsigned {
        people.entry((&row.lead, row.lead_id)).or_default().1 = Some(row);
    }
    for row in to_cosign {
        people.entry((&row.lead, row.lead_id)).or_default().2 = row.notes;
    }
    let rows =
        people.into_iter().map(|((name, id), duties)| caseload_row(lang, now, (name, id), duties, asked)).collect();
    let numeric = |key: &str| Header::new(lang.t(key)).numeric();
    let headers = vec![
        Header::new(lang.t("oversight-practitioner")),
        numeric("oversight-patients"),
        numeric("oversight-without-plan"),
        numeric("oversight-reviews-due"),
        numeric("oversight-reviews-late"),
        numeric("oversight-notes-unsigned"),
        numeric("oversight-notes-late"),
        numeric("unit-to-cosign"),
        Header::new(lang.t("oversight-notes-oldest")),
    ];
    card(
        lang.t("oversight-caseloads"),
        table_under_heading(lang.t("oversight-caseloads"), headers, rows, lang.t("oversight-no-patients")),
    )
}

fn caseload_row(
    lang: Lang,
    now: DateTime<Utc>,
    (name, id): (&str, UserId),
    (caseload, notes, to_cosign): Duties<'_>,
    asked: &Asked,
) -> AnyView {
    let own = Asked { lead: id.to_string(), ..asked.clone() };
    let of = |figure: fn(&CaseloadRow) -> i64| caseload.map_or(0, figure);
    let (unsigned, late) = notes.map_or((0, 0), |row| (row.sessions, row.late));
    let oldest = notes.map(|row| age(lang, now, row.oldest));
    view! {
        <tr>
            <th scope="row"><a href=own.address(None)>{name.to_owned()}</a></th>
            <td class="n">{of(|row| row.patients)}</td>
            <td class="n">{of(|row| row.patients - row.with_plan)}</td>
            <td class="n">{of(|row| row.reviews_due)}</td>
            <td class="n">{of(|row| row.reviews_late)}</td>
            <td class="n">{if unsigned > 0 { view! { <a href=own.address(Some(List::Notes))>{unsigned}</a> }.into_any() } else { 0.into_any() }}</td>
            <td class="n">{late}</td>
            <td class="n">{to_cosign}</td>
            <td>{oldest}</td>
        </tr>
    }
    .into_any()
}

/// The sessions whose notes wait, with the way to each for those who may read it.
pub fn waiting_table(ctx: &Ctx, waiting: &[WaitingRow]) -> AnyView {
    let (lang, zone) = (ctx.lang, ctx.zone());
    let headers = vec![
        Header::new(lang.t("unit-session")),
        Header::new(lang.t("oversight-practitioner")),
        Header::new(lang.t("oversight-patients")).numeric(),
        Header::new(lang.t("oversight-state")),
    ];
    let rows = waiting
        .iter()
        .map(|row| {
            let when = lang.date_time(row.starts_at, zone);
            let session = if ctx.may(Permission::SessionRead) {
                view! { <a href=routes::session(row.id)>{when}</a> }.into_any()
            } else {
                when.into_any()
            };
            view! {
                <tr>
                    <td class="nowrap">{session}</td>
                    <td>{row.lead.clone()}</td>
                    <td class="n">{row.people}</td>
                    <td>{age(lang, ctx.now(), row.ends_at)}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    table_under_heading(lang.t("unit-list-notes"), headers, rows, lang.t("unit-notes-none"))
}

/// How long something has waited for its signature.
fn age(lang: Lang, now: DateTime<Utc>, since: DateTime<Utc>) -> AnyView {
    let days = (now - since).num_days();
    if now - since > LATE {
        tag(Tone::Bad, lang.t_with("oversight-days-ago", &[("n", days.max(1).into())]))
    } else {
        tag(Tone::Calm, lang.t("oversight-today"))
    }
}
