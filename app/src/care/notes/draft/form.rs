//! The form of a draft: reading it, and filling it from what is kept.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::model::{Draft, Section};
use crate::care::notes::rules::is_late;
use crate::i18n::Msg;
use crate::kit::form::{Fields, LONGEST};
use crate::kit::local_time::{NoSuchTime, clock_text, instant, local_date, minute_of_day, parse_clock};

pub const LONGEST_REASON: usize = 500;

/// What is kept, as the form shows it.
#[must_use]
pub fn fill(draft: &Draft, zone: Tz) -> Fields {
    let mut fields = Fields::new()
        .with("version", draft.version.to_string())
        .with("date", local_date(draft.occurred_at, zone).to_string())
        .with("time", clock_text(minute_of_day(draft.occurred_at, zone)))
        .with("sensitivity", draft.sensitivity.as_str())
        .with("late-reason", draft.late_reason.clone());
    for (section, _) in draft.format.sections() {
        fields.set(section.name(), draft.texts.get(*section));
    }
    fields
}

/// Reads the form over what is kept: errors stand at their fields, and what could not be read stays as it was.
pub fn parse(fields: &mut Fields, kept: &Draft, zone: Tz, now: DateTime<Utc>) -> Draft {
    let mut draft = kept.clone();
    if draft.about_id.is_none() {
        draft.occurred_at = occurred_at(fields, kept, zone, now).unwrap_or(kept.occurred_at);
        draft.sensitivity = fields.choice("sensitivity").unwrap_or(kept.sensitivity);
    }
    for (section, _) in kept.format.sections() {
        *draft.texts.get_mut(*section) = fields.text(section.name(), LONGEST);
    }
    if fields.has("late-reason") {
        draft.late_reason = fields.text("late-reason", LONGEST_REASON);
    }
    draft
}

/// Whether the words themselves can be kept: a date that is only half typed does not keep them from being saved.
#[must_use]
pub fn words_can_be_kept(fields: &Fields) -> bool {
    fields.errors().iter().all(|(name, _)| name == "date" || name == "time")
}

/// When what is told happened, by the clock of the place. What is kept is left alone while the form shows the same, since an
/// hour that comes twice looks the same both times.
fn occurred_at(fields: &mut Fields, kept: &Draft, zone: Tz, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    if fields.get("date").is_empty() {
        fields.error("date", Msg::new("form-required"));
    }
    let date = fields.date("date");
    let minute = parse_clock(fields.get("time"));
    if minute.is_none() {
        fields.error("time", Msg::new("sessions-time-form"));
    }
    let (date, minute) = (date?, minute?);
    if (date, minute) == (local_date(kept.occurred_at, zone), minute_of_day(kept.occurred_at, zone)) {
        return Some(kept.occurred_at);
    }
    match moment(date, minute, zone, now) {
        Ok(at) => Some(at),
        Err((field, key)) => {
            fields.error(field, Msg::new(key));
            None
        }
    }
}

