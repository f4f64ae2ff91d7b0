//! Demonstration data: four facilities with their staff, people, patients and months of history, the same for the same seed
//! and day. It is told week by week and written in batches, so that it also makes a database as large as a country's.
//!
//! [`places`], [`users`] and [`people`] make what stands still; [`caseload`] and [`plans`] the patients; [`timetable`] a week
//! as it was meant, [`history`] and [`outcome`] as it went, along each patient's [`course`]; [`referrals`] how everybody came,
//! [`evaluations`] what was found out first, [`written`] what was noted between sessions; [`leaving`] who left; [`escorts`] who
//! was led where, and when nothing moved; [`lists`] what was printed; [`filters`] what reviewers keep at hand; [`openings`] what was
//! opened past the usual rules; [`surroundings`] what the prison plans around it; [`feeds`] which calendars are subscribed to;
//! [`factors`] who has a second factor; [`voice`] what reviewers said and asked, [`samples`] which charts they drew; [`training`] who was trained and [`competence`] what
//! for; [`trail`] who looked at it; [`reports`] what was given out of it all.

mod agreements;
mod attainment;
mod backups;
mod batch;
mod calendar;
mod caseload;
mod chance;
mod clearances;
mod competence;
mod course;
mod escorts;
mod evaluation_words;
mod evaluations;
mod factors;
mod feeds;
mod filters;
mod goals;
mod history;
mod kept_back;
mod leaving;
mod lists;
mod measures;
mod moves;
mod names;
mod note_words;
mod notes;
mod openings;
mod outcome;
mod people;
mod places;
mod plans;
mod programmes;
mod referrals;
mod reports;
mod review_rows;
mod reviews;
mod samples;
mod series;
mod surroundings;
#[cfg(test)]
mod tests;
mod timetable;
mod tool_counts;
mod trail;
mod training;
mod users;
mod voice;
mod words;
mod written;

use app::access::keys::InstallationKey;
use app::kit::db::{Conn, Database, DbError, OwnerPool};
use app::kit::ids::{PersonId, UserId};
use app::{sql_all, sql_exec, sql_one};
use chrono::NaiveDate;

use batch::{Batch, FULL};
use calendar::Calendar;
use caseload::{CASELOAD, Unit};
use chance::Chance;
use history::Week;
use notes::Scribe;
use people::Person;
use places::Facility;
use timetable::{Activities, Activity};
use users::Users;

pub use feeds::TOKENS as FEED_TOKENS;
pub use users::PASSWORD;

/// What to tell of.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    pub seed: u64,
    pub patients: usize,
    pub weeks: u32,
    pub today: NaiveDate,
}

/// What has been told.
#[derive(Debug, Clone, Copy, Default)]
pub struct Told {
    pub people: usize,
    pub patients: usize,
    pub sessions: u64,
    pub users: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error("this database has users already: demonstration data goes into a new one only")]
    NotEmpty,
    #[error("there are no activities in this database: it was not brought up to date")]
    NoActivities,
    #[error(transparent)]
    Database(#[from] DbError),
}

/// Steps for a progress bar: done and of how many.
pub type Progress<'a> = &'a mut (dyn FnMut(u64, u64) + Send);

/// Fills a database that has been migrated and has no users.
pub async fn fill(
    database: &Database,
    key: &InstallationKey,
    scale: Scale,
    progress: Progress<'_>,
) -> Result<Told, DemoError> {
    let pool = OwnerPool::open_for_loading(database).await?;
    let told = tell(&pool, key, scale, progress).await;
    pool.close().await;
    told
}

