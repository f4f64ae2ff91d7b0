# Çfarë ka ndryshuar nën një rezervim, kush do të mungojë, dhe skedarët e burgut.

changes-title = Ndryshimet
changes-open = Për t’u parë
changes-all = Të gjitha
changes-were-seen = Të para
changes-import = Importo
changes-waiting = { $n ->
    [0] Nuk ka ndryshime të papara.
    [one] { $n } ndryshim ende nuk është parë.
   *[other] { $n } ndryshime ende nuk janë parë.
}
changes-when = Kur
changes-who = Kush
changes-what = Çfarë
changes-by-custody = Burgu
changes-by-health = Shëndetësia
changes-house = Institucioni
changes-touched = { $n ->
    [0] asnjë seancë e ardhshme
    [one] { $n } seancë e ardhshme
   *[other] { $n } seanca të ardhshme
}
changes-seen = e parë
changes-not-seen = ende e paparë
changes-acknowledge = E pashë
changes-acknowledge-all = I pashë: të gjitha { $n } në këtë faqe
changes-look = Shiko
changes-none = Këtu nuk ka asgjë. Zhvendosjet, lirimet, mbylljet dhe të ngjashme shfaqen posa të ndodhin.
changes-import-lead = Ku janë personat, cilët mbahen të ndarë, regjimi, mbylljet dhe daljet nga sistemi i burgut, për këtë institucion. Asgjë nuk ndryshon para se të shihni çfarë do të ndryshonte.
changes-import-none = Ende nuk është ngarkuar asnjë skedar.
flash-changes-seen = U shënua si e parë.

change-kind-wing-changed = Pavijon tjetër
change-kind-cell-changed = Qeli tjetër
change-kind-court = Në gjykatë
change-kind-hospital = Në spital
change-kind-present-again = U kthye
change-kind-released = U lirua
change-kind-transferred = U transferua
change-kind-slot-moved = Seanca u zhvendos
change-kind-slot-cancelled = Seanca u anulua
change-kind-slot-restored = Seanca u rikthye
change-kind-regime-changed = Regjimi ndryshoi
change-kind-room-closed = Mbyllur
change-kind-tool-missing = Mungon një vegël
change-kind-kept-back = Nuk sillet në një seancë që vazhdon
change-kind-comes-again = Mund të vijë përsëri

outings-title = Daljet
outings-lead = Gjykatë, transferim, spital, vizita. Zyrtarët dhe njësia shëndetësore e mësojnë atë ditë se dikush mungon, por kurrë se ku.
outings-kind = Ku
outings-sessions = Seancat
outings-new = Shëno një dalje
outings-add = Shëno
outings-end = Nuk mbahet
outings-none = Askush nuk duhet të dërgohet askund.
outings-away-today = sot mungon
outings-away-today-of = { $n ->
    [one] 1 mungon sot
   *[other] { $n } mungojnë sot
}
outings-away-names = Sot mungojnë: { $names }.
flash-outing-added = U shënua.
flash-outing-ended = U hoq nga lista.
outing-kind-court = gjykatë
outing-kind-transfer = transferim
outing-kind-hospital = spital
outing-kind-visit = vizitë
