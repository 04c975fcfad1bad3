# Ein Blick in die Telefonanlage: die Seite, was sie von sich sagt, das Terminal.

doing-inside = Die Telefonanlage nach sich selbst fragen

step-inside = Hineinsehen
    .title = In die Telefonanlage hineinsehen
    .lead = Bisher ging es um die Straße und das Gebäude. Jetzt sehen wir auf den Schreibtisch drinnen: was die Telefonanlage selbst aufgeschrieben hat. Es wird nur gelesen und nichts geändert.

window-look-inside = In der Telefonanlage nachsehen
    .why = Ein Klopfen zeigt Türen und Wände. Was die Telefonanlage ihren Anrufern sagt, steht in ihren eigenen Einstellungen. Eine falsche Adresse dort macht Anrufe ohne Ton.
    .wanted = Es geht um Ton oder Klingeln. Vielleicht weiß die Telefonanlage selbst, warum.
window-inside-here = Jetzt nachsehen
    .title = Die Telefonanlage läuft auf diesem Computer
    .lead = Darum kann dieses Programm selbst nachsehen. Was es nicht lesen darf, sagt es.
window-inside-practice = In einem Übungsbüro antwortet die Telefonanlage sofort.
window-inside-copy = Block kopieren
    .title = 1. Den Block kopieren
    .lead = Er ist ein kleines Programm als einfacher Text. Er liest nur. Passwörter lässt er schon auf der Telefonanlage weg, bevor er ein Wort ausgibt.
window-inside-show = Block zeigen
window-inside-open =
    .title = 2. In ein Terminal der Telefonanlage einfügen
    .lead = Drücken Sie dann die Eingabetaste. Die Antwort kommt binnen einer Minute. Sie endet mit einer Zeile aus ===.
window-inside-ssh = Auf einem Mac, unter Linux oder ab Windows 10: Öffnen Sie ein Terminal, und tippen Sie das hier. Geben Sie dann das Passwort der Telefonanlage ein.
window-inside-putty = Auf einem älteren Windows: Holen Sie PuTTY, tippen Sie { $address } als Host, wählen Sie Open, und melden Sie sich an. Ein Klick mit der rechten Taste fügt ein.
window-inside-console = Mit Bildschirm und Tastatur am Gerät kann man nichts einfügen. Bringen Sie das Programm „entrance“ auf einem Stick hin, und tippen Sie „entrance inside“.
window-inside-paste = Antwort einsetzen
    .title = 3. Die Antwort zurückbringen
    .lead = Kopieren Sie alles, was ausgegeben wurde, von der ersten Zeile mit === bis zur letzten. Fügen Sie es hier ein. Nichts davon zählt, bevor Sie gesehen haben, was es sagt.
window-inside-field = Die Antwort
window-inside-hint = === separate-entrance inside …
window-inside-pasted = { $lines } Zeilen sind hier, { $size } KB
window-inside-clear = Entfernen
window-inside-read = Antwort lesen
window-inside-says = Was sie sagt
    .lead = Nichts davon zählt bisher. Nehmen Sie es, dann wird das Büro damit neu beurteilt.
window-inside-follows = Was daraus folgen würde
window-inside-use = Das nehmen
window-inside-used = Es zählt von jetzt an. Was daraus folgt, steht bei den Ergebnissen.
window-inside-go-on = Weitergehen
window-live-inside = Die Telefonanlage hat geantwortet. { $heading }

inside-heading = { $system }. Angesehen am { $at }, nach ihrer eigenen Uhr.
inside-name-street = Adresse, die sie Telefonen draußen sagt
inside-name-local = Ihre eigenen Netze
inside-name-doors = Türen für Anrufe
inside-name-voices = Türen für Stimmen
inside-name-phones = Telefone
inside-name-visitor = Telefone draußen
inside-name-bans = Ausgesperrt
inside-name-strangers = Fremde
inside-name-others = Andere Programme
inside-name-unread = Nicht gelesen

