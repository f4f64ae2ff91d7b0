//! Sums of hours by week and by patient. Each function asks a fixed number of questions, however many bookings there are.

use chrono::{DateTime, NaiveDate, Utc};

use super::rules::Hours;
use super::sql::sums;
use super::targets::{self, Version};
use super::weeks::Week;
use crate::care::identity::{HeldNumber, HeldWing};
use crate::kit::db::{CareTx, DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId, UserId};
use crate::sql_all;

/// What the database adds up; what was offered follows from it.
#[derive(Debug, Clone, Copy, Default, sqlx::FromRow)]
pub(super) struct Sums {
    planned: i64,
    attended: i64,
    lost_custody: i64,
    lost_health: i64,
    lost_patient: i64,
}

impl From<Sums> for Hours {
    fn from(sums: Sums) -> Self {
        let Sums { planned, attended, lost_custody, lost_health, lost_patient } = sums;
        Self { planned, offered: attended + lost_patient, attended, lost_custody, lost_health, lost_patient }
    }
}

/// The hours of one week against that week's target, all in minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekHours {
    pub week: Week,
    pub hours: Hours,
    /// 0 where no plan sets one.
    pub target: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct AtStart {
    pub starts_at: DateTime<Utc>,
    #[sqlx(flatten)]
    pub sums: Sums,
}

/// Sessions begin at a few times of the day, so the database adds up by beginning and the weeks are put together here.
fn by_week(weeks: &[Week], rows: &[AtStart], target: impl Fn(&Week) -> i64) -> Vec<WeekHours> {
    let hours =
        |week: &Week| rows.iter().filter(|row| week.holds(row.starts_at)).map(|row| Hours::from(row.sums)).sum();
    weeks.iter().map(|week| WeekHours { week: *week, hours: hours(week), target: target(week) }).collect()
}

/// From the first instant of the first week to the end of the last.
fn bounds(weeks: &[Week]) -> (DateTime<Utc>, DateTime<Utc>) {
    let from = weeks.iter().map(|week| week.from).min().unwrap_or_default();
    let to = weeks.iter().map(|week| week.to).max().unwrap_or_default();
    (from, to)
}

/// One patient's weeks, each against the target of the plan that held in it.
pub async fn weeks_of_patient(tx: &mut CareTx, patient: PersonId, weeks: &[Week]) -> Result<Vec<WeekHours>, DbError> {
    let (from, to) = bounds(weeks);
    let rows = hours_of_person(tx, patient, from, to).await?;
    let versions = sql_all!(
        tx,
        Version,
        "select pl.patient_id, p.lead_id, pl.activated_at, pl.version_no, pl.weekly_target_minutes as minutes,
           cast(null as date) as came_on, cast(null as date) as left_on, p.closed_on
         from care_plan pl join care_patient p on p.person_id = pl.patient_id
         where pl.patient_id = $1 and pl.activated_at < $2 and pl.status <> 'entered_in_error'",
        patient,
        to
    )?;
    Ok(by_week(weeks, &rows, |week| targets::of_week(week, &versions)))
}

/// Generic over the transaction so that a test can compare it with the rule on a plain connection.
pub(super) async fn hours_of_person(
    tx: &mut impl HasConn,
    person: PersonId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<AtStart>, DbError> {
    sql_all!(tx, AtStart, sums!("starts_at", "sp.person_id = $3"), from, to, person)
}

/// All of a facility's weeks, each against the targets that the plans of those who were there set for it.
pub async fn weeks_of_facility(
    tx: &mut CareTx,
    facility: FacilityId,
    weeks: &[Week],
) -> Result<Vec<WeekHours>, DbError> {
    let (from, to) = bounds(weeks);
    let rows = sql_all!(tx, AtStart, sums!("starts_at", "sp.facility_id = $3"), from, to, facility)?;
    let versions = versions_of_facility(tx, facility, weeks).await?;
    Ok(by_week(weeks, &rows, |week| targets::of_week(week, &versions)))
}

/// The first and the last day, and the end.
fn days(weeks: &[Week]) -> (NaiveDate, NaiveDate, DateTime<Utc>) {
    let first = weeks.iter().map(|week| week.monday).min().unwrap_or_default();
    let last = weeks.iter().map(Week::sunday).max().unwrap_or_default();
    (first, last, bounds(weeks).1)
}

/// Plans that took effect before `$3`, of those who were where the literal condition on `st` says at any time from `$2` to `$1`.
macro_rules! versions {
    ($where:literal) => {
        concat!(
            "select pl.patient_id, p.lead_id, pl.activated_at, pl.version_no, pl.weekly_target_minutes as minutes,
               st.starts_on as came_on, st.ends_on as left_on, p.closed_on
             from custody_stay st
             join care_patient p on p.person_id = st.person_id
             join care_plan pl on pl.patient_id = st.person_id
             where st.starts_on <= $1 and (st.ends_on is null or st.ends_on >= $2)
               and (p.closed_on is null or p.closed_on >= $2) and pl.activated_at < $3 and pl.status <> 'entered_in_error' and ",
            $where
        )
    };
}

/// The plans of everybody who was at any facility in any of the weeks.
pub async fn versions_of_department(tx: &mut CareTx, weeks: &[Week]) -> Result<Vec<Version>, DbError> {
    let (first, last, to) = days(weeks);
    sql_all!(tx, Version, versions!("st.facility_id in (select every.id from custody_facility every)"), last, first, to)
}

/// The plans of everybody who was at a facility in any of the weeks.
pub async fn versions_of_facility(
    tx: &mut CareTx,
    facility: FacilityId,
    weeks: &[Week],
) -> Result<Vec<Version>, DbError> {
    let (first, last, to) = days(weeks);
    sql_all!(tx, Version, versions!("st.facility_id = $4"), last, first, to, facility)
}

/// One patient in one week.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct PatientWeek {
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub number: HeldNumber,
    /// Housing, for those who treat.
    #[sqlx(flatten)]
    pub home: HeldWing,
    pub lead: String,
    /// Of the plan that held at the week's end; 0 where there was none.
    pub target: i64,
    #[sqlx(flatten)]
    sums: Sums,
}

