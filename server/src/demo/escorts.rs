//! Officers for escorts, with one coming day that is short; what became of the escorts of the last days, who was restrained; and
//! the days on which nothing moved, as they were entered, with one that was taken back.

use std::collections::BTreeMap;

use app::cells;
use app::custody::changes::{ChangeKind, NewChange, push, rows as change_rows};
use app::custody::slots::CancelReason;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FacilityId, LockdownId, PersonId, SlotId, UserId};
use app::{sql_all, sql_exec};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::calendar::{Calendar, instant};
use super::chance::Chance;
use super::kept_back;
use super::places::{Facility, ZONE};
use super::users::{Staff, Users};

const PARTS: [&str; 3] = ["am", "pm", "eve"];
/// How far back lockdowns are told of.
const DAYS: i64 = 42;

#[derive(Debug, sqlx::FromRow)]
struct Escorted {
    id: SlotId,
    facility_id: FacilityId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    part: String,
    escort_officers: i32,
    escort_mode: String,
}

#[derive(Debug, sqlx::FromRow)]
struct Stopped {
    id: SlotId,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    version: i32,
}

pub async fn build(tx: &mut Conn, calendar: Calendar, facilities: &[Facility], users: &Users) -> Result<(), DbError> {
    // A random source of their own: the rest of the story stays as it is.
    let chance = &mut Chance::new(37);
    sql_exec!(tx, "update custody_wing set building = case when code < 'C' then 'North' else 'South' end")?;
    let now = calendar.now();
    let near = sql_all!(
        tx,
        Escorted,
        "select id, facility_id, starts_at, ends_at, part, escort_officers, escort_mode from custody_slot
         where starts_at > $1 and starts_at < $2 and escort_officers > 0 and status in ('confirmed', 'completed')
         order by starts_at, id",
        now - TimeDelta::days(4),
        now + TimeDelta::days(14)
    )?;
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        let own: Vec<&Escorted> = near.iter().filter(|slot| slot.facility_id == facility.id).collect();
        supply(tx, chance, calendar, (facility.id, staff.coordinator.id), &own).await?;
        steps(tx, chance, calendar, staff, &own).await?;
        lockdowns(tx, chance, calendar, (facility.id, staff.coordinator.id)).await?;
        kept_back::build(tx, chance, calendar, (facility.id, staff.coordinator.id)).await?;
    }
    restraints(tx, chance, calendar, facilities, users).await
}

fn date_of(at: DateTime<Utc>) -> NaiveDate {
    at.with_timezone(&ZONE).date_naive()
}

/// One officer more than the busiest day needs; and on one coming day one fewer than it needs.
async fn supply(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    (facility, by): (FacilityId, UserId),
    slots: &[&Escorted],
) -> Result<(), DbError> {
    let mut needed: BTreeMap<(NaiveDate, &str), i32> = BTreeMap::new();
    for slot in slots {
        *needed.entry((date_of(slot.starts_at), slot.part.as_str())).or_default() += slot.escort_officers;
    }
    let at = calendar.beginning();
    let mut rows = Rows::new(
        "custody_escort_supply",
        &["id", "facility_id", "weekday", "on_date", "part", "officers", "women", "set_by", "set_at", "version"],
    );
    for part in PARTS {
        let most = needed.iter().filter(|((_, held), _)| *held == part).map(|(_, n)| *n).max().unwrap_or(1);
        for weekday in 1..=7 {
            let officers = if weekday > 5 { (most / 2).min(98) + 1 } else { most.min(98) + 1 };
            let id: Uuid = chance.id(at);
            rows.push(cells![id, facility, weekday, None::<NaiveDate>, part, officers, officers / 3, by, at, 1]);
        }
    }
    let ahead = |date: &NaiveDate| *date > calendar.today;
    if let Some(((date, _), n)) = needed.iter().find(|((date, part), n)| ahead(date) && *part == "am" && **n > 1) {
        let (id, at): (Uuid, _) = (chance.id(calendar.now()), calendar.now());
        let officers = (n - 1).min(99);
        rows.push(cells![id, facility, None::<i32>, *date, "am", officers, officers / 3, by, at, 1]);
    }
    rows.insert(tx).await
}

/// The escorts of the last days from being accepted to being back, and where the officers stood.
async fn steps(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    staff: &Staff,
    slots: &[&Escorted],
) -> Result<(), DbError> {
    let mut events = Rows::new(
        "custody_escort_event",
        &["id", "slot_id", "facility_id", "step_no", "step", "reason", "at", "recorded_by", "recorded_at"],
    );
    let mut presence =
        Rows::new("custody_officer_presence", &["id", "slot_id", "presence", "reported_by", "reported_at"]);
    let past = slots.iter().filter(|slot| slot.ends_at < calendar.now());
    for (n, slot) in past.enumerate() {
        let by = staff.officers.get(n % staff.officers.len().max(1)).map_or(staff.coordinator.id, |officer| officer.id);
        let minutes = TimeDelta::minutes;
        let taken = [
            ("accepted", staff.coordinator.id, slot.starts_at - TimeDelta::hours(18)),
            ("collected", by, slot.starts_at - minutes(15)),
            ("arrived", by, slot.starts_at - minutes(4)),
            ("returned", by, slot.ends_at + minutes(11)),
        ];
        for (step_no, (step, by, at)) in (1..).zip(taken) {
            let id: Uuid = chance.id(at);
            events.push(cells![id, slot.id, slot.facility_id, step_no, step, None::<&str>, at, by, at]);
        }
        let stood = match slot.escort_mode.as_str() {
            "in_room" => "in_room",
            _ if n % 7 == 6 => "in_room",
            _ => "in_sight",
        };
        let at = slot.ends_at + minutes(11);
        let id: Uuid = chance.id(at);
        presence.push(cells![id, slot.id, stood, by, at]);
    }
    events.insert(tx).await?;
    presence.insert(tx).await
}

