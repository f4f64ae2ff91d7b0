//! What bookings stand on, as the roles concerned live it on the demonstration data: the regime, rooms and closures, whom to keep
//! apart, who is taken where, and what has changed.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use chrono::{Days, NaiveDate};
use reqwest::StatusCode;

use crate::harness::{Answer, TestApp, id_as_text, on_both_engines};

/// Every named input of the first form to an address, as the browser would send it back.
pub fn form(page: &str, action: &str) -> Vec<(String, String)> {
    let form = page.split("<form").find(|form| form.contains(&format!("action=\"{action}\""))).unwrap();
    let form = form.split("</form>").next().unwrap();
    let attribute = |tag: &str, name: &str| {
        tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned)
    };
    form.split("<input")
        .skip(1)
        .map(|tag| tag.split('>').next().unwrap())
        .filter(|tag| !tag.contains("type=\"checkbox\"") || tag.contains(" checked"))
        .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())))
        .collect()
}

fn with<'a>(fields: &'a [(String, String)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(changes.iter().copied()).collect()
}

/// The only text of that kind in a page.
pub fn hidden(page: &str, action: &str, name: &str) -> String {
    form(page, action).into_iter().find(|(held, _)| held == name).unwrap().1
}

pub async fn text(app: &TestApp, sql: &str) -> String {
    app.db.text(&format!("select cast(({sql}) as text)")).await.unwrap_or_default()
}

pub fn today() -> NaiveDate {
    Clock::System.now().with_timezone(&chrono_tz::Europe::Belgrade).date_naive()
}

pub fn seen(answer: &Answer, expected: &[&str]) {
    for text in expected {
        assert!(answer.body.contains(text), "{text} is not in {}", answer.body);
    }
}

pub fn refused(answer: &Answer, expected: &[&str]) {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.body);
    seen(answer, expected);
}

/// The number of a patient at Dubrava with sessions ahead, and how many there are.
pub async fn booked(app: &TestApp) -> (String, String) {
    let now = Clock::System.now().to_rfc3339();
    let from = format!(
        "from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
         join custody_facility f on f.id = s.facility_id join care_patient c on c.person_id = p.id
         where f.code = 'DUB' and p.facility_id = f.id and c.status = 'open' and s.starts_at > '{now}'
           and s.status in ('requested', 'confirmed', 'in_progress')"
    );
    let number = text(app, &format!("select min(p.prison_number) {from}")).await;
    let ahead = text(app, &format!("select count(*) {from} and p.prison_number = '{number}'")).await;
    (number, ahead)
}

