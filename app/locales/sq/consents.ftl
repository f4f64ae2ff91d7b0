# Për çka është pajtuar pacienti.

consents-title = Pëlqimi dhe njoftimet
consents-ways = Pëlqimi, njoftimet, zbulimet
consents-explained = Aty ku nuk është shënuar asgjë, përgjigjja është jo.
consents-today = Çfarë vlen sot
consents-scope = Për çfarë
consents-holds = Sot
consents-since = Që nga
consents-until = Deri më
consents-permitted = i lejuar
consents-denied = i refuzuar
consents-withdrawn = i tërhequr
consents-ended = ka përfunduar
consents-not-recorded = i pashënuar
consents-treatment-refused = Pa pëlqim për trajtim
consents-no-group-work = Nuk ka pëlqim të shënuar për punë në grup: { $names }. Pyetni para se të vijnë.
consents-new = Shëno një vendim
consents-record = Shëno vendimin
consents-choose = Zgjidhni
consents-decision = Vendimi
consents-deny-hint = Një jo e përfundon menjëherë atë që mbështetet në një po të mëparshme: njoftimet hiqen nga listat e burgut, dhe ajo që është miratuar e ende nuk është dërguar refuzohet.
consents-given-on = Dhënë më
consents-ends-on = Përfundon më
consents-ends-hint = Bosh: derisa të tërhiqet.
consents-language = I shpjeguar në gjuhën
consents-interpreter = Përkthyesi
consents-interpreter-hint = Emri ose shërbimi; bosh kur nuk ka qenë i nevojshëm.
consents-method = Si është dhënë
consents-comment = Koment
consents-end-before = Kjo ditë është para ditës kur është dhënë pëlqimi.
consents-day-ahead = Kjo ditë ende nuk ka ardhur.
consents-changed = Dikush tjetër e ka ndryshuar ndërkohë këtë pëlqim. Shikojeni përsëri para se të vazhdoni.
consents-history = Të gjitha vendimet
consents-none = Ende nuk është shënuar asnjë vendim.
consents-how = Si
consents-recorded-by = Shënuar nga
consents-until-said = deri më { $date }
consents-withdrawn-on = i tërhequr më { $date }
consents-withdraw = Tërhiq
consents-withdraw-title = Tërheqja e pëlqimit
consents-withdrawn-day = Tërhequr më
consents-words = Me fjalët e vetë pacientit
consents-words-hint = Ashtu siç u tha, kur është e mundur.
consents-keep = Lëre siç është
consents-nothing-ends = Tani asgjë nuk mbështetet në këtë pëlqim.
consents-what-ends = Bashkë me këtë pëlqim përfundojnë menjëherë:
consents-ends-notices = { $n ->
    [one] { $n } njoftim për burgun
   *[other] { $n } njoftime për burgun
}
consents-ends-disclosures = { $n ->
    [one] { $n } zbulim i miratuar dhe i padërguar
   *[other] { $n } zbulime të miratuara dhe të padërguara
}
flash-consent-recorded = Vendimi u shënua.
flash-consent-withdrawn = Pëlqimi u tërhoq. Ajo që mbështetej në të ka përfunduar.

consent-scope-treatment = Trajtimi
consent-scope-group-work = Puna në grup
consent-scope-notices-to-custody = Njoftimet për burgun
consent-scope-sharing-treatment-sector = Ndarja e të dhënave me sektorin e trajtimit
consent-scope-sharing-probation = Ndarja e të dhënave me shërbimin sprovues
consent-scope-sharing-family = Ndarja e të dhënave me familjen
consent-scope-sharing-institution = Ndarja e të dhënave me një institucion tjetër
consent-scope-photos-of-work = Fotografitë e punimeve
consent-decision-permit = lejon
consent-decision-deny = refuzon
consent-method-written = me shkrim
consent-method-spoken-with-witness = me gojë, me dëshmitar
consent-method-sign-or-gesture = me shenja ose gjeste
