# Printed lists, movement lists, slips, and one person's movements.

list-kind-unlock = Unlock list
list-kind-movement = Movement list
list-kind-slips = Movement slips

lists-numbered = List { $number }, version { $version }
lists-version = Version { $version }
lists-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
lists-printed = Printed { $at } by { $by } · { $list }
lists-printed-at = printed { $at } by { $by }
lists-print = Print
lists-print-again = Print again
lists-how-to-print = Print this page with the browser: only the list goes on paper.
lists-not-printed = Not printed yet. A printed list has a number, and you are told when it changes.
lists-paper = On paper
lists-to-origin = To the list as it is now
lists-to-list = To the printed list

lists-sheet-there = There
lists-sheet-destination = Time, destination
lists-sheet-clashes = Also called, alerts
lists-clashes = Also called
lists-sheet-bring = Bring back
lists-bring-back = Bring back: { $tools }
lists-nobody = Nobody is called in this part of the day.
lists-all-rooms = All rooms

lists-slip = Movement slip
lists-slips = Slips
lists-slips-title = Movement slips
lists-slips-all = One for each person on the list.
lists-slips-one = For one person.
lists-slip-staff = For staff only
lists-person-text = Text for the person
lists-person-text-hint = Stands on the half that the person carries. Others may read it.
lists-staff-text = Text for staff
lists-staff-text-hint = Stands on the other half, which only staff carry, beside alerts and escort.
lists-layout = On paper
lists-layout-many = Many slips to a page
lists-layout-one = One slip to a page

lists-changed = { $n ->
    [one] Changed since print: { $n } line
   *[other] Changed since print: { $n } lines
}
lists-changed-again = More has changed while you were reading. Look again.
lists-unchanged = Nothing has changed since this was printed.
lists-not-newest = This is not the newest version.
lists-to-changes = See the changes
lists-changes-title = Changes since print
lists-what = What
lists-how = How
lists-what-added = Added
lists-what-gone = Removed
lists-what-changed = Changed
lists-added = Not on the printed list
lists-gone-wing = Now lives in wing { $wing }
lists-gone-no-wing = No longer lives in this wing
lists-gone-elsewhere = Now called to another room or at another time
lists-gone-not-called = No longer called
lists-facet-time = Time: { $earlier } → { $now }
lists-facet-room = Room: { $earlier } → { $now }
lists-facet-escort = Escort: { $earlier } → { $now }
lists-facet-housing = Cell: { $earlier } → { $now }
lists-see = The wing has seen this
lists-seen-nobody = No wing officer has confirmed this yet.
lists-seen-by = Seen by { $who }
flash-list-seen = Noted: the wing has seen the changes.

lists-register = Printed lists
lists-list = List
lists-number = Number
lists-print-column = Printed
lists-state = State
lists-wing-knows = The wing knows
lists-holds = Still holds
lists-none = No list has been printed for this day. Print one from the unlock list or the movement list.
lists-no-such-number = There is no list with this number.

lists-catch-up = Enter from paper
lists-catch-up-title = Enter from paper
lists-catch-up-text = For what was written on the printed list while it could not be marked here. Each line is marked as entered later. Lines that you leave empty stay as they are.
lists-time-for-all = Time for all lines
lists-time-for-all-hint = Used where a line has no time of its own, for example 09:50.
lists-says = Says now
lists-what-happened = What happened
lists-time = Time
lists-time-wrong = Enter a time such as 09:50.
lists-time-ahead = This time has not come yet.
lists-nothing-entered = Choose what happened in at least one line.
lists-says-now = Somebody has marked this. It now says: { $state }.
lists-row-closed = This can no longer be marked here.
lists-not-yet = The day of this list has not come yet.
lists-save-paper = Save what the paper says
flash-list-caught-up = Entered, and marked as from paper.

movements-title = Movements of a person
movements-history = Every mark
movements-none = Nothing has been marked yet.
movements-said = Mark
movements-happened = Happened
movements-written = Written down
movements-by = By
movements-how = How
movements-corrected = Put right: { $why }
movements-from-paper = From paper, list { $number }
movements-by-phone = From a phone
movements-health = Health says
movements-came = Came
movements-did-not-come = Did not come
movements-nothing-said = Nothing yet
movements-correct-title = Put right
movements-correct = Put right
movements-correct-hint = What was marked before stays in the history, with who marked it.
movements-reason = Reason
movements-reason-hint = Only when the person was not brought.
movements-why = Why is it put right?
movements-stale = Somebody has marked this since. It now says: { $state }. Yours was not saved; look again and decide.
flash-movement-corrected = Put right. What it said before is kept.

movement-correction-mistake = Marked by mistake
movement-correction-wrong-person = Wrong person
movement-correction-late-report = Reported late
movement-correction-other = Other reason

unlock-phone-waiting = waiting to be sent. They are kept on this phone.
unlock-phone-lapsed = waiting to be sent. Sign in again; they are kept on this phone.
unlock-phone-refused = Could not be marked
unlock-phone-refused-text = This could not be marked
unlock-phone-now = it now says:
unlock-phone-tried = You tried:
unlock-phone-dismiss = I have seen this
unlock-phone-closed = the day is closed for marks
lists-care-earlier = Before: { $was } (put right by { $by }, { $at })
