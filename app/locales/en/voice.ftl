# What the review says and asks: comments beside plans and notes, questions with answers.

voice-title = Review
voice-all = all
voice-patient = Patient
voice-answers = Answers
voice-state = State
voice-back = Back

comments-title = Comments of the review
comments-lead = Comments on plans and signed notes of this facility. What they say stands beside what they are about.
comments-lead-mine = Comments on what you have written and on patients you lead. What they say stands beside what they are about.
comments-beside = { $n ->
    [0] Comments of the review
    [one] Comments of the review: 1
   *[other] Comments of the review: { $n }
}
comments-not-signed = Comments are no part of the record that is signed, and leave with no export of it.
comments-alone = Comments by themselves
comments-none-yet = No comment yet.
comments-none = Nothing has been commented on here.
comments-none-here = No comment stands so.
comments-new = New comment
comments-save = Comment
comments-of = { $name }, { $at }
comments-what = On
comments-by = By
comments-made = Made
comments-on-plan = Plan, version { $n }
comments-on-note = Comments on a signed note
comments-back = Back to what it is about
comments-answer = Answer
comments-answer-open = Answer
comments-answer-send = Send the answer
comments-close = Close
comments-reopen = Open again
comments-error = Made in error
comments-closed-by = Closed by { $name }, { $at }
comments-reopened-by = Opened again by { $name }, { $at }
comments-error-by = { $name }, { $at }
comments-error-show = Show what was written
comments-not-now = This cannot be done any more: somebody has closed or answered it in the meantime. Look at it again.
comments-open = Comments without an answer
comments-answered = Comments answered, not closed
comments-wait = { $n ->
    [one] 1 comment of the review has no answer
   *[other] { $n } comments of the review have no answer
}
comments-read = Read
flash-comment-made = Comment made.
flash-comment-answered = Answer sent.
flash-comment-closed = Comment closed.
flash-comment-reopened = Comment open again.
flash-comment-error = Marked as made in error. It stays to be read.

comment-kind-comment = comment
comment-kind-answer = Answer
comment-kind-closed = closed
comment-kind-reopened = opened again
comment-kind-error = made in error
comment-state-open = no answer
comment-state-answered = answered
comment-state-closed = closed
comment-state-error = made in error

questions-title = Questions
questions-one = Question
questions-all = All questions
questions-ask = Ask the practitioner
questions-ask-unit = Ask about the unit
questions-question = Question
questions-hint = The practitioner, whoever leads the patient and those who review here read it.
questions-about = About
questions-about-unit = the unit
questions-about-patient = the patient
questions-about-note = a signed note
questions-by = Asked by
questions-of = Asked of
questions-asked-at = Asked
questions-choose = Choose
questions-due = Answer due
questions-due-said = Answer due { $day }
questions-due-past = This day is over. Choose today or a later one.
questions-due-late = Choose a day within { $n } days.
questions-yourself = You lead this patient yourself.
questions-send = Ask
questions-answer = Answer
questions-answer-open = Answer
questions-answer-send = Send the answer
questions-accept = Accept the answer
questions-again = Ask again
questions-again-words = What is still missing
questions-again-send = Ask again
questions-withdraw = Withdraw the question
questions-changed = Somebody has answered or changed this question in the meantime. What you wrote is still here: look at it again and send it.
questions-closed-note = About a note that is closed to you: its words are not listed.
questions-none = No question has been asked.
questions-none-here = No question stands so.
questions-open = Questions without an answer
questions-late = of these late
questions-to-accept = Answers to accept
questions-late-n = { $n } late
questions-wait = { $n ->
    [one] 1 question of the review waits for your answer
   *[other] { $n } questions of the review wait for your answer
}
flash-question-asked = Question sent.
flash-question-answered = Answer sent.
flash-question-again = Asked again.
flash-question-accepted = Answer accepted.
flash-question-withdrawn = Question withdrawn. It stays on the list.

question-status-open = open
question-status-answered = answered
question-status-accepted = accepted
question-status-withdrawn = withdrawn
question-standing-open = open
question-standing-late = late
question-standing-answered = answered
question-standing-accepted = accepted
question-standing-withdrawn = withdrawn
question-act-answer = Answer
question-act-again = Asked again
question-act-accepted = Accepted
question-act-withdrawn = Withdrawn
question-show-open = open
question-show-late = late
question-show-answered = answered
question-show-accepted = accepted
question-show-all = all
question-whose-mine = Asked of me
question-whose-asked = Asked by me
question-whose-unit = In the unit
