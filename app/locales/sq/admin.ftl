# Importet, përdoruesit, miratimet.

admin-nav-import = Importi
admin-nav-users = Përdoruesit
admin-nav-approvals = Miratimet

admin-import = Importi
admin-import-lead = Institucionet, dhomat, regjimi, stafi dhe personat nga skedarë CSV. Asgjë nuk ndryshon para se ta shihni çfarë do të ndryshonte.
admin-import-new = Ngarko një skedar
admin-import-file = Skedari
admin-import-hint = CSV në UTF-8, me pikëpresje ose presje. Rreshti i parë emërton kolonat. Datat si 2026-11-24 ose 24.11.2026.
admin-import-upload = Ngarko dhe shiko
admin-import-choose = Zgjidhni një skedar që nuk është bosh.
admin-import-past = Skedarët e mëparshëm
admin-import-none = Ende nuk është ngarkuar asnjë skedar. Filloni me institucionet.
admin-import-by = Ngarkuar nga
admin-import-uploaded = Ngarkuar më
admin-import-state = Gjendja
admin-import-applied-at = Zbatuar më { $at }
admin-import-waits = Ende i pazbatuar
admin-import-kinds = Çfarë mund të përmbajë një skedar
admin-import-kind = Lloji i skedarit
admin-import-required = Kolonat e detyrueshme
admin-import-optional = Kolonat e tjera
admin-import-unknown = nuk u njoh
admin-import-faults = Gabimet
admin-import-left-out = Lënë jashtë
admin-import-full = Disku i serverit është plot. Asgjë nga skedari nuk u zbatua. Njoftoni administratorin e serverit; skedari pret këtu.
admin-import-line = Rreshti
admin-import-column = Kolona
admin-import-value = Aty shkruan
admin-import-reason = Arsyeja
admin-import-more = { $n ->
    [one] Edhe një gabim nuk shfaqet këtu.
   *[other] Edhe { $n } gabime nuk shfaqen këtu.
}
admin-import-first = { $n ->
    [one] Rreshti i parë
   *[other] { $n } rreshtat e parë
}
admin-import-becomes = Çfarë ndodh me të
admin-import-bad = gabim
admin-import-apply = Zbato
admin-import-discard = Hidhe këtë skedar
admin-import-back = Të gjithë skedarët
admin-import-nothing = Gjithçka në këtë skedar ndodhet tashmë në evidencë. Zbatimi nuk ndryshon asgjë.
admin-import-not-good = Asgjë nuk mund të zbatohet përderisa ka gabime. Rregulloni skedarin dhe ngarkojeni përsëri.
admin-import-refused = Evidenca ka ndryshuar që kur e shikuat këtë skedar dhe tani ai ka gabime. Asgjë nuk u zbatua.
flash-import-applied = U zbatua. Të gjithë rreshtat e skedarit janë në evidencë.
flash-import-already = Ky skedar ishte zbatuar tashmë. Asgjë nuk u bë dy herë.
flash-import-discarded = Skedari u hodh.

import-kind-facilities = institucione
import-kind-rooms = dhoma
import-kind-regime = regjim
import-kind-staff = staf
import-kind-people = persona
import-kind-housing = ku janë personat
import-kind-keep-apart = mbaj të ndarë
import-kind-closures = mbylljet
import-kind-outings = daljet
import-fate-new = i ri
import-fate-changed = i ndryshuar
import-fate-unchanged = i pandryshuar
import-fate-skipped = lënë jashtë

