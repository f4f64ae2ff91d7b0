# Pratnja, sredstva sputavanja, obustave kretanja.

escorts-nav-more = Pratnja i obustava kretanja

lockdown-title = Obustave kretanja
lockdown-lead = Seanse koje su otkazane zajedno, i zašto. To se može povući u roku od jednog sata.
lockdown-new = Otkaži više seansi
lockdown-new-lead = Izaberite gde kretanje staje, od kada do kada, i zašto. Zatim vidite šta to obuhvata; ništa se ne dešava dok vi ne potvrdite.
lockdown-where-when-why = Gde, kada, zašto
lockdown-none = Obustave kretanja još nije bilo.
lockdown-area = Gde
lockdown-whole = Cela ustanova
lockdown-building = Zgrada { $name }
lockdown-from = Od
lockdown-from-time = Od, vreme
lockdown-to = Do
lockdown-to-time = Do, vreme
lockdown-reason = Razlog
lockdown-time = Vreme
lockdown-touched = Obuhvaćene seanse
lockdown-touched-nothing = Nije obuhvatila nijednu seansu.
lockdown-state = Stanje
lockdown-counts = { $n ->
    [one] { $n } otkazana seansa
    [few] { $n } otkazane seanse
   *[other] { $n } otkazanih seansi
}, { $people ->
    [one] { $people } osoba nije dovedena drugde
    [few] { $people } osobe nisu dovedene drugde
   *[other] { $people } osoba nije dovedeno drugde
}
lockdown-undone-at = povučeno { $at }
lockdown-over = završeno
lockdown-holds = važi
lockdown-look = Pogledaj šta obuhvata
lockdown-look-title = Šta obuhvata
lockdown-to-list = Sve obustave
lockdown-about = { $area }, { $from } – { $to }: { $reason }
lockdown-sums = { $ended ->
    [0] Nijedna seansa se ne otkazuje
    [one] { $ended } seansa se otkazuje
    [few] { $ended } seanse se otkazuju
   *[other] { $ended } seansi se otkazuje
}, { $fewer ->
    [0] nijedna se ne nastavlja sa manje osoba
    [one] { $fewer } se nastavlja sa manje osoba
    [few] { $fewer } se nastavljaju sa manje osoba
   *[other] { $fewer } se nastavlja sa manje osoba
}; { $people ->
    [one] { $people } osoba se ne dovodi.
    [few] { $people } osobe se ne dovode.
   *[other] { $people } osoba se ne dovodi.
}
lockdown-going-on = { $n ->
    [one] { $n } seansa je u toku i ne otkazuje se: traje dok se osobe ne vrate.
    [few] { $n } seanse su u toku i ne otkazuju se: traju dok se osobe ne vrate.
   *[other] { $n } seansi je u toku i ne otkazuje se: traju dok se osobe ne vrate.
}
lockdown-what-happens = Zdravstvena jedinica to odmah vidi, sa razlogom. Vreme se računa kao izgubljeno na strani zatvora. Do kraja se u to vreme ništa ne može zakazati.
lockdown-do = Otkaži ove seanse
lockdown-choose-again = Izaberi ponovo
lockdown-session = Seansa
lockdown-people = Osobe koje ostaju
lockdown-of = { $n } od { $all }
lockdown-effect = Šta se dešava
lockdown-effect-cancel = otkazuje se
lockdown-effect-fewer = nastavlja se sa manje
lockdown-effect-goes-on = nastavlja se
lockdown-changed-since = Neko je u istom trenutku izmenio jednu od ovih seansi. Ništa nije otkazano; pogledajte ponovo i odlučite.
lockdown-backwards = Kraj mora biti posle početka.
lockdown-too-long = Izaberite najviše { $n } dana.
lockdown-too-far = Izaberite početak u narednih { $n } dana.
lockdown-no-booking = Korektivna služba ne dozvoljava zakazivanje u to vreme: kretanje je obustavljeno. Izaberite drugo vreme.
lockdown-one-title = Obustava kretanja
lockdown-made = Uneto
lockdown-undone = Povučeno
lockdown-by = { $name }, { $at }
lockdown-now = Sada
lockdown-undo = Povuci
lockdown-undo-text = Do { $until } sve se može povući. Što je u međuvremenu izmenjeno ili zakazano drugde ostaje kako jeste, i to će vam biti rečeno.
lockdown-undo-too-late = Prošlo je više od jednog sata: ovo se više ne može povući. Zdravstvena jedinica može ponovo da zatraži seanse.
lockdown-undo-in-the-way = Nešto je zakazano u istom trenutku. Ništa nije povučeno; pokušajte ponovo.
lockdown-all-restored = Povučeno: sve je kao pre.
lockdown-not-restored = { $n ->
    [one] Povučeno, ali { $n } seansa nije mogla biti kao pre. Razlog stoji pored nje.
    [few] Povučeno, ali { $n } seanse nisu mogle biti kao pre. Razlog stoji pored svake.
   *[other] Povučeno, ali { $n } seansi nije moglo biti kao pre. Razlog stoji pored svake.
}
lockdown-outcome-restored = vraćeno
lockdown-outcome-changed = izmenjeno u međuvremenu
lockdown-outcome-taken = zakazano drugde u međuvremenu
lockdown-outcome-over = vreme je prošlo
lockdown-outcome-held = važi druga obustava
lockdown-scope-wing = paviljon
lockdown-scope-building = zgrada
lockdown-scope-facility = ustanova
flash-lockdown-made = Seanse su otkazane.
flash-lockdown-undone = Obustava kretanja je povučena.
flash-lockdown-undone-in-part = Obustava je povučena, osim gde piše zašto nije.

