//! What requests want to do, by name.

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
