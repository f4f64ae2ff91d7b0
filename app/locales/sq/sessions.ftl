# Seancat, aktivitetet, shënimet e nënshkruara.

sessions-nav-today = Sot
sessions-nav-schedule = Orari
sessions-activities = Aktivitetet
sessions-activities-lead = Me çfarë bëhet terapia. Çdo aktivitet i shërben kryesisht një fushe të okupacionit.
sessions-activity = Aktiviteti
sessions-activity-kind = Lloji
sessions-activity-area = Fusha
sessions-purpose = Qëllimi i seancës

sessions-session = Seanca
sessions-time = Koha
sessions-room = Dhoma
sessions-people = Personat
sessions-mode = Si mbahet
sessions-part = Pjesa e ditës
sessions-state = Gjendja
sessions-lead = Terapisti
sessions-label = Emërtimi që sheh shërbimi korrektues
sessions-goals = Qëllimet e trajtuara
sessions-minutes = Minuta
sessions-attendance = Prania
sessions-reason = Arsyeja, nëse nuk pranoi
sessions-participation = Pjesëmarrja
sessions-assistance = Ndihma
sessions-progress = Progresi në këtë seancë
sessions-level = Shkalla e arritjes
sessions-individual = Vetëm për këtë person
sessions-next-step = Hapi i radhës
sessions-shared = Çfarë bëri grupi
sessions-notes = Shënimet e nënshkruara
sessions-n-minutes = { $n ->
    [one] { $n } minutë
   *[other] { $n } minuta
}

sessions-mine = Seancat e mia
sessions-none-today = Sot nuk ka seancë. Kërkoni një më poshtë.
sessions-none-day = Asnjë seancë.
sessions-request = Kërko seancë
sessions-record = Regjistro
sessions-sign = Nënshkruaj
sessions-open = Hap
sessions-review = Rishiko
sessions-show = Shfaq
sessions-count = { $n ->
    [0] Asnjë seancë
    [one] { $n } seancë
   *[other] { $n } seanca
}
sessions-count-expected = { $n ->
    [0] askush nuk pritet
    [one] pritet { $n } person
   *[other] priten { $n } persona
}
sessions-count-unsigned = { $n ->
    [0] Asgjë nuk pret nënshkrimin tuaj.
    [one] Një seancë pret nënshkrimin tuaj.
   *[other] { $n } seanca presin nënshkrimin tuaj.
}
sessions-count-goals = { $n ->
    [one] { $n } qëllim i trajtuar
   *[other] { $n } qëllime të trajtuara
}
sessions-arrived-of = erdhën { $arrived } nga { $people }
sessions-to-do = Për të bërë
sessions-nothing-to-do = Asgjë nuk ju pret.
sessions-to-record = Për regjistrim: { $what }
sessions-to-sign = Për nënshkrim: { $what }
sessions-draft-saved = drafti u ruajt { $at }
sessions-late = me vonesë
sessions-plan-draft = Plan për t’u përfunduar
sessions-plan-review = Rishikim i planit
sessions-days-left = { $n ->
    [0] sot
    [one] nesër
   *[other] pas { $n } ditësh
}
sessions-days-over = { $n ->
    [one] { $n } ditë vonesë
   *[other] { $n } ditë vonesë
}
sessions-from-custody = Nga shërbimi korrektues
sessions-custody-nothing = Shërbimi korrektues nuk ka ndalur asgjë tuajën.

sessions-state-signed = E nënshkruar
sessions-state-late = E panënshkruar, me vonesë
sessions-state-unsigned = E panënshkruar
sessions-state-unrecorded = Për t’u regjistruar
sessions-state-now = Tani

sessions-week-of = Java e datës
sessions-week-before = Java e kaluar
sessions-week-this = Kjo javë
sessions-week-after = Java tjetër

