# Veglat: numërohen para seancës kur jepen dhe pas saj kur kthehen. Emra veglash, numra dhe iniciale; kurrë për çfarë është seanca.

tools-title = Veglat
tools-lead = Veglat numërohen para seancës kur jepen dhe pas saj kur kthehen, çdo herë nga dy persona.
tools-to-day = Te veglat e ditës
tools-of-session = Veglat e kësaj seance
tools-day-empty = Asnjë seancë me vegla për numërim në këtë ditë. Zgjidhni një ditë tjetër më lart.
tools-time = Koha
tools-session = Seanca
tools-room = Dhoma
tools-state = Gjendja
tools-tool = Vegla
tools-tools = Veglat
tools-expected = Pritej
tools-counted = U numëruan
tools-all = Të gjitha
tools-from = Prej
tools-to = Deri
tools-look = Hap

tools-stage-in = Nuk janë dhënë
tools-stage-out = Janë dhënë
tools-stage-differs = Numrat nuk përputhen
tools-stage-back = Janë kthyer të gjitha
tools-stage-answered = Është vendosur
tools-row-differs = nuk përputhet
tools-differs-text = U kthye numër tjetër nga ai që u dha. Numëroni përsëri; nëse ende mungon ndonjë vegël, njoftoni koordinatorin, i cili vendos çfarë ka ndodhur me të. Deri atëherë seanca nuk mund të përfundohet.
tools-missing-alert = Mungon një vegël:
tools-none-to-count = Kjo seancë nuk ka vegla për numërim.
tools-not-yet = Veglat numërohen për dhënie në ditën e seancës, pasi ajo të konfirmohet.

tools-count-out = Numëro për dhënie
tools-count-in = Numëro gjatë kthimit
tools-recount = Numëro përsëri
tools-save-out = Veglat u dhanë
tools-save-in = Ruaj numërimin
tools-kit-has = Kompleti ka { $n }.
tools-went-out = Janë dhënë { $n }.
tools-initials = Inicialet tuaja
tools-initials-wrong = Shkruani dy deri në katër shkronja.
tools-second = Numëruar me
tools-second-hint = Një person tjetër i këtij institucioni, që i ka numëruar edhe vetë.
tools-second-initials = Inicialet e personit tjetër
tools-second-unknown = Zgjidhni dikë të këtij institucioni që ka numëruar me ju, jo veten.
tools-not-now = Ky numërim nuk mund të bëhet tani. Shikoni më lart gjendjen e veglave.
tools-counted-since = Dikush ka numëruar pasi e hapët këtë faqe. Shikoni më poshtë numërimin më të ri.
tools-counted-line = { $way }, { $at }: { $first } dhe { $second }
tools-answer-title = Vendosni
tools-answer-text = Kur numërimi i përsëritur nuk ndihmoi: çfarë ka ndodhur me veglën? Vendimi juaj ruhet me numërimin dhe lejon që seanca të përfundohet.
tools-answer = Çfarë ka ndodhur
tools-answer-save = Ruaj vendimin
tools-answered = { $answer }. Vendosi { $name }, { $at }.
flash-tools-out = U numëruan për dhënie.
flash-tools-back = U numëruan në kthim: gjithçka është kthyer.
flash-tools-differ = Numrat nuk përputhen. Të dyja palët u njoftuan për cilën vegël bëhet fjalë.
flash-tools-answered = Vendimi u ruajt.

tools-way-out = Dhënie
tools-way-in = Kthim
tools-answer-found = U gjet
tools-answer-broken = U thye
tools-answer-lost = Humbi
tools-answer-under-investigation = Në hetim

tools-register = Regjistri i numërimeve
tools-register-lead = Çdo numërim i veglave në këtë institucion. Më pas asgjë në të nuk mund të ndryshohet.
tools-register-count = { $n ->
    [one] { $n } numërim
   *[other] { $n } numërime
}
tools-register-empty = Këtu nuk ka numërime. Zgjidhni data të tjera, dhomë tjetër ose vegël tjetër.
tools-only-differing = Vetëm ku numrat nuk përputhen
tools-facility = Institucioni
tools-session-at = Koha e seancës
tools-way = Drejtimi
tools-counted-at = Koha e numërimit
tools-both = Numëruan
tools-first = Personi i parë
tools-second-person = Personi i dytë
tools-went = u dhanë
tools-agrees = përputhet

export-as = Ruaje këtë listë si
export-from = Prej
export-to = Deri
export-session = Seanca
export-people = Persona
export-state = Gjendja
export-profession = Profesioni
export-at = Koha
export-user = Përdoruesi
export-role = Roli
export-facility = Institucioni
export-permission = Leja
export-outcome = Përfundimi
export-person = Personi (pseudonim)
export-seal = Vula
