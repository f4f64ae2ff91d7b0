use chrono::NaiveDate;
use leptos::prelude::*;

use super::*;
use crate::i18n::{Lang, Msg};
use crate::kit::form::Fields;
use crate::kit::page::ListQuery;

/// The HTML of a page's part, built as a page is: inside an owner.
fn html(build: impl FnOnce() -> AnyView) -> String {
    without_comments(&Owner::new().with(|| build().to_html()))
}

/// Marks that stand for nothing, or between neighbouring texts, say nothing to a reader.
fn without_comments(html: &str) -> String {
    let mut parts = html.split("<!");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let end = if part.starts_with("--") { "-->" } else { ">" };
        all + part.split_once(end).map_or("", |(_, after)| after)
    })
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is missing in\n{html}");
    }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn options() -> Vec<(String, String)> {
    [("a", "First"), ("b", "Second"), ("c", "Third")].map(|(code, word)| (code.to_owned(), word.to_owned())).to_vec()
}

#[test]
fn a_note_cannot_leave_its_box() {
    let text = "\n</textarea><script>alert(1)</script> & \"so\" <b>";
    let fields = Fields::new().with("note", text);
    let shown = html(|| Field::new(&fields, Lang::En, "note", "Note").note_box(6));
    assert_eq!(shown.matches("</textarea>").count(), 1, "{shown}");
    assert!(!shown.contains("<script") && !shown.contains("<b>"), "{shown}");
    // Two line ends: the browser drops the first, so the note's own stays.
    has(&shown, &[">\n\n&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; ", "rows=\"6\""]);
}

#[test]
fn a_note_comes_back_as_it_was_typed() {
    for text in ["", "one", "  two\n\nthree  ", "\n\nfour", "&lt;", "Ç ë š đ", "tab\there"] {
        let fields = Fields::new().with("note", text);
        let shown = html(|| Field::new(&fields, Lang::En, "note", "Note").note_box(3));
        let (_, rest) = shown.split_once("<textarea").unwrap();
        let (inside, _) = rest.split_once('>').unwrap().1.split_once("</textarea>").unwrap();
        let parsed = inside.strip_prefix('\n').unwrap_or(inside);
        assert_eq!(html_escape::decode_html_entities(parsed), text);
    }
}

#[test]
fn words_from_people_are_escaped_everywhere() {
    let evil = "\"><script>alert(1)</script>";
    let fields = Fields::new().with("a", evil);
    let query = ListQuery { q: Some(evil.to_owned()), ..ListQuery::default() };
    let shown = html(|| {
        let field = |name: &str| Field::new(&fields, Lang::En, name, evil).hint(evil);
        let row = view! { <tr><td>{evil}</td></tr> }.into_any();
        let chart = hours_chart(Lang::En, evil, &[HoursWeek { label: evil.to_owned(), parts: HoursParts::default() }]);
        view! {
            {field("a").text()} {field("a").select(vec![(evil.to_owned(), evil.to_owned())], Some(evil.to_owned()))}
            {field("a").radios(vec![(evil.to_owned(), evil.to_owned())])} {field("a").tick(evil)} {tag(Tone::Bad, evil)}
            {table(evil, vec![Header::new(evil).sortable(evil, &query, "/x")], vec![row], evil)} {pager(Lang::En, &query, 90, "/x")}
            {chart} {hidden(evil, evil)} {Button::new(evil).about(evil).named(evil, evil).submit()} {print_head(Lang::En, evil, evil, evil, evil)}
        }
        .into_any()
    });
    assert!(!shown.contains("<script"), "{shown}");
}

#[test]
fn a_field_says_its_hint_and_error() {
    let mut fields = Fields::new().with("goals[0][step_m2]", "as typed");
    fields.error("goals[0][step_m2]", Msg::new("form-required"));
    let shown = html(|| {
        Field::new(&fields, Lang::En, "goals[0][step_m2]", "Much less").hint("A word of help").required().text()
    });
    has(
        &shown,
        &[
            "for=\"goals-0--step-m2-\"",
            "id=\"goals-0--step-m2-\"",
            "name=\"goals[0][step_m2]\"",
            "value=\"as typed\"",
            "aria-describedby=\"goals-0--step-m2-_hint goals-0--step-m2-_error\"",
            "id=\"goals-0--step-m2-_hint\"",
            "id=\"goals-0--step-m2-_error\"",
            "aria-invalid=\"true\"",
            " required",
            ">required</span>",
            "Fill this in.",
        ],
    );
    let calm = html(|| Field::new(&Fields::new(), Lang::En, "a", "A").text());
    for word in ["aria-", "required", "error"] {
        assert!(!calm.contains(word), "{calm}");
    }
}

