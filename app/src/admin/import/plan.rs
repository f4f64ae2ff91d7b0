//! What applying a file would do: for each row whether it is new, changes something or nothing, and the rows to write.

use chrono_tz::Tz;
use uuid::Uuid;

use super::fault::Fault;
use super::file::{Kind, Sheet, SheetRow, read};
use super::known::Known;
use super::{closures, facilities, housing, keep_apart, outings, people, regime, rooms, staff};
use crate::custody::changes::house::{self, Closed};
use crate::custody::changes::housing::{Moved, settle};
use crate::custody::places::store::week;
use crate::i18n::Msg;
use crate::kit::clock::Clock;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, UserId};
use crate::text_enum;

text_enum! {
    /// What becomes of a row.
    pub enum Fate label "import-fate" {
        New = "new",
        Changed = "changed",
        Unchanged = "unchanged",
        /// About somebody who is not in the record.
        Skipped = "skipped",
    }
}

impl Fate {
    /// Of a row whose key is there or not, and that says the same or not.
    #[must_use]
    pub const fn of(there: bool, same: bool) -> Self {
        match (there, same) {
            (false, _) => Self::New,
            (true, true) => Self::Unchanged,
            (true, false) => Self::Changed,
        }
    }
}

/// Who imports what, and the clock.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The user; `None` for the person at the server's own terminal, and for the watched folder.
    pub by: Option<UserId>,
    pub clock: Clock,
    /// The kinds of files that are for this user.
    pub kinds: &'static [Kind],
    /// The one facility that the user may bring something in for; any when there is none.
    pub only: Option<FacilityId>,
}

impl Stamp {
    /// Named in `created_by`: at the terminal there is no user.
    #[must_use]
    pub fn author(&self) -> Uuid {
        self.by.map_or(Uuid::nil(), |user| user.0)
    }
}

/// A file that has been compared with what is there.
#[derive(Debug, Default)]
pub struct Prepared {
    pub kind: Option<Kind>,
    pub columns: Vec<String>,
    /// The first rows, to be looked at.
    pub first: Vec<(SheetRow, Option<Fate>)>,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub skipped: usize,
    pub faults: Vec<Fault>,
    /// Rows that are left out, and why: they keep nothing else out.
    pub notes: Vec<Fault>,
    inserts: Vec<Rows>,
    changes: Vec<Changes>,
    moves: Vec<Moved>,
    closed: Vec<Closed>,
    /// Facilities whose regime the file names.
    regimes: Vec<(FacilityId, Tz)>,
}

/// Rows shown of a file before it is applied.
const SHOWN: usize = 20;

/// What a kind of file makes of its rows.
#[derive(Debug, Default)]
pub struct Made {
    /// For each row of the sheet, in its order; `None` for bad ones.
    pub fates: Vec<Option<Fate>>,
    /// In the order in which they must be written.
    pub inserts: Vec<Rows>,
    pub changes: Vec<Changes>,
    pub notes: Vec<Fault>,
    /// Who is somewhere else by this file.
    pub moves: Vec<Moved>,
    pub closed: Vec<Closed>,
    pub regimes: Vec<(FacilityId, Tz)>,
}

/// Reads a file and compares it with the database; writes nothing.
pub async fn prepare(tx: &mut impl HasConn, text: &str, stamp: &Stamp) -> Result<Prepared, DbError> {
    let mut faults = Vec::new();
    let Some(sheet) = read(text, &mut faults) else { return Ok(Prepared { faults, ..Prepared::default() }) };
    if !stamp.kinds.contains(&sheet.kind) {
        faults.push(Fault::of_line(1, Msg::new("admin-fault-other-desk")));
        return Ok(Prepared { kind: Some(sheet.kind), faults, ..Prepared::default() });
    }
    let known = Known::load(tx, stamp.only).await?;
    let made = match sheet.kind {
        Kind::Facilities => facilities::make(&sheet, &known, stamp, &mut faults),
        Kind::Rooms => rooms::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::Regime => regime::make(tx, &sheet, &known, &mut faults).await?,
        Kind::Staff => staff::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::People => people::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::Housing => housing::make(tx, &sheet, &known, &mut faults).await?,
        Kind::KeepApart => keep_apart::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::Closures => closures::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::Outings => outings::make(tx, &sheet, &known, stamp, &mut faults).await?,
    };
    faults.sort_by_key(|fault| fault.line);
    Ok(prepared(sheet, made, faults))
}

fn prepared(sheet: Sheet, made: Made, faults: Vec<Fault>) -> Prepared {
    let count = |fate| made.fates.iter().filter(|held| **held == Some(fate)).count();
    Prepared {
        kind: Some(sheet.kind),
        columns: sheet.columns,
        new: count(Fate::New),
        changed: count(Fate::Changed),
        unchanged: count(Fate::Unchanged),
        skipped: count(Fate::Skipped),
        first: sheet.rows.into_iter().zip(made.fates).take(SHOWN).collect(),
        faults,
        notes: made.notes,
        inserts: made.inserts,
        changes: made.changes,
        moves: made.moves,
        closed: made.closed,
        regimes: made.regimes,
    }
}

impl Prepared {
    /// A file that could not even be read.
    #[must_use]
    pub fn unreadable(fault: Fault) -> Self {
        Self { faults: vec![fault], ..Self::default() }
    }

    /// Whether the file may be applied.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.faults.is_empty()
    }

    /// Writes what is new or changed, does to bookings what follows from it, and tells both sides. The caller commits, or lets all
    /// of it go.
    pub async fn write(&mut self, tx: &mut impl HasConn, clock: &Clock) -> Result<(), DbError> {
        let mut before = Vec::new();
        for (facility, zone) in std::mem::take(&mut self.regimes) {
            before.push((facility, zone, week(tx, facility).await?));
        }
        for rows in &mut self.inserts {
            rows.insert_within_walls(tx).await?;
        }
        for changes in &mut self.changes {
            changes.make(tx).await?;
        }
        settle(tx, std::mem::take(&mut self.moves), clock).await?;
        for (facility, zone, before) in before {
            house::regime(tx, (facility, zone), &before, clock).await?;
        }
        for closed in std::mem::take(&mut self.closed) {
            house::closure(tx, &closed, clock).await?;
        }
        Ok(())
    }
}
