# Napredak jednog pacijenta na jednoj vremenskoj osi, i izveštaj o njemu.

progress-t = Postizanje ciljeva T, sada
progress-t-start = od { $t } na početku
progress-of = { $n } od { $of }
progress-reached = Postignuti ciljevi
progress-reached-hint = kako se očekivalo, ili bolje
progress-weekly = Pohađano nedeljno
progress-weekly-target = { $share } % cilja od { $h } h
progress-no-target = nijedan plan ne određuje cilj
progress-lost-share = { $share } % planiranog
progress-review = Pregled plana
progress-key-plan = verzija plana stupa na snagu
progress-evidence-key = Pune tačke počivaju na seansi. Ispod svake lestvice su seanse koje su radile na cilju: ▲ napredak, ▬ bez promene, ▼ korak nazad. Tabela vodi do svake od njih.
progress-band = Unutar pojasa nema promene koja je značajna: manje od { $n } od prvog rezultata.
progress-heat-some = pohađano delimično
progress-heat-all = pohađano u celini
progress-heat-hint = Jedan kvadrat za svaki dan sa seansama. Gde ništa nije pohađano, boja i šara kažu zbog koga je izgubljeno, kao gore.
progress-report = Izveštaj za štampu
progress-report-language = Jezik izveštaja
progress-report-of = Napredak od { $from } do { $to }
progress-report-hint = Odštampajte ovu stranicu iz pregledača.
progress-back = Nazad na stranicu napretka
progress-period-order = Period se završava pre nego što počne. Izaberite kasniji dan.
progress-period-long = Može se prikazati najviše godinu dana. Izaberite kasniji dan.
