//! The closed list of notices, and how each is said.

use chrono::{DateTime, NaiveDate, Utc};
use leptos::prelude::*;

use super::rules::{Standing, standing};
use crate::custody::people::{Presence, list_name};
use crate::i18n::Lang;
use crate::kit::ids::{NoticeId, PersonId};
use crate::kit::local_time::clock_text;
use crate::kit::spoken::SpokenLanguage;
use crate::kit::ui::{Tone, tag};
use crate::text_enum;

text_enum! {
    /// Everything that care can tell custody about how to go with a person.
    pub enum NoticeKind label "notice-kind" {
        EscortSlowly = "escort_slowly",
        GroundFloor = "ground_floor",
        SeatedOnly = "seated_only",
        MayNeedBreaks = "may_need_breaks",
        NotBefore = "not_before",
        SmallGroup = "small_group",
        NoToolsOfClass = "no_tools_of_class",
        Interpreter = "interpreter",
        HearingOrGlasses = "hearing_or_glasses",
        MaterialInCell = "material_in_cell",
        AskBeforeMoving = "ask_before_moving",
        CallHealth = "call_health",
    }
}

text_enum! {
    /// What a tool could be used for, by the worst of it.
    pub enum ToolClass label "notice-tool-class" {
        Blunt = "blunt",
        Pointed = "pointed",
        Sharp = "sharp",
        Heat = "heat",
        Chemical = "chemical",
        Ligature = "ligature",
        Electronic = "electronic",
    }
}

/// What a notice says: the kind, and the one thing that some kinds need besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Terms {
    pub kind: NoticeKind,
    /// Minutes after midnight for `NotBefore`; people for `SmallGroup`.
    pub number: Option<i32>,
    pub tool_class: Option<ToolClass>,
    pub language: Option<SpokenLanguage>,
}

impl Terms {
    /// The notice in a few words, for a tag and for a printed cell.
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match (self.kind, self.number, self.tool_class, self.language) {
            (NoticeKind::NotBefore, Some(minute), ..) => {
                lang.t_with("notices-not-before", &[("time", clock_text(minute).into())])
            }
            (NoticeKind::SmallGroup, Some(people), ..) => lang.t_with("notices-small-group", &[("n", people.into())]),
            (NoticeKind::NoToolsOfClass, _, Some(class), _) => {
                lang.t_with("notices-no-tools", &[("class", class.label(lang).into())])
            }
            (NoticeKind::Interpreter, .., Some(language)) => {
                lang.t_with("notices-interpreter", &[("language", language.label(lang).into())])
            }
            _ => self.kind.label(lang).into_owned(),
        }
    }
}

/// A notice about one of the people on a list.
#[derive(Debug, Clone, Copy, sqlx::FromRow)]
pub struct NoticeOf {
    pub person_id: PersonId,
    #[sqlx(flatten)]
    pub terms: Terms,
}

/// A notice as custody's own list shows it.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct ListedNotice {
    pub id: NoticeId,
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
    pub presence: Presence,
    #[sqlx(flatten)]
    pub terms: Terms,
    pub starts_on: NaiveDate,
    pub expires_on: NaiveDate,
    pub sharing_agreed: bool,
    pub acknowledged_at: Option<DateTime<Utc>>,
    pub acknowledged_by: Option<String>,
}

impl ListedNotice {
    #[must_use]
    pub fn name(&self) -> String {
        list_name(&self.family_name, &self.given_name)
    }
}

/// Until when a notice holds, with a word where that is soon or over.
#[must_use]
pub fn standing_view(lang: Lang, expires_on: NaiveDate, ended_on: Option<NaiveDate>, today: NaiveDate) -> AnyView {
    let word = match standing(expires_on, ended_on, today) {
        Standing::Live => None,
        Standing::Lapsing { days } => Some(tag(Tone::Warn, lang.t_with("notices-lapses", &[("n", days.into())]))),
        Standing::Lapsed => Some(tag(Tone::Plain, lang.t("notices-lapsed"))),
        Standing::Ended => Some(tag(Tone::Plain, lang.t("notices-ended"))),
    };
    view! { {lang.date(ended_on.unwrap_or(expires_on))} " " {word} }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_says_what_it_needs_and_no_more() {
        let terms = |kind| Terms { kind, number: None, tool_class: None, language: None };
        for (terms, words) in [
            (Terms { number: Some(570), ..terms(NoticeKind::NotBefore) }, "Not before 09:30"),
            (Terms { number: Some(4), ..terms(NoticeKind::SmallGroup) }, "In a group of at most 4"),
            (
                Terms { tool_class: Some(ToolClass::Sharp), ..terms(NoticeKind::NoToolsOfClass) },
                "No tools of this class: sharp",
            ),
            (
                Terms { language: Some(SpokenLanguage::Turkish), ..terms(NoticeKind::Interpreter) },
                "Interpreter: Turkish",
            ),
            (terms(NoticeKind::SeatedOnly), "Seated only"),
        ] {
            assert_eq!(terms.words(Lang::En), words);
        }
    }
}