async fn tell(
    pool: &OwnerPool,
    key: &InstallationKey,
    scale: Scale,
    progress: Progress<'_>,
) -> Result<Told, DemoError> {
    let mut tx = pool.begin().await?;
    if sql_one!(&mut tx, (i64,), "select count(*) from access_user")?.0 > 0 {
        return Err(DemoError::NotEmpty);
    }
    let library = sql_all!(
        &mut tx,
        Activity,
        "select a.code, a.kind, a.area, a.title_en, a.title_sq, a.title_sr, v.kit_id from care_activity a
         join care_activity_version v on v.code = a.code and v.status = 'approved' order by a.position, a.code"
    )?;
    let activities =
        Activities(library.into_iter().filter(|activity| clearances::is_cleared(&activity.code)).collect());
    if activities.0.is_empty() {
        return Err(DemoError::NoActivities);
    }
    let calendar = Calendar { today: scale.today, weeks: scale.weeks };
    let chance = &mut Chance::new(scale.seed);
    let at = calendar.beginning();
    let maker = users::maker(chance, at);
    let shares = caseload::shares(scale.patients);
    let practitioners = caseload::practitioners(shares);
    let facilities = places::build(&mut tx, chance, practitioners, maker, at).await?;
    app::care::goals::bank::ship(&mut tx, at).await?;
    let users = users::build(&mut tx, chance, maker, &facilities, practitioners, at).await?;
    clearances::build(&mut tx, &facilities, &users, at).await?;
    tx.commit().await?;

    let mut told = Told { users: users.count(), ..Told::default() };
    let steps = u64::from(scale.weeks) + 4;
    progress(1, steps);
    let scribe = Scribe::new(key);
    let mut units = Vec::new();
    for (index, (facility, share)) in facilities.iter().zip(shares).enumerate() {
        let (held, people) =
            populate(pool, chance, calendar, (index, facility), (share, maker), (&users, &scribe, scale.seed)).await?;
        told.people += people;
        told.patients += share;
        units.push(held);
    }
    progress(2, steps);
    told.sessions =
        weeks(pool, chance, calendar, (&facilities, &users, &activities, &scribe), &mut units, progress).await?;
    tool_counts::build(pool, &mut Chance::new(scale.seed + 22), calendar, (&facilities, &users)).await?;
    referrals::build(pool, &mut Chance::new(scale.seed + 1), calendar, (&facilities, &users), &units).await?;
    agreements::build(pool, calendar, &facilities, &units, &users).await?;
    reviews::build(pool, &mut Chance::new(scale.seed + 3), calendar, (&facilities, &users, key), &mut units).await?;
    let again = &mut Chance::new(scale.seed + 20);
    evaluations::again(pool, again, calendar, (&facilities, &scribe), &mut units).await?;
    let mut tx = pool.begin().await?;
    programmes::build(&mut tx, calendar, &facilities, &units).await?;
    written::build(&mut tx, (scale.seed, calendar), &facilities, &mut units, &users, key).await?;
    series::build(&mut tx, calendar, &facilities, &units).await?;
    leaving::build(&mut tx, &mut Chance::new(scale.seed + 10), calendar, &facilities, &mut units, &users, key).await?;
    moves::build(&mut tx, &mut Chance::new(scale.seed + 19), calendar, &facilities, &users).await?;
    escorts::build(&mut tx, calendar, &facilities, &users).await?;
    lists::build(&mut tx, &mut Chance::new(scale.seed + 21), calendar, &facilities, &users).await?;
    surroundings::build(&mut tx, &mut Chance::new(scale.seed + 17), calendar, &facilities, &users).await?;
    filters::build(&mut tx, &mut Chance::new(scale.seed + 27), calendar, &users).await?;
    feeds::build(&mut tx, &mut Chance::new(scale.seed + 31), calendar, &facilities, &users).await?;
    training::build(&mut tx, scale.seed, calendar, &facilities, &users, key).await?;
    openings::build(&mut tx, &mut Chance::new(scale.seed + 26), calendar, &facilities, &units, &users).await?;
    voice::build(&mut tx, &mut Chance::new(scale.seed + 33), calendar, &facilities, &units).await?;
    samples::build(&mut tx, &mut Chance::new(scale.seed + 35), calendar, &facilities).await?;
    trail::build(&mut tx, chance, calendar, &units, &users, key).await?;
    factors::build(&mut tx, &mut Chance::new(scale.seed + 32), calendar, key, maker).await?;
    backups::build(&mut tx, &mut Chance::new(scale.seed + 29), calendar).await?;
    users::let_in(&mut tx).await?;
    tx.commit().await?;
    settle(pool).await?;
    reports::build(pool, &mut Chance::new(scale.seed + 33), calendar, (&facilities, &users)).await?;
    progress(steps, steps);
    Ok(told)
}

