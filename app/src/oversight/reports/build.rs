//! Puts a report together: the same questions for the period, the one before and the same a year earlier; then everything that rests
//! on too few persons is hidden, and what would betray it. Hiding is part of building, so that no page or file can forget it.

use std::collections::{BTreeMap, BTreeSet};

use chrono_tz::Tz;

use super::facts::{self, Count};
use super::model::{Body, Kind, Line, Section, Unit};
use crate::kit::db::{CareTx, DbError};
use crate::oversight::hours::groups::{self, By, Cell, Grid, Whose};
use crate::oversight::hours::period::Period;
use crate::oversight::hours::store::{versions_of_department, versions_of_facility};
use crate::oversight::hours::{suppress, targets};

/// What the sections are counted from, for one period.
#[derive(Debug, Clone, Default)]
struct Column {
    whole: Cell,
    target: i64,
    reasons: Vec<(String, i64)>,
    goals: BTreeMap<String, Count>,
    reviews: BTreeMap<String, Count>,
    presence: BTreeMap<String, Count>,
    declines: BTreeMap<String, Count>,
}

async fn column(tx: &mut CareTx, whose: Whose, period: &Period) -> Result<Column, DbError> {
    let whole = [period.whole()];
    let all = groups::aggregates(tx, whose, By::Week, &whole).await?;
    let reasons = groups::aggregates(tx, whose, By::Reason, &whole).await?;
    let versions = match whose {
        Whose::Facility(facility, _) => versions_of_facility(tx, facility, &period.weeks).await?,
        Whose::Department => versions_of_department(tx, &period.weeks).await?,
    };
    let lost = |cell: &Cell| cell.hours.lost_custody + cell.hours.lost_health + cell.hours.lost_patient;
    Ok(Column {
        whole: all.total.total(),
        target: period.weeks.iter().map(|week| targets::of_week(week, &versions)).sum(),
        reasons: reasons.groups.iter().map(|group| (group.label.clone(), lost(&group.total()))).collect(),
        goals: facts::count(&facts::goals(tx, whose, period).await?, true),
        reviews: facts::count(&facts::reviews(tx, whose, period).await?, true),
        presence: facts::count(&facts::presence(tx, whose, period).await?, false),
        declines: facts::count(&facts::declines(tx, whose, period).await?, true),
    })
}

/// The periods beside each other: this one, the one before, the same a year earlier.
fn compared(kind: Kind, period: &Period, zone: Tz) -> Vec<Period> {
    match kind {
        Kind::Month => vec![period.clone(), period.before(zone), period.year_before(zone)],
        Kind::Year => vec![period.clone(), period.before(zone)],
    }
}

pub async fn body(tx: &mut CareTx, kind: Kind, whose: Whose, period: &Period, zone: Tz) -> Result<Body, DbError> {
    let periods = compared(kind, period, zone);
    let codes: Vec<String> = periods.iter().map(|period| period.code.clone()).collect();
    let mut columns = Vec::new();
    for period in &periods {
        columns.push(column(tx, whose, period).await?);
    }
    let mut sections = vec![provision(&codes, &columns), reasons(&codes, &columns)];
    if whose == Whose::Department {
        let by = groups::aggregates(tx, whose, By::Facility, &period.parts(zone)).await?;
        sections.extend(facilities(period, &by, zone));
    }
    if kind == Kind::Year {
        let by = groups::aggregates(tx, whose, By::Programme, &[period.whole()]).await?;
        sections.push(programmes(period, &by));
    }
    sections.push(counted("goals", &codes, &columns, |column| &column.goals));
    sections.push(counted("reviews", &codes, &columns, |column| &column.reviews));
    sections.push(counted("presence", &codes, &columns, |column| &column.presence));
    sections.push(counted("declines", &codes, &columns, |column| &column.declines));
    sections.retain(|section| !section.lines.is_empty());
    Ok(Body { sections })
}

/// Hours against the target. Who is counted here is everybody at once, so either all of it is shown or nothing.
fn provision(codes: &[String], columns: &[Column]) -> Section {
    let shown = |column: &Column, figure: i64| (!column.whole.hidden).then_some(figure);
    let line = |label: &str, figure: &dyn Fn(&Column) -> i64| Line {
        label: label.to_owned(),
        figures: columns.iter().map(|column| shown(column, figure(column))).collect(),
    };
    let lines = vec![
        line("target", &|column| column.target),
        line("planned", &|column| column.whole.hours.planned),
        line("offered", &|column| column.whole.hours.offered),
        line("attended", &|column| column.whole.hours.attended),
        line("lost-custody", &|column| column.whole.hours.lost_custody),
        line("lost-health", &|column| column.whole.hours.lost_health),
        line("lost-patient", &|column| column.whole.hours.lost_patient),
        line("open", &|column| column.whole.hours.open()),
    ];
    Section { code: "provision".to_owned(), unit: Unit::Minutes, columns: codes.to_vec(), lines }
}

