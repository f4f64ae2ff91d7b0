# Seanse, aktivnosti, potpisane beleške.

sessions-nav-today = Danas
sessions-nav-schedule = Raspored
sessions-activities = Aktivnosti
sessions-activities-lead = Čime se terapija sprovodi. Svaka aktivnost pretežno služi jednoj oblasti okupacije.
sessions-activity = Aktivnost
sessions-activity-kind = Vrsta
sessions-activity-area = Oblast
sessions-purpose = Svrha

sessions-session = Seansa
sessions-time = Vreme
sessions-room = Prostorija
sessions-people = Osobe
sessions-mode = Način održavanja
sessions-part = Deo dana
sessions-state = Stanje
sessions-lead = Terapeut
sessions-label = Oznaka koju vidi Korektivna služba
sessions-goals = Obrađeni ciljevi
sessions-minutes = Minuti
sessions-attendance = Prisustvo
sessions-reason = Razlog, ako je odbio
sessions-participation = Učešće
sessions-assistance = Pomoć
sessions-progress = Napredak u ovoj seansi
sessions-level = Stepen postizanja
sessions-individual = Samo o ovoj osobi
sessions-next-step = Sledeći korak
sessions-shared = Šta je grupa radila
sessions-notes = Potpisane beleške
sessions-n-minutes = { $n ->
    [one] { $n } minut
    [few] { $n } minuta
   *[other] { $n } minuta
}

sessions-mine = Moje seanse
sessions-none-today = Danas nema seansi. Zatražite je ispod.
sessions-none-day = Nema seansi.
sessions-request = Zatraži seansu
sessions-record = Zabeleži
sessions-sign = Potpiši
sessions-open = Otvori
sessions-review = Preispitaj
sessions-show = Prikaži
sessions-count = { $n ->
    [0] Nema seansi
    [one] { $n } seansa
    [few] { $n } seanse
   *[other] { $n } seansi
}
sessions-count-expected = { $n ->
    [0] niko se ne očekuje
    [one] očekuje se { $n } osoba
    [few] očekuju se { $n } osobe
   *[other] očekuje se { $n } osoba
}
sessions-count-unsigned = { $n ->
    [0] Ništa ne čeka vaš potpis.
    [one] { $n } seansa čeka vaš potpis.
    [few] { $n } seanse čekaju vaš potpis.
   *[other] { $n } seansi čeka vaš potpis.
}
sessions-count-goals = { $n ->
    [one] { $n } obrađen cilj
    [few] { $n } obrađena cilja
   *[other] { $n } obrađenih ciljeva
}
sessions-arrived-of = stiglo { $arrived } od { $people }
sessions-to-do = Za uraditi
sessions-nothing-to-do = Ništa vas ne čeka.
sessions-to-record = Za beleženje: { $what }
sessions-to-sign = Za potpis: { $what }
sessions-draft-saved = nacrt sačuvan { $at }
sessions-late = kasni
sessions-plan-draft = Plan za dovršavanje
sessions-plan-review = Preispitivanje plana
sessions-days-left = { $n ->
    [0] danas
    [1] sutra
    [one] za { $n } dan
    [few] za { $n } dana
   *[other] za { $n } dana
}
sessions-days-over = { $n ->
    [one] kasni { $n } dan
    [few] kasni { $n } dana
   *[other] kasni { $n } dana
}
sessions-from-custody = Od Korektivne službe
sessions-custody-nothing = Korektivna služba nije zaustavila ništa vaše.

sessions-state-signed = Potpisana
sessions-state-late = Nije potpisana, kasni
sessions-state-unsigned = Nije potpisana
sessions-state-unrecorded = Nije zabeležena
sessions-state-now = Sada

sessions-week-of = Sedmica dana
sessions-week-before = Prethodna sedmica
sessions-week-this = Ova sedmica
sessions-week-after = Sledeća sedmica

