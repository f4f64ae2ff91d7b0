# Šta kontrola kaže i pita: komentari uz planove i beleške, pitanja s odgovorima.

voice-title = Kontrola
voice-all = sve
voice-patient = Pacijent
voice-answers = Odgovori
voice-state = Stanje
voice-back = Nazad

comments-title = Komentari kontrole
comments-lead = Komentari na planove i potpisane beleške ove ustanove. Njihov tekst stoji uz ono na šta se odnose.
comments-lead-mine = Komentari na ono što ste napisali i na pacijente koje vodite. Njihov tekst stoji uz ono na šta se odnose.
comments-beside = { $n ->
    [0] Komentari kontrole
   *[other] Komentari kontrole: { $n }
}
comments-not-signed = Komentari nisu deo potpisanog dosijea i ne izlaze ni s jednim njegovim izvozom.
comments-alone = Samo komentari
comments-none-yet = Još nema komentara.
comments-none = Ovde ništa nije komentarisano.
comments-none-here = Nijedan komentar nije u ovom stanju.
comments-new = Novi komentar
comments-save = Komentariši
comments-of = { $name }, { $at }
comments-what = Na
comments-by = Autor
comments-made = Napisano
comments-on-plan = Plan, verzija { $n }
comments-on-note = Komentari na potpisanu belešku
comments-back = Nazad na ono na šta se odnosi
comments-answer = Odgovor
comments-answer-open = Odgovori
comments-answer-send = Pošalji odgovor
comments-close = Zatvori
comments-reopen = Otvori ponovo
comments-error = Uneto greškom
comments-closed-by = Zatvoreno: { $name }, { $at }
comments-reopened-by = Ponovo otvoreno: { $name }, { $at }
comments-error-by = { $name }, { $at }
comments-error-show = Prikaži šta je pisalo
comments-not-now = Ovo više nije moguće: neko je u međuvremenu zatvorio ili odgovorio. Pogledajte ponovo.
comments-open = Komentari bez odgovora
comments-answered = Komentari s odgovorom, nezatvoreni
comments-wait = { $n ->
    [one] { $n } komentar kontrole nema odgovor
    [few] { $n } komentara kontrole nemaju odgovor
   *[other] { $n } komentara kontrole nema odgovor
}
comments-read = Pročitaj
flash-comment-made = Komentar je napisan.
flash-comment-answered = Odgovor je poslat.
flash-comment-closed = Komentar je zatvoren.
flash-comment-reopened = Komentar je ponovo otvoren.
flash-comment-error = Označeno kao uneto greškom. Ostaje da se pročita.

comment-kind-comment = komentar
comment-kind-answer = Odgovor
comment-kind-closed = zatvoreno
comment-kind-reopened = ponovo otvoreno
comment-kind-error = uneto greškom
comment-state-open = bez odgovora
comment-state-answered = s odgovorom
comment-state-closed = zatvoreno
comment-state-error = uneto greškom

questions-title = Pitanja
questions-one = Pitanje
questions-all = Sva pitanja
questions-ask = Pitaj terapeuta
questions-ask-unit = Pitaj o jedinici
questions-question = Pitanje
questions-hint = Čitaju ga terapeut, ko vodi pacijenta i kontrolori ove ustanove.
questions-about = O čemu
questions-about-unit = jedinica
questions-about-patient = pacijent
questions-about-note = potpisana beleška
questions-by = Pita
questions-of = Upućeno
questions-asked-at = Postavljeno
questions-choose = Izaberite
questions-due = Rok za odgovor
questions-due-said = Rok za odgovor { $day }
questions-due-past = Taj dan je prošao. Izaberite danas ili kasnije.
questions-due-late = Izaberite dan u roku od { $n } dana.
questions-yourself = Ovog pacijenta vodite sami.
questions-send = Pitaj
questions-answer = Odgovor
questions-answer-open = Odgovori
questions-answer-send = Pošalji odgovor
questions-accept = Prihvati odgovor
questions-again = Pitaj ponovo
questions-again-words = Šta još nedostaje
questions-again-send = Pitaj ponovo
questions-withdraw = Povuci pitanje
questions-changed = Neko je u međuvremenu odgovorio ili promenio ovo pitanje. Ono što ste napisali još je tu: pogledajte ponovo i pošaljite.
questions-closed-note = O belešci koja vam je zatvorena: tekst se ne navodi u spisku.
questions-none = Nije postavljeno nijedno pitanje.
questions-none-here = Nijedno pitanje nije u ovom stanju.
questions-open = Pitanja bez odgovora
questions-late = od toga kasne
questions-to-accept = Odgovori za prihvatanje
questions-late-n = kasni: { $n }
questions-wait = { $n ->
    [one] { $n } pitanje kontrole čeka vaš odgovor
    [few] { $n } pitanja kontrole čekaju vaš odgovor
   *[other] { $n } pitanja kontrole čeka vaš odgovor
}
flash-question-asked = Pitanje je poslato.
flash-question-answered = Odgovor je poslat.
flash-question-again = Pitano je ponovo.
flash-question-accepted = Odgovor je prihvaćen.
flash-question-withdrawn = Pitanje je povučeno. Ostaje na spisku.

question-status-open = otvoreno
question-status-answered = odgovoreno
question-status-accepted = prihvaćeno
question-status-withdrawn = povučeno
question-standing-open = otvoreno
question-standing-late = kasni
question-standing-answered = odgovoreno
question-standing-accepted = prihvaćeno
question-standing-withdrawn = povučeno
question-act-answer = Odgovor
question-act-again = Pitano ponovo
question-act-accepted = Prihvaćeno
question-act-withdrawn = Povučeno
question-show-open = otvorena
question-show-late = kasne
question-show-answered = odgovorena
question-show-accepted = prihvaćena
question-show-all = sva
question-whose-mine = Upućena meni
question-whose-asked = Moja pitanja
question-whose-unit = U jedinici
