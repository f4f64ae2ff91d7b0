//! The reading rules as tables, and the whole way through a database.

use chrono::DateTime;
use tempfile::TempDir;

use super::plan::{Prepared, Stamp, prepare};
use super::{Fault, Kind, decode};
use crate::i18n::Lang;
use crate::kit::clock::Clock;
use crate::kit::db::{Database, Pools, Side, SystemTx, migrate};
use crate::{sql_all, sql_one};

const FACILITIES: &str = "code;name;kind;time_zone;language;wings\nDUB;Burgu i Dubravës;prison;Europe/Belgrade;sq;A|B\nIFP;Institut;forensic_institute;Europe/Belgrade;sr;East\n";
const PEOPLE: &str = "prison_number,family_name,given_name,birth_date,sex,legal_status,presence,facility,wing,cell,language\n\
    D-1,Çelaj,Ëndrit,1984-05-07,male,sentenced,present,DUB,A,A-12,sq\n\
    D-2,\"Đorđević, ml.\",Žarko,7.5.1984,MALE,remand,,dub,b,B-3,sr\n";

/// The transaction that the pages use, within the walls of the system side.
async fn database() -> (TempDir, SystemTx) {
    let dir = TempDir::new().unwrap();
    let database = Database::parse(&format!("sqlite://{}", dir.path().join("t.db").display())).unwrap();
    migrate(&database).await.unwrap();
    let pools = Pools::open(&database).await.unwrap();
    (dir, SystemTx(pools.write(Side::System).await.unwrap()))
}

fn stamp() -> Stamp {
    Stamp {
        by: None,
        clock: Clock::fixed(DateTime::from_timestamp(1_790_000_000, 0).unwrap()),
        kinds: Kind::ALL,
        only: None,
    }
}

async fn import(tx: &mut SystemTx, text: &str) -> Prepared {
    let mut prepared = prepare(tx, text, &stamp()).await.unwrap();
    if prepared.is_good() {
        prepared.write(tx, &stamp().clock).await.unwrap();
    }
    prepared
}

fn counts(prepared: &Prepared) -> (usize, usize, usize, usize) {
    (prepared.new, prepared.changed, prepared.unchanged, prepared.faults.len())
}

fn said(faults: &[Fault]) -> Vec<(u64, &str, &'static str)> {
    faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.reason.key)).collect()
}

#[test]
fn only_utf8_is_read() {
    assert_eq!(decode("\u{FEFF}code;name".as_bytes()).unwrap(), "code;name");
    for (bytes, line, key) in [
        (b"\xFF\xFEc\0".as_slice(), 1, "admin-fault-utf16"),
        (b"code;name\nDUB;Dubrav\xEBs".as_slice(), 2, "admin-fault-encoding"),
        (b"a\nb\nc\0".as_slice(), 3, "admin-fault-encoding"),
        ("a\nGj\u{FFFD}rgj".as_bytes(), 2, "admin-fault-encoding"),
    ] {
        let fault = decode(bytes).unwrap_err();
        assert_eq!((fault.line, fault.reason.key), (line, key));
    }
}

#[test]
fn headers_tell_what_a_file_holds() {
    for (text, kind, faults) in [
        (FACILITIES, Some(Kind::Facilities), vec![]),
        (PEOPLE, Some(Kind::People), vec![]),
        ("Facility, Code, Name, Kind, Capacity\nDUB,R1,Room,gym,4", Some(Kind::Rooms), vec![]),
        ("facility;weekday;part;start;end\nDUB;1;am;08:00;11:45", Some(Kind::Regime), vec![]),
        ("facility;weekday;part;start;end\n\n", Some(Kind::Regime), vec![(1, "", "admin-fault-no-rows")]),
        ("", None, vec![(1, "", "admin-fault-empty")]),
        ("name;age\nx;1", None, vec![(1, "", "admin-fault-header")]),
        (
            "username;name;role;facility;side;name\n",
            None,
            vec![
                (1, "profession", "admin-fault-missing-column"),
                (1, "side", "admin-fault-unknown-column"),
                (1, "name", "admin-fault-double-column"),
            ],
        ),
        (
            "facility;weekday;part;start;end\nDUB;1;am;08:00\nDUB;1;am;08:00;11:00\nDUB;1;am;08;00;11:00",
            Some(Kind::Regime),
            vec![(2, "", "admin-fault-width"), (4, "", "admin-fault-width")],
        ),
    ] {
        let mut found = Vec::new();
        let sheet = super::file::read(text, &mut found);
        assert_eq!((sheet.map(|sheet| sheet.kind), said(&found)), (kind, faults), "{text}");
    }
}

