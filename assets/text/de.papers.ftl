## The report as a page to read, to print and to send.

paper-title = { $name }: Bericht vom { $at }
paper-of = Bericht vom { $at }
paper-lamp-lit = offen und bewiesen
paper-lamp-locked = verschlossen, wie es sein soll
paper-lamp-guests = nur für Gäste auf der Liste
paper-lamp-trouble = nicht, wie es sein soll
paper-lamp-alarm = offen, muss aber verschlossen sein
paper-lamp-dark = noch hat niemand nachgesehen
paper-whole = Dieser Bericht enthält die Adressen und Namen Ihres Büros. Bevor Sie ihn weitergeben, speichern Sie einen mit verdeckten privaten Angaben.
paper-masked = Private Angaben sind verdeckt: Die Adressen und Namen hier sind erfunden, und was gleich war, ist noch gleich.
paper-clock = Die Zeiten gelten für { $zone }.
paper-done = erledigt
paper-not-done = noch nicht erledigt
paper-router-code = Der Grund des Routers: { $code }
paper-made-by = Erstellt mit { $name } { $version }.
paper-keep = Alles steht in dieser einen Datei, und sie fragt niemanden nach etwas. Wollen Sie sie als PDF behalten, dann drucken Sie sie.
paper-technician-lead = Alles, was gefragt, geantwortet und aufgelistet wurde. Dasselbe steht als Daten in der .json-Datei des Berichts.
paper-computer = Dieser Computer
paper-answers = Was gesagt wurde
paper-program = Die Prüfung
paper-every-row = Jeder Eingang und Schrank
paper-selected = gewählt
paper-list-before = Die Liste des Routers bei der Prüfung davor ({ $at })
paper-voices = Stimmen, von draußen probiert
paper-column-entrance = Eingang
paper-column-known = Was bekannt ist
paper-column-inside = Drinnen gefragt
paper-column-router = Der Router sagt
paper-column-outside = Draußen gefragt
paper-column-outside-ipv6 = Draußen, IPv6
paper-column-result = Was daraus wurde
paper-column-service = Dienst
paper-column-ports =
    .term = Ports
paper-column-need = Bedarf
paper-column-because = Wegen
paper-column-outside-port = Draußen
paper-column-leads-to = Führt zu
paper-column-lease = Frist
paper-column-description = Beschreibung
paper-column-at = Wann
paper-column-from = Von wo
paper-column-street = Straße
paper-column-remarks = Bemerkungen
paper-column-letter = Brief
paper-column-test = Prüfung
paper-column-number = Nr.
paper-column-target = Ziel
paper-column-outcome = Ergebnis
paper-column-elapsed = ms
paper-column-seen = Gesehen
paper-column-voice-asked = Gefragt
paper-column-voice-missing = Kam nicht durch
paper-column-voice-in-use = Belegt

## A message to support: short above, everything below.

support-head = { $name } { $version }, Prüfung vom { $at }. Private Angaben sind verdeckt.
support-cause = Die Ursache
support-no-cause = Nichts wurde gefunden, das im Weg steht.
support-also = Auch gefunden: { $what }
support-tried = Was versucht wurde
support-inside = - im Büro: { $count ->
        [one] { $count } Frage
       *[other] { $count } Fragen
    }, { $answered } beantwortet
support-outside = - von draußen: { $count ->
        [one] { $count } Gang
       *[other] { $count } Gänge
    }, der letzte am { $at }
support-not-outside = - von draußen: noch nicht
support-router = - der Router wurde um { $count ->
        [one] { $count } Eingang
       *[other] { $count } Eingänge
    } gebeten: { $what }
support-rechecks = - ohne Erfolg neu geprüft: { $count ->
        [one] einmal
       *[other] { $count }-mal
    }
support-details = Alles im Einzelnen

## The card on the results.

window-report =
    .title = Aufbewahren oder weitergeben
    .lead = Eine Seite mit dem Bild, für jeden Browser und zum Drucken. Private Angaben sind verdeckt, Sie können sie also weitergeben.
window-report-open = Öffnen
window-report-path = Ort kopieren

## One window.

problem-open-already = Separate Entrance ist schon offen. Sein Fenster ist nach vorn gekommen.
    .action = Suchen Sie es unter Ihren offenen Fenstern.
problem-open-unheard = Separate Entrance ist schon offen (Prozess { $pid }), und sein Fenster antwortet nicht.
    .action = Schließen Sie jenes Fenster. Starten Sie dann neu.
problem-open-elsewhere = Ihr eigenes Büro ist in einem anderen Fenster offen. Es ist nach vorn gekommen.
    .action = Machen Sie dort weiter. Oder schließen Sie es, und kehren Sie von hier zurück.

## The log file.

window-lies-log = Protokoll, für jeden, der Ihnen hilft
help-arg-log = Wie viel ins Protokoll kommt: off, usual oder detailed
help-log = Das Protokoll liegt in { $path }. Darin steht kein Passwort, kein Code und keine echte Adresse, man kann es also dem schicken, der hilft.

## No window at all.

no-renderer = Dieser Computer kann das Fenster nicht zeichnen, deshalb geht hier alles als Text weiter. { $why }
