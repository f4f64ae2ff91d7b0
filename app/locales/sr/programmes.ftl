# Grupni programi i beleženje grupe u jednom prolazu.

programmes-title = Programi
programmes-lead = Grupe koje traju sedmicama, sa članovima i onima koji čekaju mesto.
programmes-count = { $n ->
    [one] { $n } program
    [few] { $n } programa
   *[other] { $n } programa
}
programmes-empty = Ovde nema programa. Terapeut ga započinje dugmetom iznad.
programmes-programme = Program
programmes-intake = Prijem
programmes-intake-hint = Otvoren: ko se uključi dobija mesto dok ga ima. Po redu: mesta se popunjavaju po redosledu čekanja. Zatvoren: sada se niko ne uključuje, samo se čeka.
programmes-capacity = Mesta
programmes-members = Članovi
programmes-waiting = Čekaju
programmes-new = Započni program
programmes-edit = Izmeni program
programmes-save = Sačuvaj
programmes-back = Nazad na programe
programmes-title-hint = Klinički podatak: Korektivna služba ga ne vidi.
programmes-people = Članovi i lista čekanja
programmes-no-people = Još se niko nije uključio. Dodajte pacijenta ispod.
programmes-since = Od
programmes-place = mesto { $n }
programmes-becomes = Novo stanje
programmes-change = Promeni
programmes-forward = Jedno mesto napred
programmes-join = Dodaj pacijenta
programmes-number-hint = Zatvorski broj pacijenta ove ustanove čiji je dosije otvoren.
programmes-nobody = Nijedan pacijent ove ustanove sa otvorenim dosijeom nema ovaj broj.
programmes-full = Sva mesta su zauzeta. Prvo nekoga stavite na pauzu ili mu završite učešće, ili povećajte broj mesta.
programmes-closed = Program sada nikoga ne prima. Prvo otvorite prijem.
programmes-not-next = Neko čeka duže. Pomerite ovu osobu napred ili uzmite prvu s liste čekanja.
programmes-stale = Neko je ovo promenio otkako ste otvorili. Pogledajte ponovo i pošaljite još jednom.
programmes-end = Završi program
programmes-end-text = Iz njega se više ne može tražiti seansa. Članovi i seanse ostaju kako su zabeleženi.
flash-programme-saved = Program je sačuvan.
flash-programme-ended = Program je završen.
flash-member-active = Uključen kao član.
flash-member-waiting = Stavljen na listu čekanja.
flash-member-already = Ovaj pacijent je već na spisku.
flash-member-changed = Promenjeno.

intake-open = Otvoren
intake-closed = Zatvoren
intake-rolling = Po redu

programme-status-active = Traje
programme-status-ended = Završen

member-status-waiting = Čeka
member-status-active = Član
member-status-paused = Pauza
member-status-completed = Završio
member-status-withdrawn-by-patient = Odustao
member-status-withdrawn-by-staff = Isključilo osoblje
member-status-transferred = Premešten
member-status-released = Otpušten

group-lines = Svaka osoba
group-lines-hint = Prazan red znači: prisutan i kao za sve. Pišite šifre samo tamo gde se neko razlikuje, na primer „d2“ ili „l 30 4“.
group-codes = Šta šifre znače
group-code-attendance = Prisustvo
group-code-reason = Posle d, zašto je odbio
group-code-rest = Zatim, bilo kojim redom
group-code-rest-text = 45: minuti. 1 do 6: učešće. 01 do 07, 09, a10, a88: pomoć. m3/6: raspoloženje pre i posle, 0 do 10.
group-unknown = { $name }: „{ $word }“ nije šifra. Šifre su objašnjene iznad redova.
group-twice = { $name }: „{ $word }“ ponavlja ono što je red već rekao.
group-ratings = Grupa, 1 do 5
group-cohesion = Povezanost
group-participation = Učešće grupe
group-rule-keeping = Poštovanje pravila
group-mutual-help = Uzajamna pomoć
group-single = Ciljevi i beleške pojedinih osoba
group-all-goals = Prikaži sve aktivne ciljeve
group-mood = Raspoloženje pre i posle
group-mood-before = Raspoloženje pre, 0 do 10
group-mood-after = Raspoloženje posle, 0 do 10
