# Rezervne kopije, kako ih vidi administrator.

backup-title = Rezervne kopije
backup-lead = Kada je evidencija poslednji put kopirana i kojim sredstvom. Datoteke leže tamo gde je odredio onaj ko održava server.
backup-all = Sve rezervne kopije
backup-good = Poslednja ispravna rezervna kopija napravljena je { $at }.
backup-old = Poslednja ispravna rezervna kopija je od { $at }: to je duže nego što je dozvoljeno. Zamolite onoga ko održava server da to danas pogleda.
backup-never = Nije poznata nijedna ispravna rezervna kopija ove evidencije. Zamolite onoga ko održava server da uredi pravljenje kopija.
backup-none = Još nije napravljena nijedna rezervna kopija.
backup-made = Napravljeno
backup-how = Način
backup-name = Datoteka
backup-how-schedule = po rasporedu servera
backup-how-command = ručno, sa terminala
backup-how-reported = prijavio onaj ko održava server

permission-backup-read = Pregled rezervnih kopija
