//! The demonstration's users, named after their roles: `officer` works in the first facility, `officer2` in the second. All
//! have one password. They are let in only when everything is loaded, so that half a demonstration is never mistaken for one.

use app::access::{Role, password};
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{FacilityId, GrantId, UserId, WingId};
use app::{cells, sql_exec};
use chrono::{DateTime, Utc};

use super::chance::Chance;
use super::names;
use super::places::Facility;

pub const PASSWORD: &str = "ergon-demo";

#[derive(Debug, Clone)]
pub struct User {
    pub id: UserId,
    pub username: String,
    pub name: String,
    pub profession: &'static str,
    pub language: &'static str,
    pub role: Role,
    pub facility: Option<FacilityId>,
}

/// Everybody who works in one facility.
#[derive(Debug)]
pub struct Staff {
    pub practitioners: Vec<User>,
    pub clinician: User,
    pub coordinator: User,
    pub officers: Vec<User>,
}

#[derive(Debug)]
pub struct Users {
    pub staff: Vec<Staff>,
    pub reviewer: User,
    pub head: User,
}

/// The first administrator: whoever made everything else in the demonstration.
pub fn maker(chance: &mut Chance, at: DateTime<Utc>) -> UserId {
    chance.id(at)
}

struct Enrolment<'a> {
    chance: &'a mut Chance,
    at: DateTime<Utc>,
    hash: String,
    maker: UserId,
    users: Rows,
    grants: Rows,
    count: std::collections::BTreeMap<&'static str, usize>,
}

type Scope = (Option<FacilityId>, Option<WingId>);

impl Enrolment<'_> {
    fn add(&mut self, role: Role, profession: &'static str, scopes: &[Scope]) -> User {
        let id = self.chance.id(self.at);
        self.add_as(id, role, profession, scopes)
    }

    fn add_as(&mut self, id: UserId, role: Role, profession: &'static str, scopes: &[Scope]) -> User {
        let count = self.count.entry(role.as_str()).or_default();
        *count += 1;
        let username = if *count == 1 { role.as_str().to_owned() } else { format!("{role}{count}") };
        let language = match *count {
            1 => "en",
            n if n % 2 == 0 => "sq",
            _ => "sr",
        };
        let woman = self.chance.percent(55);
        let person = names::name(self.chance, woman);
        let name = format!("{} {}", person.given, person.family);
        let side = role.side().as_str();
        let row = cells![
            id,
            username.clone(),
            name.clone(),
            profession,
            side,
            language,
            self.hash.clone(),
            false,
            true,
            false,
            0,
            None::<DateTime<Utc>>,
            self.at,
            1
        ];
        self.users.push(row);
        for (facility, wing) in scopes {
            let grant: GrantId = self.chance.id(self.at);
            let row = cells![
                grant,
                id,
                side,
                role.as_str(),
                *facility,
                *wing,
                self.maker,
                self.at,
                self.at,
                None::<DateTime<Utc>>
            ];
            self.grants.push(row);
        }
        User { id, username, name, profession, language, role, facility: scopes.first().and_then(|scope| scope.0) }
    }
}

/// Enrols everybody; `practitioners[n]` work in the `n`-th facility.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    maker: UserId,
    facilities: &[Facility],
    practitioners: [usize; 4],
    at: DateTime<Utc>,
) -> Result<Users, DbError> {
    let mut enrolment = Enrolment {
        chance,
        at,
        hash: password::hash(PASSWORD.to_owned()).await.unwrap_or_default(),
        maker,
        users: Rows::new(
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
        ),
        grants: Rows::new(
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
        ),
        count: std::collections::BTreeMap::new(),
    };
    let everywhere: &[Scope] = &[(None, None)];
    let of = |from: usize, to: usize| -> Vec<Scope> {
        facilities.iter().skip(from).take(to - from).map(|facility| (Some(facility.id), None)).collect()
    };
    enrolment.add_as(maker, Role::Administrator, "System administrator", everywhere);
    enrolment.add(Role::Administrator, "System administrator", everywhere);
    enrolment.add(Role::Auditor, "Auditor", everywhere);
    enrolment.add(Role::Auditor, "Auditor", everywhere);
    let reviewer = enrolment.add(Role::Reviewer, "Reviewer, Prison Health Department", &of(0, 2));
    enrolment.add(Role::Reviewer, "Reviewer, Prison Health Department", &of(2, 4));
    let head = enrolment.add(Role::Head, "Head, Prison Health Department", everywhere);
    enrolment.add(Role::Head, "Deputy head, Prison Health Department", everywhere);
    let mut staff = Vec::new();
    // One of each kind in every facility first, so that the numbers in the names are those of the facilities.
    for facility in facilities {
        let here: &[Scope] = &[(Some(facility.id), None)];
        let wing = facility.wings.first().and_then(|wing| wing.id);
        staff.push(Staff {
            practitioners: vec![enrolment.add(Role::Practitioner, "Occupational therapist", here)],
            clinician: enrolment.add(Role::Clinician, "Psychiatric nurse", here),
            coordinator: enrolment.add(Role::Coordinator, "Correctional coordinator", here),
            officers: vec![enrolment.add(Role::Officer, "Correctional officer", &[(Some(facility.id), wing)])],
        });
    }
    for ((facility, staff), practitioners) in facilities.iter().zip(&mut staff).zip(practitioners) {
        for _ in 1..practitioners {
            staff.practitioners.push(enrolment.add(
                Role::Practitioner,
                "Occupational therapist",
                &[(Some(facility.id), None)],
            ));
        }
        for wing in facility.wings.iter().skip(1) {
            staff.officers.push(enrolment.add(Role::Officer, "Correctional officer", &[(Some(facility.id), wing.id)]));
        }
    }
    enrolment.users.insert(tx).await?;
    enrolment.grants.insert(tx).await?;
    Ok(Users { staff, reviewer, head })
}

/// Lets the users in: the last thing that is done.
pub async fn let_in(tx: &mut Conn) -> Result<(), DbError> {
    sql_exec!(tx, "update access_user set active = $1 where is_demo = $1", true)?;
    Ok(())
}

impl Users {
    /// How many can sign in.
    pub fn count(&self) -> usize {
        let of_staff: usize = self.staff.iter().map(|staff| staff.practitioners.len() + staff.officers.len() + 2).sum();
        // Two each of administrators, auditors, reviewers and heads, and the trainee.
        of_staff + 9
    }
}
