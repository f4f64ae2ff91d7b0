//! How occupational therapy came into the prisons: consultants trained the trainers, who then taught in pairs, with a mentor, three
//! courses of two days each. Fifty practitioners of four institutions hold certificates; those who treat in the demonstration are
//! among them and sign alone, and the trainee is not.

use app::access::keys::InstallationKey;
use app::access::roles::Role;
use app::cells;
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{CertificateId, CourseId, FacilityId, ParticipantId, TraineeId, UserId};
use app::kit::page::sort_key;
use app::sql_all;
use app::training::certificate::Certificate;
use app::training::model::{Level, Subject};
use app::training::rules::valid_until;
use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use super::calendar::{Calendar, instant};
use super::chance::{Chance, nth};
use super::competence;
use super::names;
use super::places::Facility;
use super::users::Users;

const INSTITUTIONS: [&str; 4] = [
    "Prison Health Department",
    "Correctional Service",
    "Institute for Forensic Psychiatry",
    "Special Institute for Persons with Disabilities",
];
/// Practitioners trained in the cascade, in three courses.
const TRAINED: usize = 50;
const COURSES: usize = 3;
/// Days before today on which the trainers' course began, and those of the cascade.
const FIRST: u64 = 420;
const CASCADE: [u64; COURSES] = [390, 362, 334];
const MONTHS: i32 = 24;

#[derive(Clone)]
struct Someone {
    id: TraineeId,
    name: String,
    institution: &'static str,
}

struct Tables<'a> {
    chance: &'a mut Chance,
    key: &'a InstallationKey,
    by: UserId,
    people: Rows,
    courses: Rows,
    participants: Rows,
    attendance: Rows,
    certificates: Rows,
}

/// A course as it was held.
struct Held {
    id: CourseId,
    subject: Subject,
    level: Level,
    first: NaiveDate,
    days: u64,
}

pub async fn build(
    tx: &mut Conn,
    seed: u64,
    calendar: Calendar,
    facilities: &[Facility],
    users: &Users,
    key: &InstallationKey,
) -> Result<(), DbError> {
    let chance = &mut Chance::new(seed ^ 0x7472_6169);
    let mut tables = Tables::new(chance, key, users.head.id);
    let treating = treating(tx).await?;
    let day = |before: u64| calendar.today - Days::new(before);
    let mentor = tables.someone("Consultant", calendar, None);
    let pair = [tables.someone("Consultant", calendar, None), tables.someone("Consultant", calendar, None)];
    let trainers: Vec<Someone> =
        (0..COURSES * 2).map(|n| tables.someone(nth(&INSTITUTIONS, n), calendar, None)).collect();
    let first = Held {
        id: tables.id(day(FIRST)),
        subject: Subject::OtGuidelines,
        level: Level::TrainingOfTrainers,
        first: day(FIRST),
        days: 2,
    };
    tables.course(&first, "Prishtina", &pair, &mentor);
    for trainer in &trainers {
        tables.certify(&first, trainer, MONTHS + 12);
    }
    // The cascade asks for their certificates.
    tables.insert(tx).await?;
    let mut trained: Vec<Someone> = treating.iter().map(|user| tables.user(user, calendar)).collect();
    while trained.len() < TRAINED {
        let unit = facilities.get(trained.len() % facilities.len().max(1)).map(|facility| facility.id);
        let institution = nth(&INSTITUTIONS, trained.len());
        trained.push(tables.someone(institution, calendar, unit));
    }
    for (n, (before, pair)) in CASCADE.into_iter().zip(trainers.chunks(2)).enumerate() {
        let course = Held {
            id: tables.id(day(before)),
            subject: Subject::OtGuidelines,
            level: Level::Cascade,
            first: day(before),
            days: 2,
        };
        let site = nth(&["Dubrava Prison", "Prishtina", "Lipjan"], n);
        tables.course(&course, site, pair, &mentor);
        for one in trained.iter().skip(n).step_by(COURSES) {
            tables.certify(&course, one, MONTHS);
        }
    }
    tables.besides(calendar, &pair, &mentor, users, &trained);
    tables.insert(tx).await?;
    // Chance of its own, so that more people do not change what is asked.
    let treating: Vec<UserId> = treating.iter().map(|user| user.id).collect();
    competence::build(tx, Chance::new(seed ^ 0x6173_6b65), calendar, (facilities, users), &treating).await
}

/// Who treats in the demonstration: everybody who signs notes but the trainee.
#[derive(Debug, Clone, sqlx::FromRow)]
struct Treating {
    id: UserId,
    display_name: String,
    facility_id: Option<FacilityId>,
}

async fn treating(tx: &mut Conn) -> Result<Vec<Treating>, DbError> {
    sql_all!(
        tx,
        Treating,
        "select u.id, u.display_name, g.facility_id from access_user u join access_grant g on g.user_id = u.id
         where g.role = $1 and u.username <> 'trainee' order by g.facility_id, u.username",
        Role::Practitioner
    )
}

