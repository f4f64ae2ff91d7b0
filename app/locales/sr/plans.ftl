# Plan terapije, ciljevi i njihovo postizanje.

plans-plan = Plan terapije
plans-none = Nema aktivnog plana.
plans-write = Napiši plan
plans-edit = Nacrt plana terapije
plans-edit-lead = Sačuvajte kad god želite; ništa ne mora da bude potpuno dok ne aktivirate plan.
plans-save = Sačuvaj nacrt
plans-leave = Izađi bez čuvanja
plans-activate = Sačuvaj i aktiviraj
plans-activate-hint = Aktiviranjem se završava dosadašnja verzija. Aktivan plan se ne menja: izmena pravi sledeću verziju.
plans-discard = Odbaci ovaj nacrt
plans-discard-open = Odbaci nacrt…
plans-discard-hint = Nacrt i njegovi ciljevi se uklanjaju. Aktivan plan i sve ocene ostaju kakvi jesu.


plans-part-what = O čemu je plan
plans-part-how = Kako i koliko
plans-part-agreement = Šta kaže pacijent
plans-title = Naslov
plans-title-hint = Nekoliko reči po kojima zdravstveno osoblje prepoznaje plan.
plans-summary = Sažetak za pacijenta
plans-summary-hint = Običnim rečima, kako biste to rekli. Pacijent ovo dobija na papiru.
plans-areas = Oblasti aktivnosti
plans-approach = Pristup
plans-precautions = Mere opreza
plans-precautions-hint = Kliničke, samo za zdravstveno osoblje. Nikada ne stižu do korektivne službe.
plans-starts = Počinje
plans-starts-hint = Ako je prazno, to je dan kada se plan aktivira.
plans-ends = Očekivani kraj
plans-sessions = Seanse
plans-per-week = Seansi nedeljno
plans-minutes = Minuta po seansi
plans-mix = Individualno ili grupno
plans-target = Strukturisana aktivnost nedeljno, u satima
plans-target-short = Strukturisana aktivnost nedeljno
plans-target-hint = Merilo forenzičkih službi je 25 sati. Za manje je potreban razlog.
plans-target-wrong = Upišite sate od 0 do 100, na primer 25 ili 12,5.
plans-target-reason = Razlog za manje od 25 sati
plans-interval = Dana između preispitivanja
plans-interval-short = Preispitivanje
plans-interval-hint = 28 dana, osim ako plan traži češće praćenje.
plans-agreement = Pacijent
plans-agreed-on = Pitan dana
plans-sessions-said = { $n ->
    [one] { $n } seansa nedeljno, { $minutes } min
    [few] { $n } seanse nedeljno, po { $minutes } min
   *[other] { $n } seansi nedeljno, po { $minutes } min
}
plans-target-said = { $hours } h
plans-interval-said = { $n ->
    [one] na svaki { $n } dan
    [few] na svaka { $n } dana
   *[other] na svakih { $n } dana
}
plans-nothing = (ništa)

plans-goals = Ciljevi
plans-goals-hint = Šta će pacijent moći da radi, što se vidi i ima rok. Najviše osam; često su dovoljna dva ili tri.
plans-goal-n = Cilj { $n }
plans-goal-description = Šta će pacijent raditi
plans-goal-description-hint = Određeno i vidljivo: šta, koliko dobro, uz kakvu pomoć.
plans-goal-words = Rečima pacijenta
plans-goal-words-hint = Šta je pacijent rekao o tome.
plans-goal-area = Oblast
plans-goal-target = Rok
plans-goal-baseline = Odakle pacijent polazi
plans-goal-importance = Važnost za pacijenta
plans-goal-difficulty = Težina
plans-scale-0 = 0 nikakva
plans-scale-1 = 1 mala
plans-scale-2 = 2 umerena
plans-scale-3 = 3 velika
plans-ladder = Stepeni postizanja.
plans-ladder-hint = Pet stepena koje biste prepoznali i vi i pacijent. 0 je ono što se očekuje do roka. Svih pet je potrebno pre aktiviranja plana.
plans-add-goal = Dodaj još jedan cilj
plans-most-goals = Plan ima najviše ovoliko ciljeva: { $n }. Vaš tekst je ostao ovde, bez novog cilja.
plans-remove-goal = Ukloni cilj
plans-remove-open = Ukloni ovaj cilj…
plans-remove-hint = Cilj i njegovi stepeni izlaze iz ovog nacrta, a sve drugo što ste napisali se čuva. Dosadašnje ocene ostaju u dosijeu.
plans-weight = Težinski faktor
plans-weight-said = važnost { $importance } × težina { $difficulty } = { $weight }
plans-now = sada
plans-at-start = na početku

