# Moves on both sides of the wall, packages, discharge, and the patient's own copy.

leaving-title = Largimi
leaving-gone = Janë larguar që nga seanca. Çfarë është shkruar për ta mbetet dhe mund të nënshkruhet me pjesën tjetër:

# Custody: who is moved, where to, when. No word here says who is treated.
moves-nav = Zhvendosjet
moves-title = Zhvendosjet në institucion tjetër
moves-lead = Zhvendosja e kryer përfundon çdo gjë ku personi pritej këtu dhe fillon qëndrimin atje.
moves-plan = Planifiko një zhvendosje
moves-plan-button = Planifiko zhvendosjen
moves-plan-lead = Gjeni personin sipas emrit ose numrit.
moves-search = Emri ose numri
moves-people = Personat e institucionit
moves-nobody = Nuk u gjet askush. Provoni me një pjesë të mbiemrit ose të numrit.
moves-is-planned = Zhvendosja është planifikuar
moves-back = Te zhvendosjet
moves-out = Të planifikuara nga ky institucion
moves-out-none = Nuk është planifikuar asnjë zhvendosje nga ky institucion.
moves-into = Të planifikuara në këtë institucion
moves-into-none = Nuk është planifikuar asnjë zhvendosje në këtë institucion.
moves-past = Të kryera ose të anuluara
moves-past-none = Ende nuk është kryer ose anuluar asgjë.
moves-to = Në
moves-from = Nga
moves-on = Planifikuar për
moves-on-hint = Prej sot e tutje.
moves-state = Gjendja
moves-choose = Zgjidhni institucionin
moves-has-left = Ky person tashmë është larguar dhe nuk mund të zhvendoset.
moves-past-day = Kjo ditë ka kaluar. Zgjidhni sot ose një ditë të mëvonshme.
moves-too-far = Zhvendosjet planifikohen më së shumti { $n } ditë përpara.
moves-carry-out = Kryej zhvendosjen
moves-carry-out-text = Personi prej tani është në { $place }. Këtu përfundojnë:
moves-ends-bookings = { $n ->
    [one] { $n } seancë në vijim
   *[other] { $n } seanca në vijim
}
moves-ends-alerts = { $n ->
    [one] { $n } alarm
   *[other] { $n } alarme
}
moves-ends-pairs = { $n ->
    [one] { $n } çift për t’u mbajtur i ndarë
   *[other] { $n } çifte për t’u mbajtur të ndara
}
moves-ends-actions = { $n ->
    [one] { $n } veprim i dakorduar i regjimit
   *[other] { $n } veprime të dakorduara të regjimit
}
moves-number = Numri në institucionin e ri
moves-number-hint = Nëse mbetet bosh, vazhdon { $number }.
moves-number-taken = Dikush në institucionin e ri e ka këtë numër. Shënoni një tjetër.
moves-changed = Dikush tjetër e ka ndryshuar këtë zhvendosje që kur e hapët. Gjendja e saj tani: { $state }.
moves-cancel-title = Anulimi
moves-cancel-text = Personi mbetet këtu. Ajo që është caktuar mbetet e caktuar.
moves-cancel = Anulo zhvendosjen
move-status-planned = e planifikuar
move-status-done = e kryer
move-status-cancelled = e anuluar
flash-move-planned = Zhvendosja është planifikuar.
flash-move-is-planned = Për këtë person tashmë ishte planifikuar një zhvendosje.
flash-move-cancelled = Zhvendosja është anuluar.
flash-move-was-cancelled = Kjo zhvendosje tashmë ishte anuluar.
flash-move-done = Personi u zhvendos. Ajo që ishte caktuar këtu ka përfunduar.
flash-move-was-done = Kjo zhvendosje tashmë ishte kryer.

