//! What patients have agreed to, and what rests on it: notices with custody, some of them unread or about to lapse, and
//! disclosures on their way. One patient of each caseload has taken a consent back, and his notice has ended with it.

use app::cells;
use app::kit::db::{Cell, Conn, DbError, OwnerPool, Rows};
use app::kit::ids::{ConsentId, DisclosureId, FacilityId, NoticeId, UserId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::batch::FULL;
use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit, shifted};
use super::chance::{Chance, nth};
use super::places::Facility;
use super::users::Users;

/// Kind, number, class of tools, language, and why: the last for care alone.
type Sketch = (&'static str, Option<i32>, Option<&'static str>, Option<&'static str>, &'static str);

const NOTICES: [Sketch; 8] = [
    ("escort_slowly", None, None, None, "Knee pain after an old fracture; walks with a stick."),
    ("small_group", Some(4), None, None, "Withdraws or leaves in larger groups."),
    ("seated_only", None, None, None, "Dizzy since the change of medicine."),
    ("not_before", Some(9 * 60 + 30), None, None, "Morning medicine makes him drowsy until nine."),
    ("no_tools_of_class", None, Some("sharp"), None, "Self-harm in spring; agreed with the patient for now."),
    ("interpreter", None, None, Some("tr"), "Follows simple Albanian only."),
    ("hearing_or_glasses", None, None, None, "Needs reading glasses for every task."),
    ("call_health", None, None, None, "Panic attacks; calms down when a known face comes."),
];
const RECIPIENTS: [(&str, &str, &str); 4] = [
    ("Centre for Social Work", "Summary of kitchen and money skills", "Housing after release"),
    (
        "Probation Service, regional office",
        "Attendance and goals of the last half year",
        "Plan for conditional release",
    ),
    ("Family, the sister named in the record", "Copy of the release plan in plain words", "Visit and support at home"),
    ("Regional hospital, rehabilitation", "Report on hand function", "Appointment next month"),
];

struct Tables {
    consents: Rows,
    notices: Rows,
    reasons: Rows,
    disclosures: Rows,
}

/// The people of one facility who say yes, no and 'read'.
#[derive(Clone, Copy)]
struct Hands {
    facility: FacilityId,
    practitioner: UserId,
    coordinator: UserId,
    head: UserId,
    today: NaiveDate,
}

pub async fn build(
    pool: &OwnerPool,
    calendar: Calendar,
    facilities: &[Facility],
    units: &[Vec<Unit>],
    users: &Users,
) -> Result<(), DbError> {
    // A random source of their own: the rest of the story stays as it is.
    let chance = &mut Chance::new(29);
    let mut tables = Tables::new();
    for unit in units.iter().flatten() {
        let (Some(facility), Some(staff)) = (facilities.get(unit.facility), users.staff.get(unit.facility)) else {
            continue;
        };
        let hands = Hands {
            facility: facility.id,
            practitioner: unit.practitioner.id,
            coordinator: staff.coordinator.id,
            head: users.head.id,
            today: calendar.today,
        };
        for (n, patient) in unit.patients.iter().enumerate() {
            tables.tell(chance, hands, n, patient);
        }
        if tables.consents.len() * 3 > FULL {
            super::commit(pool, async |tx| tables.insert(tx).await).await?;
        }
    }
    super::commit(pool, async |tx| {
        tables.insert(tx).await?;
        licences(tx, calendar, facilities, users.head.id).await
    })
    .await
}

/// COPM is open where patients take it; in the second facility the licence has run out.
async fn licences(tx: &mut Conn, calendar: Calendar, facilities: &[Facility], head: UserId) -> Result<(), DbError> {
    let mut rows = Rows::new(
        "care_measure_licence",
        &[
            "facility_id",
            "measure_code",
            "licence",
            "valid_until",
            "switched_on",
            "changed_by",
            "changed_at",
            "version",
        ],
    );
    for (facility, until) in facilities.iter().zip([180, -20]) {
        let row = cells![
            facility.id,
            "copm",
            "COPM-2214-K, agreed with the owner for the department",
            shifted(calendar.today, until),
            true,
            head,
            calendar.beginning(),
            1
        ];
        rows.push(row);
    }
    rows.insert(tx).await
}