sessions-request-title = Zahtev za seansu
sessions-step-one = Korak 1 od 2: šta, za koga i kada. Korektivna služba vidi vreme, prostoriju, osobe i neutralnu oznaku, nikada aktivnost.
sessions-step-two = Korak 2 od 2: ciljevi, vreme i prostorija.
sessions-section-what = Šta
sessions-section-who = Za koga
sessions-section-when = Kada
sessions-section-where = Vreme i prostorija
sessions-choose = Izaberite…
sessions-next = Dalje: ciljevi, vreme i prostorija
sessions-free-find = Predloži slobodne termine
sessions-free-hint = Slobodno za sve označene, na jedan sat. Izbor vodi dalje na ciljeve.
sessions-free-none = U deset dana od ovog datuma ništa nije slobodno za sve. Izaberite drugi datum ili manje ljudi.
sessions-back = Nazad
sessions-leave = Izađi
sessions-search = Traži
sessions-send-request = Pošalji zahtev
sessions-people-search = Nađi pacijenta
sessions-people-search-hint = Ime ili zatvorski broj. Bez pretrage vidite pacijente koje lečite.
sessions-people-hint = Jedna osoba za individualnu seansu, dve ili više za grupu.
sessions-people-untick = Uklonite oznaku kod onoga ko ne treba da dođe.
sessions-people-cut = Ima ih još. Potražite ime ili broj da nađete ostale.
sessions-people-no-match = Nijedan pacijent u tretmanu u ovoj ustanovi ne odgovara pretrazi.
sessions-people-none = Ovde još nikoga ne lečite. Potražite pacijenta ili prvo primite osobu u tretman.
sessions-people-one = Individualna seansa je za tačno jednu osobu.
sessions-people-two = Za grupu su potrebne dve osobe ili više.
sessions-people-some = Izaberite bar jednu osobu.
sessions-people-most = Seansa je za najviše { $n } osoba.
sessions-people-activity = Ova aktivnost je odobrena za najviše { $n } osoba odjednom. Skinite nekoga sa spiska ili izaberite drugu aktivnost.
sessions-people-gone = Neko koga ste izabrali ovde više nije u tretmanu i izostavljen je. Pogledajte spisak ponovo.
sessions-goals-none = Nema aktivnih ciljeva. Seansa se ipak može zatražiti; ciljevi dolaze iz aktivnog plana.
sessions-start = Počinje u
sessions-start-hint = Između { $from } i { $to }
sessions-you = Vi
sessions-taken-that-day = Tog dana već zauzeto:
sessions-length = Trajanje u minutima
sessions-room-places = { $n ->
    [one] { $n } mesto
    [few] { $n } mesta
   *[other] { $n } mesta
}
sessions-room-times = zauzeto { $times }
sessions-purpose-hint = Šta time želite da postignete. Klinički podatak: Korektivna služba ga ne vidi.
sessions-date-past = Taj dan je prošao.
sessions-date-far = Izaberite dan u narednih godinu dana.
sessions-part-closed = Režim nema deo dana { $part } ({ $day }).
sessions-time-form = Unesite vreme, na primer 09:30.
sessions-time-none = Tog dana sat preskače to vreme. Izaberite drugo.
sessions-time-outside = Seansa mora biti između { $from } i { $to }.
sessions-time-past = To vreme je prošlo.
sessions-room-small = { $room } ima mesta za { $n }.
sessions-room-taken = { $room }: zauzeto { $time }.
sessions-you-taken = Imate drugu seansu { $time }.
sessions-person-taken = { $name } ima drugi termin { $time }.
sessions-kept-apart = { $a } i { $b } ne mogu biti zajedno u terminu.
sessions-taken-since = Nešto je pre nekoliko trenutaka bilo zauzeto, a možda je opet slobodno. Pošaljite zahtev još jednom.
flash-session-requested = Zahtev je poslat. Korektivna služba će ga potvrditi ili odbiti.

