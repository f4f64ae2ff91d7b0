//! The command line of keys and charts: rotation, public keys, a chart that is verified by somebody who has nothing else.

use std::process::{Command, Output};

use app::kit::db::Engine;

use crate::harness::{TestDatabase, on_both_engines};

/// Runs `ergon` on a database.
pub fn ergon(db: &TestDatabase, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ergon"))
        .args(words)
        .current_dir(db.dir.path())
        .env("ERGON_DATABASE_URL", &db.url)
        .env("ERGON_KEY_FILE", db.dir.path().join("ergon.key"))
        .env("ERGON_LOG", "error")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn runs(db: &TestDatabase, words: &[&str]) -> String {
    let output = ergon(db, words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {}", said(&output));
    said(&output)
}

/// The number and the name of somebody who was in a group, and those of somebody else of the same group.
async fn two_of_a_group(db: &TestDatabase) -> [(String, String); 2] {
    let who = |column: &str, order: &str| {
        format!(
            "select p.{column} from care_note n join custody_person p on p.id = n.patient_id
             where n.session_id = (select session_id from care_note where session_id is not null
               group by session_id having count(*) > 3 order by session_id limit 1) order by p.prison_number {order} limit 1"
        )
    };
    let text = async |column: &str, order: &str| db.text(&who(column, order)).await.unwrap();
    [
        (text("prison_number", "asc").await, text("family_name", "asc").await),
        (text("prison_number", "desc").await, text("family_name", "desc").await),
    ]
}

on_both_engines! {
    async fn a_chart_is_proved_by_who_has_only_the_public_key(engine) {
        let db = TestDatabase::demo(engine).await;
        let [(number, name), (other_number, _)] = two_of_a_group(&db).await;
        runs(&db, &["key", "public", "--out", "key.pub"]);
        runs(&db, &["export", "chart", &number, "--facility", "dub", "--out", "chart.json"]);
        let verify = ["verify", "--chart", "chart.json", "--public-key", "key.pub"];
        let found = runs(&db, &verify);
        assert!(found.contains(", 0 faults") && !found.contains(&name), "{found}");

        let path = db.dir.path().join("chart.json");
        let chart = std::fs::read_to_string(&path).unwrap();
        assert!(chart.contains(&number) && !chart.contains(&other_number), "a chart names no other patient");
        std::fs::write(&path, chart.replacen("minutes\\\":", "minutes\\\":1", 1)).unwrap();
        let changed = ergon(&db, &verify);
        assert_eq!(changed.status.code(), Some(1), "{}", said(&changed));
        assert!(said(&changed).contains("changed after it was signed") && !said(&changed).contains(&name));
        let unknown = ergon(&db, &["export", "chart", "no-such-number", "--out", "x.json"]);
        assert_eq!(unknown.status.code(), Some(2), "{}", said(&unknown));
    }

    async fn what_a_former_key_signed_stays_and_nothing_more(engine) {
        let db = TestDatabase::demo(engine).await;
        let before = std::fs::read_to_string(db.dir.path().join("ergon.key")).unwrap();
        assert!(runs(&db, &["verify"]).contains("signed notes"));
        runs(&db, &["key", "rotate"]);
        let found = runs(&db, &["verify"]);
        assert!(found.matches(", 0 faults").count() == 2, "{found}");
        runs(&db, &["key", "public", "--out", "key.pub"]);
        assert_eq!(std::fs::read_to_string(db.dir.path().join("key.pub")).unwrap().lines().count(), 3);
        runs(&db, &["verify", "--public-key", "key.pub"]);

        // Who still has the former key signs nothing with it any more: everything is later than its day.
        let now = std::fs::read_to_string(db.dir.path().join("ergon.key")).unwrap();
        let earlier = now.lines().map(|line| match line.split_once(" until ") {
            Some((key, _)) => format!("{key} until 2001-01-01T00:00:00Z\n"),
            None => format!("{line}\n"),
        });
        std::fs::write(db.dir.path().join("ergon.key"), earlier.collect::<String>()).unwrap();
        let late = ergon(&db, &["verify"]);
        assert_eq!(late.status.code(), Some(1));
        assert!(said(&late).contains("the signature does not verify"), "{}", said(&late));
        std::fs::write(db.dir.path().join("ergon.key"), before).unwrap();
        runs(&db, &["verify"]);
    }
}