inside-street-same = Sie sagt Telefonen draußen { $address }. Das ist Ihre Straßenadresse.
inside-street-other = Sie sagt Telefonen draußen { $address }. Aber Ihre Straßenadresse ist { $street }.
inside-street-alone = Sie sagt Telefonen draußen { $address }. Ob das Ihre Straßenadresse ist, wurde hier nicht angesehen.
inside-street-name = Sie sagt Telefonen draußen den Namen { $address }.
inside-street-none = Sie hat keine Straßenadresse aufgeschrieben, die sie Telefonen draußen sagen könnte.
inside-street-unread = Welche Adresse sie Telefonen draußen sagt, war nicht zu lesen.
inside-local = Als eigene Netze gelten ihr: { $networks }. Sie steht in { $own }.
inside-local-none = Sie hat keine eigenen Netze aufgeschrieben. Sie steht in { $own }.
inside-doors = Anrufe kommen herein bei { $doors }.
inside-doors-shut = Anrufe kommen herein bei { $doors }. Sie soll auch bei { $shut } horchen, aber dort horcht niemand.
inside-doors-unread = Wo Anrufe hereinkommen, war nicht zu lesen.
inside-voices = Stimmen benutzen die Türen { $doors }.
inside-voices-unread = Welche Türen Stimmen benutzen, war nicht zu lesen.
inside-phones = Telefone, nach denen gefragt wurde: { $count }. Von drinnen angemeldet: { $inside }. Von draußen: { $outside }. Nicht angemeldet: { $away }.
inside-phones-unasked = Eingerichtete Telefone: { $count }. Wer angemeldet ist, war nicht zu lesen.
inside-phones-unread = In dem, was zu lesen war, standen keine Telefone.
inside-visitor = { $name } ist von { $address } angemeldet{ $answers ->
        [yes] { " " }und antwortet, wenn man fragt.
        [no] , antwortet aber nicht, wenn man fragt.
       *[unasked] . Niemand fragt, ob es noch da ist.
    }
inside-bans = { $count ->
        [one] Eine Adresse ist
       *[other] { $count } Adressen sind
    } ausgesperrt: { $who }.
inside-bans-none = Niemand ist zurzeit ausgesperrt.
inside-bans-unread = Wer ausgesperrt ist, war nicht zu lesen.
inside-guests-open = Anrufe von Fremden werden hereingelassen.
inside-guests-shut = Anrufe von Fremden werden abgewiesen, soweit es zu lesen war.
inside-guests-unread = Ob Fremde anrufen dürfen, war nicht zu lesen.
inside-names-open = Sie verrät Fremden, welche Namen sie kennt.
inside-names-shut = Sie verrät Fremden nicht, welche Namen sie kennt, soweit es zu lesen war.
inside-names-unread = Ob sie Fremden ihre Namen verrät, war nicht zu lesen.
inside-voicemail-open = Wer in ein Postfach kommt, darf von dort hinaus anrufen.
inside-voicemail-shut = Von einem Postfach aus kann niemand hinaus anrufen, soweit es zu lesen war.
inside-voicemail-unread = Ob man von einem Postfach aus hinaus anrufen kann, war nicht zu lesen.
inside-abroad-open = Anrufe ins Ausland sind frei.
inside-abroad-shut = Es fand sich kein Weg, ins Ausland anzurufen.
inside-abroad-unread = Ob Anrufe ins Ausland frei sind, war nicht zu lesen.
inside-others = { $count ->
        [one] Ein weiteres Programm ist
       *[other] { $count } weitere Programme sind
    } dort zu erreichen: { $others }.
inside-unread = { $part ->
        [accounts] Die Konten der Telefone
        [files] Die Dateien mit den Einstellungen
        [running] Das Wort der laufenden Anlage
        [bans] Die Liste der Ausgesperrten
        [sockets] Wer an welcher Tür horcht
        [database] Die Einstellungen ihrer Webseiten
        [dial-plan] Der Wählplan
        [voicemail] Die Postfächer
       *[other] { $part }
    }: { $why ->
        [denied] keine Erlaubnis zum Lesen. Als root gestartet, ist es zu sehen.
        [absent] nicht vorhanden.
        [elsewhere] ein Teil liegt in einer Datenbank oder einem Programm. Das wird hier nicht gefragt.
        [too-much] zu lang, um alles zu lesen.
       *[failed] war nicht zu lesen.
    }

problem-paste-cut = Ein Teil der Antwort fehlt
    .action = Kopieren Sie alles, von der ersten Zeile mit === bis zur letzten. Fügen Sie es dann noch einmal ein.
