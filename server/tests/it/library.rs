//! The library of activities and its kits: proposed, approved, cleared or refused, and asked for.

use app::kit::clock::Clock;
use app::kit::db::Engine;
use app::setup::bring_up_to_date;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines};

async fn count(app: &TestApp, what: &str) -> String {
    app.db.text(&format!("select cast(count(*) as text) from {what}")).await.unwrap()
}

/// The fields of a form as the page shows it: every input, select and box of the answer.
fn form_of(answer: &Answer) -> Vec<(String, String)> {
    let body = &answer.body;
    let attribute = |tag: &str, name: &str| {
        let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        tag.get(from..)?.split('"').next().map(plain)
    };
    let mut found = Vec::new();
    for tag in body.split("<input").skip(1).filter_map(|rest| rest.split('>').next()) {
        let ticked = !tag.contains("type=\"checkbox\"") || tag.contains(" checked");
        if let (true, Some(name)) = (ticked, attribute(tag, "name")) {
            found.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    for (tag, rest) in body.split("<textarea").skip(1).filter_map(|rest| rest.split_once('>')) {
        let text = rest.split("</textarea").next().unwrap_or_default();
        found.push((attribute(tag, "name").unwrap(), plain(text.trim_start_matches('\n'))));
    }
    for (tag, rest) in body.split("<select").skip(1).filter_map(|rest| rest.split_once('>')) {
        let options: Vec<&str> = rest.split("</select").next().unwrap_or_default().split("<option").skip(1).collect();
        let chosen =
            options.iter().find(|option| option.split('>').next().is_some_and(|tag| tag.contains(" selected")));
        let value = chosen.or(options.first()).and_then(|option| attribute(option, "value"));
        found.push((attribute(tag, "name").unwrap(), value.unwrap_or_default()));
    }
    found
}

fn plain(text: &str) -> String {
    text.replace("&#x27;", "'").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

async fn send(browser: &Browser, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &fields).await
}

fn with(mut form: Vec<(String, String)>, changes: &[(&str, &str)]) -> Vec<(String, String)> {
    for (name, value) in changes {
        form.retain(|(held, _)| held != name);
        form.push(((*name).to_owned(), (*value).to_owned()));
    }
    form
}

/// The version of the row that the page's forms were made from.
fn seen(answer: &Answer) -> String {
    form_of(answer).into_iter().find(|(name, _)| name == "version").unwrap().1
}

on_both_engines! {
    async fn the_library_is_loaded_once(engine) {
        let app = TestApp::demo(engine).await;
        let before = [count(&app, "care_activity_version").await, count(&app, "custody_kit").await];
        assert!(before[0].parse::<i32>().unwrap() >= 40, "{before:?}");
        bring_up_to_date(&app.db.database(), &Clock::System).await.unwrap();
        assert_eq!(before, [count(&app, "care_activity_version").await, count(&app, "custody_kit").await]);
        assert_eq!(count(&app, "care_activity a where not exists (select 1 from care_activity_version v where v.code = a.code)").await, "0");
    }

    async fn what_has_changed_in_the_program_becomes_the_next_version(engine) {
        let app = TestApp::demo(engine).await;
        let open = match engine {
            Engine::Sqlite => "drop trigger care_activity_version_no_edit",
            Engine::Postgres => "alter table care_activity_version disable trigger care_activity_version_no_edit",
        };
        app.db.as_owner(open).await.unwrap();
        app.db.as_owner("update care_activity_version set content = replace(content, 'soup', 'stew') where code = 'cooking'").await.unwrap();
        bring_up_to_date(&app.db.database(), &Clock::System).await.unwrap();
        assert_eq!(count(&app, "care_activity_version where code = 'cooking' and status = 'approved' and version_no = 2").await, "1");
        assert_eq!(count(&app, "care_activity_version where code = 'cooking' and status = 'retired'").await, "1");
        // Custody would see the same, and is not asked again.
        assert_eq!(count(&app, "care_activity_version v join custody_kit k on k.id = v.kit_id where v.code = 'cooking' and k.ended_at is null").await, "2");
    }

    async fn an_activity_is_found_and_told(engine) {
        let app = TestApp::demo(engine).await;
        let user = app.user("practitioner").await;
        let all = user.get("/activities").await.body;
        assert!(all.contains("Kitchen group") && all.contains("Music group"));
        for (search, there, not) in [
            ("q=KUHINJSKA", "Kitchen group", "Music group"),
            ("area=leisure", "Music group", "Kitchen group"),
            ("kind=music", "Music group", "Kitchen group"),
            ("tool=sharp", "Kitchen group", "Music group"),
            ("level=8", "Kitchen group", "/activities/sensory_kit"),
            ("cell=yes", "/activities/in_cell_pack", "Kitchen group"),
        ] {
            let found = user.get(&format!("/activities?{search}")).await.body;
            assert!(found.contains(there) && !found.contains(not), "{search}");
        }
        let page = user.get("/activities/cooking").await.body;
        for text in ["Very high", "very high", "Kitchen knife", "Recent violence", "Cold plate with a plastic knife", "Cleared"] {
            assert!(text == "Very high" || page.contains(text), "{text}");
        }
        assert_eq!(user.get("/activities/juggling").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_version_is_proposed_returned_approved_and_cleared(engine) {
        let app = TestApp::demo(engine).await;
        let (user, head) = (app.user("practitioner").await, app.user("head").await);
        let edit = "/activities/cooking/edit";
        let form = form_of(&user.get(edit).await);

        let gap = send(&user, edit, &with(form.clone(), &[("title-sq", ""), ("then", "propose")])).await;
        assert_eq!(gap.status, StatusCode::UNPROCESSABLE_ENTITY);
        let proposed = with(form.clone(), &[("title-en", "Kitchen & bakery"), ("most", "5"), ("then", "propose")]);
        assert_eq!(send(&user, edit, &proposed).await.location(), "/activities/cooking?version=2");
        let stale = send(&user, edit, &proposed).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY, "a draft is there by now");
        assert!(stale.body.contains("Kitchen &amp; bakery"), "what was typed stays");
        assert_eq!(user.post("/activities/cooking/approve", &[("version", "1")]).await.status, StatusCode::FORBIDDEN);

        let shown = head.get("/activities/cooking?version=2").await;
        assert!(shown.body.contains("Kitchen &amp; bakery") && shown.body.contains("What changed"), "{}", shown.body);
        let empty = head.post("/activities/cooking/return", &[("version", &seen(&shown)), ("draft", "2")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let back = [("version", &*seen(&shown)), ("comment", "Say what the baker does.")];
        assert_eq!(head.post("/activities/cooking/return", &back).await.status, StatusCode::SEE_OTHER);
        assert!(user.get("/activities/cooking?version=2").await.body.contains("Say what the baker does."));
        assert_eq!(head.post("/activities/cooking/approve", &[("version", "2")]).await.status, StatusCode::CONFLICT, "not proposed");

        let again = with(form_of(&user.get(edit).await), &[("then", "propose")]);
        assert_eq!(send(&user, edit, &again).await.status, StatusCode::SEE_OTHER);
        let shown = head.get("/activities/cooking?version=2").await;
        assert_eq!(head.post("/activities/cooking/approve", &[("version", &seen(&shown))]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(count(&app, "care_activity where title_en = 'Kitchen & bakery'").await, "1");
        assert_eq!(count(&app, "care_activity_version where code = 'cooking' and status = 'retired'").await, "1");

        let asked = user.post("/sessions/new", &[("step", "next"), ("activity", "cooking")]).await.body;
        assert!(asked.contains("not yet cleared this activity"), "custody decides about a kit with other needs");
        let coordinator = app.user("coordinator").await;
        let waiting = coordinator.get("/kits?status=waiting").await.body;
        assert!(!waiting.contains("bakery"));
        let kit = app.db.text("select cast(max(number) as text) from custody_kit").await.unwrap();
        let title = format!("Kitchen work {kit}<");
        let path = waiting.split(&title).next().unwrap().rsplit("href=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let page = coordinator.get(&path).await.body;
        assert!(page.contains("Kitchen knife") && page.contains("sharp") && !page.contains("bakery") && !page.contains("soup"), "{page}");
        let bare = coordinator.post(&path, &[("version", "0"), ("status", "refused")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        for _ in 0..2 {
            let refused = [("version", "0"), ("status", "refused"), ("reason", "staffing")];
            assert_eq!(coordinator.post(&path, &refused).await.location(), path, "sent twice it is decided once");
        }
        let asked = user.post("/sessions/new", &[("step", "next"), ("activity", "cooking")]).await.body;
        assert!(asked.contains("has refused this activity"));
        let stale = coordinator.post(&path, &[("version", "0"), ("status", "cleared")]).await;
        assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(coordinator.post(&path, &[("version", "1"), ("status", "cleared")]).await.status, StatusCode::SEE_OTHER);
        let asked = user.post("/sessions/new", &[("step", "next"), ("activity", "cooking")]).await.body;
        assert!(!asked.contains("refused this activity") && !asked.contains("not yet cleared this"));
        assert_eq!(coordinator.get("/activities").await.status, StatusCode::FORBIDDEN);
        assert_eq!(user.get("/kits").await.status, StatusCode::FORBIDDEN);
    }

    async fn a_new_activity_is_written_and_one_is_retired(engine) {
        let app = TestApp::demo(engine).await;
        let (user, head) = (app.user("practitioner").await, app.user("head").await);
        let form = form_of(&user.get("/activities/music/edit").await);
        let form = with(form, &[("version", "0"), ("title-en", "Çifteli: two strings"), ("then", "draft"), ("steps-sq", "")]);
        let saved = send(&user, "/activities/new", &form).await;
        assert_eq!(saved.location(), "/activities/cifteli_two_strings?version=1", "{}", saved.body);
        let twice = send(&user, "/activities/new", &form).await;
        assert!(twice.body.contains("There is an activity of this name"));
        assert_eq!(count(&app, "care_activity where code = 'cifteli_two_strings'").await, "1");
        assert!(!user.get("/sessions/new").await.body.contains("Çifteli"), "a draft is not offered");
        assert!(user.get("/activities?status=draft").await.body.contains("Çifteli"));

        let page = head.get("/activities/music").await;
        assert_eq!(head.post("/activities/music/retire", &[("version", &seen(&page))]).await.status, StatusCode::SEE_OTHER);
        assert!(!user.get("/sessions/new").await.body.contains("Music group"));
        bring_up_to_date(&app.db.database(), &Clock::System).await.unwrap();
        assert_eq!(count(&app, "care_activity_version where code = 'music'").await, "1", "it stays retired");
    }
}
