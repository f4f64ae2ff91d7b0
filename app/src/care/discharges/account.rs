//! What the record itself says of a treatment: each goal from where it began to where it is now, the scores, and the hours.
//! The editor shows it, the signed summary holds it as text, and the patient's copy draws it.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::store;
use crate::care::goals::rules::{Attainment, attainment, level_now, t_score_unweighted};
use crate::care::goals::{Goal, Level, latest_levels};
use crate::care::measures::model::number;
use crate::care::measures::{FirstAndLast, first_and_last};
use crate::i18n::Lang;
use crate::kit::db::{CareTx, DbError};
use crate::kit::ids::PersonId;
use crate::oversight::hours::{Hours, Week, WeekHours, weeks_of_patient};

/// Weeks are added up from the beginning of the treatment, but no further back than this.
const MOST_WEEKS: i64 = 156;
/// Weeks shown one by one.
pub const WEEKS_SHOWN: usize = 12;

/// One goal's way.
#[derive(Debug, Clone)]
pub struct GoalCourse {
    pub goal: Goal,
    pub now: Level,
}

#[derive(Debug, Clone)]
pub struct Account {
    pub goals: Vec<GoalCourse>,
    pub attainment: Option<Attainment>,
    /// Both scores with every goal counted alike.
    pub unweighted: Option<(f64, f64)>,
    pub weeks: Vec<WeekHours>,
    pub measures: Vec<FirstAndLast>,
}

impl Account {
    #[must_use]
    pub fn hours(&self) -> Hours {
        self.weeks.iter().map(|week| week.hours).sum()
    }

    /// The last weeks, the earliest first.
    #[must_use]
    pub fn last_weeks(&self) -> &[WeekHours] {
        self.weeks.get(self.weeks.len().saturating_sub(WEEKS_SHOWN)..).unwrap_or_default()
    }
}

/// Everything from the day the record was opened until a day; hours for those who may see one patient's.
pub async fn load(
    tx: &mut CareTx,
    patient: PersonId,
    (opened_on, until): (NaiveDate, NaiveDate),
    zone: Tz,
    with_hours: bool,
) -> Result<Account, DbError> {
    let goals = store::goals_at_the_end(tx, patient).await?;
    let levels = latest_levels(tx, patient).await?;
    let weeks =
        if with_hours { weeks_of_patient(tx, patient, &weeks(opened_on, until, zone)).await? } else { Vec::new() };
    let measures = first_and_last(tx, patient).await?;
    let score = attainment(&goals, &levels);
    let goals: Vec<GoalCourse> =
        goals.into_iter().map(|goal| GoalCourse { now: level_now(&goal, &levels), goal }).collect();
    let began: Vec<Level> = goals.iter().map(|course| course.goal.baseline).collect();
    let now: Vec<Level> = goals.iter().map(|course| course.now).collect();
    let unweighted = t_score_unweighted(&began).zip(t_score_unweighted(&now));
    Ok(Account { goals, attainment: score, unweighted, weeks, measures })
}

fn weeks(opened_on: NaiveDate, until: NaiveDate, zone: Tz) -> Vec<Week> {
    let last = Week::of(until, zone);
    let count = ((last.monday - Week::of(opened_on.min(until), zone).monday).num_days() / 7 + 1).clamp(1, MOST_WEEKS);
    last.back(u32::try_from(count).unwrap_or(1), zone)
}

/// The goals in the words of the signed summary, one line each, then the scores.
#[must_use]
pub fn goals_text(lang: Lang, account: &Account) -> String {
    let mut lines: Vec<String> = account.goals.iter().map(|course| goal_line(lang, course)).collect();
    if let Some(line) = score_line(lang, account) {
        lines.push(line);
    }
    lines.join("\n")
}

fn goal_line(lang: Lang, course: &GoalCourse) -> String {
    let step = |level: Level| format!("{} ({})", level.signed(), course.goal.ladder.step(level));
    lang.t_with(
        "discharge-goal-line",
        &[
            ("goal", course.goal.description.as_str().into()),
            ("from", step(course.goal.baseline).into()),
            ("to", step(course.now).into()),
        ],
    )
}

/// Weighted and unweighted, at the beginning and now.
#[must_use]
pub fn score_line(lang: Lang, account: &Account) -> Option<String> {
    let score = account.attainment.as_ref()?;
    let (began, now) = account.unweighted?;
    Some(lang.t_with(
        "discharge-scores",
        &[
            ("from", lang.decimal(score.baseline.value, 1).into()),
            ("to", lang.decimal(score.now.value, 1).into()),
            ("plainfrom", lang.decimal(began, 1).into()),
            ("plainto", lang.decimal(now, 1).into()),
        ],
    ))
}

/// Each measure's first and last result, one line each; a measure that was taken once has one.
#[must_use]
pub fn measures_text(lang: Lang, account: &Account) -> String {
    account.measures.iter().map(|held| measure_line(lang, held)).collect::<Vec<_>>().join("\n")
}

fn measure_line(lang: Lang, held: &FirstAndLast) -> String {
    let said =
        |(day, score): (NaiveDate, i32)| format!("{} ({})", lang.decimal(number(score), held.places), lang.date(day));
    if held.times < 2 {
        return format!("{}: {}", held.title(lang), said(held.first));
    }
    lang.t_with(
        "discharge-goal-line",
        &[("goal", held.title(lang).into()), ("from", said(held.first).into()), ("to", said(held.last).into())],
    )
}

/// The hours of the whole treatment in one sentence.
#[must_use]
pub fn hours_text(lang: Lang, account: &Account) -> String {
    let hours = account.hours();
    lang.t_with(
        "discharge-hours-text",
        &[
            ("weeks", account.weeks.len().into()),
            ("planned", lang.hours(hours.planned).into()),
            ("offered", lang.hours(hours.offered).into()),
            ("attended", lang.hours(hours.attended).into()),
            ("custody", lang.hours(hours.lost_custody).into()),
            ("health", lang.hours(hours.lost_health).into()),
            ("patient", lang.hours(hours.lost_patient).into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_run_from_the_opening_to_the_end() {
        let day = |m, d| NaiveDate::from_ymd_opt(2026, m, d).unwrap();
        let count = |from, to| weeks(from, to, chrono_tz::Europe::Belgrade).len();
        assert_eq!(count(day(11, 16), day(11, 22)), 1);
        assert_eq!(count(day(11, 15), day(11, 22)), 2);
        assert_eq!(count(day(11, 23), day(11, 22)), 1, "a record opened after the end has the week of its end");
        assert_eq!(count(day(1, 1) - chrono::Days::new(4000), day(11, 22)), 156);
    }
}
