//! What a move or a release does to bookings. Who has left is expected nowhere any more; who lives elsewhere in the house, or is
//! away for a time, keeps every booking. Either way both sides get a line.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::model::{ChangeKind, MadeBy, NewChange};
use super::store;
use crate::custody::day::date_of;
use crate::custody::people::Presence;
use crate::custody::slots::{CustodyReason, turn};
use crate::custody::transfers::store::end_bookings;
use crate::kit::clock::Clock;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId, WingId};
use crate::{sql_all, sql_exec, sql_one};

/// Where somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Housed {
    pub presence: Presence,
    pub wing: Option<WingId>,
    pub cell: String,
}

/// What becomes of somebody's bookings, by the kind of line that tells of it; nothing when nothing has changed.
#[must_use]
pub fn effect(before: &Housed, after: &Housed) -> Option<ChangeKind> {
    if before.presence != after.presence {
        return Some(match after.presence {
            Presence::Released => ChangeKind::Released,
            Presence::Transferred => ChangeKind::Transferred,
            Presence::Court => ChangeKind::Court,
            Presence::Hospital => ChangeKind::Hospital,
            Presence::Present => ChangeKind::PresentAgain,
        });
    }
    if before.wing != after.wing {
        Some(ChangeKind::WingChanged)
    } else if before.cell != after.cell {
        Some(ChangeKind::CellChanged)
    } else {
        None
    }
}

/// Somebody whose row has changed. What it was and is stands there as lists write it.
#[derive(Debug, Clone)]
pub struct Moved {
    pub person: PersonId,
    pub facility: FacilityId,
    pub kind: ChangeKind,
    pub earlier: String,
    pub later: String,
    /// Had left, and is here again: a stay begins.
    pub returns: bool,
}

impl Moved {
    /// What has become of somebody, with both places as lists write them; nothing when nothing has changed.
    pub fn between(
        (person, facility): (PersonId, FacilityId),
        before: &Housed,
        after: &Housed,
        words: impl Fn(&Housed) -> String,
    ) -> Option<Self> {
        let kind = effect(before, after)?;
        let returns = matches!(before.presence, Presence::Released | Presence::Transferred) && !kind.is_leaving();
        let (earlier, later) = (words(before), words(after));
        // A way to court and back is told by its kind alone.
        let same = earlier == later;
        let said = |text: String| if same { String::new() } else { text };
        Some(Self { person, facility, kind, earlier: said(earlier), later: said(later), returns })
    }
}

/// Ends what must end and tells both sides. A handful of questions for each facility, and some for each person who has left.
pub async fn settle(tx: &mut impl HasConn, moves: Vec<Moved>, clock: &Clock) -> Result<(), DbError> {
    let now = clock.now();
    let mut touched: HashMap<FacilityId, HashMap<PersonId, i64>> = HashMap::new();
    let mut lines = store::rows();
    for moved in moves {
        let held = match touched.entry(moved.facility) {
            std::collections::hash_map::Entry::Occupied(held) => held.into_mut(),
            std::collections::hash_map::Entry::Vacant(place) => place.insert(bookings(tx, moved.facility, now).await?),
        };
        let bookings = held.get(&moved.person).copied().unwrap_or(0);
        // A cell is told only of people for whom somebody is about to come.
        if moved.kind == ChangeKind::CellChanged && bookings == 0 {
            continue;
        }
        if moved.kind.is_leaving() {
            turn::take(tx, moved.facility).await?;
            leave(tx, &moved, bookings, now).await?;
        } else if moved.returns {
            return_to(tx, &moved, clock).await?;
        }
        let change = NewChange {
            id: clock.new_id(),
            facility: moved.facility,
            person: Some(moved.person),
            slot: None,
            kind: moved.kind,
            reason: None,
            earlier: moved.earlier,
            later: moved.later,
            touched: i32::try_from(bookings).unwrap_or(i32::MAX),
            by: MadeBy::Nobody,
            at: now,
        };
        store::push(&mut lines, change);
    }
    lines.insert_within_walls(tx).await
}

