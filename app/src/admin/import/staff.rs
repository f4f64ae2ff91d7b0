//! Users and their roles. A user may stand in several rows, one for each role. Nothing here gives a password: an imported
//! user cannot sign in before an administrator has issued one. A role in care waits until the head of the health department
//! has approved it; custody's and the system's own roles hold at once. Roles that are not in the file stay.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::facilities::LANGUAGES;
use super::fault::Fault;
use super::file::{Sheet, SheetRow};
use super::known::Known;
use super::plan::{Fate, Made, Stamp};
use super::row::Row;
use crate::access::{Role, Side};
use crate::i18n::Msg;
use crate::kit::db::{Changes, DbError, HasConn, Rows};
use crate::kit::ids::{FacilityId, GrantId, UserId, WingId};
use crate::{cells, sql_all};

/// Somebody as the record has her or as the file would have her.
#[derive(Debug, Clone, PartialEq, sqlx::FromRow)]
struct Person {
    display_name: String,
    profession: String,
    side: String,
    language: String,
}

#[derive(sqlx::FromRow)]
struct Existing {
    id: UserId,
    username: String,
    #[sqlx(flatten)]
    person: Person,
}

/// A role and its reach; what makes two grants the same.
type Held = (UserId, Role, Option<FacilityId>, Option<WingId>);

/// A row that was read.
struct Draft {
    username: String,
    person: Person,
    role: Role,
    facility: Option<FacilityId>,
    wing: Option<WingId>,
}

/// A user in the file, with the line where she stands first.
struct InFile {
    id: UserId,
    person: Person,
    line: u64,
}

pub async fn make(
    tx: &mut impl HasConn,
    sheet: &Sheet,
    known: &Known,
    stamp: &Stamp,
    faults: &mut Vec<Fault>,
) -> Result<Made, DbError> {
    let existing =
        sql_all!(tx, Existing, "select id, username, display_name, profession, side, language from access_user")?;
    let existing: HashMap<String, Existing> = existing.into_iter().map(|user| (user.username.clone(), user)).collect();
    let held = sql_all!(
        tx,
        (UserId, Role, Option<FacilityId>, Option<WingId>),
        "select user_id, role, facility_id, wing_id from access_grant where ended_at is null"
    )?;
    let mut held: std::collections::HashSet<Held> = held.into_iter().collect();
    let mut in_file: HashMap<String, InFile> = HashMap::new();
    let (mut users, mut grants) = tables();
    let mut changes = Changes::new(
        "update access_user set display_name = $2, profession = $3, language = $4, version = version + 1 where id = $1",
    );
    let mut fates = Vec::new();
    for row_of_sheet in &sheet.rows {
        let mut row = Row::new(sheet, row_of_sheet, faults);
        let there = existing.get(&row.get("username").to_lowercase());
        let Some(draft) = read(&mut row, sheet, known, there.map(|there| &there.person)) else {
            fates.push(None);
            continue;
        };
        let Some((id, user_changed)) = settle(&mut row, row_of_sheet, &draft, there, &mut in_file, stamp) else {
            fates.push(None);
            continue;
        };
        let grant_is_new = held.insert((id, draft.role, draft.facility, draft.wing));
        let own = stamp.by == Some(id);
        if own && (user_changed || grant_is_new) {
            row.fault("username", Msg::new("admin-fault-yourself"));
            fates.push(None);
            continue;
        }
        if user_changed && there.is_some() {
            let person = draft.person.clone();
            changes.push(cells![id, person.display_name, person.profession, person.language]);
        } else if user_changed {
            push_user(&mut users, id, &draft, stamp);
        }
        if grant_is_new {
            push_grant(&mut grants, id, &draft, stamp);
        }
        fates.push(Some(Fate::of(there.is_some(), !(user_changed || grant_is_new))));
    }
    Ok(Made { fates, inserts: vec![users, grants], changes: vec![changes], ..Made::default() })
}

