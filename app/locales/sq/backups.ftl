# Kopjet rezervë, siç i sheh administratori.

backup-title = Kopjet rezervë
backup-lead = Kur është bërë kopja e fundit rezervë e regjistrit dhe me çfarë mjeti. Skedarët gjenden aty ku ka vendosur operatori i serverit.
backup-all = Të gjitha kopjet rezervë
backup-good = Kopja e fundit e mirë rezervë u bë më { $at }.
backup-old = Kopja e fundit e mirë rezervë është e datës { $at }: kjo është më herët sesa lejon operatori. Kërkoni nga ai që mban serverin ta shikojë sot.
backup-never = Nuk dihet për asnjë kopje të mirë rezervë të këtij regjistri. Kërkoni nga ai që mban serverin t’i caktojë kopjet rezervë.
backup-none = Ende nuk është bërë asnjë kopje rezervë.
backup-made = Bërë më
backup-how = Nga
backup-name = Skedari
backup-how-schedule = orari i serverit
backup-how-command = dikush në terminal
backup-how-reported = raportuar nga operatori

permission-backup-read = Shikimi i kopjeve rezervë
