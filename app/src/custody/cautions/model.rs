//! A pair of people to keep apart, and an alert about one.

use chrono::NaiveDate;

use crate::custody::people::{AlertKind, housing, list_name};
use crate::kit::ids::{AlertId, KeepApartId};

/// Somebody as lists write him.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Named {
    pub family_name: String,
    pub given_name: String,
    pub prison_number: String,
    pub wing: Option<String>,
    pub cell: String,
}

impl Named {
    #[must_use]
    pub fn name(&self) -> String {
        list_name(&self.family_name, &self.given_name)
    }

    /// Number and housing.
    #[must_use]
    pub fn place(&self) -> String {
        let housing = housing(self.wing.as_deref(), &self.cell);
        if housing.is_empty() { self.prison_number.clone() } else { format!("{} · {housing}", self.prison_number) }
    }
}

/// From when to when it holds, when it is looked at again, and why it was set.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Term {
    pub starts_on: NaiveDate,
    pub ends_on: Option<NaiveDate>,
    pub review_on: Option<NaiveDate>,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Alert {
    pub id: AlertId,
    #[sqlx(flatten)]
    pub person: Named,
    pub kind: AlertKind,
    #[sqlx(flatten)]
    pub term: Term,
    pub version: i32,
}

#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Pair {
    pub id: KeepApartId,
    #[sqlx(flatten)]
    pub person: Named,
    pub other_family_name: String,
    pub other_given_name: String,
    pub other_number: String,
    pub other_wing: Option<String>,
    pub other_cell: String,
    #[sqlx(flatten)]
    pub term: Term,
    pub version: i32,
}

impl Pair {
    #[must_use]
    pub fn other(&self) -> Named {
        Named {
            family_name: self.other_family_name.clone(),
            given_name: self.other_given_name.clone(),
            prison_number: self.other_number.clone(),
            wing: self.other_wing.clone(),
            cell: self.other_cell.clone(),
        }
    }
}

/// Which of them a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Live,
    /// Live, and to be looked at within [`super::rules::REVIEWS_AHEAD`].
    Due,
    Past,
}
