//! Access rows: written before the page leaves, sealed within seconds, and any byte changed by hand is named.

use app::access::Gate;
use app::access::keys::InstallationKey;
use app::access::recorder::Recorder;
use app::access::seal::{seal_once, verify};
use app::kit::clock::Clock;
use app::kit::db::{Engine, open_owner};

use crate::harness::{TestApp, TestDatabase, id_as_text, on_both_engines};

async fn faults(db: &TestDatabase) -> Vec<String> {
    let key = InstallationKey::load(&db.settings().key_file).unwrap().public();
    let mut conn = open_owner(&db.database()).await.unwrap();
    verify(&mut conn, &key, Clock::System.now()).await.unwrap().faults.iter().map(ToString::to_string).collect()
}

async fn seal(db: &TestDatabase) {
    let pools = db.pools().await;
    let gate = Gate::new(pools.clone(), Recorder::start(pools), Clock::System);
    let key = InstallationKey::load(&db.settings().key_file).unwrap();
    while seal_once(&gate, &key).await.unwrap() > 0 {}
}

/// Lets the owner past the triggers for one statement, as somebody with the database file would go.
async fn tamper(db: &TestDatabase, engine: Engine, trigger: &str, table: &str, sql: &str) {
    let open = match engine {
        Engine::Sqlite => format!("drop trigger {trigger}"),
        Engine::Postgres => format!("alter table {table} disable trigger {trigger}"),
    };
    db.as_owner(&open).await.unwrap();
    assert_eq!(db.as_owner(sql).await.unwrap(), 1, "{sql}");
}

on_both_engines! {
    async fn a_page_leaves_only_after_its_row(engine) {
        let app = TestApp::demo(engine).await;
        let count = "select cast(count(*) as text) from access_entry where user_name = 'practitioner' and permission = 'patient_list'";
        let before: i64 = app.db.text(count).await.unwrap().parse().unwrap();
        let user = app.user("practitioner").await;
        user.get("/patients").await;
        let after: i64 = app.db.text(count).await.unwrap().parse().unwrap();
        assert_eq!(after, before + 1);
    }

    async fn a_refusal_is_recorded_too(engine) {
        let app = TestApp::demo(engine).await;
        let id = id_as_text(engine, "c.person_id");
        let elsewhere = format!(
            "select {id} from care_patient c where c.facility_id not in
             (select g.facility_id from access_user u join access_grant g on g.user_id = u.id where u.username = 'practitioner') limit 1"
        );
        let id = uuid::Uuid::parse_str(&app.db.text(&elsewhere).await.unwrap()).unwrap();
        let user = app.user("practitioner").await;
        assert_eq!(user.get(&format!("/patients/{id}")).await.status, 403);
        let denied = app.db.text("select reason from access_entry where user_name = 'practitioner' and outcome = 'denied'").await;
        assert_eq!(denied.as_deref(), Some("not_your_facility"));
    }

    async fn an_untouched_database_verifies(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        user.get("/patients").await;
        let db = app.stop().await;
        seal(&db).await;
        assert_eq!(faults(&db).await, Vec::<String>::new());
    }

    async fn one_changed_byte_names_its_row(engine) {
        let app = TestApp::demo(engine).await;
        app.user("practitioner").await.get("/patients").await;
        let db = app.stop().await;
        seal(&db).await;
        let which = "id = (select entry_id from access_seal order by seq desc limit 1)";
        tamper(&db, engine, "access_entry_no_update", "access_entry", &format!("update access_entry set user_name = 'x' || substr(user_name, 2) where {which}")).await;
        let found = faults(&db).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("changed after it was sealed"), "{found:?}");
    }

    async fn a_removed_row_is_missed(engine) {
        let app = TestApp::demo(engine).await;
        app.user("practitioner").await.get("/patients").await;
        let db = app.stop().await;
        seal(&db).await;
        let drop_key = match engine {
            Engine::Sqlite => "pragma foreign_keys = off; delete from access_entry where id = (select entry_id from access_seal order by seq limit 1)",
            Engine::Postgres => "alter table access_seal drop constraint access_seal_entry_id_fkey; delete from access_entry where id = (select entry_id from access_seal order by seq limit 1)",
        };
        let open = match engine {
            Engine::Sqlite => "drop trigger access_entry_no_delete",
            Engine::Postgres => "alter table access_entry disable trigger access_entry_no_delete",
        };
        db.as_owner(open).await.unwrap();
        db.as_owner(drop_key).await.unwrap();
        let found = faults(&db).await;
        assert!(found.iter().any(|fault| fault.contains("now missing")), "{found:?}");
    }

    async fn an_end_that_was_cut_off_is_missed(engine) {
        let app = TestApp::demo(engine).await;
        app.user("practitioner").await.get("/patients").await;
        let db = app.stop().await;
        seal(&db).await;
        tamper(&db, engine, "access_seal_no_delete", "access_seal", "delete from access_seal where seq = (select max(seq) from access_seal)").await;
        let found = faults(&db).await;
        assert!(found.iter().any(|fault| fault.contains("the signature does not verify")), "{found:?}");
    }

    async fn a_signature_that_was_cut_off_is_missed(engine) {
        let app = TestApp::demo(engine).await;
        app.user("practitioner").await.get("/patients").await;
        let db = app.stop().await;
        seal(&db).await;
        tamper(&db, engine, "access_seal_batch_no_delete", "access_seal_batch", "delete from access_seal_batch where last_seq = (select max(last_seq) from access_seal_batch)").await;
        let found = faults(&db).await;
        assert!(found.iter().any(|fault| fault.contains("not covered by any signature")), "{found:?}");
    }

    async fn what_is_sealed_in_the_meantime_is_no_fault(engine) {
        let app = TestApp::demo(engine).await;
        let (practitioner, auditor) = (app.user("practitioner").await, app.user("auditor").await);
        seal(&app.db).await;
        let pools = app.db.pools().await;
        let gate = Gate::new(pools.clone(), Recorder::start(pools), Clock::System);
        let key = InstallationKey::load(&app.db.settings().key_file).unwrap();
        let sealing = async {
            for _ in 0..60 {
                practitioner.get("/account").await;
                seal_once(&gate, &key).await.unwrap();
            }
        };
        let verifying = async {
            for _ in 0..20 {
                let page = auditor.post("/verification", &[]).await.body;
                assert!(page.contains("Nothing was altered."), "{page}");
            }
        };
        tokio::join!(sealing, verifying);
    }

    async fn a_seal_by_another_key_is_refused(engine) {
        let app = TestApp::demo(engine).await;
        let db = app.stop().await;
        let stranger = InstallationKey::from_secret([7; 32]).public();
        let mut conn = open_owner(&db.database()).await.unwrap();
        let found = verify(&mut conn, &stranger, Clock::System.now()).await.unwrap();
        assert!(found.faults.iter().any(|fault| fault.to_string().contains("signature")), "{:?}", found.faults);
    }
}
