//! Making a series, changing it and ending it: each operation passes the gate and writes in one transaction. What has begun
//! never changes.

use chrono::{NaiveDate, TimeDelta};

use super::model::{CareSeries, NewSeries, Scope, Step};
use super::rules::{self, Placed};
use super::{facts, place, store};
use crate::access::{Denied, Permission, Subject};
use crate::care::activities::ActivityTitle;
use crate::care::sessions::rules::FURTHEST_DAYS;
use crate::care::sessions::store::request::{self, Candidate};
use crate::custody::changes::{self, ChangeKind, MadeBy, NewChange, instant_text};
use crate::custody::series::model::{DayPart, SeriesDay, SeriesSlot};
use crate::custody::series::{DayReason, Follows, Series, store as series_store};
use crate::custody::slots::{CancelReason, CancelSide, SlotStatus, turn};
use crate::error::{AppError, Result};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, SeriesId, SlotId};
use crate::kit::local_time::{local_date, minute_of_day};
use crate::web::Ctx;

/// What became of a series that was asked for.
#[derive(Debug)]
pub enum Made {
    Done,
    /// The same form had been sent before.
    Already,
    /// These days cannot be held; nothing was written.
    InTheWay(Vec<(NaiveDate, DayReason)>),
}

/// Makes a series and places what can be placed. Days in the way are told first, all of them and with one look at the calendar;
/// with `although` they are left to be tried again.
pub async fn make(ctx: &Ctx, new: &NewSeries, although: bool) -> Result<Made> {
    let (facility, zone) = (new.session.facility, ctx.zone());
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Facility(facility), "series").await?;
    if let Some(held) = series_store::series(&mut tx, new.id).await? {
        return if held.practitioner_id == ctx.actor.id { Ok(Made::Already) } else { Err(AppError::NotFound) };
    }
    let series = series_of(&mut tx, new).await?;
    let last = new.starts_on + TimeDelta::days(FURTHEST_DAYS);
    let days = series.rule().between(new.starts_on, last);
    let span = (new.starts_on, days.last().copied().unwrap_or(new.starts_on));
    let facts = facts::load(&mut tx, &series, new.session.people.clone(), span, zone).await?;
    let in_the_way: Vec<(NaiveDate, DayReason)> = days
        .into_iter()
        .filter_map(|date| rules::place(&series, date, zone, &facts).err().map(|reason| (date, reason)))
        .collect();
    if !in_the_way.is_empty() && !although {
        return Ok(Made::InTheWay(in_the_way));
    }
    store::create(&mut tx, new, &series, ctx.now()).await?;
    tx.commit().await?;
    place::place(&ctx.app.gate, new.id, zone).await?;
    Ok(Made::Done)
}

async fn series_of(tx: &mut CareTx, new: &NewSeries) -> Result<Series> {
    let session = &new.session;
    let capacity = request::rooms(tx, session.facility).await?.into_iter().find(|room| room.id == session.room);
    Ok(Series {
        id: new.id,
        facility_id: session.facility,
        room_id: session.room,
        room: String::new(),
        capacity: capacity.map_or(0, |room| room.capacity),
        practitioner_id: session.practitioner,
        practitioner: String::new(),
        weekdays: new.weekdays,
        every_weeks: new.every_weeks,
        follows: new.follows,
        part: session.part,
        start_minute: new.start_minute,
        minutes: new.minutes,
        starts_on: new.starts_on,
        ends_on: new.ends_on,
        most: new.most,
        kit_id: request::kit_of(tx, &session.activity).await?,
        people_expected: i32::try_from(session.people.len()).unwrap_or(1),
        ended_at: None,
        continues: None,
        version: 1,
    })
}

/// A line of the list.
#[derive(Debug)]
pub struct Listed {
    pub series: Series,
    pub title: Option<ActivityTitle>,
}

pub async fn list(ctx: &Ctx, offset: i64) -> Result<(i64, Vec<Listed>)> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(facility), "series").await?;
    let total = series_store::count(&mut tx, facility).await?;
    Ok((total, running(&mut tx, facility, offset).await?))
}

