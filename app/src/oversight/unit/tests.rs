//! What the unit's page asks, on both engines.

use chrono::TimeDelta;

use super::store;
use crate::kit::ids::FacilityId;
use crate::oversight::fixture::{Unit, at, id, now, on_both_engines, today};

fn here() -> FacilityId {
    FacilityId(id("here"))
}

on_both_engines! {
    async fn caseloads_count_open_patients_and_their_reviews(engine) {
        let unit = Unit::new(engine).await;
        let rows = store::caseloads(&mut unit.care().await, here(), today(), today() + TimeDelta::days(14)).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.lead.as_str(), row.patients, row.with_plan, row.reviews_late, row.reviews_due)).collect();
        assert_eq!(told, [("Ana A", 2, 2, 1, 1), ("Ben B", 1, 0, 0, 0)]);
    }

    async fn a_held_session_waits_for_its_signature(engine) {
        let unit = Unit::new(engine).await;
        let rows = store::unsigned(&mut unit.care().await, here(), now(), now() - TimeDelta::hours(24)).await.unwrap();
        // Not Monday's, which is signed, nor the declined one, nor tomorrow's; Tuesday's is more than a day old.
        let told: Vec<_> = rows.iter().map(|row| (row.lead.as_str(), row.sessions, row.late, row.oldest)).collect();
        assert_eq!(told, [("Ana A", 2, 1, at("2026-11-17T10:00:00Z"))]);
    }

    async fn the_longest_overdue_review_comes_first(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let soon = today() + TimeDelta::days(14);
        let rows = store::reviews(&mut tx, here(), soon, (50, 0)).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.prison_number.as_str()).collect::<Vec<_>>(), ["A-1", "A-2"]);
        assert_eq!(store::reviews(&mut tx, here(), soon, (1, 1)).await.unwrap()[0].prison_number, "A-2");
    }

    async fn goals_count_by_their_last_rating(engine) {
        let unit = Unit::new(engine).await;
        let mut rows = store::goals_by_level(&mut unit.care().await, here()).await.unwrap();
        rows.sort_by_key(|row| row.level);
        // The goal that the new version dropped is not counted; the rating on the same day that came later is the last.
        assert_eq!(rows.iter().map(|row| (row.level, row.goals)).collect::<Vec<_>>(), [(None, 1), (Some(-1), 1), (Some(0), 1)]);
    }

    async fn a_goal_slips_when_its_last_rating_is_lower(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let rows = store::slipping(&mut tx, here(), today() - TimeDelta::days(28), 8).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.prison_number.as_str(), row.description.as_str(), row.previous, row.level)).collect();
        assert_eq!(told, [("A-1", "Writes a letter", 1, -1)]);
        assert!(store::slipping(&mut tx, here(), today(), 8).await.unwrap().is_empty());
    }
}
