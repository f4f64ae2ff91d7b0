//! Lines over time, drawn on the server as SVG: a goal's ladder and a measure's scores. Colours come from the style sheet by
//! class; each picture has a title, a description in words and the same data as a table beside it.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::parts::empty;
use super::table::{Header, table_under_heading};
use crate::i18n::Lang;

/// Width and height in the picture's own units; the page scales it.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 194.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 628.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 158.0;
/// On a phone, where the words of a picture are largest.
const WIDEST_LETTER: f64 = 11.0;

/// Where a goal stood on a day, from −2 (much less than expected) to 2 (much better).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LadderPoint {
    pub date: NaiveDate,
    pub level: i32,
}

/// A score on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasurePoint {
    pub date: NaiveDate,
    pub score: f64,
}

/// What a measure's scores lie between, and the band that matters, such as what is no real change from the first score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MeasureScale {
    pub least: f64,
    pub most: f64,
    pub band: Option<(f64, f64)>,
    /// Digits after the decimal mark.
    pub places: usize,
}

/// Attainment of one goal over time. Marks are days to know of, such as a new plan version. The band is what was expected.
#[must_use]
pub fn ladder_chart(
    lang: Lang,
    title: impl Into<String>,
    points: &[LadderPoint],
    marks: &[(NaiveDate, String)],
) -> AnyView {
    let scale = MeasureScale { least: -2.0, most: 2.0, band: Some((-0.5, 0.5)), places: 0 };
    let rungs: Vec<(f64, String)> = (-2..=2).map(|level| (f64::from(level), signed(level))).collect();
    let spots: Vec<Spot> = points
        .iter()
        .map(|point| Spot { date: point.date, height: f64::from(point.level), words: level_words(lang, point.level) })
        .collect();
    line_chart(lang, title.into(), lang.t("kit-chart-level").into_owned(), scale, &rungs, &spots, marks)
}

/// Scores of one measure over time.
#[must_use]
pub fn measure_chart(
    lang: Lang,
    title: impl Into<String>,
    scale: MeasureScale,
    points: &[MeasurePoint],
    marks: &[(NaiveDate, String)],
) -> AnyView {
    let middle = f64::midpoint(scale.least, scale.most);
    let rungs: Vec<(f64, String)> =
        [scale.least, middle, scale.most].into_iter().map(|score| (score, lang.decimal(score, scale.places))).collect();
    let spots: Vec<Spot> = points
        .iter()
        .map(|point| Spot { date: point.date, height: point.score, words: lang.decimal(point.score, scale.places) })
        .collect();
    line_chart(lang, title.into(), lang.t("kit-chart-score").into_owned(), scale, &rungs, &spots, marks)
}

/// A level with its sign: −2, 0, +1.
pub(super) fn signed(level: i32) -> String {
    match level {
        0 => "0".to_owned(),
        1.. => format!("+{level}"),
        _ => format!("−{}", level.unsigned_abs()),
    }
}

pub(super) fn level_words(lang: Lang, level: i32) -> String {
    let key = match level {
        ..=-2 => "kit-level-much-less",
        -1 => "kit-level-less",
        0 => "kit-level-expected",
        1 => "kit-level-better",
        2.. => "kit-level-much-better",
    };
    format!("{} {}", signed(level), lang.t(key))
}

/// A point of a line: how high it lies, and how it is said.
struct Spot {
    date: NaiveDate,
    height: f64,
    words: String,
}

/// From days and scores to the picture's units.
#[derive(Clone, Copy)]
struct Plane {
    first: NaiveDate,
    days: f64,
    scale: MeasureScale,
}

impl Plane {
    /// Over all points; marks before the first point or after the last are not drawn.
    fn over(spots: &[Spot], scale: MeasureScale) -> Option<Self> {
        let first = spots.iter().map(|spot| spot.date).min()?;
        let last = spots.iter().map(|spot| spot.date).max()?;
        Some(Self { first, days: days(first, last), scale })
    }

    fn x(self, date: NaiveDate) -> f64 {
        let (from, to) = (LEFT + 16.0, RIGHT - 16.0);
        if self.days == 0.0 { f64::midpoint(from, to) } else { from + (to - from) * days(self.first, date) / self.days }
    }

    fn y(self, height: f64) -> f64 {
        let span = self.scale.most - self.scale.least;
        let part = if span > 0.0 { (height - self.scale.least) / span } else { 0.5 };
        BOTTOM - (BOTTOM - TOP) * part.clamp(0.0, 1.0)
    }
}

fn days(from: NaiveDate, to: NaiveDate) -> f64 {
    let days = i32::try_from((to - from).num_days()).unwrap_or(i32::MAX);
    f64::from(days)
}

