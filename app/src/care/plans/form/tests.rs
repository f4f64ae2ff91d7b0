use super::*;
use crate::care::plans::{Agreement, Area};
use crate::kit::ids::{GoalThreadId, PlanId};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn fields(body: &str) -> Fields {
    Fields::parse(body.as_bytes()).unwrap()
}

fn written() -> Draft {
    let ladder = Ladder {
        step_m2: "Asnjë".into(),
        step_m1: "Me ndihmë".into(),
        step_0: "Vetë".into(),
        step_p1: "Tri gjellë".into(),
        step_p2: "Për të tjerët".into(),
    };
    let goal = DraftGoal {
        thread: Some(GoalThreadId(uuid::Uuid::from_u128(7))),
        description: "Gatuan një vakt".into(),
        patient_words: "Dua të gatuaj si në shtëpi".into(),
        target_date: NaiveDate::from_ymd_opt(2027, 2, 1),
        ladder,
        baseline: Level::new(-2).unwrap(),
        importance: 3,
        difficulty: 0,
        ..DraftGoal::blank(Area::Iadl)
    };
    let terms = Terms {
        title: "Përditshmëria".into(),
        summary: "Gatuajmë bashkë\nçdo të martë".into(),
        areas: Areas(vec![Area::Iadl, Area::SocialParticipation]),
        weekly_target_minutes: 750,
        target_reason: "paraburgim".into(),
        agreement: Agreement::InPart,
        agreed_on: Some(today()),
        starts_on: Some(today()),
        ..Terms::default()
    };
    Draft {
        terms,
        goals: vec![goal, DraftGoal::blank(Area::Work)],
    }
}

#[test]
fn what_is_filled_in_is_read_back() {
    let draft = written();
    let mut fields = fill(&draft);
    assert_eq!(parse(&mut fields, today()), draft);
    assert!(!fields.is_refused(), "{:?}", fields.errors());
}

#[test]
fn an_empty_form_is_a_draft_with_the_usual_numbers() {
    let mut sent = fields("title=&goal-1-description=&sessions_per_week=&target_hours=");
    let draft = parse(&mut sent, today());
    assert!(!sent.is_refused(), "{:?}", sent.errors());
    assert_eq!(draft.terms, Terms::default());
    assert_eq!(draft.goals, [DraftGoal::blank(Area::Adl)]);
}

#[test]
fn what_cannot_be_is_an_error_at_its_field() {
    let cases = [
        ("expected_end=2026-01-01&starts_on=2026-02-01", "expected_end"),
        ("expected_end=31.2.2026", "expected_end"),
        ("agreed_on=2026-11-23", "agreed_on"),
        ("target_hours=many", "target_hours"),
        ("target_hours=101", "target_hours"),
        ("target_hours=24", "target_reason"),
        ("sessions_per_week=29", "sessions_per_week"),
        ("approach=cure", "approach"),
        ("goal-1-description=x&goal-1-baseline=0", "goal-1-baseline"),
        ("goal-1-description=x&goal-1-importance=4", "goal-1-importance"),
        ("goal-1-description=x&goal-1-area=sport", "goal-1-area"),
    ];
    for (body, name) in cases {
        let mut sent = fields(body);
        parse(&mut sent, today());
        let named: Vec<&str> = sent.errors().iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(named, [name], "{body}");
    }
}

#[test]
fn hours_are_read_and_written_alike() {
    for (typed, minutes, said) in [
        ("25", 1500, "25"),
        ("12.5", 750, "12.5"),
        ("0.25", 15, "0.25"),
        ("100", 6000, "100"),
        ("7.10", 426, "7.1"),
    ] {
        assert_eq!(minutes_from_hours(typed), Some(minutes), "{typed}");
        assert_eq!(hours(minutes), said, "{typed}");
    }
    for typed in ["-1", "101", "100.5", "1.234", "1.", "x", ".5", "1.-5"] {
        assert_eq!(minutes_from_hours(typed), None, "{typed}");
    }
}

#[test]
fn buttons_say_what_they_are_for() {
    for (body, expected) in [
        ("do=save", Step::Save),
        ("", Step::Save),
        ("do=add-goal", Step::AddGoal),
        ("do=remove-goal-3", Step::RemoveGoal(2)),
        ("do=remove-goal-0", Step::Save),
    ] {
        assert_eq!(step(&fields(body)), expected, "{body}");
    }
}

#[test]
fn a_gap_in_a_ladder_stands_at_its_step() {
    let mut draft = written();
    draft.goals[0].ladder.step_p1.clear();
    let mut sent = fill(&draft);
    show_gaps(&mut sent, &draft);
    assert_eq!(
        sent.errors().iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(),
        ["goal-1-p1"]
    );
    let mut nothing = fill(&Draft::default());
    show_gaps(&mut nothing, &Draft::default());
    assert!(nothing.error_at("title").is_some() && nothing.error_at("goal-1-description").is_some());
}

#[test]
fn a_conflict_shows_their_words_beside_ones_own() {
    let mut mine = fill(&written());
    mine.set("title", "Mine");
    mine.set("areas", "work");
    set_known(
        &mut mine,
        Some(Known {
            plan: PlanId(uuid::Uuid::from_u128(1)),
            version: 4,
        }),
    );
    let found = differences(&mine, &fill(&written()));
    assert_eq!(
        found,
        [
            ("title".to_owned(), "Përditshmëria".to_owned()),
            ("areas".to_owned(), "iadl,social_participation".to_owned())
        ]
    );
    show_conflict(&mut mine, Lang::En, None);
    assert_eq!(known(&mine), None);
    assert_eq!(mine.get("title"), "Mine");
}