# Care: the package that goes with a patient.
packages-title = Transferimi
packages-title-of = Transferimi i { $patient }
packages-inbox = Transferimet hyrëse dhe dalëse
packages-caseload = { $n ->
    [0] Transferimet hyrëse dhe dalëse
    [one] Transferime: { $n } pako pret
   *[other] Transferime: { $n } pako presin
}
packages-package = Pakoja
packages-from = Nga
packages-to = Në
packages-to-hint = Vetëm njësia shëndetësore atje mund ta hapë pakon.
packages-choose = Zgjidhni institucionin
packages-state = Gjendja
packages-sent = Dërguar
packages-sent-by = Përgatiti
packages-received = Pranuar
packages-planned-on = Planifikuar për
packages-record-at = Dosja te
packages-waiting = Pakot për këtë njësi
packages-waiting-none = Asnjë pako nuk i është dërguar kësaj njësie.
packages-without = Këtu, por dosja jo
packages-without-lead = Këta persona kanë ardhur, por dosja e tyre është ende te njësia nga e cila u larguan. Kërkoni prej saj pakon.
packages-leaving = Pacientët e kësaj njësie që largohen
packages-leaving-none = Asnjë pacient i kësaj njësie nuk pritet të zhvendoset.
packages-has-gone = tashmë është larguar
packages-not-prepared = ende pa pako
packages-none = Nuk po përgatitet asnjë pako.
packages-not-planned = Burgu nuk ka planifikuar zhvendosje të këtij pacienti. Megjithatë pakoja mund të përgatitet.
packages-is-planned = Burgu e zhvendos këtë pacient në { $place } më { $date }.
packages-has-moved = Pacienti është në { $place } që nga { $date }. Dosja mbetet këtu derisa pakoja të dërgohet dhe të pranohet.
packages-summary = Përmbledhje
packages-summary-hint = Çfarë synon trajtimi, çfarë është arritur, çfarë funksionon me këtë pacient.
packages-open-matters = Çështje të hapura
packages-open-matters-hint = Me çfarë duhet të vazhdojë menjëherë njësia e re.
packages-informed = A është informuar pacienti?
packages-informed-yes = Po, pacienti e di që dosja shkon me të
packages-informed-no = Jo, pacienti nuk është njoftuar
packages-objection = Kundërshtimi, ose pse nuk është informuar
packages-objection-hint = Me fjalët e vetë pacientit, nëse ka.
packages-why-not-informed = Thoni pse pacienti nuk është njoftuar.
packages-save = Ruaj draftin
packages-send = Dërgo pakon
packages-send-text = Pakoja nënshkruhet me emrin tuaj dhe shkon te njësia shëndetësore atje. Derisa të pranohet, dosja mbetet këtu dhe mund ta tërhiqni pakon.
packages-send-button = Nënshkruaj dhe dërgo
packages-back = Te pacienti
packages-gone = Kjo pako u dërgua ose u tërhoq që kur e hapët. Teksti juaj është ende këtu; ruajtja fillon një të re.
packages-sent-said = Dërguar në { $place } më { $at }; ende nuk është pranuar.
packages-withdraw = Tërhiq pakon
packages-draft-on-paper = Draft, i padërguar.
packages-withdraw-open = Tërhiq pakon…
packages-withdraw-text = Njësia tjetër nuk do ta shohë më. Shënimi i nënshkruar mbetet në dosje; fjalët tuaja qëndrojnë në formular për pakon tjetër.
packages-past = Pakot e mëparshme
packages-what-goes = Çfarë shkon me të
packages-plan = Plani aktiv
packages-no-plan = Nuk ka plan aktiv.
packages-goals = Qëllimet e hapura
packages-review = Rishikimi i fundit
packages-patient-view = Mendimi i pacientit
packages-next-review = Rishikimi i ardhshëm më { $date }
packages-notices = Njoftimet funksionale në fuqi
packages-no-notices = Asnjë njoftim nuk është në fuqi.
packages-until = deri më { $date }
packages-notes = { $n ->
    [one] { $n } shënim i nënshkruar i { $days } ditëve të fundit
   *[other] { $n } shënime të nënshkruara të { $days } ditëve të fundit
}
packages-no-notes = Në këtë kohë nuk u nënshkrua asgjë.
packages-open = Çfarë është e hapur
packages-nothing-open = Asgjë nuk është e hapur.
packages-open-goals = { $n ->
    [one] { $n } qëllim
   *[other] { $n } qëllime
}
packages-open-notes = { $n ->
    [one] { $n } shënim i fundit
   *[other] { $n } shënime të fundit
}
packages-open-draft-plans = { $n ->
    [one] { $n } plan në shkrim
   *[other] { $n } plane në shkrim
}
packages-open-draft-evaluations = { $n ->
    [one] { $n } vlerësim i panënshkruar
   *[other] { $n } vlerësime të panënshkruara
}
packages-open-draft-reviews = { $n ->
    [one] { $n } rishikim i panënshkruar
   *[other] { $n } rishikime të panënshkruara
}
packages-open-draft-notes = { $n ->
    [one] { $n } shënim i panënshkruar
   *[other] { $n } shënime të panënshkruara
}
packages-open-unsigned = { $n ->
    [one] { $n } seancë për t’u nënshkruar nga njësia e vjetër
   *[other] { $n } seanca për t’u nënshkruar nga njësia e vjetër
}
packages-open-notices = { $n ->
    [one] { $n } njoftim funksional, për t’u konfirmuar rishtas
   *[other] { $n } njoftime funksionale, për t’u konfirmuar rishtas
}
packages-open-programmes = { $n ->
    [one] { $n } grup, që vazhdon pa pacientin
   *[other] { $n } grupe, që vazhdojnë pa pacientin
}
packages-open-bookings = { $n ->
    [one] { $n } seancë në vijim, që përfundon
   *[other] { $n } seanca në vijim, që përfundojnë
}
packages-open-disclosures = { $n ->
    [one] { $n } zbulim i të dhënave në proces
   *[other] { $n } zbulime të dhënash në proces
}
packages-what-comes = Çfarë vjen me pacientin
packages-receive = Prano pacientin
packages-receive-text = Ju bëheni përgjegjësi. Prej atëherë dosja me gjithçka në të është e kësaj njësie dhe pakoja mund të lexohet.
packages-not-arrived = Personi ende nuk ka ardhur në këtë institucion. Dosja mund të pranohet kur burgu ta ketë kryer zhvendosjen.
packages-for-practitioners = Pakon e pranon një terapist i kësaj njësie.
packages-open-record = Hap dosjen
package-status-prepared = në përgatitje
package-status-sent = e dërguar
package-status-received = e pranuar
package-status-withdrawn = e tërhequr
flash-package-saved = Drafti i pakos u ruajt.
flash-package-sent = Pakoja u nënshkrua dhe u dërgua.
flash-package-was-sent = Kjo pako tashmë ishte dërguar.
flash-package-withdrawn = Pakoja u tërhoq.
flash-package-received = Pacienti u pranua. Çfarë erdhi qëndron më poshtë.
flash-package-was-received = Kjo pako tashmë ishte pranuar.
flash-package-gone = Kjo pako u tërhoq nga njësia që e dërgoi.

