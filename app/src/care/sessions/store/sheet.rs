//! One session with everybody in it: a handful of statements, however many people and goals.

use chrono::{DateTime, TimeDelta, Utc};

use crate::care::activities::ActivityTitle;
use crate::care::identity::{HeldHousing, HeldName, ShownName};
use crate::care::sessions::model::{Assistance, Attendance, GroupRatings, HealthReason, Mode, Progress};
use crate::care::sessions::rules::gone;
use crate::custody::escorts::model::Presence as Stood;
use crate::custody::outings::model::Away;
use crate::custody::outings::store as outings;
use crate::custody::people::Presence;
use crate::custody::slots::overrides::{self, Overridden};
use crate::custody::slots::{CancelReason, CancelSide, CustodyReason, Movement, Part, SlotStatus};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, GoalId, GoalThreadId, PersonId, ProgrammeId, SeriesId, SlotId, UserId};
use crate::web::Ctx;
use crate::{sql_all, sql_optional};

/// Both halves of a session, as care sees them.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct SessionHead {
    pub id: SlotId,
    pub facility_id: FacilityId,
    pub room_name: String,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub part: Part,
    pub label_letter: String,
    pub status: SlotStatus,
    pub cancel_side: Option<CancelSide>,
    pub cancel_reason: Option<CancelReason>,
    pub slot_version: i32,
    pub mode: Mode,
    pub activity_code: String,
    #[sqlx(flatten)]
    pub title: ActivityTitle,
    pub lead_id: UserId,
    pub lead_name: String,
    pub series_id: Option<SeriesId>,
    pub purpose: String,
    pub shared_narrative: String,
    pub programme_id: Option<ProgrammeId>,
    pub programme: Option<String>,
    #[sqlx(flatten)]
    pub ratings: GroupRatings,
    /// Where officers stood, as custody reports it: what could be spoken of in confidence hangs on it.
    pub officers_stood: Option<Stood>,
    /// People of the session whom custody decided to restrain; why is not for this side.
    pub restrained: i64,
    pub recorded_at: Option<DateTime<Utc>>,
    pub signed_at: Option<DateTime<Utc>>,
    pub version: i32,
}

impl SessionHead {
    /// How long the session was, in minutes.
    #[must_use]
    pub fn minutes(&self) -> i32 {
        i32::try_from((self.ends_at - self.starts_at).num_minutes()).unwrap_or(0)
    }
}

/// A person who was expected: who it is, what custody says, and what care has recorded.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct RosterRow {
    pub patient_id: PersonId,
    #[sqlx(flatten)]
    pub who: HeldName,
    #[sqlx(flatten)]
    pub home: HeldHousing,
    /// What the reader is told of both; nothing before [`Sheet::shown_to`].
    #[sqlx(skip)]
    pub shown: ShownName,
    #[sqlx(skip)]
    pub housing: String,
    pub presence: Presence,
    /// Housed in another facility by now.
    pub moved: bool,
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    pub moved_at: Option<DateTime<Utc>>,
    pub attendance: Option<Attendance>,
    pub health_reason: Option<HealthReason>,
    pub minutes: Option<i32>,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
    pub mood_before: Option<i32>,
    pub mood_after: Option<i32>,
    pub individual_note: Option<String>,
    pub next_step: Option<String>,
}

impl RosterRow {
    /// 'FAMILY, Given', or the pseudonym.
    #[must_use]
    pub fn name(&self) -> String {
        self.shown.name()
    }

    /// Number and housing, as far as the reader is told.
    #[must_use]
    pub fn below(&self) -> String {
        format!("{} · {}", self.shown.number(), self.housing)
    }

    /// How the person has left since the session, if so.
    #[must_use]
    pub const fn gone(&self) -> Option<Presence> {
        gone(self.presence, self.moved)
    }
}

/// A goal of somebody in the session: asked for beforehand, recorded in it, or simply active.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct SheetGoal {
    pub goal_id: GoalId,
    pub thread_id: GoalThreadId,
    pub patient_id: PersonId,
    pub description: String,
    pub step_m2: String,
    pub step_m1: String,
    pub step_0: String,
    pub step_p1: String,
    pub step_p2: String,
    pub planned: bool,
    pub progress: Option<Progress>,
    pub level: Option<i32>,
}

impl SheetGoal {
    /// The text of a step of the goal's ladder.
    #[must_use]
    pub fn step(&self, level: i32) -> &str {
        match level {
            ..=-2 => &self.step_m2,
            -1 => &self.step_m1,
            0 => &self.step_0,
            1 => &self.step_p1,
            2.. => &self.step_p2,
        }
    }
}

/// What was recorded of somebody before it was put right.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct EarlierRow {
    pub patient_id: PersonId,
    pub attendance: Attendance,
    pub health_reason: Option<HealthReason>,
    pub changed_by: String,
    pub changed_at: DateTime<Utc>,
}

/// A session with its people and goals.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub head: SessionHead,
    pub roster: Vec<RosterRow>,
    pub goals: Vec<SheetGoal>,
    /// Refusals that were set aside for it.
    pub overrides: Vec<Overridden>,
    pub earlier: Vec<EarlierRow>,
    /// Who is out of the house about then; told on the day of the session alone.
    pub away: Vec<Away>,
}

