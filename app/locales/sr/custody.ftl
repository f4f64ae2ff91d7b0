# Custody: the day board, slots, the unlock list. No word here says what a session is for.

custody-nav-board = Dnevna tabla
custody-nav-unlock = Liste otključavanja
custody-today = Danas
custody-tomorrow = Sutra
custody-show = Prikaži
custody-name = Ime
custody-number = Broj
custody-cell = Ćelija
custody-cautions = Upozorenja, držati odvojeno
custody-keep-apart = Držati odvojeno od: { $numbers }
custody-absent = Privremeno odsutan
custody-gone = Više nije ovde

slot-label = Zdravstvena jedinica – { $letter }
slot-board-title = Dnevna tabla
slot-board-caption = Prostorije i delovi dana, { $date }
slot-key-confirmed = potvrđeno
slot-key-requested = traženo, čeka vaš odgovor
slot-key-stopped = precrtano: ne održava se, uz razlog
slot-requests = { $n ->
    [0] Nema zahteva za potvrdu.
    [one] { $n } zahtev za potvrdu.
    [few] { $n } zahteva za potvrdu.
   *[other] { $n } zahteva za potvrdu.
}
slot-escorts = Službenici za pratnju: { $parts }
slot-part-officers = { $part } { $n }
slot-days = Dani
slot-day-before = Prethodni dan
slot-day-after = Sledeći dan
slot-rooms = Prostorije
slot-rooms-all = Sve prostorije
slot-rooms-used = Sa seansama
slot-no-rooms = Ova ustanova još nema prostoriju za seanse. Prostorije uvozi administrator.
slot-no-sessions = Tog dana nema seansi.
slot-no-regime = van režima
slot-room = Prostorija
slot-places = { $n ->
    [one] { $n } mesto
    [few] { $n } mesta
   *[other] { $n } mesta
}
slot-no-escort = bez pratnje
slot-escort = { $n ->
    [one] { $n } službenik, { $mode }
    [few] { $n } službenika, { $mode }
   *[other] { $n } službenika, { $mode }
}
slot-confirm = Potvrdi
slot-decline = Odbij
slot-cancel = Otkaži seansu

slot-to-board = Na dnevnu tablu
slot-time = Vreme
slot-practitioner = Zdravstveno osoblje
slot-escort-need = Pratnja
slot-requested-at = Traženo
slot-movement = Kretanje
slot-no-people = Još niko nije naveden.
slot-confirm-title = Potvrda
slot-decline-title = Odbijanje
slot-escort-title = Pratnja
slot-escort-save = Sačuvaj pratnju
slot-cancel-title = Otkazivanje
slot-officers = Službenici
slot-officers-hint = 0 kada pratnja nije potrebna.
slot-mode = Gde stoje
slot-reason = Razlog
slot-decline-text = { $n ->
    [one] { $n } osoba se ne poziva. Prostorija se oslobađa. Zdravstvena jedinica vidi razlog.
    [few] { $n } osobe se ne pozivaju. Prostorija se oslobađa. Zdravstvena jedinica vidi razlog.
   *[other] { $n } osoba se ne poziva. Prostorija se oslobađa. Zdravstvena jedinica vidi razlog.
}
slot-cancel-text = { $n ->
    [one] { $n } osoba ostaje u paviljonu. Prostorija se oslobađa, a vreme se računa kao izgubljeno zbog režima. Ne može se ponovo potvrditi: zdravstvena jedinica mora da podnese nov zahtev.
    [few] { $n } osobe ostaju u paviljonu. Prostorija se oslobađa, a vreme se računa kao izgubljeno zbog režima. Ne može se ponovo potvrditi: zdravstvena jedinica mora da podnese nov zahtev.
   *[other] { $n } osoba ostaje u paviljonu. Prostorija se oslobađa, a vreme se računa kao izgubljeno zbog režima. Ne može se ponovo potvrditi: zdravstvena jedinica mora da podnese nov zahtev.
}
slot-changed-since = Neko je ovo izmenio otkako ste otvorili stranicu. Sada je: { $state }. Vaše nije sačuvano; pogledajte ponovo i odlučite.
slot-step-not-possible = To u sadašnjem stanju nije moguće.
slot-day-closed = Ovaj dan je zaključen: odlučuje se do podneva narednog dana.
slot-escort-without-officers = Unesite broj službenika ili izaberite bez pratnje.
slot-escort-without-mode = Izaberite gde službenici stoje.
flash-slot-confirmed = Potvrđeno.
flash-slot-declined = Odbijeno. Zdravstvena jedinica vidi razlog.
flash-slot-cancelled = Otkazano. Prostorija i osobe su slobodne.
flash-slot-escort = Pratnja je sačuvana.

