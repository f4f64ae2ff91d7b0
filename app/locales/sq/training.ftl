# Regjistri i trajnimeve: kurset, certifikatat, nevojat e njësive dhe çka del nga kjo për ata që nënshkruajnë.

training-title = Trajnimet
training-lead = Kush u trajnua nga kush dhe deri kur vlejnë certifikatat. Këtu nuk ka asnjë pacient.
training-courses = Kurset
training-courses-empty = Ende nuk ka asnjë kurs. Të parin e shton drejtuesi i departamentit.
training-people = Personat
training-people-empty = Nuk u gjet askush. Personat shtohen kur regjistrohen në një kurs.
training-people-add = Shto persona pa kurs
training-competence = Aftësia e njësive
training-competence-lead = Certifikatat e vlefshme sot përballë nevojës së secilës njësi.
training-lineage = Kush e trajnoi kë
training-lineage-lead = Çdo kurs qëndron nën kursin ku u trajnuan trajnerët e tij. Në skaje qëndrojnë ata që ende nuk kanë trajnuar.
training-lineage-told = { $courses ->
    [one] Një kurs
   *[other] { $courses } kurse
} dhe { $people ->
    [one] një certifikatë
   *[other] { $people } certifikata
}. Tabela më poshtë thotë të njëjtën gjë.
training-lineage-empty = Në këtë lëndë ende nuk ka asnjë kurs.
training-settings = Çfarë kërkohet

training-subject = Lënda
training-subject-ot-guidelines = Udhëzimet për terapi okupacionale
training-subject-vep-instruments = Instrumentet për të burgosurit ekstremistë të dhunshëm
training-subject-vep-programme = Programi për të burgosurit ekstremistë të dhunshëm
training-level = Niveli
training-level-training-of-trainers = Trajnim i trajnerëve
training-level-cascade = Trajnim kaskadë
training-level-on-site-practice = Praktikë në vendin e punës
training-level-refresher = Trajnim rifreskues

training-course = Kursi
training-course-new = Shto një kurs
training-course-edit = Ndrysho kursin
training-course-changed = Dikush tjetër e ka ndryshuar këtë kurs ndërkohë. Të dhënat tuaja janë ende këtu; krahasojini me kursin dhe ruajini përsëri.
training-when = Kur
training-first-day = Dita e parë
training-last-day = Dita e fundit
training-days-wrong = Dita e fundit është dita e parë ose një më e vonshme, dhe një kurs ka më së shumti { $n } ditë.
training-site = Vendi
training-trainers = Trajnerët
training-trainer-first = Trajneri i parë
training-trainer-second = Trajneri i dytë
training-trainer-hint = Dy persona të ndryshëm. Për një trajnim kaskadë që të dy duhet të kenë certifikatë trajneri të vlefshme në ditën e parë.
training-one-person = Një çift janë dy persona të ndryshëm. Zgjidhni dikë tjetër.
training-not-trainer = Ky person nuk ka certifikatë trajneri të kësaj lënde që vlen në ditën e parë.
training-mentor = Mentori
training-mentor-none = Pa mentor
training-mentored-by = Mentori: { $name }
training-valid-months = Certifikatat vlejnë (muaj)
training-enrolled = Të regjistruar
training-certified = Të certifikuar
training-trained = Të trajnuar
training-save = Ruaj
training-back = Kthehu te kurset
training-none = Asnjë

