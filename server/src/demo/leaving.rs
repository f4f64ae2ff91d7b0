//! Who left: treatments that ended with a summary, and three patients on their way to the second facility. One move is planned,
//! one has taken place while the package waits, and one patient has been received there.

use app::access::keys::InstallationKey;
use app::care::notes::model::SCHEMA;
use app::care::notes::store::end_of_chain;
use app::care::notes::{Author, NoteKind, NotePart, NotePatient, NotePlace, Sensitivity, SignedNote, append, seal};
use app::care::transfers::takeover::{TakeOver, take_over};
use app::cells;
use app::custody::slots::CustodyReason;
use app::custody::transfers::store::{NewMove, NextStay, close_cautions, end_bookings, move_person, plan, set_done};
use app::kit::db::{Conn, DbError, Rows};
use app::kit::ids::{CopyWordsId, DischargeId, NoteId, PackageId, PersonId, TransferId, UserId};
use app::sql_one;
use chrono::{DateTime, Days, TimeDelta, Utc};

use super::calendar::{Calendar, instant};
use super::caseload::{Patient, Unit};
use super::chance::{Chance, nth};
use super::places::Facility;
use super::users::{User, Users};
use super::words;

/// Places in the first caseload of those who go: not the first of it, whom tours of the demonstration begin with.
const PLANNED: usize = 7;
const SENT: usize = 5;
const RECEIVED: usize = 3;

/// In English, Albanian and Serbian: what the patient takes along, and what comes next.
const PLAIN: [(&str, [&str; 2]); 3] = [
    (
        "en",
        [
            "You cook a meal on your own, you keep your day in order, and you say when you need a break.",
            "Your family doctor knows about your work here. Ask there for the day centre nearest to you.",
        ],
    ),
    (
        "sq",
        [
            "Gatuani vetë një vakt, e mbani ditën në rregull dhe thoni kur keni nevojë për pushim.",
            "Mjeku juaj familjar e di çfarë keni bërë këtu. Pyeteni atje për qendrën ditore më të afërt.",
        ],
    ),
    (
        "sr",
        [
            "Sami kuvate obrok, držite dan u redu i kažete kada vam treba odmor.",
            "Vaš porodični lekar zna šta ste ovde radili. Tamo pitajte za najbliži dnevni centar.",
        ],
    ),
];
/// Goals as they are told on the copy: what the plan says, in Albanian and in Serbian.
const PLAIN_GOALS: [(&str, [&str; 2]); 3] = [
    (
        "Washes, shaves and dresses on his own before morning unlock on five days a week.",
        ["Larja dhe veshja pa ndihmë, çdo mëngjes.", "Umivanje i oblačenje bez pomoći, svakog jutra."],
    ),
    (
        "Keeps the cell clean and in order by following a weekly cleaning plan.",
        ["Qeli e pastër dhe në rregull, çdo javë.", "Čista i uredna ćelija, svake nedelje."],
    ),
    (
        "Prepares a simple warm meal from a picture recipe safely and from beginning to end.",
        ["Një vakt i ngrohtë, sipas recetës me figura.", "Topao obrok, po receptu sa slikama."],
    ),
];
const REASONS: [(&str, &str, &str); 4] = [
    (
        "goals_reached",
        "Came regularly from the second week on. Cooking and the order of the day are now his own; he has taught others the bread.",
        "No further treatment. Work in the kitchen would keep what was reached.",
    ),
    (
        "released",
        "Began withdrawn and worked alone. Joined the group in the fourth week and stayed with it until his release.",
        "Day centre near the family's home; a letter went along.",
    ),
    (
        "patient_stopped",
        "Took part for some weeks, then said that work matters more to him. The door stays open.",
        "To be asked again when the workshop season is over.",
    ),
    (
        "no_longer_suitable",
        "Pain in the hands made the craft group impossible. Reading and relaxation were tried instead and ended with the course.",
        "Physiotherapy first; a new referral afterwards.",
    ),
];

struct Pen<'a> {
    chance: &'a mut Chance,
    key: &'a InstallationKey,
}

