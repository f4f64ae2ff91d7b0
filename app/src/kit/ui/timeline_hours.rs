//! Hours and attendance over the shared axis: weeks stacked by what became of them against the target of each week, and days
//! as a heat strip.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;

use super::chart::at;
use super::chart_hours::{HoursParts, PARTS, scaled, stacked};
use super::parts::empty;
use super::table::Header;
use super::timeline::{LEFT, RIGHT, TOP, Timeline, patterned};

const HEIGHT: f64 = 150.0;
/// A row of the heat strip.
const ROW: f64 = 19.0;

/// One week of the stacked hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineWeek {
    pub monday: NaiveDate,
    pub label: String,
    pub parts: HoursParts,
}

/// What one day came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayHours {
    pub date: NaiveDate,
    pub planned: i64,
    pub parts: HoursParts,
}

impl DayHours {
    /// How much was attended of what has been decided, in quarters from 1 to 4; 0 where nothing was.
    fn quarters(&self) -> i64 {
        let decided = (self.parts.attended + self.parts.lost()).max(1);
        (self.parts.attended * 4 + decided - 1) / decided
    }
}

impl Timeline<'_> {
    /// Weeks as stacks, each against the target that held in it.
    #[must_use]
    pub fn hours(&self, title: &str, weeks: &[TimelineWeek]) -> AnyView {
        let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
            return empty(self.lang.t("kit-chart-nothing-then"), None);
        };
        let reach = weeks.iter().map(|week| week.parts.reach()).max().unwrap_or(1);
        let bottom = TOP + HEIGHT;
        let described = self.lang.t_with(
            "kit-chart-hours",
            &[
                ("n", weeks.len().into()),
                ("from", first.label.as_str().into()),
                ("first", first.parts.words(self.lang).into()),
                ("to", last.label.as_str().into()),
                ("last", last.parts.words(self.lang).into()),
            ],
        );
        let columns = weeks.iter().map(|week| self.column(week, reach)).collect_view();
        let target = last.parts.target;
        let height = if target > 0 { target } else { reach };
        let body = view! {
            <line class="rung" x1=at(LEFT) x2=at(RIGHT) y1=at(bottom) y2=at(bottom)></line>
            <text class="left" x=at(LEFT - 8.0) y=at(bottom + 4.0)>"0"</text>
            <text class="left" x=at(LEFT - 8.0) y=at(bottom - scaled(height, reach, HEIGHT) + 4.0)>
                {format!("{} h", self.lang.decimal(hours_of(height), 0))}
            </text>
            {columns}
            {target_line(self, weeks, reach, bottom)}
        };
        let parts = PARTS
            .iter()
            .map(|(_, key)| *key)
            .chain(["kit-hours-target"])
            .map(|key| Header::new(self.lang.t(key)).numeric());
        let headers = std::iter::once(Header::new(self.lang.t("kit-week"))).chain(parts).collect();
        let rows = weeks.iter().map(|week| self.week_row(week)).collect();
        self.picture(title, described, bottom + 4.0, body.into_any(), (headers, rows))
    }

    fn column(&self, week: &TimelineWeek, reach: i64) -> AnyView {
        let broad = self.axis.day() * 7.0;
        let thick = (broad * 0.7).min(40.0);
        let left = self.axis.x(week.monday) + (broad - thick) / 2.0;
        let bars = stacked(week.parts, reach, HEIGHT)
            .map(|(class, from, long)| patterned(class, left, TOP + HEIGHT - from - long, thick, long))
            .collect_view();
        let told = format!("{}: {}", week.label, week.parts.words(self.lang));
        view! { <g><title>{told}</title>{bars}</g> }.into_any()
    }

    fn week_row(&self, week: &TimelineWeek) -> AnyView {
        let cells = week.parts.minutes().into_iter().chain([week.parts.target]);
        let cells = cells.map(|minutes| view! { <td class="n">{self.lang.hours(minutes)}</td> }).collect_view();
        view! { <tr><th scope="row" class="nowrap">{week.label.clone()}</th>{cells}</tr> }.into_any()
    }

    /// Days by week: the fuller the square, the more of what was booked was attended; a pattern where all of it was lost.
    #[must_use]
    pub fn heat(&self, title: &str, days: &[DayHours], weeks: &[TimelineWeek]) -> AnyView {
        let days: Vec<&DayHours> = days.iter().filter(|day| self.axis.holds(day.date) && day.planned > 0).collect();
        if days.is_empty() {
            return empty(self.lang.t("kit-chart-nothing-then"), None);
        }
        // Weekends have rows only where something was booked on them.
        let rows = days.iter().map(|day| day.date.weekday().number_from_monday()).max().unwrap_or(5).max(5);
        let names = (1..=rows)
            .map(|number| {
                let name = self.lang.t(&format!("kit-weekday-short-{number}"));
                view! { <text class="left" x=at(LEFT - 8.0) y=at(row_at(number) + ROW - 5.0)>{name}</text> }
            })
            .collect_view();
        let cells = days.iter().map(|day| self.cell(day)).collect_view();
        let attended = days.iter().filter(|day| day.parts.attended > 0).count();
        let described = self.lang.t_with("kit-chart-heat", &[("n", days.len().into()), ("attended", attended.into())]);
        let headers = std::iter::once(Header::new(self.lang.t("kit-week")))
            .chain((1..=rows).map(|number| Header::new(self.lang.t(&format!("kit-weekday-short-{number}"))).numeric()))
            .collect();
        let table = weeks.iter().map(|week| self.heat_row(week, rows, &days)).collect();
        self.picture(title, described, row_at(rows + 1), view! { {names} {cells} }.into_any(), (headers, table))
    }

    fn cell(&self, day: &DayHours) -> AnyView {
        let number = day.date.weekday().number_from_monday();
        let broad = self.axis.day() * 7.0;
        let x = self.axis.x(day.date) - self.axis.day() * f64::from(number - 1);
        let (x, y, width, height) = (x + 1.0, row_at(number) + 1.0, broad - 2.0, ROW - 2.0);
        let plain = |class: String| {
            view! { <rect class=class x=at(x) y=at(y) width=at(width) height=at(height) rx="2"></rect> }.into_any()
        };
        let shape = match (day.parts.attended, day.parts.largest_loss()) {
            (1.., _) => plain(format!("heat heat-{}", day.quarters())),
            (_, Some(class)) => patterned(class, x, y, width, height),
            _ => plain("heat-open".to_owned()),
        };
        let told = format!(
            "{}: {}, {} {} h",
            self.lang.date(day.date),
            day.parts.words(self.lang),
            self.lang.t("kit-hours-planned"),
            self.lang.hours(day.planned)
        );
        view! { <g><title>{told}</title>{shape}</g> }.into_any()
    }

    fn heat_row(&self, week: &TimelineWeek, rows: u32, days: &[&DayHours]) -> AnyView {
        let cells = (1..=rows)
            .map(|number| {
                let date = week.monday + chrono::TimeDelta::days(i64::from(number) - 1);
                let said = days
                    .iter()
                    .find(|day| day.date == date)
                    .map(|day| format!("{} / {}", self.lang.hours(day.parts.attended), self.lang.hours(day.planned)));
                view! { <td class="n nowrap">{said}</td> }
            })
            .collect_view();
        view! { <tr><th scope="row" class="nowrap">{week.label.clone()}</th>{cells}</tr> }.into_any()
    }
}

fn row_at(number: u32) -> f64 {
    TOP + f64::from(number - 1) * ROW
}

fn hours_of(minutes: i64) -> f64 {
    f64::from(i32::try_from(minutes).unwrap_or(i32::MAX)) / 60.0
}

/// One line through the weeks that climbs or falls where the target changed.
fn target_line(timeline: &Timeline<'_>, weeks: &[TimelineWeek], reach: i64, bottom: f64) -> AnyView {
    let points: Vec<String> = weeks
        .iter()
        .filter(|week| week.parts.target > 0)
        .flat_map(|week| {
            let (x, y) = (timeline.axis.x(week.monday), bottom - scaled(week.parts.target, reach, HEIGHT));
            [x, x + timeline.axis.day() * 7.0].map(|x| format!("{},{}", at(x), at(y)))
        })
        .collect();
    view! { <polyline class="target" points=points.join(" ")></polyline> }.into_any()
}
