//! What practitioners write in evaluations.

use app::care::evaluations::Section;

/// What practitioners write in each section, for one patient and another.
pub const TEXTS: &[(Section, [&str; 3])] = &[
    (
        Section::Reason,
        [
            "Referred because he stays in bed most of the day. He himself says that he wants 'the days to be shorter'.",
            "Referred before release. He expects help with work and papers and is not sure that talking will do anything.",
            "Referred after three weeks alone in the cell. He came because the nurse asked him to.",
        ],
    ),
    (
        Section::GoingWell,
        [
            "Cooks tea for the neighbours and keeps the radio programme in his head. Plays chess well and patiently.",
            "Works in the laundry without a day missed since June. Mends clothes for others.",
            "Draws every evening, on whatever paper there is. Keeps his own corner of the cell in order.",
        ],
    ),
    (
        Section::Concerns,
        [
            "Getting up, washing before unlock, and the yard, which he has avoided since spring. Sleeps by day and lies awake at night.",
            "Money: everything is spent in two days. Forms and letters are put aside unopened.",
            "Being with more than two people. Left the classroom twice because of noise and has not gone back.",
        ],
    ),
    (
        Section::History,
        [
            "Left school at fourteen, worked on building sites with an uncle, later as a painter. Kept house for his mother in her last year.",
            "Trained as a baker and liked it. No job longer than four months since then. Second sentence.",
            "Grew up in three homes. Helped in a garage. Was never alone with a household.",
        ],
    ),
    (
        Section::Roles,
        [
            "Father of two, whom he sees every second month. Was the one who repaired things for everybody; misses that.",
            "Worker is the role he values most. Brother, by telephone. Would like to be a neighbour who greets people.",
            "Says that he is 'nobody's anything' and then names his grandmother, to whom he writes.",
        ],
    ),
    (
        Section::Routines,
        [
            "Wakes at eleven, eats once, television until three in the night. The regime sets three meals and the yard; he keeps to one of them.",
            "Up at six, work until two, then nothing until the count. Evenings and weekends are long and empty.",
            "No two days are the same. Begins many things and leaves them when somebody speaks to him.",
        ],
    ),
    (
        Section::ValuesInterests,
        [
            "Doing a thing properly. Football, once; old cars; his father's vineyard.",
            "To owe nobody anything. Bread, films, the sea.",
            "Quiet. Animals, birds above all. Would like to try carving.",
        ],
    ),
    (
        Section::Environment,
        [
            "Shares a cell with a man who sleeps early. Officer of the wing encourages him. No table to write at.",
            "The laundry is warm and orderly, with a foreman who explains. The wing is loud in the evening.",
            "Single cell at the end of the corridor. Few come past. The window looks to the garden.",
        ],
    ),
    (
        Section::Priorities,
        [
            "1. 'To get up like a normal person.' 2. To cook for his children when they visit. 3. To sleep.",
            "1. 'A job I keep.' 2. To know where the money goes. 3. Not to be afraid of letters.",
            "1. 'To sit with others and not run.' 2. To finish one drawing and give it to somebody.",
        ],
    ),
    (
        Section::ReleaseHopes,
        [
            "Wants to live with his sister at first. Cannot say what a day there would look like.",
            "A room near the bakery where a cousin works. First week: papers, doctor, work.",
            "Release is far. He hopes for the open section and for work in the garden.",
        ],
    ),
    (
        Section::Observed,
        [
            "Made tea and a sandwich in the training kitchen, 40 minutes, alone with me. Two prompts to begin, one to clear up. Stopped once at a noise in the corridor.",
            "Sorted and filled in three forms at the table, 45 minutes. Read aloud, asked twice, put one aside. Finished two.",
            "Painted a small box beside one other patient, 50 minutes. Chose the seat by the door; stayed to the end when the door was left open.",
        ],
    ),
    (
        Section::MotorSkills,
        [
            "Steady hands, good grip. Tires after half an hour of standing and leans on the worktop.",
            "Nothing to remark; works fast and with force.",
            "Fine work is precise. Shoulders drawn up the whole time.",
        ],
    ),
    (
        Section::ProcessSkills,
        [
            "Knows the steps and begins late. Does not look ahead: water boiled before the cup was found. Notices mistakes and mends them.",
            "Attends for fifteen minutes, then hurries. Skips what he does not understand.",
            "Orders his tools before he begins. Loses the thread when spoken to and cannot take it up again alone.",
        ],
    ),
    (
        Section::SocialSkills,
        [
            "Answers when asked, offers little. Thanked at the end.",
            "Direct and friendly; interrupts. Takes a limit well when it is explained.",
            "No eye contact at first. Passed the brush to the other without being asked.",
        ],
    ),
    (
        Section::Patterns,
        [
            "Beginnings are hard, endings are good. Evening habits undo the morning.",
            "Does well where somebody else keeps the order, and not where he must.",
            "Leaves before it can become too much; stays when he can see the way out.",
        ],
    ),
    (
        Section::Demands,
        [
            "Manages activities of up to six steps with familiar objects. Reading is no hindrance.",
            "Manages physical work of any length. Written language of officials is above what he can take alone.",
            "Manages fine work with few people. Groups of more than four ask too much for now.",
        ],
    ),
    (
        Section::Strengths,
        [
            "Skill with his hands, pride in a finished thing, an officer who notices.",
            "Reliable at work, open, able to ask.",
            "Concentration in quiet, wish to give something away.",
        ],
    ),
    (
        Section::Barriers,
        [
            "Turned-round sleep, low drive in the morning, nothing planned before noon.",
            "Shame about reading; no practice with money of his own.",
            "Noise, crowding, and the habit of going.",
        ],
    ),
    (
        Section::Synthesis,
        [
            "He has the skills for a day of his own and lacks its beginning. Recommended: graded morning routine with a reason to get up, cooking individually and then in a small group, and one talk with the wing about the time of unlock. First measures in four weeks.",
            "He performs well inside an order that others keep, and release takes that order away. Recommended: weekly work on budget and papers with real forms, and a bakery task in which he plans the steps himself.",
            "Skills are there; the number of people decides whether they show. Recommended: craft with one other, then three, with the way out agreed beforehand; later the garden.",
        ],
    ),
];

