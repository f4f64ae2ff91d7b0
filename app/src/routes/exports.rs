//! The lists as files: each stands at the address of its page with `.csv` or `.xlsx` behind it, and needs what the page needs.

use crate::access::policy::Permission as P;
use crate::web::Routes;
use crate::{admin, care, custody, oversight};

macro_rules! files {
    ($routes:expr, $($path:literal, $needs:expr, $handler:expr;)*) => {
        $routes$(.get(concat!($path, ".csv"), $needs, $handler).get(concat!($path, ".xlsx"), $needs, $handler))*
    };
}

pub(super) fn add(routes: Routes) -> Routes {
    files! { routes,
        "/board", P::BoardRead, custody::slots::pages::file::board;
        "/board/week", P::BoardRead, custody::slots::pages::file::week;
        "/kits", P::KitRead, custody::kits::pages::file::list;
        "/notices", P::NoticeRead, custody::notices::file::list;
        "/regime-actions", P::RegimeActionRead, custody::regime_actions::file::list;
        "/transfers", P::MovePerson, custody::transfers::pages::file::list;
        "/tools/register", P::ToolRegister, custody::tools::pages::register::file;
        "/patients", P::PatientList, care::patients::pages::file::caseload;
        "/referrals", P::ReferralRead, care::referrals::pages::file::list;
        "/activities", P::ActivityRead, care::activities::pages::file::list;
        "/schedule", P::SessionRecord, care::sessions::pages::file::schedule;
        "/users", P::UserManage, admin::users::file::list;
        "/hours", P::HoursRead, oversight::hours::pages::file;
        "/custody-hours", P::CustodyHours, custody::hours::pages::file;
        "/reports/{id}/table", P::ReportRead, oversight::reports::pages::file;
        "/access-log", P::AccessLogRead, oversight::access_log::file;
    }
}
