//! Pictures that stand below each other on one axis of time: a day lies at the same place in each, so that the eye can go from a
//! goal's ladder down to the weeks that were lost. Each has a name, a description in words and the same data as a table; what
//! a colour says, a pattern says too.

use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

use super::chart::{at, with_table};
use super::table::Header;
use crate::i18n::Lang;

/// Width of every picture and where its days begin and end, in the pictures' own units.
pub(super) const WIDTH: f64 = 720.0;
pub(super) const LEFT: f64 = 62.0;
pub(super) const RIGHT: f64 = 714.0;
/// Above this the marks are written.
pub(super) const TOP: f64 = 34.0;
/// Below a picture's last line: the names of the months.
pub(super) const FOOT: f64 = 28.0;

/// Whole weeks, from a Monday on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    first: NaiveDate,
    weeks: u32,
}

impl Axis {
    #[must_use]
    pub const fn new(first_monday: NaiveDate, weeks: u32) -> Self {
        Self { first: first_monday, weeks: if weeks == 0 { 1 } else { weeks } }
    }

    #[must_use]
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// The last Sunday.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        self.first.checked_add_days(Days::new(u64::from(self.weeks) * 7 - 1)).unwrap_or(self.first)
    }

    #[must_use]
    pub fn holds(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last()
    }

    /// How broad a day is.
    pub(super) fn day(self) -> f64 {
        (RIGHT - LEFT) / (f64::from(self.weeks) * 7.0)
    }

    /// Where a day begins.
    pub(super) fn x(self, day: NaiveDate) -> f64 {
        let days = i32::try_from((day - self.first).num_days()).unwrap_or_default();
        LEFT + f64::from(days) * self.day()
    }

    /// The noon of a day: where its point lies.
    pub(super) fn noon(self, day: NaiveDate) -> f64 {
        self.x(day) + self.day() / 2.0
    }

    /// The days on which months begin, within the axis.
    fn months(self) -> Vec<NaiveDate> {
        std::iter::successors(self.first.with_day(1), |month| month.checked_add_months(chrono::Months::new(1)))
            .skip_while(|month| *month < self.first)
            .take_while(|month| *month <= self.last())
            .collect()
    }
}

/// What a mark across all pictures stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    Plan,
    Review,
}

/// A day to know of in every picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub date: NaiveDate,
    pub kind: MarkKind,
    /// What is written at its line; a review has its sign alone.
    pub label: String,
    /// For the table and the pointer that rests on it.
    pub words: String,
}

/// What all pictures of a page share.
#[derive(Debug, Clone, Copy)]
pub struct Timeline<'a> {
    pub lang: Lang,
    pub axis: Axis,
    pub marks: &'a [Mark],
}

