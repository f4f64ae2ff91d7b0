//! The pieces of the progress page.

use chrono::NaiveDate;
use chrono_tz::Tz;
use leptos::prelude::*;

use super::rules::{Became, Ladder, attainment, became, began, latest};
use super::store::{BookingRow, PlanRow};
use crate::care::plans::PlanStatus;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::{
    Header, HoursWeek, Tone, card, empty, hours_chart, ladder_chart, section, strip, table_under_heading, tag,
};
use crate::oversight::hours::WeekHours;
use crate::routes;

/// The plan in one line, and what the goals come to together.
pub fn lead(lang: Lang, patient: PersonId, plans: &[PlanRow], ladders: &[Ladder], zone: Tz) -> AnyView {
    let Some(plan) = latest(plans) else {
        return view! { <p class="lead">{lang.t("oversight-no-plan")}</p> }.into_any();
    };
    let since = began(plan, zone).map(|date| lang.date(date)).unwrap_or_default();
    let args = [("n", plan.version_no.into()), ("status", plan.status.label(lang).into()), ("since", since.into())];
    let review = plan.next_review_on.filter(|_| plan.status == PlanStatus::Active);
    let review =
        review.map(|date| format!(" · {}", lang.t_with("oversight-next-review", &[("date", lang.date(date).into())])));
    view! {
        <p class="lead">
            <a href=routes::patient_plan_version(patient, plan.version_no)>{lang.t_with("oversight-plan-line", &args)}</a>
            {review}
            {score(lang, ladders)}
        </p>
    }
    .into_any()
}

/// Goal attainment T at the start and now.
fn score(lang: Lang, ladders: &[Ladder]) -> Option<AnyView> {
    let found = attainment(ladders)?;
    let said = |key: &str, value: f64| lang.t_with(key, &[("t", lang.decimal(value, 1).into())]);
    let counted_alike = found.now.weights_set_aside.then(|| format!(" · {}", lang.t("plans-weights-set-aside")));
    Some(
        view! {
            {format!(" · {} ", said("oversight-t-start", found.baseline.value))}
            <b>{said("oversight-t-now", found.now.value)}</b>
            {counted_alike}
        }
        .into_any(),
    )
}

/// A ladder for each goal, those that have ended below.
pub fn goals(lang: Lang, plans: &[PlanRow], ladders: &[Ladder], zone: Tz) -> AnyView {
    if ladders.is_empty() {
        return card(lang.t("oversight-goals"), empty(lang.t("oversight-no-goals"), None));
    }
    // The first version is where the record begins and needs no mark.
    let marks: Vec<(NaiveDate, String)> = plans
        .iter()
        .skip(1)
        .filter_map(|plan| {
            Some((began(plan, zone)?, lang.t_with("oversight-plan-mark", &[("n", plan.version_no.into())])))
        })
        .collect();
    let picture = |ladder: &Ladder| {
        card(ladder.description.clone(), ladder_chart(lang, ladder.description.clone(), &ladder.points, &marks))
    };
    let (current, ended): (Vec<&Ladder>, Vec<&Ladder>) = ladders.iter().partition(|ladder| ladder.current);
    let ended = (!ended.is_empty()).then(|| {
        let pictures = ended.into_iter().map(picture).collect_view();
        section(lang.t("oversight-goals-ended"), pictures.into_any())
    });
    view! {
        <div class="cols even">{current.into_iter().map(picture).collect_view()}</div>
        {ended}
    }
    .into_any()
}

