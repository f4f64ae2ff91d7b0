# Custody: the day board, slots, the unlock list. No word here says what a session is for.

custody-nav-board = Tabela e ditës
custody-nav-unlock = Listat e hapjes
custody-today = Sot
custody-tomorrow = Nesër
custody-show = Shfaq
custody-name = Emri
custody-number = Numri
custody-cell = Qelia
custody-cautions = Alarme, mbaj të ndarë
custody-keep-apart = Mbaj të ndarë nga: { $numbers }
custody-absent = Përkohësisht mungon
custody-gone = Nuk është më këtu

slot-label = Njësia shëndetësore – { $letter }
slot-board-title = Tabela e ditës
slot-board-caption = Dhomat dhe pjesët e ditës më { $date }
slot-key-confirmed = konfirmuar
slot-key-requested = kërkuar, pret përgjigjen tuaj
slot-key-stopped = me vijë përmes: nuk mbahet, me arsyen
slot-requests = { $n ->
    [0] Asnjë kërkesë për konfirmim.
    [one] { $n } kërkesë për konfirmim.
   *[other] { $n } kërkesa për konfirmim.
}
slot-escorts = Zyrtarë për shoqërim: { $parts }
slot-part-officers = { $part } { $n }
slot-days = Ditët
slot-day-before = Dita e mëparshme
slot-day-after = Dita tjetër
slot-rooms = Dhomat
slot-rooms-all = Të gjitha dhomat
slot-rooms-used = Me seanca
slot-no-rooms = Ky institucion ende nuk ka dhomë për seanca. Dhomat i importon administratori.
slot-no-sessions = Asnjë seancë në këtë ditë.
slot-no-regime = jashtë regjimit
slot-room = Dhoma
slot-places = { $n ->
    [one] { $n } vend
   *[other] { $n } vende
}
slot-no-escort = pa shoqërim
slot-escort = { $n ->
    [one] { $n } zyrtar, { $mode }
   *[other] { $n } zyrtarë, { $mode }
}
slot-confirm = Konfirmo
slot-decline = Refuzo
slot-cancel = Anulo seancën

slot-to-board = Te tabela e ditës
slot-time = Koha
slot-practitioner = Personeli shëndetësor
slot-escort-need = Shoqërimi
slot-requested-at = Kërkuar më
slot-movement = Lëvizja
slot-no-people = Ende nuk është caktuar askush.
slot-confirm-title = Konfirmo
slot-decline-title = Refuzo
slot-escort-title = Shoqërimi
slot-escort-save = Ruaj shoqërimin
slot-cancel-title = Anulo
slot-officers = Zyrtarë
slot-officers-hint = 0 kur nuk nevojitet shoqërim.
slot-mode = Ku qëndrojnë
slot-reason = Arsyeja
slot-decline-text = { $n ->
    [one] { $n } person nuk thirret. Dhoma lirohet. Njësia shëndetësore e sheh arsyen.
   *[other] { $n } persona nuk thirren. Dhoma lirohet. Njësia shëndetësore e sheh arsyen.
}
slot-cancel-text = { $n ->
    [one] { $n } person mbetet në pavijon. Dhoma lirohet dhe koha llogaritet si e humbur nga burgu. Nuk mund të konfirmohet përsëri: njësia shëndetësore duhet të bëjë kërkesë të re.
   *[other] { $n } persona mbeten në pavijon. Dhoma lirohet dhe koha llogaritet si e humbur nga burgu. Nuk mund të konfirmohet përsëri: njësia shëndetësore duhet të bëjë kërkesë të re.
}
slot-changed-since = Dikush e ka ndryshuar këtë pasi e hapët ju. Tani është: { $state }. Asgjë që shënuat ju nuk u ruajt; shikoni përsëri dhe vendosni.
slot-step-not-possible = Kjo nuk është e mundur në gjendjen e tanishme.
slot-day-closed = Kjo ditë është mbyllur: vendimet merren deri në mesditën e ditës së nesërme.
slot-escort-without-officers = Shënoni sa zyrtarë, ose zgjidhni pa shoqërim.
slot-escort-without-mode = Zgjidhni ku qëndrojnë zyrtarët.
flash-slot-confirmed = U konfirmua.
flash-slot-declined = U refuzua. Njësia shëndetësore e sheh arsyen.
flash-slot-cancelled = U anulua. Dhoma dhe personat janë të lirë.
flash-slot-escort = Shoqërimi u ruajt.

