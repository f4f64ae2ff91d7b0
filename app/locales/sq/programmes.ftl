# Programet grupore dhe regjistrimi i një grupi me një kalim.

programmes-title = Programet
programmes-lead = Grupe që zgjasin me javë, me anëtarët dhe me ata që presin vend.
programmes-count = { $n ->
    [one] { $n } program
   *[other] { $n } programe
}
programmes-empty = Këtu nuk ka program. Terapisti e nis me butonin më lart.
programmes-programme = Programi
programmes-intake = Pranimi
programmes-intake-hint = I hapur: kush hyn merr vend derisa ka. Me radhë: vendet plotësohen sipas radhës së pritjes. I mbyllur: tani nuk hyn askush, vetëm pritet.
programmes-capacity = Vende
programmes-members = Anëtarë
programmes-waiting = Në pritje
programmes-new = Nis një program
programmes-edit = Ndrysho programin
programmes-save = Ruaj
programmes-back = Te programet
programmes-title-hint = Klinik: shërbimi korrektues nuk e sheh.
programmes-people = Anëtarët dhe lista e pritjes
programmes-no-people = Ende nuk ka hyrë askush. Shtoni një pacient më poshtë.
programmes-since = Që nga
programmes-place = vendi { $n }
programmes-becomes = Gjendja e re
programmes-change = Ndrysho
programmes-forward = Një vend përpara
programmes-join = Shto një pacient
programmes-number-hint = Numri i burgut i një pacienti të këtij institucioni me dosje të hapur.
programmes-nobody = Asnjë pacient i këtij institucioni me dosje të hapur nuk e ka këtë numër.
programmes-full = Të gjitha vendet janë zënë. Së pari vendosni dikë në pauzë ose përfundojani pjesëmarrjen, ose shtoni vende.
programmes-closed = Programi tani nuk pranon askënd. Së pari hapeni pranimin.
programmes-not-next = Dikush ka pritur më gjatë. Lëvizeni këtë person përpara ose merrni të parin nga lista e pritjes.
programmes-stale = Dikush e ka ndryshuar pasi e hapët. Shikojeni përsëri dhe dërgojeni edhe një herë.
programmes-end = Përfundo programin
programmes-end-text = Nga ai nuk mund të kërkohet më seancë. Anëtarët dhe seancat mbeten siç janë regjistruar.
flash-programme-saved = Programi u ruajt.
flash-programme-ended = Programi përfundoi.
flash-member-active = U pranua si anëtar.
flash-member-waiting = U vu në listën e pritjes.
flash-member-already = Ky pacient është tashmë në listë.
flash-member-changed = U ndryshua.

intake-open = I hapur
intake-closed = I mbyllur
intake-rolling = Me radhë

programme-status-active = Në vazhdim
programme-status-ended = I përfunduar

member-status-waiting = Në pritje
member-status-active = Anëtar
member-status-paused = Në pauzë
member-status-completed = E përfundoi
member-status-withdrawn-by-patient = U tërhoq vetë
member-status-withdrawn-by-staff = E tërhoqi stafi
member-status-transferred = I transferuar
member-status-released = I liruar

group-lines = Secili person
group-lines-hint = Rreshti bosh do të thotë: i pranishëm dhe si për të gjithë. Shkruani kode vetëm aty ku dikush ndryshon, p.sh. “d2” ose “l 30 4”.
group-codes = Çfarë do të thonë kodet
group-code-attendance = Prania
group-code-reason = Pas d, pse nuk pranoi
group-code-rest = Pastaj, me çfarëdo radhe
group-code-rest-text = 45: minuta. 1 deri në 6: pjesëmarrja. 01 deri në 07, 09, a10, a88: ndihma. m3/6: disponimi para dhe pas, 0 deri në 10.
group-unknown = { $name }: “{ $word }” nuk është kod. Kodet shpjegohen mbi rreshtat.
group-twice = { $name }: “{ $word }” e përsërit atë që rreshti e ka thënë.
group-ratings = Grupi, 1 deri në 5
group-cohesion = Kohezioni
group-participation = Pjesëmarrja e grupit
group-rule-keeping = Respektimi i rregullave
group-mutual-help = Ndihma e ndërsjellë
group-single = Qëllimet dhe shënimet e personave të veçantë
group-all-goals = Shfaq të gjitha qëllimet aktive
group-mood = Disponimi para dhe pas
group-mood-before = Disponimi para, 0 deri në 10
group-mood-after = Disponimi pas, 0 deri në 10
