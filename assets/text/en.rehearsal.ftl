# The rehearsal: a remote phone, played.

doing-registering = Signing in as a phone
doing-calling = Calling
doing-listening = Sending sound and listening
doing-keeping-quiet = Staying quiet: { $seconds } seconds left
doing-waiting-for-call = Call this extension now, from another phone

grade-good = good
grade-usable = usable
grade-poor = poor

help-rehearse = Play a phone outside: sign in, call a number, and measure the sound both ways. With an office's code it prints a code to send back
help-arg-server = Phone system as typed into phones, a name or an address; a port may follow after a colon
help-arg-user = Extension to sign in as. Take a spare one
help-arg-number = What to call; without it the echo of your phone system, where it is known
help-arg-ring = Then wait quietly and tell whether a call to this extension rings
help-arg-password-stdin = Read the password from standard input instead of asking for it

terminal-rehearse-what = This signs in at { $server } as extension { $user }, calls { $number }, sends a tone and listens for a few seconds. Then it hangs up and signs out. Use a spare extension that no phone has.
terminal-rehearse-ring = After that it stays quiet, and somebody calls this extension when asked to.
terminal-ask-rehearse = Call now?
terminal-password = Password of extension { $user }:
terminal-ring-quiet = { $n } of { $total }: quiet for { $seconds } seconds …
terminal-ring-now = { $n } of { $total }: call this extension now, from another phone. You have { $seconds } seconds.
terminal-ring-rang = It rang.
terminal-ring-silent = It did not ring.

ring-not-yet = After { $seconds } seconds of quiet: not tried

step-rehearse = Test call
    .title = Play a phone outside
    .lead = This computer signs in as a phone, calls a number and measures the sound both ways. Best from another street: at home, or over a mobile phone.

window-rehearse = Make a test call
window-rehearse-here = Or make a test call
    .title = Or play a phone outside
    .lead = From where you are, this computer can sign in as a phone of the office. It tells how a call sounds and whether it rings.
window-rehearse-server = Phone system
window-rehearse-server-hint = as typed into the phones outside
window-rehearse-user = Extension
window-rehearse-user-hint = for example 299
window-rehearse-spare = Take a spare extension that no phone uses, so that nobody is disturbed.
window-rehearse-password = Password of this extension
window-rehearse-password-kept = Used once, and neither kept nor shown. After each try it is asked for again.
window-rehearse-number = Number to call
window-rehearse-number-hint = best an echo test, such as *43
window-rehearse-call = Call now
window-rehearse-ring = Make a ring test
    .lead = The ring test stays quiet for 10, 60 and 180 seconds, like a phone on a desk, and each time asks somebody to call this extension. So it shows whether phones outside still ring later.
window-rehearse-again = Call once more
window-rehearse-calling = This takes 20 seconds at most. Then it hangs up and signs out by itself.
window-rehearse-waiting = Keep another phone at hand. Each time you are asked to call, dial this extension within half a minute, and hang up as soon as it says that it rings.

window-hand-back-call =
    .lead = It says how the call sounded. Only the office that invited you can read it as an answer.

terminal-rehearse = Make a test call: play a phone outside
terminal-rehearse-not-yet = Something is missing, or cannot be called. Try again.

rehearsal-heading = The call to { $number }
rehearsal-both-ways = Sound passed both ways.
rehearsal-dead-out = Sound passed one way only: you hear the office, but the office does not hear you.
rehearsal-dead-back = Sound passed one way only: the office hears you, but you do not hear the office.
rehearsal-none = The call was answered, but no sound came.
rehearsal-out-unknown = Sound came from the office. Nothing tells whether yours arrived: call an echo number to know.
rehearsal-grade = Grade of the sound: { $grade }
rehearsal-not-made = The call did not come about.
rehearsal-from-inside = This call was made inside the office, so it shows the phone system only and not the street.
rehearsal-one-pair = One call proves one pair of doors for voices, not all of them.
rehearsal-figures = lost { $loss } %, jitter { $jitter } ms, round trip { $round_trip } ms
rehearsal-media = The phone system asked for sound at { $media }.
report-rehearsal = The rehearsed call
ring-rang = After { $seconds } seconds of quiet: it rang
ring-silent = After { $seconds } seconds of quiet: it did not ring

