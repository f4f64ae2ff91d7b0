//! What stands on the patient's own copy: few goals, short words, nothing that only a professional understands. It is made
//! from the record, in the language that it is asked for in.

use super::account::Account;
use super::model::Discharge;
use super::plain::{Held, standing};
use crate::care::goals::Level;
use crate::care::plans::Plan;
use crate::i18n::Lang;

/// More goals than this do not fit on one page in large type.
pub const MOST_GOALS: usize = 4;
/// A goal and a step are one or two lines.
pub const LINES: usize = 90;
/// So much of a text of the plan tells it from the others.
const KNOWN_BY: usize = 500;
/// A plan's summary may be as long as a form takes; here it has the space of the plain words.
const WORDS: usize = super::form::PLAIN;
/// Characters that one page holds in the largest type.
const ROOM: usize = 900;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopyGoal {
    pub words: Told,
    pub began: Level,
    pub now: Level,
    pub step: Told,
}

/// A text of the plan, as the copy tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What the plan says: plain words hold for this and nothing else.
    pub said: String,
    /// The plain words that were given for it in the language of the copy; empty when there are none.
    pub given: String,
    /// What stands on the page.
    pub shown: String,
    /// The language of that, where it is known.
    pub written: Option<Lang>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub goals: Vec<CopyGoal>,
    pub attended: i64,
    pub offered: i64,
    pub take_with_me: String,
    pub next: String,
    /// The language of those two texts, where it is known.
    pub words_in: Option<Lang>,
}

/// The summary speaks where there is one, else the plan's own words for the patient. A goal and its step are told in the plain
/// words given for them in the language of the copy; else as they stand in the plan, in the language that its author writes in.
#[must_use]
pub fn copy(
    account: &Account,
    summary: Option<&Discharge>,
    (plan, plan_in): (Option<&Plan>, Option<Lang>),
    (lang, given): (Lang, &[Held]),
) -> Copy {
    let goals = account
        .goals
        .iter()
        .take(MOST_GOALS)
        .map(|course| {
            let goal = &course.goal;
            let own = if goal.patient_words.trim().is_empty() {
                (&goal.description, plan_in)
            } else {
                // The plan asks for the patient's own words in the patient's own language.
                (&goal.patient_words, None)
            };
            CopyGoal {
                words: told(own.0, own.1, (lang, given)),
                began: goal.baseline,
                now: course.now,
                step: told(goal.ladder.step(course.now), plan_in, (lang, given)),
            }
        })
        .collect();
    let hours = account.hours();
    let said = summary.map(|held| &held.text).filter(|text| !text.plain_summary.trim().is_empty());
    let (take_with_me, next) = match (said, plan) {
        (Some(text), _) => (text.plain_summary.as_str(), text.plain_next.as_str()),
        (None, Some(plan)) => (plan.terms.summary.as_str(), ""),
        (None, None) => ("", ""),
    };
    Copy {
        goals,
        attended: hours.attended,
        offered: hours.offered,
        take_with_me: shortened(take_with_me, WORDS),
        next: shortened(next, WORDS),
        words_in: said.map_or(plan_in.filter(|_| plan.is_some()), |text| Lang::from_code(&text.plain_language)),
    }
}

/// A text of the plan as plain words are kept for it: on one line, and no longer than is needed to know it again.
#[must_use]
pub fn known_by(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(KNOWN_BY).collect()
}

fn told(text: &str, written: Option<Lang>, (lang, given): (Lang, &[Held])) -> Told {
    let said = known_by(text);
    let plain = standing(given, &said);
    let (shown, written) = if plain.is_empty() { (text, written) } else { (plain, Some(lang)) };
    Told { said, given: plain.to_owned(), shown: shortened(shown, LINES), written }
}

impl Copy {
    /// Every text of the plan on it: of each goal what it says, then the step.
    pub fn texts(&self) -> impl Iterator<Item = &Told> {
        self.goals.iter().flat_map(|goal| [&goal.words, &goal.step])
    }

    /// The languages of what the copy holds that are not its own.
    #[must_use]
    pub fn foreign(&self, lang: Lang) -> Vec<Lang> {
        let words = self.words_in.filter(|_| !self.take_with_me.is_empty() || !self.next.is_empty());
        let goals = self.texts().filter_map(|told| told.written);
        let mut others: Vec<Lang> = Vec::new();
        for written in words.into_iter().chain(goals).filter(|written| *written != lang) {
            if !others.contains(&written) {
                others.push(written);
            }
        }
        others
    }

    /// Whether so much was written that the page needs smaller type to stay one page.
    #[must_use]
    pub fn is_full(&self) -> bool {
        let goals = self.goals.iter().map(|goal| goal.words.shown.chars().count() + goal.step.shown.chars().count());
        let words = self.take_with_me.chars().count() + self.next.chars().count();
        goals.sum::<usize>() + words > ROOM
    }
}

