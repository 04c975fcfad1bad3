# What a phone company presets for its customers, the notice of a newer version, and the copy for a colleague.

problem-preset-unreadable = The prepared file { $file } cannot be read: { $why }
    .action = Ask whoever gave you this program for that file again. Everything works without it.
problem-preset-too-large = The prepared file { $file } is larger than { $most } KiB, so it is left out
    .action = Ask whoever gave you this program for that file again. Everything works without it.
problem-preset-not-text = The prepared file { $file } is no plain text: it was copied only in part, or saved in another form than UTF-8
    .action = Ask whoever gave you this program for that file again. Everything works without it.
problem-preset-broken = The prepared file { $file } is broken or was copied only in part. Line { $line } cannot be read: { $why }
    .action = Ask whoever gave you this program for that file again. Everything works without it.
problem-preset-unknown-key = Line { $line } of the prepared file { $file } has a word that nobody knows: { $key }
    .action = Use only these words there: { $known }. Everything works without the file.
problem-preset-wrong-value = Line { $line } of the prepared file { $file } cannot be used: { $key ->
        [form] form is to be 1
        [name] name is to be 60 letters in one line at most
        [profile] profile is to be the short name of a phone system
        [helper] helper is to be the whole link of a standing helper
        [support] support is to be 120 letters in one line at most
        [language] language is to be the short name of a language that the program speaks
        [logo] logo is to be the name of a picture beside the file
        [ask] ask is to be an address that begins with https://
        [pins] pins is to be one to four fingerprints of 64 signs, between square brackets
       *[newer] newer is to have lines of its own, below [newer]
    }
    .action = Ask whoever gave you this program for a right one. Everything works without it.
problem-preset-nameless = The prepared file { $file } does not say whose it is: the name is missing, or the file was copied only in part
    .action = Ask whoever gave you this program for that file again. Everything works without it.
problem-preset-newer = The prepared file { $file } is for a newer version of this program
    .action = Ask whoever gave you this program for the newer version. Everything works without the file.
problem-preset-logo = The logo { $logo } of the prepared file { $file } is left out: { $why ->
        [missing] it is not there, or cannot be read
        [too-large] it is larger than 64 KiB
        [not-png] it is no PNG picture
        [too-many-pixels] it is more than 800 pixels wide or 400 high
       *[damaged] it is damaged, or was copied only in part
    }
    .action = Ask whoever gave you this program for that picture again. Everything works without it.

vendor-prepared-by = Prepared by { $name }
vendor-support = Help: { $support }
vendor-logo = Logo of { $name }
vendor-send-to = To { $name }: { $support }
window-helper-offered = This link is from { $name }. Nobody is asked before you press the button.
terminal-paste-helper-or-vendor = Paste the helper's link, or press Enter for the one of { $name }:

window-newer = A newer version ({ $version }) is here: { $address }
window-newer-open = Open that page
window-newer-ask = May this program look for newer versions?
    .lead = Once a day at most, it would ask { $host } of { $name }. It tells nothing about you or your office; { $host } sees your street address, as every page on the internet does. It never installs anything by itself.
window-newer-choice = Newer versions
    .lead = { $name } tells of them at { $host }. Nothing is installed by itself.
window-newer-yes = Look once a day
window-newer-no = Do not look

window-carried = This copy needs no installation. When you leave it, it removes what it wrote down. Only how often it knocked, and where, stays among this computer's temporary files, so that nobody is shut out for knocking too often.
help-arg-colleague = Only help a colleague: keep nothing and open nothing. A copy called help-a-colleague does so without being told
