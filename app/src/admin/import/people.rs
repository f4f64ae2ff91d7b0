//! People in custody. Somebody is known by facility and prison number; what the file says of him replaces what was there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::fault::Fault;
use super::file::Sheet;
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::custody::changes::housing::{Housed, Moved};
use crate::i18n::Msg;
use crate::kit::db::{Cell, Changes, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, PersonId, WingId};
use crate::kit::page::sort_key;
use crate::{cells, sql_all};

const SEXES: &[&str] = &["female", "male", "other", "unknown"];
const LEGAL: &[&str] = &["remand", "sentenced", "security_measure", "other"];
pub const PRESENCES: &[&str] = &["present", "court", "hospital", "transferred", "released"];
/// Nobody in custody was born earlier.
const FIRST_YEAR: i32 = 1900;

/// Somebody as the record has him or as the file would have him.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
struct Person {
    prison_number: String,
    family_name: String,
    given_name: String,
    birth_date: NaiveDate,
    sex: String,
    legal_status: String,
    presence: String,
    wing_id: Option<WingId>,
    cell: String,
    language: String,
}

impl Person {
    fn sort_name(&self) -> String {
        sort_key(&format!("{}, {}", self.family_name, self.given_name))
    }
}

#[derive(sqlx::FromRow)]
struct Existing {
    id: PersonId,
    #[sqlx(flatten)]
    person: Person,
}

type Key = (FacilityId, String);

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let existing = existing(tx, sheet, known).await?;
    let (mut people, mut changes) = tables();
    let mut stays = Rows::new(
        "custody_stay",
        &["id", "person_id", "facility_id", "starts_on", "ends_on", "created_by", "created_at"],
    );
    let mut lines: HashMap<Key, u64> = HashMap::new();
    let (mut fates, mut moves) = (Vec::new(), Vec::new());
    for held in &sheet.rows {
        let mut row = Row::new(sheet, held, faults);
        let facility = known.facility(&mut row);
        let key = facility.map(|facility| (facility.id, row.get("prison_number").to_lowercase()));
        let there = key.as_ref().and_then(|key| existing.get(key));
        let wing = match facility {
            Some(facility) if sheet.has("wing") => known.wing(&mut row, facility.id),
            _ => there.and_then(|there| there.person.wing_id),
        };
        let language = facility.map_or("", |facility| facility.language.as_str());
        let person =
            read(&mut row, sheet, there.map(|there| &there.person), wing, language, stamp.clock.now().date_naive());
        let Some(key) = key.filter(|_| row.is_good()) else {
            fates.push(None);
            continue;
        };
        let facility = key.0;
        if let Some(line) = lines.insert(key, held.line) {
            row.fault("prison_number", Msg::with("admin-fault-twice", [("n", line.into())]));
            fates.push(None);
            continue;
        }
        let same = there.is_some_and(|there| there.person == person);
        fates.push(Some(Fate::of(there.is_some(), same)));
        match there {
            Some(there) if !same => {
                moves.extend(moved(known, (facility, there.id), &there.person, &person));
                change(&mut changes, there.id, person);
            }
            Some(_) => {}
            None => {
                let id = insert(&mut people, facility, person, stamp);
                stays.push(first_stay(id, facility, stamp));
            }
        }
    }
    Ok(Made { fates, inserts: vec![people, stays], changes: vec![changes], moves, ..Made::default() })
}

/// Where somebody now is instead of where the record had him.
fn moved(known: &Known, (facility, id): (FacilityId, PersonId), before: &Person, after: &Person) -> Option<Moved> {
    let housed = |person: &Person| {
        Some(Housed { presence: person.presence.parse().ok()?, wing: person.wing_id, cell: person.cell.clone() })
    };
    Moved::between((id, facility), &housed(before)?, &housed(after)?, |held| known.housing(held.wing, &held.cell))
}

