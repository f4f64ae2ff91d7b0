//! The lists as files: each stands at the address of its page with `.csv` or `.xlsx` behind it, and needs what the page needs.
//! This is the one place where a list gets its files; the test below misses a page that has none and gives no reason.

use crate::access::policy::Permission as P;
use crate::web::Routes;
use crate::{admin, care, custody, oversight, training};

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
        "/unlock", P::UnlockListRead, custody::unlock::pages::file::list;
        "/movements", P::UnlockListRead, custody::lists::pages::file::movements;
        "/lists", P::UnlockListRead, custody::lists::pages::file::register;
        "/escorts", P::EscortPlan, custody::escorts::pages::file::plan;
        "/escorts/today", P::EscortMark, custody::escorts::pages::file::today;
        "/escorts/supply", P::EscortPlan, custody::escorts::pages::file::supply;
        "/lockdowns", P::Lockdown, custody::lockdowns::pages::file::list;
        "/cautions", P::CautionRead, custody::cautions::pages::file::list;
        "/changes", P::PrisonChange, custody::changes::file::list;
        "/outings", P::OutingManage, custody::outings::file::list;
        "/changes/import", P::ImportPrison, custody::imports::file::list;
        "/board/series", P::BoardRead, custody::series::file::list;
        "/regime", P::PlaceManage, custody::places::pages::file::regime;
        "/rooms", P::PlaceManage, custody::places::pages::file::rooms;
        "/closures", P::PlaceManage, custody::places::pages::file::closures;
        "/refer", P::CustodyRefer, custody::referrals::pages::file;
        "/tools", P::ToolCount, custody::tools::pages::day_file::file;
        "/tools/register", P::ToolRegister, custody::tools::pages::register::file;
        "/patients", P::PatientList, care::patients::pages::file::caseload;
        "/referrals", P::ReferralRead, care::referrals::pages::file::list;
        "/activities", P::ActivityRead, care::activities::pages::file::list;
        "/schedule", P::SessionRecord, care::sessions::pages::file::schedule;
        "/patients/{id}/sessions", P::SessionRead, care::sessions::pages::patient_file::sessions;
        "/patients/{id}/consents", P::ConsentRead, care::consents::pages::file::history;
        "/patients/{id}/notices", P::ConsentRead, care::notices::file::list;
        "/patients/{id}/disclosures", P::DisclosureRead, care::disclosures::file::log;
        "/patients/{id}/measures", P::MeasureRead, care::measures::pages::file::results;
        "/disclosures", P::DisclosureApprove, care::disclosures::file::waiting;
        "/schedule/changes", P::HealthChange, care::changes::file::list;
        "/schedule/places", P::PlaceRead, care::changes::file::rooms;
        "/series", P::SessionRequest, care::series::pages::file::list;
        "/programmes", P::ProgrammeRead, care::programmes::pages::file::list;
        "/goal-bank", P::PlanRead, care::goals::bank::file::list;
        "/transfers/incoming", P::TransferRead, care::transfers::pages::file::inbox;
        "/move-requests", P::SessionRequest, care::moves::file::list;
        "/notes/worklist", P::NoteCosign, care::notes::pages::file::worklist;
        "/supervision", P::SupervisionManage, care::notes::pages::file::supervision;
        "/approvals", P::GrantApprove, admin::approvals::file::list;
        "/import", P::ImportReference, admin::import::listed::list;
        "/reports", P::ReportRead, oversight::reports::file::list;
        "/training", P::TrainingRead, training::pages::file::courses;
        "/training/competence", P::TrainingRead, training::pages::file::competence;
        "/users", P::UserManage, admin::users::file::list;
        "/hours", P::HoursRead, oversight::hours::pages::file;
        "/custody-hours", P::CustodyHours, custody::hours::pages::file;
        "/comments", P::CommentRead, oversight::voice::comments::file::list;
        "/questions", P::QuestionRead, oversight::voice::questions::file::list;
        "/samples", P::SampleRead, oversight::samples::file::list;
        "/samples/{id}/results", P::SampleRead, oversight::samples::file::unit;
        "/samples/{id}/practitioners", P::SamplePractitioners, oversight::samples::file::practitioners;
        "/reports/{id}/table", P::ReportRead, oversight::reports::pages::file;
        "/access-log", P::AccessLogRead, oversight::access_log::file;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use axum::http::Method;

    use crate::web::Needs;

    /// Pages on which something is written, by the last part of their address.
    const FORMS: [&str; 7] = ["new", "edit", "sign", "move", "withdraw", "settings", "catch-up"];

    /// Pages that are no list, or whose list stands elsewhere.
    const NO_FILE: &[(&str, &str)] = &[
        ("/", "leads to the first page of a role"),
        ("/sign-in", "a form"),
        ("/account", "one's own account"),
        ("/account/second-factor", "one's own"),
        ("/account/proof", "a form"),
        ("/users/{id}/second-factor", "a form"),
        ("/account/feeds", "one's own calendars, which are files themselves"),
        ("/today", "a day of the week that /schedule has as a file"),
        ("/unit", "figures, not a list: each leads to the list it counts"),
        ("/backups", "whether there is a good one: the latest few"),
        ("/verification", "what a check found"),
        ("/notes/phrases", "one's own texts"),
        ("/slips", "what slips are to say, before they are printed"),
        ("/lists/{id}/changes", "the sheet of differences of one print"),
        ("/slots/{id}/escort", "one escort"),
        ("/slots/{id}/tools", "one count; the register has them all"),
        ("/patients/{id}/plan", "a document"),
        ("/patients/{id}/plan/compare", "two documents"),
        ("/patients/{id}/evaluation", "a document"),
        ("/patients/{id}/review", "a document"),
        ("/patients/{id}/discharge", "a document"),
        ("/patients/{id}/transfer", "a document"),
        ("/patients/{id}/copy", "the record in words, for the patient"),
        ("/openings", "each is reviewed on its own page; the access log has them as a file"),
        ("/access-log/unusual", "rules and whom they fit; the rows behind them are those of /access-log"),
        ("/patients/{id}/opening", "a form"),
        ("/patients/{id}/looked", "printed for the patient; the record as FHIR has each access"),
        ("/patients/{id}/fhir.json", "a file itself"),
        ("/patients/{id}/notes", "signed documents, which leave whole and with their signatures"),
        ("/patients/{id}/plan/versions/{number}/comments", "what is said beside a document; /comments lists them"),
        ("/patients/{id}/notes/{note}/comments", "what is said beside a document; /comments lists them"),
        ("/reports/so-far", "a report, which has its tables as files once it is given out"),
        ("/reports/{id}/compare", "two reports"),
        ("/training/lineage", "a picture of who trained whom; /training/people has the people"),
        ("/training/own", "one's own certificates"),
        ("/certificates/check", "a form"),
        ("/patients/{id}/progress/report", "a document"),
        ("/patients/{id}/progress", "the patient's story; its lists are those of sessions and measures"),
    ];

    #[test]
    fn every_list_has_its_files_with_the_permission_of_its_page() {
        let gets = super::super::routes().1.into_iter().filter(|route| route.method == Method::GET);
        let table: BTreeMap<&str, Needs> = gets.map(|route| (route.path, route.needs)).collect();
        let of = |page: &str, ending: &str| table.get(format!("{page}.{ending}").as_str()).copied();
        for (path, needs) in &table {
            if let Some(page) = path.strip_suffix(".csv").or_else(|| path.strip_suffix(".xlsx")) {
                // The tables of a report are one thing with it.
                let of_report = page.strip_suffix("/table").is_some_and(|report| table.contains_key(report));
                assert!(table.contains_key(page) || of_report, "{path} is the file of no page");
                continue;
            }
            let last = path.rsplit('/').next().unwrap_or_default();
            if last.starts_with('{') || FORMS.contains(&last) || NO_FILE.iter().any(|(page, _)| page == path) {
                continue;
            }
            for ending in ["csv", "xlsx"] {
                assert_eq!(
                    of(path, ending),
                    Some(*needs),
                    "{path} as {ending}: name it above, or say why it has no file"
                );
            }
        }
        for (path, why) in NO_FILE {
            assert!(table.contains_key(path) && of(path, "csv").is_none(), "{path} ({why}) needs no exception");
        }
    }
}
