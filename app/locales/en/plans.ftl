# The therapy plan, its goals and their attainment.

plans-plan = Therapy plan
plans-none = There is no active plan.
plans-write = Write a plan
plans-edit = Draft of the therapy plan
plans-edit-lead = Save as often as you like; nothing has to be complete until you activate the plan.
plans-save = Save draft
plans-leave = Leave without saving
plans-activate = Save and activate
plans-activate-hint = Activating completes the version followed until now. An active plan is not edited: a change makes the next version.
plans-discard = Discard this draft
plans-discard-open = Discard the draft…
plans-discard-hint = The draft and its goals are removed. The active plan and all ratings stay as they are.


plans-part-what = What the plan is about
plans-part-how = How and how much
plans-part-agreement = What the patient says
plans-title = Title
plans-title-hint = A few words that health staff know the plan by.
plans-summary = Summary for the patient
plans-summary-hint = In plain words, as you would say it. The patient gets this on paper.
plans-areas = Areas of occupation
plans-approach = Approach
plans-precautions = Precautions
plans-precautions-hint = Clinical ones, for health staff only. They never reach custody.
plans-starts = Starts on
plans-starts-hint = Left empty, it is the day the plan is activated.
plans-ends = Expected end
plans-sessions = Sessions
plans-per-week = Sessions a week
plans-minutes = Minutes a session
plans-mix = Individual or group
plans-target = Structured activity a week, in hours
plans-target-short = Structured activity a week
plans-target-hint = 25 hours are the benchmark of forensic services. A lower target needs a reason.
plans-target-wrong = Enter hours from 0 to 100, for example 25 or 12.5.
plans-target-reason = Reason for a target under 25 hours
plans-interval = Days between reviews
plans-interval-short = Review
plans-interval-hint = 28 days unless the plan needs closer looking after.
plans-agreement = The patient
plans-agreed-on = Asked on
plans-sessions-said = { $n ->
    [one] { $n } session a week, { $minutes } minutes
   *[other] { $n } sessions a week, { $minutes } minutes each
}
plans-target-said = { $hours } h
plans-interval-said = { $n ->
    [one] every day
   *[other] every { $n } days
}
plans-nothing = (nothing)

plans-goals = Goals
plans-goals-hint = What the patient will be able to do, that can be seen and has a day. Up to eight; two or three are often enough.
plans-goal-n = Goal { $n }
plans-goal-description = What the patient will do
plans-goal-description-hint = Specific and observable: what, how well, with what help.
plans-goal-words = In the patient’s words
plans-goal-words-hint = What the patient said about it.
plans-goal-area = Area
plans-goal-target = Target date
plans-goal-baseline = Where the patient starts
plans-goal-importance = Importance to the patient
plans-goal-difficulty = Difficulty
plans-scale-0 = 0 none
plans-scale-1 = 1 some
plans-scale-2 = 2 moderate
plans-scale-3 = 3 great
plans-ladder = Attainment ladder.
plans-ladder-hint = Five steps that you and the patient would both recognise. 0 is what you expect by the target date. All five are needed before the plan is activated.
plans-add-goal = Add another goal
plans-most-goals = A plan holds at most { $n } goals. Your text is kept, without a further goal.
plans-remove-goal = Remove goal
plans-remove-open = Remove this goal…
plans-remove-hint = The goal and its ladder leave this draft, and everything else you typed is saved. Ratings given so far stay in the record.
plans-weight = Weight
plans-weight-said = importance { $importance } × difficulty { $difficulty } = { $weight }
plans-now = now
plans-at-start = at the start

plans-gap-title = Give the plan a title.
plans-gap-summary = Write the summary for the patient.
plans-gap-areas = Choose at least one area.
plans-gap-target-reason = Say why the target is under 25 hours.
plans-gap-agreement = Ask the patient before the plan is activated.
plans-gap-agreed-on = Say on which day the patient was asked.
plans-gap-no-goal = A plan needs at least one goal. Describe it here.
plans-gap-description = Goal { $goal }: describe it.
plans-gap-step = Goal { $goal }: say what this step would look like.
plans-ladder-incomplete = A ladder still has a gap, so the plan was not activated.
plans-ends-before-start = The end is before the start.
plans-agreed-ahead = This day is still ahead.
plans-conflict = Somebody else has saved this draft since you opened it. Nothing was overwritten and your text is still here. Their text stands at each field that differs: choose, then save again.
plans-conflict-gone = This draft has been activated or discarded since you opened it. Your text is still here; saving it begins a new draft.
plans-conflict-field = Saved by somebody else in the meantime: { $theirs }
plans-conflict-goal-removed = Somebody else removed this goal in the meantime.
plans-conflict-goal-added = Somebody else added this goal in the meantime.

plans-terms = What was arranged
plans-lead = Lead
plans-status = Status
plans-version = Version
plans-versions = Versions of this plan
plans-version-n = Version { $n }
plans-version-said = Version { $n }, activated { $at } by { $by }
plans-changes = What changed since version { $n }
plans-changes-none = Nothing was changed.
plans-changes-what = What
plans-changes-goal = Goal { $n }: { $what }
plans-activated = Activated
plans-activated-by = By
plans-next-version = Make the next version
plans-draft-waiting = Version { $n } is a draft and not yet followed.
plans-draft-read = Read the draft
plans-draft-continue = Continue the draft

plans-attainment = Goal attainment
plans-attainment-said = T { $baseline } at the start, { $now } now ({ $change })
plans-attainment-meaning = 50 means that the goals are where they were expected to be; higher is better than expected.
plans-weights-set-aside = Every goal weighs 0, so all were counted alike.
plans-attainment-source = Kiresuk TJ, Sherman RE. Goal attainment scaling. Community Mental Health Journal 1968; 4: 443–453. w = importance × difficulty.

flash-plan-saved = Draft saved.
flash-plan-goal-added = Draft saved, with one more goal to fill in.
flash-plan-goal-removed = Goal removed, draft saved.
flash-plan-activated = The plan is active.
flash-plan-next = This is the draft of the next version.
flash-plan-discarded = Draft discarded.

area-adl = Activities of daily living (ADL)
area-iadl = Instrumental activities of daily living (IADL)
area-health-management = Health management
area-rest-sleep = Rest and sleep
area-education = Education
area-work = Work
area-play = Play
area-leisure = Leisure
area-social-participation = Social participation
plan-status-draft = draft
plan-status-active = active
plan-status-on-hold = on hold
plan-status-revoked = revoked
plan-status-completed = completed
plan-status-entered-in-error = entered in error
approach-create-promote = Create or promote
approach-establish-restore = Establish or restore
approach-maintain = Maintain
approach-modify = Modify or compensate
approach-prevent = Prevent
session-mix-individual = individual
session-mix-group = group
session-mix-mixed = both
agreement-agreed = agrees with the plan
agreement-in-part = agrees in part
agreement-not-agreed = does not agree
agreement-lacks-capacity = cannot decide about it now
agreement-not-asked = has not been asked yet
lifecycle-proposed = proposed
lifecycle-planned = planned
lifecycle-accepted = accepted
lifecycle-active = active
lifecycle-on-hold = on hold
lifecycle-completed = completed
lifecycle-cancelled = cancelled
lifecycle-rejected = rejected
lifecycle-entered-in-error = entered in error
achievement-in-progress = in progress
achievement-improving = improving
achievement-worsening = worsening
achievement-no-change = no change
achievement-achieved = achieved
achievement-sustaining = sustaining
achievement-not-achieved = not achieved
achievement-no-progress = no progress
achievement-not-attainable = not attainable
