//! What each facility's coordinator has decided about the kits of the library: nearly all are cleared, some wait, one is refused.

use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::KitId;
use app::sql_all;
use chrono::{DateTime, TimeDelta, Utc};

use super::places::Facility;
use super::users::Users;

/// Nothing has been decided about these.
const WAITING: [&str; 2] = ["mural", "papier_mache"];
/// Its hammers and screwdrivers are not wanted anywhere.
const REFUSED: &str = "wood_toys";

/// Whether sessions can be held with an activity.
pub fn is_cleared(code: &str) -> bool {
    code != REFUSED && !WAITING.contains(&code)
}

pub async fn build(tx: &mut Conn, facilities: &[Facility], users: &Users, at: DateTime<Utc>) -> Result<(), DbError> {
    let kits = sql_all!(
        tx,
        (KitId, String),
        "select kit_id, code from care_activity_version where status = 'approved' order by code"
    )?;
    let mut rows = Rows::new(
        "custody_kit_clearance",
        &["kit_id", "facility_id", "status", "reason", "decided_by", "decided_at", "version"],
    );
    for (facility, staff) in facilities.iter().zip(&users.staff) {
        for (n, (kit, code)) in (0..).zip(&kits).filter(|(_, (_, code))| !WAITING.contains(&code.as_str())) {
            let (status, reason) = if code == REFUSED { ("refused", Some("tools")) } else { ("cleared", None) };
            let decided = at + TimeDelta::minutes(3 * n);
            rows.push(cells![*kit, facility.id, status, reason, staff.coordinator.id, decided, 1]);
        }
    }
    rows.insert(tx).await
}
