# Words of the interface kit: forms, lists, charts, prints, dates.

kit-required = required
kit-error-summary = There is a problem
kit-skip = Skip to the main content
kit-navigation = Main navigation
kit-more = More
kit-facility = Facility
kit-side-care = Health
kit-side-custody = Corrections
kit-side-system = System
kit-actions = Actions
kit-date = Date
kit-week = Week

kit-pager = Pages of the list
kit-pager-shown = { $from }–{ $to } of { $total }
kit-pager-previous = Previous
kit-pager-next = Next

kit-people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

kit-hours-attended = attended
kit-hours-custody = lost to custody
kit-hours-health = lost to health
kit-hours-patient = lost to the patient
kit-hours-target = target
kit-hours-planned = planned
kit-hours-of = { $attended } of { $target } h

kit-chart-as-table = As a table
kit-chart-nothing = Nothing has been recorded yet.
kit-chart-nothing-then = Nothing was recorded in these weeks.
kit-chart-session = Session
kit-chart-heat = { $n ->
    [one] One day with sessions, attended on { $attended }.
   *[other] { $n } days with sessions, attended on { $attended } of them.
}
kit-chart-level = Attainment
kit-chart-score = Score
kit-chart-line = { $n ->
    [one] One entry: { $last } on { $to }.
   *[other] { $n } entries, from { $first } on { $from } to { $last } on { $to }.
}
kit-chart-hours = { $n ->
    [one] { $to }: { $last }.
   *[other] { $n } weeks. The first, { $from }: { $first }. The last, { $to }: { $last }.
}

kit-level-much-less = much less than expected
kit-level-less = less than expected
kit-level-expected = expected
kit-level-better = better than expected
kit-level-much-better = much better than expected

kit-printed = Printed { $at } by { $by }

form-required = Fill this in.
form-choose = Choose one of the options.
form-too-long = Write at most { $n } characters.
form-number = Enter a whole number from { $least } to { $most }.
form-date = Enter a date as day, month and year, for example 24.11.2026.
form-no-such-day = There is no such day. Look at day and month once more.

kit-weekday-1 = Monday
kit-weekday-2 = Tuesday
kit-weekday-3 = Wednesday
kit-weekday-4 = Thursday
kit-weekday-5 = Friday
kit-weekday-6 = Saturday
kit-weekday-7 = Sunday
kit-weekday-short-1 = Mo
kit-weekday-short-2 = Tu
kit-weekday-short-3 = We
kit-weekday-short-4 = Th
kit-weekday-short-5 = Fr
kit-weekday-short-6 = Sa
kit-weekday-short-7 = Su

kit-month-1 = January
kit-month-2 = February
kit-month-3 = March
kit-month-4 = April
kit-month-5 = May
kit-month-6 = June
kit-month-7 = July
kit-month-8 = August
kit-month-9 = September
kit-month-10 = October
kit-month-11 = November
kit-month-12 = December

kit-month-short-1 = Jan
kit-month-short-2 = Feb
kit-month-short-3 = Mar
kit-month-short-4 = Apr
kit-month-short-5 = May
kit-month-short-6 = Jun
kit-month-short-7 = Jul
kit-month-short-8 = Aug
kit-month-short-9 = Sep
kit-month-short-10 = Oct
kit-month-short-11 = Nov
kit-month-short-12 = Dec

kit-guard-saved = Draft saved at
kit-guard-unsaved = Not saved yet
kit-guard-offline = The server cannot be reached. Your text is in this page; it is saved as soon as the server answers.
kit-guard-lapsed = Your sign-in has ended. Save the draft and sign in; your text is kept.
kit-guard-stale = Somebody else has saved this draft. Save yours to see both texts.
spoken-sq = Albanian
spoken-sr = Serbian
spoken-en = English
spoken-bs = Bosnian
spoken-tr = Turkish
spoken-rom = Romani
spoken-mk = Macedonian
spoken-de = German
spoken-it = Italian
spoken-ar = Arabic
spoken-sgn = sign language
spoken-other = another language
