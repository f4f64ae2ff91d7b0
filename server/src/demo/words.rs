//! What practitioners write: purposes, narratives and lines about one patient. Nobody's name ever stands in them.

use super::chance::Chance;

/// What a session is for, and how a group of that kind usually goes.
pub fn purpose(kind: &str) -> &'static str {
    match kind {
        "craft" => "Practise planning, fine motor control and finishing one item.",
        "self_care" => "Practise a self-care routine in its order with fewer prompts.",
        "domestic" => "Practise a household task safely, from planning to clearing up.",
        "gardening" => "Practise endurance and routine outdoors; shared responsibility for the beds.",
        "music" => "Practise listening to each other, rhythm and expressing feeling safely.",
        "movement" => "Build endurance and body awareness; notice tension and let it go.",
        "reading_education" => "Practise attention, reading and saying what a text is about.",
        "vocational" => "Practise working to a standard and within a time, as at a workplace.",
        "games" => "Practise rules, taking turns and losing calmly.",
        "relaxation" => "Practise two calming strategies and choose the one that helps.",
        "release_preparation" => "Prepare papers, skills and first steps for life outside.",
        _ => "Practise an everyday skill step by step.",
    }
}

const GROUP: &[&str] = &[
    "The group began on time. The task was shown once and written on the board; most steps were done without further help. Tools were counted out and in.",
    "A quiet beginning. After the first step the members helped each other, and the pace rose. Ten minutes at the end were kept for saying what went well.",
    "The room was noisy at first, which made it hard to attend. Shorter steps helped. The item was finished by most and put aside for next time by the others.",
    "The group chose between two tasks and kept to its choice. Rules were recalled once. There was laughter, and nobody was left out.",
    "The step was made harder than last week: no written recipe. Two prompts to the whole group were enough.",
    "Movement on the wing delayed the start by ten minutes. The task was shortened, and the closing round was kept.",
];

const INDIVIDUAL: &[&str] = &[
    "We looked at last week's step and chose the next one together. The task was graded by taking away one prompt.",
    "The task was broken into five steps on cards. He laid them in order and worked through them.",
    "Talked about what got in the way this week, then practised the step that is hardest. Agreed on one thing to try on the wing.",
    "Worked side by side at first, then I moved to the other end of the table. He carried on.",
    "He asked for more time with the planning. We drew the week on paper and marked two good times for practice.",
];

/// What happened in the session, the same for everybody.
pub fn narrative(chance: &mut Chance, group: bool) -> &'static str {
    chance.pick(if group { GROUP } else { INDIVIDUAL })
}

const GOING_UP: &[&str] = &[
    "Needed fewer prompts than last time and noticed a mistake himself.",
    "Kept at the task to the end and was pleased with the result.",
    "Began without being asked. Offered help to a neighbour once.",
    "Used the practised strategy when it became loud, and stayed.",
];
const AS_BEFORE: &[&str] = &[
    "As in the weeks before: starts well, needs a prompt at the third step.",
    "Took part with pauses. Attention for about fifteen minutes at a time.",
    "Did what was asked, said little. Needed the steps shown again.",
    "Came, watched for a while, and joined in for the second half.",
];
const GOING_DOWN: &[&str] = &[
    "Tired and slow to begin. Stopped twice and needed to be invited back.",
    "Tense from the start, sat by the door. Did one step of five.",
    "Could not say what had been agreed last time. More help than a month ago.",
    "Irritable when the task did not succeed; left it unfinished.",
];
const DECLINED: &[&str] = &[
    "Was asked on the wing and preferred not to come today.",
    "Said he would come next time. Nothing pressed upon him.",
    "Did not want to be among people today; offered an individual time.",
];

/// A line about one patient: `trend` is negative, zero or positive.
pub fn line(chance: &mut Chance, took_part: bool, trend: i32) -> &'static str {
    chance.pick(match (took_part, trend) {
        (false, _) => DECLINED,
        (true, 1..) => GOING_UP,
        (true, 0) => AS_BEFORE,
        (true, _) => GOING_DOWN,
    })
}

const NEXT: &[&str] = &[
    "Same task with one prompt fewer.",
    "Next step of the ladder with the written steps at hand.",
    "Shorter task, quieter place at the table.",
    "Let him choose between two tasks.",
    "Practise the strategy once before the task begins.",
    "Look at the ladder together and mark where we are.",
];

pub fn next_step(chance: &mut Chance) -> &'static str {
    chance.pick(NEXT)
}

/// A plan's name and its summary for the patient in plain words, by the first goal's area.
pub fn plan(area: &str) -> (&'static str, &'static str) {
    match area {
        "adl" => (
            "A day with a shape",
            "We practise mornings and keeping your place in order, one step at a time, until it goes without us.",
        ),
        "iadl" => (
            "Skills for living outside",
            "We cook, plan and count together, so that daily life outside is not new to you.",
        ),
        "health_management" => (
            "Staying well",
            "We find out what helps you when it gets difficult, and practise it until it comes by itself.",
        ),
        "rest_sleep" => (
            "Nights and days",
            "We change the evening little by little, so that you sleep, and the day has something to get up for.",
        ),
        "education" => ("Learning again", "We read and learn at your pace, with texts that have to do with your life."),
        "work" => {
            ("Ready for work", "We practise working as in a real job: time, standard, and being proud of the result.")
        }
        "social_participation" => {
            ("Among people", "We begin with few people and short times, and make both more when you say so.")
        }
        _ => ("Time that is mine", "We look for things you like doing and a fixed place for them in the week."),
    }
}

/// Why fewer than twenty-five hours a week are aimed at.
pub const TARGET_REASONS: &[&str] = &[
    "Held on remand with frequent court days; the regime leaves two activity parts a day.",
    "Endurance is short at present: the target rises at the next review.",
    "Works in the laundry in the mornings.",
    "One practitioner for the unit: the hours that can be offered at present.",
];

pub const PRECAUTIONS: &[&str] = &[
    "",
    "",
    "",
    "Seizures: no work at height or with heat without somebody beside him.",
    "Loud groups bring flashbacks; seat near the door.",
    "Back pain: standing for twenty minutes at most.",
];

/// The banks speak of men; of a woman the same is said.
pub fn of_person(text: &str, woman: bool) -> String {
    if !woman {
        return text.to_owned();
    }
    let mut said = String::with_capacity(text.len() + 8);
    for piece in text.split_inclusive(|c: char| !c.is_alphabetic()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphabetic());
        let instead = match word {
            "he" => "she",
            "He" => "She",
            "his" | "him" => "her",
            "His" => "Her",
            "himself" => "herself",
            _ => word,
        };
        said.push_str(instead);
        said.push_str(piece.get(word.len()..).unwrap_or_default());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::of_person;

    #[test]
    fn a_woman_is_spoken_of_as_one() {
        assert_eq!(
            of_person("He keeps his bed himself, when the others help him.", true),
            "She keeps her bed herself, when the others help her."
        );
        assert_eq!(of_person("He keeps his bed.", false), "He keeps his bed.");
    }
}