training-participants = Pjesëmarrësit
training-participants-empty = Ende nuk është regjistruar askush.
training-name = Emri
training-institution = Institucioni
training-institution-other = Institucion tjetër
training-institution-name = Emri i institucionit tjetër
training-institution-hint = Vetëm kur nuk është në listën më sipër.
training-unit = Njësia
training-unit-hint = Njësia që mbështetet në këta persona, nëse ka.
training-names = Emrat
training-names-hint = Nga një emër në çdo rresht.
training-names-too-many = Më së shumti { $n } emra përnjëherë, secili me më së shumti 120 shkronja.
training-enrol = Regjistro
training-enrol-list = Regjistro persona të një institucioni
training-enrol-one = Regjistro dikë që njihet
training-person = Nga regjistri
training-user = Nga përdoruesit
training-user-institution-hint = Për dikë nga përdoruesit: ku punon.
training-choose-one = Zgjidhni një person, nga regjistri ose nga përdoruesit.
training-add = Shto
training-present = { $name } ishte i pranishëm më { $date }
training-there = i pranishëm
training-away = mungoi
training-assessment = Vlerësimi
training-assessment-passed = Kaloi
training-assessment-not-passed = Nuk kaloi
training-not-assessed = Ende i pavlerësuar
training-save-attendance = Ruaj praninë dhe vlerësimin
training-due = { $n ->
    [one] Një pjesëmarrës ishte i pranishëm çdo ditë, ka kaluar dhe ende nuk ka certifikatë.
   *[other] { $n } pjesëmarrës ishin të pranishëm çdo ditë, kanë kaluar dhe ende nuk kanë certifikatë.
}
training-certify = Lësho certifikatat
training-revoke = Revoko
training-revoke-title = Revoko një certifikatë
training-revoke-text = Certifikata e revokuar nuk vlen më që nga sot. Kjo nuk kthehet prapa; një kurs i ri jep certifikatë të re.

training-certificate = Certifikatë
training-certificates = Certifikatat
training-certificate-open = Hap certifikatën
training-issued-on = Lëshuar më
training-until = Vlen deri më
training-state = Gjendja
training-valid = E vlefshme
training-not-valid = E pavlefshme
training-valid-until = vlen deri më { $date }
training-lapsed-on = skadoi më { $date }
training-revoked-on = revokuar më { $date }
training-lapsing = Skadojnë brenda 90 ditëve
training-lapsing-none = Asnjë certifikatë nuk skadon brenda 90 ditëve.
training-lapses = Certifikata juaj “{ $what }” skadon më { $date }. Kërkoni me kohë një trajnim rifreskues.

training-paper-given = i jepet
training-paper-for = për pjesëmarrje dhe kalim të suksesshëm në
training-paper-days = Mbajtur: { $days }
training-paper-valid = Lëshuar më { $from }, vlen deri më { $until }
training-paper-head = Për departamentin
training-paper-trainers = Trajnerët
training-paper-check = Kushdo që e ka këtë letër mund ta kontrollojë te { $address } në serverin e departamentit.
training-code = Kodi i verifikimit
training-check = Kontrollo një certifikatë
training-check-lead = Shkruani kodin që qëndron në certifikatë. Do t’ju tregohet çfarë shkruan në letër dhe a vlen, dhe asgjë tjetër.
training-check-hint = Gjashtëmbëdhjetë shkronja dhe shifra; shkronjat e vogla, hapësirat dhe vizat nuk kanë rëndësi.
training-check-button = Kontrollo
training-check-unknown = Asnjë certifikatë nuk e ka këtë kod. Krahasojeni me letrën shenjë për shenjë.
training-check-broken = Kjo certifikatë nuk është siç u lëshua. Mos u mbështetni në të dhe njoftoni auditorin.

training-own = Trajnimet e mia
training-own-none = Në regjistër nuk ka asnjë certifikatë tuajën. Nëse kjo nuk është e saktë, njoftoni drejtuesin e departamentit.
training-staff = Trajnimet e stafit
training-staff-lead = Certifikatat e atyre që punojnë për shërbimin korrektues në këtë institucion.
training-search = Emri
training-signs-alone = Ju nënshkruani vetëm.
training-signs-with = Shënimet tuaja bashkënënshkruhen.
training-why-head = Drejtuesi ka caktuar një mbikëqyrës.
training-why-exempt = Drejtuesi ka lejuar nënshkrimin vetëm deri më { $date }.
training-why-never = Mungon certifikata për udhëzimet e terapisë okupacionale.
training-why-lapsed = Certifikata për udhëzimet e terapisë okupacionale skadoi më { $date }.
training-why-sessions = { $met } nga { $asked } seanca të mbikëqyrura janë vërtetuar si të përmbushura.
training-why-nothing = Për të nënshkruar vetëm nuk kërkohet asgjë.
training-why-competent = Certifikatë e vlefshme dhe mjaft seanca të mbikëqyrura.
training-supervised = Seancat e mbikëqyrura
training-supervised-none = Ende nuk është vërtetuar asnjë seancë e mbikëqyrur.
training-session-on = Dita e seancës
training-outcome = Rezultati
training-outcome-met = Përmbush kërkesat
training-outcome-not-yet = Ende jo
training-signed-off-by = Vërtetuar nga
training-sign-off = Vërteto një seancë
training-sign-off-text = Vërtetoni një seancë që dikush nën mbikëqyrjen tuaj e mbajti në praninë tuaj. Ruhen vetëm dita dhe rezultati.
training-signed-off-already = Një seancë e këtij personi në këtë ditë është vërtetuar tashmë.
training-not-yet-held = Kjo ditë ende nuk ka ardhur.

