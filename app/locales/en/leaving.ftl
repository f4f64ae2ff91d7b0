# Moves on both sides of the wall, packages, discharge, and the patient's own copy.

leaving-title = Leaving
leaving-gone = Left since the session. What is written of them stays, and can be signed with the rest:

# Custody: who is moved, where to, when. No word here says who is treated.
moves-nav = Moves
moves-title = Moves to another facility
moves-lead = A move that is carried out ends what the person was expected at here and begins the stay there.
moves-plan = Plan a move
moves-plan-button = Plan the move
moves-plan-lead = Find the person by name or number.
moves-search = Name or number
moves-people = People of the facility
moves-nobody = Nobody is found. Try a part of the family name or of the number.
moves-is-planned = Move planned
moves-back = To the moves
moves-out = Planned out of this facility
moves-out-none = No move out of this facility is planned.
moves-into = Planned into this facility
moves-into-none = No move into this facility is planned.
moves-past = Carried out or cancelled
moves-past-none = Nothing has been carried out or cancelled yet.
moves-to = To
moves-from = From
moves-on = Planned for
moves-on-hint = From today on.
moves-state = State
moves-choose = Choose a facility
moves-has-left = This person has left already and cannot be moved.
moves-past-day = This day has passed. Choose today or a later day.
moves-too-far = Moves are planned at most { $n } days ahead.
moves-carry-out = Carry out the move
moves-carry-out-text = The person is in { $place } from now on. This ends here:
moves-ends-bookings = { $n ->
    [one] { $n } session ahead
   *[other] { $n } sessions ahead
}
moves-ends-alerts = { $n ->
    [one] { $n } alert
   *[other] { $n } alerts
}
moves-ends-pairs = { $n ->
    [one] { $n } keep-apart pair
   *[other] { $n } keep-apart pairs
}
moves-ends-actions = { $n ->
    [one] { $n } agreed regime action
   *[other] { $n } agreed regime actions
}
moves-number = Number at the new facility
moves-number-hint = Left empty, { $number } stays.
moves-number-taken = Somebody at the new facility has this number. Enter another one.
moves-changed = Somebody else has changed this move since you opened it. Its state now: { $state }.
moves-cancel-title = Cancel
moves-cancel-text = The person stays here. What is booked stays booked.
moves-cancel = Cancel the move
move-status-planned = planned
move-status-done = carried out
move-status-cancelled = cancelled
flash-move-planned = The move is planned.
flash-move-is-planned = A move of this person was planned already.
flash-move-cancelled = The move is cancelled.
flash-move-was-cancelled = This move had been cancelled already.
flash-move-done = The person is moved. What was booked here has ended.
flash-move-was-done = This move had been carried out already.

