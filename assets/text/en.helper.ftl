# What can go wrong with invitations and walks, besides the codes themselves.

problem-invite-needs-ipv4 = { $address } cannot be put into an invitation yet
    .action = Use the office's address that looks like 198.51.100.7.
problem-invite-nothing-to-knock = There is no entrance here that a visitor could knock on
    .action = Choose what the phones outside are used for, then invite again.
problem-unknown-phone-system = This program knows no phone system called { $system }
    .action = Choose yours from the list.
problem-walk-own-address = { $address } is this computer itself
    .action = Walk from another street: a colleague's home, or the internet of a mobile phone.
problem-walk-refused-address = { $address } is not a street address that anybody has ({ $kind })
    .action = Ask the office for a new code.
