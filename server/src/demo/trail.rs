//! Who looked at what in the last two weeks, as rows of the access log, chained and signed as the sealer would have done.

use app::access::keys::InstallationKey;
use app::access::recorder::AccessEntry;
use app::access::seal::{GENESIS, batch_message, canonical, link, remember_key};
use app::access::{Denied, Permission};
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::PersonId;
use chrono::{DateTime, TimeDelta, Utc};

use super::calendar::Calendar;
use super::caseload::Unit;
use super::chance::Chance;
use super::users::{User, Users};

/// More rows than this tell no more.
const MOST: usize = 6000;
/// Rows under one signature.
const BATCH: usize = 500;

/// Writes and seals the rows; gives their number.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    units: &[Vec<Unit>],
    users: &Users,
    key: &InstallationKey,
) -> Result<usize, DbError> {
    let mut entries = Vec::new();
    for unit in units.iter().flatten() {
        for patient in &unit.patients {
            if entries.len() > MOST {
                break;
            }
            for _ in 0..chance.between(2, 6) {
                look(chance, calendar, &unit.practitioner, patient.person.id, &mut entries);
            }
            if unit.facility < 2 && chance.percent(40) {
                look(chance, calendar, &users.reviewer, patient.person.id, &mut entries);
            }
        }
    }
    for staff in &users.staff {
        for _ in 0..28 {
            entries.push(entry(chance, calendar, &staff.coordinator, Permission::BoardRead, "board"));
        }
        for officer in &staff.officers {
            for _ in 0..12 {
                entries.push(entry(chance, calendar, officer, Permission::UnlockListRead, "unlock"));
            }
        }
        let mut refused = entry(chance, calendar, &staff.clinician, Permission::NoteRead, "note");
        "denied".clone_into(&mut refused.outcome);
        Denied::NeedsBreakGlass.as_str().clone_into(&mut refused.reason);
        refused.person_id = units
            .iter()
            .flatten()
            .find(|unit| Some(unit.practitioner.facility) == Some(staff.clinician.facility))
            .and_then(|unit| unit.patients.last())
            .map(|patient| patient.person.id);
        entries.push(refused);
    }
    entries.push(entry(chance, calendar, &users.head, Permission::UnitRead, "unit"));
    entries.sort_by_key(|entry| entry.id);
    seal(tx, calendar.now(), &entries, key).await?;
    Ok(entries.len())
}

/// A moment in working hours of the last fourteen days.
fn moment(chance: &mut Chance, calendar: Calendar) -> DateTime<Utc> {
    calendar.now() - TimeDelta::days(chance.between(1, 14)) + TimeDelta::seconds(chance.between(7 * 3600, 16 * 3600))
}

fn entry(chance: &mut Chance, calendar: Calendar, user: &User, permission: Permission, object: &str) -> AccessEntry {
    let at = moment(chance, calendar);
    AccessEntry {
        id: chance.id(at),
        at,
        user_id: user.id,
        user_name: user.username.clone(),
        role: user.role.as_str().to_owned(),
        side: user.role.side().as_str().to_owned(),
        facility_id: user.facility,
        permission: permission.as_str().to_owned(),
        outcome: "allowed".to_owned(),
        reason: String::new(),
        person_id: None,
        object: object.to_owned(),
        object_id: None,
    }
}

fn look(chance: &mut Chance, calendar: Calendar, user: &User, person: PersonId, entries: &mut Vec<AccessEntry>) {
    const LOOKS: &[(Permission, &str)] = &[
        (Permission::PatientRead, "patient"),
        (Permission::PatientRead, "patient"),
        (Permission::PlanRead, "plan"),
        (Permission::NoteRead, "note"),
        (Permission::ProgressRead, "progress"),
    ];
    let index = usize::try_from(chance.between(0, 4)).unwrap_or(0);
    if let Some((permission, object)) = LOOKS.get(index) {
        let mut entry = entry(chance, calendar, user, *permission, object);
        entry.person_id = Some(person);
        entries.push(entry);
    }
}

async fn seal(
    tx: &mut Conn,
    now: DateTime<Utc>,
    entries: &[AccessEntry],
    key: &InstallationKey,
) -> Result<(), DbError> {
    let mut rows = Rows::new(
        "access_entry",
        &[
            "id",
            "at",
            "user_id",
            "user_name",
            "role",
            "side",
            "facility_id",
            "permission",
            "outcome",
            "reason",
            "person_id",
            "object",
            "object_id",
        ],
    );
    let mut seals = Rows::new("access_seal", &["seq", "entry_id", "hash"]);
    let mut batches =
        Rows::new("access_seal_batch", &["last_seq", "first_seq", "hash", "signature", "key_id", "sealed_at"]);
    let (mut seq, mut hash) = (0_i64, GENESIS.to_vec());
    let key_id = key.public().id();
    for chunk in entries.chunks(BATCH) {
        let first = seq + 1;
        for entry in chunk {
            seq += 1;
            hash = link(&hash, &canonical(entry));
            let e = entry.clone();
            rows.push(cells![
                e.id,
                e.at,
                e.user_id,
                e.user_name,
                e.role,
                e.side,
                e.facility_id,
                e.permission,
                e.outcome,
                e.reason,
                e.person_id,
                e.object,
                e.object_id
            ]);
            seals.push(cells![seq, entry.id, hash.clone()]);
        }
        let signature = key.sign(&batch_message(first, seq, &hash));
        batches.push(cells![seq, first, hash.clone(), signature, key_id.clone(), now]);
    }
    remember_key(tx, key, now).await?;
    rows.insert(tx).await?;
    seals.insert(tx).await?;
    batches.insert(tx).await
}
