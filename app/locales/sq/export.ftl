# Krerët e kolonave që i kanë vetëm skedarët.

export-list = Lista
export-detail = Më parë dhe tani
export-about = Seancat
export-other-place = Institucioni
export-second-score = Rezultati i dytë
export-meaning = Kuptimi
export-by = Nga
export-version = Versioni
export-ended = Përfundoi më
export-first-initials = Inicialet e të parit
export-second-initials = Inicialet e të dytit

export-fhir = Dosja për një sistem tjetër (FHIR)
