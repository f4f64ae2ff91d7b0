# Calendars to subscribe to.

feeds-title = Calendars
feeds-lead = Sessions in the calendar of your phone or computer. They show the time, the room and 'Health unit' with a letter: no names and nothing of what a session is for.
feeds-link = Calendars to subscribe to
feeds-mine = Your calendars
feeds-none = None yet. Make one below.
feeds-calendar = Calendar
feeds-made = Made
feeds-fetched = Last fetched
feeds-never = never
feeds-revoke = Revoke
feeds-new = This is the address. Copy it into your calendar program ('subscribe' or 'add from the web').
feeds-once = It is shown only now. Whoever has it sees the calendar: do not pass it on. If it got into other hands, revoke it or make a new one.
feeds-make-title = Make an address
feeds-make = Make the address
feeds-kind = Which sessions
feeds-room = Room
feeds-room-hint = Only for the calendar of a room.
feeds-renew-hint = If you have this calendar already, the old address stops and a new one takes its place.
feeds-not-for-role = Your role has no sessions to show in a calendar.
flash-feed-revoked = Revoked. The address opens nothing any more.

feed-kind-own = My own sessions
feed-kind-room = One room
feed-kind-facility = The whole facility
