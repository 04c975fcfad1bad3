# English. The picture: a port forward is a separate entrance in the outer wall of your building. It leads straight
# to the phone system. The router is the wall, its public address is your street address.
# Outside .detail, .term, guide and rule words, no technical terms. Silence is never called closed.

not-known = not known
count-entrances = { $count ->
    [one] { $count } entrance
   *[other] { $count } entrances
}

## Findings: your network and your router

no-network = This computer is not connected to a network
    .meaning = You are in a room without a door. From here nobody can see the street, and perhaps not even your router.
    .action = Plug in the network cable, or join your office Wi-Fi. Then check again.
    .detail = No adapter has a default route, so nothing beyond this computer's own network can be measured.

vpn-in-the-way = A VPN stands between this computer and your office
    .meaning = A VPN is a tunnel to some other building. While it is on, you see the walls of that building and not your own.
    .action = Switch the VPN off for a few minutes. Then check again.
    .detail = The default route leaves through { $adapter }, which is a VPN, tunnel or virtual adapter. The gateway and the public address seen through it belong to the VPN and not to the office.

router-not-found = Your router takes no requests, so we work by hand
    .meaning = The outer wall is there, but nobody at the gate takes orders. So you make the entrances yourself. That is quite normal, and such rules last longer.
    .action = Make { $proved ->
        [yes] no change: a visitor has proved the rules that were made by hand.
       *[no] the entrances by hand. The guide for your router shows each step.
    }
    .detail = The default gateway { $router } answers neither UPnP (SSDP, multicast and unicast) nor PCP nor NAT-PMP (UDP 5351). UPnP may be switched off in its settings, or this network may keep devices apart (guest Wi-Fi).

local-network-denied = This computer keeps the program out of your office network
    .meaning = A porter at this computer's own door lets the program out to the street, but not into the corridor. So it can ask neither your router nor your phone system. Nothing is known about them yet.
    .action = Allow the program to speak to your own network, then check again.{ $system ->
        [macos] {" "}Open the Apple menu, "System Settings", "Privacy & Security", "Local Network", and switch it on there. If your Mac asks just now, choose "Allow".
        [windows] {" "}Look at the firewall or guard program of this computer: it holds back what this program sends.
       *[other] {" "}Look at the firewall of this computer: it holds back what this program sends.
    }
    .detail = Sending to 239.255.255.250 UDP 1900 and to the gateway { $router } failed on this computer itself, before anything left it. { $system ->
        [macos] macOS 15 and later give "no route to host" (EHOSTUNREACH) at once to a program without the permission "Local Network". It asks once, at the first try, and lists the program there from then on. A VPN or a packet filter with a rule against the local network looks the same.
        [windows] WSAEACCES: an outbound rule of Windows Defender Firewall or of a security suite.
       *[other] EPERM or EHOSTUNREACH: a rule for outgoing packets, a VPN that shuts the local network off, or a sandbox.
    }

replies-blocked = This computer does not let your router's answer in
    .meaning = The program called out, and { $what ->
        [datagrams] no answer of the short kind comes in at this computer. So such silence says nothing about your router or your phone system.
       *[search] the router's answer did not come in, though the router is there.
    } Most often a firewall on this computer keeps it out.
    .action = Let this program through the firewall of this computer, then check again.{ $system ->
        [windows] {" "}Open "Settings", "Privacy & security", "Windows Security", "Firewall & network protection", "Allow an app through firewall", and tick this program for private networks.
       *[other] {""}
    }{ $found ->
        [yes] {" "}Or just go on: the router was found by another way.
       *[no] {""}
    }
    .detail = { $what ->
        [datagrams] A name server in the office answered over TCP, and not the same question over UDP: incoming UDP is dropped by this computer. Answers to SSDP (UDP 1900), PCP and NAT-PMP (UDP 5351), SIP over UDP and DNS are not heard, so these rows say "could not ask".
       *[search] The gateway { $router } gave no answer to SSDP (UDP 1900), neither to the multicast nor by its own address, and described itself over HTTP at one of the usual places. A Wi-Fi that loses multicast, together with a router that answers nothing else, looks the same.
    } { $system ->
        [windows] Windows lets answers to a multicast in for about three seconds. A rule that "Cancel" made when its firewall asked, the policy "Prohibit unicast response to multicast or broadcast requests", or a security suite keeps them out.
        [macos] Look at "System Settings", "Network", "Firewall", and at security suites.
       *[other] Stateful rules do not know answers to a multicast: let in UDP from port 1900 of the router, and for the rest UDP of connections that are established.
    }

several-routers = More than one router answers in your office
    .meaning = Your building has more than one wall with a gate. Only one of them faces the street. Entrances belong in that one.
    .action = Use the router that faces the street. The details name it.
    .detail = { $count } gateways answered. The default route goes through { $router }; that one leads to the internet. Mappings on another gateway serve only visitors who come to that one's own address.

carrier-shared-address = Your internet company has given you no address of your own
    .meaning = Think of a room in a tower with one shared street door. You can make entrances in your own wall, but visitors still stand at the shared door. Only the landlord, your internet company, can give you a door of your own.
    .action = Call your internet company and ask for a public IPv4 address of your own. Some call it a fixed address. Then check again.{ $newer ->
        [answered] {" "}Until then phones can come in over the newer kind of address, where their own line has it too: set { $newer_address } in them, or a name that leads there.
        [offered] {" "}Or let phones in over the newer kind of address, which needs no shared door: your router opens it for the phone system itself.
        [there] {" "}Or ask for help with the newer kind of address: your line has it, and it needs no shared door.
       *[none] {""}
    }
    .detail = Carrier-grade NAT (RFC 6598, 100.64.0.0/10). Router { $router }: WAN address { $wan }, next hop outwards { $hop }. No port forward on this router can be reached from the internet over IPv4. An address of 192.0.0.0/29 there means a line without any IPv4 of its own (DS-Lite, 464XLAT): it can be reached over IPv6 only.{ $newer ->
        [answered] {" "}Over IPv6 the phone system itself answered a visitor at { $newer_address }; IPv4-only phones, mobile lines and guests still cannot come in.
        [offered] {" "}Over IPv6 the router takes pinholes: entrance open --ipv6, on the phone system.
        [there] {" "}The office has IPv6; its router offers no pinholes, so a rule there is made by hand.
       *[none] {""}
    }

public-address-differs = The street sees another address than your router
    .meaning = Your router says you live at one address. Visitors see you at another. You may share a street door, have a second internet line, or be inside a VPN.
    .action = Switch off any VPN, and unplug a second internet line for a moment. Then check again. If the addresses still differ, ask your internet company for a public address of your own.
    .detail = The router has the WAN address { $wan }; the other word for this office is { $address } (said by: { $from ->
        [stun] a STUN server
        [typed] what you typed
       *[outside] seen from outside
    }). Three causes: (1) carrier-grade NAT behind a WAN address that looks public: the difference stays with one line and no VPN; (2) a second line or load balancing: the outside address is that of the other line, or changes; (3) a VPN: the outside address belongs to the VPN's company.

public-address-unknown = Nobody could tell your street address
    .meaning = Visitors need your street address to find you. Your router does not say it, and nobody else has been asked.
    .action = Type the server name that is set in the phones outside. Or type your street address. A web page that shows your address helps, if you open it in the office.
    .detail = The router gave no public WAN address, and no name or address from the phones outside leads to one. Ways to learn it: the router's status page, the name that the phones outside use, the owner's word, or a walk from outside.

second-router = A second router stands in front of yours
    .meaning = A second building stands around yours. Its outer door needs an entrance too. Without it, visitors never reach your own wall.
    .action = Find the outer box. Often it is the modem from your internet company. Set it to bridge mode, or make the same entrances there and let them lead to your router. If there is no such box, ask your internet company for a public address of your own.
    .detail = Double NAT. Router { $router }: WAN address { $wan }, next hop outwards { $hop }; that is private (RFC 1918). Put the outer router into bridge mode, or forward the same ports on it to this router's WAN address. If there is no outer box in the building, the private network may be the carrier's: then only the carrier can help. The outer box as it answers here: { $outer }.

wan-address-unknown = Your router does not say its street address
    .meaning = The wall has no house number on the street side. The line may be down, another wall may stand outside, or the router keeps the number to itself.
    .action = Open your router's status page and look for its internet address. Then go on to the knock from outside, and type it in there.
    .detail = Router { $router } gives no usable WAN address (empty, or 0.0.0.0). Some firmware (miniupnpd) answers so when its WAN side is private or shared. The next hop outwards shows nothing either.

router-refuses-other-devices = Your router lets each device open only its own entrance
    .meaning = The gatekeeper is careful. Each device may ask for a door to itself and for nobody else. So this computer may not ask for the phone system. Nothing is broken.
    .action = Make the entrance by hand. The guide for your router shows each step. Or run this program on the phone system itself, where it may ask: the command is shown with this.
    .detail = Router { $router } refused { $ports } ({ $services }) with UPnP error { $code }. 606, or 718 while nobody holds the port, means secure mode: a device may map only to its own address. A rule made by hand is not affected; neither is this program when it runs on the phone system itself: { $command }{ $elsewhere ->
        [yes] {" "}The phone system is in another network than this computer (a VLAN or a subnet): some routers open only to devices of the asker's own network, and this program on the phone system itself tells the two apart.
       *[no] {""}
    }

router-refuses = Your router will not open this entrance when asked
    .meaning = { $why ->
        [no-address] The wall has no house number on the street side. As long as that is so, the gatekeeper opens no door for anybody.
        [another-nat] One more wall stands between this computer and your router. So the gatekeeper sees somebody else ask. He opens no door to strangers.
        [forbidden] The gatekeeper was asked for a door to this very device, and he may not give one. Nothing is broken. Somebody told him so, or he came that way.
        [not-this-one] The gatekeeper would give another door, and not this very one. Somebody else has it, or he may not give it away. Phones outside know only this one.
       *[unknown] The gatekeeper was asked and said no. His reason does not tell us more.
    }
    .action = Look { $why ->
        [no-address] at your router's status page. If the line is down, call your internet company. If the line is up, ask them for a public address of your own.
        [another-nat] for the wall in between. Often this is a virtual machine that hides behind its computer. Give it an address of its own in your office network.
        [forbidden] in your router's settings for the list of devices that may open entrances, and allow this one. Or make the entrance by hand.
        [not-this-one] through the list of rules in your router. If a rule has this number and nobody needs it, remove it. If there is none, make the entrance by hand.
       *[unknown] at the guide for your router, and make the entrance by hand.
    }
    .detail = Router { $router } refused { $ports } with error { $code }. { $why ->
        [no-address] It has no usable WAN address: NETWORK_FAILURE (PCP 7, NAT-PMP 3), or UPnP 501 with an empty address, as miniupnpd answers behind another NAT.
        [another-nat] ADDRESS_MISMATCH (PCP 12): the request reached it from another address than the one it was sent from.
        [forbidden] NOT_AUTHORIZED (2), or UPnP 606 or 718 for the asking device's own address: forbidden by a permission rule, or switched off for this device.
        [not-this-one] CANNOT_PROVIDE_EXTERNAL (PCP 11), or another port granted by NAT-PMP: held by another client or by a rule made by hand, or forbidden by a permission rule. The protocols do not tell which.
       *[unknown] Nobody holds the port, and no other refusal tells why.
    }

port-not-permitted = Your router says no to this entrance, but allows others
    .meaning = The gatekeeper opens some doors when asked and keeps others to himself. Doors with a low number often belong to the router.
    .action = Make this entrance by hand. The guide for your router shows each step.
    .detail = Router { $router } refused { $ports } ({ $services }) with error { $code }, while other ports pass. The stock rule of many routers permits 1024 to 65535 only.

mapping-conflict = Some other device has this entrance
    .meaning = The door you need is there, but it has another name plate. We never take a door away from somebody else.
    .action = Look at the list of rules in your router. Remove the old line if nobody needs it, or switch off the router's own phone service. Then check again.
    .detail = { $ports } ({ $services }) cannot be mapped on { $router }: error { $code }, held by { $client }. 718 is another device's mapping, 729 a rule made by hand or a service of the router itself.

mapping-table-full = Your router takes in no further entrance
    .meaning = { $forgot ->
        [yes] Your router said yes and then did not keep the door. Most often its wall has room for only so many, and all are taken.
       *[no] The wall has room for only so many doors, and all are taken.
    }
    .action = Remove rules that nobody needs from your router's list. Or make this entrance by hand. Then check again.
    .detail = Router { $router }, { $ports } ({ $services }): { $forgot ->
        [yes] answered success, and the entry does not read back.
       *[no] refused with error { $code }.
    } It lists { $count } entries. 728, NO_RESOURCES or USER_EX_QUOTA of PCP, 402 on a full table, or "success" that does not read back, mean that the mapping table is full; a few routers never keep what a program asks.

mapping-not-listed = Your router does not list this entrance
    .meaning = The router's list has no name plate for it. A door that was made by hand may be missing from the list and still be there. Only a knock from outside can tell.
    .action = Open the entrance, or knock from outside first to see if it is there.
    .detail = { $services } ({ $ports }): the router lists no mapping, and nobody has looked from outside. Many routers leave rules made by hand out of the UPnP list.

mapping-missing = A visitor heard nothing, and no entrance is listed
    .meaning = { $list ->
        [leaves-out] Your router's list leaves out rules made by hand, as another entrance shows. So this door may be there too, and be wrong.
       *[read] A visitor knocked and heard nothing. We know of no door in the outer wall that leads to your phone system.
    }
    .action = { $list ->
        [leaves-out] Compare the rule made by hand with the guide. If there is none, open the entrance. You see every change before it is made.
       *[read] Open the entrance. You see every change before it is made.
    }
    .detail = { $services } ({ $ports }): { $list ->
        [read] the router lists no mapping
        [leaves-out] the router lists no mapping, though it lacks another one too that is proved
       *[unread] no list of mappings could be read
    }, and there was no answer from outside. If a rule was made by hand (many lists leave those out), compare it with the guide's table; if it is right, something in front of the router or on the visitor's street holds the knock back.

mapping-wrong-device = This entrance leads to the wrong device
    .meaning = { $kind ->
        [phone-system] The door is there, but it leads to your other phone system, { $other }. One door can lead to only one of them.
       *[other] The door is there, but behind it is the wrong room. Visitors for the phone system end up with another device.
    }
    .action = Change the rule in your router so that it leads to the phone system that was checked. The guide shows each step. { $kind ->
        [phone-system] If both must be reached, leave it and give one of them another street number, in the router and in its phones.
       *[other] { "" }
    }
    .detail = { $services } ({ $ports }): mapped to { $client }, port { $port }, and not to the phone system { $address }.

