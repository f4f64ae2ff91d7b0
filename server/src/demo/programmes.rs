//! A programme for each group of each practitioner, with its members, a waiting list, and some who have left it. Told from what
//! is known already, without chance, so that the rest of the story stays as it is.

use app::care::sessions::GroupRatings;
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{PersonId, ProgrammeId, uuid_at};
use chrono::{DateTime, Days, NaiveDate, Utc};

use super::batch::FULL;
use super::calendar::Calendar;
use super::caseload::{GROUPS, Patient, Unit};
use super::chance::nth;
use super::places::Facility;

/// Title, purpose and activity of the programmes of a practitioner, in the order of the groups.
const SKETCHES: [(&str, &str, &str); 12] = [
    ("Hands and mind", "Doing something together twice a week: planning, finishing, and getting along.", "paper_card"),
    ("Calm in the evening", "Strategies against tension and sleeplessness, tried out and kept.", "relaxation"),
    ("From idea to work", "Working to a standard and in a team, as at a workplace.", "work_habits"),
    ("First steps outside", "Papers, money and people for the first weeks after release.", "release_preparation"),
    ("Cooking for each other", "A meal from the plan to the washing-up, with roles that change.", "cooking"),
    ("Movement and breath", "Stamina and body awareness for those who hardly leave the cell.", "movement_group"),
    ("Reading round", "Short texts, one's own words, and listening to others.", "reading_writing"),
    ("Speaking and listening", "Asking, refusing and disagreeing without a quarrel.", "social_skills"),
    ("Garden group", "Responsibility for beds and plants through the seasons.", "gardening"),
    ("Rhythm and song", "Mood, memory and keeping time with others.", "music"),
    ("Money and household", "Planning with little money, comparing, putting aside.", "budgeting"),
    ("Table round", "Rules, waiting and losing well over games.", "table_games"),
];

/// The ids of a practitioner's programmes, the same whenever they are asked for.
pub fn ids(facility: usize, unit: usize, at: DateTime<Utc>) -> [ProgrammeId; GROUPS.len()] {
    std::array::from_fn(|group| {
        let numbers = [facility, unit, group].map(|n| u16::try_from(n).unwrap_or(u16::MAX).to_be_bytes());
        let mut bytes = [0x50; 10];
        for (place, byte) in bytes.iter_mut().zip(numbers.as_flattened()) {
            *place = *byte;
        }
        ProgrammeId(uuid_at(at, bytes))
    })
}

/// How the n-th session was for the group: mostly good, seldom low.
pub fn ratings(n: u64) -> GroupRatings {
    let rating = |step: u64| Some(i32::try_from((n / 2 + n * step) % 7 / 2 + 2).unwrap_or(3));
    GroupRatings {
        cohesion: rating(1),
        group_participation: rating(2),
        rule_keeping: rating(3),
        mutual_help: if n.is_multiple_of(5) { None } else { rating(5) },
    }
}

pub async fn build(
    tx: &mut Conn,
    calendar: Calendar,
    facilities: &[Facility],
    units: &[Vec<Unit>],
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for (facility, units) in facilities.iter().zip(units) {
        for unit in units {
            for group in 0..GROUPS.len() {
                tables.add(calendar, facility, unit, group);
            }
            if tables.members.len() > FULL {
                tables.insert(tx).await?;
            }
        }
    }
    tables.insert(tx).await
}

struct Tables {
    programmes: Rows,
    members: Rows,
}

impl Tables {
    const fn new() -> Self {
        Self {
            programmes: Rows::new(
                "care_programme",
                &[
                    "id",
                    "facility_id",
                    "title",
                    "purpose",
                    "activity_code",
                    "intake",
                    "capacity",
                    "lead_id",
                    "status",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            members: Rows::new(
                "care_programme_member",
                &["programme_id", "patient_id", "status", "since", "position", "version"],
            ),
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.programmes.insert(tx).await?;
        self.members.insert(tx).await
    }

    fn add(&mut self, calendar: Calendar, facility: &Facility, unit: &Unit, group: usize) {
        let Some(id) = unit.programmes.get(group).copied() else { return };
        let members: Vec<&Patient> = unit.patients.iter().filter(|patient| patient.group == Some(group)).collect();
        if members.is_empty() {
            return;
        }
        let (title, purpose, activity) = nth(&SKETCHES, unit.number * GROUPS.len() + group);
        let intake = nth(&["rolling", "open", "closed", "rolling"], group);
        // Never fewer places than those who have come all along.
        let capacity = i32::try_from(members.len().max(2)).unwrap_or(20).min(20);
        let lead = unit.practitioner.id;
        let row = cells![
            id,
            facility.id,
            title,
            purpose,
            activity,
            intake,
            capacity,
            lead,
            "active",
            lead,
            calendar.beginning(),
            1
        ];
        self.programmes.push(row);
        let mut position = 0;
        for (n, patient) in members.iter().enumerate() {
            position += 1;
            self.member((id, patient.person.id), state(patient, calendar.today, n), patient.opened, position);
        }
        // Those of the caseload who are in no group wait for one.
        let free = unit.patients.iter().filter(|patient| patient.group.is_none() && patient.is_open(calendar.today));
        for (n, patient) in free.enumerate().filter(|(n, _)| n % GROUPS.len() == group) {
            position += 1;
            let since = calendar.today - Days::new(5 + 9 * n as u64);
            self.member((id, patient.person.id), "waiting", since.max(patient.opened), position);
        }
    }

    fn member(&mut self, (id, patient): (ProgrammeId, PersonId), state: &'static str, since: NaiveDate, position: i32) {
        self.members.push(cells![id, patient, state, since, position, 1]);
    }
}

fn state(patient: &Patient, today: NaiveDate, n: usize) -> &'static str {
    match (patient.is_open(today), n % 3) {
        (true, _) => "active",
        (false, 0) => "released",
        (false, 1) => "completed",
        (false, _) => "withdrawn_by_patient",
    }
}