#[tokio::test]
async fn the_same_file_twice_changes_nothing() {
    let (_dir, mut tx) = database().await;
    let rooms = "facility;code;name;kind;capacity;usable_by_ot\nDUB;AR1;Dhoma e aktiviteteve;activity;10;po\nDUB;K;Kuhinja;kitchen;8;ne\n";
    let regime = "facility;weekday;part;start;end\nDUB;1;am;8:00;11:45\nDUB;7;eve;17:30;24:00\n";
    let staff = "username;name;profession;role;facility;wing;language\n\
        arta;Arta Gashi;Occupational therapist;practitioner;DUB;;sq\n\
        rev;Vesna Ilić;Reviewer;reviewer;DUB;;sr\nrev;Vesna Ilić;Reviewer;reviewer;IFP;;sr\n\
        Oficer;Naim Hoti;Officer;officer;DUB;A;\n";
    for (text, rows) in [(FACILITIES, 2), (rooms, 2), (regime, 2), (staff, 4), (PEOPLE, 2)] {
        let first = import(&mut tx, text).await;
        assert_eq!(counts(&first), (rows, 0, 0, 0), "{:?}", first.faults);
        assert_eq!(counts(&import(&mut tx, text).await), (0, 0, rows, 0), "{text}");
    }
    let names =
        sql_all!(&mut tx, (String, String), "select sort_name, presence from custody_person order by prison_number")
            .unwrap();
    assert_eq!(
        names,
        [
            ("celaj, endrit".to_owned(), "present".to_owned()),
            ("djordjevic, ml., zarko".to_owned(), "present".to_owned())
        ]
    );
    let users = sql_one!(&mut tx, (i64, i64), "select count(*), count(password_hash) from access_user").unwrap();
    assert_eq!(users, (3, 0));
}

#[tokio::test]
async fn roles_in_care_wait_for_the_head() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    let staff = "username;name;profession;role;facility\na.b;A B;OT;practitioner;DUB\nc.d;C D;Officer;officer;DUB\ne.f;E F;Admin;auditor;\n";
    assert_eq!(counts(&import(&mut tx, staff).await), (3, 0, 0, 0));
    let approved =
        sql_all!(&mut tx, (String, bool), "select role, (approved_at is not null) from access_grant order by role")
            .unwrap();
    assert_eq!(
        approved,
        [("auditor".to_owned(), true), ("officer".to_owned(), true), ("practitioner".to_owned(), false)]
    );
}

