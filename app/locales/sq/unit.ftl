# Listat e gjata të njësisë, filtrat e saj, dhe kush po ngec e për çfarë arsyeje.

unit-list-reviews = Rishikime planesh që u vjen afati
unit-list-notes = Seanca që presin nënshkrim
unit-list-slipping = Pacientë që po ngecin
unit-reason = Arsyeja
unit-session = Seanca
unit-notes-none = Asnjë seancë nuk pret nënshkrim.
unit-to-cosign = Për bashkënënshkrim
unit-trend = Vlerësimi i fundit
unit-rising = në rritje
unit-staying = pa ndryshim
unit-falling = në rënie
unit-filter-name = Emri i këtij filtri
unit-filter-save = Ruaje këtë filtër
unit-filters-saved = Filtra të ruajtur
unit-filter-default = Hap me këtë
unit-filter-not-default = Mos hap me këtë
unit-filter-is-default = hapet i pari
unit-filter-discard = Hiqe

slipping-title = Pacientë që po ngecin
slipping-none = Sipas këtyre rregullave askush nuk po ngec.
slipping-all = { $n ->
    [one] Pacienti i vetëm
   *[other] Të { $n } pacientët
}
slipping-rules = Renditen pacientët, pjesëmarrja e të cilëve ra për 20 pikë ose më shumë nga katër javë në katër të tjerat, që ndoqën më pak se gjysmën e synimit në katër javë, dhe synimet e të cilëve u vlerësuan më ulët në katër javët e fundit ose nuk lëvizën në dy vlerësime.
slipping-attendance = Pjesëmarrja bie
slipping-attendance-said = { $before } % e asaj që u ofrua, pastaj { $now } %
slipping-no-progress = Pa përparim
slipping-no-progress-said = { $goal } ({ $level } në dy vlerësime)
slipping-lower = Vlerësuar më ulët
slipping-lower-said = { $goal } ({ $from } → { $to })
slipping-hours = Pak orë
slipping-hours-said = { $attended } nga { $target } orë në katër javë

flash-filter-saved = Filtri u ruajt.
flash-filter-default = Njësia hapet siç keni zgjedhur.
flash-filter-discarded = Filtri u hoq.