/// The series that go on, each with the name of its activity.
pub async fn running(tx: &mut CareTx, facility: FacilityId, offset: i64) -> std::result::Result<Vec<Listed>, DbError> {
    let running = series_store::running(tx, facility, offset).await?;
    let ids: Vec<SeriesId> = running.iter().map(|series| series.id).collect();
    let mut titles = store::titles(tx, &ids).await?;
    let title = |id: SeriesId, titles: &mut Vec<(SeriesId, ActivityTitle)>| {
        titles.iter().position(|(titled, _)| *titled == id).map(|at| titles.swap_remove(at).1)
    };
    Ok(running.into_iter().map(|series| Listed { title: title(series.id, &mut titles), series }).collect())
}

/// A series with its people, its coming sessions, and the days that have none.
#[derive(Debug)]
pub struct SeriesSheet {
    pub series: Series,
    pub care: CareSeries,
    pub people: Vec<Candidate>,
    pub coming: Vec<SeriesSlot>,
    pub days: Vec<SeriesDay>,
    pub rooms: Vec<request::OfferedRoom>,
    /// The series that goes on where this one ended.
    pub continued_by: Option<SeriesId>,
}

impl SeriesSheet {
    /// Sessions that may still be changed.
    pub fn live(&self) -> impl Iterator<Item = &SeriesSlot> {
        self.coming.iter().filter(|slot| is_ahead(slot))
    }
}

fn is_ahead(slot: &SeriesSlot) -> bool {
    matches!(slot.status, SlotStatus::Requested | SlotStatus::Confirmed)
}

pub async fn sheet(ctx: &Ctx, id: SeriesId) -> Result<SeriesSheet> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care(Permission::SessionRequest, Subject::Facility(facility), "series").await?;
    let (series, care) = both(&mut tx, ctx, id).await?;
    let people = store::people(&mut tx, id, care.programme_id, facility).await?;
    let coming = series_store::coming(&mut tx, id, ctx.now()).await?;
    let days = series_store::days(&mut tx, id, ctx.today()).await?;
    let rooms = request::rooms(&mut tx, facility).await?;
    let continued_by = series_store::continued_by(&mut tx, id).await?;
    Ok(SeriesSheet { series, care, people, coming, days, rooms, continued_by })
}

async fn both(tx: &mut CareTx, ctx: &Ctx, id: SeriesId) -> Result<(Series, CareSeries)> {
    let facility = ctx.place()?.id;
    let series = series_store::series(tx, id).await?.filter(|series| series.facility_id == facility);
    let series = series.ok_or(AppError::NotFound)?;
    let care = store::care(tx, id).await?.ok_or(AppError::NotFound)?;
    Ok((series, care))
}

/// What became of a change.
#[derive(Debug)]
pub enum Changed {
    /// The series that holds the sessions now.
    Done(SeriesId),
    /// Somebody has changed the series, or the session, since the form was made.
    Stale,
    /// The first day that cannot be as asked; nothing was written.
    Refused(NaiveDate, DayReason),
}

/// Changes or cancels one session of a series, it and those that follow, or all that are ahead: all of it or nothing.
pub async fn change(ctx: &Ctx, id: SeriesId, (slot, seen): (SlotId, i32), scope: Scope, step: Step) -> Result<Changed> {
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Slot(slot), "series").await?;
    let place = ctx.place()?.id;
    turn::take(&mut tx, place).await?;
    let (series, _) = both(&mut tx, ctx, id).await?;
    if series.practitioner_id != ctx.actor.id {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    let coming = series_store::coming(&mut tx, id, ctx.now()).await?;
    let Some(from) = coming.iter().find(|held| held.id == slot).filter(|held| is_ahead(held)) else {
        return Ok(Changed::Stale);
    };
    if series.version != seen {
        return Ok(Changed::Stale);
    }
    // On other weekdays it goes on as a series of its own: what has been is not written over.
    let (from, scope) = match (step.weekdays(), coming.iter().find(|held| is_ahead(held))) {
        (Some(weekdays), Some(first)) if scope == Scope::All && weekdays != series.weekdays => {
            (first, Scope::Following)
        }
        _ => (from, scope),
    };
    let regime = series_store::regime(&mut tx, series.facility_id).await?;
    let mut change = Changing { ctx, tx, regime, step, only: scope == Scope::This };
    let earlier = series.rule().dates().take_while(|date| *date < from.series_date).count();
    let chosen: Vec<&SeriesSlot> = match scope {
        Scope::This => vec![from],
        Scope::Following => coming.iter().filter(|slot| slot.series_date >= from.series_date).collect(),
        Scope::All => coming.iter().collect(),
    };
    let target = match scope {
        Scope::This => change.touch(series).await?,
        Scope::Following if earlier > 0 => change.divide(series, from, earlier).await?,
        Scope::Following | Scope::All => change.whole(series, from).await?,
    };
    let Some(target) = target else { return Ok(Changed::Stale) };
    for slot in chosen.into_iter().filter(|slot| is_ahead(slot)) {
        if let Some(refused) = change.make(&target, slot).await? {
            return Ok(refused);
        }
    }
    change.tx.commit().await?;
    if step.weekdays().is_some() {
        place::place(&ctx.app.gate, target.id, ctx.zone()).await?;
    }
    Ok(Changed::Done(target.id))
}

