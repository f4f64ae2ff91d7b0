//! Ladders and scores from the rows of both engines.

use chrono::NaiveDate;

use super::{rules, store};
use crate::kit::ids::PersonId;
use crate::oversight::fixture::{Unit, ZONE, at, id, now, on_both_engines};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

on_both_engines! {
    async fn a_goal_goes_on_through_the_versions_of_the_plan(engine) {
        let unit = Unit::new(engine).await;
        let mut tx = unit.care().await;
        let agim = PersonId(id("agim"));
        let plans = store::plans(&mut tx, agim).await.unwrap();
        let goals = store::goals(&mut tx, agim).await.unwrap();
        let ratings = crate::care::goals::ratings(&mut tx, agim).await.unwrap();
        assert_eq!(rules::latest(&plans).map(|plan| plan.version_no), Some(2));
        let ladders = rules::ladders(&plans, &goals, &ratings, ZONE);
        let told: Vec<_> = ladders
            .iter()
            .map(|ladder| (ladder.description.as_str(), ladder.current, ladder.points.iter().map(|(point, _)| (point.date, point.level)).collect::<Vec<_>>()))
            .collect();
        assert_eq!(told, [
            // As the second version words it, from its baseline on the day the first took effect.
            ("Cooks a meal", true, vec![(day(9, 7), -2), (day(10, 1), -1), (day(11, 10), 0)]),
            ("Writes a letter", true, vec![(day(11, 2), -1), (day(11, 12), 1), (day(11, 12), -1)]),
            // Stated by the first version only.
            ("Reads", false, vec![(day(9, 7), -1), (day(10, 2), 1)]),
        ]);
        let score = rules::attainment(&ladders).unwrap();
        // Weights 6 and 1, levels −2 and −1, then 0 and −1.
        assert_eq!((format!("{:.2}", score.baseline.value), format!("{:.2}", score.now.value)), ("29.60".to_owned(), "48.43".to_owned()));
    }

    async fn what_became_of_the_days(engine) {
        let unit = Unit::new(engine).await;
        let (from, to) = (at("2026-11-16T00:00:00Z"), now());
        let of = async |name: &str| {
            let rows = store::bookings(&mut unit.care().await, PersonId(id(name)), from, to).await.unwrap();
            rules::days(&rows, ZONE).iter().map(|day| (day.date, day.parts.attended > 0, day.parts.custody > 0)).collect::<Vec<_>>()
        };
        // Wednesday is not recorded; Thursday is still ahead.
        assert_eq!(of("agim").await, [(day(11, 16), true, false), (day(11, 17), true, false), (day(11, 18), false, false)]);
        assert_eq!(of("cene").await.iter().map(|(_, attended, custody)| (*attended, *custody)).collect::<Vec<_>>(), [(false, true)]);
    }
}

#[test]
fn without_goals_there_is_no_score() {
    assert_eq!(rules::attainment(&[]), None);
    assert!(rules::latest(&[]).is_none());
}
