# Referrals: care's triage list, and custody's side of it.

referrals-nav = Referrals
referrals-title = Referrals
referrals-lead = Who is to be seen first stands first. Accepting a referral takes the person into the caseload.
referrals-count = { $n ->
    [0] No referrals
    [one] { $n } referral
   *[other] { $n } referrals
}
referrals-none-open = Nothing waits here: every referral has been decided and every accepted person has been seen.
referrals-none = There is no such referral.
referrals-which = Which
referrals-show-open = Still waiting
referrals-show-all = All
referrals-new = New referral
referrals-choose = Choose the person who is referred. Somebody who is a patient already can be referred too.
referrals-people = People of this facility
referrals-nobody = Nobody here fits. Search by part of the name or of the number.
referrals-action = Refer
referrals-is-patient = patient
referrals-one = Referral
referrals-source = From
referrals-source-asked = Who refers
referrals-choose-source = Choose
referrals-by = Written down by
referrals-reason = Reason
referrals-reason-hint = What the person can no longer do, or wants to be able to do again, in the words of whoever refers.
referrals-areas = Areas of concern
referrals-urgency = Urgency
referrals-urgency-hint = First contact: routine within 14 days, urgent within 3, as soon as possible by the next day.
referrals-received = Received
referrals-days = { $n ->
    [0] today
    [one] { $n } day
   *[other] { $n } days
}
referrals-due = First contact due
referrals-seen-on = seen { $date }
referrals-late = late
referrals-status = Status
referrals-save = Save the referral
referrals-somebody-else = Choose somebody else
referrals-has-left = This person has been released or has moved to another facility. Nothing was saved.
referrals-day-ahead = This day is still ahead.
referrals-before-received = This day is before the referral was received.
referrals-open-record = Open the record
referrals-to-list = To the referrals
referrals-decision = Decision
referrals-decided-on = Decided
referrals-decided-by = By
referrals-decide = Decide
referrals-decide-asked = What is to be done
referrals-do-accept = Accept and take into the caseload; you become the lead
referrals-do-link = Accept; the person is in the caseload already
referrals-do-wait = Put on the waiting list
referrals-do-decline = Decline
referrals-do-redirect = Redirect to somebody else
referrals-decision-reason = Reason for the decision
referrals-decision-hint = Needed when you decline or redirect: why, and what the person is offered instead.
referrals-say-why = Say why, and what is offered instead.
referrals-changed = Somebody else has changed this referral since you opened it. It is now: { $state }. Nothing of yours was saved; what you wrote is still here.
referrals-unsent = What you wrote, not saved
referrals-contact = First contact
referrals-contact-on = First seen on
referrals-contact-save = Record the first contact
flash-referral-saved = Referral saved.
flash-referral-accepted = Referral accepted. The person is in the caseload.
flash-referral-decided = Decision saved.
flash-referral-contact = First contact recorded.

referral-source-self = the person
referral-source-doctor = doctor
referral-source-psychiatrist = psychiatrist
referral-source-nurse = nurse
referral-source-psychologist = psychologist
referral-source-social-worker = social worker
referral-source-correctional-staff = correctional staff
referral-source-family = family
referral-source-court = court
referral-source-transfer-in = transfer from another facility
referral-urgency-routine = routine
referral-urgency-urgent = urgent
referral-urgency-asap = as soon as possible
referral-status-received = to be decided
referral-status-accepted = accepted
referral-status-waiting-list = waiting list
referral-status-declined = declined
referral-status-redirected = redirected

refer-nav = Refer to health
refer-title = Referrals to the health unit
refer-lead = What you have noticed goes to the health unit, which decides. You see how far each referral has come.
refer-no-wing = No wing has been given to you yet. The administrator names officers for wings.
refer-new = Refer a person to the health unit
refer-list = Referrals, the newest first
refer-none = Nobody has been referred from here yet.
refer-every-wing = All
refer-reason = Reason
refer-received = Sent
refer-by = By
refer-state = State
refer-choose = Choose the person.
refer-search = Name or number
refer-people = People who can be referred
refer-nobody = Nobody here fits. Search by part of the name or of the number.
refer-action = Refer
refer-reason-asked = What have you noticed?
refer-words = In a few words
refer-words-hint = At most 140 characters: what you saw and when. Nothing about illness, offence or other people.
refer-other-needs-words = Say in a few words what you have noticed.
refer-send = Send to the health unit
refer-somebody-else = Choose somebody else
refer-has-left = This person has been released or has moved to another facility. Nothing was sent.
flash-refer-sent = Sent to the health unit.

referral-reason-isolates = keeps away from others
referral-reason-does-not-leave-cell = does not leave the cell
referral-reason-self-care = does not look after self or cell
referral-reason-sleep = does not sleep, or sleeps all day
referral-reason-work-problem = difficulties at work or school
referral-reason-conflict = repeated conflict
referral-reason-other = something else
referral-state-received = Received
referral-state-accepted = Accepted
referral-state-closed = Closed
