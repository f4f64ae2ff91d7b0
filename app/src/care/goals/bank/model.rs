//! A goal of the bank.

use crate::care::goals::Ladder;
use crate::care::plans::Area;
use crate::kit::ids::{BankGoalId, FacilityId};

/// A text to adapt.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct BankGoal {
    pub id: BankGoalId,
    /// `None` for what came with Ergon.
    pub facility_id: Option<FacilityId>,
    pub area: Area,
    /// The code of the language that it is written in.
    pub language: String,
    pub description: String,
    #[sqlx(flatten)]
    pub ladder: Ladder,
    pub retired: bool,
    pub version: i32,
}

/// A goal of the bank as a list to choose from names it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct BankTitle {
    pub id: BankGoalId,
    pub area: Area,
    pub description: String,
}

/// What a form says of a goal of the bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankText {
    pub area: Area,
    pub language: String,
    pub description: String,
    pub ladder: Ladder,
}
