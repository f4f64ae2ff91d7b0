# Custody: the day board, slots, the unlock list. No word here says what a session is for.

custody-nav-board = Day board
custody-nav-unlock = Unlock lists
custody-today = Today
custody-tomorrow = Tomorrow
custody-show = Show
custody-name = Name
custody-number = Number
custody-cell = Cell
custody-cautions = Alerts, keep apart
custody-keep-apart = Keep apart: { $numbers }
custody-absent = Temporarily absent
custody-gone = No longer here

slot-label = Health unit – { $letter }
slot-board-title = Day board
slot-board-caption = Rooms and parts of the day on { $date }
slot-key-confirmed = confirmed
slot-key-requested = requested, waits for your answer
slot-key-stopped = struck through: does not take place, with the reason
slot-requests = { $n ->
    [0] No requests to confirm.
    [one] { $n } request to confirm.
   *[other] { $n } requests to confirm.
}
slot-escorts = Officers for escort: { $parts }
slot-part-officers = { $part } { $n }
slot-days = Days
slot-day-before = Previous day
slot-day-after = Next day
slot-rooms = Rooms
slot-rooms-all = All rooms
slot-rooms-used = With sessions
slot-no-rooms = This facility has no room for sessions yet. An administrator imports rooms.
slot-no-sessions = No session on this day.
slot-no-regime = not in the regime
slot-room = Room
slot-places = { $n ->
    [one] { $n } place
   *[other] { $n } places
}
slot-no-escort = no escort
slot-escort = { $n ->
    [one] { $n } officer, { $mode }
   *[other] { $n } officers, { $mode }
}
slot-confirm = Confirm
slot-decline = Decline
slot-cancel = Cancel the session

slot-to-board = To the day board
slot-time = Time
slot-practitioner = Health staff
slot-escort-need = Escort
slot-requested-at = Requested
slot-movement = Movement
slot-no-people = Nobody has been named yet.
slot-confirm-title = Confirm
slot-decline-title = Decline
slot-escort-title = Escort
slot-escort-save = Save the escort
slot-cancel-title = Cancel
slot-officers = Officers
slot-officers-hint = 0 when no escort is needed.
slot-mode = Where they stand
slot-reason = Reason
slot-decline-text = { $n ->
    [one] { $n } person is not called. The room becomes free. The health unit sees the reason.
   *[other] { $n } people are not called. The room becomes free. The health unit sees the reason.
}
slot-cancel-text = { $n ->
    [one] { $n } person stays on the wing. The room becomes free, and the time counts as lost to custody. It cannot be confirmed again: the health unit must make a new request.
   *[other] { $n } people stay on the wing. The room becomes free, and the time counts as lost to custody. It cannot be confirmed again: the health unit must make a new request.
}
slot-changed-since = Somebody has changed this since you opened it. It is now: { $state }. Nothing of yours was saved; look again and decide.
slot-step-not-possible = That is not possible in the state that this is in now.
slot-day-closed = This day is closed: decisions can be made until noon of the next day.
slot-escort-without-officers = Enter how many officers, or choose no escort.
slot-escort-without-mode = Choose where the officers stand.
flash-slot-confirmed = Confirmed.
flash-slot-declined = Declined. The health unit sees the reason.
flash-slot-cancelled = Cancelled. The room and the people are free.
flash-slot-escort = Escort saved.

unlock-title = Unlock list
unlock-heading = Unlock list, { $wing }, { $part }
unlock-wing = Wing
unlock-days = Day
unlock-parts = Part of the day
unlock-nobody = Nobody of this wing is called in this part of the day.
unlock-no-wing = There is no wing yet that is yours to unlock. The administrator imports wings and names officers.
unlock-people = { $n ->
    [one] { $n } person to unlock
   *[other] { $n } people to unlock
}
unlock-leaving = { $n } leaving the wing
unlock-staying = { $n } staying
unlock-other-day = You can open the lists of today and tomorrow.
unlock-to-today = To the list of today
unlock-mark-unlocked = Unlocked
unlock-mark-arrived = Arrived
unlock-mark-arrived-late = Arrived late
unlock-mark-returned = Returned
unlock-mark-not-brought = Not brought
unlock-mark-back-to-expected = Undo: expected again
unlock-mark-back-to-unlocked = Undo: not arrived yet
unlock-mark-back-to-arrived = Undo: not returned yet
unlock-not-brought = Not brought…
unlock-why = Why not brought?
unlock-choose-reason = Choose a reason for { $name }.
unlock-changed-since = { $name }: somebody has marked this since. It now says: { $state }. Yours was not saved.
unlock-not-possible = { $name }: this cannot be marked any more. It now says: { $state }.
unlock-day-not-open = { $name }: this can be marked on the day itself, and for seven days if it was not marked. After that the coordinator puts it right.
unlock-sheet-name-number = Name, number
unlock-sheet-cell = Cell
unlock-sheet-cautions = Alerts
unlock-sheet-time-place = Time, place
unlock-sheet-refused = Refused
unlock-sheet-stayed = Stayed
unlock-sheet-unlocked = Unlocked
unlock-sheet-notes = Notes

part-am = AM
part-pm = PM
part-eve = EVE

slot-status-requested = Requested
slot-status-confirmed = Confirmed
slot-status-declined = Declined
slot-status-cancelled = Cancelled
slot-status-in-progress = In progress
slot-status-completed = Completed
slot-status-not-held = Not held

cancel-side-custody = by custody
cancel-side-health = by health

cancel-reason-lockdown = lockdown
cancel-reason-no-escort = no escort
cancel-reason-no-officer = no officer
cancel-reason-room-unavailable = room not available
cancel-reason-operational = operational reason
cancel-reason-training = staff training
cancel-reason-security = security
cancel-reason-clash = clash with something else
cancel-reason-other = other reason
cancel-reason-health = by the health unit

escort-mode-none = no escort
escort-mode-in-sight = in sight
escort-mode-in-room = in the room
escort-mode-out-of-hearing = out of hearing

movement-expected = Expected
movement-unlocked = Unlocked
movement-arrived = Arrived
movement-arrived-late = Arrived late
movement-not-brought = Not brought
movement-returned = Returned

custody-reason-lockdown = lockdown
custody-reason-no-escort = no escort
custody-reason-no-officer = no officer
custody-reason-court = court
custody-reason-visit = visit
custody-reason-work = work
custody-reason-school = school
custody-reason-segregation = segregation
custody-reason-security = security
custody-reason-transferred = transferred
custody-reason-released = released
custody-reason-clash = called elsewhere
custody-reason-other = other reason

alert-one-to-one-unlock = Unlock alone
alert-escape-list = Escape list
alert-assault-risk-staff = Assault risk: staff
alert-assault-risk-prisoners = Assault risk: prisoners
alert-two-officers = Two officers

room-kind-activity = activity room
room-kind-kitchen = kitchen
room-kind-workshop = workshop
room-kind-garden = garden
room-kind-gym = gym
room-kind-interview = interview room
room-kind-ward = ward
room-kind-classroom = classroom
room-kind-cell = cell
