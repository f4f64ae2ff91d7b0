//! Facilities, wings and people that are there already, looked up once for the whole file.

use std::collections::HashMap;

use super::file::Sheet;
use super::row::Row;
use crate::custody::people::{Presence, housing};
use crate::i18n::Msg;
use crate::kit::db::{DbError, HasConn};
use crate::kit::ids::{FacilityId, PersonId, WingId};
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

impl KnownFacility {
    /// The zone in which the facility's clocks run.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.time_zone.parse().unwrap_or(chrono_tz::UTC)
    }
}

/// Somebody who is in the record.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct KnownPerson {
    pub id: PersonId,
    pub prison_number: String,
    pub presence: Presence,
    pub wing_id: Option<WingId>,
    pub cell: String,
}

/// People by facility and number in lower case.
pub type KnownPeople = HashMap<(FacilityId, String), KnownPerson>;

#[derive(Debug, Default)]
pub struct Known {
    facilities: HashMap<String, KnownFacility>,
    wings: HashMap<(FacilityId, String), WingId>,
    wing_codes: HashMap<WingId, String>,
    buildings: HashMap<WingId, String>,
    /// The one facility that may be named; any when there is none.
    only: Option<FacilityId>,
}

impl Known {
    pub async fn load(tx: &mut impl HasConn, only: Option<FacilityId>) -> Result<Self, DbError> {
        let facilities =
            sql_all!(tx, KnownFacility, "select id, code, name, kind, time_zone, language from custody_facility")?;
        let wings = sql_all!(
            tx,
            (WingId, FacilityId, String, String),
            "select id, facility_id, code, building from custody_wing"
        )?;
        let wing_codes = wings.iter().map(|(id, _, code, _)| (*id, code.clone())).collect();
        let buildings = wings.iter().map(|(id, .., building)| (*id, building.clone())).collect();
        Ok(Self {
            wing_codes,
            buildings,
            only,
            facilities: facilities.into_iter().map(|facility| (facility.code.to_lowercase(), facility)).collect(),
            wings: wings.into_iter().map(|(id, facility, code, _)| ((facility, code.to_lowercase()), id)).collect(),
        })
    }

    pub fn by_code(&self, code: &str) -> Option<&KnownFacility> {
        self.facilities.get(&code.to_lowercase())
    }

    pub fn by_id(&self, id: FacilityId) -> Option<&KnownFacility> {
        self.facilities.values().find(|facility| facility.id == id)
    }

    /// A wing by its code, with the building in which it is.
    pub fn wing_named(&self, facility: FacilityId, code: &str) -> Option<(WingId, &str)> {
        let id = *self.wings.get(&(facility, code.to_lowercase()))?;
        Some((id, self.buildings.get(&id).map_or("", String::as_str)))
    }

    /// The facility named in the row; a fault when there is none of that code.
    pub fn facility(&self, row: &mut Row<'_>) -> Option<&KnownFacility> {
        let code = row.required("facility");
        let found = self.by_code(&code);
        if found.is_none() && !code.is_empty() {
            row.fault("facility", Msg::new("admin-fault-facility"));
        }
        if let (Some(held), Some(only)) = (found, self.only)
            && held.id != only
        {
            row.fault("facility", Msg::new("admin-fault-not-yours"));
        }
        found
    }

    /// Wing and cell as lists write them.
    pub fn housing(&self, wing: Option<WingId>, cell: &str) -> String {
        housing(wing.and_then(|wing| self.wing_codes.get(&wing)).map(String::as_str), cell)
    }

    /// Everybody of the facilities that a file names.
    pub async fn people(&self, tx: &mut impl HasConn, sheet: &Sheet) -> Result<KnownPeople, DbError> {
        let mut found = KnownPeople::new();
        for facility in self.named(sheet) {
            let people = sql_all!(
                tx,
                KnownPerson,
                "select id, prison_number, presence, wing_id, cell from custody_person where facility_id = $1",
                facility
            )?;
            found.extend(people.into_iter().map(|held| ((facility, held.prison_number.to_lowercase()), held)));
        }
        Ok(found)
    }

    /// The facilities that a file names, each once.
    pub fn named(&self, sheet: &Sheet) -> Vec<FacilityId> {
        let column = sheet.columns.iter().position(|column| column == "facility");
        let codes = sheet.rows.iter().filter_map(|row| row.values.get(column?));
        let mut facilities: Vec<FacilityId> =
            codes.filter_map(|code| self.by_code(code)).map(|facility| facility.id).collect();
        facilities.sort_unstable();
        facilities.dedup();
        facilities
    }

    /// Whose number stands in a column. Somebody unknown is told of and left out: the prison's own system knows people of whom
    /// Ergon has not heard yet.
    pub fn person<'a>(
        &self,
        row: &mut Row<'_>,
        (facility, column): (FacilityId, &str),
        people: &'a KnownPeople,
    ) -> Option<&'a KnownPerson> {
        let number = row.required(column);
        let found = people.get(&(facility, number.to_lowercase()));
        if found.is_none() && !number.is_empty() {
            row.leave_out(column, Msg::new("admin-fault-nobody"));
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
