# Registar obuka: kursevi, sertifikati, potrebe jedinica i šta iz toga sledi za one koji potpisuju.

training-title = Obuke
training-lead = Ko je koga obučio i do kada sertifikati važe. Ovde nema nijednog pacijenta.
training-courses = Kursevi
training-courses-empty = Još nema nijednog kursa. Prvi dodaje rukovodilac departamenta.
training-people = Osobe
training-people-empty = Niko nije pronađen. Osobe se dodaju kada se prijave na kurs.
training-people-add = Dodaj osobe bez kursa
training-competence = Osposobljenost jedinica
training-competence-lead = Važeći sertifikati danas naspram potrebe svake jedinice.
training-lineage = Ko je koga obučio
training-lineage-lead = Svaki kurs stoji ispod kursa na kojem su obučeni njegovi treneri. Na krajevima stoje oni koji još nisu obučavali.
training-lineage-told = { $courses ->
    [one] { $courses } kurs
    [few] { $courses } kursa
   *[other] { $courses } kurseva
} i { $people ->
    [one] { $people } sertifikat
    [few] { $people } sertifikata
   *[other] { $people } sertifikata
}. Tabela ispod kaže isto.
training-lineage-empty = U ovoj oblasti još nema nijednog kursa.
training-settings = Šta se traži

training-subject = Oblast
training-subject-ot-guidelines = Smernice za radnu terapiju
training-subject-vep-instruments = Instrumenti za nasilne ekstremiste u zatvoru
training-subject-vep-programme = Program za nasilne ekstremiste u zatvoru
training-level = Nivo
training-level-training-of-trainers = Obuka trenera
training-level-cascade = Kaskadna obuka
training-level-on-site-practice = Praksa na radnom mestu
training-level-refresher = Obnova znanja

training-course = Kurs
training-course-new = Dodaj kurs
training-course-edit = Izmeni kurs
training-course-changed = Neko drugi je u međuvremenu izmenio ovaj kurs. Vaš unos je još ovde; uporedite ga s kursom i sačuvajte ponovo.
training-when = Kada
training-first-day = Prvi dan
training-last-day = Poslednji dan
training-days-wrong = Poslednji dan je prvi dan ili kasniji, a kurs traje najviše { $n } dana.
training-site = Mesto
training-trainers = Treneri
training-trainer-first = Prvi trener
training-trainer-second = Drugi trener
training-trainer-hint = Dve različite osobe. Za kaskadnu obuku obe moraju imati sertifikat trenera koji važi prvog dana.
training-one-person = Par su dve različite osobe. Izaberite nekog drugog.
training-not-trainer = Ova osoba nema sertifikat trenera ove oblasti koji važi prvog dana.
training-mentor = Mentor
training-mentor-none = Bez mentora
training-mentored-by = Mentor: { $name }
training-valid-months = Sertifikati važe (meseci)
training-enrolled = Prijavljeno
training-certified = Sertifikovano
training-trained = Obučeni
training-save = Sačuvaj
training-back = Nazad na kurseve
training-none = Niko

training-participants = Učesnici
training-participants-empty = Još niko nije prijavljen.
training-name = Ime
training-institution = Ustanova
training-institution-other = Druga ustanova
training-institution-name = Naziv druge ustanove
training-institution-hint = Samo ako nije na spisku iznad.
training-unit = Jedinica
training-unit-hint = Jedinica koja računa na ove osobe, ako postoji.
training-names = Imena
training-names-hint = Po jedno ime u svakom redu.
training-names-too-many = Najviše { $n } imena odjednom, svako od najviše 120 slova.
training-enrol = Prijavi
training-enrol-list = Prijavi osobe jedne ustanove
training-enrol-one = Prijavi nekoga ko je poznat
training-person = Iz registra
training-user = Od korisnika
training-user-institution-hint = Za nekoga od korisnika: gde radi.
training-choose-one = Izaberite jednu osobu, iz registra ili od korisnika.
training-add = Dodaj
training-present = { $name }, prisustvo { $date }
training-there = prisutan
training-away = odsutan
training-assessment = Ocena
training-assessment-passed = Položio
training-assessment-not-passed = Nije položio
training-not-assessed = Još nije ocenjeno
training-save-attendance = Sačuvaj prisustvo i ocene
training-due = { $n ->
    [one] { $n } učesnik je bio prisutan svakog dana, položio je i još nema sertifikat.
    [few] { $n } učesnika su bila prisutna svakog dana, položila su i još nemaju sertifikat.
   *[other] { $n } učesnika je bilo prisutno svakog dana, položilo je i još nema sertifikat.
}
training-certify = Izdaj sertifikate
training-revoke = Opozovi
training-revoke-title = Opozovi sertifikat
training-revoke-text = Opozvan sertifikat od danas više ne važi. To se ne može poništiti; novi kurs daje novi sertifikat.

training-certificate = Sertifikat
training-certificates = Sertifikati
training-certificate-open = Otvori sertifikat
training-issued-on = Izdat
training-until = Važi do
training-state = Stanje
training-valid = Važi
training-not-valid = Ne važi
training-valid-until = važi do { $date }
training-lapsed-on = istekao { $date }
training-revoked-on = opozvan { $date }
training-lapsing = Ističu u roku od 90 dana
training-lapsing-none = Nijedan sertifikat ne ističe u roku od 90 dana.
training-lapses = Vaš sertifikat „{ $what }“ ističe { $date } Zatražite obnovu na vreme.

