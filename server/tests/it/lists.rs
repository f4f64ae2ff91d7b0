//! Lists on paper and marks that come late: printed, changed since, acknowledged, entered afterwards; sent by a phone that was without
//! network; put right by the coordinator. On the small prison of the custody stories.

use app::i18n::Lang;
use app::kit::db::Engine;
use chrono::TimeDelta;
use reqwest::StatusCode;

use crate::custody::{Booking, CELL, FACILITY, KITCHEN, PERSON, Prison, SLOT, WING_C, WING_D};
use crate::harness::{Answer, Browser, on_both_engines, statements, statements_of_page, uuid};

const LIST: u128 = 5000;

impl Prison {
    /// Prints wing C's unlock list of today.
    async fn print(&self, browser: &Browser, id: u128) -> Answer {
        let (id, wing, date) = (uuid(LIST + id).to_string(), uuid(WING_C).to_string(), self.today());
        let form = [("id", id.as_str()), ("kind", "unlock"), ("wing", &wing), ("date", &date), ("part", "am")];
        browser.post("/lists", &form).await
    }

    fn today(&self) -> String {
        self.now.date_naive().to_string()
    }

    /// A mark as a phone sends it: its own name, and the minutes from seven o'clock at which it was made.
    async fn phone(&self, browser: &Browser, id: u128, row: &str, mark: &str, minutes: i64) -> Answer {
        let (id, at) = (uuid(9000 + id).to_string(), (self.now + TimeDelta::minutes(minutes)).to_rfc3339());
        let reason = if mark == "not_brought" { "visit" } else { "" };
        let form = [("id", id.as_str()), ("row", row), ("mark", mark), ("reason", reason), ("made_at", &at)];
        browser.post("/unlock/marks", &form).await
    }

    async fn rehouse(&self, person: u128, wing: u128) {
        let (wing, person) = (self.app.id(wing), self.app.id(PERSON + person));
        self.app.run(&format!("update custody_person set wing_id = {wing}, cell = 'D1-01' where id = {person}")).await;
    }
}

fn list(id: u128) -> String {
    format!("/lists/{}", uuid(LIST + id))
}

fn history(slot: u128, person: u128) -> String {
    format!("/movements/{}/{}", uuid(SLOT + slot), uuid(PERSON + person))
}

fn version(answer: &Answer) -> &str {
    answer.headers.get("x-version").map_or("", |value| value.to_str().unwrap())
}

