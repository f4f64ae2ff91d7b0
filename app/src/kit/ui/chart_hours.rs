//! Hours of structured activity: what was attended, and what was lost to whom, against the target. As a small bar in a row and
//! as a picture of many weeks.

use leptos::prelude::*;

use super::chart::{at, with_table};
use super::parts::empty;
use super::table::Header;
use crate::i18n::Lang;

/// Minutes of one person or unit in one period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HoursParts {
    pub attended: i64,
    pub custody: i64,
    pub health: i64,
    pub patient: i64,
    /// None is set where this is 0.
    pub target: i64,
}

/// One column of [`hours_chart`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursWeek {
    pub label: String,
    pub parts: HoursParts,
}

/// The parts in the order in which they are stacked, as class in the style sheet and as key of the words.
pub(super) const PARTS: [(&str, &str); 4] = [
    ("attended", "kit-hours-attended"),
    ("custody", "kit-hours-custody"),
    ("health", "kit-hours-health"),
    ("patient", "kit-hours-patient"),
];

impl HoursParts {
    pub(super) fn minutes(self) -> [i64; 4] {
        [self.attended, self.custody, self.health, self.patient].map(|minutes| minutes.max(0))
    }

    fn total(self) -> i64 {
        self.minutes().into_iter().sum()
    }

    /// What was not attended and will not be.
    pub(super) fn lost(self) -> i64 {
        self.total() - self.attended.max(0)
    }

    /// The class of the part in which most was lost; `None` where nothing was.
    pub(super) fn largest_loss(self) -> Option<&'static str> {
        let lost = PARTS.iter().zip(self.minutes()).skip(1).filter(|(_, minutes)| *minutes > 0);
        lost.max_by_key(|(_, minutes)| *minutes).map(|((class, _), _)| *class)
    }

    /// What the full length of a bar stands for.
    pub(super) fn reach(self) -> i64 {
        self.total().max(self.target).max(1)
    }

    /// Everything in words: what a screen reader gets instead of the bar.
    pub(super) fn words(self, lang: Lang) -> String {
        let mut words: Vec<String> = PARTS
            .iter()
            .zip(self.minutes())
            .filter(|((class, _), minutes)| *class == "attended" || *minutes > 0)
            .map(|((_, key), minutes)| format!("{} {} h", lang.t(key), lang.hours(minutes)))
            .collect();
        if self.target > 0 {
            words.push(format!("{} {} h", lang.t("kit-hours-target"), lang.hours(self.target)));
        }
        words.join(", ")
    }
}

/// Minutes as a length, when `reach` minutes are `length` long.
pub(super) fn scaled(minutes: i64, reach: i64, length: f64) -> f64 {
    let part = |minutes: i64| f64::from(i32::try_from(minutes).unwrap_or(i32::MAX));
    length * part(minutes) / part(reach.max(1))
}

/// The lengths of the four parts, each with its class and where it begins.
pub(super) fn stacked(parts: HoursParts, reach: i64, length: f64) -> impl Iterator<Item = (&'static str, f64, f64)> {
    let mut begin = 0.0;
    PARTS.iter().zip(parts.minutes()).filter(|(_, minutes)| *minutes > 0).map(move |((class, _), minutes)| {
        let (from, long) = (begin, scaled(minutes, reach, length));
        begin += long;
        (*class, from, long)
    })
}

/// A small bar with the hours attended, of the target where there is one.
#[must_use]
pub fn hours_bar(lang: Lang, parts: &HoursParts) -> AnyView {
    let reach = parts.reach();
    let bars = stacked(*parts, reach, 100.0)
        .map(|(class, from, long)| view! { <rect class=class x=at(from) y="0" width=at(long) height="10"></rect> })
        .collect_view();
    // Where more was offered than the target asks, the target is a line in the bar.
    let target = (parts.target > 0 && parts.target < reach).then(|| {
        let x = at(scaled(parts.target, reach, 100.0));
        view! { <line class="target" x1=x.clone() x2=x y1="0" y2="10"></line> }
    });
    let text = if parts.target > 0 {
        let args = [("attended", lang.hours(parts.attended).into()), ("target", lang.hours(parts.target).into())];
        lang.t_with("kit-hours-of", &args)
    } else {
        format!("{} h", lang.hours(parts.attended))
    };
    view! {
        <span class="hours-bar">
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
                <title>{parts.words(lang)}</title>
                <rect class="rest" x="0" y="0" width="100" height="10"></rect>
                {bars}
                {target}
            </svg>
            <span class="hours-text">{text}</span>
        </span>
    }
    .into_any()
}