training-needed = Nevojiten
training-need-changed = Dikush tjetër e ka ndryshuar këtë numër ndërkohë. Krahasojeni dhe ruajeni përsëri.
training-valid-today = Të vlefshme sot
training-gap = Mungesa
training-gap-none = e mbuluar
training-gap-of = { $n ->
    [one] mungon një
   *[other] mungojnë { $n }
}
training-no-need = nevoja e pacaktuar
training-who = Kush

training-rule = Para se dikush të nënshkruajë vetëm
training-rule-text = Kush nuk e përmbush këtë, nënshkruan me bashkënënshkrim. Fjala juaj për dikë, në faqen e mbikëqyrjes, ka përparësi.
training-rule-certificate = Certifikatë e vlefshme për udhëzimet e terapisë okupacionale
training-rule-sessions = Seanca të mbikëqyrura të vërtetuara si të përmbushura
training-rule-changed = Dikush tjetër e ka ndryshuar këtë ndërkohë. Të dhënat tuaja janë ende këtu; krahasojini dhe ruajini përsëri.
training-role = Roli
training-roles = Certifikatat që i kërkon një rol
training-roles-none = Asnjë rol nuk kërkon certifikatë.
training-strictness = Kur mungon
training-strictness-warn = paralajmëro
training-strictness-refuse = refuzo rolin
training-strictness-none = mos kërko asgjë
training-measures-hint = Edhe një matje mund të kërkojë certifikatë: kjo shkruan në skedarin e saj.

training-signers = Kush nënshkruan vetëm
training-signers-lead = Nga regjistri dhe nga ajo që keni thënë këtu. Vlen më e rrepta nga fjalët tuaja.
training-signers-none = Ende askush nuk nënshkruan shënime.
training-signer-alone = nënshkruan vetëm
training-signer-cosigned = bashkënënshkruhet
training-signer-unnamed = Nuk është caktuar askush: bashkënënshkruan përgjegjësi i pacientit, dhe askush kur ai është vetë autori. Filloni një mbikëqyrje.
training-why = Pse
training-exempt = Lejo dikë të nënshkruajë vetëm
training-exempt-until = Deri më
training-exempt-past = Zgjidhni një ditë që ende nuk ka ardhur.
training-exempt-end = Përfundo
training-exemption = Arsyeja
training-exemption-licensed-elsewhere = I licencuar diku tjetër
training-exemption-long-practice = Praktikë e gjatë
training-exemption-certificate-on-its-way = Certifikata është duke ardhur
training-exemption-other = Arsye tjetër
training-exempt-save = Lejo

training-role-missing = Mungon certifikata: { $what }
training-role-refused = Ky rol kërkon një certifikatë që mungon. Nuk mund të jepet para se të jetë certifikata.
training-role-warned = Mirato edhe pse mungon certifikata
training-measure-refused = Kjo matje kërkon certifikatë të vlefshme ({ $what }), të cilën regjistri nuk e ka për ju. Pyetni drejtuesin e departamentit.

flash-training-saved = U ruajt.
flash-training-enrolled = U regjistrua.
flash-training-certified = Certifikatat u lëshuan.
flash-training-revoked = Certifikata u revokua.
flash-training-signed-off = Seanca u vërtetua.
flash-training-exempted = U ruajt. Ky terapist nënshkruan vetëm deri atë ditë.
flash-training-exemption-ended = Përjashtimi përfundoi.
flash-role-certificate-missing = Roli nuk u dha: mungon një certifikatë.
