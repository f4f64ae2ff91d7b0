# Dugi spiskovi jedinice, njeni filteri, i ko zaostaje iz kog razloga.

unit-list-reviews = Pregledi planova kojima ističe rok
unit-list-notes = Seanse koje čekaju potpis
unit-list-slipping = Pacijenti koji zaostaju
unit-reason = Razlog
unit-session = Seansa
unit-notes-none = Nijedna seansa ne čeka potpis.
unit-to-cosign = Za supotpis
unit-trend = Poslednja ocena
unit-rising = u porastu
unit-staying = bez promene
unit-falling = u padu
unit-filter-name = Naziv ovog filtera
unit-filter-save = Sačuvaj ovaj filter
unit-filters-saved = Sačuvani filteri
unit-filter-default = Otvaraj ovim
unit-filter-not-default = Ne otvaraj ovim
unit-filter-is-default = otvara se prvi
unit-filter-discard = Ukloni

slipping-title = Pacijenti koji zaostaju
slipping-none = Po ovim pravilima niko ne zaostaje.
slipping-all = { $n ->
    [one] Svi: { $n } pacijent
    [few] Svi: { $n } pacijenta
   *[other] Svi: { $n } pacijenata
}
slipping-rules = Navedeni su pacijenti čije je prisustvo palo za 20 poena ili više od četiri sedmice do naredne četiri, koji su za četiri sedmice pohađali manje od polovine cilja, i čiji su ciljevi u poslednje četiri sedmice ocenjeni niže ili se nisu pomerili u dve ocene.
slipping-attendance = Prisustvo pada
slipping-attendance-said = { $before } % ponuđenog, zatim { $now } %
slipping-no-progress = Bez napretka
slipping-no-progress-said = { $goal } ({ $level } u dve ocene)
slipping-lower = Ocenjen niže
slipping-lower-said = { $goal } ({ $from } → { $to })
slipping-hours = Malo sati
slipping-hours-said = { $attended } od { $target } h za četiri sedmice

flash-filter-saved = Filter je sačuvan.
flash-filter-default = Jedinica se otvara kako ste izabrali.
flash-filter-discarded = Filter je uklonjen.
