//! Minutes by week, by what became of the booking, and by person, as sums.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};

use crate::kit::db::{CustodyTx, DbError};
use crate::kit::ids::{FacilityId, PersonId};
use crate::oversight::hours::period::Part;
use crate::oversight::hours::suppress::LEAST;
use crate::sql_all;

/// Cancelled by health, for a reason of its own.
const HEALTH: &str = "-health";
/// Still ahead.
const AHEAD: &str = "-ahead";
/// The patient could come.
const OFFERED: &str = "-offered";
/// Reasons that too few persons share.
pub const RARE: &str = "-rare";

#[derive(Debug, sqlx::FromRow)]
pub struct Row {
    pub part: i64,
    pub why: String,
    pub person_id: PersonId,
    pub minutes: i64,
}

/// Minutes, and the persons that they rest on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sum {
    pub persons: HashSet<PersonId>,
    pub minutes: i64,
}

impl Sum {
    fn add(&mut self, row: &Row) {
        self.persons.insert(row.person_id);
        self.minutes += row.minutes;
    }

    fn join(&mut self, other: &Self) {
        self.persons.extend(&other.persons);
        self.minutes += other.minutes;
    }

    #[must_use]
    pub fn count(&self) -> i64 {
        i64::try_from(self.persons.len()).unwrap_or(i64::MAX)
    }
}

/// One week, or all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    pub planned: Sum,
    pub offered: Sum,
    pub lost: Sum,
}

impl Line {
    fn add(&mut self, row: &Row) {
        self.planned.add(row);
        match row.why.as_str() {
            OFFERED => self.offered.add(row),
            HEALTH | AHEAD => {}
            _ => self.lost.add(row),
        }
    }
}

/// What the page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    pub weeks: Vec<Line>,
    pub total: Line,
    /// What was lost to custody, the most first; reasons of fewer than five persons together.
    pub reasons: Vec<(String, Sum)>,
}

impl Account {
    #[must_use]
    pub fn of(rows: &[Row], weeks: usize) -> Self {
        let mut account = Self { weeks: vec![Line::default(); weeks], ..Self::default() };
        let mut reasons: BTreeMap<&str, Sum> = BTreeMap::new();
        for row in rows {
            account.total.add(row);
            if let Some(week) = usize::try_from(row.part).ok().and_then(|part| account.weeks.get_mut(part)) {
                week.add(row);
            }
            if !row.why.starts_with('-') {
                reasons.entry(row.why.as_str()).or_default().add(row);
            }
        }
        account.reasons = merged(&reasons);
        account
    }
}

/// The sum of all reasons is shown, so a reason that was left out could be found by subtraction: those that are rare stand together, and
/// where even these are too few, the next rare one joins them.
fn merged(reasons: &BTreeMap<&str, Sum>) -> Vec<(String, Sum)> {
    let mut sorted: Vec<(&str, &Sum)> = reasons.iter().map(|(why, sum)| (*why, sum)).collect();
    sorted.sort_by_key(|(why, sum)| (sum.count(), *why));
    let mut rare = Sum::default();
    let mut shown = Vec::new();
    for (why, sum) in sorted {
        if sum.count() < LEAST || (1..LEAST).contains(&rare.count()) {
            rare.join(sum);
        } else {
            shown.push((why.to_owned(), sum.clone()));
        }
    }
    if rare.count() > 0 {
        shown.push((RARE.to_owned(), rare));
    }
    shown.sort_by(|a, b| b.1.minutes.cmp(&a.1.minutes).then_with(|| a.0.cmp(&b.0)));
    shown
}

/// What became of the bookings of a facility. Health's word that somebody came stands before a mark that he was not brought; a
/// booking that was given up and made again counts once, and nobody loses an hour by going home.
pub async fn rows(
    tx: &mut CustodyTx,
    facility: FacilityId,
    parts: &[Part],
    now: DateTime<Utc>,
) -> Result<Vec<Row>, DbError> {
    let from = parts.first().map(|part| part.from).unwrap_or_default();
    let to = parts.last().map(|part| part.to).unwrap_or_default();
    let mut later = parts.iter().skip(1).map(|part| part.from);
    let mut next = || later.next().unwrap_or(to);
    let (second, third, fourth, fifth) = (next(), next(), next(), next());
    sql_all!(
        tx,
        Row,
        "select b.part, b.why, b.person_id, cast(sum(b.minutes) as bigint) as minutes from (
           select sp.person_id, sp.planned_minutes as minutes,
             cast(case when sp.starts_at < $3 then 0 when sp.starts_at < $4 then 1 when sp.starts_at < $5 then 2
                  when sp.starts_at < $6 then 3 else 4 end as bigint) as part,
             case when s.status in ('declined', 'cancelled', 'not_held') then case when s.cancel_side = 'custody' then s.cancel_reason else '-health' end
                  when sp.movement = 'not_brought' and (sp.came is null or sp.came = $9) then sp.custody_reason
                  when sp.ends_at > $8 then '-ahead'
                  else '-offered' end as why
           from custody_slot_person sp
           join custody_slot s on s.id = sp.slot_id and s.starts_at >= $1 and s.starts_at < $2
           where sp.facility_id = $7 and sp.starts_at >= $1 and sp.starts_at < $2
             and not (sp.movement = 'not_brought' and sp.custody_reason = 'released' and (sp.came is null or sp.came = $9))
             and not (s.status in ('declined', 'cancelled', 'not_held') and exists (
               select 1 from custody_slot_person o join custody_slot os on os.id = o.slot_id
               where o.person_id = sp.person_id and o.starts_at >= $1 and o.starts_at < $2 and o.slot_id <> sp.slot_id
                 and o.starts_at < sp.ends_at and o.ends_at > sp.starts_at
                 and (os.status not in ('declined', 'cancelled', 'not_held') or o.slot_id > sp.slot_id)))
         ) b group by b.part, b.why, b.person_id",
        from,
        to,
        second,
        third,
        fourth,
        fifth,
        facility,
        now,
        false
    )
}
