# Regjimi, dhomat dhe mbylljet, për të dyja palët.

places-nav = Regjimi dhe dhomat
places-title = Regjimi, dhomat, mbylljet
places-regime = Regjimi
places-regime-lead = Kur fillon dhe mbaron secila pjesë e ditës. Pjesa pa orë nuk është e hapur. Shëndetësia rezervon brenda këtyre orëve.
places-regime-stale = Dikush e ka ndryshuar regjimin që kur e hapët. Ndryshimet tuaja janë ende këtu; dërgojini edhe një herë për t’i zëvendësuar të tjerat.
places-weekday = Dita
places-start = fillon
places-end = mbaron
places-both-times = Shënoni të dyja orët ose lërini të dyja bosh.
places-overlap = Kjo pjesë fillon para se të ketë mbaruar pjesa e mëparshme.
places-all-inside = Të gjitha seancat e ardhshme janë brenda regjimit.
places-outside = { $n ->
    [one] { $n } seancë e ardhshme është jashtë regjimit
   *[other] { $n } seanca të ardhshme janë jashtë regjimit
}
places-outside-what = Ato mbeten të rezervuara derisa të anulohen ose të zhvendosen.
places-more = { $n ->
    [one] Edhe një nuk është paraqitur.
   *[other] Edhe { $n } nuk janë paraqitur.
}
places-save = Ruaj
places-change = Ndrysho
places-choose = Zgjidh
places-session = Seanca
places-people = Personat
places-state = Gjendja
flash-regime-saved = Regjimi u ruajt.

places-rooms = Dhomat
places-rooms-lead = Çfarë janë dhomat, sa persona nxënë dhe a mund t’i rezervojë shëndetësia. Dhomat i importon administratori.
places-room = Dhoma
places-kind = Lloji
places-capacity = Personat
places-usable = Shëndetësia
places-is-usable = mund të rezervojë
places-not-usable = jo për shëndetësinë
places-may-use = Shëndetësia mund ta rezervojë këtë dhomë
places-claims = E caktuar për shëndetësinë
places-claims-hint = Në pjesët e shënuara dhoma i takon së pari shëndetësisë. Të tjerëve mund t’u jepet kur shëndetësisë nuk i duhet.
places-claims-need-use = Dhoma e caktuar për shëndetësinë duhet të jetë e tillë që shëndetësia mund ta rezervojë.
places-too-small = { $n ->
    [one] Një seancë e ardhshme ka { $n } person në këtë dhomë.
   *[other] Një seancë e ardhshme ka { $n } persona në këtë dhomë.
}
places-room-stale = Dikush e ka ndryshuar këtë dhomë që kur e hapët. Ndryshimet tuaja janë ende këtu; dërgojini edhe një herë për t’i zëvendësuar të tjerat.
places-back-to-rooms = Të gjitha dhomat
flash-room-saved = Dhoma u ruajt.

places-closures = Mbylljet
places-closures-lead = Festa, riparime dhe çdo gjë tjetër që e mbyll një dhomë ose tërë institucionin. Ndërkohë atje nuk mund të rezervohet asgjë.
places-past-closures = Mbylljet e kaluara
places-close = Mbyll
places-what = Çfarë
places-when = Kur
places-why = Arsyeja
places-whole-facility = Tërë institucioni
places-nothing-closed = Asgjë nuk është e mbyllur.
places-from = Dita e parë
places-from-time = Nga ora
places-from-hint = Bosh: nga fillimi i ditës.
places-until = Dita e fundit
places-until-time = Deri në orën
places-until-hint = Bosh: deri në fund të ditës.
places-no-such-time = Atë ditë ora ndërrohet: kjo kohë nuk ekziston.
places-too-long = Mbyllja zgjat më së shumti një vit. Dhoma që nuk përdoret më i merret shëndetësisë në faqen e dhomës.
places-past = Kjo tashmë ka kaluar.
places-taken-back = e tërhequr
places-over = ka kaluar
places-closed-now = e mbyllur
places-coming = e ardhshme
places-entered = Shënuar nga
places-by-system = sistemi i burgut
places-touched = { $n ->
    [0] Asnjë seancë
    [one] { $n } seancë është rezervuar atëherë
   *[other] { $n } seanca janë rezervuar atëherë
}
places-none-touched = Asnjë seancë nuk është rezervuar atëherë.
places-touched-what = Ato mbeten të rezervuara derisa t’i anuloni ose t’i zhvendosni. Hapeni secilën për të vendosur.
places-reopen = Tërhiqe mbylljen
places-reopen-what = Dhoma ose institucioni mund të rezervohet menjëherë përsëri.
places-back-to-closures = Të gjitha mbylljet
flash-closure-added = U mbyll. Më poshtë janë seancat e rezervuara atëherë.
flash-closure-ended = Mbyllja u tërhoq.

places-care-lead = Sipas këtyre orëve dhe dhomave mund të kërkohen seanca. I mban koordinatori korrektues.
places-closed-that-day = E mbyllur atë ditë:
places-ours = Të caktuara për shëndetësinë në atë kohë: { $rooms }

closure-kind-holiday = festë
closure-kind-repairs = riparime
closure-kind-inspection = inspektim
closure-kind-operational = operative
closure-kind-other = tjetër
