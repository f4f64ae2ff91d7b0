# Na šta je pacijent pristao.

consents-title = Pristanak i obaveštenja
consents-ways = Pristanak, obaveštenja, otkrivanje podataka
consents-explained = Gde ništa nije zabeleženo, odgovor je ne.
consents-today = Šta važi danas
consents-scope = Na šta
consents-holds = Danas
consents-since = Od
consents-until = Do
consents-permitted = dozvoljeno
consents-denied = odbijeno
consents-withdrawn = povučeno
consents-ended = isteklo
consents-not-recorded = nije zabeleženo
consents-treatment-refused = Nema pristanka na tretman
consents-no-group-work = Nije zabeležen pristanak na grupni rad za: { $names }. Pitajte pre nego što dođu.
consents-new = Zabeleži odluku
consents-record = Zabeleži odluku
consents-choose = Izaberite
consents-decision = Odluka
consents-deny-hint = Odbijanje odmah okončava ono što počiva na ranijem pristanku: obaveštenja nestaju sa lista zatvora, a odobreno a neposlato se odbija.
consents-given-on = Dato dana
consents-ends-on = Ističe dana
consents-ends-hint = Prazno: dok se ne povuče.
consents-language = Objašnjeno na jeziku
consents-interpreter = Tumač
consents-interpreter-hint = Ime ili služba; prazno kada nije bio potreban.
consents-method = Kako je dato
consents-comment = Napomena
consents-end-before = Ovaj dan je pre dana kada je pristanak dat.
consents-day-ahead = Ovaj dan tek dolazi.
consents-changed = Neko drugi je u međuvremenu izmenio ovaj pristanak. Pogledajte ponovo pre nego što nastavite.
consents-history = Sve odluke
consents-none = Još nije zabeležena nijedna odluka.
consents-how = Kako
consents-recorded-by = Zabeležio
consents-until-said = do { $date }
consents-withdrawn-on = povučeno { $date }
consents-withdraw = Povuci
consents-withdraw-title = Povlačenje pristanka
consents-withdrawn-day = Povučeno dana
consents-words = Rečima samog pacijenta
consents-words-hint = Onako kako je rečeno, kad je moguće.
consents-keep = Ostavi kako jeste
consents-nothing-ends = Sada ništa ne počiva na ovom pristanku.
consents-what-ends = Sa ovim pristankom odmah se okončava:
consents-ends-notices = { $n ->
    [one] { $n } obaveštenje zatvoru
    [few] { $n } obaveštenja zatvoru
   *[other] { $n } obaveštenja zatvoru
}
consents-ends-disclosures = { $n ->
    [one] { $n } odobreno a neposlato otkrivanje podataka
    [few] { $n } odobrena a neposlata otkrivanja podataka
   *[other] { $n } odobrenih a neposlatih otkrivanja podataka
}
flash-consent-recorded = Odluka je zabeležena.
flash-consent-withdrawn = Pristanak je povučen. Ono što je na njemu počivalo je okončano.

consent-scope-treatment = Tretman
consent-scope-group-work = Grupni rad
consent-scope-notices-to-custody = Obaveštenja zatvoru
consent-scope-sharing-treatment-sector = Deljenje podataka sa sektorom za tretman
consent-scope-sharing-probation = Deljenje podataka sa probacionom službom
consent-scope-sharing-family = Deljenje podataka sa porodicom
consent-scope-sharing-institution = Deljenje podataka sa drugom ustanovom
consent-scope-photos-of-work = Fotografije radova
consent-decision-permit = dozvoljava
consent-decision-deny = odbija
consent-method-written = pismeno
consent-method-spoken-with-witness = usmeno, uz svedoka
consent-method-sign-or-gesture = znakom ili gestom
