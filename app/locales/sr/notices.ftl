# Funkcionalna obaveštenja, za obe strane zida.

notices-nav = Obaveštenja
notices-title = Obaveštenja
notices-explained = Šta zdravstvena jedinica traži od svih koji prate ove osobe. Svako ističe samo na svoj dan.
notices-waiting = { $n ->
    [0] Sva obaveštenja su potvrđena.
    [one] { $n } obaveštenje čeka potvrdu.
    [few] { $n } obaveštenja čekaju potvrdu.
   *[other] { $n } obaveštenja čeka potvrdu.
}
notices-none = Sada ne važi nijedno obaveštenje.
notices-notice = Obaveštenje
notices-until = Do
notices-read-at = Pročitano
notices-state = Pročitano
notices-sharing-agreed = deljenje odobreno
notices-acknowledge = Potvrdi da je pročitano
notices-acknowledged = potvrđeno
notices-acknowledged-by = { $name }, { $at }
notices-not-acknowledged = nije potvrđeno
notices-lapses = { $n ->
    [0] ističe danas
    [one] ističe za { $n } dan
    [few] ističe za { $n } dana
   *[other] ističe za { $n } dana
}
notices-lapsed = isteklo
notices-ended = okončano
notices-not-before = Ne pre { $time }
notices-small-group = U grupi od najviše { $n }
notices-no-tools = Bez alata ove klase: { $class }
notices-interpreter = Tumač: { $language }

notices-care-explained = Zatvor vidi obaveštenje, njegov dan i da ga je dalo zdravstvo; razlog nikada. Čita ga svako ko prati pacijenta.
notices-consent-is = Pristanak na obaveštenja zatvoru: { $standing }. Bez njega obaveštenje može da počiva samo na životnom interesu ili zakonskoj obavezi.
notices-given = Data obaveštenja
notices-none-given = Nijedno obaveštenje nije dato.
notices-custody = Zatvor
notices-basis = Osnov
notices-given-by = { $name }, { $date }
notices-new = Daj obaveštenje
notices-give = Daj obaveštenje
notices-choose = Izaberite
notices-only-for = Samo za: { $notice }
notices-time = Vreme
notices-people = Najviše osoba
notices-class = Klasa alata
notices-language = Jezik
notices-until-hint = Najviše godinu dana. Na istek se upozorava sedam dana ranije.
notices-reason = Razlog
notices-reason-hint = Samo za zdravstveni dosije. Zatvor ga nikada ne vidi.
notices-time-needed = Unesite vreme, na primer 09:30.
notices-past = Taj dan je prošao.
notices-too-long = Obaveštenje važi najviše godinu dana.
notices-no-consent = Pacijent nije pristao da se zatvor obavesti. Prvo zabeležite pristanak ili navedite drugi osnov.
notices-renew = Produži
notices-new-end = Novi kraj
notices-end = Okončaj sada
notices-changed = Neko drugi je u međuvremenu izmenio ovo obaveštenje. Ovako je sada.
notices-open = Otvori
notices-lapsing-item = Obaveštenje: { $notice }
notices-lapsing-soon = Obaveštenja koja uskoro ističu
notices-none-lapsing = Nijedno ne ističe u narednih sedam dana.
flash-notice-acknowledged = Potvrđeno. Zdravstvena jedinica to vidi.
flash-notice-given = Obaveštenje je kod zatvora.
flash-notice-renewed = Produženo. Od zatvora se traži da ga ponovo potvrdi.
flash-notice-ended = Obaveštenje je okončano.
flash-notice-changed = To obaveštenje je već bilo okončano ili produženo.

notice-basis-consent = pristanak pacijenta
notice-basis-vital-interest = životni interes
notice-basis-legal-duty = zakonska obaveza
notice-kind-escort-slowly = Pratiti polako, ili uz pomagalo
notice-kind-ground-floor = Prizemlje ili rampa
notice-kind-seated-only = Samo sedeći
notice-kind-may-need-breaks = Možda će mu trebati pauze
notice-kind-not-before = Ne pre određenog vremena
notice-kind-small-group = Samo u maloj grupi
notice-kind-no-tools-of-class = Bez alata određene klase
notice-kind-interpreter = Tumač
notice-kind-hearing-or-glasses = Slušni aparat ili naočare
notice-kind-material-in-cell = Materijal zdravstvene jedinice dozvoljen u ćeliji
notice-kind-ask-before-moving = Ne premeštati i ne otkazivati bez pitanja zdravstva
notice-kind-call-health = Pozvati zdravstvo ako se uznemiri
notice-tool-class-blunt = tupo
notice-tool-class-pointed = šiljato
notice-tool-class-sharp = oštro
notice-tool-class-heat = toplota
notice-tool-class-chemical = hemijsko
notice-tool-class-ligature = užad i kanapi
notice-tool-class-electronic = elektronsko