training-paper-given = dodeljuje se
training-paper-for = za učešće i uspešan završetak
training-paper-days = Održano: { $days }
training-paper-valid = Izdato { $from } Važi do { $until }
training-paper-head = Za departament
training-paper-trainers = Treneri
training-paper-check = Ko ima ovaj papir može da ga proveri na adresi { $address } na serveru departamenta.
training-code = Kod za proveru
training-check = Provera sertifikata
training-check-lead = Unesite kod koji stoji na sertifikatu. Biće vam rečeno šta stoji na papiru i da li važi, i ništa drugo.
training-check-hint = Šesnaest slova i cifara; mala slova, razmaci i crtice nisu važni.
training-check-button = Proveri
training-check-unknown = Nijedan sertifikat nema ovaj kod. Uporedite ga s papirom znak po znak.
training-check-broken = Ovaj sertifikat nije onakav kakav je izdat. Ne oslanjajte se na njega i obavestite revizora.

training-own = Moje obuke
training-own-none = U registru nema vašeg sertifikata. Ako to nije tačno, obavestite rukovodioca departamenta.
training-staff = Obuke osoblja
training-staff-lead = Sertifikati onih koji rade za korektivnu službu u ovoj ustanovi.
training-search = Ime
training-signs-alone = Potpisujete sami.
training-signs-with = Vaše beleške se supotpisuju.
training-why-head = Rukovodilac je odredio nadzornika.
training-why-exempt = Rukovodilac je dozvolio samostalno potpisivanje do { $date }
training-why-never = Nedostaje sertifikat za smernice radne terapije.
training-why-lapsed = Sertifikat za smernice radne terapije istekao je { $date }
training-why-sessions = Potvrđeno kao ispunjeno: { $met } od { $asked } seansi pod nadzorom.
training-why-nothing = Za samostalno potpisivanje ne traži se ništa.
training-why-competent = Važeći sertifikat i dovoljno seansi pod nadzorom.
training-supervised = Seanse pod nadzorom
training-supervised-none = Još nije potvrđena nijedna seansa pod nadzorom.
training-session-on = Dan seanse
training-outcome = Ishod
training-outcome-met = Ispunjava traženo
training-outcome-not-yet = Još ne
training-signed-off-by = Potvrdio
training-sign-off = Potvrdi seansu
training-sign-off-text = Potvrđujete seansu koju je neko pod vašim nadzorom održao u vašem prisustvu. Čuvaju se samo dan i ishod.
training-signed-off-already = Seansa ove osobe tog dana je već potvrđena.
training-not-yet-held = Taj dan tek dolazi.

training-needed = Potrebno
training-need-changed = Neko drugi je u međuvremenu promenio ovaj broj. Uporedite i sačuvajte ponovo.
training-valid-today = Važi danas
training-gap = Manjak
training-gap-none = pokriveno
training-gap-of = { $n ->
    [one] nedostaje { $n }
    [few] nedostaju { $n }
   *[other] nedostaje { $n }
}
training-no-need = potreba nije određena
training-who = Ko

training-rule = Pre nego što neko potpisuje sam
training-rule-text = Ko ovo ne ispunjava, potpisuje uz supotpis. Vaša reč o nekome, na stranici nadzora, ima prednost.
training-rule-certificate = Važeći sertifikat za smernice radne terapije
training-rule-sessions = Seanse pod nadzorom potvrđene kao ispunjene
training-rule-changed = Neko drugi je ovo u međuvremenu promenio. Vaš unos je još ovde; uporedite i sačuvajte ponovo.
training-role = Uloga
training-roles = Sertifikati koje uloga traži
training-roles-none = Nijedna uloga ne traži sertifikat.
training-strictness = Kada nedostaje
training-strictness-warn = upozori
training-strictness-refuse = odbij ulogu
training-strictness-none = ne traži ništa
training-measures-hint = I merenje može da traži sertifikat: to stoji u njegovoj datoteci.

training-signers = Ko potpisuje sam
training-signers-lead = Iz registra i iz onoga što ste ovde rekli. Važi stroža od vaših reči.
training-signers-none = Još niko ne potpisuje beleške.
training-signer-alone = potpisuje sam
training-signer-cosigned = supotpisuje se
training-signer-unnamed = Niko nije određen: supotpisuje nosilac lečenja pacijenta, a niko ako je to sam autor. Počnite nadzor.
training-why = Zašto
training-exempt = Dozvoli nekome da potpisuje sam
training-exempt-until = Do
training-exempt-past = Izaberite dan koji tek dolazi.
training-exempt-end = Završi
training-exemption = Razlog
training-exemption-licensed-elsewhere = Ima licencu drugde
training-exemption-long-practice = Dugogodišnja praksa
training-exemption-certificate-on-its-way = Sertifikat je na putu
training-exemption-other = Drugi razlog
training-exempt-save = Dozvoli

training-role-missing = Nedostaje sertifikat: { $what }
training-role-refused = Ova uloga traži sertifikat koji nedostaje. Ne može se dati dok sertifikata nema.
training-role-warned = Odobri iako sertifikat nedostaje
training-measure-refused = Ovo merenje traži važeći sertifikat ({ $what }), koji registar za vas nema. Obratite se rukovodiocu departamenta.

flash-training-saved = Sačuvano.
flash-training-enrolled = Prijavljeno.
flash-training-certified = Sertifikati su izdati.
flash-training-revoked = Sertifikat je opozvan.
flash-training-signed-off = Seansa je potvrđena.
flash-training-exempted = Sačuvano. Ovaj terapeut potpisuje sam do tog dana.
flash-training-exemption-ended = Izuzeće je završeno.
flash-role-certificate-missing = Uloga nije data: nedostaje sertifikat.