/// How many sessions ahead call each person of a facility.
async fn bookings(
    tx: &mut impl HasConn,
    facility: FacilityId,
    now: DateTime<Utc>,
) -> Result<HashMap<PersonId, i64>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId, i64),
        "select sp.person_id, count(*) from custody_slot s join custody_slot_person sp on sp.slot_id = s.id
         where s.facility_id = $1 and s.starts_at > $2 and s.status in ('requested', 'confirmed', 'in_progress')
         group by sp.person_id",
        facility,
        now
    )?;
    Ok(rows.into_iter().collect())
}

/// Bookings, alerts, pairs and the stay end on the day.
async fn leave(tx: &mut impl HasConn, moved: &Moved, bookings: i64, now: DateTime<Utc>) -> Result<(), DbError> {
    if bookings > 0 {
        let reason = match moved.kind {
            ChangeKind::Released => CustodyReason::Released,
            _ => CustodyReason::Transferred,
        };
        end_bookings(tx, moved.person, reason, now).await?;
    }
    let today = today_at(tx, moved.facility, now).await?;
    for sql in [
        "update custody_alert set ends_on = $2, version = version + 1
         where person_id = $1 and (ends_on is null or ends_on > $2) and starts_on <= $2",
        "update custody_keep_apart set ends_on = $2, version = version + 1
         where (person_a = $1 or person_b = $1) and (ends_on is null or ends_on > $2) and starts_on <= $2",
        "update custody_stay set ends_on = $2 where person_id = $1 and ends_on is null and starts_on <= $2",
    ] {
        sql_exec!(tx, sql, moved.person, today)?;
    }
    Ok(())
}

/// The day at the place.
async fn today_at(tx: &mut impl HasConn, facility: FacilityId, now: DateTime<Utc>) -> Result<NaiveDate, DbError> {
    let (zone,) = sql_one!(tx, (String,), "select time_zone from custody_facility where id = $1", facility)?;
    Ok(date_of(now, zone.parse().unwrap_or(chrono_tz::UTC)))
}

async fn return_to(tx: &mut impl HasConn, moved: &Moved, clock: &Clock) -> Result<(), DbError> {
    let (id, now): (uuid::Uuid, _) = (clock.new_id(), clock.now());
    let today = today_at(tx, moved.facility, now).await?;
    sql_exec!(
        tx,
        "insert into custody_stay (id, person_id, facility_id, starts_on, ends_on, created_by, created_at)
         values ($1, $2, $3, $4, null, $5, $6)",
        id,
        moved.person,
        moved.facility,
        today,
        uuid::Uuid::nil(),
        now
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_has_one_effect() {
        let housed = |presence, wing: u128, cell: &str| Housed {
            presence,
            wing: (wing > 0).then(|| uuid::Uuid::from_u128(wing).into()),
            cell: cell.to_owned(),
        };
        let before = housed(Presence::Present, 1, "A-1");
        for (after, expected) in [
            (before.clone(), None),
            (housed(Presence::Present, 1, "A-2"), Some(ChangeKind::CellChanged)),
            (housed(Presence::Present, 2, "B-1"), Some(ChangeKind::WingChanged)),
            (housed(Presence::Court, 1, "A-1"), Some(ChangeKind::Court)),
            (housed(Presence::Hospital, 2, "B-1"), Some(ChangeKind::Hospital)),
            (housed(Presence::Released, 0, ""), Some(ChangeKind::Released)),
            (housed(Presence::Transferred, 1, "A-1"), Some(ChangeKind::Transferred)),
        ] {
            assert_eq!(effect(&before, &after), expected, "{after:?}");
        }
        assert_eq!(effect(&housed(Presence::Court, 1, "A-1"), &before), Some(ChangeKind::PresentAgain));
        assert!(ChangeKind::ALL.iter().filter(|kind| kind.is_leaving()).count() == 2);
    }
}
