# Uvoz, korisnici, odobrenja.

admin-nav-import = Uvoz
admin-nav-users = Korisnici
admin-nav-approvals = Odobrenja

admin-import = Uvoz
admin-import-lead = Ustanove, prostorije, režim dana, osoblje i lica iz CSV datoteka. Ništa se ne menja dok ne vidite šta bi se promenilo.
admin-import-new = Pošalji datoteku
admin-import-file = Datoteka
admin-import-hint = CSV u UTF-8, sa tačkom i zarezom ili zarezom. Prvi red imenuje kolone. Datumi kao 2026-11-24 ili 24.11.2026.
admin-import-upload = Pošalji i pogledaj
admin-import-choose = Izaberite datoteku koja nije prazna.
admin-import-past = Ranije datoteke
admin-import-none = Još nije poslata nijedna datoteka. Počnite sa ustanovama.
admin-import-by = Poslao
admin-import-uploaded = Poslato
admin-import-state = Stanje
admin-import-applied-at = Primenjeno { $at }
admin-import-waits = Još nije primenjeno
admin-import-kinds = Šta datoteka može da sadrži
admin-import-kind = Vrsta datoteke
admin-import-required = Obavezne kolone
admin-import-optional = Ostale kolone
admin-import-unknown = nije prepoznata
admin-import-faults = Greške
admin-import-left-out = Izostavljeno
admin-import-full = Disk servera je pun. Ništa iz datoteke nije primenjeno. Obavestite administratora servera; datoteka čeka ovde.
admin-import-line = Red
admin-import-compared = Upoređeno sa evidencijom kakva je sada. Ono što je primenjeno već je u njoj.
admin-import-column = Kolona
admin-import-value = Tu stoji
admin-import-reason = Razlog
admin-import-more = { $n ->
    [one] Još { $n } greška nije prikazana.
    [few] Još { $n } greške nisu prikazane.
   *[other] Još { $n } grešaka nije prikazano.
}
admin-import-first = { $n ->
    [one] Prvi red
    [few] Prva { $n } reda
   *[other] Prvih { $n } redova
}
admin-import-becomes = Ishod
admin-import-bad = greška
admin-import-apply = Primeni
admin-import-discard = Odbaci ovu datoteku
admin-import-back = Sve datoteke
admin-import-nothing = Sve iz ove datoteke već je u evidenciji. Primena ništa ne menja.
admin-import-not-good = Ništa se ne može primeniti dok ima grešaka. Ispravite datoteku i pošaljite je ponovo.
admin-import-refused = Evidencija se promenila otkad ste pogledali ovu datoteku i sada u njoj ima grešaka. Ništa nije primenjeno.
flash-import-applied = Primenjeno. Svi redovi datoteke su u evidenciji.
flash-import-already = Ova datoteka je već bila primenjena. Ništa nije urađeno dvaput.
flash-import-discarded = Datoteka je odbačena.

import-kind-facilities = ustanove
import-kind-rooms = prostorije
import-kind-regime = režim
import-kind-staff = osoblje
import-kind-people = lica
import-kind-housing = gde su osobe
import-kind-keep-apart = držati odvojeno
import-kind-closures = zatvaranja
import-kind-outings = izvođenja
import-fate-new = novo
import-fate-changed = promenjeno
import-fate-unchanged = nepromenjeno
import-fate-skipped = izostavljeno

