//! What surrounds the sessions: standing claims on rooms, closures past and to come, who will be taken where, and what has changed
//! since yesterday. Nothing of it lies in the way of what the story books.

use app::cells;
use app::custody::changes::model::{ChangeKind, MadeBy, NewChange};
use app::custody::changes::store::{push, rows as change_rows};
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{ChangeId, ClosureId, OutingId, PersonId};
use app::{sql_all, sql_exec};
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::calendar::{Calendar, instant};
use super::chance::Chance;
use super::places::Facility;
use super::users::{Staff, Users};

/// Kind, days from today and length in days: behind the story, or beyond what it books.
const CLOSURES: [(&str, i64, u64, bool); 4] =
    [("inspection", -100, 1, false), ("holiday", 32, 1, false), ("repairs", 40, 3, true), ("holiday", 39, 1, false)];
const OUTINGS: [(&str, u64, i64); 5] = [
    ("court", 0, 8 * 60),
    ("visit", 0, 14 * 60),
    ("hospital", 1, 9 * 60),
    ("court", 3, 8 * 60),
    ("transfer", 6, 7 * 60),
];

/// What happened to somebody, and where he lives now.
type Moved = (ChangeKind, PersonId, String);

/// Everything that surrounds, after the weeks have been told.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<(), DbError> {
    let mut claims =
        Rows::new("custody_standing_claim", &["room_id", "weekday", "part", "facility_id", "created_by", "created_at"]);
    let mut closures = Rows::new(
        "custody_closure",
        &["id", "facility_id", "room_id", "kind", "starts_at", "ends_at", "created_by", "created_at", "version"],
    );
    let mut outings = Rows::new(
        "custody_outing",
        &["id", "facility_id", "person_id", "kind", "starts_at", "ends_at", "created_by", "created_at", "version"],
    );
    let mut changes = change_rows();
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        let at = calendar.beginning();
        for (n, room) in (0_i32..).zip(&facility.large) {
            for part in ["am", "pm"] {
                claims.push(cells![room.id, n % 5 + 1, part, facility.id, staff.coordinator.id, at]);
            }
        }
        close(&mut closures, chance, calendar, (facility, staff));
        let people = untreated(tx, facility).await?;
        for ((kind, days, minute), person) in OUTINGS.into_iter().zip(&people) {
            let from = instant(calendar.today + Days::new(days), minute);
            let id: OutingId = chance.id(calendar.now());
            let until = from + TimeDelta::hours(4);
            outings.push(cells![id, facility.id, *person, kind, from, until, staff.coordinator.id, calendar.now(), 1]);
        }
        let housed = housed(tx, facility, &people).await?;
        tell(&mut changes, chance, calendar, (facility, &housed));
        look_again(tx, calendar, facility).await?;
    }
    for rows in [&mut claims, &mut closures, &mut outings, &mut changes] {
        rows.insert(tx).await?;
    }
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        seen(tx, (facility, staff), calendar).await?;
    }
    Ok(())
}

/// What is of the days before yesterday, and a lockdown that was taken back, both sides have seen soon after.
async fn seen(tx: &mut Conn, (facility, staff): (&Facility, &Staff), calendar: Calendar) -> Result<(), DbError> {
    let looked = calendar.now() - TimeDelta::hours(9);
    sql_exec!(
        tx,
        "update custody_change set custody_seen_by = $2, custody_seen_at = $4, care_seen_by = $3, care_seen_at = $4
         where facility_id = $1 and kind in ('regime_changed', 'slot_cancelled', 'slot_restored') and created_at < $4",
        facility.id,
        staff.coordinator.id,
        staff.practitioners.first().map(|user| user.id),
        looked
    )?;
    Ok(())
}

fn close(closures: &mut Rows, chance: &mut Chance, calendar: Calendar, (facility, staff): (&Facility, &Staff)) {
    for (kind, ahead, days, of_room) in CLOSURES {
        let first = calendar.today + TimeDelta::days(ahead);
        let (from, until) = (instant(first, 0), instant(first + Days::new(days), 0));
        let room = facility.large.last().filter(|_| of_room).map(|room| room.id);
        let id: ClosureId = chance.id(calendar.beginning());
        let by = staff.coordinator.id;
        closures.push(cells![id, facility.id, room, kind, from, until, by, calendar.beginning(), 1]);
    }
}

