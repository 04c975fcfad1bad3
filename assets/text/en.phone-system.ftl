# What the phone system says of itself: the findings, and what is wrong with a block that was pasted.

phone-system-wrong-outside-address = Your phone system writes a wrong address on its letters
    .meaning = { $why ->
        [differs] Your phone system tells phones outside where to send their voices. It names another street, so the voices go there and not to you.
        [inside] Your phone system tells phones outside where to send their voices. It names a room inside your house. From the street nobody finds it, so the voices get lost.
        [name-elsewhere] Your phone system tells phones outside where to send their voices. It looks up a name for that, and the name leads to another street.
        [name-nowhere] Your phone system tells phones outside where to send their voices. It gives a name that nobody knows.
       *[none] Your phone system does not know your street address. So it tells phones outside the number of its own room, and from the street nobody finds that.
    }
    .action = { $known ->
        [yes] Write { $street } into your phone system as its address for phones outside.
       *[no] Write your street address into your phone system as its address for phones outside.
    }{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again, and make a test call from outside.
    .detail = The phone system puts { $now } into Contact, Via and the c= line of SDP for phones outside; the street address is { $street }. Written in the file: { $written }. The name leads to: { $leads }. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

phone-system-local-net-wrong = Your phone system mixes up its house and the street
    .meaning = { $why ->
        [foreign] Your phone system takes somebody on the street for a person in the house. So it sends them a room number in place of your street address, and the voices get lost.
        [none] Your phone system was never told which people are of the house. So it cannot tell them from visitors, and gives somebody the wrong address.
       *[missing] Your phone system takes the people of your own house for visitors. So it sends them out to the street and in again, and their voices may get lost.
    }
    .action = { $why ->
        [foreign] Take what is not of your house off the list of local networks.
        [missing] Write { $network } into the list of local networks.
        [none] Write { $network } into the list of local networks.
       *[other] Write your own network into the list of local networks.
    }{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again, and make a test call.
    .detail = Local networks now: { $now }; the network of the office: { $network }; on the list by mistake: { $stranger }. chan_sip uses its outside address only towards those that are not in localnet, and not at all while localnet is empty; PJSIP likewise with local_net of each transport. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

voice-range-differs = Your phone system uses other doors for voices
    .meaning = { $how ->
        [shut] Your phone system picks a door for the voices of each call. Some of the doors that it picks from are not open in your wall. Then the call stays mute.
        [usual] Most systems of this kind use { $usual }. Yours uses { $range }. From now on, plan and guide go by yours.
       *[other] Systems of this kind use other doors. From now on, plan and guide go by yours.
    }
    .action = { $how ->
        [shut] Make one rule in your router that leads { $range } to the phone system. Or let the phone system use only { $first } to { $last }.
        [usual] Make sure that your router leads { $range } to the phone system.
       *[other] Make sure that your router leads all of its doors for voices to the phone system.
    }{ $how ->
        [shut] {" "}The place: { $change }. To make it count: { $apply }.
       *[usual] {""}
    } Then look inside again, and make a test call.
    .detail = RTP range of the phone system: { $range }; usual: { $usual }; the router leads to it: { $listed }; written in the file: { $written }. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

sip-port-differs = Your phone system waits behind another door
    .meaning = { $how ->
        [not-bound] Your phone system is told to wait behind this door, and nobody stands there. Another program may hold it, or the system was not started anew.
        [off] Your phone system does not speak the way that this door is made for.
       *[elsewhere] Visitors come to one door, and your phone system waits behind another one.
    }
    .action = Let your phone system use the door that the visitors know. Or make the entrance lead to the door that it uses.{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again.
    .detail = Asked for: { $asked }; the phone system holds: { $really }. A router may also lead the outside number to another one inside. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

visitor-banned = Your phone system turns one of your own away
    .meaning = { $who ->
        [phone] One of your own phones is on its list of people to keep out.
        [office] Your own street address is on its list of people to keep out.
        [here] This computer is on its list of people to keep out.
        [trusted] Somebody of your guest list is on its list of people to keep out.
       *[walker] The visitor who knocked is on its list of people to keep out.
    } Phone systems make such lists after too many wrong tries.
    .action = Take the address off that list.{ $lines ->
        [yes] {" "}The way: { $change }.
       *[no] {""}
    } Then set the right password in that phone, or it will soon be back on the list.
    .detail = Turned away: { $addresses } ({ $all } in all), by { $keeper }, list { $jail }. Seen { $looked }. An address of your own belongs on the list of those that are never banned (ignoreip in fail2ban, trusted in the FreePBX firewall).

nat-settings-of-extension = Some phones outside lack a setting
    .meaning = { $only ->
        [qualify] Your phone system never asks these phones whether they are there. So the router at their end may forget the way back, and then they do not ring.
       *[more] Your phone system sends its answers to the address that the phone wrote itself. At home that is a room number, and from the street nobody finds it.
    }
    .action = Change these settings of each phone outside.{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again, and make a test call from outside.
    .detail = Extensions: { $names } ({ $all } in all). Lacking: { $settings }. The lines shown are those of the first one. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

phone-not-registered = Some phones are not signed in
    .meaning = { $how ->
        [silent] These phones signed in, and now they do not answer your phone system. Nobody can call them.
       *[away] Other phones are signed in, and these are not. Nobody can call them.
    }
    .action = { $how ->
        [silent] Look at the line of these phones, and switch them off and on: { $names }.
        [away] Look at these phones: { $names }. Check the server name and the password in each. Pass over those that nobody uses.
       *[other] Look at the phones that do not ring. Check the server name and the password in each.
    } Then look inside again.
    .detail = { $names } ({ $all } in all; signed in: { $signed }). Seen { $looked }.

guest-calls-allowed = Your phone system lets strangers call
    .meaning = By its own settings your phone system takes calls from people without a name or a password. Such calls can end up on your bill.
    .action = Switch off calls of strangers on the phone system.{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again.
    .detail = A default counts too: chan_sip takes guests unless allowguest=no is written, PJSIP takes them where an endpoint is named anonymous. In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

callout-enabled = Callers can dial out through a mailbox
    .meaning = Whoever finds out the code of a mailbox can dial out from it. Thieves try such codes at night, and the bill is yours.
    .action = Switch off dialling out and calling back for every mailbox that does not need it.{ $lines ->
        [yes] {" "}The place: { $change }. To make it count: { $apply }.
       *[no] {""}
    } Then look inside again.
    .detail = Mailboxes or contexts: { $names } ({ $all } in all). In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

international-open = Every phone may call abroad
    .meaning = Your phone system lets every phone dial abroad. A thief who gets at one phone can do so too, for a whole night.
    .action = Ask your phone company for a limit, or let only those dial abroad who need it. Leave the numbers for help, such as 112 and 911, as they are.{ $lines ->
        [yes] {" "}The way: { $change }.
       *[no] {""}
    } Then look inside again.
    .detail = Patterns that lead abroad: { $names } ({ $all } in all). In that system's own words: { $change } (now: { $now }; more lines: { $more }). To make it count: { $apply }. Seen { $looked }.

problem-paste-foreign-file = This block names a file that is none of a phone system
    .action = Run the block anew on the phone system, and paste what it prints. Do not use this one: it names { $file }.
problem-paste-holds-secret = A password stands in this block
    .action = Run the block anew on the phone system, and paste what it prints. Nothing was kept of this one. If the password is real, change it there: { $key }.
problem-paste-absurd = This block says something that cannot be
    .action = Run the block anew on the phone system, and paste what it prints. Do not use this one: { $line }.
problem-paste-old = What the phone system said is of another day
    .action = { $why ->
        [clock] Run the block anew on the phone system: this one was made { $at }. If it was made just now, set the clock of that box first.
        [check] Check your office again, then look inside again: the check is of { $checked }, and the look inside of { $at }.
       *[other] Look inside again.
    }
problem-paste-other-box = This is what another box says of itself
    .action = Run the block on your phone system, { $address }. This one is of a box at { $addresses }.

report-inside = What the phone system says of itself
paper-column-setting = Setting
paper-column-value = Value
paper-column-place = Where