sessions-request-title = Kërko seancë
sessions-step-one = Hapi 1 nga 2: çfarë, për kë dhe kur. Shërbimi korrektues sheh kohën, dhomën, personat dhe një emërtim neutral, kurrë aktivitetin.
sessions-step-two = Hapi 2 nga 2: qëllimet, koha dhe dhoma.
sessions-section-what = Çfarë
sessions-section-who = Për kë
sessions-section-when = Kur
sessions-section-where = Koha dhe dhoma
sessions-choose = Zgjidhni…
sessions-next = Vazhdo: qëllimet, koha dhe dhoma
sessions-free-find = Propozo kohë të lira
sessions-free-hint = E lirë për të gjithë të shënuarit, për një orë. Zgjedhja të çon te qëllimet.
sessions-free-none = Asgjë nuk është e lirë për të gjithë në dhjetë ditët nga kjo datë. Zgjidhni datë tjetër ose më pak veta.
sessions-back = Kthehu
sessions-leave = Dil
sessions-search = Kërko
sessions-send-request = Dërgo kërkesën
sessions-people-search = Gjej pacientin
sessions-people-search-hint = Emri ose numri i burgut. Pa kërkim shihni pacientët që i trajtoni.
sessions-people-hint = Një person për seancë individuale, dy ose më shumë për grup.
sessions-people-untick = Hiqni shenjën te kush nuk duhet të vijë.
sessions-people-cut = Ka edhe të tjerë. Kërkoni emrin ose numrin për t’i gjetur.
sessions-people-no-match = Asnjë pacient në trajtim në këtë institucion nuk i përgjigjet kërkimit.
sessions-people-none = Këtu ende nuk trajtoni askënd. Kërkoni një pacient ose merreni së pari një person në trajtim.
sessions-people-one = Seanca individuale është për saktësisht një person.
sessions-people-two = Grupi ka nevojë për dy ose më shumë persona.
sessions-people-some = Zgjidhni së paku një person.
sessions-people-most = Seanca është për më së shumti { $n } persona.
sessions-people-activity = Ky aktivitet lejohet për më së shumti { $n } persona njëherësh. Hiqni disa nga lista ose zgjidhni një aktivitet tjetër.
sessions-people-gone = Dikush që zgjodhët nuk është më në trajtim këtu dhe u la jashtë. Shikojeni përsëri listën.
sessions-goals-none = Asnjë qëllim aktiv. Seanca megjithatë mund të kërkohet; qëllimet vijnë nga plani aktiv.
sessions-start = Fillon në
sessions-start-hint = Ndërmjet { $from } dhe { $to }
sessions-you = Ju
sessions-taken-that-day = Të zënë tashmë atë ditë:
sessions-length = Kohëzgjatja në minuta
sessions-room-places = { $n ->
    [one] { $n } vend
   *[other] { $n } vende
}
sessions-room-times = e zënë { $times }
sessions-purpose-hint = Çfarë doni të arrini me të. Klinike: shërbimi korrektues nuk e sheh.
sessions-date-past = Kjo ditë ka kaluar.
sessions-date-far = Zgjidhni një ditë brenda vitit të ardhshëm.
sessions-part-closed = Regjimi nuk e ka pjesën { $part } ({ $day }).
sessions-time-form = Shkruani orën, për shembull 09:30.
sessions-time-none = Atë ditë ora e kapërcen këtë kohë. Zgjidhni një tjetër.
sessions-time-outside = Seanca duhet të jetë ndërmjet { $from } dhe { $to }.
sessions-time-past = Kjo kohë ka kaluar.
sessions-room-small = { $room } ka vend për { $n }.
sessions-room-taken = { $room } është e zënë { $time }.
sessions-you-taken = Keni një seancë tjetër { $time }.
sessions-person-taken = { $name } ka termin tjetër { $time }.
sessions-kept-apart = { $a } dhe { $b } nuk mund të caktohen bashkë.
sessions-taken-since = Diçka u zu para pak çastesh dhe mund të jetë liruar. Dërgojeni kërkesën edhe një herë.
flash-session-requested = Kërkesa u dërgua. Shërbimi korrektues do ta konfirmojë ose do ta refuzojë.

