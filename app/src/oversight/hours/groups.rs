//! Hours by group and part of a period: one question to the database for each way of grouping, put together as a table with its
//! totals, from which every list and every drill-down on the page is a slice.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::period::Part;
use super::rules::Hours;
use super::sql::grouped;
use super::store::Sums;
use super::suppress;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::{sql_all, text_enum};

text_enum! {
    /// By what hours are added up.
    pub enum By label "hours-by" {
        Week = "week",
        Patient = "patient",
        Programme = "programme",
        Wing = "wing",
        Facility = "facility",
        Reason = "reason",
    }
}

/// Whose hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Everybody's at a facility, or those of the patients whom one practitioner leads there.
    Facility(FacilityId, Option<UserId>),
    Department,
}

#[derive(Debug, sqlx::FromRow)]
struct Row {
    group_key: Option<Uuid>,
    label: Option<String>,
    part: i64,
    person_id: PersonId,
    #[sqlx(flatten)]
    sums: Sums,
}

/// One figure of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    pub persons: i64,
    pub hours: Hours,
    pub hidden: bool,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub key: Option<Uuid>,
    /// Empty for what belongs to no group.
    pub label: String,
    /// A cell for each part of the period, and their total.
    pub cells: Vec<Cell>,
}

impl Group {
    /// As an address has it.
    #[must_use]
    pub fn code(&self) -> String {
        match self.key {
            Some(key) => key.to_string(),
            None if self.label.is_empty() => "none".to_owned(),
            None => self.label.clone(),
        }
    }

    #[must_use]
    pub fn total(&self) -> Cell {
        self.cells.last().cloned().unwrap_or_default()
    }
}

/// The groups, and the total of all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    pub groups: Vec<Group>,
    pub total: Group,
}

/// Adds up while rows come in; a person counts once wherever it is.
#[derive(Default)]
struct Adding {
    people: HashSet<PersonId>,
    hours: Hours,
}

impl Adding {
    fn add(&mut self, row: &Row) {
        self.people.insert(row.person_id);
        self.hours = self.hours + row.sums.into();
    }

    fn cell(&self) -> Cell {
        Cell { persons: i64::try_from(self.people.len()).unwrap_or(i64::MAX), hours: self.hours, hidden: false }
    }
}

fn line(parts: usize) -> Vec<Adding> {
    std::iter::repeat_with(Adding::default).take(parts + 1).collect()
}

fn put(line: &mut [Adding], row: &Row) {
    if let Some(cell) = usize::try_from(row.part).ok().and_then(|part| line.get_mut(part)) {
        cell.add(row);
    }
    if let Some(total) = line.last_mut() {
        total.add(row);
    }
}

impl Grid {
    fn of(rows: &[Row], parts: usize) -> Self {
        let mut groups: BTreeMap<(Option<String>, Option<Uuid>), Vec<Adding>> = BTreeMap::new();
        let mut total = line(parts);
        for row in rows {
            put(groups.entry((row.label.clone(), row.group_key)).or_insert_with(|| line(parts)), row);
            put(&mut total, row);
        }
        let cells = |line: &[Adding]| line.iter().map(Adding::cell).collect();
        let groups = groups
            .iter()
            .map(|((label, key), line)| Group {
                key: *key,
                label: label.clone().unwrap_or_default(),
                cells: cells(line),
            })
            .collect();
        Self { groups, total: Group { key: None, label: String::new(), cells: cells(&total) } }
    }

    /// Calls everybody by another name, in the order of these names: the order of the numbers would say whom they are about.
    #[must_use]
    pub fn renamed(mut self, name: impl Fn(Uuid) -> String) -> Self {
        for group in &mut self.groups {
            group.label = group.key.map(&name).unwrap_or_default();
        }
        self.groups.sort_by(|a, b| a.label.cmp(&b.label));
        self
    }

    /// Hides what rests on too few persons, and what would betray it.
    #[must_use]
    pub fn suppressed(mut self) -> Self {
        let persons = |group: &Group| group.cells.iter().map(|cell| cell.persons).collect::<Vec<_>>();
        let table: Vec<Vec<i64>> = self.groups.iter().chain([&self.total]).map(persons).collect();
        let hidden = suppress::grid(&table);
        for (group, hidden) in self.groups.iter_mut().chain([&mut self.total]).zip(hidden) {
            for (cell, hidden) in group.cells.iter_mut().zip(hidden) {
                cell.hidden = hidden;
            }
        }
        self
    }
}

