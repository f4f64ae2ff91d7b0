//! The form in which a session is asked for, in two steps: what, for whom and which part of which day; then the goals, the
//! time inside that part, and the room. Both are one form whose fields travel with it, so that it needs no scripting.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

use super::model::Mode;
use super::rules::{self, FURTHEST_DAYS, LARGEST_GROUP, MINUTES, PartHours, PeopleRefused, TimeRefused};
use super::store::request::{Candidate, NewSession, OfferedGoal, OfferedRoom, Taken};
use crate::care::activities::Offered;
use crate::care::activities::rules::{NotCleared, requestable};
use crate::care::series::form::REPEAT;
use crate::custody::slots::{OverrideReason, Part};
use crate::i18n::Msg;
use crate::kit::form::Fields;
use crate::kit::ids::{FacilityId, GoalId, PersonId, ProgrammeId, SlotId, UserId};
use crate::kit::local_time::{clock_text, minute_of_day, parse_clock};

/// The fields of the second step, which the first one carries along when somebody goes back.
pub const SECOND: [&str; 12] = [
    "start", "minutes", "room", "goal", "purpose", "override", REPEAT[0], REPEAT[1], REPEAT[2], REPEAT[3], REPEAT[4],
    REPEAT[5],
];
const LONGEST_PURPOSE: usize = 1000;

/// What the first step says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstStep {
    pub mode: Mode,
    pub activity: String,
    pub people: Vec<PersonId>,
    pub date: NaiveDate,
    pub part: Part,
}

/// Who is ticked, each once, in the form's order.
#[must_use]
pub fn ticked(fields: &Fields) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = Vec::new();
    for id in fields.all("people").filter_map(|text| text.parse().ok()) {
        // More than the largest group is refused; there is no need to look all of them up.
        if !people.contains(&id) && people.len() <= LARGEST_GROUP {
            people.push(id);
        }
    }
    people
}

/// Reads the first step. `today` is the day at the place.
pub fn first_step(fields: &mut Fields, activities: &[Offered], today: NaiveDate) -> Option<FirstStep> {
    let mode: Option<Mode> = fields.choice("mode");
    let activity = fields.get("activity").to_owned();
    let offered = activities.iter().find(|offered| offered.code == activity);
    match offered.map(|offered| requestable(offered.clearance)) {
        None => fields.error("activity", Msg::new("form-choose")),
        Some(Err(NotCleared::Waiting)) => fields.error("activity", Msg::new("library-not-cleared")),
        Some(Err(NotCleared::Refused)) => fields.error("activity", Msg::new("library-refused-here")),
        Some(Ok(())) => {}
    }
    let people = ticked(fields);
    let most = offered.and_then(|offered| usize::try_from(offered.most).ok()).unwrap_or(LARGEST_GROUP);
    if let Some(Err(refused)) = mode.map(|mode| rules::people_fit(mode, people.len(), most)) {
        fields.error("people", people_message(refused));
    }
    let date = fields.date("date");
    match date {
        None if fields.error_at("date").is_none() => fields.error("date", Msg::new("form-required")),
        Some(date) if date < today => fields.error("date", Msg::new("sessions-date-past")),
        Some(date) if (date - today).num_days() > FURTHEST_DAYS => fields.error("date", Msg::new("sessions-date-far")),
        _ => {}
    }
    let part: Option<Part> = fields.choice("part");
    if fields.is_refused() {
        return None;
    }
    Some(FirstStep { mode: mode?, activity, people, date: date?, part: part? })
}

fn people_message(refused: PeopleRefused) -> Msg {
    match refused {
        PeopleRefused::ExactlyOne => Msg::new("sessions-people-one"),
        PeopleRefused::AtLeastTwo => Msg::new("sessions-people-two"),
        PeopleRefused::AtLeastOne => Msg::new("sessions-people-some"),
        PeopleRefused::AtMost(n) => Msg::with("sessions-people-most", [("n", n.into())]),
        PeopleRefused::TooManyForActivity(n) => Msg::with("sessions-people-activity", [("n", n.into())]),
    }
}

/// ISO weekday, from 1 for Monday.
#[must_use]
pub fn weekday(date: NaiveDate) -> i32 {
    i32::try_from(date.weekday().number_from_monday()).unwrap_or(1)
}

/// What the second step was made from.
#[derive(Debug, Clone)]
pub struct Offer {
    pub people: Vec<Candidate>,
    pub goals: Vec<OfferedGoal>,
    pub rooms: Vec<OfferedRoom>,
    pub hours: PartHours,
    /// What of all this, and of the practitioner, is taken on that day.
    pub taken: Vec<Taken>,
}

impl Offer {
    /// When one of them is taken.
    pub fn taken_by(&self, resource: Uuid) -> impl Iterator<Item = &Taken> {
        self.taken.iter().filter(move |taken| taken.resource_id == resource)
    }

