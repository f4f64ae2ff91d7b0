# Sessions, activities, signed notes.

sessions-nav-today = Today
sessions-nav-schedule = Schedule
sessions-activities = Activities
sessions-activities-lead = What therapy is done with. Each activity mostly serves one area of occupation.
sessions-activity = Activity
sessions-activity-kind = Kind
sessions-activity-area = Area
sessions-purpose = Purpose

sessions-session = Session
sessions-time = Time
sessions-room = Room
sessions-people = People
sessions-mode = How it is held
sessions-part = Part of the day
sessions-state = State
sessions-lead = Practitioner
sessions-label = Label that custody sees
sessions-goals = Goals addressed
sessions-minutes = Minutes
sessions-attendance = Attendance
sessions-reason = Reason, if declined
sessions-participation = Participation
sessions-assistance = Assistance
sessions-progress = Progress in this session
sessions-level = Step of the ladder
sessions-individual = About this person only
sessions-next-step = Next step
sessions-shared = What the group did
sessions-notes = Signed notes
sessions-n-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

sessions-mine = My sessions
sessions-none-today = No session today. Ask for one below.
sessions-none-day = No session.
sessions-request = Request a session
sessions-record = Record
sessions-sign = Sign
sessions-open = Open
sessions-review = Review
sessions-show = Show
sessions-count = { $n ->
    [0] No session
    [one] { $n } session
   *[other] { $n } sessions
}
sessions-count-expected = { $n ->
    [0] nobody expected
    [one] { $n } person expected
   *[other] { $n } people expected
}
sessions-count-unsigned = { $n ->
    [0] Nothing waits for your signature.
    [one] One session waits for your signature.
   *[other] { $n } sessions wait for your signature.
}
sessions-count-goals = { $n ->
    [one] { $n } goal addressed
   *[other] { $n } goals addressed
}
sessions-arrived-of = { $arrived } of { $people } arrived
sessions-to-do = To do
sessions-nothing-to-do = Nothing waits for you.
sessions-to-record = Record: { $what }
sessions-to-sign = Sign: { $what }
sessions-draft-saved = draft saved { $at }
sessions-late = late
sessions-plan-draft = Plan to finish
sessions-plan-review = Plan review due
sessions-days-left = { $n ->
    [0] today
    [one] tomorrow
   *[other] in { $n } days
}
sessions-days-over = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
}
sessions-from-custody = From custody
sessions-custody-nothing = Custody has stopped nothing of yours.

sessions-state-signed = Signed
sessions-state-late = Not signed, late
sessions-state-unsigned = Not signed
sessions-state-unrecorded = To be recorded
sessions-state-now = Now

sessions-week-of = Week of
sessions-week-before = Week before
sessions-week-this = This week
sessions-week-after = Week after

