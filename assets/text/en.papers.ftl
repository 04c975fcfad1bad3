## The report as a page to read, to print and to send.

paper-title = { $name }: report of { $at }
paper-of = Report of { $at }
paper-lamp-lit = open, and proved
paper-lamp-locked = locked, as it should be
paper-lamp-guests = only for guests on the list
paper-lamp-trouble = not as it should be
paper-lamp-alarm = open, but must be locked
paper-lamp-dark = nobody has looked yet
paper-whole = This report holds your office’s addresses and names. Before you send it on, save one with private details masked.
paper-masked = Private details are masked: the addresses and names here are made up, and what was the same is still the same.
paper-clock = Times are those of { $zone }.
paper-done = done
paper-not-done = not done yet
paper-router-code = The router’s reason: { $code }
paper-made-by = Made by { $name } { $version }.
paper-keep = Everything is in this one file, and it asks nobody for anything. To keep it as a PDF, print it.
paper-technician-lead = Everything that was asked, answered and listed. The same stands as data in the report’s .json file.
paper-computer = This computer
paper-answers = What was told
paper-program = The check
paper-every-row = Every entrance and cabinet
paper-selected = selected
paper-list-before = The router’s list at the check before ({ $at })
paper-voices = Voices, tried from outside
paper-column-entrance = Entrance
paper-column-known = What is known
paper-column-inside = Asked inside
paper-column-router = The router says
paper-column-outside = Asked outside
paper-column-outside-ipv6 = Outside, IPv6
paper-column-result = What came of it
paper-column-service = Service
paper-column-ports =
    .term = Ports
paper-column-need = Need
paper-column-because = Because of
paper-column-outside-port = Outside
paper-column-leads-to = Leads to
paper-column-lease = Lease
paper-column-description = Description
paper-column-at = At
paper-column-from = From
paper-column-street = Street
paper-column-remarks = Remarks
paper-column-letter = Letter
paper-column-test = Test
paper-column-number = No.
paper-column-target = Target
paper-column-outcome = Outcome
paper-column-elapsed = ms
paper-column-seen = Seen
paper-column-voice-asked = Asked
paper-column-voice-missing = Did not pass
paper-column-voice-in-use = In use

## A message to support: short above, everything below.

support-head = { $name } { $version }, check of { $at }. Private details are masked.
support-cause = The cause
support-no-cause = Nothing was found that stands in the way.
support-also = Also found: { $what }
support-tried = What was tried
support-inside = - inside the office: { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }, { $answered } answered
support-outside = - from outside: { $count ->
        [one] { $count } walk
       *[other] { $count } walks
    }, the last at { $at }
support-not-outside = - from outside: not yet
support-router = - the router was asked for { $count ->
        [one] { $count } entrance
       *[other] { $count } entrances
    }: { $what }
support-rechecks = - checked again without success: { $count ->
        [one] once
       *[other] { $count } times
    }
support-details = Everything in detail

## The card on the results.

window-report =
    .title = Keep it, or send it
    .lead = One page with the picture, for any browser and for printing. Private details are masked, so you can send it.
window-report-open = Open it
window-report-path = Copy where it is

## One window.

problem-open-already = Separate Entrance is open already. Its window has come to the front.
    .action = Look for it among your open windows.
problem-open-unheard = Separate Entrance is open already (process { $pid }), and its window does not answer.
    .action = Close that window. Then start again.
problem-open-elsewhere = Your own office is open in another window. It has come to the front.
    .action = Go on there. Or close it, and come back from here.

## The log file.

window-lies-log = Log, for whoever helps you
help-arg-log = How much goes into the log file: off, usual or detailed
help-log = The log file is { $path }. It holds no password, no code and no address as it is, so it can be sent to whoever helps.

## No window at all.

no-renderer = This computer cannot draw the window, so everything goes on here as text. { $why }