problem-paste-changed = Die Antwort ist nicht so, wie die Telefonanlage sie ausgegeben hat
    .action = Starten Sie den Block noch einmal. Kopieren Sie, was er ausgibt, ohne ein Zeichen zu ändern.
problem-paste-not-a-block = Das ist nicht die Antwort des Blocks
    .action = Kopieren Sie den Teil, der mit === separate-entrance beginnt und endet. Fügen Sie diesen ein.
problem-paste-newer = Die Antwort stammt von einem neueren Block, als dieses Programm lesen kann
    .action = Kopieren Sie den Block dieses Programms, und starten Sie den. Oder holen Sie die neueste Version.
    .detail = Die Antwort hat die Version { $version }.
problem-paste-too-long = Die Antwort ist länger als jede, die der Block ausgibt
    .action = Kopieren Sie nur den Teil zwischen den zwei Zeilen mit ===. Höchstens { $most } KB werden gelesen.
problem-paste-odd-signs = In der Antwort stehen Zeichen, die der Block nie ausgibt
    .action = Starten Sie den Block noch einmal. Kopieren Sie, was er ausgibt, ohne ein Zeichen zu ändern.
problem-inside-no-phone-system = Dort fand sich keine Telefonanlage, die dieses Programm kennt
    .action = Starten Sie es auf dem Gerät der Telefonanlage selbst. Bekannt sind Asterisk und FreeSWITCH und was darauf gebaut ist.
problem-inside-elsewhere = Auf dieser Art von Computer kann das Programm nicht selbst nachsehen
    .action = Nehmen Sie den Block. „entrance inside --script“ gibt ihn aus.
problem-inside-took-too-long = Die Telefonanlage brauchte zu lange für ihre Antwort und wurde in Ruhe gelassen
    .action = Versuchen Sie es in einer ruhigen Stunde noch einmal. Oder nehmen Sie den Block: „entrance inside --script“ gibt ihn aus.
problem-inside-failed = Das Hineinsehen gelang nicht
    .action = Nehmen Sie den Block. „entrance inside --script“ gibt ihn aus.
    .detail = { $why }

help-inside = Auf der Telefonanlage: in einfachen Worten sagen, was sie von sich sagt. Liest nur und ändert nichts
help-arg-block = Den Block ausgeben, der in ein Terminal der Telefonanlage eingefügt wird
help-arg-paste = Lesen, was der Block ausgegeben hat, aus einer Datei oder von der Standardeingabe (-)
help-arg-inside = Was die Telefonanlage von sich sagt: eine Datei mit dem, was der Block ausgegeben hat, - für die Standardeingabe oder here für die auf diesem Computer

terminal-inside-script = Fügen Sie das in ein Terminal der Telefonanlage ein. Geben Sie dann, was es ausgibt, an „entrance inside --paste -“ oder an „entrance check --inside -“.
terminal-inside-follows = Was daraus folgt:
terminal-inside-nothing = Nichts davon verlangt eine Änderung, soweit es für sich allein spricht. „entrance check --inside FILE“ sieht mehr.
terminal-inside-how = Melden Sie sich auf dem Gerät der Telefonanlage an, zum Beispiel so:
    .then = Fügen Sie dort den Block ein, und drücken Sie die Eingabetaste. Bringen Sie dann zurück, was er ausgegeben hat.
terminal-inside-choose-here = Jetzt nachsehen: Sie läuft auf diesem Computer
terminal-inside-choose-show = Den Block zeigen
terminal-inside-choose-paste = Einfügen, was er ausgegeben hat
terminal-inside-paste-now = Fügen Sie es jetzt ein. Es endet von selbst mit seiner letzten Zeile. Fehlt diese Zeile, tippen Sie einen Punkt allein und die Eingabetaste.
terminal-inside-choose-use = Das nehmen und das Büro damit neu beurteilen
terminal-inside-choose-other = Andere Antwort nehmen

practice-colleague-banned = Falsches Passwort: Eine Kollegin hat es zu oft versucht, und nun lässt die Telefonanlage sie nicht mehr herein
practice-careless-inside = Sorglos im Inneren: Jeder Eingang stimmt, aber die Telefonanlage lässt Fremde zu viel tun
practice-wrong-sender-address = Falscher Absender: Anrufe ohne Ton, denn die Telefonanlage schreibt eine alte Adresse auf ihre Briefe
