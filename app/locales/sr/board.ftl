# Premeštanje seansi, pitanja zdravstvenoj službi i table dana i sedmice.

move-title = Premesti seansu
move-link = Premesti
move-to-slot = Na seansu
move-to-session = Na seansu
move-text = Zdravstvena služba se odmah obaveštava, uz razlog.
move-asks-first = Zbog jedne od osoba mora se pitati zdravstvena služba pre nego što se ovo premesti ili otkaže. Ono što ovde unesete šalje se kao pitanje; seansa ostaje gde jeste dok zdravstvena služba ne odgovori potvrdno.
move-own-text = Korektivna služba mora da potvrdi novo vreme: seansa se vraća na „zatraženo”.
move-submit = Premesti
move-ask = Pitaj zdravstvenu službu
move-part = Deo dana
move-start = Počinje u
move-start-hint = Na primer 09:30. Ostavite prazno za prvo slobodno vreme u tom delu.
move-time-format = Upišite vreme kao 09:30 ili ostavite prazno.
move-suggestions = Slobodna mesta
move-suggestions-text = Svako odgovara osobama, prostoriji, zdravstvenom osoblju i preostalim službenicima. Izaberite jedno da popuni obrazac.
move-no-suggestions = Nema slobodnog mesta u ovih deset dana. Izaberite kasniji dan ili veću prostoriju.
move-past = To vreme je prošlo. Izaberite kasnije.
move-no-such-time = Pomera se sat: tog dana nema tog vremena.
move-not-in-regime = Seansa ne staje ni u jedan deo režima tog dana.
move-too-small = Ova prostorija ima premalo mesta za očekivane osobe.
move-too-early = Jedna od osoba ne sme se pozivati tako rano.
move-closed = Prostorija ili ustanova je u to vreme zatvorena, ili je kretanje obustavljeno.
move-room-taken = Prostorija je u to vreme zauzeta.
move-practitioner-taken = Zdravstveno osoblje u to vreme ima drugu seansu.
move-person-taken = Jedna od osoba u to vreme ima drugu seansu.
move-kept-apart = Neko koga treba držati odvojeno od jedne od osoba je otprilike u to vreme u toj prostoriji.
move-refused = To nije moguće u to vreme u toj prostoriji. Izaberite drugo.
move-not-possible = Ova seansa se više ne može premestiti.
move-changed-since = Neko je ovo promenio otkad ste otvorili. Sada je: { $state }, { $when }, { $room }. Ništa vaše nije sačuvano; pogledajte ponovo i odlučite.
move-waits = Pitana je zdravstvena služba, još nema odgovora. { $what }, { $at }
move-answered-yes = Zdravstvena služba je rekla da. { $what }, { $at }
move-answered-no = Zdravstvena služba je rekla ne. { $what }, { $at }
move-answered-before = Na ovo pitanje je već odgovoreno.
move-requests-title = Pitanja korektivne službe
move-requests-lead = Seanse sa osobom koja se ne sme premeštati dok se ne pita zdravstvena služba.
move-requests-none = Nema otvorenih pitanja.
move-session = Seansa
move-asked-what = Traži se
move-answer = Odgovor
move-mine = vaše
move-answer-yes = Da
move-answer-no = Ne
move-waiting = { $n ->
    [one] { $n } pitanje korektivne službe čeka vaš odgovor
    [few] { $n } pitanja korektivne službe čekaju vaš odgovor
   *[other] { $n } pitanja korektivne službe čeka vaš odgovor
}
move-kind-move = Premeštanje
move-kind-cancel = Otkazivanje
flash-slot-moved = Seansa je premeštena. Zdravstvena služba je obaveštena.
flash-move-asked = Pitanje je poslato zdravstvenoj službi. Seansa ostaje gde jeste dok ne stigne odgovor.
flash-move-asked-before = Zdravstvenoj službi je već postavljeno pitanje o ovoj seansi.
flash-session-moved = Seansa je premeštena i ponovo zatražena.
flash-move-answered = Vaš odgovor je poslat.

board-week-title = Sedmična tabla
board-week-caption = Prostorije i dani sedmice od { $date }
board-week-before = Prethodna sedmica
board-week-after = Sledeća sedmica
board-to-week = Sedmica
board-to-day = Dan
board-any = Sve
board-status = Stanje
board-waits = Čeka
board-waits-yes = samo ono što čeka vaš odgovor
board-without = Bez: { $what }
board-part-officers = { $part } { $n } od { $there }
board-short = nedostaje { $n }
board-closed = zatvoreno
board-free = slobodno
board-claimed = prvo zdravstvo
board-claimed-parts = prvo zdravstvo: { $parts }
board-too-many = previše osoba
board-outside = izvan režima
