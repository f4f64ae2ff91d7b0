//! The rows of reviews, in the order in which the database's keys ask for them.

use app::kit::db::{Conn, DbError, Rows};

#[derive(Debug)]
pub struct Tables {
    pub notes: Rows,
    pub reviews: Rows,
    pub goals: Rows,
    pub attendees: Rows,
    pub drafts: Rows,
    pub actions: Rows,
    pub bank: Rows,
}

impl Tables {
    pub fn new() -> Self {
        Self {
            notes: super::batch::notes(),
            reviews: Rows::new(
                "care_review",
                &[
                    "id",
                    "patient_id",
                    "facility_id",
                    "plan_id",
                    "held_on",
                    "plan_fate",
                    "summary",
                    "patient_view",
                    "next_review_on",
                    "custody_attended",
                    "note_id",
                    "signed_at",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            goals: Rows::new("care_review_goal", &["review_id", "goal_id", "decision", "comment"]),
            attendees: Rows::new("care_review_attendee", &["review_id", "position", "name", "role", "contribution"]),
            drafts: Rows::new("care_review_action", &["review_id", "action", "due_on"]),
            actions: Rows::new(
                "custody_regime_action",
                &[
                    "id",
                    "facility_id",
                    "person_id",
                    "action",
                    "agreed_on",
                    "due_on",
                    "status",
                    "closed_on",
                    "closed_by",
                    "created_at",
                    "version",
                ],
            ),
            bank: Rows::new(
                "care_goal_bank",
                &[
                    "id",
                    "facility_id",
                    "area",
                    "language",
                    "description",
                    "step_m2",
                    "step_m1",
                    "step_0",
                    "step_p1",
                    "step_p2",
                    "retired",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
        }
    }

    pub async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        for rows in [
            &mut self.notes,
            &mut self.reviews,
            &mut self.goals,
            &mut self.attendees,
            &mut self.drafts,
            &mut self.actions,
            &mut self.bank,
        ] {
            rows.insert(tx).await?;
        }
        Ok(())
    }
}