# Care: the package that goes with a patient.
packages-title = Transfer
packages-title-of = Transfer of { $patient }
packages-inbox = Transfers in and out
packages-caseload = { $n ->
    [0] Transfers in and out
    [one] Transfers: { $n } package waits
   *[other] Transfers: { $n } packages wait
}
packages-package = Package
packages-from = From
packages-to = To
packages-to-hint = Only the health unit there can open the package.
packages-choose = Choose a facility
packages-state = State
packages-sent = Sent
packages-sent-by = Prepared by
packages-received = Received
packages-planned-on = Planned for
packages-record-at = Record with
packages-waiting = Packages for this unit
packages-waiting-none = No package has been sent to this unit.
packages-without = Here, but the record is not
packages-without-lead = These people have come, and their record is still with the unit that they left. Ask it for the package.
packages-leaving = Patients of this unit on their way out
packages-leaving-none = No patient of this unit is to be moved.
packages-has-gone = has gone already
packages-not-prepared = no package yet
packages-none = No package is being prepared.
packages-not-planned = Custody has not planned a move of this patient. A package can be prepared all the same.
packages-is-planned = Custody moves this patient to { $place } on { $date }.
packages-has-moved = The patient has been in { $place } since { $date }. The record is here until the package is sent and received.
packages-summary = Summary
packages-summary-hint = What the treatment aims at, what has been reached, what works with this patient.
packages-open-matters = Open matters
packages-open-matters-hint = What the new unit has to go on with at once.
packages-informed = Is the patient informed?
packages-informed-yes = Yes, the patient knows that the record goes along
packages-informed-no = No, the patient has not been told
packages-objection = Objection, or why not informed
packages-objection-hint = In the patient’s own words, if there are any.
packages-why-not-informed = Say why the patient has not been told.
packages-save = Save the draft
packages-send = Send the package
packages-send-text = The package is signed with your name and goes to the health unit there. Until it is received, the record stays here and you can take the package back.
packages-send-button = Sign and send
packages-back = To the patient
packages-gone = This package was sent or withdrawn since you opened it. Your text is still here; saving it begins a new one.
packages-sent-said = Sent to { $place } on { $at }; not received yet.
packages-withdraw = Take the package back
packages-draft-on-paper = Draft, not sent.
packages-withdraw-open = Take the package back…
packages-withdraw-text = The other unit will not see it any more. The signed note stays in the record; your words stand in the form for the next package.
packages-past = Earlier packages
packages-what-goes = What goes along
packages-plan = Active plan
packages-no-plan = No plan is active.
packages-goals = Open goals
packages-review = Last review
packages-patient-view = The patient’s view
packages-next-review = Next review on { $date }
packages-notices = Functional notices in force
packages-no-notices = No notice is in force.
packages-until = until { $date }
packages-notes = { $n ->
    [one] { $n } signed note of the last { $days } days
   *[other] { $n } signed notes of the last { $days } days
}
packages-no-notes = Nothing was signed in this time.
packages-open = What is open
packages-nothing-open = Nothing is open.
packages-open-goals = { $n ->
    [one] { $n } goal
   *[other] { $n } goals
}
packages-open-notes = { $n ->
    [one] { $n } recent note
   *[other] { $n } recent notes
}
packages-open-draft-plans = { $n ->
    [one] { $n } plan being written
   *[other] { $n } plans being written
}
packages-open-draft-evaluations = { $n ->
    [one] { $n } unsigned evaluation
   *[other] { $n } unsigned evaluations
}
packages-open-draft-reviews = { $n ->
    [one] { $n } unsigned review
   *[other] { $n } unsigned reviews
}
packages-open-draft-notes = { $n ->
    [one] { $n } unsigned note
   *[other] { $n } unsigned notes
}
packages-open-unsigned = { $n ->
    [one] { $n } session to be signed by the old unit
   *[other] { $n } sessions to be signed by the old unit
}
packages-open-notices = { $n ->
    [one] { $n } functional notice, to be acknowledged anew
   *[other] { $n } functional notices, to be acknowledged anew
}
packages-open-programmes = { $n ->
    [one] { $n } group, which goes on without the patient
   *[other] { $n } groups, which go on without the patient
}
packages-open-bookings = { $n ->
    [one] { $n } session ahead, which ends
   *[other] { $n } sessions ahead, which end
}
packages-open-disclosures = { $n ->
    [one] { $n } disclosure under way
   *[other] { $n } disclosures under way
}
packages-what-comes = What comes with the patient
packages-receive = Receive the patient
packages-receive-text = You become the lead. The record with everything in it is this unit’s from then on, and the package can be read.
packages-not-arrived = The person has not come to this facility yet. The record can be received when custody has carried out the move.
packages-for-practitioners = A practitioner of this unit receives the package.
packages-open-record = Open the record
package-status-prepared = being prepared
package-status-sent = sent
package-status-received = received
package-status-withdrawn = taken back
flash-package-saved = Draft of the package saved.
flash-package-sent = The package is signed and sent.
flash-package-was-sent = This package had been sent already.
flash-package-withdrawn = The package is taken back.
flash-package-received = The patient is received. What came stands below.
flash-package-was-received = This package had been received already.
flash-package-gone = This package was taken back by the unit that sent it.

