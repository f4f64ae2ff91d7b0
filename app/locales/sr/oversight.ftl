# Nadzor: sati i njihovi gubici, jedinica, napredak, ko je šta otvorio, provera.

oversight-nav-unit = Jedinica
oversight-nav-verification = Provera

oversight-week = { $n }. sedmica, { $from } – { $to }
oversight-week-short = { $n }. sed.
oversight-week-previous = Sedmica pre
oversight-week-next = Sedmica posle
oversight-week-this = Ova sedmica
oversight-weeks = { $n ->
    [one] { $n } sedmica
    [few] { $n } sedmice
   *[other] { $n } sedmica
}

oversight-patient = Pacijent
oversight-patients = Pacijenti
oversight-practitioner = Terapeut
oversight-hours = Iskorišćeni sati prema ciljnom broju
oversight-planned = Planirano
oversight-offered = Ponuđeno
oversight-attended = Iskorišćeno
oversight-lost-custody = Izgubljeno zbog režima
oversight-lost-health = Izgubljeno zbog zdravstva
oversight-lost-patient = Izgubljeno zbog pacijenta
oversight-open = Predstoji ili nije zabeleženo
oversight-state = Stanje
oversight-goals = Ciljevi
oversight-share = Udeo u svim ciljevima

oversight-caseload-week = Strukturisane aktivnosti ove sedmice, moji pacijenti
oversight-caseload-empty = Ovde ne vodite nijednog pacijenta. Otvorite pacijenta da biste ga primili u tretman.

oversight-unit-title = Jedinica: { $place }
oversight-weeks-title = Sati poslednjih osam sedmica, prema ciljnom broju
oversight-week-list = Sati svakog pacijenta u { $n }. sedmici
oversight-no-patients = Ovde još niko nije u tretmanu. Terapeut otvara pacijenta sa spiska osoba.
oversight-caseloads = Pacijenti i šta čeka, po terapeutu
oversight-without-plan = Bez plana
oversight-reviews = Preispitivanja plana
oversight-reviews-none = Nijedno preispitivanje nije na redu u naredne dve sedmice.
oversight-reviews-all = Ceo spisak ({ $n })
oversight-reviews-due = Preispitivanja na redu
oversight-reviews-late = Preispitivanja kasne
oversight-review-on = Preispitivanje
oversight-late-days = { $n ->
    [one] kasni { $n } dan
    [few] kasni { $n } dana
   *[other] kasni { $n } dana
}
oversight-due-today = danas
oversight-due-days = { $n ->
    [one] za { $n } dan
    [few] za { $n } dana
   *[other] za { $n } dana
}
oversight-notes-unsigned = Beleške za potpis
oversight-notes-late = Beleške kasne
oversight-notes-oldest = Najstarija nepotpisana
oversight-days-ago = { $n ->
    [one] pre { $n } dan
    [few] pre { $n } dana
   *[other] pre { $n } dana
}
oversight-today = u okviru jednog dana
oversight-attainment = Ciljevi po postizanju
oversight-never-rated = još nije ocenjeno
oversight-no-goals = Još nema aktivnog plana sa ciljevima.

oversight-progress-of = Napredak: { $patient }
oversight-no-plan = Još nema aktivnog plana: prvo plan, pa se onda vidi napredak.
oversight-plan-line = Plan, verzija { $n }, { $status }, od { $since }
oversight-next-review = sledeće preispitivanje { $date }
oversight-plan-mark = plan { $n }
oversight-goals-ended = Završeni ciljevi
oversight-hours-weekly = Sati po sedmici
oversight-attendance = Prisustvo
oversight-became-open = nije zabeleženo

oversight-access-log = Ko je šta otvorio
oversight-access-log-lead = Svako čitanje i pisanje dosijea i svako odbijanje. Zatvorene osobe se prikazuju pod pseudonimima koji ostaju isti.
oversight-access-log-empty = Ništa ne odgovara ovim filterima. Proširite datume ili uklonite neki filter.
oversight-any = svejedno
oversight-from = Od
oversight-to = Do
oversight-user = Korisnik
oversight-facility = Ustanova
oversight-permission = Šta je urađeno
oversight-outcome = Ishod
oversight-person = Pseudonim
oversight-person-hint = Na primer 7K3M-9QX1, kao na spisku.
oversight-show = Prikaži
oversight-show-all = Bez filtera
oversight-at = Vreme
oversight-seal = Pečat
oversight-sealed = zapečaćeno, br. { $n }
oversight-not-sealed-yet = još nije zapečaćeno
oversight-older = Starije
oversight-newest = Na najnovije
oversight-no-such-user = Nema korisnika sa ovim imenom.
oversight-no-such-pseudonym = Niko nema ovaj pseudonim.