sessions-what-happened = Çfarë ndodhi
sessions-for-all = Për të gjithë ata që morën pjesë
sessions-for-all-hint = Më poshtë fusha bosh do të thotë: si për të gjithë. Plotësoni vetëm aty ku dikush ndryshon.
sessions-account = Përshkrimi i seancës
sessions-account-hint = Çfarë u bë, si dhe çfarë vutë re.
sessions-shared-hint = Hyn në shënimin e secilit që mori pjesë. Mos përmendni askënd: as emra, as iniciale, as numra të burgut.
sessions-prps = Pjesëmarrja në gjashtë shkallë sipas Pittsburgh Rehabilitation Participation Scale (Lenze et al. 2004). Kodet e ndihmës sipas CMS Section GG.
sessions-more = Shënimi dhe hapi i radhës
sessions-other-goals = Qëllimet e tjera aktive
sessions-not-addressed = Nuk u trajtua
sessions-not-rated = Pa vlerësim
sessions-go-to-sign = Ruaj dhe vazhdo te nënshkrimi
sessions-save-draft = Ruaj draftin
sessions-nobody = Askush nuk pritej.
sessions-reason-only-declined = { $name }: arsyeja shkruhet vetëm te “Nuk pranoi”.
sessions-minutes-absent = { $name } nuk mori pjesë dhe nuk ka minuta.
sessions-minutes-less = { $name } ishte i pranishëm vetëm një pjesë: shkruani më pak se { $n } minuta.
sessions-minutes-most = { $name }: shkruani 1 deri në { $n } minuta.
sessions-progress-absent = { $name } nuk mori pjesë dhe nuk ka progres për t’u shënuar.
sessions-progress-with-level = Zgjidhni edhe progresin.
sessions-shared-names = Rreshti { $line } përmend “{ $word }”. Ky tekst hyn në shënimet e disa personave: për një person shkruani në shënimin e tij.
sessions-note-names = Rreshti { $line } përmend “{ $word }”, që ishte në të njëjtën seancë. Shënimi i një personi nuk duhet ta bëjë të njohshëm një tjetër.
sessions-needs-participation = Zgjidhni pjesëmarrjen e { $name }.
sessions-needs-participation-all = Zgjidhni pjesëmarrjen, këtu për të gjithë ose më poshtë për secilin.
sessions-needs-reason = Zgjidhni pse { $name } nuk pranoi; edhe “Nuk tha” është përgjigje.
sessions-needs-words = Shkruani çfarë ndodhi para se të nënshkruani.
sessions-stale = Dikush e ka ruajtur këtë seancë pasi e hapët. Ajo që shkruat është ende këtu: shikojeni dhe ruajeni përsëri që të mbetet e juaja.
flash-session-saved = Drafti u ruajt.
flash-session-record-first = Së pari regjistroni çfarë ndodhi; pastaj mund të nënshkruhet.
flash-session-not-to-sign = Seanca që ende nuk ka filluar ose që u ndal nuk mund të nënshkruhet.

sessions-cancel = Anulo këtë seancë
sessions-cancel-text = Dhoma dhe personat lirohen menjëherë. Shërbimi korrektues lexon se e ka anuluar shëndetësia, pa arsye. Kjo nuk kthehet; për kohë tjetër bëni kërkesë të re.
sessions-not-held = Kjo seancë nuk u mbajt
sessions-not-held-text = Shënojeni kur nuk u mbajt për arsye nga ana e shëndetësisë. Orët numërohen si të humbura nga shëndetësia. Kjo nuk kthehet.
flash-session-cancelled = Seanca u anulua.
flash-session-not-held = Seanca u shënua si e pambajtur.

sessions-sign-title = Nënshkrimi
sessions-sign-lead = { $n ->
    [one] Ky është shënimi që nënshkruani. Pas kësaj askush nuk mund ta ndryshojë ose ta tërheqë.
   *[other] Këto janë { $n } shënimet që nënshkruani, nga një për secilin person. Pas kësaj askush nuk mund t’i ndryshojë ose t’i tërheqë.
}
sessions-signature = Nënshkrimi juaj
sessions-sign-hint = Fjalëkalimi juaj edhe një herë, në vend të nënshkrimit me dorë.
sessions-sign-changed = Ajo që është regjistruar ka ndryshuar pasi e patë. Lexojeni përsëri, pastaj nënshkruani.
sessions-sign-tools = Veglat e kësaj seance ende nuk janë kthyer të gjitha. Ende nuk është nënshkruar asgjë dhe asgjë nuk është humbur. Kërkoni nga zyrtari t’i numërojë gjatë kthimit ose t’i numërojë përsëri; nëse mungon ndonjë, koordinatori vendos çfarë ka ndodhur me të. Pastaj nënshkruani përsëri këtu.
sessions-with-patient = Shkallët e arritjes u vlerësuan bashkë me pacientin
sessions-rated-with-patient = Shkallët u vlerësuan bashkë me pacientin.
sessions-late-entry = Shënim i vonuar
sessions-late-text = Kjo seancë ka përfunduar para më shumë se 24 orësh. Shënimi është i vonuar dhe duhet të thotë pse.
sessions-late-reason = Pse është i vonuar
sessions-back-to-record = Kthehu te regjistrimi
sessions-signed-by = Nënshkruar nga { $name }, { $who }, { $at }. Shënimi { $n }, çelësi { $key }.
flash-session-signed = U nënshkrua.
flash-session-already-signed = Kjo seancë ishte nënshkruar tashmë.

