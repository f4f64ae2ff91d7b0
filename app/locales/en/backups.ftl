# Backups, as the administrator sees them.

backup-title = Backups
backup-lead = When the record was last backed up, and by what means. The files lie where the operator of the server has said.
backup-all = All backups
backup-good = The last good backup was made on { $at }.
backup-old = The last good backup is from { $at }: that is longer ago than the operator allows. Ask whoever runs the server to look at it today.
backup-never = No good backup of this record is known. Ask whoever runs the server to set the backups up.
backup-none = No backup has been made yet.
backup-made = Made
backup-how = By
backup-name = File
backup-how-schedule = the server’s schedule
backup-how-command = somebody at the terminal
backup-how-reported = reported by the operator

permission-backup-read = Look at backups