pub fn hours_card(lang: Lang, patient: PersonId, weeks: &[WeekHours], count: u32) -> AnyView {
    let columns: Vec<HoursWeek> = weeks
        .iter()
        .map(|held| HoursWeek { label: held.week.short(lang), parts: held.hours.parts(held.target) })
        .collect();
    let target = weeks.last().map_or(0, |held| held.target);
    let title = if target > 0 {
        lang.t_with("oversight-hours-against", &[("h", lang.hours(target).into())])
    } else {
        lang.t("oversight-hours-weekly").into_owned()
    };
    let ranges = [12_u32, 26, 52]
        .into_iter()
        .map(|offered| {
            let here = (offered == count).then_some("true");
            let label = lang.t_with("oversight-weeks", &[("n", offered.into())]);
            view! { <a href=format!("{}?weeks={offered}", routes::patient_progress(patient)) aria-current=here>{label}</a> " " }
        })
        .collect_view();
    card(title.clone(), view! { {hours_chart(lang, title, &columns)} <p class="no-print">{ranges}</p> }.into_any())
}

impl Became {
    const ALL: [Self; 5] = [Self::Attended, Self::LostToCustody, Self::LostToHealth, Self::LostToPatient, Self::Open];

    const fn words(self) -> &'static str {
        match self {
            Self::Attended => "oversight-became-attended",
            Self::LostToCustody => "kit-hours-custody",
            Self::LostToHealth => "kit-hours-health",
            Self::LostToPatient => "kit-hours-patient",
            Self::Open => "oversight-became-open",
        }
    }

    const fn tone(self) -> Tone {
        match self {
            Self::Attended => Tone::Ok,
            Self::LostToCustody => Tone::Bad,
            Self::LostToHealth => Tone::Plain,
            Self::LostToPatient => Tone::Warn,
            Self::Open => Tone::Calm,
        }
    }
}

/// A square for each booking, the latest at the right, with the same as a table.
pub fn attendance_card(lang: Lang, bookings: &[BookingRow], zone: Tz) -> AnyView {
    let title = lang.t("oversight-attendance");
    if bookings.is_empty() {
        return card(title, empty(lang.t("oversight-attendance-none"), None));
    }
    let day = |row: &BookingRow| (lang.date_time(row.starts_at, zone), became(row).tone(), words(lang, row));
    let squares = strip(title.clone(), bookings.iter().rev().map(day).collect());
    let key =
        Became::ALL.into_iter().map(|kind| view! { <li>{tag(kind.tone(), lang.t(kind.words()))}</li> }).collect_view();
    let headers = vec![
        Header::new(lang.t("kit-date")),
        Header::new(lang.t("oversight-state")),
        Header::new(lang.t("oversight-planned")).numeric(),
        Header::new(lang.t("oversight-attended")).numeric(),
    ];
    let rows = bookings.iter().map(|row| booking_row(lang, row, zone)).collect();
    let table = table_under_heading(title.clone(), headers, rows, "");
    card(
        title,
        view! {
            {squares}
            <ul class="key">{key}</ul>
            <details><summary>{lang.t("kit-chart-as-table")}</summary>{table}</details>
        }
        .into_any(),
    )
}

fn booking_row(lang: Lang, row: &BookingRow, zone: Tz) -> AnyView {
    let times = format!(
        "{} {}",
        lang.date(row.starts_at.with_timezone(&zone).date_naive()),
        lang.times(row.starts_at, row.ends_at, zone)
    );
    let minutes = |minutes: i32| lang.hours(i64::from(minutes));
    view! {
        <tr>
            <td><a href=routes::session(row.slot_id)>{times}</a></td>
            <td>{tag(became(row).tone(), words(lang, row))}</td>
            <td class="n">{minutes(row.planned_minutes)}</td>
            <td class="n">{minutes(row.minutes.unwrap_or(0))}</td>
        </tr>
    }
    .into_any()
}

/// Care's word where there is one, else custody's, else where the booking stands.
fn words(lang: Lang, row: &BookingRow) -> String {
    match (row.attendance, row.custody_reason) {
        _ if !row.status.is_live() => {
            let side = row.cancel_side.map(|side| side.label(lang).into_owned());
            [Some(row.status.label(lang).into_owned()), side].into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        (Some(attendance), _) => attendance.label(lang).into_owned(),
        (None, Some(reason)) => format!("{} · {}", row.movement.label(lang), reason.label(lang)),
        (None, None) => row.status.label(lang).into_owned(),
    }
}
