# Šta se promenilo ispod rezervacije, ko će biti odsutan, i datoteke zatvora.

changes-title = Promene
changes-open = Za uvid
changes-all = Sve
changes-were-seen = Viđeno
changes-import = Uvoz
changes-waiting = { $n ->
    [0] Nema promena koje nisu viđene.
    [one] { $n } promena još nije viđena.
    [few] { $n } promene još nisu viđene.
   *[other] { $n } promena još nije viđeno.
}
changes-when = Kada
changes-who = Ko
changes-what = Šta
changes-by-custody = Zatvor
changes-by-health = Zdravstvo
changes-house = Ustanova
changes-touched = { $n ->
    [0] nijedna predstojeća seansa
    [one] { $n } predstojeća seansa
    [few] { $n } predstojeće seanse
   *[other] { $n } predstojećih seansi
}
changes-seen = viđeno
changes-not-seen = još nije viđeno
changes-acknowledge = Viđeno
changes-acknowledge-all = Viđeno: svih { $n } na ovoj stranici
changes-look = Pogledaj
changes-none = Ovde nema ničega. Premeštaji, otpusti, zatvaranja i slično pojavljuju se čim se dogode.
changes-import-lead = Gde su osobe, koga držati odvojeno, režim, zatvaranja i izvođenja iz zatvorskog sistema, za ovu ustanovu. Ništa se ne menja pre nego što vidite šta bi se promenilo.
changes-import-none = Još nije otpremljena nijedna datoteka.
flash-changes-seen = Zabeleženo kao viđeno.

change-kind-wing-changed = Drugi paviljon
change-kind-cell-changed = Druga ćelija
change-kind-court = Na sudu
change-kind-hospital = U bolnici
change-kind-present-again = Vratio se
change-kind-released = Otpušten
change-kind-transferred = Premešten
change-kind-slot-moved = Seansa pomerena
change-kind-slot-cancelled = Seansa otkazana
change-kind-slot-restored = Seansa vraćena
change-kind-regime-changed = Režim izmenjen
change-kind-room-closed = Zatvoreno
change-kind-tool-missing = Nedostaje alat
change-kind-kept-back = Ne dovodi se na seansu koja se održava
change-kind-comes-again = Ponovo može doći

outings-title = Izvođenja
outings-lead = Sud, premeštaj, bolnica, posete. Službenici i zdravstvena jedinica tog dana saznaju da je neko odsutan, a nikad gde.
outings-kind = Kuda
outings-sessions = Seanse
outings-new = Unesi izvođenje
outings-add = Unesi
outings-end = Ne održava se
outings-none = Niko se nikuda ne izvodi.
outings-away-today = danas odsutan
outings-away-today-of = { $n ->
    [one] { $n } danas odsutan
    [few] { $n } danas odsutna
   *[other] { $n } danas odsutnih
}
outings-away-names = Danas odsutni: { $names }.
flash-outing-added = Uneto.
flash-outing-ended = Skinuto sa liste.
outing-kind-court = sud
outing-kind-transfer = premeštaj
outing-kind-hospital = bolnica
outing-kind-visit = poseta
