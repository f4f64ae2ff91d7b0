//! Whom a page may name. The gate decides it with the admission, from the same policy and in the same transaction; what a page shows of a
//! person's name, number, housing and birth it gets by asking here.

use std::sync::{Arc, Mutex, PoisonError};

use super::policy::{Facts, Permission, decide};
use super::roles::Actor;
use crate::kit::ids::PersonId;

/// Whom this request may name: nobody before the gate has admitted it to something of care, and then the narrowest of what the gate
/// has said.
#[derive(Debug, Clone, Default)]
pub struct Named(Arc<Mutex<Option<Whom>>>);

/// Whom an admission lets be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whom {
    Everybody,
    /// The patients whose record the user has opened and not closed since; under pseudonyms the others.
    Opened(Vec<PersonId>),
}

impl Named {
    pub(super) fn allow(&self, whom: Whom) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !matches!((&*held, &whom), (Some(Whom::Opened(_)), Whom::Everybody)) {
            *held = Some(whom);
        }
    }

    /// Whether this person may be named.
    #[must_use]
    pub fn covers(&self, person: PersonId) -> bool {
        match &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            None => false,
            Some(Whom::Everybody) => true,
            Some(Whom::Opened(people)) => people.contains(&person),
        }
    }
}

/// Whether the user sees names in a facility without stating a reason.
#[must_use]
pub fn outright(actor: &Actor, facts: &Facts) -> bool {
    let facility = facts.facility.or_else(|| actor.place().map(|place| place.id));
    let facts = Facts { facility, of_patient: true, opened: None, ..*facts };
    decide(actor, Permission::NameRead, &facts).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn nobody_is_named_before_the_gate_says_so_and_the_narrowest_word_counts() {
        let [ana, ben] = [1, 2].map(|n| PersonId(Uuid::from_u128(n)));
        let named = Named::default();
        assert!(!named.covers(ana));
        named.allow(Whom::Everybody);
        assert!(named.covers(ana) && named.covers(ben));
        named.allow(Whom::Opened(vec![ana]));
        assert!(named.covers(ana) && !named.covers(ben));
        named.allow(Whom::Everybody);
        assert!(!named.covers(ben), "a second admission of the request widens nothing");
    }
}
