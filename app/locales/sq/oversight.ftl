# Mbikëqyrja: orët dhe humbjet e tyre, njësia, progresi, kush ka hapur çka, verifikimi.

oversight-nav-unit = Njësia
oversight-nav-verification = Verifikimi

oversight-week = Java { $n }, { $from } – { $to }
oversight-week-short = j. { $n }
oversight-week-previous = Java e mëparshme
oversight-week-next = Java tjetër
oversight-week-this = Kjo javë
oversight-weeks = { $n } javë

oversight-patient = Pacienti
oversight-patients = Pacientë
oversight-practitioner = Terapisti
oversight-hours = Orë të ndjekura nga synimi
oversight-planned = Të planifikuara
oversight-offered = Të ofruara
oversight-attended = Të ndjekura
oversight-lost-custody = Të humbura nga burgu
oversight-lost-health = Të humbura nga shëndetësia
oversight-lost-patient = Të humbura nga pacienti
oversight-open = Në vijim ose të paregjistruara
oversight-state = Gjendja
oversight-goals = Qëllimet
oversight-share = Pjesa nga të gjitha qëllimet

oversight-caseload-week = Aktiviteti i strukturuar këtë javë, pacientët e mi
oversight-caseload-empty = Këtu nuk udhëhiqni asnjë pacient. Hapni një pacient për ta marrë në trajtim.

oversight-unit-title = Njësia: { $place }
oversight-weeks-title = Orët e tetë javëve të fundit, krahasuar me synimin
oversight-week-list = Orët e secilit pacient në javën { $n }
oversight-no-patients = Këtu askush nuk është ende në trajtim. Terapisti e hap pacientin nga lista e personave.
oversight-caseloads = Pacientët dhe çfarë pret, sipas terapistit
oversight-without-plan = Pa plan
oversight-reviews = Rishikimet e planeve
oversight-reviews-none = Asnjë rishikim nuk ka afat në dy javët e ardhshme.
oversight-reviews-all = { $n ->
    [one] Rishikimi i vetëm
   *[other] Të gjitha { $n } rishikimet
}
oversight-reviews-due = Rishikime me afat
oversight-reviews-late = Rishikime me vonesë
oversight-review-on = Rishikimi më
oversight-late-days = { $n ->
    [one] { $n } ditë vonesë
   *[other] { $n } ditë vonesë
}
oversight-due-today = sot
oversight-due-days = { $n ->
    [one] pas { $n } dite
   *[other] pas { $n } ditësh
}
oversight-notes-unsigned = Shënime për nënshkrim
oversight-notes-late = Shënime me vonesë
oversight-notes-oldest = Më i vjetri i panënshkruar
oversight-days-ago = { $n ->
    [one] para { $n } dite
   *[other] para { $n } ditësh
}
oversight-today = brenda një dite
oversight-attainment = Qëllimet sipas arritjes
oversight-never-rated = ende pa vlerësim
oversight-no-goals = Ende nuk ka plan aktiv me qëllime.

oversight-progress-of = Progresi i { $patient }
oversight-no-plan = Ende nuk ka plan aktiv: së pari bëhet plani, pastaj shihet progresi.
oversight-plan-line = Plani, versioni { $n }, { $status }, që nga { $since }
oversight-next-review = rishikimi i ardhshëm më { $date }
oversight-plan-mark = plani { $n }
oversight-goals-ended = Qëllimet e përfunduara
oversight-hours-weekly = Orët çdo javë
oversight-attendance = Prania
oversight-became-open = e paregjistruar

oversight-access-log = Kush ka hapur çfarë
oversight-access-log-lead = Çdo lexim dhe shkrim i dosjes, dhe çdo refuzim. Personat në burg shfaqen me pseudonime që nuk ndryshojnë.
oversight-access-log-empty = Asgjë nuk u përgjigjet këtyre filtrave. Zgjeroni datat ose hiqni një filtër.
oversight-any = çdo
oversight-from = Nga
oversight-to = Deri më
oversight-user = Përdoruesi
oversight-facility = Institucioni
oversight-permission = Çfarë u bë
oversight-outcome = Përfundimi
oversight-person = Pseudonimi
oversight-person-hint = Për shembull 7K3M-9QX1, si në listë.
oversight-show = Shfaq
oversight-show-all = Pa filtra
oversight-at = Koha
oversight-seal = Vula
oversight-sealed = e vulosur, nr. { $n }
oversight-not-sealed-yet = ende e pavulosur
oversight-older = Më të vjetra
oversight-newest = Te më të rejat
oversight-no-such-user = Nuk ka përdorues me këtë emër.
oversight-no-such-pseudonym = Askush nuk e ka këtë pseudonim.

