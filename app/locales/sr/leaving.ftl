# Moves on both sides of the wall, packages, discharge, and the patient's own copy.

leaving-title = Odlazak
leaving-gone = Otišli su posle seanse. Što je o njima napisano ostaje i može se potpisati sa ostalim:

# Custody: who is moved, where to, when. No word here says who is treated.
moves-nav = Premeštaji
moves-title = Premeštaji u drugu ustanovu
moves-lead = Izvršeni premeštaj završava sve gde je osoba ovde bila očekivana i započinje boravak tamo.
moves-plan = Planiraj premeštaj
moves-plan-button = Planiraj ovaj premeštaj
moves-plan-lead = Pronađite osobu po imenu ili broju.
moves-search = Ime ili broj
moves-people = Osobe u ustanovi
moves-nobody = Niko nije pronađen. Pokušajte sa delom prezimena ili broja.
moves-is-planned = Premeštaj je planiran
moves-back = Nazad na premeštaje
moves-out = Planirani iz ove ustanove
moves-out-none = Nije planiran nijedan premeštaj iz ove ustanove.
moves-into = Planirani u ovu ustanovu
moves-into-none = Nije planiran nijedan premeštaj u ovu ustanovu.
moves-past = Izvršeni ili otkazani
moves-past-none = Još ništa nije izvršeno ni otkazano.
moves-to = U ustanovu
moves-from = Iz ustanove
moves-on = Planirano za
moves-on-hint = Od danas nadalje.
moves-state = Stanje
moves-choose = Izaberite ustanovu
moves-has-left = Ova osoba je već otišla i ne može biti premeštena.
moves-past-day = Taj dan je prošao. Izaberite danas ili kasniji dan.
moves-too-far = Premeštaji se planiraju najviše { $n } dana unapred.
moves-carry-out = Izvrši premeštaj
moves-carry-out-text = Osoba je od sada u ustanovi { $place }. Ovde se završava:
moves-ends-bookings = { $n ->
    [one] { $n } predstojeća seansa
    [few] { $n } predstojeće seanse
   *[other] { $n } predstojećih seansi
}
moves-ends-alerts = { $n ->
    [one] { $n } upozorenje
    [few] { $n } upozorenja
   *[other] { $n } upozorenja
}
moves-ends-pairs = { $n ->
    [one] { $n } par koji se drži odvojeno
    [few] { $n } para koja se drže odvojeno
   *[other] { $n } parova koji se drže odvojeno
}
moves-ends-actions = { $n ->
    [one] { $n } dogovorena mera režima
    [few] { $n } dogovorene mere režima
   *[other] { $n } dogovorenih mera režima
}
moves-number = Broj u novoj ustanovi
moves-number-hint = Ako ostane prazno, važi { $number }.
moves-number-taken = Neko u novoj ustanovi već ima ovaj broj. Unesite drugi.
moves-changed = Neko drugi je promenio ovaj premeštaj otkad ste ga otvorili. Njegovo stanje sada: { $state }.
moves-cancel-title = Otkazivanje
moves-cancel-text = Osoba ostaje ovde. Što je zakazano ostaje zakazano.
moves-cancel = Otkaži premeštaj
move-status-planned = planiran
move-status-done = izvršen
move-status-cancelled = otkazan
flash-move-planned = Premeštaj je planiran.
flash-move-is-planned = Za ovu osobu je premeštaj već bio planiran.
flash-move-cancelled = Premeštaj je otkazan.
flash-move-was-cancelled = Ovaj premeštaj je već bio otkazan.
flash-move-done = Osoba je premeštena. Što je ovde bilo zakazano završeno je.
flash-move-was-done = Ovaj premeštaj je već bio izvršen.