/// People who are there and whom care does not treat: no session waits for them.
async fn untreated(tx: &mut Conn, facility: &Facility) -> Result<Vec<PersonId>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId,),
        "select p.id from custody_person p where p.facility_id = $1 and p.presence = 'present'
           and not exists (select 1 from care_patient c where c.person_id = p.id)
           and not exists (select 1 from custody_slot_person s where s.person_id = p.id)
         order by p.prison_number limit 8",
        facility.id
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Who was moved into another wing or came back yesterday, and who was taken to hospital, as lists write where they live.
async fn housed(tx: &mut Conn, facility: &Facility, there: &[PersonId]) -> Result<Vec<Moved>, DbError> {
    let rows = sql_all!(
        tx,
        (PersonId, String, String),
        "select p.id, p.presence, p.cell from custody_person p
         where p.facility_id = $1 and p.presence in ('present', 'hospital') order by p.prison_number",
        facility.id
    )?;
    let of = |person: &PersonId| rows.iter().find(|(id, ..)| id == person);
    let moved = there.iter().skip(5).filter_map(of).take(2);
    let kinds = [ChangeKind::WingChanged, ChangeKind::PresentAgain];
    let away = rows.iter().find(|(_, presence, _)| presence == "hospital");
    let told = kinds.into_iter().zip(moved).chain(away.map(|held| (ChangeKind::Hospital, held)));
    Ok(told.map(|(kind, (person, _, place))| (kind, *person, place.clone())).collect())
}

/// What happened yesterday and is still to be seen, and a change of the regime that everybody has seen long ago.
fn tell(changes: &mut Rows, chance: &mut Chance, calendar: Calendar, (facility, moved): (&Facility, &[Moved])) {
    let yesterday = calendar.now() - TimeDelta::hours(8);
    let mut add = |chance: &mut Chance, person, kind, (earlier, later): (&str, &str), at: DateTime<Utc>| {
        let id: ChangeId = chance.id(at);
        let (earlier, later) = (earlier.to_owned(), later.to_owned());
        push(
            changes,
            NewChange {
                id,
                facility: facility.id,
                person,
                slot: None,
                kind,
                reason: None,
                earlier,
                later,
                touched: 0,
                by: MadeBy::Nobody,
                at,
            },
        );
    };
    let regime = ("6.am.480.690", "6.am.480.660");
    add(chance, None, ChangeKind::RegimeChanged, regime, calendar.beginning() + TimeDelta::days(3));
    let closed = instant(calendar.today + Days::new(40), 0);
    let span = (closed.to_rfc3339(), (closed + TimeDelta::days(3)).to_rfc3339());
    add(chance, None, ChangeKind::RoomClosed, (&span.0, &span.1), yesterday);
    for (kind, person, place) in moved {
        // The way to hospital and back is told by its kind alone.
        let from = facility.wings.iter().map(|wing| wing.code).find(|code| !place.starts_with(code));
        let earlier = from.map(|code| format!("{}-104", code.chars().take(1).collect::<String>()));
        let places = match (&earlier, kind) {
            (Some(earlier), ChangeKind::WingChanged) => (earlier.as_str(), place.as_str()),
            _ => ("", ""),
        };
        add(chance, Some(*person), *kind, places, yesterday + TimeDelta::minutes(20));
    }
}

/// When somebody looks at alerts and pairs again; some are due.
async fn look_again(tx: &mut Conn, calendar: Calendar, facility: &Facility) -> Result<(), DbError> {
    let (soon, later) = (calendar.today + Days::new(6), calendar.today + Days::new(75));
    sql_exec!(
        tx,
        "update custody_alert set review_on = case when kind in ('escape_list', 'two_officers') then $2 else $3 end
         where facility_id = $1",
        facility.id,
        soon,
        later
    )?;
    sql_exec!(
        tx,
        "update custody_keep_apart set review_on = case when reason like 'F%' then $2 else $3 end where facility_id = $1",
        facility.id,
        soon,
        later
    )?;
    Ok(())
}
