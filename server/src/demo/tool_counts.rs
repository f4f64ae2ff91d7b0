//! Tools counted out and in at the sessions of the last four weeks. Everything came back but twice: what was missing once was
//! found, and what is missing in the first facility is missing still.

use app::cells;
use app::custody::changes::{ChangeKind, NewChange, push, rows as change_rows};
use app::kit::db::{Conn, DbError, OwnerPool, Rows};
use app::kit::ids::{CountId, FacilityId, KitId, RoomId, SlotId, UserId};
use app::sql_all;
use chrono::{DateTime, TimeDelta, Utc};

use super::batch::FULL;
use super::calendar::Calendar;
use super::chance::Chance;
use super::places::Facility;
use super::users::{User, Users};

/// A session that was held, with what was carried to it.
#[derive(sqlx::FromRow)]
struct Held {
    id: SlotId,
    room_id: RoomId,
    label_letter: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    practitioner_id: UserId,
    kit_id: KitId,
}

struct Tables {
    counts: Rows,
    rows: Rows,
    decisions: Rows,
    changes: Rows,
}

/// What came back, and what was said of it.
#[derive(Clone, Copy, PartialEq)]
enum Return {
    All,
    Found,
    StillMissing,
}

pub async fn build(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, users): (&[Facility], &Users),
) -> Result<(), DbError> {
    let mut tx = pool.begin().await?;
    let kits = sql_all!(
        &mut tx,
        (KitId, String, i32),
        "select kit_id, tool_code, count from custody_kit_tool order by kit_id, tool_code"
    )?;
    let since = calendar.now() - TimeDelta::days(28);
    for (index, (facility, staff)) in facilities.iter().zip(&users.staff).enumerate() {
        let mut tables = Tables::new();
        let held = held(&mut tx, facility.id, since).await?;
        let last = held.len();
        for (n, session) in held.iter().enumerate() {
            let back = match last - n {
                3 if index == 0 => Return::StillMissing,
                8 => Return::Found,
                _ => Return::All,
            };
            let tools: Vec<(&str, i32)> = kits
                .iter()
                .filter(|(kit, ..)| *kit == session.kit_id)
                .map(|(_, tool, count)| (tool.as_str(), *count))
                .collect();
            let officer = staff.officers.iter().cycle().nth(n % staff.officers.len().max(1));
            tables.tell(chance, (facility.id, session), (officer, &staff.coordinator), &tools, back);
            if tables.counts.len() * 4 > FULL {
                tables.insert(&mut tx).await?;
            }
        }
        tables.insert(&mut tx).await?;
    }
    tx.commit().await
}

async fn held(tx: &mut Conn, facility: FacilityId, since: DateTime<Utc>) -> Result<Vec<Held>, DbError> {
    sql_all!(
        tx,
        Held,
        "select s.id, s.room_id, s.label_letter, s.starts_at, s.ends_at, s.practitioner_id, s.kit_id
         from custody_slot s join custody_kit k on k.id = s.kit_id
         where s.facility_id = $1 and s.starts_at >= $2 and s.status = 'completed' and k.count_tools = $3
           and exists (select 1 from custody_kit_tool t where t.kit_id = k.id)
         order by s.starts_at, s.id",
        facility,
        since,
        true
    )
}

impl Tables {
    fn new() -> Self {
        Self {
            counts: Rows::new(
                "custody_tool_count",
                &[
                    "id",
                    "slot_id",
                    "facility_id",
                    "room_id",
                    "label_letter",
                    "session_at",
                    "number",
                    "kind",
                    "counted_at",
                    "counted_by",
                    "counted_initials",
                    "second_by",
                    "second_initials",
                    "differs",
                ],
            ),
            rows: Rows::new("custody_tool_count_row", &["count_id", "tool_code", "expected", "counted"]),
            decisions: Rows::new("custody_tool_decision", &["count_id", "reason", "decided_by", "decided_at"]),
            changes: change_rows(),
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        for rows in [&mut self.counts, &mut self.rows, &mut self.decisions, &mut self.changes] {
            rows.insert(tx).await?;
        }
        Ok(())
    }

    fn tell(
        &mut self,
        chance: &mut Chance,
        (facility, session): (FacilityId, &Held),
        (officer, coordinator): (Option<&User>, &User),
        tools: &[(&str, i32)],
        back: Return,
    ) {
        let Some(officer) = officer else { return };
        let mut count = |number: i32, at: DateTime<Utc>, missing: bool| {
            let id: CountId = chance.id(at);
            self.counts.push(cells![
                id,
                session.id,
                facility,
                session.room_id,
                session.label_letter.clone(),
                session.starts_at,
                number,
                if number == 1 { "out" } else { "in" },
                at,
                officer.id,
                initials(&officer.name),
                session.practitioner_id,
                "OT",
                missing
            ]);
            for (n, (tool, there)) in tools.iter().enumerate() {
                let counted = if missing && n == 0 { there - 1 } else { *there };
                self.rows.push(cells![id, (*tool).to_owned(), *there, counted]);
            }
            id
        };
        count(1, session.starts_at - TimeDelta::minutes(8), false);
        let after = session.ends_at + TimeDelta::minutes(4);
        let first = count(2, after, back != Return::All);
        // Counted once more an hour later, when a decision had let the session be completed: it is still not there.
        if back == Return::StillMissing {
            count(3, after + TimeDelta::minutes(60), true);
        }
        if back == Return::All {
            return;
        }
        let reason = if back == Return::Found { "found" } else { "under_investigation" };
        let decided = after + TimeDelta::minutes(15);
        self.decisions.push(cells![first, reason, coordinator.id, decided]);
        let tool = tools.first().map(|(tool, _)| (*tool).to_owned()).unwrap_or_default();
        let place = (chance.id(after), facility);
        let told = NewChange::of_session(place, (session.id, session.starts_at), ChangeKind::ToolMissing, after);
        push(&mut self.changes, NewChange { earlier: tool, touched: 0, ..told });
    }
}

/// 'Agim Berisha' signs as AB.
fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().next()).take(4).collect()
}
