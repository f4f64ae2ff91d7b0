//! Facilities and wings that are there already, looked up once for the whole file.

use std::collections::HashMap;

use super::row::Row;
use crate::i18n::Msg;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, WingId};
use crate::sql_all;

#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KnownFacility {
    pub id: FacilityId,
    pub code: String,
    pub name: String,
    pub kind: String,
    pub time_zone: String,
    pub language: String,
}

#[derive(Debug, Default)]
pub struct Known {
    facilities: HashMap<String, KnownFacility>,
    wings: HashMap<(FacilityId, String), WingId>,
}

impl Known {
    pub async fn load(tx: &mut impl HasConn) -> Result<Self, DbError> {
        let facilities =
            sql_all!(tx, KnownFacility, "select id, code, name, kind, time_zone, language from custody_facility")?;
        let wings = sql_all!(tx, (WingId, FacilityId, String), "select id, facility_id, code from custody_wing")?;
        Ok(Self {
            facilities: facilities.into_iter().map(|facility| (facility.code.to_lowercase(), facility)).collect(),
            wings: wings.into_iter().map(|(id, facility, code)| ((facility, code.to_lowercase()), id)).collect(),
        })
    }

    pub fn by_code(&self, code: &str) -> Option<&KnownFacility> {
        self.facilities.get(&code.to_lowercase())
    }

    pub fn has_wing(&self, facility: FacilityId, code: &str) -> bool {
        self.wings.contains_key(&(facility, code.to_lowercase()))
    }

    /// The facility named in the row; a fault when there is none of that code.
    pub fn facility(&self, row: &mut Row<'_>) -> Option<&KnownFacility> {
        let code = row.required("facility");
        let found = self.by_code(&code);
        if found.is_none() && !code.is_empty() {
            row.fault("facility", Msg::new("admin-fault-facility"));
        }
        found
    }

    /// The wing named in the row; `None` when none is named, or none of that code exists, which is a fault.
    pub fn wing(&self, row: &mut Row<'_>, facility: FacilityId) -> Option<WingId> {
        let code = row.get("wing").to_lowercase();
        if code.is_empty() {
            return None;
        }
        let found = self.wings.get(&(facility, code)).copied();
        if found.is_none() {
            row.fault("wing", Msg::new("admin-fault-wing"));
        }
        found
    }
}
