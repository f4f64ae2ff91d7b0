//! What was given out: one facility's report of the month before, and the department's of the year before. They are put together as
//! the pages do it, from what has been told so far.

use app::kit::db::{DbError, OwnerPool};
use app::kit::ids::FacilityId;
use app::oversight::hours::groups::Whose;
use app::oversight::hours::period::{Length, Period};
use app::oversight::reports::build::body;
use app::oversight::reports::model::Kind;
use app::oversight::reports::store::{New, keep};
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::chance::Chance;
use super::places::{Facility, ZONE};
use super::users::{User, Users};

pub async fn build(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, users): (&[Facility], &Users),
) -> Result<(), DbError> {
    let last = |length| Period::holding(length, calendar.today, ZONE).before(ZONE);
    let (month, year) = (last(Length::Month), last(Length::Year));
    // The first facility's is left to whoever tries it.
    if let Some(facility) = facilities.get(1) {
        give_out(pool, chance, (Kind::Month, &month, Some(facility.id)), &users.reviewer).await?;
    }
    give_out(pool, chance, (Kind::Year, &year, None), &users.head).await
}

/// One report, asked for on the second day after its time was over.
async fn give_out(
    pool: &OwnerPool,
    chance: &mut Chance,
    (kind, period, facility): (Kind, &Period, Option<FacilityId>),
    by: &User,
) -> Result<(), DbError> {
    let whose = facility.map_or(Whose::Department, |facility| Whose::Facility(facility, None));
    let mut tx = pool.begin_care().await?;
    let text = body(&mut tx, kind, whose, period, ZONE).await?.text();
    let at: DateTime<Utc> = period.to() + TimeDelta::hours(33) + TimeDelta::minutes(chance.between(0, 300));
    let by = (by.id, by.name.as_str());
    let new = New { id: chance.id(at), kind, facility, period: &period.code, body: &text, by, at };
    keep(&mut tx, &new, None).await?;
    tx.commit().await
}
