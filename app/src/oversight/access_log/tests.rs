//! The filters and the pages of the access log, on both engines.

use uuid::Uuid;

use super::store::{self, Wanted};
use crate::kit::ids::{PersonId, UserId};
use crate::oversight::fixture::{Unit, at, id, on_both_engines};

fn everything() -> Wanted {
    Wanted {
        user: None,
        person: None,
        role: String::new(),
        permission: String::new(),
        outcome: String::new(),
        from: at("2026-11-16T00:00:00Z"),
        to: at("2026-11-18T00:00:00Z"),
        after: None,
    }
}

fn ids(rows: &[store::EntryRow]) -> Vec<Uuid> {
    rows.iter().map(|row| row.id).collect()
}

/// Two rows of the same moment, the higher id first.
fn same_moment() -> [Uuid; 2] {
    let mut both = [id("e2"), id("e3")];
    both.sort_by(|a, b| b.cmp(a));
    both
}

on_both_engines! {
    async fn rows_come_latest_first_and_page_by_page(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.system().await;
        let [second, third] = same_moment();
        let all = [id("e4"), second, third, id("e1")];
        assert_eq!(ids(&store::entries(&mut tx, &everything(), 50).await.unwrap()), all);
        let mut wanted = everything();
        let mut walked = Vec::new();
        loop {
            let page = store::entries(&mut tx, &wanted, 1).await.unwrap();
            let Some(last) = page.last() else { break };
            walked.push(last.id);
            wanted.after = Some((last.at, last.id));
        }
        assert_eq!(walked, all);
    }

    async fn each_filter_narrows(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.system().await;
        let ben = Some(UserId(id("ben")));
        let agim = Some(PersonId(id("agim")));
        for (wanted, expected) in [
            (Wanted { user: ben, ..everything() }, vec![id("e4"), id("e3")]),
            (Wanted { person: agim, ..everything() }, vec![id("e3"), id("e1")]),
            (Wanted { user: ben, person: agim, ..everything() }, vec![id("e3")]),
            (Wanted { outcome: "denied".to_owned(), ..everything() }, vec![id("e3")]),
            (Wanted { outcome: "denied".to_owned(), person: agim, ..everything() }, vec![id("e3")]),
            (Wanted { role: "clinician".to_owned(), ..everything() }, vec![id("e4")]),
            (Wanted { role: "practitioner".to_owned(), user: ben, ..everything() }, vec![id("e3")]),
            (Wanted { role: "practitioner".to_owned(), user: ben, person: agim, ..everything() }, vec![id("e3")]),
            (Wanted { role: "auditor".to_owned(), ..everything() }, vec![]),
            (Wanted { permission: "session_read".to_owned(), ..everything() }, vec![id("e4")]),
            (Wanted { from: at("2026-11-17T00:00:00Z"), ..everything() }, vec![id("e4")]),
            // Until just before midnight, not a row more.
            (Wanted { to: at("2026-11-16T10:00:00Z"), ..everything() }, vec![id("e1")]),
        ] {
            assert_eq!(ids(&store::entries(&mut tx, &wanted, 50).await.unwrap()), expected, "{wanted:?}");
        }
    }

    async fn a_row_tells_whether_it_is_sealed(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.system().await;
        let rows = store::entries(&mut tx, &everything(), 50).await.unwrap();
        let sealed: Vec<_> = rows.iter().filter_map(|row| Some((row.id, row.seal?))).collect();
        assert_eq!(sealed, [(id("e1"), 1)]);
        assert_eq!(store::user(&mut tx, "ben").await.unwrap(), Some(UserId(id("ben"))));
        assert_eq!(store::user(&mut tx, "be").await.unwrap(), None);
        assert_eq!(store::people(&mut tx).await.unwrap().len(), 4);
    }
}
