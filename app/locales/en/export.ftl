# Heads of columns that only files have.

export-list = List
export-detail = Before and now
export-about = Sessions
export-other-place = Facility
export-second-score = Second score
export-meaning = Meaning
export-by = By
export-ended = Ended on

export-fhir = Record for another system (FHIR)
