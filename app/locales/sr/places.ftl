# Režim, prostorije i zatvaranja, za obe strane.

places-nav = Režim i prostorije
places-title = Režim, prostorije, zatvaranja
places-regime = Režim
places-regime-lead = Kada počinje i kada se završava svaki deo dana. Deo bez vremena nije otvoren. Zdravstvo rezerviše u ovim vremenima.
places-regime-stale = Neko je izmenio režim otkako ste ga otvorili. Vaše izmene su i dalje ovde; pošaljite ih još jednom da zamene druge.
places-weekday = Dan
places-start = počinje
places-end = završava se
places-both-times = Upišite oba vremena ili ostavite oba prazna.
places-overlap = Ovaj deo počinje pre nego što se prethodni završio.
places-all-inside = Sve buduće seanse su u okviru režima.
places-outside = { $n ->
    [one] { $n } buduća seansa je van režima
    [few] { $n } buduće seanse su van režima
   *[other] { $n } budućih seansi je van režima
}
places-outside-what = Ostaju rezervisane dok se ne otkažu ili ne pomere.
places-more = { $n ->
    [one] Još { $n } nije prikazana.
    [few] Još { $n } nisu prikazane.
   *[other] Još { $n } nije prikazano.
}
places-save = Sačuvaj
places-change = Izmeni
places-choose = Izaberite
places-session = Seansa
places-people = Osobe
places-state = Stanje
flash-regime-saved = Režim je sačuvan.

places-rooms = Prostorije
places-rooms-lead = Šta su prostorije, koliko osoba primaju i da li ih zdravstvo može rezervisati. Prostorije uvozi administrator.
places-room = Prostorija
places-kind = Vrsta
places-capacity = Osobe
places-usable = Zdravstvo
places-is-usable = može da rezerviše
places-not-usable = nije za zdravstvo
places-may-use = Zdravstvo može da rezerviše ovu prostoriju
places-claims = Namenjeno zdravstvu
places-claims-hint = U označenim delovima prostorija najpre pripada zdravstvu. Drugima se može dati kad zdravstvu nije potrebna.
places-claims-need-use = Prostorija namenjena zdravstvu mora biti takva da je zdravstvo može rezervisati.
places-too-small = { $n ->
    [one] Jedna buduća seansa ima { $n } osobu u ovoj prostoriji.
    [few] Jedna buduća seansa ima { $n } osobe u ovoj prostoriji.
   *[other] Jedna buduća seansa ima { $n } osoba u ovoj prostoriji.
}
places-room-stale = Neko je izmenio ovu prostoriju otkako ste je otvorili. Vaše izmene su i dalje ovde; pošaljite ih još jednom da zamene druge.
places-back-to-rooms = Sve prostorije
flash-room-saved = Prostorija je sačuvana.

places-closures = Zatvaranja
places-closures-lead = Praznici, popravke i sve drugo što zatvara prostoriju ili celu ustanovu. Tamo se u međuvremenu ništa ne može rezervisati.
places-past-closures = Prošla zatvaranja
places-close = Zatvori
places-what = Šta
places-when = Kada
places-why = Razlog
places-whole-facility = Cela ustanova
places-nothing-closed = Ništa nije zatvoreno.
places-from = Prvi dan
places-from-time = Od
places-from-hint = Prazno: od početka dana.
places-until = Poslednji dan
places-until-time = Do
places-until-hint = Prazno: do kraja dana.
places-no-such-time = Pomera se sat: tog dana nema tog vremena.
places-too-long = Zatvaranje traje najviše godinu dana. Prostorija koja se više ne koristi oduzima se zdravstvu na stranici prostorije.
places-past = Ovo je već prošlo.
places-taken-back = povučeno
places-over = prošlo
places-closed-now = zatvoreno
places-coming = predstoji
places-entered = Uneo
places-by-system = zatvorski sistem
places-touched = { $n ->
    [0] Nijedna seansa
    [one] { $n } seansa je tada rezervisana
    [few] { $n } seanse su tada rezervisane
   *[other] { $n } seansi je tada rezervisano
}
places-none-touched = Nijedna seansa nije tada rezervisana.
places-touched-what = Ostaju rezervisane dok ih ne otkažete ili ne pomerite. Otvorite svaku da biste odlučili.
places-reopen = Povuci zatvaranje
places-reopen-what = Prostorija ili ustanova može se odmah ponovo rezervisati.
places-back-to-closures = Sva zatvaranja
flash-closure-added = Zatvoreno. Ispod su seanse koje su tada rezervisane.
flash-closure-ended = Zatvaranje je povučeno.

places-care-lead = Po ovim vremenima i prostorijama mogu se tražiti seanse. Vodi ih korektivni koordinator.
places-closed-that-day = Tog dana je zatvoreno:
places-ours = U to vreme namenjeno zdravstvu: { $rooms }

closure-kind-holiday = praznik
closure-kind-repairs = popravke
closure-kind-inspection = inspekcija
closure-kind-operational = operativno
closure-kind-other = ostalo
