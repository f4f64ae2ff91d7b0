//! The walk: every route of the table, as nobody and as each role. A route that names no permission cannot be made; here it
//! is proved that what each one names is what it does.

use app::access::Role;
use app::access::policy::{Permission, holders};
use app::kit::db::Engine;
use app::routes::routes;
use app::web::{Needs, RouteInfo};
use reqwest::{Method, StatusCode};

use crate::harness::{Answer, Browser, TestApp, on_both_engines};

/// The demonstration user of each role.
pub const USERS: [(&str, Role); 8] = [
    ("practitioner", Role::Practitioner),
    ("clinician", Role::Clinician),
    ("reviewer", Role::Reviewer),
    ("head", Role::Head),
    ("coordinator", Role::Coordinator),
    ("officer", Role::Officer),
    ("administrator", Role::Administrator),
    ("auditor", Role::Auditor),
];

/// The route's path with an identifier that belongs to nothing.
fn concrete(route: &RouteInfo) -> String {
    route
        .path
        .split('/')
        .map(|part| if part.starts_with('{') { "018f0000-0000-7000-8000-000000000000" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

async fn ask(browser: &Browser, route: &RouteInfo) -> Answer {
    if route.method == Method::GET {
        browser.get(&concrete(route)).await
    } else {
        browser.post(&concrete(route), &[]).await
    }
}

/// What the matrix says; one's own account is everybody's.
fn may(role: Role, permission: Permission) -> bool {
    permission == Permission::OwnAccount || holders(permission).iter().any(|(held, _)| *held == role)
}

on_both_engines! {
    async fn every_route_keeps_to_its_permission(engine) {
        let app = TestApp::demo(engine).await;
        let (_, table) = routes();
        assert!(table.len() > 30, "the table is read");
        for (name, role) in USERS {
            let browser = app.user(name).await;
            for route in &table {
                let Needs::Permission(permission) = route.needs else { continue };
                let answer = ask(&browser, route).await;
                let named = may(role, permission);
                assert!(!answer.status.is_server_error(), "{name} {} {}: {}", route.method, route.path, answer.status);
                if named {
                    assert_ne!(answer.status, StatusCode::UNAUTHORIZED, "{name} {} {}", route.method, route.path);
                } else {
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name} {} {} needs {permission}", route.method, route.path);
                }
            }
        }
    }

    async fn nobody_gets_past_the_door(engine) {
        let app = TestApp::demo(engine).await;
        for route in routes().1 {
            if route.needs == Needs::Nobody {
                continue;
            }
            let answer = ask(&app.visitor(), &route).await;
            if route.method == Method::GET {
                assert!(answer.location().starts_with("/sign-in"), "{}: {} {}", route.path, answer.status, answer.location());
            } else {
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{}", route.path);
            }
        }
    }
}

#[test]
fn only_these_routes_need_nobody() {
    let mut open: Vec<String> = routes()
        .1
        .into_iter()
        .filter(|route| route.needs == Needs::Nobody)
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    open.sort();
    // A calendar's secret address is its own sign-in; a certificate's code tells only what its paper does.
    assert_eq!(
        open,
        [
            "GET /certificates/check",
            "GET /feeds/{file}",
            "GET /sign-in",
            "POST /language",
            "POST /sign-in",
            "POST /sign-in/code",
            "POST /sign-out"
        ]
    );
}

/// The matrix of access.md, read line by line, as a table of who may and who may not.
#[test]
fn the_matrix_as_scenarios() {
    use Permission as P;
    use Role::{Administrator, Auditor, Clinician, Coordinator, Head, Officer, Practitioner, Reviewer};
    let everyone = USERS.map(|(_, role)| role);
    let scenarios: &[(P, &[Role])] = &[
        (P::PatientList, &[Practitioner, Clinician, Reviewer, Head]),
        (P::PlanWrite, &[Practitioner]),
        (P::NoteRead, &[Practitioner, Clinician, Reviewer, Head]),
        (P::SessionRead, &[Practitioner, Clinician, Reviewer, Head]),
        (P::RecordOpen, &[Clinician, Reviewer, Head]),
        (P::OpeningReview, &[Head]),
        (P::WhoLooked, &[Practitioner, Reviewer, Head]),
        (P::NoteSign, &[Practitioner]),
        (P::SessionRequest, &[Practitioner]),
        (P::SessionRecord, &[Practitioner]),
        (P::UnitRead, &[Reviewer, Head]),
        (P::BoardRead, &[Coordinator]),
        (P::SlotDecide, &[Coordinator]),
        (P::UnlockListRead, &[Coordinator, Officer]),
        (P::MovementMark, &[Coordinator, Officer]),
        (P::ImportReference, &[Administrator]),
        (P::UserManage, &[Administrator]),
        (P::SettingManage, &[Administrator]),
        (P::GrantApprove, &[Head]),
        (P::AccessLogRead, &[Auditor]),
        (P::TrainingOwn, &[Practitioner, Clinician, Reviewer, Head, Coordinator, Officer]),
        (P::TrainingStaff, &[Coordinator]),
        (P::TrainingRead, &[Reviewer, Head, Auditor]),
        (P::TrainingManage, &[Head]),
        (P::CommentRead, &[Practitioner, Reviewer, Head]),
        (P::CommentWrite, &[Reviewer]),
        (P::CommentAnswer, &[Practitioner, Reviewer]),
        (P::QuestionAsk, &[Reviewer, Head]),
        (P::QuestionAnswer, &[Practitioner]),
        (P::SampleRead, &[Reviewer, Head]),
        (P::SampleWork, &[Reviewer]),
        (P::SamplePractitioners, &[Head]),
    ];
    for (permission, may) in scenarios {
        for role in everyone {
            assert_eq!(self::may(role, *permission), may.contains(&role), "{permission} for {role}");
        }
    }
    let listed: Vec<_> =
        Permission::ALL.iter().filter(|held| !everyone.iter().any(|role| self::may(*role, **held))).collect();
    assert!(listed.is_empty(), "nobody holds {listed:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn errors_are_pages_that_tell_no_cause() {
    let app = TestApp::demo(Engine::Sqlite).await;
    let user = app.user("practitioner").await;
    let missing = user.get("/patients/018f0000-0000-7000-8000-000000000000").await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    let garbled = user.get("/patients/not-an-id").await;
    assert!(garbled.status.is_client_error(), "{}", garbled.status);
    for answer in [missing, garbled] {
        assert!(answer.body.contains("<h1") && answer.body.contains("lang=\"en\""), "{}", answer.body);
        for word in ["sqlx", "uuid", "UUID", "panicked", "select "] {
            assert!(!answer.body.contains(word), "{word}: {}", answer.body);
        }
    }
}