# Care: the end of a treatment.
discharge-draft-on-paper = Draft, i panënshkruar.
discharge-title = Përfundimi i trajtimit
discharge-title-of = Përfundimi i trajtimit: { $patient }
discharge-none = Nuk është shkruar përfundim i trajtimit.
discharge-on = Dita e përfundimit
discharge-before-opening = Trajtimi ka filluar më vonë se kjo ditë.
discharge-ahead = Kjo ditë është përpara. Zgjidhni sot ose një ditë më të hershme.
discharge-reason = Arsyeja
discharge-reason-goals-reached = qëllimet janë arritur
discharge-reason-released = i liruar
discharge-reason-transferred-out = i transferuar jashtë
discharge-reason-patient-stopped = pacienti e ndërpreu
discharge-reason-no-longer-suitable = nuk është më i përshtatshëm
discharge-reason-deceased = i vdekur
discharge-reason-other = tjetër
discharge-course = Ecuria e trajtimit
discharge-course-hint = Nga fillimi deri në fund: çfarë u bë, çfarë ndryshoi, çfarë jo.
discharge-recommendations = Rekomandimet
discharge-patient-view = Mendimi i vetë pacientit
discharge-patient-view-hint = Me fjalët e pacientit.
discharge-plain = Për pacientin
discharge-plain-lead = Kjo qëndron në kopjen e vetë pacientit. Fjali të shkurtra, fjalë të përditshme, asgjë që dikush tjetër nuk duhet ta lexojë.
discharge-plain-language = Gjuha e këtyre fjalëve
discharge-plain-summary = Çfarë merr me vete pacienti
discharge-plain-next = Çfarë vjen më pas
discharge-plain-hint = Më së shumti { $n } shenja, që kopja të mbetet një faqe.
discharge-save = Ruaj draftin
discharge-discard = Hidhe këtë draft
discharge-discard-open = Hidh draftin…
discharge-discard-hint = Gjithçka e shkruar në këtë draft humbet. Nuk mund të kthehet.
discharge-sign = Nënshkrimi dhe mbyllja
discharge-sign-text = Nënshkrimi e mbyll dosjen: plani përfundon, ajo që është caktuar në vijim anulohet, grupet vazhdojnë pa pacientin. Dosja mund të hapet sërish më vonë.
discharge-sign-button = Nënshkruaj dhe mbyll dosjen
discharge-signed = Nënshkruar
discharge-last-signed = Përmbledhja e fundit e përfundimit
discharge-gone = Ky draft u nënshkrua ose u hodh që kur e hapët. Teksti juaj është ende këtu.
discharge-unsigned = { $n ->
    [one] { $n } seancë e filluar nuk është nënshkruar. Nënshkruajeni, ose shënoni që nuk u mbajt.
   *[other] { $n } seanca të filluara nuk janë nënshkruar. Nënshkruajini, ose shënoni që nuk u mbajtën.
}
discharge-package-sent = Dosja është rrugës për te një njësi tjetër. Tërhiqeni më parë pakon, ose lëreni atë njësi ta mbyllë dosjen.
discharge-goals = Qëllimet
discharge-no-goals = Nuk ka pasur plan aktiv me qëllime.
discharge-goal = Qëllimi
discharge-began = Në fillim
discharge-now = Tani
discharge-goal-line = { $goal }: nga { $from } në { $to }
discharge-scores = Arritja e qëllimeve T { $from } në fillim, { $to } tani; me të gjitha qëllimet njësoj { $plainfrom } dhe { $plainto }.
discharge-scores-source = Shkallëzimi i arritjes së qëllimeve sipas Kiresuk dhe Sherman (1968); 50 është ajo që pritej.
discharge-measures = Matjet, e para dhe e fundit
discharge-hours = Orët
discharge-hours-text = Në { $weeks } javë { $planned } orë të planifikuara, { $offered } të ofruara, { $attended } të ndjekura; të humbura nga burgu { $custody }, nga shëndetësia { $health }, nga pacienti { $patient }.
discharge-week = Java
discharge-lost = Të humbura
flash-discharge-saved = Drafti i përfundimit u ruajt.
flash-discharge-signed = U nënshkrua. Dosja është e mbyllur.
flash-discharge-closed = Dosja tashmë është e mbyllur. Asgjë nuk u shkrua dy herë.
flash-discharge-discarded = Drafti u hodh.