#[test]
fn the_error_summary_names_each_field_and_leads_to_it() {
    let mut fields = Fields::new();
    fields.error("ends_on", Msg::new("form-date"));
    fields.error("kind", Msg::new("form-choose"));
    fields.error("", Msg::new("form-required"));
    fields.error("elsewhere", Msg::new("form-required"));
    let shown = html(|| {
        view! {
            {error_summary(&fields, Lang::En)}
            {Field::new(&fields, Lang::En, "kind", "Kind").radios(options())}
            {Field::new(&fields, Lang::En, "ends_on", "Ends on").about("Monday").within("slot-3").date()}
        }
        .into_any()
    });
    has(
        &shown,
        &[
            "role=\"alert\"",
            "There is a problem",
            "<a href=\"#kind\">Kind: Choose one of the options.</a>",
            "<input type=\"radio\" id=\"kind\"",
            "<a href=\"#slot-3-ends-on\">Monday: Ends on: Enter a date",
            "id=\"slot-3-ends-on\"",
            "<li>Fill this in.</li>",
            "<a href=\"#elsewhere\">Fill this in.</a>",
        ],
    );
    // In the order of the page, whatever the order in which the rules found it.
    let at = ["<li>Fill this in.", "#kind", "#slot-3-ends-on", "#elsewhere"].map(|part| shown.find(part).unwrap());
    assert!(at.is_sorted(), "{at:?}: {shown}");
    assert_eq!(html(|| error_summary(&Fields::new(), Lang::En)), "");
}

#[test]
fn choices_are_a_group_with_one_question() {
    let mut fields = Fields::new().with("kind", "b");
    fields.error("kind", Msg::new("form-choose"));
    let shown = html(|| Field::new(&fields, Lang::En, "kind", "Kind").required().radios(options()));
    has(
        &shown,
        &[
            "<fieldset role=\"radiogroup\" aria-describedby=\"kind_error\" aria-invalid=\"true\" aria-required=\"true\" class=\"field wrong\">",
            "id=\"kind_2\" name=\"kind\" value=\"b\" checked",
            "<label for=\"kind_2\">Second</label>",
        ],
    );
    assert_eq!(shown.matches(" checked").count(), 1);

    let mut fields = Fields::new();
    fields.add("days", "a");
    fields.add("days", "c");
    let shown = html(|| Field::new(&fields, Lang::En, "days", "Days").compact().checkboxes(options()));
    assert_eq!(shown.matches(" checked").count(), 2);
    has(&shown, &["<fieldset class=\"field choice-row\"><legend"]);
}

#[test]
fn what_a_browser_would_drop_comes_back_as_text() {
    let fields = Fields::new()
        .with("good", "24.11.2026")
        .with("bad", "31.2.2026")
        .with("few", "12")
        .with("many", "a dozen")
        .with("at", "9 sharp");
    let field = |name: &str| Field::new(&fields, Lang::En, name, name);
    has(&html(|| field("good").date()), &["type=\"date\"", "value=\"2026-11-24\""]);
    has(&html(|| field("bad").date()), &["type=\"text\"", "value=\"31.2.2026\""]);
    has(&html(|| field("few").number(1, 20)), &["type=\"number\"", "value=\"12\"", "min=\"1\" max=\"20\""]);
    has(&html(|| field("many").number(1, 20)), &["type=\"text\"", "value=\"a dozen\""]);
    has(&html(|| field("at").time()), &["type=\"text\"", "value=\"9 sharp\""]);
}

#[test]
fn a_password_is_never_shown_again() {
    let fields = Fields::new().with("password", "hunter2");
    let shown = html(|| Field::new(&fields, Lang::En, "password", "Password").password("current-password"));
    assert!(!shown.contains("hunter2"));
    has(&shown, &["type=\"password\"", "autocomplete=\"current-password\""]);
}

