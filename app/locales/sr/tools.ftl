# Alat: broji se pre seanse kad se izdaje i posle nje kad se vraća. Nazivi alata, brojevi i inicijali; nikad čemu seansa služi.

tools-title = Alat
tools-lead = Alat se broji pre seanse kad se izdaje i posle nje kad se vraća, svaki put to čine dve osobe.
tools-to-day = Na alat tog dana
tools-of-session = Alat ove seanse
tools-day-empty = Tog dana nema seanse čiji se alat broji. Izaberite drugi dan iznad.
tools-time = Vreme
tools-session = Seansa
tools-room = Prostorija
tools-state = Stanje
tools-tool = Alat
tools-tools = Alat
tools-expected = Očekivano
tools-counted = Izbrojano
tools-all = Sve
tools-from = Od
tools-to = Do
tools-look = Otvori

tools-stage-in = Nije izdat
tools-stage-out = Izdat
tools-stage-differs = Brojevi se ne slažu
tools-stage-back = Sve je vraćeno
tools-stage-answered = Odlučeno
tools-row-differs = ne slaže se
tools-differs-text = Vraćeno je drugačije nego što je izdato. Prebrojte ponovo; ako alat i dalje nedostaje, javite koordinatoru, koji odlučuje šta je s njim bilo. Do tada seansa ne može da se završi.
tools-missing-alert = Nedostaje alat:
tools-none-to-count = Ova seansa nema alata za brojanje.
tools-not-yet = Alat se broji za izdavanje na dan seanse, kad je potvrđena.

tools-count-out = Prebroj za izdavanje
tools-count-in = Prebroj pri vraćanju
tools-recount = Prebroj ponovo
tools-save-out = Alat je izdat
tools-save-in = Sačuvaj brojanje
tools-kit-has = U kompletu: { $n }.
tools-went-out = Izdato: { $n }.
tools-initials = Vaši inicijali
tools-initials-wrong = Upišite dva do četiri slova.
tools-second = Brojano sa
tools-second-hint = Druga osoba iz ove ustanove, koja je i sama brojala.
tools-second-initials = Inicijali druge osobe
tools-second-unknown = Izaberite nekoga iz ove ustanove ko je brojao s vama, ne sebe.
tools-not-now = Ovo brojanje sada ne može da se obavi. Pogledajte stanje alata iznad.
tools-counted-since = Neko je brojao otkako ste otvorili ovu stranicu. Pogledajte najnovije brojanje ispod.
tools-counted-line = { $way }, { $at }: { $first } i { $second }
tools-answer-title = Odlučite
tools-answer-text = Kad ni ponovno brojanje nije pomoglo: šta je bilo s alatom? Vaša odluka ostaje uz brojanje i dopušta da se seansa završi.
tools-answer = Šta je s njim bilo
tools-answer-save = Sačuvaj odluku
tools-answered = { $answer }. Odluka: { $name }, { $at }.
flash-tools-out = Izbrojano za izdavanje.
flash-tools-back = Izbrojano pri vraćanju: sve je tu.
flash-tools-differ = Brojevi se ne slažu. Obe strane su obaveštene o kojem je alatu reč.
flash-tools-answered = Odluka je sačuvana.

tools-way-out = Izdavanje
tools-way-in = Vraćanje
tools-answer-found = Nađen
tools-answer-broken = Slomljen
tools-answer-lost = Izgubljen
tools-answer-under-investigation = Pod istragom

tools-register = Knjiga brojanja
tools-register-lead = Svako brojanje alata u ovoj ustanovi. Naknadno se u njoj ništa ne može promeniti.
tools-register-count = { $n ->
    [one] { $n } brojanje
    [few] { $n } brojanja
   *[other] { $n } brojanja
}
tools-register-empty = Ovde nema brojanja. Izaberite druge datume, drugu prostoriju ili drugi alat.
tools-only-differing = Samo gde se brojevi ne slažu
tools-facility = Ustanova
tools-session-at = Vreme seanse
tools-way = Smer
tools-counted-at = Vreme brojanja
tools-both = Brojali
tools-first = Prva osoba
tools-second-person = Druga osoba
tools-went = izdato
tools-agrees = slaže se

export-as = Sačuvaj ovaj spisak kao
export-from = Od
export-to = Do
export-session = Seansa
export-people = Osoba
export-state = Stanje
export-profession = Zanimanje
export-at = Vreme
export-user = Korisnik
export-role = Uloga
export-facility = Ustanova
export-permission = Dozvola
export-outcome = Ishod
export-person = Osoba (pseudonim)
export-seal = Pečat
