# Šta je dogovoreno za režim.

regime-nav = Dogovorene radnje
regime-title = Dogovorene radnje
regime-lead = Šta je sa zdravstvenom jedinicom dogovoreno za nečiji režim, i do kada.
regime-person = Osoba
regime-what = Radnja
regime-agreed = Dogovoreno
regime-due = Rok
regime-closed = Zatvoreno
regime-close = Zatvori
regime-late = kasni
regime-done = Urađeno
regime-not-possible = Nije moguće
regime-none = Ovde nema ničega. Nove radnje se pojavljuju kad budu dogovorene.

flash-regime-closed = Radnja je zatvorena.
flash-regime-closed-before = Neko drugi je već zatvorio ovu radnju.

regime-status-open = otvorene
regime-status-done = urađene
regime-status-not-possible = nemoguće
regime-action-work-place = Radno mesto
regime-action-school-place = Mesto u školi
regime-action-sports-time = Vreme za sport
regime-action-library-time = Vreme u biblioteci
regime-action-more-time-out-of-cell = Više vremena van ćelije
regime-action-single-cell = Samačka ćelija
regime-action-shared-cell = Zajednička ćelija
regime-action-kitchen-duty = Rad u kuhinji
regime-action-garden-duty = Rad u bašti
regime-action-cleaning-duty = Rad na čišćenju
regime-action-phone-call-time = Vreme za telefonske razgovore
regime-action-visit-arrangement = Uređenje poseta
regime-action-quiet-wing = Miran paviljon
regime-action-earlier-unlock = Ranije otključavanje
regime-action-contact-officer = Kontakt službenik