problem-call-no-such-name = Nobody answers for the name { $server }
    .action = Check the spelling. Type the name or address exactly as it stands in a phone that works.
problem-call-no-answer = Nothing answers at { $server }
    .action = Check the name or address. If it is right, check the office from outside first: calls do not get in.
problem-call-nothing-listens = A machine is there at { $server }, but it takes no calls
    .action = Check the address, and that the phone system is running.
problem-call-own-trouble = This computer could not make the call
    .action = Check that this computer has a network, and try again.
    .detail = { $why }
problem-call-wrong-password = The phone system does not take this password for { $user }
    .action = Check extension and password, and wait a little before you try again: too many wrong ones shut your street out.
    .detail = { $why }
problem-call-no-such-extension = The phone system knows no extension { $user }
    .action = Check the number of the extension.
    .detail = { $why }
problem-call-extension-in-use = Another phone is signed in as { $user }
    .action = Use a spare extension, so that nobody's phone is disturbed. After a try that broke off, wait a few minutes.
problem-call-not-taken-in = The phone system does not let extension { $user } sign in
    .action = Check in the phone system whether this extension may sign in from where you are.
    .detail = { $why }
problem-call-no-such-number = The phone system knows no number { $number }
    .action = Choose another number to call, best an echo test.
    .detail = { $why }
problem-call-busy = The number { $number } is busy, or declined
    .action = Try again, or choose an echo test.
    .detail = { $why }
problem-call-nobody-picked-up = Nobody picked up at { $number }
    .action = Call a number that answers by itself, best an echo test.
    .detail = { $why }
problem-call-failed = The call to { $number } failed
    .action = Try an echo test. If it fails too, send the details to whoever looks after the phone system.
    .detail = { $why }
problem-call-no-common-codec = The phone system speaks another kind of sound
    .action = Allow G.711 (ulaw) for this extension in the phone system, and call again.
    .detail = { $why }
problem-call-limit = Enough calls for now
    .action = Wait ten minutes, so that no guard takes you for a burglar.
problem-not-called-emergency = { $number } is an emergency number and is never called
    .action = Choose the echo test of your phone system.
problem-not-called-international = { $number } leads abroad and is not called
    .action = Choose the echo test of your phone system.
problem-not-called-premium = { $number } costs by the minute and is not called
    .action = Choose the echo test of your phone system.
problem-not-called-elsewhere = { $server } leads elsewhere than the code
    .action = Use the address { $address }, which stands in the code. Or ask the office for a new code.
    .detail = { $server } is { $leads }.
problem-not-called-not-a-number = { $number } is no number that can be called
    .action = Type digits, or a code such as *43.
problem-unknown-extension = { $user } is no name of an extension
    .action = Type the number of a spare extension.
problem-needs-server = It is not known where your phone system is
    .action = Type --server NAME, as it stands in the phones outside.
problem-needs-number = No echo number is known for your phone system
    .action = Type --number N, best an echo test such as *43.
problem-needs-password = Nobody is there to type the password
    .action = Give it on standard input, with --password-stdin.
problem-needs-user = No extension was named
    .action = Type --user N, the number of a spare extension.