struct Changing<'a> {
    ctx: &'a Ctx,
    tx: CareTx,
    regime: Vec<DayPart>,
    step: Step,
    /// Only this one session, which goes its own way from now on.
    only: bool,
}

impl Changing<'_> {
    /// Marks the series as changed, so that a form that was made before does not come through.
    async fn touch(&mut self, series: Series) -> Result<Option<Series>> {
        Ok(store::save(&mut self.tx, &series).await?.then_some(series))
    }

    /// The whole series from now on.
    async fn whole(&mut self, mut series: Series, from: &SeriesSlot) -> Result<Option<Series>> {
        match self.step {
            Step::Cancel => series.ended_at = Some(self.ctx.now()),
            Step::Move { .. } => self.apply(&mut series, from),
        }
        self.touch(series).await
    }

    /// From this session on. A series that goes on otherwise is one of its own; one that ends has a last day.
    async fn divide(&mut self, mut series: Series, from: &SeriesSlot, earlier: usize) -> Result<Option<Series>> {
        let mut later = series.clone();
        series.ends_on = from.series_date.pred_opt();
        if !store::save(&mut self.tx, &series).await? {
            return Ok(None);
        }
        if matches!(self.step, Step::Cancel) {
            return Ok(Some(series));
        }
        later.id = self.ctx.new_id();
        later.continues = Some(series.id);
        later.starts_on = from.series_date;
        later.most = series.most.map(|most| most - i32::try_from(earlier).unwrap_or(0));
        self.apply(&mut later, from);
        store::split(&mut self.tx, series.id, &later, self.ctx.now()).await?;
        Ok(Some(later))
    }

    /// The time of day that was asked for, by the clock or counted from the part's beginning on that day.
    fn apply(&self, series: &mut Series, from: &SeriesSlot) {
        let Step::Move { start_minute, minutes, room, weekdays } = self.step else { return };
        (series.minutes, series.room_id, series.start_minute) = (minutes, room, start_minute);
        series.weekdays = weekdays.unwrap_or(series.weekdays);
        if series.follows == Follows::Part {
            let beginning = rules::hours_of(from.series_date, series.part, &self.regime);
            match beginning.map(|beginning| start_minute - beginning).filter(|after| *after >= 0) {
                Some(after) => series.start_minute = after,
                // Before its part it cannot follow that part any more.
                None => series.follows = Follows::Clock,
            }
        }
    }

    /// One session; what to say when it cannot be.
    async fn make(&mut self, series: &Series, slot: &SeriesSlot) -> Result<Option<Changed>> {
        let (ctx, zone) = (self.ctx, self.ctx.zone());
        let Step::Move { start_minute, minutes, room, .. } = self.step else {
            return Ok((!self.cancel(series, slot).await?).then_some(Changed::Stale));
        };
        let date = slot.series_date;
        // Days that the rule has no more: those of other weekdays, and with more days a week those after its last session.
        if self.step.weekdays().is_some() && !slot.series_moved && series.rule().between(date, date).is_empty() {
            return self.drop_day(series, slot).await;
        }
        let asked = if self.only {
            Series { follows: Follows::Clock, start_minute, minutes, ..series.clone() }
        } else {
            series.clone()
        };
        let placed = match rules::when(&asked, slot.series_date, zone, &self.regime) {
            Ok(placed) if placed.starts_at > ctx.now() => placed,
            Ok(_) => return Ok(Some(Changed::Refused(slot.series_date, DayReason::OutsideRegime))),
            Err(reason) => return Ok(Some(Changed::Refused(slot.series_date, reason))),
        };
        if !self.only && slot.series_moved
            || (placed.starts_at, placed.ends_at, room) == (slot.starts_at, slot.ends_at, slot.room_id)
        {
            return Ok(None);
        }
        self.shift(series, slot, placed, room).await
    }

    async fn shift(
        &mut self,
        series: &Series,
        slot: &SeriesSlot,
        placed: Placed,
        room: crate::kit::ids::RoomId,
    ) -> Result<Option<Changed>> {
        let label_letter = place::letter(&mut self.tx, series.facility_id, slot, self.ctx.zone()).await?;
        let to = SeriesSlot {
            room_id: room,
            status: SlotStatus::Requested,
            series_moved: self.only || slot.series_moved,
            label_letter,
            ..slot.clone()
        };
        match store::shift(&mut self.tx, slot, placed, &to).await {
            Ok(true) => {}
            Ok(false) => return Ok(Some(Changed::Stale)),
            Err(error) => {
                let reason = error.refusal().and_then(DayReason::of).ok_or(error)?;
                return Ok(Some(Changed::Refused(slot.series_date, reason)));
            }
        }
        let told = self.told(series, slot, ChangeKind::SlotMoved);
        changes::note(&mut self.tx, NewChange { later: instant_text(placed.starts_at), ..told }).await?;
        Ok(None)
    }

    /// A day that the series does not have any more. It may come back, so it is left free.
    async fn drop_day(&mut self, series: &Series, slot: &SeriesSlot) -> Result<Option<Changed>> {
        if !self.cancel(series, slot).await? {
            return Ok(Some(Changed::Stale));
        }
        store::detach(&mut self.tx, slot).await?;
        Ok(None)
    }

    async fn cancel(&mut self, series: &Series, slot: &SeriesSlot) -> Result<bool> {
        if !store::cancel(&mut self.tx, slot, CancelSide::Health, CancelReason::Health).await? {
            return Ok(false);
        }
        let told = self.told(series, slot, ChangeKind::SlotCancelled);
        changes::note(&mut self.tx, NewChange { reason: Some(CancelReason::Health), ..told }).await?;
        Ok(true)
    }

    fn told(&self, series: &Series, slot: &SeriesSlot, kind: ChangeKind) -> NewChange {
        let (of, by) = ((self.ctx.new_id(), series.facility_id), MadeBy::Care(self.ctx.actor.id));
        NewChange { by, ..NewChange::of_session(of, (slot.id, slot.starts_at), kind, self.ctx.now()) }
    }
}