/// What the colours of the bars mean; once on a page that has bars.
#[must_use]
pub fn hours_key(lang: Lang) -> AnyView {
    let items = PARTS
        .iter()
        .map(|(class, key)| view! { <li><i class=format!("swatch {class}")></i>{lang.t(key)}</li> })
        .collect_view();
    view! { <ul class="key">{items}</ul> }.into_any()
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 222.0;
const LEFT: f64 = 56.0;
const RIGHT: f64 = 632.0;
const TOP: f64 = 18.0;
const BOTTOM: f64 = 190.0;

/// Weeks side by side, each a stack of its parts, with the target as a line across.
#[must_use]
pub fn hours_chart(lang: Lang, title: impl Into<String>, weeks: &[HoursWeek]) -> AnyView {
    let title = title.into();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return empty(lang.t("kit-chart-nothing"), None);
    };
    let reach = weeks.iter().map(|week| week.parts.reach()).max().unwrap_or(1);
    let width = (RIGHT - LEFT) / scaled(i64::try_from(weeks.len()).unwrap_or(1), 1, 1.0);
    let description = lang.t_with(
        "kit-chart-hours",
        &[
            ("n", weeks.len().into()),
            ("from", first.label.as_str().into()),
            ("first", first.parts.words(lang).into()),
            ("to", last.label.as_str().into()),
            ("last", last.parts.words(lang).into()),
        ],
    );
    // More words than eight would run into each other.
    let every = weeks.len().div_ceil(8);
    let columns = weeks
        .iter()
        .enumerate()
        .zip(std::iter::successors(Some(LEFT), |x| Some(x + width)))
        .map(|((index, week), x)| column(lang, week, x, width, reach, index % every == 0))
        .collect_view();
    let picture = view! {
        <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img">
            <title>{title.clone()}</title>
            <desc>{description}</desc>
            <line class="rung" x1=at(LEFT) x2=at(RIGHT) y1=at(BOTTOM) y2=at(BOTTOM)></line>
            <text class="left" x=at(LEFT - 8.0) y=at(BOTTOM + 4.0)>"0"</text>
            {columns}
            {target_label(lang, weeks, reach)}
        </svg>
    };
    let pictures = view! { {picture} {hours_key(lang)} };
    with_table(lang, title, pictures.into_any(), table_headers(lang), table_rows(lang, weeks))
}

fn column(lang: Lang, week: &HoursWeek, x: f64, width: f64, reach: i64, labelled: bool) -> AnyView {
    let thickness = (width * 0.64).min(44.0);
    let left = x + (width - thickness) / 2.0;
    let bars = stacked(week.parts, reach, BOTTOM - TOP)
        .map(|(class, from, long)| {
            view! { <rect class=class x=at(left) y=at(BOTTOM - from - long) width=at(thickness) height=at(long)></rect> }
        })
        .collect_view();
    // Ten lengths each, five of them drawn, so that the dashes run on into the next column.
    let target = (week.parts.target > 0).then(|| {
        let y = at(BOTTOM - scaled(week.parts.target, reach, BOTTOM - TOP));
        view! { <line class="target" x1=at(x) x2=at(x + width) y1=y.clone() y2=y pathLength="10"></line> }
    });
    let label = labelled
        .then(|| view! { <text class="middle" x=at(x + width / 2.0) y=at(BOTTOM + 24.0)>{week.label.clone()}</text> });
    let told = format!("{}: {}", week.label, week.parts.words(lang));
    view! { <g><title>{told}</title>{bars}{target}{label}</g> }.into_any()
}

/// The target's height in hours, at the left of its line; the top of the scale where there is no target.
fn target_label(lang: Lang, weeks: &[HoursWeek], reach: i64) -> AnyView {
    let target = weeks.iter().map(|week| week.parts.target).find(|target| *target > 0).unwrap_or(reach);
    let y = BOTTOM - scaled(target, reach, BOTTOM - TOP);
    view! { <text class="left" x=at(LEFT - 8.0) y=at(y + 4.0)>{format!("{} h", lang.hours(target))}</text> }.into_any()
}

fn table_headers(lang: Lang) -> Vec<Header> {
    let parts =
        PARTS.iter().map(|(_, key)| *key).chain(["kit-hours-target"]).map(|key| Header::new(lang.t(key)).numeric());
    std::iter::once(Header::new(lang.t("kit-week"))).chain(parts).collect()
}

fn table_rows(lang: Lang, weeks: &[HoursWeek]) -> Vec<AnyView> {
    weeks
        .iter()
        .map(|week| {
            let cells = week.parts.minutes().into_iter().chain([week.parts.target]);
            let cells = cells.map(|minutes| view! { <td class="n">{lang.hours(minutes)}</td> }).collect_view();
            view! { <tr><th scope="row">{week.label.clone()}</th>{cells}</tr> }.into_any()
        })
        .collect()
}
