# Functional notices, for both sides of the wall.

notices-nav = Notices
notices-title = Notices
notices-explained = What the health unit asks of everybody who goes with these people. Each ends by itself on its day.
notices-waiting = { $n ->
    [0] All notices are acknowledged.
    [one] { $n } notice waits to be acknowledged.
   *[other] { $n } notices wait to be acknowledged.
}
notices-none = No notice holds now.
notices-notice = Notice
notices-until = Until
notices-read-at = Read
notices-state = Read
notices-sharing-agreed = sharing agreed
notices-acknowledge = Acknowledge
notices-acknowledged = acknowledged
notices-acknowledged-by = { $name }, { $at }
notices-not-acknowledged = not acknowledged
notices-lapses = { $n ->
    [0] lapses today
    [one] lapses in { $n } day
   *[other] lapses in { $n } days
}
notices-lapsed = has lapsed
notices-ended = ended
notices-not-before = Not before { $time }
notices-small-group = In a group of at most { $n }
notices-no-tools = No tools of this class: { $class }
notices-interpreter = Interpreter: { $language }

notices-care-explained = Custody sees the notice, its day and that health gave it; never the reason. Everybody who goes with the patient reads it.
notices-consent-is = Consent to notices to custody: { $standing }. Without it a notice can rest only on a vital interest or a legal duty.
notices-given = Notices given
notices-none-given = No notice has been given.
notices-custody = Custody
notices-basis = Basis
notices-given-by = { $name }, { $date }
notices-new = Give a notice
notices-give = Give the notice
notices-choose = Choose
notices-only-for = Only for: { $notice }
notices-time = Time
notices-people = People at most
notices-class = Class of tools
notices-language = Language
notices-until-hint = A year at most. It is warned of a week before.
notices-reason = Reason
notices-reason-hint = For the record of care only. Custody never sees it.
notices-time-needed = Enter a time, for example 09:30.
notices-past = This day has passed.
notices-too-long = A notice holds for a year at most.
notices-no-consent = The patient has not agreed that custody is told. Record the consent first, or name another basis.
notices-renew = Renew
notices-new-end = New end
notices-end = End now
notices-changed = Somebody else has changed this notice since. This is how it is now.
notices-open = Open
notices-lapsing-item = Notice: { $notice }
notices-lapsing-soon = Notices that lapse soon
notices-none-lapsing = None lapses in the next seven days.
flash-notice-acknowledged = Acknowledged. The health unit sees that.
flash-notice-given = The notice is with custody.
flash-notice-renewed = Renewed. Custody is asked to acknowledge it again.
flash-notice-ended = The notice has ended.
flash-notice-changed = That notice had ended or been renewed already.

notice-basis-consent = consent of the patient
notice-basis-vital-interest = vital interest
notice-basis-legal-duty = legal duty
notice-kind-escort-slowly = Escort slowly, or walking aid
notice-kind-ground-floor = Ground floor or ramp
notice-kind-seated-only = Seated only
notice-kind-may-need-breaks = May need breaks
notice-kind-not-before = Not before a time
notice-kind-small-group = Only in a small group
notice-kind-no-tools-of-class = No tools of a class
notice-kind-interpreter = Interpreter
notice-kind-hearing-or-glasses = Hearing aid or glasses
notice-kind-material-in-cell = Health unit’s material is allowed in the cell
notice-kind-ask-before-moving = Do not move or cancel without asking health
notice-kind-call-health = Call health if distressed
notice-tool-class-blunt = blunt
notice-tool-class-pointed = pointed
notice-tool-class-sharp = sharp
notice-tool-class-heat = heat
notice-tool-class-chemical = chemical
notice-tool-class-ligature = cords and ligatures
notice-tool-class-electronic = electronic
