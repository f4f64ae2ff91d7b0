# Lista e pacientëve dhe pasqyra e një pacienti.

patients-nav = Pacientët
patients-caseload = Pacientët në trajtim
patients-caseload-count = { $n ->
    [one] { $n } pacient
   *[other] { $n } pacientë
}
patients-caseload-empty = Ende nuk ka pacientë në trajtim. Terapisti okupacional mund t’i marrë personat në trajtim.
patients-nobody-found = Nuk u gjet asnjë pacient. Provoni me një pjesë të mbiemrit ose të numrit.
patients-search = Emri ose numri
patients-show = Shfaq
patients-whose = Përgjegjësi
patients-whose-all = Të gjithë
patients-whose-mine = Pacientët e mi
patients-name = Emri
patients-number = Numri
patients-housing = Pavijoni / qelia
patients-no-housing = Pa vendosje
patients-plan = Plani
patients-no-plan = pa plan
patients-next-review = Rishikimi i radhës
patients-no-review = nuk është caktuar
patients-review-late = me vonesë
patients-review-today = sot
patients-lead = Përgjegjësi
patients-lead-said = përgjegjës { $name }

patients-take = Merr një person në trajtim
patients-take-lead = Personat e këtij institucioni që nuk kanë dosje të hapur. Ju bëheni përgjegjësi dhe anëtari i parë i ekipit.
patients-take-action = Merr në trajtim
patients-people = Personat pa dosje të hapur
patients-nobody-to-take = Nuk u gjet askush. Kërkoni me një pjesë të emrit ose të numrit.
patients-has-left = Ky person është liruar ose është transferuar, prandaj nuk u hap dosje.

patients-tabs = Faqet e këtij pacienti
patients-tab-overview = Pasqyra
patients-tab-plan = Plani
patients-tab-sessions = Seancat
patients-tab-notes = Shënimet
patients-tab-progress = Progresi
patients-born = i lindur më { $date } ({ $age } vjeç)
patients-identity = Personi
patients-birth-date = Data e lindjes
patients-sex = Gjinia
patients-legal-status = Statusi ligjor
patients-presence = Ku ndodhet
patients-language = Gjuha
patients-opened = Në trajtim që nga
patients-request-session = Kërko seancë
patients-open-plan = Hap planin
patients-open-progress = Shih progresin

patients-team = Ekipi
patients-team-add = Shto në ekip
patients-team-colleague = Kolegu
patients-team-choose = Zgjidhni një koleg
patients-team-hint = Anëtarët e ekipit mund t’i lexojnë shënimet e nënshkruara të këtij pacienti.
patients-team-add-button = Shto
patients-team-remove = Hiq
patients-team-make-lead = Bëje përgjegjës
flash-patient-opened = Personi u mor në trajtim.
flash-team-added = U shtua në ekip.
flash-team-removed = U hoq nga ekipi.
flash-team-lead = Përgjegjësia u dorëzua.

sex-female = femër
sex-male = mashkull
sex-other = tjetër
sex-unknown = nuk dihet
legal-status-remand = i paraburgosur
legal-status-sentenced = i dënuar
legal-status-security-measure = masë e sigurisë
legal-status-other = tjetër
presence-present = i pranishëm
presence-court = në gjykatë
presence-hospital = në spital
presence-transferred = i transferuar
presence-released = i liruar
record-status-open = dosja e hapur
record-status-closed = dosja e mbyllur
