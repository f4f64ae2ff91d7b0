# The regime, rooms and closures, for both sides.

places-nav = Regime and rooms
places-title = Regime, rooms, closures
places-regime = Regime
places-regime-lead = When each part of the day begins and ends. A part without times is not open. Health books within these times.
places-regime-stale = Somebody has changed the regime since you opened it. Yours stands here still; send it once more to put it over the other.
places-weekday = Day
places-start = begins
places-end = ends
places-both-times = Enter both times, or leave both empty.
places-overlap = This part begins before the one before it has ended.
places-all-inside = All sessions to come lie within the regime.
places-outside = { $n ->
    [one] { $n } session to come lies outside the regime
   *[other] { $n } sessions to come lie outside the regime
}
places-outside-what = They stay booked until they are cancelled or moved.
places-more = { $n ->
    [one] One more is not shown.
   *[other] { $n } more are not shown.
}
places-save = Save
places-change = Change
places-choose = Choose
places-session = Session
places-people = People
places-state = State
flash-regime-saved = The regime is saved.

places-rooms = Rooms
places-rooms-lead = What rooms are, how many people they hold, and whether health may book them. An administrator imports rooms.
places-room = Room
places-kind = Kind
places-capacity = People
places-usable = Health
places-is-usable = may book
places-not-usable = not for health
places-may-use = Health may book this room
places-claims = Meant for health
places-claims-hint = In the parts that are ticked the room is health’s first. Others may be given it when health does not need it.
places-claims-need-use = A room that is meant for health must be one that health may book.
places-too-small = { $n ->
    [one] A session to come has { $n } person in this room.
   *[other] A session to come has { $n } people in this room.
}
places-room-stale = Somebody has changed this room since you opened it. Yours stands here still; send it once more to put it over the other.
places-back-to-rooms = All rooms
flash-room-saved = The room is saved.

places-closures = Closures
places-closures-lead = Holidays, repairs and whatever else closes a room or the whole facility. Nothing can be booked there meanwhile.
places-past-closures = Past closures
places-close = Close
places-what = What
places-when = When
places-why = Reason
places-whole-facility = Whole facility
places-nothing-closed = Nothing is closed.
places-from = First day
places-from-time = From
places-from-hint = Empty: from the beginning of the day.
places-until = Last day
places-until-time = Until
places-until-hint = Empty: to the end of the day.
places-no-such-time = The clock skips this time on that day.
places-too-long = A closure lasts at most a year. A room that is no longer used is taken from health on the page of the room.
places-past = This is over already.
places-taken-back = taken back
places-over = over
places-closed-now = closed
places-coming = to come
places-entered = Entered by
places-by-system = the prison’s own system
places-touched = { $n ->
    [0] No session
    [one] { $n } session is booked then
   *[other] { $n } sessions are booked then
}
places-none-touched = No session is booked then.
places-touched-what = They stay booked until you cancel or move them. Open each to decide.
places-reopen = Take the closure back
places-reopen-what = The room, or the facility, can be booked again at once.
places-back-to-closures = All closures
flash-closure-added = Closed. Below are the sessions that are booked then.
flash-closure-ended = The closure is taken back.

places-care-lead = By these times and rooms sessions can be requested. The correctional coordinator keeps them.
places-closed-that-day = Closed on that day:
places-ours = Meant for health at that time: { $rooms }

closure-kind-holiday = holiday
closure-kind-repairs = repairs
closure-kind-inspection = inspection
closure-kind-operational = operational
closure-kind-other = other
