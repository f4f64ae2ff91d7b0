# Kalendarë për abonim.

feeds-title = Kalendarët
feeds-lead = Seancat në kalendarin e telefonit ose kompjuterit tuaj. Tregojnë kohën, dhomën dhe ‘Njësia shëndetësore’ me një shkronjë: pa emra dhe asgjë për atë se për çfarë është seanca.
feeds-link = Kalendarë për abonim
feeds-mine = Kalendarët tuaj
feeds-none = Ende asnjë. Krijoni një më poshtë.
feeds-calendar = Kalendari
feeds-made = Krijuar
feeds-fetched = Marrë së fundi
feeds-never = asnjëherë
feeds-revoke = Anulo
feeds-new = Kjo është adresa. Kopjojeni në programin tuaj të kalendarit (‘abonohu’ ose ‘shto nga uebi’).
feeds-once = Shfaqet vetëm tani. Kush e ka, e sheh kalendarin: mos ia jepni askujt. Nëse ka rënë në duar të tjera, anulojeni ose krijoni një të re.
feeds-make-title = Krijo një adresë
feeds-make = Krijo adresën
feeds-kind = Cilat seanca
feeds-room = Dhoma
feeds-room-hint = Vetëm për kalendarin e një dhome.
feeds-renew-hint = Nëse e keni tashmë këtë kalendar, adresa e vjetër ndalet dhe vendin e saj e zë një e re.
feeds-not-for-role = Roli juaj nuk ka seanca për t’i treguar në kalendar.
flash-feed-revoked = U anulua. Adresa nuk hap më asgjë.

feed-kind-own = Seancat e mia
feed-kind-room = Një dhomë
feed-kind-facility = I gjithë institucioni
