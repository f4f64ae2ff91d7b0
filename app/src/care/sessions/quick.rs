//! One line of codes for one person of a group: `p 45 5 04`, `d2`, `n`. What is not said is as for all. Pure.
//!
//! A letter is the attendance; with `d` a digit may follow that says why somebody declined. One digit from 1 to 6 is the
//! participation, two digits beginning with 0 the assistance, any other number the minutes. `a` before a number makes it the
//! assistance, `m` the mood before and after, as in `m3/6`.

use super::model::{Assistance, Attendance, HealthReason};
use super::rules::{MOOD, PARTICIPATION};

/// What a line says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Quick {
    pub attendance: Option<Attendance>,
    pub health_reason: Option<HealthReason>,
    pub minutes: Option<i32>,
    pub participation: Option<i32>,
    pub assistance: Option<Assistance>,
    pub mood_before: Option<i32>,
    pub mood_after: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No such code.
    Unknown(String),
    /// The same thing said twice.
    Twice(String),
}

/// The letters, in the order in which the page explains them.
pub const LETTERS: [(char, Attendance); 10] = [
    ('p', Attendance::Full),
    ('h', Attendance::Part),
    ('l', Attendance::Late),
    ('e', Attendance::LeftEarly),
    ('d', Attendance::Declined),
    ('u', Attendance::Unwell),
    ('x', Attendance::Excused),
    ('s', Attendance::NotSuitableToday),
    ('n', Attendance::NotBrought),
    ('c', Attendance::Cancelled),
];

/// Why somebody declined, by the digit after `d`.
pub const REASONS: [(char, HealthReason); 10] = [
    ('1', HealthReason::NotInterested),
    ('2', HealthReason::Tired),
    ('3', HealthReason::LowMood),
    ('4', HealthReason::Pain),
    ('5', HealthReason::AnxietyInGroup),
    ('6', HealthReason::SideEffects),
    ('7', HealthReason::Conflict),
    ('8', HealthReason::Religious),
    ('9', HealthReason::PrefersOther),
    ('0', HealthReason::NoneGiven),
];

/// Reads a line; an empty one says nothing.
pub fn read(line: &str) -> Result<Quick, Fault> {
    let mut quick = Quick::default();
    for word in line.split(|c: char| c.is_whitespace() || c == ',' || c == ';').filter(|word| !word.is_empty()) {
        let code = word.to_lowercase();
        let fits = attendance(&mut quick, &code)
            .or_else(|| mood(&mut quick, &code))
            .or_else(|| assistance(&mut quick, &code))
            .or_else(|| number(&mut quick, &code));
        match fits {
            Some(true) => {}
            Some(false) => return Err(Fault::Twice(word.to_owned())),
            None => return Err(Fault::Unknown(word.to_owned())),
        }
    }
    Ok(quick)
}

/// Puts a value where none is yet; whether that could be done.
fn put<T>(place: &mut Option<T>, value: T) -> bool {
    let free = place.is_none();
    if free {
        *place = Some(value);
    }
    free
}

fn attendance(quick: &mut Quick, code: &str) -> Option<bool> {
    let mut letters = code.chars();
    let (first, second) = (letters.next()?, letters.next());
    let held = LETTERS.iter().find(|(letter, _)| *letter == first).map(|(_, held)| *held)?;
    match (second, letters.next()) {
        (None, _) => Some(put(&mut quick.attendance, held)),
        (Some(digit), None) if held == Attendance::Declined => {
            let reason = REASONS.iter().find(|(held, _)| *held == digit).map(|(_, reason)| *reason)?;
            Some(put(&mut quick.attendance, held) && put(&mut quick.health_reason, reason))
        }
        _ => None,
    }
}

fn mood(quick: &mut Quick, code: &str) -> Option<bool> {
    let said = code.strip_prefix('m')?;
    let (before, after) = said.split_once('/').unwrap_or((said, ""));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let mut fits = true;
    for (text, place) in [(before, &mut quick.mood_before), (after, &mut quick.mood_after)] {
        if !text.is_empty() {
            let value = text.parse().ok().filter(|value| MOOD.contains(value))?;
            fits &= put(place, value);
        }
    }
    Some(fits)
}

