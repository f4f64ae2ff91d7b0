//! What may be said of a person on an unlock list, when, and how the list is counted. Pure.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::model::{Mark, UnlockRow};
use crate::custody::day;
use crate::custody::slots::{CustodyReason, Movement, SlotStatus};
use crate::kit::ids::PersonId;

/// Who arrives later than this after the start has arrived late; until then the way over the yard is no delay.
const GRACE: TimeDelta = TimeDelta::minutes(10);

/// The marks that need no reason, in the order of the way there and back.
const PLAIN: [Mark; 7] = [
    Mark::Unlocked,
    Mark::Arrived,
    Mark::ArrivedLate,
    Mark::Returned,
    Mark::BackTo(Movement::Expected),
    Mark::BackTo(Movement::Unlocked),
    Mark::BackTo(Movement::Arrived),
];

impl Mark {
    /// The movement that is written, with its reason. An undone mark leads back to what must have been before it.
    #[must_use]
    pub const fn leads_to(self, from: Movement) -> Option<(Movement, Option<CustodyReason>)> {
        use Movement::{Arrived, ArrivedLate, Expected, NotBrought, Returned, Unlocked};
        match (self, from) {
            (Self::Unlocked, Expected) | (Self::BackTo(Unlocked), Arrived | ArrivedLate) => Some((Unlocked, None)),
            // On busy mornings only the arrival is marked, so it may come without the unlocking.
            (Self::Arrived, Expected | Unlocked) | (Self::BackTo(Arrived), Returned) => Some((Arrived, None)),
            (Self::ArrivedLate, Expected | Unlocked) => Some((ArrivedLate, None)),
            // Somebody unlocked may still not get there: called to a visit, or no officer at the gate.
            (Self::NotBrought(reason), Expected | Unlocked) => Some((NotBrought, Some(reason))),
            (Self::Returned, Unlocked | Arrived | ArrivedLate) => Some((Returned, None)),
            (Self::BackTo(Expected), Unlocked | NotBrought) => Some((Expected, None)),
            _ => None,
        }
    }

    /// Whether the row already says this: the same button pressed twice, or two officers who saw the same.
    #[must_use]
    pub fn is_said_by(self, movement: Movement, reason: Option<CustodyReason>) -> bool {
        match self {
            Self::Unlocked => movement == Movement::Unlocked,
            Self::Arrived => movement == Movement::Arrived,
            Self::ArrivedLate => movement == Movement::ArrivedLate,
            Self::NotBrought(given) => movement == Movement::NotBrought && reason == Some(given),
            Self::Returned => movement == Movement::Returned,
            Self::BackTo(earlier) => movement == earlier,
        }
    }

    /// The word in the form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unlocked => "unlocked",
            Self::Arrived => "arrived",
            Self::ArrivedLate => "arrived_late",
            Self::NotBrought(_) => "not_brought",
            Self::Returned => "returned",
            Self::BackTo(Movement::Unlocked) => "back_to_unlocked",
            Self::BackTo(Movement::Arrived) => "back_to_arrived",
            Self::BackTo(_) => "back_to_expected",
        }
    }

    /// The mark of that word, as a form sends it.
    #[must_use]
    pub fn from_code(code: &str, reason: Option<CustodyReason>) -> Option<Self> {
        if code == "not_brought" {
            return reason.map(Self::NotBrought);
        }
        PLAIN.into_iter().find(|mark| mark.code() == code)
    }

    /// Whether the mark takes back another, and so must not look like the next step.
    #[must_use]
    pub const fn is_correction(self) -> bool {
        matches!(self, Self::BackTo(_))
    }

    /// Whether this mark may be made while the slot is in this state. Before it is confirmed nobody moves, and after it was
    /// cancelled nobody does; once it has been recorded people are still to be brought back.
    #[must_use]
    pub const fn fits(self, status: SlotStatus) -> bool {
        match status {
            SlotStatus::Confirmed | SlotStatus::InProgress => true,
            SlotStatus::Completed => matches!(self, Self::Returned),
            _ => false,
        }
    }
}

/// So many days after a session, whoever was not marked may still be marked: paper comes back late.
const UNMARKED_DAYS: Days = Days::new(7);

/// Who may say what became of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The day has not come.
    Ahead,
    /// Whoever marks.
    Open,
    /// The coordinator alone, with a reason.
    Corrections,
}

/// Unmarked attendance stays open for seven days; once marked, it may be changed on the day of the mark. Who has only been unlocked
/// is on the way, and not marked yet. `day` is when the mark is made, which for a phone without network is not when it comes.
#[must_use]
pub fn window(session: NaiveDate, movement: Movement, marked_on: Option<NaiveDate>, day: NaiveDate) -> Window {
    if day < session {
        return Window::Ahead;
    }
    let open = match marked_on.filter(|_| !matches!(movement, Movement::Expected | Movement::Unlocked)) {
        Some(marked) => marked >= day,
        None => is_recent(session, day),
    };
    if open { Window::Open } else { Window::Corrections }
}

/// Whether a session is so recent that marks of it still come in.
#[must_use]
pub fn is_recent(session: NaiveDate, today: NaiveDate) -> bool {
    session.checked_add_days(UNMARKED_DAYS).is_none_or(|last| today <= last)
}

/// The buttons of a row now. Not brought is not among them: it asks for its reason.
#[must_use]
pub fn buttons(row: &UnlockRow, now: DateTime<Utc>) -> Vec<Mark> {
    let late = now > row.starts_at + GRACE;
    PLAIN
        .into_iter()
        .filter(|mark| mark.fits(row.status) && mark.leads_to(row.movement).is_some())
        // From the unlocked the way leads to the session; who turned back at the gate is not brought.
        .filter(|mark| *mark != Mark::Returned || row.movement != Movement::Unlocked || row.status == SlotStatus::Completed)
        .filter(|mark| *mark != Mark::ArrivedLate || late)
        .collect()
}

/// Whether the row offers to say why somebody is not brought.
#[must_use]
pub fn may_be_not_brought(row: &UnlockRow) -> bool {
    let mark = Mark::NotBrought(CustodyReason::Other);
    mark.fits(row.status) && mark.leads_to(row.movement).is_some()
}

/// The days whose lists a user may open: officers today's and tomorrow's, for which they unlock; those who plan the day any.
#[must_use]
pub fn may_open(date: NaiveDate, today: NaiveDate, plans_the_day: bool) -> bool {
    plans_the_day || date == today || date == day::after(today)
}

/// The head of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Head {
    pub people: usize,
    pub leaving: usize,
    pub staying: usize,
}

/// Counts people, not rows: who is called twice is unlocked once, and leaves the wing if either call takes them off it.
/// Cancelled sessions unlock nobody.
#[must_use]
pub fn head(rows: &[UnlockRow]) -> Head {
    let live: Vec<&UnlockRow> = rows.iter().filter(|row| row.status.is_live()).collect();
    let mut people: Vec<PersonId> = live.iter().map(|row| row.person_id).collect();
    people.sort_unstable();
    people.dedup();
    let leaves = |person: &&PersonId| live.iter().any(|row| row.person_id == **person && !row.room_kind.is_on_wing());
    let leaving = people.iter().filter(leaves).count();
    Head { people: people.len(), leaving, staying: people.len() - leaving }
}

#[cfg(test)]
mod tests;