on_both_engines! {
    async fn a_new_regime_says_what_no_longer_fits(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, practitioner) = (app.user("coordinator").await, app.user("practitioner").await);
        let page = coordinator.get("/regime").await;
        seen(&page, &["08:00", "All sessions to come lie within the regime."]);
        let fields = form(&page.body, "/regime");

        let half = coordinator.post("/regime", &with(&fields, &[("2-am-end", ""), ("3-pm-start", "12:x")])).await;
        refused(&half, &["Enter both times", "Enter a clock time", "12:x"]);
        let early = coordinator.post("/regime", &with(&fields, &[("2-pm-start", "11:00")])).await;
        refused(&early, &["begins before the one before it has ended"]);

        let later: Vec<_> = (1..=5).map(|day| format!("{day}-am-start")).collect();
        let later: Vec<_> = later.iter().map(|field| (field.as_str(), "09:20")).collect();
        for _ in 0..2 {
            let saved = coordinator.post("/regime", &with(&fields, &later)).await;
            assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/regime"));
        }
        let told = "select count(*) from custody_change where kind = 'regime_changed' and touched > 0";
        assert_eq!(text(&app, told).await, "1", "the same form twice changes the regime once");
        seen(&coordinator.get("/regime").await, &["09:20", "lie outside the regime", "They stay booked"]);

        // A page from before, with another change on it.
        let stale = coordinator.post("/regime", &with(&fields, &[("5-eve-end", "20:00")])).await;
        refused(&stale, &["Somebody has changed the regime since", "20:00"]);
        let again = form(&stale.body, "/regime");
        assert_eq!(coordinator.post("/regime", &with(&again, &[])).await.status, StatusCode::SEE_OTHER);

        // Health reads it, and takes note for itself.
        assert_eq!(practitioner.get("/regime").await.status, StatusCode::FORBIDDEN);
        seen(&practitioner.get("/schedule/places").await, &["20:00"]);
        seen(&practitioner.get("/today").await, &["have not been seen yet"]);
        let open = practitioner.get("/schedule/changes").await;
        seen(&open, &["Regime changed", "Friday AM 08:00–11:45 → Monday AM 09:20–11:45"]);
        let change = hidden(&open.body, "/schedule/changes", "change");
        let by_care_alone = "select count(*) from custody_change where care_seen_at is not null and custody_seen_at is null";
        let before: i32 = text(&app, by_care_alone).await.parse().unwrap();
        for _ in 0..2 {
            assert_eq!(practitioner.post("/schedule/changes", &[("change", &change)]).await.status, StatusCode::SEE_OTHER);
        }
        let all = form(&practitioner.get("/schedule/changes").await.body, "/schedule/changes");
        assert!(all.iter().all(|(_, value)| *value != change), "what was seen is gone from the list");
        assert_eq!(text(&app, by_care_alone).await, (before + 1).to_string(), "one side does not see for the other");
        assert_eq!(practitioner.post("/changes", &[("change", &change)]).await.status, StatusCode::FORBIDDEN);
    }

    async fn a_closure_names_the_sessions_in_it(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, practitioner) = (app.user("coordinator").await, app.user("practitioner").await);
        let page = coordinator.get("/closures").await;
        seen(&page, &["holiday", "repairs", "Past closures"]);
        let id = hidden(&page.body, "/closures", "id");
        let next_week = (today() + Days::new(14)).to_string();
        let tomorrow = today().to_string();
        let bad = [("id", id.as_str()), ("kind", "holiday"), ("from", "31.2.2026"), ("until", "2026-01-01"), ("from_time", "9"), ("until_time", "")];
        refused(&coordinator.post("/closures", &bad).await, &["There is no such day", "Enter a clock time", "31.2.2026"]);
        let long_ago = [("id", id.as_str()), ("kind", "holiday"), ("from", "2020-01-01")];
        refused(&coordinator.post("/closures", &long_ago).await, &["This is over already"]);
        let good = [("id", id.as_str()), ("kind", "operational"), ("from", tomorrow.as_str()), ("until", next_week.as_str())];
        let closed = coordinator.post("/closures", &good).await;
        assert_eq!(coordinator.post("/closures", &good).await.location(), closed.location(), "sent twice, closed once");
        let id = closed.location().strip_prefix("/closures/").unwrap_or_else(|| panic!("{}", closed.body));
        let touched = text(&app, "select max(touched) from custody_change where kind = 'room_closed'").await;
        assert_ne!(touched, "0");
        assert_eq!(text(&app, "select count(*) from custody_closure where kind = 'operational'").await, "1");
        let one = coordinator.get(&format!("/closures/{id}")).await;
        seen(&one, &["Whole facility", "are booked then", "Health unit – ", "/slots/"]);
        assert!(!one.body.contains("Take the closure back</h1>"));
        seen(&practitioner.get("/schedule/places").await, &["operational"]);
        assert_eq!(practitioner.get("/closures").await.status, StatusCode::FORBIDDEN);

        // Another facility has nothing to do with it.
        let elsewhere = app.user("coordinator2").await;
        assert_eq!(elsewhere.get(&format!("/closures/{id}")).await.status, StatusCode::NOT_FOUND);
        for _ in 0..2 {
            assert_eq!(coordinator.post(&format!("/closures/{id}/end"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        seen(&coordinator.get(&format!("/closures/{id}")).await, &["taken back"]);
    }

    async fn a_room_is_given_to_health_by_the_part(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        let rooms = coordinator.get("/rooms").await;
        seen(&rooms, &["Activity room", "Monday AM, PM", "may book"]);
        let row = rooms.body.split("<tr>").find(|row| row.contains("Activity room<")).unwrap();
        let room = row.split("href=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let page = coordinator.get(&room).await;
        let fields = form(&page.body, &room);
        let kind = ("kind", "activity");
        refused(&coordinator.post(&room, &with(&fields, &[kind, ("capacity", "0")])).await, &["Enter a whole number"]);
        refused(&coordinator.post(&room, &with(&fields, &[kind, ("usable", "")])).await, &["must be one that health may book"]);
        let mut more = with(&fields, &[kind, ("capacity", "11")]);
        more.push(("claim", "4.pm"));
        for _ in 0..2 {
            assert_eq!(coordinator.post(&room, &more).await.location(), "/rooms");
        }
        seen(&coordinator.get("/rooms").await, &["Monday AM, PM · Thursday PM"]);
        let stale = coordinator.post(&room, &with(&fields, &[kind, ("capacity", "12")])).await;
        refused(&stale, &["Somebody has changed this room since", "value=\"12\""]);
    }

    async fn a_pair_is_kept_apart_and_the_reason_stays(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, officer, practitioner) =
            (app.user("coordinator").await, app.user("officer").await, app.user("practitioner").await);
        let number = |n: usize| format!("(select prison_number from custody_person p join custody_wing w on w.id = p.wing_id
             join access_grant g on g.wing_id = w.id join access_user u on u.id = g.user_id
             where u.username = 'officer' and p.presence = 'present' order by prison_number desc limit 1 offset {n})");
        let (one, other) = (text(&app, &number(0)).await, text(&app, &number(1)).await);
        let page = coordinator.get("/cautions/pairs/new").await;
        let fields = form(&page.body, "/cautions/pairs/new");
        let send = |one: &str, other: &str, more: &[(&str, &str)]| {
            let mut all: Vec<(String, String)> = with(&fields, more).into_iter().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
            all.retain(|(name, _)| !["one", "other"].contains(&name.as_str()));
            all.extend([("one".to_owned(), one.to_owned()), ("other".to_owned(), other.to_owned())]);
            all
        };
        let reason = ("reason", "TESTREASON of security");
        for (sent, expected) in [
            (send(&one, "nobody-1", &[reason]), "Nobody here has this number"),
            (send(&one, &one, &[reason]), "These are the same person"),
            (send(&one, &other, &[("reason", "")]), "Fill this in"),
            (send(&one, &other, &[reason, ("review_on", "2029-01-01")]), "within half a year"),
            (send(&one, &other, &[reason, ("ends_on", "2020-01-01")]), "before the first"),
        ] {
            let sent: Vec<_> = sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            refused(&coordinator.post("/cautions/pairs/new", &sent).await, &[expected, &one]);
        }
        let good = send(&one.to_lowercase(), &other, &[reason]);
        let good: Vec<_> = good.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let pair = coordinator.post("/cautions/pairs/new", &good).await.location().to_owned();
        assert_eq!(coordinator.post("/cautions/pairs/new", &good).await.location(), pair);
        assert_eq!(text(&app, "select count(*) from custody_keep_apart where reason like 'TESTREASON%'").await, "1");
        let fresh = form(&coordinator.get("/cautions/pairs/new").await.body, "/cautions/pairs/new");
        let twice = [("one", other.as_str()), ("other", one.as_str()), reason];
        refused(&coordinator.post("/cautions/pairs/new", &with(&fresh, &twice)).await, &["kept apart already"]);

        seen(&coordinator.get("/cautions").await, &["TESTREASON", "without end"]);
        let own = officer.get("/cautions").await;
        seen(&own, &[&one, &other]);
        assert!(!own.body.contains("TESTREASON") && !own.body.contains("Reason"), "{}", own.body);
        assert_eq!(officer.get(&pair).await.status, StatusCode::FORBIDDEN);
        assert_eq!(practitioner.get("/cautions").await.status, StatusCode::FORBIDDEN);

        // Due soon, changed over a newer version, ended.
        let held = form(&coordinator.get(&pair).await.body, &pair);
        let soon = (today() + Days::new(3)).to_string();
        let moved = with(&held, &[("review_on", &soon), reason]);
        assert_eq!(coordinator.post(&pair, &moved).await.location(), "/cautions");
        seen(&coordinator.get("/cautions?show=due").await, &["TESTREASON", "Alerts"]);
        let ends = today().to_string();
        let stale = coordinator.post(&pair, &with(&held, &[("ends_on", &ends), reason])).await;
        refused(&stale, &["Somebody has changed this since", &ends]);
        seen(&coordinator.get("/cautions?show=alerts").await, &["Alert", "Look again on"]);
        assert_eq!(coordinator.get("/cautions?show=past&page=2").await.status, StatusCode::OK);
    }

    async fn an_alert_is_set_by_number_and_changed(engine) {
        let app = TestApp::demo(engine).await;
        let coordinator = app.user("coordinator").await;
        let (number, _) = booked(&app).await;
        let fields = form(&coordinator.get("/cautions/alerts/new").await.body, "/cautions/alerts/new");
        let empty = coordinator.post("/cautions/alerts/new", &with(&fields, &[("number", "x"), ("reason", "")])).await;
        refused(&empty, &["Nobody here has this number", "Choose one of the options", "Fill this in"]);
        let good = with(&fields, &[("number", &number), ("kind", "escape_list"), ("reason", "ALERTREASON")]);
        for _ in 0..2 {
            assert_eq!(coordinator.post("/cautions/alerts/new", &good).await.location(), "/cautions?show=alerts");
        }
        assert_eq!(text(&app, "select count(*) from custody_alert where reason = 'ALERTREASON'").await, "1");
        let id = id_as_text(engine, "id");
        let id = text(&app, &format!("select {id} from custody_alert where reason = 'ALERTREASON'")).await;
        if engine == Engine::Postgres {
            let alert = format!("/cautions/alerts/{id}");
            let page = coordinator.get(&alert).await;
            let action = format!("/cautions/alerts/{}", id.parse::<uuid::Uuid>().unwrap());
            let held = form(&page.body, &action);
            let ends = today().to_string();
            let ended = with(&held, &[("ends_on", &ends), ("reason", "ALERTREASON")]);
            assert_eq!(coordinator.post(&alert, &ended).await.status, StatusCode::SEE_OTHER);
            refused(&coordinator.post(&alert, &with(&held, &[("reason", "other")])).await, &["Somebody has changed this since"]);
        }
    }

    async fn nobody_learns_where_somebody_is_taken(engine) {
        let app = TestApp::demo(engine).await;
        let (coordinator, practitioner) = (app.user("coordinator").await, app.user("practitioner").await);
        let now = Clock::System.now().to_rfc3339();
        // A session of the first coming day that calls somebody, and the wing and part of it.
        let row = |what: &str| format!(
            "select {what} from custody_slot s join custody_slot_person sp on sp.slot_id = s.id join custody_person p on p.id = sp.person_id
             join custody_facility f on f.id = s.facility_id where f.code = 'DUB' and s.status = 'confirmed' and s.starts_at > '{now}'
             and p.presence = 'present' order by s.starts_at desc, p.prison_number limit 1");
        let number = text(&app, &row("p.prison_number")).await;
        let page = coordinator.get("/outings").await;
        seen(&page, &["court", "visit"]);
        let id = hidden(&page.body, "/outings", "id");
        let (from, until) = (today().to_string(), (today() + Days::new(20)).to_string());
        let wrong = [("id", id.as_str()), ("number", "none"), ("from", from.as_str()), ("kind", "")];
        refused(&coordinator.post("/outings", &wrong).await, &["Nobody here has this number", "Choose one of the options"]);
        let good = [("id", id.as_str()), ("number", number.as_str()), ("kind", "court"), ("from", from.as_str()), ("until", until.as_str())];
        for _ in 0..2 {
            assert_eq!(coordinator.post("/outings", &good).await.location(), "/outings");
        }
        seen(&coordinator.get("/outings").await, &[&number, "booked then"]);
        assert_eq!(text(&app, &format!("select count(*) from custody_outing o join custody_person p on p.id = o.person_id where p.prison_number = '{number}'")).await, "1");

        let wing: uuid::Uuid = text(&app, &row(&id_as_text(engine, "p.wing_id"))).await.parse().unwrap();
        let at: chrono::DateTime<chrono::FixedOffset> = {
            let instant = if engine == Engine::Sqlite { "s.starts_at" } else { "to_char(s.starts_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')" };
            text(&app, &row(instant)).await.replace("+00:00", "Z").parse().unwrap()
        };
        let date = at.with_timezone(&chrono_tz::Europe::Belgrade).date_naive();
        let part = text(&app, &row("s.part")).await;
        let list = coordinator.get(&format!("/unlock?wing={wing}&date={date}&part={part}")).await;
        let mine = list.body.split("<li").find(|item| item.contains(&number)).unwrap();
        assert_eq!(mine.contains("Temporarily absent"), date == today(), "a list of a day to come says nothing");
        assert!(!mine.contains("court") && !mine.contains("Court"));
        assert_eq!(practitioner.get("/outings").await.status, StatusCode::FORBIDDEN);
        // Health reads on the day that somebody is away, and not where.
        let patient = text(&app, &row(&id_as_text(engine, "p.id"))).await.parse::<uuid::Uuid>().unwrap();
        let head = practitioner.get(&format!("/patients/{patient}")).await.body;
        assert!(head.contains("away today") && !head.contains("court") && !head.contains("Court"), "{head}");
        // What the form made keeps the time of the id that it carried.
        let listed = coordinator.get("/outings").await.body;
        let begin = format!("/outings/{}", &id[..18]);
        let ending = listed.split('"').find(|part| part.starts_with(&begin) && part.ends_with("/end")).unwrap();
        let end = form(&listed, ending);
        assert!(end.is_empty());
        assert_eq!(coordinator.post(ending, &[]).await.location(), "/outings");
    }
}
