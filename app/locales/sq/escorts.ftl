# Shoqërimi, mjetet kufizuese, ndalimet e lëvizjes.

escorts-nav-more = Shoqërimi dhe ndalimi i lëvizjes

lockdown-title = Ndalimet e lëvizjes
lockdown-lead = Seanca që u anuluan së bashku, dhe pse. Për një orë mund të kthehet mbrapsht.
lockdown-new = Anulo shumë seanca
lockdown-new-lead = Zgjidhni ku ndalet lëvizja, nga kur deri kur, dhe pse. Pastaj shihni çfarë prek; asgjë nuk ndodh para se ta thoni ju.
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
    [one] { $people } person i pasjellë diku tjetër
   *[other] { $people } persona të pasjellë diku tjetër
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
    [one] U kthye mbrapsht, por { $n } seancë nuk mund të ishte si më parë. Arsyeja qëndron pranë saj.
   *[other] U kthye mbrapsht, por { $n } seanca nuk mund të ishin si më parë. Arsyeja qëndron pranë secilës.
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