/// A row as a person; columns that the file does not have keep what is there.
fn read(
    row: &mut Row<'_>,
    sheet: &Sheet,
    there: Option<&Person>,
    wing: Option<WingId>,
    language: &str,
    today: NaiveDate,
) -> Person {
    let prison_number = row.required("prison_number");
    let birth_date = row.date("birth_date");
    if birth_date > today || chrono::Datelike::year(&birth_date) < FIRST_YEAR {
        row.fault("birth_date", Msg::new("admin-fault-birth"));
    }
    let presence = row.optional_code("presence", PRESENCES);
    let cell =
        if sheet.has("cell") { row.text("cell") } else { there.map(|there| there.cell.clone()).unwrap_or_default() };
    let spoken = row.text("language").to_lowercase();
    if !spoken.is_empty() && !(2..=3).contains(&spoken.len()) {
        row.fault("language", Msg::new("admin-fault-language"));
    }
    Person {
        // The spelling that was there first stays, so that the same number in another case is the same number.
        prison_number: there.map_or(prison_number, |there| there.prison_number.clone()),
        family_name: row.required("family_name"),
        given_name: row.required("given_name"),
        birth_date,
        sex: row.code("sex", SEXES).to_owned(),
        legal_status: row.code("legal_status", LEGAL).to_owned(),
        presence: presence.or(there.map(|there| there.presence.as_str())).unwrap_or("present").to_owned(),
        wing_id: wing,
        cell,
        language: match (spoken.is_empty(), there) {
            (false, _) => spoken,
            (true, Some(there)) => there.language.clone(),
            (true, None) => language.to_owned(),
        },
    }
}

/// Everybody of the facilities that the file names, by facility and number.
async fn existing(tx: &mut impl HasConn, sheet: &Sheet, known: &Known) -> Result<HashMap<Key, Existing>, DbError> {
    let mut found = HashMap::new();
    for facility in known.named(sheet) {
        let people = sql_all!(
            tx,
            Existing,
            "select id, prison_number, family_name, given_name, birth_date, sex, legal_status, presence, wing_id, cell, language
             from custody_person where facility_id = $1",
            facility
        )?;
        found.extend(people.into_iter().map(|held| ((facility, held.person.prison_number.to_lowercase()), held)));
    }
    Ok(found)
}

fn tables() -> (Rows, Changes) {
    let people = Rows::new(
        "custody_person",
        &[
            "id",
            "facility_id",
            "prison_number",
            "family_name",
            "given_name",
            "birth_date",
            "sex",
            "legal_status",
            "presence",
            "wing_id",
            "cell",
            "language",
            "sort_name",
            "created_by",
            "created_at",
            "version",
        ],
    );
    let changes = Changes::new(
        "update custody_person set family_name = $2, given_name = $3, birth_date = $4, sex = $5, legal_status = $6, presence = $7,
           wing_id = $8, cell = $9, language = $10, sort_name = $11, version = version + 1 where id = $1",
    );
    (people, changes)
}

/// Somebody is taken to be here since the day of the import: files do not say since when.
fn first_stay(person: PersonId, facility: FacilityId, stamp: &Stamp) -> [Cell; 7] {
    let (id, at): (uuid::Uuid, _) = (stamp.clock.new_id(), stamp.clock.now());
    cells![id, person, facility, at.date_naive(), None::<NaiveDate>, stamp.author(), at]
}

fn insert(people: &mut Rows, facility: FacilityId, person: Person, stamp: &Stamp) -> PersonId {
    let (id, sort_name): (PersonId, _) = (stamp.clock.new_id(), person.sort_name());
    people.push(cells![
        id,
        facility,
        person.prison_number,
        person.family_name,
        person.given_name,
        person.birth_date,
        person.sex,
        person.legal_status,
        person.presence,
        person.wing_id,
        person.cell,
        person.language,
        sort_name,
        stamp.author(),
        stamp.clock.now(),
        1
    ]);
    id
}

fn change(changes: &mut Changes, id: PersonId, person: Person) {
    let sort_name = person.sort_name();
    changes.push(cells![
        id,
        person.family_name,
        person.given_name,
        person.birth_date,
        person.sex,
        person.legal_status,
        person.presence,
        person.wing_id,
        person.cell,
        person.language,
        sort_name
    ]);
}