#[tokio::test]
async fn every_bad_row_is_named_and_nothing_is_imported() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    let header = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility;wing;cell";
    for (row, column, key) in [
        (";Gashi;Ilir;1.1.1980;male;remand;DUB;A;", "prison_number", "form-required"),
        ("1;Gashi;Ilir;31.2.1980;male;remand;DUB;A;", "birth_date", "form-no-such-day"),
        ("1;Gashi;Ilir;1980;male;remand;DUB;A;", "birth_date", "form-date"),
        ("1;Gashi;Ilir;;male;remand;DUB;A;", "birth_date", "form-required"),
        ("1;Gashi;Ilir;1.1.2180;male;remand;DUB;A;", "birth_date", "admin-fault-birth"),
        ("1;Gashi;Ilir;1.1.1980;m;remand;DUB;A;", "sex", "admin-fault-code"),
        ("1;Gashi;Ilir;1.1.1980;male;;DUB;A;", "legal_status", "form-required"),
        ("1;Gashi;Ilir;1.1.1980;male;remand;XYZ;A;", "facility", "admin-fault-facility"),
        ("1;Gashi;Ilir;1.1.1980;male;remand;IFP;A;", "wing", "admin-fault-wing"),
        ("1;\"Ga\nshi\";Ilir;1.1.1980;male;remand;DUB;A;", "family_name", "admin-fault-control"),
        ("D-9;Hoti;Naim;1.1.1980;male;remand;DUB;B;", "prison_number", "admin-fault-twice"),
    ] {
        let text = format!("{header}\nd-9;Çeku;Arbën;2.3.1970;male;sentenced;DUB;A;A-1\n{row}\n");
        let prepared = import(&mut tx, &text).await;
        assert_eq!(said(&prepared.faults), [(3, column, key)], "{row}");
        let told = prepared.faults[0].say(Lang::Sr);
        assert!(told.starts_with("red 3, ") && !told.contains('⟦'), "{told}");
    }
    assert_eq!(sql_one!(&mut tx, (i64,), "select count(*) from custody_person").unwrap().0, 0);
}

#[tokio::test]
async fn staff_rows_may_not_contradict() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    import(&mut tx, "username;name;profession;role;facility\nold;Old One;Nurse;clinician;DUB\n").await;
    let header = "username;name;profession;role;facility;wing";
    for (rows, column, key) in [
        ("Ëndrit;X;Y;officer;DUB;", "username", "admin-fault-username"),
        ("x1;X;Y;captain;DUB;", "role", "admin-fault-code"),
        ("x1;X;Y;officer;;", "facility", "admin-fault-needs-facility"),
        ("x1;X;Y;coordinator;DUB;A", "wing", "admin-fault-wing-role"),
        ("old;Old One;Nurse;officer;DUB;", "role", "admin-fault-side"),
    ] {
        let prepared = import(&mut tx, &format!("{header}\n{rows}\n")).await;
        assert_eq!(said(&prepared.faults), [(2, column, key)], "{rows}");
    }
    let twice = import(&mut tx, &format!("{header}\nx1;X;Y;officer;DUB;A\nx1;Xh;Y;officer;DUB;B\n")).await;
    assert_eq!(said(&twice.faults), [(3, "username", "admin-fault-contradicts")]);
}

#[tokio::test]
async fn what_the_file_does_not_say_stays() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    import(&mut tx, PEOPLE).await;
    let narrow = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility\nd-1;Çelaj;Ëndrit;7.5.1984;male;security_measure;DUB\n";
    assert_eq!(counts(&import(&mut tx, narrow).await), (0, 1, 0, 0));
    let held = sql_one!(
        &mut tx,
        (String, String, String, i32),
        "select p.legal_status, w.code, p.cell, p.version from custody_person p join custody_wing w on w.id = p.wing_id where prison_number = 'D-1'"
    );
    assert_eq!(held.unwrap(), ("security_measure".to_owned(), "A".to_owned(), "A-12".to_owned(), 2));
    let wings = "code;name;kind;time_zone;language;wings\nDUB;Burgu i Dubravës;prison;Europe/Belgrade;sq;B|C\n";
    assert_eq!(counts(&import(&mut tx, wings).await), (0, 1, 0, 0));
    let built = "code;name;kind;time_zone;language;wings;buildings\nDUB;Burgu i Dubravës;prison;Europe/Belgrade;sq;A|B;North|South\n";
    for expected in [(0, 1, 0, 0), (0, 0, 1, 0)] {
        assert_eq!(counts(&import(&mut tx, built).await), expected);
    }
    let building = "select building from custody_wing where code = 'B'";
    assert_eq!(sql_one!(&mut tx, (String,), building).unwrap().0, "South");
    assert_eq!(sql_one!(&mut tx, (i64,), "select count(*) from custody_wing").unwrap().0, 4);
}