impl Sheet {
    /// The sheet as one reader sees it.
    #[must_use]
    pub fn shown_to(mut self, ctx: &Ctx) -> Self {
        for row in &mut self.roster {
            row.shown = row.who.shown(ctx, row.patient_id);
            row.housing = row.home.in_short(ctx, row.patient_id);
        }
        self
    }

    pub fn goals_of(&self, patient: PersonId) -> impl Iterator<Item = &SheetGoal> {
        self.goals.iter().filter(move |goal| goal.patient_id == patient)
    }
}

pub async fn head(tx: &mut CareTx, id: SlotId) -> Result<Option<SessionHead>, DbError> {
    sql_optional!(
        tx,
        SessionHead,
        "select s.id, s.facility_id, r.name as room_name, s.starts_at, s.ends_at, s.part, s.label_letter, s.status, s.cancel_side,
                s.cancel_reason, s.version as slot_version, c.mode, c.activity_code, a.title_en, a.title_sq, a.title_sr, c.lead_id,
                u.display_name as lead_name, s.series_id, c.purpose, c.shared_narrative, c.programme_id, pr.title as programme, c.cohesion, c.group_participation,
                c.rule_keeping, c.mutual_help,
                (select o.presence from custody_officer_presence o where o.slot_id = s.id order by o.reported_at desc, o.id desc limit 1) as officers_stood,
                (select count(*) from custody_restraint d where d.slot_id = s.id and d.decision <> 'none' and not exists (
                   select 1 from custody_restraint n where n.slot_id = d.slot_id and n.person_id = d.person_id and n.decided_at > d.decided_at))
                  as restrained,
                c.recorded_at, c.signed_at, c.version
         from custody_slot s
         join care_session c on c.id = s.id
         join custody_room r on r.id = s.room_id
         join care_activity a on a.code = c.activity_code
         join access_user u on u.id = c.lead_id
         left join care_programme pr on pr.id = c.programme_id
         where s.id = $1",
        id
    )
}

/// In the order of names. Who has no care record is not care's to see here.
pub async fn roster(tx: &mut CareTx, id: SlotId) -> Result<Vec<RosterRow>, DbError> {
    sql_all!(
        tx,
        RosterRow,
        "select p.id as patient_id, p.prison_number, p.family_name, p.given_name, p.cell, w.code as wing, p.presence,
                p.facility_id <> sp.facility_id as moved, sp.movement, sp.custody_reason, sp.moved_at,
                r.attendance, r.health_reason, r.minutes, r.participation, r.assistance, r.mood_before, r.mood_after, r.individual_note, r.next_step
         from custody_slot_person sp
         join custody_person p on p.id = sp.person_id
         join care_patient c on c.person_id = p.id
         left join custody_wing w on w.id = p.wing_id
         left join care_participation r on r.session_id = sp.slot_id and r.patient_id = sp.person_id
         where sp.slot_id = $1 order by p.sort_name, p.id",
        id
    )
}

/// Goals asked for or recorded, and those of the plans that are active now.
pub async fn goals(tx: &mut CareTx, id: SlotId) -> Result<Vec<SheetGoal>, DbError> {
    sql_all!(
        tx,
        SheetGoal,
        "select g.id as goal_id, g.thread_id, g.patient_id, g.description, g.step_m2, g.step_m1, g.step_0, g.step_p1, g.step_p2,
                (sg.goal_id is not null) as planned, pg.progress, pg.level
         from custody_slot_person sp
         join care_goal g on g.patient_id = sp.person_id
         join care_plan pl on pl.id = g.plan_id
         left join care_session_goal sg on sg.session_id = sp.slot_id and sg.goal_id = g.id
         left join care_participation_goal pg on pg.session_id = sp.slot_id and pg.goal_id = g.id
         where sp.slot_id = $1 and (sg.goal_id is not null or pg.goal_id is not null
               or (pl.status = 'active' and g.lifecycle in ('planned', 'accepted', 'active')))
         order by g.patient_id, case when sg.goal_id is null then 1 else 0 end, g.position, g.id",
        id
    )
}

/// What was recorded first and then put right, before the signature; the first first.
pub async fn earlier(tx: &mut CareTx, id: SlotId) -> Result<Vec<EarlierRow>, DbError> {
    sql_all!(
        tx,
        EarlierRow,
        "select e.patient_id, e.attendance, e.health_reason, u.display_name as changed_by, e.changed_at
         from care_participation_earlier e join access_user u on u.id = e.changed_by
         where e.session_id = $1 order by e.patient_id, e.version",
        id
    )
}

/// All of it, or nothing when there is no such session.
pub async fn sheet(tx: &mut CareTx, id: SlotId) -> Result<Option<Sheet>, DbError> {
    let Some(head) = head(tx, id).await? else { return Ok(None) };
    let roster = roster(tx, id).await?;
    let goals = goals(tx, id).await?;
    let overrides = overrides::of_slot(tx, id).await?;
    let earlier = earlier(tx, id).await?;
    let about = (head.starts_at - TimeDelta::days(1), head.ends_at + TimeDelta::days(1));
    let away = outings::away(tx, head.facility_id, about).await?;
    Ok(Some(Sheet { head, roster, goals, overrides, earlier, away }))
}
