# Escorts, restraints, lockdowns.

escorts-nav-more = Escorts and lockdown

lockdown-title = Lockdowns
lockdown-lead = Sessions that were cancelled together, and why. For an hour it can be taken back.
lockdown-new = Cancel many sessions
lockdown-new-lead = Choose where nothing moves, from when to when, and why. Next you see what that touches; nothing happens before you say so.
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
