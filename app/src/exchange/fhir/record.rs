//! Everything of one patient as rows, and the resources that it makes.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::audit::{self, EntryRow};
use super::composition::{self, finals};
use super::consent::{self, ConsentRow};
use super::goal::{self, GoalRow};
use super::impression::{self, EvaluationRow, SectionRow};
use super::observation::{self, RatingRow, ResultRow};
use super::patient::{self, PersonRow};
use super::plan::{self, PlanRow};
use super::provenance::provenance;
use super::referral::{self, ReferralRow};
use super::resource::Resource;
use super::session::{self, SessionRow};
use super::types::day;
use super::{About, appointment, questionnaire};
use crate::care::measures::library::Catalogue;
use crate::care::notes::model::SignedNote;
use crate::kit::ids::{GoalId, NoteId, PlanId, ProgrammeId, SlotId};

/// A link of the chain and its signature.
#[derive(Debug, Clone)]
pub struct Signed {
    pub note: SignedNote,
    pub signature: Vec<u8>,
}

/// Somebody who waits for a place in a programme.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct WaitingRow {
    pub programme_id: ProgrammeId,
    pub title: String,
    pub since: NaiveDate,
}

#[derive(Debug, Clone)]
pub struct Record {
    pub person: PersonRow,
    pub referrals: Vec<ReferralRow>,
    pub plans: Vec<PlanRow>,
    pub goals: Vec<GoalRow>,
    pub ratings: Vec<RatingRow>,
    pub results: Vec<ResultRow>,
    pub sessions: Vec<SessionRow>,
    /// The plans whose goals each session addressed.
    pub session_plans: Vec<(SlotId, PlanId)>,
    pub waiting: Vec<WaitingRow>,
    pub evaluations: Vec<EvaluationRow>,
    pub sections: Vec<SectionRow>,
    pub consents: Vec<ConsentRow>,
    pub entries: Vec<EntryRow>,
    /// In the order of the chain.
    pub chain: Vec<Signed>,
}

/// Every resource of one patient, each before those that refer to it where that is possible. `reads` is whether the reader may
/// see a note.
#[must_use]
pub fn resources(
    about: About,
    record: &Record,
    catalogue: &Catalogue,
    today: NaiveDate,
    reads: &dyn Fn(&SignedNote) -> bool,
) -> Vec<Resource> {
    let chain: Vec<SignedNote> = record.chain.iter().map(|held| held.note.clone()).collect();
    let notes: Vec<_> = finals(&chain).into_iter().filter(|filed| reads(&filed.note)).collect();
    let known: HashSet<NoteId> = notes.iter().map(|filed| filed.note.id).collect();
    let mut all: Vec<Resource> = vec![patient::patient(about, &record.person).into()];
    all.extend(treatment(about, record));
    all.extend(sessions(about, record));
    all.extend(record.ratings.iter().map(|row| observation::rating(about, row).into()));
    for row in record.results.iter().filter(|row| known.contains(&row.note_id)) {
        let response = questionnaire::response(about, row, catalogue);
        all.push(observation::result(about, row, catalogue, response.is_some()).into());
        all.extend(response.map(Resource::from));
    }
    let signed = record.evaluations.iter().filter(|row| known.contains(&row.note_id));
    all.extend(signed.map(|row| impression::impression(about, row, &record.sections).into()));
    for filed in &notes {
        let session = filed.note.session.as_ref().and_then(|told| record.sessions.iter().find(|row| row.id == told.id));
        let encounter = session.filter(|row| row.attendance.is_some()).map(|row| session::encounter_id(about, row));
        all.push(composition::composition(about, filed, encounter, &known).into());
        let signature = record.chain.iter().find(|held| held.note.id == filed.note.id);
        all.extend(signature.map(|held| provenance(about, &filed.note, &held.signature).into()));
    }
    all.extend(record.consents.iter().map(|row| consent::consent(about, row, today).into()));
    all.extend(record.entries.iter().map(|row| audit::event(about, row).into()));
    all
}

fn treatment(about: About, record: &Record) -> Vec<Resource> {
    let mut all: Vec<Resource> = Vec::new();
    for row in &record.referrals {
        all.push(referral::request(about, row, record.person.is_open).into());
        all.extend(referral::on_waiting_list(about, row).map(Resource::from));
    }
    for row in &record.waiting {
        all.push(appointment::waiting(about, row.programme_id.0, &row.title, &day(Some(row.since))).into());
    }
    for row in &record.plans {
        let goals: Vec<GoalId> =
            record.goals.iter().filter(|goal| goal.plan_id == row.id).map(|goal| goal.id).collect();
        all.push(plan::plan(about, row, &goals).into());
    }
    all.extend(record.goals.iter().map(|row| goal::goal(about, row).into()));
    all
}

fn sessions(about: About, record: &Record) -> Vec<Resource> {
    let mut all: Vec<Resource> = Vec::new();
    for row in &record.sessions {
        let mut plans: Vec<PlanId> =
            record.session_plans.iter().filter(|(slot, _)| *slot == row.id).map(|(_, plan)| *plan).collect();
        plans.sort_unstable();
        plans.dedup();
        all.push(appointment::appointment(about, row).into());
        all.extend(session::encounter(about, row).map(Resource::from));
        all.extend(session::procedure(about, row, &plans).map(Resource::from));
        all.extend(observation::participation(about, row).map(Resource::from));
    }
    all
}