# Care: the package that goes with a patient.
packages-title = Premeštaj
packages-title-of = Premeštaj: { $patient }
packages-inbox = Dolazni i odlazni premeštaji
packages-caseload = { $n ->
    [0] Premeštaji ovamo i odavde
    [one] Premeštaji: { $n } paket čeka
    [few] Premeštaji: { $n } paketa čekaju
   *[other] Premeštaji: { $n } paketa čeka
}
packages-package = Paket
packages-from = Odakle
packages-to = Kuda
packages-to-hint = Samo tamošnja zdravstvena jedinica može da otvori paket.
packages-choose = Izaberite ustanovu
packages-state = Stanje
packages-sent = Poslato
packages-sent-by = Pripremio/la
packages-received = Primljeno
packages-planned-on = Planirano za
packages-record-at = Dosije je u
packages-waiting = Paketi za ovu jedinicu
packages-waiting-none = Ovoj jedinici nije poslat nijedan paket.
packages-without = Ovde, ali dosije nije
packages-without-lead = Ove osobe su stigle, a njihov dosije je još u jedinici iz koje su otišle. Zatražite od nje paket.
packages-leaving = Pacijenti ove jedinice koji odlaze
packages-leaving-none = Nijedan pacijent ove jedinice nije predviđen za premeštaj.
packages-has-gone = već je otišao/la
packages-not-prepared = još nema paketa
packages-none = Nijedan paket nije u pripremi.
packages-not-planned = Zatvor nije planirao premeštaj ovog pacijenta. Paket se ipak može pripremiti.
packages-is-planned = Zatvor premešta ovog pacijenta u ustanovu { $place } dana { $date }
packages-has-moved = Pacijent je u ustanovi { $place } od { $date } Dosije je ovde dok se paket ne pošalje i ne primi.
packages-summary = Sažetak
packages-summary-hint = Čemu tretman teži, šta je postignuto, šta sa ovim pacijentom uspeva.
packages-open-matters = Otvorena pitanja
packages-open-matters-hint = Šta nova jedinica mora odmah da nastavi.
packages-informed = Da li je pacijent obavešten?
packages-informed-yes = Da, pacijent zna da dosije ide sa njim
packages-informed-no = Ne, pacijentu nije rečeno
packages-objection = Prigovor, ili zašto nije obavešten
packages-objection-hint = Rečima samog pacijenta, ako ih ima.
packages-why-not-informed = Navedite zašto pacijentu nije rečeno.
packages-save = Sačuvaj nacrt
packages-send = Slanje paketa
packages-send-text = Paket se potpisuje vašim imenom i ide tamošnjoj zdravstvenoj jedinici. Dok se ne primi, dosije ostaje ovde i paket možete povući.
packages-send-button = Potpiši i pošalji
packages-back = Nazad na pacijenta
packages-gone = Ovaj paket je poslat ili povučen otkad ste ga otvorili. Vaš tekst je još ovde; čuvanje započinje novi.
packages-sent-said = Poslato u ustanovu { $place } { $at }; još nije primljeno.
packages-withdraw = Povuci paket
packages-draft-on-paper = Nacrt, nije poslat.
packages-withdraw-open = Povuci paket…
packages-withdraw-text = Druga jedinica ga više neće videti. Potpisana beleška ostaje u dosijeu; vaše reči stoje u obrascu za sledeći paket.
packages-past = Raniji paketi
packages-what-goes = Šta ide sa njim
packages-plan = Aktivni plan
packages-no-plan = Nema aktivnog plana.
packages-goals = Otvoreni ciljevi
packages-review = Poslednje preispitivanje
packages-patient-view = Mišljenje pacijenta
packages-next-review = Sledeće preispitivanje { $date }
packages-notices = Važeća funkcionalna obaveštenja
packages-no-notices = Nijedno obaveštenje nije na snazi.
packages-until = do { $date }
packages-notes = { $n ->
    [one] { $n } potpisana beleška iz poslednjih { $days } dana
    [few] { $n } potpisane beleške iz poslednjih { $days } dana
   *[other] { $n } potpisanih beleški iz poslednjih { $days } dana
}
packages-no-notes = U ovom vremenu ništa nije potpisano.
packages-open = Šta je otvoreno
packages-nothing-open = Ništa nije otvoreno.
packages-open-goals = { $n ->
    [one] { $n } cilj
    [few] { $n } cilja
   *[other] { $n } ciljeva
}
packages-open-notes = { $n ->
    [one] { $n } skorija beleška
    [few] { $n } skorije beleške
   *[other] { $n } skorijih beleški
}
packages-open-draft-plans = { $n ->
    [one] { $n } plan u izradi
    [few] { $n } plana u izradi
   *[other] { $n } planova u izradi
}
packages-open-draft-evaluations = { $n ->
    [one] { $n } nepotpisana procena
    [few] { $n } nepotpisane procene
   *[other] { $n } nepotpisanih procena
}
packages-open-draft-reviews = { $n ->
    [one] { $n } nepotpisano preispitivanje
    [few] { $n } nepotpisana preispitivanja
   *[other] { $n } nepotpisanih preispitivanja
}
packages-open-draft-notes = { $n ->
    [one] { $n } nepotpisana beleška
    [few] { $n } nepotpisane beleške
   *[other] { $n } nepotpisanih beleški
}
packages-open-unsigned = { $n ->
    [one] { $n } seansa koju treba da potpiše stara jedinica
    [few] { $n } seanse koje treba da potpiše stara jedinica
   *[other] { $n } seansi koje treba da potpiše stara jedinica
}
packages-open-notices = { $n ->
    [one] { $n } funkcionalno obaveštenje, za ponovnu potvrdu
    [few] { $n } funkcionalna obaveštenja, za ponovnu potvrdu
   *[other] { $n } funkcionalnih obaveštenja, za ponovnu potvrdu
}
packages-open-programmes = { $n ->
    [one] { $n } grupa, koja nastavlja bez pacijenta
    [few] { $n } grupe, koje nastavljaju bez pacijenta
   *[other] { $n } grupa, koje nastavljaju bez pacijenta
}
packages-open-bookings = { $n ->
    [one] { $n } predstojeća seansa, koja se završava
    [few] { $n } predstojeće seanse, koje se završavaju
   *[other] { $n } predstojećih seansi, koje se završavaju
}
packages-open-disclosures = { $n ->
    [one] { $n } otkrivanje podataka u toku
    [few] { $n } otkrivanja podataka u toku
   *[other] { $n } otkrivanja podataka u toku
}
packages-what-comes = Šta dolazi sa pacijentom
packages-receive = Primi pacijenta
packages-receive-text = Vi postajete nosilac. Dosije sa svime u njemu od tada pripada ovoj jedinici i paket se može čitati.
packages-not-arrived = Osoba još nije stigla u ovu ustanovu. Dosije se može primiti kada zatvor izvrši premeštaj.
packages-for-practitioners = Paket prima terapeut ove jedinice.
packages-open-record = Otvori dosije
package-status-prepared = u pripremi
package-status-sent = poslat
package-status-received = primljen
package-status-withdrawn = povučen
flash-package-saved = Nacrt paketa je sačuvan.
flash-package-sent = Paket je potpisan i poslat.
flash-package-was-sent = Ovaj paket je već bio poslat.
flash-package-withdrawn = Paket je povučen.
flash-package-received = Pacijent je primljen. Šta je stiglo stoji niže.
flash-package-was-received = Ovaj paket je već bio primljen.
flash-package-gone = Ovaj paket je povukla jedinica koja ga je poslala.