    /// When the practitioner or one of the people is taken, in minutes after local midnight.
    #[must_use]
    pub fn busy(&self, practitioner: UserId, zone: Tz) -> Vec<(i32, i32)> {
        let minutes = |taken: &Taken| (minute_of_day(taken.starts_at, zone), minute_of_day(taken.ends_at, zone));
        let of_room = |id: Uuid| self.rooms.iter().any(|room| room.id.0 == id);
        self.taken
            .iter()
            .filter(|taken| taken.resource_id == practitioner.0 || !of_room(taken.resource_id))
            .map(minutes)
            .collect()
    }
}

/// Who asks, where and when.
#[derive(Debug, Clone, Copy)]
pub struct Asking {
    pub id: SlotId,
    pub facility: FacilityId,
    pub practitioner: UserId,
    pub zone: Tz,
    pub now: DateTime<Utc>,
    /// Where the session was asked for from.
    pub programme: Option<ProgrammeId>,
}

/// Fills in what is usual: an hour, or as long as the part allows, at the first time when everybody is free.
pub fn suggest(fields: &mut Fields, hours: &PartHours, busy: &[(i32, i32)]) {
    let minutes = hours.minutes().min(60);
    if !fields.has("start") {
        fields.set("start", clock_text(rules::first_free(*hours, busy, minutes)));
    }
    if !fields.has("minutes") {
        fields.set("minutes", minutes.to_string());
    }
}

/// Reads the second step against what was offered.
pub fn second_step(fields: &mut Fields, first: FirstStep, offer: &Offer, asking: &Asking) -> Option<NewSession> {
    let people: Vec<PersonId> = offer.people.iter().map(|person| person.id).collect();
    if people.len() != first.people.len() {
        // Somebody's record was closed, or they were moved, since the form was made.
        fields.error("people", Msg::new("sessions-people-gone"));
    }
    let times = times(fields, &first, offer, asking);
    let room = offer.rooms.iter().find(|room| room.id.to_string() == fields.get("room"));
    match room {
        None => fields.error("room", Msg::new("form-choose")),
        Some(room) if usize::try_from(room.capacity).unwrap_or(0) < people.len() => {
            let message =
                Msg::with("sessions-room-small", [("room", room.name.as_str().into()), ("n", room.capacity.into())]);
            fields.error("room", message);
        }
        Some(_) => {}
    }
    let goals = goals(fields, offer, &people);
    let although = fields.optional::<OverrideReason>("override").filter(|reason| !reason.is_of_closure());
    let purpose = fields.text("purpose", LONGEST_PURPOSE);
    if fields.is_refused() {
        return None;
    }
    let (starts_at, ends_at) = times?;
    Some(NewSession {
        id: asking.id,
        facility: asking.facility,
        practitioner: asking.practitioner,
        mode: first.mode,
        activity: first.activity,
        people,
        goals,
        room: room?.id,
        part: first.part,
        starts_at,
        ends_at,
        purpose,
        programme: asking.programme,
        although,
        series: None,
    })
}

fn times(
    fields: &mut Fields,
    first: &FirstStep,
    offer: &Offer,
    asking: &Asking,
) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let minutes = fields.number("minutes", MINUTES.0, MINUTES.1);
    let Some(start) = parse_clock(fields.get("start")) else {
        fields.error("start", Msg::new("sessions-time-form"));
        return None;
    };
    let refused = match rules::slot_times(first.date, start, minutes?, offer.hours, asking.zone, asking.now) {
        Ok(times) => return Some(times),
        Err(refused) => refused,
    };
    let bounds =
        [("from", clock_text(offer.hours.start_minute).into()), ("to", clock_text(offer.hours.end_minute).into())];
    fields.error(
        "start",
        match refused {
            TimeRefused::NoSuchTime => Msg::new("sessions-time-none"),
            TimeRefused::OutsidePart => Msg::with("sessions-time-outside", bounds),
            TimeRefused::Past => Msg::new("sessions-time-past"),
        },
    );
    None
}

