//! A facility's week before anything has happened in it: which practitioner works with whom, when and in which room. Each
//! practitioner holds one session at a time, each room one, and every patient belongs to one practitioner: nothing overlaps.

use app::kit::ids::KitId;
use chrono::{Datelike as _, Days, NaiveDate};

use super::calendar::{CELLS, Calendar, Cell, EVENING, is_weekend, letters};
use super::caseload::Unit;
use super::chance::{Chance, nth};
use super::places::{Facility, Room};

/// A session as it stands in the timetable.
#[derive(Debug)]
pub struct Planned {
    pub date: NaiveDate,
    pub cell: Cell,
    /// Which unit of the facility.
    pub unit: usize,
    /// Which of its patients.
    pub members: Vec<usize>,
    /// Which of the unit's groups meets, when one does.
    pub group: Option<usize>,
    pub room: Room,
    pub letter: String,
}

impl Planned {
    pub fn is_group(&self) -> bool {
        self.members.len() > 1
    }
}

/// The sessions of one day, in order.
pub fn day(
    chance: &mut Chance,
    calendar: Calendar,
    facility: &Facility,
    units: &mut [Unit],
    date: NaiveDate,
) -> Vec<Planned> {
    let mut wanted: Vec<(Cell, usize, Vec<usize>, Option<usize>)> = Vec::new();
    for (index, unit) in units.iter_mut().enumerate() {
        for (cell, group) in cells(calendar, facility, unit, date) {
            let members = match group {
                Some(group) => members_of(unit, group, date),
                None if chance.percent(75) => Vec::new(),
                None => continue,
            };
            let members = if members.len() < 2 { next_alone(unit, date).into_iter().collect() } else { members };
            if !members.is_empty() {
                let group = group.filter(|_| members.len() > 1);
                wanted.push((cell, index, members, group));
            }
        }
    }
    wanted.sort_by_key(|(cell, unit, ..)| (cell.start, *unit));
    let mut planned = Vec::new();
    let mut taken = (0, 0, 0);
    for (cell, unit, members, group) in wanted {
        if cell.start != taken.0 {
            // Where the counting of rooms begins moves with the hour, so that groups do not always have the same room.
            let turn = date.weekday().num_days_from_monday() as usize * 2 + planned.len();
            taken = (cell.start, turn, turn);
        }
        let room = if members.len() > 1 {
            nth_room(&facility.large, &mut taken.1)
        } else {
            nth_room(&facility.small, &mut taken.2)
        };
        if let Some(room) = room {
            planned.push(Planned { date, cell, unit, members, group, room, letter: letters(planned.len()) });
        }
    }
    planned
}

fn nth_room(rooms: &[Room], at: &mut usize) -> Option<Room> {
    let room = rooms.get(*at % rooms.len().max(1)).copied();
    *at += 1;
    room
}

/// A unit's cells of a day, and the group that has each; `None` is time for one patient.
fn cells(calendar: Calendar, facility: &Facility, unit: &Unit, date: NaiveDate) -> Vec<(Cell, Option<usize>)> {
    let day = date.weekday().num_days_from_monday() as usize;
    let mut cells = Vec::new();
    if is_weekend(date) {
        let on_duty = (usize::try_from(date.iso_week().week()).unwrap_or(0) + unit.number).is_multiple_of(4);
        if facility.sketch.weekends && (on_duty || date == calendar.today) {
            cells.push((nth_cell(0), Some(0)));
            cells.push((nth_cell(2), None));
        }
        return cells;
    }
    // Each group meets twice a week, in the long cells; which weekdays moves with the unit.
    let group = |shift: usize| Some((day + 10 - (unit.number + shift) % 5) % 5).filter(|group| *group < 4);
    cells.push((nth_cell(0), None));
    // The first practitioner sees her largest group on the day that the demonstration is about.
    let first = unit.facility == 0 && unit.number == 0 && date == calendar.today;
    cells.push((nth_cell(1), if first { Some(0) } else { group(0) }));
    cells.push((nth_cell(2), None));
    cells.push((nth_cell(3), group(2)));
    if date.weekday() == chrono::Weekday::Wed && unit.number.is_multiple_of(2) {
        cells.push((EVENING, Some(1)));
    }
    cells
}

fn nth_cell(n: usize) -> Cell {
    CELLS.get(n).copied().unwrap_or(EVENING)
}

fn members_of(unit: &Unit, group: usize, date: NaiveDate) -> Vec<usize> {
    let here = |(_, patient): &(usize, &super::caseload::Patient)| {
        patient.group == Some(group) && patient.is_open(date) && patient.version_on(date).is_some()
    };
    unit.patients.iter().enumerate().filter(here).map(|(index, _)| index).collect()
}

/// The patient whose turn it is to be seen alone.
fn next_alone(unit: &mut Unit, date: NaiveDate) -> Option<usize> {
    for _ in 0..unit.patients.len() {
        unit.turn = (unit.turn + 1) % unit.patients.len();
        if unit.patients.get(unit.turn).is_some_and(|patient| patient.is_treated(date)) {
            return Some(unit.turn);
        }
    }
    None
}

/// The days of a week.
pub fn days(calendar: Calendar, week: u32) -> impl Iterator<Item = NaiveDate> {
    let monday = calendar.monday(week);
    (0..7).map(move |day| monday + Days::new(day))
}

/// An activity of the library, with its title in the language of whoever leads it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Activity {
    pub code: String,
    pub kind: String,
    area: String,
    title_en: String,
    title_sq: String,
    title_sr: String,
    /// What is carried to it.
    pub kit_id: KitId,
}

impl Activity {
    pub fn title(&self, language: &str) -> &str {
        match language {
            "sq" => &self.title_sq,
            "sr" => &self.title_sr,
            _ => &self.title_en,
        }
    }
}

/// Activities by what a room is good for and by what a goal is about.
#[derive(Debug)]
pub struct Activities(pub Vec<Activity>);

impl Activities {
    /// For a group, by its room; `turn` moves on every quarter of a year.
    pub fn for_room(&self, room: &str, evening: bool, turn: usize) -> Option<&Activity> {
        let kinds: &[&str] = match room {
            _ if evening => &["relaxation", "music"],
            "kitchen" => &["domestic"],
            "workshop" => &["vocational", "craft"],
            "garden" => &["gardening"],
            "gym" => &["movement"],
            "classroom" => &["reading_education", "release_preparation", "life_skills"],
            _ => &["craft", "games", "music", "relaxation"],
        };
        let kind = nth(kinds, turn);
        self.nth_of(turn, |activity| activity.kind == kind && !activity.code.starts_with("in_cell"))
    }

    /// For one patient, by the goal that is worked on.
    pub fn for_area(&self, area: &str, turn: usize) -> Option<&Activity> {
        self.nth_of(turn, |activity| activity.area == area)
    }

    fn nth_of(&self, turn: usize, fits: impl Fn(&Activity) -> bool) -> Option<&Activity> {
        let fitting: Vec<&Activity> = self.0.iter().filter(|activity| fits(activity)).collect();
        fitting.get(turn % fitting.len().max(1)).copied().or_else(|| self.0.first())
    }
}
