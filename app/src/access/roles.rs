//! Sides, roles and the signed-in user. A user belongs to exactly one side, and a role exists on one side only; the database
//! holds both.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::factor::Standing;
use crate::i18n::Lang;
use crate::kit::ids::{FacilityId, UserId, WingId};
use crate::text_enum;

pub use crate::kit::db::Side;

text_enum! {
    /// The roles of access.md, by their own names.
    pub enum Role label "role" {
        /// OTP: plans, treats, records and signs.
        Practitioner = "practitioner",
        /// OHS: other health staff of the facility.
        Clinician = "clinician",
        /// REV: reviews for the prison health department.
        Reviewer = "reviewer",
        /// HEAD of the health department.
        Head = "head",
        /// CC: correctional coordinator.
        Coordinator = "coordinator",
        /// CO: correctional officer of some wings.
        Officer = "officer",
        /// ASR: assessor of the violent-extremism compartment.
        Assessor = "assessor",
        /// ADM.
        Administrator = "administrator",
        /// AUD.
        Auditor = "auditor",
    }
}

impl Role {
    #[must_use]
    pub const fn side(self) -> Side {
        match self {
            Self::Practitioner | Self::Clinician | Self::Reviewer | Self::Head => Side::Care,
            Self::Coordinator | Self::Officer | Self::Assessor => Side::Custody,
            Self::Administrator | Self::Auditor => Side::System,
        }
    }
}

impl Side {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Care => "care",
            Self::Custody => "custody",
            Self::System => "system",
            // Nobody belongs to it, and the database lets nobody.
            Self::Proof => "proof",
        }
    }

    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.as_str() == code)
    }
}

/// A role and where it holds: everywhere on its side when no facility is named, in the whole facility when no wing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    pub role: Role,
    pub facility: Option<FacilityId>,
    pub wing: Option<WingId>,
}

/// A facility as the signed-in user's pages need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub id: FacilityId,
    pub code: String,
    pub name: String,
    pub zone: Tz,
}

/// The signed-in user.
#[derive(Debug, Clone)]
pub struct Actor {
    pub id: UserId,
    pub username: String,
    pub name: String,
    pub profession: String,
    pub side: Side,
    pub lang: Lang,
    /// The password was given by somebody else: nothing else can be done before it is changed.
    pub must_change_password: bool,
    pub grants: Vec<Grant>,
    /// The facilities in reach, by name; for roles without a facility, all of them.
    pub places: Vec<Place>,
    /// Which of them the pages are about now; none before any facility exists.
    pub here: Option<usize>,
    /// The user has broken the glass somewhere, and it closes by itself at this moment.
    pub glass_until: Option<DateTime<Utc>>,
    /// The same of a record that was opened for a stated reason.
    pub reason_until: Option<DateTime<Utc>>,
    /// What has been asked of the user to prove who he is, and what was given.
    pub standing: Standing,
}

impl Actor {
    /// The facility that the pages are about.
    #[must_use]
    pub fn place(&self) -> Option<&Place> {
        self.places.get(self.here?)
    }

    /// The role named in access rows and frozen into signatures: the first held at this place.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        let here = self.place().map(|place| place.id);
        self.grants
            .iter()
            .find(|grant| grant.facility.is_none() || grant.facility == here)
            .or_else(|| self.grants.first())
            .map(|grant| grant.role)
    }

    /// When the last of what the user has opened closes by itself.
    #[must_use]
    pub fn opened_until(&self) -> Option<DateTime<Utc>> {
        self.glass_until.max(self.reason_until)
    }

    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role)
    }

    /// The wings of `facility` that an officer may see: `None` means all of them.
    #[must_use]
    pub fn wings(&self, facility: FacilityId) -> Option<Vec<WingId>> {
        let here = self.grants.iter().filter(|grant| grant.facility.is_none_or(|held| held == facility));
        let mut wings = Vec::new();
        for grant in here {
            match grant.wing {
                None => return None,
                Some(wing) => wings.push(wing),
            }
        }
        Some(wings)
    }

    /// The zone of the place, UTC before there is one.
    #[must_use]
    pub fn zone(&self) -> Tz {
        self.place().map_or(chrono_tz::UTC, |place| place.zone)
    }
}
