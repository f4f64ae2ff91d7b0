# Tools: counted out before a session and in after it. Names of tools, numbers and initials; never what a session is for.

tools-title = Tools
tools-lead = Tools are counted out before a session and in after it, each time by two people.
tools-to-day = To the tools of the day
tools-of-session = Tools of this session
tools-day-empty = No session with tools to count on this day. Choose another day above.
tools-time = Time
tools-session = Session
tools-room = Room
tools-state = State
tools-tool = Tool
tools-tools = Tools
tools-expected = Expected
tools-counted = Counted
tools-all = All
tools-from = From
tools-to = To
tools-look = Open

tools-stage-in = Not handed out
tools-stage-out = Handed out
tools-stage-differs = Numbers differ
tools-stage-back = All back
tools-stage-answered = Decided
tools-row-differs = differs
tools-differs-text = Another number came back than went out. Count again; if a tool is still missing, tell the coordinator, who decides what became of it. Until then the session cannot be completed.
tools-missing-alert = A tool is missing:
tools-none-to-count = This session has no tools to count.
tools-not-yet = Tools are counted out on the day of the session, once it is confirmed.

tools-count-out = Count out
tools-count-in = Count in
tools-recount = Count again
tools-save-out = Tools are handed out
tools-save-in = Save the count
tools-kit-has = The kit has { $n }.
tools-went-out = { $n } went out.
tools-initials = Your initials
tools-initials-wrong = Write two to four letters.
tools-second = Counted with
tools-second-hint = Another person of this house, who has counted too.
tools-second-initials = Initials of the other person
tools-second-unknown = Choose somebody of this house who has counted with you, not yourself.
tools-not-now = This count cannot be made now. Look at the state of the tools above.
tools-counted-since = Somebody has counted since you opened this page. Look at the newest count below.
tools-counted-line = { $way }, { $at }: { $first } and { $second }
tools-answer-title = Decide
tools-answer-text = When counting again did not help: what became of the tool? Your decision is kept with the count and lets the session be completed.
tools-answer = What became of it
tools-answer-save = Save the decision
tools-answered = { $answer }. Decided by { $name }, { $at }.
flash-tools-out = Counted out.
flash-tools-back = Counted in: everything is back.
flash-tools-differ = The numbers differ. Both sides have been told which tool.
flash-tools-answered = The decision is saved.

tools-way-out = Out
tools-way-in = In
tools-answer-found = Found
tools-answer-broken = Broken
tools-answer-lost = Lost
tools-answer-under-investigation = Under investigation

tools-register = Register of counts
tools-register-lead = Every count of tools in this facility. Nothing in it can be changed afterwards.
tools-register-count = { $n ->
    [one] { $n } count
   *[other] { $n } counts
}
tools-register-empty = No counts here. Choose other dates, another room or another tool.
tools-only-differing = Only where numbers differ
tools-facility = Facility
tools-session-at = Time of session
tools-way = Way
tools-counted-at = Counted at
tools-both = Counted by
tools-first = First person
tools-second-person = Second person
tools-went = handed out
tools-agrees = agrees

export-as = Save this list as
export-from = From
export-to = To
export-session = Session
export-people = People
export-state = State
export-profession = Profession
export-at = Time
export-user = User
export-role = Role
export-facility = Facility
export-permission = Permission
export-outcome = Outcome
export-person = Person (pseudonym)
export-seal = Seal
