# Kë të mbash të ndarë dhe nga çfarë të ruhesh.

cautions-title = Mbaj të ndarë, alarmet
cautions-due-lead = { $n ->
    [0] Asgjë nuk duhet të rishikohet brenda dy javësh.
    [one] { $n } duhet të rishikohet brenda dy javësh.
   *[other] { $n } duhet të rishikohen brenda dy javësh.
}
cautions-own-wings = Çfarë vlen sot për personat e pavijoneve tuaja.
cautions-pairs = Mbaj të ndarë
cautions-alerts = Alarmet
cautions-due = Për rishikim
cautions-past = Të përfunduara
cautions-pair = Mbaj të ndarë
cautions-alert = Alarmi
cautions-one = Njëri
cautions-other = Tjetri
cautions-term = Nga – deri
cautions-endless = pa afat
cautions-reason = Arsyeja
cautions-reason-hint = Vetëm për koordinatorët. Zyrtarët dhe njësia shëndetësore nuk e shohin kurrë.
cautions-review = Rishikohet më
cautions-review-hint = Brenda gjysmë viti. Mund të mbetet bosh kur dita e fundit vjen më herët.
cautions-is-due = duhet rishikuar
cautions-starts = Nga
cautions-ends = Dita e fundit
cautions-ends-hint = Bosh: deri në njoftim tjetër. Për ta përfunduar, shënoni ditën e fundit kur vlen.
cautions-new-pair = Mbaj dy persona të ndarë
cautions-new-alert = Vendos alarm
cautions-number-one = Numri i njërit
cautions-number-other = Numri i tjetrit
cautions-change = Ndrysho
cautions-save = Ruaj
cautions-back = Kthehu te lista
cautions-no-pairs = Askush nuk duhet të mbahet i ndarë.
cautions-no-alerts = Nuk ka alarme.
cautions-nobody = Askush këtu nuk e ka këtë numër.
cautions-same = Është i njëjti person.
cautions-already = Këta të dy tashmë mbahen të ndarë në atë kohë.
cautions-ends-before = Dita e fundit është para së parës.
cautions-review-before = Kjo është para ditës së parë.
cautions-review-late = Shënoni një ditë brenda gjysmë viti kur dikush e rishikon.
cautions-stale = Dikush e ka ndryshuar këtë që kur e hapët. Ndryshimet tuaja janë ende këtu; dërgojini edhe një herë për t’i zëvendësuar të tjerat.
cautions-both-booked = { $n ->
    [one] { $n } seancë e ardhshme i thërret të dy. Asgjë nuk u anulua: hapeni në tabelën e ditës.
   *[other] { $n } seanca të ardhshme i thërrasin të dy. Asgjë nuk u anulua: hapini në tabelën e ditës.
}
flash-caution-saved = U ruajt.