mapping-wrong-port = This entrance leads to the wrong place inside
    .meaning = The door is there, but it leads to the wrong desk, or it is made for another kind of visitor.
    .action = Change the rule in your router. The guide has a table with the right numbers to copy.
    .detail = { $services } ({ $ports }): mapped to port { $port } of { $address }. That is another inside port than the phone system listens on, or only the other protocol.

mapping-disabled = This entrance is made but switched off
    .meaning = The door has its name plate, but somebody turned the key. Nobody can come in until it is switched on.
    .action = Switch the rule on in your router. Then check again.
    .detail = { $services } ({ $ports }): listed to { $address } with NewEnabled = 0.

mapping-expires = This entrance was opened for a limited time only
    .meaning = When that time is over, the router locks the door by itself, and calls stop without a warning.
    .action = Make the rule by hand in your router. Then it stays. Until then, leave this program open, or run "entrance watch": it renews what it opened.
    .detail = The lease of { $ports } ({ $services }) ends; the first one on { $until }. Version 2 routers give at most 604800 seconds (7 days), even when asked for no end.

mapping-listed-but-dead = Your router listed an entrance that did not work
    .meaning = The name plate was there, but the door behind it was stuck. Taking it out and putting it in again helped. It may get stuck again.
    .action = Make this rule by hand, so that it lasts. Then install your router's updates.
    .detail = { $services }: listed and right, answered inside, silent from outside; after deleting and adding the mapping it answered from outside.

range-too-long-for-router = More doors are needed than your router opens one by one
    .meaning = { $kind ->
        [fax] A fax picks its door from a long row.
       *[voices] Each call needs two small doors for its sound.
    } A router that opens them one by one soon runs out of room. One rule made by hand covers them all.
    .action = Make one rule by hand for all of them. The guide shows the numbers to copy.
    .detail = The { $kind ->
        [fax] fax
       *[voices] voice
    } range { $range } cannot or should not be mapped port by port: many tables hold 32 entries, and clean-ups start from 20 on. { $kind ->
        [fax] Shorten the range on the phone system or keep it whole, then forward it as one UDP rule.
       *[voices] Calls at once: { $calls }. Two ports a call plus two make { $proposed }. Shorten the range on the phone system to what the calls need, then forward it as one UDP rule.
    }

## Findings: your phone system

phone-system-not-found = Your phone system was not found yet
    .meaning = We know the wall, but not the room in which the phone system sits. No door can lead to a room we do not know.
    .action = Type the phone system's address. A desk phone shows it in its status menu, as its server. Or let this program look round your office network.
    .detail = No address was given, none is known from the last check, and no machine found on the local network looks like a phone system. In the terminal: --pbx ADDRESS, or --find-phone-system. A look round covers this computer's own network; a phone system in another one (a VLAN) is found by its address only.

phone-system-silent = Nothing answers at your phone system's address
    .meaning = We knocked at the office behind the entrance, and nobody answered. { $apart ->
        [yes] Your router does not answer either. So this computer may be on a guest Wi-Fi, which keeps devices apart. Or the phone system is switched off or has moved.
       *[no] It may be switched off. It may have moved to another room.
    }
    .action = Make sure that { $apart ->
        [yes] this computer is on the office's own network, best by a cable, and that
       *[no] {""}
    } the phone system is on and its address is right. Then check again.
    .detail = No service of the profile answered at { $address } (a refusal is no answer). { $there ->
        [yes] The machine itself is there: look at its firewall, and at whether the chosen kind of phone system is right.
        [no] No machine was seen at this address on the local network: look at its power, its cable and its address.
       *[other] Whether the machine itself is there could not be seen.
    }

service-not-running = One part of your phone system does not answer
    .meaning = { $outside ->
        [yes] A visitor on the street is answered, and this computer is not. So your phone system may keep this computer out. Or somebody else answers on the street.
       *[no] The phone system is at home, but one desk in it gives no answer. An entrance to an empty desk helps nobody.
    }
    .action = Ask the person who looks after the phone system to { $outside ->
        [yes] take this computer off its list of blocked addresses
       *[no] start this service
    }. Then check again.
    .detail = { $services } ({ $ports }) at { $address }: refused or silent inside. { $outside ->
        [yes] From outside it was answered: look at fail2ban and the phone system's own firewall for this computer's address. As long as nothing answers inside, it cannot be shown whose answer it was.
       *[no] At least one other service of this phone system answers here. From outside it was not answered either, or nobody asked.
    }

several-phone-systems = More than one phone system answers in your office
    .meaning = One door in the street leads to one of them only. { $chosen ->
        [yes] What is said here is about the one that was checked.
       *[no] Until you choose one, nothing can be said of either.
    }
    .action = Choose which one the phones outside use, { $chosen ->
        [yes] and check the other one too.
       *[no] and check that one first. Then check the other one too.
    } If both must be reached, give one of them other door numbers. Or ask a technician. The details say what helps.
    .detail = Checked: { $address }. Also answers: { $others }. The router's list: { $leads }. To reach both: forward other outside ports to one of them and set these in its phones, or put a session border controller in front of both.

phone-system-moved = Your phone system has moved to another address
    .meaning = The office behind the entrance moved to another room. Doors that were made before lead to the old one.
    .action = Reserve a fixed address for the phone system in your router. Then make the entrances lead there.
    .detail = { $by ->
        [hardware] The same device (hardware address) was at { $client } at the last check and is now at { $address }.
       *[name] A phone system that calls itself the same was at { $client } at the last check, and one is now at { $address }. Nobody could tell its hardware address, so a new machine of the same kind looks alike.
    }

phone-system-address-may-change = Your phone system's address may change one day
    .meaning = Your router hands out the room numbers. One day it may give the phone system a new one. Then the entrances lead to an empty room.
    .action = Reserve the address for the phone system in your router. The guide shows where.
    .detail = Nothing shows that { $address } is reserved (DHCP reservation) or set by hand on the phone system.

wrong-machine-answers = The wrong machine answers at your entrance
    .meaning = We knocked and somebody answered, but it was not your phone system. Somebody else lives behind that door. Often it is the router itself.
    .action = Look where the rule in your router leads. Switch off the router's own phone service if you do not use it.
    .detail = { $services } ({ $ports }): inside answers "{ $seen_inside }", outside answers "{ $seen_outside }". Two machines, most likely: a rule that leads elsewhere, or the router's own SIP service. A phone system that answers strangers otherwise than its own network can look the same; then its own log shows the knock.

## Findings: the knock from outside

not-seen-from-outside = Nobody has looked from outside yet
    .meaning = From inside the house you cannot see if the street door opens. Only a visitor can.
    .action = Knock from outside. Use your mobile phone's internet, or send a code to a colleague at home.
    .detail = No outside vantage was used, so no service can be verified. A test of the public address from inside (hairpin) proves little: it meets other rules than a stranger does.

helper-unreachable = The knock from outside could not be made
    .meaning = Our visitor had trouble and never got as far as your door. This says nothing about your office.
    .action = Try again, or choose another way to knock from outside.
    .detail = The walk itself failed: { $trouble ->
        [no-way-out] the walker had no way out to the internet, or its own firewall stopped it
        [limit] the limits against being banned were reached, so nothing was sent
        [time] time ran out before anything was asked
        [not-walked] nobody walked
       *[other] { $trouble }
    }. Nothing is known about the office from it.

walk-path-unproved = This walk proves nothing about these doors
    .meaning = { $streets ->
        [lies] On this walk every door seemed to open, even unused ones. The visitor's own street may do that. Or your router sends every knock to one machine. So nobody knows if the cabinets are locked.
        [several] Visitors on more than one street heard nothing at all from your office. So the silence is likelier on your side. But no visitor has heard a word, so even that is not sure.
       *[one] The visitor heard nothing at all from your office. Perhaps the visitor's own street swallows such knocks. So we cannot tell which side was silent.
    }
    .action = Try { $streets ->
        [lies] from another street. If every door opens there too, look for “exposed host” in your router, and switch it off.
        [several] your internet company: ask if it holds back phone calls over the internet. Look at the firewall in your router too.
       *[one] from another street, such as another mobile network or another home. Turn Wi-Fi off on the phone first.
    }
    .detail = The walk (by: { $walker ->
        [colleague] a colleague
        [step-outside] this computer on another street
       *[helper] a standing helper
    }, from { $address }) got no proper answer from this office, or unused ports seemed to accept too, so the street it stood on answers for others. Mobile lines and hotspots often filter 5060 or put a proxy or a login page in front.{ $streets ->
        [several] {" "}Another walk, from another address, got none either: look at the carrier's filters, at a modem in front of the router, at the router's own firewall, and at the phone system's firewall (sources from outside).
       *[one] {""}
    }

visitor-shut-out = Your entrance opened for others, but not for this visitor
    .meaning = { $others ->
        [yes] One visitor is answered and another is not.
       *[no] Not long ago somebody was answered here, and now this visitor is not.
    } Most often a list keeps this visitor out. Phone systems make such lists after too many wrong tries.
    .action = Look in your phone system for the list of people it keeps out. Take { $known ->
        [yes] { $address }
       *[no] this visitor's address
    } off it. Then set the right password in that visitor's phone. { $others ->
        [yes] {""}
       *[no] If it is on no list, let somebody knock from another street. If they hear nothing either, the whole entrance is silent.
    }
    .detail = { $services } ({ $ports }): { $known ->
        [yes] { $address }
       *[no] a walker whose address nobody told (a web page that shows one's own address tells it, opened on that visitor's line)
    } is not answered, while another street was answered within half an hour, or the same one was before. Look at fail2ban, the phone system's own firewall, and any list of trusted sources. If the address is in none of them, that visitor's own line may filter port 5060: let them knock from another line too.

phones-use-other-address = The phones outside look for another address
    .meaning = { $leads ->
        [nowhere] Each phone outside has a name in its pocket, and nobody could tell us where it leads. So it may not find your house.
        [inside] Each phone outside has an address in its pocket that means something only inside your house. Out there it leads nowhere.
        [newer] Each phone outside has a street address of the newer kind in its pocket. Your house seems to have none of that kind. So the phones do not find it.
       *[elsewhere] Each phone outside has a street address in its pocket, and it is not yours. So it knocks at another house.
    }
    .action = Correct the server name in the phones outside. On a trixbox Pro, the name for outside ends in x.
    .detail = The phones use { $server }, which leads to { $address }. The office's street address is { $wan }. { $leads ->
        [newer] The name has no IPv4 address, and this computer sees no IPv6 in the office.
       *[other] {""}
    }

not-outside = That knock came from your own street
    .meaning = The visitor used your office's own internet. Trying your street door from inside the house proves little.
    .action = Turn Wi-Fi off on the mobile phone, so that it leaves your office network. Then knock again.
    .detail = { $seen ->
        [inside] The phone system saw the walker at { $address }, an inside address: the router turned the knock round (hairpin). A few routers write their own inside address on every visitor; behind such a one a test call is the proof.
       *[street] The walk was made from { $address }, the office's own public address, so it was no outside.
    }

no-answer-outside = No answer from outside, though inside all looks right
    .meaning = { $bell ->
        [yes] Other entrances of yours are answered, and the bell is not. Somebody on the way holds back just this bell. That can be on the visitor's street or on yours.
       *[no] The phone system is at home, and the router lists the door. Still, a visitor on the street hears nothing. Something keeps the knock away.
    }
    .action = Try { $next ->
        [bell] another street first, such as another home. If the bell stays silent there too, ask your internet company if it holds back phone calls.
        [repair] this: let this program take the entrance out and put it in again, while nobody is on the phone. Then knock again.
        [repaired] another street first, such as another home. Taking the entrance out and putting it in again did not help. If it stays silent there too, ask your internet company what it holds back.
       *[by-hand] this: remove the rule and make it again by hand. Then knock again. If it stays silent, ask your internet company what it holds back.
    }
    .detail = { $services } ({ $ports }): answered inside, not contradicted by the router's list, silent from outside, and no deeper cause is known. { $bell ->
        [yes] Only UDP 5060 is silent; the same walk was answered elsewhere. Two causes: a filter on the visitor's line (mobile lines and hotspots often have one), or a filter in front of the router or in it (the carrier's, the router's own phone service or SIP helper). A knock from another line tells which.
       *[no] Look at the router's firewall, at a rule made by hand that wins over this one, at the phone system's firewall (sources from outside), and at its default gateway.
    }

guest-list-not-proved = Nobody from the guest list has knocked yet
    .meaning = { $stranger ->
        [yes] A guest list stands at the entrance, and a stranger was kept out. That is right. But no guest has tried the door yet.
        [unsure] A stranger knocked and heard nothing, as behind a guest list. But nothing shows yet that the entrance is there at all. No guest has tried the door.
       *[no] You told us of a guest list. No guest has tried the door yet, so nobody knows if it lets them in.
    }
    .action = Ask somebody on the guest list to knock. Send them a code.
    .detail = Trusted sources: { $sources }. No walk from there was answered. Silence to a stranger counts as verified once one was.

blocked-before-router = No visitor gets through, though inside all looks right
    .meaning = The doors are right, and the phone system is at home. Still, no visitor hears an answer at any of them. Most often somebody further up the street holds visitors back. Or the phone system answers only its own network.
    .action = Ask your internet company if it blocks phone calls over the internet, and about a safety package on your line. Look at the phone system's own log too: if a knock shows up there, its own guard holds visitors back.
    .detail = { $services } ({ $ports }) were knocked on at { $address } and none answered, although everything inside is right and the public address is the office's. Usual causes: a filter of the carrier, "advanced security" of the line, a firewall in a modem in bridge mode. If the knocks do arrive at the phone system (its log, or a packet trace there), look at its firewall (sources from outside, and whether this visitor alone is banned) and at its default gateway instead.

## Findings: the sound

machine-not-shown = Somebody opened, and it looks like your phone system
    .meaning = The voice at the door was the right one. But your router's list does not say which room this entrance leads to.
    .action = Look in your router: the rule must lead to your phone system and to nobody else. If it does, all is well.
    .detail = { $services } ({ $ports }) answered from outside like the phone system ({ $inside }) does inside. No mapping to it is listed (a rule made by hand may not be listed), and no look round has shown that no other machine answers alike.

