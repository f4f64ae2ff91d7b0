# Imports, users, approvals.

admin-nav-import = Import
admin-nav-users = Users
admin-nav-approvals = Approvals

admin-import = Import
admin-import-lead = Facilities, rooms, the regime, staff and people from CSV files. Nothing is changed before you have seen what would change.
admin-import-new = Upload a file
admin-import-file = File
admin-import-hint = CSV in UTF-8, with semicolons or commas. The first line names the columns. Dates as 2026-11-24 or 24.11.2026.
admin-import-upload = Upload and look at it
admin-import-choose = Choose a file that is not empty.
admin-import-past = Earlier files
admin-import-none = No file has been uploaded yet. Begin with the facilities.
admin-import-by = Uploaded by
admin-import-uploaded = Uploaded
admin-import-state = State
admin-import-applied-at = Applied { $at }
admin-import-waits = Not applied yet
admin-import-kinds = What a file may hold
admin-import-kind = Kind of file
admin-import-required = Required columns
admin-import-optional = Further columns
admin-import-unknown = not recognised
admin-import-faults = Faults
admin-import-left-out = Left out
admin-import-full = The disk of the server is full. Nothing of the file was applied. Tell the administrator of the server; the file waits here.
admin-import-line = Line
admin-import-column = Column
admin-import-value = Stands there
admin-import-reason = Reason
admin-import-more = { $n ->
    [one] One more fault is not shown.
   *[other] { $n } more faults are not shown.
}
admin-import-first = { $n ->
    [one] The first row
   *[other] The first { $n } rows
}
admin-import-becomes = What becomes of it
admin-import-bad = fault
admin-import-apply = Apply
admin-import-discard = Discard this file
admin-import-back = All files
admin-import-nothing = Everything in this file is in the record already. Applying it changes nothing.
admin-import-not-good = Nothing can be applied while there is a fault. Put the file right and upload it again.
admin-import-refused = The record has changed since you looked at this file, and it now has faults. Nothing was applied.
flash-import-applied = Applied. All rows of the file are in the record.
flash-import-already = This file had been applied already. Nothing was done twice.
flash-import-discarded = The file was discarded.

import-kind-facilities = facilities
import-kind-rooms = rooms
import-kind-regime = regime
import-kind-staff = staff
import-kind-people = people
import-kind-housing = where people are
import-kind-keep-apart = keep apart
import-kind-closures = closures
import-kind-outings = outings
import-fate-new = new
import-fate-changed = changed
import-fate-unchanged = unchanged
import-fate-skipped = left out

admin-fault-line = line { $n }
admin-fault-utf16 = The file is in UTF-16. Save it as “CSV UTF-8” and upload it again.
admin-fault-encoding = The file is not in UTF-8: from this line on, letters such as ë, ç, č and ž would be kept wrongly. Save it as “CSV UTF-8”.
admin-fault-too-large = The file is larger than 16 MiB. Divide it.
admin-fault-empty = The file is empty.
admin-fault-no-rows = There are no rows below the header.
admin-fault-header = The first line does not name the columns of any kind of file that can be imported.
admin-fault-missing-column = This column is missing.
admin-fault-double-column = This column stands there twice.
admin-fault-unknown-column = This column is not known for this kind of file.
admin-fault-width = The row has { $n } cells, the header { $of }. A separator inside a text needs quotation marks around the text.
admin-fault-unreadable = The row cannot be read: look for a quotation mark that is not closed.
admin-fault-control = There is a sign in it that nobody can see, such as a line break.
admin-fault-code = It must be one of: { $codes }.
admin-fault-time = Enter a clock time such as 08:30.
admin-fault-order = The end must be later than the start.
admin-fault-facility = There is no facility of this code.
admin-fault-not-yours = This facility is not yours to bring in files for.
admin-fault-nobody = Nobody in the record has this number. The row is left out.
admin-fault-room = There is no room of this code in the facility.
admin-fault-moment = Enter a day, with a clock time or without, such as 2026-12-24 08:00.
admin-fault-other-desk = This kind of file is brought in by somebody else: keep apart, closures and outings by the correctional coordinator, the rest by an administrator.
admin-fault-wing = There is no wing of this code in the facility.
admin-fault-wing-twice = A wing is named twice.
admin-fault-buildings = Write one building for each wing, in the same order, with | between them.
admin-fault-wing-role = Only officers belong to a wing.
admin-fault-twice = The same stands in line { $n } already.
admin-fault-short-code = A code has at most { $n } letters without marks, digits and hyphens.
admin-fault-zone = This time zone is not known. Enter one such as Europe/Belgrade.
admin-fault-language = Enter a language as two letters, such as sq or sr.
admin-fault-birth = Nobody in custody was born then.
admin-fault-username = A user name has 2 to 64 signs: small letters without marks, digits, full stop, hyphen, underscore.
admin-fault-needs-facility = This role is held in a facility: enter its code.
admin-fault-side = This person belongs to another service already. Nobody works for two of them under one name.
admin-fault-contradicts = Name, profession or language are not the same as in line { $n }.
admin-fault-yourself = Nobody changes their own account or roles.

admin-users = Users
admin-users-lead = Who may sign in, and in which roles. Roles come by import or from the server’s command line; roles in care hold once the head of the health department has approved them.
admin-users-search = Name or user name
admin-users-find = Search
admin-users-name = Name
admin-users-role = Role
admin-users-roles = Roles
admin-users-state = State
admin-users-none = Nobody is called that. Search for another name, or import staff.
admin-users-active = active
admin-users-inactive = not active
admin-users-no-password = no password
admin-users-one-time = one-time password
admin-users-waits = waits for approval
admin-users-everywhere = everywhere
admin-users-you = that is you
admin-users-activate = Activate
admin-users-deactivate = Deactivate
admin-users-issue = One-time password
admin-users-issued = Hand this password over now: it is shown this once. It must be changed at the first sign-in. All open sessions of this user have ended.
admin-users-back = All users
flash-user-activated = The user can sign in again.
flash-user-deactivated = The user can no longer sign in; open sessions have ended.

admin-approvals = Approvals
admin-approvals-lead = Roles in care that an administrator has asked for. They hold once you approve them.
admin-approvals-none = Nothing waits for you.
admin-approvals-asked = Asked for
admin-approvals-approve = Approve
admin-approvals-refuse = Refuse
flash-role-approved = Approved. The role holds from now on.
flash-role-refused = Refused. The role was not given.
flash-role-decided = That had been decided already.
admin-users-leave = Ends service
flash-user-left = The account is shut, and its roles and sessions have ended. In the other service the person gets a new account.
