# Pseudonimet dhe emri me arsye të treguar.

names-search = Pseudonimi
names-offer = Shfaq emrin me arsye të treguar
names-title = Tregoni arsyen për emrin
names-text = Këtë dosje e lexoni me pseudonim. Kur tregoni pse, për { $n } orë i shihni emrin, numrin dhe vendosjen e këtij pacienti dhe mund ta eksportoni e ta shtypni dosjen. Arsyeja ruhet me emrin tuaj dhe pacienti mund ta shohë që keni shikuar.
names-open = Shfaq emrin
names-banner = Emrat e pacientëve, dosjet e të cilëve i keni hapur, shfaqen deri në { $time }. Çdo gjë që hapni regjistrohet.
names-age = { $age } vjeç

permission-name-read = Emri, numri dhe vendosja e pacientit
permission-record-copy = Kopja e vetë pacientit
