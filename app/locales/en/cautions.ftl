# Whom to keep apart, and what to beware of.

cautions-title = Keep apart, alerts
cautions-due-lead = { $n ->
    [0] Nothing is due to be looked at again within two weeks.
    [one] { $n } is due to be looked at again within two weeks.
   *[other] { $n } are due to be looked at again within two weeks.
}
cautions-own-wings = What holds today for the people of your wings.
cautions-pairs = Keep apart
cautions-alerts = Alerts
cautions-due = To be looked at
cautions-past = Ended
cautions-pair = Keep apart
cautions-alert = Alert
cautions-one = One
cautions-other = Other
cautions-term = From – until
cautions-endless = without end
cautions-reason = Reason
cautions-reason-hint = For the coordinators alone. Officers and the health unit never see it.
cautions-review = Look again on
cautions-review-hint = Within half a year. It can stay empty where the last day comes sooner.
cautions-is-due = due
cautions-starts = From
cautions-ends = Last day
cautions-ends-hint = Empty: until further notice. To end it, enter the last day on which it holds.
cautions-new-pair = Keep two people apart
cautions-new-alert = Set an alert
cautions-number-one = Number of one
cautions-number-other = Number of the other
cautions-change = Change
cautions-save = Save
cautions-back = Back to the list
cautions-no-pairs = Nobody has to be kept apart.
cautions-no-alerts = There are no alerts.
cautions-nobody = Nobody here has this number.
cautions-same = These are the same person.
cautions-already = These two are kept apart already at that time.
cautions-ends-before = The last day is before the first.
cautions-review-before = This is before the first day.
cautions-review-late = Enter a day within half a year on which somebody looks at it again.
cautions-stale = Somebody has changed this since you opened it. Yours stands here still; send it once more to put it over the other.
cautions-both-booked = { $n ->
    [one] { $n } session to come calls both of them. Nothing was cancelled: open it on the day board.
   *[other] { $n } sessions to come call both of them. Nothing was cancelled: open them on the day board.
}
flash-caution-saved = Saved.
