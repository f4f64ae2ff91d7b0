# Pratnja, sredstva sputavanja, obustave kretanja.

escorts-nav-more = Pratnja i obustava kretanja

lockdown-title = Obustave kretanja
lockdown-lead = Seanse koje su otkazane zajedno, i zašto. Jedan sat se to može povući.
lockdown-new = Otkaži više seansi
lockdown-new-lead = Izaberite gde kretanje staje, od kada do kada, i zašto. Zatim vidite šta to dotiče; ništa se ne dešava dok vi ne kažete.
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
lockdown-touched = Dotaknute seanse
lockdown-touched-nothing = Nije dotakla nijednu seansu.
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
lockdown-look = Pogledaj šta dotiče
lockdown-look-title = Šta dotiče
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
lockdown-no-booking = Zatvorska služba ne dozvoljava zakazivanje u to vreme: kretanje je obustavljeno. Izaberite drugo vreme.
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
