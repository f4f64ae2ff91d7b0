# Kompletet: çfarë kërkojnë aktivitetet nga burgu, siç i sheh shërbimi korrektues.

kits-title = Kompletet
kits-lead = Çfarë i duhet njësisë shëndetësore për seancat e saj: vegla, dhomë, njerëz. Kompleti që nuk është lejuar këtu nuk kërkohet këtu.
kits-count = { $n ->
    [one] { $n } komplet
   *[other] { $n } komplete
}
kits-empty = Njësia shëndetësore ende nuk ka komplete.
kits-empty-here = Asnjë komplet në këtë gjendje. Zgjidhni një gjendje tjetër më lart.
kits-all = Të gjitha
kits-kit = Kompleti
kits-room = Lloji i dhomës
kits-in-cell = I mundshëm në qeli
kits-most = Më së shumti persona
kits-staff = Staf së paku
kits-officers = Zyrtari
kits-count-tools = Veglat jepen dhe kthehen me numërim
kits-tools = Veglat
kits-no-tools = Pa vegla.
kits-tool = Vegla
kits-class = Klasa
kits-number-of = Numri
kits-state = Këtu
kits-yes = po
kits-no = jo
kits-back = Te kompletet
kits-decided = Vendosi { $name }, { $at }.
kits-ended = Njësia shëndetësore nuk e përdor më këtë komplet. Nuk ka çfarë të vendoset.
kits-decision-title = Vendimi për këtë institucion
kits-decision = Vendimi
kits-clear = Lejohet: seancat me këtë komplet mund të kërkohen
kits-refuse = Nuk lejohet
kits-reason = Arsyeja
kits-reason-hint = Duhet kur nuk lejohet. Njësia shëndetësore e sheh.
kits-decide = Ruaj vendimin
kits-stale = Dikush ka vendosur për këtë komplet pasi e hapët. Shikojeni përsëri; dërgojeni edhe një herë për ta vënë vendimin tuaj.
flash-kit-decided = Vendimi u ruajt.
kits-rooms = Ndryshe në disa dhoma
kits-rooms-none = Secila dhomë ka atë që thotë kompleti.
kits-room-hint = Sa ka në këtë dhomë. 0: dhoma nuk e ka.
kits-room-save = Ruaj për këtë dhomë
kits-room-back = Siç thotë kompleti
flash-kit-room-saved = U ruajt. Numërimi i ardhshëm në këtë dhomë e kërkon.

kit-clearance-waiting = Për t’u vendosur
kit-clearance-cleared = I lejuar
kit-clearance-refused = Nuk lejohet

kit-reason-tools = Veglat
kit-reason-room = Dhoma
kit-reason-staffing = Stafi
kit-reason-other = Tjetër

officer-presence-none = nuk nevojitet
officer-presence-in-sight = në pamje
officer-presence-in-room = në dhomë

tool-class-none = e padëmshme
tool-class-blunt = pa teh
tool-class-pointed = me majë
tool-class-sharp = e mprehtë
tool-class-heat = nxehtësi
tool-class-chemical = kimike
tool-class-ligature = për lidhje
tool-class-electronic = elektronike

kit-neutral-kitchen-work = Punë në kuzhinë
kit-neutral-garden-work = Punë në kopsht
kit-neutral-paper-work = Punë me letër
kit-neutral-textile-work = Punë me tekstil
kit-neutral-clay-work = Punë me argjilë
kit-neutral-wood-work = Punë me dru
kit-neutral-painting = Pikturim
kit-neutral-music = Muzikë
kit-neutral-movement = Lëvizje
kit-neutral-ball-games = Lojëra me top
kit-neutral-table-games = Lojëra tavoline
kit-neutral-reading-writing = Lexim dhe shkrim
kit-neutral-table-conversation = Bisedë në tavolinë
kit-neutral-laundry-cleaning = Larje dhe pastrim
kit-neutral-personal-care = Kujdes personal
kit-neutral-quiet-exercises = Ushtrime të qeta
kit-neutral-packing-assembly = Paketim dhe montim
kit-neutral-computer-work = Punë me kompjuter
kit-neutral-in-cell-material = Material për qeli
kit-neutral-outdoor-walk = Ecje jashtë