/// Loss by reason, where rare reasons stand together already.
fn reasons(codes: &[String], columns: &[Column]) -> Section {
    let labels: BTreeSet<&String> =
        columns.iter().flat_map(|column| column.reasons.iter().map(|(label, _)| label)).collect();
    let figure = |column: &Column, label: &String| (!column.whole.hidden).then(|| lost_for(column, label)).flatten();
    let lines = labels
        .into_iter()
        .map(|label| Line {
            label: label.clone(),
            figures: columns.iter().map(|column| figure(column, label)).collect(),
        })
        .collect();
    Section { code: "reasons".to_owned(), unit: Unit::Minutes, columns: codes.to_vec(), lines }
}

/// What one reason cost. Where rare reasons of its side stand together, a reason without a line of its own may be among them.
fn lost_for(column: &Column, label: &str) -> Option<i64> {
    let held = |label: &str| column.reasons.iter().find(|(held, _)| held == label).map(|(_, minutes)| *minutes);
    let side = label.split('/').next().unwrap_or_default();
    let merged = held(&format!("{side}/rare")).is_some() || held(&format!("{side}/all")).is_some();
    if label.ends_with("/all") && !merged {
        // Here each reason has its line, and this one is their sum.
        return Some(
            column.reasons.iter().filter(|(held, _)| held.starts_with(side)).map(|(_, minutes)| minutes).sum(),
        );
    }
    held(label).or_else(|| (!merged).then_some(0))
}

fn lines_of(by: &Grid, figure: &dyn Fn(&Cell) -> i64) -> Vec<Line> {
    let line = |label: String, cells: &[Cell]| Line {
        label,
        figures: cells.iter().map(|cell| (!cell.hidden).then_some(figure(cell))).collect(),
    };
    let groups = by.groups.iter().map(|group| {
        let label = if group.label.is_empty() { "none".to_owned() } else { group.label.clone() };
        line(label, &group.cells)
    });
    groups.chain([line("total".to_owned(), &by.total.cells)]).collect()
}

/// Facilities beside each other, part by part: what was attended, and what custody lost.
fn facilities(period: &Period, by: &Grid, zone: Tz) -> [Section; 2] {
    let columns: Vec<String> =
        period.parts(zone).into_iter().map(|part| part.code).chain(["total".to_owned()]).collect();
    let section = |code: &str, figure: &dyn Fn(&Cell) -> i64| Section {
        code: code.to_owned(),
        unit: Unit::Minutes,
        columns: columns.clone(),
        lines: lines_of(by, figure),
    };
    [
        section("facilities-attended", &|cell| cell.hours.attended),
        section("facilities-custody", &|cell| cell.hours.lost_custody),
    ]
}

/// Programmes over the year. The columns of the table are one and its total, which say the same.
fn programmes(period: &Period, by: &Grid) -> Section {
    let mut lines = lines_of(by, &|cell| cell.hours.attended);
    for line in &mut lines {
        line.figures.truncate(1);
    }
    Section { code: "programmes".to_owned(), unit: Unit::Minutes, columns: vec![period.code.clone()], lines }
}

/// Counts by code with their sum, each column hidden for itself.
fn counted(code: &str, codes: &[String], columns: &[Column], of: fn(&Column) -> &BTreeMap<String, Count>) -> Section {
    let found: BTreeSet<&String> = columns.iter().flat_map(|column| of(column).keys()).collect();
    let mut labels: Vec<&String> = found.into_iter().collect();
    // Levels of goals are numbers.
    labels.sort_by_key(|label| label.parse::<i32>().unwrap_or_default());
    let figures: Vec<Vec<Option<i64>>> = columns.iter().map(|column| shown(of(column), &labels)).collect();
    let labels_and_total = labels.iter().map(|label| (*label).clone()).chain(["total".to_owned()]);
    let lines = labels_and_total
        .enumerate()
        .filter(|_| !labels.is_empty())
        .map(|(row, label)| Line {
            label,
            figures: figures.iter().map(|column| column.get(row).copied().flatten()).collect(),
        })
        .collect();
    Section { code: code.to_owned(), unit: Unit::Count, columns: codes.to_vec(), lines }
}

/// The figures of one column, the sum last. The sum rests on as many persons as the largest of its figures at least.
fn shown(counts: &BTreeMap<String, Count>, labels: &[&String]) -> Vec<Option<i64>> {
    let mut held: Vec<Count> = labels.iter().map(|label| counts.get(*label).copied().unwrap_or_default()).collect();
    let number = held.iter().map(|count| count.number).sum();
    let persons = held.iter().map(|count| count.persons).max().unwrap_or(0);
    held.push(Count { number, persons });
    let hidden = suppress::list(&held.iter().map(|count| count.persons).collect::<Vec<_>>());
    held.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(count.number)).collect()
}
