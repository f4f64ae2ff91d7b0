# Zajednički izrazi: obrasci, spiskovi, grafikoni, štampa, datumi.

kit-required = obavezno
kit-error-summary = Postoji problem
kit-skip = Pređi na glavni sadržaj
kit-navigation = Glavna navigacija
kit-more = Još
kit-facility = Ustanova
kit-side-care = Zdravstvo
kit-side-custody = Korektivna služba
kit-side-system = Sistem
kit-actions = Radnje
kit-date = Datum
kit-week = Sedmica

kit-pager = Stranice spiska
kit-pager-shown = { $from }–{ $to } od { $total }
kit-pager-previous = Prethodna
kit-pager-next = Sledeća

kit-people = { $n ->
    [one] { $n } osoba
    [few] { $n } osobe
   *[other] { $n } osoba
}

kit-hours-attended = iskorišćeno
kit-hours-custody = izgubljeno zbog režima
kit-hours-health = izgubljeno zbog zdravstva
kit-hours-patient = izgubljeno zbog pacijenta
kit-hours-target = norma
kit-hours-planned = planirano
kit-hours-of = { $attended } od { $target } h

kit-chart-as-table = Kao tabela
kit-chart-nothing = Još ništa nije zabeleženo.
kit-chart-nothing-then = U ovim sedmicama ništa nije zabeleženo.
kit-chart-session = Seansa
kit-chart-heat = { $n ->
    [one] { $n } dan sa seansama, prisutan u { $attended }.
    [few] { $n } dana sa seansama, prisutan u { $attended }.
   *[other] { $n } dana sa seansama, prisutan u { $attended }.
}
kit-chart-level = Postizanje
kit-chart-score = Rezultat
kit-chart-line = { $n ->
    [one] { $n } unos; poslednji: { $last }, { $to }. Prvi: { $first }, { $from }
    [few] { $n } unosa, od { $first } ({ $from }) do { $last } ({ $to }).
   *[other] { $n } unosa, od { $first } ({ $from }) do { $last } ({ $to }).
}
kit-chart-hours = { $n ->
    [one] { $n } sedmica. Prva, { $from }: { $first }. Poslednja, { $to }: { $last }.
    [few] { $n } sedmice. Prva, { $from }: { $first }. Poslednja, { $to }: { $last }.
   *[other] { $n } sedmica. Prva, { $from }: { $first }. Poslednja, { $to }: { $last }.
}

kit-level-much-less = mnogo manje od očekivanog
kit-level-less = manje od očekivanog
kit-level-expected = očekivano
kit-level-better = bolje od očekivanog
kit-level-much-better = mnogo bolje od očekivanog

kit-printed = Odštampano { $at } · { $by }

form-required = Popunite ovo polje.
form-choose = Izaberite jednu od mogućnosti.
form-too-long = Napišite najviše { $n } znakova.
form-number = Upišite ceo broj od { $least } do { $most }.
form-date = Upišite datum kao dan, mesec i godinu, na primer 24.11.2026.
form-no-such-day = Takav dan ne postoji. Pogledajte još jednom dan i mesec.

kit-weekday-1 = ponedeljak
kit-weekday-2 = utorak
kit-weekday-3 = sreda
kit-weekday-4 = četvrtak
kit-weekday-5 = petak
kit-weekday-6 = subota
kit-weekday-7 = nedelja
kit-weekday-short-1 = po
kit-weekday-short-2 = ut
kit-weekday-short-3 = sr
kit-weekday-short-4 = če
kit-weekday-short-5 = pe
kit-weekday-short-6 = su
kit-weekday-short-7 = ne

kit-month-1 = januar
kit-month-2 = februar
kit-month-3 = mart
kit-month-4 = april
kit-month-5 = maj
kit-month-6 = jun
kit-month-7 = jul
kit-month-8 = avgust
kit-month-9 = septembar
kit-month-10 = oktobar
kit-month-11 = novembar
kit-month-12 = decembar

kit-month-short-1 = jan
kit-month-short-2 = feb
kit-month-short-3 = mar
kit-month-short-4 = apr
kit-month-short-5 = maj
kit-month-short-6 = jun
kit-month-short-7 = jul
kit-month-short-8 = avg
kit-month-short-9 = sep
kit-month-short-10 = okt
kit-month-short-11 = nov
kit-month-short-12 = dec

kit-guard-saved = Nacrt sačuvan u
kit-guard-unsaved = Još nije sačuvano
kit-guard-offline = Server ne odgovara. Vaš tekst je na ovoj stranici i biće sačuvan čim server odgovori.
kit-guard-lapsed = Vaša prijava je istekla. Sačuvajte nacrt i prijavite se; tekst ostaje.
kit-guard-stale = Neko drugi je sačuvao ovaj nacrt. Sačuvajte svoj da vidite oba teksta.
spoken-sq = albanski
spoken-sr = srpski
spoken-en = engleski
spoken-bs = bosanski
spoken-tr = turski
spoken-rom = romski
spoken-mk = makedonski
spoken-de = nemački
spoken-it = italijanski
spoken-ar = arapski
spoken-sgn = znakovni jezik
spoken-other = drugi jezik