/// Puts reasons that too few persons share under one heading, and where that is still too few, all reasons of the side. What was lost to a
/// side in all is shown in every other table, so a reason that was hidden here could be found by subtraction.
fn merge_rare(rows: &mut [Row]) {
    let few = |rows: &[Row]| {
        let mut people: HashMap<String, HashSet<PersonId>> = HashMap::new();
        for row in rows {
            people.entry(row.label.clone().unwrap_or_default()).or_default().insert(row.person_id);
        }
        let few = |held: &HashSet<PersonId>| i64::try_from(held.len()).is_ok_and(|persons| persons < suppress::LEAST);
        people.into_iter().filter(|(_, held)| few(held)).map(|(label, _)| label).collect::<HashSet<String>>()
    };
    let side = |label: &str| label.split('/').next().unwrap_or_default().to_owned();
    let rare = few(rows);
    for row in rows.iter_mut() {
        row.label =
            row.label.take().map(|label| if rare.contains(&label) { format!("{}/rare", side(&label)) } else { label });
    }
    let rare: HashSet<String> = few(rows).iter().map(|label| side(label)).collect();
    for row in rows.iter_mut() {
        row.label = row.label.take().map(|label| {
            let own = side(&label);
            if rare.contains(&own) { format!("{own}/all") } else { label }
        });
    }
}

/// Where the second to fourteenth part begin; what is not there never begins.
fn beginnings(parts: &[Part], to: DateTime<Utc>) -> [DateTime<Utc>; 13] {
    let mut bounds = [to; 13];
    for (bound, part) in bounds.iter_mut().zip(parts.iter().skip(1)) {
        *bound = part.from;
    }
    bounds
}

/// The condition on a facility or one practitioner's caseload there, and that on the whole department.
macro_rules! ask {
    ($tx:expr, $whose:expr, $parts:expr, $key:literal, $label:literal, $joins:literal) => {{
        let from = $parts.first().map(|part| part.from).unwrap_or_default();
        let to = $parts.last().map(|part| part.to).unwrap_or_default();
        let [a, b, c, d, e, f, g, h, i, j, k, l, m] = beginnings($parts, to);
        match $whose {
            Whose::Facility(facility, lead) => sql_all!(
                $tx,
                Row,
                grouped!(
                    $key,
                    $label,
                    $joins,
                    "sp.facility_id = $16 and ($17 is null or exists (select 1 from care_patient own where own.person_id = sp.person_id and own.lead_id = $17))"
                ),
                from, to, a, b, c, d, e, f, g, h, i, j, k, l, m, facility, lead
            ),
            Whose::Department => sql_all!(
                $tx,
                Row,
                grouped!($key, $label, $joins, "sp.facility_id in (select every.id from custody_facility every)"),
                from, to, a, b, c, d, e, f, g, h, i, j, k, l, m
            ),
        }
    }};
}

/// The hours of the parts of a period, grouped, as they are.
pub async fn grid(tx: &mut CareTx, whose: Whose, by: By, parts: &[Part]) -> Result<Grid, DbError> {
    Ok(Grid::of(&rows(tx, whose, by, parts).await?, parts.len()))
}

/// The same for those who get aggregates.
pub async fn aggregates(tx: &mut CareTx, whose: Whose, by: By, parts: &[Part]) -> Result<Grid, DbError> {
    let mut rows = rows(tx, whose, by, parts).await?;
    if by == By::Reason {
        merge_rare(&mut rows);
        return Ok(Grid::of(&rows, parts.len()));
    }
    Ok(Grid::of(&rows, parts.len()).suppressed())
}

async fn rows(tx: &mut CareTx, whose: Whose, by: By, parts: &[Part]) -> Result<Vec<Row>, DbError> {
    match by {
        By::Week => ask!(tx, whose, parts, "cast(null as uuid)", "''", ""),
        By::Patient => {
            ask!(tx, whose, parts, "b.person_id", "c.prison_number", "join custody_person c on c.id = b.person_id")
        }
        // Programmes of two facilities may have one title.
        By::Programme if whose == Whose::Department => ask!(
            tx,
            whose,
            parts,
            "pr.id",
            "pr.title || ', ' || pf.name",
            "left join care_session cs on cs.id = b.slot_id left join care_programme pr on pr.id = cs.programme_id
             left join custody_facility pf on pf.id = pr.facility_id"
        ),
        By::Programme => ask!(
            tx,
            whose,
            parts,
            "pr.id",
            "pr.title",
            "left join care_session cs on cs.id = b.slot_id left join care_programme pr on pr.id = cs.programme_id"
        ),
        By::Wing => ask!(
            tx,
            whose,
            parts,
            "w.id",
            "w.name",
            "join custody_person c on c.id = b.person_id left join custody_wing w on w.id = c.wing_id"
        ),
        By::Facility => {
            ask!(tx, whose, parts, "b.facility_id", "f.name", "join custody_facility f on f.id = b.facility_id")
        }
        By::Reason => ask!(
            tx,
            whose,
            parts,
            "cast(null as uuid)",
            "b.rest || '/' || b.why",
            "where b.rest <> 'open' and b.planned > b.attended"
        ),
    }
}
