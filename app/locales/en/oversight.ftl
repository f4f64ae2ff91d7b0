# Oversight: hours and their losses, the unit, progress, who opened what, verification.

oversight-nav-unit = Unit
oversight-nav-verification = Verification

oversight-week = Week { $n }, { $from } – { $to }
oversight-week-short = wk { $n }
oversight-week-previous = Week before
oversight-week-next = Week after
oversight-week-this = This week
oversight-weeks = { $n } weeks

oversight-patient = Patient
oversight-patients = Patients
oversight-practitioner = Practitioner
oversight-hours = Hours attended of target
oversight-planned = Planned
oversight-offered = Offered
oversight-attended = Attended
oversight-lost-custody = Lost to custody
oversight-lost-health = Lost to health
oversight-lost-patient = Lost to the patient
oversight-open = Ahead or not recorded
oversight-state = State
oversight-goals = Goals
oversight-share = Share of all goals

oversight-caseload-week = Structured activity this week, my caseload
oversight-caseload-empty = You lead no patient here. Open a patient to take them into your caseload.

oversight-unit-title = Unit: { $place }
oversight-weeks-title = Hours of the last eight weeks, against the target
oversight-week-list = Hours of each patient in week { $n }
oversight-no-patients = Nobody is in treatment here yet. A practitioner opens a patient from the list of people.
oversight-caseloads = Caseloads and what waits, by practitioner
oversight-without-plan = Without a plan
oversight-reviews = Plan reviews due
oversight-reviews-none = No review is due in the next two weeks.
oversight-reviews-all = { $n ->
    [one] The one review
   *[other] All { $n } reviews
}
oversight-reviews-due = Reviews due
oversight-reviews-late = Reviews late
oversight-review-on = Review on
oversight-late-days = { $n ->
    [one] { $n } day late
   *[other] { $n } days late
}
oversight-due-today = due today
oversight-due-days = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
oversight-notes-unsigned = Notes to sign
oversight-notes-late = Notes late
oversight-notes-oldest = Oldest unsigned
oversight-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
oversight-today = within a day
oversight-attainment = Goals by attainment
oversight-never-rated = not rated yet
oversight-no-goals = No plan with goals is active yet.

oversight-progress-of = Progress of { $patient }
oversight-no-plan = There is no active plan yet: the plan comes first, then progress can be seen.
oversight-plan-line = Plan version { $n }, { $status }, since { $since }
oversight-next-review = next review { $date }
oversight-plan-mark = plan { $n }
oversight-goals-ended = Goals that have ended
oversight-hours-weekly = Hours each week
oversight-attendance = Attendance
oversight-became-open = not recorded

oversight-access-log = Who opened what
oversight-access-log-lead = Every reading and writing of a record, and every refusal. People in custody appear under pseudonyms that stay the same.
oversight-access-log-empty = Nothing was opened that fits these filters. Widen the dates or take a filter away.
oversight-any = any
oversight-from = From
oversight-to = To
oversight-user = User
oversight-facility = Facility
oversight-permission = What was done
oversight-outcome = Outcome
oversight-person = Pseudonym
oversight-person-hint = For example 7K3M-9QX1, as in the list.
oversight-show = Show
oversight-show-all = Without filters
oversight-at = Time
oversight-seal = Seal
oversight-sealed = sealed, no. { $n }
oversight-not-sealed-yet = not sealed yet
oversight-older = Older
oversight-newest = Back to the newest
oversight-no-such-user = There is no user of this name.
oversight-no-such-pseudonym = Nobody has this pseudonym.

oversight-verification-lead = Whether anything that was recorded or signed has been altered since.
oversight-seal-access = Access rows
oversight-seal-none = No access row has been sealed yet. The first seal is made a few seconds after the first row.
oversight-seal-rows = Rows sealed
oversight-seal-last = Last sealed
oversight-seal-batch = Rows under the last signature
oversight-seal-key = Key
oversight-seal-keys = Keys that have signed
oversight-seal-notes = Signed notes
oversight-notes-signed = Notes signed
oversight-notes-last = Last signed
oversight-verify-now = Verify now
oversight-verify-hint = Every sealed row is read and compared with the chain and its signatures. A million rows take some ten seconds; the same check runs without this server as “ergon verify”.
oversight-verified = { $rows ->
    [one] { $rows } row verified. Nothing was altered.
   *[other] { $rows } rows verified. Nothing was altered.
}
oversight-faults = { $n ->
    [one] { $n } fault in { $rows } rows.
   *[other] { $n } faults in { $rows } rows.
}
oversight-fault = What is wrong
oversight-fault-row = Row
oversight-fault-changed = changed after it was sealed or signed
oversight-fault-missing = sealed, and now missing
oversight-fault-not-sealed = never sealed
oversight-fault-gap = the numbering is broken here
oversight-fault-unsigned = not covered by any signature
oversight-fault-signature = the signature does not verify
oversight-notes-none = No note has been signed yet.
oversight-verify-notes-hint = Every signed note is read and compared with its chain, its signature and the columns beside it. None of its words is shown; the same check runs without this server as “ergon verify”.
oversight-notes-verified = { $rows ->
    [one] { $rows } note verified. Nothing was altered.
   *[other] { $rows } notes verified. Nothing was altered.
}
oversight-notes-faults = { $n ->
    [one] { $n } fault in { $rows } notes.
   *[other] { $n } faults in { $rows } notes.
}
oversight-fault-unchained = does not follow from the note before it
oversight-fault-note-gap = a note before it is missing
oversight-fault-unreadable = cannot be read as a note
oversight-fault-participation = the participation signed with it was changed
oversight-fault-goals = the goals recorded with it were changed
oversight-fault-ratings = the ratings signed with it were changed
oversight-fault-reference = names a note that does not stand before it
oversight-fault-column = the column { $column } is not what was signed
oversight-fault-note-missing = signed, and its note is missing

