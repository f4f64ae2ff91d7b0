//! The job that keeps every series placed sixty days ahead. It may run anywhere and any number of times: a day that has its
//! session is left alone, and the database refuses a second one. What changed under a series since is followed: the regime, and
//! who belongs to its programme.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use super::model::CareSeries;
use super::rules::{self, Facts, Placed};
use super::{facts, store};
use crate::access::Gate;
use crate::care::sessions::store::request::{self, NewSession};
use crate::custody::changes::{self, ChangeKind, NewChange, instant_text};
use crate::custody::series::model::SeriesSlot;
use crate::custody::series::{DayReason, Follows, Series, store as series_store};
use crate::custody::slots::{CancelReason, CancelSide, SlotStatus, turn};
use crate::kit::db::{CareTx, DbError, Engine, Refusal};
use crate::kit::ids::{FacilityId, GoalId, PersonId, SeriesId};
use crate::kit::local_time::{day_bounds, local_date};

/// How far ahead sessions stand on the board.
pub const DAYS_AHEAD: i64 = 60;

/// Places every series that goes on, unless another server is about it. A series that fails does not stop the others.
pub async fn place_all(gate: &Gate) -> Result<(), DbError> {
    // The lock of PostgreSQL lasts as long as its transaction; SQLite has one server, and its one writer must not be held.
    let mut held = match gate.engine() {
        Engine::Postgres => Some(gate.unattended_care_write().await?),
        Engine::Sqlite => None,
    };
    if let Some(tx) = &mut held
        && !store::is_first(tx).await?
    {
        return Ok(());
    }
    let mut tx = gate.unattended_care().await?;
    let all = series_store::all_running(&mut tx).await?;
    drop(tx);
    for (id, zone) in all {
        if let Err(error) = place(gate, id, zone.parse().unwrap_or(chrono_tz::UTC)).await {
            tracing::warn!(%error, series = %id, "a series could not be placed; it will be at the next turn");
        }
    }
    drop(held);
    Ok(())
}

/// A series with everything that its days ahead depend on.
struct Ahead {
    series: Series,
    care: CareSeries,
    goals: Vec<(GoalId, PersonId)>,
    facts: Facts,
    /// Days that have a session, or are left out.
    done: Vec<NaiveDate>,
    noted: Vec<(NaiveDate, DayReason)>,
    coming: Vec<SeriesSlot>,
    zone: Tz,
    now: DateTime<Utc>,
}

/// Places one series.
pub async fn place(gate: &Gate, id: SeriesId, zone: Tz) -> Result<(), DbError> {
    let Some(ahead) = load(gate, id, zone).await? else { return Ok(()) };
    ahead.follow_regime(gate).await?;
    let today = local_date(ahead.now, zone);
    let days = ahead.series.rule().between(today, today + TimeDelta::days(DAYS_AHEAD));
    for date in days.into_iter().filter(|date| !ahead.done.contains(date)) {
        match rules::place(&ahead.series, date, zone, &ahead.facts) {
            Ok(placed) if placed.starts_at <= ahead.now => {}
            Ok(placed) => ahead.book(gate, date, placed).await?,
            Err(reason) => ahead.note(gate, date, reason).await?,
        }
    }
    join_members(gate, &ahead).await
}

async fn load(gate: &Gate, id: SeriesId, zone: Tz) -> Result<Option<Ahead>, DbError> {
    let now = gate.clock.now();
    let today = local_date(now, zone);
    let mut tx = gate.unattended_care().await?;
    let series = series_store::series(&mut tx, id).await?.filter(|series| series.ended_at.is_none());
    let (Some(series), Some(care)) = (series, store::care(&mut tx, id).await?) else { return Ok(None) };
    let people = store::people(&mut tx, id, care.programme_id, series.facility_id).await?;
    let people: Vec<PersonId> = people.into_iter().map(|person| person.id).collect();
    let mut goals = store::goals(&mut tx, id).await?;
    goals.retain(|(_, patient)| people.contains(patient));
    let span = (today, today + TimeDelta::days(DAYS_AHEAD));
    let facts = facts::load(&mut tx, &series, people, span, zone).await?;
    let mut done = store::placed(&mut tx, id, today).await?;
    let noted: Vec<(NaiveDate, DayReason)> =
        series_store::days(&mut tx, id, today).await?.into_iter().map(|day| (day.series_date, day.reason)).collect();
    done.extend(noted.iter().filter(|(_, reason)| *reason == DayReason::LeftOut).map(|(date, _)| *date));
    let coming = series_store::coming(&mut tx, id, now).await?;
    Ok(Some(Ahead { series, care, goals, facts, done, noted, coming, zone, now }))
}

