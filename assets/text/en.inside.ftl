# A look inside the phone system: the page, what it says of itself, the terminal.

doing-inside = Asking the phone system about itself

step-inside = Look inside
    .title = Look inside the phone system
    .lead = So far we looked at the street and the building. Now we look at the desk inside: what the phone system itself has written down. It is only read, and nothing is changed.

window-look-inside = Look inside the phone system
    .why = A knock shows doors and walls. What the phone system tells its callers stands in its own settings. A wrong address there makes calls without sound.
    .wanted = Sound or bells are in question. The phone system itself may know why.
window-inside-here = Ask it now
    .title = The phone system runs on this computer
    .lead = So this program can look by itself. What it may not read, it says.
window-inside-practice = In a practice office its phone system answers at once.
window-inside-copy = Copy the block
    .title = 1. Copy the block
    .lead = It is a small program in plain text. It only reads. It drops passwords on the phone system itself, before it prints a word.
window-inside-show = Show the block
window-inside-open =
    .title = 2. Paste it into a terminal of the phone system
    .lead = Then press Enter. The answer comes within a minute. It ends with a line of === signs.
window-inside-ssh = On a Mac, on Linux, or on Windows 10 and newer: open a terminal and type this. Then give the password of the phone system.
window-inside-putty = On an older Windows: get PuTTY, type { $address } as its host, choose Open, and sign in. A click with the right button pastes.
window-inside-console = With a screen and keyboard at the box nothing can be pasted. Bring the program "entrance" there on a stick and type "entrance inside".
window-inside-paste = Paste the answer
    .title = 3. Bring the answer back
    .lead = Copy all that was printed, from the first line with === to the last. Then paste it here. Nothing of it counts before you have seen what it says.
window-inside-field = The answer
window-inside-hint = === separate-entrance inside …
window-inside-pasted = { $lines } lines are here, { $size } KB
window-inside-clear = Remove it
window-inside-read = Read the answer
window-inside-says = What it says
    .lead = Nothing of this counts yet. Use it, and the office is judged again with it.
window-inside-follows = What would follow
window-inside-use = Use it
window-inside-used = It counts from now on. What follows from it is shown with the results.
window-inside-go-on = Go on
window-live-inside = The phone system has answered. { $heading }

inside-heading = { $system }. Looked at on { $at }, by its own clock.
inside-name-street = Address told to phones outside
inside-name-local = Its own networks
inside-name-doors = Doors for calls
inside-name-voices = Doors for voices
inside-name-phones = Phones
inside-name-visitor = Phones outside
inside-name-bans = Shut out
inside-name-strangers = Strangers
inside-name-others = Other programs
inside-name-unread = Not read

inside-street-same = It tells phones outside { $address }. That is your street address.
inside-street-other = It tells phones outside { $address }. But your street address is { $street }.
inside-street-alone = It tells phones outside { $address }. Whether that is your street address was not looked at here.
inside-street-name = It tells phones outside the name { $address }.
inside-street-none = It has no street address written down to tell phones outside.
inside-street-unread = Which address it tells phones outside could not be read.
inside-local = It takes these for its own: { $networks }. It stands at { $own }.
inside-local-none = It has no networks of its own written down. It stands at { $own }.
inside-doors = Calls come in at { $doors }.
inside-doors-shut = Calls come in at { $doors }. It is set to listen at { $shut } too, but nobody listens there.
inside-doors-unread = Where calls come in could not be read.
inside-voices = Voices use the doors { $doors }.
inside-voices-unread = Which doors voices use could not be read.
inside-phones = Phones asked about: { $count }. Signed in from inside: { $inside }. From outside: { $outside }. Not signed in: { $away }.
inside-phones-unasked = Phones set up: { $count }. Who is signed in could not be read.
inside-phones-unread = No phones were found in what could be read.
inside-visitor = { $name } is signed in from { $address }{ $answers ->
        [yes] , and answers when asked.
        [no] , but does not answer when asked.
       *[unasked] . Nobody asks it whether it is still there.
    }
inside-bans = { $count ->
        [one] One address is
       *[other] { $count } addresses are
    } shut out: { $who }.
