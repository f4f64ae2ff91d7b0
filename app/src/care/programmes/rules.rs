//! Who may join a programme, and how a member's state may change. Pure.

use super::model::{Intake, MemberStatus};

pub const CAPACITY: std::ops::RangeInclusive<i32> = 1..=20;

/// The places of a programme as they are taken now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    pub intake: Intake,
    pub capacity: i32,
    pub active: usize,
    pub waiting: usize,
}

impl Places {
    fn is_full(&self) -> bool {
        self.active >= usize::try_from(self.capacity).unwrap_or(0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Every place is taken.
    Full,
    /// The programme takes in nobody now.
    Closed,
    /// Somebody has waited longer.
    NotNext,
    /// This state does not follow from that one.
    NotPossible,
}

/// What somebody who joins becomes: a member where there is a place and nobody waits for it, otherwise the last of those who wait.
#[must_use]
pub fn joins(places: Places) -> MemberStatus {
    let free = match places.intake {
        Intake::Open => !places.is_full(),
        Intake::Rolling => !places.is_full() && places.waiting == 0,
        Intake::Closed => false,
    };
    if free { MemberStatus::Active } else { MemberStatus::Waiting }
}

/// What may be chosen for a member in this state.
#[must_use]
pub const fn follows(from: MemberStatus) -> &'static [MemberStatus] {
    use MemberStatus as M;
    match from {
        M::Waiting => &[M::Active, M::WithdrawnByPatient, M::WithdrawnByStaff],
        M::Active => &[M::Paused, M::Completed, M::WithdrawnByPatient, M::WithdrawnByStaff],
        M::Paused => &[M::Active, M::Completed, M::WithdrawnByPatient, M::WithdrawnByStaff],
        // Whoever has left comes back through the waiting list.
        M::Completed | M::WithdrawnByPatient | M::WithdrawnByStaff => &[M::Waiting],
        M::Transferred | M::Released => &[],
    }
}

/// Whether a member's state may change so; `is_next` says that nobody has waited longer.
pub fn change(from: MemberStatus, to: MemberStatus, places: Places, is_next: bool) -> Result<(), Refused> {
    if !follows(from).contains(&to) {
        return Err(Refused::NotPossible);
    }
    if to != MemberStatus::Active {
        return Ok(());
    }
    if from == MemberStatus::Waiting && places.intake == Intake::Closed {
        return Err(Refused::Closed);
    }
    if places.is_full() {
        return Err(Refused::Full);
    }
    if from == MemberStatus::Waiting && places.intake == Intake::Rolling && !is_next {
        return Err(Refused::NotNext);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(intake: Intake, active: usize, waiting: usize) -> Places {
        Places { intake, capacity: 3, active, waiting }
    }

    #[test]
    fn who_joins_gets_a_place_or_waits() {
        for (intake, active, waiting, expected) in [
            (Intake::Open, 2, 0, MemberStatus::Active),
            (Intake::Open, 2, 4, MemberStatus::Active),
            (Intake::Open, 3, 0, MemberStatus::Waiting),
            (Intake::Rolling, 2, 0, MemberStatus::Active),
            (Intake::Rolling, 2, 1, MemberStatus::Waiting),
            (Intake::Closed, 0, 0, MemberStatus::Waiting),
        ] {
            assert_eq!(joins(places(intake, active, waiting)), expected, "{intake} {active} {waiting}");
        }
    }

    #[test]
    fn a_state_changes_only_as_it_may() {
        use MemberStatus as M;
        for (from, to, intake, active, is_next, expected) in [
            (M::Waiting, M::Active, Intake::Open, 2, false, Ok(())),
            (M::Waiting, M::Active, Intake::Open, 3, true, Err(Refused::Full)),
            (M::Waiting, M::Active, Intake::Closed, 0, true, Err(Refused::Closed)),
            (M::Waiting, M::Active, Intake::Rolling, 2, false, Err(Refused::NotNext)),
            (M::Waiting, M::Active, Intake::Rolling, 2, true, Ok(())),
            (M::Paused, M::Active, Intake::Closed, 2, false, Ok(())),
            (M::Paused, M::Active, Intake::Closed, 3, false, Err(Refused::Full)),
            (M::Active, M::Completed, Intake::Closed, 3, false, Ok(())),
            (M::Active, M::Waiting, Intake::Open, 1, true, Err(Refused::NotPossible)),
            (M::Completed, M::Waiting, Intake::Open, 1, true, Ok(())),
            (M::Completed, M::Active, Intake::Open, 1, true, Err(Refused::NotPossible)),
            (M::Released, M::Active, Intake::Open, 1, true, Err(Refused::NotPossible)),
        ] {
            assert_eq!(change(from, to, places(intake, active, 1), is_next), expected, "{from} to {to}");
        }
    }
}