street-not-shown = We do not know which street this visitor stood on
    .meaning = The visitor got an answer. But nothing told us where the visitor stood: it could have been inside your own building.
    .action = Knock once more with a mobile phone that is not on your Wi-Fi.
    .detail = { $services } ({ $ports }): no answer named the walker's own address (RFC 3581 received), so it is not shown that the walk was made from another public address.

audio-not-proved = The sound of your calls is not proved yet
    .meaning = The doors for voices open only while a call is on. So a knock there tells us nothing.
    .action = { $list ->
        [not-listed] Open the entrance for voices first: your router's list has none. If you made that rule by hand, that is done.{" "}
        [inner] Make the rule for voices in the outer box too: your box is not the last wall before the street.{" "}
       *[mapped] {""}
    }{ $shorten ->
        [yes] Set the voice range of your phone system to { $proposed } too. Else it picks from a longer row of doors than you need.{" "}
       *[no] {""}
    }Make a test call to a phone outside and listen on both ends. Then tell this program that both sides heard each other.
    .detail = The voice range ({ $range } on the phone system, { $proposed } proposed) { $list ->
        [mapped] is on the router's list
        [not-listed] is not on the router's list, which may leave out rules made by hand
        [inner] is on the list of the inner router, and no list shows what the box outside it does
       *[unknown] stands on no list that could be read, so nobody knows whether it is forwarded
    }. No witness on the phone system answered for it, and no rehearsal call proved it. RTP ports answer only during a call. To prove it, run "entrance rehearse" on a computer outside, or "entrance witness --code CODE" on the phone system while somebody walks with that code.

audio-partly-open = Some doors for voices do not open
    .meaning = Each call picks its door for the sound by chance. If some stay stuck, some calls have no sound.
    .action = Compare the rule in your router with the table in the guide. The first and last numbers must match. Then knock again.
    .detail = Of the voice range { $ports }, { $asked } ports were asked by token from outside, and a witness on the phone system answered for the others. { $missing_ports } do not pass: { $missing }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Usual causes, most likely first: the rule begins or ends at other ports than the phone system's range; another rule, a game or a lease holds one of these ports; a firewall on the phone system. { $shifted_outside ->
        [none] {""}
       *[other] Port { $shifted_outside } arrives inside as { $shifted_inside }: outside and inside ports must be the same.
    }

sip-rewritten = A doorman in your router rewrites the letters
    .meaning = Each call begins with a letter. A doorman opens yours and writes another address on it. He means well, but answers and voices then go to the wrong door.
    .action = { $switch ->
        [there] Switch this helper off in your router. The place: { $path }. Then check again.
        [none] Use another road for calls, because this router has no such switch: the secured one, or another number than the usual one. Or ask your internet company for another router.
       *[other] Switch this helper off in your router. The guide lists the names that makers give it. Then check again.
    } { $ticked ->
        [yes] It is ticked as done, so the switch may be another one, or the router wants a restart.
       *[other] { "" }
    }
    .detail = SIP ALG: what was sent is not what arrived. Lines that changed: { $lines } (messages to { $ports }). For example sent: "{ $sent }", arrived as: "{ $arrived }". { $follows ->
        [usual-port] It reads only what goes to port 5060; the same message to another port of the same transport passes. Moving SIP to another port gets round it.
        [every-port] It follows SIP on any port, so moving SIP to another port does not help; TLS does.
       *[unknown] Too few ports were tried to tell whether it follows SIP on any port.
    } { $back ->
        [yes] The answer was rewritten on its way back too.
       *[no] The answer came back as it was sent.
    } { $walls ->
        [two] Two routers stand between here and the street; which of them does it is not shown.
       *[one] { "" }
    } { $switch ->
        [there] { $router }: the setting is called { $setting }.
        [none] { $router }: no switch is known ({ $setting }; { $path }). Use SIP over TLS (port 5061), or another SIP port if only 5060 is read, or put the router into bridge mode with a router of your own behind it.
       *[other] Names to look for: { $setting }. If there is no switch, use SIP over TLS (port 5061) or another SIP port.
    } Every line is in the doorman section of the report.

sip-swallowed = Some letters vanish between here and the street
    .meaning = We sent the same letter along several roads. Some arrived, and some were kept on the way. A doorman in your router may do that, or a guard further up the street.
    .action = { $switch ->
        [there] Switch the doorman off in your router. The place: { $path }. Then check again. If letters still vanish, ask your internet company.
       *[other] Ask your internet company if it holds back phone calls over the internet. Look in your router for a helper for calls too, and switch it off.
    }
    .detail = Doorman test: { $ports } vanished, { $passed } passed. { $way ->
        [back] The message arrived, but its answer did not come back.
       *[out] The message never arrived at the helper, though it was sent twice over UDP or once over TCP.
    } A SIP ALG that cannot read a message drops it; a filter of the carrier, or of the company that hosts the helper, looks the same. Another helper tells them apart.

sip-doorman-hint = There may be a doorman who rewrites the letters
    .meaning = A phone company answered as if your letter had come from the street itself. Somebody may have written another address on it. This proves nothing yet.
    .action = Ask for a standing helper, and check again with its link. It compares your letter line by line.
    .detail = { $server } answered SIP though we are behind NAT, and { $named ->
        [yes] named the asker by the inside address { $address }.
       *[no] did not name the address that it saw.
    } RFC 3261 section 18.2.1 makes a server add received= when the Via does not match the source of the packet, and behind NAT the two always differ. Without it, or with the inside address in it, a SIP ALG may have rewritten the Via, or the server does not keep the rule. A note, no verdict.

## Findings: keep it safe

open-to-everyone = Everyone on the street may ring this bell
    .meaning = Strangers try such bells all day. If one finds a weak password, they call abroad on your bill.
    .action = Put a guest list on the entrance, so that only places you trust get in. { $known ->
        [yes] Your colleague's home goes on it as { $guests }. Such addresses change now and then, so look again if that phone falls silent.{" "}
       *[no] {""}
    }If your router cannot do that, use long passwords and block calls abroad.
    .detail = { $services } ({ $ports }) answers a stranger, and no list of trusted sources applies. Restrict the rule's source addresses in the router, or on the phone system's firewall; UPnP itself usually cannot restrict sources.

must-stay-shut-is-open = A cabinet that must stay locked is open
    .meaning = In this cabinet are the keys to your whole phone system. From the street anyone can reach it, or a rule leads there.
    .action = Remove the rule that lets visitors reach it from your router today. Nobody on the street needs it.
    .detail = { $services } ({ $ports }) must never be reachable from the internet. { $how ->
        [answered] It answered from outside in its own protocol.
        [answered-over-ipv6] It answered from outside over IPv6, where no port forward is needed: the router's IPv6 firewall lets visitors in.
       *[mapped] The router lists a mapping that leads to it.
    }

phone-web-page-exposed = The web page of a desk phone can be reached from outside
    .meaning = A desk phone stands on the pavement. Anyone can open its page, read its password and make calls with it.
    .action = Remove the rule that leads to the desk phone from your router today.
    .detail = External port { $port } leads to TCP 80 or 443 of { $client }, which is a desk phone and not the phone system.

another-web-page-answers = A web page that is not your phone system's answers the street
    .meaning = It may be a desk phone's, your router's or your own website. If it is a desk phone's, anyone can read its password there and make calls.
    .action = Open your street address in the browser of a mobile phone without Wi-Fi, and see whose page it is. Remove the rule that leads to it, unless it is your own website.
    .detail = { $page } (TCP { $port }) answered from outside, and otherwise than the phone system does on this port inside: another Server, realm or title, or over TLS another certificate. The router's list does not lead there to a known desk phone, and the page does not name one. It may stand on the router itself (remote administration), on a NAS, a camera or a web server.

guest-calls-accepted = Your phone system takes calls from strangers
    .meaning = A stranger without a name asked for a call, and your phone system began to place it. Such calls end up on your bill.
    .action = Switch off guest calls on the phone system. The setting is often called anonymous or guest. Then make the test again.{ $lines ->
        [yes] {" "}The line to change: { $change }.
       *[no] {""}
    }
    .detail = An unauthenticated INVITE to a made-up name was processed instead of being refused with 401, 403 or 407: { $seen } (tested { $at }). chan_sip: allowguest=no; PJSIP: no endpoint named anonymous; FreePBX: Allow SIP Guests and Allow Anonymous Inbound SIP Calls both No. A taken call (200) may be no more than an announcement; it still reached the dial plan.

extension-names-leak = Your phone system tells strangers which numbers exist
    .meaning = { $by ->
        [settings] By its own settings your phone system answers a stranger in one way for a real name and in another for a made-up one.
       *[test] A stranger asked for two names, one real and one made up, and got two different answers.
    } So a stranger can collect your numbers and try passwords on them.
    .action = Switch on the setting that gives every stranger the same answer. Ask the person who looks after your phone system. Then make the test again.{ $lines ->
        [yes] {" "}The line to change: { $change }.
       *[no] {""}
    }
    .detail = { $by ->
        [settings] By its settings: { $seen } (read { $at }).
       *[test] REGISTER without credentials for a real and for a made-up name is answered differently: { $seen } (tested { $at }).
    } chan_sip: alwaysauthreject=yes; PJSIP answers alike by itself. A 200 is worse: registrations are told without a password.

outbound-blocked = Your phone system cannot get out to the street
    .meaning = Your phone system needs to go out for this, and something in the wall stops it.
    .action = Allow this way out in your router or firewall. The list of ways out below is for whoever looks after it.
    .detail = { $services } ({ $ports }): the phone system needs it outbound. Asked in vain: { $asked }. { $from ->
        [phone-system] Tried on the phone system itself.
       *[here] Tried from this computer, which is not the phone system: its own rules may differ.
    }

provider-unreachable = Your phone company's server does not answer
    .meaning = The phone company is the main street for your calls. We could not find it, or it did not answer.
    .action = Check the server's name for typing errors. If it is right, ask your phone company whether its server answers strangers, and whether it has trouble today. If it answers and has none, a firewall of yours may be in the way.
    .detail = { $server }: { $why ->
        [nowhere] the name leads nowhere (no NAPTR, SRV, A or AAAA record).
        [nobody-to-ask] no name server of this network answered, so the name could not be resolved.
        [refused] one SIP OPTIONS to { $asked } was refused: nothing listens there, or a firewall says no.
        [unreachable] { $asked } is not reachable from here (ICMP unreachable).
       *[silent] one SIP OPTIONS to { $asked } stayed without an answer: dropped on the way, or this server does not answer strangers.
    } { $from ->
        [phone-system] Tried on the phone system itself.
       *[here] Tried from this computer, which is not the phone system.
    }

not-checked-over-ipv6 = Your IPv6 address was not checked
    .meaning = Your building has a second, newer kind of address. Nobody knocked on it at your phone system. So we cannot say what it lets in.
    .action = Check in your router's IPv6 firewall that visitors from outside are kept out.
    .detail = The office has public IPv6 addresses ({ $adapter }). Services on the phone system may be reachable over IPv6 without any port forward. { $firewall ->
        [off] The router says that its IPv6 firewall is off (GetFirewallStatus): whatever listens can be reached.
        [on] The router says that its IPv6 firewall is on and that devices may not open pinholes in it (GetFirewallStatus).
        [pinholes] The router says that its IPv6 firewall is on and that devices may open pinholes in it (GetFirewallStatus).
       *[untold] The router does not tell whether its IPv6 firewall is on.
    } { $knocked ->
        [here] The helper knocked at { $address }, which is this computer and not the phone system: run the check on the phone system itself.
       *[nowhere] Only a standing helper knocks over IPv6, and only at the computer that asks: run the check on the phone system itself.
    }

ipv6-refused = Your router did not open the newer kind of address
    .meaning = Your building has a second, newer kind of address. We asked your router to let phones in there too. It said no. Phones still come in the usual way.
    .action = Leave it, if no phone outside needs it. Otherwise { $why ->
        [not-authorized] ask from the phone system itself, or allow it in the router's settings for the newer address.
        [no-room] remove openings in the router that nobody needs, then try again.
        [firewall-off] check in your router that visitors from outside are kept out over the newer address.
        [not-allowed] allow devices to open their own doors in the router's settings for the newer address.
       *[other] make this rule by hand on the router's page for the newer address.
    }
    .detail = IPv6 firewall of the router { $router }, ports { $ports }: { $why ->
        [not-authorized] 606 or PCP NOT_AUTHORIZED: it does not open for this device, or not for this port.
        [no-room] 701 PinholeSpaceExhausted or PCP NO_RESOURCES: no room for another pinhole.
        [firewall-off] 702 FirewallDisabled: the firewall is off, so there is nothing to open and whatever listens can be reached.
        [not-allowed] 703 InboundPinholeNotAllowed: its settings forbid pinholes.
        [no-such-entry] 704 NoSuchEntry: it does not know this pinhole any more.
        [protocol] 705 ProtocolNotSupported.
        [port-wildcard] 706 InternalPortWildcardingNotAllowed.
        [protocol-wildcard] 707 ProtocolWildcardingNotAllowed.
        [device-wildcard] 708 WildCardNotPermittedInSrcIP.
        [nothing-sent] 709 NoPacketSent.
        [does-not-read-back] It said yes and does not know the pinhole afterwards (GetPinholePackets).
        [no-answer] It gave no proper answer.
       *[other] It said no with a code of its own{ $code ->
            [none] .
           *[other] {" "}({ $code }).
        }
    }

ipv6-no-answer = Nobody answers at the newer kind of address
    .meaning = { $how ->
        [not-listening] Your router lets visitors in over the newer kind of address. Behind that door nobody listens: the phone system uses only the older kind.
       *[kept-out] Your router says that it let the door open over the newer kind of address. A visitor knocked and heard nothing. Phones still come in the usual way.
    }
    .action = Knock once more after this: { $how ->
        [not-listening] switch the newer address on in the phone system, or take this opening back.
       *[kept-out] take the opening out and put it in again.
    }
    .detail = IPv6 { $address }, ports { $ports }: { $how ->
        [not-listening] the knock was refused, so it passed the router's firewall and no service listens on this address and port.
       *[kept-out] the knock got no answer.
    } { $packets ->
        [yes] The router counted packets through the pinhole.
        [no] The router says that it counted no packet through the pinhole; some do not count at all.
       *[untold] The router does not count what comes through.
    }

