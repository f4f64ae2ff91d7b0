//! Levels and scores over the shared axis: a goal's ladder with the sessions that were its evidence, and a measure with the
//! band that matters.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::chart::{LadderPoint, MeasurePoint, MeasureScale, at, level_words, signed};
use super::parts::empty;
use super::table::Header;
use super::timeline::{Axis, LEFT, RIGHT, TOP, Timeline};

/// Between the highest and the lowest rung.
const HEIGHT: f64 = 104.0;
/// Below the rungs of a ladder: a line of signs, one for each session that worked on the goal.
const RUG: f64 = 26.0;

/// What a session showed of a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showed {
    More,
    Same,
    Less,
}

/// A session that worked on a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub date: NaiveDate,
    pub showed: Showed,
    pub words: String,
    /// Where the session is, for those who may read it.
    pub href: Option<String>,
}

/// A rating of a goal, with the session it rests on where there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatedPoint {
    pub point: LadderPoint,
    pub href: Option<String>,
}

struct Spot {
    date: NaiveDate,
    height: f64,
    words: String,
    href: Option<String>,
}

impl Timeline<'_> {
    /// A goal's ladder; the band is what was expected. A full dot rests on a session, a hollow one on something else.
    #[must_use]
    pub fn ladder(&self, title: &str, points: &[RatedPoint], evidence: &[Evidence]) -> AnyView {
        let scale = MeasureScale { least: -2.0, most: 2.0, band: Some((-0.5, 0.5)), places: 0 };
        let rungs: Vec<(f64, String)> = (-2..=2).map(|level| (f64::from(level), signed(level))).collect();
        let spots: Vec<Spot> = points
            .iter()
            .map(|rated| Spot {
                date: rated.point.date,
                height: f64::from(rated.point.level),
                words: level_words(self.lang, rated.point.level),
                href: rated.href.clone(),
            })
            .collect();
        self.course(title, "kit-chart-level", scale, &rungs, &spots, evidence)
    }

    /// A measure's scores; the band is what is no change that matters.
    #[must_use]
    pub fn measure(&self, title: &str, scale: MeasureScale, points: &[MeasurePoint]) -> AnyView {
        let middle = f64::midpoint(scale.least, scale.most);
        let words = |score: f64| self.lang.decimal(score, scale.places);
        let rungs: Vec<(f64, String)> =
            [scale.least, middle, scale.most].into_iter().map(|score| (score, self.lang.decimal(score, 0))).collect();
        let spots: Vec<Spot> = points
            .iter()
            .map(|point| Spot { date: point.date, height: point.score, words: words(point.score), href: None })
            .collect();
        self.course(title, "kit-chart-score", scale, &rungs, &spots, &[])
    }

    fn course(
        &self,
        title: &str,
        what: &str,
        scale: MeasureScale,
        rungs: &[(f64, String)],
        spots: &[Spot],
        evidence: &[Evidence],
    ) -> AnyView {
        let inside: Vec<&Spot> = spots.iter().filter(|spot| self.axis.holds(spot.date)).collect();
        let evidence: Vec<&Evidence> = evidence.iter().filter(|seen| self.axis.holds(seen.date)).collect();
        let points = path(self.axis, spots);
        if points.is_empty() && evidence.is_empty() {
            return empty(self.lang.t("kit-chart-nothing-then"), None);
        }
        let y = |height: f64| {
            let span = (scale.most - scale.least).max(f64::EPSILON);
            TOP + HEIGHT * (1.0 - ((height - scale.least) / span).clamp(0.0, 1.0))
        };
        let band = scale.band.map(|(low, high)| {
            view! { <rect class="band" x=at(LEFT) y=at(y(high)) width=at(RIGHT - LEFT) height=at(y(low) - y(high))></rect> }
        });
        let rungs = rungs.iter().map(|(height, label)| rung(y(*height), label.clone())).collect_view();
        let line = points.iter().map(|(x, height)| format!("{},{}", at(*x), at(y(*height)))).collect::<Vec<_>>();
        let dots = inside.iter().map(|spot| self.dot(spot, y(spot.height))).collect_view();
        let rug = evidence.iter().map(|seen| self.sign(seen)).collect_view();
        let bottom = TOP + HEIGHT + if evidence.is_empty() { 4.0 } else { RUG };
        let body = view! { {band} {rungs} {rug} <polyline class="line" points=line.join(" ")></polyline> {dots} };
        let headers = [Some("kit-date"), Some(what), (!evidence.is_empty()).then_some("kit-chart-session")];
        let headers = headers.into_iter().flatten().map(|key| Header::new(self.lang.t(key))).collect();
        let rows = self.course_rows(&inside, &evidence);
        self.picture(title, self.told(&inside), bottom, body.into_any(), (headers, rows))
    }

    /// The first and the last of what lies within the axis, in words.
    fn told(&self, inside: &[&Spot]) -> String {
        let (Some(first), Some(last)) = (inside.first(), inside.last()) else {
            return self.lang.t("kit-chart-nothing-then").into_owned();
        };
        self.lang.t_with(
            "kit-chart-line",
            &[
                ("n", inside.len().into()),
                ("first", first.words.as_str().into()),
                ("from", self.lang.date(first.date).into()),
                ("last", last.words.as_str().into()),
                ("to", self.lang.date(last.date).into()),
            ],
        )
    }

    fn dot(&self, spot: &Spot, y: f64) -> AnyView {
        let class = if spot.href.is_some() { "dot full" } else { "dot" };
        let told = format!("{}: {}", self.lang.date(spot.date), spot.words);
        view! { <circle class=class cx=at(self.axis.noon(spot.date)) cy=at(y) r="5"><title>{told}</title></circle> }
            .into_any()
    }

    /// Up, level or down, below the rungs.
    fn sign(&self, seen: &Evidence) -> AnyView {
        let (x, y) = (self.axis.noon(seen.date), TOP + HEIGHT + 15.0);
        let (class, shape) = match seen.showed {
            Showed::More => ("more", [(-4.0, 4.0), (0.0, -5.0), (4.0, 4.0)]),
            Showed::Same => ("same", [(-4.0, 1.0), (4.0, 1.0), (0.0, -1.5)]),
            Showed::Less => ("less", [(-4.0, -4.0), (4.0, -4.0), (0.0, 5.0)]),
        };
        let points = shape.map(|(dx, dy)| format!("{},{}", at(x + dx), at(y + dy))).join(" ");
        let told = format!("{}: {}", self.lang.date(seen.date), seen.words);
        view! { <polygon class=format!("evidence {class}") points=points><title>{told}</title></polygon> }.into_any()
    }

    /// Ratings, sessions and marks by day. A day's session stands with what it showed.
    fn course_rows(&self, spots: &[&Spot], evidence: &[&Evidence]) -> Vec<AnyView> {
        let mut rows: Vec<(NaiveDate, String, Option<String>)> =
            self.mark_rows().into_iter().map(|(date, words)| (date, words, None)).collect();
        rows.extend(spots.iter().map(|spot| (spot.date, spot.words.clone(), spot.href.clone())));
        rows.extend(evidence.iter().map(|seen| (seen.date, seen.words.clone(), seen.href.clone())));
        rows.sort_by_key(|(date, ..)| *date);
        let session = self.lang.t("kit-chart-session");
        let row = |(date, words, href): (NaiveDate, String, Option<String>)| {
            let day = self.lang.date(date);
            let link = href.map(|href| {
                let about = format!("{session} {day}");
                view! { <a href=href aria-label=about>{session.clone()}</a> }
            });
            let cell = (!evidence.is_empty()).then(|| view! { <td>{link}</td> });
            view! { <tr><td class="nowrap">{day.clone()}</td><td>{words}</td>{cell}</tr> }.into_any()
        };
        rows.into_iter().map(row).collect()
    }
}