impl Timeline<'_> {
    /// The marks that lie within the axis.
    fn shown(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|mark| self.axis.holds(mark.date))
    }

    /// A picture in its frame: months below, marks across, what it shows between them, and its table.
    pub(super) fn picture(
        &self,
        title: &str,
        description: String,
        bottom: f64,
        body: AnyView,
        (headers, rows): (Vec<Header>, Vec<AnyView>),
    ) -> AnyView {
        let view = view! {
            <svg class="timeline" viewBox=format!("0 0 {WIDTH} {}", at(bottom + FOOT)) role="img">
                <title>{title.to_owned()}</title>
                <desc>{description}</desc>
                {self.months(bottom)}
                {body}
                {self.lines(bottom)}
            </svg>
        };
        with_table(self.lang, title.to_owned(), view.into_any(), headers, rows)
    }

    fn months(&self, bottom: f64) -> AnyView {
        let months = self.axis.months();
        // More names than seven would run into each other on a phone.
        let every = months.len().div_ceil(7).max(1);
        months
            .into_iter()
            .enumerate()
            .map(|(index, month)| {
                let x = at(self.axis.x(month));
                let near_the_end = self.axis.x(month) > RIGHT - 46.0;
                let name = (index % every == 0 && !near_the_end).then(|| {
                    let name = self.lang.t(&format!("kit-month-short-{}", month.month()));
                    let name = if month.month() == 1 { format!("{name} {}", month.year()) } else { name.into_owned() };
                    view! { <text x=at(self.axis.x(month) + 3.0) y=at(bottom + FOOT - 8.0)>{name}</text> }
                });
                view! { <line class="month" x1=x.clone() x2=x y1=at(TOP - 8.0) y2=at(bottom + 6.0)></line>{name} }
            })
            .collect_view()
            .into_any()
    }

    fn lines(&self, bottom: f64) -> AnyView {
        self.shown()
            .map(|mark| {
                let x = self.axis.noon(mark.date);
                let sign = match mark.kind {
                    MarkKind::Review => {
                        let points = [(0.0, 9.0), (6.0, 15.0), (0.0, 21.0), (-6.0, 15.0)]
                            .map(|(dx, y)| format!("{},{}", at(x + dx), at(y)))
                            .join(" ");
                        view! { <polygon class="review" points=points></polygon> }.into_any()
                    }
                    MarkKind::Plan => {
                        let (class, beside) = if x > RIGHT - 90.0 { ("left", x - 9.0) } else { ("right", x + 9.0) };
                        view! { <text class=class x=at(beside) y="21">{mark.label.clone()}</text> }.into_any()
                    }
                };
                let from = if mark.kind == MarkKind::Review { 21.0 } else { 6.0 };
                view! {
                    <g>
                        <title>{format!("{}: {}", self.lang.date(mark.date), mark.words)}</title>
                        <line class="mark" x1=at(x) x2=at(x) y1=at(from) y2=at(bottom)></line>
                        {sign}
                    </g>
                }
            })
            .collect_view()
            .into_any()
    }

    /// The marks as rows of a table, to be sorted in among others.
    pub(super) fn mark_rows(&self) -> Vec<(NaiveDate, String)> {
        self.shown().map(|mark| (mark.date, mark.words.clone())).collect()
    }
}

/// What the signs of the marks mean; once on a page that has them.
#[must_use]
pub fn timeline_key(plan: String, review: String) -> AnyView {
    view! {
        <ul class="key timeline-key">
            <li>
                <svg viewBox="0 0 14 14" aria-hidden="true"><line class="mark" x1="7" x2="7" y1="0" y2="14"></line></svg>
                {plan}
            </li>
            <li>
                <svg viewBox="0 0 14 14" aria-hidden="true"><polygon class="review" points="7,1 13,7 7,13 1,7"></polygon></svg>
                {review}
            </li>
        </ul>
    }
    .into_any()
}

/// The patterns that tell the kinds of loss apart without their colours; once on a page, before its pictures.
#[must_use]
pub fn timeline_patterns() -> AnyView {
    view! {
        <svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="by-custody" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="hatch" x1="0" x2="0" y1="0" y2="5"></line>
                </pattern>
                <pattern id="by-health" width="5" height="5" patternUnits="userSpaceOnUse">
                    <circle class="hatch-dot" cx="2.5" cy="2.5" r="1.1"></circle>
                </pattern>
                <pattern id="by-patient" width="5" height="5" patternUnits="userSpaceOnUse">
                    <line class="hatch" x1="0" x2="5" y1="2.5" y2="2.5"></line>
                </pattern>
            </defs>
        </svg>
    }
    .into_any()
}

/// A rectangle in the colour of a kind of hours, with its pattern over it.
pub(super) fn patterned(class: &'static str, x: f64, y: f64, width: f64, height: f64) -> AnyView {
    let over = (class != "attended").then(|| {
        view! { <rect fill=format!("url(#by-{class})") x=at(x) y=at(y) width=at(width) height=at(height)></rect> }
    });
    view! { <rect class=class x=at(x) y=at(y) width=at(width) height=at(height)></rect>{over} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_day_lies_at_one_place() {
        let axis = Axis::new(day(9, 7), 10);
        assert_eq!((axis.first(), axis.last()), (day(9, 7), day(11, 15)));
        assert!(axis.holds(day(9, 7)) && axis.holds(day(11, 15)) && !axis.holds(day(11, 16)) && !axis.holds(day(9, 6)));
        assert!((axis.x(day(9, 7)) - LEFT).abs() < 1e-9 && (axis.x(day(11, 16)) - RIGHT).abs() < 1e-9);
        assert_eq!(axis.months(), [day(10, 1), day(11, 1)]);
        assert_eq!(Axis::new(day(9, 7), 0).last(), day(9, 13));
    }
}
