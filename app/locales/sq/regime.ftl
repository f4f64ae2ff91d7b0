# Çfarë u dakordua për regjimin.

regime-nav = Veprimet e dakorduara
regime-title = Veprimet e dakorduara
regime-lead = Çfarë u dakordua me njësinë shëndetësore për regjimin e dikujt, dhe deri kur.
regime-person = Personi
regime-what = Veprimi
regime-agreed = U dakordua më
regime-due = Afati
regime-closed = U mbyll më
regime-close = Mbyll
regime-late = vonë
regime-done = U krye
regime-not-possible = Nuk është e mundur
regime-none = Këtu nuk ka asgjë. Veprimet e reja shfaqen kur të dakordohen.

flash-regime-closed = Veprimi u mbyll.
flash-regime-closed-before = Dikush tjetër e ka mbyllur këtë veprim më parë.

regime-status-open = të hapura
regime-status-done = të kryera
regime-status-not-possible = të pamundura
regime-action-work-place = Vend pune
regime-action-school-place = Vend në shkollë
regime-action-sports-time = Kohë për sport
regime-action-library-time = Kohë në bibliotekë
regime-action-more-time-out-of-cell = Më shumë kohë jashtë qelisë
regime-action-single-cell = Qeli njëshe
regime-action-shared-cell = Qeli e përbashkët
regime-action-kitchen-duty = Punë në kuzhinë
regime-action-garden-duty = Punë në kopsht
regime-action-cleaning-duty = Punë në pastrim
regime-action-phone-call-time = Kohë për telefonata
regime-action-visit-arrangement = Rregullim i vizitave
regime-action-quiet-wing = Pavijon i qetë
regime-action-earlier-unlock = Hapje më e hershme e qelisë
regime-action-contact-officer = Zyrtar kontakti
