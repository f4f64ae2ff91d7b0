# Ecuria e një pacienti në një bosht kohor, dhe raporti i saj.

progress-t = Arritja e qëllimeve T, tani
progress-t-start = nga { $t } në fillim
progress-of = { $n } nga { $of }
progress-reached = Qëllime të arritura
progress-reached-hint = sa pritej, ose më mirë
progress-weekly = Ndjekur në javë
progress-weekly-target = { $share } % e synimit prej { $h } orësh
progress-no-target = asnjë plan nuk cakton synim
progress-lost-share = { $share } % e asaj që ishte planifikuar
progress-review = Rishikim
progress-key-plan = hyn në fuqi një version i planit
progress-evidence-key = Pikat e plota mbështeten në një seancë. Nën çdo shkallë janë seancat në të cilat u punua për qëllimin: ▲ përparim, ▬ pa ndryshim, ▼ hap prapa. Tabela të çon te secila.
progress-band = Brenda brezit nuk ka ndryshim të rëndësishëm: më pak se { $n } nga rezultati i parë.
progress-heat-some = ndjekur pjesërisht
progress-heat-all = ndjekur plotësisht
progress-heat-hint = Një katror për çdo ditë me seanca. Ku nuk u ndoq asgjë, ngjyra dhe mostra tregojnë nga kush humbi, si më sipër.
progress-report = Raport për shtyp
progress-report-language = Gjuha e raportit
progress-report-of = Progresi nga { $from } deri më { $to }
progress-report-hint = Shtypeni këtë faqe nga shfletuesi.
progress-back = Kthehu te faqja e progresit
progress-period-order = Periudha mbaron para se të fillojë. Zgjidhni një ditë më të vonë.
progress-period-long = Mund të shfaqet më së shumti një vit. Zgjidhni një ditë më të vonë.
