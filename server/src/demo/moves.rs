//! Sessions that were moved, by either side, and in each facility a question of custody's that waits for health's answer: one of
//! the session's people must not be moved without it.

use app::cells;
use app::custody::changes::{ChangeKind, MadeBy, NewChange, instant_text, push, rows as change_rows};
use app::custody::slots::CancelReason;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{MoveRequestId, NoticeId, PersonId, RoomId, SlotId, UserId};
use app::sql_all;
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::calendar::Calendar;
use super::caseload::shifted;
use super::chance::Chance;
use super::places::Facility;
use super::users::Users;

/// A session ahead with one of its people.
type Ahead = (SlotId, UserId, RoomId, String, DateTime<Utc>, DateTime<Utc>, PersonId);

struct Tables {
    changes: Rows,
    notices: Rows,
    reasons: Rows,
    questions: Rows,
}

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
) -> Result<(), DbError> {
    let mut tables = Tables::new();
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        let ahead = sql_all!(
            tx,
            Ahead,
            "select s.id, s.practitioner_id, s.room_id, s.part, s.starts_at, s.ends_at, p.person_id
             from custody_slot s join custody_slot_person p on p.slot_id = s.id
             where s.facility_id = $1 and s.status = 'confirmed' and s.starts_at > $2 order by s.starts_at desc, s.id, p.person_id limit 40",
            facility.id,
            calendar.now()
        )?;
        let Some(asked) = ahead.first() else { continue };
        tables.ask(chance, calendar, (facility, staff.coordinator.id), asked);
        let others: Vec<&Ahead> = ahead.iter().filter(|other| other.0 != asked.0).collect();
        for (other, custody) in others.first().into_iter().chain(others.last()).zip([true, false]) {
            tables.moved(chance, calendar, (facility, staff.coordinator.id), other, custody);
        }
    }
    for rows in [&mut tables.changes, &mut tables.notices, &mut tables.reasons, &mut tables.questions] {
        rows.insert(tx).await?;
    }
    Ok(())
}

impl Tables {
    fn new() -> Self {
        Self {
            changes: change_rows(),
            notices: Rows::new(
                "custody_notice",
                &[
                    "id",
                    "facility_id",
                    "person_id",
                    "kind",
                    "starts_on",
                    "expires_on",
                    "sharing_agreed",
                    "created_at",
                    "version",
                ],
            ),
            reasons: Rows::new(
                "care_notice",
                &["notice_id", "patient_id", "facility_id", "basis", "reason", "created_by", "created_at"],
            ),
            questions: Rows::new(
                "custody_move_request",
                &[
                    "id",
                    "slot_id",
                    "facility_id",
                    "kind",
                    "room_id",
                    "part",
                    "starts_at",
                    "ends_at",
                    "reason",
                    "asked_by",
                    "asked_at",
                    "version",
                ],
            ),
        }
    }

    /// The notice, and the question that it leads to: the same hour a week later.
    fn ask(
        &mut self,
        chance: &mut Chance,
        calendar: Calendar,
        (facility, coordinator): (&Facility, UserId),
        (slot, practitioner, room, part, from, to, person): &Ahead,
    ) {
        let given = calendar.now() - TimeDelta::days(6);
        let notice: NoticeId = chance.id(given);
        let today = calendar.today;
        let starts_on = today.checked_sub_days(Days::new(6)).unwrap_or(today);
        self.notices.push(cells![
            notice,
            facility.id,
            *person,
            "ask_before_moving",
            starts_on,
            shifted(today, 40),
            false,
            given,
            1
        ]);
        self.reasons.push(cells![
            notice,
            *person,
            facility.id,
            "vital_interest",
            "Changes at short notice brought on two crises this autumn.",
            *practitioner,
            given
        ]);
        let asked = calendar.now() - TimeDelta::hours(3);
        let week = TimeDelta::days(7);
        self.questions.push(cells![
            chance.id::<MoveRequestId>(asked),
            *slot,
            facility.id,
            "move",
            *room,
            part.clone(),
            *from + week,
            *to + week,
            "no_escort",
            coordinator,
            asked,
            1
        ]);
    }

    /// A session that stood a day earlier before: moved by custody for want of officers, or by health.
    fn moved(
        &mut self,
        chance: &mut Chance,
        calendar: Calendar,
        (facility, coordinator): (&Facility, UserId),
        (slot, practitioner, _, _, from, ..): &Ahead,
        custody: bool,
    ) {
        let at = calendar.now() - TimeDelta::hours(if custody { 5 } else { 26 });
        let (by, reason) = if custody {
            (MadeBy::Custody(coordinator), CancelReason::NoEscort)
        } else {
            (MadeBy::Care(*practitioner), CancelReason::Health)
        };
        let before = (*slot, *from - TimeDelta::days(1));
        let told = NewChange::of_session((chance.id(at), facility.id), before, ChangeKind::SlotMoved, at);
        push(&mut self.changes, NewChange { reason: Some(reason), later: instant_text(*from), by, ..told });
    }
}