# Care: the end of a treatment.
discharge-draft-on-paper = Draft, not signed.
discharge-title = Discharge
discharge-title-of = Discharge of { $patient }
discharge-none = No discharge has been written.
discharge-on = Day of discharge
discharge-before-opening = The treatment began later than this.
discharge-ahead = This day lies ahead. Choose today or an earlier day.
discharge-reason = Reason
discharge-reason-goals-reached = goals reached
discharge-reason-released = released
discharge-reason-transferred-out = transferred out
discharge-reason-patient-stopped = the patient stopped
discharge-reason-no-longer-suitable = no longer suitable
discharge-reason-deceased = deceased
discharge-reason-other = other
discharge-course = Course of treatment
discharge-course-hint = From the beginning to the end: what was done, what changed, what did not.
discharge-recommendations = Recommendations
discharge-patient-view = The patient’s own view
discharge-patient-view-hint = In the patient’s words.
discharge-plain = For the patient
discharge-plain-lead = This stands on the patient’s own copy. Short sentences, words of every day, nothing that somebody else must not read.
discharge-plain-language = Language of these words
discharge-plain-summary = What the patient takes along
discharge-plain-next = What comes next
discharge-plain-hint = At most { $n } characters, so that the copy stays one page.
discharge-save = Save the draft
discharge-discard = Discard this draft
discharge-discard-open = Discard the draft…
discharge-discard-hint = Everything written in this draft is lost. It cannot be brought back.
discharge-sign = Sign and close
discharge-sign-text = Signing closes the record: the plan is completed, what is booked ahead is cancelled, groups go on without the patient. The record can be opened again later.
discharge-sign-button = Sign and close the record
discharge-signed = Signed
discharge-last-signed = Last discharge summary
discharge-gone = This draft was signed or dropped since you opened it. Your text is still here.
discharge-unsigned = { $n ->
    [one] { $n } session that has begun is not signed. Sign it, or say that it was not held.
   *[other] { $n } sessions that have begun are not signed. Sign them, or say that they were not held.
}
discharge-package-sent = The record is on its way to another unit. Take the package back first, or let that unit close the record.
discharge-goals = Goals
discharge-no-goals = No plan with goals was active.
discharge-goal = Goal
discharge-began = At the beginning
discharge-now = Now
discharge-goal-line = { $goal }: from { $from } to { $to }
discharge-scores = Goal attainment T { $from } at the beginning, { $to } now; every goal counted alike { $plainfrom } and { $plainto }.
discharge-scores-source = Goal attainment scaling after Kiresuk and Sherman (1968); 50 is what was expected.
discharge-measures = Measures, first and last
discharge-hours = Hours
discharge-hours-text = In { $weeks } weeks { $planned } h planned, { $offered } h offered, { $attended } h attended; lost to custody { $custody } h, to health { $health } h, to the patient { $patient } h.
discharge-week = Week
discharge-lost = Lost
flash-discharge-saved = Draft of the discharge saved.
flash-discharge-signed = Signed. The record is closed.
flash-discharge-closed = The record is closed already. Nothing was written twice.
flash-discharge-discarded = The draft is discarded.

# The patient's own copy: plain words only.
copy-open = The patient’s copy
copy-language = Language of the copy
copy-print-hint = One page for the patient to keep. Print it from the browser.
copy-written-in = Part of this copy is in another language: { $language }. Give the plain words of goals and steps below; the rest is written with the discharge.
copy-words = Plain words for this copy: { $language }
copy-words-hint = For each text of the plan, say it in short, simple words of this language. They stand on the copy only; the plan stays as it is. When the plan’s text changes, give them anew. An empty line shows the plan’s own text.
copy-words-goal = Goal { $n }
copy-words-step = Step of goal { $n }
copy-words-save = Save the plain words
copy-words-gone = The plan no longer says “{ $said }”. Your words for it were: { $words }
flash-copy-words-saved = Plain words saved.
copy-title = { $name }: my way
copy-can-do = What I can do now
copy-began = start
copy-now = Now
copy-stairs = Five stairs: began on stair { $from }, now on stair { $to }
copy-stair = Stair { $n } of 5, { $name }.
copy-stair-1 = the very beginning
copy-stair-2 = on the way
copy-stair-3 = what we aimed for
copy-stair-4 = more than we aimed for
copy-stair-5 = much more than we aimed for
copy-no-goals = Our work has only just begun.
copy-hours = The time I gave
copy-hours-text = I took part for { $hours } hours.
copy-take = What I take with me
copy-next = What comes next
copy-ask = Whom I can ask
copy-ask-text = { $name }, health unit, { $place }
