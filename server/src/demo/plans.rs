//! Patients, teams, plans and goals as rows. A plan is inserted as a draft, then its goals, then it is activated: the
//! database takes it in no other order.

use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FacilityId, PlanId};
use app::{cells, sql_exec};
use chrono::{NaiveDate, TimeDelta};

use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit, shifted};
use super::chance::{self, Chance};
use super::course::step;
use super::words;

#[derive(Debug)]
pub struct Tables {
    patients: Rows,
    team: Rows,
    plans: [Rows; 2],
    goals: [Rows; 2],
    statuses: [Vec<(PlanId, &'static str)>; 2],
}

const PLAN: &[&str] = &[
    "id",
    "patient_id",
    "facility_id",
    "version_no",
    "status",
    "title",
    "summary",
    "starts_on",
    "expected_end",
    "areas",
    "approach",
    "sessions_per_week",
    "minutes_per_session",
    "session_mix",
    "weekly_target_minutes",
    "target_reason",
    "precautions",
    "agreement",
    "agreed_on",
    "review_interval_days",
    "next_review_on",
    "lead_id",
    "activated_at",
    "activated_by",
    "created_by",
    "created_at",
    "version",
    "intervention_types",
    "creative_level",
    "agreement_language",
];
const GOAL: &[&str] = &[
    "id",
    "plan_id",
    "patient_id",
    "facility_id",
    "position",
    "thread_id",
    "description",
    "patient_words",
    "area",
    "lifecycle",
    "achievement",
    "target_date",
    "step_m2",
    "step_m1",
    "step_0",
    "step_p1",
    "step_p2",
    "baseline",
    "importance",
    "difficulty",
    "created_by",
    "created_at",
    "version",
    "term",
    "parent_thread_id",
    "expressed_by",
];

impl Tables {
    pub fn new() -> Self {
        Self {
            patients: Rows::new(
                "care_patient",
                &[
                    "person_id",
                    "facility_id",
                    "lead_id",
                    "status",
                    "opened_on",
                    "closed_on",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            team: Rows::new("care_team", &["patient_id", "user_id", "since"]),
            plans: [Rows::new("care_plan", PLAN), Rows::new("care_plan", PLAN)],
            goals: [Rows::new("care_goal", GOAL), Rows::new("care_goal", GOAL)],
            statuses: [Vec::new(), Vec::new()],
        }
    }

    pub fn len(&self) -> usize {
        self.patients.len()
    }

    pub async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.patients.insert(tx).await?;
        self.team.insert(tx).await?;
        for ((plans, goals), statuses) in self.plans.iter_mut().zip(&mut self.goals).zip(&mut self.statuses) {
            plans.insert(tx).await?;
            goals.insert(tx).await?;
            for (plan, status) in statuses.drain(..) {
                // The first version was active before it became what it is now; the ladders are looked at on the way.
                sql_exec!(tx, "update care_plan set status = 'active' where id = $1", plan)?;
                if status != "active" {
                    sql_exec!(tx, "update care_plan set status = $2 where id = $1", plan, status)?;
                }
            }
        }
        Ok(())
    }

    /// One patient with team, plans and goals.
    pub fn add(
        &mut self,
        chance: &mut Chance,
        calendar: Calendar,
        facility: FacilityId,
        unit: &Unit,
        patient: &Patient,
    ) {
        let lead = unit.practitioner.id;
        let at = instant(patient.opened, 10 * 60);
        let status = if patient.closed.is_some() { "closed" } else { "open" };
        self.patients.push(cells![
            patient.person.id,
            facility,
            lead,
            status,
            patient.opened,
            patient.closed,
            lead,
            at,
            1
        ]);
        self.team.push(cells![patient.person.id, lead, at.date_naive()]);
        // The nurse treats some of them: of the others she reads no note.
        if chance.percent(40) {
            self.team.push(cells![patient.person.id, unit.clinician, (at + TimeDelta::days(1)).date_naive()]);
        }
        if patient.plans.is_empty() {
            self.add_draft(chance, calendar, facility, unit, patient);
            return;
        }
        let last = patient.plans.len() - 1;
        let terms = Terms::choose(chance, patient);
        for (version, plan) in patient.plans.iter().enumerate() {
            let ended = if version < last || patient.closed.is_some() { "completed" } else { "active" };
            let review = if ended == "active" { Some(next_review(chance, calendar, plan.active_from)) } else { None };
            let activated = instant(plan.active_from, 15 * 60 + 20);
            let row = terms.row(patient, facility, lead, (plan.id, version, plan.active_from), review, Some(activated));
            if let (Some(rows), Some(statuses)) = (self.plans.get_mut(version), self.statuses.get_mut(version)) {
                rows.push(row);
                statuses.push((plan.id, ended));
            }
            self.add_goals(calendar, facility, lead, patient, (plan.id, version, plan.active_from), None);
        }
    }

    /// A plan that is still being written; the last step of its last ladder is missing, so it cannot be activated yet.
    fn add_draft(
        &mut self,
        chance: &mut Chance,
        calendar: Calendar,
        facility: FacilityId,
        unit: &Unit,
        patient: &Patient,
    ) {
        let plan: PlanId = chance.id(instant(patient.opened, 11 * 60));
        let begins = shifted(patient.opened, 2);
        let terms = Terms::choose(chance, patient);
        if let Some(rows) = self.plans.first_mut() {
            rows.push(terms.row(patient, facility, unit.practitioner.id, (plan, 0, begins), None, None));
        }
        self.add_goals(
            calendar,
            facility,
            unit.practitioner.id,
            patient,
            (plan, 0, begins),
            patient.goals.len().checked_sub(1),
        );
    }

    fn add_goals(
        &mut self,
        calendar: Calendar,
        facility: FacilityId,
        by: app::kit::ids::UserId,
        patient: &Patient,
        (plan, version, from): (PlanId, usize, NaiveDate),
        with_gap: Option<usize>,
    ) {
        let Some(rows) = self.goals.get_mut(version) else {
            return;
        };
        let at = instant(from, 9 * 60);
        let draft = patient.plans.is_empty();
        let current = !draft && version + 1 == patient.plans.len();
        for (position, goal) in patient.goals.iter().enumerate() {
            let text = goal.text();
            let woman = patient.person.woman;
            let [m2, m1, zero, p1, p2] = text.steps.map(|step| words::of_person(step, woman));
            let p2 = if with_gap == Some(position) { String::new() } else { p2 };
            let lifecycle = match (draft, patient.closed.is_some()) {
                (true, _) => "proposed",
                (false, true) => "completed",
                (false, false) => "active",
            };
            let until = patient.closed.unwrap_or(calendar.today);
            let achievement =
                if current { achievement(patient, goal.baseline, patient.days(until)) } else { "in_progress" };
            let id = goal.ids.get(version).copied();
            // The third goal of a plan is a step towards the first.
            let long = patient.goals.first().filter(|_| position == 2).map(|first| first.thread);
            let row = cells![
                id,
                plan,
                patient.person.id,
                facility,
                i32::try_from(position + 1).unwrap_or(1),
                goal.thread,
                words::of_person(text.description, woman),
                text.words_in(patient.person.name.language),
                text.area,
                lifecycle,
                achievement,
                shifted(from, 120),
                m2,
                m1,
                zero,
                p1,
                p2,
                goal.baseline,
                goal.importance,
                goal.difficulty,
                by,
                at,
                1,
                if long.is_some() { "short" } else { "long" },
                long,
                chance::nth(
                    &["patient", "together", "together", "practitioner", "family"],
                    position + patient.goals.len()
                )
            ];
            rows.push(row);
        }
    }
}

/// How far a goal has been achieved, from where its course stands now.
fn achievement(patient: &Patient, baseline: i32, days: i64) -> &'static str {
    let level = step(patient.course.level(baseline, days));
    match (level, patient.course.trend(days)) {
        (1.., _) => "achieved",
        (_, 1) => "improving",
        (_, -1) => "worsening",
        (0, _) => "achieved",
        _ if level <= baseline => "no_change",
        _ => "in_progress",
    }
}

/// Every four weeks; one plan in seven is overdue.
fn next_review(chance: &mut Chance, calendar: Calendar, from: NaiveDate) -> NaiveDate {
    let due = shifted(from, ((calendar.today - from).num_days() / 28 + 1) * 28);
    if chance.percent(14) { shifted(calendar.today, -chance.between(1, 18)).max(shifted(from, 1)) } else { due }
}

/// What a plan says apart from its goals; both versions of a plan say the same but for what a review changed.
struct Terms {
    title: &'static str,
    summary: &'static str,
    areas: String,
    approach: &'static str,
    per_week: i32,
    target: i32,
    reason: &'static str,
    precautions: &'static str,
    agreement: &'static str,
    mix: &'static str,
}

impl Terms {
    fn choose(chance: &mut Chance, patient: &Patient) -> Self {
        let mut areas: Vec<&str> = patient.goals.iter().map(|goal| goal.text().area).collect();
        let first = areas.first().copied().unwrap_or("leisure");
        areas.sort_unstable();
        areas.dedup();
        let (title, summary) = words::plan(first);
        let full = chance.percent(15);
        Self {
            title,
            summary,
            areas: areas.join(","),
            approach: chance.pick(&[
                "create_promote",
                "establish_restore",
                "establish_restore",
                "maintain",
                "modify",
                "prevent",
            ]),
            per_week: i32::try_from(chance.between(2, 4)).unwrap_or(3),
            target: if full { 1500 } else { i32::try_from(chance.between(3, 8)).unwrap_or(4) * 60 },
            reason: if full { "" } else { chance.pick(words::TARGET_REASONS) },
            precautions: chance.pick(words::PRECAUTIONS),
            agreement: chance.pick(&["agreed", "agreed", "agreed", "agreed", "in_part", "not_agreed"]),
            mix: if patient.group.is_some() { "mixed" } else { "individual" },
        }
    }

    fn row(
        &self,
        patient: &Patient,
        facility: FacilityId,
        lead: app::kit::ids::UserId,
        (plan, version, from): (PlanId, usize, NaiveDate),
        review: Option<NaiveDate>,
        activated: Option<chrono::DateTime<chrono::Utc>>,
    ) -> [app::kit::db::Cell; 30] {
        let again = version > 0;
        cells![
            plan,
            patient.person.id,
            facility,
            if again { 2 } else { 1 },
            "draft",
            self.title,
            self.summary,
            from,
            shifted(from, 182),
            self.areas.clone(),
            self.approach,
            if again { self.per_week + 1 } else { self.per_week },
            60,
            self.mix,
            self.target,
            self.reason,
            self.precautions,
            self.agreement,
            from,
            28,
            review,
            lead,
            activated,
            activated.map(|_| lead),
            lead,
            instant(from, 9 * 60),
            if activated.is_some() { 2 } else { 1 },
            if patient.group.is_some() {
                "occupations_activities,training,group"
            } else {
                "occupations_activities,education"
            },
            // Assessed with some of them only.
            (patient.goals.len() > 2).then(|| i32::from(again) + 4),
            chance::nth(&["sq", "sq", "sr", "sq", "rom"], patient.goals.len() + usize::from(patient.person.woman))
        ]
    }
}
