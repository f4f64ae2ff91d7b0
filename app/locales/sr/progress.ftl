# Napredak jednog pacijenta na jednoj vremenskoj osi, i izveštaj o njemu.

progress-t = Postizanje ciljeva T, sada
progress-t-start = od { $t } na početku
progress-of = { $n } od { $of }
progress-reached = Postignuti ciljevi
progress-reached-hint = kako se očekivalo, ili bolje
progress-weekly = Iskorišćeno sedmično
progress-weekly-target = { $share } % ciljnog broja od { $h } h
progress-no-target = nijedan plan ne određuje ciljni broj sati
progress-lost-share = { $share } % planiranog
progress-review = Preispitivanje
progress-key-plan = verzija plana stupa na snagu
progress-evidence-key = Pune tačke počivaju na seansi. Ispod svake lestvice su seanse na kojima se radilo na cilju: ▲ napredak, ▬ bez promene, ▼ korak nazad. Tabela vodi do svake od njih.
progress-band = Unutar pojasa nema značajne promene: manje od { $n } od prvog rezultata.
progress-heat-some = iskorišćeno delimično
progress-heat-all = iskorišćeno u celini
progress-heat-hint = Jedan kvadrat za svaki dan sa seansama. Gde ništa nije iskorišćeno, boja i šara kažu zbog čega je izgubljeno, kao gore.
progress-report = Izveštaj za štampu
progress-report-language = Jezik izveštaja
progress-report-of = Napredak od { $from } do { $to }
progress-report-hint = Odštampajte ovu stranicu iz pregledača.
progress-back = Nazad na stranicu napretka
progress-period-order = Period se završava pre nego što počne. Izaberite kasniji dan.
progress-period-long = Može se prikazati najviše godinu dana. Izaberite kasniji dan.
