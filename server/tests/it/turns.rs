//! Whoever books, moves or cancels at one facility takes turns: what races ends well on either engine, and the letters of a day stay
//! apart.

use reqwest::StatusCode;

use app::kit::db::Engine;

use crate::harness::{Answer, Browser, on_both_engines, uuid};
use crate::lockdowns::{House, ROOM, SLOT, address, declare, form};

on_both_engines! {
    async fn bookings_that_race_with_a_lockdown_are_in_it_or_refused(engine) {
        let house = House::open(engine).await;
        let coordinator = house.app.user("coordinator").await;
        let lockdown_form = form(&house, 1, "facility");
        let lockdown = declare(&coordinator, &lockdown_form);
        let bookings: Vec<String> = (1..=9).map(|n| house.booking(n, 60 + i64::try_from(n).unwrap(), "requested", &[n])).collect();
        let racing = book_in_turn(&house, &bookings);
        let (answer, booked) = tokio::join!(lockdown, racing);
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        for refused in booked.into_iter().filter_map(Result::err) {
            assert!(refused.contains("custody_lockdown_holds"), "{refused}");
        }
        let live = "select '' || count(*) from custody_slot where status in ('requested', 'confirmed')";
        assert_eq!(house.text(live).await, "0", "a booking slipped through");
    }

    /// Bookings that stand in two orders: a lockdown takes them all, each move one. Nobody waits for ever, and nobody slips through.
    async fn moves_that_race_with_a_lockdown_take_turns(engine) {
        let house = House::open(engine).await;
        for n in 1..=8 {
            house.book(n, 60 + i64::try_from(n).unwrap(), "confirmed", &[n]).await;
        }
        let (coordinator, other) = (house.app.user("coordinator").await, house.app.user("coordinator").await);
        for round in 1..=4 {
            let lockdown_form = form(&house, round, "facility");
            let lockdown = declare(&coordinator, &lockdown_form);
            let (early, late) = (move_all(&house, &coordinator, 1..=4), move_all(&house, &other, 5..=8));
            let (answer, early, late) = tokio::join!(lockdown, early, late);
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
            for answer in early.into_iter().chain(late) {
                assert!(matches!(answer.status, StatusCode::SEE_OTHER | StatusCode::UNPROCESSABLE_ENTITY), "{} {}", answer.status, answer.body);
            }
            let within = "select '' || count(*) from custody_slot s join custody_lockdown l on l.starts_at < s.ends_at and l.ends_at > s.starts_at
                where s.status in ('requested', 'confirmed') and l.undone_at is null";
            assert_eq!(house.text(within).await, "0");
            let undone = coordinator.post(&format!("{}/undo", address(round)), &[]).await;
            assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.body);
        }
    }

    async fn a_session_that_comes_to_another_day_has_a_letter_of_its_own(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1]).await;
        house.book(2, 60 + 24 * 60, "confirmed", &[2]).await;
        let coordinator = house.app.user("coordinator").await;
        let letter = |n: u128| format!("select label_letter from custody_slot where id = {}", house.app.id(SLOT + n));
        let moved = move_on(&house, &coordinator, 1, (1, "13:30")).await;
        assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.body);
        assert_eq!((house.text(&letter(1)).await, house.text(&letter(2)).await), ("C".to_owned(), "B".to_owned()));
        // Within its day, and where nobody else has it, it keeps what is on the slips.
        assert_eq!(move_on(&house, &coordinator, 1, (1, "14:30")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(move_on(&house, &coordinator, 1, (2, "14:30")).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.text(&letter(1)).await, "C");
    }

    async fn of_two_coordinators_who_move_a_session_one_is_told(engine) {
        let house = House::open(engine).await;
        house.book(1, 60, "confirmed", &[1]).await;
        let (first, second) = (house.app.user("coordinator").await, house.app.user("coordinator").await);
        let (one, two) = tokio::join!(move_to(&house, &first, 1, "10:30"), move_to(&house, &second, 1, "13:30"));
        let mut answers = [one, two];
        answers.sort_by_key(|answer| answer.status);
        assert_eq!(answers.each_ref().map(|answer| answer.status), [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        assert!(answers[1].body.contains("Somebody has changed this since you opened it. It is now:"), "{}", answers[1].body);
        assert_eq!(house.text("select '' || count(*) from custody_change where kind = 'slot_moved'").await, "1");
    }
}

/// Moves a session within today, to a time by the clock of the place.
async fn move_to(house: &House, coordinator: &Browser, n: u128, start: &str) -> Answer {
    move_on(house, coordinator, n, (0, start)).await
}

async fn move_on(house: &House, coordinator: &Browser, n: u128, (days, start): (i64, &str)) -> Answer {
    let slot = uuid(SLOT + n);
    let form = coordinator.get(&format!("/slots/{slot}/move")).await.body;
    let version = form
        .split("name=\"version\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or("0")
        .to_owned();
    let (date, room) = (house.day(days), uuid(ROOM + 600 + n % 10).to_string());
    let fields = [
        ("version", version.as_str()),
        ("date", date.as_str()),
        ("start", start),
        ("room", room.as_str()),
        ("reason", "operational"),
    ];
    coordinator.post(&format!("/slots/{slot}/move"), &fields).await
}

async fn move_all(house: &House, coordinator: &Browser, slots: std::ops::RangeInclusive<u128>) -> Vec<Answer> {
    let mut answers = Vec::new();
    for n in slots {
        answers.push(move_to(house, coordinator, n, "13:30").await);
    }
    answers
}

async fn book_in_turn(house: &House, bookings: &[String]) -> Vec<Result<u64, String>> {
    let mut done = Vec::new();
    for sql in bookings {
        done.push(house.app.db.as_owner(sql).await.map_err(|error| error.to_string()));
    }
    done
}
