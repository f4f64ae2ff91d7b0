//! Escorts from the plan of the week to the way back: what is short, the steps with their times, who is restrained and what of
//! that health is told.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{on_both_engines, uuid};
use crate::lockdowns::House;

const SLOT: u128 = 1000;
const PERSON: u128 = 100;

fn address(n: u128) -> String {
    format!("/slots/{}/escort", uuid(SLOT + n))
}

async fn steps(house: &House, n: u128) -> String {
    let sql = match n {
        0 => "select '' || count(*) from custody_escort_event".to_owned(),
        _ => format!(
            "select step || ' ' || coalesce(reason, '-') from custody_escort_event where slot_id = {} order by step_no desc limit 1",
            house.app.id(SLOT + n)
        ),
    };
    house.text(&sql).await
}

on_both_engines! {
    async fn what_is_short_is_shown_the_days_before(engine) {
        let house = House::open(engine).await;
        // Tomorrow morning: two sessions with two officers each.
        house.book(1, 24 * 60 + 60, "confirmed", &[1]).await;
        house.book(2, 24 * 60 + 60, "confirmed", &[2]).await;
        let coordinator = house.app.user("coordinator").await;
        let page = coordinator.get("/escorts").await.body;
        assert!(page.contains("not entered"), "{page}");
        let mut week: Vec<(String, String)> = vec![("version".to_owned(), "0".to_owned())];
        for weekday in 1..=7 {
            for part in ["am", "pm", "eve"] {
                week.push((format!("officers-{weekday}-{part}"), "5".to_owned()));
                week.push((format!("women-{weekday}-{part}"), "1".to_owned()));
            }
        }
        let sent = |week: &[(String, String)]| week.iter().map(|(name, text)| (name.clone(), text.clone())).collect::<Vec<_>>();
        let post = async |week: Vec<(String, String)>| {
            let fields: Vec<(&str, &str)> = week.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            coordinator.post("/escorts/supply", &fields).await
        };
        assert_eq!(post(sent(&week)).await.status, StatusCode::SEE_OTHER);
        assert!(coordinator.get("/escorts").await.body.contains("enough officers"));
        // The same form again says nothing new; another one from before is told so, and keeps what was typed.
        assert_eq!(post(sent(&week)).await.status, StatusCode::SEE_OTHER);
        let mut late = sent(&week);
        late[1].1 = "8".to_owned();
        let refused = post(late.clone()).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("value=\"8\""), "{}", refused.body);
        late[2].1 = "9".to_owned();
        assert!(post(late).await.body.contains("There cannot be more women than officers."));

        let tomorrow = house.day(1);
        let day = [("on", tomorrow.as_str()), ("part", "am"), ("officers", "3"), ("women", "0")];
        assert_eq!(coordinator.post("/escorts/supply/days", &day).await.status, StatusCode::SEE_OTHER);
        let page = coordinator.get("/escorts").await.body;
        assert!(page.contains("Officers are short in 1 part") && page.contains("1 short") && page.contains(&address(1)), "{page}");
        let women = [("gender", "women"), ("version", "1")];
        assert_eq!(coordinator.post(&format!("{}/gender", address(1)), &women).await.status, StatusCode::SEE_OTHER);
        assert!(coordinator.get("/escorts").await.body.contains("2 women short"));
        let earlier = house.day(-4);
        let past = [("on", earlier.as_str()), ("part", "am"), ("officers", "3"), ("women", "0")];
        assert_eq!(coordinator.post("/escorts/supply/days", &past).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for name in ["officer", "practitioner"] {
            assert_eq!(house.app.user(name).await.get("/escorts").await.status, StatusCode::FORBIDDEN, "{name}");
        }
    }

    async fn an_escort_is_led_there_and_back(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1]).await;
        house.book(2, 24 * 60, "confirmed", &[2]).await;
        let officer = house.app.user("officer").await;
        let list = officer.get("/escorts/today").await.body;
        assert!(list.contains("not answered yet") && list.contains(&address(1)) && !list.contains(&address(2)), "{list}");
        let step = async |step: &str, seen: &str| officer.post(&address(1), &[("step", step), ("version", seen)]).await;
        assert_eq!(step("accepted", "0").await.status, StatusCode::SEE_OTHER);
        assert_eq!(step("accepted", "0").await.status, StatusCode::SEE_OTHER, "the second tap");
        assert_eq!(steps(&house, 0).await, "1");
        let stale = step("collected", "0").await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Somebody else has taken a step"), "{}", stale.body);
        assert!(step("returned", "1").await.status == StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(step("collected", "1").await.status, StatusCode::SEE_OTHER);
        assert_eq!(step("taken_back", "2").await.status, StatusCode::SEE_OTHER);
        assert_eq!(step("collected", "3").await.status, StatusCode::SEE_OTHER);
        assert_eq!(step("arrived", "4").await.status, StatusCode::SEE_OTHER);
        // On the way back it is said where the officers stood.
        assert_eq!(step("returned", "5").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = [("step", "returned"), ("version", "5"), ("presence", "in_room")];
        assert_eq!(officer.post(&address(1), &back).await.status, StatusCode::SEE_OTHER);
        assert_eq!(steps(&house, 1).await, "returned -");
        assert!(officer.get(&address(1)).await.body.contains("in the room"));
        // Tomorrow's can be declined today, with the reason, and no step of the way be taken.
        let decline = officer.post(&address(2), &[("step", "declined"), ("version", "0")]).await;
        assert_eq!(decline.status, StatusCode::UNPROCESSABLE_ENTITY);
        let decline = [("step", "declined"), ("version", "0"), ("reason", "no_officer")];
        assert_eq!(officer.post(&address(2), &decline).await.status, StatusCode::SEE_OTHER);
        assert_eq!(steps(&house, 2).await, "declined no_officer");
        house.book(3, -48 * 60, "confirmed", &[3]).await;
        let late = officer.post(&address(3), &[("step", "collected"), ("version", "0")]).await;
        assert!(late.body.contains("until noon of the next"), "{}", late.body);
    }

    async fn why_somebody_is_restrained_stays_with_corrections(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1, 2]).await;
        let coordinator = house.app.user("coordinator").await;
        let person = uuid(PERSON + 1).to_string();
        let restraints = format!("{}/restraints", address(1));
        let without = coordinator.post(&restraints, &[("person", &person), ("decision", "on_the_way"), ("words", "SECRET")]).await;
        assert!(without.status == StatusCode::UNPROCESSABLE_ENTITY && without.body.contains("value=\"SECRET\""), "{}", without.body);
        let decided = [("person", person.as_str()), ("decision", "on_the_way"), ("why", "escape"), ("words", "SECRET")];
        for _ in 0..2 {
            assert_eq!(coordinator.post(&restraints, &decided).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(house.text("select '' || count(*) from custody_restraint").await, "1");
        let page = coordinator.get(&address(1)).await.body;
        assert!(page.contains("restrained on the way") && page.contains("risk of escape") && page.contains("SECRET"), "{page}");
        let officer = house.app.user("officer").await;
        let page = officer.get(&address(1)).await.body;
        assert!(page.contains("restrained on the way") && !page.contains("SECRET") && !page.contains("risk of escape"), "{page}");
        assert_eq!(officer.post(&restraints, &decided).await.status, StatusCode::FORBIDDEN);
        let elsewhere = [("person", &*uuid(PERSON + 5).to_string()), ("decision", "none")];
        assert_eq!(coordinator.post(&restraints, &elsewhere).await.status, StatusCode::NOT_FOUND);
        // Health's own door to these tables shows that it was decided, and nothing of why.
        let pools = house.app.db.pools().await;
        let care = app::kit::db::Side::Care;
        assert!(pools.try_and_undo(care, "select decision from custody_restraint".to_owned()).await.is_ok());
        for column in ["reason", "words"] {
            assert!(pools.try_and_undo(care, format!("select {column} from custody_restraint")).await.is_err(), "{column}");
        }
        pools.close().await;
    }
}
