//! Each page runs the same number of statements whatever the number of rows: no page asks once for each line of a list.

use app::kit::db::Engine;

use crate::harness::{TestApp, TestDatabase, statements_of_page};

/// The pages that lists grow on, and who opens them.
const PAGES: [(&str, &str); 44] = [
    ("practitioner", "/today"),
    ("practitioner", "/patients?sort=name&page=1"),
    ("practitioner", "/schedule"),
    ("practitioner", "/referrals?status=all"),
    ("practitioner", "/activities"),
    ("practitioner", "/programmes"),
    ("coordinator", "/kits"),
    ("practitioner", "/notes/worklist"),
    ("trainee", "/notes/worklist"),
    ("head", "/supervision"),
    ("reviewer", "/patients?q=7K3M"),
    ("reviewer", "/unit"),
    ("reviewer", "/unit?show=slipping"),
    ("reviewer", "/unit?show=notes"),
    ("reviewer", "/comments?show=all"),
    ("reviewer", "/questions?whose=unit&show=all"),
    ("reviewer", "/samples"),
    ("coordinator", "/board"),
    ("coordinator", "/board/week"),
    ("practitioner", "/move-requests"),
    ("coordinator", "/unlock"),
    ("coordinator", "/refer"),
    ("coordinator", "/notices"),
    ("coordinator", "/regime"),
    ("coordinator", "/closures"),
    ("coordinator", "/rooms"),
    ("coordinator", "/cautions"),
    ("coordinator", "/changes"),
    ("coordinator", "/outings"),
    ("practitioner", "/schedule/changes"),
    ("practitioner", "/schedule/places"),
    ("head", "/disclosures"),
    ("head", "/training"),
    ("head", "/training/people"),
    ("auditor", "/training/competence"),
    ("coordinator", "/training/staff"),
    ("administrator", "/users"),
    ("auditor", "/access-log"),
    ("practitioner", "/hours?by=patient"),
    ("head", "/hours?by=programme"),
    ("coordinator", "/custody-hours"),
    ("head", "/reports"),
    ("auditor", "/access-log/unusual"),
    ("head", "/openings"),
];

async fn first_patient(app: &TestApp) -> String {
    let page = app.user("practitioner").await.get("/patients").await.body;
    page.split("href=\"/patients/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '/', '?']).next())
        .find(|id| id.len() == 36)
        .unwrap()
        .to_owned()
}

async fn counts(patients: usize) -> Vec<(String, u64)> {
    let app =
        TestApp::start(TestDatabase::demo_of(Engine::Sqlite, patients).await, app::kit::clock::Clock::System).await;
    let mut found = Vec::new();
    for (user, path) in PAGES {
        found.push((path.to_owned(), statements_of_page(&app.user(user).await, path).await));
    }
    let id = first_patient(&app).await;
    for tab in [
        "",
        "/evaluation",
        "/plan",
        "/sessions",
        "/notes",
        "/progress",
        "/measures",
        "/consents",
        "/notices",
        "/disclosures",
    ] {
        let path = format!("/patients/{id}{tab}");
        found.push((format!("/patients/:id{tab}"), statements_of_page(&app.user("practitioner").await, &path).await));
    }
    found
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_page_asks_once_for_each_row() {
    let (few, many) = (counts(24).await, counts(96).await);
    assert_eq!(few, many);
    for (path, statements) in many {
        assert!(statements <= 24, "{path} runs {statements} statements");
    }
}
