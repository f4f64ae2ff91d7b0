//! The four facilities: wings, rooms, and the day's regime.

use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FacilityId, RoomId, UserId, WingId};
use chrono::{DateTime, Utc};

use super::chance::{Chance, nth};

/// How a facility is drawn, before it has rows.
#[derive(Debug, Clone, Copy)]
pub struct Sketch {
    pub code: &'static str,
    pub name: &'static str,
    kind: &'static str,
    language: &'static str,
    wings: &'static [&'static str],
    /// Of a hundred patients, how many are here.
    pub share: u32,
    /// Of a hundred people, how many are women.
    pub women: u32,
    /// Of a hundred people a session expects, how many custody does not bring.
    pub not_brought: u32,
    /// Sessions at weekends too.
    pub weekends: bool,
}

pub const SKETCHES: [Sketch; 4] = [
    Sketch {
        code: "DUB",
        name: "Dubrava Prison",
        kind: "prison",
        language: "sq",
        wings: &["A", "B", "C", "D"],
        share: 50,
        women: 0,
        not_brought: 4,
        weekends: true,
    },
    Sketch {
        code: "HSP",
        name: "High Security Prison",
        kind: "high_security",
        language: "sq",
        wings: &["1", "2", "3"],
        share: 25,
        women: 0,
        not_brought: 8,
        weekends: false,
    },
    Sketch {
        code: "IFP",
        name: "Institute for Forensic Psychiatry",
        kind: "forensic_institute",
        language: "sq",
        wings: &["East", "West"],
        share: 15,
        women: 20,
        not_brought: 2,
        weekends: false,
    },
    Sketch {
        code: "SID",
        name: "Special Institute for Persons with Disabilities",
        kind: "special_institute",
        language: "sr",
        wings: &["North", "South"],
        share: 10,
        women: 35,
        not_brought: 1,
        weekends: false,
    },
];

/// All four keep the same time.
pub const ZONE: chrono_tz::Tz = chrono_tz::Europe::Belgrade;

#[derive(Debug, Clone, Copy, Default)]
pub struct Wing {
    pub id: WingId0,
    pub code: &'static str,
}

/// A wing's identifier with an empty value, so that lists of wings can be picked from.
pub type WingId0 = Option<WingId>;

#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub id: RoomId,
    pub kind: &'static str,
}

#[derive(Debug)]
pub struct Facility {
    pub id: FacilityId,
    pub sketch: Sketch,
    pub wings: Vec<Wing>,
    /// Rooms that hold a group of eight.
    pub large: Vec<Room>,
    pub small: Vec<Room>,
}

const LARGE: [(&str, &str, i32); 6] = [
    ("activity", "Activity room", 10),
    ("kitchen", "Training kitchen", 8),
    ("workshop", "Workshop", 8),
    ("garden", "Garden", 12),
    ("classroom", "Classroom", 12),
    ("gym", "Gym", 14),
];
const SMALL: [(&str, &str, i32); 2] = [("interview", "Interview room", 3), ("ward", "Ward day room", 4)];

/// Part of the day, first and last minute after midnight; weekends end earlier and have no evening.
const REGIME: [(&str, i32, i32); 3] =
    [("am", 8 * 60, 11 * 60 + 45), ("pm", 13 * 60, 16 * 60 + 30), ("eve", 17 * 60 + 30, 19 * 60 + 30)];
const WEEKEND: [(&str, i32, i32); 2] = [("am", 8 * 60, 11 * 60), ("pm", 13 * 60, 15 * 60 + 30)];

/// Draws the facilities with rooms for `units[n]` practitioners working at the same time in the `n`-th.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    units: [usize; 4],
    by: UserId,
    at: DateTime<Utc>,
) -> Result<Vec<Facility>, DbError> {
    let mut facilities = Rows::new(
        "custody_facility",
        &["id", "code", "name", "kind", "time_zone", "language", "created_by", "created_at", "version"],
    );
    let mut wings = Rows::new("custody_wing", &["id", "facility_id", "code", "name"]);
    let mut rooms = Rows::new(
        "custody_room",
        &[
            "id",
            "facility_id",
            "code",
            "name",
            "kind",
            "capacity",
            "usable_by_ot",
            "created_by",
            "created_at",
            "version",
        ],
    );
    let mut regime = Rows::new("custody_regime", &["facility_id", "weekday", "part", "start_minute", "end_minute"]);
    let mut built = Vec::new();
    for (sketch, units) in SKETCHES.into_iter().zip(units) {
        let id: FacilityId = chance.id(at);
        facilities.push(cells![id, sketch.code, sketch.name, sketch.kind, ZONE.name(), sketch.language, by, at, 1]);
        let mut facility = Facility { id, sketch, wings: Vec::new(), large: Vec::new(), small: Vec::new() };
        for code in sketch.wings {
            let wing: WingId = chance.id(at);
            wings.push(cells![wing, id, *code, format!("Wing {code}")]);
            facility.wings.push(Wing { id: Some(wing), code });
        }
        let mut add = |kinds: &[(&'static str, &'static str, i32)], wanted: usize| {
            let mut made = Vec::new();
            for n in 0..wanted {
                let (kind, name, capacity) = nth(kinds, n);
                let round = n / kinds.len() + 1;
                let id_of_room: RoomId = chance.id(at);
                let code = format!("{}{round}", kind.chars().take(2).collect::<String>().to_uppercase());
                let name = if round == 1 { name.to_owned() } else { format!("{name} {round}") };
                rooms.push(cells![id_of_room, id, code, name, kind, capacity, true, by, at, 1]);
                made.push(Room { id: id_of_room, kind });
            }
            made
        };
        facility.large = add(&LARGE, LARGE.len().max(units));
        facility.small = add(&SMALL, 3.max(units));
        for weekday in 1..=7_i32 {
            let parts: &[(&'static str, i32, i32)] = match weekday {
                1..=5 => &REGIME,
                _ if sketch.weekends => &WEEKEND,
                _ => &[],
            };
            for (part, start, end) in parts {
                regime.push(cells![id, weekday, *part, *start, *end]);
            }
        }
        built.push(facility);
    }
    for rows in [&mut facilities, &mut wings, &mut rooms, &mut regime] {
        rows.insert(tx).await?;
    }
    Ok(built)
}