plans-gap-title = Dajte planu naslov.
plans-gap-summary = Napišite sažetak za pacijenta.
plans-gap-areas = Izaberite bar jednu oblast.
plans-gap-target-reason = Navedite zašto je manje od 25 sati.
plans-gap-agreement = Pitajte pacijenta pre nego što aktivirate plan.
plans-gap-agreed-on = Navedite kog dana je pacijent pitan.
plans-gap-no-goal = Planu je potreban bar jedan cilj. Opišite ga ovde.
plans-gap-description = Cilj { $goal }: opišite ga.
plans-gap-step = Cilj { $goal }: navedite kako bi izgledao ovaj stepen.
plans-ladder-incomplete = Jedan stepen je još prazan, pa plan nije aktiviran.
plans-ends-before-start = Kraj je pre početka.
plans-agreed-ahead = Taj dan tek dolazi.
plans-conflict = Neko drugi je sačuvao ovaj nacrt otkako ste ga otvorili. Ništa nije prepisano i vaš tekst je još ovde. Kod svakog polja koje se razlikuje stoji tuđi tekst: izaberite, pa ponovo sačuvajte.
plans-conflict-gone = Ovaj nacrt je aktiviran ili odbačen otkako ste ga otvorili. Vaš tekst je još ovde; ako ga sačuvate, počinje novi nacrt.
plans-conflict-field = U međuvremenu je neko drugi sačuvao: { $theirs }
plans-conflict-goal-removed = U međuvremenu je neko drugi uklonio ovaj cilj.
plans-conflict-goal-added = U međuvremenu je neko drugi dodao ovaj cilj.

plans-terms = Šta je dogovoreno
plans-lead = Nosilac
plans-status = Stanje
plans-version = Verzija
plans-versions = Verzije ovog plana
plans-version-n = Verzija { $n }
plans-version-said = Verzija { $n }, aktivirana { $at } ({ $by })
plans-changes = Šta je promenjeno od verzije { $n }
plans-changes-none = Ništa nije promenjeno.
plans-changes-what = Šta
plans-changes-goal = Cilj { $n }: { $what }
plans-activated = Aktivirano
plans-activated-by = Ko
plans-next-version = Napravi sledeću verziju
plans-draft-waiting = Verzija { $n } je nacrt i još se ne primenjuje.
plans-draft-read = Pročitaj nacrt
plans-draft-continue = Nastavi nacrt

plans-attainment = Postizanje ciljeva
plans-attainment-said = T { $baseline } na početku, { $now } sada ({ $change })
plans-attainment-meaning = 50 znači da su ciljevi tamo gde se očekivalo; više je bolje od očekivanog.
plans-weights-set-aside = Svaki cilj ima faktor 0, pa su svi računati jednako.
plans-attainment-source = Kiresuk TJ, Sherman RE. Goal attainment scaling. Community Mental Health Journal 1968; 4: 443–453. w = važnost × težina.

flash-plan-saved = Nacrt je sačuvan.
flash-plan-goal-added = Nacrt je sačuvan, sa još jednim ciljem za popunjavanje.
flash-plan-goal-removed = Cilj je uklonjen, nacrt je sačuvan.
flash-plan-activated = Plan je aktivan.
flash-plan-next = Ovo je nacrt sledeće verzije.
flash-plan-discarded = Nacrt je odbačen.

area-adl = Aktivnosti svakodnevnog života (ADL)
area-iadl = Instrumentalne aktivnosti svakodnevnog života (IADL)
area-health-management = Briga o zdravlju
area-rest-sleep = Odmor i san
area-education = Obrazovanje
area-work = Rad
area-play = Igra
area-leisure = Slobodno vreme
area-social-participation = Društveno učešće
plan-status-draft = nacrt
plan-status-active = aktivan
plan-status-on-hold = na čekanju
plan-status-revoked = opozvan
plan-status-completed = završen
plan-status-entered-in-error = uneto greškom
approach-create-promote = Stvaranje ili podsticanje
approach-establish-restore = Uspostavljanje ili obnavljanje
approach-maintain = Održavanje
approach-modify = Prilagođavanje ili kompenzacija
approach-prevent = Prevencija
session-mix-individual = individualno
session-mix-group = grupno
session-mix-mixed = oboje
agreement-agreed = saglasan je sa planom
agreement-in-part = delimično je saglasan
agreement-not-agreed = nije saglasan
agreement-lacks-capacity = sada ne može da odlučuje o tome
agreement-not-asked = još nije pitan
lifecycle-proposed = predložen
lifecycle-planned = planiran
lifecycle-accepted = prihvaćen
lifecycle-active = aktivan
lifecycle-on-hold = na čekanju
lifecycle-completed = završen
lifecycle-cancelled = otkazan
lifecycle-rejected = odbijen
lifecycle-entered-in-error = uneto greškom
achievement-in-progress = u toku
achievement-improving = poboljšava se
achievement-worsening = pogoršava se
achievement-no-change = bez promene
achievement-achieved = postignut
achievement-sustaining = održava se
achievement-not-achieved = nije postignut
achievement-no-progress = bez napretka
achievement-not-attainable = nije ostvariv
