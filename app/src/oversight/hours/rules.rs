//! What one booking of one patient counts as, in minutes. The only definition: reports, charts and first pages all sum this.
//!
//! - **Planned** is what was booked, whatever became of it. A booking that fell away because the person went free is not
//!   planned any more, and one that was given up and booked again over the same time is counted once, as the later one.
//! - **Offered** is what the patient could have taken: attended, and lost to the patient.
//! - **Lost to custody**: declined, cancelled or not held by custody, not brought, and the part missed by being brought late.
//! - **Lost to health**: cancelled or not held by health, and every absence that a clinician decided or illness caused:
//!   unwell, excused, not suitable today. Illness is nobody's choice, and the patient is not charged with it.
//! - **Lost to the patient**: declined, came late on his own, left early, took part in a part.
//! - What is **open** is still ahead, or was held and not recorded yet; nobody has lost it.
//!
//! So `planned = offered + lost to custody + lost to health + open`, and `offered = attended + lost to the patient`.

use std::iter::Sum;
use std::ops::Add;

use chrono::{DateTime, Utc};

use crate::care::sessions::Attendance;
use crate::custody::slots::{CancelSide, CustodyReason, Movement, SlotStatus};
use crate::kit::ids::SlotId;
use crate::kit::ui::HoursParts;

/// One patient's place in one session, as both sides tell it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Booking {
    pub planned_minutes: i64,
    /// It was given up, and the same time of the same patient was booked again.
    pub replaced: bool,
    pub status: SlotStatus,
    pub cancel_side: Option<CancelSide>,
    /// How the patient came: custody's last mark before that of the way back.
    pub movement: Movement,
    pub custody_reason: Option<CustodyReason>,
    /// `None` until care has recorded the session.
    pub attendance: Option<Attendance>,
    pub attended_minutes: i64,
}

/// A booking in its patient's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// Of two bookings, the one with the greater id was made later.
    pub slot: SlotId,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub booking: Booking,
}

/// What all bookings of one patient come to. No minute of the patient's time counts twice: of two bookings that overlap, one that
/// was given up counts nothing, since the other took its place. Two that stand cannot overlap; the database refuses them.
#[must_use]
pub fn of_history(bookings: &[Dated]) -> Hours {
    let replaced = |own: &Dated| {
        !own.booking.status.is_live()
            && bookings.iter().any(|other| {
                other.slot != own.slot
                    && other.from < own.to
                    && other.to > own.from
                    && (other.booking.status.is_live() || other.slot > own.slot)
            })
    };
    bookings.iter().map(|own| hours(&Booking { replaced: own.booking.replaced || replaced(own), ..own.booking })).sum()
}

/// Minutes of one booking, or of many added up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hours {
    pub planned: i64,
    pub offered: i64,
    pub attended: i64,
    pub lost_custody: i64,
    pub lost_health: i64,
    pub lost_patient: i64,
}

/// Who answers for the part of a booking that was not attended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Custody,
    Health,
    Patient,
    /// Still ahead, or not recorded yet.
    Open,
}

/// What a booking counts as.
#[must_use]
pub fn hours(booking: &Booking) -> Hours {
    let took_part = booking.attendance.is_some_and(Attendance::took_part);
    // Nobody loses an hour by going home.
    let went_free = booking.custody_reason == Some(CustodyReason::Released) && !took_part;
    if booking.replaced || went_free {
        return Hours::default();
    }
    let planned = booking.planned_minutes.max(0);
    // Minutes beyond the booking are a slip of the pen, or belong to the booking that follows.
    let attended = if took_part && booking.status.is_live() { booking.attended_minutes.clamp(0, planned) } else { 0 };
    let missed = planned - attended;
    let mut hours = Hours { planned, attended, offered: attended, ..Hours::default() };
    match rest(booking) {
        Rest::Custody => hours.lost_custody = missed,
        Rest::Health => hours.lost_health = missed,
        Rest::Patient => {
            hours.lost_patient = missed;
            hours.offered = planned;
        }
        Rest::Open => {}
    }
    hours
}

/// Care's word on attendance stands before custody's mark: the clinician met the patient, or asked why he did not come.
fn rest(booking: &Booking) -> Rest {
    if !booking.status.is_live() {
        return match booking.cancel_side {
            Some(CancelSide::Custody) => Rest::Custody,
            Some(CancelSide::Health) | None => Rest::Health,
        };
    }
    let brought_late = booking.movement == Movement::ArrivedLate;
    match booking.attendance {
        Some(attendance) if attendance.took_part() && brought_late => Rest::Custody,
        // Present from beginning to end: what is missing was cut short by those who held the session.
        Some(Attendance::Full) => Rest::Health,
        Some(Attendance::Part | Attendance::Late | Attendance::LeftEarly | Attendance::Declined) => Rest::Patient,
        // Taken off the list of a session that was held: a clinician's decision, as are the other three.
        Some(Attendance::Unwell | Attendance::Excused | Attendance::NotSuitableToday | Attendance::Cancelled) => {
            Rest::Health
        }
        Some(Attendance::NotBrought) => Rest::Custody,
        None if booking.movement == Movement::NotBrought => Rest::Custody,
        None => Rest::Open,
    }
}

impl Hours {
    /// Planned, and neither taken nor lost: still ahead, or not recorded yet.
    #[must_use]
    pub const fn open(&self) -> i64 {
        self.planned - self.offered - self.lost_custody - self.lost_health
    }

    /// For a bar or a picture, against a target in minutes; 0 where none is set.
    #[must_use]
    pub const fn parts(&self, target: i64) -> HoursParts {
        HoursParts {
            attended: self.attended,
            custody: self.lost_custody,
            health: self.lost_health,
            patient: self.lost_patient,
            target,
        }
    }
}

impl Add for Hours {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            planned: self.planned + other.planned,
            offered: self.offered + other.offered,
            attended: self.attended + other.attended,
            lost_custody: self.lost_custody + other.lost_custody,
            lost_health: self.lost_health + other.lost_health,
            lost_patient: self.lost_patient + other.lost_patient,
        }
    }
}

impl Sum for Hours {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Add::add)
    }
}