sessions-request-title = Request a session
sessions-step-one = Step 1 of 2: what, for whom, and when. Custody sees the time, the room, the people and a neutral label, never the activity.
sessions-step-two = Step 2 of 2: goals, time and room.
sessions-section-what = What
sessions-section-who = For whom
sessions-section-when = When
sessions-section-where = Time and room
sessions-choose = Choose…
sessions-next = Next: goals, time and room
sessions-free-find = Suggest free times
sessions-free-hint = Free for everybody ticked, for an hour. A choice leads on to the goals.
sessions-free-none = Nothing is free for all of them in the ten days from this date on. Choose another date, or fewer people.
sessions-back = Back
sessions-leave = Leave
sessions-search = Search
sessions-send-request = Send the request
sessions-people-search = Find a patient
sessions-people-search-hint = Name or prison number. Without a search you see the patients you treat.
sessions-people-hint = One person for an individual session, two or more for a group.
sessions-people-untick = Untick whoever is not to come.
sessions-people-cut = There are more. Search for a name or number to find the others.
sessions-people-no-match = No open patient of this facility matches.
sessions-people-none = You treat nobody here yet. Search for a patient, or take a person into the caseload first.
sessions-people-one = An individual session is for exactly one person.
sessions-people-two = A group needs two people or more.
sessions-people-some = Choose at least one person.
sessions-people-most = A session is for at most { $n } people.
sessions-people-activity = This activity is cleared for at most { $n } people at once. Take some off the list, or choose another activity.
sessions-people-gone = Somebody you chose is no longer an open patient here, and was left out. Look at the list again.
sessions-goals-none = No active goal. The session can be asked for all the same; goals come from an active plan.
sessions-start = Starts at
sessions-start-hint = Between { $from } and { $to }
sessions-you = You
sessions-taken-that-day = Taken already on that day:
sessions-length = Length in minutes
sessions-room-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
sessions-room-times = taken { $times }
sessions-purpose-hint = What you want to reach with it. Clinical: custody does not see it.
sessions-date-past = This day is over.
sessions-date-far = Choose a day within the next year.
sessions-part-closed = The regime has no { $part } on { $day }.
sessions-time-form = Enter a time such as 09:30.
sessions-time-none = The clock skips this time on that day. Choose another.
sessions-time-outside = The session must lie between { $from } and { $to }.
sessions-time-past = This time is over.
sessions-room-small = { $room } has places for { $n }.
sessions-room-taken = { $room } is taken { $time }.
sessions-you-taken = You have another session { $time }.
sessions-person-taken = { $name } is booked elsewhere { $time }.
sessions-kept-apart = { $a } and { $b } cannot be booked together.
sessions-taken-since = Something was taken a moment ago and may be free again. Send the request once more.
flash-session-requested = The request was sent. Custody will confirm or decline it.

sessions-what-happened = What happened
sessions-for-all = For everybody who took part
sessions-for-all-hint = Below, an empty field means: as for all. Fill in only where somebody differs.
sessions-account = Account of the session
sessions-account-hint = What was done, how, and what you saw.
sessions-shared-hint = Goes into the note of everybody who took part. Name nobody in it, and give no initials or prison numbers.
sessions-prps = Participation in six steps after the Pittsburgh Rehabilitation Participation Scale (Lenze et al. 2004). Assistance codes of CMS Section GG.
sessions-more = Note and next step
sessions-other-goals = Other active goals
sessions-not-addressed = Not addressed
sessions-not-rated = Not rated
sessions-go-to-sign = Save and go to sign
sessions-save-draft = Save draft
sessions-nobody = Nobody was expected.
sessions-reason-only-declined = { $name }: a reason belongs to 'Declined' alone.
sessions-minutes-absent = { $name } did not take part and has no minutes.
sessions-minutes-less = { $name } was there for a part: enter fewer than { $n } minutes.
sessions-minutes-most = { $name }: enter 1 to { $n } minutes.
sessions-progress-absent = { $name } did not take part and made no progress to record.
sessions-progress-with-level = Choose the progress as well.
sessions-shared-names = Line { $line } names '{ $word }'. This text goes into several people's notes: write about one person in that person's own note.
sessions-note-names = Line { $line } names '{ $word }', who was in the same session. One person's note must not identify another.
sessions-needs-participation = Choose the participation of { $name }.
sessions-needs-participation-all = Choose the participation, here for all or below for each.
sessions-needs-reason = Choose why { $name } declined; 'None given' is an answer.
sessions-needs-words = Write what happened before you sign.
sessions-stale = Somebody has saved this session since you opened it. What you typed is still here: look it over and save again to keep yours.
flash-session-saved = The draft is saved.
flash-session-record-first = Record what happened first; then it can be signed.
flash-session-not-to-sign = A session that lies ahead or was stopped cannot be signed.

sessions-cancel = Cancel this session
sessions-cancel-text = The room and the people become free at once. Custody reads that health has cancelled it, and no reason. It cannot be taken back; ask again for a new time.
sessions-not-held = This session was not held
sessions-not-held-text = Say so when it did not take place for a reason on health's side. The hours count as lost to health. It cannot be taken back.
flash-session-cancelled = The session is cancelled.
flash-session-not-held = The session is marked as not held.

