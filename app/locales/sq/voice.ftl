# Çfarë thonë dhe pyesin rishikuesit: komente pranë planeve dhe shënimeve, pyetje me përgjigje.

voice-title = Rishikuesit
voice-all = të gjitha
voice-patient = Pacienti
voice-answers = Përgjigje
voice-state = Gjendja
voice-back = Kthehu

comments-title = Komentet e rishikuesve
comments-lead = Komente për planet dhe shënimet e nënshkruara të këtij institucioni. Teksti i tyre qëndron pranë asaj për të cilën flasin.
comments-lead-mine = Komente për atë që keni shkruar dhe për pacientët që udhëhiqni. Teksti i tyre qëndron pranë asaj për të cilën flasin.
comments-beside = { $n ->
    [0] Komentet e rishikuesve
    [one] Komentet e rishikuesve: 1
   *[other] Komentet e rishikuesve: { $n }
}
comments-not-signed = Komentet nuk janë pjesë e dosjes së nënshkruar dhe nuk dalin me asnjë eksport të saj.
comments-alone = Vetëm komentet
comments-none-yet = Ende nuk ka koment.
comments-none = Këtu nuk është komentuar asgjë.
comments-none-here = Asnjë koment nuk është në këtë gjendje.
comments-new = Koment i ri
comments-save = Komento
comments-of = { $name }, { $at }
comments-what = Për
comments-by = Nga
comments-made = Shkruar
comments-on-plan = Plani, versioni { $n }
comments-on-note = Komente për një shënim të nënshkruar
comments-back = Kthehu te ajo për të cilën bëhet fjalë
comments-answer = Përgjigjja
comments-answer-open = Përgjigju
comments-answer-send = Dërgo përgjigjen
comments-close = Mbyll
comments-reopen = Hap sërish
comments-error = Bërë gabimisht
comments-closed-by = Mbyllur nga { $name }, { $at }
comments-reopened-by = Hapur sërish nga { $name }, { $at }
comments-error-by = { $name }, { $at }
comments-error-show = Shfaq çfarë ishte shkruar
comments-not-now = Kjo nuk bëhet më: dikush ndërkohë e ka mbyllur ose i është përgjigjur. Shikojeni sërish.
comments-open = Komente pa përgjigje
comments-answered = Komente me përgjigje, të pambyllura
comments-wait = { $n ->
    [one] 1 koment i rishikuesve është pa përgjigje
   *[other] { $n } komente të rishikuesve janë pa përgjigje
}
comments-read = Lexo
flash-comment-made = Komenti u shkrua.
flash-comment-answered = Përgjigjja u dërgua.
flash-comment-closed = Komenti u mbyll.
flash-comment-reopened = Komenti u hap sërish.
flash-comment-error = U shënua si i bërë gabimisht. Mbetet për t’u lexuar.

comment-kind-comment = koment
comment-kind-answer = Përgjigje
comment-kind-closed = mbyllur
comment-kind-reopened = hapur sërish
comment-kind-error = bërë gabimisht
comment-state-open = pa përgjigje
comment-state-answered = me përgjigje
comment-state-closed = mbyllur
comment-state-error = bërë gabimisht

questions-title = Pyetje
questions-one = Pyetje
questions-all = Të gjitha pyetjet
questions-ask = Pyet terapistin
questions-ask-unit = Pyet për njësinë
questions-question = Pyetja
questions-hint = E lexojnë terapisti, kush e udhëheq pacientin dhe rishikuesit e institucionit.
questions-about = Për
questions-about-unit = njësinë
questions-about-patient = pacientin
questions-about-note = një shënim të nënshkruar
questions-by = Pyet
questions-of = I drejtohet
questions-asked-at = Pyetur më
questions-choose = Zgjidhni
questions-due = Afati i përgjigjes
questions-due-said = Afati i përgjigjes { $day }
questions-due-past = Kjo ditë ka kaluar. Zgjidhni sot ose një ditë më vonë.
questions-due-late = Zgjidhni një ditë brenda { $n } ditësh.
questions-yourself = Këtë pacient e udhëhiqni vetë.
questions-send = Pyet
questions-answer = Përgjigjja
questions-answer-open = Përgjigju
questions-answer-send = Dërgo përgjigjen
questions-accept = Prano përgjigjen
questions-again = Pyet sërish
questions-again-words = Çfarë mungon ende
questions-again-send = Pyet sërish
questions-withdraw = Tërhiqe pyetjen
questions-changed = Dikush ndërkohë i është përgjigjur ose e ka ndryshuar këtë pyetje. Ajo që shkruat është ende këtu: shikojeni sërish dhe dërgojeni.
questions-closed-note = Për një shënim që për ju është i mbyllur: teksti nuk jepet në listë.
questions-none = Nuk është bërë asnjë pyetje.
questions-none-here = Asnjë pyetje nuk është në këtë gjendje.
questions-open = Pyetje pa përgjigje
questions-late = prej tyre me vonesë
questions-to-accept = Përgjigje për t’u pranuar
questions-late-n = { $n } me vonesë
questions-wait = { $n ->
    [one] 1 pyetje e rishikuesve pret përgjigjen tuaj
   *[other] { $n } pyetje të rishikuesve presin përgjigjen tuaj
}
flash-question-asked = Pyetja u dërgua.
flash-question-answered = Përgjigjja u dërgua.
flash-question-again = U pyet sërish.
flash-question-accepted = Përgjigjja u pranua.
flash-question-withdrawn = Pyetja u tërhoq. Mbetet në listë.

question-status-open = e hapur
question-status-answered = me përgjigje
question-status-accepted = e pranuar
question-status-withdrawn = e tërhequr
question-standing-open = e hapur
question-standing-late = me vonesë
question-standing-answered = me përgjigje
question-standing-accepted = e pranuar
question-standing-withdrawn = e tërhequr
question-act-answer = Përgjigje
question-act-again = Pyetur sërish
question-act-accepted = Pranuar
question-act-withdrawn = Tërhequr
question-show-open = të hapura
question-show-late = me vonesë
question-show-answered = me përgjigje
question-show-accepted = të pranuara
question-show-all = të gjitha
question-whose-mine = Pyetje për mua
question-whose-asked = Pyetjet e mia
question-whose-unit = Në njësi
