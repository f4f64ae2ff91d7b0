# The training register: courses, certificates, what units need, and what follows for whoever signs.

training-title = Training
training-lead = Who was trained by whom, and whose certificates hold until when. No patient stands here.
training-courses = Courses
training-courses-empty = There is no course yet. The head of the department adds the first one.
training-people = People
training-people-empty = Nobody is found. People are added when they are enrolled in a course.
training-people-add = Add people without a course
training-competence = What units can do
training-competence-lead = Valid certificates today against what each unit needs.
training-lineage = Who taught whom
training-lineage-lead = Each course hangs under the course in which its trainers were trained. People who have not taught stand at the ends.
training-lineage-told = { $courses ->
    [one] One course
   *[other] { $courses } courses
} and { $people ->
    [one] one certificate
   *[other] { $people } certificates
}. The table below says the same.
training-lineage-empty = There is no course in this subject yet.
training-settings = What is asked

training-subject = Subject
training-subject-ot-guidelines = OT guidelines
training-subject-vep-instruments = Instruments for violent extremist prisoners
training-subject-vep-programme = Programme for violent extremist prisoners
training-level = Level
training-level-training-of-trainers = Training of trainers
training-level-cascade = Cascade training
training-level-on-site-practice = On-site practice
training-level-refresher = Refresher

training-course = Course
training-course-new = Add a course
training-course-edit = Change the course
training-course-changed = Somebody else has changed this course since. What you entered is still here; compare it with the course and save again.
training-when = When
training-first-day = First day
training-last-day = Last day
training-days-wrong = The last day is the first or a later one, and a course has at most { $n } days.
training-site = Site
training-trainers = Trainers
training-trainer-first = First trainer
training-trainer-second = Second trainer
training-trainer-hint = Two different people. For a cascade course both must hold a certificate as trainer that is valid on the first day.
training-one-person = A pair is two different people. Choose somebody else.
training-not-trainer = This person holds no certificate as trainer of this subject that is valid on the first day.
training-mentor = Mentor
training-mentor-none = No mentor
training-mentored-by = Mentor: { $name }
training-valid-months = Certificates valid for (months)
training-enrolled = Enrolled
training-certified = Certified
training-trained = Trained
training-save = Save
training-back = Back to the courses
training-none = None

training-participants = Participants
training-participants-empty = Nobody is enrolled yet.
training-name = Name
training-institution = Institution
training-institution-other = Another institution
training-institution-name = Name of the other institution
training-institution-hint = Only where it is not in the list above.
training-unit = Unit
training-unit-hint = The unit that counts on these people, if any.
training-names = Names
training-names-hint = One name on each line.
training-names-too-many = At most { $n } names at once, each of at most 120 letters.
training-enrol = Enrol
training-enrol-list = Enrol people of an institution
training-enrol-one = Enrol somebody who is known
training-person = From the register
training-user = From the users
training-user-institution-hint = For somebody from the users: where he or she works.
training-choose-one = Choose one person, from the register or from the users.
training-add = Add
training-present = { $name } was there on { $date }
training-there = present
training-away = absent
training-assessment = Assessment
training-assessment-passed = Passed
training-assessment-not-passed = Not passed
training-not-assessed = Not assessed yet
training-save-attendance = Save attendance and assessment
training-due = { $n ->
    [one] One participant was there on every day, has passed and holds no certificate yet.
   *[other] { $n } participants were there on every day, have passed and hold no certificate yet.
}
training-certify = Issue certificates
training-revoke = Revoke
training-revoke-title = Revoke a certificate
training-revoke-text = A revoked certificate no longer counts from today. This cannot be undone; a new course gives a new one.

training-certificate = Certificate
training-certificates = Certificates
training-certificate-open = Open the certificate
training-issued-on = Issued
training-until = Valid until
training-state = State
training-valid = Valid
training-not-valid = Not valid
training-valid-until = valid until { $date }
training-lapsed-on = lapsed on { $date }
training-revoked-on = revoked on { $date }
training-lapsing = Lapsing within 90 days
training-lapsing-none = No certificate lapses within 90 days.
training-lapses = Your certificate “{ $what }” lapses on { $date }. Ask for a refresher in time.