sessions-sign-title = Sign
sessions-sign-lead = { $n ->
    [one] This is the note that you sign. Nobody can change or take it back afterwards.
   *[other] These are the { $n } notes that you sign, one for each person. Nobody can change or take them back afterwards.
}
sessions-signature = Your signature
sessions-sign-hint = Your password again, in place of a handwritten signature.
sessions-sign-changed = What is recorded has changed since you saw it. Read it again, then sign.
sessions-sign-tools = The tools of this session are not all back. Nothing is signed yet and nothing is lost. Ask the officer to count them in, or to count again; if one is missing, the coordinator decides what became of it. Then sign here again.
sessions-with-patient = The steps of the ladder were agreed with the patient
sessions-rated-with-patient = Steps agreed with the patient.
sessions-late-entry = Late entry
sessions-late-text = This session ended more than 24 hours ago. Its note is a late entry and says why.
sessions-late-reason = Why it is late
sessions-back-to-record = Back to the record
sessions-signed-by = Signed by { $name }, { $who }, { $at }. Note { $n }, key { $key }.
flash-session-signed = Signed.
flash-session-already-signed = This session had been signed already.

sessions-year = Year
sessions-note-kind = Kind of note
sessions-filter = Show
sessions-all = All
sessions-notes-none = No note has been signed yet. Notes come from sessions that were recorded and signed.
sessions-notes-none-here = No note of this kind or year.

sessions-of-patient = Sessions
sessions-of-patient-none = No session yet.
sessions-slot-state = Slot
sessions-side-custody = Custody says
sessions-side-care = Health says

mode-individual = Individual
mode-group = Group
mode-in-cell = In the cell
mode-ward = On the ward
mode-outdoor = Outdoors

attendance-full = Attended
attendance-part = Attended in part
attendance-late = Late
attendance-declined = Declined
attendance-unwell = Unwell
attendance-excused = Excused
attendance-not-suitable-today = Not suitable today
attendance-left-early = Left early
attendance-not-brought = Not brought
attendance-cancelled = Cancelled

health-reason-not-interested = Not interested
health-reason-tired = Tired
health-reason-low-mood = Low mood
health-reason-pain = Pain
health-reason-anxiety-in-group = Anxious in the group
health-reason-side-effects = Side effects of medication
health-reason-conflict = Conflict
health-reason-religious = Religious reason
health-reason-prefers-other = Prefers another activity
health-reason-none-given = None given

assistance-06 = 06 Independent
assistance-05 = 05 Set-up or clean-up
assistance-04 = 04 Supervision or touching
assistance-03 = 03 Partial: helper does less than half
assistance-02 = 02 Substantial: helper does more than half
assistance-01 = 01 Dependent
assistance-07 = 07 Refused
assistance-09 = 09 Not applicable
assistance-10 = 10 Not attempted: environment
assistance-88 = 88 Not attempted: medical or safety

progress-regressing = Regressing
progress-inconsistent = Inconsistent
progress-maintaining = Maintaining
progress-progressing = Progressing
progress-achieved = Achieved

participation-1 = None: refused the whole, or took no part
participation-2 = Poor: no part in half or more
participation-3 = Fair: most of it, without full effort or with much encouragement
participation-4 = Good: all of it, good effort, followed passively
participation-5 = Very good: all of it with full effort, finished everything
participation-6 = Excellent: as 5, and took active interest

activity-kind-craft = Craft
activity-kind-self-care = Self-care
activity-kind-domestic = Domestic
activity-kind-gardening = Gardening
activity-kind-music = Music
activity-kind-movement = Movement
activity-kind-reading-education = Reading and education
activity-kind-vocational = Vocational
activity-kind-games = Games
activity-kind-relaxation = Relaxation
activity-kind-life-skills = Life skills
activity-kind-release-preparation = Release preparation

note-kind-contact = Contact
note-kind-session = Session
note-kind-progress-report = Progress report
note-kind-evaluation = Evaluation
note-kind-review = Review
note-kind-discharge = Discharge
note-kind-telephone = Telephone
note-kind-case-discussion = Case discussion

sensitivity-normal = Normal
sensitivity-restricted = Restricted
note-kind-measure = Measure
note-kind-transfer = Transfer
note-kind-addendum = Addendum
note-kind-cosign = Co-signature
note-kind-return = Return
note-kind-error = Entered in error
note-kind-error-withdrawn = Error taken back
note-kind-error-confirmed = Error confirmed
