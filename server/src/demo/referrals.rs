//! How everybody came to therapy, and who is waiting to: one referral for each patient, and in every facility some that are
//! still to be decided, wait for a place, or were turned away. Custody made part of them.

use app::care::referrals::rules::first_contact_due;
use app::care::referrals::{ReferralStatus, Urgency, rules};
use app::kit::db::{Conn, DbError, OwnerPool, Rows};
use app::kit::ids::{FacilityId, PersonId, ReferralId, UserId};
use app::{cells, sql_all};
use chrono::NaiveDate;

use super::batch::FULL;
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit, shifted};
use super::chance::{Chance, nth};
use super::places::Facility;
use super::users::{Staff, Users};

/// Source, urgency, areas and reason, as they are written down.
const ASKED: &[(&str, &str, &str, &str)] = &[
    (
        "doctor",
        "routine",
        "adl,rest_sleep",
        "Stays in bed most of the day since the trial. Washes only when told. No medical cause was found.",
    ),
    (
        "psychologist",
        "routine",
        "leisure,social_participation",
        "Cannot say what he used to enjoy. Has given up the yard and the library. Asks for something to do with his hands.",
    ),
    ("nurse", "urgent", "adl", "After a stroke in spring eats and dresses with one hand and needs a neighbour's help."),
    (
        "self",
        "routine",
        "work",
        "Wants to learn to keep to a working day before release. Lost every job within a month.",
    ),
    (
        "psychiatrist",
        "urgent",
        "adl,health_management",
        "Began new medication two weeks ago. Slow, forgets meals and medicine times. Needs a routine he can follow alone.",
    ),
    ("social_worker", "routine", "iadl,work", "Release in eight months. Has never kept a household or paid a bill."),
    (
        "family",
        "routine",
        "social_participation",
        "His sister says that he no longer writes or calls and that he answers in single words.",
    ),
    (
        "court",
        "routine",
        "health_management,leisure",
        "The order names structured daytime activity as part of treatment.",
    ),
    (
        "transfer_in",
        "asap",
        "adl,leisure",
        "Came with an open plan from another facility. The work there is to go on without a break.",
    ),
];

/// What custody says, by reason code.
const NOTICED: &[(&str, &str)] = &[
    ("isolates", "Since the visit on Sunday sits alone at meals and in the yard."),
    ("does_not_leave_cell", "Has not gone to the yard for nine days."),
    ("self_care", "Has to be told to wash. Cell full of rubbish again."),
    ("sleep", "Walks about at night, sleeps through work call."),
    ("work_problem", "Sent back from the laundry three times, stops in the middle of a task."),
    ("conflict", ""),
    ("other", "Asks every day for something to do."),
];

const DECLINED: &[&str] = &[
    "Has been in individual work with the psychologist since last week; two programmes at once would be too much. We look again in three months.",
    "Asked twice and did not wish to come. Was told how to ask later.",
];
const REDIRECTED: &[&str] = &[
    "The need is for a walking aid: passed on to the doctor and the physiotherapist.",
    "Wants to finish primary school: passed on to the education unit.",
];

#[derive(Debug)]
struct Tables {
    custody: Rows,
    care: Rows,
}

/// One referral before it has rows.
#[derive(Debug, Clone, Copy)]
struct Told {
    facility: FacilityId,
    person: PersonId,
    received_on: NaiveDate,
    status: ReferralStatus,
    urgency: Urgency,
    first_contact_on: Option<NaiveDate>,
    decided: Option<(NaiveDate, UserId)>,
    decision_reason: &'static str,
}

