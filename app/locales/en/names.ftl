# Pseudonyms, and the name for a stated reason.

names-search = Pseudonym
names-offer = Show the name for a stated reason
names-title = State a reason for the name
names-text = You read this record under a pseudonym. When you say why, you see name, number and housing of this patient for { $n } hours, and can export and print the record. The reason is kept with your name, and the patient can see that you looked.
names-open = Show the name
names-banner = The names of the patients whose records you opened are shown until { $time }. Everything you open is recorded.
names-age = age { $age }

permission-name-read = Name, number and housing of a patient
permission-record-copy = The patient’s own copy
