# Koga držati odvojeno i na šta paziti.

cautions-title = Držati odvojeno, upozorenja
cautions-due-lead = { $n ->
    [0] Ništa ne treba ponovo razmotriti u naredne dve sedmice.
    [one] { $n } treba ponovo razmotriti u naredne dve sedmice.
    [few] { $n } treba ponovo razmotriti u naredne dve sedmice.
   *[other] { $n } treba ponovo razmotriti u naredne dve sedmice.
}
cautions-own-wings = Šta danas važi za osobe iz vaših paviljona.
cautions-pairs = Držati odvojeno
cautions-alerts = Upozorenja
cautions-due = Za razmatranje
cautions-past = Završeno
cautions-pair = Držati odvojeno
cautions-alert = Upozorenje
cautions-one = Jedan
cautions-other = Drugi
cautions-term = Od – do
cautions-endless = bez roka
cautions-reason = Razlog
cautions-reason-hint = Samo za koordinatore. Službenici i zdravstvena jedinica ga nikad ne vide.
cautions-review = Razmotriti ponovo
cautions-review-hint = U roku od pola godine. Može ostati prazno kad poslednji dan dolazi ranije.
cautions-is-due = na redu
cautions-starts = Od
cautions-ends = Poslednji dan
cautions-ends-hint = Prazno: do daljeg. Da biste završili, upišite poslednji dan kad važi.
cautions-new-pair = Držati dve osobe odvojeno
cautions-new-alert = Postavi upozorenje
cautions-number-one = Broj jednog
cautions-number-other = Broj drugog
cautions-change = Izmeni
cautions-save = Sačuvaj
cautions-back = Nazad na listu
cautions-no-pairs = Nikoga ne treba držati odvojeno.
cautions-no-alerts = Nema upozorenja.
cautions-nobody = Niko ovde nema ovaj broj.
cautions-same = To je ista osoba.
cautions-already = Ove dve osobe se u to vreme već drže odvojeno.
cautions-ends-before = Poslednji dan je pre prvog.
cautions-review-before = Ovo je pre prvog dana.
cautions-review-late = Upišite dan u roku od pola godine kad će neko ponovo razmotriti.
cautions-stale = Neko je ovo izmenio otkako ste otvorili. Vaše izmene su i dalje ovde; pošaljite ih još jednom da zamene druge.
cautions-both-booked = { $n ->
    [one] { $n } buduća seansa poziva obe osobe. Ništa nije otkazano: otvorite je na dnevnoj tabli.
    [few] { $n } buduće seanse pozivaju obe osobe. Ništa nije otkazano: otvorite ih na dnevnoj tabli.
   *[other] { $n } budućih seansi poziva obe osobe. Ništa nije otkazano: otvorite ih na dnevnoj tabli.
}
flash-caution-saved = Sačuvano.
