# One patient's progress over one axis of time, and its report.

progress-t = Goal attainment T, now
progress-t-start = from { $t } at the start
progress-of = { $n } of { $of }
progress-reached = Goals reached
progress-reached-hint = at what was expected, or better
progress-weekly = Attended a week
progress-weekly-target = { $share } % of the target of { $h } h
progress-no-target = no plan sets a target
progress-lost-share = { $share } % of what was planned
progress-review = Review
progress-key-plan = a plan version takes effect
progress-evidence-key = Full dots rest on a session. Below each ladder the sessions that worked on the goal: ▲ progress, ▬ no change, ▼ a step back. The table leads to each of them.
progress-band = Within the band nothing has changed that matters: less than { $n } from the first score.
progress-heat-some = attended in part
progress-heat-all = attended in full
progress-heat-hint = One square for each day with sessions. Where nothing was attended, the colour and pattern say what it was lost to, as above.
progress-report = Report to print
progress-report-language = Language of the report
progress-report-of = Progress from { $from } to { $to }
progress-report-hint = Print this page from the browser.
progress-back = Back to the progress page
progress-period-order = The period ends before it begins. Choose a later day.
progress-period-long = At most a year can be shown. Choose a later day.