impl PatientWeek {
    #[must_use]
    pub fn hours(&self) -> Hours {
        self.sums.into()
    }
}

/// By what patients of a week are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By how much of the target was attended, the smallest part first.
    Share,
    Custody,
    Number,
    Lead,
    /// For readers under pseudonyms, whom the order of numbers would tell whose they are.
    Entry,
}

impl Order {
    /// As the address of a list has it.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "share" => Some(Self::Share),
            "custody" => Some(Self::Custody),
            "number" => Some(Self::Number),
            "lead" => Some(Self::Lead),
            _ => None,
        }
    }
}

/// Which rows of a list are wanted, in which order.
#[derive(Debug, Clone, Copy)]
pub struct Window {
    pub order: Order,
    pub descending: bool,
    pub limit: i64,
    pub offset: i64,
}

macro_rules! patients_of_week {
    ($order:expr) => {
        concat!(
            "select p.person_id, c.prison_number, w.name as wing, u.display_name as lead,
               cast(p.target as bigint) as target,
               coalesce(h.planned, 0) as planned, coalesce(h.attended, 0) as attended, coalesce(h.lost_custody, 0) as lost_custody,
               coalesce(h.lost_health, 0) as lost_health, coalesce(h.lost_patient, 0) as lost_patient
             from (select q.person_id, q.lead_id, coalesce((
                     select pl.weekly_target_minutes from care_plan pl
                     where pl.patient_id = q.person_id and pl.activated_at < $2 and pl.status <> 'entered_in_error'
                     order by pl.activated_at desc, pl.version_no desc limit 1), 0) as target
                   from care_patient q
                   where q.facility_id = $3 and q.status = 'open' and ($4 is null or q.lead_id = $4)) p
             join custody_person c on c.id = p.person_id
             join access_user u on u.id = p.lead_id
             left join custody_wing w on w.id = c.wing_id
             left join (",
            sums!("person_id", "sp.facility_id = $3"),
            ") h on h.person_id = p.person_id
             order by ",
            $order,
            ", c.prison_number limit $5 offset $6"
        )
    };
}

/// A tenth of a per cent of the target that was attended; patients without a target come last.
macro_rules! share {
    ($direction:literal) => {
        patients_of_week!(concat!(
            "case when p.target > 0 then 0 else 1 end,
             case when p.target > 0 then coalesce(h.attended, 0) * 1000 / p.target end ",
            $direction,
            ", coalesce(h.lost_custody, 0) desc"
        ))
    };
}

/// The open patients of a facility, or of one lead practitioner there, with their hours of a week.
pub async fn week_by_patient(
    tx: &mut CareTx,
    facility: FacilityId,
    lead: Option<UserId>,
    week: &Week,
    window: Window,
) -> Result<Vec<PatientWeek>, DbError> {
    let sql = match (window.order, window.descending) {
        (Order::Share, false) => share!(""),
        (Order::Share, true) => share!("desc"),
        (Order::Custody, false) => patients_of_week!("coalesce(h.lost_custody, 0)"),
        (Order::Custody, true) => patients_of_week!("coalesce(h.lost_custody, 0) desc"),
        (Order::Number, false) => patients_of_week!("c.prison_number"),
        (Order::Number, true) => patients_of_week!("c.prison_number desc"),
        (Order::Entry, _) => patients_of_week!("p.person_id"),
        (Order::Lead, false) => patients_of_week!("u.display_name"),
        (Order::Lead, true) => patients_of_week!("u.display_name desc"),
    };
    sql_all!(tx, PatientWeek, sql, week.from, week.to, facility, lead, window.limit, window.offset)
}
