//! What custody may do to a slot, and when: the state machine of the operational half. Pure.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

use super::model::{BoardSlot, CancelReason, Escort, Part, RegimePart, SlotStatus};
use crate::custody::day;

/// A step that the correctional coordinator takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Confirms a request; without an escort, the one that is set stays.
    Confirm(Option<Escort>),
    Decline(CancelReason),
    Cancel(CancelReason),
    SetEscort(Escort),
}

impl Decision {
    /// The state that the step leads to from `status`; `None` where custody may not take it. Asking, holding and recording
    /// are health's steps, and what custody has ended only a new request begins again.
    #[must_use]
    pub const fn leads_to(self, status: SlotStatus) -> Option<SlotStatus> {
        use SlotStatus::{Cancelled, Confirmed, Declined, InProgress, Requested};
        match (self, status) {
            (Self::Confirm(_), Requested) => Some(Confirmed),
            (Self::Decline(_), Requested) => Some(Declined),
            (Self::Cancel(_), Confirmed) => Some(Cancelled),
            (Self::SetEscort(_), Requested | Confirmed | InProgress) => Some(status),
            _ => None,
        }
    }

    /// Whether a slot in this state is what the step would have made of it, as after a button that was pressed twice.
    #[must_use]
    pub fn is_done_in(self, status: SlotStatus, escort: Option<Escort>, reason: Option<CancelReason>) -> bool {
        match self {
            Self::Confirm(wanted) => status == SlotStatus::Confirmed && (wanted.is_none() || wanted == escort),
            Self::Decline(given) => status == SlotStatus::Declined && reason == Some(given),
            Self::Cancel(given) => status == SlotStatus::Cancelled && reason == Some(given),
            Self::SetEscort(wanted) => self.leads_to(status).is_some() && escort == Some(wanted),
        }
    }
}

/// Custody may decide about coming days, about today, and about yesterday until noon: what was agreed by word of mouth on
/// the day can still be written down, but hours that were reported as lost or held do not change afterwards.
#[must_use]
pub fn is_open(date: NaiveDate, now: DateTime<Utc>, zone: Tz) -> bool {
    date > day::date_of(now, zone) || day::is_open(date, now, zone)
}

/// The reasons that custody gives; `health` is care's, and says no more.
pub fn custody_reasons() -> impl Iterator<Item = CancelReason> {
    CancelReason::ALL.iter().copied().filter(|reason| *reason != CancelReason::Health)
}

/// Officers that sessions need on each day and part: what is confirmed does, a cancelled session needs none, a request none yet.
#[must_use]
pub fn officers_needed(slots: &[BoardSlot], zone: Tz) -> Vec<(NaiveDate, Part, i32)> {
    slots
        .iter()
        .filter(|slot| slot.status.is_live() && slot.status != SlotStatus::Requested)
        .map(|slot| (day::date_of(slot.starts_at, zone), slot.part, slot.escort_officers))
        .collect()
}

/// The part of the day that a list opens at: the one under way or next today, the first on any other day.
#[must_use]
pub fn part_at(regime: &[RegimePart], minute: Option<i32>) -> Part {
    minute
        .and_then(|minute| regime.iter().filter(|row| row.end_minute > minute).min_by_key(|row| row.start_minute))
        .or_else(|| match minute {
            Some(_) => regime.iter().max_by_key(|row| row.start_minute),
            None => regime.iter().min_by_key(|row| row.start_minute),
        })
        .map_or(Part::Am, |row| row.part)
}

