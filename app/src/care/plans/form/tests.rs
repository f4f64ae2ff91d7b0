use super::fill::hours;
use super::*;
use crate::care::goals::ExpressedBy;
use crate::care::goals::Goal;
use crate::care::plans::api::Stored;
use crate::care::plans::{Achievement, Agreement, Area, Intervention, Lifecycle, Plan, PlanStatus};
use crate::i18n::Lang;
use crate::kit::ids::{FacilityId, GoalId, GoalThreadId, PersonId, PlanId};

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
        expressed_by: ExpressedBy::Family,
        ..DraftGoal::blank(Area::Iadl)
    };
    let terms = Terms {
        intervention_types: Interventions(vec![Intervention::Training, Intervention::Group]),
        creative_level: Some(4),
        agreement_language: "rom".into(),
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
    let short = DraftGoal { thread: None, term: Term::Short, parent: Some(0), ..goal.clone() };
    Draft { terms, goals: vec![goal, short, DraftGoal::blank(Area::Iadl)] }
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
        ("goal-1-description=x&goal-1-term=weekly", "goal-1-term"),
        ("goal-1-description=x&goal-1-expressed=court", "goal-1-expressed"),
        ("creative_level=10", "creative_level"),
        ("agreement_language=xx", "agreement_language"),
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
    for (typed, minutes, said) in
        [("25", 1500, "25"), ("12.5", 750, "12.5"), ("0.25", 15, "0.25"), ("100", 6000, "100"), ("7.10", 426, "7.1")]
    {
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
        ("do=take-1", Step::TakeFromBank(0)),
    ] {
        assert_eq!(step(&fields(body)), expected, "{body}");
    }
}

#[test]
fn a_gap_in_a_ladder_stands_at_its_step() {
    let mut draft = written();
    draft.goals.truncate(1);
    draft.goals[0].ladder.step_p1.clear();
    let mut sent = fill(&draft);
    show_gaps(&mut sent, &draft);
    assert_eq!(sent.errors().iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["goal-1-p1"]);
    let mut nothing = fill(&Draft::default());
    show_gaps(&mut nothing, &Draft::default());
    assert!(nothing.error_at("title").is_some() && nothing.error_at("goal-1-description").is_some());
}

fn stored(draft: &Draft) -> Stored {
    let at = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
    let id = |n| uuid::Uuid::from_u128(n);
    let plan = Plan {
        id: PlanId(id(1)),
        patient_id: PersonId(id(2)),
        facility_id: FacilityId(id(3)),
        version_no: 1,
        status: PlanStatus::Draft,
        terms: draft.terms.clone(),
        next_review_on: None,
        lead_name: String::new(),
        activated_at: None,
        activated_by_name: None,
        created_at: at,
        version: 9,
    };
    let goal = |(position, goal): (i32, &DraftGoal)| Goal {
        id: GoalId(id(100)),
        plan_id: plan.id,
        patient_id: plan.patient_id,
        thread_id: goal.thread.unwrap_or(GoalThreadId(id(50))),
        position,
        description: goal.description.clone(),
        patient_words: goal.patient_words.clone(),
        area: goal.area,
        lifecycle: Lifecycle::Proposed,
        achievement: Achievement::InProgress,
        target_date: goal.target_date,
        ladder: goal.ladder.clone(),
        baseline: goal.baseline,
        importance: goal.importance,
        difficulty: goal.difficulty,
        term: goal.term,
        parent_thread_id: None,
        expressed_by: goal.expressed_by,
    };
    Stored { goals: (1..).zip(&draft.goals).map(goal).collect(), plan }
}

fn named(fields: &Fields) -> Vec<&str> {
    fields.errors().iter().map(|(name, _)| name.as_str()).collect()
}

#[test]
fn a_conflict_shows_their_words_beside_ones_own() {
    let theirs = stored(&written());
    let mut mine = fill_stored(&theirs);
    mine.set("version", "4");
    mine.set("title", "Mine");
    mine.set("areas", "work");
    mine.set("goal-1-p2", "");
    show_conflict(&mut mine, Lang::En, Some(&theirs));
    assert_eq!(named(&mine), ["", "areas", "title", "goal-1-p2"]);
    assert_eq!((mine.get("title"), mine.get("version")), ("Mine", "9"));
    let said = |name| mine.error_at(name).unwrap().say(Lang::Sq);
    assert!(said("title").contains("Përditshmëria") && said("areas").contains("Social participation"));
}

#[test]
fn a_conflict_over_goals_loses_none_of_them() {
    let mut draft = written();
    draft.goals.truncate(1);
    let mut added = draft.goals[0].clone();
    added.thread = Some(GoalThreadId(uuid::Uuid::from_u128(8)));
    let mine_was = stored(&draft);
    // They took the first goal out and wrote another.
    let theirs = stored(&Draft { goals: vec![added], ..draft });
    let mut mine = fill_stored(&mine_was);
    show_conflict(&mut mine, Lang::En, Some(&theirs));
    assert_eq!(named(&mine), ["", "goal-1-description", "goal-2-description"]);
    assert_eq!(goal_count(&mine), 2);
    assert_eq!(mine.get("goal-2-thread"), uuid::Uuid::from_u128(8).to_string());
}

#[test]
fn a_draft_that_is_no_more_leaves_the_text_to_begin_anew() {
    let mut mine = fill_stored(&stored(&written()));
    show_conflict(&mut mine, Lang::En, None);
    assert_eq!((known(&mine), mine.get("title")), (None, "Përditshmëria"));
}
