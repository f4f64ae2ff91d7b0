//! A small unit in a database of its own, on either engine, for the tests of what oversight asks. It stands on Wednesday
//! 18 November 2026 at noon, in the zone of Belgrade; ids are made from names, so that a test can say whom it means.
//!
//! PostgreSQL comes from `ERGON_TEST_POSTGRES`, as for the tests of the server.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::kit::db::{CareTx, Conn, Database, Engine, Pools, Side, SystemTx, migrate, open_owner};
use crate::oversight::hours::Week;

pub const ZONE: Tz = chrono_tz::Europe::Belgrade;

pub fn now() -> DateTime<Utc> {
    at("2026-11-18T11:00:00Z")
}

pub fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

pub fn today() -> NaiveDate {
    now().with_timezone(&ZONE).date_naive()
}

pub fn this_week() -> Week {
    Week::of(today(), ZONE)
}

/// The id of whatever the fixture calls by this name.
pub fn id(name: &str) -> Uuid {
    let hash: [u8; 32] = Sha256::digest(name).into();
    Uuid::from_slice(&hash[..16]).unwrap()
}

/// An id as each engine writes it in SQL.
pub fn literal(engine: Engine, id: Uuid) -> String {
    match engine {
        Engine::Sqlite => format!("x'{}'", id.simple()),
        Engine::Postgres => format!("'{id}'::uuid"),
    }
}

/// An empty database with the whole schema. The folder lives as long as it is held.
pub async fn database(engine: Engine) -> (tempfile::TempDir, Database) {
    let dir = tempfile::TempDir::new().unwrap();
    let url = match engine {
        Engine::Sqlite => format!("sqlite://{}", dir.path().join("oversight.db").display()),
        Engine::Postgres => {
            let url = std::env::var("ERGON_TEST_POSTGRES")
                .expect("ERGON_TEST_POSTGRES is not set: run the tests through `cargo xtask test`");
            let name = format!(
                "oversight_{}",
                dir.path().file_name().unwrap().to_string_lossy().to_lowercase().replace('.', "")
            );
            let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(&url).await.unwrap();
            sqlx::raw_sql(AssertSqlSafe(format!("create database {name}_{}", std::process::id())))
                .execute(&mut connection)
                .await
                .unwrap();
            format!("{}/{name}_{}", url.rsplit_once('/').unwrap().0, std::process::id())
        }
    };
    let database = Database::parse(&url).unwrap();
    migrate(&database).await.unwrap();
    (dir, database)
}

/// The unit, with a pool for each side.
pub struct Unit {
    pools: Pools,
    _dir: tempfile::TempDir,
}

impl Unit {
    pub async fn new(engine: Engine) -> Self {
        let (dir, database) = database(engine).await;
        let mut conn = open_owner(&database).await.unwrap();
        for text in STORY {
            run(&mut conn, engine, text).await;
        }
        conn.commit().await.unwrap();
        Self { pools: Pools::open(&database).await.unwrap(), _dir: dir }
    }

    /// As care's pool, with care's privileges.
    pub async fn care(&self) -> CareTx {
        CareTx(self.pools.read(Side::Care).await.unwrap())
    }

    pub async fn system(&self) -> SystemTx {
        SystemTx(self.pools.read(Side::System).await.unwrap())
    }
}

/// Runs statements in which `#name` stands for the id of that name and `##` for a hash that nobody looks at.
async fn run(conn: &mut Conn, engine: Engine, text: &str) {
    let hash = match engine {
        Engine::Sqlite => "x'00'",
        Engine::Postgres => "'\\x00'::bytea",
    };
    let text = text.replace("##", hash);
    let mut parts = text.split('#');
    let mut sql = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(part.len());
        sql.push_str(&literal(engine, id(&part[..end])));
        sql.push_str(&part[end..]);
    }
    let sql = AssertSqlSafe(sql);
    match conn {
        Conn::Sqlite(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ()),
        Conn::Postgres(tx) => sqlx::raw_sql(sql).execute(&mut **tx).await.map(|_| ()),
    }
    .unwrap();
}

const STORY: [&str; 5] = [PLACES, PEOPLE, PLANS, SESSIONS, ACCESS];