oversight-verification-lead = Da li je nešto što je zabeleženo ili potpisano kasnije izmenjeno.
oversight-seal-access = Zapisi o pristupu
oversight-seal-none = Još nijedan zapis nije zapečaćen. Prvi pečat se stavlja nekoliko sekundi posle prvog zapisa.
oversight-seal-rows = Zapečaćeni zapisi
oversight-seal-last = Poslednji pečat
oversight-seal-batch = Zapisi pod poslednjim potpisom
oversight-seal-key = Ključ
oversight-seal-keys = Ključevi kojima je potpisivano
oversight-seal-notes = Potpisane beleške
oversight-notes-signed = Potpisane beleške
oversight-notes-last = Poslednji potpis
oversight-verify-now = Proveri sada
oversight-verify-hint = Svaki zapečaćeni zapis se čita i poredi sa lancem i njegovim potpisima. Milion zapisa traje oko deset sekundi; ista provera radi i bez ovog servera kao „ergon verify“.
oversight-verified = { $rows ->
    [one] Proveren je { $rows } zapis. Ništa nije izmenjeno.
    [few] Proverena su { $rows } zapisa. Ništa nije izmenjeno.
   *[other] Provereno je { $rows } zapisa. Ništa nije izmenjeno.
}
oversight-faults = { $n ->
    [one] { $n } greška, proverenih zapisa: { $rows }.
    [few] { $n } greške, proverenih zapisa: { $rows }.
   *[other] { $n } grešaka, proverenih zapisa: { $rows }.
}
oversight-fault = Šta nije u redu
oversight-fault-row = Zapis
oversight-fault-changed = izmenjeno posle pečata ili potpisa
oversight-fault-missing = zapečaćeno, a sada nedostaje
oversight-fault-not-sealed = nikad nije zapečaćeno
oversight-fault-gap = ovde je brojanje prekinuto
oversight-fault-unsigned = nije obuhvaćeno nijednim potpisom
oversight-fault-signature = potpis nije ispravan
oversight-notes-none = Još nijedna beleška nije potpisana.
oversight-verify-notes-hint = Svaka potpisana beleška se čita i poredi sa lancem, potpisom i kolonama pored nje. Nijedna njena reč se ne prikazuje; ista provera radi i bez ovog servera kao „ergon verify“.
oversight-notes-verified = { $rows ->
    [one] Proverena je { $rows } beleška. Ništa nije izmenjeno.
    [few] Proverene su { $rows } beleške. Ništa nije izmenjeno.
   *[other] Provereno je { $rows } beleški. Ništa nije izmenjeno.
}
oversight-notes-faults = { $n ->
    [one] { $n } greška, proverenih beleški: { $rows }.
    [few] { $n } greške, proverenih beleški: { $rows }.
   *[other] { $n } grešaka, proverenih beleški: { $rows }.
}
oversight-fault-unchained = ne nastavlja se na belešku pre nje
oversight-fault-note-gap = nedostaje beleška pre nje
oversight-fault-unreadable = ne može se pročitati kao beleška
oversight-fault-participation = učešće potpisano uz nju je izmenjeno
oversight-fault-goals = ciljevi zabeleženi uz nju su izmenjeni
oversight-fault-ratings = ocene potpisane uz nju su izmenjene
oversight-fault-reference = pominje belešku koja ne stoji pre nje
oversight-fault-column = kolona { $column } nije ono što je potpisano
oversight-fault-note-missing = potpisano, a beleška nedostaje

outcome-allowed = dozvoljeno
outcome-denied = odbijeno