/// The letter of the neutral label: the n-th session of the facility's day, from 0. After Z comes AA.
#[must_use]
pub fn label_letter(nth: i64) -> String {
    let mut letters = Vec::new();
    let mut rest = nth.max(0);
    loop {
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest = rest / 26 - 1;
        if rest < 0 {
            break;
        }
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// The letter of a session among those that others of its day have: its own where it is free, else the first that is free from
/// their number on.
#[must_use]
pub fn free_letter(taken: &[String], own: Option<&str>) -> String {
    let is_free = |letter: &str| !taken.iter().any(|held| held == letter);
    if let Some(own) = own.filter(|own| is_free(own)) {
        return own.to_owned();
    }
    let first = i64::try_from(taken.len()).unwrap_or(0);
    (first..).map(label_letter).find(|letter| is_free(letter)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::model::EscortMode;
    use super::*;

    #[test]
    fn custody_takes_these_steps_and_no_others() {
        use SlotStatus::{Cancelled, Confirmed, Declined, InProgress, Requested};
        let escort = Escort::new(1, EscortMode::InSight).unwrap();
        let allowed = [
            (Decision::Confirm(None), Requested, Confirmed),
            (Decision::Confirm(Some(escort)), Requested, Confirmed),
            (Decision::Decline(CancelReason::Lockdown), Requested, Declined),
            (Decision::Cancel(CancelReason::Lockdown), Confirmed, Cancelled),
            (Decision::SetEscort(escort), Requested, Requested),
            (Decision::SetEscort(escort), Confirmed, Confirmed),
            (Decision::SetEscort(escort), InProgress, InProgress),
        ];
        let steps = [
            Decision::Confirm(None),
            Decision::Confirm(Some(escort)),
            Decision::Decline(CancelReason::Lockdown),
            Decision::Cancel(CancelReason::Lockdown),
            Decision::SetEscort(escort),
        ];
        for step in steps {
            for status in SlotStatus::ALL {
                let expected =
                    allowed.iter().find(|(named, from, _)| *named == step && from == status).map(|(_, _, to)| *to);
                assert_eq!(step.leads_to(*status), expected, "{step:?} from {status:?}");
            }
        }
    }

    #[test]
    fn pressing_a_button_twice_is_no_conflict() {
        let one = Escort::new(1, EscortMode::InSight);
        let two = Escort::new(2, EscortMode::InRoom);
        for (step, status, escort, reason, done) in [
            (Decision::Confirm(None), SlotStatus::Confirmed, one, None, true),
            (Decision::Confirm(two), SlotStatus::Confirmed, one, None, false),
            (Decision::Confirm(None), SlotStatus::Requested, one, None, false),
            (Decision::Decline(CancelReason::Clash), SlotStatus::Declined, None, Some(CancelReason::Clash), true),
            (Decision::Decline(CancelReason::Clash), SlotStatus::Declined, None, Some(CancelReason::Other), false),
            (Decision::Cancel(CancelReason::Clash), SlotStatus::Declined, None, Some(CancelReason::Clash), false),
        ] {
            assert_eq!(step.is_done_in(status, escort, reason), done, "{step:?} {status:?}");
        }
    }

    #[test]
    fn an_escort_has_officers_and_a_place_or_neither() {
        for (officers, mode, fits) in [
            (0, EscortMode::None, true),
            (1, EscortMode::None, false),
            (0, EscortMode::InRoom, false),
            (9, EscortMode::OutOfHearing, true),
            (10, EscortMode::InSight, false),
            (-1, EscortMode::None, false),
        ] {
            assert_eq!(Escort::new(officers, mode).is_some(), fits, "{officers} {mode}");
        }
    }

    #[test]
    fn coming_days_are_open_and_past_ones_close_at_noon() {
        let zone = chrono_tz::Europe::Belgrade;
        let now: DateTime<Utc> = "2026-07-02T10:00:00Z".parse().unwrap();
        for (date, open) in [("2026-07-01", false), ("2026-07-02", true), ("2026-07-03", true), ("2026-12-24", true)] {
            assert_eq!(is_open(date.parse().unwrap(), now, zone), open, "{date}");
        }
    }

    #[test]
    fn custody_cannot_speak_for_health() {
        assert!(custody_reasons().all(|reason| reason != CancelReason::Health));
        assert_eq!(custody_reasons().count(), CancelReason::ALL.len() - 1);
    }

    #[test]
    fn a_list_opens_at_the_part_under_way() {
        let row = |part, start_minute, end_minute| RegimePart { part, start_minute, end_minute };
        let regime = [row(Part::Am, 480, 705), row(Part::Pm, 780, 990), row(Part::Eve, 1050, 1170)];
        for (minute, part) in [
            (None, Part::Am),
            (Some(0), Part::Am),
            (Some(704), Part::Am),
            (Some(705), Part::Pm),
            (Some(1000), Part::Eve),
            (Some(1300), Part::Eve),
        ] {
            assert_eq!(part_at(&regime, minute), part, "{minute:?}");
        }
        assert_eq!(part_at(&[], Some(600)), Part::Am);
    }

    #[test]
    fn officers_are_needed_for_what_is_confirmed() {
        let slot = |part, status, escort_officers| BoardSlot {
            id: uuid::Uuid::from_u128(1).into(),
            room_id: uuid::Uuid::from_u128(2).into(),
            starts_at: DateTime::UNIX_EPOCH,
            ends_at: DateTime::UNIX_EPOCH,
            part,
            label_letter: "A".to_owned(),
            status,
            cancel_reason: None,
            escort_officers,
            escort_mode: EscortMode::InSight,
            version: 1,
            practitioner_id: uuid::Uuid::from_u128(3).into(),
            practitioner: String::new(),
            people: 1,
        };
        let slots = [
            slot(Part::Am, SlotStatus::Confirmed, 2),
            slot(Part::Am, SlotStatus::Completed, 1),
            slot(Part::Am, SlotStatus::Cancelled, 4),
            slot(Part::Pm, SlotStatus::Requested, 3),
            slot(Part::Eve, SlotStatus::InProgress, 1),
        ];
        let needed = officers_needed(&slots, chrono_tz::UTC);
        let of = |part| needed.iter().filter(|row| row.1 == part).map(|row| row.2).sum::<i32>();
        assert_eq!([of(Part::Am), of(Part::Pm), of(Part::Eve)], [3, 0, 1]);
    }

    #[test]
    fn letters_go_on_after_z() {
        for (nth, letters) in [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(label_letter(nth), letters);
        }
    }

    #[test]
    fn a_letter_is_kept_where_it_is_free() {
        let taken = |letters: &[&str]| letters.iter().map(|letter| (*letter).to_owned()).collect::<Vec<_>>();
        for (letters, own, expected) in [
            (&[][..], None, "A"),
            (&["A", "B"], None, "C"),
            (&["A", "C"], Some("B"), "B"),
            (&["A", "B"], Some("B"), "C"),
            // One was moved away: its place in the row is not given twice.
            (&["B", "C"], None, "D"),
            (&["B", "C", "D"], Some("B"), "E"),
        ] {
            assert_eq!(free_letter(&taken(letters), own), expected, "{letters:?} {own:?}");
        }
    }
}
