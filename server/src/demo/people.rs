//! People in custody, where they are housed, and what custody must know of them.

use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{PersonId, UserId};
use app::kit::page::sort_key;
use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use super::chance::{Chance, nth};
use super::names::{self, Name};
use super::places::Facility;

/// Somebody in custody, as a patient's notes name him.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: PersonId,
    pub number: String,
    pub name: Name,
    pub woman: bool,
}

/// For a hundred patients there are this many people.
pub const PEOPLE_PER_HUNDRED: usize = 160;

const LEGAL: &[&str] = &["sentenced", "sentenced", "sentenced", "sentenced", "remand", "remand", "other"];
const IN_CARE: &[&str] = &["security_measure", "security_measure", "security_measure", "sentenced"];
const AWAY: &[&str] = &["court", "hospital", "transferred", "released"];

#[derive(Debug)]
pub struct Tables {
    people: Rows,
    stays: Rows,
    alerts: Rows,
    apart: Rows,
}

impl Tables {
    pub fn new() -> Self {
        Self {
            people: Rows::new(
                "custody_person",
                &[
                    "id",
                    "facility_id",
                    "prison_number",
                    "family_name",
                    "given_name",
                    "birth_date",
                    "sex",
                    "legal_status",
                    "presence",
                    "wing_id",
                    "cell",
                    "language",
                    "sort_name",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            stays: Rows::new(
                "custody_stay",
                &["id", "person_id", "facility_id", "starts_on", "ends_on", "created_by", "created_at"],
            ),
            alerts: Rows::new(
                "custody_alert",
                &[
                    "id",
                    "person_id",
                    "facility_id",
                    "kind",
                    "starts_on",
                    "ends_on",
                    "reason",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            apart: Rows::new(
                "custody_keep_apart",
                &[
                    "id",
                    "facility_id",
                    "person_a",
                    "person_b",
                    "starts_on",
                    "ends_on",
                    "reason",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
        }
    }

    pub fn len(&self) -> usize {
        self.people.len()
    }

    pub async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.people.insert(tx).await?;
        self.stays.insert(tx).await?;
        self.alerts.insert(tx).await?;
        self.apart.insert(tx).await
    }

    /// One person; those whom care treats are there, the others may be away.
    pub fn add_person(
        &mut self,
        chance: &mut Chance,
        facility: &Facility,
        number: usize,
        treated: bool,
        by: UserId,
        at: DateTime<Utc>,
    ) -> Person {
        let id: PersonId = chance.id(at);
        let woman = chance.percent(facility.sketch.women);
        let name = names::name(chance, woman);
        // In turn, so that every wing has its share of every group.
        let wing = nth(&facility.wings, number);
        let institute = facility.sketch.women > 0;
        let legal = chance.pick(if institute { IN_CARE } else { LEGAL });
        let presence = if !treated && chance.percent(9) { chance.pick(AWAY) } else { "present" };
        let housed = !matches!(presence, "transferred" | "released");
        let cell = if housed {
            format!("{}-{}", wing.code.chars().take(1).collect::<String>(), 100 + chance.between(1, 48))
        } else {
            String::new()
        };
        let born = NaiveDate::from_ymd_opt(1956, 1, 1).unwrap_or_default()
            + Days::new(chance.between(0, 365 * 50).unsigned_abs());
        let prison_number = format!("{}-{:05}", facility.sketch.code, 10_000 + number);
        let row = cells![
            id,
            facility.id,
            prison_number.clone(),
            name.family,
            name.given,
            born,
            if woman { "female" } else { "male" },
            legal,
            presence,
            if housed { wing.id } else { None },
            cell,
            name.language,
            sort_key(&format!("{}, {}", name.family, name.given)),
            by,
            at,
            1
        ];
        self.people.push(row);
        // Between a few days and two years before the story begins; who has gone left in its first weeks.
        let since = at.date_naive() - Days::new(number as u64 * 53 % 700 + 3);
        let until = (!housed).then(|| at.date_naive() + Days::new(number as u64 % 30));
        let stay: Uuid = chance.id(at);
        self.stays.push(cells![stay, id, facility.id, since, until, by, at]);
        Person { id, number: prison_number, name, woman }
    }

    /// What custody has to watch for with some people.
    pub fn add_alert(
        &mut self,
        chance: &mut Chance,
        facility: &Facility,
        person: PersonId,
        by: UserId,
        at: DateTime<Utc>,
    ) {
        const ALERTS: &[(&str, &str)] = &[
            ("one_to_one_unlock", "Threats against others at unlock, reported by the wing."),
            ("escape_list", "Plan found during a cell search."),
            ("assault_risk_staff", "Struck an officer during a transfer."),
            ("assault_risk_prisoners", "Debt with several people on the wing."),
            ("two_officers", "Order of the director after an incident in the yard."),
        ];
        let (kind, reason) = chance.pick(ALERTS);
        let since = at.date_naive() + Days::new(chance.between(0, 30).unsigned_abs());
        let id: Uuid = chance.id(at);
        self.alerts.push(cells![id, person, facility.id, kind, since, None::<NaiveDate>, reason, by, at, 1]);
    }

    /// Two people who must never be in one room.
    pub fn add_apart(
        &mut self,
        chance: &mut Chance,
        facility: &Facility,
        pair: (PersonId, PersonId),
        by: UserId,
        at: DateTime<Utc>,
    ) {
        const WHY: &[&str] = &[
            "Witness and accused in the same case.",
            "Fight in the yard; one was injured.",
            "Families in a feud outside.",
            "Informant; identity known to the other's group.",
        ];
        let id: Uuid = chance.id(at);
        let reason = chance.pick(WHY);
        self.apart.push(cells![id, facility.id, pair.0, pair.1, at.date_naive(), None::<NaiveDate>, reason, by, at, 1]);
    }
}
