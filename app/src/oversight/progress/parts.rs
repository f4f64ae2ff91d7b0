//! The pieces of the progress page.

use chrono_tz::Tz;
use leptos::prelude::*;

use super::pages::{Story, TakingPart};
use super::period::Period;
use super::rules::{Ladder, began, latest, showed};
use super::store::{EvidenceRow, PlanRow, ReviewRow};
use crate::care::measures::definition::Definition;
use crate::care::measures::library::Catalogue;
use crate::care::measures::model::{Taken, number};
use crate::care::plans::PlanStatus;
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::{
    Evidence, Field, Mark, MarkKind, MeasurePoint, MeasureScale, RatedPoint, Timeline, TimelineWeek, button_quiet,
    card, empty, get_form, hidden, hours_key, section, timeline_key,
};
use crate::routes;

/// The plan in one line.
pub fn lead(lang: Lang, patient: PersonId, plans: &[PlanRow], zone: Tz) -> AnyView {
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
        </p>
    }
    .into_any()
}

/// Versions of the plan and reviews: the marks that stand in every picture. The first version is where the record begins.
pub fn marks(lang: Lang, plans: &[PlanRow], reviews: &[ReviewRow], zone: Tz) -> Vec<Mark> {
    let plans = plans.iter().filter_map(|plan| {
        let label = lang.t_with("oversight-plan-mark", &[("n", plan.version_no.into())]);
        Some(Mark { date: began(plan, zone)?, kind: MarkKind::Plan, words: label.clone(), label })
    });
    let reviews = reviews.iter().map(|review| Mark {
        date: review.held_on,
        kind: MarkKind::Review,
        label: String::new(),
        words: format!("{}: {}", lang.t("progress-review"), review.plan_fate.label(lang)),
    });
    plans.chain(reviews).collect()
}

/// What stands at the head of a report: of which days it tells.
pub fn report_head(lang: Lang, patient: PersonId, period: &Period) -> AnyView {
    let axis = period.axis;
    let told = lang.t_with(
        "progress-report-of",
        &[("from", lang.date(axis.first()).into()), ("to", lang.date(axis.last()).into())],
    );
    let back = routes::patient_progress(patient);
    view! {
        <p class="period"><b>{told}</b></p>
        <p class="no-print sub">{lang.t("progress-report-hint")}" "<a href=back>{lang.t("progress-back")}</a></p>
    }
    .into_any()
}

/// From one day to another or so many weeks, and the report of them in a language.
pub fn chooser(lang: Lang, patient: PersonId, period: &Period) -> AnyView {
    let base = routes::patient_progress(patient);
    let quick = [12_u32, 26, 52]
        .into_iter()
        .map(|weeks| {
            let here = (usize::try_from(weeks).ok() == Some(period.weeks.len())).then_some("true");
            let label = lang.t_with("oversight-weeks", &[("n", weeks.into())]);
            view! { <a href=format!("{base}?weeks={weeks}") aria-current=here>{label}</a> " " }
        })
        .collect_view();
    let field = |name: &'static str, key: &str| Field::new(&period.fields, lang, name, lang.t(key));
    let dates = view! {
        {field("from", "oversight-from").date()}
        {field("to", "oversight-to").date()}
        {button_quiet(lang.t("oversight-show"))}
        <span class="quick">{quick}</span>
    };
    let languages = Lang::ALL.map(|one| (one.code().to_owned(), one.own_name().to_owned())).to_vec();
    let chosen = period.fields.clone().with("lang", lang.code());
    let report = view! {
        {hidden("from", period.axis.first().to_string())}
        {hidden("to", period.axis.last().to_string())}
        {Field::new(&chosen, lang, "lang", lang.t("progress-report-language")).select(languages, None)}
        {button_quiet(lang.t("progress-report"))}
    };
    view! {
        <div class="chooser">
            {get_form(base, dates.into_any())}
            {get_form(routes::patient_progress_report(patient), report.into_any())}
        </div>
    }
    .into_any()
}

/// What lines, signs and patterns mean, once for all pictures.
pub fn key(lang: Lang, story: &Story) -> AnyView {
    if story.marks.is_empty() {
        return ().into_any();
    }
    timeline_key(lang.t("progress-key-plan").into_owned(), lang.t("progress-review").into_owned())
}

