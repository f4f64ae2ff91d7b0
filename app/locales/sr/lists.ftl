# Štampane liste, liste kretanja, propusnice i kretanja jedne osobe.

list-kind-unlock = Lista otključavanja
list-kind-movement = Lista kretanja
list-kind-slips = Propusnice

lists-numbered = Lista { $number }, verzija { $version }
lists-version = Verzija { $version }
lists-people = { $n ->
    [one] { $n } osoba
    [few] { $n } osobe
   *[other] { $n } osoba
}
lists-printed = Štampano { $at } ({ $by }) · { $list }
lists-printed-at = štampano { $at } ({ $by })
lists-print = Štampaj
lists-print-again = Štampaj ponovo
lists-how-to-print = Odštampajte ovu stranicu iz pregledača: na papir ide samo lista.
lists-not-printed = Još nije štampano. Štampana lista ima broj, a vi dobijate obaveštenje kad se promeni.
lists-paper = Na papiru
lists-to-origin = Na listu kakva je sada
lists-to-list = Na štampanu listu

lists-sheet-there = Tu
lists-sheet-destination = Vreme, odredište
lists-sheet-clashes = Pozvan i drugde, upozorenja
lists-clashes = Pozvan i drugde
lists-sheet-bring = Vratiti
lists-bring-back = Vratiti: { $tools }
lists-nobody = U ovom delu dana niko nije pozvan.
lists-all-rooms = Sve prostorije

lists-slip = Propusnica
lists-slips = Propusnice
lists-slips-title = Propusnice
lists-slips-all = Po jedan za svaku osobu sa liste.
lists-slips-one = Za jednu osobu.
lists-slip-staff = Samo za osoblje
lists-person-text = Tekst za osobu
lists-person-text-hint = Stoji na polovini koju nosi osoba. Mogu ga pročitati i drugi.
lists-staff-text = Tekst za osoblje
lists-staff-text-hint = Stoji na drugoj polovini, koju nosi samo osoblje, uz upozorenja i pratnju.
lists-layout = Na papiru
lists-layout-many = Više propusnica na strani
lists-layout-one = Jedna propusnica na strani

lists-changed = { $n ->
    [one] Promenjeno posle štampe: { $n } red
    [few] Promenjeno posle štampe: { $n } reda
   *[other] Promenjeno posle štampe: { $n } redova
}
lists-changed-again = Dok ste čitali promenilo se još nešto. Pogledajte ponovo.
lists-unchanged = Od štampanja se ništa nije promenilo.
lists-not-newest = Ovo nije najnovija verzija.
lists-to-changes = Pogledaj izmene
lists-changes-title = Izmene posle štampe
lists-what = Šta
lists-how = Kako
lists-what-added = Dodato
lists-what-gone = Uklonjeno
lists-what-changed = Promenjeno
lists-added = Nije na štampanoj listi
lists-gone-wing = Sada je smešten u paviljonu { $wing }
lists-gone-no-wing = Više nije smešten u ovom paviljonu
lists-gone-elsewhere = Sada je pozvan u drugu prostoriju ili u drugo vreme
lists-gone-not-called = Više nije pozvan
lists-facet-time = Vreme: { $earlier } → { $now }
lists-facet-room = Prostorija: { $earlier } → { $now }
lists-facet-escort = Pratnja: { $earlier } → { $now }
lists-facet-housing = Ćelija: { $earlier } → { $now }
lists-see = Paviljon je ovo primio k znanju
lists-seen-nobody = Nijedan službenik paviljona još nije potvrdio.
lists-seen-by = Potvrda: { $who }
flash-list-seen = Zabeleženo: paviljon je video izmene.

lists-register = Štampane liste
lists-list = Lista
lists-number = Broj
lists-print-column = Štampano
lists-state = Stanje
lists-wing-knows = Paviljon obavešten
lists-holds = Još važi
lists-none = Za ovaj dan nije štampana nijedna lista. Odštampajte je sa liste otključavanja ili liste kretanja.
lists-no-such-number = Nema liste sa tim brojem.

lists-catch-up = Unesi sa papira
lists-catch-up-title = Unos sa papira
lists-catch-up-text = Za ono što je zapisano na štampanoj listi dok se ovde nije moglo beležiti. Svaki red se obeležava kao naknadno unet. Redovi koje ostavite prazne ostaju kakvi jesu.
lists-time-for-all = Vreme za sve redove
lists-time-for-all-hint = Važi gde red nema svoje vreme, na primer 09:50.
lists-says = Sada piše
lists-what-happened = Šta se dogodilo
lists-time = Vreme
lists-time-wrong = Unesite vreme kao 09:50.
lists-time-ahead = To vreme još nije došlo.
lists-nothing-entered = Izaberite šta se dogodilo bar u jednom redu.
lists-says-now = Neko je ovo već zabeležio. Sada piše: { $state }.
lists-row-closed = Ovo se ovde više ne može beležiti.
lists-not-yet = Dan ove liste još nije došao.
lists-save-paper = Sačuvaj šta piše na papiru
flash-list-caught-up = Uneto i obeleženo kao sa papira.

movements-title = Kretanja osobe
movements-history = Sve beleške
movements-none = Još ništa nije zabeleženo.
movements-said = Beleška
movements-happened = Dogodilo se
movements-written = Zapisano
movements-by = Ko
movements-how = Kako
movements-corrected = Ispravljeno: { $why }
movements-from-paper = Sa papira, lista { $number }
movements-by-phone = Sa telefona
movements-health = Zdravstvo kaže
movements-came = Osoba je došla
movements-did-not-come = Osoba nije došla
movements-nothing-said = Još ništa
movements-correct-title = Ispravka
movements-correct = Ispravi
movements-correct-hint = Ono što je ranije zabeleženo ostaje u istoriji, sa imenom onoga ko je zabeležio.
movements-reason = Razlog
movements-reason-hint = Samo kad osoba nije dovedena.
movements-why = Zašto se ispravlja?
movements-stale = Neko je u međuvremenu ovo zabeležio. Sada piše: { $state }. Vaše nije sačuvano; pogledajte ponovo i odlučite.
flash-movement-corrected = Ispravljeno. Sačuvano je i ono što je pisalo ranije.

movement-correction-mistake = Zabeleženo greškom
movement-correction-wrong-person = Pogrešna osoba
movement-correction-late-report = Kasno prijavljeno
movement-correction-other = Drugi razlog

unlock-phone-waiting = čeka na slanje. Čuva se na ovom telefonu.
unlock-phone-lapsed = čeka na slanje. Prijavite se ponovo; čuva se na ovom telefonu.
unlock-phone-refused = Nije moglo da se zabeleži
unlock-phone-refused-text = Ovo nije moglo da se zabeleži
unlock-phone-now = sada piše:
unlock-phone-tried = Pokušali ste:
unlock-phone-dismiss = Viđeno
unlock-phone-closed = dan je zatvoren za beleženje
lists-care-earlier = Ranije: { $was } (ispravka: { $by }, { $at })