unlock-title = Lista e hapjes
unlock-heading = Lista e hapjes, { $wing }, { $part }
unlock-wing = Pavijoni
unlock-days = Dita
unlock-parts = Pjesa e ditës
unlock-nobody = Askush nga ky pavijon nuk thirret në këtë pjesë të ditës.
unlock-no-wing = Ende nuk ka pavijon që e hapni ju. Administratori i importon pavijonet dhe i cakton zyrtarët.
unlock-people = { $n ->
    [one] { $n } person për hapje
   *[other] { $n } persona për hapje
}
unlock-leaving = { $n ->
    [one] { $n } del nga pavijoni
   *[other] { $n } dalin nga pavijoni
}
unlock-staying = { $n ->
    [one] { $n } qëndron
   *[other] { $n } qëndrojnë
}
unlock-other-day = Mund të hapni listat e sotme dhe të nesërme.
unlock-to-today = Te lista e sotme
unlock-mark-unlocked = U hap
unlock-mark-arrived = Mbërriti
unlock-mark-arrived-late = Mbërriti me vonesë
unlock-mark-returned = U kthye
unlock-mark-not-brought = Nuk u soll
unlock-mark-back-to-expected = Zhbëj: pritet përsëri
unlock-mark-back-to-unlocked = Zhbëj: ende nuk mbërriti
unlock-mark-back-to-arrived = Zhbëj: ende nuk u kthye
unlock-not-brought = Nuk u soll…
unlock-why = Pse nuk u soll?
unlock-choose-reason = Zgjidhni arsyen për { $name }.
unlock-changed-since = { $name }: dikush e ka shënuar ndërkohë. Tani është: { $state }. Shënimi juaj nuk u ruajt.
unlock-not-possible = { $name }: kjo nuk mund të shënohet më. Tani është: { $state }.
unlock-day-not-open = { $name }: kjo shënohet po atë ditë, dhe shtatë ditë më pas nëse nuk u shënua. Pastaj e korrigjon koordinatori.
unlock-sheet-name-number = Emri, numri
unlock-sheet-cell = Qelia
unlock-sheet-cautions = Alarme
unlock-sheet-time-place = Koha, vendi
unlock-sheet-refused = Nuk pranoi
unlock-sheet-stayed = Qëndroi
unlock-sheet-unlocked = U hap
unlock-sheet-notes = Shënime

part-am = Paradite
part-pm = Pasdite
part-eve = Mbrëmje

slot-status-requested = Kërkuar
slot-status-confirmed = Konfirmuar
slot-status-declined = Refuzuar
slot-status-cancelled = Anuluar
slot-status-in-progress = Në vazhdim
slot-status-completed = Përfunduar
slot-status-not-held = Nuk u mbajt

cancel-side-custody = nga burgu
cancel-side-health = nga shëndetësia

cancel-reason-lockdown = ndalim i lëvizjes
cancel-reason-no-escort = pa shoqërim
cancel-reason-no-officer = pa zyrtar
cancel-reason-room-unavailable = dhoma nuk është e lirë
cancel-reason-operational = arsye operative
cancel-reason-training = trajnim i personelit
cancel-reason-security = siguri
cancel-reason-clash = përplasje me diçka tjetër
cancel-reason-other = arsye tjetër
cancel-reason-health = nga njësia shëndetësore

escort-mode-none = pa shoqërim
escort-mode-in-sight = në pamje
escort-mode-in-room = në dhomë
escort-mode-out-of-hearing = jashtë dëgjimit

movement-expected = Pritet
movement-unlocked = U hap
movement-arrived = Mbërriti
movement-arrived-late = Mbërriti me vonesë
movement-not-brought = Nuk u soll
movement-returned = U kthye

custody-reason-lockdown = ndalim i lëvizjes
custody-reason-no-escort = pa shoqërim
custody-reason-no-officer = pa zyrtar
custody-reason-court = gjykatë
custody-reason-visit = vizitë
custody-reason-work = punë
custody-reason-school = shkollë
custody-reason-segregation = izolim
custody-reason-security = siguri
custody-reason-transferred = i transferuar
custody-reason-released = i liruar
custody-reason-clash = i thirrur gjetkë
custody-reason-other = arsye tjetër

alert-one-to-one-unlock = Hapet i vetëm
alert-escape-list = Rrezik arratisjeje
alert-assault-risk-staff = Rrezik sulmi ndaj personelit
alert-assault-risk-prisoners = Rrezik sulmi ndaj të burgosurve
alert-two-officers = Dy zyrtarë

room-kind-activity = dhomë aktivitetesh
room-kind-kitchen = kuzhinë
room-kind-workshop = punishte
room-kind-garden = kopsht
room-kind-gym = palestër
room-kind-interview = dhomë bisedash
room-kind-ward = repart
room-kind-classroom = klasë
room-kind-cell = qeli