#[test]
fn a_select_keeps_what_was_chosen() {
    let fields = Fields::new().with("kind", "b");
    let shown = html(|| Field::new(&fields, Lang::En, "kind", "Kind").select(options(), Some("None".to_owned())));
    has(&shown, &["<option value=\"\">None</option>", "<option value=\"b\" selected>Second</option>"]);
    assert_eq!(shown.matches("selected").count(), 1);
}

#[test]
fn pages_and_orders_keep_the_search() {
    let query = ListQuery {
        page: Some(2),
        sort: Some("name".to_owned()),
        dir: Some("desc".to_owned()),
        q: Some("šarić & co".to_owned()),
    };
    let shown = html(|| pager(Lang::En, &query, 120, "/patients"));
    let kept = "q=%C5%A1ari%C4%87+%26+co&amp;sort=name&amp;dir=desc";
    has(
        &shown,
        &[
            "51–100 of 120",
            &format!("href=\"/patients?{kept}&amp;page=1\""),
            &format!("href=\"/patients?{kept}&amp;page=3\""),
        ],
    );

    let header = |key: &str| {
        html(|| table("T", vec![Header::new("H").sortable(key, &query, "/p?state=open")], vec![().into_any()], ""))
    };
    has(
        &header("name"),
        &["aria-sort=\"descending\"", "/p?state=open&amp;q=%C5%A1ari%C4%87+%26+co&amp;sort=name&amp;dir=asc\""],
    );
    let other = header("cell");
    has(&other, &["sort=cell&amp;dir=asc\""]);
    assert!(!other.contains("aria-sort") && !other.contains("page="), "{other}");
}

#[test]
fn the_pager_says_where_one_is() {
    let at = |page: i64, total: i64| {
        let query = ListQuery { page: Some(page), ..ListQuery::default() };
        html(|| pager(Lang::En, &query, total, "/x"))
    };
    for (page, total, words, links) in [
        (1, 120, "1–50 of 120", 1),
        (3, 120, "101–120 of 120", 1),
        (9, 120, "101–120 of 120", 1),
        (1, 50, "1–50 of 50", 0),
        (2, 101, "51–100 of 101", 2),
    ] {
        let shown = at(page, total);
        assert!(shown.contains(words) && shown.matches("<a ").count() == links, "{page} of {total}: {shown}");
    }
    assert_eq!(at(1, 0), "");
}

#[test]
fn a_table_is_one_for_those_who_hear_it() {
    let shown = html(|| {
        let row = view! { <tr><td>"Kitchen group"</td><td class="n">"6"</td></tr> }.into_any();
        table(
            "My sessions",
            vec![Header::new("Session"), Header::new("People").numeric(), Header::new("Do").away()],
            vec![row],
            "None",
        )
    });
    has(
        &shown,
        &[
            "<caption class=\"\">My sessions</caption>",
            "<tbody><tr><td>Kitchen group",
            "<th scope=\"col\" class=\"n\">People",
            "<span class=\"away\">Do</span>",
        ],
    );
    let bare = html(|| table("My sessions", vec![Header::new("Session")], Vec::new(), "Nothing booked today."));
    assert!(
        bare.contains("My sessions") && bare.contains("Nothing booked today.") && !bare.contains("<table"),
        "{bare}"
    );
}

#[test]
fn a_ladder_has_a_title_and_a_table() {
    let points =
        [(9, 1, -2), (10, 6, 0), (11, 24, 1)].map(|(month, date, level)| LadderPoint { date: day(month, date), level });
    let marks = [(day(10, 1), "plan 2".to_owned()), (day(1, 1), "long before".to_owned())];
    let shown = html(|| ladder_chart(Lang::En, "Cooks a simple meal", &points, &marks));
    has(
        &shown,
        &[
            "role=\"img\"><title>Cooks a simple meal</title><desc>3 entries, from −2 much less than expected on 1 Sep 2026 to +1 better",
            "<details><summary>As a table</summary>",
            "<tr><td>24 Nov 2026</td><td>+1 better than expected</td></tr>",
            "<tr><td>1 Jan 2026</td><td>long before</td></tr>",
            ">plan 2</text>",
        ],
    );
    assert!(!shown.contains(">long before</text>") && !shown.contains("style="), "{shown}");
    assert_eq!(shown.matches("<circle").count(), 3);
    has(&html(|| ladder_chart(Lang::En, "Cooks", &[], &[])), &["Nothing has been recorded yet."]);
    assert!(!html(|| ladder_chart(Lang::En, "Cooks", &points[..1], &[])).contains("NaN"));
}