sessions-year = Viti
sessions-note-kind = Lloji i shënimit
sessions-filter = Shfaq
sessions-all = Të gjitha
sessions-notes-none = Ende nuk është nënshkruar asnjë shënim. Shënimet vijnë nga seancat e regjistruara dhe të nënshkruara.
sessions-notes-none-here = Asnjë shënim i këtij lloji ose viti.

sessions-of-patient = Seancat
sessions-of-patient-none = Ende asnjë seancë.
sessions-slot-state = Termini
sessions-side-custody = Thotë shërbimi korrektues
sessions-side-care = Thotë shëndetësia

mode-individual = Individuale
mode-group = Grupore
mode-in-cell = Në qeli
mode-ward = Në repart
mode-outdoor = Jashtë

attendance-full = I pranishëm
attendance-part = I pranishëm pjesërisht
attendance-late = Me vonesë
attendance-declined = Nuk pranoi
attendance-unwell = Pa gjendje të mirë
attendance-excused = I arsyetuar
attendance-not-suitable-today = Sot jo i përshtatshëm
attendance-left-early = U largua më herët
attendance-not-brought = Nuk u soll
attendance-cancelled = E anuluar

health-reason-not-interested = Pa interes
health-reason-tired = I lodhur
health-reason-low-mood = Disponim i ulët
health-reason-pain = Dhimbje
health-reason-anxiety-in-group = Ankth në grup
health-reason-side-effects = Efekte anësore të barnave
health-reason-conflict = Konflikt
health-reason-religious = Arsye fetare
health-reason-prefers-other = Parapëlqen aktivitet tjetër
health-reason-none-given = Nuk tha

assistance-06 = 06 I pavarur
assistance-05 = 05 Përgatitje ose pastrim
assistance-04 = 04 Mbikëqyrje ose prekje
assistance-03 = 03 E pjesshme: ndihmësi bën më pak se gjysmën
assistance-02 = 02 E konsiderueshme: ndihmësi bën më shumë se gjysmën
assistance-01 = 01 I varur
assistance-07 = 07 Refuzoi
assistance-09 = 09 Nuk zbatohet
assistance-10 = 10 Nuk u provua: mjedisi
assistance-88 = 88 Nuk u provua: arsye mjekësore ose siguri

progress-regressing = Regres
progress-inconsistent = I luhatshëm
progress-maintaining = Ruan nivelin
progress-progressing = Përparon
progress-achieved = Arritur

participation-1 = Aspak: refuzoi krejt ose nuk mori pjesë
participation-2 = E dobët: pa pjesëmarrje në gjysmën ose më shumë
participation-3 = Mesatare: në shumicën, pa përpjekje të plotë ose me shumë nxitje
participation-4 = E mirë: në të gjitha, me përpjekje të mirë, ndjek në mënyrë pasive
participation-5 = Shumë e mirë: në të gjitha me përpjekje të plotë, i përfundoi të gjitha
participation-6 = E shkëlqyer: si 5, dhe me interes aktiv

activity-kind-craft = Punë dore
activity-kind-self-care = Vetëkujdes
activity-kind-domestic = Punë shtëpie
activity-kind-gardening = Kopshtari
activity-kind-music = Muzikë
activity-kind-movement = Lëvizje
activity-kind-reading-education = Lexim dhe edukim
activity-kind-vocational = Punë dhe profesion
activity-kind-games = Lojëra
activity-kind-relaxation = Relaksim
activity-kind-life-skills = Shkathtësi jetësore
activity-kind-release-preparation = Përgatitje për lirim

note-kind-contact = Kontakt
note-kind-session = Seancë
note-kind-progress-report = Raport i progresit
note-kind-evaluation = Vlerësim
note-kind-review = Rishikim
note-kind-discharge = Përfundim i trajtimit
note-kind-telephone = Telefon
note-kind-case-discussion = Diskutim i rastit

sensitivity-normal = E zakonshme
sensitivity-restricted = E kufizuar
note-kind-measure = Matje
note-kind-transfer = Transferim
note-kind-addendum = Shtojcë
note-kind-cosign = Bashkënënshkrim
note-kind-return = Kthim
note-kind-error = Shënuar gabimisht
note-kind-error-withdrawn = Kërkesa për gabim u tërhoq
note-kind-error-confirmed = Gabimi i konfirmuar