/// The language of the copy: the one asked for, else that of its words, else the person's own.
#[must_use]
pub fn language(asked: Option<&str>, summary: Option<&Discharge>, spoken: &str, reader: Lang) -> Lang {
    let written = summary.and_then(|held| Lang::from_code(&held.text.plain_language));
    asked.and_then(Lang::from_code).or(written).or_else(|| Lang::from_code(spoken)).unwrap_or(reader)
}

/// At most so many characters, cut between words; lines flow together, since empty ones would take the page.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let kept: String = text.chars().take(most).collect();
    let whole = kept.rsplit_once(char::is_whitespace).map_or(kept.as_str(), |(words, _)| words);
    format!("{} …", whole.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::discharges::model::{DischargeReason, DischargeText};
    use crate::kit::ids::DischargeId;
    use chrono::NaiveDate;

    #[test]
    fn long_texts_end_between_words() {
        assert_eq!(shortened("Cooks soup, bread and tea", 13), "Cooks soup …");
        assert_eq!(shortened(" Cooks\n\nsoup ", 13), "Cooks soup");
        assert_eq!(shortened("Čokolada-i-žito-bez-razmaka", 5), "Čokol …");
    }

    fn goal(words: Told, step: Told) -> CopyGoal {
        CopyGoal { words, began: Level::START, now: Level::EXPECTED, step }
    }

    fn made(goals: Vec<CopyGoal>, take_with_me: String, words_in: Option<Lang>) -> Copy {
        Copy { goals, attended: 0, offered: 0, take_with_me, next: String::new(), words_in }
    }

    #[test]
    fn a_full_page_is_noticed() {
        let long = || told(&"x".repeat(LINES), None, (Lang::En, &[]));
        let copy = |goals: usize, words: usize| {
            made((0..goals).map(|_| goal(long(), long())).collect(), "x".repeat(words), None)
        };
        let found = [(0, 0), (2, 400), (4, 180), (4, 181)].map(|(goals, words)| copy(goals, words).is_full());
        assert_eq!(found, [false, false, false, true]);
    }

    #[test]
    fn what_is_in_another_language_is_named_once() {
        let text = |written| told("x", written, (Lang::Sq, &[]));
        for (goals, take, words_in, plan_in, expected) in [
            (1, "x", Some(Lang::En), Some(Lang::En), vec![Lang::En]),
            (2, "x", Some(Lang::Sr), Some(Lang::En), vec![Lang::Sr, Lang::En]),
            (1, "x", Some(Lang::Sq), Some(Lang::En), vec![Lang::En]),
            (1, "", Some(Lang::En), Some(Lang::Sq), vec![]),
            (0, "x", Some(Lang::En), Some(Lang::Sr), vec![Lang::En]),
            (1, "x", None, None, vec![]),
        ] {
            let goals = (0..goals).map(|_| goal(text(None), text(plan_in))).collect();
            assert_eq!(made(goals, take.to_owned(), words_in).foreign(Lang::Sq), expected);
        }
    }

    #[test]
    fn plain_words_stand_for_the_text_that_they_were_given_for() {
        let given = |said: &str, words: &str| Held {
            said: said.to_owned(),
            words: words.to_owned(),
            by: String::new(),
            at: chrono::DateTime::UNIX_EPOCH,
        };
        let held = [
            given("Cooks soup", "Gatuan"),
            given("Cooks soup", "Gatuan supë"),
            given("Bakes", "Pjek"),
            given("Bakes", ""),
        ];
        for (text, shown, written) in [
            ("Cooks\n soup", "Gatuan supë", Some(Lang::Sq)),
            ("Cooks soup and tea", "Cooks soup and tea", Some(Lang::En)),
            ("Bakes", "Bakes", Some(Lang::En)),
        ] {
            let told = told(text, Some(Lang::En), (Lang::Sq, &held));
            assert_eq!((told.shown.as_str(), told.written), (shown, written));
        }
    }

    #[test]
    fn the_copy_is_in_the_patients_language() {
        let held = Discharge {
            id: DischargeId(uuid::Uuid::nil()),
            text: DischargeText {
                discharged_on: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
                reason: Some(DischargeReason::Released),
                course: String::new(),
                recommendations: String::new(),
                patient_view: String::new(),
                plain_summary: "Kuvaš sam.".to_owned(),
                plain_next: String::new(),
                plain_language: "sr".to_owned(),
            },
            note_id: None,
            signed_at: None,
            version: 1,
        };
        for (asked, summary, spoken, expected) in [
            (Some("en"), Some(&held), "sq", Lang::En),
            (None, Some(&held), "sq", Lang::Sr),
            (None, None, "sq", Lang::Sq),
            (Some("xx"), None, "tr", Lang::En),
        ] {
            assert_eq!(language(asked, summary, spoken, Lang::En), expected);
        }
    }
}
