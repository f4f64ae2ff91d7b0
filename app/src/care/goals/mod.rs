//! Goals and how far they have been attained. A goal has a ladder of five steps, what is expected at 0; ratings place the
//! patient on it from time to time and are never changed. A goal that a new plan version restates keeps its thread, and
//! with it its ratings. The scores follow Kiresuk and Sherman (1968).
//!
//! [`ladder`] says what keeps a ladder from being rated honestly; [`bank`] holds texts to adapt.

pub mod bank;
pub mod ladder;
pub mod model;
pub mod pages;
pub mod rules;
pub(crate) mod store;

pub use model::{ExpressedBy, Goal, GoalAttainment, Ladder, Level, NewRating, Rating, TScore, Term};
pub use store::{active_goals, add_rating, goals_of_plan, latest_levels, ratings};
