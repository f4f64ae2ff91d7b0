//! Sessions and what came of them, as rows that go out together in the order that the database's keys ask for.

use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::SlotId;
use app::sql_exec;

/// Rows in one transaction, about.
pub const FULL: usize = 20_000;

/// The columns of a signed note.
const NOTE: &[&str] = &[
    "id",
    "patient_id",
    "facility_id",
    "session_id",
    "kind",
    "sensitivity",
    "occurred_at",
    "signed_at",
    "author_id",
    "chain_no",
    "payload",
    "prev_hash",
    "hash",
    "signature",
    "key_id",
];

#[derive(Debug)]
pub struct Batch {
    pub slots: Rows,
    pub people: Rows,
    pub movements: Rows,
    pub sessions: Rows,
    pub session_goals: Rows,
    pub participations: Rows,
    pub participation_goals: Rows,
    pub ratings: Rows,
    pub notes: Rows,
    pub results: Rows,
    /// The first and the last session held in the batch; identifiers rise with every session.
    span: Option<(SlotId, SlotId)>,
}

/// Signed notes, of sessions and of whatever else is signed.
pub fn notes() -> Rows {
    Rows::new("care_note", NOTE)
}

impl Batch {
    pub fn new() -> Self {
        Self {
            slots: Rows::new(
                "custody_slot",
                &[
                    "id",
                    "facility_id",
                    "room_id",
                    "practitioner_id",
                    "starts_at",
                    "ends_at",
                    "part",
                    "label_letter",
                    "status",
                    "cancel_side",
                    "cancel_reason",
                    "escort_officers",
                    "escort_mode",
                    "created_by",
                    "created_at",
                    "version",
                    "kit_id",
                    "held_on",
                ],
            ),
            people: Rows::new(
                "custody_slot_person",
                &[
                    "slot_id",
                    "person_id",
                    "facility_id",
                    "starts_at",
                    "ends_at",
                    "movement",
                    "custody_reason",
                    "moved_at",
                    "version",
                ],
            ),
            movements: Rows::new(
                "custody_movement",
                &["id", "slot_id", "person_id", "movement", "custody_reason", "at", "recorded_by", "recorded_at"],
            ),
            sessions: Rows::new(
                "care_session",
                &[
                    "id",
                    "facility_id",
                    "mode",
                    "activity_code",
                    "lead_id",
                    "purpose",
                    "shared_narrative",
                    "recorded_at",
                    "signed_at",
                    "created_by",
                    "created_at",
                    "version",
                    "programme_id",
                    "cohesion",
                    "group_participation",
                    "rule_keeping",
                    "mutual_help",
                ],
            ),
            session_goals: Rows::new("care_session_goal", &["session_id", "goal_id", "patient_id"]),
            participations: Rows::new(
                "care_participation",
                &[
                    "session_id",
                    "patient_id",
                    "facility_id",
                    "attendance",
                    "health_reason",
                    "minutes",
                    "participation",
                    "assistance",
                    "individual_note",
                    "next_step",
                    "signed_at",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            participation_goals: Rows::new(
                "care_participation_goal",
                &["session_id", "patient_id", "goal_id", "progress", "level"],
            ),
            ratings: Rows::new(
                "care_goal_rating",
                &[
                    "id",
                    "thread_id",
                    "goal_id",
                    "patient_id",
                    "facility_id",
                    "rated_on",
                    "level",
                    "with_patient",
                    "session_id",
                    "rated_by",
                    "created_at",
                ],
            ),
            notes: notes(),
            results: Rows::new(
                "care_measure_result",
                &[
                    "id",
                    "patient_id",
                    "facility_id",
                    "measure_code",
                    "definition_no",
                    "taken_on",
                    "language",
                    "answers",
                    "score_milli",
                    "second_score_milli",
                    "comment",
                    "note_id",
                    "created_by",
                    "created_at",
                ],
            ),
            span: None,
        }
    }

    pub fn holds(&mut self, slot: SlotId) {
        self.span = Some((self.span.map_or(slot, |span| span.0), slot));
    }

    pub fn is_full(&self) -> bool {
        self.slots.len() * 2 + self.people.len() * 4 + self.notes.len() > FULL
    }

    /// Inserts everything. Participations become signed last: their goals could not be added afterwards.
    pub async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        for rows in [
            &mut self.slots,
            &mut self.people,
            &mut self.movements,
            &mut self.sessions,
            &mut self.session_goals,
            &mut self.participations,
            &mut self.participation_goals,
            &mut self.ratings,
            &mut self.notes,
            &mut self.results,
        ] {
            rows.insert(tx).await?;
        }
        if let Some((first, last)) = self.span.take() {
            sql_exec!(
                tx,
                "update care_participation
                 set signed_at = (select s.signed_at from care_session s where s.id = care_participation.session_id)
                 where session_id >= $1 and session_id <= $2
                   and exists (select 1 from care_session s where s.id = care_participation.session_id and s.signed_at is not null)",
                first,
                last
            )?;
        }
        Ok(())
    }
}