escorts-title = Pratnja
escorts-lead = Narednih 14 dana: službenici koji su seansama potrebni i službenici kojih ima.
escorts-to-today = Današnje pratnje
escorts-to-supply = Službenici po delu dana
escorts-short-parts = { $n ->
    [one] Nedostaje službenika u { $n } delu narednih dana.
    [few] Nedostaje službenika u { $n } dela narednih dana.
   *[other] Nedostaje službenika u { $n } delova narednih dana.
}
escorts-none-short = Ima dovoljno službenika za sve što je potvrđeno.
escorts-nothing = Nijednoj seansi u narednih 14 dana nije potrebna pratnja, i niko nije uneo službenike.
escorts-day = Dan
escorts-part = Deo dana
escorts-needed = Potrebno
escorts-asked = Još zatraženo
escorts-there = Ima
escorts-left = Ostaje
escorts-sessions = Seanse
escorts-unknown = nije uneto
escorts-short = nedostaje { $n }
escorts-over = ostaje { $n }
escorts-women-short = nedostaje žena: { $n }
escorts-men-short = nedostaje muškaraca: { $n }
escorts-supply-title = Službenici po delu dana
escorts-supply-lead = Koliko službenika može da prati do zdravstvene jedinice, svake sedmice i danima koji odstupaju.
escorts-week = Svake sedmice
escorts-officers = Službenici
escorts-of-them-women = Od toga žene
escorts-supply-save = Sačuvaj sedmicu
escorts-exceptions = Dani koji odstupaju
escorts-exceptions-none = Nijedan dan ne odstupa od sedmice.
escorts-exception-add = Dodaj dan
escorts-drop = Ukloni
escorts-past-day = Izaberite današnji ili kasniji dan.
escorts-women-more = Žena ne može biti više nego službenika.
escorts-supply-changed = Neko drugi je izmenio ove brojeve otkako ste otvorili stranicu. Ništa nije sačuvano; ono što ste uneli još je ovde.
escorts-weekday-1 = Ponedeljak
escorts-weekday-2 = Utorak
escorts-weekday-3 = Sreda
escorts-weekday-4 = Četvrtak
escorts-weekday-5 = Petak
escorts-weekday-6 = Subota
escorts-weekday-7 = Nedelja
escorts-today-title = Današnje pratnje
escorts-today-none = Danas nijednoj seansi nije potrebna pratnja.
escorts-waiting = još bez odgovora
escorts-open = Otvori
escorts-one-title = Pratnja
escorts-steps = Koraci
escorts-next = Sledeći korak
escorts-do-accepted = Prihvati
escorts-do-declined = Odbij
escorts-do-collected = Preuzeto
escorts-do-arrived = Stiglo
escorts-do-returned = Vraćeno
escorts-do-taken-back = Povuci poslednji korak
escorts-step-changed = Neko drugi je u međuvremenu uneo korak: { $state }. Ništa nije sačuvano; pogledajte ponovo.
escorts-step-not-possible = Taj korak sada nije moguć.
escorts-step-not-open = Koraci se unose istog dana i do podneva narednog.
escorts-session-changed = Neko je izmenio ovu seansu otkako ste je otvorili. Ništa nije sačuvano; pogledajte ponovo.
escorts-presence = Službenici tokom seanse
escorts-presence-ask = Gde su službenici zaista stajali
escorts-presence-why = Zdravstvo ovo čita: od toga zavisi šta se moglo reći u poverenju.
escorts-presence-save = Sačuvaj
escorts-gender = Službenici moraju biti
escorts-people = Osobe
escorts-restraint = Sredstva sputavanja
escorts-restraint-title = Odluči o sredstvima sputavanja
escorts-restraint-text = Za svaku osobu posebno, i samo kada za to postoji razlog. Zdravstvena jedinica vidi da je neko sputan, ali ne i zašto.
escorts-restraint-words = U nekoliko reči
escorts-restraint-save = Sačuvaj odluku
escorts-to-escort = Pratnja i sredstva sputavanja
escort-gender-any = žene ili muškarci
escort-gender-women = žene
escort-gender-men = muškarci
escort-step-accepted = prihvaćeno
escort-step-declined = odbijeno
escort-step-collected = preuzeto
escort-step-arrived = stiglo
escort-step-returned = vraćeno
escort-step-taken-back = poslednji korak povučen
restraint-none = bez sputavanja
restraint-on-the-way = sputan na putu
restraint-throughout = sputan sve vreme
restraint-reason-escape = opasnost od bekstva
restraint-reason-violence = opasnost od nasilja
restraint-reason-self-protection = sopstvena zaštita
restraint-reason-order-of-court = nalog suda
restraint-reason-other = drugi razlog
officers-stood-none = bez službenika
officers-stood-in-sight = u vidokrugu
officers-stood-in-room = u prostoriji
flash-escort-supply-saved = Broj službenika je sačuvan.
flash-escort-step = Korak je sačuvan.
flash-escort-presence = Sačuvano. Zdravstvena jedinica to vidi.
flash-escort-restraint = Odluka je sačuvana.
sessions-restrained = Sputan, po odluci korektivne službe
sessions-officers-stood = Službenici tokom seanse
