//! From bytes to rows: the encoding, the separator, the header that says what kind of file it is.

use super::fault::Fault;
use crate::i18n::Msg;
use crate::text_enum;

text_enum! {
    /// What a file holds; recognised by its header.
    pub enum Kind label "import-kind" {
        Facilities = "facilities",
        Rooms = "rooms",
        Regime = "regime",
        Staff = "staff",
        People = "people",
        Housing = "housing",
        KeepApart = "keep_apart",
        Closures = "closures",
        Outings = "outings",
    }
}

impl Kind {
    /// What an administrator brings in: places, staff and people. Nothing of security.
    pub const OF_SYSTEM: &'static [Self] =
        &[Self::Facilities, Self::Rooms, Self::Regime, Self::Staff, Self::People, Self::Housing];
    /// What a coordinator brings in for the own facility. Who is new is the administrator's to enter.
    pub const OF_CUSTODY: &'static [Self] =
        &[Self::Regime, Self::Housing, Self::KeepApart, Self::Closures, Self::Outings];
    /// What is taken up from the watched folder by itself. Roles never come that way.
    pub const OF_FOLDER: &'static [Self] =
        &[Self::Regime, Self::People, Self::Housing, Self::KeepApart, Self::Closures, Self::Outings];

    /// A column that no kind before it has, in the order in which they are tried.
    const fn mark(self) -> &'static str {
        match self {
            Self::Facilities => "time_zone",
            Self::Rooms => "capacity",
            Self::Regime => "weekday",
            Self::Staff => "username",
            Self::People => "family_name",
            Self::Housing => "prison_number",
            Self::KeepApart => "person_b",
            Self::Closures => "closure",
            Self::Outings => "outing",
        }
    }

    /// Columns that must be there.
    #[must_use]
    pub const fn required(self) -> &'static [&'static str] {
        match self {
            Self::Facilities => &["code", "name", "kind", "time_zone", "language"],
            Self::Rooms => &["facility", "code", "name", "kind", "capacity"],
            Self::Regime => &["facility", "weekday", "part", "start", "end"],
            Self::Staff => &["username", "name", "profession", "role", "facility"],
            Self::People => {
                &["prison_number", "family_name", "given_name", "birth_date", "sex", "legal_status", "facility"]
            }
            Self::Housing => &["facility", "prison_number"],
            Self::KeepApart => &["facility", "person_a", "person_b"],
            Self::Closures => &["facility", "closure", "starts", "ends"],
            Self::Outings => &["facility", "prison_number", "outing", "starts", "ends"],
        }
    }

    /// Columns that may be there.
    #[must_use]
    pub const fn optional(self) -> &'static [&'static str] {
        match self {
            Self::Facilities => &["wings", "buildings"],
            Self::Rooms => &["usable_by_ot"],
            Self::Regime | Self::Outings => &[],
            Self::Staff => &["wing", "language"],
            Self::People => &["presence", "wing", "cell", "language"],
            Self::Housing => &["presence", "wing", "cell"],
            Self::KeepApart => &["starts_on", "ends_on", "review_on", "reason"],
            Self::Closures => &["room"],
        }
    }
}

/// A file as a table, before anything is known of what its values mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub kind: Kind,
    pub columns: Vec<String>,
    pub rows: Vec<SheetRow>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SheetRow {
    pub line: u64,
    pub values: Vec<String>,
}

impl Sheet {
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|held| held == column)
    }
}

/// The text of a file, which must be UTF-8: a name in any other encoding would be kept wrongly and never be found again.
pub fn decode(bytes: &[u8]) -> Result<String, Fault> {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Fault::of_line(1, Msg::new("admin-fault-utf16")));
    }
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    let line_at = |position: usize| 1 + bytes.iter().take(position).filter(|byte| **byte == b'\n').count() as u64;
    match std::str::from_utf8(bytes) {
        Err(error) => Err(Fault::of_line(line_at(error.valid_up_to()), Msg::new("admin-fault-encoding"))),
        Ok(text) => match text.find(['\0', '\u{FFFD}']) {
            Some(position) => Err(Fault::of_line(line_at(position), Msg::new("admin-fault-encoding"))),
            None => Ok(text.to_owned()),
        },
    }
}

/// Reads the table. Faults of the header leave no sheet; a row of the wrong width is left out and named.
pub fn read(text: &str, faults: &mut Vec<Fault>) -> Option<Sheet> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .trim(csv::Trim::All)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(header)) = records.next() else {
        faults.push(Fault::of_line(1, Msg::new("admin-fault-empty")));
        return None;
    };
    let columns: Vec<String> = header.iter().map(|name| name.to_lowercase().replace(' ', "_")).collect();
    let header_line = header.position().map_or(1, csv::Position::line);
    let kind = kind_of(&columns, header_line, faults)?;
    let mut sheet = Sheet { kind, columns, rows: Vec::new() };
    for record in records {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, csv::Position::line);
                if record.iter().all(str::is_empty) {
                    continue;
                }
                if record.len() == sheet.columns.len() {
                    sheet.rows.push(SheetRow { line, values: record.iter().map(str::to_owned).collect() });
                } else {
                    let counts = [("n", record.len().into()), ("of", sheet.columns.len().into())];
                    faults.push(Fault::of_line(line, Msg::with("admin-fault-width", counts)));
                }
            }
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                faults.push(Fault::of_line(line, Msg::new("admin-fault-unreadable")));
            }
        }
    }
    if sheet.rows.is_empty() && faults.is_empty() {
        faults.push(Fault::of_line(header_line, Msg::new("admin-fault-no-rows")));
    }
    Some(sheet)
}

/// Semicolon where a decimal comma is usual, comma elsewhere: whichever the first line has more of.
fn separator(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |wanted: char| first.chars().filter(|c| *c == wanted).count();
    if count(';') >= count(',') { b';' } else { b',' }
}

fn kind_of(columns: &[String], line: u64, faults: &mut Vec<Fault>) -> Option<Kind> {
    let held = |name: &str| columns.iter().any(|column| column == name);
    // A file of outings has numbers of people too: what only it has is looked for first.
    let tried = [Kind::Outings, Kind::KeepApart, Kind::Closures].iter().chain(Kind::ALL);
    let Some(kind) = tried.copied().find(|kind| held(kind.mark())) else {
        faults.push(Fault::of_line(line, Msg::new("admin-fault-header")));
        return None;
    };
    let before = faults.len();
    let mut fault = |column: &str, key: &'static str| {
        faults.push(Fault { line, column: column.to_owned(), value: String::new(), reason: Msg::new(key) });
    };
    for missing in kind.required().iter().filter(|name| !held(name)) {
        fault(missing, "admin-fault-missing-column");
    }
    for (at, column) in columns.iter().enumerate() {
        if columns.iter().take(at).any(|earlier| earlier == column) {
            fault(column, "admin-fault-double-column");
        } else if !kind.required().contains(&column.as_str()) && !kind.optional().contains(&column.as_str()) {
            fault(column, "admin-fault-unknown-column");
        }
    }
    (faults.len() == before).then_some(kind)
}