impl<'a> Tables<'a> {
    fn new(chance: &'a mut Chance, key: &'a InstallationKey, by: UserId) -> Self {
        Self {
            chance,
            key,
            by,
            people: Rows::new(
                "training_person",
                &[
                    "id",
                    "user_id",
                    "name",
                    "sort_name",
                    "institution",
                    "facility_id",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            courses: Rows::new(
                "training_course",
                &[
                    "id",
                    "subject",
                    "level",
                    "starts_on",
                    "ends_on",
                    "site",
                    "trainer_a",
                    "trainer_b",
                    "mentor_id",
                    "valid_months",
                    "created_by",
                    "created_at",
                    "version",
                ],
            ),
            participants: Rows::new(
                "training_participant",
                &["id", "course_id", "person_id", "assessment", "enrolled_by", "enrolled_at"],
            ),
            attendance: Rows::new("training_attendance", &["participant_id", "on_date"]),
            certificates: Rows::new(
                "training_certificate",
                &[
                    "id",
                    "participant_id",
                    "course_id",
                    "person_id",
                    "subject",
                    "level",
                    "name",
                    "institution",
                    "starts_on",
                    "ends_on",
                    "issued_on",
                    "valid_until",
                    "code",
                    "key_id",
                    "signature",
                    "revoked_on",
                    "issued_by",
                    "issued_at",
                ],
            ),
        }
    }

    fn id<T: From<Uuid>>(&mut self, day: NaiveDate) -> T {
        self.chance.id(instant(day, 9 * 60))
    }

    /// An invented person without an account.
    fn someone(&mut self, institution: &'static str, calendar: Calendar, unit: Option<FacilityId>) -> Someone {
        let woman = self.chance.percent(60);
        let name = names::name(self.chance, woman);
        self.person(None, format!("{} {}", name.given, name.family), (institution, unit), calendar.beginning())
    }

    fn user(&mut self, user: &Treating, calendar: Calendar) -> Someone {
        let at = (INSTITUTIONS[0], user.facility_id);
        self.person(Some(user.id), user.display_name.clone(), at, calendar.beginning())
    }

    fn person(
        &mut self,
        user: Option<UserId>,
        name: String,
        (institution, unit): (&'static str, Option<FacilityId>),
        at: DateTime<Utc>,
    ) -> Someone {
        let id: TraineeId = self.chance.id(at);
        self.people.push(cells![id, user, name.clone(), sort_key(&name), institution, unit, self.by, at, 1]);
        Someone { id, name, institution }
    }

    fn course(&mut self, course: &Held, site: &'static str, pair: &[Someone], mentor: &Someone) {
        let [a, b] = pair else { return };
        let last = course.first + Days::new(course.days - 1);
        self.courses.push(cells![
            course.id,
            course.subject.as_str(),
            course.level.as_str(),
            course.first,
            last,
            site,
            a.id,
            b.id,
            mentor.id,
            MONTHS,
            self.by,
            instant(course.first, 8 * 60),
            1
        ]);
    }

    /// Enrols somebody who is there on some of the days and may not have been assessed; gives the place.
    fn enrol(&mut self, course: &Held, one: &Someone, days: u64, assessment: Option<&'static str>) -> ParticipantId {
        let id: ParticipantId = self.id(course.first);
        self.participants.push(cells![id, course.id, one.id, assessment, self.by, instant(course.first, 8 * 60)]);
        for n in 0..days {
            self.attendance.push(cells![id, course.first + Days::new(n)]);
        }
        id
    }

    /// Somebody who was there throughout and has passed.
    fn certify(&mut self, course: &Held, one: &Someone, months: i32) {
        let participant = self.enrol(course, one, course.days, Some("passed"));
        let last = course.first + Days::new(course.days - 1);
        let id: CertificateId = self.id(last);
        let paper = Certificate {
            id,
            subject: course.subject,
            level: course.level,
            name: one.name.clone(),
            institution: one.institution.to_owned(),
            starts_on: course.first,
            ends_on: last,
            issued_on: last,
            valid_until: valid_until(last, months),
            issued_at: instant(last, 16 * 60),
            code: String::new(),
            key_id: String::new(),
            signature: Vec::new(),
            revoked_on: None,
        }
        .sealed(self.key);
        self.certificates.push(cells![
            paper.id,
            participant,
            course.id,
            one.id,
            paper.subject.as_str(),
            paper.level.as_str(),
            paper.name,
            paper.institution,
            paper.starts_on,
            paper.ends_on,
            paper.issued_on,
            paper.valid_until,
            paper.code,
            paper.key_id,
            paper.signature,
            None::<NaiveDate>,
            self.by,
            paper.issued_at
        ]);
    }

    /// Practice on site, an instrument of corrections whose certificates lapse soon, and a refresher that is still open.
    fn besides(&mut self, calendar: Calendar, pair: &[Someone], mentor: &Someone, users: &Users, trained: &[Someone]) {
        let day = |before: u64| calendar.today - Days::new(before);
        let practice = Held {
            id: self.id(day(300)),
            subject: Subject::OtGuidelines,
            level: Level::OnSitePractice,
            first: day(300),
            days: 3,
        };
        self.course(&practice, "Dubrava Prison", pair, mentor);
        for one in trained.iter().take(10) {
            self.certify(&practice, one, MONTHS);
        }
        let instruments = Held {
            id: self.id(day(330)),
            subject: Subject::VepInstruments,
            level: Level::TrainingOfTrainers,
            first: day(330),
            days: 2,
        };
        self.course(&instruments, "High Security Prison", pair, mentor);
        for staff in &users.staff {
            for user in std::iter::once(&staff.coordinator).chain(staff.officers.first()) {
                let at = ("Correctional Service", staff.coordinator.facility);
                let one = self.person(Some(user.id), user.name.clone(), at, calendar.beginning());
                self.certify(&instruments, &one, 12);
            }
        }
        let refresher = Held {
            id: self.id(day(1)),
            subject: Subject::OtGuidelines,
            level: Level::Refresher,
            first: day(1),
            days: 1,
        };
        self.course(&refresher, "Prishtina", pair, mentor);
        for (n, one) in trained.iter().rev().take(6).enumerate() {
            self.enrol(&refresher, one, u64::from(n > 0), None);
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        self.people.insert(tx).await?;
        self.courses.insert(tx).await?;
        self.participants.insert(tx).await?;
        self.attendance.insert(tx).await?;
        self.certificates.insert(tx).await
    }
}
