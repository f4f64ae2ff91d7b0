# Escorts, restraints, lockdowns.

escorts-nav-more = Escorts and lockdown

lockdown-title = Lockdowns
lockdown-lead = Sessions that were cancelled together, and why. For an hour it can be taken back.
lockdown-new = Cancel many sessions
lockdown-new-lead = Choose where nothing moves, from when to when, and why. Next you see what that touches; nothing happens before you say so.
lockdown-where-when-why = Where, when, why
lockdown-none = There has been no lockdown yet.
lockdown-area = Where
lockdown-whole = The whole facility
lockdown-building = Building { $name }
lockdown-from = From
lockdown-from-time = From, time
lockdown-to = Until
lockdown-to-time = Until, time
lockdown-reason = Reason
lockdown-time = Time
lockdown-touched = Sessions touched
lockdown-touched-nothing = It touched no session.
lockdown-state = State
lockdown-counts = { $n ->
    [one] { $n } session cancelled
   *[other] { $n } sessions cancelled
}, { $people ->
    [one] { $people } person not brought elsewhere
   *[other] { $people } people not brought elsewhere
}
lockdown-undone-at = taken back { $at }
lockdown-over = over
lockdown-holds = holds
lockdown-look = See what it touches
lockdown-look-title = What it touches
lockdown-to-list = All lockdowns
lockdown-about = { $area }, { $from } – { $to }: { $reason }
lockdown-sums = { $ended ->
    [0] No session is cancelled
    [one] { $ended } session is cancelled
   *[other] { $ended } sessions are cancelled
}, { $fewer ->
    [0] none goes on with fewer people
    [one] { $fewer } goes on with fewer people
   *[other] { $fewer } go on with fewer people
}; { $people ->
    [one] { $people } person is not brought.
   *[other] { $people } people are not brought.
}
lockdown-going-on = { $n ->
    [one] { $n } session is under way and is not cancelled: it goes on until its people are brought back.
   *[other] { $n } sessions are under way and are not cancelled: they go on until their people are brought back.
}
lockdown-what-happens = The health unit sees it at once, with the reason. The time counts as lost to custody. Until the end nothing can be booked into it.
lockdown-do = Cancel these sessions
lockdown-choose-again = Choose again
lockdown-session = Session
lockdown-people = People who stay
lockdown-of = { $n } of { $all }
lockdown-effect = What happens
lockdown-effect-cancel = cancelled
lockdown-effect-fewer = goes on with fewer
lockdown-effect-goes-on = goes on
lockdown-changed-since = Somebody changed one of these sessions at the same moment. Nothing was cancelled; look again and decide.
lockdown-backwards = The end must be after the beginning.
lockdown-too-long = Choose at most { $n } days.
lockdown-too-far = Choose a beginning within the next { $n } days.
lockdown-no-booking = Corrections let nothing be booked at this time: movement is stopped. Choose another time.
lockdown-one-title = Lockdown
lockdown-made = Entered
lockdown-undone = Taken back
lockdown-by = { $name }, { $at }
lockdown-now = Now
lockdown-undo = Take it back
lockdown-undo-text = Until { $until } all of it can be taken back. What has been changed or booked elsewhere since stays as it is, and you are told.
lockdown-undo-too-late = More than an hour has passed: this can no longer be taken back. The health unit can ask for the sessions again.
lockdown-undo-in-the-way = Something was booked at the same moment. Nothing was taken back; try again.
lockdown-all-restored = Taken back: everything is as it was before.
lockdown-not-restored = { $n ->
    [one] Taken back, but { $n } session could not be as it was. The reason stands beside it.
   *[other] Taken back, but { $n } sessions could not be as they were. The reason stands beside each.
}
lockdown-outcome-restored = restored
lockdown-outcome-changed = changed since
lockdown-outcome-taken = booked elsewhere since
lockdown-outcome-over = time has passed
lockdown-outcome-held = another lockdown holds
lockdown-scope-wing = wing
lockdown-scope-building = building
lockdown-scope-facility = facility
flash-lockdown-made = The sessions were cancelled.
flash-lockdown-undone = The lockdown was taken back.
flash-lockdown-undone-in-part = The lockdown was taken back, except where it says why not.

