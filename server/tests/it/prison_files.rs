//! Files of the prison's own system: what a move or a release does to bookings, who may bring what in, and the watched folder.

use app::access::Gate;
use app::access::recorder::Recorder;
use app::kit::clock::Clock;
use app::kit::db::Engine;
use reqwest::StatusCode;
use server::intake::Intake;

use crate::harness::{Browser, TestApp, on_both_engines};
use crate::places::{booked, form, refused, seen, text};

async fn ahead_of(app: &TestApp, number: &str) -> String {
    let now = Clock::System.now().to_rfc3339();
    text(
        app,
        &format!(
            "select count(*) from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
             where p.prison_number = '{number}' and s.starts_at > '{now}' and s.status in ('requested', 'confirmed', 'in_progress')"
        ),
    )
    .await
}

async fn uploaded(browser: &Browser, to: &str, text: &str) -> String {
    let answer = browser.upload(to, "from-the-prison.csv", text.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

on_both_engines! {
    async fn a_file_of_moves_acts_on_bookings(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, administrator) = (app.user("coordinator").await, app.user("administrator").await);
        let (number, ahead) = booked(&app).await;
        assert_ne!(ahead, "0");
        let text_of = format!("facility;prison_number;presence;wing;cell\nDUB;{number};;B;B-7\nDUB;NOBODY-1;released;;\n");
        let preview = uploaded(&coordinator, "/changes/import", &text_of).await;
        seen(&coordinator.get(&preview).await, &["where people are", "Left out", "NOBODY-1", "Nobody in the record has this number"]);
        assert_eq!(administrator.get(&preview).await.status, StatusCode::FORBIDDEN);
        for _ in 0..2 {
            assert_eq!(coordinator.post(&format!("{preview}/apply"), &[]).await.location(), preview);
        }
        assert_eq!(ahead_of(&app, &number).await, ahead, "who lives elsewhere in the house keeps every booking");
        let line = "select max(kind) from custody_change c join custody_person p on p.id = c.person_id where p.prison_number = ";
        assert!(["wing_changed", "cell_changed"].contains(&text(&app, &format!("{line}'{number}'")).await.as_str()));

        let released = format!("facility;prison_number;presence\nDUB;{number};released\n");
        let preview = uploaded(&administrator, "/import", &released).await;
        assert_eq!(administrator.post(&format!("{preview}/apply"), &[]).await.location(), preview);
        assert_eq!(ahead_of(&app, &number).await, "0", "who has left is expected nowhere");
        let touched = format!("select touched from custody_change c join custody_person p on p.id = c.person_id where c.kind = 'released' and p.prison_number = '{number}'");
        assert_eq!(text(&app, &touched).await, ahead);
        let live = format!("select count(*) from custody_claim c join custody_person p on p.id = c.resource_id join custody_slot s on s.id = c.slot_id where p.prison_number = '{number}' and c.active = {} and s.starts_at > '{}'", app.yes(true), Clock::System.now().to_rfc3339());
        assert_eq!(text(&app, &live).await, "0", "the claims are free");
        seen(&coordinator.get("/changes").await, &["Released", &number]);
        let all = form(&coordinator.get("/changes").await.body, "/changes");
        assert!(!all.is_empty());
        let shown: Vec<_> = coordinator.get("/changes").await.body.split("name=\"change\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
        let shown: Vec<_> = shown.iter().map(|id| ("change", id.as_str())).collect();
        assert_eq!(coordinator.post("/changes", &shown).await.location(), "/changes");
        seen(&coordinator.get("/changes").await, &["Nothing has changed that was not seen."]);
        seen(&coordinator.get("/changes?show=all").await, &["Released", "not seen yet"]);
    }

    async fn files_are_for_those_who_may_bring_them(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, administrator) = (app.user("coordinator").await, app.user("administrator").await);
        let (number, _) = booked(&app).await;
        let other = text(&app, "select max(p.prison_number) from custody_person p join custody_facility f on f.id = p.facility_id where f.code = 'DUB' and p.presence = 'present'").await;
        let pairs = format!("facility,person_a,person_b,reason,ends_on\nDUB,{number},{other},FILEREASON,2030-01-01\nDUB,{number},NOBODY-1,x,\n");
        seen(&administrator.get(&uploaded(&administrator, "/import", &pairs).await).await, &["brought in by somebody else"]);
        let preview = uploaded(&coordinator, "/changes/import", &pairs).await;
        coordinator.post(&format!("{preview}/apply"), &[]).await;
        let count = "select count(*) from custody_keep_apart where reason = 'FILEREASON'";
        assert_eq!(text(&app, count).await, "1");
        let turned = format!("facility,person_a,person_b,reason,ends_on\nDUB,{other},{number},FILEREASON,2030-01-01\n");
        seen(&coordinator.get(&uploaded(&coordinator, "/changes/import", &turned).await).await, &["Applying it changes nothing"]);

        let closures = "facility;closure;starts;ends;room\nDUB;repairs;2031-03-01 08:00;2031-03-02;AC1\nDUB;holiday;1.5.2031;1.5.2031;\n";
        let preview = uploaded(&coordinator, "/changes/import", closures).await;
        coordinator.post(&format!("{preview}/apply"), &[]).await;
        seen(&coordinator.get("/closures").await, &["1 Mar 2031", "1 May 2031"]);
        let regime = "facility;weekday;part;start;end\nDUB;1;am;07:30;11:45\n";
        let preview = uploaded(&coordinator, "/changes/import", regime).await;
        coordinator.post(&format!("{preview}/apply"), &[]).await;
        seen(&coordinator.get("/changes").await, &["Monday AM 08:00–11:45 → Monday AM 07:30–11:45"]);
        let outings = format!("facility;prison_number;outing;starts;ends\nDUB;{number};court;2031-03-01 08:00;2031-03-01 12:00\n");
        let preview = uploaded(&coordinator, "/changes/import", &outings).await;
        coordinator.post(&format!("{preview}/apply"), &[]).await;
        seen(&coordinator.get("/outings").await, &["1 Mar 2031"]);

        for (bad, told) in [
            ("facility;prison_number;wing\nHSP;X-1;1\n", "not yours"),
            ("prison_number;family_name;given_name;birth_date;sex;legal_status;facility\nX;Y;Z;1.1.1990;male;remand;DUB\n", "brought in by somebody else"),
            ("facility;closure;starts;ends;room\nDUB;repairs;2031-03-02;2031-03-01;\n", "end must be later"),
            ("facility;closure;starts;ends;room\nDUB;repairs;2031-03-02;2031-03-03;NOROOM\n", "no room of this code"),
            ("facility;prison_number;wing\nDUB;X-1;ZZ\n", "no wing of this code"),
        ] {
            let preview = uploaded(&coordinator, "/changes/import", bad).await;
            let page = coordinator.get(&preview).await;
            seen(&page, &[told]);
            refused(&coordinator.post(&format!("{preview}/apply"), &[]).await, &[told]);
            assert_eq!(coordinator.post(&format!("{preview}/discard"), &[]).await.location(), "/changes/import");
        }
    }

    async fn a_watched_folder_takes_up_each_file_once(engine) {
        let app = TestApp::demo(engine).await;
        let folder = app.db.dir.path().join("inbox");
        std::fs::create_dir(&folder).unwrap();
        let pools = app.db.pools().await;
        let gate = Gate::new(pools.clone(), Recorder::start(pools.clone()), Clock::System);
        let (mut one, mut other) = (Intake::new(folder.clone()), Intake::new(folder.clone()));
        let (number, _) = booked(&app).await;
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
        write("moves.csv", &format!("facility;prison_number;presence\nDUB;{number};hospital\nDUB;NOBODY-1;court\n"));
        write("people.csv", "prison_number;family_name;given_name;birth_date;sex;legal_status;facility\nNEW-1;Hoti;Naim;1.1.1990;male;remand;DUB\n");
        write("staff.csv", "username;name;profession;role;facility\nsneak;Sneak;None;coordinator;DUB\n");
        write("bad.csv", "facility;closure;starts;ends\nDUB;repairs;x;2031-01-01\n");
        write("note.txt", "not a file of the prison");
        assert_eq!(one.look(&gate).await.unwrap(), 0, "a file is taken up when it has stopped growing");
        other.look(&gate).await.unwrap();
        let (a, b) = tokio::join!(one.look(&gate), other.look(&gate));
        assert!(a.is_ok() || b.is_ok(), "{a:?} {b:?}");
        assert_eq!(text(&app, &format!("select presence from custody_person where prison_number = '{number}'")).await, "hospital");
        let lines = format!("select count(*) from custody_change c join custody_person p on p.id = c.person_id where c.kind = 'hospital' and p.prison_number = '{number}'");
        assert_eq!(text(&app, &lines).await, "1");
        assert_eq!(text(&app, "select count(*) from custody_person where prison_number = 'NEW-1'").await, "1");
        assert_eq!(text(&app, "select count(*) from access_user where username = 'sneak'").await, "0");
        let names = |sub: &str| {
            let mut names: Vec<String> = std::fs::read_dir(folder.join(sub)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort_unstable_by_key(|name| name.rsplit('Z').next().unwrap().to_owned());
            names.iter().map(|name| name.rsplit("Z-").next().unwrap().to_owned()).collect::<Vec<_>>()
        };
        let (done, refused_files) = (names("done"), names("refused"));
        assert!(["moves.csv", "people.csv"].iter().all(|name| done.iter().any(|held| held == name)), "{done:?}");
        assert!(["bad.csv", "staff.csv"].iter().all(|name| refused_files.iter().any(|held| held == name)), "{refused_files:?}");
        let report = |sub: &str, name: &str| {
            let entry = std::fs::read_dir(folder.join(sub)).unwrap().map(|entry| entry.unwrap().path()).find(|path| path.to_string_lossy().ends_with(name)).unwrap();
            std::fs::read_to_string(entry).unwrap()
        };
        assert_eq!(report("refused", "bad.report.csv"), "line;column;reason\n2;starts;\"Enter a day, with a clock time or without, such as 2026-12-24 08:00.\"\n");
        assert!(report("done", "moves.report.csv").contains("3;prison_number;\"Nobody in the record"));
        assert!(folder.join("note.txt").exists() && !folder.join("moves.csv").exists());
        assert_eq!(one.look(&gate).await.unwrap(), 0);
    }
}
