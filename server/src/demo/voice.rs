//! What those who review said: in every caseload comments and questions in each state that they can be in, and in every facility a
//! closed sample of last month's charts and one of this quarter that is being filled.

use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{CommentId, NoteId, PersonId, PlanId, QuestionId, SampleId, TurnId, UserId};
use app::oversight::hours::period::{Length, Period};
use app::oversight::samples::rules::draw;
use app::oversight::samples::standards::{STANDARDS, Standard, Verdict};
use app::{cells, sql_all, sql_exec, sql_optional};
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::caseload::{Unit, shifted};
use super::chance::Chance;
use super::places::{Facility, ZONE};

/// Rows in one insert, about.
const FULL: usize = 5_000;
/// Charts of the closed and of the open sample, and how many of the latter have been looked at.
const CLOSED: usize = 24;
const OPEN: usize = 10;
const LOOKED_AT: usize = 4;

struct Tables {
    comments: Rows,
    questions: Rows,
    turns: Rows,
}

impl Tables {
    fn new() -> Self {
        Self {
            comments: Rows::new(
                "care_comment",
                &[
                    "id",
                    "patient_id",
                    "facility_id",
                    "plan_id",
                    "note_id",
                    "kind",
                    "about_id",
                    "author_id",
                    "words",
                    "created_at",
                ],
            ),
            questions: Rows::new(
                "care_question",
                &[
                    "id",
                    "facility_id",
                    "patient_id",
                    "plan_id",
                    "note_id",
                    "asked_by",
                    "asked_of",
                    "words",
                    "asked_at",
                    "status",
                    "due_on",
                    "version",
                ],
            ),
            turns: Rows::new(
                "care_question_turn",
                &["id", "question_id", "kind", "words", "due_on", "author_id", "created_at"],
            ),
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.comments.insert(tx).await?;
        self.questions.insert(tx).await?;
        self.turns.insert(tx).await
    }
}

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    units: &[Vec<Unit>],
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for (facility, units) in facilities.iter().zip(units) {
        let reviewer = sql_optional!(
            tx,
            (UserId,),
            "select g.user_id from access_grant g where g.role = 'reviewer' and g.facility_id = $1 order by g.user_id limit 1",
            facility.id
        )?;
        let Some((reviewer,)) = reviewer else { continue };
        for unit in units {
            let notes = sql_all!(
                tx,
                (NoteId, PersonId),
                "select id, patient_id from care_note where author_id = $1 and facility_id = $2 and about_id is null
                   and sensitivity = 'normal' and kind = 'session' order by signed_at desc, id limit 3",
                unit.practitioner.id,
                facility.id
            )?;
            let mut desk = Desk { chance, calendar, facility, reviewer, author: unit.practitioner.id, tables: &mut tables };
            desk.comment(unit, &notes);
            desk.ask(unit, &notes);
            if tables.comments.len() > FULL {
                tables.insert(tx).await?;
            }
        }
        tables.insert(tx).await?;
        samples(tx, chance, calendar, facility, reviewer).await?;
    }
    Ok(())
}

/// What a comment is about.
#[derive(Clone, Copy)]
enum On {
    Plan(PersonId, PlanId),
    Note(PersonId, NoteId),
}

/// The review of one practitioner's caseload.
struct Desk<'a> {
    chance: &'a mut Chance,
    calendar: Calendar,
    facility: &'a Facility,
    reviewer: UserId,
    author: UserId,
    tables: &'a mut Tables,
}