oversight-verification-lead = A është ndryshuar më pas diçka që është regjistruar ose nënshkruar.
oversight-seal-access = Rreshtat e qasjes
oversight-seal-none = Ende nuk është vulosur asnjë rresht. Vula e parë vihet pak sekonda pas rreshtit të parë.
oversight-seal-rows = Rreshta të vulosur
oversight-seal-last = Vulosur së fundi
oversight-seal-batch = Rreshtat nën nënshkrimin e fundit
oversight-seal-key = Çelësi
oversight-seal-keys = Çelësat që kanë nënshkruar
oversight-seal-notes = Shënimet e nënshkruara
oversight-notes-signed = Shënime të nënshkruara
oversight-notes-last = Nënshkruar së fundi
oversight-verify-now = Verifiko tani
oversight-verify-hint = Çdo rresht i vulosur lexohet dhe krahasohet me zinxhirin dhe nënshkrimet e tij. Një milion rreshta zgjasin rreth dhjetë sekonda; i njëjti kontroll bëhet edhe pa këtë server me “ergon verify”.
oversight-verified = { $rows ->
    [one] U verifikua { $rows } rresht. Asgjë nuk është ndryshuar.
   *[other] U verifikuan { $rows } rreshta. Asgjë nuk është ndryshuar.
}
oversight-faults = { $n ->
    [one] { $n } gabim në { $rows } rreshta.
   *[other] { $n } gabime në { $rows } rreshta.
}
oversight-fault = Çfarë nuk është në rregull
oversight-fault-row = Rreshti
oversight-fault-changed = i ndryshuar pasi u vulos ose u nënshkrua
oversight-fault-missing = i vulosur, dhe tani mungon
oversight-fault-not-sealed = nuk është vulosur kurrë
oversight-fault-gap = numërimi këtu është i prishur
oversight-fault-unsigned = nuk e mbulon asnjë nënshkrim
oversight-fault-signature = nënshkrimi nuk vërtetohet
oversight-notes-none = Ende nuk është nënshkruar asnjë shënim.
oversight-verify-notes-hint = Çdo shënim i nënshkruar lexohet dhe krahasohet me zinxhirin, nënshkrimin dhe kolonat pranë tij. Asnjë fjalë e tij nuk shfaqet; i njëjti kontroll bëhet edhe pa këtë server me “ergon verify”.
oversight-notes-verified = { $rows ->
    [one] U verifikua { $rows } shënim. Asgjë nuk është ndryshuar.
   *[other] U verifikuan { $rows } shënime. Asgjë nuk është ndryshuar.
}
oversight-notes-faults = { $n ->
    [one] { $n } gabim në { $rows } shënime.
   *[other] { $n } gabime në { $rows } shënime.
}
oversight-fault-unchained = nuk vijon nga shënimi para tij
oversight-fault-note-gap = mungon një shënim para tij
oversight-fault-unreadable = nuk mund të lexohet si shënim
oversight-fault-participation = pjesëmarrja e nënshkruar bashkë me të është ndryshuar
oversight-fault-goals = qëllimet e regjistruara bashkë me të janë ndryshuar
oversight-fault-ratings = vlerësimet e nënshkruara bashkë me të janë ndryshuar
oversight-fault-reference = përmend një shënim që nuk qëndron para tij
oversight-fault-column = kolona { $column } nuk është ajo që u nënshkrua
oversight-fault-note-missing = e nënshkruar, dhe shënimi i saj mungon

outcome-allowed = lejuar
outcome-denied = refuzuar

