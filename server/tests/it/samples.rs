//! Quality samples, on both engines: the draw that anybody can repeat, charts saved part by part, closing, and results of each
//! practitioner that reach the head and nobody else.

use app::kit::db::Engine;
use reqwest::StatusCode;

use crate::harness::{Answer, Browser, TestApp, on_both_engines, sql_id};
use crate::plan_goals::{has_error, value_of};

const STANDARDS: [&str; 12] = [
    "profile",
    "goals",
    "agreement",
    "consent",
    "risks",
    "reviews",
    "measures",
    "notes_to_goals",
    "signed_in_time",
    "late_entries",
    "plain_words",
    "discharge",
];

/// Draws, and gives the address of the sample.
async fn draw(reviewer: &Browser, seed: &str, wanted: &str) -> String {
    let page = reviewer.get("/samples").await.body;
    let period = page
        .split("name=\"period\"")
        .nth(1)
        .unwrap()
        .split("<option value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    let typed = [("sample", value_of(&page, "sample")), ("period", &period), ("seed", seed), ("wanted", wanted)];
    let drawn = reviewer.post("/samples", &typed).await;
    assert!(drawn.status.is_redirection(), "{}", drawn.body);
    assert_eq!(reviewer.post("/samples", &typed).await.location(), drawn.location(), "sent twice, drawn once");
    drawn.location().to_owned()
}

/// The patients that were drawn, in their order.
async fn drawn(reviewer: &Browser, sample: &str) -> Vec<String> {
    let page = reviewer.get(sample).await.body;
    let chart = format!("href=\"{sample}/charts/");
    let links = page.split(&chart).skip(1).map(|rest| rest.split('<').next().unwrap());
    links.map(|link| link.split('>').nth(1).unwrap().to_owned()).collect()
}

async fn fill(reviewer: &Browser, sample: &str, number: usize, verdict: &str) -> Answer {
    let path = format!("{sample}/charts/{number}");
    let page = reviewer.get(&path).await.body;
    let mut typed = vec![("version".to_owned(), value_of(&page, "version").to_owned())];
    typed.extend(STANDARDS.map(|standard| (format!("verdict-{standard}"), verdict.to_owned())));
    let pairs: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    reviewer.post(&path, &pairs).await
}

on_both_engines! {
    async fn the_same_seed_draws_the_same_charts(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        for (wanted, seed, field) in [("0", "1", "wanted"), ("5", "", "seed"), ("many", "1", "wanted")] {
            let refused = reviewer.post("/samples", &[("period", "2020-01"), ("seed", seed), ("wanted", wanted)]).await;
            assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&refused.body, field), "{}", refused.body);
            assert!(has_error(&refused.body, "period"), "a period that is not offered");
        }
        let (one, two, other) = (draw(&reviewer, "4711", "5").await, draw(&reviewer, "4711", "5").await, draw(&reviewer, "4712", "5").await);
        assert_ne!(one, two);
        let charts = drawn(&reviewer, &one).await;
        assert_eq!(charts.len(), 5, "{charts:?}");
        assert_eq!(drawn(&reviewer, &two).await, charts);
        assert_ne!(drawn(&reviewer, &other).await, charts);
        assert!(reviewer.get(&one).await.body.contains("4711"), "the seed stands on its page");
        for change in ["update care_sample set seed = 'x'", "delete from care_sample", "update care_sample_chart set position = position + 100", "delete from care_sample_chart"] {
            assert!(app.db.as_owner(change).await.unwrap_err().to_string().contains("care_sample_immutable"), "{change}");
        }
    }

    async fn a_sample_is_filled_part_by_part_and_closed_when_it_is_whole(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let sample = draw(&reviewer, "1", "2").await;
        let chart = format!("{sample}/charts/1");
        let page = reviewer.get(&chart).await.body;
        let version = value_of(&page, "version").to_owned();
        let begun = [("version", version.as_str()), ("verdict-goals", "partly"), ("remark-goals", "Two steps are the same."), ("then", "next")];
        assert_eq!(reviewer.post(&chart, &begun).await.location(), format!("{sample}/charts/2"));
        assert_eq!(reviewer.post(&chart, &begun).await.status, StatusCode::SEE_OTHER, "sent twice is no error");
        assert!(reviewer.get(&chart).await.body.contains("Two steps are the same."));
        // From a page that was open before: told, with what was chosen still there.
        let stale = reviewer.post(&chart, &[("version", version.as_str()), ("verdict-goals", "no"), ("remark-goals", "Another word")]).await;
        assert!(stale.status == StatusCode::UNPROCESSABLE_ENTITY && stale.body.contains("Another word"), "{}", stale.body);
        let loose = reviewer.post(&chart, &[("version", "2"), ("remark-goals", "A remark alone")]).await;
        assert!(loose.status == StatusCode::UNPROCESSABLE_ENTITY && has_error(&loose.body, "verdict-goals"), "{}", loose.body);

        let page = reviewer.get(&sample).await.body;
        let version = value_of(&page, "version").to_owned();
        let early = reviewer.post(&format!("{sample}/close"), &[("version", &version)]).await;
        assert!(early.status == StatusCode::UNPROCESSABLE_ENTITY && early.body.contains("1, 2"), "{}", early.body);
        for number in [1, 2] {
            let filled = fill(&reviewer, &sample, number, "yes").await;
            assert_eq!(filled.location(), sample, "{}", filled.body);
        }
        for _ in 0..2 {
            assert_eq!(reviewer.post(&format!("{sample}/close"), &[("version", &version)]).await.location(), sample);
        }
        let after = fill_closed(&reviewer, &chart).await;
        assert_eq!(after.status, StatusCode::UNPROCESSABLE_ENTITY, "what is closed stays");
        let refused = app.db.as_owner("delete from care_sample_finding where sample_id in (select id from care_sample where status = 'closed')").await;
        assert!(refused.unwrap_err().to_string().contains("care_sample_immutable"));
        let results = reviewer.get(&format!("{sample}/results.csv")).await.body;
        assert!(results.lines().count() == STANDARDS.len() + 1 && results.contains("100"), "{results}");
    }

    async fn a_stale_chart_is_told_after_another_refusal(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let chart = format!("{}/charts/1", draw(&reviewer, "1", "2").await);
        let first = value_of(&reviewer.get(&chart).await.body, "version").to_owned();
        assert!(reviewer.post(&chart, &[("version", &first), ("verdict-goals", "partly")]).await.status.is_redirection());
        // From a page that was open before, and with something else wrong first.
        let refused = reviewer.post(&chart, &[("version", &first), ("remark-risks", "Alone")]).await;
        assert!(has_error(&refused.body, "verdict-risks"), "{}", refused.body);
        let mended = [("version", value_of(&refused.body, "version")), ("verdict-risks", "yes"), ("remark-risks", "Alone")];
        let told = reviewer.post(&chart, &mended).await;
        assert!(told.status == StatusCode::UNPROCESSABLE_ENTITY && told.body.contains("Somebody else has saved"), "{}", told.body);
        let again = [("version", value_of(&told.body, "version")), ("verdict-risks", "yes"), ("remark-risks", "Alone")];
        assert!(reviewer.post(&chart, &again).await.status.is_redirection(), "told once, it may replace");
    }

    async fn a_chart_that_has_moved_on_is_left_out(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let sample = draw(&reviewer, "1", "2").await;
        let id = sql_id(engine, sample.rsplit('/').next().unwrap());
        app.run(&format!(
            "update care_patient set facility_id = (select id from custody_facility where code = 'IFP')
             where person_id = (select patient_id from care_sample_chart where sample_id = {id} and position = 1)"
        )).await;
        let page = reviewer.get(&sample).await.body;
        assert!(page.contains("moved to another unit") && !page.contains(&format!("{sample}/charts/1\"")), "{page}");
        assert_eq!(reviewer.get(&format!("{sample}/charts/1")).await.status, StatusCode::FORBIDDEN);
        let version = value_of(&page, "version").to_owned();
        let early = reviewer.post(&format!("{sample}/close"), &[("version", &version)]).await;
        assert!(early.body.contains("chart 2"), "{}", early.body);
        // Two have the chart open when the third closes the sample.
        let open = reviewer.get(&format!("{sample}/charts/2")).await.body;
        assert_eq!(fill(&reviewer, &sample, 2, "yes").await.location(), sample);
        assert_eq!(reviewer.post(&format!("{sample}/close"), &[("version", &version)]).await.location(), sample);
        let late = [("version", value_of(&open, "version")), ("verdict-risks", "no"), ("remark-risks", "Typed too late"), ("remark", "And this")];
        let late = reviewer.post(&format!("{sample}/charts/2"), &late).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(late.body.contains("Typed too late") && late.body.contains("And this") && late.body.contains("to be copied"), "{}", late.body);
        let results = reviewer.get(&format!("{sample}/results")).await.body;
        assert!(results.contains("Left out, because the record had moved to another unit</dt><dd>1</dd>"), "{results}");
        let saved = app.db.text(&format!("select verdict from care_sample_finding where sample_id = {id} and position = 2 and standard = 'risks'")).await;
        assert_eq!(saved.as_deref(), Some("yes"));
    }

    async fn what_was_drawn_by_mistake_stays_on_the_list(engine) {
        let app = TestApp::demo(engine).await;
        let reviewer = app.user("reviewer").await;
        let sample = draw(&reviewer, "wrong", "3").await;
        let page = reviewer.get(&sample).await.body;
        let version = value_of(&page, "version");
        let unsaid = reviewer.post(&format!("{sample}/give-up"), &[("version", version)]).await;
        assert!(has_error(&unsaid.body, "reason"), "{}", unsaid.body);
        let given_up = reviewer.post(&format!("{sample}/give-up"), &[("version", version), ("reason", "Wrong month.")]).await;
        assert_eq!(given_up.location(), sample);
        assert!(reviewer.get(&sample).await.body.contains("Wrong month."));
        assert!(reviewer.get("/samples").await.body.contains(&sample));
    }

    async fn results_of_a_practitioner_reach_the_head_and_nobody_else(engine) {
        let app = TestApp::demo(engine).await;
        let (reviewer, head) = (app.user("reviewer").await, app.user("head").await);
        let list = reviewer.get("/samples").await.body;
        let samples: Vec<&str> = list.split("href=\"/samples/").skip(1).filter_map(|rest| rest.split('"').next()).filter(|id| id.len() == 36).collect();
        assert_eq!(samples.len(), 2, "one closed and one open: {list}");
        let practitioners = leads(&app).await;
        assert!(!practitioners.is_empty());
        let mut others = Vec::new();
        for user in ["reviewer", "practitioner", "clinician", "coordinator", "administrator", "auditor"] {
            others.push((user, app.user(user).await));
        }
        let mut seen = 0;
        for id in samples {
            let path = format!("/samples/{id}/practitioners");
            for address in [path.clone(), format!("{path}.csv"), format!("{path}.xlsx")] {
                for (user, browser) in &others {
                    let refused = browser.get(&address).await;
                    assert_eq!(refused.status, StatusCode::FORBIDDEN, "{user} {address}");
                    assert!(!practitioners.iter().any(|name| refused.body.contains(name) && *user != "practitioner"), "{user} {address}");
                }
            }
            for address in [format!("/samples/{id}"), format!("/samples/{id}/charts/1"), format!("/samples/{id}/results"), format!("/samples/{id}/results.csv"), format!("/samples/{id}/results.xlsx"), "/samples.csv".to_owned()] {
                let page = reviewer.get(&address).await;
                assert_eq!(page.status, StatusCode::OK, "{address}");
                assert!(!practitioners.iter().any(|name| page.body.contains(name)), "{address} names no practitioner");
                assert!(!page.body.contains("/practitioners"), "{address} does not lead there");
            }
            let whole = head.get(&path).await;
            if whole.status == StatusCode::OK {
                seen += 1;
                assert!(practitioners.iter().any(|name| whole.body.contains(name)), "{}", whole.body);
                assert_eq!(head.get(&format!("{path}.csv")).await.status, StatusCode::OK);
                // The head does not read charts, which are notes and more, without a reason of their own.
                assert_eq!(head.get(&format!("/samples/{id}/charts/1")).await.status, StatusCode::FORBIDDEN);
                let results = head.get(&format!("/samples/{id}/results")).await;
                assert!(results.status == StatusCode::OK && results.body.contains(">hidden<"), "small figures: {}", results.body);
            } else {
                assert_eq!(whole.status, StatusCode::NOT_FOUND, "a sample that is still open has no results for the head");
                assert_eq!(head.get(&format!("/samples/{id}/results")).await.status, StatusCode::NOT_FOUND);
            }
        }
        assert_eq!(seen, 1);
    }
}

async fn fill_closed(reviewer: &Browser, chart: &str) -> Answer {
    reviewer.post(chart, &[("version", "3"), ("verdict-goals", "no")]).await
}

/// The names of those who led the charts that were drawn.
async fn leads(app: &TestApp) -> Vec<String> {
    let sql = "select distinct u.display_name from care_sample_chart c join access_user u on u.id = c.lead_id
         join care_sample s on s.id = c.sample_id join custody_facility f on f.id = s.facility_id where f.code = 'DUB' limit 1";
    app.db.text(sql).await.into_iter().collect()
}
