# Plani i terapisë, qëllimet dhe arritja e tyre.

plans-plan = Plani i terapisë
plans-none = Nuk ka plan aktiv.
plans-write = Shkruaj planin
plans-edit = Drafti i planit të terapisë
plans-edit-lead = Ruajeni sa herë të doni; asgjë nuk duhet të jetë e plotë derisa ta aktivizoni planin.
plans-save = Ruaj draftin
plans-leave = Dil pa ruajtur
plans-activate = Ruaj dhe aktivizo
plans-activate-hint = Me aktivizimin përfundon versioni i deritashëm. Plani aktiv nuk ndryshohet: çdo ndryshim bëhet në versionin e radhës.
plans-discard = Hidhe këtë draft
plans-discard-open = Hidh draftin…
plans-discard-hint = Drafti dhe qëllimet e tij hiqen. Plani aktiv dhe të gjitha vlerësimet mbeten siç janë.


plans-part-what = Për çfarë është plani
plans-part-how = Si dhe sa
plans-part-agreement = Çfarë thotë pacienti
plans-title = Titulli
plans-title-hint = Pak fjalë me të cilat stafi shëndetësor e njeh planin.
plans-summary = Përmbledhje për pacientin
plans-summary-hint = Me fjalë të thjeshta, ashtu si do t’ia thoshit. Pacienti e merr këtë në letër.
plans-areas = Fushat e aktivitetit
plans-approach = Qasja
plans-precautions = Masat e kujdesit
plans-precautions-hint = Klinike, vetëm për stafin shëndetësor. Nuk i shkojnë kurrë shërbimit korrektues.
plans-starts = Fillon më
plans-starts-hint = Po e latë zbrazët, është dita kur aktivizohet plani.
plans-ends = Përfundimi i pritur
plans-sessions = Seancat
plans-per-week = Seanca në javë
plans-minutes = Minuta për seancë
plans-mix = Individuale apo grupore
plans-target = Aktivitet i strukturuar në javë, në orë
plans-target-short = Aktivitet i strukturuar në javë
plans-target-hint = Norma e shërbimeve forenzike është 25 orë. Një synim më i ulët kërkon arsyetim.
plans-target-wrong = Shkruani orët nga 0 deri në 100, për shembull 25 ose 12,5.
plans-target-reason = Arsyeja e synimit nën 25 orë
plans-interval = Ditë ndërmjet rishikimeve
plans-interval-short = Rishikimi
plans-interval-hint = 28 ditë, nëse plani nuk kërkon përcjellje më të shpeshtë.
plans-agreement = Pacienti
plans-agreed-on = U pyet më
plans-sessions-said = { $n ->
    [one] { $n } seancë në javë, { $minutes } minuta
   *[other] { $n } seanca në javë, nga { $minutes } minuta
}
plans-target-said = { $hours } h
plans-interval-said = { $n ->
    [one] çdo ditë
   *[other] çdo { $n } ditë
}
plans-nothing = (asgjë)

plans-goals = Qëllimet
plans-goals-hint = Çfarë do të mund të bëjë pacienti, që shihet dhe ka afat. Deri në tetë; shpesh mjaftojnë dy a tri.
plans-goal-n = Qëllimi { $n }
plans-goal-description = Çfarë do të bëjë pacienti
plans-goal-description-hint = Konkrete dhe e dukshme: çfarë, sa mirë, me çfarë ndihme.
plans-goal-words = Me fjalët e pacientit
plans-goal-words-hint = Çfarë tha pacienti për këtë.
plans-goal-area = Fusha
plans-goal-target = Afati
plans-goal-baseline = Nga fillon pacienti
plans-goal-importance = Rëndësia për pacientin
plans-goal-difficulty = Vështirësia
plans-scale-0 = 0 aspak
plans-scale-1 = 1 pak
plans-scale-2 = 2 mesatare
plans-scale-3 = 3 e madhe
plans-ladder = Shkallët e arritjes.
plans-ladder-hint = Pesë shkallë që do t’i dallonit edhe ju edhe pacienti. 0 është ajo që pritet deri në afat. Të pesta duhen plotësuar para se të aktivizohet plani.
plans-add-goal = Shto një qëllim tjetër
plans-most-goals = Plani mban më së shumti { $n } qëllime. Teksti juaj u ruajt këtu, pa qëllim të ri.
plans-remove-goal = Hiq qëllimin
plans-remove-open = Hiq këtë qëllim…
plans-remove-hint = Qëllimi dhe shkallët e tij hiqen nga ky draft, ndërsa gjithçka tjetër që keni shkruar ruhet. Vlerësimet e deritashme mbeten në dosje.
plans-weight = Pesha
plans-weight-said = rëndësia { $importance } × vështirësia { $difficulty } = { $weight }
plans-now = tani
plans-at-start = në fillim

