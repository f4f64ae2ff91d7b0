use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::*;
use crate::care::activities::ActivityTitle;
use crate::care::identity::{HeldHousing, HeldName, ShownName};
use crate::care::sessions::model::{GroupRatings, Mode};
use crate::care::sessions::store::sheet::SessionHead;
use crate::custody::slots::{CustodyReason, Part, SlotStatus};
use crate::kit::ids::{FacilityId, GoalThreadId, SlotId, UserId};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn row(n: u128, family: &str, given: &str) -> RosterRow {
    RosterRow {
        patient_id: PersonId(Uuid::from_u128(n)),
        who: HeldName::of(family, given, &format!("A-1000{n}")),
        home: HeldHousing::of(None, "12"),
        shown: ShownName::default(),
        housing: String::new(),
        presence: crate::custody::people::Presence::Present,
        moved: false,
        movement: Movement::Arrived,
        custody_reason: None,
        moved_at: None,
        attendance: None,
        health_reason: None,
        minutes: None,
        participation: None,
        assistance: None,
        mood_before: None,
        mood_after: None,
        individual_note: None,
        next_step: None,
    }
}

fn goal(n: u128, patient: u128) -> SheetGoal {
    SheetGoal {
        goal_id: GoalId(Uuid::from_u128(n)),
        thread_id: GoalThreadId(Uuid::from_u128(n + 1)),
        patient_id: PersonId(Uuid::from_u128(patient)),
        description: "Cooks".to_owned(),
        step_m2: "a".to_owned(),
        step_m1: "b".to_owned(),
        step_0: "c".to_owned(),
        step_p1: "d".to_owned(),
        step_p2: "e".to_owned(),
        planned: true,
        progress: None,
        level: None,
    }
}

/// A group of three of 90 minutes, of whom custody did not bring the third.
pub(crate) fn sheet() -> Sheet {
    let head = SessionHead {
        id: SlotId(Uuid::from_u128(90)),
        facility_id: FacilityId(Uuid::from_u128(91)),
        room_name: "Kitchen".to_owned(),
        starts_at: at("2026-11-24T09:00:00Z"),
        ends_at: at("2026-11-24T10:30:00Z"),
        part: Part::Am,
        label_letter: "B".to_owned(),
        status: SlotStatus::Confirmed,
        cancel_side: None,
        cancel_reason: None,
        slot_version: 1,
        mode: Mode::Group,
        activity_code: "cooking".to_owned(),
        title: ActivityTitle {
            title_en: "Kitchen group".to_owned(),
            title_sq: "Kuzhina".to_owned(),
            title_sr: "Kuhinja".to_owned(),
        },
        lead_id: UserId(Uuid::from_u128(92)),
        lead_name: "Mira".to_owned(),
        series_id: None,
        purpose: String::new(),
        shared_narrative: String::new(),
        programme_id: None,
        programme: None,
        ratings: GroupRatings::default(),
        officers_stood: None,
        restrained: 0,
        recorded_at: None,
        signed_at: None,
        version: 3,
    };
    let mut third = row(3, "Gashi", "Liridon");
    third.movement = Movement::NotBrought;
    third.custody_reason = Some(CustodyReason::Court);
    Sheet {
        head,
        roster: vec![row(1, "Berisha", "Agron"), row(2, "Krasniqi", "Besart"), third],
        goals: vec![goal(11, 1), goal(12, 2)],
        overrides: Vec::new(),
        earlier: Vec::new(),
        away: Vec::new(),
    }
}

fn field(what: &str, n: u128) -> String {
    own(what, Uuid::from_u128(n))
}

/// What would be kept if this were read again.
fn kept(mut sheet: Sheet, draft: &RecordDraft) -> Sheet {
    sheet.head.shared_narrative.clone_from(&draft.shared);
    sheet.head.ratings = draft.ratings;
    sheet.head.recorded_at = Some(sheet.head.ends_at);
    for (row, person) in sheet.roster.iter_mut().zip(&draft.people) {
        row.attendance = Some(person.attendance);
        row.health_reason = person.health_reason;
        row.minutes = Some(person.minutes);
        row.participation = person.participation;
        row.assistance = person.assistance;
        row.mood_before = person.mood_before;
        row.mood_after = person.mood_after;
        row.individual_note = Some(person.individual_note.clone());
        row.next_step = Some(person.next_step.clone());
    }
    for goal in &mut sheet.goals {
        let found = draft.people.iter().flat_map(|person| &person.goals).find(|held| held.goal == goal.goal_id);
        goal.progress = found.map(|held| held.progress);
        goal.level = found.and_then(|held| held.level);
    }
    sheet
}

