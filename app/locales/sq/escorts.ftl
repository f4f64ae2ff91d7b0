# Shoqërimi, mjetet kufizuese, ndalimet e lëvizjes.

escorts-nav-more = Shoqërimi dhe ndalimi i lëvizjes

lockdown-title = Ndalimet e lëvizjes
lockdown-lead = Seancat që u anuluan së bashku, dhe pse. Brenda një ore kjo mund të kthehet mbrapsht.
lockdown-new = Anulo shumë seanca
lockdown-new-lead = Zgjidhni ku ndalet lëvizja, nga kur deri kur, dhe pse. Pastaj shihni çfarë prek; asgjë nuk ndodh para se ta thoni ju.
lockdown-where-when-why = Ku, kur, pse
lockdown-none = Ende nuk ka pasur ndalim lëvizjeje.
lockdown-area = Ku
lockdown-whole = I gjithë institucioni
lockdown-building = Ndërtesa { $name }
lockdown-from = Nga
lockdown-from-time = Nga, ora
lockdown-to = Deri
lockdown-to-time = Deri, ora
lockdown-reason = Arsyeja
lockdown-time = Koha
lockdown-touched = Seancat e prekura
lockdown-touched-nothing = Nuk preku asnjë seancë.
lockdown-state = Gjendja
lockdown-counts = { $n ->
    [one] { $n } seancë e anuluar
   *[other] { $n } seanca të anuluara
}, { $people ->
    [one] { $people } person nuk u soll në seanca të tjera
   *[other] { $people } persona nuk u sollën në seanca të tjera
}
lockdown-undone-at = u kthye mbrapsht { $at }
lockdown-over = përfundoi
lockdown-holds = vlen
lockdown-look = Shih çfarë prek
lockdown-look-title = Çfarë prek
lockdown-to-list = Të gjitha ndalimet
lockdown-about = { $area }, { $from } – { $to }: { $reason }
lockdown-sums = { $ended ->
    [0] Asnjë seancë nuk anulohet
    [one] { $ended } seancë anulohet
   *[other] { $ended } seanca anulohen
}, { $fewer ->
    [0] asnjë nuk vazhdon me më pak persona
    [one] { $fewer } vazhdon me më pak persona
   *[other] { $fewer } vazhdojnë me më pak persona
}; { $people ->
    [one] { $people } person nuk sillet.
   *[other] { $people } persona nuk sillen.
}
lockdown-going-on = { $n ->
    [one] { $n } seancë është në vazhdim dhe nuk anulohet: vazhdon derisa personat të kthehen.
   *[other] { $n } seanca janë në vazhdim dhe nuk anulohen: vazhdojnë derisa personat të kthehen.
}
lockdown-what-happens = Njësia shëndetësore e sheh menjëherë, me arsyen. Koha llogaritet si e humbur nga ana e burgut. Deri në fund nuk mund të caktohet asgjë në atë kohë.
lockdown-do = Anulo këto seanca
lockdown-choose-again = Zgjidh përsëri
lockdown-session = Seanca
lockdown-people = Persona që mbeten
lockdown-of = { $n } nga { $all }
lockdown-effect = Çfarë ndodh
lockdown-effect-cancel = anulohet
lockdown-effect-fewer = vazhdon me më pak
lockdown-effect-goes-on = vazhdon
lockdown-changed-since = Dikush ndryshoi një nga këto seanca në të njëjtin çast. Asgjë nuk u anulua; shikoni përsëri dhe vendosni.
lockdown-backwards = Fundi duhet të jetë pas fillimit.
lockdown-too-long = Zgjidhni më së shumti { $n } ditë.
lockdown-too-far = Zgjidhni një fillim brenda { $n } ditëve të ardhshme.
lockdown-no-booking = Shërbimi korrektues nuk lejon caktime në këtë kohë: lëvizja është ndalur. Zgjidhni një kohë tjetër.
lockdown-one-title = Ndalimi i lëvizjes
lockdown-made = Shënuar
lockdown-undone = Kthyer mbrapsht
lockdown-by = { $name }, { $at }
lockdown-now = Tani
lockdown-undo = Ktheje mbrapsht
lockdown-undo-text = Deri në { $until } mund të kthehet gjithçka. Ajo që është ndryshuar ose caktuar diku tjetër ndërkohë mbetet siç është, dhe ju njoftoheni.
lockdown-undo-too-late = Ka kaluar më shumë se një orë: kjo nuk mund të kthehet më. Njësia shëndetësore mund t’i kërkojë përsëri seancat.
lockdown-undo-in-the-way = Diçka u caktua në të njëjtin çast. Asgjë nuk u kthye; provoni përsëri.
lockdown-all-restored = U kthye mbrapsht: gjithçka është si më parë.
lockdown-not-restored = { $n ->
    [one] U kthye mbrapsht, por { $n } seancë nuk mundi të mbetej si më parë. Arsyeja qëndron pranë saj.
   *[other] U kthye mbrapsht, por { $n } seanca nuk mundën të mbeteshin si më parë. Arsyeja qëndron pranë secilës.
}
lockdown-outcome-restored = u rivendos
lockdown-outcome-changed = ndryshoi ndërkohë
lockdown-outcome-taken = u caktua diku tjetër ndërkohë
lockdown-outcome-over = koha ka kaluar
lockdown-outcome-held = vlen një ndalim tjetër
lockdown-scope-wing = pavijon
lockdown-scope-building = ndërtesë
lockdown-scope-facility = institucion
flash-lockdown-made = Seancat u anuluan.
flash-lockdown-undone = Ndalimi i lëvizjes u kthye mbrapsht.
flash-lockdown-undone-in-part = Ndalimi u kthye mbrapsht, përveç aty ku thuhet pse jo.

