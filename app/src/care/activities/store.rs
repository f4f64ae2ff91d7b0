//! The library, as questions to the database.

use super::model::Activity;
use crate::kit::db::{CareTx, DbError};
use crate::sql_all;

/// The whole library in its own order; it is a short list.
pub async fn all(tx: &mut CareTx) -> Result<Vec<Activity>, DbError> {
    sql_all!(
        tx,
        Activity,
        "select code, kind, area, title_en, title_sq, title_sr, purpose_en, purpose_sq, purpose_sr
         from care_activity order by position, code"
    )
}