/// The digest that a page's form would send.
fn digest(page: &str) -> String {
    page.split("name=\"digest\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

on_both_engines! {
    async fn a_printed_list_tells_what_changed_and_the_wing_says_that_it_knows(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1, 2, 3])).await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        // Sent twice, it is printed once.
        for _ in 0..2 {
            let printed = prison.print(&officer, 1).await;
            assert_eq!((printed.status, printed.location()), (StatusCode::SEE_OTHER, list(1).as_str()), "{}", printed.body);
        }
        let paper = officer.get(&list(1)).await.body;
        for expected in ["List 1, version 1", "by Name of officer", "FAMILY2, Given", "3 people to unlock, 3 leaving the wing, 0 staying", "Nothing has changed"] {
            assert!(paper.contains(expected), "{expected}: {paper}");
        }

        // One moves to another wing, one session is moved, another begins.
        prison.rehouse(2, WING_D).await;
        prison.book(Booking(2, CELL, 3, "confirmed", &[4])).await;
        prison.app.run(&format!("update custody_slot set escort_officers = 3, version = version + 1 where id = {}", prison.app.id(SLOT + 1))).await;
        let page = officer.get(&prison.list(WING_C, 0)).await.body;
        assert!(page.contains("List 1, version 1") && page.contains("Changed since print: 4 lines"), "{page}");
        let changes = officer.get(&format!("{}/changes", list(1))).await.body;
        for expected in ["Now lives in wing D", "Not on the printed list", "Escort: 2 officers, in sight → 3 officers, in sight", "No wing officer has confirmed this yet."] {
            assert!(changes.contains(expected), "{expected}: {changes}");
        }
        // What was printed stays what it was.
        assert!(officer.get(&list(1)).await.body.contains("FAMILY2, Given"));

        let seen = format!("{}/seen", list(1));
        let digest = digest(&changes);
        prison.book(Booking(3, CELL, 5, "confirmed", &[5])).await;
        let late = officer.post(&seen, &[("digest", &digest)]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("More has changed while you were reading"), "{}", late.body);
        let digest = self::digest(&late.body);
        for _ in 0..2 {
            assert_eq!(officer.post(&seen, &[("digest", &digest)]).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(prison.text("select cast(count(*) as text) from custody_list_seen").await, "1");
        assert_eq!(coordinator.post(&seen, &[("digest", &digest)]).await.status, StatusCode::FORBIDDEN);
        let register = coordinator.get(&format!("/lists?date={}", prison.today())).await.body;
        assert!(register.contains("Seen by Name of officer") && register.contains("Changed since print: 5 lines"), "{register}");

        // Printed again, it is the next version, and holds.
        prison.print(&officer, 2).await;
        let again = officer.get(&list(2)).await.body;
        assert!(again.contains("List 1, version 2") && again.contains("Nothing has changed") && !again.contains("FAMILY2"), "{again}");
        assert!(officer.get(&list(1)).await.body.contains("This is not the newest version."));
        assert_eq!(officer.get("/lists?number=1").await.location(), list(2));
        assert_eq!(officer.get("/lists?number=7").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn paper_keeps_the_language_of_whoever_printed_it(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        officer.post("/language", &[("lang", "sr"), ("back", "/")]).await;
        prison.print(&officer, 1).await;
        let read = coordinator.get(&list(1)).await.body;
        let (screen, paper) = read.rsplit_once("lang=\"sr-Latn\"").unwrap();
        let (en, sr) = (Lang::En, Lang::Sr);
        assert!(screen.contains(&*en.t("lists-how-to-print")), "{screen}");
        for key in ["unlock-sheet-cautions", "unlock-sheet-time-place", "unlock-sheet-stayed"] {
            assert!(paper.contains(&*sr.t(key)) && !paper.contains(&*en.t(key)), "{key}: {paper}");
        }
    }

    async fn other_wings_lists_are_not_an_officers(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1, 51])).await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        let (id, wing, date) = (uuid(LIST + 1).to_string(), uuid(WING_D).to_string(), prison.today());
        let form = [("id", id.as_str()), ("kind", "unlock"), ("wing", &wing), ("date", &date), ("part", "am")];
        assert_eq!(officer.post("/lists", &form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(coordinator.post("/lists", &form).await.status, StatusCode::SEE_OTHER);
        for path in ["", "/changes", "/catch-up"] {
            assert_eq!(officer.get(&format!("{}{path}", list(1))).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert!(!officer.get(&format!("/lists?date={date}")).await.body.contains("Wing D"));
        assert_eq!(prison.app.user("practitioner").await.get(&list(1)).await.status, StatusCode::FORBIDDEN);
        // The movement list holds all wings for the coordinator, and the own one for an officer.
        let all = coordinator.get(&format!("/movements?date={date}&part=am")).await.body;
        assert!(all.contains("FAMILY51") && all.contains("FAMILY1, Given") && all.contains("Kitchen"), "{all}");
        let own = officer.get(&format!("/movements?date={date}&part=am")).await.body;
        assert!(!own.contains("FAMILY51") && own.contains("FAMILY1, Given"), "{own}");
    }

    async fn slips_tell_the_person_less_than_staff(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1, 2])).await;
        let coordinator = prison.app.user("coordinator").await;
        let (id, wing, person, date) = (uuid(LIST + 1).to_string(), uuid(WING_C).to_string(), uuid(PERSON + 2).to_string(), prison.today());
        let long = "x".repeat(401);
        let form = |text: &'static str| {
            vec![("id", id.clone()), ("kind", "slips".to_owned()), ("wing", wing.clone()), ("person", person.clone()), ("date", date.clone()),
                 ("part", "am".to_owned()), ("person-text", text.to_owned()), ("staff-text", "Search first".to_owned()), ("layout", "one".to_owned())]
        };
        fn borrow<'a>(form: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
            form.iter().map(|(name, value)| (*name, value.as_str())).collect()
        }
        let mut refused = form("");
        refused[6].1 = long;
        let refused = coordinator.post("/lists", &borrow(&refused)).await;
        assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("Search first"), "{}", refused.body);
        coordinator.post("/lists", &borrow(&form("Bring your glasses"))).await;
        let slips = coordinator.get(&list(1)).await.body;
        assert!(slips.contains("class=\"slips alone\"") && slips.contains("FAMILY2, Given") && !slips.contains("FAMILY1,"), "{slips}");
        let (own, staff) = slips.split_once("For staff only").unwrap();
        assert!(own.contains("Bring your glasses") && !own.contains("Search first") && !own.contains("2 officers"), "{own}");
        assert!(staff.contains("Search first") && staff.contains("2 officers, in sight"), "{staff}");
    }

    async fn what_came_back_on_paper_is_entered_and_says_so(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1, 2, 3])).await;
        let officer = prison.app.user("officer").await;
        prison.print(&officer, 1).await;
        prison.rehouse(3, WING_D).await;
        prison.app.clock.set(prison.now + TimeDelta::hours(3));
        let officer = prison.app.user("officer").await;
        let path = format!("{}/catch-up", list(1));
        assert!(officer.get(&path).await.body.contains("FAMILY3, Given"));
        // Somebody has marked the second meanwhile; the page is older than that.
        prison.mark(&officer, &Prison::row(1, 2, 1), "not_brought", "work").await;
        let typed = [("time", ""), ("version-0", "1"), ("mark-0", "arrived"), ("time-0", "8.10"), ("version-1", "1"), ("mark-1", "arrived"),
                     ("time-1", "08:11"), ("version-2", "1"), ("mark-2", "not_brought.court"), ("time-2", "")];
        let refused = officer.post(&path, &typed).await;
        assert!(refused.body.contains("Enter a time such as 09:50."), "{}", refused.body);
        let typed = [("time", "08:12"), ("version-0", "1"), ("mark-0", "arrived"), ("time-0", "08:10"), ("version-1", "1"), ("mark-1", "arrived"),
                     ("time-1", ""), ("version-2", "1"), ("mark-2", "not_brought.court"), ("time-2", "")];
        let refused = officer.post(&path, &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains("It now says: Not brought: work") && refused.body.contains("value=\"08:10\""), "{}", refused.body);
        assert_eq!(prison.movement(1, 1).await, "expected - 1 0", "nothing is half written");
        let entered: Vec<(&str, &str)> = typed.into_iter().filter(|(name, _)| *name != "mark-1").collect();
        let done = officer.post(&path, &entered).await;
        assert_eq!(done.location(), path, "{}", done.body);
        assert_eq!(prison.movement(1, 1).await, "arrived - 2 1");
        // Who lives in another wing by now still stands on this paper.
        assert_eq!(prison.movement(1, 3).await, "not_brought court 2 1");
        let marks = officer.get(&history(1, 1)).await.body;
        assert!(marks.contains("From paper, list 1") && marks.contains("08:10"), "{marks}");
        // Sent twice, it is entered once.
        officer.post(&path, &entered).await;
        assert_eq!(prison.movement(1, 1).await, "arrived - 2 1");
    }

    async fn a_mark_made_without_network_arrives_once_and_in_its_time(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, -1, "confirmed", &[1, 2])).await;
        let officer = prison.app.user("officer").await;
        // The first answer was lost: the same mark comes again.
        for _ in 0..2 {
            let sent = prison.phone(&officer, 1, &Prison::row(1, 1, 1), "unlocked", -40).await;
            assert_eq!((sent.status, version(&sent)), (StatusCode::NO_CONTENT, "2"), "{}", sent.body);
        }
        let sent = prison.phone(&officer, 2, &Prison::row(1, 1, 2), "arrived", -30).await;
        assert_eq!((sent.status, version(&sent)), (StatusCode::NO_CONTENT, "3"));
        assert_eq!(prison.movement(1, 1).await, "arrived - 3 2");
        let made = officer.get(&history(1, 1)).await.body;
        assert!(made.contains("From a phone"), "{made}");
        // The first comes a third time, after the second: it is still what it was.
        assert_eq!(version(&prison.phone(&officer, 1, &Prison::row(1, 1, 1), "unlocked", -40).await), "2");

        // Somebody else has said something else.
        prison.mark(&officer, &Prison::row(1, 2, 1), "not_brought", "court").await;
        let refused = prison.phone(&officer, 3, &Prison::row(1, 2, 1), "arrived", -20).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.body.starts_with("Not brought: court") && !refused.body.contains("FAMILY"), "{}", refused.body);

        // A clock that is ahead does not make anything happen later than now; a mark from before the day is none.
        prison.book(Booking(2, CELL, 2, "confirmed", &[3, 4])).await;
        prison.phone(&officer, 4, &Prison::row(2, 3, 1), "unlocked", 600).await;
        let later = prison.text(&format!("select cast(count(*) as text) from custody_movement where at > {}", prison.at(0))).await;
        assert_eq!((prison.movement(2, 3).await.as_str(), later.as_str()), ("unlocked - 2 1", "0"));
        assert_eq!(prison.phone(&officer, 5, &Prison::row(2, 4, 1), "unlocked", -24 * 60).await.status, StatusCode::CONFLICT);
        for (row, mark) in [("x", "unlocked"), (Prison::row(2, 4, 1).as_str(), "not_a_mark")] {
            assert_eq!(prison.phone(&officer, 6, row, mark, 0).await.status, StatusCode::BAD_REQUEST);
        }
        assert_eq!(prison.app.visitor().post("/unlock/marks", &[]).await.status, StatusCode::UNAUTHORIZED);

        // Sent the next day with the time of the day itself.
        prison.app.clock.set(prison.now + TimeDelta::days(1));
        let officer = prison.app.user("officer").await;
        assert_eq!(prison.phone(&officer, 7, &Prison::row(2, 4, 1), "arrived", 130).await.status, StatusCode::NO_CONTENT);
        assert_eq!(prison.phone(&officer, 8, &Prison::row(2, 4, 2), "returned", 180).await.status, StatusCode::NO_CONTENT);
        prison.app.clock.set(prison.now + TimeDelta::days(8));
        let officer = prison.app.user("officer").await;
        assert_eq!(prison.phone(&officer, 9, &Prison::row(2, 3, 2), "arrived", 130).await.status, StatusCode::CONFLICT);
    }

    async fn of_two_officers_at_one_door_one_is_told(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        let row = Prison::row(1, 1, 1);
        let (one, other) = tokio::join!(prison.phone(&officer, 1, &row, "unlocked", 0), prison.phone(&coordinator, 2, &row, "not_brought", 0));
        let mut states = [one.status, other.status];
        states.sort();
        assert_eq!(states, [StatusCode::NO_CONTENT, StatusCode::CONFLICT]);
        assert!(prison.movement(1, 1).await.ends_with("2 1"));
    }

    async fn the_coordinator_puts_right_and_the_history_keeps_what_was_said(engine) {
        let prison = Prison::open(engine).await;
        prison.book(Booking(1, KITCHEN, -1, "completed", &[1])).await;
        prison.app.run(&format!("update custody_slot set status = 'confirmed' where id = {}", prison.app.id(SLOT + 1))).await;
        let officer = prison.app.user("officer").await;
        prison.mark(&officer, &Prison::row(1, 1, 1), "not_brought", "work").await;
        prison.app.clock.set(prison.now + TimeDelta::days(2));
        let (officer, coordinator) = (prison.app.user("officer").await, prison.app.user("coordinator").await);
        let path = history(1, 1);
        assert!(!officer.get(&path).await.body.contains("Put right</button>"));
        let form = |why: &'static str, version: &'static str| [("version", version), ("movement", "arrived"), ("reason", ""), ("time", "08:05"), ("why", why)];
        assert_eq!(officer.post(&path, &form("mistake", "2")).await.status, StatusCode::FORBIDDEN);
        assert_eq!(coordinator.post(&path, &form("", "2")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let stale = coordinator.post(&path, &form("wrong_person", "1")).await;
        assert!(stale.body.contains("It now says: Not brought: work"), "{}", stale.body);
        for _ in 0..2 {
            assert_eq!(coordinator.post(&path, &form("wrong_person", "2")).await.location(), path);
        }
        assert_eq!(prison.movement(1, 1).await, "arrived - 3 2");
        let page = coordinator.get(&path).await.body;
        for expected in ["Not brought: work", "Name of officer", "Put right: Wrong person", "Name of coordinator", "Nothing yet"] {
            assert!(page.contains(expected), "{expected}: {page}");
        }
        // Of health's account there is one word.
        let no = prison.app.yes(false);
        prison.app.run(&format!("update custody_slot_person set came = {no} where slot_id = {}", prison.app.id(SLOT + 1))).await;
        assert!(coordinator.get(&path).await.body.contains("Did not come"));
    }

    async fn eight_hundred_people_are_one_list(engine) {
        let prison = Prison::open(engine).await;
        let coordinator = prison.app.user("coordinator").await;
        prison.book(Booking(1, KITCHEN, 1, "confirmed", &[1])).await;
        let few = print_counts(&prison, &coordinator, 1).await;
        let (facility, by, at) = (prison.app.id(FACILITY), prison.app.id(1), prison.at(-48));
        let mut sql = "update custody_room set capacity = 1000;".to_owned();
        for n in 200..1000u128 {
            let (id, wing) = (prison.app.id(PERSON + 10_000 + n), prison.app.id(WING_C));
            sql.push_str(&format!(
                "insert into custody_person (id, facility_id, prison_number, family_name, given_name, birth_date, sex, legal_status, presence, wing_id, cell,
                   language, sort_name, created_by, created_at, version)
                 values ({id}, {facility}, 'B-{n}', 'Crowd{n}', 'Given', '1990-01-01', 'male', 'sentenced', 'present', {wing}, 'C3-{n}', 'sq', 'crowd{n}', {by}, {at}, 1);
                 insert into custody_slot_person (slot_id, person_id, facility_id, starts_at, ends_at, movement, version)
                 values ({}, {id}, {facility}, {}, {}, 'expected', 1);",
                prison.app.id(SLOT + 1), prison.at(1), prison.at(2)
            ));
        }
        prison.app.run(&sql).await;
        assert_eq!(print_counts(&prison, &coordinator, 20).await, few, "as many statements for 801 people as for one");
        let page = coordinator.get(&list(20)).await.body;
        assert_eq!(page.matches("<tr>").count(), 803);
        assert!(page.ends_with("</html>") && page.len() < 600_000, "{}", page.len());
    }
}

/// The least number of statements of a print and of its page.
async fn print_counts(prison: &Prison, browser: &Browser, first: u128) -> (u64, u64) {
    let mut ids = first..;
    let print = statements(async || drop(prison.print(browser, ids.next().expect("numbers do not end")).await)).await;
    (print, statements_of_page(browser, &list(first)).await)
}
