//! Emergency access: in each facility the health staff broke the glass twice, of which the head has reviewed the earlier; and the
//! head has once stated a reason.

use app::access::policy::Opening;
use app::care::openings::rules::until;
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::OpeningId;
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::caseload::Unit;
use super::chance::Chance;
use super::users::{User, Users};

struct Told<'a> {
    by: &'a User,
    kind: Opening,
    category: &'a str,
    words: &'a str,
    /// So many days ago.
    days: i64,
    /// What the head found.
    finding: Option<(&'a str, &'a str)>,
}

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[super::places::Facility],
    units: &[Vec<Unit>],
    users: &Users,
) -> Result<(), DbError> {
    let mut openings = Rows::new(
        "access_opening",
        &["id", "user_id", "person_id", "facility_id", "kind", "category", "opened_at", "until_at", "ended_at"],
    );
    let mut said = Rows::new(
        "care_opening",
        &[
            "opening_id",
            "opened_by",
            "words",
            "seen_by",
            "seen_at",
            "reviewed_by",
            "reviewed_at",
            "outcome",
            "finding",
            "version",
        ],
    );
    for ((facility, staff), held) in facilities.iter().zip(&users.staff).zip(units) {
        let patients = held.iter().filter_map(|unit| unit.patients.last());
        for (told, patient) in stories(&staff.clinician, &users.head).iter().zip(patients.cycle()) {
            let at = calendar.now() - TimeDelta::days(told.days) - TimeDelta::minutes(chance.between(30, 200));
            let id: OpeningId = chance.id(at);
            let reviewed: Option<DateTime<Utc>> = told.finding.map(|_| at + TimeDelta::hours(20));
            let head = reviewed.map(|_| users.head.id);
            openings.push(cells![
                id,
                told.by.id,
                patient.person.id,
                facility.id,
                told.kind.as_str().to_owned(),
                told.category.to_owned(),
                at,
                until(at),
                Some(at + TimeDelta::minutes(chance.between(10, 50)))
            ]);
            said.push(cells![
                id,
                told.by.id,
                told.words.to_owned(),
                head,
                reviewed,
                head,
                reviewed,
                told.finding.map(|(outcome, _)| outcome.to_owned()),
                told.finding.map_or_else(String::new, |(_, finding)| finding.to_owned()),
                if told.finding.is_some() { 2 } else { 1 }
            ]);
        }
    }
    openings.insert(tx).await?;
    said.insert(tx).await
}

fn stories<'a>(clinician: &'a User, head: &'a User) -> [Told<'a>; 3] {
    [
        Told {
            by: clinician,
            kind: Opening::BreakGlass,
            category: "emergency",
            words: "Found dizzy in the corridor after the workshop; the therapist was not reachable.",
            days: 9,
            finding: Some(("justified", "Spoke with the nurse on duty. The note about dizziness was needed.")),
        },
        Told {
            by: clinician,
            kind: Opening::BreakGlass,
            category: "standing_in",
            words: "Stood in at the weekend and had to know what had been agreed about the hand splint.",
            days: 2,
            finding: None,
        },
        Told {
            by: head,
            kind: Opening::Reason,
            category: "complaint",
            words: "Complaint of the family about sessions that did not take place.",
            days: 5,
            finding: None,
        },
    ]
}