outcome-allowed = allowed
outcome-denied = refused

permission-own-account = Own account
permission-patient-list = List of patients
permission-patient-read = Patient's record
permission-patient-open = Take a person into treatment
permission-plan-read = Read a plan
permission-plan-write = Write a plan
permission-note-read = Read signed notes
permission-note-sign = Write and sign a note
permission-session-request = Ask for a session
permission-session-record = Record a session
permission-session-read = Read a session
permission-activity-read = Activities
permission-record-export = Export a patient’s record
permission-unit-read = Unit
permission-progress-read = Progress of a patient
permission-hours-read = Hours and loss, aggregates
permission-hours-caseload = Hours and loss, own caseload
permission-hours-pseudonyms = Hours and loss, under pseudonyms
permission-hours-department = Hours and loss, all facilities
permission-custody-hours = Hours offered and lost to custody
permission-report-read = Reports
permission-report-make = Making reports
permission-board-read = Day board
permission-slot-decide = Decide on a slot
permission-escort-plan = Plan escorts
permission-escort-mark = Mark an escort
permission-lockdown = Lockdown
permission-unlock-list-read = Unlock list
permission-movement-mark = Mark a movement
permission-movement-correct = Correct a movement
permission-list-print = Print a list
permission-list-acknowledge = Acknowledge changes to a list
permission-import-reference = Import
permission-user-manage = Users and roles
permission-grant-approve = Approve roles
permission-access-log-read = Who opened what
permission-seal-verify = Verification
permission-record-open = Open a record with a reason
permission-opening-review = Review of emergency access
permission-who-looked = Who looked
permission-comment-read = Comments of the review
permission-comment-write = Comments on a plan or a note
permission-comment-answer = Answers a comment
permission-question-read = Questions of the review
permission-question-ask = Asks a practitioner
permission-question-answer = Answers a question
permission-sample-read = Quality samples
permission-sample-work = Fills a quality sample
permission-sample-practitioners = Quality by practitioner
permission-activity-write = Write an activity
permission-activity-approve = Approve an activity
permission-referral-read = Read referrals
permission-referral-write = Write a referral
permission-referral-decide = Decide on a referral
permission-evaluation-read = Read an evaluation
permission-evaluation-write = Write an evaluation
permission-review-write = Review a plan
permission-programme-read = Read group programmes
permission-programme-write = Write a group programme
permission-note-cosign = Co-sign a note
permission-supervision-manage = Arrange supervision
permission-measure-read = Read measures
permission-measure-write = Record a measure
permission-measure-manage = Switch measures on
permission-consent-read = Read consents
permission-consent-write = Record a consent
permission-notice-write = Give a functional notice
permission-disclosure-read = Read disclosures
permission-disclosure-write = Propose a disclosure
permission-disclosure-approve = Decide on a disclosure
permission-transfer-read = Read transfers
permission-transfer-write = Transfer a record
permission-discharge-read = Read a discharge
permission-discharge-write = Write a discharge
permission-custody-refer = Refer to health
permission-regime-action-read = Read agreed regime actions
permission-regime-action-close = Close an agreed regime action
permission-kit-read = Read tools of an activity
permission-kit-clear = Clear an activity
permission-tool-count = Count tools
permission-tool-decide = Decide about missing tools
permission-tool-register = Register of tool counts
permission-training-own = What the training register holds about oneself
permission-training-staff = Certificates of one's staff
permission-training-read = Training register
permission-training-manage = Keep the training register
permission-training-sign-off = Sign off supervised sessions
permission-notice-read = Read functional notices
permission-notice-acknowledge = Acknowledge a functional notice
permission-move-person = Move a person
permission-place-read = Read regime, rooms and closures
permission-place-manage = Change regime, rooms and closures
permission-caution-read = Read alerts and keep-apart
permission-caution-manage = Change alerts and keep-apart
permission-prison-change = See changes as the prison
permission-health-change = See changes as health
permission-outing-manage = Plan outings
permission-import-prison = Import from the prison’s system