/// Leaves a day of the series out, also one further ahead than sessions are placed. `false` when the series has no such day.
pub async fn leave_out(ctx: &Ctx, id: SeriesId, date: NaiveDate) -> Result<bool> {
    let facility = ctx.place()?.id;
    let mut tx = ctx.care_write(Permission::SessionRequest, Subject::Facility(facility), "series").await?;
    turn::take(&mut tx, facility).await?;
    let (series, _) = both(&mut tx, ctx, id).await?;
    if series.practitioner_id != ctx.actor.id {
        return Err(AppError::Denied(Denied::NotYourOwn));
    }
    if series.ended_at.is_some() || date < ctx.today() || series.rule().between(date, date).is_empty() {
        return Ok(false);
    }
    let coming = series_store::coming(&mut tx, id, ctx.now()).await?;
    store::note(&mut tx, id, date, DayReason::LeftOut, ctx.now()).await?;
    let mut change = Changing { ctx, tx, regime: Vec::new(), step: Step::Cancel, only: true };
    for slot in coming.iter().filter(|slot| slot.series_date == date && is_ahead(slot)) {
        change.cancel(&series, slot).await?;
    }
    change.tx.commit().await?;
    Ok(true)
}

/// The clock time at which a session begins, to stand in a form.
#[must_use]
pub fn start_of(ctx: &Ctx, slot: &SeriesSlot) -> (NaiveDate, i32) {
    (local_date(slot.starts_at, ctx.zone()), minute_of_day(slot.starts_at, ctx.zone()))
}