admin-fault-line = red { $n }
admin-fault-utf16 = Datoteka je u UTF-16. Sačuvajte je kao „CSV UTF-8” i pošaljite ponovo.
admin-fault-encoding = Datoteka nije u UTF-8: od ovog reda slova kao što su ë, ç, č i ž bila bi pogrešno sačuvana. Sačuvajte je kao „CSV UTF-8”.
admin-fault-too-large = Datoteka je veća od 16 MiB. Podelite je.
admin-fault-empty = Datoteka je prazna.
admin-fault-no-rows = Ispod zaglavlja nema redova.
admin-fault-header = Prvi red ne imenuje kolone nijedne vrste datoteke koja se može uvesti.
admin-fault-missing-column = Ova kolona nedostaje.
admin-fault-double-column = Ova kolona stoji dvaput.
admin-fault-unknown-column = Ova kolona nije poznata za ovu vrstu datoteke.
admin-fault-width = Red ima { $n } polja, a zaglavlje { $of }. Znak za razdvajanje unutar teksta traži navodnike oko teksta.
admin-fault-unreadable = Red se ne može pročitati: potražite navodnik koji nije zatvoren.
admin-fault-control = U tekstu je znak koji se ne vidi, na primer prelom reda.
admin-fault-code = Mora biti jedno od: { $codes }.
admin-fault-time = Unesite vreme kao 08:30.
admin-fault-order = Kraj mora biti posle početka.
admin-fault-facility = Nema ustanove s ovim kodom.
admin-fault-not-yours = Za ovu ustanovu ne možete unositi datoteke.
admin-fault-nobody = Niko u evidenciji nema ovaj broj. Red se izostavlja.
admin-fault-room = U ustanovi nema prostorije sa ovom šifrom.
admin-fault-moment = Upišite dan, sa vremenom ili bez njega, npr. 2026-12-24 08:00.
admin-fault-other-desk = Ovu vrstu datoteke unosi neko drugi: razdvajanja, zatvaranja i izvođenja korektivni koordinator, ostalo administrator.
admin-fault-wing = U ustanovi nema paviljona s ovim kodom.
admin-fault-wing-twice = Jedan paviljon je naveden dvaput.
admin-fault-buildings = Za svaki paviljon napišite jednu zgradu, istim redom, sa | između njih.
admin-fault-wing-role = Samo korektivni službenici pripadaju paviljonu.
admin-fault-twice = Isto već stoji u redu { $n }.
admin-fault-short-code = Kod ima najviše { $n } slova bez kvačica, cifara i crtica.
admin-fault-zone = Ova vremenska zona nije poznata. Unesite neku kao što je Europe/Belgrade.
admin-fault-language = Unesite jezik sa dva slova, kao sq ili sr.
admin-fault-birth = Niko u zatvoru nije tada rođen.
admin-fault-username = Korisničko ime ima od 2 do 64 znaka: mala slova bez kvačica, cifre, tačka, crtica, donja crta.
admin-fault-needs-facility = Ova uloga važi u ustanovi: unesite njen kod.
admin-fault-side = Ovo lice već pripada drugoj službi. Niko ne radi za dve službe pod jednim imenom.
admin-fault-contradicts = Ime, zanimanje ili jezik nisu isti kao u redu { $n }.
admin-fault-yourself = Niko ne menja sopstveni nalog ni sopstvene uloge.

admin-users = Korisnici
admin-users-lead = Ko može da se prijavi i u kojim ulogama. Uloge dolaze uvozom ili iz komandne linije servera; uloge u zdravstvu važe kad ih odobri rukovodilac zdravstvenog departamenta.
admin-users-search = Ime ili korisničko ime
admin-users-find = Traži
admin-users-name = Ime
admin-users-role = Uloga
admin-users-roles = Uloge
admin-users-state = Stanje
admin-users-none = Niko se tako ne zove. Potražite drugo ime ili uvezite osoblje.
admin-users-active = aktivan
admin-users-inactive = neaktivan
admin-users-no-password = bez lozinke
admin-users-one-time = jednokratna lozinka
admin-users-waits = čeka odobrenje
admin-users-everywhere = svuda
admin-users-you = to ste vi
admin-users-activate = Aktiviraj
admin-users-deactivate = Deaktiviraj
admin-users-issue = Jednokratna lozinka
admin-users-issued = Predajte ovu lozinku sada: prikazuje se samo ovaj put. Mora se promeniti pri prvoj prijavi. Sve otvorene prijave ovog korisnika su završene.
admin-users-back = Svi korisnici
flash-user-activated = Korisnik ponovo može da se prijavi.
flash-user-deactivated = Korisnik više ne može da se prijavi; otvorene prijave su završene.

admin-approvals = Odobrenja
admin-approvals-lead = Uloge u zdravstvu koje je zatražio administrator. Važe kad ih vi odobrite.
admin-approvals-none = Ništa vas ne čeka.
admin-approvals-asked = Zatraženo
admin-approvals-approve = Odobri
admin-approvals-refuse = Odbij
flash-role-approved = Odobreno. Uloga važi od sada.
flash-role-refused = Odbijeno. Uloga nije data.
flash-role-decided = O tome je već bilo odlučeno.
admin-users-leave = Završava službu
flash-user-left = Nalog je zatvoren, a uloge i prijave su prestale. U drugoj službi osoba dobija nov nalog.