# The patient's own copy: plain words only.
copy-open = Kopja e pacientit
copy-language = Gjuha e kopjes
copy-print-hint = Një faqe që pacienti e ruan. Shtypeni nga shfletuesi.
copy-written-in = Një pjesë e kësaj kopjeje është në gjuhë tjetër: { $language }. Fjalët e thjeshta për qëllimet dhe shkallët shkruajini më poshtë; pjesa tjetër shkruhet te përfundimi i trajtimit.
copy-words = Fjalë të thjeshta për këtë kopje: { $language }
copy-words-hint = Thojeni çdo tekst të planit me fjalë të shkurtra e të thjeshta të kësaj gjuhe. Ato dalin vetëm në kopje; plani mbetet siç është. Kur ndryshon teksti i planit, shkruajini përsëri. Rreshti bosh tregon vetë tekstin e planit.
copy-words-goal = Qëllimi { $n }
copy-words-step = Shkalla te qëllimi { $n }
copy-words-save = Ruaj fjalët e thjeshta
copy-words-gone = Plani nuk thotë më “{ $said }”. Fjalët tuaja për të ishin: { $words }
flash-copy-words-saved = Fjalët e thjeshta u ruajtën.
copy-title = { $name }: rruga ime
copy-can-do = Çfarë di të bëj tani
copy-began = fillimi
copy-now = Tani
copy-stairs = Pesë shkallë: fillova në shkallën { $from }, tani jam në shkallën { $to }
copy-stair = Shkalla { $n } nga 5, { $name }.
copy-stair-1 = krejt në fillim
copy-stair-2 = në rrugë e sipër
copy-stair-3 = ajo që synuam
copy-stair-4 = më shumë se synuam
copy-stair-5 = shumë më shumë se synuam
copy-no-goals = Puna jonë sapo ka filluar.
copy-hours = Koha që dhashë
copy-hours-text = Kam marrë pjesë { $hours } orë.
copy-take = Çfarë marr me vete
copy-next = Çfarë vjen më pas
copy-ask = Kë mund ta pyes
copy-ask-text = { $name }, njësia shëndetësore, { $place }