/// A ladder for each goal, those that have ended below.
pub fn goals(timeline: &Timeline<'_>, ladders: &[Ladder], evidence: &[EvidenceRow], zone: Tz) -> AnyView {
    let lang = timeline.lang;
    if ladders.is_empty() {
        return card(lang.t("oversight-goals"), empty(lang.t("oversight-no-goals"), None));
    }
    let picture = |ladder: &Ladder| {
        let points: Vec<RatedPoint> = ladder
            .points
            .iter()
            .map(|(point, session)| RatedPoint { point: *point, href: session.map(routes::session) })
            .collect();
        let seen: Vec<Evidence> = evidence
            .iter()
            .filter(|row| row.thread_id == ladder.thread)
            .map(|row| Evidence {
                date: row.starts_at.with_timezone(&zone).date_naive(),
                showed: showed(row.progress),
                words: row.progress.label(lang).into_owned(),
                href: Some(routes::session(row.session_id)),
            })
            .collect();
        card(ladder.description.clone(), timeline.ladder(&ladder.description, &points, &seen))
    };
    let (current, ended): (Vec<&Ladder>, Vec<&Ladder>) = ladders.iter().partition(|ladder| ladder.current);
    let key = (!evidence.is_empty()).then(|| view! { <p class="sub">{lang.t("progress-evidence-key")}</p> });
    let ended = (!ended.is_empty())
        .then(|| section(lang.t("oversight-goals-ended"), ended.into_iter().map(picture).collect_view().into_any()));
    view! { {key} {current.into_iter().map(picture).collect_view()} {ended} }.into_any()
}

/// A line for each measure that was ever taken.
pub fn measures(timeline: &Timeline<'_>, catalogue: &Catalogue, taken: &[Taken]) -> AnyView {
    taken
        .chunk_by(|a, b| a.measure_code == b.measure_code)
        .filter_map(|results| Some(measure(timeline, catalogue.find(&results.first()?.measure_code)?, results)))
        .collect_view()
        .into_any()
}

fn measure(timeline: &Timeline<'_>, definition: &Definition, results: &[Taken]) -> AnyView {
    let lang = timeline.lang;
    let points: Vec<MeasurePoint> =
        results.iter().map(|taken| MeasurePoint { date: taken.taken_on, score: number(taken.score_milli) }).collect();
    // Within this band around the first score nothing has changed that matters.
    let first = results.first().map_or(0.0, |taken| number(taken.score_milli));
    let band = definition.matters.map(|matters| (first - f64::from(matters), first + f64::from(matters)));
    let (least, most) = (f64::from(definition.least), f64::from(definition.most));
    let scale = MeasureScale { least, most, band, places: definition.places };
    let title = definition.title(lang).to_owned();
    let matters = definition.matters.map(|matters| {
        view! { <p class="sub">{lang.t_with("progress-band", &[("n", matters.into())])}</p> }
    });
    card(title.clone(), view! { {timeline.measure(&title, scale, &points)} {matters} }.into_any())
}

/// The hours of each week, and attendance by day.
pub fn taking_part(timeline: &Timeline<'_>, part: &TakingPart) -> AnyView {
    let lang = timeline.lang;
    let weeks: Vec<TimelineWeek> = part
        .weeks
        .iter()
        .map(|held| TimelineWeek {
            monday: held.week.monday,
            label: held.week.short(lang),
            parts: held.hours.parts(held.target),
        })
        .collect();
    let title = lang.t("oversight-hours-weekly");
    let attendance = lang.t("oversight-attendance");
    let hours = view! { {timeline.hours(&title, &weeks)} {hours_key(lang)} };
    let heat = view! { {timeline.heat(&attendance, &part.days, &weeks)} {heat_key(lang)} };
    view! { {card(title.clone(), hours.into_any())} {card(attendance.clone(), heat.into_any())} }.into_any()
}

/// What the squares of the strip say.
fn heat_key(lang: Lang) -> AnyView {
    let squares = [
        ("heat heat-1", "progress-heat-some"),
        ("heat heat-4", "progress-heat-all"),
        ("heat-open", "oversight-became-open"),
    ];
    let items = squares
        .into_iter()
        .map(|(class, key)| {
            view! {
                <li>
                    <svg viewBox="0 0 14 14" aria-hidden="true"><rect class=class x="1" y="1" width="12" height="12"></rect></svg>
                    {lang.t(key)}
                </li>
            }
        })
        .collect_view();
    view! { <ul class="key timeline-key">{items}</ul> <p class="sub">{lang.t("progress-heat-hint")}</p> }.into_any()
}