/// Few, and each with its reason.
async fn restraints(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<(), DbError> {
    let mut rows = Rows::new(
        "custody_restraint",
        &["id", "slot_id", "person_id", "decision", "reason", "words", "decided_by", "decided_at"],
    );
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        let people = sql_all!(
            tx,
            (SlotId, PersonId),
            "select sp.slot_id, sp.person_id from custody_slot s join custody_slot_person sp on sp.slot_id = s.id
             where s.facility_id = $1 and s.starts_at > $2 and s.starts_at < $3 and s.status in ('confirmed', 'completed')
             order by s.starts_at, sp.slot_id, sp.person_id limit 40",
            facility.id,
            calendar.now() - TimeDelta::days(3),
            calendar.now() + TimeDelta::days(3)
        )?;
        for (n, (slot, person)) in people.into_iter().enumerate().step_by(13) {
            let (decision, reason, words) = match n % 3 {
                0 => ("on_the_way", "escape", "Left the line on the way to the yard last month."),
                1 => ("throughout", "order_of_court", "Order of the court of the second of the month."),
                _ => ("on_the_way", "violence", "Struck an officer at the gate in autumn."),
            };
            let at = calendar.now() - TimeDelta::days(4);
            let id: Uuid = chance.id(at);
            rows.push(cells![id, slot, person, decision, reason, words, staff.coordinator.id, at]);
        }
    }
    rows.insert(tx).await
}

/// The lockdowns behind the sessions that were cancelled for one, and tomorrow's that was taken back.
async fn lockdowns(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    (facility, by): (FacilityId, UserId),
) -> Result<(), DbError> {
    let stopped = sql_all!(
        tx,
        Stopped,
        "select id, starts_at, ends_at, version from custody_slot
         where facility_id = $1 and starts_at > $2 and starts_at < $3 and cancel_side = 'custody' and cancel_reason = 'lockdown'
         order by starts_at, id",
        facility,
        calendar.now() - TimeDelta::days(DAYS),
        calendar.now()
    )?;
    let mut days: BTreeMap<NaiveDate, Vec<&Stopped>> = BTreeMap::new();
    for slot in &stopped {
        days.entry(date_of(slot.starts_at)).or_default().push(slot);
    }
    let mut made = Tables::new();
    for slots in days.values() {
        let (Some(first), Some(last)) = (slots.first(), slots.iter().map(|slot| slot.ends_at).max()) else { continue };
        let span = (first.starts_at - TimeDelta::minutes(15), last);
        made.add(chance, (facility, by), span, first.starts_at - TimeDelta::minutes(25), false, slots);
    }
    let tomorrow = calendar.today + Days::new(1);
    let span = (instant(tomorrow, 13 * 60), instant(tomorrow, 16 * 60 + 30));
    let ahead = sql_all!(
        tx,
        Stopped,
        "select id, starts_at, ends_at, version from custody_slot
         where facility_id = $1 and starts_at >= $2 and starts_at < $3 and status = 'confirmed' order by starts_at, id",
        facility,
        span.0,
        span.1
    )?;
    made.add(
        chance,
        (facility, by),
        span,
        instant(calendar.today - Days::new(1), 9 * 60),
        true,
        &ahead.iter().collect::<Vec<_>>(),
    );
    for rows in [&mut made.lockdowns, &mut made.slots, &mut made.changes] {
        rows.insert(tx).await?;
    }
    Ok(())
}

struct Tables {
    lockdowns: Rows,
    slots: Rows,
    changes: Rows,
}

impl Tables {
    fn new() -> Self {
        Self {
            lockdowns: Rows::new(
                "custody_lockdown",
                &[
                    "id",
                    "facility_id",
                    "scope",
                    "building",
                    "starts_at",
                    "ends_at",
                    "reason",
                    "created_by",
                    "created_at",
                    "undone_by",
                    "undone_at",
                    "version",
                ],
            ),
            slots: Rows::new(
                "custody_lockdown_slot",
                &["lockdown_id", "slot_id", "earlier_status", "left_version", "outcome"],
            ),
            changes: change_rows(),
        }
    }

    fn add(
        &mut self,
        chance: &mut Chance,
        (facility, by): (FacilityId, UserId),
        (from, to): (DateTime<Utc>, DateTime<Utc>),
        at: DateTime<Utc>,
        undone: bool,
        slots: &[&Stopped],
    ) {
        let id: LockdownId = chance.id(at);
        let undone_at = undone.then_some(at + TimeDelta::minutes(20));
        let undone_by = undone.then_some(by);
        let version = if undone { 2 } else { 1 };
        self.lockdowns
            .push(cells![id, facility, "facility", "", from, to, "lockdown", by, at, undone_by, undone_at, version]);
        for slot in slots {
            self.slots.push(cells![id, slot.id, "confirmed", slot.version, undone.then_some("restored")]);
            let restored = undone_at.map(|at| (ChangeKind::SlotRestored, at));
            for (kind, at) in [(ChangeKind::SlotCancelled, at)].into_iter().chain(restored) {
                let told = NewChange::of_session((chance.id(at), facility), (slot.id, slot.starts_at), kind, at);
                push(&mut self.changes, NewChange { reason: Some(CancelReason::Lockdown), ..told });
            }
        }
    }
}