impl Tables {
    fn new() -> Self {
        Self {
            custody: Rows::new(
                "custody_referral",
                &[
                    "id",
                    "facility_id",
                    "person_id",
                    "reason",
                    "words",
                    "status",
                    "received_on",
                    "first_contact_due",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            care: Rows::new(
                "care_referral",
                &[
                    "id",
                    "facility_id",
                    "person_id",
                    "source",
                    "custody_referral_id",
                    "reason",
                    "areas",
                    "urgency",
                    "received_on",
                    "first_contact_due",
                    "status",
                    "decision_reason",
                    "decided_on",
                    "decided_by",
                    "first_contact_on",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
        }
    }

    fn len(&self) -> usize {
        self.care.len()
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.custody.insert(tx).await?;
        self.care.insert(tx).await
    }

    /// A referral that health staff wrote down.
    fn add(&mut self, chance: &mut Chance, told: Told, asked: usize, by: UserId) {
        let (source, _, areas, reason) = nth(ASKED, asked);
        let at = instant(told.received_on, 9 * 60 + 40);
        let id: ReferralId = chance.id(at);
        self.push(id, None, (source, reason, areas), told, by);
    }

    /// A referral of custody's; nobody in care has touched it while it is received.
    fn add_from_custody(&mut self, chance: &mut Chance, told: Told, noticed: usize, staff: &Staff) {
        let (code, words) = nth(NOTICED, noticed);
        let at = instant(told.received_on, 8 * 60 + 10);
        let id: ReferralId = chance.id(at);
        let due = first_contact_due(Urgency::Routine, told.received_on);
        let state = rules::as_custody_sees(told.status).as_str();
        let by = staff.coordinator.id;
        let row = cells![id, told.facility, told.person, code, words, state, told.received_on, due, by, at, 1];
        self.custody.push(row);
        if let Some((_, decider)) = told.decided {
            self.push(id, Some(id), ("correctional_staff", words, ""), told, decider);
        }
    }

    fn push(
        &mut self,
        id: ReferralId,
        custody: Option<ReferralId>,
        (source, reason, areas): (&'static str, &'static str, &'static str),
        told: Told,
        by: UserId,
    ) {
        let due = first_contact_due(told.urgency, told.received_on);
        let (decided_on, decided_by) = told.decided.unzip();
        self.care.push(cells![
            id,
            told.facility,
            told.person,
            source,
            custody,
            reason,
            areas,
            told.urgency.as_str(),
            told.received_on,
            due,
            told.status.as_str(),
            told.decision_reason,
            decided_on,
            decided_by,
            told.first_contact_on,
            by,
            instant(told.received_on, 10 * 60),
            1
        ]);
    }
}

/// Writes every referral, facility after facility.
pub async fn build(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, users): (&[Facility], &Users),
    units: &[Vec<Unit>],
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for ((facility, staff), units) in facilities.iter().zip(&users.staff).zip(units) {
        for (n, (unit, patient)) in
            units.iter().flat_map(|unit| unit.patients.iter().map(move |patient| (unit, patient))).enumerate()
        {
            add_patient(&mut tables, chance, (facility, staff), unit, (n, patient));
            if tables.len() > FULL {
                commit(pool, &mut tables).await?;
            }
        }
        let mut tx = pool.begin().await?;
        let others = sql_all!(
            &mut tx,
            (PersonId,),
            "select id from custody_person p where p.facility_id = $1 and p.presence = 'present'
               and not exists (select 1 from care_patient c where c.person_id = p.id) order by p.id limit 200",
            facility.id
        )?;
        tx.commit().await?;
        let others: Vec<PersonId> = others.into_iter().map(|(id,)| id).collect();
        if let Some(unit) = units.first() {
            add_waiting(&mut tables, chance, calendar, (facility, staff), unit, &others);
        }
    }
    commit(pool, &mut tables).await
}

async fn commit(pool: &OwnerPool, tables: &mut Tables) -> Result<(), DbError> {
    let mut tx = pool.begin().await?;
    tables.insert(&mut tx).await?;
    tx.commit().await
}

/// The referral that a patient came by: accepted on the day the record was opened.
fn add_patient(
    tables: &mut Tables,
    chance: &mut Chance,
    (facility, staff): (&Facility, &Staff),
    unit: &Unit,
    (n, patient): (usize, &Patient),
) {
    let from_custody = n % 6 == 4;
    let urgency =
        if from_custody { Urgency::Routine } else { Urgency::from_code(nth(ASKED, n).1).unwrap_or(Urgency::Routine) };
    let longest = match urgency {
        Urgency::Routine => 9,
        Urgency::Urgent => 3,
        Urgency::Asap => 1,
    };
    let received_on = shifted(patient.opened, -chance.between(1, longest));
    let told = Told {
        facility: facility.id,
        person: patient.person.id,
        received_on,
        status: ReferralStatus::Accepted,
        urgency,
        first_contact_on: Some(patient.opened),
        decided: Some((patient.opened, unit.practitioner.id)),
        decision_reason: "",
    };
    if from_custody {
        tables.add_from_custody(chance, told, n / 6, staff);
    } else {
        let by = if n.is_multiple_of(3) { staff.clinician.id } else { unit.practitioner.id };
        tables.add(chance, told, n, by);
    }
}

/// What lies in the triage list today: undecided, waiting, turned away, and one that is late.
fn add_waiting(
    tables: &mut Tables,
    chance: &mut Chance,
    calendar: Calendar,
    (facility, staff): (&Facility, &Staff),
    unit: &Unit,
    others: &[PersonId],
) {
    use ReferralStatus::{Declined, Received, Redirected, WaitingList};
    let decider = unit.practitioner.id;
    for (n, person) in others.iter().enumerate() {
        // Status, age in days, urgency, and whether custody referred.
        let (status, age, urgency, from_custody) = match n % 8 {
            0 => (Received, 2, Urgency::Routine, true),
            1 => (Received, 5, Urgency::Urgent, false),
            2 => (WaitingList, 24, Urgency::Routine, true),
            3 => (Received, 1, Urgency::Asap, false),
            4 => (Declined, 20, Urgency::Routine, true),
            5 => (Redirected, 16, Urgency::Routine, false),
            6 => (WaitingList, 11, Urgency::Routine, false),
            _ => (Received, 17, Urgency::Routine, true),
        };
        if n >= 16 && !chance.percent(35) {
            continue;
        }
        let received_on = shifted(calendar.today, -age);
        let decided = (status != Received).then(|| (shifted(received_on, 1), decider));
        let reason = match status {
            Declined => nth(DECLINED, n / 8),
            Redirected => nth(REDIRECTED, n / 8),
            _ => "",
        };
        let told = Told {
            facility: facility.id,
            person: *person,
            received_on,
            status,
            urgency,
            first_contact_on: (status == WaitingList).then(|| shifted(received_on, 1)),
            decided,
            decision_reason: reason,
        };
        if from_custody {
            tables.add_from_custody(chance, told, n + 1, staff);
        } else {
            tables.add(chance, told, n, staff.clinician.id);
        }
    }
}
