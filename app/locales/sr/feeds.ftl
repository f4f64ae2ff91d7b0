# Kalendari za pretplatu.

feeds-title = Kalendari
feeds-lead = Seanse u kalendaru vašeg telefona ili računara. Prikazuju vreme, prostoriju i „Zdravstvena jedinica“ sa slovom: bez imena i bez ičega o tome čemu seansa služi.
feeds-link = Kalendari za pretplatu
feeds-mine = Vaši kalendari
feeds-none = Još nijedan. Napravite ga ispod.
feeds-calendar = Kalendar
feeds-made = Napravljen
feeds-fetched = Poslednji put preuzet
feeds-never = nikad
feeds-revoke = Opozovi
feeds-new = Ovo je adresa. Prekopirajte je u svoj program za kalendar („pretplati se“ ili „dodaj sa interneta“).
feeds-once = Prikazuje se samo sada. Ko je ima, vidi kalendar: ne dajite je dalje. Ako je dospela u druge ruke, opozovite je ili napravite novu.
feeds-make-title = Napravi adresu
feeds-make = Napravi adresu
feeds-kind = Koje seanse
feeds-room = Prostorija
feeds-room-hint = Samo za kalendar jedne prostorije.
feeds-renew-hint = Ako već imate ovaj kalendar, stara adresa prestaje da važi i zamenjuje je nova.
feeds-not-for-role = Vaša uloga nema seansi za prikaz u kalendaru.
flash-feed-revoked = Opozvano. Adresa više ništa ne otvara.

feed-kind-own = Moje seanse
feed-kind-room = Jedna prostorija
feed-kind-facility = Cela ustanova
