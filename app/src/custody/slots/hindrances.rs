//! What stands in the way of a session, read for both sides from what both may know: closures, people who are kept apart, and
//! notices. The database refuses by the same rules (`migrations/*/0018_series.sql`); here it is said who or what it was.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::custody::notices::{NoticeKind, Terms};
use crate::i18n::Lang;
use crate::kit::db::{DbError, HasConn, places};
use crate::kit::ids::{FacilityId, KitId, PersonId, RoomId, SlotId};
use crate::{sql_all, sql_all_in, text_enum};

/// Two people who are kept apart do not follow one another into a room within this time: they would meet at its door.
pub const BETWEEN: TimeDelta = TimeDelta::minutes(30);

text_enum! {
    /// Why a facility or a room is closed.
    pub enum ClosedFor label "closed-for" {
        Holiday = "holiday",
        Repairs = "repairs",
        Inspection = "inspection",
        Operational = "operational",
        Other = "other",
    }
}

/// A time at which a facility, or one of its rooms, is not to be used.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Closed {
    pub room_id: Option<RoomId>,
    pub kind: ClosedFor,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

impl Closed {
    #[must_use]
    pub fn covers(&self, room: RoomId, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        self.room_id.is_none_or(|closed| closed == room) && self.starts_at < to && self.ends_at > from
    }

    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        self.kind.label(lang).into_owned()
    }
}

/// Two people who are kept apart from one day to another.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Pair {
    pub person_a: PersonId,
    pub person_b: PersonId,
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
}

impl Pair {
    /// Whether it holds on that day and both are among these people.
    #[must_use]
    pub fn is_among(&self, people: &[PersonId], day: NaiveDate) -> bool {
        self.holds(day) && people.contains(&self.person_a) && people.contains(&self.person_b)
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.starts_on <= day && self.ends_on.is_none_or(|end| end >= day)
    }
}

/// Somebody from whom one of the people is kept apart is in the room at some time.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Near {
    pub person_id: PersonId,
    pub slot_id: SlotId,
    pub room_id: RoomId,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

impl Near {
    #[must_use]
    pub fn is_met(&self, room: RoomId, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        self.room_id == room && self.starts_at < to + BETWEEN && self.ends_at > from - BETWEEN
    }
}

/// A notice that speaks of tools of the kit, or of the size of a group.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
pub struct Against {
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub terms: Terms,
    pub starts_on: NaiveDate,
    pub expires_on: NaiveDate,
}

impl Against {
    /// Whether it stands against a session of so many people on that day.
    #[must_use]
    pub fn stands(&self, people: usize, day: NaiveDate) -> bool {
        let too_many = self.terms.number.is_none_or(|most| usize::try_from(most).unwrap_or(0) < people);
        self.starts_on <= day && self.expires_on >= day && (self.is_of_tools() || too_many)
    }

    #[must_use]
    pub fn is_of_tools(&self) -> bool {
        self.terms.kind == NoticeKind::NoToolsOfClass
    }
}

