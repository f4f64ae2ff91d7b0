//! How rows become an account, and that no rare reason stands alone.

use proptest::prelude::*;
use uuid::Uuid;

use super::store::{Account, RARE, Row};
use crate::kit::ids::PersonId;
use crate::oversight::hours::suppress::LEAST;

fn row(part: i64, why: &str, person: u128, minutes: i64) -> Row {
    Row { part, why: why.to_owned(), person_id: PersonId(Uuid::from_u128(person)), minutes }
}

#[test]
fn each_minute_has_its_place() {
    let rows =
        [row(0, "-offered", 1, 60), row(0, "-health", 2, 60), row(1, "lockdown", 1, 45), row(1, "-ahead", 3, 30)];
    let account = Account::of(&rows, 2);
    let line = |at: usize| {
        let held = &account.weeks[at];
        (held.planned.minutes, held.offered.minutes, held.lost.minutes)
    };
    assert_eq!((line(0), line(1)), ((120, 60, 0), (75, 0, 45)));
    assert_eq!((account.total.planned.minutes, account.total.planned.count()), (195, 3));
}

proptest! {
    #[test]
    fn rare_reasons_stand_together(drawn in proptest::collection::vec((0_usize..6, 0_u128..12), 1..60)) {
        const REASONS: [&str; 6] = ["lockdown", "no_escort", "court", "visit", "work", "other"];
        let rows: Vec<Row> = drawn.iter().map(|(reason, person)| row(0, REASONS[*reason], *person, 60)).collect();
        let account = Account::of(&rows, 1);
        let sum: i64 = account.reasons.iter().map(|(_, sum)| sum.minutes).sum();
        prop_assert_eq!(sum, account.total.lost.minutes);
        // Too few stand in a row only where all of them together are too few, and then the whole is not shown either.
        for (why, sum) in &account.reasons {
            prop_assert!(sum.count() >= LEAST || (why == RARE && account.reasons.len() == 1), "{:?}", account.reasons);
        }
    }
}