permission-own-account = Llogaria e vet
permission-patient-list = Lista e pacientëve
permission-patient-read = Dosja i pacientit
permission-patient-open = Marrja e një personi në trajtim
permission-plan-read = Leximi i planit
permission-plan-write = Shkrimi i planit
permission-note-read = Leximi i shënimeve të nënshkruara
permission-note-sign = Shkrimi dhe nënshkrimi i shënimit
permission-session-request = Kërkesa për seancë
permission-session-record = Regjistrimi i seancës
permission-session-read = Leximi i seancës
permission-activity-read = Aktivitetet
permission-record-export = Eksportimi i dosjes së pacientit
permission-unit-read = Njësia
permission-progress-read = Progresi i pacientit
permission-hours-read = Orët dhe humbjet, shuma
permission-hours-caseload = Orët dhe humbjet, pacientët e vet
permission-hours-pseudonyms = Orët dhe humbjet, me pseudonime
permission-hours-department = Orët dhe humbjet, të gjitha institucionet
permission-custody-hours = Orët e ofruara dhe të humbura nga burgu
permission-report-read = Raportet
permission-report-make = Hartimi i raporteve
permission-board-read = Tabela e ditës
permission-slot-decide = Vendimi për terminin
permission-escort-plan = Planifikimi i shoqërimit
permission-escort-mark = Shënimi i shoqërimit
permission-lockdown = Ndalimi i lëvizjes
permission-unlock-list-read = Lista e hapjes
permission-movement-mark = Shënimi i lëvizjes
permission-movement-correct = Korrigjon një lëvizje
permission-list-print = Shtyp një listë
permission-list-acknowledge = Konfirmon ndryshimet e një liste
permission-import-reference = Importi
permission-user-manage = Përdoruesit dhe rolet
permission-grant-approve = Miratimi i roleve
permission-access-log-read = Kush ka hapur çfarë
permission-seal-verify = Verifikimi
permission-record-open = Hapja e dosjes me arsye
permission-opening-review = Shqyrtimi i qasjes emergjente
permission-who-looked = Kush ka parë
permission-comment-read = Komentet e rishikuesve
permission-comment-write = Komenton një plan a shënim
permission-comment-answer = Përgjigjet një komenti
permission-question-read = Pyetjet e rishikuesve
permission-question-ask = Pyet një terapist
permission-question-answer = Përgjigjet një pyetjeje
permission-sample-read = Mostra të cilësisë
permission-sample-work = Plotëson një mostër cilësie
permission-sample-practitioners = Cilësia sipas terapistit
permission-activity-write = Shkruan një aktivitet
permission-activity-approve = Miraton një aktivitet
permission-referral-read = Lexon referimet
permission-referral-write = Shkruan një referim
permission-referral-decide = Vendos për një referim
permission-evaluation-read = Lexon një vlerësim
permission-evaluation-write = Shkruan një vlerësim
permission-review-write = Rishikon një plan
permission-programme-read = Lexon programet grupore
permission-programme-write = Shkruan një program grupor
permission-note-cosign = Bashkënënshkruan një shënim
permission-supervision-manage = Cakton mbikëqyrjen
permission-measure-read = Lexon matjet
permission-measure-write = Regjistron një matje
permission-measure-manage = Aktivizon matjet
permission-consent-read = Lexon pëlqimet
permission-consent-write = Regjistron një pëlqim
permission-notice-write = Jep një njoftim funksional
permission-disclosure-read = Lexon zbulimet e të dhënave
permission-disclosure-write = Propozon një zbulim të dhënash
permission-disclosure-approve = Vendos për një zbulim të dhënash
permission-transfer-read = Lexon transferimet
permission-transfer-write = Transferon një dosje
permission-discharge-read = Lexon një përfundim trajtimi
permission-discharge-write = Shkruan një përfundim trajtimi
permission-custody-refer = Referon te shëndetësia
permission-regime-action-read = Lexon masat e dakorduara të regjimit
permission-regime-action-close = Mbyll një masë të dakorduar të regjimit
permission-kit-read = Lexon veglat e një aktiviteti
permission-kit-clear = Lejon një aktivitet
permission-tool-count = Numërimi i veglave
permission-tool-decide = Vendimi për veglat që mungojnë
permission-tool-register = Regjistri i numërimit të veglave
permission-training-own = Të dhënat e veta në regjistrin e trajnimeve
permission-training-staff = Certifikatat e stafit
permission-training-read = Regjistri i trajnimeve
permission-training-manage = Mbajtja e regjistrit të trajnimeve
permission-training-sign-off = Vërtetimi i seancave të mbikëqyrura
permission-notice-read = Lexon njoftimet funksionale
permission-notice-acknowledge = Konfirmon një njoftim funksional
permission-move-person = Zhvendos një person
permission-place-read = Leximi i regjimit, dhomave dhe mbylljeve
permission-place-manage = Ndryshimi i regjimit, dhomave dhe mbylljeve
permission-caution-read = Leximi i alarmeve dhe ndarjeve
permission-caution-manage = Ndryshimi i alarmeve dhe ndarjeve
permission-prison-change = Shikimi i ndryshimeve si burg
permission-health-change = Shikimi i ndryshimeve si shëndetësi
permission-outing-manage = Planifikimi i daljeve
permission-import-prison = Importi nga sistemi i burgut
