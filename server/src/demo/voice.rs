//! What those who review said: in every caseload comments and questions in each state that they can be in.

use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{CommentId, FacilityId, NoteId, PersonId, PlanId, QuestionId, TurnId, UserId};
use app::{cells, sql_all, sql_optional};
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::caseload::{Unit, shifted};
use super::chance::Chance;
use super::places::Facility;

/// Rows in one insert, about.
const FULL: usize = 5_000;

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

/// Who reviews a facility.
pub async fn reviewer_of(tx: &mut Conn, facility: FacilityId) -> Result<Option<UserId>, DbError> {
    let found = sql_optional!(
        tx,
        (UserId,),
        "select g.user_id from access_grant g where g.role = 'reviewer' and g.facility_id = $1 order by g.user_id limit 1",
        facility
    )?;
    Ok(found.map(|(user,)| user))
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
        let Some(reviewer) = reviewer_of(tx, facility.id).await? else { continue };
        for unit in units {
            let notes = sql_all!(
                tx,
                (NoteId, PersonId),
                "select id, patient_id from care_note where author_id = $1 and facility_id = $2 and about_id is null
                   and sensitivity = 'normal' and kind = 'session' order by signed_at desc, id limit 3",
                unit.practitioner.id,
                facility.id
            )?;
            let mut desk =
                Desk { chance, calendar, facility, reviewer, author: unit.practitioner.id, tables: &mut tables };
            desk.comment(unit, &notes);
            desk.ask(unit, &notes);
            if tables.comments.len() > FULL {
                tables.insert(tx).await?;
            }
        }
        tables.insert(tx).await?;
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
    fn say(
        &mut self,
        on: On,
        (kind, about): (&'static str, Option<CommentId>),
        by: UserId,
        days: i64,
        words: &'static str,
    ) -> CommentId {
        let at = self.ago(days);
        let id: CommentId = self.chance.id(at);
        let (patient, plan, note) = match on {
            On::Plan(patient, plan) => (patient, Some(plan), None),
            On::Note(patient, note) => (patient, None, Some(note)),
        };
        self.tables.comments.push(cells![id, patient, self.facility.id, plan, note, kind, about, by, words, at]);
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
                    self.say(
                        on,
                        ("answer", Some(about)),
                        author,
                        18,
                        "No. It was set when he was new here; the next version raises it.",
                    );
                    self.say(on, ("closed", Some(about)), reviewer, 16, "");
                }
                2 => {
                    let about = self.say(
                        on,
                        ("comment", None),
                        reviewer,
                        6,
                        "Precautions name the tools, but not what to do when he is restless.",
                    );
                    self.say(
                        on,
                        ("answer", Some(about)),
                        author,
                        5,
                        "We stop and walk. I will write it into the next version.",
                    );
                }
                3 => {
                    self.say(
                        on,
                        ("comment", None),
                        reviewer,
                        2,
                        "A clear note. The goal it belongs to could be named in the first line.",
                    );
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
        self.question(
            (None, None),
            ("Which groups can go on when only one practitioner is here, and who decides?", 6, 8),
            "open",
            &[],
        );
        self.question(
            (person(0), None),
            ("He has not come to the morning sessions for two weeks. What have you tried?", 20, -4),
            "open",
            &[],
        );
        self.question(
            note,
            ("What was changed after this session?", 9, 5),
            "answered",
            &[("answer", "The group is smaller now, and he chooses the task the day before.", 2)],
        );
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
