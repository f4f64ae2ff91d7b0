//! Which charts a seed draws, when a sample may be closed, and what its findings come to.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

use super::standards::{STANDARDS, Standard, Verdict};
use crate::kit::ids::{PersonId, UserId};
use crate::oversight::hours::suppress;

/// At most so many charts in a sample.
pub const MOST: i32 = 60;
/// The longest seed.
pub const LONGEST_SEED: usize = 40;

/// Draws `wanted` of the charts. Each chart has a place that only the seed, the period and the chart itself decide, so the same
/// three draw the same sample in whichever order the charts come, and nobody can prefer one.
#[must_use]
pub fn draw(seed: &str, period: &str, charts: &[PersonId], wanted: usize) -> Vec<PersonId> {
    let mut placed: Vec<([u8; 32], PersonId)> = charts
        .iter()
        .map(|chart| (Sha256::digest(format!("ergon sample\n{}\n{period}\n{chart}", seed.trim())).into(), *chart))
        .collect();
    placed.sort_unstable();
    placed.dedup();
    placed.into_iter().take(wanted).map(|(_, chart)| chart).collect()
}

/// Whether a chart has been held against every standard.
#[must_use]
pub fn is_finished(answered: i64) -> bool {
    i64::try_from(STANDARDS.len()).is_ok_and(|all| answered >= all)
}

/// Charts by their numbers that must still be finished before the sample can be closed, from what of each has been answered and whether
/// its record is still here. One that has moved on with its patient cannot be read any more: it is left out, and the results say so.
#[must_use]
pub fn unfinished(charts: &[(i32, i64, bool)]) -> Vec<i32> {
    charts
        .iter()
        .filter(|(_, answered, is_here)| *is_here && !is_finished(*answered))
        .map(|(position, ..)| *position)
        .collect()
}

/// One finding of one chart.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Found {
    pub position: i32,
    pub standard: Standard,
    pub verdict: Verdict,
}

/// How often each verdict was given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub yes: i64,
    pub partly: i64,
    pub no: i64,
    pub not_applicable: i64,
}

impl Tally {
    const fn add(&mut self, verdict: Verdict) {
        let held = match verdict {
            Verdict::Yes => &mut self.yes,
            Verdict::Partly => &mut self.partly,
            Verdict::No => &mut self.no,
            Verdict::NotApplicable => &mut self.not_applicable,
        };
        *held += 1;
    }

    #[must_use]
    pub const fn all(self) -> i64 {
        self.yes + self.partly + self.no + self.not_applicable
    }

    /// In the order of the verdicts.
    #[must_use]
    pub const fn cells(self) -> [i64; 4] {
        [self.yes, self.partly, self.no, self.not_applicable]
    }

    /// Of those to which the standard applies, in per cent, how many keep to it.
    #[must_use]
    pub fn met(self) -> Option<i64> {
        let applies = self.yes + self.partly + self.no;
        (applies > 0).then(|| self.yes * 100 / applies)
    }
}

/// Standard by standard for the unit, in the order of the table.
#[must_use]
pub fn by_standard(found: &[Found]) -> Vec<(Standard, Tally)> {
    STANDARDS
        .iter()
        .map(|(standard, _)| {
            let mut tally = Tally::default();
            for one in found.iter().filter(|one| one.standard == *standard) {
                tally.add(one.verdict);
            }
            (*standard, tally)
        })
        .collect()
}

/// What is shown of a tally: `None` is hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shown {
    pub cells: [Option<i64>; 4],
    pub all: Option<i64>,
    pub met: Option<i64>,
}

impl Shown {
    /// All of it, for those who have read the charts themselves.
    #[must_use]
    pub fn whole(tally: Tally) -> Self {
        Self { cells: tally.cells().map(Some), all: Some(tally.all()), met: tally.met() }
    }

