//! What applying a file would do: for each row whether it is new, changes something or nothing, and the rows to write.

use uuid::Uuid;

use super::fault::Fault;
use super::file::{Kind, Sheet, SheetRow, read};
use super::known::Known;
use super::{facilities, people, regime, rooms, staff};
use crate::kit::clock::Clock;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::UserId;
use crate::text_enum;

text_enum! {
    /// What becomes of a row.
    pub enum Fate label "import-fate" { New = "new", Changed = "changed", Unchanged = "unchanged" }
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

/// Who imports, and the clock.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The administrator; `None` for the person at the server's own terminal.
    pub by: Option<UserId>,
    pub clock: Clock,
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
    pub faults: Vec<Fault>,
    inserts: Vec<Rows>,
    changes: Vec<Changes>,
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
}

/// Reads a file and compares it with the database; writes nothing.
pub async fn prepare(tx: &mut impl HasConn, text: &str, stamp: &Stamp) -> Result<Prepared, DbError> {
    let mut faults = Vec::new();
    let Some(sheet) = read(text, &mut faults) else { return Ok(Prepared { faults, ..Prepared::default() }) };
    let known = Known::load(tx).await?;
    let made = match sheet.kind {
        Kind::Facilities => facilities::make(&sheet, &known, stamp, &mut faults),
        Kind::Rooms => rooms::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::Regime => regime::make(tx, &sheet, &known, &mut faults).await?,
        Kind::Staff => staff::make(tx, &sheet, &known, stamp, &mut faults).await?,
        Kind::People => people::make(tx, &sheet, &known, stamp, &mut faults).await?,
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
        first: sheet.rows.into_iter().zip(made.fates).take(SHOWN).collect(),
        faults,
        inserts: made.inserts,
        changes: made.changes,
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

    /// Writes what is new or changed. The caller commits, or lets all of it go.
    pub async fn write(&mut self, tx: &mut impl HasConn) -> Result<(), DbError> {
        for rows in &mut self.inserts {
            rows.insert_within_walls(tx).await?;
        }
        for changes in &mut self.changes {
            changes.make(tx).await?;
        }
        Ok(())
    }
}
