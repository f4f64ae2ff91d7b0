# Pseudonimi i ime uz naveden razlog.

names-search = Pseudonim
names-offer = Prikaži ime uz naveden razlog
names-title = Navedite razlog za ime
names-text = Ovaj dosije čitate pod pseudonimom. Kada kažete zašto, na { $n } sata vidite ime, broj i smeštaj ovog pacijenta i možete da izvezete i odštampate dosije. Razlog se čuva uz vaše ime, a pacijent može da vidi da ste gledali.
names-open = Prikaži ime
names-banner = Imena pacijenata čije ste dosijee otvorili prikazuju se do { $time }. Sve što otvorite beleži se.
names-age = starost { $age }

permission-name-read = Ime, broj i smeštaj pacijenta
permission-record-copy = Pacijentov sopstveni primerak
