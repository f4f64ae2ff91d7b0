# What a patient has agreed to.

consents-title = Consent and notices
consents-ways = Consent, notices, disclosures
consents-explained = Where nothing is recorded, the answer is no.
consents-today = What holds today
consents-scope = About what
consents-holds = Today
consents-since = Since
consents-until = Until
consents-permitted = permitted
consents-denied = denied
consents-withdrawn = withdrawn
consents-ended = has ended
consents-not-recorded = not recorded
consents-treatment-refused = Treatment not agreed to
consents-no-group-work = No consent to group work is recorded for: { $names }. Ask before they come.
consents-new = Record a decision
consents-record = Record the decision
consents-choose = Choose
consents-decision = Decision
consents-deny-hint = A no ends at once what rests on an earlier yes: notices leave custody’s lists, and what was approved and not sent is refused.
consents-given-on = Given on
consents-ends-on = Ends on
consents-ends-hint = Empty: until it is withdrawn.
consents-language = Explained in
consents-interpreter = Interpreter
consents-interpreter-hint = Name or service; empty when none was needed.
consents-method = How it was given
consents-comment = Comment
consents-end-before = This day lies before the day on which the consent was given.
consents-day-ahead = This day lies ahead.
consents-changed = Somebody else has changed this consent since. Look again before you go on.
consents-history = All decisions
consents-none = No decision has been recorded yet.
consents-how = How
consents-recorded-by = Recorded by
consents-until-said = until { $date }
consents-withdrawn-on = withdrawn on { $date }
consents-withdraw = Withdraw
consents-withdraw-title = Withdraw a consent
consents-withdrawn-day = Withdrawn on
consents-words = In the patient’s own words
consents-words-hint = As it was said, where possible.
consents-keep = Leave it as it is
consents-nothing-ends = Nothing rests on this consent now.
consents-what-ends = With this consent ends, at once:
consents-ends-notices = { $n ->
    [one] { $n } notice to custody
   *[other] { $n } notices to custody
}
consents-ends-disclosures = { $n ->
    [one] { $n } disclosure that was approved and not sent
   *[other] { $n } disclosures that were approved and not sent
}
flash-consent-recorded = The decision is recorded.
flash-consent-withdrawn = The consent is withdrawn. What rested on it has ended.

consent-scope-treatment = Treatment
consent-scope-group-work = Group work
consent-scope-notices-to-custody = Notices to custody
consent-scope-sharing-treatment-sector = Sharing with the treatment sector
consent-scope-sharing-probation = Sharing with probation
consent-scope-sharing-family = Sharing with the family
consent-scope-sharing-institution = Sharing with another institution
consent-scope-photos-of-work = Photos of work
consent-decision-permit = permits
consent-decision-deny = denies
consent-method-written = written
consent-method-spoken-with-witness = spoken, with a witness
consent-method-sign-or-gesture = by sign or gesture