/// Everything about leaving, after the weeks have been told.
pub async fn build(
    tx: &mut Conn,
    chance: &mut Chance,
    calendar: Calendar,
    facilities: &[Facility],
    units: &mut [Vec<Unit>],
    users: &Users,
    key: &InstallationKey,
) -> Result<(), DbError> {
    let mut pen = Pen { chance, key };
    for (facility, units) in facilities.iter().zip(units.iter_mut()) {
        let mut discharges = discharge_rows();
        let mut words = copy_words_rows();
        for unit in units.iter_mut() {
            for (n, patient) in unit.patients.iter_mut().enumerate().filter(|(_, patient)| patient.closed.is_some()) {
                pen.discharge(tx, (facility, &unit.practitioner), patient, n, &mut discharges).await?;
                pen.plain_words(&unit.practitioner, patient, &mut words);
            }
        }
        discharges.insert(tx).await?;
        words.insert(tx).await?;
    }
    let (Some(unit), [old, new, ..]) = (units.first_mut().and_then(|units| units.first_mut()), facilities) else {
        return Ok(());
    };
    let (Some(here), Some(there)) = (users.staff.first(), users.staff.get(1)) else { return Ok(()) };
    let Some(receiver) = there.practitioners.first() else { return Ok(()) };
    let by = here.coordinator.id;
    if let Some(patient) = unit.patients.get(PLANNED).filter(|patient| patient.closed.is_none()) {
        pen.plan(tx, calendar, patient.person.id, (new, by), 6).await?;
    }
    for (place, received) in [(SENT, false), (RECEIVED, true)] {
        let Some(patient) = unit.patients.get_mut(place).filter(|patient| patient.closed.is_none()) else { continue };
        pen.go(tx, calendar, patient.person.id, (new, by)).await?;
        let (package, sent) = pen.send(tx, calendar, (old, &unit.practitioner, new), patient).await?;
        if received {
            let at = sent + TimeDelta::minutes(40);
            let over = TakeOver {
                package,
                patient: patient.person.id,
                from: old.id,
                to: new.id,
                by: receiver.id,
                at,
                today: at.date_naive(),
            };
            take_over(tx, &over, || pen.chance.id(at)).await?;
        }
    }
    Ok(())
}

fn discharge_rows() -> Rows {
    Rows::new(
        "care_discharge",
        &[
            "id",
            "patient_id",
            "facility_id",
            "discharged_on",
            "reason",
            "course",
            "recommendations",
            "patient_view",
            "plain_summary",
            "plain_next",
            "plain_language",
            "note_id",
            "signed_at",
            "created_by",
            "created_at",
            "version",
        ],
    )
}

fn copy_words_rows() -> Rows {
    Rows::new("care_copy_words", &["id", "patient_id", "language", "said", "words", "written_by", "created_at"])
}