audio-one-way = Sound passes one way only
    .meaning = { $from ->
        [inside] A call connects. But even inside the office one side hears nothing. So the trouble is not in the street.
       *[outside] A call connects. But { $way ->
            [out] the office does not hear the phone outside
           *[back] the phone outside does not hear the office
        }. On the way a door is shut, or an address is wrong.
    }
    .action = Do this, then call again: { $from ->
        [inside] Check the sound of this extension in the phone system.
       *[outside] { $media_is ->
            [inside] Set your street address in the phone system.
            [elsewhere] Set your street address in the phone system.
           *[street] { $way ->
                [out] { $mapped ->
                    [yes] Look for a guard on the phone system. It may stop visitors at the doors for voices.
                   *[no] Make the rule for voices in your router. The guide has the numbers.
                }
               *[back] Tell the phone system that this phone is outside. Switch off the doorman in both routers.
            }
        }
    }
    .detail = Rehearsal call to { $number } on { $at }, from { $from ->
        [inside] inside
       *[outside] outside
    }: signalling works, and RTP { $way ->
        [out] arrived here, but ours did not arrive there (no echo, and the reports of the other side count none)
       *[back] of ours arrived there, but none came back
    }. Sound was asked for at { $media }. Usual causes, most likely first: { $media_is ->
        [inside] the SDP of the phone system names an inside address, because its external address is not set; the voice range is not forwarded.
        [elsewhere] the SDP of the phone system names another address than the office's street, as an old one or that of another line; set its external address.
       *[street] { $way ->
            [out] the voice range is not forwarded (the phone system's own packets open a way out, which hides it), or it differs from the range set on the phone system; a firewall on the phone system; SIP ALG.
           *[back] the phone system sends to the private address in the phone's SDP, because it does not take the phone for one behind NAT (rtp_symmetric, comedia); a firewall on the phone's side; SIP ALG on either side.
        }
    }

audio-none = The call connects, but there is no sound
    .meaning = { $from ->
        [inside] The bell works. But even inside the office there is no voice. So the trouble is not in the street.
       *[outside] The bell works. But no voice gets through. The doors for voices are shut, or lead nowhere.
    }
    .action = Do this, then call again: { $from ->
        [inside] Check the sound of this extension in the phone system.
       *[outside] { $media_is ->
            [inside] Set your street address in the phone system.
            [elsewhere] Set your street address in the phone system.
           *[street] { $mapped ->
                [yes] Compare the rule for voices with the guide. The first and last numbers must match.
               *[no] Make the rule for voices in your router. The guide has the numbers.
            }
        }
    }
    .detail = Rehearsal call to { $number } on { $at }, from { $from ->
        [inside] inside
       *[outside] outside
    }: signalling works, and no RTP came back. Sound was asked for at { $media }. An echo that hears nothing says nothing, so the way out may be the one that is shut. Usual causes, most likely first: { $media_is ->
        [inside] the SDP of the phone system names an inside address, because its external address is not set;
        [elsewhere] the SDP of the phone system names another address than the office's street, as an old one or that of another line; set its external address;
       *[street] the voice range is not forwarded, or it differs from the range set on the phone system;
    } the phone system sends to the private address in the phone's SDP; a firewall on the phone system or on the phone's side; SRTP on one side only.

other-voices-not-shown = One call had sound both ways, and shows one pair of doors
    .meaning = Each call picks its doors for voices by chance. A call from outside sounded well, but the other doors were not tried.
    .action = Make another call now and then. If one of them has no sound, compare the rule for voices with the guide.
    .detail = Rehearsal call from outside to { $number } on { $at }: RTP passed both ways, at { $media }. The rest of the voice range { $ports } is not shown. To show it, run "entrance witness --code CODE" on the phone system while somebody walks with that code.

incoming-call-lost = A call to the phone outside did not ring
    .meaning = The phone outside had signed in. Then somebody called it, and the bell stayed silent. Or nobody called in time.
    .action = Try the ring test again. Call within half a minute. If it stays silent, switch off the doorman in both routers.
    .detail = Ring test on { $at }: registered, but no INVITE arrived within 30 s, not even after { $quiet } s of quiet. Usual causes, most likely first: the phone system calls the private address in the phone's Contact, because it does not take the phone for one behind NAT (rewrite_contact, nat); SIP ALG on either side; a rule of the extension (do not disturb, forwarding) that answers in the phone's place.

phone-side-forgets = The phone's own router forgets the way back
    .meaning = The phone outside sits behind a wall of its own. When the phone is quiet for a while, that wall forgets it. Then the bell no longer gets through.
    .action = Set the phone to say hello every 25 seconds. The setting is often called keep-alive.
    .detail = Ring test on { $at }: it rings after { $heard } s of quiet but not after { $lost } s. The NAT binding on the phone's side times out; a keep-alive (CRLF, OPTIONS or qualify) of 25 s keeps it.

practice-no-sound = No sound: calls connect, but the doors for voices lead elsewhere
practice-phones-fall-silent = Phones fall silent: after half a minute of quiet they ring no more
practice-phones-never-ring = Phones never ring: the phone outside can call, and nobody can call it
practice-sound-one-way = One-way sound: the office hears the phone outside, and not the other way round
