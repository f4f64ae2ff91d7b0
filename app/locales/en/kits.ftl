# Kits: what activities need of the prison, as custody sees it.

kits-title = Kits
kits-lead = What the health unit needs for its sessions: tools, room, people. A kit that is not cleared here is not asked for here.
kits-count = { $n ->
    [one] { $n } kit
   *[other] { $n } kits
}
kits-empty = The health unit has no kits yet.
kits-empty-here = No kit in this state. Choose another state above.
kits-all = All
kits-kit = Kit
kits-room = Kind of room
kits-in-cell = Possible in the cell
kits-most = At most, people
kits-staff = Staff at least
kits-officers = Officer
kits-count-tools = Tools are counted out and in
kits-tools = Tools
kits-no-tools = No tools.
kits-tool = Tool
kits-class = Class
kits-number-of = Number
kits-state = Here
kits-yes = yes
kits-no = no
kits-back = To the kits
kits-decided = Decided by { $name }, { $at }.
kits-ended = The health unit no longer uses this kit. There is nothing to decide.
kits-decision-title = Decision for this facility
kits-decision = Decision
kits-clear = Clear it: sessions with this kit may be asked for
kits-refuse = Refuse it
kits-reason = Reason
kits-reason-hint = Needed for a refusal. The health unit sees it.
kits-decide = Save the decision
kits-stale = Somebody has decided about this kit since you opened it. Look at it again; send once more to put your decision over it.
flash-kit-decided = The decision is saved.
kits-rooms = Otherwise in some rooms
kits-rooms-none = Every room has what the kit says.
kits-room-hint = How many there are in this room. 0: the room does not have it.
kits-room-save = Save for this room
kits-room-back = As the kit says
flash-kit-room-saved = Saved. The next count in this room asks for it.

kit-clearance-waiting = To be decided
kit-clearance-cleared = Cleared
kit-clearance-refused = Refused

kit-reason-tools = Tools
kit-reason-room = Room
kit-reason-staffing = Staffing
kit-reason-other = Other

officer-presence-none = not needed
officer-presence-in-sight = in sight
officer-presence-in-room = in the room

tool-class-none = harmless
tool-class-blunt = blunt
tool-class-pointed = pointed
tool-class-sharp = sharp
tool-class-heat = heat
tool-class-chemical = chemical
tool-class-ligature = ligature
tool-class-electronic = electronic

kit-neutral-kitchen-work = Kitchen work
kit-neutral-garden-work = Garden work
kit-neutral-paper-work = Paper work
kit-neutral-textile-work = Textile work
kit-neutral-clay-work = Clay work
kit-neutral-wood-work = Wood work
kit-neutral-painting = Painting
kit-neutral-music = Music
kit-neutral-movement = Movement
kit-neutral-ball-games = Ball games
kit-neutral-table-games = Table games
kit-neutral-reading-writing = Reading and writing
kit-neutral-table-conversation = Conversation at a table
kit-neutral-laundry-cleaning = Laundry and cleaning
kit-neutral-personal-care = Personal care
kit-neutral-quiet-exercises = Quiet exercises
kit-neutral-packing-assembly = Packing and assembly
kit-neutral-computer-work = Computer work
kit-neutral-in-cell-material = Material for the cell
kit-neutral-outdoor-walk = Walk outdoors
