//! A result in words: what the note says that is signed with it.

use super::definition::{Definition, Item, say};
use super::model::number;
use super::rules::{Answers, Score, band};
use crate::care::notes::NotePart;
use crate::i18n::Lang;

/// The parts of the note, in the author's language; the answers in the language that the patient was asked in.
#[must_use]
pub fn account(
    lang: Lang,
    definition: &Definition,
    answers: &Answers,
    (score, language, comment): (Score, &str, &str),
) -> Vec<NotePart> {
    let named = format!("{} ({} {})", definition.title(lang), definition.code, definition.version);
    [
        ("measures-part-measure", named),
        ("measures-part-score", score_text(lang, definition, score)),
        ("measures-part-answers", answers_text(lang, definition, answers, language)),
        ("measures-part-comment", comment.to_owned()),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| NotePart { key: key.to_owned(), text })
    .collect()
}

/// A score in the measure's own way of writing, with what it means.
#[must_use]
pub fn score_words(lang: Lang, definition: &Definition, milli: i32) -> String {
    let figure = lang.decimal(number(milli), definition.places);
    let of = format!("{figure} / {}", lang.decimal(f64::from(definition.most), 0));
    let level = definition.answers.iter().find(|answer| definition.scoring.is_none() && answer.value * 1000 == milli);
    let meaning = band(definition, milli).map(|band| &band.text).or(level.map(|answer| &answer.text));
    meaning.map_or_else(|| of.clone(), |texts| format!("{of}, {}", say(texts, lang)))
}

fn score_text(lang: Lang, definition: &Definition, score: Score) -> String {
    let first = score_words(lang, definition, score.first);
    match (score.second, definition.slots.as_slice()) {
        (Some(second), [a, b]) => {
            format!(
                "{}: {first}\n{}: {}",
                say(&a.text, lang),
                say(&b.text, lang),
                score_words(lang, definition, second)
            )
        }
        _ => first,
    }
}

/// Each item with its answer, in the language in which the patient was asked.
fn answers_text(lang: Lang, definition: &Definition, answers: &Answers, language: &str) -> String {
    let asked_in = Lang::from_code(language).unwrap_or(lang);
    let line = |item: &Item| {
        let value = answers.get(&item.code)?;
        let answer = definition.answers.iter().find(|answer| answer.value == *value)?;
        Some(format!("{}: {} ({value})", say(&item.text, asked_in), say(&answer.text, asked_in)))
    };
    definition.items.iter().filter_map(line).collect::<Vec<_>>().join("\n")
}