escorts-title = Escorts
escorts-lead = The next 14 days: officers that sessions need, and officers that there are.
escorts-to-today = Today’s escorts
escorts-to-supply = Officers per part of the day
escorts-short-parts = { $n ->
    [one] Officers are short in { $n } part of the coming days.
   *[other] Officers are short in { $n } parts of the coming days.
}
escorts-none-short = There are enough officers for everything that is confirmed.
escorts-nothing = No session of the next 14 days needs an escort, and nobody has entered officers.
escorts-day = Day
escorts-part = Part of the day
escorts-needed = Needed
escorts-asked = Requested besides
escorts-there = There
escorts-left = Left
escorts-sessions = Sessions
escorts-unknown = not entered
escorts-short = { $n } short
escorts-over = { $n } left
escorts-women-short = { $n } women short
escorts-men-short = { $n } men short
escorts-supply-title = Officers per part of the day
escorts-supply-lead = How many officers can escort to health, in every week and on days that differ.
escorts-week = Every week
escorts-officers = Officers
escorts-of-them-women = Of them women
escorts-supply-save = Save the week
escorts-exceptions = Days that differ
escorts-exceptions-none = No day differs from the week.
escorts-exception-add = Add the day
escorts-drop = Remove
escorts-past-day = Choose today or a later day.
escorts-women-more = There cannot be more women than officers.
escorts-supply-changed = Somebody else has changed these numbers since you opened the page. Nothing was saved; what you typed is still here.
escorts-weekday-1 = Monday
escorts-weekday-2 = Tuesday
escorts-weekday-3 = Wednesday
escorts-weekday-4 = Thursday
escorts-weekday-5 = Friday
escorts-weekday-6 = Saturday
escorts-weekday-7 = Sunday
escorts-today-title = Today’s escorts
escorts-today-none = No session needs an escort today.
escorts-waiting = not answered yet
escorts-open = Open
escorts-one-title = Escort
escorts-steps = Steps
escorts-next = Next step
escorts-do-accepted = Accept
escorts-do-declined = Decline
escorts-do-collected = Collected
escorts-do-arrived = Arrived
escorts-do-returned = Returned
escorts-do-taken-back = Take back the last step
escorts-step-changed = Somebody else has taken a step since: { $state }. Nothing was saved; look again.
escorts-step-not-possible = That step is not possible now.
escorts-step-not-open = Steps are entered on the day itself and until noon of the next.
escorts-session-changed = Somebody has changed this session since you opened it. Nothing was saved; look again.
escorts-presence = Officers during the session
escorts-presence-ask = Where officers really stood
escorts-presence-why = Health reads this: it decides what could be spoken of in confidence.
escorts-presence-save = Save
escorts-gender = Officers must be
escorts-people = People
escorts-restraint = Restraints
escorts-restraint-title = Decide on restraints
escorts-restraint-text = For each person by itself, and only where there is a reason. The health unit sees that somebody is restrained, and not why.
escorts-restraint-words = In a few words
escorts-restraint-save = Save the decision
escorts-to-escort = Escort and restraints
escort-gender-any = women or men
escort-gender-women = women
escort-gender-men = men
escort-step-accepted = accepted
escort-step-declined = declined
escort-step-collected = collected
escort-step-arrived = arrived
escort-step-returned = returned
escort-step-taken-back = last step taken back
restraint-none = no restraints
restraint-on-the-way = restrained on the way
restraint-throughout = restrained throughout
restraint-reason-escape = risk of escape
restraint-reason-violence = risk of violence
restraint-reason-self-protection = own protection
restraint-reason-order-of-court = order of the court
restraint-reason-other = other reason
officers-stood-none = no officer
officers-stood-in-sight = in sight
officers-stood-in-room = in the room
flash-escort-supply-saved = The officers were saved.
flash-escort-step = The step was saved.
flash-escort-presence = Saved. The health unit sees it.
flash-escort-restraint = The decision was saved.
sessions-restrained = Restrained, as corrections decided
sessions-officers-stood = Officers during the session
