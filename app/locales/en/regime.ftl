# What was agreed for the regime.

regime-nav = Agreed actions
regime-title = Agreed actions
regime-lead = What was agreed with the health unit for somebody’s regime, and until when.
regime-person = Person
regime-what = Action
regime-agreed = Agreed on
regime-due = Due on
regime-closed = Closed on
regime-close = Close
regime-late = late
regime-done = Done
regime-not-possible = Not possible
regime-none = Nothing here. New actions appear when they have been agreed.

flash-regime-closed = The action is closed.
flash-regime-closed-before = Somebody else has closed this action before.

regime-status-open = open
regime-status-done = done
regime-status-not-possible = not possible
regime-action-work-place = Work place
regime-action-school-place = School place
regime-action-sports-time = Sports time
regime-action-library-time = Library time
regime-action-more-time-out-of-cell = More time out of cell
regime-action-single-cell = Single cell
regime-action-shared-cell = Shared cell
regime-action-kitchen-duty = Kitchen duty
regime-action-garden-duty = Garden duty
regime-action-cleaning-duty = Cleaning duty
regime-action-phone-call-time = Time for phone calls
regime-action-visit-arrangement = Arrangement of visits
regime-action-quiet-wing = Quiet wing
regime-action-earlier-unlock = Earlier unlock
regime-action-contact-officer = Contact officer
