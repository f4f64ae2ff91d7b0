//! What the unit's page asks, on both engines.

use chrono::TimeDelta;

use super::{rules, store};
use crate::care::identity::HeldNumber;
use crate::kit::ids::{FacilityId, UserId};
use crate::oversight::fixture::{Unit, at, id, now, on_both_engines, today};

fn here() -> FacilityId {
    FacilityId(id("here"))
}

on_both_engines! {
    async fn caseloads_count_open_patients_and_their_reviews(engine) {
        let unit = Unit::new(engine).await;
        let rows = store::caseloads(&mut unit.care().await, here(), None, (today(), today() + TimeDelta::days(14))).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.lead.as_str(), row.patients, row.with_plan, row.reviews_late, row.reviews_due)).collect();
        assert_eq!(told, [("Ana A", 2, 2, 1, 1), ("Ben B", 1, 0, 0, 0)]);
    }

    async fn a_held_session_waits_for_its_signature(engine) {
        let unit = Unit::new(engine).await;
        let rows = store::unsigned(&mut unit.care().await, here(), None, (now(), now() - TimeDelta::hours(24))).await.unwrap();
        // Not Monday's, which is signed, nor the declined one, nor tomorrow's; Tuesday's is more than a day old.
        let told: Vec<_> = rows.iter().map(|row| (row.lead.as_str(), row.sessions, row.late, row.oldest)).collect();
        assert_eq!(told, [("Ana A", 2, 1, at("2026-11-17T10:00:00Z"))]);
    }

    async fn the_longest_overdue_review_comes_first(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let soon = today() + TimeDelta::days(14);
        let rows = store::reviews(&mut tx, here(), None, soon, (50, 0)).await.unwrap();
        assert_eq!(rows.into_iter().map(|row| row.number).collect::<Vec<_>>(), ["A-1", "A-2"].map(HeldNumber::of));
        assert_eq!(store::reviews(&mut tx, here(), None, soon, (1, 1)).await.unwrap()[0].number, HeldNumber::of("A-2"));
    }

    async fn every_list_can_be_one_practitioners(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let (ana, ben) = (Some(UserId(id("ana"))), Some(UserId(id("ben"))));
        let days = (today(), today() + TimeDelta::days(14));
        assert_eq!(store::caseloads(&mut tx, here(), ben, days).await.unwrap().len(), 1);
        assert_eq!(store::waiting(&mut tx, here(), ana, now(), (50, 0)).await.unwrap().len(), 2);
        assert_eq!(store::waiting(&mut tx, here(), ana, now(), (50, 1)).await.unwrap().len(), 1);
        assert!(store::waiting(&mut tx, here(), ben, now(), (50, 0)).await.unwrap().is_empty());
        assert!(store::reviews(&mut tx, here(), ben, days.1, (50, 0)).await.unwrap().is_empty());
        assert!(store::to_cosign(&mut tx, here(), None).await.unwrap().is_empty());
        assert!(store::goals(&mut tx, here(), ben).await.unwrap().is_empty());
    }

    async fn goals_count_by_their_last_rating(engine) {
        let unit = Unit::new(engine).await;
        let goals = store::goals(&mut unit.care().await, here(), None).await.unwrap();
        // The goal that the new version dropped is not counted; the rating on the same day that came later is the last.
        let told: Vec<_> = goals.iter().map(|goal| (goal.description.as_str(), goal.earlier, goal.previous, goal.level)).collect();
        assert!(told.contains(&("Writes a letter", None, Some(1), Some(-1))), "{told:?}");
        let counts: Vec<_> = rules::by_level(&goals).into_iter().map(|(level, count)| (level, count.goals)).collect();
        assert_eq!(counts, [(None, 1), (Some(-1), 1), (Some(0), 1)]);
        let slipping = rules::slipping(&goals, &[], &[], today() - TimeDelta::days(28));
        let told: Vec<_> = slipping.iter().map(|one| (one.number.clone(), one.slips.clone())).collect();
        assert_eq!(told, [(HeldNumber::of("A-1"), vec![rules::Slip::Lower { goal: "Writes a letter".to_owned(), from: 1, to: -1 }])]);
    }
}
