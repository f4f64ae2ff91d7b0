//! Who may do what: the matrix of access.md as data, and one pure function over it. Nothing else in Ergon asks about roles.
//!
//! Deny by default: a role that a permission does not name is refused, and so is a subject outside the role's reach.

use super::roles::{Actor, Grant, Role, Side};
use crate::kit::ids::{FacilityId, WingId};
use crate::text_enum;

text_enum! {
    /// What a request wants to do. Every route names one; every access row records it.
    pub enum Permission label "permission" {
        /// One's own sign-ins, language and password: everybody's who is signed in.
        OwnAccount = "own_account",
        /// The list of patients.
        PatientList = "patient_list",
        /// Name, number, housing and birth of a patient; a pseudonym in their place without it.
        NameRead = "name_read",
        /// One patient's clinical record: goals, plan, attendance.
        PatientRead = "patient_read",
        /// Take a person into the caseload.
        PatientOpen = "patient_open",
        PlanRead = "plan_read",
        PlanWrite = "plan_write",
        /// Signed notes of one patient. Who does not treat opens them first, with a reason.
        NoteRead = "note_read",
        NoteSign = "note_sign",
        SessionRequest = "session_request",
        SessionRecord = "session_record",
        /// Sessions with who took part and how; hours of one patient.
        SessionRead = "session_read",
        ActivityRead = "activity_read",
        /// Draft, approve and retire activities of the library.
        ActivityWrite = "activity_write",
        ActivityApprove = "activity_approve",
        ReferralRead = "referral_read",
        ReferralWrite = "referral_write",
        /// Accept, put on the waiting list, decline, redirect.
        ReferralDecide = "referral_decide",
        EvaluationRead = "evaluation_read",
        EvaluationWrite = "evaluation_write",
        ReviewWrite = "review_write",
        ProgrammeRead = "programme_read",
        ProgrammeWrite = "programme_write",
        /// Co-sign or return the notes of those whom one supervises.
        NoteCosign = "note_cosign",
        /// Say whose notes must be co-signed, and by whom.
        SupervisionManage = "supervision_manage",
        MeasureRead = "measure_read",
        MeasureWrite = "measure_write",
        /// Switch measures on for a facility, with their licence.
        MeasureManage = "measure_manage",
        ConsentRead = "consent_read",
        ConsentWrite = "consent_write",
        /// Give and end functional notices.
        NoticeWrite = "notice_write",
        DisclosureRead = "disclosure_read",
        DisclosureWrite = "disclosure_write",
        DisclosureApprove = "disclosure_approve",
        TransferRead = "transfer_read",
        TransferWrite = "transfer_write",
        DischargeRead = "discharge_read",
        DischargeWrite = "discharge_write",
        /// One patient's whole record as a file for another system.
        RecordExport = "record_export",
        /// The record in words, as the patient is given it.
        RecordCopy = "record_copy",
        UnitRead = "unit_read",
        ProgressRead = "progress_read",
        /// Hours and their losses, added up.
        HoursRead = "hours_read",
        /// The same for each patient whom one leads.
        HoursCaseload = "hours_caseload",
        /// The same for every patient, under a pseudonym.
        HoursPseudonyms = "hours_pseudonyms",
        /// The same for all facilities side by side.
        HoursDepartment = "hours_department",
        /// What was offered and what custody lost, as custody's own record tells it.
        CustodyHours = "custody_hours",
        /// Reports as they were given out.
        ReportRead = "report_read",
        /// Have a report made, and kept.
        ReportMake = "report_make",
        /// The day board: times, rooms, labels, escorts.
        BoardRead = "board_read",
        /// Confirm, decline, cancel a slot; set its escort.
        SlotDecide = "slot_decide",
        /// How many officers there are, what they are needed for, and who is restrained.
        EscortPlan = "escort_plan",
        /// Say what became of an escort: accepted, collected, arrived, returned.
        EscortMark = "escort_mark",
        /// Cancel everything of a wing, a building or the facility, and take that back.
        Lockdown = "lockdown",
        /// Refer a person to health by a code, and see how far it has come.
        CustodyRefer = "custody_refer",
        /// What a review agreed for the regime.
        RegimeActionRead = "regime_action_read",
        RegimeActionClose = "regime_action_close",
        /// The tools and staffing of an activity, under its neutral name.
        KitRead = "kit_read",
        KitClear = "kit_clear",
        /// The tools of a session: what is to be counted, and counting it.
        ToolCount = "tool_count",
        /// Decide what became of a tool that is missing.
        ToolDecide = "tool_decide",
        /// Every count of a facility, as somebody who inspects reads them.
        ToolRegister = "tool_register",
        /// Functional notices, as custody sees them.
        NoticeRead = "notice_read",
        NoticeAcknowledge = "notice_acknowledge",
        /// Plan and carry out the move of a person to another facility.
        MovePerson = "move_person",
        UnlockListRead = "unlock_list_read",
        MovementMark = "movement_mark",
        /// Put right what was marked, with a reason, after the day on which it was marked.
        MovementCorrect = "movement_correct",
        /// Print a list, which numbers and keeps it.
        ListPrint = "list_print",
        /// Say for a wing that what changed since a print has been seen.
        ListAcknowledge = "list_acknowledge",
        /// The regime, rooms and closures, as health books by them.
        PlaceRead = "place_read",
        /// Change the regime, close a room, give a room to health.
        PlaceManage = "place_manage",
        /// Whom to keep apart, and what to beware of.
        CautionRead = "caution_read",
        CautionManage = "caution_manage",
        /// What has changed under a booking, for the prison to acknowledge.
        PrisonChange = "prison_change",
        /// The same for the health unit.
        HealthChange = "health_change",
        /// Court, transfer, hospital, visits: before the day for nobody else.
        OutingManage = "outing_manage",
        /// Files of the prison's own system.
        ImportPrison = "import_prison",
        /// What the training register holds about oneself.
        TrainingOwn = "training_own",
        /// Certificates of the corrections' staff of a facility.
        TrainingStaff = "training_staff",
        /// The whole training register.
        TrainingRead = "training_read",
        /// Courses, certificates, needs, and what is asked of whoever signs.
        TrainingManage = "training_manage",
        /// Sign off a session that somebody held under one's supervision.
        TrainingSignOff = "training_sign_off",
        ImportReference = "import_reference",
        UserManage = "user_manage",
        /// Which roles must have a second factor, and when an unused account is shut.
        SettingManage = "setting_manage",
        /// When the record was last backed up.
        BackupRead = "backup_read",
        GrantApprove = "grant_approve",
        AccessLogRead = "access_log_read",
        SealVerify = "seal_verify",
        /// Open for a while what is closed without a reason.
        RecordOpen = "record_open",
        /// Look at what was opened past the usual rules, and say what to think of it.
        OpeningReview = "opening_review",
        /// Who has looked at one patient's record.
        WhoLooked = "who_looked",
        /// Comments of the review beside plans and notes: those who review, and whom a comment is meant for.
        CommentRead = "comment_read",
        /// Comment on a plan or a signed note, close a comment and open it again.
        CommentWrite = "comment_write",
        /// Answer a comment; take back one's own as made in error.
        CommentAnswer = "comment_answer",
        QuestionRead = "question_read",
        /// Ask a practitioner, accept an answer, ask again.
        QuestionAsk = "question_ask",
        QuestionAnswer = "question_answer",
        /// Quality samples and their results for the unit.
        SampleRead = "sample_read",
        /// Draw a sample and hold its charts against the standards.
        SampleWork = "sample_work",
        /// What a sample says of each practitioner.
        SamplePractitioners = "sample_practitioners",
    }
}