/// What an evaluation says anew after the first weeks; the other sections stay.
pub const AGAIN: &[(Section, [&str; 3])] = &[
    (
        Section::Reason,
        [
            "Re-evaluation before the next review. He says that the days have become shorter.",
            "Re-evaluation after the first weeks of work on budget and papers.",
            "Re-evaluation before the group grows from three to six people.",
        ],
    ),
    (
        Section::Routines,
        [
            "Up at eight on five days of seven, eats twice, in the yard every second day. Nights are still long.",
            "Up at six, work until two, one hour of papers on Tuesdays and Fridays. Weekends are still empty.",
            "Mornings in the workshop on two days. Finishes most of what he begins there; less so in the cell.",
        ],
    ),
    (
        Section::Observed,
        [
            "Cooked soup in the training kitchen, 60 minutes, alone with me. One prompt to begin, none to clear up. Did not look up at the noise in the corridor.",
            "Filled in two forms and wrote one letter, 45 minutes. Asked once, put nothing aside.",
            "Painted beside three others, 60 minutes. Sat in the middle of the table; went out once and came back.",
        ],
    ),
    (
        Section::Synthesis,
        [
            "The beginning of the day is his own on most days now, and cooking is why. Recommended: cooking for two, then the kitchen group; sleep with the nurse.",
            "Papers are no longer put aside when there is a fixed hour for them. Recommended: that he sets the hour himself, and the bakery task with a plan of his own.",
            "He stays with four when the door is open. Recommended: the same group in the larger room, with the way out agreed as before.",
        ],
    ),
];
