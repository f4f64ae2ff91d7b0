//! The fourth wall, on both engines: what the databases themselves refuse to each side, and to everybody.

use app::kit::db::{COLUMNS_HELD_BACK, DbError, Engine, Side, migrations};

use crate::harness::{TestDatabase, on_both_engines};

/// Every table of the schema, read from the migrations and not from a list that could be forgotten.
fn tables() -> Vec<&'static str> {
    migrations(Engine::Sqlite)
        .into_iter()
        .flat_map(|(_, _, sql)| sql.lines())
        .filter_map(|line| line.strip_prefix("create table ")?.split([' ', '(']).next())
        .collect()
}

on_both_engines! {
    async fn custody_and_system_can_read_no_care_table(engine) {
        let db = TestDatabase::empty(engine).await;
        let pools = db.pools().await;
        let care: Vec<_> = tables().into_iter().filter(|table| table.starts_with("care_")).collect();
        assert!(care.len() >= 10, "{care:?}");
        for table in care {
            for side in [Side::Custody, Side::System] {
                for sql in [format!("select * from {table}"), format!("select count(*) from {table}"), format!("delete from {table}"), format!("select 1 where exists (select 1 from {table})")] {
                    let refused = pools.try_and_undo(side, sql.clone()).await;
                    assert!(refused.as_ref().is_err_and(DbError::is_privilege), "{side:?}: {sql}: {refused:?}");
                }
            }
            pools.try_and_undo(Side::Care, format!("select count(*) from {table}")).await.unwrap();
        }
    }

    async fn reasons_and_passwords_are_held_back(engine) {
        let db = TestDatabase::empty(engine).await;
        let pools = db.pools().await;
        for (side, table, column) in COLUMNS_HELD_BACK {
            for sql in [format!("select {column} from {table}"), format!("select * from {table}"), format!("select 1 from {table} where {column} is not null")] {
                let refused = pools.try_and_undo(*side, sql.clone()).await;
                assert!(refused.as_ref().is_err_and(DbError::is_privilege), "{side:?}: {sql}: {refused:?}");
            }
        }
        pools.try_and_undo(Side::Custody, "select reason from custody_keep_apart".to_owned()).await.unwrap();
    }

    async fn no_side_can_change_the_schema_or_reach_another_file(engine) {
        let db = TestDatabase::empty(engine).await;
        let pools = db.pools().await;
        for side in Side::ALL {
            for sql in ["drop table care_note", "create table stray (x integer)", "alter table care_note add column x integer"] {
                assert!(pools.try_and_undo(side, sql.to_owned()).await.is_err(), "{side:?}: {sql}");
            }
        }
    }

    async fn recorded_rows_can_be_changed_by_nobody(engine) {
        let db = TestDatabase::demo(engine).await;
        let pools = db.pools().await;
        for (table, column) in [("access_entry", "user_name"), ("access_seal", "hash"), ("care_note", "payload"), ("care_goal_rating", "level"), ("custody_movement", "movement"), ("care_measure_result", "score_milli"), ("training_supervised", "outcome"), ("care_comment", "words"), ("care_question_turn", "words")] {
            assert_ne!(db.text(&format!("select cast(count(*) as text) from {table}")).await.unwrap(), "0", "{table} must hold rows for this test to mean anything");
            for sql in [format!("update {table} set {column} = {column}"), format!("delete from {table}")] {
                for side in Side::ALL {
                    let refused = pools.try_and_undo(side, sql.clone()).await;
                    assert!(refused.as_ref().is_err_and(DbError::is_privilege), "{side:?}: {sql}: {refused:?}");
                }
                // Not even the owner, while the triggers stand.
                let refused = db.as_owner(&sql).await.unwrap_err().to_string();
                assert!(refused.contains("immutable"), "{sql}: {refused}");
            }
        }
    }

    async fn signed_participation_and_active_plans_are_frozen(engine) {
        let db = TestDatabase::demo(engine).await;
        for sql in [
            "update care_participation set individual_note = 'x' where signed_at is not null",
            "delete from care_participation where signed_at is not null",
            "update care_session set shared_narrative = 'x' where signed_at is not null",
            "update care_plan set summary = 'x' where status = 'active'",
            "update care_goal set step_0 = 'x' where plan_id in (select id from care_plan where status = 'active')",
        ] {
            let refused = db.as_owner(sql).await.unwrap_err().to_string();
            assert!(refused.contains("immutable"), "{sql}: {refused}");
        }
    }

    async fn a_role_of_another_side_cannot_be_granted(engine) {
        let db = TestDatabase::demo(engine).await;
        for sql in [
            "insert into access_grant (id, user_id, side, role, created_at) select id, id, side, 'practitioner', created_at from access_user where username = 'officer'",
            "insert into access_grant (id, user_id, side, role, created_at) select id, id, 'care', 'practitioner', created_at from access_user where username = 'officer'",
        ] {
            assert!(db.as_owner(sql).await.is_err(), "{sql}");
        }
    }
}
