# Spisak pacijenata i pregled jednog pacijenta.

patients-nav = Pacijenti
patients-caseload = Pacijenti u tretmanu
patients-caseload-count = { $n ->
    [one] { $n } pacijent
    [few] { $n } pacijenta
   *[other] { $n } pacijenata
}
patients-caseload-empty = Još nema pacijenata u tretmanu. Radni terapeut može da ih primi.
patients-nobody-found = Nema takvog pacijenta. Pokušajte sa delom prezimena ili broja.
patients-search = Ime ili broj
patients-show = Prikaži
patients-whose = Nosilac
patients-whose-all = Svi nosioci
patients-whose-mine = Moji pacijenti
patients-name = Ime
patients-number = Broj
patients-housing = Paviljon / ćelija
patients-no-housing = Bez smeštaja
patients-plan = Plan
patients-no-plan = bez plana
patients-next-review = Sledeće preispitivanje
patients-no-review = nije određeno
patients-review-late = kasni
patients-review-today = danas
patients-lead = Nosilac
patients-lead-said = nosilac { $name }

patients-take = Primi osobu u tretman
patients-take-lead = Osobe iz ove ustanove koje nemaju otvoren dosije. Vi postajete nosilac i prvi član tima.
patients-take-action = Primi u tretman
patients-people = Osobe bez otvorenog dosijea
patients-nobody-to-take = Nema takve osobe. Tražite po delu imena ili broja.
patients-has-left = Ova osoba je otpuštena ili premeštena, pa dosije nije otvoren.

patients-tabs = Stranice ovog pacijenta
patients-tab-overview = Pregled
patients-tab-plan = Plan
patients-tab-sessions = Seanse
patients-tab-notes = Beleške
patients-tab-progress = Napredak
patients-born = datum rođenja { $date } (starost { $age })
patients-identity = Osoba
patients-birth-date = Datum rođenja
patients-sex = Pol
patients-legal-status = Pravni status
patients-presence = Gde se nalazi
patients-language = Jezik
patients-opened = U tretmanu od
patients-request-session = Zatraži seansu
patients-open-plan = Otvori plan
patients-open-progress = Vidi napredak

patients-team = Tim
patients-team-add = Dodaj u tim
patients-team-colleague = Kolega
patients-team-choose = Izaberite kolegu
patients-team-hint = Članovi tima smeju da čitaju potpisane beleške ovog pacijenta.
patients-team-add-button = Dodaj
patients-team-remove = Ukloni
patients-team-make-lead = Postavi za nosioca
flash-patient-opened = Osoba je primljena u tretman.
flash-team-added = Dodato u tim.
flash-team-removed = Uklonjeno iz tima.
flash-team-lead = Nosilac je promenjen.

sex-female = ženski
sex-male = muški
sex-other = drugo
sex-unknown = nepoznato
legal-status-remand = pritvoren
legal-status-sentenced = osuđen
legal-status-security-measure = mera bezbednosti
legal-status-other = drugo
presence-present = prisutan
presence-court = na sudu
presence-hospital = u bolnici
presence-transferred = premešten
presence-released = otpušten
record-status-open = dosije otvoren
record-status-closed = dosije zatvoren