sessions-what-happened = Šta se dogodilo
sessions-for-all = Za sve koji su učestvovali
sessions-for-all-hint = Ispod prazno polje znači: kao za sve. Popunite samo tamo gde se neko razlikuje.
sessions-account = Opis seanse
sessions-account-hint = Šta je rađeno, kako i šta ste uočili.
sessions-shared-hint = Ulazi u belešku svakoga ko je učestvovao. Ne pominjite nikoga: ni imena, ni inicijale, ni zatvorske brojeve.
sessions-prps = Učešće u šest stepeni prema Pittsburgh Rehabilitation Participation Scale (Lenze et al. 2004). Šifre pomoći prema CMS Section GG.
sessions-more = Beleška i sledeći korak
sessions-other-goals = Ostali aktivni ciljevi
sessions-not-addressed = Nije obrađen
sessions-not-rated = Bez ocene
sessions-go-to-sign = Sačuvaj i pređi na potpis
sessions-save-draft = Sačuvaj nacrt
sessions-nobody = Niko nije bio očekivan.
sessions-reason-only-declined = { $name }: razlog se navodi samo uz „Odbio“.
sessions-minutes-absent = { $name }: ko nije učestvovao nema minuta.
sessions-minutes-less = { $name }: prisustvo je bilo delimično, unesite manje od { $n } minuta.
sessions-minutes-most = { $name }: unesite od 1 do { $n } minuta.
sessions-progress-absent = { $name }: ko nije učestvovao nema napretka za beleženje.
sessions-progress-with-level = Izaberite i napredak.
sessions-shared-names = Red { $line } pominje „{ $word }“. Ovaj tekst ulazi u beleške više osoba: o jednoj osobi pišite u njenoj belešci.
sessions-note-names = Red { $line } pominje „{ $word }“, osobu iz iste seanse. Beleška o jednoj osobi ne sme da otkrije drugu.
sessions-needs-participation = Izaberite učešće: { $name }.
sessions-needs-participation-all = Izaberite učešće, ovde za sve ili ispod za svakoga.
sessions-needs-reason = Izaberite razlog odbijanja: { $name }. I „Nije naveden“ je odgovor.
sessions-needs-words = Napišite šta se dogodilo pre potpisivanja.
sessions-stale = Neko je sačuvao ovu seansu otkako ste je otvorili. Ono što ste uneli je još ovde: pregledajte i sačuvajte ponovo da ostane vaše.
flash-session-saved = Nacrt je sačuvan.
flash-session-record-first = Prvo zabeležite šta se dogodilo; zatim se može potpisati.
flash-session-not-to-sign = Seansa koja tek predstoji ili je zaustavljena ne može se potpisati.

sessions-cancel = Otkaži ovu seansu
sessions-cancel-text = Prostorija i osobe su odmah slobodne. Korektivna služba čita da je otkazalo zdravstvo, bez razloga. To se ne može povući; za novo vreme pošaljite nov zahtev.
sessions-not-held = Ova seansa nije održana
sessions-not-held-text = Označite kada nije održana iz razloga na strani zdravstva. Sati se računaju kao izgubljeni zbog zdravstva. To se ne može povući.
flash-session-cancelled = Seansa je otkazana.
flash-session-not-held = Seansa je označena kao neodržana.

sessions-sign-title = Potpisivanje
sessions-sign-lead = { $n ->
    [one] Ovo je { $n } beleška koju potpisujete. Posle toga je niko ne može izmeniti ni povući.
    [few] Ovo su { $n } beleške koje potpisujete, po jedna za svaku osobu. Posle toga ih niko ne može izmeniti ni povući.
   *[other] Ovo je { $n } beleški koje potpisujete, po jedna za svaku osobu. Posle toga ih niko ne može izmeniti ni povući.
}
sessions-signature = Vaš potpis
sessions-sign-hint = Vaša lozinka još jednom, umesto svojeručnog potpisa.
sessions-sign-changed = Zabeleženo se promenilo otkako ste ga videli. Pročitajte ponovo, pa potpišite.
sessions-sign-tools = Alat ove seanse još nije sav vraćen. Još ništa nije potpisano i ništa nije izgubljeno. Zamolite službenika da ga prebroji pri vraćanju ili ponovo prebroji; ako nešto nedostaje, koordinator odlučuje šta je s tim bilo. Zatim ovde ponovo potpišite.
sessions-with-patient = Stepeni postizanja su dogovoreni s pacijentom
sessions-rated-with-patient = Stepeni dogovoreni s pacijentom.
sessions-late-entry = Zakasneli unos
sessions-late-text = Ova seansa se završila pre više od 24 sata. Beleška je zakasneli unos i navodi zašto.
sessions-late-reason = Zašto kasni
sessions-back-to-record = Nazad na beleženje
sessions-signed-by = Potpis: { $name }, { $who }, { $at }. Beleška { $n }, ključ { $key }.
flash-session-signed = Potpisano.
flash-session-already-signed = Ova seansa je već bila potpisana.