/// The ticked goals that were offered, with their patients; those of somebody who was left out fall away.
fn goals(fields: &Fields, offer: &Offer, people: &[PersonId]) -> Vec<(GoalId, PersonId)> {
    let is_ticked =
        |goal: &&OfferedGoal| fields.holds("goal", &goal.id.to_string()) && people.contains(&goal.patient_id);
    offer.goals.iter().filter(is_ticked).map(|goal| (goal.id, goal.patient_id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::activities::ActivityTitle;
    use crate::custody::kits::Clearance;
    use crate::kit::ids::RoomId;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
    }

    fn library() -> [Offered; 3] {
        let clearances =
            [("cooking", Some(Clearance::Cleared)), ("mural", None), ("wood_toys", Some(Clearance::Refused))];
        clearances.map(|(code, clearance)| {
            let title = || code.to_owned();
            let title = ActivityTitle { title_en: title(), title_sq: title(), title_sr: title() };
            Offered { code: code.to_owned(), title, clearance, most: 3 }
        })
    }

    fn person(n: u128) -> Candidate {
        Candidate {
            id: PersonId(Uuid::from_u128(n)),
            prison_number: format!("A-{n}"),
            family_name: "Krasniqi".to_owned(),
            given_name: "Besart".to_owned(),
            cell: "4".to_owned(),
            wing_code: Some("C".to_owned()),
        }
    }

    fn offer(people: u128) -> Offer {
        Offer {
            people: (1..=people).map(person).collect(),
            goals: (1..=people)
                .map(|n| OfferedGoal {
                    id: GoalId(Uuid::from_u128(n + 50)),
                    patient_id: person(n).id,
                    description: String::new(),
                })
                .collect(),
            rooms: vec![OfferedRoom { id: RoomId(Uuid::from_u128(99)), name: "Kitchen".to_owned(), capacity: 2 }],
            hours: PartHours { part: Part::Am, start_minute: 480, end_minute: 690 },
            taken: Vec::new(),
        }
    }

    fn filled(people: u128) -> Fields {
        let mut fields = Fields::new()
            .with("mode", "group")
            .with("activity", "cooking")
            .with("date", "24.11.2026")
            .with("part", "am");
        for n in 1..=people {
            fields.add("people", person(n).id.to_string());
        }
        fields.add("people", person(1).id.to_string());
        for (name, value) in [
            ("start", "9:00".to_owned()),
            ("minutes", "90".to_owned()),
            ("room", Uuid::from_u128(99).to_string()),
            ("goal", Uuid::from_u128(51).to_string()),
        ] {
            fields.set(name, value);
        }
        fields
    }

    fn asking() -> Asking {
        Asking {
            id: SlotId(Uuid::nil()),
            facility: FacilityId(Uuid::nil()),
            practitioner: UserId(Uuid::nil()),
            zone: chrono_tz::Europe::Belgrade,
            now: "2026-11-20T00:00:00Z".parse().unwrap(),
            programme: None,
        }
    }

    #[test]
    fn a_whole_form_becomes_a_session() {
        let mut fields = filled(2);
        let first = first_step(&mut fields, &library(), day()).unwrap();
        assert_eq!(first.people.len(), 2, "each person once");
        let new = second_step(&mut fields, first, &offer(2), &asking()).unwrap();
        assert_eq!(new.starts_at.to_rfc3339(), "2026-11-24T08:00:00+00:00");
        assert_eq!((new.ends_at - new.starts_at).num_minutes(), 90);
        assert_eq!(new.goals, [(GoalId(Uuid::from_u128(51)), person(1).id)]);
    }

    #[test]
    fn the_first_step_says_what_is_wrong() {
        let cases = [
            ("mode", "", "mode"),
            ("mode", "individual", "people"),
            ("activity", "juggling", "activity"),
            ("activity", "mural", "activity"),
            ("activity", "wood_toys", "activity"),
            ("date", "23.11.2026", "date"),
            ("date", "soon", "date"),
            ("date", "", "date"),
            ("date", "2028-01-01", "date"),
            ("part", "night", "part"),
            ("people", "x", "people"),
        ];
        for (name, value, wrong) in cases {
            let mut fields = filled(2).with(name, value);
            assert_eq!(first_step(&mut fields, &library(), day()), None, "{name}={value}");
            assert!(fields.error_at(wrong).is_some(), "{name}={value}");
        }
    }

    #[test]
    fn a_group_is_no_larger_than_its_activity_allows() {
        for (people, fits) in [(3, true), (4, false)] {
            let mut fields = filled(people);
            assert_eq!(first_step(&mut fields, &library(), day()).is_some(), fits, "{people}");
            assert_eq!(fields.error_at("people").is_none(), fits, "{people}");
        }
    }

    #[test]
    fn the_second_step_says_what_is_wrong() {
        let cases = [
            ("start", "nine", 2, "start"),
            ("start", "7:00", 2, "start"),
            ("start", "11:00", 2, "start"),
            ("minutes", "2", 2, "minutes"),
            ("room", "", 2, "room"),
            ("start", "9:00", 3, "room"),
        ];
        for (name, value, people, wrong) in cases {
            let mut fields = filled(people).with(name, value);
            let first = first_step(&mut fields, &library(), day()).unwrap();
            assert_eq!(second_step(&mut fields, first, &offer(people), &asking()), None, "{name}={value}");
            assert!(fields.error_at(wrong).is_some(), "{name}={value} {:?}", fields.errors());
        }
        let mut fields = filled(2);
        let first = first_step(&mut fields, &library(), day()).unwrap();
        assert_eq!(second_step(&mut fields, first, &offer(1), &asking()), None);
        assert!(fields.error_at("people").is_some());
    }

    #[test]
    fn usual_times_are_suggested_once() {
        let mut fields = Fields::new();
        suggest(&mut fields, &PartHours { part: Part::Eve, start_minute: 1080, end_minute: 1110 }, &[]);
        assert_eq!([fields.get("start"), fields.get("minutes")], ["18:00", "30"]);
        let mut fields = Fields::new().with("start", "").with("minutes", "45");
        suggest(&mut fields, &offer(1).hours, &[]);
        assert_eq!([fields.get("start"), fields.get("minutes")], ["", "45"]);
    }
}