ipv6-open = Phones may come in over the newer kind of address too
    .meaning = { $proved ->
        [yes] Your router lets visitors in over the newer kind of address. One has knocked there, and was answered.
       *[no] Your router lets visitors in over the newer kind of address. Nobody has knocked there yet.
    }
    .action = Keep the program watching, so that the opening does not end by itself.{ $proved ->
        [yes] {""}
       *[no] {" "}Let a standing helper knock, from the phone system itself.
    }
    .detail = Pinholes in the router's IPv6 firewall to { $address }, ports { $ports }. The first ends on { $until }; entrance watch asks for more time before that.

## Findings: since the last check

public-address-changed = Your street address has changed since the last check
    .meaning = The building stands where it stood, but it has a new house number. Phones outside that know the old one no longer find you.
    .action = Set the new address in the phones outside. Or ask your internet company for a fixed address, or use a name that follows the change.
    .detail = The public address was { $before } and is now { $address }.

router-forgot = Your router forgot the entrances
    .meaning = The doors that your router had opened on request are gone. Most often it was restarted. Routers keep only rules made by hand for good.
    .action = Open the entrances again. Then make them by hand, so that they last.
    .detail = All mappings of ours from the last check are gone from { $router }: { $ports } ({ $services }). { $by ->
        [clock] Its own clock (the epoch of PCP or NAT-PMP) began anew { $up } seconds ago.
       *[list] Its list was read to the end.
    } Dynamic mappings live in the router's memory and end with a restart; some routers clean up mappings without traffic.

mapping-gone = An entrance that was there is gone
    .meaning = At the last check this door was on the router's list. Now it is not. It may have locked itself, or somebody removed it.
    .action = Open the entrance again. Make it by hand if it should last.
    .detail = Mappings to the phone system from the last check are no longer listed on { $router }: { $ports } ({ $services }). { $ended ->
        [yes] Their lease was over.
       *[no] Somebody removed them, or a clean-up did for want of traffic.
    }

## A finding of a newer version, in a saved report

finding-of-newer-version = A newer version of this program found something
    .meaning = This report was made by a newer version. This version has no words for it yet.
    .action = Install the newest version of this program. Then open the report again.
    .detail = { $finding } ({ $services })

## Words beside the lamps

verdict-verified = open, proved from outside
verdict-wrong-host = another machine answers
verdict-nothing-listening = nobody at the desk
verdict-no-answer = no answer from outside
verdict-not-checked = not checked from outside
verdict-fax-unproved = not proved: it answers only while a fax is sent
verdict-voice-unproved = not proved: it answers only during a call
verdict-shut = locked, as it should be
verdict-exposed = open, but must be locked
verdict-guarded = guest list on duty
verdict-reachable = the way out is free
verdict-blocked = the way out is blocked
verdict-was-open = open when we looked, and may be shut now
verdict-was-locked = locked when we looked, and may be open now

severity-blocker = stops everything
severity-problem = does not work
severity-warning = needs a look
severity-note = good to know

outcome-answered = answered
outcome-refused = turned away
outcome-silent = no answer
outcome-unreachable = nobody at that address
outcome-failed = could not ask
outcome-not-checked = not asked

listed-mapped = leads to your phone system
listed-not-listed = not on the router's list
listed-wrong-device = leads to another device
listed-wrong-port = leads to the wrong place inside
listed-disabled = on the list, but switched off
listed-not-checked = the router's list was not read

## What changed since the look before

news-network-away = This computer has lost its way to the network
news-network-back = This computer is back on the network
news-router-away = The router at { $router } does not answer any more
news-router-back = The router at { $router } answers again
news-router-replaced = Another router stands there now: it was { $was } and is { $now }
news-street-changed = Your street address has changed: it was { $was } and is { $now }
news-router-forgot = The router at { $router } forgot the entrances that it had opened. It was probably restarted
news-entrance-listed = This entrance is on the router's list now: { $service }
news-entrance-gone = This entrance is no longer on the router's list: { $service }
news-lease-ended = This entrance locked itself, because its time was over: { $service }
news-entrance-changed = This entrance leads elsewhere now or is switched off: { $service }
news-renewed = This entrance stays open again: { $service }
news-put-back = This entrance was gone and was opened again: { $service }
news-not-renewed = This entrance could not be made to stay open: { $service }. { $why }
news-phone-system-moved = The phone system has moved: it was at { $was } and is at { $now }
news-phone-system-away = Nobody answers at the phone system's address any more: { $address }
news-phone-system-back = The phone system answers again: { $address }
news-stopped = The phone system no longer answers here: { $service }
news-answers = The phone system answers here again: { $service }
news-proved = Proved from outside: { $service }
news-no-longer-proved = No longer reached from outside: { $service }
news-exposed = Open to the street, but must stay locked: { $service }
news-locked-again = Locked again, as it should be: { $service }
news-visitor-shut-out = This visitor is no longer let in: { $visitor }
news-solved = Solved: { $headline }

renewal-gone = Somebody took it off the router's list. Open it again if you still want it
renewal-changed-since = Somebody changed it on the router, so it was left alone
renewal-refused = The router said no ({ $code })
renewal-failed = The router did not answer properly. It will be tried again

## One sentence over everything

top-ready = Your entrances are open, and a visitor from outside has proved it
top-ready-until = Your entrances are open and proved, but only until { $until }
top-ready-voices = Your entrances are open. Only a call can prove the sound
top-ready-voices-until = Your entrances are open, but only until { $until }
top-ready-needed = What you need is open, and a visitor from outside has proved it
top-ready-needed-until = What you need is open and proved, but only until { $until }
top-was-ready = Your entrances were open when we looked, { $at }. Check again to see if they still are
top-action-needed = Something is left to do. Start with the first point below
top-could-not-check = We could not check. This says nothing about your entrances yet

# The saved report asks for the same sentence under the verdict's own name.
verdict-ready = { top-ready }
verdict-action-needed = { top-action-needed }
verdict-could-not-check = { top-could-not-check }

# The sentence below it.
proved-all = Every entrance was proved from outside. Checked { $at }.
proved-heard = Every entrance that can answer was proved from outside, and you heard the sound both ways on { $day }. Checked { $at }.
proved-all-but-voices = Every entrance that can answer was proved from outside. Voices answer only during a call. Checked { $at }.
proved-some = { $proved } of { $total } entrances proved from outside. Checked { $at }.
proved-nothing-wanted = For what you told us, no entrance is needed. Checked { $at }.

# What a proof does not show.
not-shown-which-machine = { $service }: the answer fits your phone system, but another machine in the office could answer alike.
not-shown-street = { $service }: nothing told which street the visitor stood on.
not-shown-other-ports = { $service }: one call had sound both ways, and the other doors for voices were not tried.

## The two safety tests

safety-guest-calls = Does the phone system take calls from strangers?
    .lead = One call without a password goes to a made-up name of letters, which no phone has. It is ended at once, whatever the answer is.
    .ask = Make this call?
safety-guest-calls-safe = Strangers' calls are turned away
safety-guest-calls-unsafe = A stranger's call was taken
safety-guest-calls-untold = No clear answer
safety-name-leak = Does it tell strangers which numbers exist?
    .lead = It is asked about two names without a password: a made-up one, and { $extension }. The two answers should be the same.
    .ask = Ask about these two names?
safety-name-leak-safe = Both names get the same answer
safety-name-leak-unsafe = The answers tell which numbers exist
safety-name-leak-untold = No clear answer
safety-may-be-counted = A guard beside the phone system may count this like a stranger's try. Two such tries are far below what locks anybody out.
safety-not-made = This test was not made.

## What is being done now

doing-adapters = Looking at this computer's network
doing-routers = Looking for your router
doing-mappings = Reading the router's list of entrances
doing-looking-round = Looking round your office network
doing-asking = Asking inside: { $service }
doing-opening = Opening: { $service }
doing-undoing = Taking back: { $service }
doing-renewing = Asking for more time: { $service }
doing-repairing = Taking out and putting in again: { $service }
doing-knocking = Knocking from outside: { $service }
doing-reaching-helper = Reaching the helper
doing-helper-knocks = The helper knocks from outside
doing-doorman = Sending letters past the doorman
doing-stun = Asking the server you named for your street address
doing-way-out = Trying the ways out
doing-safety = Trying what a stranger can do

## The plan

intent-open = Your router will be asked to open it
intent-already-there = Is there already
intent-held-by-another = Belongs to another device ({ $client }), so we leave it alone
intent-listed-wrong = Is there but leads to the wrong place; change it by hand
intent-by-hand = To be made by hand.
intent-over-ipv6 = Over IPv6, to { $address }:
intent-over-ipv6-unknown = Over IPv6:
intent-over-ipv6-offered = Your router can let phones in over IPv6 too. To open there as well, run entrance open --ipv6
intent-over-ipv6-there = Openings over IPv6 are made on the phone system itself. Run there:
intent-stay-shut = Stays locked
intent-must-get-out = Must get out; needs no entrance

by-hand-no-requests = Your router takes no requests, so you make this rule yourself.
by-hand-behind-another-wall = Not yet. Another wall stands outside yours, so a door here would lead nowhere.
by-hand-only-for-the-asker = Your router opens doors only for the device that asks, so this one is made by hand.
by-hand-too-many-ports = These are too many doors to open one by one. One rule made by hand covers them all.
by-hand-calls-unknown = We do not know how many calls you make at once. One rule made by hand covers them all.
by-hand-no-phone-system = We do not know yet where the phone system is, so no door can lead to it.
by-hand-list-unread = The router did not show its list, and we overwrite nothing blindly.
by-hand-sensitive-port = This door may belong to something else, so a person should decide.

hindrance-nobody-holds-it = The router said no, though the door is free.
hindrance-another-device = Another device has this door.
hindrance-does-not-read-back = The router said yes, but it does not list the door.
hindrance-changed-since = Somebody changed this rule since, so we left it alone.
hindrance-gone = It is gone before its time, so somebody may have taken it away. It comes back only when you say yes.
hindrance-not-put-back = The router did not take it back after it was taken out. Open it again, or make it by hand.
hindrance-ends-by-itself = The router does not take it back before its time, so it was given the shortest time. Look again in a few minutes.
hindrance-no-answer = The router gave no proper answer.
hindrance-cancelled = You stopped before this one.
hindrance-journal-not-written = We could not keep a note of it, so the router was not asked.

walker-colleague = a colleague at home
walker-step-outside = this computer on another street
walker-helper = a standing helper

address-from-router = said by your router
address-from-phones-use = from the name that the phones outside use
address-from-typed = as you typed it
address-from-stun = said by the server you named
address-from-outside = seen from outside

## What is wrong, in the owner's words

symptom-do-not-ring = Phones outside do not ring
symptom-no-sound = There is no sound, or only one way
symptom-cannot-sign-in = Phones outside cannot sign in
symptom-hud = The HUD window does not connect
symptom-other-office = The other office cannot be reached
symptom-just-check = Nothing, or I don't know: just check

## Who or what is outside

use-remote-phones = Phones outside the office
    .help = A desk phone at home, or in a small branch without a phone system.
use-apps = Apps on a mobile phone or a laptop
    .help = HUD, or any app that makes calls or shows who is on the phone.
use-site-link = Another office with its own phone system
    .help = The two phone systems pass calls to each other.
use-sip-trunk = A phone company that calls in without signing in
    .help = Rare. Most phone systems sign in at their phone company by themselves. Then no entrance is needed for it.
use-fax = Fax over the internet
    .help = Fax machines or fax servers that send through the phone system.
use-provisioning = Phones outside fetch their settings from the office
    .help = Only while you set up new phones. It should not stay open.
use-admin = The phone system's own pages
    .help = These are a cabinet that must stay locked.
use-internal = Traffic inside the office only
    .help = Needs no entrance.
use-outbound = The phone system's way out
    .help = Needs no entrance.
use-phones = The desk phones' own pages
    .help = These must never be reached from outside.

## Questions

ask-symptom = What is wrong?
    .why = We put the answers that fit your trouble first. Nothing is hidden.
    .default = If you are not sure, just check. We look at everything anyway.
    .help = Choose what bothers you most. You can check again later for something else.
ask-using = Who is outside?
    .why = Each kind of visitor needs its own entrance. What nobody needs stays locked.
    .default = If you do not know, we plan for phones outside the office.
    .help = Tick all that fit. If you have only a phone company, and your phone system signs in there, you may need no entrance at all.
ask-phones-use = What server name or address is typed into the phones outside?
    .why = The best entrance does not help if the phones knock at another house.
    .default = If you do not know, we ask your router for your street address.
    .help = On the phone, look in the menu under Status or Account for the server. On an app, look in its account settings.
ask-calls = How many calls do you have at the busiest moment?
    .why = Each call needs two small doors for its sound. Fewer doors are safer.
    .default = If you do not know, plan one rule for all of them. A quarter of your staff is a good guess.
    .help = Count calls to the outside, not calls from desk to desk.
ask-trusted = May only certain places come in?
    .why = A guest list keeps strangers away from your phones and your bill.
    .default = If you leave this empty, everyone may knock, and we warn you about it.
    .help = Type the street addresses of the homes and offices that you trust, with a comma between them. Home addresses may change.
ask-system = Which phone system do you have?
    .why = Each kind listens at other doors.
    .default = If you do not know, leave it at "I don't know". We then plan for what most systems use.
    .help = The name stands on the box, on its web page, or on the bill of whoever looks after it.
ask-pbx = What is the phone system's address in your office?
    .why = The entrances must lead to the right room.
    .default = If you do not know, let us look round your office network. We ask first.
    .help = On any desk phone, open the menu, then Status, and look for { "SIP server" }. It often looks like 192.168.1.20.

## The steps

step-welcome = Welcome
    .title = Is your office open for calls?
    .lead = We look at your router and your phone system, and then knock from outside. Nothing changes without your yes.
step-questions = What is wrong?
    .title = Tell us a little
    .lead = A few short questions, so that we open only what you need. You can always choose "I don't know".
step-router = Your building
    .title = Your building
    .lead = Your router is the outer wall of your building. We only look at it now, and change nothing.
step-phones = Phone system
    .title = Your phone system
    .lead = The entrances must lead to your phone system. Tell us where it is, or let us look round your office network.
step-knock = First knock
    .title = A knock from outside
    .lead = Only a visitor from another street can prove that a door opens. Knocking changes nothing.
step-offer = The plan
    .title = The plan
    .lead = This is what we would open, and what stays locked. Nothing happens until you say yes.
step-opening = Opening
    .title = Opening the entrances
    .lead = One entrance at a time. Each is written down first, and you can take each one back.