sessions-year = Godina
sessions-note-kind = Vrsta beleške
sessions-filter = Prikaži
sessions-all = Sve
sessions-notes-none = Još nijedna beleška nije potpisana. Beleške nastaju iz zabeleženih i potpisanih seansi.
sessions-notes-none-here = Nema beleške te vrste ili godine.

sessions-of-patient = Seanse
sessions-of-patient-none = Još nema seansi.
sessions-slot-state = Termin
sessions-side-custody = Kaže Korektivna služba
sessions-side-care = Kaže zdravstvo

mode-individual = Individualna
mode-group = Grupna
mode-in-cell = U ćeliji
mode-ward = Na odeljenju
mode-outdoor = Na otvorenom

attendance-full = Prisutan
attendance-part = Delimično prisutan
attendance-late = Zakasnio
attendance-declined = Odbio
attendance-unwell = Nije mu dobro
attendance-excused = Opravdan
attendance-not-suitable-today = Danas nije pogodno
attendance-left-early = Otišao ranije
attendance-not-brought = Nije doveden
attendance-cancelled = Otkazano

health-reason-not-interested = Nije zainteresovan
health-reason-tired = Umoran
health-reason-low-mood = Loše raspoloženje
health-reason-pain = Bol
health-reason-anxiety-in-group = Anksioznost u grupi
health-reason-side-effects = Neželjeno dejstvo lekova
health-reason-conflict = Sukob
health-reason-religious = Verski razlog
health-reason-prefers-other = Više voli drugu aktivnost
health-reason-none-given = Nije naveden

assistance-06 = 06 Samostalan
assistance-05 = 05 Priprema ili raspremanje
assistance-04 = 04 Nadzor ili dodir
assistance-03 = 03 Delimična: pomagač radi manje od polovine
assistance-02 = 02 Znatna: pomagač radi više od polovine
assistance-01 = 01 Zavisan
assistance-07 = 07 Odbio
assistance-09 = 09 Ne primenjuje se
assistance-10 = 10 Nije pokušano: okruženje
assistance-88 = 88 Nije pokušano: medicinski razlog ili bezbednost

progress-regressing = Nazaduje
progress-inconsistent = Promenljiv
progress-maintaining = Održava nivo
progress-progressing = Napreduje
progress-achieved = Postignut

participation-1 = Nikakvo: odbio sve ili nije učestvovao
participation-2 = Slabo: bez učešća u polovini ili više
participation-3 = Osrednje: u većem delu, bez punog truda ili uz mnogo podsticanja
participation-4 = Dobro: u svemu, s dobrim trudom, pasivno prati
participation-5 = Vrlo dobro: u svemu s punim trudom, sve završio
participation-6 = Odlično: kao 5, i s aktivnim zanimanjem

activity-kind-craft = Ručni rad
activity-kind-self-care = Briga o sebi
activity-kind-domestic = Kućni poslovi
activity-kind-gardening = Baštovanstvo
activity-kind-music = Muzika
activity-kind-movement = Kretanje
activity-kind-reading-education = Čitanje i obrazovanje
activity-kind-vocational = Rad i zanimanje
activity-kind-games = Igre
activity-kind-relaxation = Opuštanje
activity-kind-life-skills = Životne veštine
activity-kind-release-preparation = Priprema za izlazak

note-kind-contact = Kontakt
note-kind-session = Seansa
note-kind-progress-report = Izveštaj o napretku
note-kind-evaluation = Procena
note-kind-review = Preispitivanje
note-kind-discharge = Završetak tretmana
note-kind-telephone = Telefon
note-kind-case-discussion = Razgovor o slučaju

sensitivity-normal = Uobičajena
sensitivity-restricted = Ograničena
note-kind-measure = Merenje
note-kind-transfer = Premeštaj
note-kind-addendum = Dodatak
note-kind-cosign = Supotpis
note-kind-return = Vraćanje
note-kind-error = Uneto greškom
note-kind-error-withdrawn = Zahtev zbog greške povučen
note-kind-error-confirmed = Greška potvrđena
