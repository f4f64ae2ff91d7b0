# Uputi: spisak zdravstva i strana korektivne službe.

referrals-nav = Uputi
referrals-title = Uputi
referrals-lead = Prvi je onaj koga treba najpre videti. Prihvatanjem uputa osoba se prima u tretman.
referrals-count = { $n ->
    [0] Nema uputa
    [one] { $n } uput
    [few] { $n } uputa
   *[other] { $n } uputa
}
referrals-none-open = Ovde ništa ne čeka: o svakom uputu je odlučeno i sa svakom prihvaćenom osobom je razgovarano.
referrals-none = Nema takvog uputa.
referrals-which = Koji
referrals-show-open = Još čekaju
referrals-show-all = Svi
referrals-new = Novi uput
referrals-choose = Izaberite osobu koja se upućuje. Može se uputiti i neko ko je već pacijent.
referrals-people = Osobe iz ove ustanove
referrals-nobody = Nema takve osobe. Tražite po delu imena ili broja.
referrals-action = Uputi
referrals-is-patient = pacijent
referrals-one = Uput
referrals-source = Od koga
referrals-source-asked = Ko upućuje
referrals-choose-source = Izaberite
referrals-by = Zapisao
referrals-reason = Razlog
referrals-reason-hint = Šta osoba više ne može da radi, ili bi želela ponovo da može, rečima onoga ko upućuje.
referrals-areas = Oblasti koje zabrinjavaju
referrals-urgency = Hitnost
referrals-urgency-hint = Prvi susret: redovno u roku od 14 dana, hitno u roku od 3, što pre do narednog dana.
referrals-received = Primljeno
referrals-days = { $n ->
    [0] danas
    [one] { $n } dan
    [few] { $n } dana
   *[other] { $n } dana
}
referrals-due = Rok za prvi susret
referrals-seen-on = susret { $date }
referrals-late = kasni
referrals-status = Stanje
referrals-save = Sačuvaj uput
referrals-somebody-else = Izaberi nekog drugog
referrals-has-left = Ova osoba je otpuštena ili premeštena. Ništa nije sačuvano.
referrals-day-ahead = Taj dan tek dolazi.
referrals-before-received = Taj dan je pre prijema uputa.
referrals-open-record = Otvori dosije
referrals-to-list = Nazad na upute
referrals-decision = Odluka
referrals-decided-on = Odlučeno
referrals-decided-by = Odlučio
referrals-decide = Odluči
referrals-decide-asked = Šta treba uraditi
referrals-do-accept = Prihvati i primi u tretman; vi postajete nosilac
referrals-do-link = Prihvati; osoba je već u tretmanu
referrals-do-wait = Stavi na listu čekanja
referrals-do-decline = Odbij
referrals-do-redirect = Preusmeri nekom drugom
referrals-decision-reason = Razlog odluke
referrals-decision-hint = Potreban kada odbijate ili preusmeravate: zašto, i šta se osobi nudi umesto toga.
referrals-say-why = Navedite zašto, i šta se nudi umesto toga.
referrals-changed = Neko drugi je izmenio ovaj uput otkako ste ga otvorili. Sada je: { $state }. Ništa vaše nije sačuvano; ono što ste napisali je još ovde.
referrals-unsent = Ono što ste napisali, nije sačuvano
referrals-contact = Prvi susret
referrals-contact-on = Prvi put viđen
referrals-contact-save = Zabeleži prvi susret
flash-referral-saved = Uput je sačuvan.
flash-referral-accepted = Uput je prihvaćen. Osoba je primljena u tretman.
flash-referral-decided = Odluka je sačuvana.
flash-referral-contact = Prvi susret je zabeležen.

referral-source-self = sama osoba
referral-source-doctor = lekar
referral-source-psychiatrist = psihijatar
referral-source-nurse = medicinska sestra ili tehničar
referral-source-psychologist = psiholog
referral-source-social-worker = socijalni radnik
referral-source-correctional-staff = korektivno osoblje
referral-source-family = porodica
referral-source-court = sud
referral-source-transfer-in = premeštaj iz druge ustanove
referral-urgency-routine = redovno
referral-urgency-urgent = hitno
referral-urgency-asap = što pre
referral-status-received = čeka odluku
referral-status-accepted = prihvaćen
referral-status-waiting-list = lista čekanja
referral-status-declined = odbijen
referral-status-redirected = preusmeren

refer-nav = Uputi zdravstvu
refer-title = Uputi zdravstvenoj jedinici
refer-lead = Ono što ste primetili ide zdravstvenoj jedinici, koja odlučuje. Vi vidite dokle je koji uput stigao.
refer-no-wing = Još vam nije dodeljen paviljon. Službenike za paviljone određuje administrator.
refer-new = Uputi osobu zdravstvenoj jedinici
refer-list = Uputi, najnoviji prvi
refer-none = Odavde još niko nije upućen.
refer-every-wing = Svi
refer-reason = Razlog
refer-received = Poslato
refer-by = Poslao
refer-state = Stanje
refer-choose = Izaberite osobu.
refer-search = Ime ili broj
refer-people = Osobe koje se mogu uputiti
refer-nobody = Nema takve osobe. Tražite po delu imena ili broja.
refer-action = Uputi
refer-reason-asked = Šta ste primetili?
refer-words = U nekoliko reči
refer-words-hint = Najviše 140 znakova: šta ste videli i kada. Ništa o bolesti, krivičnom delu ili drugim osobama.
refer-other-needs-words = Navedite u nekoliko reči šta ste primetili.
refer-send = Pošalji zdravstvenoj jedinici
refer-somebody-else = Izaberi nekog drugog
refer-has-left = Ova osoba je otpuštena ili premeštena. Ništa nije poslato.
flash-refer-sent = Poslato zdravstvenoj jedinici.

referral-reason-isolates = izdvaja se od drugih
referral-reason-does-not-leave-cell = ne izlazi iz ćelije
referral-reason-self-care = ne brine o sebi ili o ćeliji
referral-reason-sleep = ne spava, ili spava ceo dan
referral-reason-work-problem = teškoće na poslu ili u školi
referral-reason-conflict = ponovljeni sukobi
referral-reason-other = nešto drugo
referral-state-received = Primljen
referral-state-accepted = Prihvaćen
referral-state-closed = Zatvoren
