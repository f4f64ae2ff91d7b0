//! Whose notes must be co-signed, and by whom. The head of the department arranges it; what was signed while it held stays to be
//! co-signed after it has ended.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::{FacilityId, UserId};
use crate::kit::page::Cut;
use crate::{sql_all, sql_exec};

/// One arrangement, of today or of before.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Supervision {
    pub id: Uuid,
    pub user_id: UserId,
    pub user_name: String,
    pub supervisor_name: String,
    pub starts_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

/// A practitioner in one facility where the role is held; `None` is every facility.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Place {
    pub user_id: UserId,
    pub name: String,
    pub facility_id: Option<FacilityId>,
    pub facility: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    Oneself,
    /// They work nowhere together.
    Apart,
    /// Somebody supervises this practitioner already.
    Supervised,
}

/// Whether one practitioner may supervise another.
pub fn check(user: UserId, supervisor: UserId, places: &[Place], held: &[Supervision]) -> Result<(), Refused> {
    if user == supervisor {
        return Err(Refused::Oneself);
    }
    if held.iter().any(|one| one.user_id == user && one.ended_on.is_none()) {
        return Err(Refused::Supervised);
    }
    let of = |who: UserId| places.iter().filter(move |place| place.user_id == who).map(|place| place.facility_id);
    let together = of(user).any(|a| of(supervisor).any(|b| a.is_none() || b.is_none() || a == b));
    if together { Ok(()) } else { Err(Refused::Apart) }
}

/// Those that hold first, then the latest of before.
pub async fn list(tx: &mut CareTx, cut: Cut) -> Result<Vec<Supervision>, DbError> {
    sql_all!(
        tx,
        Supervision,
        "select s.id, s.user_id, u.display_name as user_name, v.display_name as supervisor_name, s.starts_on, s.ended_on
         from care_supervision s join access_user u on u.id = s.user_id join access_user v on v.id = s.supervisor_id
         order by case when s.ended_on is null then 0 else 1 end, s.starts_on desc, u.display_name, s.id limit $1 offset $2",
        cut.limit,
        cut.offset
    )
}

/// Everybody who signs notes.
pub async fn practitioners(tx: &mut CareTx) -> Result<Vec<Place>, DbError> {
    sql_all!(
        tx,
        Place,
        "select g.user_id, u.display_name as name, g.facility_id, f.name as facility
         from access_grant g join access_user u on u.id = g.user_id left join custody_facility f on f.id = g.facility_id
         where g.role = 'practitioner' and g.ended_at is null and g.approved_at is not null and u.active = $1
         order by u.display_name, f.name",
        true
    )
}

#[derive(Debug, Clone, Copy)]
pub struct Start {
    pub id: Uuid,
    pub user: UserId,
    pub supervisor: UserId,
    pub on: NaiveDate,
    pub by: UserId,
    pub at: DateTime<Utc>,
}

pub async fn start(tx: &mut CareTx, start: Start) -> Result<(), DbError> {
    sql_exec!(
        tx,
        "insert into care_supervision (id, user_id, supervisor_id, starts_on, ended_on, created_by, created_at)
         values ($1, $2, $3, $4, null, $5, $6)",
        start.id,
        start.user,
        start.supervisor,
        start.on,
        start.by,
        start.at
    )?;
    Ok(())
}

/// Ends it today; ended before, it stays as it is.
pub async fn end(tx: &mut CareTx, id: Uuid, on: NaiveDate) -> Result<(), DbError> {
    sql_exec!(tx, "update care_supervision set ended_on = $2 where id = $1 and ended_on is null", id, on)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_supervisor_is_somebody_else_of_the_same_facility() {
        let user = |n| UserId(Uuid::from_u128(n));
        let place = |n, facility: Option<u128>| Place {
            user_id: user(n),
            name: String::new(),
            facility_id: facility.map(|id| FacilityId(Uuid::from_u128(id))),
            facility: None,
        };
        let places = [place(1, Some(10)), place(2, Some(10)), place(3, Some(11)), place(4, None), place(5, Some(10))];
        let held = [Supervision {
            id: Uuid::nil(),
            user_id: user(5),
            user_name: String::new(),
            supervisor_name: String::new(),
            starts_on: NaiveDate::MIN,
            ended_on: None,
        }];
        for (who, by, expected) in [
            (1, 2, Ok(())),
            (1, 4, Ok(())),
            (1, 1, Err(Refused::Oneself)),
            (1, 3, Err(Refused::Apart)),
            (1, 9, Err(Refused::Apart)),
            (5, 1, Err(Refused::Supervised)),
        ] {
            assert_eq!(check(user(who), user(by), &places, &held), expected, "{who} {by}");
        }
    }
}
