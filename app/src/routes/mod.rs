//! Every path of Ergon and the permission it needs, one file for each part of the house. Nothing else builds addresses.

mod account;
mod admin;
mod admission;
mod care;
mod consents;
mod custody;
mod escorts;
mod exchange;
mod exports;
mod feeds;
mod kits;
mod leaving;
mod library;
mod lists;
mod measures;
mod moves;
mod notes;
mod openings;
mod oversight;
mod places;
mod programmes;
mod review;
mod series;
mod tools;
mod training;
mod voice;

use axum::Router;

pub use account::*;
pub use admin::*;
pub use admission::*;
pub use care::*;
pub use consents::*;
pub use custody::*;
pub use escorts::*;
pub use exchange::*;
pub use feeds::*;
pub use kits::*;
pub use leaving::*;
pub use library::*;
pub use lists::*;
pub use measures::*;
pub use moves::*;
pub use notes::*;
pub use openings::*;
pub use oversight::*;
pub use places::*;
pub use programmes::*;
pub use review::*;
pub use series::*;
pub use tools::*;
pub use training::*;
pub use voice::*;

use crate::access::policy::Permission as P;
use crate::web::{AppState, Ctx, RouteInfo, Routes};

/// One entry of the navigation, shown to those who hold the permission.
#[derive(Debug, Clone, Copy)]
pub struct NavItem {
    pub path: &'static str,
    pub key: &'static str,
    needs: P,
}

/// In the order of the header; the first that a user may see is their first page.
const NAVIGATION: &[NavItem] = &[
    // First of all for those who review: the unit.
    NavItem { path: UNIT, key: "oversight-nav-unit", needs: P::UnitRead },
    // Care. 'Today' is for those who treat.
    NavItem { path: TODAY, key: "sessions-nav-today", needs: P::SessionRecord },
    NavItem { path: PATIENTS, key: "patients-nav", needs: P::PatientList },
    NavItem { path: NOTES_WORKLIST, key: "notes-nav", needs: P::NoteCosign },
    NavItem { path: REFERRALS, key: "referrals-nav", needs: P::ReferralRead },
    NavItem { path: HOURS, key: "hours-nav", needs: P::HoursRead },
    NavItem { path: REPORTS, key: "reports-nav", needs: P::ReportRead },
    NavItem { path: SCHEDULE, key: "sessions-nav-schedule", needs: P::SessionRecord },
    NavItem { path: ACTIVITIES, key: "sessions-activities", needs: P::ActivityRead },
    NavItem { path: MEASURE_SETTINGS, key: "measures-title", needs: P::MeasureManage },
    NavItem { path: PROGRAMMES, key: "programmes-title", needs: P::ProgrammeWrite },
    NavItem { path: DISCLOSURES, key: "disclosures-nav", needs: P::DisclosureApprove },
    NavItem { path: OPENINGS, key: "openings-nav", needs: P::OpeningReview },
    NavItem { path: GOAL_BANK, key: "bank-nav", needs: P::PlanWrite },
    NavItem { path: SUPERVISION, key: "notes-nav-supervision", needs: P::SupervisionManage },
    NavItem { path: TRAINING, key: "training-title", needs: P::TrainingManage },
    // Custody.
    NavItem { path: BOARD, key: "custody-nav-board", needs: P::BoardRead },
    NavItem { path: REGIME_ACTIONS, key: "regime-nav", needs: P::RegimeActionRead },
    NavItem { path: UNLOCK, key: "custody-nav-unlock", needs: P::UnlockListRead },
    NavItem { path: ESCORTS, key: "escorts-title", needs: P::EscortPlan },
    NavItem { path: REFER, key: "refer-nav", needs: P::CustodyRefer },
    NavItem { path: NOTICES, key: "notices-nav", needs: P::NoticeRead },
    NavItem { path: CHANGES, key: "changes-title", needs: P::PrisonChange },
    NavItem { path: REGIME, key: "places-nav", needs: P::PlaceManage },
    NavItem { path: CAUTIONS, key: "cautions-title", needs: P::CautionRead },
    NavItem { path: KITS, key: "kits-title", needs: P::KitRead },
    NavItem { path: TOOLS, key: "tools-title", needs: P::ToolCount },
    NavItem { path: MOVES, key: "moves-nav", needs: P::MovePerson },
    // Oversight.
    NavItem { path: ACCESS_LOG, key: "oversight-access-log", needs: P::AccessLogRead },
    NavItem { path: TOOL_REGISTER, key: "tools-register", needs: P::ToolRegister },
    NavItem { path: TRAINING, key: "training-title", needs: P::AccessLogRead },
    NavItem { path: VERIFICATION, key: "oversight-nav-verification", needs: P::AccessLogRead },
    // Administration.
    NavItem { path: IMPORT, key: "admin-nav-import", needs: P::ImportReference },
    NavItem { path: USERS, key: "admin-nav-users", needs: P::UserManage },
    NavItem { path: APPROVALS, key: "admin-nav-approvals", needs: P::GrantApprove },
];

pub fn navigation(ctx: &Ctx) -> impl Iterator<Item = &'static NavItem> {
    NAVIGATION.iter().filter(|item| ctx.may(item.needs))
}

/// What stands in the bar of somebody who has more than a bar holds; the rest is one menu.
const DAILY: &[&str] = &[
    UNIT,
    TODAY,
    PATIENTS,
    NOTES_WORKLIST,
    REFERRALS,
    SCHEDULE,
    PROGRAMMES,
    BOARD,
    UNLOCK,
    ESCORTS,
    NOTICES,
    CHANGES,
    TOOLS,
    ACCESS_LOG,
];
/// So many entries fit into one line of a small screen's bar.
const IN_A_BAR: usize = 7;

/// The entries of the bar, and those of the menu beside it.
#[must_use]
pub fn bar_and_more(ctx: &Ctx) -> (Vec<&'static NavItem>, Vec<&'static NavItem>) {
    let items: Vec<_> = navigation(ctx).collect();
    if items.len() <= IN_A_BAR {
        return (items, Vec::new());
    }
    items.into_iter().partition(|item| DAILY.contains(&item.path))
}

/// The router and the table of what it serves.
pub fn routes() -> (Router<AppState>, Vec<RouteInfo>) {
    [
        account::add,
        admission::add,
        care::add,
        consents::add,
        measures::add,
        custody::add,
        escorts::add,
        exchange::add,
        exports::add,
        feeds::add,
        kits::add,
        library::add,
        lists::add,
        leaving::add,
        moves::add,
        notes::add,
        openings::add,
        oversight::add,
        places::add,
        programmes::add,
        admin::add,
        review::add,
        series::add,
        tools::add,
        training::add,
        voice::add,
    ]
    .into_iter()
    .fold(Routes::default(), |routes, part| part(routes))
    .finish()
}
