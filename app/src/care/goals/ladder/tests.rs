use super::LadderFault::{Empty, Gap, MovesTwoThings, Overlap, Same, TurnsBack};
use super::*;

fn ladder(steps: [&str; 5]) -> Ladder {
    let [step_m2, step_m1, step_0, step_p1, step_p2] = steps.map(str::to_owned);
    Ladder { step_m2, step_m1, step_0, step_p1, step_p2 }
}

fn level(number: i32) -> Level {
    Level::new(number).unwrap()
}

/// Each ladder with what is wrong with it.
fn cases() -> Vec<([&'static str; 5], Vec<LadderFault>)> {
    let [m2, m1, zero, p1, p2] = Level::ALL;
    vec![
        // Words only: nothing for a rule to say.
        (
            ["Eats what others cook", "Cooks with help", "Cooks one dish", "Cooks three dishes", "Cooks for others"],
            vec![],
        ),
        (["Nuk gatuan", "Gatuan me ndihmë", "Gatuan vetë", "Gatuan tri gjellë", "Gatuan për të tjerët"], vec![]),
        // Something missing, something said twice.
        (["a", "", "c", " ", "e"], vec![Empty(m1), Empty(p1)]),
        (["Sam", "Uz pomoć", "sam.", "Tri jela", "Za druge"], vec![Same(m2, zero)]),
        (["x 1", "x 2", "x 2", "x 3", "x 4"], vec![Same(m1, zero)]),
        // Counted one by one, up and down.
        (["0 meals", "1 meal", "2 meals", "3 meals", "4 meals"], vec![]),
        (["4 prompts", "3 prompts", "2 prompts", "1 prompt", "0 prompts"], vec![]),
        (["0 seanca", "1 seancë", "2 seanca", "3-4 seanca", "5 ose më shumë seanca"], vec![]),
        (["0 sati nedeljno", "1 sat nedeljno", "2–3 sata nedeljno", "4 do 5 sati nedeljno", "6 ili više sati"], vec![]),
        (["0-1 days", "2 days", "3–4 days", "5 to 6 days", "7 days"], vec![]),
        (["6+ errors", "4-5 errors", "3 errors", "1-2 errors", "0 errors"], vec![]),
        (["Less than 2 visits", "2 visits", "3 visits", "4 visits", "more than 4 visits"], vec![]),
        (["Më pak se 2 herë", "2 herë", "3 herë", "4 herë", "mbi 4 herë"], vec![]),
        (["Manje od 2 puta", "2 puta", "3 puta", "4 puta", "5 puta ili više"], vec![]),
        (["up to 5%", "5.1-10%", "10.1-20%", "20.1-30%", "at least 30.1%"], vec![]),
        // Gaps.
        (["0-1 meals", "2 meals", "4-5 meals", "6 meals", "7 or more meals"], vec![Gap(m1, zero)]),
        (["0 herë", "1 herë", "2 herë", "3 herë", "5 ose më shumë herë"], vec![Gap(p1, p2)]),
        (["5 puta", "4 puta", "2 puta", "1 put", "0 puta"], vec![Gap(m1, zero)]),
        (["Never", "1 time a week", "2 times a week", "4 times a week", "5 times a week"], vec![Gap(zero, p1)]),
        (["up to 2", "3", "4", "5", "more than 6"], vec![Gap(p1, p2)]),
        // Overlaps.
        (["0-10 minutes", "10-20 minutes", "21-30 minutes", "31-40 minutes", "41+ minutes"], vec![Overlap(m2, m1)]),
        (["0 orë", "1 orë", "2 orë", "3 ose më shumë orë", "4 orë"], vec![Overlap(p1, p2)]),
        (["najviše 2 sata", "2-3 sata", "4 sata", "5 sati", "bar 5 sati"], vec![Overlap(m2, m1), Overlap(p1, p2)]),
        (["1 prompt, sits", "1 prompt, stands", "2 prompts", "3 prompts", "4 prompts"], vec![Overlap(m2, m1)]),
        // Turning back.
        (["1 page", "3 pages", "2 pages", "4 pages", "5 pages"], vec![Gap(m2, m1), TurnsBack(zero), Gap(zero, p1)]),
        // Marks on a coarse scale.
        (["5 minutes", "10 minutes", "20 minutes", "40 minutes", "60 minutes"], vec![]),
        (["10 minuta", "20 minuta", "30 minuta", "45 minuta", "60 minuta"], vec![]),
        // More than one thing, or one thing among several numbers.
        (
            [
                "10 minutes, 5 prompts",
                "20 minutes, 4 prompts",
                "30 minutes, 3 prompts",
                "40 minutes, 2 prompts",
                "50 minutes, 1 prompt",
            ],
            vec![MovesTwoThings],
        ),
        (
            ["1 orë me 4 nxitje", "2 orë me 3 nxitje", "3 orë me 2 nxitje", "4 orë me 1 nxitje", "5 orë me 0 nxitje"],
            vec![MovesTwoThings],
        ),
        (["0 of 5 days", "1 of 5 days", "2 of 5 days", "3 of 5 days", "4 of 5 days"], vec![]),
        (["0 od 5 dana", "1 od 5 dana", "3 od 5 dana", "4 od 5 dana", "5 od 5 dana"], vec![Gap(m1, zero)]),
        // Other quantities, rooms and times of day are not compared.
        (["10 minutes", "2 prompts", "3 dishes", "4 people", "5 days"], vec![]),
        (["Up at 10:30", "Up at 9:00", "Up at 8:00", "Up at 7:30", "Up at 7:00"], vec![]),
        (["Stays in B1", "Comes to B2", "Comes to B4", "Goes to B7", "Goes to B9"], vec![]),
        (["Comes 1 time", "Comes", "Comes 3 times", "Comes 5 times", "Comes 9 times"], vec![]),
    ]
}

#[test]
fn every_fault_is_named_where_it_is() {
    let cases = cases();
    assert!(cases.len() >= 20);
    for (steps, expected) in cases {
        assert_eq!(faults(&ladder(steps)), expected, "{steps:?}");
    }
}

#[test]
fn a_raised_goal_begins_where_the_patient_stands() {
    let old = ladder(["a", "b", "c", "d", "e"]);
    for (stands_at, expected) in
        [(0, ["b", "c", "d", "e", ""]), (1, ["c", "d", "e", "", ""]), (2, ["d", "e", "", "", ""])]
    {
        assert_eq!(raised(&old, level(stands_at)), ladder(expected), "{stands_at}");
    }
}