fn read(row: &mut Row<'_>, sheet: &Sheet, known: &Known, there: Option<&Person>) -> Option<Draft> {
    let username = row.required("username").to_lowercase();
    if !username.is_empty() && !is_username(&username) {
        row.fault("username", Msg::new("admin-fault-username"));
    }
    let display_name = row.required("name");
    let profession = row.required("profession");
    let codes: Vec<&'static str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let role = Role::from_code(row.code("role", &codes))?;
    let named = !row.get("facility").is_empty();
    let facility = if named { known.facility(row) } else { None };
    if !named && needs_facility(role) {
        row.fault("facility", Msg::new("admin-fault-needs-facility"));
    }
    let wing = facility.and_then(|facility| known.wing(row, facility.id));
    if !row.get("wing").is_empty() && role != Role::Officer {
        row.fault("wing", Msg::new("admin-fault-wing-role"));
    }
    let language = row.optional_code("language", LANGUAGES).filter(|_| sheet.has("language"));
    let language =
        language.or(there.map(|there| there.language.as_str())).or(facility.map(|facility| facility.language.as_str()));
    let side = role.side().as_str().to_owned();
    let person = Person { display_name, profession, side, language: language.unwrap_or("en").to_owned() };
    row.is_good().then(|| Draft { username, person, role, facility: facility.map(|facility| facility.id), wing })
}

/// The user's id and whether she must be written; a fault where the row contradicts the record or an earlier row.
fn settle(
    row: &mut Row<'_>,
    held: &SheetRow,
    draft: &Draft,
    there: Option<&Existing>,
    in_file: &mut HashMap<String, InFile>,
    stamp: &Stamp,
) -> Option<(UserId, bool)> {
    if there.is_some_and(|there| there.person.side != draft.person.side) {
        row.fault("role", Msg::new("admin-fault-side"));
        return None;
    }
    if let Some(earlier) = in_file.get(&draft.username) {
        if earlier.person != draft.person {
            let key =
                if earlier.person.side == draft.person.side { "admin-fault-contradicts" } else { "admin-fault-side" };
            row.fault("username", Msg::with(key, [("n", earlier.line.into())]));
            return None;
        }
        return Some((earlier.id, false));
    }
    let id = there.map_or_else(|| stamp.clock.new_id(), |there| there.id);
    let changed = there.is_none_or(|there| there.person != draft.person);
    in_file.insert(draft.username.clone(), InFile { id, person: draft.person.clone(), line: held.line });
    Some((id, changed))
}

/// What may be typed to sign in: letters without marks, digits and a few signs.
#[must_use]
pub fn is_username(text: &str) -> bool {
    (2..=64).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_'))
}

/// Roles that are always held in a place; the others may reach everywhere on their side.
#[must_use]
pub const fn needs_facility(role: Role) -> bool {
    matches!(role, Role::Practitioner | Role::Clinician | Role::Coordinator | Role::Officer | Role::Assessor)
}

fn tables() -> (Rows, Rows) {
    let users = Rows::new(
        "access_user",
        &[
            "id",
            "username",
            "display_name",
            "profession",
            "side",
            "language",
            "password_hash",
            "must_change_password",
            "is_demo",
            "active",
            "failed_sign_ins",
            "locked_until",
            "created_at",
            "version",
        ],
    );
    let grants = Rows::new(
        "access_grant",
        &[
            "id",
            "user_id",
            "side",
            "role",
            "facility_id",
            "wing_id",
            "granted_by",
            "approved_at",
            "created_at",
            "ended_at",
        ],
    );
    (users, grants)
}

fn push_user(users: &mut Rows, id: UserId, draft: &Draft, stamp: &Stamp) {
    let (never, no_password): (Option<DateTime<Utc>>, Option<String>) = (None, None);
    let person = draft.person.clone();
    users.push(cells![
        id,
        draft.username.clone(),
        person.display_name,
        person.profession,
        person.side,
        person.language,
        no_password,
        true,
        false,
        true,
        0,
        never,
        stamp.clock.now(),
        1
    ]);
}

fn push_grant(grants: &mut Rows, id: UserId, draft: &Draft, stamp: &Stamp) {
    let now = stamp.clock.now();
    let approved = (draft.role.side() != Side::Care).then_some(now);
    let grant: GrantId = stamp.clock.new_id();
    grants.push(cells![
        grant,
        id,
        draft.role.side().as_str(),
        draft.role.as_str(),
        draft.facility,
        draft.wing,
        stamp.by,
        approved,
        now,
        None::<DateTime<Utc>>
    ]);
}
