//! The form in which a session is recorded: 'present for all, then the exceptions'. What holds for everybody stands once at
//! the top; of a group each person has one line of codes ([`super::quick`]), written only where somebody differs.

use std::collections::HashMap;
use std::hash::Hash;

use super::model::{Assistance, Attendance, GroupRatings, HealthReason, Progress};
use super::names::{Named, identifier_in};
use super::quick::{self, Quick};
use super::rules::{self, MOOD, MinutesRefused, Missing, PARTICIPATION, RATING};
use super::store::sheet::{RosterRow, Sheet, SheetGoal};
use crate::custody::slots::Movement;
use crate::i18n::Msg;
use crate::kit::form::{Fields, LONGEST};
use crate::kit::ids::{GoalId, PersonId};

/// The longest individual note and next step.
const LONGEST_NOTE: usize = 8000;
const LONGEST_STEP: usize = 1000;

/// The name of a field that a person or a goal has of their own.
#[must_use]
pub fn own(what: &str, id: impl std::fmt::Display) -> String {
    format!("{what}-{id}")
}

/// What the form says, ready to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordDraft {
    pub shared: String,
    pub ratings: GroupRatings,
    pub people: Vec<PersonRecord>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRecord {
    pub patient: PersonId,
    pub attendance: Attendance,
    pub health_reason: Option<HealthReason>,
    pub minutes: i32,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
    pub mood_before: Option<i32>,
    pub mood_after: Option<i32>,
    pub individual_note: String,
    pub next_step: String,
    pub goals: Vec<GoalRecord>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalRecord {
    pub goal: GoalId,
    pub progress: Progress,
    pub level: Option<i32>,
}

/// The form as it is first shown: full attendance for everybody, what custody did not bring marked so, and whatever has been
/// recorded before.
#[must_use]
pub fn prefill(sheet: &Sheet) -> Fields {
    let mut fields = Fields::new()
        .with("version", sheet.head.version.to_string())
        .with("shared", sheet.head.shared_narrative.clone());
    let took_part = || sheet.roster.iter().filter(|row| row.attendance.is_some_and(Attendance::took_part));
    let recorded = sheet.head.recorded_at.is_some();
    let minutes = commonest(took_part().filter_map(|row| row.minutes)).or((!recorded).then(|| sheet.head.minutes()));
    let participation = commonest(took_part().filter_map(|row| row.participation));
    let assistance = commonest(took_part().filter_map(|row| row.assistance));
    let usual = Usual { minutes, participation, assistance };
    let alone = sheet.roster.len() == 1;
    if !alone {
        fields.set("all-minutes", text(minutes.or(Some(sheet.head.minutes()))));
        fields.set("all-participation", text(participation));
        fields.set("all-assistance", text(assistance));
        for (name, rating) in sheet.head.ratings.named() {
            fields.set(name, text(rating));
        }
    }
    for row in &sheet.roster {
        let id = row.patient_id;
        if alone {
            fill_alone(&mut fields, row, usual);
        } else {
            fields.set(own("code", id), quick::write(&differing(row, usual)));
        }
        fields.set(own("note", id), row.individual_note.clone().unwrap_or_default());
        fields.set(own("next", id), row.next_step.clone().unwrap_or_default());
    }
    for goal in &sheet.goals {
        fields.set(own("progress", goal.goal_id), text(goal.progress));
        fields.set(own("level", goal.goal_id), text(goal.level));
    }
    fields
}

/// What holds for most of a group.
#[derive(Debug, Clone, Copy)]
struct Usual {
    minutes: Option<i32>,
    participation: Option<i32>,
    assistance: Option<Assistance>,
}

fn fill_alone(fields: &mut Fields, row: &RosterRow, usual: Usual) {
    let id = row.patient_id;
    fields.set(own("attendance", id), presumed(row).as_str());
    fields.set(own("reason", id), text(row.health_reason));
    fields.set(own("minutes", id), text(row.minutes.or(usual.minutes)));
    fields.set(own("participation", id), text(row.participation));
    fields.set(own("assistance", id), text(row.assistance));
    fields.set(own("mood-before", id), text(row.mood_before));
    fields.set(own("mood-after", id), text(row.mood_after));
}

/// What a person's line must say: nothing of what is as for all.
fn differing(row: &RosterRow, usual: Usual) -> Quick {
    let attendance = presumed(row);
    let there = attendance.took_part() && row.attendance.is_some();
    Quick {
        attendance: Some(attendance).filter(|held| *held != Attendance::Full),
        health_reason: row.health_reason,
        minutes: row.minutes.filter(|own| there && (attendance != Attendance::Full || Some(*own) != usual.minutes)),
        participation: row.participation.filter(|own| Some(*own) != usual.participation),
        assistance: row.assistance.filter(|own| Some(*own) != usual.assistance),
        mood_before: row.mood_before,
        mood_after: row.mood_after,
    }
}

/// What is to be expected of a person before anybody has said otherwise.
fn presumed(row: &RosterRow) -> Attendance {
    match (row.attendance, row.movement) {
        (Some(recorded), _) => recorded,
        (None, Movement::NotBrought) => Attendance::NotBrought,
        (None, _) => Attendance::Full,
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn commonest<T: Eq + Hash + Ord + Copy>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: HashMap<T, usize> = HashMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(value, count)| (*count, *value)).map(|(value, _)| value)
}

/// Reads the form against the session's own people and goals; errors stand at the fields. What is `complete` can be signed.
pub fn parse(fields: &mut Fields, sheet: &Sheet, complete: bool) -> RecordDraft {
    let shared = fields.text("shared", LONGEST);
    names_nobody(fields, "shared", &shared, sheet, None);
    let all = ForAll::parse(fields, sheet);
    let ratings = ratings(fields);
    let people: Vec<PersonRecord> = sheet.roster.iter().map(|row| person(fields, sheet, row, &all)).collect();
    if complete && !fields.is_refused() {
        require_complete(fields, sheet, &people, &shared);
    }
    RecordDraft { shared, ratings, people }
}

fn ratings(fields: &mut Fields) -> GroupRatings {
    let mut rating = |name: &str| number(fields, name, *RATING.start(), *RATING.end());
    GroupRatings {
        cohesion: rating("group-cohesion"),
        group_participation: rating("group-participation"),
        rule_keeping: rating("group-rule-keeping"),
        mutual_help: rating("group-mutual-help"),
    }
}

/// What holds for everybody who took part, unless their own field says otherwise.
struct ForAll {
    minutes: Option<i32>,
    participation: Option<i32>,
    assistance: Option<Assistance>,
}

impl ForAll {
    fn parse(fields: &mut Fields, sheet: &Sheet) -> Self {
        let minutes = number(fields, "all-minutes", 1, sheet.head.minutes());
        let participation = number(fields, "all-participation", *PARTICIPATION.start(), *PARTICIPATION.end());
        Self { minutes, participation, assistance: fields.optional("all-assistance") }
    }
}

/// A whole number that may be left out.
fn number(fields: &mut Fields, name: &str, least: i32, most: i32) -> Option<i32> {
    if fields.get(name).is_empty() { None } else { fields.number(name, least, most) }
}

/// What is said of one person alone, by a line of codes or by fields of their own.
fn said(fields: &mut Fields, row: &RosterRow, length: i32) -> Quick {
    let id = row.patient_id;
    let code = own("code", id);
    if fields.has(&code) {
        let who = ("name", row.name().into());
        return quick::read(fields.get(&code)).unwrap_or_else(|fault| {
            fields.error(
                code,
                match fault {
                    quick::Fault::Unknown(word) => Msg::with("group-unknown", [who, ("word", word.into())]),
                    quick::Fault::Twice(word) => Msg::with("group-twice", [who, ("word", word.into())]),
                },
            );
            Quick::default()
        });
    }
    Quick {
        attendance: fields.choice(&own("attendance", id)),
        health_reason: fields.optional(&own("reason", id)),
        minutes: number(fields, &own("minutes", id), 0, length),
        participation: number(fields, &own("participation", id), *PARTICIPATION.start(), *PARTICIPATION.end()),
        assistance: fields.optional(&own("assistance", id)),
        mood_before: number(fields, &own("mood-before", id), *MOOD.start(), *MOOD.end()),
        mood_after: number(fields, &own("mood-after", id), *MOOD.start(), *MOOD.end()),
    }
}

/// Where an error about a person stands: at the line of codes where there is one, or at the field itself.
fn at(fields: &Fields, what: &str, id: PersonId) -> String {
    let code = own("code", id);
    if fields.has(&code) { code } else { own(what, id) }
}

fn person(fields: &mut Fields, sheet: &Sheet, row: &RosterRow, all: &ForAll) -> PersonRecord {
    let id = row.patient_id;
    let said = said(fields, row, sheet.head.minutes());
    let attendance = said.attendance.unwrap_or(Attendance::Full);
    let took_part = attendance.took_part();
    if said.health_reason.is_some() && attendance != Attendance::Declined {
        let field = at(fields, "reason", id);
        fields.error(field, Msg::with("sessions-reason-only-declined", [("name", row.name().into())]));
    }
    let minutes = minutes(fields, sheet, row, (attendance, said.minutes), all);
    let individual_note = own_text(fields, "note", row, sheet, LONGEST_NOTE);
    let next_step = own_text(fields, "next", row, sheet, LONGEST_STEP);
    let goals: Vec<GoalRecord> =
        sheet.goals_of(id).filter_map(|goal| goal_record(fields, goal, row, took_part)).collect();
    PersonRecord {
        patient: id,
        attendance,
        health_reason: said.health_reason,
        minutes,
        participation: said.participation.or(all.participation).filter(|_| took_part),
        assistance: said.assistance.or(all.assistance).filter(|_| took_part),
        mood_before: said.mood_before.filter(|_| took_part),
        mood_after: said.mood_after.filter(|_| took_part),
        individual_note,
        next_step,
        goals,
    }
}

fn minutes(
    fields: &mut Fields,
    sheet: &Sheet,
    row: &RosterRow,
    (attendance, typed): (Attendance, Option<i32>),
    all: &ForAll,
) -> i32 {
    let name = at(fields, "minutes", row.patient_id);
    let length = sheet.head.minutes();
    if fields.error_at(&name).is_some() {
        return 0;
    }
    // What holds for all is for those who were there all the time.
    let meant = if attendance == Attendance::Full { typed.or(all.minutes) } else { typed };
    rules::minutes(attendance, meant, length).unwrap_or_else(|refused| {
        let who = ("name", row.name().into());
        fields.error(
            name,
            match refused {
                MinutesRefused::AbsentHasNone => Msg::with("sessions-minutes-absent", [who]),
                MinutesRefused::LessThan(n) => Msg::with("sessions-minutes-less", [who, ("n", n.into())]),
                MinutesRefused::AtMost(n) => Msg::with("sessions-minutes-most", [who, ("n", n.into())]),
            },
        );
        0
    })
}

fn own_text(fields: &mut Fields, what: &str, row: &RosterRow, sheet: &Sheet, longest: usize) -> String {
    let name = own(what, row.patient_id);
    let text = fields.text(&name, longest);
    names_nobody(fields, &name, &text, sheet, Some(row.patient_id));
    text
}

/// Refuses a text that names somebody of the roster other than the one it is about.
fn names_nobody(fields: &mut Fields, name: &str, text: &str, sheet: &Sheet, about: Option<PersonId>) {
    let others: Vec<Named<'_>> =
        sheet.roster.iter().filter(|row| Some(row.patient_id) != about).map(|row| row.who.looked_for()).collect();
    // In a session with one person, the shared text is that person's own.
    if sheet.roster.len() < 2 {
        return;
    }
    if let Some(found) = identifier_in(text, &others) {
        let key = if about.is_some() { "sessions-note-names" } else { "sessions-shared-names" };
        fields.error(name, Msg::with(key, [("word", found.word.into()), ("line", found.line.into())]));
    }
}

fn goal_record(fields: &mut Fields, goal: &SheetGoal, row: &RosterRow, took_part: bool) -> Option<GoalRecord> {
    let (progress_field, level_field) = (own("progress", goal.goal_id), own("level", goal.goal_id));
    let progress: Option<Progress> = fields.optional(&progress_field);
    let level = number(fields, &level_field, -2, 2);
    match (progress, level) {
        (Some(_), _) if !took_part => {
            fields.error(progress_field, Msg::with("sessions-progress-absent", [("name", row.name().into())]));
            None
        }
        (Some(progress), level) => Some(GoalRecord { goal: goal.goal_id, progress, level }),
        (None, Some(_)) => {
            fields.error(progress_field, Msg::new("sessions-progress-with-level"));
            None
        }
        (None, None) => None,
    }
}

fn require_complete(fields: &mut Fields, sheet: &Sheet, people: &[PersonRecord], shared: &str) {
    let alone = people.len() == 1;
    for (row, person) in sheet.roster.iter().zip(people) {
        let found = rules::missing(
            person.attendance,
            person.participation.is_some(),
            person.health_reason.is_some(),
            !shared.is_empty(),
            !person.individual_note.is_empty(),
        );
        for missing in found {
            let who = [("name", row.name().into())];
            let (field, message) = match missing {
                Missing::Participation if alone => {
                    (own("participation", row.patient_id), Msg::with("sessions-needs-participation", who))
                }
                // Who has no value of their own lacks the one for all.
                Missing::Participation => {
                    ("all-participation".to_owned(), Msg::new("sessions-needs-participation-all"))
                }
                Missing::HealthReason => {
                    (at(fields, "reason", row.patient_id), Msg::with("sessions-needs-reason", who))
                }
                Missing::Words => ("shared".to_owned(), Msg::new("sessions-needs-words")),
            };
            if fields.error_at(&field).is_none() {
                fields.error(field, message);
            }
        }
    }
}

/// Whether what is kept of a session is enough to be signed.
#[must_use]
pub fn is_complete(sheet: &Sheet) -> bool {
    let shared = !sheet.head.shared_narrative.is_empty();
    sheet.head.recorded_at.is_some()
        && !sheet.roster.is_empty()
        && sheet.roster.iter().all(|row| {
            row.attendance.is_some_and(|attendance| {
                let individual = row.individual_note.as_deref().is_some_and(|note| !note.is_empty());
                rules::missing(attendance, row.participation.is_some(), row.health_reason.is_some(), shared, individual)
                    .is_empty()
            })
        })
}

#[cfg(test)]
pub(crate) mod tests;