#[test]
fn hours_are_a_bar_a_picture_and_words() {
    let parts = HoursParts { attended: 930, custody: 120, health: 0, patient: 90, target: 1500 };
    let bar = html(|| hours_bar(Lang::En, &parts));
    has(
        &bar,
        &[
            "<title>attended 15.5 h, lost to custody 2.0 h, lost to the patient 1.5 h, target 25.0 h</title>",
            "<rect x=\"0\" y=\"0\" width=\"62\" height=\"10\" class=\"attended\">",
            "<rect x=\"70\" y=\"0\" width=\"6\" height=\"10\" class=\"patient\">",
            "15.5 of 25.0 h",
        ],
    );
    assert!(!bar.contains("class=\"health\"") && !bar.contains("style="), "{bar}");

    let weeks: Vec<HoursWeek> = (1..=12).map(|week| HoursWeek { label: format!("W{week}"), parts }).collect();
    let chart = html(|| hours_chart(Lang::En, "Hours each week", &weeks));
    has(
        &chart,
        &[
            "<title>Hours each week</title>",
            "<desc>12 weeks.",
            "As a table",
            "<th scope=\"row\">W12</th><td class=\"n\">15.5</td>",
        ],
    );
    assert_eq!(chart.matches("<rect").count(), 36);
    assert_eq!(chart.matches("class=\"middle\"").count(), 6);
    for parts in
        [HoursParts::default(), HoursParts { attended: -5, custody: i64::from(i32::MAX), ..HoursParts::default() }]
    {
        let shown = html(|| {
            view! { {hours_bar(Lang::Sr, &parts)} {hours_chart(Lang::Sq, "T", &[HoursWeek { label: "1".to_owned(), parts }])} }.into_any()
        });
        assert!(!shown.contains("NaN") && !shown.contains("inf") && !shown.contains("=\"-"), "{shown}");
    }
}

#[test]
fn a_measure_is_drawn_within_its_scale() {
    let scale = MeasureScale { least: 0.0, most: 20.0, band: Some((6.0, 10.0)), places: 1 };
    let points =
        [(9, 1, 8.0), (11, 24, 14.5)].map(|(month, date, score)| MeasurePoint { date: day(month, date), score });
    let shown = html(|| measure_chart(Lang::Sq, "Matja", scale, &points, &[]));
    has(
        &shown,
        &["class=\"band\"", "<td>24.11.2026</td><td>14,5</td>", "<text x=\"36\" y=\"30\" class=\"left\">20,0</text>"],
    );
}

#[test]
fn every_word_is_there_in_every_language() {
    let mut fields = Fields::new();
    for (name, message) in [
        ("a", Msg::with("form-too-long", [("n", 10.into())])),
        ("b", Msg::new("form-required")),
        ("c", Msg::new("form-choose")),
        ("d", Msg::with("form-number", [("least", 1.into()), ("most", 9.into())])),
        ("e", Msg::new("form-date")),
    ] {
        fields.error(name, message);
    }
    let levels = [-2, -1, 0, 1, 2].map(|level| LadderPoint { date: day(3, 5), level });
    for lang in Lang::ALL {
        let shown = html(|| {
            let weeks: Vec<HoursWeek> = [1, 2]
                .iter()
                .map(|week| HoursWeek {
                    label: week.to_string(),
                    parts: HoursParts { attended: 1, custody: 1, health: 1, patient: 1, target: 9 },
                })
                .collect();
            view! {
                {error_summary(&fields, lang)} {Field::new(&fields, lang, "a", "A").required().text()}
                {pager(lang, &ListQuery { page: Some(2), ..ListQuery::default() }, 150, "/")} {ladder_chart(lang, "T", &levels, &[])}
                {hours_chart(lang, "T", &weeks)} {hours_bar(lang, &HoursParts { target: 9, ..HoursParts::default() })}
                {print_head(lang, "P", "W", "X", "1")}
            }
            .into_any()
        });
        assert!(!shown.contains('⟦'), "{shown}");
        for number in 1..=12 {
            for key in [
                format!("kit-month-{number}"),
                format!("kit-month-short-{number}"),
                format!("kit-weekday-{}", number.min(7)),
            ] {
                assert!(!lang.t(&key).contains('⟦'), "{key}");
            }
        }
    }
}