step-by-hand = Make it last
    .title = Make it last
    .lead = These rules stay in your router until you remove them. Follow the steps, and copy the numbers from the table.
step-checking = Checking
    .title = Checking again
    .lead = We look and ask once more. Nothing is changed.
step-results = Results
    .title = Your entrances
    .lead = What we saw, from where, and what to do next. Nothing more changes without your yes.
step-helping = Helping
    .title = Help a colleague
    .lead = You knock at your colleague's office from your own street. You see first where and how often, and nothing is sent before your yes.

## Keep it safe

advice-voicemail-callout = Voicemail cannot place calls
    .why = If it can, a stranger who guesses one code can call anywhere on your bill. On the phone system, set "Enable Callout" to no for each person.
advice-international-dialling = Calls abroad are blocked, unless you need them
    .why = Stolen calls nearly always go abroad. Lock the rule for calls abroad, and never touch the emergency numbers: they must always work.
advice-phones-not-exposed = No desk phone can be reached from the street
    .why = A phone's own web page shows its password. No rule in your router may lead to a desk phone.
advice-alg-off = The doorman in the router is switched off
    .why = A router that rewrites letters means well, but calls lose their sound or their ring. The guide for your router names the setting.
advice-trusted-sources = Only places you trust may come in
    .why = Strangers try every open bell. A guest list keeps them out, even if a password is weak.
advice-address-reservation = The phone system keeps its address
    .why = If it moves to another room, the entrances lead to nobody. Reserve its address in your router.

## Practice offices: what they are about, and each of them

practice-group-well = Nothing is wrong
practice-group-opening = Entrances to open
practice-group-refused = The router says no
practice-group-astray = Entrances that lead astray
practice-group-network = Walls and streets around the office
practice-group-phone-system = The phone system is not in
practice-group-visitors = Visitors who prove nothing
practice-group-calls = Calls that fail
practice-group-since = It worked once
practice-group-strangers = Strangers get in

practice-a-week-at-most = The door for a week: the router makes no opening without an end
practice-address-unknown = No house number: nobody can say the street address
practice-all-well = All is well: the entrances are open, and only guests get in
practice-another-holds-it = Taken already: a rule made by hand gives this entrance to another machine
practice-another-number = Another number: the router gives a door the phones do not know
practice-asked-from-inside = Asked from inside: run on the phone system, where the router opens for the asker
practice-asks-for-itself = It asks for itself: a careful gatekeeper opens for the phone system itself
practice-bell-held-back = The silent bell: other doors open, only the bell is held back
practice-by-hand-and-well = Made by hand: rules that no list shows, and all of them work
practice-cabinet-open = A cabinet stands open: the admin page can be reached from the street
practice-calls-unknown = Too many doors: the voices need one rule for all of them
practice-door-locks-itself = The door locks itself: the router opens it for seven days only
practice-doorman = The doorman: the router opens letters and writes another address on them
practice-entrance-gone = The missing door: an entrance that was there is gone
practice-everyone-welcome = Everyone is welcome: all works, but there is no guest list
practice-filter-upstream = The street is barred: the internet company holds visitors back
practice-full-wall = No room in the wall: the router's list is full
practice-gatekeeper-forbids = The gatekeeper says no: he may open for nobody, not even for the asker
practice-guest-wifi = The waiting room: this computer is on the guest Wi-Fi
practice-helper-away = The visitor who never came: whoever should knock is not to be reached
practice-hand-beats-list = The older rule: a rule made by hand goes before the list
practice-hud-off = The HUD desk is empty: calls work, but HUD is switched off
practice-keeps-what-it-has = The router that gives nothing back: an entrance sticks, and it will not take it out
practice-letters-kept = The letter box that swallows: some letters never arrive
practice-moved-room = The moved office: the phone system has another address inside
practice-new-house-number = A new house number: the street address changed overnight
practice-newer-address = The newer address: the office has IPv6 too, and nobody looked there
practice-both-kinds = Two kinds of address: phones come in over both, and nobody knocked at the newer one
practice-newer-door-unused = The unused door: it is open over the newer kind of address, and nobody listens behind it
practice-only-the-older-kind = The older kind only: the router has no room left for the newer one
practice-no-address-of-its-own = The borrowed door: this line has IPv6 only, and shares the old kind of address
practice-no-house-number = No house number: the router has no address outside and opens nothing
practice-no-way-out = The shut back door: visitors get in, but the phone system cannot get out everywhere
practice-not-allowed = Only the way out: this computer may not speak to its own office
practice-own-firewall = The porter in the way: this computer lets no short answer in
practice-answer-lost = Nobody hears the gate: the router is there, and its answer gets lost
practice-no-upnp = No requests: the router's switch for this is off, so it is done by hand
practice-nobody-agreed = The plan in the drawer: nobody said yes to it, and nothing was opened
practice-nobody-found = The empty directory: the phone system cannot be found
practice-not-plugged-in = The room without a door: this computer is not plugged in
practice-nothing-opened = Nothing is open yet: a helpful router waits to be asked
practice-odd-end = The odd end: the router ends its list in its own way
practice-older-tongue = The older tongue: the router speaks two languages and grants only in the older one
practice-only-for-the-asker = Only for the asker: the router opens doors only for the device that asks
practice-own-bell = Its own bell: the router keeps the bell for a phone service of its own
practice-phone-on-the-pavement = The phone on the pavement: a desk phone's page can be reached from the street
practice-phone-system-off = Nobody is in: the phone system is switched off
practice-phones-look-inside = The wrong address book: phones outside look for an address inside
practice-ppp-line = The old line: a router whose only connection is PPP
practice-round-the-house = Round the house: the visitor never left the office's own street
practice-router-refuses = The careful gatekeeper: each device may ask for its own door, and for no other
practice-router-restarted = The forgetful wall: the router was restarted and forgot the entrances
practice-router-says-no = The stubborn wall: the router says no and gives no reason
practice-second-building = A second building: another router stands around this one
practice-shared-tower = The shared tower: many customers share one street door
practice-silent-walk = The silent walk: the visitor hears nothing, which proves nothing
practice-stranger-at-the-bell = The stranger at the bell: another machine answers outside
practice-stuck-entrance = The stuck entrance: it is listed, and nobody gets through until it is put in again
practice-switched-off = The turned key: the entrance is made, but switched off
practice-taken-over = Taken over: another device takes the door before it is looked at again
practice-through-a-tunnel = The tunnel: a VPN stands in the way
practice-tower-with-a-newer-door = The tower with a newer door: one shared street door, and an own one over the newer kind of address
practice-two-boxes = Two walls: the company's box and the office's own router both answer
practice-two-phone-systems = Two phone systems: the old one was never switched off
practice-two-numbers = Two house numbers: the router says one, the street sees another
practice-two-routers = Two gates: a second router answers on the same network
practice-unnamed-street = The unnamed street: nobody knows where this visitor stood
practice-visitor-shut-out = The banned guest: one visitor is let in, and another is not
practice-talks-to-strangers = The talkative clerk: strangers may call, and are told who works here
practice-voice-partly-open = Stuck doors: two of ten doors for voices stay stuck, and a witness inside shows it
practice-wrong-desk = The wrong desk: the entrance leads to another number inside
practice-wrong-device = The wrong room: the entrance leads to a desk phone
practice-yes-and-forgotten = Yes and forgotten: the router says yes and remembers nothing

## Making it by hand. Menu paths come from the router's own file, as the device shows them.

guide-for = By hand, step by step: { $router }
guide-intro = These steps make the entrances in your router by hand. Rules made by hand stay until you remove them.
guide-open-settings = Open the router's settings page in a web browser: { $address }. The password is often on a label on the router.
guide-open-others = If no page opens there, try: { $addresses }
guide-open-other = Open the router's settings. This family has them here: { $way }
guide-open-unknown = Open the router's settings page in a web browser. Its address is what this computer calls the default gateway. The password is often on a label on the router.
guide-look-for = Look for a page that makes rules for visitors from the internet. Makers call it: { $words }
guide-go-to = Go to: { $path }
guide-add-rule = Add one rule for each line of the table below. Copy the numbers exactly, and choose UDP or TCP as the table says. Save at the end.
guide-range-hint = If there is only one field for a range, type the first and last port with a dash or a colon between them, as the page shows it. Outside and inside ports must be the same.
guide-reserve = Reserve the phone system's address, so that the rules keep leading to it: { $path }
guide-reserve-look-for = Reserve the phone system's address, so that the rules keep leading to it. Makers call it: { $words }
guide-alg-off = Make sure that the router does not rewrite calls (SIP ALG). On this router the setting is called: { $name }. How to switch it off: { $path }
guide-alg-none = Nobody knows a switch on this router that stops it from rewriting calls (SIP ALG). If calls lose their sound, use another SIP port or encrypted SIP, or a router of your own.
guide-alg-look-for = Make sure that the router does not rewrite calls (SIP ALG). Switch it off where you find it, restart the router and check again. Makers call it: { $words }
guide-upnp = If you would rather let this program open the entrances, switch UPnP on here: { $path }
guide-upnp-look-for = If you would rather let this program open the entrances, switch UPnP on. Makers call it: { $words }
guide-upnp-none = This router does not offer UPnP, so the rules are always made by hand.
guide-mark-unconfirmed = (not confirmed on a real device: yours may differ)
guide-different = If a menu looks different on your router, look for these words: { $words }. The help pages of its maker show where they are. When in doubt, change nothing and ask whoever set the router up.
guide-commands = Or paste commands: { $title }
guide-commands-into = Paste them here: { $place }
guide-commands-source = From: { $source }
guide-commands-unconfirmed = We could not try these commands on a real device. Read each line before you paste it, and save the router's settings first.
guide-commands-replace = Before you paste, replace { $word }. This shows it: { $command }
guide-commands-guests-left-out = Your guest list is not in these commands, because this router's command line cannot hold it safely: they let everyone in. Put the guest list on the phone system's own firewall first.
guide-commands-too-long = Not in these commands: { $name } ({ $ports }). This router wants one line for each port. Say how many calls you make at once, so that the range gets shorter.
guide-commands-none = No commands to paste for this router. { $reason }
guide-block-first-time = Only if this router has never forwarded anything
guide-block-open = Make the entrances
guide-block-take-back = Take them back
guide-block-reserve = Reserve the phone system's address
guide-block-doorman-off = Switch the doorman off (SIP ALG)
guide-never-dmz = Never put the phone system into the DMZ, and never forward all ports. That opens every cabinet to the street.
guide-generic-hint = We do not know this router. Look for a page called port forwarding, virtual server or NAT. The help pages of its maker show where it is.
guide-sources-hint = If the page has a field for the source or remote address, put the allowed sources of the table there. If it has none, set them on the phone system's firewall.
guide-notes = For the technician: { $notes }
guide-afterwards = When you have saved the rules, come back and check again.

rule-name = Name
rule-protocol = Protocol
rule-outside-ports = Outside ports
rule-inside-address = Inside address
rule-inside-ports = Inside ports
rule-sources = Allowed sources
rule-everyone = everyone

## Something did not work

problem-unknown = Something did not work
    .action = Try again. If it happens again, save the report and send it to the person who helps you.
    .detail = { $why }
problem-no-network = This computer is not connected to a network
    .action = Plug in the network cable, or join your office Wi-Fi. Then try again.
problem-router-gone = Your router is not where it was
    .action = Check that you are on your office network. Then look for the router again.
problem-journal-not-written = We could not keep a note of the change, so nothing was changed
    .action = Make room on the disk, and check that you may write to your own folder. Then try again.
    .detail = { $why }
problem-watch-busy = This program runs twice, and the other one looks after this office
    .action = Close the other one (process { $pid }, since { $since }), or let it go on.
problem-not-a-time = { $word } is not a time between ten seconds and a day
    .action = Type a number and a unit, such as 15m or 1h.
problem-journal-busy = Another copy of this program is changing the router right now
    .action = Wait until the other one is done (process { $pid }, since { $since }). Then try again.
problem-phone-not-an-address = { $word } is not an address
    .action = Type four numbers with dots between them, such as 192.168.1.20.

problem-code-mistyped = There is a typing error in group { $group } of the code
    .action = Compare group { $group } ("{ $text }") with the code you were sent. Then try again.
problem-code-cut = The end of the code is missing
    .action = Copy the whole code and paste it again. { $missing ->
        [one] One letter is
       *[other] { $missing } letters are
    } missing.
problem-code-expired = This code is too old
    .action = Ask the office for a new code. This one ended { $since }.
problem-code-foreign = This code answers another invitation
    .action = Ask your colleague for the answer to the code you sent last. Or make a new code.
problem-code-not-a-code = This is not a code of this program
    .action = Copy the code again, from its first to its last letter.
problem-code-wrong-kind = This is the other kind of code
    .action = Paste the office's code where you want to help. Paste the colleague's answer in the office.
problem-code-other-version = This code was made by another version of this program
    .action = Install the newest version on both sides. Then make a new code.
problem-code-changed = This code was changed on its way
    .action = Ask your colleague to send the code once more. Do not use this one.
problem-code-used = This code has been used already
    .action = Make a new code. Each one works once.

# The witness on the phone system.
problem-not-a-voice-code = This code asks for no voices
    .action = Make a new code, and choose the phones outside for it. Or type the first and the last number yourself.
problem-not-a-port-range = { $word } is no range of doors for voices
    .action = Type the first and the last one with a dash between, such as 10000-20000. The first is 1024 or more, and there are { $most } at most.
problem-witness-nothing-free = None of the doors for voices in { $ports } is free
    .action = Check that these are the numbers of the phone system's voices, and that no other witness stands there.
problem-witness-failed = The witness could not stand behind the doors for voices
    .action = Check that this computer has a network. Then try again.
    .detail = { $why }
problem-sweep-no-witness = No witness answered, so not every door for voices was tried
    .action = Start the witness on the phone system with this same code. Then walk again.
problem-sweep-too-soon = All doors for voices were tried less than an hour ago, so only some were tried now
    .action = Wait until the hour is over. Then walk again.
problem-sweep-cut-short = A router on the way had no room for so many doors, so only some were tried
    .action = Wait some minutes and walk again, or try from another street.


problem-walk-own-address = { $address } is this computer's own street, so this is no outside
    .action = Turn Wi-Fi off on your mobile phone and use its internet. Or ask a colleague at home.
problem-walk-refused-address = { $address } may not be knocked at, because it is no street address
    .action = Ask the office to check its street address and to make a new code.
    .detail = { $address } is of the kind { $kind }; only public addresses are walked to.