inside-bans-none = Nobody is shut out now.
inside-bans-unread = Who is shut out could not be read.
inside-guests-open = Calls of strangers are let in.
inside-guests-shut = Calls of strangers are turned away, as far as could be read.
inside-guests-unread = Whether strangers may call could not be read.
inside-names-open = It tells strangers which names it knows.
inside-names-shut = It does not tell strangers which names it knows, as far as could be read.
inside-names-unread = Whether it tells strangers its names could not be read.
inside-voicemail-open = Whoever reaches a mailbox may dial out from there.
inside-voicemail-shut = Nobody can dial out from a mailbox, as far as could be read.
inside-voicemail-unread = Whether one can dial out from a mailbox could not be read.
inside-abroad-open = Calls abroad are open.
inside-abroad-shut = No way to call abroad was found.
inside-abroad-unread = Whether calls abroad are open could not be read.
inside-others = { $count ->
        [one] One more program
       *[other] { $count } more programs
    } can be reached there: { $others }.
inside-unread = { $part ->
        [accounts] The accounts of the phones
        [files] The files with the settings
        [running] The word of the running system
        [bans] The list of those shut out
        [sockets] Who listens at which door
        [database] The settings of its web pages
        [dial-plan] The dial plan
        [voicemail] The mailboxes
       *[other] { $part }
    }: { $why ->
        [denied] not allowed to read. Run it as root to see it.
        [absent] not there.
        [elsewhere] a part lies in a database or a program. That is not asked here.
        [too-much] too long to read all of it.
       *[failed] could not be read.
    }

problem-paste-cut = A part of the answer is missing
    .action = Copy all of it, from the first line with === to the last. Then paste it again.
problem-paste-changed = The answer is not as the phone system printed it
    .action = Run the block again. Copy what it prints without changing a sign.
problem-paste-not-a-block = This is not the answer of the block
    .action = Copy the part that begins and ends with === separate-entrance. Then paste that.
problem-paste-newer = The answer comes from a newer block than this program can read
    .action = Copy the block of this program and run that. Or get the newest version.
    .detail = The answer has version { $version }.
problem-paste-too-long = The answer is longer than any that the block prints
    .action = Copy only the part between the two lines with ===. At most { $most } KB are read.
problem-paste-odd-signs = The answer holds signs that the block never prints
    .action = Run the block again. Copy what it prints without changing a sign.
problem-inside-no-phone-system = No phone system that this program knows was found there
    .action = Run it on the box of the phone system itself. Asterisk and FreeSWITCH are known, and what is built on them.
problem-inside-elsewhere = On this kind of computer the program cannot look by itself
    .action = Use the block. "entrance inside --script" prints it.
problem-inside-took-too-long = The phone system took too long to answer, and was left alone
    .action = Try it again in a quiet hour. Or use the block: "entrance inside --script" prints it.
problem-inside-failed = The look inside could not be made
    .action = Use the block. "entrance inside --script" prints it.
    .detail = { $why }

help-inside = On the phone system: say what it says of itself, in plain words. Reads only, and changes nothing
help-arg-block = Print the block to paste into a terminal of the phone system
help-arg-paste = Read what the block printed, from a file or from standard input (-)
help-arg-inside = What the phone system says of itself: a file with what the block printed, - for standard input, or here for the one on this computer

terminal-inside-script = Paste this into a terminal of the phone system. Then give what it prints to "entrance inside --paste -", or to "entrance check --inside -".
terminal-inside-follows = What follows from it:
terminal-inside-nothing = Nothing in it asks for a change, as far as it tells by itself. "entrance check --inside FILE" sees more.
terminal-inside-how = Sign in on the box of the phone system, for example with this:
    .then = Paste the block there and press Enter. Then bring back what it printed.
terminal-inside-choose-here = Ask it now: it runs on this computer
terminal-inside-choose-show = Show the block
terminal-inside-choose-paste = Paste what it printed
terminal-inside-paste-now = Paste it now. It ends by itself with its last line. If that line is missing, type a dot alone and press Enter.
terminal-inside-choose-use = Use it, and judge the office again with it
terminal-inside-choose-other = Take another answer

practice-colleague-banned = Wrong password: a colleague tried it too often, and now the phone system keeps them out
practice-careless-inside = Careless inside: every entrance is right, but the phone system lets strangers do too much
practice-wrong-sender-address = Wrong sender: calls have no sound, for the phone system writes an old address on its letters
