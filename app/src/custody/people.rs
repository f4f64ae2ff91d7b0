//! What custody knows of a person that a list must say: the name with number and cell, alerts, whom to keep apart, and the
//! notices that health has given. The
//! reasons behind an alert or a pair are read by nothing here.

use std::collections::HashMap;

use leptos::prelude::*;

use crate::custody::notices::{NoticeOf, Terms};
use crate::i18n::Lang;
use crate::kit::ids::PersonId;
use crate::kit::ui::{Tone, tag};
use crate::text_enum;

text_enum! {
    /// What an officer must know before he opens a door.
    pub enum AlertKind label "alert" {
        OneToOneUnlock = "one_to_one_unlock",
        EscapeList = "escape_list",
        AssaultRiskStaff = "assault_risk_staff",
        AssaultRiskPrisoners = "assault_risk_prisoners",
        TwoOfficers = "two_officers",
    }
}

text_enum! {
    /// Whether the person is in the facility at all.
    pub enum Presence label "presence" {
        Present = "present",
        Court = "court",
        Hospital = "hospital",
        Transferred = "transferred",
        Released = "released",
    }
}

/// `FAMILY, Given`, as prison lists write names; number and cell always stand beside it.
#[must_use]
pub fn list_name(family: &str, given: &str) -> String {
    format!("{}, {given}", family.to_uppercase())
}

/// Wing and cell. Where cells are numbered with their wing's letter, it is not said twice.
#[must_use]
pub fn housing(wing: Option<&str>, cell: &str) -> String {
    match wing {
        Some(wing) if !cell.starts_with(wing) => format!("{wing}-{cell}"),
        _ => cell.to_owned(),
    }
}

/// The word for somebody who is not on the wing; where exactly is not a list's business.
#[must_use]
pub const fn absence_key(presence: Presence) -> Option<&'static str> {
    match presence {
        Presence::Present => None,
        Presence::Court | Presence::Hospital => Some("custody-absent"),
        Presence::Transferred | Presence::Released => Some("custody-gone"),
    }
}

#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct AlertOf {
    pub person_id: PersonId,
    pub kind: AlertKind,
}

/// One half of a pair: this person is kept apart from the one with that number.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ApartFrom {
    pub person_id: PersonId,
    pub prison_number: String,
}

/// Alerts, keep-apart numbers and notices of the people on one page, by person.
#[derive(Debug, Clone, Default)]
pub struct Cautions {
    alerts: HashMap<PersonId, Vec<AlertKind>>,
    apart: HashMap<PersonId, Vec<String>>,
    notices: HashMap<PersonId, Vec<Terms>>,
}

impl Cautions {
    #[must_use]
    pub fn new(alerts: Vec<AlertOf>, apart: Vec<ApartFrom>) -> Self {
        let mut cautions = Self::default();
        for alert in alerts {
            let held = cautions.alerts.entry(alert.person_id).or_default();
            if !held.contains(&alert.kind) {
                held.push(alert.kind);
            }
        }
        for pair in apart {
            let held = cautions.apart.entry(pair.person_id).or_default();
            if !held.contains(&pair.prison_number) {
                held.push(pair.prison_number);
            }
        }
        cautions
    }

    /// Adds what health has told about the same people.
    #[must_use]
    pub fn with_notices(mut self, notices: Vec<NoticeOf>) -> Self {
        for notice in notices {
            self.notices.entry(notice.person_id).or_default().push(notice.terms);
        }
        self
    }

    #[must_use]
    pub fn notices(&self, person: PersonId) -> &[Terms] {
        self.notices.get(&person).map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn alerts(&self, person: PersonId) -> &[AlertKind] {
        self.alerts.get(&person).map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn apart_from(&self, person: PersonId) -> &[String] {
        self.apart.get(&person).map_or(&[], Vec::as_slice)
    }

    /// Everything in words, for a cell of a printed list.
    #[must_use]
    pub fn in_words(&self, person: PersonId, lang: Lang) -> Vec<String> {
        let alerts = self.alerts(person).iter().map(|kind| kind.label(lang).into_owned());
        let notices = self.notices(person).iter().map(|terms| terms.words(lang));
        alerts.chain(self.apart_words(person, lang)).chain(notices).collect()
    }

    /// Everything as tags, for the screen; nothing when there is nothing.
    #[must_use]
    pub fn tags(&self, person: PersonId, lang: Lang) -> AnyView {
        let mut tags: Vec<AnyView> = self.alerts(person).iter().map(|kind| tag(Tone::Warn, kind.label(lang))).collect();
        tags.extend(self.apart_words(person, lang).map(|words| tag(Tone::Bad, words)));
        tags.extend(self.notices(person).iter().map(|terms| tag(Tone::Calm, terms.words(lang))));
        if tags.is_empty() {
            return ().into_any();
        }
        view! { <p class="tags">{tags}</p> }.into_any()
    }

    fn apart_words(&self, person: PersonId, lang: Lang) -> Option<String> {
        let numbers = self.apart_from(person);
        (!numbers.is_empty()).then(|| lang.t_with("custody-keep-apart", &[("numbers", numbers.join(", ").into())]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_on_prison_lists() {
        assert_eq!(list_name("Çelaj", "Ëndrit"), "ÇELAJ, Ëndrit");
        assert_eq!(list_name("Đokić-Šarić", "Žarko"), "ĐOKIĆ-ŠARIĆ, Žarko");
    }

    #[test]
    fn housing_names_the_wing_once() {
        assert_eq!(housing(Some("C"), "2-14"), "C-2-14");
        assert_eq!(housing(Some("C"), "C2-14"), "C2-14");
        assert_eq!(housing(None, "14"), "14");
    }

    #[test]
    fn cautions_are_gathered_by_person_and_said_once() {
        let person = |n| PersonId(uuid::Uuid::from_u128(n));
        let alert = |n, kind| AlertOf { person_id: person(n), kind };
        let apart = |n, number: &str| ApartFrom { person_id: person(n), prison_number: number.to_owned() };
        let cautions = Cautions::new(
            vec![alert(1, AlertKind::EscapeList), alert(1, AlertKind::EscapeList), alert(2, AlertKind::TwoOfficers)],
            vec![apart(1, "A-2"), apart(1, "A-3"), apart(1, "A-2")],
        );
        assert_eq!(cautions.alerts(person(1)), [AlertKind::EscapeList]);
        assert_eq!(cautions.in_words(person(1), Lang::En), ["Escape list", "Keep apart: A-2, A-3"]);
        assert_eq!(cautions.in_words(person(3), Lang::En), Vec::<String>::new());
    }
}
