//! Who may do what: the matrix of access.md as data, and one pure function over it. Nothing else in Ergon asks about roles.
//!
//! Deny by default: a role that a permission does not name is refused, and so is a subject outside the role's reach.

mod matrix;
mod permission;

pub use matrix::MATRIX;
pub use permission::Permission;

use super::roles::{Actor, Grant, Role, Side};
use crate::kit::ids::{FacilityId, WingId};
use crate::text_enum;

/// How far a role reaches with a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everything in the facilities of the grant.
    Facility,
    /// Only the wings of the grant.
    OwnWings,
    /// Only what is about the user.
    Own,
    /// Patients whose team the user belongs to; others of the facility only with the glass broken.
    TreatingOrGlass,
    /// Only patients for whom a reason has been stated that still holds.
    Reason,
    /// Whatever the grant's facilities are: the permission is about no facility.
    Everywhere,
}

use Permission as P;
use Reach::{OwnWings, Reason, TreatingOrGlass};
use Role::{Clinician, Head, Reviewer};

text_enum! {
    /// Why a request was refused.
    pub enum Denied label "denied" {
        NotYourSide = "not_your_side",
        NotYourFacility = "not_your_facility",
        NotYourWing = "not_your_wing",
        NotTreating = "not_treating",
        NotYourOwn = "not_your_own",
        /// Nobody changes his own account or roles as an administrator would.
        NotYourself = "not_yourself",
        RoleNotEnough = "role_not_enough",
        /// It opens to whoever states a reason.
        NeedsReason = "needs_reason",
        /// It opens to whoever breaks the glass.
        NeedsBreakGlass = "needs_break_glass",
    }
}

impl Denied {
    /// What the user may do about it: the kind of opening that would have let him in.
    #[must_use]
    pub const fn remedy(self) -> Option<Opening> {
        match self {
            Self::NeedsReason => Some(Opening::Reason),
            Self::NeedsBreakGlass => Some(Opening::BreakGlass),
            _ => None,
        }
    }
}

text_enum! {
    /// How a record was opened that is closed to its reader without more.
    pub enum Opening label "opening" {
        /// For a stated reason.
        Reason = "reason",
        /// Past the rule that only those who treat read it; the head reviews each.
        BreakGlass = "break_glass",
    }
}

/// Who may open in which way.
const OPENS: &[(Role, Opening)] = &[
    (Clinician, Opening::BreakGlass),
    (Reviewer, Opening::BreakGlass),
    (Reviewer, Opening::Reason),
    (Head, Opening::Reason),
];

/// Whether a role of the user may open records in this way.
#[must_use]
pub fn may_open(actor: &Actor, opening: Opening) -> bool {
    OPENS.iter().any(|(role, held)| *held == opening && actor.has(*role))
}

/// What is true of the thing asked for. The gate finds these facts in the same transaction as the thing itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    pub facility: Option<FacilityId>,
    pub wing: Option<WingId>,
    /// The user belongs to the team that treats the patient.
    pub treating: bool,
    /// The thing is the user's own.
    pub own: bool,
    /// It is the record of one patient, which can be opened for that patient.
    pub of_patient: bool,
    /// What the user has opened of that patient and not closed since.
    pub opened: Option<Opening>,
}

/// The roles that a permission names.
#[must_use]
pub fn holders(permission: Permission) -> &'static [(Role, Reach)] {
    MATRIX.iter().find(|(listed, _)| *listed == permission).map_or(&[], |(_, roles)| roles)
}

/// Whether any role of the user is named for the permission at all, whatever the subject: for routes.
#[must_use]
pub fn holds(actor: &Actor, permission: Permission) -> bool {
    permission == P::OwnAccount || holders(permission).iter().any(|(role, _)| actor.has(*role))
}

/// As [`holds`], without stating a reason first: for navigation, and for what a page shows besides.
#[must_use]
pub fn holds_outright(actor: &Actor, permission: Permission) -> bool {
    permission == P::OwnAccount || holders(permission).iter().any(|(role, reach)| *reach != Reason && actor.has(*role))
}

/// What care's permissions lead to that is about no patient: the library, staff and their training, rooms, and reports that hold sums.
const OF_NO_PATIENT: &[Permission] =
    &[P::ActivityRead, P::SupervisionManage, P::GrantApprove, P::TrainingRead, P::PlaceRead, P::ReportRead];

/// Whether a file that this permission opens may hold a patient's data. A new permission of care's does, unless it is named above.
#[must_use]
pub fn tells_of_patients(permission: Permission) -> bool {
    holders(permission).iter().any(|(role, _)| role.side() == Side::Care) && !OF_NO_PATIENT.contains(&permission)
}

/// Whether what this permission writes decides who may come in, and how.
#[must_use]
pub const fn changes_users(permission: Permission) -> bool {
    matches!(permission, P::UserManage | P::GrantApprove | P::SettingManage)
}

/// The decision. `Ok` means allowed; the refusal says the nearest reason.
pub fn decide(actor: &Actor, permission: Permission, facts: &Facts) -> Result<(), Denied> {
    if permission == P::OwnAccount {
        return if facts.own { Ok(()) } else { Err(Denied::NotYourOwn) };
    }
    let named = holders(permission);
    if !named.iter().any(|(role, _)| role.side() == actor.side) {
        return Err(Denied::NotYourSide);
    }
    let mut nearest = Denied::RoleNotEnough;
    for grant in &actor.grants {
        let Some((_, reach)) = named.iter().find(|(role, _)| *role == grant.role) else { continue };
        match within(grant, *reach, facts) {
            Ok(()) => return Ok(()),
            Err(denied) => nearest = denied,
        }
    }
    Err(nearest)
}

fn within(grant: &Grant, reach: Reach, facts: &Facts) -> Result<(), Denied> {
    if reach == Reach::Everywhere {
        return Ok(());
    }
    if reach == Reach::Own {
        return if facts.own { Ok(()) } else { Err(Denied::NotYourOwn) };
    }
    if grant.facility.is_some() && grant.facility != facts.facility {
        return Err(Denied::NotYourFacility);
    }
    match reach {
        // What is about no single patient cannot be opened for one.
        Reason | TreatingOrGlass if !facts.of_patient && !facts.treating => Err(Denied::RoleNotEnough),
        Reason if facts.opened.is_none() => Err(Denied::NeedsReason),
        TreatingOrGlass if !facts.treating && facts.opened != Some(Opening::BreakGlass) => Err(Denied::NeedsBreakGlass),
        OwnWings if grant.wing.is_some() && grant.wing != facts.wing => Err(Denied::NotYourWing),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