/// One facility's people and caseloads; gives the caseloads and the number of people.
async fn populate(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (index, facility): (usize, &Facility),
    (share, maker): (usize, UserId),
    (users, scribe, seed): (&Users, &Scribe<'_>, u64),
) -> Result<(Vec<Unit>, usize), DbError> {
    let at = calendar.beginning();
    let total = share * people::PEOPLE_PER_HUNDRED / 100;
    let mut tables = people::Tables::new();
    let mut persons: Vec<Person> = Vec::with_capacity(total);
    for number in 0..total {
        persons.push(tables.add_person(chance, facility, number, number < share, maker, at));
        if tables.len() * 2 > FULL {
            commit(pool, async |tx| tables.insert(tx).await).await?;
        }
    }
    let Some(staff) = users.staff.get(index) else {
        return Ok((Vec::new(), 0));
    };
    let by = staff.coordinator.id;
    for person in &persons {
        if chance.percent(8) {
            tables.add_alert(chance, facility, person.id, by, at);
        }
    }
    for pair in apart(&persons, share) {
        tables.add_apart(chance, facility, pair, by, at);
    }
    commit(pool, async |tx| tables.insert(tx).await).await?;

    let mut units = Vec::new();
    let mut rows = plans::Tables::new();
    let (mut found, own_chance) = (evaluations::Tables::new(), &mut Chance::new(seed + index as u64 + 100));
    for ((number, practitioner), held) in
        staff.practitioners.iter().enumerate().zip(persons.get(..share).unwrap_or_default().chunks(CASELOAD))
    {
        let patients = held
            .iter()
            .enumerate()
            .map(|(n, person)| caseload::patient(chance, calendar, person.clone(), (n, held.len())))
            .collect();
        let mut unit = Unit {
            facility: index,
            number,
            practitioner: practitioner.clone(),
            clinician: staff.clinician.id,
            patients,
            programmes: programmes::ids(index, number, calendar.beginning()),
            turn: 0,
            signed: None,
        };
        for patient in &unit.patients {
            rows.add(chance, calendar, facility.id, &unit, patient);
        }
        for (n, patient) in unit.patients.iter_mut().enumerate() {
            found.add(own_chance, scribe, (facility, practitioner), (n, patient));
        }
        units.push(unit);
        if rows.len() * 8 + found.len() > FULL {
            commit(pool, async |tx| rows.insert(tx).await).await?;
            commit(pool, async |tx| found.insert(tx).await).await?;
        }
    }
    commit(pool, async |tx| rows.insert(tx).await).await?;
    commit(pool, async |tx| found.insert(tx).await).await?;
    Ok((units, total))
}

/// Pairs to be kept apart: never two of one group, since they have been in it together. In every caseload somebody of the
/// first group and somebody of the second, and beyond that patients and people whom care does not treat.
fn apart(persons: &[Person], share: usize) -> Vec<(PersonId, PersonId)> {
    let (patients, others) = persons.split_at(share.min(persons.len()));
    let within = patients.chunks(CASELOAD).filter_map(|held| Some((held.get(2)?.id, held.get(10)?.id)));
    let beyond = patients.iter().skip(5).step_by(13).zip(others).map(|(a, b)| (a.id, b.id));
    within.chain(beyond).collect()
}

type World<'a> = (&'a [Facility], &'a Users, &'a Activities, &'a Scribe<'a>);

/// Every week of every facility, in the order of time.
async fn weeks(
    pool: &OwnerPool,
    chance: &mut Chance,
    calendar: Calendar,
    (facilities, users, activities, scribe): World<'_>,
    units: &mut [Vec<Unit>],
    progress: Progress<'_>,
) -> Result<u64, DbError> {
    let mut batch = Batch::new();
    let mut sessions = 0;
    let all = calendar.all_weeks();
    for number in all {
        for ((facility, staff), units) in facilities.iter().zip(&users.staff).zip(units.iter_mut()) {
            let officers: Vec<UserId> = staff.officers.iter().map(|officer| officer.id).collect();
            let mut week = Week {
                calendar,
                facility,
                activities,
                scribe,
                coordinator: staff.coordinator.id,
                officers: &officers,
                number,
                sessions,
            };
            week.tell(chance, units, &mut batch);
            sessions = week.sessions;
            if batch.is_full() {
                commit(pool, async |tx| batch.insert(tx).await).await?;
            }
        }
        progress(u64::from(number) + 3, u64::from(calendar.weeks) + 4);
    }
    commit(pool, async |tx| batch.insert(tx).await).await?;
    Ok(sessions)
}

/// One transaction.
async fn commit(pool: &OwnerPool, write: impl AsyncFnOnce(&mut Conn) -> Result<(), DbError>) -> Result<(), DbError> {
    let mut tx = pool.begin().await?;
    write(&mut tx).await?;
    tx.commit().await
}

/// Lets the database count what it has, so that it plans its queries for this many rows and not for none.
async fn settle(pool: &OwnerPool) -> Result<(), DbError> {
    let mut tx = pool.begin().await?;
    sql_exec!(&mut tx, "analyze")?;
    tx.commit().await
}