problem-invite-needs-ipv4 = A knock needs your IPv4 street address, and { $address } is none
    .action = Type your office's IPv4 address. It looks like 198.51.100.7.
problem-invite-nothing-to-knock = There is no entrance here that a visitor could knock at
    .action = Choose who is outside, so that we know which entrances to knock at.
problem-unknown-phone-system = { $system } is not a phone system this version knows
    .action = Choose yours from the list. If a code named it, install the newest version.
problem-walk-no-network = There is no other street to walk on
    .action = Share your mobile phone's internet by cable, or join its hotspot. Then try again.
problem-no-street-address = Your street address is not known yet
    .action = Type the server name that is set in the phones outside, or your street address.

problem-interface-unknown = This computer has no network called { $interface }
    .action = Choose one of these: { $known }.
problem-unknown-system = { $word } is not a phone system we know
    .action = Choose one of these: { $known }.
problem-profile-unsound = The phone system file { $profile } { $why ->
        [id] needs a short name of small letters, digits and dashes, and a name for people
        [taken] has the short name of a phone system that is built in
        [based-on] does not say which built-in phone system it is like
        [too-many] has too many rows
        [row-id] has a wrong name for the row { $row }: use small letters, digits and dashes, and each name once
        [ports] has wrong numbers in the row { $row }
        [words] has no label, or texts that are too long, in the row { $row }
        [feature] does not say which feature the row { $row } is for
        [used-for] says in the row { $row } a use that nobody knows
        [voices] has two required rows for voices: { $row } and { $other }
        [never] wants the door of the row { $row } open, and the row { $other } wants it shut
       *[lost] lacks the row { $row }, a cabinet of { $other } that must always be tried
    }
    .action = Correct the file, or make a new one from a built-in phone system. The built-in one stays as it is.
problem-profile-set-aside = This version cannot read the phone system file { $file }, so it is kept as { $kept_as }
    .action = Correct it there and give it its old name, or make a new one from a built-in phone system.
problem-profile-too-many = There are { $count } phone systems of your own already
    .action = Remove a file that you do not need from the folder of this program.
problem-profile-unreadable = The phone system file { $file } cannot be read: { $why }
    .action = Correct the file, or make a new one from a built-in phone system.
problem-profile-unknown-outside = { $system } has other numbers than { $base }. A visitor elsewhere knows only those that are built in
    .action = Go outside with this computer instead. It knows your own numbers.
problem-not-a-range = { $word } is no first and last number such as 12000-12099
    .action = Type two numbers with a dash between them.
problem-unknown-use = { $word } does not fit this phone system
    .action = Use one of these words: { $fitting }.
problem-practice-unknown = There is no practice office called { $word }
    .action = Choose one of these: { $known }.
problem-usage-command = There is no command called { $word }
    .action = Type { $known ->
        [yes] { $fitting }, or "{ $program } --help" to see all
       *[no] "{ $program } --help" to see all
    }.
problem-usage-option = There is no { $word } here
    .action = Type { $known ->
        [yes] { $fitting }, or "{ $program } --help" to see all
       *[no] "{ $program } --help" to see all
    }.
problem-usage-value = { $word } does not fit { $option }
    .action = Type { $known ->
        [yes] one of these: { $fitting }
       *[no] "{ $program } --help" to see what fits
    }.
problem-usage-no-value = { $option } needs a word after it
    .action = Type "{ $program } --help" to see what there is.
problem-usage-missing = Something is missing: { $word }
    .action = Add it, or type "{ $program } --help" to see an overview.
problem-usage-conflict = { $option } and { $word } do not go together
    .action = Leave one of them out.
problem-usage-other = This command line cannot be read: { $word }
    .action = Type "{ $program } --help" to see what there is.
problem-language-unknown = There are no words in { $word } yet
    .action = Choose one of these: { $known }.

problem-file-unreadable = The file { $file } cannot be read
    .action = Check its name, and that you may read it.
problem-not-a-report = The file { $file } is not a report of this program
    .action = Choose a report that this program saved.
problem-newer-report = The file { $file } was made by a newer version of this program
    .action = Install the newest version. Then open it again.

problem-sip-limit = We knocked often enough for now
    .action = Wait { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } and check again. Phone systems lock out visitors who knock too often.
problem-nothing-to-undo = There is nothing to take back
    .action = Carry on. None of the entrances in your router was opened by this program.
problem-nothing-to-renew = There is nothing to ask more time for
    .action = Carry on. None of the entrances in your router is there because of this program.
problem-nothing-to-repair = There is nothing to take out and put in again
    .action = Open the entrance first, or make it by hand. This program touches only what it made itself.
problem-cancelled = You stopped it
    .action = Start again when you like. What was done until then is on the list.
problem-still-inside = This computer still stands inside your office
    .action = Choose the other adapter, or join the mobile phone's hotspot, then knock again.

## The standing helper did not work

problem-helper-unreachable = The helper could not be reached
    .action = Check that this computer has internet. Then try again, or ask whoever runs the helper.
    .detail = { $why ->
        [name] the name in the link leads nowhere
        [refused] nothing listens at the address in the link
        [silent] no answer within the time limit
        [unreachable] no way to the address in the link
        [tls] it spoke no TLS
        [time] no answer within the time limit
        [lost] the connection was cut
       *[other] { $why }
    }
problem-helper-wrong-key = The helper does not know the key in this link
    .action = Ask whoever runs the helper for a new link.
problem-helper-pin-differs = Somebody else answers where the helper should be
    .action = Do not go on with this link. Ask whoever runs the helper whether they moved it, and for a new link.
    .detail = The public key of the certificate is not the one that the link pins. A program that looks into encrypted connections on the way does this too.
problem-helper-too-often = The helper has knocked here often enough for now
    .action = Wait { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } and try again.
problem-helper-busy = The helper has too much to do right now
    .action = Wait { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    } and try again.
problem-helper-refuses-address = The helper does not knock at { $address }
    .action = Use a helper that stands outside, on the internet. It sees you at a street address of your own.
    .detail = Only public addresses are walked to, and none that asked to be left alone. The helper saw this connection come from { $address }.
problem-helper-other-version = The helper runs another version of this program
    .action = Install the newest version on both sides. Then try again.
problem-helper-not-understood = The helper gave an answer that makes no sense
    .action = Check the link. Something else may answer at its address.
problem-helper-not-in-practice = A practice office has a visitor of its own
    .action = Leave the helper out, or check your real office with it.
problem-helper-takes-no-letters = This helper cannot test for a doorman
    .action = Use another helper, or ask whoever runs this one to let it take letters.
    .detail = It listens on no SIP port. Something else on its machine may hold them; its log says which.
problem-helper-forgot-letters = The helper no longer knew our letters
    .action = Try again. They must be asked for within a minute and from the same street.
    .detail = The ticket was given out to another address, or its 60 seconds were over. Several helpers behind one address, or a line whose address changes with each connection, do this.
problem-doorman-not-on-phone-system = Only the phone system itself may send from its own place
    .action = Leave that option out, or run this program on the phone system.
    .detail = --doorman-from-5060 sends from port 5060. From another machine that can take the phone system's port on the outside of a simple router.
problem-helper-link-not-a-link = This is not the link of a helper
    .action = Copy the whole link. It begins with https and has a # in the middle.
problem-helper-link-cut = The end of the helper's link is missing
    .action = Copy the whole link, with all that follows the #. Mail programs often cut it there.
problem-helper-cannot-listen = The helper cannot listen at { $address }
    .action = Choose another address or number after the colon. Something else may use this one.
    .detail = { $why }
problem-helper-certificate-unusable = The certificate of the helper cannot be used
    .action = Move the files away from the helper's folder, and start it again. It makes new ones, and then needs a new link.
    .detail = { $why }
problem-helper-file-missing = The helper's file { $file } is missing
    .action = Put it back from a copy, and the link stays the same. Or move { $other } away too: the helper then makes both anew, and needs a new link.
problem-helper-key-not-a-key = Line { $line } of the access keys is not a key
    .action = Write one key on each line: 32 of the signs 0 to 9 and a to f.
problem-helper-no-key = The helper has no access key
    .action = Write one into access-keys.txt in its folder: 32 of the signs 0 to 9 and a to f. Or move that file away, and the helper makes a new key.
problem-helper-too-many-ports = { $option } takes { $most } numbers at most
    .action = Give fewer of them.
problem-helper-nowhere = The helper was told to listen nowhere
    .action = Give it an address to listen at.

## The report as text


report-title = Separate Entrance report of { $date } ({ $name } { $version })
report-office = Your office
report-street-address = Street address
report-router = Router
report-phone-system = Phone system
report-unknown = not known
report-findings = What was found
report-no-findings = Nothing stands in the way.
report-action = What to do: { $action }
report-about = About: { $services }
report-detail = For the technician: { $detail } [{ $code }]
report-folded = This also explains: { $codes }
report-entrances = Entrances
report-locked = Must stay locked
report-cabinets = Cabinets that must stay locked: { $shut ->
        [0] none of { $total } is shown to be locked yet.
       *[other] { $shut } of { $total } were tried from outside and are locked.
    }
report-not-shown = What the proof does not show
report-outbound = Ways out
report-outbound-lead = For whoever looks after the firewall: from the phone system to the internet, these must be allowed. Nothing of it needs an entrance.
report-outbound-not-here = What was tried was tried from this computer, which is not the phone system.
rule-way-out-direction = Direction
rule-way-out-protocol = Protocol
rule-way-out-ports = Ports
rule-way-out-purpose = What for
rule-way-out-tried = Tried
report-outbound-out = out
report-outbound-provider = The phone company's server
way-out-reachable = the way out is free
way-out-blocked = the way out is blocked
way-out-not-checked = not tried
report-unconfirmed = not confirmed by the maker
report-changes = What the router was asked
report-walks = Walks outside
report-streets = Seen from each street
report-street-other = from another street
report-street-same = from the office's own street, so this was no outside
report-street-unknown = street not known
report-street-lies = this street answers for others
report-trouble-no-way-out = the walker had no way out
report-trouble-limit = enough was asked for now
report-trouble-time = time ran out
report-trouble-other = something went wrong on the walk
report-trouble-not-walked = nobody walked
report-doorman = The doorman test
report-doorman-none = No doorman: every letter arrived as it was sent.
report-letter-untouched = arrived as it was sent
report-letter-rewritten = was rewritten on the way
report-letter-lost = never arrived
report-letter-answer-lost = arrived, but the answer did not come back
report-letter-not-sent = could not be sent from here
report-letter-changed = On the way out ({ $name }):
report-answer-changed = On the way back ({ $name }):
report-you-sent = you sent
report-arrived-as = arrived as
report-line-added = (nothing: added on the way)
report-line-dropped = (taken out on the way)
report-advice = To keep it safe
report-evidence = What was asked and seen
report-vantage-inside = inside
report-vantage-router = router
report-vantage-outside = outside
report-reused = from an earlier check

## The terminal program.

help-heading-usage = Usage
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-arg-help = Print this help
help-arg-version = Print the version
help-entrance = Finds your router and your phone system, opens exactly the entrances that phones outside need, and knocks on them from outside. Without a command it leads you step by step
help-separate-entrance = The window that leads you step by step. Every answer given here can be changed in it
help-arg-renderer = Draw with this only; without it both are tried
help-arg-self-test = Open the window, measure it, print one line and end
help-check = Look and ask, change nothing, and say what is true
help-open = Show the entrances to open, ask, open them, read them back
help-undo = Take back what this program opened
help-profile = List the phone systems, check a file with one of your own, or make one
help-guide = Show how to make the entrances by hand on your router
help-invite = Make a code for a colleague who knocks from outside
help-walk = Knock as an office's code asks, and print the code to send back
help-practice = List the practice offices, or run one
help-replay = Judge a saved report again with today's rules
help-witness = On the phone system: stand on its voice ports for a while, so that a walk from outside can prove them
help-watch = Look at the router and the phone system again and again, say what changes, and keep open what this program opened
help-history = List the checks made before and what changed between them
help-arg-every = Time between two looks, such as 15m or 1h
help-arg-every-port = Ask every voice port, where a witness stands on the phone system
help-arg-ports = First and last voice port, such as 10000-20000
help-arg-minutes = How many minutes to stand there, 60 at most; 10 unless told
help-arg-script = Print the witness as a script for a system too old for this program
help-helper = Run a standing helper: it knocks at whoever asks it, and at nobody else
help-arg-helper = Have this standing helper knock from outside; its link
help-arg-doorman-from-5060 = Send the letters of the doorman test from port 5060; only on the phone system itself
help-arg-listen = Where to listen; may be given more than once
help-arg-state = Folder for its certificate and its access keys
help-arg-also-listen = Further TCP ports, by which offices can try their ways out; none unless told
help-arg-sip-port = Ports on which letters of the doorman test are taken in, over UDP and TCP
help-arg-walks-per-minute = Walks a minute in all; 60 unless told
help-arg-knock-from = Address to knock from, once for each family; without it a second public address is used if there is one
help-arg-trust-proxy = Your own proxy, whose word about who asks is believed
help-arg-known-as = Name or address by which offices reach it, for the link
help-arg-operator = Who runs it and how to reach them, for its page
help-arg-never = Networks that are never walked to, separated by commas
help-arg-allow-private = Also walk to private addresses: for a lab, never on the internet
help-arg-lang = Language of the words
help-arg-system = Which phone system it is, by its short name
help-arg-pbx = Address of the phone system in your office
help-arg-find-phone-system = Yes, look round the local network for the phone system
help-arg-using = Who or what is outside, separated by commas
help-arg-calls = Calls at the busiest moment
help-arg-ipv6 = Open over IPv6 too, where the router can: yes or no (yes when no word follows)
help-arg-trusted = Networks that may use the entrances, separated by commas
help-arg-symptom = What is wrong; the findings that fit come first
help-arg-phones-use = Server name or address typed into the phones outside
help-arg-stun = Ask this server on the internet for the street address of where you are (STUN)
help-arg-provider = Your phone company's server; it is asked once whether it answers
help-arg-test = Safety tests to make, each after its own yes: guest-calls, name-leak
help-arg-test-from = Make the safety tests from another street, through this adapter: a mobile phone plugged in by cable
help-arg-own-address = Your own street address, where you know it. It counts where nothing answers that could tell it
help-arg-extension = A real extension of yours, for the test name-leak; it is kept nowhere
help-arg-public-address = Street address of your office, if the router does not say it
help-arg-practice = Use this practice office instead of yours
help-arg-router = Look at this router only
help-arg-interface = Use this network adapter only
help-arg-heard-both-ways = A test call today had sound both ways
help-arg-save = Also write the full report to this file: a page to read where its name ends in .html, else JSON
help-arg-inside-save = Also write what it says to this file: JSON where its name ends in .json, else text
help-arg-masked = Mask private details
help-arg-json = Print one JSON document
help-arg-walk-result = The code that the colleague sent back
help-arg-yes = Yes to what is shown, without asking
help-arg-repair = Take out and put in again what this program opened and nobody gets through
help-arg-dry-run = Show only, open nothing
help-arg-list = Only list what can be taken back
help-arg-all = Take back everything
help-arg-id = Take back this one
help-arg-profile-file = A file to check
help-arg-keep = Keep the file, so that --system knows it
help-arg-new = Make a phone system of your own with this name
help-arg-from = The built-in phone system that it is like
help-arg-bell = The number of its door for calls
help-arg-voices = The first and last number of its doors for voices
help-arg-router-guide = Show the guide for this router family
help-arg-code = The code, as it was sent to you
help-arg-scenario = Which practice office
help-arg-file = A saved report

