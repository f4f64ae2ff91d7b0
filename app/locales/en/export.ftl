# Heads of columns that only files have.

export-list = List
export-detail = Before and now
export-about = Sessions
export-other-place = Facility
export-second-score = Second score
export-meaning = Meaning
export-by = By
export-version = Version
export-ended = Ended on
export-first-initials = Initials of the first
export-second-initials = Initials of the second

export-fhir = Record for another system (FHIR)
