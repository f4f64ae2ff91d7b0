//! Plans that were reviewed lately, with what was agreed for the regime, one review that is still being written in each caseload,
//! and the facilities' own texts in the goal bank.

use app::access::keys::InstallationKey;
use app::care::notes::model::SCHEMA;
use app::care::notes::{Author, NoteKind, NotePart, NotePatient, NotePlace, Sensitivity, SignedNote, seal};
use app::kit::db::{DbError, OwnerPool};
use app::kit::ids::{BankGoalId, GoalId, NoteId, PlanId, RegimeActionId, ReviewId, UserId};
use app::{cells, sql_exec};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::batch::FULL;
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit, shifted};
use super::chance::{Chance, nth};
use super::commit;
use super::places::Facility;
use super::review_rows::Tables;
use super::users::Users;
use super::words;

/// Of so many patients one was reviewed lately.
const ONE_IN: usize = 3;
/// A plan is not reviewed in its first weeks.
const SETTLED: i64 = 21;

const SUMMARIES: [&str; 3] = [
    "The steps of each goal were read together. What was practised shows on the wing as well; the plan goes on as it is.",
    "Sessions were lost to escorts in two of the four weeks. The goals stay, and the times were moved to the morning.",
    "The nurse reports quieter evenings. The next step of each goal was put into words together.",
];
const VIEWS: [&str; 3] = [
    "He wants to go on and asks for more time in the workshop.",
    "It helps, and the mornings are better.",
    "He would like a shorter way to the garden.",
];
const COMMENTS: [&str; 3] = ["Keep the same step for now.", "", "Practise it on the wing as well."];
const ACTIONS: [&str; 6] =
    ["library_time", "work_place", "garden_duty", "earlier_unlock", "more_time_out_of_cell", "contact_officer"];
/// A facility's own texts: area, language, what, and the ladder.
const OWN: [(&str, &str, &str, [&str; 5]); 2] = [
    (
        "work",
        "en",
        "Sorts and counts the returned tools with the instructor at the end of the day.",
        [
            "Leaves before the tools are counted.",
            "Watches the counting.",
            "Counts with the instructor, with mistakes.",
            "Counts with the instructor, without mistakes.",
            "Counts alone and signs the list.",
        ],
    ),
    (
        "leisure",
        "sq",
        "Huazon libra nga biblioteka dhe i kthen me kohë.",
        [
            "Nuk shkon në bibliotekë.",
            "Shkon kur e shoqëron dikush.",
            "Huazon një libër dhe e kthen me vonesë.",
            "Huazon një libër dhe e kthen me kohë.",
            "Ua këshillon librat të tjerëve.",
        ],
    ),
];

/// What one caseload's reviews need to know.
struct Sitting<'a> {
    calendar: Calendar,
    facility: &'a Facility,
    coordinator: UserId,
    key: &'a InstallationKey,
    key_id: String,
}

/// Tells the latest reviews of every caseload, and ties the plans' next review to them.
pub async fn build(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, users, key): (&[Facility], &Users, &InstallationKey),
    units: &mut [Vec<Unit>],
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for ((facility, staff), units) in facilities.iter().zip(&users.staff).zip(units) {
        let sitting = Sitting { calendar, facility, coordinator: staff.coordinator.id, key, key_id: key.public().id() };
        for unit in units.iter_mut() {
            sitting.tell(chance, unit, &mut tables);
            if tables.notes.len() * 8 > FULL {
                commit(pool, async |tx| tables.insert(tx).await).await?;
            }
        }
        if let Some(unit) = units.first() {
            sitting.add_own_texts(chance, unit, &mut tables);
        }
    }
    commit(pool, async |tx| {
        tables.insert(tx).await?;
        sql_exec!(
            tx,
            "update care_plan set next_review_on = (select max(r.next_review_on) from care_review r where r.patient_id = care_plan.patient_id and r.plan_id = care_plan.id)
             where status = 'active'
               and exists (select 1 from care_review r where r.patient_id = care_plan.patient_id and r.plan_id = care_plan.id and r.signed_at is not null)"
        )?;
        Ok(())
    })
    .await
}