plans-gap-title = Jepini planit një titull.
plans-gap-summary = Shkruani përmbledhjen për pacientin.
plans-gap-areas = Zgjidhni së paku një fushë.
plans-gap-target-reason = Tregoni pse synimi është nën 25 orë.
plans-gap-agreement = Pyeteni pacientin para se ta aktivizoni planin.
plans-gap-agreed-on = Tregoni se në cilën ditë u pyet pacienti.
plans-gap-no-goal = Planit i duhet së paku një qëllim. Përshkruajeni këtu.
plans-gap-description = Qëllimi { $goal }: përshkruajeni.
plans-gap-step = Qëllimi { $goal }: tregoni si do të dukej kjo shkallë.
plans-ladder-incomplete = Një shkallë është ende e zbrazët, prandaj plani nuk u aktivizua.
plans-ends-before-start = Përfundimi është para fillimit.
plans-agreed-ahead = Kjo ditë ende nuk ka ardhur.
plans-conflict = Dikush tjetër e ka ruajtur këtë draft pasi e hapët ju. Asgjë nuk u mbishkrua dhe teksti juaj është ende këtu. Te çdo fushë që ndryshon qëndron teksti i tjetrit: zgjidhni, pastaj ruajeni përsëri.
plans-conflict-gone = Ky draft është aktivizuar ose është hedhur pasi e hapët ju. Teksti juaj është ende këtu; po ta ruani, fillon një draft i ri.
plans-conflict-field = Ndërkohë dikush tjetër ruajti: { $theirs }
plans-conflict-goal-removed = Ndërkohë dikush tjetër e hoqi këtë qëllim.
plans-conflict-goal-added = Ndërkohë dikush tjetër e shtoi këtë qëllim.

plans-terms = Çfarë është caktuar
plans-lead = Përgjegjësi
plans-status = Gjendja
plans-version = Versioni
plans-versions = Versionet e këtij plani
plans-version-n = Versioni { $n }
plans-version-said = Versioni { $n }, aktivizuar më { $at } nga { $by }
plans-changes = Çfarë ndryshoi nga versioni { $n }
plans-changes-none = Asgjë nuk ndryshoi.
plans-changes-what = Çfarë
plans-changes-goal = Qëllimi { $n }: { $what }
plans-activated = Aktivizuar
plans-activated-by = Nga
plans-next-version = Bëj versionin e radhës
plans-draft-waiting = Versioni { $n } është draft dhe ende nuk zbatohet.
plans-draft-read = Lexo draftin
plans-draft-continue = Vazhdo draftin

plans-attainment = Arritja e qëllimeve
plans-attainment-said = T { $baseline } në fillim, { $now } tani ({ $change })
plans-attainment-meaning = 50 do të thotë se qëllimet janë aty ku priteshin; më lart është më mirë se e pritura.
plans-weights-set-aside = Çdo qëllim ka peshën 0, prandaj të gjitha u llogaritën njësoj.
plans-attainment-source = Kiresuk TJ, Sherman RE. Goal attainment scaling. Community Mental Health Journal 1968; 4: 443–453. w = rëndësia × vështirësia.

flash-plan-saved = Drafti u ruajt.
flash-plan-goal-added = Drafti u ruajt; u shtua edhe një qëllim për plotësim.
flash-plan-goal-removed = Qëllimi u hoq, drafti u ruajt.
flash-plan-activated = Plani është aktiv.
flash-plan-next = Ky është drafti i versionit të radhës.
flash-plan-discarded = Drafti u hodh.

area-adl = Aktivitetet e jetës së përditshme (ADL)
area-iadl = Aktivitetet instrumentale të jetës së përditshme (IADL)
area-health-management = Menaxhimi i shëndetit
area-rest-sleep = Pushimi dhe gjumi
area-education = Edukimi
area-work = Puna
area-play = Loja
area-leisure = Koha e lirë
area-social-participation = Pjesëmarrja sociale
plan-status-draft = draft
plan-status-active = aktiv
plan-status-on-hold = në pritje
plan-status-revoked = i revokuar
plan-status-completed = i përfunduar
plan-status-entered-in-error = shënuar gabimisht
approach-create-promote = Krijim ose nxitje
approach-establish-restore = Vendosje ose rikthim
approach-maintain = Mbajtje
approach-modify = Përshtatje ose kompensim
approach-prevent = Parandalim
session-mix-individual = individuale
session-mix-group = grupore
session-mix-mixed = të dyja
agreement-agreed = pajtohet me planin
agreement-in-part = pajtohet pjesërisht
agreement-not-agreed = nuk pajtohet
agreement-lacks-capacity = tani nuk mund të vendosë për këtë
agreement-not-asked = ende nuk është pyetur
lifecycle-proposed = i propozuar
lifecycle-planned = i planifikuar
lifecycle-accepted = i pranuar
lifecycle-active = aktiv
lifecycle-on-hold = në pritje
lifecycle-completed = i përfunduar
lifecycle-cancelled = i anuluar
lifecycle-rejected = i refuzuar
lifecycle-entered-in-error = shënuar gabimisht
achievement-in-progress = në vazhdim
achievement-improving = në përmirësim
achievement-worsening = në përkeqësim
achievement-no-change = pa ndryshim
achievement-achieved = i arritur
achievement-sustaining = i qëndrueshëm
achievement-not-achieved = i paarritur
achievement-no-progress = pa progres
achievement-not-attainable = i paarritshëm
