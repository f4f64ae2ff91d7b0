# Kompleti: šta aktivnosti traže od zatvora, kako to vidi Korektivna služba.

kits-title = Kompleti
kits-lead = Šta je zdravstvenoj jedinici potrebno za seanse: alat, prostorija, ljudi. Komplet koji ovde nije odobren, ovde se ni ne traži.
kits-count = { $n ->
    [one] { $n } komplet
    [few] { $n } kompleta
   *[other] { $n } kompleta
}
kits-empty = Zdravstvena jedinica još nema komplete.
kits-empty-here = Nema kompleta u ovom stanju. Izaberite drugo stanje iznad.
kits-all = Svi
kits-kit = Komplet
kits-room = Vrsta prostorije
kits-in-cell = Moguće u ćeliji
kits-most = Najviše osoba
kits-staff = Najmanje osoblja
kits-officers = Službenik
kits-count-tools = Alat se izdaje i vraća uz brojanje
kits-tools = Alat
kits-no-tools = Bez alata.
kits-tool = Alat
kits-class = Klasa
kits-number-of = Broj
kits-state = Ovde
kits-yes = da
kits-no = ne
kits-back = Na komplete
kits-decided = Odluka: { $name }, { $at }.
kits-ended = Zdravstvena jedinica više ne koristi ovaj komplet. Nema o čemu da se odlučuje.
kits-decision-title = Odluka za ovu ustanovu
kits-decision = Odluka
kits-clear = Odobri: seanse s ovim kompletom mogu da se traže
kits-refuse = Ne odobri
kits-reason = Razlog
kits-reason-hint = Potreban kada se ne odobri. Zdravstvena jedinica ga vidi.
kits-decide = Sačuvaj odluku
kits-stale = Neko je odlučio o ovom kompletu otkako ste ga otvorili. Pogledajte ga ponovo; pošaljite još jednom ako želite svoju odluku.
flash-kit-decided = Odluka je sačuvana.
kits-rooms = Drugačije u nekim prostorijama
kits-rooms-none = Svaka prostorija ima ono što piše u kompletu.
kits-room-hint = Koliko ga ima u ovoj prostoriji. 0: prostorija ga nema.
kits-room-save = Sačuvaj za ovu prostoriju
kits-room-back = Kao u kompletu
flash-kit-room-saved = Sačuvano. Sledeće brojanje u ovoj prostoriji to traži.

kit-clearance-waiting = Čeka odluku
kit-clearance-cleared = Odobren
kit-clearance-refused = Nije odobren

kit-reason-tools = Alat
kit-reason-room = Prostorija
kit-reason-staffing = Osoblje
kit-reason-other = Drugo

officer-presence-none = nije potreban
officer-presence-in-sight = u vidokrugu
officer-presence-in-room = u prostoriji

tool-class-none = bezopasan
tool-class-blunt = tup
tool-class-pointed = šiljat
tool-class-sharp = oštar
tool-class-heat = toplota
tool-class-chemical = hemijski
tool-class-ligature = za vezivanje
tool-class-electronic = elektronski

kit-neutral-kitchen-work = Rad u kuhinji
kit-neutral-garden-work = Rad u bašti
kit-neutral-paper-work = Rad s papirom
kit-neutral-textile-work = Rad s tekstilom
kit-neutral-clay-work = Rad s glinom
kit-neutral-wood-work = Rad s drvetom
kit-neutral-painting = Slikanje
kit-neutral-music = Muzika
kit-neutral-movement = Kretanje
kit-neutral-ball-games = Igre loptom
kit-neutral-table-games = Društvene igre
kit-neutral-reading-writing = Čitanje i pisanje
kit-neutral-table-conversation = Razgovor za stolom
kit-neutral-laundry-cleaning = Pranje i čišćenje
kit-neutral-personal-care = Lična nega
kit-neutral-quiet-exercises = Mirne vežbe
kit-neutral-packing-assembly = Pakovanje i sklapanje
kit-neutral-computer-work = Rad na računaru
kit-neutral-in-cell-material = Materijal za ćeliju
kit-neutral-outdoor-walk = Šetnja na otvorenom