/// The instant of a clock time that has been; or the field that is wrong, and why.
fn moment(
    date: NaiveDate,
    minute: i32,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>, (&'static str, &'static str)> {
    match instant(date, minute, zone) {
        Err(NoSuchTime) => Err(("time", "sessions-time-none")),
        Ok(at) if at <= now => Ok(at),
        Ok(_) if date > local_date(now, zone) => Err(("date", "notes-ahead")),
        Ok(_) => Err(("time", "notes-ahead")),
    }
}

/// What is still missing before the draft can be signed, at its field.
pub fn require_complete(fields: &mut Fields, draft: &Draft, now: DateTime<Utc>) {
    if draft.texts.are_empty() {
        let first = draft.format.sections().first().map_or("", |(section, _)| section.name());
        fields.error(first, Msg::new("notes-empty"));
    }
    if draft.about_id.is_none() && is_late(draft.occurred_at, now) && draft.late_reason.is_empty() {
        fields.error("late-reason", Msg::new("notes-late-missing"));
    }
}

/// The section that a phrase goes into: the one that was chosen, when the draft has it.
#[must_use]
pub fn section_chosen(fields: &Fields, draft: &Draft) -> Option<Section> {
    let sections = draft.format.sections();
    let chosen = Section::from_name(fields.get("into"));
    let held = sections.iter().find(|(section, _)| Some(*section) == chosen).or(sections.first());
    held.map(|(section, _)| *section)
}

#[cfg(test)]
mod tests {
    use super::super::model::{Format, Texts};
    use super::*;
    use crate::care::notes::{NoteKind, Sensitivity};
    use crate::kit::ids::{NoteId, PersonId, UserId};
    use uuid::Uuid;

    const ZONE: Tz = chrono_tz::Europe::Belgrade;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn draft(occurred_at: &str) -> Draft {
        Draft {
            id: NoteId(Uuid::nil()),
            patient_id: PersonId(Uuid::nil()),
            author_id: UserId(Uuid::nil()),
            kind: NoteKind::Contact,
            format: Format::Soap,
            sensitivity: Sensitivity::Normal,
            occurred_at: at(occurred_at),
            texts: Texts { plan: "Weekly.".to_owned(), ..Texts::default() },
            late_reason: String::new(),
            about_id: None,
            replaces_id: None,
            updated_at: at(occurred_at),
            version: 3,
        }
    }

    #[test]
    fn what_was_filled_in_reads_back_the_same() {
        for occurred_at in
            ["2026-11-24T09:05:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-03-29T01:00:00Z"]
        {
            let kept = draft(occurred_at);
            let mut fields = fill(&kept, ZONE);
            assert_eq!(parse(&mut fields, &kept, ZONE, at("2026-12-01T00:00:00Z")), kept, "{occurred_at}");
            assert!(!fields.is_refused());
        }
    }

    #[test]
    fn a_clock_time_is_one_that_has_been() {
        let kept = draft("2026-01-01T00:00:00Z");
        // 29 March: 02:00 becomes 03:00. 25 October: 03:00 becomes 02:00, and the first of the two is meant.
        for (date, time, expected) in [
            ("2026-11-24", "00:10", Ok("2026-11-23T23:10:00Z")),
            ("2026-11-23", "23:59", Ok("2026-11-23T22:59:00Z")),
            ("2026-03-29", "02:30", Err("time")),
            ("2026-03-29", "03:00", Ok("2026-03-29T01:00:00Z")),
            ("2026-10-25", "02:30", Ok("2026-10-25T00:30:00Z")),
            ("2026-11-24", "11:00", Err("time")),
            ("2026-11-25", "08:00", Err("date")),
            ("2026-11-31", "08:00", Err("date")),
            ("", "08:00", Err("date")),
            ("2026-11-24", "8 o'clock", Err("time")),
        ] {
            let mut fields = fill(&kept, ZONE).with("date", date).with("time", time);
            let found = parse(&mut fields, &kept, ZONE, at("2026-11-24T09:30:00Z")).occurred_at;
            match expected {
                Ok(expected) => assert_eq!(found, at(expected), "{date} {time}"),
                Err(field) => {
                    assert!(fields.error_at(field).is_some(), "{date} {time}");
                    assert_eq!(found, kept.occurred_at);
                    assert!(words_can_be_kept(&fields));
                }
            }
        }
    }

    #[test]
    fn a_text_that_is_too_long_is_refused_whole() {
        let kept = draft("2026-11-24T09:00:00Z");
        let mut fields = fill(&kept, ZONE).with("plan", "ë".repeat(LONGEST + 1));
        parse(&mut fields, &kept, ZONE, at("2026-11-24T09:30:00Z"));
        assert!(fields.error_at("plan").is_some() && !words_can_be_kept(&fields));
        assert_eq!(fields.get("plan").chars().count(), LONGEST + 1);
    }

    #[test]
    fn what_is_signed_says_something_and_why_it_is_late() {
        for (texts, reason, now, missing) in [
            (Texts::default(), "", "2026-11-24T10:00:00Z", Some("subjective")),
            (draft("2026-11-24T09:00:00Z").texts, "", "2026-11-25T09:00:00Z", None),
            (draft("2026-11-24T09:00:00Z").texts, "", "2026-11-25T09:00:01Z", Some("late-reason")),
            (draft("2026-11-24T09:00:00Z").texts, "Lockdown", "2026-11-26T09:00:00Z", None),
        ] {
            let held = Draft { texts, late_reason: reason.to_owned(), ..draft("2026-11-24T09:00:00Z") };
            let mut fields = Fields::new();
            require_complete(&mut fields, &held, at(now));
            assert_eq!(fields.errors().first().map(|(name, _)| name.as_str()), missing);
        }
    }
}
