//! Who has moved to another facility stays on the lists of the days that he was here, so that paper and screen can be compared.
//! Where he lives now is the other facility's to know, and nothing that the old one shows leads to a page that it may not open.

use std::collections::BTreeSet;

use app::kit::clock::Clock;
use app::kit::db::Engine;
use app::routes::routes;
use reqwest::StatusCode;

use crate::canary::{addresses, visit_everything};
use crate::harness::{Browser, TestApp, TestDatabase};

const MARKER: &str = "ELSEWHERE";

/// Everybody of the first facility is another's by now, in a wing and a cell that are named like the marker.
const MOVED: &str = "update custody_wing set code = 'ELSEWHERE', name = 'ELSEWHERE' where code = '1';
    update custody_person set cell = 'ELSEWHERE', wing_id = (select id from custody_wing where code = 'ELSEWHERE'),
      facility_id = (select facility_id from custody_wing where code = 'ELSEWHERE')
    where facility_id = (select id from custody_facility where code = 'DUB');";

/// Links of the pages that stand in the route table as they are, which lead to a refusal.
async fn refused_links(browser: &Browser) -> Vec<String> {
    let pages = routes().1.into_iter().map(|route| route.path).filter(|path| !path.contains('{'));
    let (mut asked, mut found) = (BTreeSet::new(), Vec::new());
    for path in pages.collect::<BTreeSet<_>>() {
        let page = browser.get(path).await;
        if page.status != StatusCode::OK {
            continue;
        }
        let leads = page.body.replace("action=\"", "");
        for link in addresses(&leads).into_iter().filter(|link| link != "/sign-out" && asked.insert(link.clone())) {
            let status = browser.get(&link).await.status;
            if matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND) {
                found.push(format!("{path} leads to {link}: {status}"));
            }
        }
    }
    assert!(asked.len() > 20, "{asked:?}");
    found
}

/// Both engines run the same statements; one of them is asked.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_somebody_lives_now_is_not_the_old_facilitys_to_know() {
    let db = TestDatabase::demo(Engine::Sqlite).await;
    db.as_owner(MOVED).await.unwrap();
    let app = TestApp::start(db, Clock::System).await;
    let mut found = Vec::new();
    for user in ["coordinator", "officer"] {
        let browser = app.user(user).await;
        let marks = |text: &str| text.find(MARKER);
        assert!(visit_everything(&browser, user, &mut found, &marks).await > 10);
        found.extend(refused_links(&browser).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
