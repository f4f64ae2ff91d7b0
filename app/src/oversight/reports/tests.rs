//! What is counted once, what two versions differ in, and that what is kept can be proved.

use uuid::Uuid;

use super::facts::{Count, Fact, count};
use super::model::{Body, Line, Section, Unit, changes, hash};
use crate::kit::ids::PersonId;

fn fact(code: &str, person: u128, item: u128) -> Fact {
    Fact { code: code.to_owned(), person_id: PersonId(Uuid::from_u128(person)), item_id: Uuid::from_u128(item) }
}

#[test]
fn a_session_of_many_is_one_and_each_decline_is_ones_own() {
    let facts = [fact("a", 1, 10), fact("a", 2, 10), fact("a", 2, 11), fact("b", 1, 12)];
    let (sessions, declines) = (count(&facts, false), count(&facts, true));
    assert_eq!(sessions["a"], Count { number: 2, persons: 2 });
    assert_eq!(declines["a"], Count { number: 3, persons: 2 });
    assert_eq!(sessions["b"], Count { number: 1, persons: 1 });
}

fn body(lines: &[(&str, [Option<i64>; 2])]) -> Body {
    let line =
        |(label, figures): &(&str, [Option<i64>; 2])| Line { label: (*label).to_owned(), figures: figures.to_vec() };
    let columns = vec!["2026-10".to_owned(), "2026-09".to_owned()];
    let lines = lines.iter().map(line).collect();
    Body { sections: vec![Section { code: "declines".to_owned(), unit: Unit::Count, columns, lines }] }
}

#[test]
fn two_versions_differ_in_what_was_corrected_and_nothing_else() {
    let before = body(&[("tired", [Some(7), Some(9)]), ("pain", [None, Some(6)])]);
    let after = body(&[("tired", [Some(8), Some(9)]), ("pain", [None, Some(6)]), ("conflict", [Some(5), Some(0)])]);
    let found: Vec<_> = changes(&before, &after)
        .into_iter()
        .map(|change| (change.label, change.column, change.before, change.after))
        .collect();
    assert_eq!(
        found,
        [
            ("tired".to_owned(), "2026-10".to_owned(), Some(7), Some(8)),
            ("conflict".to_owned(), "2026-10".to_owned(), Some(0), Some(5)),
        ]
    );
    assert!(changes(&before, &before).is_empty());
}

#[test]
fn what_is_kept_reads_as_it_was_written() {
    let held = body(&[("tired", [Some(7), None])]);
    assert_eq!(Body::read(&held.text()), Some(held.clone()));
    assert_ne!(hash(&held.text()), hash(&body(&[("tired", [Some(8), None])]).text()));
}
