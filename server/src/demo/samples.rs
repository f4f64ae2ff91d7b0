//! Quality samples: in every facility a closed one of last month's charts, and one of this quarter that is being filled.

use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{PersonId, SampleId, UserId};
use app::oversight::hours::period::{Length, Period};
use app::oversight::samples::rules::draw;
use app::oversight::samples::standards::{STANDARDS, Standard, Verdict};
use app::{cells, sql_all, sql_exec};
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::chance::Chance;
use super::places::{Facility, ZONE};
use super::voice::reviewer_of;

/// Charts of the closed and of the open sample, and how many of the latter have been looked at.
const CLOSED: usize = 24;
const OPEN: usize = 10;
const LOOKED_AT: usize = 4;

pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
) -> Result<(), DbError> {
    for facility in facilities {
        if let Some(reviewer) = reviewer_of(tx, facility.id).await? {
            of_facility(tx, chance, calendar, facility, reviewer).await?;
        }
    }
    Ok(())
}

async fn of_facility(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facility: &Facility,
    reviewer: UserId,
) -> Result<(), DbError> {
    let month = Period::holding(Length::Month, calendar.today, ZONE).before(ZONE);
    let quarter = Period::holding(Length::Quarter, calendar.today, ZONE);
    for (period, wanted, looked_at, days) in [(month, CLOSED, CLOSED, 9), (quarter, OPEN, LOOKED_AT, 1)] {
        let led = sql_all!(
            tx,
            (PersonId, UserId),
            "select person_id, lead_id from care_patient where facility_id = $1 and opened_on <= $3
               and (closed_on is null or closed_on >= $2) order by person_id",
            facility.id,
            period.first_day(),
            period.last_day()
        )?;
        if led.is_empty() {
            continue;
        }
        let at = calendar.now() - TimeDelta::days(days) + TimeDelta::hours(9);
        let id: SampleId = chance.id(at);
        let seed = chance.between(100_000, 999_999).to_string();
        let charts: Vec<PersonId> = led.iter().map(|(patient, _)| *patient).collect();
        sql_exec!(
            tx,
            "insert into care_sample (id, facility_id, period, starts_on, ends_on, seed, wanted, charts, drawn_by, drawn_at, status, reason, version)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', '', 1)",
            id,
            facility.id,
            period.code.as_str(),
            period.first_day(),
            period.last_day(),
            seed.as_str(),
            i32::try_from(wanted).unwrap_or(1),
            i32::try_from(charts.len()).unwrap_or(i32::MAX),
            reviewer,
            at
        )?;
        let drawn = draw(&seed, &period.code, &charts, wanted);
        let lead = |patient: &PersonId| led.iter().find(|(held, _)| held == patient).map(|(_, lead)| *lead);
        let drawn: Vec<(PersonId, UserId)> =
            drawn.into_iter().filter_map(|patient| Some((patient, lead(&patient)?))).collect();
        fill(tx, chance, (id, reviewer, at), &drawn, looked_at).await?;
        if looked_at == wanted {
            sql_exec!(
                tx,
                "update care_sample set status = 'closed', ended_by = $2, ended_at = $3, version = 2 where id = $1",
                id,
                reviewer,
                at + TimeDelta::days(4)
            )?;
        }
    }
    Ok(())
}

async fn fill(
    tx: &mut Conn,
    chance: &mut Chance,
    (id, reviewer, at): (SampleId, UserId, DateTime<Utc>),
    drawn: &[(PersonId, UserId)],
    looked_at: usize,
) -> Result<(), DbError> {
    let mut charts = Rows::new(
        "care_sample_chart",
        &["sample_id", "position", "patient_id", "lead_id", "remark", "saved_by", "saved_at", "version"],
    );
    let mut findings = Rows::new("care_sample_finding", &["sample_id", "position", "standard", "verdict", "remark"]);
    for ((position, number), (patient, lead)) in (1_i32..).zip(0..).zip(drawn) {
        let looked = number < looked_at;
        let saved = looked.then_some(at + TimeDelta::minutes(25 * i64::from(position)));
        let remark = if looked && chance.percent(15) { "A chart that one likes to read." } else { "" };
        charts.push(cells![
            id,
            position,
            *patient,
            *lead,
            remark,
            looked.then_some(reviewer),
            saved,
            if looked { 2 } else { 1 }
        ]);
        // Of the sample that is being filled the last chart has been begun.
        let answered = if looked_at < CLOSED && number + 1 == looked_at { 5 } else { STANDARDS.len() };
        for (standard, _) in STANDARDS.iter().take(if looked { answered } else { 0 }) {
            let (verdict, remark) = finding(chance, *standard);
            findings.push(cells![id, position, standard.as_str(), verdict.as_str(), remark]);
        }
    }
    charts.insert(tx).await?;
    findings.insert(tx).await
}

/// What was found of one standard: most charts keep to most of them.
fn finding(chance: &mut Chance, standard: Standard) -> (Verdict, &'static str) {
    if standard == Standard::Discharge && chance.percent(80) {
        return (Verdict::NotApplicable, "");
    }
    match chance.between(1, 100) {
        ..=70 => (Verdict::Yes, ""),
        71..=88 => {
            let remark = match standard {
                Standard::NotesToGoals => "Some name the group only, not the goal.",
                Standard::SignedInTime => "Two were signed on the third day.",
                _ => "",
            };
            (Verdict::Partly, remark)
        }
        _ => (Verdict::No, if standard == Standard::Measures { "Taken at the start and not since." } else { "" }),
    }
}