#[test]
fn each_kind_is_known_by_its_header() {
    for (header, kind) in [
        ("facility;prison_number;wing;cell", Kind::Housing),
        ("facility;prison_number;presence", Kind::Housing),
        ("facility;person_a;person_b;reason", Kind::KeepApart),
        ("facility;closure;starts;ends;room", Kind::Closures),
        ("facility;prison_number;outing;starts;ends", Kind::Outings),
    ] {
        let mut faults = Vec::new();
        let sheet = super::file::read(&format!("{header}\nx\n"), &mut faults);
        assert_eq!(sheet.map(|sheet| sheet.kind), Some(kind), "{header}");
    }
}

#[tokio::test]
async fn one_bad_line_among_thousands_is_named_and_nothing_is_brought_in() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    let header = "prison_number;family_name;given_name;birth_date;sex;legal_status;facility;wing;cell\n";
    let line = |n: usize| format!("N-{n};Përgjegja;Žarko;9.3.1990;male;sentenced;DUB;A;A-{n}\n");
    let bad = format!("{header}{}", (0..5_000).map(line).collect::<String>()).replace("N-3210;Përgjegja", "N-3210;");
    let prepared = import(&mut tx, &bad).await;
    assert_eq!(said(&prepared.faults), [(3_212, "family_name", "form-required")]);
    assert_eq!(sql_one!(&mut tx, (i64,), "select count(*) from custody_person").unwrap().0, 0);
}

#[tokio::test]
async fn a_move_is_told_and_somebody_unknown_is_left_out() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    import(&mut tx, PEOPLE).await;
    let moves = "facility;prison_number;presence;wing;cell\nDUB;d-1;;B;B-9\nDUB;D-2;released;A;A-1\nDUB;D-3;court;A;\n";
    let prepared = import(&mut tx, moves).await;
    assert_eq!(
        (prepared.changed, prepared.skipped, said(&prepared.notes)),
        (2, 1, vec![(4, "prison_number", "admin-fault-nobody")])
    );
    // Who has left is housed nowhere, whatever the file says.
    let held = sql_one!(
        &mut tx,
        (String, String, i64),
        "select presence, cell, (select count(*) from custody_stay where ends_on is not null) from custody_person where prison_number = 'D-2'"
    );
    assert_eq!(held.unwrap(), ("released".to_owned(), String::new(), 1));
    assert_eq!(counts(&import(&mut tx, moves).await), (0, 0, 2, 0));
    let back = "facility;prison_number;presence;wing;cell\nDUB;D-2;present;B;B-1\n";
    assert_eq!(counts(&import(&mut tx, back).await), (0, 1, 0, 0));
    assert_eq!(sql_one!(&mut tx, (i64,), "select count(*) from custody_stay").unwrap().0, 3);
}

#[tokio::test]
async fn the_system_brings_in_nothing_of_security() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    let pairs = "facility;person_a;person_b;reason\nDUB;D-1;D-2;x\n";
    let stamp = Stamp { kinds: Kind::OF_SYSTEM, ..stamp() };
    let prepared = prepare(&mut tx, pairs, &stamp).await.unwrap();
    assert_eq!(said(&prepared.faults), [(1, "", "admin-fault-other-desk")]);
}

#[tokio::test]
async fn many_people_are_compared_in_few_questions() {
    let (_dir, mut tx) = database().await;
    import(&mut tx, FACILITIES).await;
    let mut text =
        String::from("prison_number;family_name;given_name;birth_date;sex;legal_status;facility;wing;cell\n");
    for n in 0..5_000 {
        text.push_str(&format!("N-{n};Përgjegja;Žarko;9.3.1990;male;sentenced;DUB;A;A-{n}\n"));
    }
    assert_eq!(counts(&import(&mut tx, &text).await), (5_000, 0, 0, 0));
    let before = crate::kit::db::statements_run();
    assert_eq!(counts(&prepare(&mut tx, &text, &stamp()).await.unwrap()), (0, 0, 5_000, 0));
    // Other tests of this process run statements too.
    assert!(crate::kit::db::statements_run() - before < 2_500);
}
