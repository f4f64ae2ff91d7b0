//! A bank of occupational therapy goals as they are written in prisons, each with its attainment ladder. Every step says what
//! can be seen, so that two practitioners would choose the same one.

/// One goal to adapt: what it says, in the patient's words too, and its ladder from much less (-2) to much better (+2).
#[derive(Debug, Clone, Copy, Default)]
pub struct BankGoal {
    pub area: &'static str,
    pub description: &'static str,
    /// In English, Albanian and Serbian.
    pub words: [&'static str; 3],
    pub steps: [&'static str; 5],
}

impl BankGoal {
    /// The patient's words in the language that the patient speaks, as far as the bank has it.
    pub fn words_in(&self, language: &str) -> &'static str {
        let [en, sq, sr] = self.words;
        match language {
            "sq" => sq,
            "sr" => sr,
            _ => en,
        }
    }
}

pub const BANK: &[BankGoal] = &[
    BankGoal {
        area: "adl",
        description: "Washes, shaves and dresses on his own before morning unlock on five days a week.",
        words: [
            "I want to look after myself again.",
            "Dua të kujdesem përsëri për veten.",
            "Želim opet da se brinem o sebi.",
        ],
        steps: [
            "Stays in bed; washes only when an officer or nurse insists.",
            "Washes on one or two mornings a week after two or more prompts.",
            "Washes and dresses before unlock on five mornings a week after one prompt.",
            "Washes and dresses before unlock on five mornings a week without a prompt.",
            "Keeps the whole morning routine every day and lays out his clothes the evening before.",
        ],
    },
    BankGoal {
        area: "adl",
        description: "Keeps the cell clean and in order by following a weekly cleaning plan.",
        words: [
            "My cell should not make me feel worse.",
            "Qelia ime nuk duhet të më bëjë të ndihem edhe më keq.",
            "Ne želim da mi zbog ćelije bude još gore.",
        ],
        steps: [
            "Cell is not cleaned; food and laundry lie on the floor.",
            "Cleans one part of the cell when somebody stays and helps.",
            "Follows three of five steps of the cleaning plan each week.",
            "Follows all steps of the cleaning plan with a weekly reminder.",
            "Follows the plan alone for four weeks and shows it to a neighbour.",
        ],
    },
    BankGoal {
        area: "iadl",
        description: "Prepares a simple warm meal from a picture recipe safely and from beginning to end.",
        words: [
            "I want to cook for my children when I am home.",
            "Dua t’u gatuaj fëmijëve kur të kthehem në shtëpi.",
            "Želim da kuvam deci kad se vratim kući.",
        ],
        steps: [
            "Watches others; does not take part in preparing food.",
            "Does one step, such as washing vegetables, with step-by-step guidance.",
            "Prepares a meal of five steps with a picture recipe and two or three prompts.",
            "Prepares a meal of five steps with the recipe and no prompt.",
            "Plans, prepares and serves a meal for four and clears up within the time.",
        ],
    },
    BankGoal {
        area: "iadl",
        description: "Plans a week's spending on a real canteen budget and keeps to it.",
        words: [
            "My money is always gone on the second day.",
            "Paratë më mbarojnë gjithmonë ditën e dytë.",
            "Novca mi uvek nestane već drugog dana.",
        ],
        steps: [
            "Spends everything in the first two days and borrows from others.",
            "Names what he needs, but cannot say what it costs.",
            "Makes a weekly plan with help and keeps to it for two weeks of four.",
            "Makes the plan alone and keeps to it for three weeks of four.",
            "Keeps to the plan for four weeks and saves for something he has chosen.",
        ],
    },
    BankGoal {
        area: "health_management",
        description: "Uses two calming strategies when tension rises, before it comes to shouting.",
        words: [
            "I want to notice it before I explode.",
            "Dua ta vërej para se të shpërthej.",
            "Želim da primetim pre nego što planem.",
        ],
        steps: [
            "Notices tension only afterwards; shouts or leaves every session.",
            "Names one sign of tension when asked, uses no strategy.",
            "Uses one practised strategy with a prompt in most tense moments.",
            "Uses two strategies without a prompt during sessions.",
            "Uses them on the wing too and writes down what helped.",
        ],
    },
    BankGoal {
        area: "health_management",
        description: "Takes part in planning his medication times and keeps to them for four weeks.",
        words: [
            "I forget, and then I feel bad for days.",
            "Harroj, e pastaj ndihem keq me ditë të tëra.",
            "Zaboravim, pa mi je danima loše.",
        ],
        steps: [
            "Refuses or forgets more than half of the doses.",
            "Takes doses when brought to him, does not know the times.",
            "Knows the times and comes for them with one reminder a day.",
            "Comes for every dose without a reminder for two weeks.",
            "Keeps to the times for four weeks and tells the nurse about side effects himself.",
        ],
    },
    BankGoal {
        area: "rest_sleep",
        description: "Follows an evening routine and sleeps at least six hours on five nights a week.",
        words: [
            "If I slept I could do the rest.",
            "Po të flija, do t’ia dilja me të tjerat.",
            "Samo da spavam, ostalo bih lako.",
        ],
        steps: [
            "Awake most of the night, sleeps through the day.",
            "Sleeps three to four hours; no evening routine.",
            "Follows the routine on three evenings; sleeps five hours on most nights.",
            "Follows the routine on five evenings; sleeps six hours on most nights.",
            "Sleeps six hours or more on six nights and needs no sleep in the day.",
        ],
    },
    BankGoal {
        area: "education",
        description: "Reads a one-page text aloud in the reading group and says what it is about.",
        words: [
            "I want to read my own letters.",
            "Dua t’i lexoj vetë letrat e mia.",
            "Želim da čitam svoja pisma bez pomoći.",
        ],
        steps: [
            "Does not open the text; says he cannot read.",
            "Reads single words with help.",
            "Reads a short paragraph with help at hard words and says one thing about it.",
            "Reads a page alone and says what it is about.",
            "Chooses a text himself and reads it to the group.",
        ],
    },
    BankGoal {
        area: "education",
        description: "Attends the literacy or computer class for a whole term and finishes its tasks.",
        words: [
            "I never finished anything at school.",
            "Në shkollë nuk kam mbaruar kurrë asgjë.",
            "Moja škola je ostala nezavršena.",
        ],
        steps: [
            "Not enrolled, avoids talking about it.",
            "Enrolled; attends fewer than one class in three.",
            "Attends half of the classes and finishes simple tasks with help.",
            "Attends three of four classes and finishes most tasks alone.",
            "Finishes the term with a certificate and asks for the next.",
        ],
    },
    BankGoal {
        area: "work",
        description: "Works at a task in the workshop for forty minutes and finishes one item to the agreed standard.",
        words: [
            "I want a real job when I get out.",
            "Dua një punë të vërtetë kur të dal.",
            "Želim pravi posao kad izađem.",
        ],
        steps: [
            "Leaves the task within five minutes.",
            "Works for ten minutes with somebody beside him.",
            "Works for twenty-five minutes with two prompts; the item needs repair.",
            "Works for forty minutes with one prompt; the item meets the standard.",
            "Works the whole session alone, checks his own item and helps another.",
        ],
    },
    BankGoal {
        area: "work",
        description: "Prepares for release with a written plan for work: skills, papers, three places to ask.",
        words: [
            "I do not know where to begin outside.",
            "Nuk e di nga t’ia filloj jashtë.",
            "Ne znam odakle da počnem napolju.",
        ],
        steps: [
            "Will not speak about life after release.",
            "Names a wish, but nothing he could do for it.",
            "Lists his skills and one place to ask, with help.",
            "Has a written plan with papers and three places.",
            "Has written to an employer or training centre and prepared for an interview.",
        ],
    },
    BankGoal {
        area: "leisure",
        description: "Spends free time in the cell with an activity he has chosen, at least four evenings a week.",
        words: ["The evenings are the worst.", "Mbrëmjet janë më të vështirat.", "Večeri su najgore."],
        steps: [
            "Lies on the bed or paces all evening.",
            "Begins an activity that was brought to him and stops within ten minutes.",
            "Spends half an hour with a chosen activity on two evenings a week.",
            "Spends half an hour with a chosen activity on four evenings a week.",
            "Plans his evenings, changes activities and asks for materials himself.",
        ],
    },
    BankGoal {
        area: "leisure",
        description: "Takes part in the garden group through a season and cares for one bed of his own.",
        words: ["My father had a garden.", "Babai im kishte kopsht.", "Moj otac je imao baštu."],
        steps: [
            "Does not leave the wing for the garden.",
            "Goes out, stands aside and watches.",
            "Does one garden task a session with guidance.",
            "Cares for his bed with a weekly plan and few prompts.",
            "Plans the planting of his bed and shows others how.",
        ],
    },
    BankGoal {
        area: "social_participation",
        description: "Stays in a group of six for a whole session and speaks to at least two others.",
        words: [
            "I do not trust people in a room.",
            "Nuk u besoj njerëzve në një dhomë.",
            "Ne verujem ljudima u istoj prostoriji.",
        ],
        steps: [
            "Does not come to groups.",
            "Comes and leaves within fifteen minutes, speaks to nobody.",
            "Stays for half of the session and answers when spoken to.",
            "Stays for the whole session and speaks to two others.",
            "Begins conversations and includes somebody who is quiet.",
        ],
    },
    BankGoal {
        area: "social_participation",
        description: "Keeps contact with his family by one letter or call a week that he has prepared.",
        words: [
            "I have not spoken to my sister for two years.",
            "Nuk kam folur me motrën time që dy vjet.",
            "Sestra i ja ne razgovaramo već dve godine.",
        ],
        steps: [
            "No contact, and does not want to speak about it.",
            "Speaks about contact, has not begun.",
            "Prepares and makes one contact a month with help.",
            "Makes one contact a week with preparation in the session.",
            "Keeps weekly contact on his own and plans a visit.",
        ],
    },
    BankGoal {
        area: "play",
        description: "Plays a board game by its rules to the end, also when losing.",
        words: ["I get angry when I lose.", "Zemërohem kur humb.", "Naljutim se kad gubim."],
        steps: [
            "Refuses to play or upsets the board.",
            "Plays for a few minutes and stops when he falls behind.",
            "Plays to the end with one or two reminders of the rules.",
            "Plays to the end by the rules and loses calmly.",
            "Teaches the game and settles a quarrel over the rules.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use app::care::goals::Ladder;
    use app::care::goals::ladder::faults;

    use super::BANK;

    #[test]
    fn every_ladder_of_the_story_can_be_rated() {
        for goal in BANK {
            let [step_m2, step_m1, step_0, step_p1, step_p2] = goal.steps.map(str::to_owned);
            assert_eq!(faults(&Ladder { step_m2, step_m1, step_0, step_p1, step_p2 }), [], "{}", goal.description);
        }
    }

    #[test]
    fn everybody_speaks_their_own_language() {
        for goal in BANK {
            let [en, sq, sr] = goal.words;
            assert!(en != sq && sq != sr && en != sr && goal.words.iter().all(|words| !words.is_empty()), "{en}");
            assert_eq!(["sq", "sr", "en", "tr"].map(|language| goal.words_in(language)), [sq, sr, en, en]);
        }
    }
}