/// A length in the picture, with no more digits than can be seen.
pub(super) fn at(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

fn line_chart(
    lang: Lang,
    title: String,
    what: String,
    scale: MeasureScale,
    rungs: &[(f64, String)],
    spots: &[Spot],
    marks: &[(NaiveDate, String)],
) -> AnyView {
    let (Some(plane), Some(first), Some(last)) = (Plane::over(spots, scale), spots.first(), spots.last()) else {
        return empty(lang.t("kit-chart-nothing"), None);
    };
    let description = lang.t_with(
        "kit-chart-line",
        &[
            ("n", spots.len().into()),
            ("first", first.words.as_str().into()),
            ("from", lang.date(first.date).into()),
            ("last", last.words.as_str().into()),
            ("to", lang.date(last.date).into()),
        ],
    );
    let line = spots
        .iter()
        .map(|spot| format!("{},{}", at(plane.x(spot.date)), at(plane.y(spot.height))))
        .collect::<Vec<_>>()
        .join(" ");
    let dots = spots
        .iter()
        .map(|spot| {
            let told = format!("{}: {}", lang.date(spot.date), spot.words);
            view! { <circle class="dot" cx=at(plane.x(spot.date)) cy=at(plane.y(spot.height)) r="5"><title>{told}</title></circle> }
        })
        .collect_view();
    let picture = view! {
        <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") role="img">
            <title>{title.clone()}</title>
            <desc>{description}</desc>
            {band(plane)}
            {rungs.iter().map(|(height, label)| rung(plane.y(*height), label.clone())).collect_view()}
            {marks_in(plane, marks)}
            {day_labels(lang, plane, spots)}
            <polyline class="line" points=line></polyline>
            {dots}
        </svg>
    };
    with_table(
        lang,
        title,
        picture.into_any(),
        vec![Header::new(lang.t("kit-date")), Header::new(what)],
        line_rows(lang, spots, marks),
    )
}

fn band(plane: Plane) -> Option<AnyView> {
    let (low, high) = plane.scale.band?;
    let (top, bottom) = (plane.y(high), plane.y(low));
    Some(
        view! { <rect class="band" x=at(LEFT) y=at(top) width=at(RIGHT - LEFT) height=at(bottom - top)></rect> }
            .into_any(),
    )
}

fn rung(y: f64, label: String) -> AnyView {
    view! {
        <line class="rung" x1=at(LEFT) x2=at(RIGHT) y1=at(y) y2=at(y)></line>
        <text class="left" x=at(LEFT - 8.0) y=at(y + 4.0)>{label}</text>
    }
    .into_any()
}

/// Marks stand on two heights in turn, so that two which are near each other can both be read.
fn marks_in(plane: Plane, marks: &[(NaiveDate, String)]) -> AnyView {
    let last = plane.x(plane.first) + (RIGHT - LEFT - 32.0);
    marks
        .iter()
        .filter(|(date, _)| *date >= plane.first && plane.x(*date) <= last)
        .enumerate()
        .map(|(index, (date, label))| {
            let (x, y) = (plane.x(*date), if index % 2 == 0 { 12.0 } else { 24.0 });
            // Words that would leave the picture at the right stand before their line.
            let words = f64::from(u16::try_from(label.chars().count()).unwrap_or(u16::MAX)) * WIDEST_LETTER;
            let (class, beside) = if x + words > WIDTH { ("mark-left", x - 5.0) } else { ("mark-right", x + 5.0) };
            view! {
                <line class="mark" x1=at(x) x2=at(x) y1=at(y - 8.0) y2=at(BOTTOM)></line>
                <text class=class x=at(beside) y=at(y)>{label.clone()}</text>
            }
        })
        .collect_view()
        .into_any()
}

fn day_labels(lang: Lang, plane: Plane, spots: &[Spot]) -> AnyView {
    let label = |spot: &Spot, class: &'static str, x: f64| {
        view! { <text class=class x=at(x) y=at(BOTTOM + 26.0)>{lang.date(spot.date)}</text> }
    };
    let (first, last) = (spots.first(), spots.last());
    if plane.days == 0.0 {
        return first.map(|spot| label(spot, "middle", plane.x(spot.date))).into_any();
    }
    let from = first.map(|spot| label(spot, "right", LEFT));
    let to = last.map(|spot| label(spot, "left", RIGHT));
    view! { {from} {to} }.into_any()
}

/// Points and marks by day, marks first on a day that has both.
fn line_rows(lang: Lang, spots: &[Spot], marks: &[(NaiveDate, String)]) -> Vec<AnyView> {
    let mut rows: Vec<(NaiveDate, String)> = marks.to_vec();
    rows.extend(spots.iter().map(|spot| (spot.date, spot.words.clone())));
    rows.sort_by_key(|(date, _)| *date);
    rows.into_iter()
        .map(|(date, words)| view! { <tr><td>{lang.date(date)}</td><td>{words}</td></tr> }.into_any())
        .collect()
}

/// A picture with the same data as a table, closed until asked for; a print has it open.
pub(super) fn with_table(
    lang: Lang,
    title: String,
    picture: AnyView,
    headers: Vec<Header>,
    rows: Vec<AnyView>,
) -> AnyView {
    view! {
        <div class="chart">
            {picture}
            <details><summary>{lang.t("kit-chart-as-table")}</summary>{table_under_heading(title, headers, rows, "")}</details>
        </div>
    }
    .into_any()
}