permission-own-account = Sopstveni nalog
permission-patient-list = Spisak pacijenata
permission-patient-read = Dosije pacijenta
permission-patient-open = Primanje osobe u tretman
permission-plan-read = Čitanje plana
permission-plan-write = Pisanje plana
permission-note-read = Čitanje potpisanih beleški
permission-note-sign = Pisanje i potpisivanje beleške
permission-session-request = Zahtev za seansu
permission-session-record = Beleženje seanse
permission-session-read = Čitanje seanse
permission-activity-read = Aktivnosti
permission-record-export = Izvoz dosijea pacijenta
permission-unit-read = Jedinica
permission-progress-read = Napredak pacijenta
permission-hours-read = Sati i gubici, zbirovi
permission-hours-caseload = Sati i gubici, svoji pacijenti
permission-hours-pseudonyms = Sati i gubici, pod pseudonimima
permission-hours-department = Sati i gubici, sve ustanove
permission-custody-hours = Ponuđeni sati i sati izgubljeni zbog režima
permission-report-read = Izveštaji
permission-report-make = Izrada izveštaja
permission-board-read = Dnevna tabla
permission-slot-decide = Odluka o terminu
permission-escort-plan = Planiranje pratnje
permission-escort-mark = Beleženje pratnje
permission-lockdown = Obustava kretanja
permission-unlock-list-read = Lista otključavanja
permission-movement-mark = Beleženje kretanja
permission-movement-correct = Ispravlja kretanje
permission-list-print = Štampa spisak
permission-list-acknowledge = Potvrđuje izmene spiska
permission-import-reference = Uvoz
permission-user-manage = Korisnici i uloge
permission-grant-approve = Odobravanje uloga
permission-access-log-read = Ko je šta otvorio
permission-seal-verify = Provera
permission-record-open = Otvaranje dosijea uz razlog
permission-opening-review = Preispitivanje hitnog pristupa
permission-who-looked = Ko je gledao
permission-comment-read = Komentari kontrole
permission-comment-write = Komentariše plan ili belešku
permission-comment-answer = Odgovara na komentar
permission-question-read = Pitanja kontrole
permission-question-ask = Pita terapeuta
permission-question-answer = Odgovara na pitanje
permission-sample-read = Uzorci kvaliteta
permission-sample-work = Popunjava uzorak kvaliteta
permission-sample-practitioners = Kvalitet po terapeutu
permission-activity-write = Piše aktivnost
permission-activity-approve = Odobrava aktivnost
permission-referral-read = Čita upute
permission-referral-write = Piše uput
permission-referral-decide = Odlučuje o uputu
permission-evaluation-read = Čita procenu
permission-evaluation-write = Piše procenu
permission-review-write = Preispituje plan
permission-programme-read = Čita grupne programe
permission-programme-write = Piše grupni program
permission-note-cosign = Supotpisuje belešku
permission-supervision-manage = Određuje nadzor
permission-measure-read = Čita merenja
permission-measure-write = Upisuje merenje
permission-measure-manage = Uključuje merenja
permission-consent-read = Čita pristanke
permission-consent-write = Upisuje pristanak
permission-notice-write = Daje funkcionalno obaveštenje
permission-disclosure-read = Čita otkrivanja podataka
permission-disclosure-write = Predlaže otkrivanje podataka
permission-disclosure-approve = Odlučuje o otkrivanju podataka
permission-transfer-read = Čita premeštaje
permission-transfer-write = Premešta dosije
permission-discharge-read = Čita završetak tretmana
permission-discharge-write = Piše završetak tretmana
permission-custody-refer = Upućuje zdravstvu
permission-regime-action-read = Čita dogovorene mere režima
permission-regime-action-close = Zaključuje dogovorenu meru režima
permission-kit-read = Čita alat aktivnosti
permission-kit-clear = Odobrava aktivnost za režim
permission-tool-count = Brojanje alata
permission-tool-decide = Odluka o alatu koji nedostaje
permission-tool-register = Knjiga brojanja alata
permission-training-own = Sopstveni podaci u registru obuka
permission-training-staff = Sertifikati osoblja
permission-training-read = Registar obuka
permission-training-manage = Vođenje registra obuka
permission-training-sign-off = Potvrđivanje seansi pod nadzorom
permission-notice-read = Čita funkcionalna obaveštenja
permission-notice-acknowledge = Potvrđuje funkcionalno obaveštenje
permission-move-person = Premešta osobu
permission-place-read = Čitanje režima, prostorija i zatvaranja
permission-place-manage = Izmena režima, prostorija i zatvaranja
permission-caution-read = Čitanje upozorenja i razdvajanja
permission-caution-manage = Izmena upozorenja i razdvajanja
permission-prison-change = Uvid u promene za zatvor
permission-health-change = Uvid u promene za zdravstvo
permission-outing-manage = Planiranje izvođenja
permission-import-prison = Uvoz iz zatvorskog sistema