#[test]
fn present_for_all_then_the_exceptions() {
    let sheet = sheet();
    let mut fields = prefill(&sheet);
    assert_eq!([fields.get(&field("code", 1)), fields.get(&field("code", 3))], ["", "n"]);
    assert_eq!(fields.get("all-minutes"), "90");
    fields.set("shared", "We made soup.");
    fields.set("all-participation", "5");
    fields.set("all-assistance", "04");
    fields.set("group-cohesion", "4");
    fields.set(field("code", 1), "6 m3/7");
    fields.set(field("code", 2), "d2");
    fields.set(field("progress", 11), "progressing");
    fields.set(field("level", 11), "1");
    let draft = parse(&mut fields, &sheet, true);
    assert_eq!(fields.errors(), []);
    let [first, second, third] = draft.people.as_slice() else { panic!() };
    assert_eq!((first.minutes, first.participation, first.assistance), (90, Some(6), Some(Assistance::Supervision)));
    assert_eq!((first.mood_before, first.mood_after), (Some(3), Some(7)));
    assert_eq!(draft.ratings.cohesion, Some(4));
    assert_eq!((second.minutes, second.participation, second.health_reason), (0, None, Some(HealthReason::Tired)));
    assert_eq!((third.attendance, third.minutes, third.assistance), (Attendance::NotBrought, 0, None));
    assert_eq!(first.goals.first().and_then(|goal| goal.level), Some(1));

    let again = kept(sheet, &draft);
    assert!(is_complete(&again));
    assert_eq!(parse(&mut prefill(&again), &again, true), draft, "what is kept comes back the same");
}

#[test]
fn each_fault_stands_at_its_field() {
    type Typed<'a> = &'a [(&'a str, u128, &'a str)];
    let cases: [(Typed<'_>, &str, u128); 10] = [
        (&[("code", 1, "here")], "code", 1),
        (&[("code", 1, "200")], "code", 1),
        (&[("code", 1, "l")], "code", 1),
        (&[("code", 1, "x 30")], "code", 1),
        (&[("code", 1, "p n")], "code", 1),
        (&[("code", 1, "d")], "code", 1),
        (&[("level", 11, "2")], "progress", 11),
        (&[("code", 2, "u"), ("progress", 12, "achieved")], "progress", 12),
        (&[("note", 1, "Worked beside Besart.")], "note", 1),
        (&[("next", 1, "Sit with A-10002.")], "next", 1),
    ];
    for (typed, wrong, of) in cases {
        let sheet = sheet();
        let mut fields = prefill(&sheet).with("shared", "Soup.").with("all-participation", "4");
        for (what, n, value) in typed {
            fields.set(field(what, *n), *value);
        }
        parse(&mut fields, &sheet, true);
        let names: Vec<&str> = fields.errors().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [field(wrong, of)], "{typed:?}");
    }
}

#[test]
fn who_is_alone_has_fields_of_their_own() {
    let mut alone = sheet();
    alone.roster.truncate(1);
    for (what, value) in
        [("attendance", "here"), ("minutes", "200"), ("attendance", "late"), ("reason", "tired"), ("mood-after", "11")]
    {
        let mut fields = prefill(&alone).with("shared", "Soup.").with(field("participation", 1), "4");
        assert_eq!(fields.get(&field("attendance", 1)), "full");
        if what == "attendance" && value == "late" {
            fields.set(field("minutes", 1), "");
        }
        fields.set(field(what, 1), value);
        parse(&mut fields, &alone, true);
        let expected = if value == "late" { "minutes" } else { what };
        assert!(fields.error_at(&field(expected, 1)).is_some(), "{what}={value} {:?}", fields.errors());
    }
}

#[test]
fn a_draft_may_wait_for_what_a_signature_may_not() {
    let sheet = sheet();
    let mut fields = prefill(&sheet);
    parse(&mut fields, &sheet, false);
    assert_eq!(fields.errors(), []);
    parse(&mut fields, &sheet, true);
    assert!(fields.error_at("all-participation").is_some() && fields.error_at("shared").is_some());
}

#[test]
fn the_shared_text_is_refused_while_it_names_somebody() {
    let sheet = sheet();
    let mut fields = prefill(&sheet).with("shared", "We made soup.\nGashi was missed.");
    parse(&mut fields, &sheet, false);
    let args = &fields.error_at("shared").unwrap().args;
    assert_eq!(args, &[("word", "Gashi".into()), ("line", 2_usize.into())]);

    let mut alone = sheet;
    alone.roster.truncate(1);
    let mut fields = prefill(&alone).with("shared", "Agron made soup.");
    parse(&mut fields, &alone, false);
    assert_eq!(fields.errors(), []);
}