impl Ahead {
    async fn book(&self, gate: &Gate, date: NaiveDate, placed: Placed) -> Result<(), DbError> {
        let new = NewSession {
            id: gate.clock.new_id(),
            facility: self.series.facility_id,
            practitioner: self.series.practitioner_id,
            mode: self.care.mode,
            activity: self.care.activity_code.clone(),
            people: self.facts.people.clone(),
            goals: self.goals.clone(),
            room: self.series.room_id,
            part: placed.part,
            starts_at: placed.starts_at,
            ends_at: placed.ends_at,
            purpose: self.care.purpose.clone(),
            programme: self.care.programme_id,
            although: None,
            series: Some((self.series.id, date)),
        };
        let mut tx = gate.unattended_care_write().await?;
        match request::book(&mut tx, &new, &[], (date, self.zone), self.now).await {
            Ok(()) => {
                store::forget(&mut tx, self.series.id, date).await?;
                tx.commit().await
            }
            Err(error) => {
                drop(tx);
                match error.refusal() {
                    // Another server has placed this day meanwhile.
                    Some(Refusal::Duplicate(_)) => Ok(()),
                    Some(refusal) => match DayReason::of(refusal) {
                        Some(reason) => self.note(gate, date, reason).await,
                        None => Err(error),
                    },
                    None => Err(error),
                }
            }
        }
    }

    async fn note(&self, gate: &Gate, date: NaiveDate, reason: DayReason) -> Result<(), DbError> {
        if self.noted.contains(&(date, reason)) {
            return Ok(());
        }
        let mut tx = gate.unattended_care_write().await?;
        store::note(&mut tx, self.series.id, date, reason, self.now).await?;
        tx.commit().await
    }

    /// A series by parts goes with the regime: what is placed already moves with its part, and ends where there is none any more.
    /// What somebody moved by hand stays.
    async fn follow_regime(&self, gate: &Gate) -> Result<(), DbError> {
        if self.series.follows != Follows::Part {
            return Ok(());
        }
        let live = |slot: &&SeriesSlot| {
            !slot.series_moved && matches!(slot.status, SlotStatus::Requested | SlotStatus::Confirmed)
        };
        for slot in self.coming.iter().filter(live) {
            match rules::when(&self.series, slot.series_date, self.zone, &self.facts.regime) {
                Ok(placed) if (placed.starts_at, placed.ends_at) == (slot.starts_at, slot.ends_at) => {}
                Ok(placed) => self.shift(gate, slot, placed).await?,
                Err(reason) => self.drop_day(gate, slot, reason).await?,
            }
        }
        Ok(())
    }

    async fn shift(&self, gate: &Gate, slot: &SeriesSlot, placed: Placed) -> Result<(), DbError> {
        let mut tx = gate.unattended_care_write().await?;
        turn::take(&mut tx, self.series.facility_id).await?;
        match store::shift(&mut tx, slot, placed, slot).await {
            Ok(true) => {
                let told = self.told(gate, slot, ChangeKind::SlotMoved);
                changes::note(&mut tx, NewChange { later: instant_text(placed.starts_at), ..told }).await?;
                tx.commit().await
            }
            Ok(false) => Ok(()),
            Err(error) => {
                drop(tx);
                // It stays where it was, and the page of the series says why.
                match error.refusal().and_then(DayReason::of) {
                    Some(reason) => self.note(gate, slot.series_date, reason).await,
                    None => Err(error),
                }
            }
        }
    }

    async fn drop_day(&self, gate: &Gate, slot: &SeriesSlot, reason: DayReason) -> Result<(), DbError> {
        let mut tx = gate.unattended_care_write().await?;
        if store::cancel(&mut tx, slot, CancelSide::Custody, CancelReason::Operational).await? {
            let told = self.told(gate, slot, ChangeKind::SlotCancelled);
            changes::note(&mut tx, NewChange { reason: Some(CancelReason::Operational), ..told }).await?;
            store::note(&mut tx, self.series.id, slot.series_date, reason, self.now).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    /// What a rule did: neither side has seen it.
    fn told(&self, gate: &Gate, slot: &SeriesSlot, kind: ChangeKind) -> NewChange {
        let of = (gate.clock.new_id(), self.series.facility_id);
        NewChange::of_session(of, (slot.id, slot.starts_at), kind, self.now)
    }
}

/// The letter that a session of a series has on its day: it may come back from another one.
pub async fn letter(tx: &mut CareTx, facility: FacilityId, slot: &SeriesSlot, zone: Tz) -> Result<String, DbError> {
    if local_date(slot.starts_at, zone) == slot.series_date {
        return Ok(slot.label_letter.clone());
    }
    turn::letter(tx, (facility, slot.id), Some(&slot.label_letter), day_bounds(slot.series_date, zone)).await
}

/// Whoever has joined the programme joins its coming sessions, where nothing stands in the way.
async fn join_members(gate: &Gate, ahead: &Ahead) -> Result<(), DbError> {
    if ahead.care.programme_id.is_none() {
        return Ok(());
    }
    let mut tx = gate.unattended_care().await?;
    let missing = store::missing(&mut tx, ahead.series.id, ahead.now).await?;
    let coming = series_store::coming(&mut tx, ahead.series.id, ahead.now).await?;
    drop(tx);
    for (slot, person) in missing {
        let Some(slot) = coming.iter().find(|coming| coming.id == slot) else { continue };
        let mut tx = gate.unattended_care_write().await?;
        turn::take(&mut tx, ahead.series.facility_id).await?;
        match store::add_person(&mut tx, slot, ahead.series.facility_id, person).await {
            Ok(()) => tx.commit().await?,
            Err(error) if error.refusal().is_some() => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
