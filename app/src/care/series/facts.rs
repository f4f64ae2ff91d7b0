//! What is true of the days ahead of a series: six statements, however many weeks and people.

use chrono::NaiveDate;
use chrono_tz::Tz;
use uuid::Uuid;

use super::rules::Facts;
use crate::care::sessions::store::request;
use crate::custody::series::{Series, store};
use crate::custody::slots::hindrances::{against, closures, near, pairs};
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{PersonId, SlotId};
use crate::kit::local_time::day_bounds;

pub async fn load(
    tx: &mut CareTx,
    series: &Series,
    people: Vec<PersonId>,
    (first, last): (NaiveDate, NaiveDate),
    zone: Tz,
) -> Result<Facts, DbError> {
    let (from, to) = (day_bounds(first, zone).0, day_bounds(last, zone).1);
    let regime = store::regime(tx, series.facility_id).await?;
    let closed = closures(tx, series.facility_id, from, to).await?;
    let wanted: Vec<Uuid> =
        [series.room_id.0, series.practitioner_id.0].into_iter().chain(people.iter().map(|person| person.0)).collect();
    let taken = request::taken(tx, &wanted, from, to).await?;
    let pairs = pairs(tx, &people, first, last).await?;
    let near = near(tx, &people, SlotId(Uuid::nil()), (from, to), (first, last)).await?;
    let against = against(tx, &people, series.kit_id, first, last).await?;
    Ok(Facts { people, regime, closed, taken, pairs, near, against })
}
