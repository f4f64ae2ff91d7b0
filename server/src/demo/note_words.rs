//! What is written in the demonstration's notes beside sessions, and the templates and phrases of its practitioner.

use app::care::notes::NoteKind;

/// A kind of note with the text under each of its headings.
pub type Wording = (NoteKind, &'static [(&'static str, &'static str)]);

const WORDINGS: [Wording; 5] = [
    (
        NoteKind::Contact,
        &[
            ("note-part-data", "Seen at the cell door for ten minutes. Asked about the group and which day it is on."),
            ("note-part-assessment", "Oriented to the week again. Less withdrawn than a fortnight ago."),
            ("note-part-plan", "Invite to the next session in person, the evening before."),
        ],
    ),
    (
        NoteKind::Telephone,
        &[(
            "note-part-narrative",
            "The workshop rang: a place is free from next month, two mornings a week. They ask for a note on pacing and breaks.",
        )],
    ),
    (
        NoteKind::Contact,
        &[
            ("note-part-subjective", "Says he sleeps better since he keeps the same hour."),
            (
                "note-part-objective",
                "Bed made and floor swept without a prompt. The week's planner is filled in to Thursday.",
            ),
            ("note-part-assessment", "The morning routine holds on days without a session as well."),
            ("note-part-plan", "Keep the planner. Let him lead the check of it next week."),
        ],
    ),
    (
        NoteKind::Telephone,
        &[(
            "note-part-narrative",
            "The social worker rang about release papers. Agreed that budgeting comes before job search.",
        )],
    ),
    (
        NoteKind::CaseDiscussion,
        &[(
            "note-part-narrative",
            "Discussed with nurse and psychologist. Mornings are hardest because of medication; sessions move to the afternoon where the regime allows.",
        )],
    ),
];

/// One after the other, again and again.
pub fn wording(number: usize) -> Wording {
    WORDINGS.get(number % WORDINGS.len()).copied().unwrap_or((NoteKind::Contact, &[]))
}

/// Kind, title, format, then the five texts.
pub const PHRASES: [[&str; 8]; 5] = [
    [
        "template",
        "First visit",
        "soap",
        "In the patient's words:",
        "Housing, routine of the day, what was seen:",
        "What helps and what is in the way:",
        "Next step and when:",
        "",
    ],
    [
        "template",
        "Telephone",
        "narrative",
        "",
        "",
        "",
        "",
        "Who rang, about what, what was agreed, who does what by when:",
    ],
    [
        "template",
        "After a group",
        "dap",
        "",
        "Came, stayed, took part as:",
        "Compared with last time:",
        "For the next group:",
        "",
    ],
    [
        "phrase",
        "Needed one prompt",
        "narrative",
        "",
        "",
        "",
        "",
        "Needed one verbal prompt to begin and none to finish.",
    ],
    ["phrase", "Pacing kept", "narrative", "", "", "", "", "Kept the agreed breaks without being reminded."],
];