terminal-hint = hint: { $hint }
terminal-safety = Make one of two more tests, only if you want
terminal-ask-provider = Try if the server of your phone company answers
terminal-ask-stun = Ask a server on the internet for your street address
terminal-type-server = Type the server's name, or nothing to go back:
terminal-type-extension = Type the number of any phone in the office, or nothing to go back:
terminal-helper-runs = The helper is ready. Its certificate and its keys are in { $folder }. Press Ctrl-C to stop it.
terminal-helper-private = This helper also walks to private addresses. Do not run it like this on the internet.
terminal-helper-stopped = The helper has stopped.
helper-page-title = A helper for small offices
helper-page-what = This server helps owners of small offices to find out whether their phones can be reached from outside. It knocks at the entrances of a phone system and tells what answered.
helper-page-asks = It knocks only at the address that asks it to, over an encrypted connection and with a key. Nobody can send it to another address.
helper-page-sends = It asks the smallest question of each service, at most twice, and stays within narrow limits. It tries no passwords and keeps no list of addresses.
helper-page-operator = It is run by: { $operator }
helper-page-nobody = Whoever runs it has not left a name here.
helper-page-alone = To be left alone, ask whoever runs it to put your address on its list of addresses that are never knocked at. If you never asked it for anything, it never knocked at yours.
terminal-watch-runs = Watching. A line appears when something changes. Press Ctrl-C to stop.
terminal-watch-stopped = Stopped. What was opened stays open until its time is over. "entrance undo" takes it back.
terminal-watch-no-phone-system = No phone system is known yet, so only the router is watched. Name it with --pbx, or allow --find-phone-system.
terminal-history-check = { $verdict } · { $proved } of { $total } proved from outside · street address { $street }
terminal-history-empty = Nothing was checked yet.
history-ready = Ready
history-action-needed = Something to do
history-could-not-check = Could not check
terminal-yes = yes
terminal-yes-no = [yes/no]
terminal-yes-letter = y
terminal-unknown = not known
terminal-dont-know = I don't know
terminal-candidate = Answers at { $address }: { $server }
terminal-router = Router at { $address }: { $router }
terminal-router-nameless = it does not say its name
terminal-type-street = Type your street address
terminal-type-street-now = Type your street address, or press Enter to go back:
terminal-phone-system = Phone system at { $address }: { $server }
terminal-saved = Saved to { $file }.
terminal-over-ipv6-too = Show the plan with openings over IPv6 too
terminal-nothing-to-open = There is nothing that the router could open for you.
terminal-nothing-changed = Nothing was changed.
terminal-nothing-sent = Nothing was sent.
terminal-ask-open = Open these entrances now?
terminal-ask-undo = Take these back now?
terminal-ask-walk = Knock there now?
terminal-journal-line = { $id }  { $service }  { $protocol } { $port } to { $client } on { $router }, made { $at }
terminal-hand-over = Send this code to your colleague. They run: entrance walk CODE
    Where the program is installed, this link opens it: { $link }
terminal-hand-back = Send this code back to the office.
terminal-walk-what = This knocks on { $count } entrances at { $address }, once each. Nothing else is sent.
terminal-witness-what = This takes every free door for voices from { $ports } on this computer for { $minutes } minutes and answers a visitor who has this code, and nobody else. New calls have no sound while it stands here. Calls under way are left alone.
terminal-ask-witness = Stand here now?
terminal-witness-not-found = Visitors with this code knock on { $asked } first. None of these is in { $ports }, so they will not find you.
terminal-witness-holds = Standing behind { $count } of { $whole } doors for voices. Press Ctrl-C to end it.
terminal-witness-in-use = Left alone, because the phone system or something else uses them: { $count } ({ $ports })
terminal-witness-beyond = Left out, because this computer gives no more handles: { $count } ({ $ports }). Raise its limit on open files, or check these in a second go.
terminal-witness-asked-by = A visitor knocks, from
terminal-witness-tally = Knocks answered: { $answered }. Left unanswered, because they were not of this code or came twice: { $dropped }.
terminal-witness-from = From { $source }: { $count }
terminal-witness-nobody = Nobody with this code knocked. If somebody did walk, the voices are stopped on their way here.
terminal-practice-runs = The practice office { $scenario } is open. Press Ctrl-C to close it.
terminal-answers = Its phone system is { $system } at { $pbx }.
terminal-not-a-choice = { $word } is not one of the choices.
terminal-check-mine = Check my office
terminal-practise = Try it on a practice office, where nothing can break
terminal-how-to-answer = Press Enter to keep what stands in brackets. Type ? to hear how to find out, or - for "I do not know". Of a list, type its numbers with a comma between.
terminal-whole-report = Show the whole report
terminal-stay-shut = Stays locked: { $services }.
terminal-must-get-out = Must get out, and needs no entrance: { $services }.
terminal-help-colleague = Help a colleague check theirs
terminal-quit = Quit
terminal-next = Next
terminal-back = Back
terminal-skip = Not now
terminal-other-address = It is at another address
terminal-type-address = Type its address
terminal-look-round = Yes, look round my network for it
terminal-step-outside = Step outside with this computer
terminal-adapters-again = I plugged the mobile phone in: look again
terminal-ask-colleague = Ask a colleague: make a code for them
terminal-ask-helper = Ask a helper that always stands outside: I have its link
terminal-paste-helper = Paste the helper's link:
terminal-paste-helper-or-last = Paste the helper's link, or press Enter for the one of last time:
terminal-give-result = I have the colleague's answer
terminal-paste-result = Paste the code that came back, or press Enter to go back:
terminal-paste-code = Paste the office's code, or press Enter to go back:
terminal-whole-computer = This computer is on another street now
terminal-practice-knock = In a practice office, stepping outside is played for you.
terminal-profile-sound = { $name } reads well
terminal-profile-kept = Kept. Use it with --system { $id }
terminal-by-hand = Show me how to make them by hand
terminal-open-now = Open them now
terminal-there = Your router opens only for the device that asks. Run this on the phone system itself:
terminal-repair = Take the silent entrances out and put them in again
terminal-ask-repair = While an entrance is out, calls break off. Nobody is on the phone: do it now?
terminal-repair-yes = Nobody is on the phone: do it now
terminal-undo-all = Take back all that this program opened
terminal-knock-now = Knock from outside now
terminal-recheck = Check again
terminal-knock-again = Knock from outside again
terminal-plan-again = Show the plan again
terminal-new-check = Start over with the questions
terminal-tick = Tick what you have done to keep it safe
terminal-heard = A test call today had sound both ways
terminal-agree = Yes, knock there
change-opened = opened
change-already-there = was there already
change-refused = the router said no
change-failed = no proper answer
change-undone = taken back
change-renewed = has more time now
change-repaired = taken out and put in again

problem-folder-unusable = The folder for this program's files cannot be used: { $why }
    .action = Make room on the disk. Or choose a folder that can be written: with SEPARATE_ENTRANCE_DIR, or with --state for a helper.
problem-practice-not-opened = The practice office could not be opened: { $why }
    .action = Close other programs that use the network, then try again.
problem-report-not-handed-out = The report could not be saved: { $why }
    .action = Make room on the disk and save it again. Or copy the report instead.
problem-report-not-kept = This check could not be kept for next time: { $why }
    .action = Make room on the disk, then check again.
problem-phones-use-unknown = Nobody knows the name { $name }.
    .action = Read the server name off a phone outside, letter by letter, and type it again.
problem-street-name-unknown = The name { $name } leads to no street address.
    .action = Check the name, or type the address itself.
problem-name-servers-silent = Nobody in this network could look up the name { $name }
    .action = Make sure that this computer has internet. Then check again.
problem-safety-no-walk = No bell was answered from outside yet
    .action = Check again and let somebody knock, then make the test from the street.
problem-unknown-test = { $word } is not one of the safety tests: { $known }
    .action = Use one of these words.
problem-not-an-extension = { $word } cannot be an extension.
    .action = Type it as it stands on the phone, such as 201.
problem-needs-extension = The test name-leak compares a made-up name with a real one, and no real one was given.
    .action = Add --extension with the number of any phone in the office.
problem-safety-needs-yes = Nobody is here to say yes, so no safety test was made.
    .action = Add --yes, or run it in a terminal.
problem-safety-no-sip = The phone system has not answered yet, so there is nothing to test.
    .action = Check again, then make the test.
problem-safety-not-made = The test could not be made: { $why }
    .action = Check again, then make the test.
problem-not-a-server = { $word } is not the name of a server.
    .action = Write it like phones.example.com or 203.0.113.5.
problem-stun-name-unknown = Nobody knows the server { $server }, so nobody was asked for your street address.
    .action = Check its name, then try again.
problem-stun-silent = The server { $server } did not say what your street address is.
    .action = Try another server, or open a web page that shows your address and type it.
problem-stun-not-outside = The server { $server } sees this computer at { $address }, which is no street address.
    .action = Choose a server that stands further out: not in your building, and not in the network of your internet company.
problem-router-other = The router at { $address } is not the one that was changed.
    .action = Go back to the network of that office, then try again.
problem-invitation-not-kept = The invitation could not be kept, so its answer could not be proved: { $why }
    .action = Make room on the disk, then ask for a new code.
problem-engine-not-started = The program could not begin: { $why }
    .action = Restart this computer, then try again.
problem-not-a-network = { $word } is not a network address.
    .action = Write it like 198.51.100.7 or 198.51.100.0/24.
problem-unknown-symptom = { $word } is not one of the troubles this program knows: { $known }
    .action = Use one of these words.
problem-not-a-street-address = { $word } cannot be your street address: nobody outside can reach it.
    .action = Ask your internet company for your public address, or leave it out.
problem-not-saved = { $file } could not be written: { $why }
    .action = Choose another place with --save.
problem-not-printed = The output could not be written: { $why }
    .action = Choose another place, then run the command again.
problem-unknown-entry = There is no open entry with the number { $word }.
    .action = Run entrance undo --list to see the numbers.
problem-unknown-router-guide = There is no guide called { $word }. There are: { $known }
    .action = Use one of these names, or leave it out.
problem-needs-yes = Nobody is here to say yes, so nothing was changed and nothing was sent.
    .action = Add --yes, or run it in a terminal.
problem-not-a-number = { $word } is no number of calls
    .action = Type a number such as 4, or press Enter if you do not know.

## The window's own words: buttons, hints, the picture

window-title = Separate Entrance
window-back = Back
window-next = Next
window-cancel = Cancel
window-finish = Finish
window-unknown = not known
window-dont-know = I don't know
window-copied = Copied
window-working = Getting ready
window-progress = { $done } of { $total }: { $doing }
window-bullet = – { $what }
window-ports = { $label }, { $protocol } { $ports }
window-not-confirmed = Not confirmed by the maker
window-set-aside = { $why ->
    [newer-program] A newer version of this program wrote { $file }. It stays as it is for that version, and this one keeps its own beside it.
   *[other] This version cannot read the file { $file }. It is kept as { $kept_as }, and the program started afresh.
    }
settled-opening-made = Opening { $service } was broken off in the middle. The router has this entrance, and you can take it back like any other.
settled-opening-not-made = Opening { $service } was broken off in the middle. The router does not have this entrance.
settled-opening-untold = Opening { $service } was broken off in the middle, and this router does not tell whether it did. Open it again, or take it back.
settled-repairing-made = Renewing { $service } was broken off in the middle. The entrance is there again.
settled-repairing-not-made = Renewing { $service } was broken off in the middle. The entrance is not there any more, so open it again.
settled-undoing-still-there = Taking { $service } back was broken off in the middle. The entrance is still there, so take it back again.
settled-undoing-undone = Taking { $service } back was broken off in the middle. It is taken back now.

no-display = There is no display to open a window on, so everything goes on here as text. { $why }
no-display-box =
    This computer cannot draw the window. { $why }

    Open a terminal and type “entrance”: the same steps are there as text. Or use another computer in your office.

window-step-questions = Tell us a little
window-step-router = Your building
window-step-phones = Phone system
window-step-knock = Knock outside
window-step-offer = The plan
window-step-by-hand = Make it last
window-step-results = Results
window-checking = Checking again
    .title = Checking again
    .lead = Your router and your phone system are asked once more. Nothing is changed.
window-rail-promise = Nothing changes without your yes.
window-rail-past = { $step }, done
window-rail-here = { $step }, you are here
window-rail-ahead = { $step }, still to come

window-practice = Practice office
window-practice-safe = It lives inside this program. Your own network is left alone.
window-practice-leave = Leave the practice office
window-practice-knock = In a practice office, stepping outside is played for you.

window-check-mine = Check my office
    .title = My phones outside do not work, or I want to be sure they do
    .lead = A few questions, a look at your router and your phone system, then a knock from outside. Takes about five minutes.
window-help-colleague = Help a colleague
    .title = A colleague sent me a code
    .lead = Knock on their office from where you are, and send back what you saw.
window-practise = Choose a practice office…
    .title = I want to try it first
    .lead = A whole small office inside this program. Nothing in it can break.
window-practise-hide = Hide the practice offices

window-questions-more = Good to know, easy to skip
    .lead = Choose "I don't know" or leave a box empty. The program then finds out, or says what it could not tell.