impl Tables {
    fn new() -> Self {
        Self {
            consents: Rows::new(
                "care_consent",
                &[
                    "id",
                    "patient_id",
                    "facility_id",
                    "scope",
                    "decision",
                    "given_on",
                    "language",
                    "interpreter",
                    "method",
                    "comment",
                    "recorded_by",
                    "withdrawn_on",
                    "withdrawn_by",
                    "withdrawal_words",
                    "created_at",
                    "version",
                ],
            ),
            notices: Rows::new(
                "custody_notice",
                &[
                    "id",
                    "facility_id",
                    "person_id",
                    "kind",
                    "number",
                    "tool_class",
                    "language",
                    "starts_on",
                    "expires_on",
                    "sharing_agreed",
                    "ended_on",
                    "acknowledged_by",
                    "acknowledged_at",
                    "created_at",
                    "version",
                ],
            ),
            reasons: Rows::new(
                "care_notice",
                &[
                    "notice_id",
                    "patient_id",
                    "facility_id",
                    "consent_id",
                    "basis",
                    "reason",
                    "created_by",
                    "created_at",
                ],
            ),
            disclosures: Rows::new(
                "care_disclosure",
                &[
                    "id",
                    "patient_id",
                    "facility_id",
                    "recipient",
                    "content",
                    "basis",
                    "consent_id",
                    "reason",
                    "status",
                    "proposed_by",
                    "decided_by",
                    "decided_on",
                    "decision_reason",
                    "sent_on",
                    "created_at",
                    "version",
                ],
            ),
        }
    }

    async fn insert(&mut self, tx: &mut Conn) -> Result<(), DbError> {
        for rows in [&mut self.consents, &mut self.notices, &mut self.reasons, &mut self.disclosures] {
            rows.insert(tx).await?;
        }
        Ok(())
    }

    /// One patient; `n` is the place in the caseload, so that every caseload has one of each kind.
    fn tell(&mut self, chance: &mut Chance, hands: Hands, n: usize, patient: &Patient) {
        self.consent(chance, hands, patient, ("treatment", "permit"), None);
        let group = if n % 12 == 7 { "deny" } else { "permit" };
        self.consent(chance, hands, patient, ("group_work", group), None);
        if n.is_multiple_of(6) {
            self.consent(chance, hands, patient, ("photos_of_work", "permit"), None);
        }
        let custody = if n % 5 == 4 { "deny" } else { "permit" };
        let withdrawn = (n % 16 == 2).then(|| shifted(hands.today, -3).max(patient.opened));
        let consent = self.consent(chance, hands, patient, ("notices_to_custody", custody), withdrawn);
        if custody == "permit" && n % 4 != 3 && patient.closed.is_none() {
            self.notice(chance, hands, n, patient, (consent, withdrawn));
        }
        if n % 3 != 2 {
            self.disclosure(chance, hands, n, patient);
        }
    }

    fn consent(
        &mut self,
        chance: &mut Chance,
        hands: Hands,
        patient: &Patient,
        (scope, decision): (&'static str, &'static str),
        withdrawn: Option<NaiveDate>,
    ) -> ConsentId {
        let at = instant(patient.opened, 11 * 60 + 10).min(now(hands));
        let id: ConsentId = chance.id(at);
        let (comment, words) = match (decision, withdrawn) {
            ("deny", _) => ("Does not want it for now; may be asked again at the review.", ""),
            (_, Some(_)) => ("", "I do not want the guards to know about me."),
            _ => ("", ""),
        };
        let method = if chance.percent(80) { "written" } else { "spoken_with_witness" };
        let language = if chance.percent(85) { "sq" } else { "sr" };
        self.consents.push(cells![
            id,
            patient.person.id,
            hands.facility,
            scope,
            decision,
            patient.opened,
            language,
            "",
            method,
            comment,
            hands.practitioner,
            withdrawn,
            withdrawn.map(|_| hands.practitioner),
            words,
            at,
            if withdrawn.is_some() { 2 } else { 1 }
        ]);
        id
    }

