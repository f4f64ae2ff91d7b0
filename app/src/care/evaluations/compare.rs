//! Two evaluations beside each other: the sections that do not say the same.

use super::model::{Section, Stored};

/// A section with what it said and what it says. Empty on one side when it was not written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    pub section: Section,
    pub before: &'a str,
    pub after: &'a str,
}

/// What changed from one evaluation to the next, in the order of the form.
#[must_use]
pub fn changes<'a>(before: &'a Stored, after: &'a Stored) -> Vec<Change<'a>> {
    Section::ALL
        .iter()
        .map(|section| Change { section: *section, before: before.text(*section), after: after.text(*section) })
        .filter(|change| change.before != change.after)
        .collect()
}
