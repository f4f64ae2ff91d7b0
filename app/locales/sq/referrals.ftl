# Referimet: lista e shëndetësisë dhe ana e shërbimit korrektues.

referrals-nav = Referimet
referrals-title = Referimet
referrals-lead = I pari është ai që duhet parë më së shpejti. Me pranimin e referimit personi merret në trajtim.
referrals-count = { $n ->
    [0] Asnjë referim
    [one] { $n } referim
   *[other] { $n } referime
}
referrals-none-open = Asgjë nuk pret këtu: për çdo referim është vendosur dhe çdo person i pranuar është takuar.
referrals-none = Nuk ka referim të tillë.
referrals-which = Cilat
referrals-show-open = Ende në pritje
referrals-show-all = Të gjitha
referrals-new = Referim i ri
referrals-choose = Zgjidhni personin që referohet. Mund të referohet edhe dikush që tashmë është pacient.
referrals-people = Personat e këtij institucioni
referrals-nobody = Nuk u gjet askush. Kërkoni me një pjesë të emrit ose të numrit.
referrals-action = Refero
referrals-is-patient = pacient
referrals-one = Referimi
referrals-source = Nga
referrals-source-asked = Kush referon
referrals-choose-source = Zgjidhni
referrals-by = Shënuar nga
referrals-reason = Arsyeja
referrals-reason-hint = Çfarë personi nuk mund të bëjë më, ose do të donte të mund ta bënte përsëri, me fjalët e atij që referon.
referrals-areas = Fushat shqetësuese
referrals-urgency = Urgjenca
referrals-urgency-hint = Kontakti i parë: i zakonshëm brenda 14 ditësh, urgjent brenda 3, sa më shpejt deri të nesërmen.
referrals-received = Arritur më
referrals-days = { $n ->
    [0] sot
    [one] { $n } ditë
   *[other] { $n } ditë
}
referrals-due = Afati i kontaktit të parë
referrals-seen-on = u takua më { $date }
referrals-late = me vonesë
referrals-status = Gjendja
referrals-save = Ruaj referimin
referrals-somebody-else = Zgjidh dikë tjetër
referrals-has-left = Ky person është liruar ose është transferuar. Asgjë nuk u ruajt.
referrals-day-ahead = Kjo ditë ende nuk ka ardhur.
referrals-before-received = Kjo ditë është para se të arrinte referimi.
referrals-open-record = Hap dosjen
referrals-to-list = Te referimet
referrals-decision = Vendimi
referrals-decided-on = Vendosur më
referrals-decided-by = Nga
referrals-decide = Vendos
referrals-decide-asked = Çfarë duhet bërë
referrals-do-accept = Prano dhe merr në trajtim; ju bëheni përgjegjësi
referrals-do-link = Prano; personi është tashmë në trajtim
referrals-do-wait = Vendose në listën e pritjes
referrals-do-decline = Refuzo
referrals-do-redirect = Drejtoje te dikush tjetër
referrals-decision-reason = Arsyeja e vendimit
referrals-decision-hint = E nevojshme kur refuzoni ose drejtoni diku tjetër: pse, dhe çfarë i ofrohet personit në vend të kësaj.
referrals-say-why = Tregoni pse, dhe çfarë ofrohet në vend të kësaj.
referrals-changed = Dikush tjetër e ka ndryshuar këtë referim pasi e hapët. Tani është: { $state }. Asgjë juaja nuk u ruajt; ajo që keni shkruar është ende këtu.
referrals-unsent = Ajo që shkruat, e paruajtur
referrals-contact = Kontakti i parë
referrals-contact-on = U takua së pari më
referrals-contact-save = Regjistro kontaktin e parë
flash-referral-saved = Referimi u ruajt.
flash-referral-accepted = Referimi u pranua. Personi u mor në trajtim.
flash-referral-decided = Vendimi u ruajt.
flash-referral-contact = Kontakti i parë u regjistrua.

referral-source-self = vetë personi
referral-source-doctor = mjeku
referral-source-psychiatrist = psikiatri
referral-source-nurse = infermieri
referral-source-psychologist = psikologu
referral-source-social-worker = punëtori social
referral-source-correctional-staff = stafi korrektues
referral-source-family = familja
referral-source-court = gjykata
referral-source-transfer-in = transferim nga institucion tjetër
referral-urgency-routine = e zakonshme
referral-urgency-urgent = urgjente
referral-urgency-asap = sa më shpejt
referral-status-received = për vendim
referral-status-accepted = i pranuar
referral-status-waiting-list = listë pritjeje
referral-status-declined = i refuzuar
referral-status-redirected = i drejtuar diku tjetër

refer-nav = Refero te shëndetësia
refer-title = Referimet te njësia shëndetësore
refer-lead = Ajo që keni vërejtur i shkon njësisë shëndetësore, e cila vendos. Ju shihni deri ku ka arritur çdo referim.
refer-no-wing = Ende nuk ju është caktuar pavijon. Zyrtarët për pavijone i cakton administratori.
refer-new = Refero një person te njësia shëndetësore
refer-list = Referimet, më të rejat së pari
refer-none = Ende nuk është referuar askush nga këtu.
refer-every-wing = Të gjitha
refer-reason = Arsyeja
refer-received = Dërguar më
refer-by = Nga
refer-state = Gjendja
refer-choose = Zgjidhni personin.
refer-search = Emri ose numri
refer-people = Personat që mund të referohen
refer-nobody = Nuk u gjet askush. Kërkoni me një pjesë të emrit ose të numrit.
refer-action = Refero
refer-reason-asked = Çfarë keni vërejtur?
refer-words = Me pak fjalë
refer-words-hint = Së shumti 140 shkronja: çfarë patë dhe kur. Asgjë për sëmundje, vepër penale ose persona të tjerë.
refer-other-needs-words = Tregoni me pak fjalë çfarë keni vërejtur.
refer-send = Dërgo te njësia shëndetësore
refer-somebody-else = Zgjidh dikë tjetër
refer-has-left = Ky person është liruar ose është transferuar. Asgjë nuk u dërgua.
flash-refer-sent = U dërgua te njësia shëndetësore.

referral-reason-isolates = u largohet të tjerëve
referral-reason-does-not-leave-cell = nuk del nga qelia
referral-reason-self-care = nuk kujdeset për veten ose qelinë
referral-reason-sleep = nuk fle, ose fle tërë ditën
referral-reason-work-problem = vështirësi në punë ose në shkollë
referral-reason-conflict = konflikte të përsëritura
referral-reason-other = diçka tjetër
referral-state-received = Arritur
referral-state-accepted = Pranuar
referral-state-closed = Mbyllur
