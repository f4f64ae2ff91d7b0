//! Plain words for the texts of a plan: which stand for a text, and what becomes of those that are sent late. Pure.

use chrono::{DateTime, Utc};

/// Plain words as they were typed for a text of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    pub said: String,
    pub words: String,
}

/// Plain words that are kept, in one language, with who gave them.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Held {
    pub said: String,
    pub words: String,
    pub by: String,
    pub at: DateTime<Utc>,
}

/// The words that stand for a text: the last that were given; none when there are none, or when they were taken away.
#[must_use]
pub fn standing<'a>(held: &'a [Held], said: &str) -> &'a str {
    held.iter().rfind(|held| held.said == said).map_or("", |held| held.words.as_str())
}

/// What becomes of words that were typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate<'a> {
    /// They stand there already, or the form was sent with what it came with.
    Nothing,
    Kept,
    /// Somebody else has given these since the form was made.
    Theirs(&'a str),
    /// The plan says something else now: nobody would see them.
    Gone,
}

/// Held against what the plan says now and what was kept; `seen` of that was there when the form was made.
#[must_use]
pub fn fate<'a>(typed: &Given, texts: &[&str], (held, seen): (&'a [Held], usize)) -> Fate<'a> {
    let now = standing(held, &typed.said);
    let before = standing(held.get(..seen).unwrap_or(held), &typed.said);
    if typed.words == now || typed.words == before {
        Fate::Nothing
    } else if !texts.contains(&typed.said.as_str()) {
        Fate::Gone
    } else if now != before {
        Fate::Theirs(now)
    } else {
        Fate::Kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(said: &str, words: &str) -> Held {
        Held { said: said.to_owned(), words: words.to_owned(), by: String::new(), at: DateTime::UNIX_EPOCH }
    }

    #[test]
    fn words_that_come_late_replace_nobody_elses() {
        let kept = [held("Cooks", "Gatuan"), held("Bakes", "Pjek"), held("Cooks", "Gatuan supë")];
        for (said, words, seen, expected) in [
            ("Cooks", "Gatuan supë", 3, Fate::Nothing),
            ("Cooks", "Gatuan vetë", 3, Fate::Kept),
            ("Cooks", "", 3, Fate::Kept),
            ("Cooks", "Gatuan", 1, Fate::Nothing),
            ("Cooks", "Gatuan vetë", 1, Fate::Theirs("Gatuan supë")),
            ("Cooks", "Gatuan supë", 1, Fate::Nothing),
            ("Bakes", "Pjek bukë", 1, Fate::Theirs("Pjek")),
            ("Bakes", "Pjek bukë", 2, Fate::Kept),
            ("Bakes", "Pjek bukë", 99, Fate::Kept),
            ("Sews", "Qep", 3, Fate::Gone),
            ("Sews", "", 3, Fate::Nothing),
        ] {
            let typed = Given { said: said.to_owned(), words: words.to_owned() };
            assert_eq!(fate(&typed, &["Cooks", "Bakes"], (&kept, seen)), expected, "{said}: {words} after {seen}");
        }
    }
}
