# Zaglavlja kolona koje imaju samo datoteke.

export-list = Spisak
export-detail = Ranije i sada
export-about = Seanse
export-other-place = Ustanova
export-second-score = Drugi rezultat
export-meaning = Značenje
export-by = Ko
export-version = Verzija
export-ended = Završeno
export-first-initials = Inicijali prve osobe
export-second-initials = Inicijali druge osobe

export-fhir = Dosije za drugi sistem (FHIR)