# Care: the end of a treatment.
discharge-draft-on-paper = Nacrt, nije potpisan.
discharge-title = Završetak tretmana
discharge-title-of = Završetak tretmana: { $patient }
discharge-none = Završetak tretmana nije napisan.
discharge-on = Dan završetka
discharge-before-opening = Tretman je počeo kasnije od toga.
discharge-ahead = Taj dan tek dolazi. Izaberite danas ili raniji dan.
discharge-reason = Razlog
discharge-reason-goals-reached = ciljevi su postignuti
discharge-reason-released = otpušten
discharge-reason-transferred-out = premešten van
discharge-reason-patient-stopped = pacijent je prekinuo
discharge-reason-no-longer-suitable = više nije pogodno
discharge-reason-deceased = preminuo
discharge-reason-other = drugo
discharge-course = Tok tretmana
discharge-course-hint = Od početka do kraja: šta je rađeno, šta se promenilo, šta nije.
discharge-recommendations = Preporuke
discharge-patient-view = Mišljenje samog pacijenta
discharge-patient-view-hint = Rečima pacijenta.
discharge-plain = Za pacijenta
discharge-plain-lead = Ovo stoji na pacijentovom primerku. Kratke rečenice, svakodnevne reči, ništa što neko drugi ne sme da pročita.
discharge-plain-language = Jezik ovih reči
discharge-plain-summary = Šta pacijent nosi sa sobom
discharge-plain-next = Šta sledi
discharge-plain-hint = Najviše { $n } znakova, da primerak ostane na jednoj strani.
discharge-save = Sačuvaj nacrt
discharge-discard = Odbaci ovaj nacrt
discharge-discard-open = Odbaci nacrt…
discharge-discard-hint = Sve što je napisano u ovom nacrtu gubi se. Ne može se vratiti.
discharge-sign = Potpis i zatvaranje
discharge-sign-text = Potpisom se dosije zatvara: plan se završava, što je zakazano unapred otkazuje se, grupe nastavljaju bez pacijenta. Dosije se kasnije može ponovo otvoriti.
discharge-sign-button = Potpiši i zatvori dosije
discharge-signed = Potpisano
discharge-last-signed = Poslednji sažetak završetka
discharge-gone = Ovaj nacrt je potpisan ili odbačen otkad ste ga otvorili. Vaš tekst je još ovde.
discharge-unsigned = { $n ->
    [one] { $n } započeta seansa nije potpisana. Potpišite je ili navedite da nije održana.
    [few] { $n } započete seanse nisu potpisane. Potpišite ih ili navedite da nisu održane.
   *[other] { $n } započetih seansi nije potpisano. Potpišite ih ili navedite da nisu održane.
}
discharge-package-sent = Dosije je na putu u drugu jedinicu. Prvo povucite paket ili neka ta jedinica zatvori dosije.
discharge-goals = Ciljevi
discharge-no-goals = Nije bilo aktivnog plana sa ciljevima.
discharge-goal = Cilj
discharge-began = Na početku
discharge-now = Sada
discharge-goal-line = { $goal }: od { $from } do { $to }
discharge-scores = Postizanje ciljeva T { $from } na početku, { $to } sada; kad se svi ciljevi računaju jednako { $plainfrom } i { $plainto }.
discharge-scores-source = Skaliranje postizanja ciljeva prema Kiresuku i Shermanu (1968); 50 je ono što se očekivalo.
discharge-measures = Merenja, prvo i poslednje
discharge-hours = Sati
discharge-hours-text = Sedmica: { $weeks }. Sati: planirano { $planned }, ponuđeno { $offered }, iskorišćeno { $attended }; izgubljeno zbog režima { $custody }, zdravstva { $health }, pacijenta { $patient }.
discharge-week = Sedmica
discharge-lost = Izgubljeno
flash-discharge-saved = Nacrt završetka je sačuvan.
flash-discharge-signed = Potpisano. Dosije je zatvoren.
flash-discharge-closed = Dosije je već zatvoren. Ništa nije upisano dvaput.
flash-discharge-discarded = Nacrt je odbačen.

