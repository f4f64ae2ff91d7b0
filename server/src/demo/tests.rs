//! The demonstration keeps the product's own rules, and tells the same story twice.

use app::access::keys::InstallationKey;
use app::access::seal;
use app::care::notes;
use app::kit::clock::Clock;
use app::kit::db::{Conn, Database, open_owner};
use app::setup::bring_up_to_date;
use app::{sql_all, sql_one};
use chrono::NaiveDate;
use tempfile::TempDir;

use super::{DemoError, Scale, fill};

fn key() -> InstallationKey {
    InstallationKey::from_secret([3; 32])
}

async fn filled(today: (i32, u32, u32)) -> (TempDir, Conn, NaiveDate) {
    let dir = TempDir::new().unwrap();
    let database = Database::parse(&format!("sqlite://{}", dir.path().join("demo.db").display())).unwrap();
    bring_up_to_date(&database, &Clock::System).await.unwrap();
    let today = NaiveDate::from_ymd_opt(today.0, today.1, today.2).unwrap();
    let scale = Scale { seed: 7, patients: 40, weeks: 8, today };
    fill(&database, &key(), scale, &mut |_, _| {}).await.unwrap();
    assert!(matches!(fill(&database, &key(), scale, &mut |_, _| {}).await, Err(DemoError::NotEmpty)));
    let tx = open_owner(&database).await.unwrap();
    (dir, tx, today)
}

async fn count(tx: &mut Conn, sql: &'static str) -> i64 {
    sql_one!(tx, (i64,), sql).unwrap().0
}

#[tokio::test]
async fn some_patients_were_evaluated_again() {
    let (_dir, mut tx, _) = filled((2026, 11, 25)).await;
    let again = "select count(*) from (select patient_id from care_evaluation where signed_at is not null group by patient_id having count(*) = 2) e";
    assert!(count(&mut tx, again).await >= 5);
    let same = "select count(*) from care_evaluation a join care_evaluation b on b.patient_id = a.patient_id and b.occurred_on > a.occurred_on
         where a.signed_at is not null and b.signed_at is not null
           and (select content from care_evaluation_section where evaluation_id = a.id and section = 'observed')
             = (select content from care_evaluation_section where evaluation_id = b.id and section = 'observed')";
    assert_eq!(count(&mut tx, same).await, 0, "each says what was seen that day");
}

#[tokio::test]
async fn nothing_in_it_is_against_the_rules() {
    let (_dir, mut tx, today) = filled((2026, 11, 25)).await;
    let now = today.and_hms_opt(0, 0, 0).unwrap().and_utc();
    let rows = seal::verify(&mut tx, &key().public(), now).await.unwrap();
    assert!(rows.rows > 100 && rows.faults.is_empty(), "{:?}", rows.faults);
    let signed = notes::verify(&mut tx, &key().public()).await.unwrap();
    assert!(signed.notes > 300 && signed.faults.is_empty(), "{:?}", signed.faults.first());
    for (what, sql) in [
        (
            "two places at once",
            "select count(*) from custody_claim a join custody_claim b on a.resource_id = b.resource_id and a.slot_id < b.slot_id
             where a.active and b.active and a.starts_at < b.ends_at and b.starts_at < a.ends_at",
        ),
        (
            "half signed",
            "select count(*) from care_participation p join care_session s on s.id = p.session_id
             where (p.signed_at is null) <> (s.signed_at is null)",
        ),
        ("signed before it ended", "select count(*) from care_session s join custody_slot c on c.id = s.id where s.signed_at <= c.ends_at"),
        (
            "notes out of order",
            "select count(*) from care_note a join care_note b on b.patient_id = a.patient_id and b.chain_no = a.chain_no + 1
             where b.signed_at < a.signed_at",
        ),
        (
            "kept apart and together",
            "select count(*) from custody_keep_apart k join custody_slot_person a on a.person_id = k.person_a
             join custody_slot_person b on b.person_id = k.person_b and b.slot_id = a.slot_id",
        ),
        (
            "longer there than it lasted",
            "select count(*) from care_participation p join custody_slot s on s.id = p.session_id
             where p.minutes > (julianday(s.ends_at) - julianday(s.starts_at)) * 1440 + 0.5",
        ),
        (
            "told that somebody is kept back who is not",
            "select count(*) from custody_change c where c.kind = 'kept_back' and not exists (
               select 1 from custody_lockdown_person t join custody_slot_person p on p.slot_id = t.slot_id and p.person_id = t.person_id
               where t.slot_id = c.slot_id and t.person_id = c.person_id and p.movement = 'not_brought')",
        ),
        (
            "cancelled by a lockdown and nobody told",
            "select count(*) from custody_lockdown_slot t where not exists (
               select 1 from custody_change c where c.slot_id = t.slot_id and c.kind = 'slot_cancelled')",
        ),
        (
            "outside the regime",
            "select count(*) from custody_slot s where not exists (select 1 from custody_regime r
             where r.facility_id = s.facility_id and r.part = s.part)",
        ),
    ] {
        assert_eq!(count(&mut tx, sql).await, 0, "{what}");
    }
}

#[tokio::test]
async fn everybody_has_something_to_do_today_even_on_a_sunday() {
    for day in [(2026, 11, 25), (2026, 11, 29)] {
        let (_dir, mut tx, today) = filled(day).await;
        let statuses = sql_all!(
            &mut tx,
            (String, i64),
            "select s.status, count(*) from custody_slot s join custody_facility f on f.id = s.facility_id
             join access_user u on u.id = s.practitioner_id
             where f.code = 'DUB' and u.username = 'practitioner' and substr(s.starts_at, 1, 10) = $1 group by s.status",
            today.to_string()
        )
        .unwrap();
        assert!(statuses.iter().any(|(status, _)| status == "confirmed"), "{day:?} {statuses:?}");
        let unlocks = sql_one!(
            &mut tx,
            (i64,),
            "select count(*) from custody_slot_person p join custody_person c on c.id = p.person_id
             join access_user u on u.username = 'officer' join access_grant g on g.user_id = u.id and g.wing_id = c.wing_id
             where substr(p.starts_at, 1, 10) = $1",
            today.to_string()
        );
        assert!(unlocks.unwrap().0 > 0, "{day:?}");
        assert!(count(&mut tx, "select count(*) from custody_slot where status = 'requested'").await > 0);
        assert!(count(&mut tx, "select count(*) from care_plan where status = 'draft'").await > 0);
        let untold =
            "select count(distinct kind) from custody_change where care_seen_at is null and custody_seen_at is null";
        assert!(count(&mut tx, untold).await > 3, "both sides have changes to look at");
    }
}

#[tokio::test]
async fn the_same_seed_tells_the_same_story() {
    let mut told = Vec::new();
    for _ in 0..2 {
        let (_dir, mut tx, _) = filled((2026, 11, 25)).await;
        let notes = sql_all!(&mut tx, (Vec<u8>,), "select hash from care_note order by id").unwrap();
        let people =
            sql_all!(&mut tx, (Vec<u8>, String), "select id, sort_name from custody_person order by id").unwrap();
        let slots = sql_all!(&mut tx, (Vec<u8>, String), "select id, status from custody_slot order by id").unwrap();
        told.push((notes, people, slots));
    }
    assert!(told.first() == told.last());
}