/// How far a role reaches with a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everything in the facilities of the grant.
    Facility,
    /// Only the wings of the grant.
    OwnWings,
    /// Only what is about the user.
    Own,
    /// Patients whose team the user belongs to; others of the facility only with the glass broken.
    TreatingOrGlass,
    /// Only patients for whom a reason has been stated that still holds.
    Reason,
    /// Whatever the grant's facilities are: the permission is about no facility.
    Everywhere,
}

use Permission as P;
use Reach::{Everywhere, Facility, Own, OwnWings, Reason, TreatingOrGlass};
use Role::{Administrator, Auditor, Clinician, Coordinator, Head, Officer, Practitioner, Reviewer};

/// The matrix. One line for each permission; the roles it does not name are refused. One's own account needs no line and no role:
/// somebody whose first role still waits for approval must be able to change the password.
pub const MATRIX: &[(Permission, &[(Role, Reach)])] = &[
    (P::PatientList, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    // A reviewer reads every record of his facilities, and under a pseudonym: the name only for a stated reason.
    (P::NameRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Reason), (Head, Facility)]),
    (P::PatientRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::PatientOpen, &[(Practitioner, Facility)]),
    (P::PlanRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::PlanWrite, &[(Practitioner, Facility)]),
    // Other health staff read signed notes of the patients they treat; the way round that is break-glass, never a list.
    // The head sees sums, plans and goals; notes and participation of one patient only for a stated reason.
    (P::NoteRead, &[(Practitioner, Facility), (Clinician, TreatingOrGlass), (Reviewer, Facility), (Head, Reason)]),
    (P::NoteSign, &[(Practitioner, Facility)]),
    (P::SessionRequest, &[(Practitioner, Facility)]),
    (P::SessionRecord, &[(Practitioner, Facility)]),
    (P::SessionRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Reason)]),
    (
        P::ActivityRead,
        &[(Practitioner, Everywhere), (Clinician, Everywhere), (Reviewer, Everywhere), (Head, Everywhere)],
    ),
    (P::ActivityWrite, &[(Practitioner, Everywhere)]),
    (P::ActivityApprove, &[(Head, Everywhere)]),
    (P::ReferralRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::ReferralWrite, &[(Practitioner, Facility), (Clinician, Facility)]),
    (P::ReferralDecide, &[(Practitioner, Facility)]),
    (P::EvaluationRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Reason)]),
    (P::EvaluationWrite, &[(Practitioner, Facility)]),
    (P::ReviewWrite, &[(Practitioner, Facility)]),
    (P::ProgrammeRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::ProgrammeWrite, &[(Practitioner, Facility)]),
    (P::NoteCosign, &[(Practitioner, Facility)]),
    (P::SupervisionManage, &[(Head, Everywhere)]),
    (P::MeasureRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility)]),
    (P::MeasureWrite, &[(Practitioner, Facility)]),
    (P::MeasureManage, &[(Head, Facility)]),
    (P::ConsentRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::ConsentWrite, &[(Practitioner, Facility)]),
    (P::NoticeWrite, &[(Practitioner, Facility)]),
    (P::DisclosureRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::DisclosureWrite, &[(Practitioner, Facility)]),
    (P::DisclosureApprove, &[(Head, Facility)]),
    (P::TransferRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::TransferWrite, &[(Practitioner, Facility)]),
    (P::DischargeRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::DischargeWrite, &[(Practitioner, Facility)]),
    (P::RecordExport, &[(Practitioner, Facility), (Reviewer, Reason), (Head, Reason)]),
    (P::RecordCopy, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Reason), (Head, Facility)]),
    (P::UnitRead, &[(Reviewer, Facility), (Head, Facility)]),
    (P::ProgressRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::HoursRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::HoursCaseload, &[(Practitioner, Facility)]),
    (P::HoursPseudonyms, &[(Reviewer, Facility)]),
    (P::HoursDepartment, &[(Reviewer, Everywhere), (Head, Everywhere)]),
    (P::CustodyHours, &[(Coordinator, Facility)]),
    // Reports hold sums only: whoever reads one reads those of every facility.
    (P::ReportRead, &[(Reviewer, Everywhere), (Head, Everywhere), (Auditor, Everywhere)]),
    (P::ReportMake, &[(Reviewer, Everywhere), (Head, Everywhere)]),
    (P::BoardRead, &[(Coordinator, Facility)]),
    (P::SlotDecide, &[(Coordinator, Facility)]),
    (P::EscortPlan, &[(Coordinator, Facility)]),
    // An escort leads over the whole house, not only over the officer's own wing.
    (P::EscortMark, &[(Coordinator, Facility), (Officer, Facility)]),
    (P::Lockdown, &[(Coordinator, Facility)]),
    (P::CustodyRefer, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::RegimeActionRead, &[(Coordinator, Facility)]),
    (P::RegimeActionClose, &[(Coordinator, Facility)]),
    (P::KitRead, &[(Coordinator, Facility)]),
    (P::KitClear, &[(Coordinator, Facility)]),
    // Tools lie in rooms, which belong to no wing.
    (P::ToolCount, &[(Coordinator, Facility), (Officer, Facility)]),
    (P::ToolDecide, &[(Coordinator, Facility)]),
    (P::ToolRegister, &[(Coordinator, Facility), (Auditor, Everywhere)]),
    (P::NoticeRead, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::NoticeAcknowledge, &[(Coordinator, Facility)]),
    (P::MovePerson, &[(Coordinator, Facility)]),
    (P::UnlockListRead, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::MovementMark, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::MovementCorrect, &[(Coordinator, Facility)]),
    (P::ListPrint, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::ListAcknowledge, &[(Officer, OwnWings)]),
    (P::PlaceRead, &[(Practitioner, Facility), (Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::PlaceManage, &[(Coordinator, Facility)]),
    (P::CautionRead, &[(Coordinator, Facility), (Officer, OwnWings)]),
    (P::CautionManage, &[(Coordinator, Facility)]),
    (P::PrisonChange, &[(Coordinator, Facility)]),
    (P::HealthChange, &[(Practitioner, Facility)]),
    (P::OutingManage, &[(Coordinator, Facility)]),
    (P::ImportPrison, &[(Coordinator, Facility)]),
    (
        P::TrainingOwn,
        &[(Practitioner, Own), (Clinician, Own), (Reviewer, Own), (Head, Own), (Coordinator, Own), (Officer, Own)],
    ),
    (P::TrainingStaff, &[(Coordinator, Facility)]),
    (P::TrainingRead, &[(Reviewer, Everywhere), (Head, Everywhere), (Auditor, Everywhere)]),
    (P::TrainingManage, &[(Head, Everywhere)]),
    (P::TrainingSignOff, &[(Practitioner, Facility)]),
    (P::ImportReference, &[(Administrator, Everywhere)]),
    (P::UserManage, &[(Administrator, Everywhere)]),
    (P::SettingManage, &[(Administrator, Everywhere)]),
    (P::BackupRead, &[(Administrator, Everywhere)]),
    (P::GrantApprove, &[(Head, Everywhere)]),
    (P::AccessLogRead, &[(Auditor, Everywhere)]),
    (P::RecordOpen, &[(Clinician, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::OpeningReview, &[(Head, Facility)]),
    // Whoever treats is shown what he himself has read; the others all of it.
    (P::WhoLooked, &[(Practitioner, Facility), (Reviewer, Facility), (Head, Facility)]),
    // Whoever treats is shown the comments on what he has written and on the patients whom he leads.
    (P::CommentRead, &[(Practitioner, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::CommentWrite, &[(Reviewer, Facility)]),
    (P::CommentAnswer, &[(Practitioner, Facility), (Reviewer, Facility)]),
    (P::QuestionRead, &[(Practitioner, Facility), (Reviewer, Facility), (Head, Facility)]),
    (P::QuestionAsk, &[(Reviewer, Facility), (Head, Facility)]),
    (P::QuestionAnswer, &[(Practitioner, Facility)]),
    (P::SampleRead, &[(Reviewer, Facility), (Head, Facility)]),
    (P::SampleWork, &[(Reviewer, Facility)]),
    (P::SamplePractitioners, &[(Head, Facility)]),
    (
        P::SealVerify,
        &[
            (Practitioner, Everywhere),
            (Clinician, Everywhere),
            (Reviewer, Everywhere),
            (Head, Everywhere),
            (Auditor, Everywhere),
        ],
    ),
];

text_enum! {
    /// Why a request was refused.
    pub enum Denied label "denied" {
        NotYourSide = "not_your_side",
        NotYourFacility = "not_your_facility",
        NotYourWing = "not_your_wing",
        NotTreating = "not_treating",
        NotYourOwn = "not_your_own",
        /// Nobody changes his own account or roles as an administrator would.
        NotYourself = "not_yourself",
        RoleNotEnough = "role_not_enough",
        /// It opens to whoever states a reason.
        NeedsReason = "needs_reason",
        /// It opens to whoever breaks the glass.
        NeedsBreakGlass = "needs_break_glass",
    }
}

impl Denied {
    /// What the user may do about it: the kind of opening that would have let him in.
    #[must_use]
    pub const fn remedy(self) -> Option<Opening> {
        match self {
            Self::NeedsReason => Some(Opening::Reason),
            Self::NeedsBreakGlass => Some(Opening::BreakGlass),
            _ => None,
        }
    }
}

text_enum! {
    /// How a record was opened that is closed to its reader without more.
    pub enum Opening label "opening" {
        /// For a stated reason.
        Reason = "reason",
        /// Past the rule that only those who treat read it; the head reviews each.
        BreakGlass = "break_glass",
    }
}

/// Who may open in which way.
const OPENS: &[(Role, Opening)] = &[
    (Clinician, Opening::BreakGlass),
    (Reviewer, Opening::BreakGlass),
    (Reviewer, Opening::Reason),
    (Head, Opening::Reason),
];

/// Whether a role of the user may open records in this way.
#[must_use]
pub fn may_open(actor: &Actor, opening: Opening) -> bool {
    OPENS.iter().any(|(role, held)| *held == opening && actor.has(*role))
}

/// What is true of the thing asked for. The gate finds these facts in the same transaction as the thing itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    pub facility: Option<FacilityId>,
    pub wing: Option<WingId>,
    /// The user belongs to the team that treats the patient.
    pub treating: bool,
    /// The thing is the user's own.
    pub own: bool,
    /// It is the record of one patient, which can be opened for that patient.
    pub of_patient: bool,
    /// What the user has opened of that patient and not closed since.
    pub opened: Option<Opening>,
}

/// The roles that a permission names.
#[must_use]
pub fn holders(permission: Permission) -> &'static [(Role, Reach)] {
    MATRIX.iter().find(|(listed, _)| *listed == permission).map_or(&[], |(_, roles)| roles)
}

/// Whether any role of the user is named for the permission at all, whatever the subject: for routes.
#[must_use]
pub fn holds(actor: &Actor, permission: Permission) -> bool {
    permission == P::OwnAccount || holders(permission).iter().any(|(role, _)| actor.has(*role))
}

/// As [`holds`], without stating a reason first: for navigation, and for what a page shows besides.
#[must_use]
pub fn holds_outright(actor: &Actor, permission: Permission) -> bool {
    permission == P::OwnAccount || holders(permission).iter().any(|(role, reach)| *reach != Reason && actor.has(*role))
}

/// What care's permissions lead to that is about no patient: the library, staff and their training, rooms, and reports that hold sums.
const OF_NO_PATIENT: &[Permission] =
    &[P::ActivityRead, P::SupervisionManage, P::GrantApprove, P::TrainingRead, P::PlaceRead, P::ReportRead];

/// Whether a file that this permission opens may hold a patient's data. A new permission of care's does, unless it is named above.
#[must_use]
pub fn tells_of_patients(permission: Permission) -> bool {
    holders(permission).iter().any(|(role, _)| role.side() == Side::Care) && !OF_NO_PATIENT.contains(&permission)
}

/// Whether what this permission writes decides who may come in, and how.
#[must_use]
pub const fn changes_users(permission: Permission) -> bool {
    matches!(permission, P::UserManage | P::GrantApprove | P::SettingManage)
}

/// The decision. `Ok` means allowed; the refusal says the nearest reason.
pub fn decide(actor: &Actor, permission: Permission, facts: &Facts) -> Result<(), Denied> {
    if permission == P::OwnAccount {
        return if facts.own { Ok(()) } else { Err(Denied::NotYourOwn) };
    }
    let named = holders(permission);
    if !named.iter().any(|(role, _)| role.side() == actor.side) {
        return Err(Denied::NotYourSide);
    }
    let mut nearest = Denied::RoleNotEnough;
    for grant in &actor.grants {
        let Some((_, reach)) = named.iter().find(|(role, _)| *role == grant.role) else { continue };
        match within(grant, *reach, facts) {
            Ok(()) => return Ok(()),
            Err(denied) => nearest = denied,
        }
    }
    Err(nearest)
}

fn within(grant: &Grant, reach: Reach, facts: &Facts) -> Result<(), Denied> {
    if reach == Reach::Everywhere {
        return Ok(());
    }
    if reach == Reach::Own {
        return if facts.own { Ok(()) } else { Err(Denied::NotYourOwn) };
    }
    if grant.facility.is_some() && grant.facility != facts.facility {
        return Err(Denied::NotYourFacility);
    }
    match reach {
        // What is about no single patient cannot be opened for one.
        Reason | TreatingOrGlass if !facts.of_patient && !facts.treating => Err(Denied::RoleNotEnough),
        Reason if facts.opened.is_none() => Err(Denied::NeedsReason),
        TreatingOrGlass if !facts.treating && facts.opened != Some(Opening::BreakGlass) => Err(Denied::NeedsBreakGlass),
        OwnWings if grant.wing.is_some() && grant.wing != facts.wing => Err(Denied::NotYourWing),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
