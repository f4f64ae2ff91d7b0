//! What a decision about a kit must hold. Pure.

use super::model::{Clearance, KitReason};

/// A refusal says why; a clearance has no reason to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    pub status: Clearance,
    pub reason: Option<KitReason>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomplete {
    Status,
    Reason,
}

/// The decision that a form makes; a reason left over from an earlier choice says nothing of a clearance.
pub fn decision(status: Option<Clearance>, reason: Option<KitReason>) -> Result<Decision, Incomplete> {
    match (status, reason) {
        (None, _) => Err(Incomplete::Status),
        (Some(Clearance::Cleared), _) => Ok(Decision { status: Clearance::Cleared, reason: None }),
        (Some(Clearance::Refused), None) => Err(Incomplete::Reason),
        (Some(Clearance::Refused), reason) => Ok(Decision { status: Clearance::Refused, reason }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_why_and_a_clearance_does_not() {
        let cleared = Decision { status: Clearance::Cleared, reason: None };
        let refused = |reason| Decision { status: Clearance::Refused, reason: Some(reason) };
        for (status, reason, expected) in [
            (None, None, Err(Incomplete::Status)),
            (None, Some(KitReason::Room), Err(Incomplete::Status)),
            (Some(Clearance::Cleared), None, Ok(cleared)),
            (Some(Clearance::Cleared), Some(KitReason::Tools), Ok(cleared)),
            (Some(Clearance::Refused), None, Err(Incomplete::Reason)),
            (Some(Clearance::Refused), Some(KitReason::Tools), Ok(refused(KitReason::Tools))),
        ] {
            assert_eq!(decision(status, reason), expected, "{status:?} {reason:?}");
        }
    }
}