impl Desk<'_> {
    /// So many days ago, in working hours.
    fn ago(&mut self, days: i64) -> DateTime<Utc> {
        self.calendar.now() - TimeDelta::days(days) + TimeDelta::minutes(self.chance.between(480, 840))
    }

    /// Adds a row of a comment's story; gives its id.
    fn say(&mut self, on: On, (kind, about): (&'static str, Option<CommentId>), by: UserId, days: i64, words: &'static str) -> CommentId {
        let at = self.ago(days);
        let id: CommentId = self.chance.id(at);
        let (patient, plan, note) = match on {
            On::Plan(patient, plan) => (patient, Some(plan), None),
            On::Note(patient, note) => (patient, None, Some(note)),
        };
        self.tables.comments.push(cells![
            id,
            patient,
            self.facility.id,
            plan,
            note,
            kind,
            about,
            by,
            words,
            at
        ]);
        id
    }

    fn comment(&mut self, unit: &Unit, notes: &[(NoteId, PersonId)]) {
        let (reviewer, author) = (self.reviewer, self.author);
        let plans: Vec<On> = unit
            .patients
            .iter()
            .filter_map(|patient| Some(On::Plan(patient.person.id, patient.plans.last()?.id)))
            .take(3)
            .collect();
        let notes = notes.iter().map(|(note, patient)| On::Note(*patient, *note));
        for (number, on) in plans.into_iter().chain(notes).enumerate() {
            match number {
                0 => {
                    self.say(on, ("comment", None), reviewer, 3, "The second goal can be seen by nobody but the patient. How will you know that a step has been reached?");
                }
                1 => {
                    let about = self.say(on, ("comment", None), reviewer, 20, "The target of hours is below what this patient attended in the last month. Is it meant to go down?");
                    self.say(on, ("answer", Some(about)), author, 18, "No. It was set when he was new here; the next version raises it.");
                    self.say(on, ("closed", Some(about)), reviewer, 16, "");
                }
                2 => {
                    let about = self.say(on, ("comment", None), reviewer, 6, "Precautions name the tools, but not what to do when he is restless.");
                    self.say(on, ("answer", Some(about)), author, 5, "We stop and walk. I will write it into the next version.");
                }
                3 => {
                    self.say(on, ("comment", None), reviewer, 2, "A clear note. The goal it belongs to could be named in the first line.");
                }
                4 => {
                    let about = self.say(on, ("comment", None), reviewer, 4, "This seems to be about another session.");
                    self.say(on, ("error", Some(about)), reviewer, 3, "");
                }
                _ => {}
            }
        }
    }

    /// Asks, with the turns that followed.
    fn question(
        &mut self,
        about: (Option<PersonId>, Option<NoteId>),
        (words, asked, due): (&'static str, i64, i64),
        status: &'static str,
        turns: &[(&'static str, &'static str, i64)],
    ) {
        let at = self.ago(asked);
        let id: QuestionId = self.chance.id(at);
        let due_on = shifted(self.calendar.today, due);
        let version = 1 + i32::try_from(turns.len()).unwrap_or(0);
        self.tables.questions.push(cells![
            id,
            self.facility.id,
            about.0,
            None::<PlanId>,
            about.1,
            self.reviewer,
            self.author,
            words,
            at,
            status,
            due_on,
            version
        ]);
        for (kind, words, days) in turns {
            let at = self.ago(*days);
            let turn: TurnId = self.chance.id(at);
            let by = if *kind == "answer" { self.author } else { self.reviewer };
            self.tables.turns.push(cells![turn, id, *kind, *words, (*kind == "again").then_some(due_on), by, at]);
        }
    }

    fn ask(&mut self, unit: &Unit, notes: &[(NoteId, PersonId)]) {
        let person = |n: usize| unit.patients.get(n).map(|patient| patient.person.id);
        let note = notes.first().map_or((person(1), None), |(note, patient)| (Some(*patient), Some(*note)));
        self.question((None, None), ("Which groups can go on when only one practitioner is here, and who decides?", 6, 8), "open", &[]);
        self.question((person(0), None), ("He has not come to the morning sessions for two weeks. What have you tried?", 20, -4), "open", &[]);
        self.question(note, ("What was changed after this session?", 9, 5), "answered", &[("answer", "The group is smaller now, and he chooses the task the day before.", 2)]);
        self.question(
            (person(3), None),
            ("Is the measure of the beginning still to be repeated?", 40, -20),
            "accepted",
            &[
                ("answer", "Yes.", 34),
                ("again", "When, and by whom?", 33),
                ("answer", "On the day of the review, by me. It has been booked.", 30),
                ("accepted", "", 29),
            ],
        );
    }
}

/// A closed sample and one that is being filled.
async fn samples(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facility: &Facility,
    reviewer: UserId,
) -> Result<(), DbError> {
    let month = Period::holding(Length::Month, calendar.today, ZONE).before(ZONE);
    let quarter = Period::holding(Length::Quarter, calendar.today, ZONE);
    for (period, wanted, looked_at, days) in [(month, CLOSED, CLOSED, 9), (quarter, OPEN, LOOKED_AT, 1)] {
        let led = sql_all!(
            tx,
            (PersonId, UserId),
            "select person_id, lead_id from care_patient where facility_id = $1 and opened_on <= $3
               and (closed_on is null or closed_on >= $2) order by person_id",
            facility.id,
            period.first_day(),
            period.last_day()
        )?;
        if led.is_empty() {
            continue;
        }
        let at = calendar.now() - TimeDelta::days(days) + TimeDelta::hours(9);
        let id: SampleId = chance.id(at);
        let seed = chance.between(100_000, 999_999).to_string();
        let charts: Vec<PersonId> = led.iter().map(|(patient, _)| *patient).collect();
        sql_exec!(
            tx,
            "insert into care_sample (id, facility_id, period, starts_on, ends_on, seed, wanted, charts, drawn_by, drawn_at, status, reason, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '', 1)",
            id,
            facility.id,
            period.code.as_str(),
            period.first_day(),
            period.last_day(),
            seed.as_str(),
            i32::try_from(wanted).unwrap_or(1),
            i32::try_from(charts.len()).unwrap_or(i32::MAX),
            reviewer,
            at
        )?;
        let drawn = draw(&seed, &period.code, &charts, wanted);
        let lead = |patient: &PersonId| led.iter().find(|(held, _)| held == patient).map(|(_, lead)| *lead);
        let drawn: Vec<(PersonId, UserId)> =
            drawn.into_iter().filter_map(|patient| Some((patient, lead(&patient)?))).collect();
        fill(tx, chance, (id, reviewer, at), &drawn, looked_at).await?;
        if looked_at == wanted {
            sql_exec!(
                tx,
                "update care_sample set status = 'closed', ended_by = $2, ended_at = $3, version = 2 where id = $1",
                id,
                reviewer,
                at + TimeDelta::days(4)
            )?;
        }
    }
    Ok(())
}

async fn fill(
    tx: &mut Conn,
    chance: &mut Chance,
    (id, reviewer, at): (SampleId, UserId, DateTime<Utc>),
    drawn: &[(PersonId, UserId)],
    looked_at: usize,
) -> Result<(), DbError> {
    let mut charts = Rows::new(
        "care_sample_chart",
        &["sample_id", "position", "patient_id", "lead_id", "remark", "saved_by", "saved_at", "version"],
    );
    let mut findings =
        Rows::new("care_sample_finding", &["sample_id", "position", "standard", "verdict", "remark"]);
    for ((position, number), (patient, lead)) in (1_i32..).zip(0..).zip(drawn) {
        let looked = number < looked_at;
        let saved = looked.then_some(at + TimeDelta::minutes(25 * i64::from(position)));
        let remark = if looked && chance.percent(15) { "A chart that one likes to read." } else { "" };
        charts.push(cells![
            id,
            position,
            *patient,
            *lead,
            remark,
            looked.then_some(reviewer),
            saved,
            if looked { 2 } else { 1 }
        ]);
        // Of the sample that is being filled the last chart has been begun.
        let answered = if looked_at < CLOSED && number + 1 == looked_at { 5 } else { STANDARDS.len() };
        for (standard, _) in STANDARDS.iter().take(if looked { answered } else { 0 }) {
            let (verdict, remark) = finding(chance, *standard);
            findings.push(cells![id, position, standard.as_str(), verdict.as_str(), remark]);
        }
    }
    charts.insert(tx).await?;
    findings.insert(tx).await
}

/// What was found of one standard: most charts keep to most of them.
fn finding(chance: &mut Chance, standard: Standard) -> (Verdict, &'static str) {
    if standard == Standard::Discharge && chance.percent(80) {
        return (Verdict::NotApplicable, "");
    }
    match chance.between(1, 100) {
        ..=70 => (Verdict::Yes, ""),
        71..=88 => {
            let remark = match standard {
                Standard::NotesToGoals => "Some name the group only, not the goal.",
                Standard::SignedInTime => "Two were signed on the third day.",
                _ => "",
            };
            (Verdict::Partly, remark)
        }
        _ => (Verdict::No, if standard == Standard::Measures { "Taken at the start and not since." } else { "" }),
    }
}
