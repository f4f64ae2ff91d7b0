# Njoftimet funksionale, për të dyja anët.

notices-nav = Njoftimet
notices-title = Njoftimet
notices-explained = Çfarë kërkon njësia shëndetësore nga të gjithë ata që shoqërojnë këta persona. Secili përfundon vetë në ditën e vet.
notices-waiting = { $n ->
    [0] Të gjitha njoftimet janë konfirmuar.
    [one] { $n } njoftim pret konfirmim.
   *[other] { $n } njoftime presin konfirmim.
}
notices-none = Tani nuk vlen asnjë njoftim.
notices-notice = Njoftimi
notices-until = Deri më
notices-read-at = Lexuar
notices-state = I lexuar
notices-sharing-agreed = ndarja e pranuar
notices-acknowledge = Konfirmo leximin
notices-acknowledged = i konfirmuar
notices-acknowledged-by = { $name }, { $at }
notices-not-acknowledged = i pakonfirmuar
notices-lapses = { $n ->
    [0] skadon sot
    [one] skadon për { $n } ditë
   *[other] skadon për { $n } ditë
}
notices-lapsed = ka skaduar
notices-ended = ka përfunduar
notices-not-before = Jo para orës { $time }
notices-small-group = Në grup me më së shumti { $n }
notices-no-tools = Pa vegla të kësaj klase: { $class }
notices-interpreter = Përkthyes: { $language }

notices-care-explained = Burgu e sheh njoftimin, ditën e tij dhe që e ka dhënë shëndetësia; kurrë arsyen. E lexon kushdo që e shoqëron pacientin.
notices-consent-is = Pëlqimi për njoftime për burgun: { $standing }. Pa të, njoftimi mund të mbështetet vetëm në interes jetik ose detyrim ligjor.
notices-given = Njoftimet e dhëna
notices-none-given = Nuk është dhënë asnjë njoftim.
notices-custody = Burgu
notices-basis = Baza
notices-given-by = { $name }, { $date }
notices-new = Jep një njoftim
notices-give = Jep njoftimin
notices-choose = Zgjidhni
notices-only-for = Vetëm për: { $notice }
notices-time = Ora
notices-people = Persona më së shumti
notices-class = Klasa e veglave
notices-language = Gjuha
notices-until-hint = Më së shumti një vit. Paralajmërohet një javë më herët.
notices-reason = Arsyeja
notices-reason-hint = Vetëm për dosjen shëndetësore. Burgu nuk e sheh kurrë.
notices-time-needed = Shkruani orën, për shembull 09:30.
notices-past = Kjo ditë ka kaluar.
notices-too-long = Njoftimi vlen më së shumti një vit.
notices-no-consent = Pacienti nuk është pajtuar që burgu të njoftohet. Shënoni së pari pëlqimin, ose zgjidhni bazë tjetër.
notices-renew = Ripërtërij
notices-new-end = Përfundimi i ri
notices-end = Përfundo tani
notices-changed = Dikush tjetër e ka ndryshuar ndërkohë këtë njoftim. Kështu është tani.
notices-open = Hap
notices-lapsing-item = Njoftim: { $notice }
notices-lapsing-soon = Njoftimet që skadojnë së shpejti
notices-none-lapsing = Asnjë nuk skadon në shtatë ditët e ardhshme.
flash-notice-acknowledged = U konfirmua. Njësia shëndetësore e sheh këtë.
flash-notice-given = Njoftimi është te burgu.
flash-notice-renewed = U ripërtëri. Burgut i kërkohet ta konfirmojë përsëri.
flash-notice-ended = Njoftimi ka përfunduar.
flash-notice-changed = Ai njoftim kishte përfunduar ose ishte ripërtërirë tashmë.

notice-basis-consent = pëlqimi i pacientit
notice-basis-vital-interest = interesi jetik
notice-basis-legal-duty = detyrimi ligjor
notice-kind-escort-slowly = Shoqëro ngadalë, ose me mjet ndihmës
notice-kind-ground-floor = Përdhesë ose rampë
notice-kind-seated-only = Vetëm ulur
notice-kind-may-need-breaks = Mund të ketë nevojë për pushime
notice-kind-not-before = Jo para një ore
notice-kind-small-group = Vetëm në grup të vogël
notice-kind-no-tools-of-class = Pa vegla të një klase
notice-kind-interpreter = Përkthyes
notice-kind-hearing-or-glasses = Aparat dëgjimi ose syze
notice-kind-material-in-cell = Materiali i njësisë shëndetësore lejohet në qeli
notice-kind-ask-before-moving = Mos e zhvendos e mos e anulo pa pyetur shëndetësinë
notice-kind-call-health = Thirr shëndetësinë nëse shqetësohet
notice-tool-class-blunt = të rënda, pa teh
notice-tool-class-pointed = me majë
notice-tool-class-sharp = të mprehta
notice-tool-class-heat = me nxehtësi
notice-tool-class-chemical = kimike
notice-tool-class-ligature = litarë dhe spango
notice-tool-class-electronic = elektronike