const PLACES: &str = "
insert into access_user (id, username, display_name, profession, side, language, password_hash, must_change_password, is_demo, active, failed_sign_ins, locked_until, created_at, version) values
  (#ana, 'ana', 'Ana A', 'OT', 'care', 'en', null, false, false, true, 0, null, '2026-01-01T00:00:00+00:00', 1),
  (#ben, 'ben', 'Ben B', 'OT', 'care', 'en', null, false, false, true, 0, null, '2026-01-01T00:00:00+00:00', 1);
insert into custody_facility (id, code, name, kind, time_zone, language, created_by, created_at, version) values
  (#here, 'here', 'Here', 'prison', 'Europe/Belgrade', 'sq', #ana, '2026-01-01T00:00:00+00:00', 1),
  (#there, 'there', 'There', 'prison', 'Europe/Belgrade', 'sq', #ana, '2026-01-01T00:00:00+00:00', 1);
insert into custody_room (id, facility_id, code, name, kind, capacity, usable_by_ot, created_by, created_at, version) values
  (#kitchen, #here, 'k', 'Kitchen', 'kitchen', 8, true, #ana, '2026-01-01T00:00:00+00:00', 1),
  (#garden, #here, 'g', 'Garden', 'garden', 8, true, #ana, '2026-01-01T00:00:00+00:00', 1);";

const PEOPLE: &str = "
insert into custody_person (id, facility_id, prison_number, family_name, given_name, birth_date, sex, legal_status, presence, wing_id, cell, language, sort_name, created_by, created_at, version) values
  (#agim, #here, 'A-1', 'A', 'Agim', '1980-01-01', 'male', 'sentenced', 'present', null, '1', 'sq', 'a, agim', #ana, '2026-01-01T00:00:00+00:00', 1),
  (#besa, #here, 'A-2', 'B', 'Besa', '1980-01-01', 'female', 'sentenced', 'present', null, '2', 'sq', 'b, besa', #ana, '2026-01-01T00:00:00+00:00', 1),
  (#cene, #here, 'A-3', 'C', 'Cene', '1980-01-01', 'male', 'remand', 'present', null, '3', 'sq', 'c, cene', #ana, '2026-01-01T00:00:00+00:00', 1),
  (#dona, #here, 'A-4', 'D', 'Dona', '1980-01-01', 'female', 'sentenced', 'released', null, '4', 'sq', 'd, dona', #ana, '2026-01-01T00:00:00+00:00', 1);
insert into custody_stay (id, person_id, facility_id, starts_on, ends_on, created_by, created_at) values
  (#stayagim, #agim, #here, '2026-02-01', null, #ana, '2026-02-01T08:00:00+00:00'),
  (#staybesa, #besa, #here, '2026-02-01', null, #ana, '2026-02-01T08:00:00+00:00'),
  (#staycene, #cene, #here, '2026-02-01', null, #ana, '2026-02-01T08:00:00+00:00'),
  (#staydona, #dona, #here, '2026-01-01', '2026-09-01', #ana, '2026-02-01T08:00:00+00:00');
insert into care_patient (person_id, facility_id, lead_id, status, opened_on, closed_on, created_by, created_at, version) values
  (#agim, #here, #ana, 'open', '2026-09-01', null, #ana, '2026-09-01T08:00:00+00:00', 1),
  (#besa, #here, #ana, 'open', '2026-09-01', null, #ana, '2026-09-01T08:00:00+00:00', 1),
  (#cene, #here, #ben, 'open', '2026-11-01', null, #ben, '2026-11-01T08:00:00+00:00', 1),
  (#dona, #here, #ana, 'closed', '2026-02-01', '2026-09-01', #ana, '2026-02-01T08:00:00+00:00', 1);";

/// Agim has a second version of his plan since 2 November; his second goal slipped at its last rating.
const PLANS: &str = "
insert into care_plan (id, patient_id, facility_id, version_no, status, title, summary, starts_on, expected_end, areas, approach, sessions_per_week, minutes_per_session, session_mix, weekly_target_minutes, target_reason, precautions, agreement, agreed_on, review_interval_days, next_review_on, lead_id, activated_at, activated_by, created_by, created_at, version) values
  (#agim1, #agim, #here, 1, 'draft', 'One', '', '2026-09-07', null, 'adl', 'maintain', 5, 60, 'mixed', 300, 'begin', '', 'agreed', null, 28, null, #ana, null, null, #ana, '2026-09-01T08:00:00+00:00', 1);
insert into care_goal (id, plan_id, patient_id, facility_id, position, thread_id, description, patient_words, area, lifecycle, achievement, target_date, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance, difficulty, created_by, created_at, version) values
  (#cook1, #agim1, #agim, #here, 1, #cook, 'Cooks', '', 'adl', 'active', 'in_progress', null, 'a', 'b', 'c', 'd', 'e', -2, 2, 3, #ana, '2026-09-01T08:00:00+00:00', 1),
  (#read1, #agim1, #agim, #here, 2, #read, 'Reads', '', 'education', 'active', 'in_progress', null, 'a', 'b', 'c', 'd', 'e', -1, 1, 1, #ana, '2026-09-01T08:00:00+00:00', 1);
update care_plan set status = 'active', activated_at = '2026-09-07T08:00:00+00:00', activated_by = #ana where id = #agim1;
update care_plan set status = 'completed' where id = #agim1;
insert into care_plan (id, patient_id, facility_id, version_no, status, title, summary, starts_on, expected_end, areas, approach, sessions_per_week, minutes_per_session, session_mix, weekly_target_minutes, target_reason, precautions, agreement, agreed_on, review_interval_days, next_review_on, lead_id, activated_at, activated_by, created_by, created_at, version) values
  (#agim2, #agim, #here, 2, 'draft', 'Two', '', '2026-11-02', null, 'adl', 'maintain', 5, 60, 'mixed', 600, '', '', 'agreed', null, 28, '2026-11-10', #ana, null, null, #ana, '2026-11-01T08:00:00+00:00', 1),
  (#besa1, #besa, #here, 1, 'draft', 'One', '', '2026-11-02', null, 'adl', 'maintain', 5, 60, 'mixed', 300, '', '', 'agreed', null, 28, '2026-11-25', #ana, null, null, #ana, '2026-11-01T08:00:00+00:00', 1);
insert into care_goal (id, plan_id, patient_id, facility_id, position, thread_id, description, patient_words, area, lifecycle, achievement, target_date, step_m2, step_m1, step_0, step_p1, step_p2, baseline, importance, difficulty, created_by, created_at, version) values
  (#cook2, #agim2, #agim, #here, 1, #cook, 'Cooks a meal', '', 'adl', 'active', 'improving', null, 'a', 'b', 'c', 'd', 'e', -2, 2, 3, #ana, '2026-11-01T08:00:00+00:00', 1),
  (#write2, #agim2, #agim, #here, 2, #write, 'Writes a letter', '', 'education', 'active', 'in_progress', null, 'a', 'b', 'c', 'd', 'e', -1, 1, 1, #ana, '2026-11-01T08:00:00+00:00', 1),
  (#sleep1, #besa1, #besa, #here, 1, #sleep, 'Sleeps', '', 'rest_sleep', 'active', 'in_progress', null, 'a', 'b', 'c', 'd', 'e', -2, 0, 0, #ana, '2026-11-01T08:00:00+00:00', 1);
update care_plan set status = 'active', activated_at = '2026-11-02T08:00:00+00:00', activated_by = #ana where id in (#agim2, #besa1);
insert into care_goal_rating (id, thread_id, goal_id, patient_id, facility_id, rated_on, level, with_patient, session_id, rated_by, created_at) values
  (#r1, #cook, #cook1, #agim, #here, '2026-10-01', -1, true, null, #ana, '2026-10-01T10:00:00+00:00'),
  (#r2, #cook, #cook2, #agim, #here, '2026-11-10', 0, true, null, #ana, '2026-11-10T10:00:00+00:00'),
  (#r3, #read, #read1, #agim, #here, '2026-10-02', 1, true, null, #ana, '2026-10-02T10:00:00+00:00'),
  (#r4, #write, #write2, #agim, #here, '2026-11-12', 1, true, null, #ana, '2026-11-12T10:00:00+00:00'),
  (#r5, #write, #write2, #agim, #here, '2026-11-12', -1, true, null, #ana, '2026-11-12T11:00:00+00:00');";

/// The week's sessions: Monday signed, Tuesday recorded, Wednesday held and not recorded, one declined, one ahead.
const SESSIONS: &str = "
insert into care_activity (code, kind, area, title_en, title_sq, title_sr, purpose_en, purpose_sq, purpose_sr, position) values ('test_cook', 'domestic', 'iadl', 'C', 'C', 'C', '', '', '', 900);
insert into custody_slot (id, facility_id, room_id, practitioner_id, starts_at, ends_at, part, label_letter, status, cancel_side, cancel_reason, escort_officers, escort_mode, created_by, created_at, version) values
  (#mon, #here, #kitchen, #ana, '2026-11-16T09:00:00+00:00', '2026-11-16T10:00:00+00:00', 'am', 'A', 'completed', null, null, 0, 'none', #ana, '2026-11-10T08:00:00+00:00', 1),
  (#tue, #here, #kitchen, #ana, '2026-11-17T09:00:00+00:00', '2026-11-17T10:00:00+00:00', 'am', 'A', 'confirmed', null, null, 0, 'none', #ana, '2026-11-10T08:00:00+00:00', 1),
  (#wed, #here, #kitchen, #ana, '2026-11-18T09:00:00+00:00', '2026-11-18T10:00:00+00:00', 'am', 'A', 'confirmed', null, null, 0, 'none', #ana, '2026-11-10T08:00:00+00:00', 1),
  (#not, #here, #garden, #ben, '2026-11-17T09:00:00+00:00', '2026-11-17T10:00:00+00:00', 'am', 'B', 'declined', 'custody', 'no_escort', 0, 'none', #ben, '2026-11-10T08:00:00+00:00', 1),
  (#thu, #here, #kitchen, #ana, '2026-11-19T09:00:00+00:00', '2026-11-19T10:00:00+00:00', 'am', 'A', 'confirmed', null, null, 0, 'none', #ana, '2026-11-10T08:00:00+00:00', 1);
insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, custody_reason, moved_at, version) values
  (#mon, #agim, #here, '2026-11-16T09:00:00+00:00', '2026-11-16T10:00:00+00:00', 'returned', null, null, 1),
  (#tue, #agim, #here, '2026-11-17T09:00:00+00:00', '2026-11-17T10:00:00+00:00', 'arrived', null, null, 1),
  (#tue, #besa, #here, '2026-11-17T09:00:00+00:00', '2026-11-17T10:00:00+00:00', 'expected', null, null, 1),
  (#wed, #agim, #here, '2026-11-18T09:00:00+00:00', '2026-11-18T10:00:00+00:00', 'arrived', null, null, 1),
  (#not, #cene, #here, '2026-11-17T09:00:00+00:00', '2026-11-17T10:00:00+00:00', 'expected', null, null, 1),
  (#thu, #agim, #here, '2026-11-19T09:00:00+00:00', '2026-11-19T10:00:00+00:00', 'expected', null, null, 1);
insert into care_session (id, facility_id, mode, activity_code, lead_id, purpose, shared_narrative, recorded_at, signed_at, created_by, created_at, version) values
  (#mon, #here, 'individual', 'test_cook', #ana, '', '', '2026-11-16T11:00:00+00:00', '2026-11-16T11:00:00+00:00', #ana, '2026-11-10T08:00:00+00:00', 1),
  (#tue, #here, 'group', 'test_cook', #ana, '', '', '2026-11-17T11:00:00+00:00', null, #ana, '2026-11-10T08:00:00+00:00', 1),
  (#wed, #here, 'individual', 'test_cook', #ana, '', '', null, null, #ana, '2026-11-10T08:00:00+00:00', 1),
  (#not, #here, 'individual', 'test_cook', #ben, '', '', null, null, #ben, '2026-11-10T08:00:00+00:00', 1),
  (#thu, #here, 'individual', 'test_cook', #ana, '', '', null, null, #ana, '2026-11-10T08:00:00+00:00', 1);
insert into care_participation (session_id, patient_id, facility_id, attendance, health_reason, minutes, participation, assistance, individual_note, next_step, signed_at, created_by, created_at, version) values
  (#mon, #agim, #here, 'full', null, 60, 4, null, '', '', '2026-11-16T11:00:00+00:00', #ana, '2026-11-16T11:00:00+00:00', 1),
  (#tue, #agim, #here, 'part', null, 30, 3, null, '', '', null, #ana, '2026-11-17T11:00:00+00:00', 1),
  (#tue, #besa, #here, 'declined', 'tired', 0, null, null, '', '', null, #ana, '2026-11-17T11:00:00+00:00', 1);";

const ACCESS: &str = "
insert into access_entry (id, at, user_id, user_name, role, side, facility_id, permission, outcome, reason, person_id, object, object_id) values
  (#e1, '2026-11-16T09:00:00+00:00', #ana, 'ana', 'practitioner', 'care', #here, 'patient_read', 'allowed', '', #agim, 'patient', null),
  (#e2, '2026-11-16T10:00:00+00:00', #ana, 'ana', 'practitioner', 'care', #here, 'plan_read', 'allowed', '', #besa, 'plan', null),
  (#e3, '2026-11-16T10:00:00+00:00', #ben, 'ben', 'practitioner', 'care', #there, 'patient_read', 'denied', 'not_your_facility', #agim, 'patient', null),
  (#e4, '2026-11-17T10:00:00+00:00', #ben, 'ben', 'clinician', 'care', #here, 'session_read', 'allowed', '', null, 'session', #tue);
insert into access_seal (seq, entry_id, hash) values (1, #e1, ##);
insert into access_seal_batch (last_seq, first_seq, hash, signature, key_id, sealed_at) values (1, 1, ##, ##, 'k', '2026-11-16T09:00:03+00:00');
insert into access_key (key_id, public_key, since) values ('k', ##, '2026-01-01T00:00:00+00:00');";

/// Writes one test for each engine.
macro_rules! on_both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($engine:ident) $body:block)*) => {$(
        mod $name {
            use super::*;
            async fn story($engine: crate::kit::db::Engine) $body

            $(#[$meta])*
            #[tokio::test]
            async fn on_sqlite() {
                story(crate::kit::db::Engine::Sqlite).await;
            }

            $(#[$meta])*
            #[tokio::test]
            async fn on_postgres() {
                story(crate::kit::db::Engine::Postgres).await;
            }
        }
    )*};
}
pub(super) use on_both_engines;