impl Sitting<'_> {
    /// Reviews one patient of the caseload in three, and leaves one more review half written.
    fn tell(&self, chance: &mut Chance, unit: &mut Unit, tables: &mut Tables) {
        let earliest = self.calendar.now() - TimeDelta::hours(10);
        let mut signed = unit.signed.unwrap_or(earliest).max(earliest);
        let mut drafted = false;
        let mut patients = std::mem::take(&mut unit.patients);
        for (n, patient) in patients.iter_mut().enumerate() {
            let settled = patient.plans.last().is_some_and(|plan| {
                patient.closed.is_none() && plan.active_from <= shifted(self.calendar.today, -SETTLED)
            });
            if !settled {
                continue;
            }
            if n % ONE_IN == 1 {
                signed += TimeDelta::minutes(chance.between(4, 9));
                self.review(chance, unit, patient, Some(signed), tables);
            } else if !drafted && n % ONE_IN == 2 {
                drafted = true;
                self.review(chance, unit, patient, None, tables);
            }
        }
        unit.patients = patients;
        unit.signed = Some(signed);
    }

    fn review(
        &self,
        chance: &mut Chance,
        unit: &Unit,
        patient: &mut Patient,
        signed: Option<DateTime<Utc>>,
        tables: &mut Tables,
    ) {
        let Some(plan) = patient.plans.last().map(|plan| plan.id) else { return };
        let version = patient.plans.len() - 1;
        let held = signed.map_or(self.calendar.today, |at| at.date_naive());
        let id: ReviewId = chance.id(instant(held, 13 * 60));
        let told = Told {
            summary: words::of_person(chance.pick(&SUMMARIES), patient.person.woman),
            view: words::of_person(chance.pick(&VIEWS), patient.person.woman),
            comment: chance.pick(&COMMENTS),
            next: shifted(held, 28),
        };
        let custody = chance.percent(60);
        let note = signed.map(|at| self.sign(chance, unit, patient, (held, at), &told, tables));
        let half = if signed.is_some() { told.view.clone() } else { String::new() };
        tables.reviews.push(row(
            self.facility,
            unit,
            (id, patient, plan),
            (held, &told, half, custody),
            (note, signed),
        ));
        let goals: Vec<GoalId> = patient.goals.iter().filter_map(|goal| goal.ids.get(version).copied()).collect();
        for goal in goals {
            tables.goals.push(cells![id, goal, "continue", told.comment]);
        }
        let name = format!("{} {}", patient.person.name.given, patient.person.name.family);
        for (position, (name, role, said)) in (1..).zip([
            (name, "patient", "Said which step is the next."),
            (unit.practitioner.name.clone(), "practitioner", "Read the ladder aloud."),
        ]) {
            tables.attendees.push(cells![id, position, name, role, said]);
        }
        if custody {
            self.agree(chance, patient, (id, held, signed), tables);
        }
    }

    /// One or two things for the regime; some of them were agreed weeks ago and are closed.
    fn agree(
        &self,
        chance: &mut Chance,
        patient: &Patient,
        (review, held, signed): (ReviewId, NaiveDate, Option<DateTime<Utc>>),
        tables: &mut Tables,
    ) {
        let first = usize::try_from(chance.between(0, 5)).unwrap_or(0);
        for turn in 0..=usize::from(chance.percent(40)) {
            let action = nth(&ACTIONS, first + turn);
            let due = shifted(held, chance.between(5, 21));
            tables.drafts.push(cells![review, action, due]);
            if let Some(at) = signed {
                let id: RegimeActionId = chance.id(at);
                self.cross(patient, id, (action, held, due), ("open", None), tables);
            }
        }
        if signed.is_some() && chance.percent(50) {
            let agreed = shifted(held, -chance.between(30, 50));
            let at = instant(agreed, 13 * 60);
            let id: RegimeActionId = chance.id(at);
            let status = chance.pick(&["done", "done", "not_possible"]);
            let closed = Some(shifted(agreed, chance.between(3, 20)));
            let action = nth(&ACTIONS, first + 3);
            self.cross(patient, id, (action, agreed, shifted(agreed, 14)), (status, closed), tables);
        }
    }

    fn cross(
        &self,
        patient: &Patient,
        id: RegimeActionId,
        (action, agreed, due): (&'static str, NaiveDate, NaiveDate),
        (status, closed): (&'static str, Option<NaiveDate>),
        tables: &mut Tables,
    ) {
        tables.actions.push(cells![
            id,
            self.facility.id,
            patient.person.id,
            action,
            agreed,
            due,
            status,
            closed,
            closed.map(|_| self.coordinator),
            instant(agreed, 14 * 60),
            if closed.is_some() { 2 } else { 1 }
        ]);
    }

    /// The note of a review at the end of the patient's chain.
    fn sign(
        &self,
        chance: &mut Chance,
        unit: &Unit,
        patient: &mut Patient,
        (held, at): (NaiveDate, DateTime<Utc>),
        told: &Told,
        tables: &mut Tables,
    ) -> NoteId {
        patient.notes += 1;
        let author = &unit.practitioner;
        let goals: Vec<String> = (1..)
            .zip(&patient.goals)
            .map(|(place, goal)| {
                let description = words::of_person(goal.text().description, patient.person.woman);
                format!("{place}. {}: continue", description.trim_end_matches('.'))
            })
            .collect();
        let part = |key: &str, text: String| NotePart { key: key.to_owned(), text };
        let note = SignedNote {
            schema: SCHEMA,
            id: chance.id(at),
            chain_no: patient.notes,
            kind: NoteKind::Review,
            sensitivity: Sensitivity::Normal,
            patient: NotePatient {
                id: patient.person.id,
                number: patient.person.number.clone(),
                family_name: patient.person.name.family.to_owned(),
                given_name: patient.person.name.given.to_owned(),
            },
            place: NotePlace { id: self.facility.id, name: self.facility.sketch.name.to_owned() },
            author: Author {
                id: author.id,
                name: author.name.clone(),
                profession: author.profession.to_owned(),
                role: author.role.as_str().to_owned(),
            },
            key_id: self.key_id.clone(),
            occurred_at: instant(held, 9 * 60).min(at),
            ended_at: instant(held, 9 * 60).min(at),
            signed_at: at,
            late_reason: String::new(),
            session: None,
            parts: vec![
                part("reviews-summary", told.summary.clone()),
                part("plans-goals", goals.join("\n")),
                part("reviews-view", told.view.clone()),
                part("reviews-next", told.next.format("%d.%m.%Y").to_string()),
            ],
            about: None,
            replaces: None,
            needs_cosign: false,
        };
        let sealed = seal(note, &patient.last_hash, self.key);
        patient.last_hash.clone_from(&sealed.hash);
        let id = sealed.note.id;
        tables.notes.push(super::notes::row(sealed));
        id
    }

    /// The first practitioner of a facility has added to the bank.
    fn add_own_texts(&self, chance: &mut Chance, unit: &Unit, tables: &mut Tables) {
        for (area, language, description, [m2, m1, zero, p1, p2]) in OWN {
            let at = self.calendar.beginning();
            let id: BankGoalId = chance.id(at);
            tables.bank.push(cells![
                id,
                self.facility.id,
                area,
                language,
                description,
                m2,
                m1,
                zero,
                p1,
                p2,
                false,
                unit.practitioner.id,
                at,
                1
            ]);
        }
    }
}

/// What was said in a review.
struct Told {
    summary: String,
    view: String,
    comment: &'static str,
    next: NaiveDate,
}

fn row(
    facility: &Facility,
    unit: &Unit,
    (id, patient, plan): (ReviewId, &Patient, PlanId),
    (held, told, view, custody): (NaiveDate, &Told, String, bool),
    (note, signed): (Option<NoteId>, Option<DateTime<Utc>>),
) -> [app::kit::db::Cell; 15] {
    cells![
        id,
        patient.person.id,
        facility.id,
        plan,
        held,
        "continue",
        told.summary.clone(),
        view,
        told.next,
        custody,
        note,
        signed,
        unit.practitioner.id,
        signed.unwrap_or_else(|| instant(held, 0)),
        if signed.is_some() { 2 } else { 1 }
    ]
}
