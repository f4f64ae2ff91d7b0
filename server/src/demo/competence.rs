//! What is asked of whoever treats, what the units need, and that everybody who treats meets it.

use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::UserId;
use chrono::Days;
use uuid::Uuid;

use super::calendar::{Calendar, instant};
use super::chance::Chance;
use super::places::Facility;
use super::users::Users;

/// What a practitioner must have held under supervision.
const SESSIONS: i32 = 3;

/// What the head asks for, what the units need, and the supervised sessions that everybody has behind them.
pub async fn build(
    tx: &mut Conn,
    mut chance: Chance,
    calendar: Calendar,
    (facilities, users): (&[Facility], &Users),
    treating: &[UserId],
) -> Result<(), DbError> {
    let (head, at) = (users.head.id, calendar.beginning());
    let mut rule = Rows::new("training_rule", &["subject", "certificate", "sessions", "set_by", "set_at", "version"]);
    rule.push(cells!["ot_guidelines", true, SESSIONS, head, at, 1]);
    let mut roles = Rows::new("training_role", &["role", "subject", "strictness", "set_by", "set_at"]);
    roles.push(cells!["practitioner", "ot_guidelines", "warn", head, at]);
    let mut needs = Rows::new("training_need", &["facility_id", "subject", "needed", "set_by", "set_at", "version"]);
    for (facility, needed) in facilities.iter().zip([12, 14, 8, 15]) {
        needs.push(cells![facility.id, "ot_guidelines", needed, head, at, 1]);
        needs.push(cells![
            facility.id,
            "vep_instruments",
            if facility.sketch.code == "HSP" { 2 } else { 0 },
            head,
            at,
            1
        ]);
    }
    let mut sessions =
        Rows::new("training_supervised", &["id", "user_id", "on_date", "outcome", "signed_by", "signed_at"]);
    let practised = |n: i32| calendar.today - Days::new(300 - 7 * u64::from(n.unsigned_abs()));
    for (index, user) in treating.iter().enumerate() {
        // Whoever was there first signed for the others, and a colleague for the first.
        let by = treating.get(usize::from(index == 0)).map_or(head, |other| *other);
        let by = if by == *user { head } else { by };
        for n in 0..SESSIONS {
            let id: Uuid = chance.id(at);
            sessions.push(cells![id, *user, practised(n), "met", by, instant(practised(n), 15 * 60)]);
        }
    }
    for rows in [&mut rule, &mut roles, &mut needs, &mut sessions] {
        rows.insert(tx).await?;
    }
    Ok(())
}