window-questions-unsound = One answer cannot be read yet
window-how-to-find = How do I find out?
window-using-empty = Nothing ticked: we plan for phones outside the office.
window-phones-use-hint = for example phones.example.com
window-calls-hint = for example 4
window-trusted-hint = for example 198.51.100.7, 198.51.100.0/24
window-pbx-hint = for example 192.168.1.20
window-wrong-number = Write a number, such as 4.
window-wrong-network = { $word } is not an address. Write it like 198.51.100.7 or 198.51.100.0/24.
window-wrong-address = This is not an address. Write four numbers with dots, such as 192.168.1.20.
window-wrong-street = This cannot be a street address: nobody outside can reach it. Ask your internet company for your public address.

window-router-nameless = A router that does not say its name
window-router-default = Faces the internet
window-router-at = Found at { $address } in your office
window-router-street = Street address:
window-street-said = { $street }, { $from }
window-router-takes = Opens entrances on request:
window-control-upnp = yes
window-control-asker-only = only for the device that asks
window-control-none = no, by hand only
window-no-router = No router answered. Everything can still be set up by hand, and the knock from outside works as well.

window-candidates = Answered in your network
window-candidate-likely = Looks like a phone system
window-candidate-silent = Did not say what it is
window-candidate-use = Use { $address }
window-nobody-found = Nobody answered. Type the address instead: on any desk phone, open Menu, then Status, and read what stands at the server.
window-look-round-again = Look round again
window-look-round = Look round my network
    .title = Let the program find it
    .lead = It asks every address of your office network once: are you a phone system? Nothing leaves your office.
window-type-address = Type the address
    .title = Or type its address
    .lead = On any desk phone: Menu, then Status. The address stands next to the server.
window-use-address = Use this address
window-other-address = It is at another address
window-phones-unknown = Go on: I don't know
window-phone-system-at = Found at { $address } in your office
window-phone-system-says = It calls itself { $server }
window-phone-system-mac = Hardware address { $mac }
window-inside = Asked from inside the office
window-voice-inside = answers only during a call

window-knock-at = The knock goes to { $address }, your street address.
window-knock-skip = Not now
window-step-outside = Knock now
    .title = Step outside with this computer
    .lead = Share the internet of a mobile phone. The office cable stays in.
window-outside-first = 1. Switch Wi-Fi off on the mobile phone, so that it uses the mobile network.
window-outside-second = 2. Connect it to this computer by USB and share its internet.
window-outside-third = 3. Choose it here, then knock.
window-adapter = Go out through
window-adapter-whole = Whatever this computer uses now
window-adapter-line = { $name } ({ $address })
window-adapter-over-ipv6 = { $name } (IPv6 only)
window-adapter-again = Look again: I plugged it in
window-adapter-only-one = Only one way out is known so far. Plug the phone in, then press the button. Or join its hotspot and pull the office cable.
window-ask-colleague = Make a code
    .title = Ask a colleague at home
    .lead = They start this program, paste your code and press one button. Then they send you a short code back.
window-helper = Let the helper knock
    .title = A helper that always stands outside
    .lead = Your phone system's company or your technician may run one. Paste the link they gave you. It knocks only at the address that asks.
window-helper-hint = https://…
window-hand-over = Hand over the code
    .title = Send this code to your colleague
    .lead = By mail, by chat or read aloud. It names only your street address and the entrances to knock on.
window-copy-code = Copy the code
window-copy-link = Copy it as a link
window-expires = Good until { $until }
window-qr = The same code for a camera
window-give-result = Read the answer
    .title = The code that came back
    .lead = Paste it here.
window-code-hint = Paste the whole code
window-street = Street address
    .title = What is your street address?
    .lead = Nobody could say it so far. Your internet company can, or any phone outside that works. Without it there is nowhere to knock.
window-street-hint = for example 203.0.113.7
window-street-typed = You typed this address. If a digit is wrong, the knock goes to a stranger.
window-street-other = Use another address
window-street-clear = Remove this address
window-stun = A server that tells callers their address
    .lead = Or name a server on the internet that tells callers their address. Only this one is asked, once, and only after your yes.
window-stun-hint = for example stun.example.com
window-stun-ask = Yes, ask { $server }
window-wrong-server = This is no server name or address.
window-provider = Your phone company's server
    .lead = Is the way to your phone company free? Type the server name that is set in the phone system, and it is asked once whether it answers.
window-provider-hint = for example phones.example.com
window-provider-try = Try the phone company
window-copy-ways-out = Copy this table
window-safety = Two more tests, only if you want
    .lead = They try what a stranger on the street could try. Nothing rings and nothing is changed.
    .street = Inside, the phone system may know its own people. To try it as a stranger does, share the internet of a mobile phone by cable, and choose the phone here. Only an entrance that answered a knock from outside is tried.
window-safety-guest-calls = Make the stranger's call
window-safety-name-leak = Compare the two names
window-safety-extension = Number of any phone in the office
window-safety-extension-hint = for example 201
window-safety-your-extension = the number below
window-safety-wrong-extension = This cannot be the number of a phone.
window-safety-from = Made from
window-safety-from-inside = here, inside the office
window-safety-made = { $from ->
        [outside] From the street
       *[inside] From inside the office
    }, { $at }

window-offer-everyone = Without a guest list these entrances are open to everyone on the internet until the router closes them. To try it out that is fine. To make it last, name the guests.
window-offer-guests = Your guest list does not go along: opened this way, the doors let everyone knock. To keep strangers out, make the rules by hand with the list, or set the list on the phone system.
window-offer-over-ipv6 = The newer kind of address
    .lead = Your building has a second, newer kind of address (IPv6), and your router can let phones in there too. It ends by itself after a day unless this program keeps watching. You need it only if a phone outside cannot use the older kind.
window-offer-over-ipv6-wanted = Let phones in there too
window-offer-nothing = There is nothing that the router could open for you. What is left is made by hand.
window-offer-open-one = One entrance to open
window-offer-open-many = { $count } entrances to open
window-offer-by-hand-one = One entrance that you make by hand
window-offer-by-hand-many = { $count } entrances that you make by hand
window-offer-there-one = One entrance is there already
window-offer-there-many = { $count } entrances are there already
window-offer-locked-one = One cabinet stays locked
window-offer-locked-many = { $count } cabinets stay locked
window-offer-out-one = One way out that must stay free
window-offer-out-many = { $count } ways out that must stay free
window-approve-one = Open this entrance
window-approve-many = Open these { $count } entrances
window-i-make-them = Make them by hand
window-show-by-hand = Show me how

window-opening-safe = Each entrance is written down before it is opened and read back after. Cancel leaves nothing half done.
window-change-label = { $protocol } { $ports } to { $client }
window-change-waiting = waiting
window-change-minutes = It stays open for { $count ->
        [0] less than a minute
        [one] { $count } minute
       *[other] { $count } minutes
    }, then it locks itself.
window-change-hours = It stays open for { $count } hours, then it locks itself.
window-change-days = It stays open for { $count } days, then it locks itself.
window-repair = Take it out and put it in again…
window-repair-ask = While the entrance is out, calls break off. Is anybody on the phone? Only what this program made is touched, and it is put back whatever happens.
window-repair-now = Do it now: nobody is on the phone
window-repair-later = Not now
window-there = On the phone system itself
    .lead = Your router opens only for the device that asks. This program can ask for you there. Copy the small program to the phone system and run this:
window-copy-command = Copy the command
window-change-stays = It stays open until you take it back.
window-change-code = The router's reason: { $code }
window-make-it-last = Make it last
window-undo-all-one = Take it back
window-undo-all-many = Take everything back
window-undo-one = Take back { $name }
window-undo = Opened by this program
    .lead = The router can be put back as it was.

window-guide-add-rule = Add one rule for each line of the table above. Copy everything exactly as it stands there. Save at the end.
window-rules = The rules to make
window-no-rules = There is no rule to make.
window-check-other = Check the other one
window-own-system = My phone system has other numbers
    .lead = Choose above the one that it is most like. Then say what is different, and keep it under a name of its own.
window-own-name = A name for it
window-own-bell = Number of the door for calls, if it is another
window-own-voices = First and last number of the doors for voices, if they are others
window-own-keep = Keep it and choose it
window-copy-rules = Copy the table
window-copy-commands = Copy: { $what }
window-rules-everyone = These rules let everyone in. If your router can limit the source, enter the addresses of your guests there.
window-knock-now = Knock from outside

window-recheck = Re-check
window-knock-again = Knock from outside
window-plan-again = Show the plan
window-results-by-hand = Show me how
window-start-over = Ask me again
window-findings = What to do
window-no-findings = Nothing to do
window-notes = Good to know
window-do-this = Do this
window-explains = This also explains:
window-technician = For the technician
window-heard-both-ways = Confirm: a test call today had sound both ways
window-entrances = Entrances
window-no-entrances = For what you told us, no entrance is needed.
window-entrance-seen = Inside: { $inside }. Router: { $router }. Outside: { $outside }.
window-doorman = The doorman
    .lead = We sent letters past him and compared each line with what arrived outside.
    .none = Every letter arrived as it was sent. No doorman opens them.
window-letter-untouched = arrived as it was sent
window-letter-rewritten = arrived with other lines
window-letter-lost = never arrived
window-letter-answer-lost = arrived, and its answer was lost
window-letter-not-sent = could not be sent
window-letter-back = On the way back:
window-letter-sent = { $line }: you sent
window-letter-arrived = { $line }: arrived as
window-letter-absent = (nothing)
window-streets = Seen from each street
window-street-saw = { $from }: { $said } ({ $at })
window-walked-colleague = A colleague knocked from { $from }, { $at }
window-walked-step-outside = This computer knocked from { $from }, { $at }
window-walked-helper = A helper knocked from { $from }, { $at }
window-walked-colleague-somewhere = A colleague knocked, { $at }
window-walked-step-outside-somewhere = This computer knocked, { $at }
window-walked-helper-somewhere = A helper knocked, { $at }
window-not-walked = Nobody has knocked from outside yet.
window-cabinets = Stays locked
window-cabinets-open-one = One cabinet is open to the street
window-cabinets-open-many = { $count } cabinets are open to the street
window-cabinets-shut-one = The one cabinet was tried from outside and is locked
window-cabinets-shut-many = All { $count } cabinets were tried from outside and are locked
window-cabinets-some = { $shut } of { $total } cabinets were tried from outside and are locked
window-cabinets-unseen-one = One cabinet, not tried from outside yet
window-cabinets-unseen-many = { $count } cabinets, not tried from outside yet
window-cabinets-list = Every cabinet
window-since = Since { $at }
window-happened = While this window was open
    .action = Check again to see the whole picture.
window-other-owner = Another copy of this program keeps an eye on this office (process { $pid }, since { $since })
window-history = Earlier checks
window-history-list = Every check and what happened between
window-history-check = { $verdict }, { $proved } of { $total } proved from outside
window-history-more = To see the older ones, type "entrance history" in a terminal
window-since-same = Nothing changed
window-since-still = Still not as it should be: { $service }
window-advice = Keep it safe
window-ticked = Done on { $date }
window-support = Copy a message to support
    .title = Three tries are enough
    .lead = Send this to your phone system's support. It says what was tried and what came of it, with private details masked.

window-drawer = For the technician: all the details
    .lead = Exact and complete. What you copy here has private details masked.
window-copy-masked = Copy the report
window-save = Save it with our addresses and names
    .name = Separate Entrance report { $at }
window-save-masked = Save the report
    .name = Separate Entrance report { $at } masked
window-saved = Saved as { $path }, and beside it the same as data (.json) for a technician.
window-evidence-table = Questions and answers
window-no-evidence = Nothing was asked yet.
window-mapping-table = The router's list
window-no-mappings = The router lists no entrance, or was not asked.
window-mapping-ours = (made by this program)
window-mapping = { $protocol } { $outside } to { $client }:{ $inside }, lease { $lease } s, "{ $description }" { $ours }
window-evidence = { $vantage } { $service } { $protocol } { $target }: { $outcome }, { $elapsed } ms { $seen }
window-to-compare = to compare
window-vantage-inside = inside
window-vantage-router = router
window-vantage-outside = outside
window-column-at = at
window-column-from = from
window-column-service = service
window-column-protocol = protocol
window-column-target = target
window-column-outcome = outcome
window-column-elapsed = ms
window-column-seen = seen
window-drawer-router = router { $address }, WAN { $wan }, next hop { $hop }, opens on request: { $control }
window-drawer-adapter = adapter { $name } { $address }/{ $prefix }
window-drawer-program = { $name } { $version }, began { $at }, took { $took } ms

window-paste-code = Paste the code
    .title = The code from your colleague
    .lead = Paste it here. Nothing is sent before you have seen what it asks for.
window-read-code = Read the code
window-asked = What is asked
    .title = Knock at { $address }
    .lead = Phone system: { $system }. The code is good until { $until }.
window-asked-doors-one = One entrance, and the cabinets that must be locked:
window-asked-doors-many = { $count } entrances, and the cabinets that must be locked:
window-agree-promise = Each is asked once, politely, from this computer. No password is tried and nothing is changed.
window-agree = Yes, knock there
window-own-street = Your own street address
    .lead = Only if you know it: a web page that shows one's own address tells it. Where nobody answers you, it tells the office whom to let in.
window-hand-back = Hand back
    .title = Done. Send this code back
    .lead = It says what answered. Only the office that invited you can read it as an answer.

window-plate-calls = Calls
window-plate-voices = Voices
window-plate-fax = Fax
window-plate-other-office = Other office
window-plate-hud = HUD
window-plate-chat = Chat
window-plate-pages = Pages
window-plate-data = Data
window-plate-cabinet = Cabinet

window-picture-your-address = your address
window-picture-no-address = not known yet
window-picture-own-door = your own door
window-picture-phone-system = your phone system
window-picture-phone-system-at = phone system { $address }
window-picture-doorman = the doorman opens letters
window-picture-locked = stays locked
window-picture-open-cabinet = stands open!
window-picture-cabinets = cabinets
window-picture-building = second building
window-picture-tower = shared tower
window-picture-not-walked = nobody knocked yet
window-picture-walked = knocked { $at }
window-picture-promise-walker = knock, knock
window-picture-said = Your building at { $address }
window-picture-said-nowhere = Your building. Nobody has seen its street address yet
window-picture-door = { $plate }: { $verdict }
window-picture-promise = A street with your building. Beside your own front door stand separate entrances for calls, voices and HUD, each with a lamp, all leading to the phone system. Cabinets beside them stay locked. Somebody outside knocks
