# Fjalët e përbashkëta: formularë, lista, grafikë, shtypje, data.

kit-required = e detyrueshme
kit-error-summary = Ka një problem
kit-skip = Kalo te përmbajtja kryesore
kit-navigation = Navigimi kryesor
kit-more = Më shumë
kit-facility = Institucioni
kit-side-care = Shëndetësia
kit-side-custody = Shërbimi Korrektues
kit-side-system = Sistemi
kit-actions = Veprimet
kit-date = Data
kit-week = Java

kit-pager = Faqet e listës
kit-pager-shown = { $from }–{ $to } nga { $total }
kit-pager-previous = Faqja e mëparshme
kit-pager-next = Faqja tjetër

kit-people = { $n ->
    [one] { $n } person
   *[other] { $n } persona
}

kit-hours-attended = të ndjekura
kit-hours-custody = të humbura nga burgu
kit-hours-health = të humbura nga shëndetësia
kit-hours-patient = të humbura nga pacienti
kit-hours-target = synimi
kit-hours-planned = planifikuar
kit-hours-of = { $attended } nga { $target } h

kit-chart-as-table = Si tabelë
kit-chart-nothing = Ende nuk është regjistruar asgjë.
kit-chart-nothing-then = Në këto javë nuk është regjistruar asgjë.
kit-chart-session = Seanca
kit-chart-heat = { $n ->
    [one] Një ditë me seanca, me pjesëmarrje në { $attended }.
   *[other] { $n } ditë me seanca, me pjesëmarrje në { $attended } prej tyre.
}
kit-chart-level = Arritja
kit-chart-score = Rezultati
kit-chart-line = { $n ->
    [one] Një shënim: { $last } më { $to }.
   *[other] { $n } shënime, nga { $first } më { $from } deri te { $last } më { $to }.
}
kit-chart-hours = { $n ->
    [one] { $to }: { $last }.
   *[other] { $n } javë. E para, { $from }: { $first }. E fundit, { $to }: { $last }.
}

kit-level-much-less = shumë më pak se e pritura
kit-level-less = më pak se e pritura
kit-level-expected = e pritur
kit-level-better = më mirë se e pritura
kit-level-much-better = shumë më mirë se e pritura

kit-printed = Shtypur më { $at } nga { $by }

form-required = Plotësoni këtë fushë.
form-choose = Zgjidhni njërën nga mundësitë.
form-too-long = Shkruani më së shumti { $n } shenja.
form-number = Shkruani një numër të plotë nga { $least } deri në { $most }.
form-date = Shkruani datën me ditë, muaj dhe vit, për shembull 24.11.2026.
form-no-such-day = Një ditë e tillë nuk ekziston. Shikoni edhe një herë ditën dhe muajin.

kit-weekday-1 = e hënë
kit-weekday-2 = e martë
kit-weekday-3 = e mërkurë
kit-weekday-4 = e enjte
kit-weekday-5 = e premte
kit-weekday-6 = e shtunë
kit-weekday-7 = e diel
kit-weekday-short-1 = Hë
kit-weekday-short-2 = Ma
kit-weekday-short-3 = Më
kit-weekday-short-4 = En
kit-weekday-short-5 = Pr
kit-weekday-short-6 = Sh
kit-weekday-short-7 = Di

kit-month-1 = janar
kit-month-2 = shkurt
kit-month-3 = mars
kit-month-4 = prill
kit-month-5 = maj
kit-month-6 = qershor
kit-month-7 = korrik
kit-month-8 = gusht
kit-month-9 = shtator
kit-month-10 = tetor
kit-month-11 = nëntor
kit-month-12 = dhjetor

kit-month-short-1 = jan
kit-month-short-2 = shk
kit-month-short-3 = mar
kit-month-short-4 = pri
kit-month-short-5 = maj
kit-month-short-6 = qer
kit-month-short-7 = kor
kit-month-short-8 = gus
kit-month-short-9 = sht
kit-month-short-10 = tet
kit-month-short-11 = nën
kit-month-short-12 = dhj

kit-guard-saved = Drafti u ruajt në
kit-guard-unsaved = Ende pa u ruajtur
kit-guard-offline = Serveri nuk përgjigjet. Teksti juaj është në këtë faqe dhe ruhet sapo të përgjigjet serveri.
kit-guard-lapsed = Kyçja juaj ka përfunduar. Ruajeni draftin dhe kyçuni; teksti juaj mbetet.
kit-guard-stale = Dikush tjetër e ka ruajtur këtë draft. Ruajeni tuajin që t’i shihni të dy tekstet.
spoken-sq = shqip
spoken-sr = serbisht
spoken-en = anglisht
spoken-bs = boshnjakisht
spoken-tr = turqisht
spoken-rom = gjuha rome
spoken-mk = maqedonisht
spoken-de = gjermanisht
spoken-it = italisht
spoken-ar = arabisht
spoken-sgn = gjuha e shenjave
spoken-other = gjuhë tjetër
