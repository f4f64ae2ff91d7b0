# Group programmes, and recording a group in one pass.

programmes-title = Programmes
programmes-lead = Groups that go on over weeks, with their members and those who wait for a place.
programmes-count = { $n ->
    [one] { $n } programme
   *[other] { $n } programmes
}
programmes-empty = No programme here. A practitioner begins one with the button above.
programmes-programme = Programme
programmes-intake = Intake
programmes-intake-hint = Open: whoever joins gets a place while there is one. Rolling: places are filled in the order of waiting. Closed: nobody joins now, people only wait.
programmes-capacity = Places
programmes-members = Members
programmes-waiting = Waiting
programmes-new = Begin a programme
programmes-edit = Edit the programme
programmes-save = Save
programmes-back = To the programmes
programmes-title-hint = Clinical: custody does not see it.
programmes-people = Members and waiting list
programmes-no-people = Nobody has joined yet. Add a patient below.
programmes-since = Since
programmes-place = place { $n }
programmes-becomes = New state
programmes-change = Change
programmes-forward = One place forward
programmes-join = Add a patient
programmes-number-hint = Prison number of an open patient of this facility.
programmes-nobody = No open patient of this facility has this number.
programmes-full = Every place is taken. Pause or complete somebody first, or raise the number of places.
programmes-closed = The programme takes in nobody now. Open its intake first.
programmes-not-next = Somebody has waited longer. Move this person forward, or take the first of the waiting list.
programmes-stale = Somebody has changed this since you opened it. Look at it again and send it once more.
programmes-end = End the programme
programmes-end-text = No session can be asked for from it any more. Members and sessions stay as they are recorded.
flash-programme-saved = The programme is saved.
flash-programme-ended = The programme has ended.
flash-member-active = Joined as a member.
flash-member-waiting = Put on the waiting list.
flash-member-already = This patient is in the list already.
flash-member-changed = Changed.

intake-open = Open
intake-closed = Closed
intake-rolling = Rolling

programme-status-active = Going on
programme-status-ended = Ended

member-status-waiting = Waiting
member-status-active = Member
member-status-paused = Paused
member-status-completed = Completed
member-status-withdrawn-by-patient = Withdrew
member-status-withdrawn-by-staff = Withdrawn by staff
member-status-transferred = Transferred
member-status-released = Released

group-lines = Each person
group-lines-hint = An empty line means: present, and as for all. Write codes only where somebody differs, for instance "d2" or "l 30 4".
group-codes = What the codes mean
group-code-attendance = Attendance
group-code-reason = After d, why declined
group-code-rest = Then, in any order
group-code-rest-text = 45: minutes. 1 to 6: participation. 01 to 07, 09, a10, a88: assistance. m3/6: mood before and after, 0 to 10.
group-unknown = { $name }: '{ $word }' is not a code. The codes are explained above the lines.
group-twice = { $name }: '{ $word }' says again what the line has said already.
group-ratings = The group, 1 to 5
group-cohesion = Cohesion
group-participation = Participation of the group
group-rule-keeping = Keeping rules
group-mutual-help = Helping each other
group-single = Goals and notes of single people
group-all-goals = Show all active goals
group-mood = Mood before and after
group-mood-before = Mood before, 0 to 10
group-mood-after = Mood after, 0 to 10