impl Pen<'_> {
    /// What the copy of somebody who speaks another language than the plan says about the goals.
    fn plain_words(&mut self, author: &User, patient: &Patient, rows: &mut Rows) {
        let Some(closed) = patient.closed else { return };
        let at = instant(closed, 14 * 60);
        for goal in &patient.goals {
            let said = goal.text().description;
            let Some((_, [sq, sr])) = PLAIN_GOALS.into_iter().find(|(plan, _)| *plan == said) else { continue };
            let language = patient.person.name.language;
            let words = match language {
                "sq" => sq,
                "sr" => sr,
                _ => continue,
            };
            let id: CopyWordsId = self.chance.id(at);
            let said = words::of_person(said, patient.person.woman);
            rows.push(cells![id, patient.person.id, language, said, words, author.id, at]);
        }
    }

    /// A treatment that ended, as its practitioner summed it up on the day, or when the last session had been signed.
    async fn discharge(
        &mut self,
        tx: &mut Conn,
        (facility, author): (&Facility, &User),
        patient: &mut Patient,
        n: usize,
        rows: &mut Rows,
    ) -> Result<(), DbError> {
        let Some(closed) = patient.closed else { return Ok(()) };
        let at = after_the_last(tx, patient.person.id, instant(closed, 15 * 60)).await?;
        let (reason, course, recommendations) = nth(&REASONS, n + patient.plans.len());
        let (language, [summary, next]) = PLAIN
            .into_iter()
            .find(|(language, _)| *language == patient.person.name.language)
            .unwrap_or_else(|| nth(&PLAIN, 0));
        let view = "It went by quickly. I would do it again.";
        let parts = [
            ("discharge-course", course),
            ("discharge-recommendations", recommendations),
            ("discharge-patient-view", view),
            ("discharge-plain-summary", summary),
            ("discharge-plain-next", next),
        ];
        let note = self.sign(tx, (facility, author), patient, (NoteKind::Discharge, at), &parts).await?;
        let id: DischargeId = self.chance.id(at);
        rows.push(cells![
            id,
            patient.person.id,
            facility.id,
            closed,
            reason,
            course,
            recommendations,
            view,
            summary,
            next,
            language,
            note,
            at,
            author.id,
            at,
            2
        ]);
        Ok(())
    }

    async fn plan(
        &mut self,
        tx: &mut Conn,
        calendar: Calendar,
        person: PersonId,
        (to, by): (&Facility, UserId),
        days: u64,
    ) -> Result<TransferId, DbError> {
        let at = calendar.now() - TimeDelta::days(2);
        let new = NewMove { id: self.chance.id(at), person, to: to.id, on: calendar.today + Days::new(days), by, at };
        plan(tx, &new).await?;
        Ok(new.id)
    }

    /// Plans a move for today and carries it out.
    async fn go(
        &mut self,
        tx: &mut Conn,
        calendar: Calendar,
        person: PersonId,
        (to, by): (&Facility, UserId),
    ) -> Result<(), DbError> {
        let transfer = self.plan(tx, calendar, person, (to, by), 0).await?;
        let at = calendar.now();
        set_done(tx, transfer, 1, at).await?;
        end_bookings(tx, person, CustodyReason::Transferred, at).await?;
        close_cautions(tx, person, calendar.today, by).await?;
        let stay = NextStay { person, to: to.id, number: None, on: calendar.today, by, at };
        move_person(tx, &stay, || self.chance.id(at)).await
    }

    /// The package, signed; gives when it went.
    async fn send(
        &mut self,
        tx: &mut Conn,
        calendar: Calendar,
        (from, author, to): (&Facility, &User, &Facility),
        patient: &mut Patient,
    ) -> Result<(PackageId, DateTime<Utc>), DbError> {
        const SUMMARY: &str =
            "Works best in a small group and in the morning. Starts on his own once the materials are laid out.";
        const OPEN: &str = "The next review is due; he has asked for more time in the kitchen.";
        let at = after_the_last(tx, patient.person.id, calendar.now()).await?;
        let parts = [("packages-to", to.sketch.name), ("packages-summary", SUMMARY), ("packages-open-matters", OPEN)];
        let note = self.sign(tx, (from, author), patient, (NoteKind::Transfer, at), &parts).await?;
        let id: PackageId = self.chance.id(at);
        let mut rows = Rows::new(
            "care_transfer",
            &[
                "id",
                "patient_id",
                "facility_id",
                "to_facility_id",
                "summary",
                "open_matters",
                "patient_informed",
                "objection",
                "status",
                "prepared_by",
                "sent_at",
                "note_id",
                "created_at",
                "version",
            ],
        );
        rows.push(cells![
            id,
            patient.person.id,
            from.id,
            to.id,
            SUMMARY,
            OPEN,
            true,
            "Would rather stay near his brother.",
            "sent",
            author.id,
            at,
            note,
            at,
            2
        ]);
        rows.insert(tx).await?;
        Ok((id, at))
    }

    /// A note of the patient's chain, signed by the installation as the product does.
    async fn sign(
        &mut self,
        tx: &mut Conn,
        (facility, author): (&Facility, &User),
        patient: &mut Patient,
        (kind, at): (NoteKind, DateTime<Utc>),
        parts: &[(&str, &str)],
    ) -> Result<NoteId, DbError> {
        let (last, previous) = end_of_chain(tx, patient.person.id).await?;
        let id: NoteId = self.chance.id(at);
        let note = SignedNote {
            schema: SCHEMA,
            id,
            chain_no: last + 1,
            kind,
            sensitivity: Sensitivity::Normal,
            patient: NotePatient {
                id: patient.person.id,
                number: patient.person.number.clone(),
                family_name: patient.person.name.family.to_owned(),
                given_name: patient.person.name.given.to_owned(),
            },
            place: NotePlace { id: facility.id, name: facility.sketch.name.to_owned() },
            author: Author {
                id: author.id,
                name: author.name.clone(),
                profession: author.profession.to_owned(),
                role: author.role.as_str().to_owned(),
            },
            key_id: self.key.public().id(),
            occurred_at: at,
            ended_at: at,
            signed_at: at,
            late_reason: String::new(),
            session: None,
            parts: parts
                .iter()
                .map(|(key, text)| NotePart { key: (*key).to_owned(), text: (*text).to_owned() })
                .collect(),
            about: None,
            replaces: None,
            needs_cosign: false,
        };
        let sealed = seal(note, &previous, self.key);
        append(tx, &sealed).await?;
        patient.notes = last + 1;
        patient.last_hash = sealed.hash;
        Ok(id)
    }
}

/// Not before the patient's last note was signed: a chain runs forwards in time.
async fn after_the_last(tx: &mut Conn, patient: PersonId, at: DateTime<Utc>) -> Result<DateTime<Utc>, DbError> {
    let (last,) =
        sql_one!(tx, (Option<DateTime<Utc>>,), "select max(signed_at) from care_note where patient_id = $1", patient)?;
    Ok(last.map_or(at, |last| at.max(last + TimeDelta::minutes(5))))
}
