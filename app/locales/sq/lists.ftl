# Listat e shtypura, listat e lëvizjeve, fletët dhe lëvizjet e një personi.

list-kind-unlock = Lista e hapjes
list-kind-movement = Lista e lëvizjeve
list-kind-slips = Fletët e lëvizjes

lists-numbered = Lista { $number }, versioni { $version }
lists-version = Versioni { $version }
lists-people = { $n ->
    [one] { $n } person
   *[other] { $n } persona
}
lists-printed = Shtypur { $at } nga { $by } · { $list }
lists-printed-at = shtypur { $at } nga { $by }
lists-print = Shtyp
lists-print-again = Shtyp përsëri
lists-how-to-print = Shtypeni këtë faqe me shfletues: në letër del vetëm lista.
lists-not-printed = Ende e pashtypur. Lista e shtypur ka numër, dhe ju njoftoheni kur ndryshon.
lists-paper = Në letër
lists-to-origin = Te lista siç është tani
lists-to-list = Te lista e shtypur

lists-sheet-there = Aty
lists-sheet-destination = Ora, vendi
lists-sheet-clashes = Thirrur edhe gjetkë, alarme
lists-clashes = Thirrur edhe gjetkë
lists-sheet-bring = Kthe prapa
lists-bring-back = Kthe prapa: { $tools }
lists-nobody = Askush nuk thirret në këtë pjesë të ditës.
lists-all-rooms = Të gjitha dhomat

lists-slip = Fletë lëvizjeje
lists-slips = Fletët
lists-slips-title = Fletët e lëvizjes
lists-slips-all = Një për secilin person në listë.
lists-slips-one = Për një person.
lists-slip-staff = Vetëm për personelin
lists-person-text = Teksti për personin
lists-person-text-hint = Qëndron në gjysmën që e mban personi. Mund ta lexojnë edhe të tjerët.
lists-staff-text = Teksti për personelin
lists-staff-text-hint = Qëndron në gjysmën tjetër, që e mban vetëm personeli, pranë alarmeve dhe shoqërimit.
lists-layout = Në letër
lists-layout-many = Shumë fletë në një faqe
lists-layout-one = Një fletë në faqe

lists-changed = { $n ->
    [one] Ndryshuar pas shtypjes: { $n } rresht
   *[other] Ndryshuar pas shtypjes: { $n } rreshta
}
lists-changed-again = Ka ndryshuar edhe diçka ndërsa po lexonit. Shikoni përsëri.
lists-unchanged = Asgjë nuk ka ndryshuar që kur u shtyp kjo.
lists-not-newest = Ky nuk është versioni më i ri.
lists-to-changes = Shih ndryshimet
lists-changes-title = Ndryshimet pas shtypjes
lists-what = Çfarë
lists-how = Si
lists-what-added = Shtuar
lists-what-gone = Hequr
lists-what-changed = Ndryshuar
lists-added = Nuk është në listën e shtypur
lists-gone-wing = Tani banon në pavijonin { $wing }
lists-gone-no-wing = Nuk banon më në këtë pavijon
lists-gone-elsewhere = Tani thirret në dhomë tjetër ose në kohë tjetër
lists-gone-not-called = Nuk thirret më
lists-facet-time = Ora: { $earlier } → { $now }
lists-facet-room = Dhoma: { $earlier } → { $now }
lists-facet-escort = Shoqërimi: { $earlier } → { $now }
lists-facet-housing = Qelia: { $earlier } → { $now }
lists-see = Pavijoni e ka parë këtë
lists-seen-nobody = Asnjë zyrtar i pavijonit nuk e ka konfirmuar ende.
lists-seen-by = E ka parë { $who }
flash-list-seen = U shënua: pavijoni i ka parë ndryshimet.

lists-register = Listat e shtypura
lists-list = Lista
lists-number = Numri
lists-print-column = Shtypur
lists-state = Gjendja
lists-wing-knows = Pavijoni në dijeni
lists-holds = Ende vlen
lists-none = Asnjë listë nuk është shtypur për këtë ditë. Shtypni një nga lista e hapjes ose nga lista e lëvizjeve.
lists-no-such-number = Nuk ka listë me këtë numër.

lists-catch-up = Regjistro nga letra
lists-catch-up-title = Regjistro nga letra
lists-catch-up-text = Për atë që u shkrua në listën e shtypur ndërsa nuk mund të shënohej këtu. Çdo rresht shënohet si i regjistruar më vonë. Rreshtat që i lini bosh mbeten siç janë.
lists-time-for-all = Ora për të gjithë rreshtat
lists-time-for-all-hint = Përdoret kur rreshti nuk ka orën e vet, për shembull 09:50.
lists-says = Gjendja tani
lists-what-happened = Çfarë ndodhi
lists-time = Ora
lists-time-wrong = Shkruani një orë si 09:50.
lists-time-ahead = Kjo orë nuk ka ardhur ende.
lists-nothing-entered = Zgjidhni çfarë ndodhi të paktën në një rresht.
lists-says-now = Dikush e ka shënuar këtë. Tani është: { $state }.
lists-row-closed = Kjo nuk mund të shënohet më këtu.
lists-not-yet = Dita e kësaj liste nuk ka ardhur ende.
lists-save-paper = Ruaj çfarë thotë letra
flash-list-caught-up = U regjistrua dhe u shënua si nga letra.

movements-title = Lëvizjet e një personi
movements-history = Çdo shënim
movements-none = Asgjë nuk është shënuar ende.
movements-said = Shënimi
movements-happened = Ndodhi
movements-written = Shkruar
movements-by = Nga
movements-how = Si
movements-corrected = Korrigjuar: { $why }
movements-from-paper = Nga letra, lista { $number }
movements-by-phone = Nga telefoni
movements-health = Shëndetësia thotë
movements-came = Erdhi
movements-did-not-come = Nuk erdhi
movements-nothing-said = Ende asgjë
movements-correct-title = Korrigjo
movements-correct = Korrigjo
movements-correct-hint = Çfarë u shënua më parë mbetet në histori, me emrin e atij që e shënoi.
movements-reason = Arsyeja
movements-reason-hint = Vetëm kur personi nuk u soll.
movements-why = Pse korrigjohet?
movements-stale = Dikush e ka shënuar këtë ndërkohë. Tani është: { $state }. Shënimi juaj nuk u ruajt; shikoni përsëri dhe vendosni.
flash-movement-corrected = U korrigjua. Ruhet edhe gjendja e mëparshme.

movement-correction-mistake = Shënuar gabimisht
movement-correction-wrong-person = Person i gabuar
movement-correction-late-report = Raportuar me vonesë
movement-correction-other = Arsye tjetër

unlock-phone-waiting = presin të dërgohen. Ruhen në këtë telefon.
unlock-phone-lapsed = presin të dërgohen. Kyçuni përsëri; ruhen në këtë telefon.
unlock-phone-refused = Nuk mund të shënohej
unlock-phone-refused-text = Kjo nuk mund të shënohej
unlock-phone-now = tani është:
unlock-phone-tried = Ju provuat:
unlock-phone-dismiss = E pashë
unlock-phone-closed = dita është mbyllur për shënime
lists-care-earlier = Më parë: { $was } (korrigjuar nga { $by }, { $at })
