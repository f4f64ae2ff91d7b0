# The caseload and one patient's overview.

patients-nav = Patients
patients-caseload = Caseload
patients-caseload-count = { $n ->
    [one] { $n } patient
   *[other] { $n } patients
}
patients-caseload-empty = Nobody is in the caseload yet. A practitioner can take people into it.
patients-nobody-found = Nobody in the caseload fits. Try part of the family name or of the number.
patients-search = Name or number
patients-show = Show
patients-whose = Lead
patients-whose-all = All leads
patients-whose-mine = My patients
patients-name = Name
patients-number = Number
patients-housing = Wing / cell
patients-no-housing = No housing
patients-plan = Plan
patients-no-plan = no plan
patients-next-review = Next review
patients-no-review = not set
patients-review-late = late
patients-review-today = today
patients-lead = Lead
patients-lead-said = lead { $name }

patients-take = Take a person into the caseload
patients-take-lead = People of this facility who have no open record. You become the lead and the first of the team.
patients-take-action = Take into caseload
patients-people = People without an open record
patients-nobody-to-take = Nobody here fits. Search by part of the name or of the number.
patients-has-left = This person has been released or moved to another facility, so no record was opened.

patients-tabs = Pages of this patient
patients-tab-overview = Overview
patients-tab-plan = Plan
patients-tab-sessions = Sessions
patients-tab-notes = Notes
patients-tab-progress = Progress
patients-born = born { $date } ({ $age })
patients-identity = Person
patients-birth-date = Date of birth
patients-sex = Sex
patients-legal-status = Legal status
patients-presence = Presence
patients-language = Language
patients-opened = In the caseload since
patients-request-session = Request a session
patients-open-plan = Open the plan
patients-open-progress = See progress

patients-team = Team
patients-team-add = Add to the team
patients-team-colleague = Colleague
patients-team-choose = Choose a colleague
patients-team-hint = Members of the team may read the signed notes of this patient.
patients-team-add-button = Add
patients-team-remove = Remove
patients-team-make-lead = Make lead
flash-patient-opened = The person is in the caseload.
flash-team-added = Added to the team.
flash-team-removed = Removed from the team.
flash-team-lead = The lead has been handed over.

sex-female = female
sex-male = male
sex-other = other
sex-unknown = not known
legal-status-remand = remand
legal-status-sentenced = sentenced
legal-status-security-measure = security measure
legal-status-other = other
presence-present = present
presence-court = at court
presence-hospital = in hospital
presence-transferred = transferred
presence-released = released
record-status-open = record open
record-status-closed = record closed
