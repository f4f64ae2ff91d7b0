# The unit's long lists, its filters, and who slips for which reason.

unit-list-reviews = Plan reviews due
unit-list-notes = Sessions waiting for a signature
unit-list-slipping = Patients slipping
unit-reason = Reason
unit-session = Session
unit-notes-none = No session waits for a signature.
unit-to-cosign = To co-sign
unit-trend = Last rating
unit-rising = risen
unit-staying = unchanged
unit-falling = fallen
unit-filter-name = Name of this filter
unit-filter-save = Keep this filter
unit-filters-saved = Saved filters
unit-filter-default = Open with this
unit-filter-not-default = Do not open with this
unit-filter-is-default = opens first
unit-filter-discard = Remove

slipping-title = Patients slipping
slipping-none = Nobody is slipping by these rules.
slipping-all = { $n ->
    [one] The one patient
   *[other] All { $n } patients
}
slipping-rules = Listed are patients whose attendance fell by 20 points or more from four weeks to the next four, who attended less than half of the target in four weeks, and whose goals were rated lower in the last four weeks or have not moved over two ratings.
slipping-attendance = Attendance falls
slipping-attendance-said = { $before } % of what was offered, then { $now } %
slipping-no-progress = No progress
slipping-no-progress-said = { $goal } ({ $level } over two ratings)
slipping-lower = Rated lower
slipping-lower-said = { $goal } ({ $from } → { $to })
slipping-hours = Few hours
slipping-hours-said = { $attended } of { $target } h in four weeks

flash-filter-saved = The filter is kept.
flash-filter-default = The unit opens as you have chosen.
flash-filter-discarded = The filter is removed.