    /// Without what rests on fewer than five charts, and without what that could be found by. A share would give away what is hidden.
    #[must_use]
    pub fn suppressed(tally: Tally) -> Self {
        let cells = tally.cells();
        let hidden = suppress::list(&[cells.as_slice(), &[tally.all()]].concat());
        let is_hidden = |number: usize| hidden.get(number) == Some(&true);
        let mut shown = Self::default();
        for (number, (cell, held)) in shown.cells.iter_mut().zip(cells).enumerate() {
            *cell = (!is_hidden(number)).then_some(held);
        }
        shown.all = (!is_hidden(cells.len())).then(|| tally.all());
        shown.met = tally.met().filter(|_| !hidden.contains(&true));
        shown
    }
}

/// Who leads the patient of a chart.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Led {
    pub position: i32,
    pub lead_id: UserId,
    pub lead: String,
}

/// What a sample says of one practitioner: `None` where it rests on fewer than five charts, or would give away one that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPractitioner {
    pub name: String,
    pub result: Option<(i64, Tally)>,
}

/// Practitioner by practitioner, by name.
#[must_use]
pub fn by_practitioner(led: &[Led], found: &[Found]) -> Vec<OfPractitioner> {
    let mut people: BTreeMap<(&str, UserId), (i64, Tally)> = BTreeMap::new();
    // A chart of which nothing was found has moved on with its patient before it was read.
    for chart in led.iter().filter(|chart| found.iter().any(|one| one.position == chart.position)) {
        let held = people.entry((&chart.lead, chart.lead_id)).or_default();
        held.0 += 1;
        for one in found.iter().filter(|one| one.position == chart.position) {
            held.1.add(one.verdict);
        }
    }
    let total: i64 = people.values().map(|(charts, _)| charts).sum();
    let charts: Vec<i64> = people.values().map(|(charts, _)| *charts).chain([total]).collect();
    let hidden = suppress::list(&charts);
    people
        .into_iter()
        .zip(hidden)
        .map(|(((name, _), result), hidden)| OfPractitioner {
            name: name.to_owned(),
            result: (!hidden).then_some(result),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn charts(n: u128) -> Vec<PersonId> {
        (1..=n).map(|n| PersonId(Uuid::from_u128(n * 7919))).collect()
    }

    #[test]
    fn the_same_seed_period_and_charts_draw_the_same() {
        let all = charts(40);
        let drawn = draw("4711", "2026-Q3", &all, 10);
        assert_eq!(drawn.len(), 10);
        let mut turned = all.clone();
        turned.reverse();
        turned.extend(&all);
        assert_eq!(draw(" 4711 ", "2026-Q3", &turned, 10), drawn, "neither order nor repetition changes it");
        assert_ne!(draw("4712", "2026-Q3", &all, 10), drawn);
        assert_ne!(draw("4711", "2026-Q2", &all, 10), drawn);
        // More charts take the place of some and leave the others in theirs.
        let more = draw("4711", "2026-Q3", &charts(41), 41);
        let kept: Vec<PersonId> = more.into_iter().filter(|chart| all.contains(chart)).take(10).collect();
        assert_eq!(kept, drawn);
    }

    #[test]
    fn no_more_is_drawn_than_there_is() {
        for (n, wanted, expected) in [(0, 5, 0), (3, 5, 3), (5, 5, 5), (9, 0, 0)] {
            assert_eq!(draw("a", "2026", &charts(n), wanted).len(), expected, "{wanted} of {n}");
        }
    }

    #[test]
    fn every_chart_is_drawn_about_as_often() {
        let all = charts(20);
        let mut drawn: BTreeMap<PersonId, i32> = BTreeMap::new();
        for seed in 0..400 {
            for chart in draw(&seed.to_string(), "2026-10", &all, 5) {
                *drawn.entry(chart).or_default() += 1;
            }
        }
        // A hundred times each, give or take four standard deviations.
        assert!(drawn.len() == 20 && drawn.values().all(|times| (65..=135).contains(times)), "{drawn:?}");
    }

    #[test]
    fn charts_are_finished_with_the_last_standard() {
        let all = i64::try_from(STANDARDS.len()).unwrap();
        assert_eq!(unfinished(&[(1, all, true), (2, all - 1, true), (3, 0, true)]), [2, 3]);
        assert_eq!(unfinished(&[(1, all, true), (2, all - 1, false), (3, 0, false)]), [] as [i32; 0], "moved on");
    }

    fn found(position: i32, verdict: Verdict) -> Found {
        Found { position, standard: Standard::Goals, verdict }
    }

    #[test]
    fn small_figures_of_the_unit_are_hidden_also_by_subtraction() {
        let tally = |yes, partly, no, not_applicable| Tally { yes, partly, no, not_applicable };
        for (held, cells, met) in [
            (tally(12, 0, 0, 0), [Some(12), Some(0), Some(0), Some(0)], Some(100)),
            (tally(12, 6, 6, 0), [Some(12), Some(6), Some(6), Some(0)], Some(50)),
            // The three are hidden, and the smallest that could give them away with them.
            (tally(12, 6, 3, 0), [Some(12), None, None, Some(0)], None),
            (tally(12, 3, 2, 0), [Some(12), None, None, Some(0)], None),
        ] {
            let shown = Shown::suppressed(held);
            assert_eq!((shown.cells, shown.met), (cells, met), "{held:?}");
        }
        assert_eq!(Shown::whole(tally(1, 1, 0, 2)).met, Some(50));
        assert_eq!(Tally::default().met(), None);
    }

    #[test]
    fn a_practitioner_with_few_charts_is_hidden() {
        let led = |positions: std::ops::Range<i32>, n: u128, name: &str| {
            positions
                .map(move |position| Led { position, lead_id: UserId(Uuid::from_u128(n)), lead: name.to_owned() })
                .collect::<Vec<_>>()
        };
        let of = |counts: [i32; 3]| {
            let [a, b, c] = counts;
            let all = [led(0..a, 1, "Ana"), led(a..a + b, 2, "Bora"), led(a + b..a + b + c, 3, "Cela")].concat();
            let found: Vec<Found> = (0..a + b + c).map(|position| found(position, Verdict::Yes)).collect();
            by_practitioner(&all, &found)
                .into_iter()
                .map(|one| one.result.map(|(charts, tally)| (charts, tally.yes)))
                .collect::<Vec<_>>()
        };
        assert_eq!(of([6, 5, 9]), [Some((6, 6)), Some((5, 5)), Some((9, 9))]);
        // One alone could be found from the others and the total: the next smallest goes with it.
        assert_eq!(of([6, 4, 9]), [None, None, Some((9, 9))]);
        assert_eq!(of([3, 4, 9]), [None, None, Some((9, 9))]);
        assert_eq!(of([12, 0, 0]), [Some((12, 12))]);
        assert_eq!(of([4, 0, 0]), [None]);
        // Of six charts two were never read.
        let six = led(0..6, 1, "Ana");
        let read: Vec<Found> = (0..4).map(|position| found(position, Verdict::Yes)).collect();
        assert_eq!(by_practitioner(&six, &read)[0].result, None);
    }

    #[test]
    fn findings_are_counted_by_standard() {
        let rows = by_standard(&[found(1, Verdict::Yes), found(2, Verdict::Partly), found(3, Verdict::NotApplicable)]);
        assert_eq!(rows.len(), STANDARDS.len());
        let goals = rows.iter().find(|(standard, _)| *standard == Standard::Goals).unwrap().1;
        assert_eq!((goals.cells(), goals.met()), ([1, 1, 0, 1], Some(50)));
        assert!(rows.iter().filter(|(standard, _)| *standard != Standard::Goals).all(|(_, tally)| tally.all() == 0));
    }
}