fn assistance(quick: &mut Quick, code: &str) -> Option<bool> {
    let plain = code.strip_prefix('a');
    let digits = plain.or_else(|| Some(code).filter(|code| code.len() == 2 && code.starts_with('0')))?;
    Assistance::from_code(digits).map(|held| put(&mut quick.assistance, held))
}

fn number(quick: &mut Quick, code: &str) -> Option<bool> {
    if !code.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let value: i32 = code.parse().ok()?;
    if code.len() == 1 {
        return PARTICIPATION.contains(&value).then(|| put(&mut quick.participation, value));
    }
    (code.len() <= 3 && !code.starts_with('0')).then(|| put(&mut quick.minutes, value))
}

/// The line that says this, in the order in which it is explained.
#[must_use]
pub fn write(quick: &Quick) -> String {
    let mut words = Vec::new();
    if let Some((letter, _)) = LETTERS.iter().find(|(_, held)| Some(*held) == quick.attendance) {
        let reason = REASONS.iter().find(|(_, held)| Some(*held) == quick.health_reason);
        words.push(format!("{letter}{}", reason.map(|(digit, _)| digit.to_string()).unwrap_or_default()));
    }
    words.extend(quick.minutes.map(|minutes| minutes.to_string()));
    words.extend(quick.participation.map(|level| level.to_string()));
    // A code that does not begin with 0 would read as minutes.
    words.extend(
        quick
            .assistance
            .map(|code| if code.as_str().starts_with('0') { code.as_str().to_owned() } else { format!("a{code}") }),
    );
    let text = |value: Option<i32>| value.map(|value| value.to_string()).unwrap_or_default();
    match (quick.mood_before, quick.mood_after) {
        (None, None) => {}
        (before, None) => words.push(format!("m{}", text(before))),
        (before, after) => words.push(format!("m{}/{}", text(before), text(after))),
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quick(change: impl FnOnce(&mut Quick)) -> Quick {
        let mut quick = Quick::default();
        change(&mut quick);
        quick
    }

    #[test]
    fn a_line_says_what_differs() {
        let cases = [
            ("", Quick::default()),
            (
                "p 45 5 04",
                Quick {
                    attendance: Some(Attendance::Full),
                    minutes: Some(45),
                    participation: Some(5),
                    assistance: Some(Assistance::Supervision),
                    ..Quick::default()
                },
            ),
            ("n", quick(|q| q.attendance = Some(Attendance::NotBrought))),
            ("D", quick(|q| q.attendance = Some(Attendance::Declined))),
            (
                "d2",
                quick(|q| {
                    q.attendance = Some(Attendance::Declined);
                    q.health_reason = Some(HealthReason::Tired);
                }),
            ),
            (
                "l, 30",
                quick(|q| {
                    q.attendance = Some(Attendance::Late);
                    q.minutes = Some(30);
                }),
            ),
            ("6", quick(|q| q.participation = Some(6))),
            ("a88", quick(|q| q.assistance = Some(Assistance::MedicalOrSafety))),
            ("88", quick(|q| q.minutes = Some(88))),
            ("10", quick(|q| q.minutes = Some(10))),
            (
                "m3/10",
                quick(|q| {
                    q.mood_before = Some(3);
                    q.mood_after = Some(10);
                }),
            ),
            ("m/6", quick(|q| q.mood_after = Some(6))),
            ("m0", quick(|q| q.mood_before = Some(0))),
        ];
        for (line, expected) in cases {
            assert_eq!(read(line), Ok(expected), "{line}");
            assert_eq!(read(&write(&expected)), Ok(expected), "{line} comes back the same");
        }
    }

    #[test]
    fn what_is_no_code_is_named() {
        for word in ["q", "pp", "d2x", "dz", "7", "0", "00", "08", "a5", "1000", "m", "m11", "m3/x", "4.5", "-1"] {
            assert_eq!(read(&format!("p {word}")), Err(Fault::Unknown(word.to_owned())), "{word}");
        }
        for (line, word) in [("p n", "n"), ("5 4", "4"), ("45 50", "50"), ("04 a10", "a10"), ("m3 m4", "m4")] {
            assert_eq!(read(line), Err(Fault::Twice(word.to_owned())), "{line}");
        }
    }
}