/// Closures of the facility and its rooms within a span.
pub async fn closures(
    tx: &mut impl HasConn,
    facility: FacilityId,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Closed>, DbError> {
    sql_all!(
        tx,
        Closed,
        "select room_id, kind, starts_at, ends_at from custody_closure
         where facility_id = $1 and ended_at is null and ends_at > $2 and starts_at < $3 order by starts_at, id",
        facility,
        from,
        to
    )
}

/// Pairs among these people that hold on some day of the span.
pub async fn pairs(
    tx: &mut impl HasConn,
    people: &[PersonId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Pair>, DbError> {
    let sql = format!(
        "select person_a, person_b, starts_on, ends_on from custody_keep_apart
         where starts_on <= $2 and (ends_on is null or ends_on >= $1) and person_a in ({}) order by person_a, person_b",
        places(3, people.len())
    );
    let found = sql_all_in!(tx, Pair, sql, people, from, to)?;
    Ok(found.into_iter().filter(|pair| people.contains(&pair.person_b)).collect())
}

/// When those from whom these people are kept apart on those days are in some room, but for one slot.
pub async fn near(
    tx: &mut impl HasConn,
    people: &[PersonId],
    but: SlotId,
    (from, to): (DateTime<Utc>, DateTime<Utc>),
    (first_day, last_day): (NaiveDate, NaiveDate),
) -> Result<Vec<Near>, DbError> {
    // Both ways round a pair, with the people bound once: the text names the same places twice.
    let ids = places(7, people.len());
    let half = |mine: &str, other: &str| {
        format!(
            "select k.{mine} as person_id, c.slot_id, s.room_id, c.starts_at, c.ends_at
             from custody_keep_apart k join custody_claim c on c.resource_id = k.{other} join custody_slot s on s.id = c.slot_id
             where k.{mine} in ({ids}) and k.starts_on <= $5 and (k.ends_on is null or k.ends_on >= $6) and c.active = $1
               and c.slot_id <> $2 and c.starts_at >= $3 and c.starts_at < $4"
        )
    };
    let sql = format!("{} union {} order by 4, 1", half("person_a", "person_b"), half("person_b", "person_a"));
    let (first, last) = (from - TimeDelta::days(1), to + BETWEEN);
    sql_all_in!(tx, Near, sql, people, true, but, first, last, last_day, first_day)
}

/// Notices of these people about the size of a group, and about tools that the kit brings.
pub async fn against(
    tx: &mut impl HasConn,
    people: &[PersonId],
    kit: Option<KitId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<Against>, DbError> {
    let sql = format!(
        "select n.person_id, n.kind, n.number, n.tool_class, n.language, n.starts_on, n.expires_on from custody_notice n
         where n.ended_on is null and n.starts_on <= $2 and n.expires_on >= $1 and n.person_id in ({})
           and (n.kind = 'small_group' or (n.kind = 'no_tools_of_class' and exists (
             select 1 from custody_kit_tool kt join custody_tool t on t.code = kt.tool_code
             where kt.kit_id = $3 and t.class = n.tool_class)))
         order by n.person_id, n.kind, n.id",
        places(4, people.len())
    );
    sql_all_in!(tx, Against, sql, people, from, to, kit)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("2026-11-24T{text}:00Z").parse().unwrap()
    }

    #[test]
    fn people_kept_apart_do_not_follow_one_another() {
        let (here, elsewhere) = (RoomId(Uuid::from_u128(1)), RoomId(Uuid::from_u128(2)));
        let near = Near {
            person_id: PersonId(Uuid::nil()),
            slot_id: SlotId(Uuid::nil()),
            room_id: here,
            starts_at: at("09:00"),
            ends_at: at("10:00"),
        };
        for (room, from, to, met) in [
            (here, "09:15", "09:30", true),
            (here, "10:00", "11:00", true),
            (here, "10:29", "11:00", true),
            (here, "10:30", "11:00", false),
            (here, "08:00", "08:30", false),
            (here, "08:00", "08:31", true),
            (elsewhere, "09:00", "10:00", false),
        ] {
            assert_eq!(near.is_met(room, at(from), at(to)), met, "{from}–{to}");
        }
    }

    #[test]
    fn a_closure_covers_its_room_or_all_of_them() {
        let (kitchen, studio) = (RoomId(Uuid::from_u128(1)), RoomId(Uuid::from_u128(2)));
        let closed =
            |room_id| Closed { room_id, kind: ClosedFor::Repairs, starts_at: at("08:00"), ends_at: at("12:00") };
        for (closed, room, from, to, covers) in [
            (closed(None), studio, "09:00", "10:00", true),
            (closed(Some(kitchen)), kitchen, "11:30", "12:30", true),
            (closed(Some(kitchen)), studio, "09:00", "10:00", false),
            (closed(None), studio, "12:00", "13:00", false),
            (closed(None), studio, "07:00", "08:00", false),
        ] {
            assert_eq!(closed.covers(room, at(from), at(to)), covers, "{from}–{to}");
        }
    }

    #[test]
    fn a_notice_stands_against_tools_at_once_and_against_groups_by_their_size() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let notice = |kind, number| Against {
            person_id: PersonId(Uuid::nil()),
            terms: Terms { kind, number, tool_class: None, language: None },
            starts_on: day(10),
            expires_on: day(20),
        };
        let (tools, group) = (notice(NoticeKind::NoToolsOfClass, None), notice(NoticeKind::SmallGroup, Some(3)));
        assert!(tools.stands(1, day(10)) && tools.stands(1, day(20)) && !tools.stands(1, day(21)));
        assert!(!group.stands(3, day(15)) && group.stands(4, day(15)) && !group.stands(4, day(9)));
    }
}
