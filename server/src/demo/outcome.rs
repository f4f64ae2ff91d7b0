//! What became of a session, and of each person who was expected.

use app::care::sessions::Progress;
use chrono::NaiveDate;

use super::caseload::Patient;
use super::chance::Chance;
use super::course::step;
use super::places::Sketch;

/// What became of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Ahead; custody has confirmed it or not yet.
    Ahead {
        confirmed: bool,
    },
    /// It was not held: status, side, reason.
    Stopped(&'static str, &'static str, &'static str),
    Held(Paperwork),
}

/// How far the practitioner is with a session that was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paperwork {
    Nothing,
    Draft,
    Signed { late: bool },
}

/// `age` is in days, negative ahead; `lockdown` is the whole facility's day, `place` the session's number on its day.
pub fn of_session(chance: &mut Chance, age: i64, lockdown: bool, place: usize) -> Outcome {
    if age <= 0 {
        let confirmed = match age {
            0 => place % 5 != 3,
            -7..0 => place % 3 != 1,
            _ => place.is_multiple_of(5),
        };
        let declined = age < 0 && chance.percent(3);
        return if declined {
            Outcome::Stopped("declined", "custody", chance.pick(&["no_escort", "room_unavailable"]))
        } else {
            Outcome::Ahead { confirmed }
        };
    }
    if lockdown {
        return Outcome::Stopped("cancelled", "custody", "lockdown");
    }
    match chance.between(0, 99) {
        0 | 1 => Outcome::Stopped(
            "cancelled",
            "custody",
            chance.pick(&["no_escort", "no_officer", "operational", "room_unavailable", "training"]),
        ),
        2 | 3 => Outcome::Stopped("cancelled", "health", "health"),
        4 => Outcome::Stopped("declined", "custody", chance.pick(&["clash", "security", "no_escort"])),
        _ => Outcome::Held(paperwork(chance, age)),
    }
}

/// The youngest sessions are often not signed yet, and now and then an older one was forgotten.
fn paperwork(chance: &mut Chance, age: i64) -> Paperwork {
    let open = match age {
        1 => 45,
        2 | 3 => 25,
        4..=7 => 8,
        8..=21 => 2,
        _ => 0,
    };
    if chance.percent(open) {
        if chance.percent(50) { Paperwork::Draft } else { Paperwork::Nothing }
    } else {
        Paperwork::Signed { late: age > 3 && chance.percent(1) }
    }
}

/// What became of one person, told from both sides.
#[derive(Debug, Clone, Copy)]
pub struct Came {
    pub movement: &'static str,
    pub custody_reason: Option<&'static str>,
    pub attendance: &'static str,
    pub health_reason: Option<&'static str>,
    pub minutes: i32,
    pub participation: Option<i32>,
    pub assistance: Option<&'static str>,
    pub trend: i32,
}

impl Came {
    pub fn took_part(&self) -> bool {
        self.participation.is_some()
    }
}

pub fn of_person(chance: &mut Chance, sketch: &Sketch, patient: &Patient, date: NaiveDate, planned: i64) -> Came {
    let days = patient.days(date);
    let trend = patient.course.trend(days);
    let roll = u32::try_from(chance.between(0, 99)).unwrap_or(0);
    let brought = sketch.not_brought;
    let declined = brought + patient.course.declines(days);
    let away = |attendance, health_reason| Came {
        movement: "unlocked",
        custody_reason: None,
        attendance,
        health_reason,
        minutes: 0,
        participation: None,
        assistance: None,
        trend,
    };
    if roll < brought {
        const WHY: &[&str] =
            &["no_escort", "no_officer", "court", "visit", "work", "school", "segregation", "security", "clash"];
        return Came { movement: "not_brought", custody_reason: Some(chance.pick(WHY)), ..away("not_brought", None) };
    }
    if roll < declined {
        const WHY: &[&str] = &[
            "not_interested",
            "tired",
            "tired",
            "low_mood",
            "low_mood",
            "anxiety_in_group",
            "pain",
            "prefers_other",
            "none_given",
        ];
        return away("declined", Some(chance.pick(WHY)));
    }
    if roll < declined + 3 {
        return away("unwell", None);
    }
    if roll < declined + 4 {
        return away("excused", None);
    }
    let planned = i32::try_from(planned).unwrap_or(60);
    let few = i32::try_from(chance.between(2, 5)).unwrap_or(3) * 5;
    let (movement, attendance, minutes) = match chance.between(0, 99) {
        0..=4 => ("arrived_late", "late", planned - few),
        5..=7 => ("arrived", "left_early", planned - 2 * few),
        8..=9 => ("arrived", "part", planned / 2),
        _ => ("arrived", "full", planned),
    };
    Came {
        movement,
        minutes,
        participation: Some(effort(chance, patient, days)),
        assistance: Some(assistance(chance, patient, days)),
        ..away(attendance, None)
    }
}

/// Participation from 1 to 6.
fn effort(chance: &mut Chance, patient: &Patient, days: i64) -> i32 {
    let level = patient.course.level(-1, days) + chance.wobble();
    step(level) + 3 + i32::from(chance.percent(60))
}

/// Help that was needed, from Section GG's codes: 06 is none, 02 is more than half.
fn assistance(chance: &mut Chance, patient: &Patient, days: i64) -> &'static str {
    match step(patient.course.level(-1, days) + chance.wobble() * 0.7) {
        2.. => "06",
        1 => chance.pick(&["06", "05"]),
        0 => chance.pick(&["05", "04"]),
        -1 => chance.pick(&["04", "03"]),
        _ => chance.pick(&["03", "02"]),
    }
}

/// Progress on a goal within one session.
pub fn progress(chance: &mut Chance, trend: i32) -> Progress {
    let up = match trend {
        1.. => 60,
        0 => 25,
        _ => 5,
    };
    let down = if trend < 0 { 50 } else { 0 };
    match chance.between(0, 99) {
        roll if roll < up => Progress::Progressing,
        roll if roll < up + down => Progress::Regressing,
        roll if roll % 3 == 0 => Progress::Inconsistent,
        _ => Progress::Maintaining,
    }
}