# The patient's own copy: plain words only.
copy-open = Pacijentov primerak
copy-language = Jezik primerka
copy-print-hint = Jedna strana koju pacijent zadržava. Odštampajte je iz pregledača.
copy-written-in = Deo ovog primerka je na drugom jeziku: { $language }. Jednostavne reči za ciljeve i stepene upišite niže; ostalo se piše uz završetak tretmana.
copy-words = Jednostavne reči za ovaj primerak: { $language }
copy-words-hint = Recite svaki tekst plana kratkim, jednostavnim rečima ovog jezika. One stoje samo na primerku; plan ostaje kakav jeste. Kad se tekst plana promeni, upišite ih ponovo. Prazan red prikazuje sam tekst plana.
copy-words-goal = Cilj { $n }
copy-words-step = Stepen cilja { $n }
copy-words-save = Sačuvaj jednostavne reči
copy-words-gone = U planu više ne piše „{ $said }“. Vaše reči za to bile su: { $words }
flash-copy-words-saved = Jednostavne reči su sačuvane.
copy-title = { $name }: moj put
copy-can-do = Šta sada umem
copy-began = početak
copy-now = Sada
copy-stairs = Pet stepenika: početak na stepeniku { $from }, sada na stepeniku { $to }
copy-stair = Stepenik { $n } od 5, { $name }.
copy-stair-1 = sam početak
copy-stair-2 = na putu
copy-stair-3 = ono čemu smo težili
copy-stair-4 = više nego što smo težili
copy-stair-5 = mnogo više nego što smo težili
copy-no-goals = Naš rad je tek počeo.
copy-hours = Moje vreme ovde
copy-hours-text = Sati mog učešća: { $hours }
copy-take = Šta nosim sa sobom
copy-next = Šta sledi
copy-ask = Koga mogu da pitam
copy-ask-text = { $name }, zdravstvena jedinica, { $place }
