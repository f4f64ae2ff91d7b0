# What has changed under a booking, who will be away, and the prison's own files.

changes-title = Changes
changes-open = To be seen
changes-all = All
changes-were-seen = Seen
changes-import = Import
changes-waiting = { $n ->
    [0] Nothing has changed that was not seen.
    [one] { $n } change has not been seen yet.
   *[other] { $n } changes have not been seen yet.
}
changes-when = When
changes-who = Who
changes-what = What
changes-by-custody = Custody
changes-by-health = Health
changes-house = The facility
changes-touched = { $n ->
    [0] no session ahead
    [one] { $n } session ahead
   *[other] { $n } sessions ahead
}
changes-seen = seen
changes-not-seen = not seen yet
changes-acknowledge = Seen
changes-acknowledge-all = Seen: all { $n } on this page
changes-look = Look
changes-none = Nothing here. Moves, releases, closures and the like appear as they happen.
changes-import-lead = Where people are, whom to keep apart, the regime, closures and outings from the prison’s own system, for this facility. Nothing is changed before you have seen what would change.
changes-import-none = No file has been uploaded yet.
flash-changes-seen = Noted as seen.

change-kind-wing-changed = Other wing
change-kind-cell-changed = Other cell
change-kind-court = At court
change-kind-hospital = In hospital
change-kind-present-again = Back
change-kind-released = Released
change-kind-transferred = Transferred
change-kind-slot-moved = Session moved
change-kind-slot-cancelled = Session cancelled
change-kind-slot-restored = Session restored
change-kind-regime-changed = Regime changed
change-kind-room-closed = Closed
change-kind-tool-missing = Tool missing
change-kind-kept-back = Not brought to a session that goes on
change-kind-comes-again = Can come again

outings-title = Outings
outings-lead = Court, transfer, hospital, visits. Officers and the health unit learn on the day that somebody is away, and never where.
outings-kind = Where to
outings-sessions = Sessions
outings-new = Enter an outing
outings-add = Enter
outings-end = Does not take place
outings-none = Nobody is to be taken anywhere.
outings-away-today = away today
outings-away-today-of = { $n ->
    [one] 1 away today
   *[other] { $n } away today
}
outings-away-names = Away today: { $names }.
flash-outing-added = Entered.
flash-outing-ended = Taken off the list.
outing-kind-court = court
outing-kind-transfer = transfer
outing-kind-hospital = hospital
outing-kind-visit = visit