unlock-title = Lista otključavanja
unlock-heading = Lista otključavanja, { $wing }, { $part }
unlock-wing = Paviljon
unlock-days = Dan
unlock-parts = Deo dana
unlock-nobody = Niko iz ovog paviljona nije pozvan u ovom delu dana.
unlock-no-wing = Još nema paviljona koji vi otključavate. Administrator uvozi paviljone i određuje službenike.
unlock-people = { $n ->
    [one] { $n } osoba za otključavanje
    [few] { $n } osobe za otključavanje
   *[other] { $n } osoba za otključavanje
}
unlock-leaving = { $n ->
    [one] { $n } izlazi iz paviljona
    [few] { $n } izlaze iz paviljona
   *[other] { $n } izlazi iz paviljona
}
unlock-staying = { $n ->
    [one] { $n } ostaje
    [few] { $n } ostaju
   *[other] { $n } ostaje
}
unlock-other-day = Možete otvoriti današnje i sutrašnje liste.
unlock-to-today = Na današnju listu
unlock-mark-unlocked = Otključan
unlock-mark-arrived = Stigao
unlock-mark-arrived-late = Stigao sa zakašnjenjem
unlock-mark-returned = Vraćen
unlock-mark-not-brought = Nije doveden
unlock-mark-back-to-expected = Poništi: ponovo se očekuje
unlock-mark-back-to-unlocked = Poništi: još nije stigao
unlock-mark-back-to-arrived = Poništi: još nije vraćen
unlock-not-brought = Nije doveden…
unlock-why = Zašto nije doveden?
unlock-choose-reason = Izaberite razlog za: { $name }.
unlock-changed-since = { $name }: neko je u međuvremenu ovo označio. Sada piše: { $state }. Vaša oznaka nije sačuvana.
unlock-not-possible = { $name }: ovo se više ne može označiti. Sada piše: { $state }.
unlock-day-not-open = { $name }: ovo se beleži istog dana, a još sedam dana ako nije zabeleženo. Posle toga ispravlja koordinator.
unlock-sheet-name-number = Ime, broj
unlock-sheet-cell = Ćelija
unlock-sheet-cautions = Upozorenja
unlock-sheet-time-place = Vreme, mesto
unlock-sheet-refused = Odbio
unlock-sheet-stayed = Ostao
unlock-sheet-unlocked = Otključan
unlock-sheet-notes = Beleške

part-am = Prepodne
part-pm = Poslepodne
part-eve = Veče

slot-status-requested = Traženo
slot-status-confirmed = Potvrđeno
slot-status-declined = Odbijeno
slot-status-cancelled = Otkazano
slot-status-in-progress = U toku
slot-status-completed = Završeno
slot-status-not-held = Nije održano

cancel-side-custody = od strane zatvora
cancel-side-health = od strane zdravstva

cancel-reason-lockdown = obustava kretanja
cancel-reason-no-escort = nema pratnje
cancel-reason-no-officer = nema službenika
cancel-reason-room-unavailable = prostorija nije slobodna
cancel-reason-operational = operativni razlog
cancel-reason-training = obuka osoblja
cancel-reason-security = bezbednost
cancel-reason-clash = preklapanje sa nečim drugim
cancel-reason-other = drugi razlog
cancel-reason-health = od strane zdravstvene jedinice

escort-mode-none = bez pratnje
escort-mode-in-sight = u vidokrugu
escort-mode-in-room = u prostoriji
escort-mode-out-of-hearing = van dometa sluha

movement-expected = Očekuje se
movement-unlocked = Otključan
movement-arrived = Stigao
movement-arrived-late = Stigao sa zakašnjenjem
movement-not-brought = Nije doveden
movement-returned = Vraćen

custody-reason-lockdown = obustava kretanja
custody-reason-no-escort = nema pratnje
custody-reason-no-officer = nema službenika
custody-reason-court = sud
custody-reason-visit = poseta
custody-reason-work = rad
custody-reason-school = škola
custody-reason-segregation = izdvajanje
custody-reason-security = bezbednost
custody-reason-transferred = premešten
custody-reason-released = pušten
custody-reason-clash = pozvan na drugo mesto
custody-reason-other = drugi razlog

alert-one-to-one-unlock = Otključati samog
alert-escape-list = Rizik od bekstva
alert-assault-risk-staff = Rizik od napada na osoblje
alert-assault-risk-prisoners = Rizik od napada na zatvorenike
alert-two-officers = Dva službenika

room-kind-activity = prostorija za aktivnosti
room-kind-kitchen = kuhinja
room-kind-workshop = radionica
room-kind-garden = bašta
room-kind-gym = sala za vežbanje
room-kind-interview = prostorija za razgovor
room-kind-ward = odeljenje
room-kind-classroom = učionica
room-kind-cell = ćelija