escorts-title = Shoqërimi
escorts-lead = 14 ditët e ardhshme: zyrtarët që u duhen seancave dhe zyrtarët që ka.
escorts-to-today = Shoqërimet e sotme
escorts-to-supply = Zyrtarët sipas pjesës së ditës
escorts-short-parts = { $n ->
    [one] Mungojnë zyrtarë në { $n } pjesë të ditëve të ardhshme.
   *[other] Mungojnë zyrtarë në { $n } pjesë të ditëve të ardhshme.
}
escorts-none-short = Ka zyrtarë të mjaftueshëm për gjithçka që është konfirmuar.
escorts-nothing = Asnjë seancë e 14 ditëve të ardhshme nuk kërkon shoqërim, dhe askush nuk ka shënuar zyrtarë.
escorts-day = Dita
escorts-part = Pjesa e ditës
escorts-needed = Nevojiten
escorts-asked = Kërkohen përveç kësaj
escorts-there = Ka
escorts-left = Mbeten
escorts-sessions = Seancat
escorts-unknown = pa shënuar
escorts-short = mungojnë { $n }
escorts-over = mbeten { $n }
escorts-women-short = mungojnë { $n } gra
escorts-men-short = mungojnë { $n } burra
escorts-supply-title = Zyrtarët sipas pjesës së ditës
escorts-supply-lead = Sa zyrtarë mund të shoqërojnë deri te njësia shëndetësore, çdo javë dhe në ditët që ndryshojnë.
escorts-week = Çdo javë
escorts-officers = Zyrtarë
escorts-of-them-women = Prej tyre gra
escorts-supply-save = Ruaj javën
escorts-exceptions = Ditë që ndryshojnë
escorts-exceptions-none = Asnjë ditë nuk ndryshon nga java.
escorts-exception-add = Shto ditën
escorts-drop = Hiq
escorts-past-day = Zgjidhni sot ose një ditë të mëvonshme.
escorts-women-more = Nuk mund të ketë më shumë gra se zyrtarë.
escorts-supply-changed = Dikush tjetër i ka ndryshuar këta numra që kur e hapët faqen. Asgjë nuk u ruajt; ajo që shkruat është ende këtu.
escorts-weekday-1 = E hënë
escorts-weekday-2 = E martë
escorts-weekday-3 = E mërkurë
escorts-weekday-4 = E enjte
escorts-weekday-5 = E premte
escorts-weekday-6 = E shtunë
escorts-weekday-7 = E diel
escorts-today-title = Shoqërimet e sotme
escorts-today-none = Asnjë seancë nuk kërkon shoqërim sot.
escorts-waiting = ende pa përgjigje
escorts-open = Hap
escorts-one-title = Shoqërimi
escorts-steps = Hapat
escorts-next = Hapi tjetër
escorts-do-accepted = Prano
escorts-do-declined = Refuzo
escorts-do-collected = U mor
escorts-do-arrived = Mbërriti
escorts-do-returned = U kthye
escorts-do-taken-back = Tërhiq hapin e fundit
escorts-step-changed = Dikush tjetër ka shënuar një hap ndërkohë: { $state }. Asgjë nuk u ruajt; shikoni përsëri.
escorts-step-not-possible = Ky hap nuk është i mundur tani.
escorts-step-not-open = Hapat shënohen në vetë ditën dhe deri në mesditën e së nesërmes.
escorts-session-changed = Dikush e ka ndryshuar këtë seancë që kur e hapët. Asgjë nuk u ruajt; shikoni përsëri.
escorts-presence = Zyrtarët gjatë seancës
escorts-presence-ask = Ku qëndruan vërtet zyrtarët
escorts-presence-why = Shëndetësia e lexon këtë: prej saj varet çfarë mund të thuhej në mirëbesim.
escorts-presence-save = Ruaj
escorts-gender = Zyrtarët duhet të jenë
escorts-people = Personat
escorts-restraint = Mjetet kufizuese
escorts-restraint-title = Vendos për mjetet kufizuese
escorts-restraint-text = Për secilin person veç e veç, dhe vetëm kur ka arsye. Njësia shëndetësore sheh që dikush është i kufizuar, por jo pse.
escorts-restraint-words = Me pak fjalë
escorts-restraint-save = Ruaj vendimin
escorts-to-escort = Shoqërimi dhe mjetet kufizuese
escort-gender-any = gra ose burra
escort-gender-women = gra
escort-gender-men = burra
escort-step-accepted = u pranua
escort-step-declined = u refuzua
escort-step-collected = u mor
escort-step-arrived = mbërriti
escort-step-returned = u kthye
escort-step-taken-back = hapi i fundit u tërhoq
restraint-none = pa mjete kufizuese
restraint-on-the-way = i kufizuar gjatë rrugës
restraint-throughout = i kufizuar gjatë gjithë kohës
restraint-reason-escape = rrezik arratisjeje
restraint-reason-violence = rrezik dhune
restraint-reason-self-protection = mbrojtja e vetes
restraint-reason-order-of-court = urdhër i gjykatës
restraint-reason-other = arsye tjetër
officers-stood-none = asnjë zyrtar
officers-stood-in-sight = në pamje
officers-stood-in-room = në dhomë
flash-escort-supply-saved = Numri i zyrtarëve u ruajt.
flash-escort-step = Hapi u ruajt.
flash-escort-presence = U ruajt. Njësia shëndetësore e sheh.
flash-escort-restraint = Vendimi u ruajt.
sessions-restrained = I kufizuar, sipas vendimit të shërbimit korrektues
sessions-officers-stood = Zyrtarët gjatë seancës