admin-fault-line = rreshti { $n }
admin-fault-utf16 = Skedari është në UTF-16. Ruajeni si “CSV UTF-8” dhe ngarkojeni përsëri.
admin-fault-encoding = Skedari nuk është në UTF-8: nga ky rresht e tutje shkronja si ë, ç, č dhe ž do të ruheshin gabim. Ruajeni si “CSV UTF-8”.
admin-fault-too-large = Skedari është më i madh se 16 MiB. Ndajeni.
admin-fault-empty = Skedari është bosh.
admin-fault-no-rows = Nën titullin e kolonave nuk ka asnjë rresht.
admin-fault-header = Rreshti i parë nuk emërton kolonat e asnjë lloji skedari që mund të importohet.
admin-fault-missing-column = Kjo kolonë mungon.
admin-fault-double-column = Kjo kolonë gjendet dy herë.
admin-fault-unknown-column = Kjo kolonë nuk njihet për këtë lloj skedari.
admin-fault-width = Rreshti ka { $n } qeliza, titulli { $of }. Ndarësi brenda një teksti kërkon thonjëza rreth tekstit.
admin-fault-unreadable = Rreshti nuk mund të lexohet: kërkoni një thonjëz që nuk është mbyllur.
admin-fault-control = Këtu ka një shenjë që nuk shihet, për shembull një thyerje rreshti.
admin-fault-code = Duhet të jetë njëra nga: { $codes }.
admin-fault-time = Shkruani një orë si 08:30.
admin-fault-order = Mbarimi duhet të jetë pas fillimit.
admin-fault-facility = Nuk ka institucion me këtë kod.
admin-fault-not-yours = Për këtë institucion nuk mund të sillni skedarë.
admin-fault-nobody = Askush në regjistër nuk e ka këtë numër. Rreshti lihet jashtë.
admin-fault-room = Në institucion nuk ka dhomë me këtë kod.
admin-fault-moment = Shënoni një ditë, me orë ose pa orë, p.sh. 2026-12-24 08:00.
admin-fault-other-desk = Këtë lloj skedari e sjell dikush tjetër: ndarjet, mbylljet dhe daljet koordinatori korrektues, të tjerat administratori.
admin-fault-wing = Në institucion nuk ka pavijon me këtë kod.
admin-fault-wing-twice = Një pavijon është emërtuar dy herë.
admin-fault-buildings = Shkruani një ndërtesë për çdo pavijon, në të njëjtin radhë, me | mes tyre.
admin-fault-wing-role = Vetëm zyrtarët korrektues i përkasin një pavijoni.
admin-fault-twice = E njëjta gjendet tashmë në rreshtin { $n }.
admin-fault-short-code = Një kod ka së shumti { $n } shkronja pa shenja, shifra dhe viza.
admin-fault-zone = Kjo zonë kohore nuk njihet. Shkruani një të tillë si Europe/Belgrade.
admin-fault-language = Shkruani gjuhën me dy shkronja, si sq ose sr.
admin-fault-birth = Askush në burg nuk ka lindur atëherë.
admin-fault-username = Emri i përdoruesit ka 2 deri në 64 shenja: shkronja të vogla pa shenja, shifra, pikë, vizë, nënvizë.
admin-fault-needs-facility = Ky rol mbahet në një institucion: shkruani kodin e tij.
admin-fault-side = Ky person i përket tashmë një shërbimi tjetër. Askush nuk punon për dy shërbime me një emër.
admin-fault-contradicts = Emri, profesioni ose gjuha nuk janë të njëjta si në rreshtin { $n }.
admin-fault-yourself = Askush nuk e ndryshon llogarinë ose rolet e veta.

admin-users = Përdoruesit
admin-users-lead = Kush mund të kyçet dhe në cilat role. Rolet vijnë me import ose nga rreshti i komandave të serverit; rolet shëndetësore vlejnë pasi t’i miratojë drejtuesi i departamentit të shëndetësisë.
admin-users-search = Emri ose emri i përdoruesit
admin-users-find = Kërko
admin-users-name = Emri
admin-users-role = Roli
admin-users-roles = Rolet
admin-users-state = Gjendja
admin-users-none = Askush nuk quhet kështu. Kërkoni një emër tjetër ose importoni stafin.
admin-users-active = aktiv
admin-users-inactive = joaktiv
admin-users-no-password = pa fjalëkalim
admin-users-one-time = fjalëkalim njëpërdorimësh
admin-users-waits = pret miratimin
admin-users-everywhere = kudo
admin-users-you = ky jeni ju
admin-users-activate = Aktivizo
admin-users-deactivate = Çaktivizo
admin-users-issue = Fjalëkalim njëpërdorimësh
admin-users-issued = Dorëzojeni këtë fjalëkalim tani: shfaqet vetëm kësaj here. Duhet të ndryshohet në kyçjen e parë. Të gjitha kyçjet e hapura të këtij përdoruesi u mbyllën.
admin-users-back = Të gjithë përdoruesit
flash-user-activated = Përdoruesi mund të kyçet përsëri.
flash-user-deactivated = Përdoruesi nuk mund të kyçet më; kyçjet e hapura u mbyllën.

admin-approvals = Miratimet
admin-approvals-lead = Rolet shëndetësore që i ka kërkuar një administrator. Ato vlejnë pasi t’i miratoni ju.
admin-approvals-none = Asgjë nuk ju pret.
admin-approvals-asked = Kërkuar
admin-approvals-approve = Mirato
admin-approvals-refuse = Refuzo
flash-role-approved = U miratua. Roli vlen që tani.
flash-role-refused = U refuzua. Roli nuk u dha.
flash-role-decided = Për këtë ishte vendosur tashmë.
admin-users-leave = Përfundon shërbimin
flash-user-left = Llogaria është mbyllur, rolet dhe kyçjet kanë përfunduar. Në shërbimin tjetër personi merr llogari të re.