    /// The first of a caseload lapses within days, the second is unread, the one whose consent was withdrawn has ended.
    fn notice(
        &mut self,
        chance: &mut Chance,
        hands: Hands,
        n: usize,
        patient: &Patient,
        (consent, withdrawn): (ConsentId, Option<NaiveDate>),
    ) {
        // Whoever is to be in a small group only is in none of the groups of the timetable.
        let shift = usize::from(n % NOTICES.len() == 1 && patient.group.is_some());
        let Some((kind, number, class, language, reason)) = NOTICES.get(n % NOTICES.len() + shift).copied() else {
            return;
        };
        let starts = shifted(patient.opened, 1).max(shifted(hands.today, -80)).min(hands.today);
        let expires = if n.is_multiple_of(8) {
            shifted(hands.today, 4)
        } else {
            shifted(hands.today, 30 + chance.between(0, 50))
        };
        let at = instant(starts, 10 * 60).min(now(hands));
        let read = (n % 8 != 1).then(|| (at + TimeDelta::hours(3)).min(now(hands)));
        let id: NoticeId = chance.id(at);
        let from_duty = n % 8 == 4;
        self.notices.push(cells![
            id,
            hands.facility,
            patient.person.id,
            kind,
            number,
            class,
            language,
            starts,
            expires,
            !from_duty,
            withdrawn.map(|day| day.max(starts)),
            read.map(|_| hands.coordinator),
            read,
            at,
            if read.is_some() { 2 } else { 1 }
        ]);
        let consent = Some(consent).filter(|_| !from_duty);
        self.reasons.push(cells![
            id,
            patient.person.id,
            hands.facility,
            consent,
            if from_duty { "vital_interest" } else { "consent" },
            reason,
            hands.practitioner,
            at
        ]);
    }

    fn disclosure(&mut self, chance: &mut Chance, hands: Hands, n: usize, patient: &Patient) {
        let scope = nth(&["sharing_treatment_sector", "sharing_probation", "sharing_family", "sharing_institution"], n);
        let consent = self.consent(chance, hands, patient, (scope, "permit"), None);
        let Some((recipient, content, reason)) = RECIPIENTS.get(n % RECIPIENTS.len()).copied() else { return };
        let proposed = shifted(hands.today, -chance.between(2, 12)).max(patient.opened);
        let decided = shifted(proposed, 1).min(hands.today);
        let (status, why) = match n % 6 {
            0 => ("approved", ""),
            1 => ("proposed", ""),
            3 => ("sent", ""),
            _ => ("refused", "More than the purpose needs: send the summary only."),
        };
        let open = status == "proposed";
        let id: DisclosureId = chance.id(instant(proposed, 9 * 60));
        let sent: Option<NaiveDate> = (status == "sent").then_some(decided);
        let row: [Cell; 16] = cells![
            id,
            patient.person.id,
            hands.facility,
            recipient,
            content,
            "consent",
            consent,
            reason,
            status,
            hands.practitioner,
            Some(hands.head).filter(|_| !open),
            Some(decided).filter(|_| !open),
            why,
            sent,
            instant(proposed, 9 * 60).min(now(hands)),
            if open { 1 } else { 2 }
        ];
        self.disclosures.push(row);
    }
}

/// The morning of the day on which the story ends.
fn now(hands: Hands) -> DateTime<Utc> {
    hands.today.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::minutes(5)
}