training-paper-given = is given to
training-paper-for = for taking part in and passing
training-paper-days = Held: { $days }
training-paper-valid = Issued { $from }, valid until { $until }
training-paper-head = For the department
training-paper-trainers = Trainers
training-paper-check = Whoever holds this paper can check it at { $address } on the server of the department.
training-code = Verification code
training-check = Check a certificate
training-check-lead = Enter the code that stands on the certificate. You are told what stands on the paper and whether it is valid, and nothing else.
training-check-hint = Sixteen letters and digits; small letters, spaces and dashes do not matter.
training-check-button = Check
training-check-unknown = No certificate has this code. Compare it with the paper sign by sign.
training-check-broken = This certificate is not as it was issued. Do not rely on it, and tell the auditor.

training-own = My training
training-own-none = The register holds no certificate of yours. If that is wrong, tell the head of the department.
training-staff = Training of staff
training-staff-lead = Certificates of those who work for corrections in this facility.
training-search = Name
training-signs-alone = You sign alone.
training-signs-with = Your notes are co-signed.
training-why-head = The head has named a supervisor.
training-why-exempt = The head has allowed signing alone until { $date }.
training-why-never = The OT guidelines certificate is missing.
training-why-lapsed = The OT guidelines certificate lapsed on { $date }.
training-why-sessions = { $met } of { $asked } supervised sessions are signed off as met.
training-why-nothing = Nothing is asked for signing alone.
training-why-competent = A valid certificate and enough supervised sessions.
training-supervised = Supervised sessions
training-supervised-none = No supervised session has been signed off yet.
training-session-on = Day of the session
training-outcome = Outcome
training-outcome-met = Met what is asked
training-outcome-not-yet = Not yet
training-signed-off-by = Signed off by
training-sign-off = Sign off a session
training-sign-off-text = You sign off a session that somebody you supervise held in your presence. Only the day and the outcome are kept.
training-signed-off-already = A session of this person on this day has been signed off already.
training-not-yet-held = This day is still to come.

training-needed = Needed
training-need-changed = Somebody else has changed this number since. Compare and save again.
training-valid-today = Valid today
training-gap = Gap
training-gap-none = covered
training-gap-of = { $n ->
    [one] one is missing
   *[other] { $n } are missing
}
training-no-need = no need set
training-who = Who

training-rule = Before somebody signs alone
training-rule-text = Whoever does not meet this signs with co-signature. Your own word about somebody, on the page of supervision, goes before it.
training-rule-certificate = A valid certificate in the OT guidelines
training-rule-sessions = Supervised sessions signed off as met
training-rule-changed = Somebody else has changed this since. What you entered is still here; compare and save again.
training-role = Role
training-roles = Certificates that a role asks for
training-roles-none = No role asks for a certificate.
training-strictness = When it is missing
training-strictness-warn = warn
training-strictness-refuse = refuse the role
training-strictness-none = ask for nothing
training-measures-hint = A measure can ask for a certificate too: that stands in its file.

training-signers = Who signs alone
training-signers-lead = From the register and from what you have said here. The stricter of your words holds.
training-signers-none = Nobody signs notes yet.
training-signer-alone = signs alone
training-signer-cosigned = co-signed
training-signer-unnamed = Nobody is named: the lead of the patient co-signs, and nobody where that is the author. Begin a supervision.
training-why = Why
training-exempt = Let somebody sign alone
training-exempt-until = Until
training-exempt-past = Choose a day that is still to come.
training-exempt-end = End
training-exemption = Reason
training-exemption-licensed-elsewhere = Licensed elsewhere
training-exemption-long-practice = Long practice
training-exemption-certificate-on-its-way = The certificate is on its way
training-exemption-other = Another reason
training-exempt-save = Allow

training-role-missing = Certificate missing: { $what }
training-role-refused = This role asks for a certificate that is missing. It cannot be given before the certificate is there.
training-role-warned = Approve although the certificate is missing
training-measure-refused = This measure asks for a valid certificate ({ $what }), which the register does not hold for you. Ask the head of the department.

flash-training-saved = Saved.
flash-training-enrolled = Enrolled.
flash-training-certified = The certificates have been issued.
flash-training-revoked = The certificate has been revoked.
flash-training-signed-off = The session has been signed off.
flash-training-exempted = Saved. This practitioner signs alone until that day.
flash-training-exemption-ended = The exemption has ended.
flash-role-certificate-missing = The role was not given: a certificate is missing.