/// The line's corners within the axis. Where it comes in from before or leaves it, it is cut at the edge on its way.
fn path(axis: Axis, spots: &[Spot]) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    for (index, spot) in spots.iter().enumerate() {
        let x = axis.noon(spot.date);
        let before = index.checked_sub(1).and_then(|index| spots.get(index));
        if let Some(before) = before {
            let from = axis.noon(before.date);
            for edge in [LEFT, RIGHT] {
                if from < edge && x > edge {
                    points.push((edge, before.height + (spot.height - before.height) * (edge - from) / (x - from)));
                }
            }
        }
        if axis.holds(spot.date) {
            points.push((x, spot.height));
        }
    }
    // The last rating holds until there is another.
    if let Some(last) = spots.last().filter(|last| last.date < axis.first()) {
        points.extend([(LEFT, last.height), (RIGHT, last.height)]);
    }
    points
}

fn rung(y: f64, label: String) -> AnyView {
    view! {
        <line class="rung" x1=at(LEFT) x2=at(RIGHT) y1=at(y) y2=at(y)></line>
        <text class="left" x=at(LEFT - 8.0) y=at(y + 4.0)>{label}</text>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spot(day: u32, height: f64) -> Spot {
        let date = NaiveDate::from_ymd_opt(2026, 9, day).unwrap();
        Spot { date, height, words: String::new(), href: None }
    }

    #[test]
    fn a_line_is_cut_at_the_edges() {
        let axis = Axis::new(NaiveDate::from_ymd_opt(2026, 9, 14).unwrap(), 1);
        let heights = |spots: &[Spot]| path(axis, spots).iter().map(|(_, height)| *height).collect::<Vec<_>>();
        assert_eq!(heights(&[spot(16, 1.0)]), [1.0]);
        assert_eq!(heights(&[spot(15, 0.0), spot(17, 1.0)]), [0.0, 1.0]);
        // Half a week before to half a week in: the edge is met on the way.
        let cut = heights(&[spot(11, 0.0), spot(17, 1.0)]);
        assert!(cut.len() == 2 && (cut[0] - 2.5 / 6.0).abs() < 1e-9, "{cut:?}");
        // Over the whole of it, and known before it only.
        assert_eq!(path(axis, &[spot(7, -1.0), spot(28, -1.0)]).len(), 2);
        assert_eq!(heights(&[spot(7, -1.0)]), [-1.0, -1.0]);
        assert!(heights(&[spot(28, 1.0)]).is_empty());
    }
}
